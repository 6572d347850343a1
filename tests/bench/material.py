"""Guides and logs of any size, with words that repeat as they do in real ones."""

import json
import random
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from textwrap import wrap
from typing import Any
from zlib import compress

from interviews.core.clock import SystemClock
from interviews.core.commands import AskQuestion, End, TakeNote
from interviews.session import Session
from interviews.study.folder import Study
from tests.bench.inside import PASSPHRASE
from tui import VERSION

_ASK = ("Hvordan øver", "Hva gjør", "Når synger", "Hvem spiller", "Hvor møter", "Hvorfor hører")
_WHO = ("du sammen med klienten", "gruppen", "de andre musikkterapeutene", "dere i bandet", "en ny deltager", "koret")
_WHAT = (
    "i samspill og samhandling",
    "på arenaer utenfor institusjonen",
    "når noe er vanskelig",
    "for å skape kontakt",
    "gjennom uka på øvingsrommet",
    "når målet er deltagelse i nærmiljøet",
    "etter at behandlingen er over",
)


def guide_text(questions: int) -> str:
    """A guide of so many questions under four research questions."""
    chance = random.Random(questions)
    lines = ["title: Målestokk", "language: nb", "minutes: 60", "research_questions:"]
    lines += [f"  {letter}: {{text: Hva handler {letter} om?, short: Emne {letter}}}" for letter in "ABCD"]
    lines.append("sections:")
    for place, letter in enumerate("ABCD"):
        share = questions // 4 + (1 if place < questions % 4 else 0)
        lines += [f"  - title: Del {letter}", f"    serves: {letter}", "    questions:"]
        for number in range(share):
            ask = "Hvordan øver" if place == number == 0 else chance.choice(_ASK)
            lines.append(f"      - ask: {ask} {chance.choice(_WHO)} {chance.choice(_WHAT)}, del {number + 1}?")
            if number % 3 == 0:
                lines.append("        probes: [Hvorfor?, Kan du gi et eksempel?]")
    return "\n".join([*lines, "closing:", "  - Er det noe du vil legge til?", ""])


def study(folder: Path, interviews: int, events: int, *, questions: int = 18, ended: bool = True) -> Path:
    """A study with so many interviews of so many events each; the folder is made."""
    (folder / "interviews").mkdir(parents=True)
    (folder / "guide.yaml").write_text(guide_text(questions), encoding="utf-8")
    begun, *others = log_lines(folder, events, ended=ended) if interviews else [""]
    rest = "\n".join(["", *others, ""])
    for number in range(1, interviews + 1):
        code = f"I{number}" if number < 1000 else f"J{number - 999}"
        own = begun.replace('"participant":"I1"', f'"participant":"{code}"', 1)
        (folder / "interviews" / f"{code}.jsonl").write_text(own + rest, encoding="utf-8")
    return folder


def lock(folder: Path) -> Path:
    """The same study locked, and its passphrase in a file beside; working out the key costs next to nothing."""
    from interviews.data_management.locking import lock as lock_study
    from interviews.locked.file_keys import Cost

    lock_study(Study(folder), PASSPHRASE, Cost(memory=64, passes=1, lanes=1))
    (folder / "passphrase").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return folder


def log_lines(folder: Path, events: int, *, ended: bool) -> Iterator[str]:
    """An interview that takes question after question, eleven notes to each; its events are copies of real ones."""
    guide = Study(folder).guide().guide
    if guide is None:
        raise ValueError("the bench's own guide is broken")
    sample = folder / "interviews" / "sample.jsonl"
    session = Session.new(sample, guide, "I1", "live", SystemClock(), program=VERSION)
    session.do(AskQuestion(guide.questions[0].id))
    session.do(TakeNote("notat"))
    session.do(End())
    session.close()
    started, asked, noted, end = map(json.loads, sample.read_text(encoding="utf-8").splitlines())
    sample.unlink()
    yield _line(started)
    hands = cycle(question.id for question in guide.questions)
    hand = next(hands)
    for seq in range(1, events - ended):
        at = {"seq": seq, "t": 7.0 * seq}
        if seq % 12 == 1:
            hand = next(hands)
            yield _line({**asked, **at, "question": hand})
        else:
            text = f"notat {seq} om øving og samspill i bandet, da {_WHO[seq % 6]} kom"
            yield _line({**noted, **at, "text": text, "about": [hand]})
    if ended:
        yield _line({**end, "seq": events - 1, "t": 7.0 * events})


def last_note(events: int) -> str:
    """How the last note of an interview of so many events begins, where it was not ended."""
    last = events - 1
    return f"notat {last - 1 if last % 12 == 1 else last}"


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def word_guide(file: Path, questions: int) -> Path:
    """A guide of so many questions in a Word document."""
    from docx import Document

    document = Document()
    document.add_heading("Intervjuguide", 0)
    for number in range(questions):
        if number % 25 == 0:
            document.add_heading(f"Tema {1 + number // 25}: {_WHAT[number // 25 % len(_WHAT)]}", 1)
        ask = f"{_ASK[number % 6]} {_WHO[number // 6 % 6]} {_WHAT[number // 36 % 7]}, sak {number + 1}?"
        document.add_paragraph(ask, style="List Number")
    document.save(str(file))
    return file


def talk(file: Path, hours: int) -> Path:
    """A conversation of so many hours, ``Name: words`` on a line: two people, 150 words a minute."""
    chance = random.Random(hours)
    said = " ".join((*_ASK, *_WHO, *_WHAT)).lower().split()
    left, lines = hours * 60 * 150, []
    while left > 0:
        for name, least, most, ends in (("Kari", 3, 20, "?"), ("I3", 20, 120, ".")):
            words = chance.choices(said, k=chance.randint(least, most))
            lines.append(f"{name}: {' '.join(words).capitalize()}{ends}")
            left -= len(words)
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return file


def _vtt(talk: Path) -> Path:
    """The same as captions of eight words."""
    cues, at = ["WEBVTT", ""], 0
    for line in talk.read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(": ")
        pieces = words.split()
        for place in range(0, len(pieces), 8):
            times = [f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.000" for second in (at, at + 3)]
            cues += [" --> ".join(times), f"<v {name}>{' '.join(pieces[place : place + 8])}</v>", ""]
            at += 3
    file = talk.with_suffix(".vtt")
    file.write_text("\n".join(cues), encoding="utf-8")
    return file


def _word(talk: Path) -> Path:
    from docx import Document

    document = Document()
    for line in talk.read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(" ")
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name} ").bold = True
        paragraph.add_run(words)
    document.save(str(talk.with_suffix(".docx")))
    return talk.with_suffix(".docx")


def _pdf(talk: Path) -> Path:
    """The same on pages of 46 lines, drawn in short strings moved a little apart, as Word does it."""
    font = "<< /F1 << /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding >> >>"
    shared = f"/MediaBox [0 0 600 800] /Resources << /Font {font} >>"
    lines = [part for line in talk.read_text(encoding="utf-8").splitlines() for part in wrap(line, 85)]
    pages = []
    for first in range(0, len(lines), 46):
        drawn = []
        for place, line in enumerate(lines[first : first + 46]):
            moved = " ".join(f"({one})-3" for one in wrap(line, 7, drop_whitespace=False))
            drawn.append(f"BT /F1 12 Tf 1 0 0 1 50 {760 - 15 * place} Tm [{moved}] TJ ET")
        pages.append(compress("\n".join(drawn).encode("cp1252")))
    kids = " ".join(f"{10 + 2 * place} 0 R" for place in range(len(pages)))
    parts = [
        b"%PDF-1.4",
        b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
        f"2 0 obj << /Type /Pages /Kids [{kids}] {shared} >> endobj".encode(),
    ]
    for place, page in enumerate(pages):
        parts += [
            f"{10 + 2 * place} 0 obj << /Type /Page /Parent 2 0 R /Contents {11 + 2 * place} 0 R >> endobj".encode(),
            f"{11 + 2 * place} 0 obj << /Length {len(page)} /Filter /FlateDecode >> stream".encode(),
            page,
            b"endstream endobj",
        ]
    talk.with_suffix(".pdf").write_bytes(b"\n".join(parts))
    return talk.with_suffix(".pdf")


TRANSCRIPTS: dict[str, Callable[[Path], Path]] = {
    "text": lambda talk: talk,
    "WebVTT": _vtt,
    "Word": _word,
    "PDF": _pdf,
}
"""The same talk in layouts that take longest to read."""
