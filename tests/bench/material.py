"""Guides and logs of any size, with words that repeat as they do in real ones."""

import json
import random
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from interviews.core.clock import SystemClock
from interviews.core.commands import AskQuestion, End, TakeNote
from interviews.session import Session
from interviews.study.folder import Study
from tui.version import VERSION

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
