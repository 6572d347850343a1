"""A study that stays anonymous, from the first key to every export, through a reboot, looked for in every file.

The interview is held in a terminal, by a program that believes another machine's clocks and names.
"""

import getpass
import os
import re
import socket
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from guide.reading import read_guide
from interviews.core import commands as do
from interviews.log.reader import read_log_file
from tests.interviewer import records
from tests.terminal import Terminal
from tests.test_promises import Home, readings
from tests.tui.studies import hold

GUIDE = """\
title: Nye lærere
anonymous: ja
research_questions: {A: Hva overrasker?, B: Hvem får de støtte av?}
opening: [{id: info, point: Informasjon er gitt, gate: start}]
sections:
  - serves: A
    questions: [Kan du fortelle om den første uka?, Hva var annerledes?]
  - serves: B
    questions: [Hvem snakket du med?]
closing: [Er det noe du vil legge til?]
data: {class: green}
on_withdrawal: delete
"""
FIRST = {"WALL": "2031-03-07T13:37:11+05:45", "BOOT": "b00t0ne", "RUNNING": "7348611", "HOST": "kontormaskin"}
SECOND = {"WALL": "2032-09-21T23:59:58-03:30", "BOOT": "b00tt0w", "RUNNING": "-2917", "HOST": "hjemmemaskin"}
NAMES = ("kari", "nilsen", "voss", "3. mai", "halvorsen", "mona")
"""What is typed in notes and masked, and never put back."""


PROFILES = ("standard", "qualcoder")


class Seat:
    """One sitting at one of the machines."""

    def __init__(self, home: Home, machine: dict[str, str], *arguments: str, command: str = "run") -> None:
        self.trace = home.folder / "trace"
        env: dict[str, str | None] = {**home.env, **machine, "TRACE": str(self.trace), "USER": "ingridsen"}
        program = [sys.executable, "-m", "tests.another_machine", command, *arguments, "--study", str(home.study)]
        self.terminal = Terminal(program, size=(80, 24), env={**env, "PYTHONPATH": os.environ["PYTHONPATH"]}, anew=True)

    def __enter__(self) -> Terminal:
        return self.terminal.__enter__()

    def __exit__(self, *_: object) -> None:
        self.terminal.close()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path / "hjem")
    found.study.mkdir(parents=True, mode=0o700)
    (found.study / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    found.env["HOME"] = str(found.folder)
    return found


def test_no_time_no_machine_and_no_name_is_in_any_byte_from_the_first_key_to_every_export(home: Home) -> None:
    log = home.study / "interviews" / "I1.jsonl"
    with Seat(home, FIRST, "--participant", "I1") as table:
        table.wait_for("Guide")
        table.type("/a1")
        table.press("enter")
        table.wait_for("Ikke krysset av")
        table.press("shift+tab")
        table.press("enter")
        table.wait_for("Kan du fortelle om den første uka?")
        table.type("kari nilsen ringte fra Voss 3. mai")
        table.press("enter")
        table.wait_for("maskert: kari nilsen")
        table.kill()  # one Enter, and the power is gone
    assert records(log)[-1]["text"] == "[navn] ringte fra [sted] [dato]"
    before = read_log_file(log, log.name).events
    with Seat(home, SECOND, "--resume", "--participant", "I1") as table:
        table.wait_for(lambda text: "ukjent hvor" in text and "lenge etter" in text)
        table.wait_for("· anonym ·")
        table.type("Halvorsen sa nei til Grete")
        table.press("enter")
        table.wait_for("maskert: Halvorsen")
        log.rename(home.folder / "borte.jsonl")  # a sync program took it away
        table.type("noe mer")
        table.press("enter")
        table.wait_for(lambda _: log.exists() and [one["text"] for one in records(log)[-1:]] == ["noe mer"])
        table.press("ctrl+q")
        table.wait_exit()
    events = read_log_file(log, log.name).events
    assert [event.type for event in events[len(before) :]] == ["resumed", "noted", "noted"]
    resumed = records(log)[len(before)]
    assert resumed["t"] == max(event.t for event in before)
    assert "gap" not in resumed
    observe(home)
    assert {line.partition("=")[0] for line in (home.folder / "trace").read_text().split()} <= {f"{socket.AF_UNIX:d}"}
    guide = read_guide(GUIDE, "guide.yaml").guide
    assert guide is not None
    for name in ("I2", "I3", "P1"):
        acts = (do.AskQuestion("A1", confirmed=True), do.TakeNote("ble mindre redd"), do.MarkCovered((), 2))
        hold(home.study, name, acts, guide=guide)
    out = home.folder / "ut"
    out.mkdir()
    for arguments in EXPORTS:
        home.run(*(one.format(out=out) for one in arguments))
    for arguments in AFTERWARDS:
        home.run(*arguments, code=None)
    leaks = [*leaking(home)]
    assert not leaks, "\n".join(map(repr, leaks))


def observe(home: Home) -> None:
    """Somebody in a second seat ticks, and writes a name."""
    with Seat(home, SECOND, "--participant", "I1", command="observe") as table:
        table.wait_for("OBSERV")
        table.press("left")
        table.type("Mona nikket")
        table.press("enter")
        table.wait_for("maskert")
        table.press("ctrl+q")
        table.wait_exit()


EXPORTS = (
    *(("review", option, f"{{out}}/review.{name}") for option, name in (("--html", "html"), ("--markdown", "md"))),
    ("review", "--word", "{out}/review.docx"),
    *(("export", "guide", "-o", f"{{out}}/guide.{name}") for name in ("docx", "md")),
    *(("export", "paper", "-o", f"{{out}}/paper.{name}") for name in ("docx", "html")),
    *(("export", one, "-o", f"{{out}}/{one}.md") for one in ("method", "reflexive", "dataplan")),
    *(
        (
            "export",
            "coded",
            "--for",
            one,
            "--with-marks",
            "-o",
            f"{{out}}/coded-{one}{'.rtf' if one == 'maxqda' else ''}",
        )
        for one in ("nvivo", "maxqda", "atlas", "qualcoder", "taguette")
    ),
    *(("export", "qdpx", "--profile", one, "--with-marks", "-o", f"{{out}}/{one}.qdpx") for one in PROFILES),
    ("export", "qdc", "-o", "{out}/study.qdc"),
    *(("export", "tables", "--as", one, "--with-marks", "-o", f"{{out}}/tables-{one}") for one in ("csv", "json")),
    *(("export", "tables", "--as", one, "--with-marks", "-o", f"{{out}}/t.{one}") for one in ("xlsx",)),
    ("export", "tables", "--as", "parquet", "--with-marks", "-o", "{out}/tables-parquet"),
    ("give", "I2", "-o", "{out}/give.html"),
    ("export", "method", "--fact", "setting=på biblioteket", "--participant", "I2"),
    ("backup", "{out}"),
)
"""Every export that an anonymous study has, each a command."""


AFTERWARDS = (
    ("reflect", "jeg ledet Halvorsen, tror jeg"),
    ("forget", "I3", "--yes"),
    ("finish", "--yes"),
    ("review",),
    ("scan",),
    ("check",),
    ("where",),
)
"""What is done when the interviews are over; each of them may write something down."""


def leaking(home: Home) -> Iterator[tuple[str, str]]:
    """Every file in the home, and of the archives in it, that holds a time, a machine or a name, in name or bytes."""
    now = datetime.now().astimezone()
    wanted = [*NAMES, *FIRST.values(), *SECOND.values(), "ingridsen", "2031", "2032", "13:37", "23:59", "+05:45"]
    wanted += [f"{now:%Y-%m-%d}", f"{now:%d.%m.%Y}", f"{now:%Y-%m}", f"{now:%Y%m%d}", f"{now:%Y}", str(home.folder)]
    wanted += [name for name in (socket.gethostname(), getpass.getuser()) if len(name) > 4]
    folded = [one.casefold() for one in wanted]
    told = re.compile("|".join(rf"(?<![0-9a-zæøå]){re.escape(one)}(?![0-9a-zæøå])" for one in wanted), re.IGNORECASE)
    for path in home.folder.rglob("*"):
        name = str(path.relative_to(home.folder))
        if found := told.search(name):
            yield name, found[0]
        if not path.is_file():
            continue
        for text in readings(path):
            small = text.casefold()  # a word is found ten times as quickly as an expression
            if any(one in small for one in folded) and (found := told.search(text)):
                yield name, text[max(found.start() - 60, 0) : found.end() + 40]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                yield from ((name, f"{one.date_time}") for one in packed.infolist() if one.date_time[0] == now.year)
