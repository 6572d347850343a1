"""Two who interview in one study, or note one interview, through the commands."""

import csv
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from guide.write import write_guide
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import Refusal
from interviews.core.replaying import Tape
from interviews.core.state import replay
from interviews.data_management.unfinished import FOLDER
from interviews.log.reader import read_log_file
from interviews.os_support import system
from interviews.session import Session
from interviews.study.facts import StudyFact, add, read_study_facts
from interviews.study.folder import Study
from interviews.study.survey import survey
from tests.clocks import StandingClock
from tests.faults.stepwise import bytes_in, kill_at
from tests.tui.lines import ANONYMOUS, GUIDE
from tests.tui.studies import study_with
from tui import VERSION
from tui.live.transcript import transcript_entries
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]

OURS: tuple[Command, ...] = (
    do.AskQuestion("B1"),
    do.TakeNote("bandet på byen [AB] #b8"),
    do.MarkCovered((), 3),
    do.TakeNote("kulturendring?", "follow_up"),
)
THEIRS: tuple[Command, ...] = (
    do.AskQuestion("B1"),
    do.TakeNote("spiller i band, sier CD", "quote"),
    do.AskQuestion("B2"),
    do.TakeNote("noe annet", "follow_up"),
)


def noted(study: Path, name: str, by: str, acts: tuple[Command, ...], *, later: float = 0.0, days: int = 0) -> Path:
    """A log of one of two who sat at the same table, each with a computer of their own."""
    clock = StandingClock(boot_name=f"the computer of {by or 'nobody'}")
    clock.go_on(later + 86400 * days)
    log = study / "interviews" / f"{name}.jsonl"
    now = Study(study).guide().guide
    guide = ANONYMOUS if now is not None and now.anonymous else GUIDE
    session = Session.new(log, guide, name.partition("-")[0], "live", clock, VERSION)
    session.hold_by(by)
    for act in (*acts, do.End()):
        assert not isinstance(session.do(act), Refusal), act
        clock.go_on(10)
    session.close()
    return log


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """I1 held by one, and I3 noted by two, the second of whom began four seconds later."""
    folder = study_with(tmp_path / "study")
    noted(folder, "I1", "AB", OURS, days=7)
    noted(folder, "I3", "AB", OURS)
    noted(folder, "I3-2", "CD", THEIRS, later=4)
    assert Study(folder).remember_codes() is None
    return folder


def run(capsys: Captured, study: Path, *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--study", str(study)])
    out, err = capsys.readouterr()
    return code, " ".join(out.split()), " ".join(err.split())


def reviewed(capsys: Captured, study: Path) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    main(["review", "--json", "--study", str(study)])
    return {one["code"]: one for one in json.loads(capsys.readouterr().out)["interviews"]}


def test_two_logs_of_one_talk_are_named_combined_told_and_taken_apart(study: Path, capsys: Captured) -> None:
    before = bytes_in(study / "interviews")
    for command in ("review", "check"):
        _, out, err = run(capsys, study, command)
        assert "intervjuguide combine I3 I3-2" in out + err, command
    code, out, _ = run(capsys, study, "combine", "I3", "I3-2")
    assert code == 0
    assert "I3-3" in out
    assert "4 s senere" in out
    told = reviewed(capsys, study)
    assert [*told] == ["I1", "I3-3"]
    both = told["I3-3"]
    assert [(note["by"], note["text"]) for note in both["notes"]] == [  # type: ignore[attr-defined]
        ("AB", "bandet på byen [AB] #b8"), ("CD", "spiller i band, sier CD"), ("AB", "kulturendring?"),
        ("CD", "noe annet"),
    ]  # fmt: skip
    assert both["hands"] == ["AB", "CD"]
    assert both["agreement"]["B1"] == {"asked": ["AB", "CD"], "covered": ["AB"], "notes": {"AB": 2, "CD": 1}}  # type: ignore[index]
    assert {name: data for name, data in bytes_in(study / "interviews").items() if name in before} == before
    _, out, err = run(capsys, study, "review")
    assert "I3-3" in out
    assert "teller i I3-3.jsonl" in err.casefold() or "Teller i I3-3.jsonl" in err
    code, _, err = run(capsys, study, "combine", "I3", "I3-2")
    assert (code, "I3-3 --undo" in err) == (2, True)
    assert run(capsys, study, "combine", "I3-3", "--undo")[0] == 0
    assert [*reviewed(capsys, study)] == ["I1", "I3", "I3-2"]
    assert bytes_in(study / "interviews") == before


def test_whose_note_it_is_stands_in_every_report_export_and_line(study: Path, tmp_path: Path, capsys: Captured) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    _, out, _ = run(capsys, study, "review", "--participant", "I3-3")
    assert "To som noterte" in out
    assert "begge 1 · bare AB 0 · bare CD 1" in out
    assert "AB, CD" in run(capsys, study, "review")[1], "both held it, not the one whose log was named first"
    for option, name in (("--markdown", "a.md"), ("--html", "a.html")):
        assert run(capsys, study, "review", option, tmp_path / name, "--anyway")[0] == 0
        text = (tmp_path / name).read_text("utf-8")
        assert text.count("CD") >= 3
        assert "Slått sammen av" in text
    _, out, _ = run(capsys, study, "correct", "I3-3")
    assert "CD" in out.partition("sier CD")[0]
    tables = run(capsys, study, "export", "tables", "--as", "csv", "-o", tmp_path / "t", "--with-marks")
    assert tables[0] == 0, tables
    with (tmp_path / "t" / "notes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["text"]: row["by"] for row in csv.DictReader(file) if row["interview"] == "I3-3"}
    assert rows["spiller i band, sier CD"] == "CD"
    assert set(rows.values()) == {"AB", "CD"}
    with (tmp_path / "t" / "interviews.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "AB, CD" in {row["interviewer"] for row in csv.DictReader(file)}
    coded = run(capsys, study, "export", "coded", "--for", "qualcoder", "-o", tmp_path / "k", "--with-marks")
    assert coded[0] == 0, coded
    line = next(
        one for one in (tmp_path / "k" / "I3-3-qualcoder.txt").read_text("utf-8").splitlines() if "spiller i" in one
    )
    assert "CD" in line.partition("spiller")[0]
    capsys.readouterr()
    assert main(["export", "qdpx", "-o", str(tmp_path / "s.qdpx"), "--with-marks", "--study", str(study)]) == 0
    with zipfile.ZipFile(tmp_path / "s.qdpx") as packed:
        assert re.search(rb'name="[^"]*CD"', packed.read("project.qde"))


def test_in_the_conversation_and_where_it_is_played_again_each_act_has_its_hand(study: Path, capsys: Captured) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    events = read_log_file(study / "interviews" / "I3-3.jsonl", "I3-3").events
    for interview in (replay(events), Tape(events, GUIDE).interview(len(events))):
        told = [(one.head, one.text) for one in transcript_entries(interview, Translator("nb"))]
        assert ("AB", "bandet på byen [AB] #b8") in told
        assert "AB B1" in [head for head, _ in told]
        assert ("CD \u201d", "spiller i band, sier CD") in told
        assert ("CD !2", "noe annet") in told
        assert ("", "CD: merket også: stilt B1") in told


def test_what_came_to_a_log_after_it_was_combined_is_said(study: Path, capsys: Captured) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    session, _ = Session.resume(study / "interviews" / "I3-2.jsonl", StandingClock(boot_name="x"))
    session.do(do.TakeNote("etterpå", "reflexive"))
    session.close()
    _, _, err = run(capsys, study, "review")
    assert "I3-3 --undo" in err
    late, _ = Session.resume(study / "interviews" / "I3-3.jsonl", StandingClock(boot_name="y"))
    late.do(do.TakeNote("bare her", "reflexive"))
    late.close()
    code, _, err = run(capsys, study, "combine", "I3-3", "--undo")
    assert (code, (study / "interviews" / "I3-3.jsonl").exists()) == (1, True)
    assert run(capsys, study, "combine", "I3-3", "--undo", "--yes")[0] == 0


def test_taken_apart_its_transcript_is_that_of_a_log_it_was_made_of(study: Path, capsys: Captured) -> None:
    for told, had in (("I3.jsonl", []), ("I3-2.jsonl", ["I3"]), ("stays", ["I3", "I3-2"])):
        run(capsys, study, "combine", "I3", "I3-2")
        made = max(path.stem for path in (study / "interviews").glob("I3-*.jsonl"))
        for name in (made, *had):
            place = study / "transcripts" / f"{name}.jsonl"
            place.parent.mkdir(exist_ok=True)
            place.write_text('{"text":"bandet spiller"}\n', encoding="utf-8")
        code, out, _ = run(capsys, study, "combine", made, "--undo")
        assert (code, told in out.replace("blir liggende", "stays")) == (0, True)
        assert (study / "transcripts" / f"{made}.jsonl").exists() == (told == "stays")
        assert (study / "transcripts" / "I3.jsonl").read_text(encoding="utf-8") == '{"text":"bandet spiller"}\n'


def test_taken_apart_where_the_transcript_cannot_be_read_nothing_is_changed(study: Path, capsys: Captured) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    (study / "transcripts" / "I3-3.jsonl").mkdir(parents=True)
    before = bytes_in(study)
    code, _, err = run(capsys, study, "combine", "I3-3", "--undo")
    assert (code, "Ingenting er endret" in err, "I3-3.jsonl" in err) == (1, True, True), err
    assert bytes_in(study) == before


def test_taken_apart_it_leaves_nothing_that_would_count_twice(study: Path, capsys: Captured) -> None:
    """Not where it had gone on in another file, nor where another one was combined of it."""
    run(capsys, study, "combine", "I3", "I3-2")
    log = study / "interviews" / "I3-3.jsonl"
    session, _ = Session.resume(log, StandingClock(boot_name="y"))
    session.do(do.TakeNote("bare her", "reflexive"))
    session.close()
    log.with_name("I3-3.rescued-1.jsonl").write_bytes(log.read_bytes())
    noted(study, "I3-4", "EF", OURS, later=6)
    assert run(capsys, study, "combine", "I3-3", "I3-4")[0] == 0
    code, _, err = run(capsys, study, "combine", "I3-3", "--undo", "--yes")
    assert (code, "I3-5 --undo" in err, log.exists()) == (2, True, True)
    assert [*reviewed(capsys, study)] == ["I1", "I3-5"]
    for combined in ("I3-5", "I3-3"):
        assert run(capsys, study, "combine", combined, "--undo", "--yes")[0] == 0
    assert [*reviewed(capsys, study)] == ["I1", "I3", "I3-2", "I3-4"]
    assert [name for name in bytes_in(study / "interviews") if "I3-3" in name] == []


def test_who_leaves_takes_the_logs_and_what_they_were_combined_into(study: Path, capsys: Captured) -> None:
    guide = study / "guide.yaml"
    guide.write_text(
        guide.read_text("utf-8") + "\non_withdrawal: anonymise\n", "utf-8"
    ) if "on_withdrawal" not in guide.read_text("utf-8") else None
    run(capsys, study, "combine", "I3", "I3-2")
    code, _out, err = run(capsys, study, "forget", "I3", "--yes")
    assert code == 0, err
    assert read_study_facts(study).withdrawals[0].interviews == 1, "it was one interview"
    left = b"".join(data for data in bytes_in(study).values() if isinstance(data, bytes))
    assert b"spiller i band" not in left
    assert b'"CD"' not in left
    assert [name for name in bytes_in(study) if "I3" in name] == []


def test_initials_are_kept_and_told_where_several_interviewed(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = study_with(tmp_path / "s")
    noted(study, "I1", "AB", OURS)
    assert "holdt av" not in run(capsys, study, "review")[1]
    noted(study, "I2", "CD", THEIRS, days=1)
    _, out, _ = run(capsys, study, "review")
    assert "holdt av AB CD" in out
    anonymous = study_with(tmp_path / "a")
    (anonymous / "guide.yaml").write_text(write_guide(ANONYMOUS), "utf-8")
    log = noted(anonymous, "I1", "AB", OURS[:1])
    assert b"AB" not in log.read_bytes()


def test_two_codes_that_both_gave_are_told_and_one_is_renamed_everywhere(study: Path, capsys: Captured) -> None:
    observations, transcripts = study / "observations", study / "transcripts"
    observations.mkdir()
    transcripts.mkdir()
    sat = {
        "seq": 0,
        "t": 0.0,
        "type": "observation_started",
        "wall": "2026-03-02T10:00:04+00:00",
        "format": 1,
        "interview": "I3-2",
    }
    (observations / "I3-2.jsonl").write_text(json.dumps(sat) + "\n", "utf-8")
    (transcripts / "I3-2.jsonl").write_text('{"text":"hei"}\n', "utf-8")
    add(study, [StudyFact(date="2026-03-02", key="setting", value="hos I3-2", interview="I3-2")])
    words = (study / "interviews" / "I3-2.jsonl").read_bytes()
    code, out, err = run(capsys, study, "rename", "I3-2", "I5")
    assert code == 0, err
    assert "I3-2" in out
    assert sorted(path.name for path in (study / "interviews").glob("*.jsonl")) == ["I1.jsonl", "I3.jsonl", "I5.jsonl"]
    assert (transcripts / "I5.jsonl").read_text("utf-8") == '{"text":"hei"}\n'
    assert json.loads((observations / "I5.jsonl").read_text("utf-8"))["interview"] == "I5"
    renamed = (study / "interviews" / "I5.jsonl").read_bytes()
    assert renamed.partition(b"\n")[2] == words.partition(b"\n")[2]
    assert renamed == words.replace(b'"participant":"I3"', b'"participant":"I5"')
    facts = read_study_facts(study)
    assert facts.codes == {"I1", "I3", "I5"}
    assert facts.of_interviews("setting")["I5"].value == "hos I3-2", "what somebody wrote stays"
    assert [*reviewed(capsys, study)] == ["I1", "I3", "I5"]
    assert "combine" not in run(capsys, study, "review")[2]
    for given in (("I5", "I1"), ("I9", "I8"), ("I5", "Kari")):
        code, _, err = run(capsys, study, "rename", *given)
        assert (code, bool(err)) == (2, True), given


def test_a_code_that_an_interview_had_is_not_given_to_the_next_one(study: Path, capsys: Captured) -> None:
    code, out, err = run(capsys, study, "rename", "I3", "I2")
    assert (code, err) == (0, "")
    assert "study.jsonl" not in out
    assert Study(study).next_code("live") == "I4"
    assert run(capsys, study, "rename", "I2", "I3")[0] == 0, "it may be taken back"


def test_a_whole_participant_takes_a_combined_interview_along(study: Path, capsys: Captured) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    assert run(capsys, study, "rename", "I3", "I7")[0] == 0
    assert [*reviewed(capsys, study)] == ["I1", "I7-3"]
    assert run(capsys, study, "combine", "I7-3", "--undo")[0] == 0
    assert [*reviewed(capsys, study)] == ["I1", "I7", "I7-2"]


def test_a_log_under_a_name_that_is_not_read_is_renamed_by_its_file(study: Path, capsys: Captured) -> None:
    (study / "interviews" / "I3-2.jsonl").rename(study / "interviews" / "I3 (1).jsonl")
    _, _, err = run(capsys, study, "review")
    assert "intervjuguide rename 'I3 (1).jsonl' KODE" in err
    assert run(capsys, study, "rename", "I3 (1).jsonl", "I5")[0] == 0
    assert [*reviewed(capsys, study)] == ["I1", "I3", "I5"]


def test_whenever_renaming_is_killed_it_is_done_or_untouched(
    study: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, stride: int
) -> None:
    monkeypatch.setattr(system(), "sync", lambda _: None)
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
    kept = shutil.copytree(study, tmp_path / "kept")
    before = bytes_in(study)
    at, ends = 1, set[bool]()
    while kill_at(at, lambda: main(["rename", "I3-2", "I5", "--study", str(study)])):
        assert main(["review", "--study", str(study)]) in (0, 1)
        now = bytes_in(study)
        assert not (study / FOLDER).exists()
        done = "interviews/I5.jsonl" in now
        assert done or now == before, at
        assert not done or not [name for name in now if "I3-2" in name]
        ends.add(done)
        shutil.rmtree(study)
        shutil.copytree(kept, study)
        at += stride
    assert ends == {True, False}


def test_before_the_next_interview_two_logs_of_one_code_are_named(study: Path) -> None:
    told = [problem.code for problem in Study(study).survey().strays]
    assert told == ["code_twice_at_once"]
    for day in range(8, 19):  # so many that kept numbers stand for them
        noted(study, f"I{day}", "AB", OURS[:1], days=day)
    current = Study(study)
    assert [one.code for one in survey(current, current.logs(), current.guide(), VERSION).strays] == told


def test_at_the_end_of_the_project_initials_become_letters_and_nothing_counts_twice(
    study: Path, capsys: Captured
) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    code, _, err = run(capsys, study, "finish", "--yes")
    assert code == 0, err
    told = reviewed(capsys, study)
    assert [*told] == ["I1", "I3-3"]
    assert [note["by"] for note in told["I3-3"]["notes"]] == ["A", "B", "A", "B"]  # type: ignore[attr-defined]
    left = b"".join(data for data in bytes_in(study / "interviews").values() if isinstance(data, bytes))
    for gone in (b'"AB"', b'"CD"', b"2026-03-02", b"the computer of"):
        assert gone not in left
    assert run(capsys, study, "finish", "--yes")[0] == 0, "once more changes nothing"
    assert [*reviewed(capsys, study)] == ["I1", "I3-3"]


def test_in_a_study_that_stays_anonymous_hands_are_letters_and_no_clock_is_asked(
    tmp_path: Path, capsys: Captured
) -> None:
    study = study_with(tmp_path / "a")
    guide = study / "guide.yaml"
    guide.write_text(write_guide(ANONYMOUS), "utf-8")
    noted(study, "I3", "AB", OURS)
    noted(study, "I3-2", "CD", THEIRS, later=4)
    code, _, err = run(capsys, study, "combine", "I3", "I3-2")
    assert (code, "--offset 12" in err) == (2, True)
    code, _, err = run(capsys, study, "combine", "I3", "I3-2", "--offset", "4")
    assert code == 0, err
    assert [*reviewed(capsys, study)] == ["I3-3"]
    made = (study / "interviews" / "I3-3.jsonl").read_bytes()
    assert {event.by for event in read_log_file(study / "interviews" / "I3-3.jsonl", "I3-3").events[1:]} == {"A", "B"}
    assert b'"wall"' not in made
    assert b'"AB"' not in made


def test_what_is_to_go_is_named_in_the_logs_that_were_combined_and_can_be_taken_out_there(
    study: Path, capsys: Captured
) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    code, out, err = run(capsys, study, "correct", "I3-3", "--note", "6", "--leave-out")
    assert code == 0, err
    assert "interviews/I3-2.jsonl" in out + err
    assert run(capsys, study, "correct", "I3-2", "--note", "2", "--leave-out")[0] == 0
    left = b"".join(data for data in bytes_in(study).values() if isinstance(data, bytes))
    assert b"spiller i band" not in left


def test_a_locked_study_is_renamed_and_combined_like_an_open_one(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("cryptography", reason="cryptography is not installed")
    from interviews.data_management.locking import lock
    from interviews.locked import file_keys
    from interviews.locked.keyring import KEYRING
    from interviews.locked.names import is_locked
    from tests.tui import locked_studies

    monkeypatch.setattr(file_keys.Cost, "_defaults", locked_studies.CHEAP)
    place = tmp_path / "place"
    folder = study_with(place / "study")
    noted(folder, "I3", "AB", OURS)
    noted(folder, "I3-2", "CD", THEIRS, later=4)
    noted(folder, "I4", "CD", THEIRS, days=1)
    (folder / "transcripts").mkdir(exist_ok=True)
    (folder / "transcripts" / "I3-3.jsonl").write_text('{"text":"bandet spiller"}\n', encoding="utf-8")
    lock(Study(folder), locked_studies.SAID)
    KEYRING.let_go()
    assert locked_studies.run(place, "combine", "I3", "I3-2") == 0
    assert locked_studies.run(place, "rename", "I4", "I9") == 0
    assert sorted(path.name for path in (folder / "interviews").iterdir()) == [
        "I3-2.locked", "I3-3.locked", "I3.locked", "I9.locked",
    ]  # fmt: skip
    keys = [json.loads(path.read_text("utf-8")).get("file") for path in (folder / "keys").glob("*.json")]
    assert "interviews/I4" not in keys
    capsys.readouterr()
    assert locked_studies.run(place, "review", "--json") == 0
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["interviews"]] == ["I3-3", "I9"]
    left = [data for data in bytes_in(folder / "interviews").values() if isinstance(data, bytes)]
    assert not any(b"spiller i band" in data for data in left)
    before, words = set(locked_studies.whose_keys(place)), folder / "transcripts" / "I3-3.locked"
    assert locked_studies.run(place, "combine", "I3-3", "--undo") == 0
    assert [path.name for path in words.parent.iterdir()] == ["I3.locked"]
    assert is_locked(words.with_stem("I3").read_bytes())
    assert sorted(before - {*locked_studies.whose_keys(place)}) == ["interviews/I3-3", "transcripts/I3-3"]


def test_logs_that_were_combined_take_another_code_together_or_not_at_all(study: Path, capsys: Captured) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    before = bytes_in(study)
    for name in ("I3", "I3-2", "I3-3"):
        code, _, err = run(capsys, study, "rename", name if "-" in name else f"{name}-1", "I5")
        assert (code, "combine I3-3 --undo" in err) == (2, True), name
    assert bytes_in(study) == before
    assert run(capsys, study, "rename", "I3-2", "I3-7")[0] == 0
    assert [*reviewed(capsys, study)] == ["I1", "I3-3"]


def test_who_left_gets_no_interview_by_another_name(study: Path, capsys: Captured) -> None:
    noted(study, "I4", "AB", OURS, days=9)
    Study(study).remember_codes()
    assert run(capsys, study, "forget", "I4", "--yes")[0] == 0
    for new in ("I4", "I4-2"):
        assert run(capsys, study, "rename", "I3-2", new)[0] == 2, new


def test_a_rescued_interview_of_its_own_keeps_its_number_beside_the_new_code(study: Path, capsys: Captured) -> None:
    (study / "interviews" / "I1.jsonl").rename(study / "interviews" / "I3.rescued-1.jsonl")
    assert run(capsys, study, "rename", "I3", "I9")[0] == 0
    there = sorted(path.name for path in (study / "interviews").iterdir())
    assert there == ["I9-2.jsonl", "I9.jsonl", "I9.rescued-1.jsonl"]


def test_a_combined_log_is_not_taken_away_where_it_alone_has_the_words(study: Path, capsys: Captured) -> None:
    run(capsys, study, "combine", "I3", "I3-2")
    (study / "interviews" / "I3-2.jsonl").unlink()
    code, _, err = run(capsys, study, "combine", "I3-3", "--undo")
    assert code == 1
    assert (study / "interviews" / "I3-3.jsonl").exists(), err
    code, out, _ = run(capsys, study, "combine", "I3-3", "--undo", "--yes")
    assert (code, "I3-2" in out, "I3." in out) == (0, False, True)


def test_what_was_combined_again_is_taken_apart_from_outside_in(study: Path, capsys: Captured) -> None:
    noted(study, "I3-3", "EF", OURS[:1], later=2)
    run(capsys, study, "combine", "I3", "I3-2")
    code, out, _ = run(capsys, study, "combine", "I3-4", "I3-3", "--by", "XY,EF")
    assert code == 0, out
    code, out, err = run(capsys, study, "combine", "I3-4", "--undo")
    assert (code, "combine I3-5 --undo" in err) == (2, True), err
    code, out, err = run(capsys, study, "combine", "I3-5", "--undo")
    assert code == 0, err
    assert out.endswith("I3-4, I3-3."), out
    assert run(capsys, study, "combine", "I3-4", "--undo")[0] == 0
    assert [*reviewed(capsys, study)] == ["I1", "I3", "I3-2", "I3-3"]


def test_that_a_log_is_damaged_is_said_where_it_is_combined(study: Path, capsys: Captured) -> None:
    log = study / "interviews" / "I3-2.jsonl"
    lines = log.read_bytes().split(b"\n")
    log.write_bytes(b"\n".join([*lines[:2], b"\0garbage", *lines[3:]]))
    code, _, err = run(capsys, study, "combine", "I3", "I3-2")
    assert (code, "I3-2.jsonl:3" in err) == (0, True), err


def test_a_code_left_by_renaming_is_given_to_nobody_else_without_a_word(study: Path, capsys: Captured) -> None:
    old = (study / "interviews" / "I1.jsonl").read_bytes()
    assert run(capsys, study, "rename", "I1", "I9")[0] == 0
    assert run(capsys, study, "rename", "I3", "I1")[0] == 2
    assert "I9" in run(capsys, study, "run", "--participant", "I1")[2]
    assert "I9" in run(capsys, study, "forget", "I1", "--yes")[2]
    assert run(capsys, study, "rename", "I9", "I1")[0] == 0, "it may be taken back"
    assert run(capsys, study, "rename", "I1", "I9")[0] == 0
    code, _, err = run(capsys, study, "forget", "I9", "--yes")
    assert code == 0, err
    assert b'"now":"I9"' not in (study / "study.jsonl").read_bytes()
    (study / "interviews" / "I1.jsonl").write_bytes(old)
    assert "trekk I1" in run(capsys, study, "review")[2]
    assert "trakk seg" in run(capsys, study, "doctor")[1]
    assert run(capsys, study, "forget", "I1", "--stays")[0] == 0
