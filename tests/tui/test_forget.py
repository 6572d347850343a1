"""A participant leaves: every trace that the program made is gone, all outputs agree, and nobody is named."""

import hashlib
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.reading import read_guide_file
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.coverage import coverage
from interviews.core.emptied import OF_GUIDE, anonymised
from interviews.core.events import EVENT_TYPES, Handled, Merged, Started
from interviews.core.state import replay
from interviews.data_management.unfinished import FOLDER
from interviews.log.reader import read_log, read_log_file
from interviews.log.shelter import Shelter
from interviews.log.writer import Log
from interviews.os_support import system
from interviews.study.entries import Entry, Exported, Policy, Withdrawn
from interviews.study.facts import Reflection, Seen, StudyFact, add, read_study_facts
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.faults.stepwise import bytes_in
from tests.interviewer import PROGRAM, Interviewer, thesis_study
from tests.interviews.holding import ALL, carried_out
from tests.terminal import Terminal
from tests.tui.lines import GUIDE
from tests.tui.sittings import settled
from tests.tui.studies import SHORT, hold, study_with
from tui.documents.matrix_rows import summary_lines
from tui.main import main
from tui.review.app import StudyReviewApp
from tui.translator import Translator

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
    monkeypatch.setattr(system(), "sync", lambda _: None)  # no power fails here
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
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
    told_in_markdown = (study.parent / "stick.md").read_text()
    assert "3 av 5 intervjuer" in told_in_markdown
    assert re.search(r"\bMed\W+3 av 5", told_in_markdown), "two have withdrawn, and three are included"
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


def test_who_is_meant_must_be_certain_and_nothing_is_done_unasked(
    place: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = place / "study"
    before = bytes_in(study)
    for code, told in (("I3-2", "forget I3"), ("Kari", "Kari"), ("I9", "I9")):
        assert run(study, "forget", code, "--yes") == 2
        assert told in capsys.readouterr().err
    held = Log.open(study / "interviews" / "I3-2.jsonl")
    assert run(study, "forget", "I3", "--yes") == 1
    assert "I3-2.jsonl" in capsys.readouterr().err
    held.close()
    before.pop("interviews/.I3.jsonl.0123abcd.intervjuguide")  # what a kill left goes whenever somebody looks
    assert bytes_in(study) == before
    monkeypatch.setattr("tui.commands.forget.at_terminal", lambda: True)
    monkeypatch.setattr("tui.console.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert run(study, "forget", "I3") == 1
    assert bytes_in(study) == before
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert run(study, "forget", "I3") == 0
    assert holding(place, OWN) == set()


def test_a_file_that_says_it_is_somebody_else_s_stops_all(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path, "I1", "I3")
    shutil.copy(study / "interviews" / "I1.jsonl", study / "interviews" / "I3-2.jsonl")
    before = bytes_in(study)
    assert run(study, "forget", "I3", "--yes") == 2
    assert "interviews/I3-2.jsonl" in capsys.readouterr().err
    assert bytes_in(study) == before


def test_where_nothing_was_promised_nothing_is_guessed(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path)
    guide = study / "guide.yaml"
    guide.write_text("\n".join(line for line in guide.read_text().split("\n") if "on_withdrawal" not in line))
    hold(study, "I3", guide=GUIDE.but(on_withdrawal=None))
    before = bytes_in(study)
    assert run(study, "forget", "I3", "--yes") == 2
    assert "on_withdrawal: delete" in capsys.readouterr().err
    assert bytes_in(study) == before


def test_words_that_went_into_other_files_are_named_with_their_place(tmp_path: Path, capsys: Captured) -> None:
    """A quotation that became a question, in the guide and in a later interview's copy; a reason; a reflexive note."""
    study = study_with(tmp_path)
    said = "jeg lukket døra og lot noen andre ta den timen"
    hold(study, "I3", (do.AskQuestion("B1"), do.TakeNote(f"Hun sa: {said}, og så lo hun", "quote")))
    guide = study / "guide.yaml"
    text = guide.read_text()
    line = text[: text.index("Hvordan")].count("\n") + 1
    guide.write_text(text.replace("Hvordan", f"Har det hendt at «{said.capitalize()}»? Hvordan", 1))
    reading = read_guide_file(guide, "guide.yaml").guide
    assert reading is not None
    hold(study, "I4", guide=reading)
    (study / "revisions").mkdir()
    (study / "revisions" / "2.yaml").write_text("changes:\n  - why: I3 stoppet opp her\n    evidence: [I3:2]\n")
    add(study, [Reflection(date=DAY, text="Hos I3 nikket jeg for mye.")])
    others = bytes_in(study)
    assert run(study, "forget", "I3", "--yes") == 0
    told = capsys.readouterr().out
    words = (f"guide.yaml, linje {line}", "interviews/I4.jsonl, linje 1")
    named = ("revisions/2.yaml, linje 2", "revisions/2.yaml, linje 3", "study.jsonl, linje 1")
    for place in (*(f"{one}: deltakerens ord" for one in words), *(f"{one}: nevner I3" for one in named)):
        assert place in told
    kept = bytes_in(study)
    assert all(kept[name] == others[name] for name in ("guide.yaml", "interviews/I4.jsonl", "revisions/2.yaml"))


def test_a_log_that_comes_back_is_named_and_the_code_stays_retired(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path, "I1", "I3")
    log = study / "interviews" / "I3.jsonl"
    data = log.read_bytes()
    assert run(study, "forget", "I3", "--yes") == 0
    assert run(study, "run", "--participant", "I2") == 2
    log.write_bytes(data)
    for _ in range(2):
        assert Study(study).remember_codes() is None
        capsys.readouterr()
        assert run(study, "review") == 0
        assert "forget" in (err := capsys.readouterr().err) or "trekk I3" in err
    assert run(study, "forget", "I3", "--yes") == 0
    facts = read_study_facts(study)
    assert [one.again for one in facts.entries if isinstance(one, Withdrawn)] == [False, True]
    assert [one.interviews for one in facts.withdrawals] == [1]
    assert [path.name for path in log.parent.iterdir() if "withdrawn" in path.name] == ["withdrawn-1.jsonl"]
    capsys.readouterr()
    assert run(study, "review") == 0
    assert "1 av 2 intervjuer" in capsys.readouterr().out


def test_what_is_edited_is_named_and_left(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path / "study", "I1", "I3")
    assert run(study, "review", "--html", study / "rapport.html") == 0
    assert run(study, "review", "--markdown", study / "rapport.md") == 0
    (study / "rapport.html").write_text("mine egne ord")
    guide = (study / "guide.yaml").read_bytes()
    (study / "rapport.md").unlink()
    medium = tmp_path / "medium"
    medium.mkdir()
    assert run(study, "backup", medium) == 0
    copy = next(medium.iterdir())
    assert run(study, "forget", "I3", "--yes") == 0
    told = capsys.readouterr().out
    assert "  rapport.html" in told
    assert f"  {copy}\n" in told
    assert (copy / "interviews" / "I3.jsonl").exists()
    assert (study / "rapport.html").read_text() == "mine egne ord"
    assert not (study / "rapport.md").exists()
    assert (study / "guide.yaml").read_bytes() == guide


def test_what_may_be_somebody_s_own_is_named_and_not_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """Names that begin with the code, what links lead to, files that only a foreign study says are its."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    study = study_with(tmp_path / "study", "I1", "I3", "I30")
    own = tmp_path / "masteroppgave"
    own.mkdir()
    for name in ("analyse.md", "lyd.wav"):
        (own / name).write_text("mine")
    (study / "I3-analyse.md").symlink_to(own / "analyse.md")
    (study / "I3").symlink_to(own)
    for name in ("I3 og I1 sammenligning.docx", "Intervju I3.docx", "P2-skisse.pptx", "P2.txt", "I3.txt"):
        (study / name).write_text("mine")
    assert run(study, "review", "--participant", "I30", "--html", study / "I3 og I30.html") == 0
    assert run(study, "export", "marks", "--participant", "I3", "--as", "vtt", "-o", study / "I3 merker.vtt") == 0
    add(study, [Reflection(date=DAY, text="Det jeg tenkte mellom intervjuene")])
    hold(study, "I3-2", ACTS)
    assert run(study, "export", "reflexive", "-o", study / "refleksjon.md") == 0
    digest = hashlib.sha256(b"mine").hexdigest()
    foreign = Exported(date=DAY, path=str(own / "lyd.wav"), sha256=digest, format="give", interviews=("I3",))
    add(study, [foreign, foreign.but(path=str(own / "analyse.md"), format="html", mark="0" * 64)])
    with (study / "study.jsonl").open("ab") as stream:
        stream.write(b'{"seq":"skadet","type":"fact","interview":"I3"\n')
    number = (study / "study.jsonl").read_bytes().count(b"\n")
    kept = {name: data for name, data in bytes_in(tmp_path).items() if isinstance(data, bytes) and data == b"mine"}
    report = (study / "I3 og I30.html").read_bytes()
    assert run(study, "forget", "P2", "--yes") == 2
    told = capsys.readouterr().out
    assert "P2.txt" in told
    assert "P2-skisse.pptx" in told
    assert not any(isinstance(one, Withdrawn) for one in read_study_facts(study).entries)
    assert run(study, "forget", "I3", "--yes") == 0
    told = capsys.readouterr().out
    for name in ("I3 og I1 sammenligning.docx", "Intervju I3.docx", "I3-analyse.md", str(own / "lyd.wav"), str(own)):
        assert f"  {name}\n" in told
    assert told.count("  I3 merker.vtt\n") == 1, "what is made here and deleted is not said to be left alone as well"
    assert f"linje {number}: kan ikke leses" in told
    after = bytes_in(tmp_path)
    kept.pop("study/I3.txt")
    assert {name: after.get(name) for name in kept} == kept
    assert "study/I3.txt" not in after
    assert (study / "I3-analyse.md").is_symlink()
    assert (study / "I3 og I30.html").read_bytes() == report
    assert "Det jeg tenkte" in (study / "refleksjon.md").read_text()
    assert OWN not in (study / "refleksjon.md").read_text()


def test_what_is_not_here_or_cannot_be_written_is_named_and_the_receipt_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    study, stick = study_with(tmp_path / "study", "I1", "I3"), tmp_path / "stick"
    stick.mkdir()
    assert run(study, "backup", stick) == 0
    copy = next(stick.iterdir())
    assert run(study, "review", "--html", stick / "r.html") == 0
    assert run(study, "give", "I3", "-o", stick / "I3 kopi.html") == 0
    assert run(study, "review", "--html", study / "fast.html") == 0
    fixed = (study / "fast.html").read_bytes()
    stick.rename(tmp_path / "borte")
    monkeypatch.setattr("os.access", lambda path, _: path != study / "fast.html")
    capsys.readouterr()
    assert run(study, "forget", "I3", "--yes") == 0
    out = capsys.readouterr().out
    for path in (stick / "r.html", stick / "I3 kopi.html", copy):
        assert str(path) in out
    assert "Alt om deltakeren" not in out
    assert (study / "fast.html").read_bytes() == fixed
    (receipt,) = read_study_facts(study).withdrawals
    for place in (str(stick / "r.html"), f"{stick},", "fast.html"):
        assert place in f"{receipt.text},".replace(".,", ",")
    assert "I3" not in receipt.text
    assert run(study, "forget", "I3", "--yes") == 2
    assert str(stick / "r.html") in capsys.readouterr().out


def test_what_is_made_while_the_question_stands_there_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    study = study_with(tmp_path, "I1", "I3")
    late = study / "interviews" / "I3 kopi.jsonl"

    def answered(_: str) -> bool:
        shutil.copy(study / "interviews" / "I3.jsonl", late)
        return True

    monkeypatch.setattr("tui.commands.forget.at_terminal", lambda: True)
    monkeypatch.setattr("tui.commands.forget.agrees", answered)
    assert run(study, "forget", "I3") == 1
    assert "endret siden det ble vist" in capsys.readouterr().err
    assert late.exists()
    assert (study / "interviews" / "I3.jsonl").exists()
    assert run(study, "forget", "I3", "--yes") == 0
    assert not late.exists()


def test_it_is_done_though_nobody_reads_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = study_with(tmp_path, "I1", "I3")
    gone: list[bool] = []

    def write(text: str, _: object) -> None:
        if not gone:
            raise BrokenPipeError(text[:0])

    monkeypatch.setattr("tui.console._write", write)
    monkeypatch.setattr("tui.console.print_nowhere", lambda: gone.append(True))
    assert run(study, "forget", "I3", "--yes") == 0
    assert gone == [True]
    assert not (study / "interviews" / "I3.jsonl").exists()


def test_the_stronger_promise_holds_and_a_report_gets_nobody_new(tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1")
    hold(study, "I3", guide=GUIDE.but(on_withdrawal="delete"))
    hold(study, "I3-2", guide=GUIDE.but(on_withdrawal="anonymise"))
    assert run(study, "review", "--html", study / "rapport.html") == 0
    hold(study, "I4", (do.AskQuestion("B1"), do.TakeNote("et notat som kom senere"), *SHORT))
    assert run(study, "forget", "I3", "--yes") == 0
    assert not [path for path in (study / "interviews").iterdir() if "withdrawn" in path.name]
    text = (study / "rapport.html").read_text()
    assert "et notat som kom senere" not in text
    assert "I1" in text


def test_every_field_with_words_of_every_event_is_emptied() -> None:
    """Whatever a later version adds: what may stay is named, and nothing else does."""
    for kind in EVENT_TYPES.values():
        hints, values = get_type_hints(kind), dict(kind.defaults())
        for name in set(kind.field_names()) - OF_GUIDE:
            values |= {name: OWN} if hints[name] in (str, str | None) else {}
            values |= {name: (OWN,)} if hints[name] == tuple[str, ...] else {}
        event = kind.from_fields({**dict.fromkeys(kind.field_names()), **values, "seq": 1, "t": 7.0})
        if isinstance(event, Merged):
            event = event.but(event={"seq": 1, "t": 7.0, "type": "skipped", "questions": ["A1"], "reason": OWN})
        assert OWN.encode() not in anonymised([event]), kind
    handled = anonymised([Handled(seq=1, t=7.0, acts=(1, 2), keys=(4, 9), millis=(0, 5017), rest=1)])
    assert (b"5017" in handled, b'"acts":[1,2]' in handled) == (False, True), "how long a line took is a time"


def test_what_lies_elsewhere_goes_too_and_another_study_s_i3_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that is a link, one that went on among the user's data, what an editor left; a study inside the study."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    study = study_with(tmp_path / "study", "I1")
    log = hold(study, "I3", ACTS)
    data = log.read_bytes()
    log.rename(tmp_path / "elsewhere.jsonl")
    log.symlink_to(tmp_path / "elsewhere.jsonl")
    away = next(place for place in Shelter(log, None, data).places())
    away.parent.mkdir(parents=True)
    away.write_bytes(data)
    for name in ("#I3.jsonl#", ".I3.jsonl.swp", "I3.jsonl~"):
        (study / "interviews" / name).write_bytes(data)
    (study / ".stversions" / "interviews").mkdir(parents=True)
    (study / ".stversions" / "interviews" / "I3~20261128-101112.jsonl").write_bytes(data)
    inner = study_with(study / "en annen")
    other = hold(inner, "I3", SHORT)
    before = other.read_bytes()
    assert run(study, "forget", "I3", "--yes") == 0
    assert holding(tmp_path, OWN) == set()
    assert not (tmp_path / "elsewhere.jsonl").exists()
    assert not away.parent.exists()
    assert other.read_bytes() == before


def test_a_pilot_who_leaves_is_told_apart(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path, "I1", "P1")
    assert run(study, "forget", "P1", "--yes") == 0
    capsys.readouterr()
    assert run(study, "review", "--json") == 0
    assert json.loads(capsys.readouterr().out)["withdrawn"] == {"participants": 1, "interviews": 0, "pilots": 1}
    assert run(study, "review") == 0
    assert "av 1" not in capsys.readouterr().out.split("\n", 3)[2]
    assert run(study, "export", "method") == 0
    assert "blant dem med 1 prøveintervju" in capsys.readouterr().out
    assert Study(study).next_code("pilot") == "P2"


@given(st.lists(ALL, max_size=20))
def test_what_remains_of_any_interview_replays_to_the_same_coverage(commands: list[Command]) -> None:
    events = carried_out(commands).events
    emptied = read_log(anonymised(events), "withdrawn-1.jsonl")
    assert emptied.problems == ()
    assert [type(one) for one in emptied.events] == [type(one) for one in events]
    first, second = (coverage(replay(given)) for given in (events, emptied.events))
    for name, question in first.questions.items():
        if question.state not in ("touched", "untouched"):  # a bookmark without its words touches nothing
            assert (question.state, question.depth) == (second.questions[name].state, second.questions[name].depth)


async def test_the_review_on_the_screen_says_of_how_many_too(tmp_path: Path) -> None:
    study = Study(study_with(tmp_path, "I1", "I2", "I3", "I4"))
    assert run(study.folder, "forget", "I3", "--yes") == 0
    result = review(study)
    assert result is not None
    assert "3 av 4 intervjuer" in "\n".join(summary_lines(result, Translator("nb")))
    app = StudyReviewApp(study, result, Translator("nb"), clock=StandingClock())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        assert "3 av 4 intervjuer" in app.screen._compositor.render_strips()[0].text


def test_driven_from_outside_no_word_is_left_in_study_data_config_and_cache(tmp_path: Path) -> None:
    """Held on the screen, cut off with words on the line, gone on with, then withdrawn: as people do it."""
    study = thesis_study(tmp_path / "study")
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    hold(study, "I1")
    with Interviewer(study, "--participant", "I3", code="I3", env=folders) as interviewer:
        interviewer.ready()
        interviewer.keys("enter", expect=2)
        interviewer.line(f"det var en {OWN} rundt halsen #{OWN}")
        interviewer.line(f"-{OWN}")
        interviewer.terminal.type(f"{OWN} på linja")
        interviewer.terminal.wait_for(f"{OWN} på linja")
        interviewer.terminal.kill()
    with Interviewer(study, "--participant", "I3", "--resume", code="I3", env=folders) as interviewer:
        interviewer.ready()
        with interviewer.log.open("ab") as stream:
            stream.write(b"somebody else")
        interviewer.terminal.type(f'"{OWN} igjen')
        interviewer.terminal.press("enter")
        interviewer.terminal.wait_for("I3.rescued-1.jsonl")
    for arguments in (["review", "--html", study / "r.html"], ["export", "method", "-o", tmp_path / "m.md"]):
        with Terminal([*PROGRAM, *map(str, arguments), "--study", str(study)], env=folders) as terminal:
            terminal.wait_exit()
    assert len(holding(tmp_path, OWN)) >= 2
    with Terminal([*PROGRAM, "trekk", "I3", "--study", str(study)], env=folders) as terminal:
        terminal.wait_for("(ja/nei)")
        terminal.type("ja")
        terminal.press("enter")
        terminal.wait_for("Kvittering")
    assert holding(tmp_path, OWN) == set()
    assert {name for name in bytes_in(tmp_path) if "I3" in name} == set()
    with Terminal([*PROGRAM, "review", "--study", str(study)], size=(100, 60), env=folders) as terminal:
        terminal.wait_for("1 av 2 intervjuer")
