"""The review of a study: the numbers that every table shows, in the shape that other programs rely on."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from interviews.core import commands as do
from interviews.core.codec import to_json
from interviews.core.events import Mode
from interviews.study.folder import Study
from interviews.study.review import Review, StudyWalk, head_json, interview_json, review
from tests.interviews.choir import CHOIR, Talk, short_talk, start

UNTOUCHED = {
    "state": "untouched",
    "unasked": False,
    "depth": None,
    "asked_at": None,
    "covered_at": None,
    "notes": 0,
    "seconds": 0.0,
    "declined": False,
    "declined_at": None,
    "probes": [],
}


@pytest.fixture
def study(tmp_path: Path) -> Study:
    shutil.copy(CHOIR, tmp_path / "guide.yaml")
    (tmp_path / "interviews").mkdir()
    return Study(tmp_path)


def _put(study: Study, name: str, log: bytes) -> None:
    (study.folder / "interviews" / name).write_bytes(log)


def _log(participant: str, mode: Mode = "live", wall: str = "2026-03-02T10:00:00+01:00") -> bytes:
    talk = Talk(start(participant, mode, wall=wall))
    talk.at(5, do.AskQuestion("A1"))
    talk.at(65, do.MarkCovered())
    talk.at(70, do.End())
    return talk.log


def _evening() -> Talk:
    """An interview with one of everything that the review tells of."""
    talk = short_talk()
    talk.at(200, do.TakeNote("de frivillige?", "follow_up"))
    talk.at(210, do.TakeNote("«en familie»", "quote"), do.RaiseFollowUp())
    talk.at(220, do.TakeNote("hvem valgte stedet?", "follow_up"), do.ReturnTo(1))
    talk.at(230, do.Drop(2, "for privat"))
    talk.at(240, do.AskQuestion("B1"))
    talk.at(300, do.TakeNote("frivillige fra kirken", "topic"), do.MarkCovered(("B2",), 3), do.Decline(reason="nei"))
    talk.at(360, do.End())
    return talk


def _review(study: Study, participant: str | None = None) -> Review:
    found = review(study, participant)
    assert found is not None
    return found


def _json(study: Study, participant: str | None = None) -> dict[str, Any]:
    guide = _review(study, participant).guide
    told = [interview_json(one, interview) for one, interview in StudyWalk(study, participant)]
    read = json.loads(to_json({**head_json(guide), "interviews": told}))
    assert isinstance(read, dict)
    return read


def test_the_guide_stands_first(study: Study) -> None:
    found = _json(study)
    assert found == {
        "title": "Kor på sykehjemmet",
        "research_questions": [
            {
                "id": "A",
                "text": "Hva betyr koret for den som synger?",
                "parts": [],
                "questions": ["A1", "A2", "A3", "B2"],
            },
            {
                "id": "B",
                "text": "Hvem støtter koret, og hvor øver de?",
                "parts": ["Ba", "Bb"],
                "questions": ["B1", "B2", "B3", "B4"],
            },
            {"id": "C", "text": "Hva skjer når noen slutter?", "parts": [], "questions": ["C1"]},
        ],
        "interviews": [],
    }


def test_an_interview_is_told_whole(study: Study) -> None:
    _put(study, "I1.jsonl", _evening().log)
    (one,) = _json(study)["interviews"]
    assert {key: value for key, value in one.items() if key not in ("research_questions", "questions", "notes")} == {
        "participant": "I1",
        "code": "I1",
        "revision": 1,
        "mode": "live",
        "file": "interviews/I1.jsonl",
        "started": "2026-03-02T10:00:00+01:00",
        "seconds": 360.0,
        "afterwards": False,
        "ended": True,
        "notes_left_out": {},
        "follow_ups": {"open": 1, "returned": 1, "met": 0, "dropped": 1},
        "order": ["A1", "B1"],
        "briefing": 20.0,
        "stopped": False,
        "sides": {},
        "explained": [],
        "recordings": [{"number": 1, "start": 9.5, "stop": 360.0, "offset": 0.0}],
        "withheld": [],
        "withheld_in_recordings": [],
        "topics": ["frivillige fra kirken"],
        "debrief": dict.fromkeys(
            "observed aligned wait1 wait2 talk moves signs remarks keyless forgotten interviewer_turns answers".split()
        ),
    }
    assert one["research_questions"] == {
        "A": {"state": "open", "covered": 2, "of": 3, "notes": 5, "seconds": 220.0},
        "B": {"state": "open", "covered": 1, "of": 4, "notes": 1, "seconds": 120.0},
        "Ba": {"state": "covered", "covered": 1, "of": 2, "notes": 0, "seconds": 120.0},
        "Bb": {"state": "open", "covered": 0, "of": 2, "notes": 1, "seconds": 0.0},
        "C": {"state": "open", "covered": 0, "of": 0, "notes": 0, "seconds": 0.0},
    }


def test_every_question_is_told_with_its_times(study: Study) -> None:
    _put(study, "I1.jsonl", _evening().log)
    (one,) = _json(study)["interviews"]
    questions = one["questions"]
    assert list(questions) == ["A1", "A2", "A3", "B1", "B2", "B3", "B4", "C1", "Z1"]
    assert questions["A1"] == {
        "state": "covered",
        "unasked": False,
        "depth": 2,
        "asked_at": 20.0,
        "covered_at": 140.125,
        "notes": 5,
        "seconds": 220.0,
        "declined": False,
        "declined_at": None,
        "probes": [],
    }
    assert questions["B1"] == UNTOUCHED | {
        "state": "declined",
        "asked_at": 240.0,
        "seconds": 120.0,
        "declined": True,
        "declined_at": 300.0,
    }
    assert questions["B2"] == UNTOUCHED | {"state": "covered", "unasked": True, "depth": 3, "covered_at": 300.0}
    assert questions["B3"] == UNTOUCHED | {"state": "touched", "notes": 1}
    assert questions["Z1"] == UNTOUCHED


def test_every_note_is_told_as_written(study: Study) -> None:
    _put(study, "I1.jsonl", _evening().log)
    (one,) = _json(study)["interviews"]
    assert one["notes"][:3] == [
        {
            "t": 61.75,
            "kind": "note",
            "text": "sang i kapellet [mandag], *alle* var med #b3 #trygghet",
            "about": ["A1", "B3"],
            "tags": ["trygghet"],
            "follow_up": None,
            "recording": 1,
            "offset": 52.25,
            "withheld": False,
            "seq": 4,
        },
        {
            "t": 90.0,
            "kind": "bookmark",
            "text": "",
            "about": ["A1"],
            "tags": [],
            "follow_up": None,
            "recording": 1,
            "offset": 80.5,
            "withheld": False,
            "seq": 5,
        },
        {
            "t": 101.0,
            "kind": "quote",
            "text": "«vi får jo lov til å være med»",
            "about": ["A1"],
            "tags": [],
            "follow_up": None,
            "recording": 1,
            "offset": 91.5,
            "withheld": False,
            "seq": 6,
        },
    ]
    assert [(note["kind"], note["follow_up"]) for note in one["notes"][3:]] == [
        ("follow_up", "returned"),
        ("quote", "dropped"),
        ("follow_up", "open"),
        ("topic", None),
    ]


def test_an_interview_that_never_ended_says_so(study: Study) -> None:
    _put(study, "I1.jsonl", short_talk().log)
    (one,) = _json(study)["interviews"]
    assert (one["ended"], one["seconds"]) == (False, 140.125)


def test_pilots_and_practice_are_told_and_never_counted(study: Study) -> None:
    _put(study, "I1.jsonl", _log("I1"))
    _put(study, "P1.jsonl", _log("P1", "pilot"))
    _put(study, "T1.jsonl", _log("T1", "practice"))
    found = _review(study)
    assert [one.participant for one in found.counted] == ["I1"]
    assert [one.participant for one in found.apart] == ["P1", "T1"]
    assert [one["mode"] for one in _json(study)["interviews"]] == ["live", "pilot", "practice"]


def test_one_participant_is_told_with_all_their_interviews(study: Study) -> None:
    for name in ("I1.jsonl", "I1-2.jsonl", "I10.jsonl"):
        wall = b"2026-03-09T10" if "-" in name else b"2026-03-02T10"
        _put(study, name, _log(name.partition(".")[0].partition("-")[0]).replace(b"2026-03-02T10", wall))
    assert [one["file"] for one in _json(study, "I1")["interviews"]] == [
        "interviews/I1.jsonl",
        "interviews/I1-2.jsonl",
    ]
    assert _json(study, "I2")["interviews"] == []


def test_a_bad_log_is_a_problem_and_the_others_are_told(study: Study) -> None:
    _put(study, "I1.jsonl", _log("I1").replace(b'"seq":2', b'"seq":two'))
    _put(study, "I2.jsonl", b"{")
    _put(study, "I3.jsonl", _log("I3").replace(b'"format":1', b'"format":7'))
    _put(study, "I4.jsonl", _log("I4")[:-4])
    _put(study, "I5.jsonl", _log("I5"))
    found = _review(study)
    assert [one.participant for one in found.interviews] == ["I1", "I4", "I5"]
    assert [(problem.file, problem.line, problem.column, problem.code) for problem in found.problems] == [
        ("interviews/I1.jsonl", 3, 1, "log_damaged"),
        ("interviews/I2.jsonl", 1, 1, "log_torn"),
        ("interviews/I2.jsonl", 1, 1, "log_headless"),
        ("interviews/I3.jsonl", 1, 1, "log_newer"),
        ("interviews/I4.jsonl", 4, 1, "log_torn"),
    ]
    (ended,) = [one for one in found.interviews if one.participant == "I4"]
    assert not ended.ended


def test_a_changed_wording_is_among_the_problems_and_coverage_keeps_the_interviews_own(study: Study) -> None:
    _put(study, "I1.jsonl", _log("I1"))
    text = study.guide_path.read_text(encoding="utf-8")
    study.guide_path.write_text(text.replace("Hvor øver dere?", "Hvor pleier dere å øve?"), encoding="utf-8")
    found = _review(study)
    assert [(problem.code, problem.severity) for problem in found.problems] == [("wording_changed", "notice")]
    question = found.interviews[0].guide.question("B3")
    assert question is not None
    assert question.ask == "Hvor øver dere?"


@pytest.mark.parametrize("broken", ["title: [", "titel: Kor\n", None])
def test_without_a_usable_guide_the_latest_copy_serves(study: Study, broken: str | None) -> None:
    _put(study, "I1.jsonl", _log("I1", wall="2026-03-09T10:00:00+01:00").replace(b"sykehjemmet", b"sjukehuset"))
    _put(study, "I2.jsonl", _log("I2", wall="2026-03-03T10:00:00+01:00"))
    if broken is None:
        study.guide_path.unlink()
    else:
        study.guide_path.write_text(broken, encoding="utf-8")
    found = _review(study)
    assert found.guide.title == "Kor på sjukehuset"
    assert [one.participant for one in found.interviews] == ["I1", "I2"]
    assert found.problems
    assert {problem.file for problem in found.problems} == {"guide.yaml"}


def test_with_neither_guide_nor_interview_there_is_nothing_to_review(study: Study) -> None:
    study.guide_path.unlink()
    _put(study, "I1.jsonl", b"")
    assert review(study) is None


def test_numbers_of_any_log_can_be_written_as_json(study: Study) -> None:
    """Times that no hour has, as a log touched by other programs may hold them."""
    talk = Talk()
    for seq in range(1, 9):
        talk.at(0.0 if seq % 2 else 9e15, do.AskQuestion("A1" if seq % 2 else "B1"))
    _put(study, "I1.jsonl", talk.log)
    assert _json(study)["interviews"][0]["questions"]["A1"]["state"] == "asked"
