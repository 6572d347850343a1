"""A code that was used is never given again, also after its log was deleted by hand."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.samples import thesis_guide_text
from interviews.core.commands import AskQuestion, Command, TakeNote
from interviews.data_management.leaving import forget, look_for
from interviews.data_management.renaming import is_free, plan_renaming, rename
from interviews.os_support import system
from interviews.session import Done, Session
from interviews.study.facts import CodesGiven, CodeStays, CodeUsed, StudyFact, Withdrawn, add, read_study_facts
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.tui.lines import GUIDE
from tests.tui.studies import hold


@pytest.fixture
def study(tmp_path: Path) -> Study:
    (tmp_path / "guide.yaml").write_text(thesis_guide_text(), encoding="utf-8")
    return Study(tmp_path)


def begun(study: Study, code: str | None = None, *acts: Command) -> Session:
    """An interview with its first act done, as ``run`` begins one."""
    participant = code or study.next_code("live")
    mode = "pilot" if participant.startswith("P") else "live"
    session = Session.new(study.new_path(participant), GUIDE, participant, mode, StandingClock())  # type: ignore[arg-type]
    session.when_begun = study.remember_codes
    for act in acts or (AskQuestion("A1"),):
        assert isinstance(session.do(act), Done)
    session.close()
    return session


def codes(study: Study) -> list[str]:
    return [json.loads(line).get("code", "") for line in (study.folder / "study.jsonl").read_bytes().splitlines()]


def test_a_deleted_logs_code_is_not_given_again(study: Study) -> None:
    for deleted in ("I1", "I2", "I3"):
        path = begun(study).path
        assert path.stem == deleted
        path.unlink()
    for code in ("P1", "P2"):
        assert study.next_code("pilot") == code
        begun(study, code).path.unlink()
    assert (study.next_code("live"), study.next_code("pilot")) == ("I4", "P3")
    assert codes(study) == ["I1", "I2", "I3", "P1", "P2"]
    assert study.codes_gone("I1") == ("I1",)
    assert study.codes_gone("I4") == ()
    assert study.new_path("I1").name == "I1-2.jsonl"


def test_nor_is_the_name_of_a_second_interview(study: Study) -> None:
    begun(study, "I1")
    begun(study, "I1").path.unlink()
    assert study.new_path("I1").name == "I1-3.jsonl"
    assert study.codes_gone("I1") == ("I1-2",)


def test_a_whole_folder_of_logs_deleted_by_hand_is_remembered(study: Study) -> None:
    """Also logs that came from another computer: they are written down when the next interview begins."""
    begun(study, "I7")
    for name in ("I8", "I9-2"):
        (study.folder / "interviews" / f"{name}.jsonl").write_bytes(
            (study.folder / "interviews" / "I7.jsonl").read_bytes()
        )
    begun(study)
    for path in (study.folder / "interviews").iterdir():
        path.unlink()
    assert study.next_code("live") == "I11"
    assert study.codes_gone("I9") == ("I9-2",)


def test_a_study_of_before_counts_its_logs_as_ever(study: Study) -> None:
    begun(study, "I4")
    (study.folder / "study.jsonl").unlink()
    assert study.next_code("live") == "I5"
    assert study.codes_gone("I4") == ()
    assert not (study.folder / "study.jsonl").exists()


@pytest.mark.parametrize(
    "name",
    [
        "interviews/.I2.jsonl.icloud",
        "interviews/I2 (1).jsonl",
        "interviews/I2.rescued-1.jsonl",
        "observations/I2.jsonl",
    ],
)
def test_a_code_that_only_another_file_has_is_not_given(study: Study, name: str) -> None:
    whole = begun(study, "I1").path.read_bytes()
    place = study.folder / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(whole.replace(b'"participant":"I1"', b'"participant":"I2"'))
    assert study.next_code("live") == "I3"


def test_a_log_in_the_cloud_keeps_its_name(study: Study) -> None:
    begun(study, "I1")
    (study.folder / "interviews" / ".I2.jsonl.icloud").write_bytes(b"bplist")
    assert study.new_path("I2").name == "I2-2.jsonl"


def test_what_was_never_begun_is_not_used(study: Study) -> None:
    session = Session.new(study.new_path("I1"), GUIDE, "I1", "live", StandingClock())
    session.when_begun = study.remember_codes
    session.close()
    assert study.next_code("live") == "I1"
    assert not (study.folder / "study.jsonl").exists()


def test_practice_uses_no_code(study: Study) -> None:
    path = study.practice_path()
    session = Session.new(path, GUIDE, path.stem, "practice", StandingClock())
    assert isinstance(session.do(AskQuestion("A1")), Done)
    session.close()
    study.remember_codes()
    assert not (study.folder / "study.jsonl").exists()


def locked(file: Path) -> Callable[[], object]:
    stream = file.open("ab")
    system().lock(stream.fileno())
    return stream.close


def pipe(file: Path) -> Callable[[], object]:
    os.mkfifo(file)
    return file.unlink


def folder(file: Path) -> Callable[[], object]:
    file.mkdir()
    return file.rmdir


def damaged(file: Path) -> Callable[[], object]:
    file.write_bytes(b'\xff\xfe{"seq":\n{"seq":1,"type":"code_used","code":"Kari Nordmann"}\n{"seq":2,')
    return lambda: None


@pytest.mark.parametrize("trouble", [locked, pipe, folder, damaged])
def test_no_interview_is_held_up(study: Study, trouble: Callable[[Path], Callable[[], object]]) -> None:
    """And what could not be written down is written down later."""
    over = trouble(study.folder / "study.jsonl")
    session = begun(study, None, AskQuestion("A1"), TakeNote("et notat"))
    assert session.path.read_bytes().count(b"\n") == 3
    over()
    study.remember_codes()
    assert read_study_facts(study.folder).codes == {"I1"}


def test_facts_and_codes_stand_in_one_file(study: Study) -> None:
    add(study.folder, [StudyFact(date="2026-03-02", key="sampling", value="snøball")])
    begun(study)
    study.remember_codes()
    add(study.folder, [StudyFact(date="2026-03-02", key="setting", value="kontor", interview="I1")])
    lines = (study.folder / "study.jsonl").read_bytes().splitlines()
    assert json.loads(lines[1]) == {"seq": 1, "type": "code_used", "code": "I1"}
    facts = read_study_facts(study.folder)
    assert not facts.problems
    assert facts.codes == {"I1"}
    assert set(facts.of_study()) == {"sampling"}


def test_many_windows_at_once_write_each_code_down_once(study: Study) -> None:
    begun(study, "I1")
    (study.folder / "study.jsonl").unlink()
    log = (study.folder / "interviews" / "I1.jsonl").read_bytes()
    for number in range(2, 12):
        (study.folder / "interviews" / f"I{number}.jsonl").write_bytes(log)
    windows = [threading.Thread(target=study.remember_codes) for _ in range(8)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    study.remember_codes()
    assert sorted(codes(study)) == sorted(f"I{number}" for number in range(1, 12))


def test_a_code_of_which_it_is_said_that_it_stays_is_like_any_other(study: Study) -> None:
    add(study.folder, [CodesGiven(letters="I", to=30), CodeUsed(code="I30")])
    hold(study.folder, "I2")
    assert study.is_retired("I7")
    assert study.came_back("I2")
    add(study.folder, [CodeStays(code="I2"), CodeStays(code="I7")])
    assert not study.is_retired("I7")
    assert study.is_retired("I8")
    assert (study.next_code("live"), study.new_path("I7").name) == ("I31", "I7.jsonl")
    assert not study.came_back("I2")
    assert study.remember_codes() is None
    assert read_study_facts(study.folder).codes == {"I30", "I2"}
    begun(study, "I7")
    assert read_study_facts(study.folder).codes == {"I30", "I2", "I7"}


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("rename"), st.integers(0, 2), st.sampled_from(["I1", "I2", "I3", "I4", "I9", "P1"])),
        st.tuples(st.just("forget"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("restore"), st.integers(0, 8), st.just("")),
        st.tuples(st.just("remember"), st.just(0), st.just("")),
    ),
    max_size=9,
)


@given(STEPS)
@settings(deadline=None)
@example([("rename", 2, "I9"), ("forget", 2, ""), ("restore", 2, "")])
@example([("rename", 2, "I9"), ("restore", 2, ""), ("remember", 0, ""), ("forget", 2, "")])
@example([("rename", 2, "P1"), ("forget", 2, ""), ("restore", 2, ""), ("forget", 0, ""), ("remember", 0, "")])
@example([("forget", 2, ""), ("restore", 2, ""), ("forget", 0, ""), ("remember", 0, "")])
def test_whoever_left_comes_back_under_none_of_their_codes_without_a_word(steps: list[tuple[str, int, str]]) -> None:
    """Whatever codes their interviews had before, and whichever copy of a log is put back, it is a doubt."""
    with TemporaryDirectory() as folder:
        study = Study(Path(folder))
        (study.folder / "guide.yaml").write_text(thesis_guide_text(), encoding="utf-8")
        for number, who in enumerate(("I1", "I2", "I3"), 1):
            clock = StandingClock()
            clock.go_on(86400.0 * number)
            hold(study.folder, who, (TakeNote(f"ord{number}"),), clock=clock)
        study.remember_codes()
        code = {0: "I1", 1: "I2", 2: "I3"}
        kept = [(path.name, path.read_bytes()) for path in sorted((study.folder / "interviews").iterdir())]
        for what, number, new in steps:
            if what == "rename" and number in code:
                planned = plan_renaming(study, code[number], new)
                if planned is not None and new != code[number] and is_free(study, new, planned.old):
                    assert rename(study, planned)
                    code[number] = new
                    kept += [(path.name, path.read_bytes()) for _, path in planned.moves]
            elif what == "forget" and number in code:
                leaving = look_for(study, code.pop(number), "delete")
                if leaving.found:
                    forget(study, leaving, Withdrawn(date="", how="delete", interviews=1, pilots=0), lambda _: None)
            elif what == "restore":
                name, data = kept[number % len(kept)]
                path = study.folder / "interviews" / name
                if not path.exists():
                    path.write_bytes(data)
            else:
                study.remember_codes()
            for told in study.load_interviews():
                words = told.file.path.read_text("utf-8")
                if any(f"ord{one + 1}" in words for one in {0, 1, 2} - code.keys()):
                    assert "log_came_back" in [problem.code for problem in told.problems], (told.file.name, steps)
        assert study.next_code("live") not in {name.partition(".")[0] for name, _ in kept}
