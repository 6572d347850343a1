"""One bad byte in a log's first line, or none of it left: the rest is read, and the interview goes on."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.codec import encode
from interviews.core.coverage import coverage
from interviews.core.events import Resumed, Started
from interviews.core.notes import notes
from interviews.core.state import Interview, replay
from interviews.log.reader import LogReading, read_log
from interviews.revisions import Revision
from interviews.revisions.writing import revision_text
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.interviews.choir import CHOIR, choir, short_talk, start

TALK = short_talk()
LOG = TALK.log
FIRST = LOG.index(b"\n")
REST = LOG[FIRST + 1 :]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    shutil.copy(CHOIR, tmp_path / "guide.yaml")
    (tmp_path / "interviews").mkdir()
    return Study(tmp_path)


def _put(study: Study, log: bytes, name: str = "I1.jsonl") -> Path:
    path = study.folder / "interviews" / name
    path.write_bytes(log)
    return path


def _with(place: int, byte: int) -> bytes:
    return LOG[:place] + bytes([byte]) + LOG[place + 1 :]


def _codes(reading: LogReading) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in reading.problems]


def _told(study: Study) -> tuple[Interview, list[str]]:
    (told,) = study.load_interviews()
    assert told.interview is not None, told.problems
    return told.interview, [problem.code for problem in told.problems]


@given(st.integers(0, FIRST - 1), st.integers(0, 255))
@example(FIRST - 1, 0x0A)
@example(1, ord("x"))
@example(LOG.index(b'"started"') + 2, ord("b"))
@example(LOG.index(b'"guide"') + 2, ord("b"))
@example(LOG.index(b'"seq"') + 6, ord("9"))
@example(LOG.index(b'"mode"') + 9, ord("q"))
def test_one_bad_byte_in_the_first_line_hides_nothing_behind_it(place: int, byte: int) -> None:
    reading = read_log(_with(place, byte), "I1.jsonl")
    if reading.newer:
        return  # the one byte that is the format's version
    assert isinstance(reading.started, Started)
    assert reading.events[1:] == tuple(TALK.events[1:])
    assert (
        reading.started.participant in ("I1", json.loads(_with(place, byte)[:FIRST])["participant"])
        if not (reading.problems)
        else reading.started.participant == "I1"
    )
    interview = replay(reading.events)
    assert len(notes(interview)) == len(notes(TALK.interview))


def test_nearly_every_byte_gives_the_whole_copy_of_the_guide_back() -> None:
    dice = random.Random(11)
    wordings = [question.ask for question in choir().questions]
    whole = 0
    for _ in range(100):
        reading = read_log(_with(dice.randrange(FIRST), dice.choice(b'\x00\xff\nx"{')), "I1.jsonl")
        guide = replay(reading.events).guide if not reading.newer else choir()
        whole += sum(a != b for a, b in zip(wordings, (one.ask for one in guide.questions), strict=False)) <= 1
    assert whole >= 97


def _ids_changed() -> list[bytes]:
    """The first line with each byte of the ids of questions with acts changed, lost or doubled."""
    starts = [LOG.index(f'"id":"{id}"'.encode()) + 5 for id in ("A1", "B3")]
    return [
        LOG[:place] + other + LOG[place + 1 :]
        for start in starts
        for place in range(start, start + 4)
        for other in (bytes([LOG[place] ^ 1]), bytes([LOG[place] ^ 0x20]), b"\xff", b"", LOG[place : place + 1] * 2)
    ]


def test_a_bad_byte_in_an_id_leaves_the_counts_as_they_were() -> None:
    for log in _ids_changed():
        reading = read_log(log, "I1.jsonl")
        now, before = coverage(replay(reading.events)), coverage(TALK.interview)
        touched = {id: state for id, state in before.questions.items() if state.state != "untouched"}
        assert {id: now.questions.get(id) for id in touched} == touched, log[:FIRST]
        assert "log_start_restored" in [problem.code for problem in reading.problems]


def _without_first(_: bytes) -> bytes:
    return b""


def _zeros(first: bytes) -> bytes:
    return bytes(len(first)) + b"\n"


def _half(first: bytes) -> bytes:
    return first[:70] + b"\n"


@pytest.mark.parametrize("damaged", [_without_first, _zeros, _half])
def test_without_a_first_line_the_studys_guide_serves(study: Study, damaged: Callable[[bytes], bytes]) -> None:
    _put(study, damaged(LOG[:FIRST]) + REST)
    interview, codes = _told(study)
    assert (interview.guide, codes) == (choir(), ["log_start_study"])
    assert (interview.started.participant, interview.started.mode) == ("I1", "live")
    assert coverage(interview) == coverage(TALK.interview)


@pytest.mark.parametrize(("name", "code", "mode"), [("P4.jsonl", "P4", "pilot"), ("I1-2.jsonl", "I1", "live")])
def test_code_and_mode_come_from_the_name(study: Study, name: str, code: str, mode: str) -> None:
    _put(study, b"??\n" + REST, name)
    started = _told(study)[0].started
    assert (started.participant, started.mode) == (code, mode)


def test_without_any_guide_the_ids_in_the_log_serve(study: Study) -> None:
    study.guide_path.unlink()
    _put(study, b"??\n" + REST)
    interview, codes = _told(study)
    assert codes == ["log_start_ids"]
    assert {question.id for question in interview.guide.questions} == {"A1", "B3"}
    assert [note.text for note in notes(interview)] == [note.text for note in notes(TALK.interview)]


def test_without_a_guide_what_is_left_of_the_copy_serves(study: Study) -> None:
    study.guide_path.unlink()
    cut = LOG.index(b'"B3"')
    _put(study, LOG[:cut] + bytes(300) + b"\n" + REST)
    interview, codes = _told(study)
    assert codes == ["log_start_part"]
    assert interview.guide.questions[0].ask == choir().questions[0].ask


def test_an_interview_without_its_first_line_goes_on(study: Study) -> None:
    path = _put(study, b"\xff\xff\n" + REST)
    session, _ = Session.resume(path, StandingClock())
    resumed = session.interview.last(Resumed)
    assert resumed is not None
    assert (resumed.gap, resumed.t) == (None, TALK.interview.t)
    session.do(do.TakeNote("og så gikk det videre"))
    session.close()
    interview, codes = _told(study)
    assert codes == ["log_start_study"]
    assert notes(interview)[-1].text == "og så gikk det videre"
    assert path.read_bytes().startswith(b"\xff\xff\n" + REST)


def test_a_gap_is_known_where_the_damaged_line_still_gives_the_clock(study: Study) -> None:
    clock = StandingClock()
    path = study.folder / "interviews" / "I1.jsonl"
    session = Session.new(path, choir(), "I1", "live", clock)
    session.do(do.AskQuestion("A1"))
    session.close()
    log = path.read_bytes()
    place = log.index(b'"ask"') + 9
    path.write_bytes(log[:place] + b"\xff" + log[place + 1 :])
    clock.go_on(60)
    session, reading = Session.resume(path, clock)
    session.close()
    resumed = session.interview.last(Resumed)
    assert resumed is not None
    assert (resumed.gap, _codes(reading)) == (60.0, [(1, "log_start_restored")])


def test_a_file_in_which_nothing_reads_is_begun_again(study: Study) -> None:
    path = _put(study, LOG[: FIRST - 100])
    assert study.new_path("I1") == path
    assert [problem.code for told in study.load_interviews() for problem in told.problems][-1] == "log_headless"


def _copy(change: Callable[[dict[str, object]], None]) -> bytes:
    """The log with a copy of the guide that was changed."""
    record = json.loads(LOG[:FIRST])
    change(record["guide"])
    return json.dumps(record, ensure_ascii=False).encode() + b"\n" + REST


def _questions(document: dict[str, object]) -> list[dict[str, object]]:
    sections = document["sections"]
    assert isinstance(sections, list)
    return [question for section in sections for question in section["questions"]]


def _set(**fields: object) -> Callable[[dict[str, object]], None]:
    return lambda document: _questions(document)[0].update(fields)


def _crowd(document: dict[str, object]) -> None:
    first = _questions(document)
    more = [{"id": f"N{place}", "ask": "Hva mer?"} for place in range(2000)]
    document["sections"] = [{"title": "Alt", "questions": [*first, *more]}]


@pytest.mark.parametrize(
    "change",
    [
        _set(short="en etikett som er mye lengre enn noen skjerm har plass til nå"),
        _set(minutes="omtrent fem"),
        _set(unheard_of="x"),
        _set(serves=["A", "Q9"]),
        _set(leans_on=["A1"]),
        _set(ask=""),
        _set(ask=["to", "tekster"]),
        _set(optional="kanskje"),
        _set(accepted={"no-such-rule": "x"}),
        _set(probes={"ask": "Hvordan?"}),
        _crowd,
        lambda document: document.update(title="", on_withdrawal="keep"),
        lambda document: _questions(document)[1].update(id="A1"),
        lambda document: document.pop("research_questions"),
    ],
)
def test_a_rule_that_came_later_hides_no_interview(study: Study, change: Callable[[dict[str, object]], None]) -> None:
    _put(study, _copy(change))
    interview, codes = _told(study)
    assert codes in (["log_guide_rules"], [])
    assert len(notes(interview)) == len(notes(TALK.interview))
    assert coverage(interview).questions["A1"].state == "covered"
    session, _ = Session.resume(study.folder / "interviews" / "I1.jsonl", StandingClock())
    session.close()


def test_an_id_that_would_be_too_long_now_is_kept(study: Study) -> None:
    log = _copy(_set(id="arena_nummer_1")).replace(b'"A1"', b'"arena_nummer_1"')
    _put(study, log)
    interview, codes = _told(study)
    assert codes == ["log_guide_rules"]
    assert coverage(interview).questions["arena_nummer_1"].state == "covered"


def test_a_copy_without_questions_is_replaced_by_the_studys_guide(study: Study) -> None:
    _put(study, _copy(lambda document: document.update(sections=[], closing=[])))
    interview, codes = _told(study)
    assert (interview.guide, codes) == (choir(), ["log_guide_study"])


def test_the_revision_that_fits_best_serves(study: Study) -> None:
    text = study.guide_path.read_text(encoding="utf-8")
    (study.folder / "revisions").mkdir()
    revision = Revision(1, "2026-01-01", "", (), text, None)
    (study.folder / "revisions" / "1.yaml").write_text(revision_text(revision), encoding="utf-8")
    first = choir().questions[0].ask
    study.guide_path.write_text(text.replace(first, "Hva er det med sang?"), encoding="utf-8")
    _put(study, LOG[: LOG.index(b'"B3"')] + bytes(300) + b"\n" + REST)
    (told,) = study.load_interviews()
    assert told.problems[0].facts == {"guide": "revisions/1.yaml"}


def test_a_start_that_is_whole_is_left_as_it_is() -> None:
    reading = read_log(encode(start()) + REST, "I1.jsonl")
    assert (reading.problems, reading.started) == ((), start())
