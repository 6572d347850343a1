"""What was promised to the informants, each promise driven from outside and then looked for in every file.

The promises are those of an information letter; `docs/threat-model.md` names, for each, what shows it.
"""

import base64
import binascii
import json
import os
import re
import stat
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from interviews.core import commands as do
from interviews.core.commands import Command
from tests.interviewer import Interviewer
from tests.tui.studies import hold, study_with
from tests.warm import run_module

SAID = "hestekrefter i fjøset"
"""Words that stand in no guide and no program."""

LEFT: tuple[Command, ...] = (
    do.ToggleRecording(confirmed=True),
    do.AskQuestion("B1"),
    do.TakeNote(f"{SAID}, sa hun #b8 #fjøs"),
    do.TakeNote(f"{SAID} to ganger", "quote"),
    do.EditNote(f"{SAID} tre ganger"),
    do.TakeNote("", "bookmark"),
    do.TakeNote(f"{SAID}?", "follow_up"),
    do.MarkCovered((), 3),
    do.MarkCovered(("B8",)),
    do.Decline(("C1",), f"{SAID} var vondt"),
    do.TakeNote(f"jeg ledet henne til {SAID}", "reflexive"),
)


class Home:
    """A student's home: a study in it, and the program called from outside as she calls it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.study = folder / "studie"
        self.roots = [self.study, *(folder / name for name in ("config", "data", "cache", "state"))]
        self.env = {f"XDG_{name.upper()}_HOME": str(folder / name) for name in ("config", "data", "cache", "state")}

    def run(self, *arguments: object, code: int | None = 0) -> str:
        """Run a command in the study; what it said, on both streams."""
        done = run_module("tui", *arguments, "--study", self.study, environment=self.env)
        assert code in (None, done.returncode), (arguments, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def review(self) -> dict[str, Any]:
        return dict(json.loads(self.run("review", "--json")))

    def holding(self, words: str) -> list[str]:
        """The files in the study and in the program's own folders that hold these words, however they are written."""
        wanted = re.compile(re.escape(words).replace(r"\ ", r"\s+"), re.IGNORECASE)
        return [
            str(path.relative_to(self.folder))
            for root in self.roots
            for path in (*root.rglob("*"), root)
            if wanted.search(path.name) or (path.is_file() and any(wanted.search(text) for text in readings(path)))
        ]


def readings(path: Path) -> Iterator[str]:
    """A file's bytes as text, in every way in which words could stand in them."""
    data = path.read_bytes()
    yield from texts_of(data)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                yield from texts_of(packed.read(name))
    for found in re.findall(rb"[A-Za-z0-9+/]{16,}={0,2}", data):
        try:
            yield from texts_of(base64.b64decode(found + b"=" * (-len(found) % 4)))
        except binascii.Error:
            continue


def texts_of(data: bytes) -> Iterator[str]:
    """Bytes as UTF-8, as UTF-16, and with JSON's escapes and an HTML page's tags undone."""
    text = data.decode("utf-8", "replace")
    yield text
    yield re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    yield re.sub(r"<[^>]*>", "", text)
    yield data.decode("utf-16", "replace")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path)
    study_with(found.study, "I1", "I2", "I4")
    return found


def test_the_search_itself_finds_words_however_they_are_kept(home: Home) -> None:
    hidden = home.folder / "data" / "x"
    hidden.mkdir(parents=True)
    (hidden / "a.json").write_text(json.dumps({"t": SAID}), encoding="utf-8")
    (hidden / "b").write_bytes(b'{"torn":"' + base64.b64encode(f"... {SAID}".encode()) + b'"}')
    (hidden / "c.txt").write_text(SAID, encoding="utf-16")
    with zipfile.ZipFile(hidden / "d.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", SAID.replace("i ", "<b/>i </w>"))
    assert len(home.holding(SAID)) == 4


# ------------------------------------------------------------------ you may withdraw at any time, without a reason


@pytest.mark.parametrize("policy", ["anonymise", "delete"])
@pytest.mark.parametrize("when", ["afterwards", "midway"])
def test_whoever_withdraws_is_gone_from_every_file(home: Home, policy: str, when: str) -> None:
    promise(home, f"on_withdrawal: {policy}\n")
    hold(home.study, "I3", LEFT, ended=when == "afterwards")
    before = {path: path.read_bytes() for path in (home.study / "interviews").glob("I[124].jsonl")}
    for file in ("rapport.html", "rapport.md"):
        home.run("review", f"--{'html' if file.endswith('html') else 'markdown'}", home.study / file)
    home.run("export", "reflexive", "--participant", "I3", "-o", home.study / "refleksjon.md")
    home.run("export", "method", "--fact", f"setting={SAID}", "--participant", "I3")
    assert home.holding(SAID)
    told = home.run("forget", "I3", "--yes")
    assert SAID not in told
    assert home.holding(SAID) == []
    assert {path: path.read_bytes() for path in before} == before
    assert not any(one["participant"] == "I3" for one in home.review()["interviews"])
    assert "I3" not in {one["code"] for one in home.review()["interviews"]}


def test_withdrawing_asks_for_no_reason(home: Home) -> None:
    promise(home, "on_withdrawal: delete\n")
    hold(home.study, "I3", LEFT)
    told = home.run("forget", "--help", code=0)
    assert not re.search(r"--(reason|why|grunn)", told)
    home.run("forget", "I3", "--yes")
    receipts = [path for path in home.study.rglob("*") if path.is_file() and "I3" in path.read_text("utf-8", "replace")]
    assert receipts == [], "a receipt names nobody"


# ------------------------------------------------------------------------------ you may decline any question


def test_a_question_declined_is_never_a_gap(home: Home) -> None:
    hold(home.study, "I3", LEFT)
    found = next(one for one in home.review()["interviews"] if one["code"] == "I3")
    assert found["questions"]["C1"]["state"] == "declined"
    serving = next(one for one in home.review()["research_questions"] if one["id"] == "C")["questions"]
    required = [id for id in serving if id in found["questions"] and id != "C3"]
    hold(home.study, "I5", (do.AskQuestion("C1", confirmed=True), do.Decline(tuple(required))))
    closed = next(one for one in home.review()["interviews"] if one["code"] == "I5")
    assert closed["research_questions"]["C"]["state"] == "closed"
    assert f"{SAID} var vondt" not in home.run("review")


# ----------------------------------------------------------------------------- consent comes before recording


def test_the_recorder_mark_waits_for_consent(home: Home) -> None:
    with Interviewer(home.study, "--participant", "I3", code="I3", env=home.env) as sitting:
        sitting.ready()
        sitting.terminal.type("/opptak")
        sitting.terminal.press("enter")
        sitting.terminal.wait_for("amtykke")
        assert not any(one["type"] == "recording_started" for one in records_of(sitting.log))
        sitting.terminal.press("escape", "escape")


# ----------------------------------------------- third persons and places stay out of what leaves the program


def test_words_that_name_somebody_do_not_leave_unasked(home: Home) -> None:
    told = "Kari Nordmann på Lade DPS, 34 år, ringte 22 33 44 55 den 12.03.2015"
    acts = (do.AskQuestion("B1", confirmed=True), do.TakeNote(told), do.TakeNote(told, "reflexive"))
    hold(home.study, "I3", acts)
    found = json.loads(home.run("scan", "I3", "--json", code=1))
    marked = " ".join(one["text"] for one in found["marks"])
    assert all(part in marked for part in ("Kari Nordmann", "Lade", "34 år", "22 33 44 55", "12.03.2015"))
    file = home.folder / "refleksjon.md"
    said = home.run("export", "reflexive", "-o", file, code=1)
    assert "scan" in said
    assert "--with-marks" in said
    assert not file.exists()
    for record in records_of(home.study / "interviews" / "I3.jsonl"):
        if record["type"] == "noted":
            (home.folder / "ny.txt").write_text("[en kollega] på [arbeidsplass] ringte", encoding="utf-8")
            home.run("correct", "I3", "--note", record["seq"], "--text-file", home.folder / "ny.txt")
    home.run("scan", "I3")
    home.run("export", "reflexive", "-o", file)
    assert "Nordmann" not in file.read_text(encoding="utf-8")


def test_a_fact_that_names_a_workplace_does_not_leave_unasked_either(home: Home) -> None:
    home.run("export", "method", "--fact", "setting=Lade DPS, hos Kari Nordmann", "--participant", "I1")
    file = home.folder / "metode.md"
    assert "--with-marks" in home.run("export", "method", "-o", file, code=1)
    assert not file.exists()
    home.run("export", "method", "-o", file, "--with-marks")
    assert "Lade DPS" in file.read_text(encoding="utf-8")


# ------------------------------------------------------------------------------- the owner alone can read


def test_the_owner_alone_can_read_whatever_the_program_makes(home: Home, tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        promise(home, "on_withdrawal: anonymise\n")
        hold(home.study, "I3", LEFT)
        out = tmp_path / "ut"
        stick = tmp_path / "pinne"
        for folder in (out, stick):
            folder.mkdir()
        home.run("review", "--html", out / "r.html")
        home.run("review", "--markdown", out / "r.md")
        home.run("export", "guide", "-o", out / "vedlegg.md")
        home.run("export", "paper", "-o", out / "ark.html")
        home.run("export", "method", "-o", out / "metode.md")
        home.run("export", "reflexive", "-o", out / "refleksjon.md")
        home.run("export", "dataplan", "-o", out / "plan.md")
        home.run("export", "method", "--fact", "setting=arbeidsplassen", "--participant", "I1")
        home.run("reflect", "det gikk greit")
        home.run("backup", stick)
    finally:
        os.umask(mask)
    made = [path for root in (*home.roots, out, stick) for path in (root, *root.rglob("*"))]
    theirs = {home.study / "guide.yaml", out, stick}
    loose = [
        path for path in made if path.exists() and path not in theirs and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert loose == []


# ------------------------------------------------------------- a supervisor's report holds nobody's words


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_report_for_the_supervisor_holds_no_words(home: Home, form: str) -> None:
    hold(home.study, "I3", LEFT)
    file = home.folder / f"veileder.{form}"
    home.run("review", f"--{form}", file, "--without-notes")
    assert not any(SAID in text for text in readings(file))
    assert "I3" in file.read_text(encoding="utf-8")


# ----------------------------------------------------- recording, transcripts, key and end fall due


def test_what_was_promised_falls_due_until_it_is_ticked_off(home: Home) -> None:
    promise(
        home, "data: {class: red, recording: 2020-01-31, transcripts: 2020-02-28, key: 2020-03-31, end: 2020-04-30}\n"
    )
    assert home.run("review").count("2020") >= 4
    for one in ("recording", "transcripts", "key", "end"):
        home.run("finish", "--done", one)
    assert "2020" not in home.run("review")


# ------------------------------------------------------------- you may read, and what you correct is obeyed


def test_what_an_informant_corrects_is_never_shown_again(home: Home) -> None:
    hold(home.study, "I3", LEFT)
    words = home.folder / "rettet.txt"
    words.write_text("noe helt annet", encoding="utf-8")
    for record in records_of(home.study / "interviews" / "I3.jsonl"):
        if record["type"] in ("noted", "declined") and SAID in json.dumps(record, ensure_ascii=False):
            home.run("correct", "I3", "--note", record["seq"], "--text-file", words)
    shown: Sequence[tuple[object, ...]] = (
        ("review",),
        ("review", "--participant", "I3", "--with-reflexive"),
        ("review", "--json", "--with-reflexive"),
        ("export", "method"),
        ("export", "reflexive"),
    )
    assert not any(SAID in home.run(*arguments) for arguments in shown)
    home.run("review", "--html", home.folder / "r.html", "--with-reflexive")
    assert not any(SAID in text for text in readings(home.folder / "r.html"))


def test_words_that_are_to_be_left_out_are_out_of_every_file(home: Home) -> None:
    hold(home.study, "I3", LEFT)
    for record in records_of(home.study / "interviews" / "I3.jsonl"):
        if record["type"] in ("noted", "declined") and SAID in json.dumps(record, ensure_ascii=False):
            home.run("correct", "I3", "--note", record["seq"], "--leave-out")
    assert home.holding(SAID) == []


def promise(home: Home, lines: str) -> None:
    """Write into the guide what was promised."""
    guide = home.study / "guide.yaml"
    kept = [
        line
        for line in guide.read_text(encoding="utf-8").splitlines()
        if not line.startswith(("on_withdrawal", "data:"))
    ]
    guide.write_text("\n".join(kept) + "\n" + lines, encoding="utf-8")


def records_of(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
