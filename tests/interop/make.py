"""Makes what the readers read: exports by the program's own command, into one folder.

``python -m tests.interop.make FOLDER [INTERVIEWS] [EVENTS]``; with EVENTS only what the published queries ask for.
"""

import contextlib
import io
import json
import os
import random
import re
import shutil
import sys
from pathlib import Path

from guide.reading import read_guide
from guide.samples import thesis_guide_text
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import Refusal
from interviews.marks.formats import FORMATS
from tests.bench.large_study import code_of, make_large_study
from tests.interop.study import hostile_study
from tests.interviews.choir import Talk, start
from tui.main import main

PROGRAMS = ("nvivo", "maxqda", "atlas", "qualcoder", "taguette")


def say(*arguments: object) -> str:
    """Give a command that must succeed; what it printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = main([str(argument) for argument in arguments])
    assert code == 0, arguments
    return printed.getvalue()


def generate_study(folder: Path, count: int, seed: int = 1) -> None:
    """A study of the thesis's guide with so many interviews, held at random; some skip, decline, undo, pause."""
    (folder / "interviews").mkdir(parents=True)
    (folder / "guide.yaml").write_text(thesis_guide_text(), encoding="utf-8")
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    chance = random.Random(seed)
    ids = [question.id for question in guide.questions]
    for number in range(1, count + 1):
        code = code_of(number)
        day = f"2026-{1 + number % 9:02}-{1 + number % 28:02}"
        first = start(code, guide=guide, wall=f"{day}T10:00:00+01:00").but(program="0.2.0")
        talk = Talk(first)
        t = 0.0
        for _turn in range(chance.randint(20, 45)):
            t = round(t + chance.choice((2.0, 7.25, 30.5, 61.125)), 3)
            acts: list[Command] = [
                do.AskQuestion(chance.choice(ids), confirmed=True),
                do.MarkCovered((chance.choice(ids),), chance.choice((None, 1, 2, 3))),
                do.TakeNote(chance.choice(("notat", "007", "10:15", "2026-03-01", "en #merkelapp", "=1"))),
                do.TakeNote("hva mente hen?", "follow_up"),
                do.TakeNote("", "bookmark"),
                do.Skip((chance.choice(ids),), "tid"),
                do.Decline((chance.choice(ids),)),
                do.Unmark((chance.choice(ids),)),
                do.ReturnTo(chance.randint(1, 3)),
                do.CallMet(chance.randint(1, 3)),
                do.TogglePause(),
                do.Undo(),
            ]
            decided = talk.decide(chance.choice(acts), t)
            if not isinstance(decided, Refusal):
                talk.add(decided)
        talk.at(t + 5, do.End())
        (folder / "interviews" / f"{code}.jsonl").write_bytes(talk.log)


def revised(text: str) -> str:
    """The thesis's guide as it may stand after some interviews: A2 is gone, B8 is called B12, A4 serves C instead."""
    text = re.sub(r"      - id: A2\n.*?\n\n", "", text, flags=re.DOTALL)
    text = re.sub(r"\bB8\b", "B12", text.replace("leans_on: [A1, A2]", "leans_on: [A1]"))
    return text.replace("      - id: A4\n", "      - id: A4\n        serves: C\n")


def make(folder: Path, count: int) -> None:
    """Everything that the readers read."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    hostile = folder / "hostile"
    told = hostile_study(hostile)
    (folder / "marks.json").write_text(json.dumps(told), encoding="utf-8")
    marks = folder / "marks"
    marks.mkdir()
    for name, form in FORMATS.items():
        for number in (1, 2):
            place = marks / f"{name}-{number}{form.suffix}"
            say(
                "export",
                "marks",
                "--study",
                hostile,
                "--participant",
                "I1",
                "--as",
                name,
                "--rec",
                number,
                "-o",
                place,
                "--with-marks",
            )
    coded = folder / "coded"
    coded.mkdir()
    for program in PROGRAMS:
        (coded / program).mkdir()
        say("export", "coded", "--study", hostile, "--for", program, "-o", coded / program, "--with-marks")
    for profile in ("standard", "qualcoder"):
        say("export", "qdpx", "--study", hostile, "--profile", profile, "-o", coded / f"{profile}.qdpx", "--with-marks")
    say("export", "qdc", "--study", hostile, "-o", coded / "codebook.qdc", "--with-marks")
    for name in ("hostile", "generated", "thesis", "revised"):
        study = folder / name
        if study != hostile:
            generate_study(study, count if name == "generated" else 4, seed=len(name))
        if name == "revised":
            (study / "guide.yaml").write_text(revised(thesis_guide_text()), encoding="utf-8")
        for kind in ("csv", "json", "parquet"):
            say("export", "tables", "--study", study, "--as", kind, "-o", study / "tables", "--with-marks")
        say("export", "tables", "--study", study, "--as", "xlsx", "-o", study / "tables.xlsx", "--with-marks")
        (study / "review.json").write_text(say("review", "--json", "--study", study), encoding="utf-8")


def make_large(folder: Path, count: int, events: int) -> None:
    """One study as large as ``make scale`` has it: its logs, its tables, its review."""
    shutil.rmtree(folder, ignore_errors=True)
    study = make_large_study(folder / "generated", count, events)
    for kind in ("csv", "parquet"):
        say("export", "tables", "--study", study, "--as", kind, "-o", study / "tables", "--with-marks")
    with (study / "review.json").open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
        assert main(["review", "--json", "--study", str(study)]) == 0


if __name__ == "__main__":
    os.environ.setdefault("INTERVJUGUIDE_LANGUAGE", "nb")
    place, (count, events) = Path(sys.argv[1]), (*map(int, sys.argv[2:4]), *(1000, 0)[len(sys.argv[2:4]) :])
    if events:
        make_large(place, count, events)
    else:
        make(place, count)
