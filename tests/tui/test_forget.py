"""A participant leaves: every trace that the program made is gone, all outputs agree, and nobody is named."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from interviews.core import commands as do
from interviews.core.events import Started
from interviews.core.state import replay
from interviews.log.reader import read_log_file
from interviews.os_support import posix
from interviews.study.entries import Entry, Policy
from interviews.study.facts import Reflection, Seen, StudyFact, add, read_study_facts
from interviews.study.folder import Study
from interviews.study.unfinished import FOLDER
from tests.faults.stepwise import bytes_in
from tests.tui.lines import GUIDE
from tests.tui.studies import SHORT, hold, study_with
from tui.main import main

Captured = pytest.CaptureFixture[str]
OWN = "kvernstein"
"""A word that nobody but I3 says."""

ACTS = (
    do.AskQuestion("A1"),
    do.TakeNote(f"det var som en {OWN} rundt halsen hele det året #a1 #{OWN}", "quote"),
    do.Skip(("A2",), f"{OWN} igjen"),
    do.TakeNote("", "bookmark"),
    do.TakeNote(f"{OWN} og meg selv", "reflexive"),
    *SHORT,
)
DAY = "2026-11-28"


@pytest.fixture(params=["delete", "anonymise"])
def how(request: pytest.FixtureRequest) -> Policy:
    """What was promised."""
    return "delete" if request.param == "delete" else "anonymise"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: Policy) -> Path:
    """A folder with a study of four, all that one of them can lie in, and the user's folders beside it."""
    monkeypatch.setattr(posix, "sync", lambda _: None)  # no power fails here
    monkeypatch.setattr(posix, "sync_name", lambda _: None)
    promised = GUIDE.but(on_withdrawal=how)
    for name, folder in (("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    study = study_with(tmp_path / "study", "I1", "I2", "P1")
    hold(study, "I3", ACTS, guide=promised)
    hold(study, "I3-2", ACTS, guide=promised)
    hold(study, "I4", (do.AskQuestion("B1"), do.TakeNote("I3 ga meg kontakten, kanskje I31 også"), *SHORT))
    assert Study(study).remember_codes() is None
    log = study / "interviews" / "I3.jsonl"
    for name in ("I3 (1).jsonl", "Kopi av I3.jsonl", "i3-conflict.jsonl", "I3.jsonl.bak", "backup.jsonl", "._I3.jsonl"):
        shutil.copy(log, log.with_name(name))
    shutil.copy(log, log.with_name("I3.rescued-1.jsonl"))
    (study / "interviews" / ".I3.jsonl.0123abcd.intervjuguide").write_text(OWN)
    (study / "interviews" / "old").mkdir()
    shutil.copy(log, study / "interviews" / "old" / "I3.jsonl")
    (study / "observations").mkdir()
    sat = {"seq": 0, "t": 0.0, "type": "observation_started", "wall": "", "format": 1, "interview": "I3"}
    for name in ("I3.jsonl", "I3.rescued-1.jsonl", "seen.jsonl"):
        (study / "observations" / name).write_text(
            json.dumps(sat) + f'\n{{"seq":1,"t":1.0,"type":"remark","text":"{OWN}"}}\n'
        )
    (study / "transkripsjoner").mkdir()
    (study / "transkripsjoner" / "I3.txt").write_text(f"I: …\nI3: {OWN}")
    (study / "transkripsjoner" / "I1.txt").write_text("I: …")
    facts: list[Entry] = [
        StudyFact(date=DAY, key="setting", value=f"kontoret til {OWN}", interview="I3"),
        StudyFact(date=DAY, key="transcript_wanted", value="yes", interview="I3-2"),
        StudyFact(date=DAY, key="setting", value="biblioteket", interview="I1"),
        Seen(date=DAY, what="notice", told="I1:A2 I3:A2"),
        Reflection(date=DAY, text="Etter I3 var jeg trøtt."),
    ]
    add(study, facts)
    with (study / "study.jsonl").open("ab") as stream:
        stream.write(f'{{"seq":99,"type":"fact","value":"I3 {OWN}'.encode())
    assert run(study, "review", "--html", study / "rapport.html") == 0
    assert run(study, "review", "--markdown", tmp_path / "stick.md") == 0
    assert run(study, "review", "--participant", "I3", "--html", study / "bare.html") == 0
    assert run(study, "export", "method", "-o", study / "metode.md") == 0
    assert run(study, "export", "reflexive", "--json", "-o", study / "refleksjon.json") == 0
    assert run(study, "export", "guide", "-o", study / "vedlegg.md") == 0
    return tmp_path


def run(study: Path, command: str, *arguments: object) -> int:
    return main([command, *map(str, arguments), "--study", str(study)])


def holding(place: Path, *words: str) -> set[str]:
    """The files that have one of these words in them or in their name, in whatever case."""
    return {
        name
        for name, data in bytes_in(place).items()
        if any(
            word.casefold() in (name + data.decode("utf-8", "replace") if isinstance(data, bytes) else name).casefold()
            for word in words
        )
    }


def test_nothing_of_them_is_left_and_every_output_agrees(place: Path, capsys: Captured, how: Policy) -> None:
    study = place / "study"
    others = {
        name: data
        for name, data in bytes_in(study).items()
        if name.startswith(
            (
                "interviews/I1",
                "interviews/I2",
                "interviews/I4",
                "interviews/P1",
                "guide",
                "transkripsjoner/I1",
                "vedlegg",
            )
        )
    }
    capsys.readouterr()
    assert run(study, "trekk", "i3") == 2
    out, err = capsys.readouterr()
    for told in (
        "interviews/I3 (1).jsonl",
        "observations/seen.jsonl",
        "transkripsjoner/I3.txt",
        "bare.html",
        "stick.md",
        "interviews/I4.jsonl, linje 3",
    ):
        assert told in out
    assert "--yes" in err
    assert run(study, "forget", "I3", "--yes") == 0
    assert "slettet" in capsys.readouterr().out or how == "anonymise"
    assert holding(place, OWN) == set()
    left = holding(place, "I3")
    assert {name for name in left if "I3" in name} == set()
    assert {name.removeprefix("study/") for name in left} <= {
        "interviews/I4.jsonl",
        "study.jsonl",
        "refleksjon.json",
        "rapport.html",
        "metode.md",
        "../stick.md",
        "stick.md",
    }
    after = bytes_in(study)
    assert {name: after[name] for name in others} == others
    facts = read_study_facts(study)
    assert facts.problems == ()
    assert [(one.how, one.interviews, one.pilots) for one in facts.withdrawals] == [(how, 2, 0)]
    assert "I3" not in facts.withdrawals[0].text
    assert [one.value for one in facts.entries if isinstance(one, StudyFact)] == ["biblioteket"]
    agrees(study, capsys)
    kept = [name for name in after if "withdrawn-" in name]
    assert len(kept) == (2 if how == "anonymise" else 0)
    for name in kept:
        events = read_log_file(study / name, name).events
        first = events[0]
        assert isinstance(first, Started)
        assert (first.wall, first.boot, first.participant) == ("", "", "")
        assert {event.t for event in events} == {0.0}
        assert replay(events).ended is not None
    assert not (study / FOLDER).exists()


def agrees(study: Path, capsys: Captured) -> None:
    """Whatever is asked, three of the five interviews are told; and the code is given to nobody."""
    capsys.readouterr()
    assert run(study, "review", "--json") == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told["interviews"]] == ["I1", "I2", "I4", "P1"]
    assert told["withdrawn"] == {"participants": 1, "interviews": 2, "pilots": 0}
    assert told["problems"] == []
    assert run(study, "review") == 0
    assert "3 av 5 intervjuer" in capsys.readouterr().out
    assert "3 av 5 intervjuer" in (study / "rapport.html").read_text()
    assert "3 av 5 intervjuer" in (study.parent / "stick.md").read_text()
    assert "3 av 5 intervjuer" in (study / "metode.md").read_text()
    assert run(study, "export", "method", "--json") == 0
    facts = {one["key"]: one["values"] for one in json.loads(capsys.readouterr().out)["facts"]}
    assert (facts["interviews"]["count"], facts["withdrawn"]["held"]) == (3, 5)
    assert Study(study).next_code("live") == "I5"
    assert run(study, "run", "--participant", "I3") == 2
    assert "I5" in capsys.readouterr().err
    assert run(study, "forget", "I3", "--yes") == 2
    for name in ("I1", "I2", "I4"):
        log = study / "interviews" / f"{name}.jsonl"
        assert replay(read_log_file(log, name).events).ended is not None
