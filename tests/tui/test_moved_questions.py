"""Questions that were moved by hand in a guide without ids: every command and screen tells the same, and offers ids."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from guide.model import Guide
from interviews.core import commands as do
from interviews.core.notes import notes
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviews.choir import Talk, start
from tests.interviews.moved_guides import NIGHT, guide_of, held, study_of, text_of
from tests.tui.revising import Seat
from tui.commands import open_interview, run
from tui.commands.common import Choice, Visit
from tui.main import main
from tui.review.review_model import ReviewModel
from tui.translator import Translator

COME, FAMILY, FIRST = NIGHT["A"]
NEW = "Who told you of the job?"
INSERTED = {"A": [COME, NEW, FAMILY, FIRST], "B": NIGHT["B"]}
SWAPPED = {"A": [COME, FIRST, FAMILY], "B": NIGHT["B"]}
LETTERS = {"C": NIGHT["A"], "B": NIGHT["B"]}
DELETED = {"A": [FAMILY, FIRST], "B": NIGHT["B"]}

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def study(tmp_path: Path, request: pytest.FixtureRequest) -> Study:
    now = getattr(request, "param", SWAPPED)
    return study_of(tmp_path, text_of(now), I1=held(guide_of(text_of(NIGHT)), (COME, FAMILY)))


def said(capsys: Captured, study: Study, *arguments: str) -> str:
    assert main([*arguments, "--study", str(study.folder)]) == 0
    shown = capsys.readouterr()
    return shown.out + shown.err


@pytest.mark.parametrize(
    ("study", "rows"),
    [
        (SWAPPED, {"A1": "■2", "A2": "□", "A3": "■2"}),
        (INSERTED, {"A1": "■2", "A2": "·", "A3": "■2", "A4": "□"}),
        (DELETED, {"A1": "■2", "A2": "□", "A1†": "■2"}),
        (LETTERS, {"C1": "■2", "C2": "■2", "C3": "□"}),
    ],
    indirect=["study"],
)
def test_the_matrix_says_where_the_wording_is(study: Study, rows: dict[str, str], capsys: Captured) -> None:
    shown = said(capsys, study, "review").splitlines()
    found = {id: line.split()[-1] for line in shown for id in line.split()[:2] if id in rows}
    assert found == rows
    told = [line for line in shown if "Questions have moved since I1" in line]
    assert len(told) == 1
    assert "check --write-ids" in told[0]


def test_json_counts_under_the_ids_of_today(study: Study, capsys: Captured) -> None:
    document = json.loads(said(capsys, study, "review", "--json").partition("\nguide.yaml")[0])
    (one,) = document["interviews"]
    assert one["moved"] == {"A2": "A3", "A3": "A2"}
    assert {id: found["state"] for id, found in one["questions"].items() if found["state"] != "untouched"} == {
        "A1": "covered",
        "A3": "covered",
    }
    assert one["order"] == ["A1", "A3"]
    assert [note["about"] for note in one["notes"]] == [["A1"], ["A3"]]


@pytest.mark.parametrize("form", ["--html", "--markdown"])
def test_reports_say_the_same(study: Study, form: str, capsys: Captured) -> None:
    shown = said(capsys, study, "review", form, "-")
    assert "A2 → A3, A3 → A2" in shown
    if form == "--markdown":
        (row,) = [line for line in shown.splitlines() if "first night" in line and "□" in line][:1]
        assert "A2" in row


@pytest.mark.parametrize("form", ["--html", "--markdown"])
@pytest.mark.parametrize("study", [INSERTED, DELETED], indirect=True)
def test_a_report_names_no_command_for_changes_of_the_guide(study: Study, form: str, capsys: Captured) -> None:
    assert main(["review", form, "-", "--study", str(study.folder)]) == 0
    shown = capsys.readouterr().out
    assert "Questions have moved since I1" in shown
    assert "The guide has changed since I1" in shown
    assert "intervjuguide diff" not in shown
    assert "intervjuguide check" not in shown


@pytest.mark.parametrize("study", [INSERTED], indirect=True)
def test_the_page_for_next_time_says_it_as_the_console_does(study: Study, capsys: Captured) -> None:
    result = review(study)
    assert result is not None
    lines = ReviewModel(study, result, Translator("en"), StandingClock()).next_time()
    shown = said(capsys, study, "review").replace(f" --study {study.folder}", "")
    told = [line for line in shown.splitlines() if " since I1" in line]
    assert [line.strip() for line in lines if " since I1" in line] == told
    assert any(line.startswith("The guide has changed since I1: new A2. See “intervjuguide diff") for line in told)


def test_diff_says_moved_and_not_reworded(study: Study, capsys: Captured) -> None:
    document = json.loads(said(capsys, study, "diff", "--json"))
    assert [change["kind"] for change in document["changes"]] == ["moved"]
    assert document["moved"] == {"A2": "A3", "A3": "A2"}
    for arguments in (["diff"], ["diff", "I1", "now"], ["diff", "now", "I1"]):
        shown = said(capsys, study, *arguments)
        assert "moved" in shown
        assert "reworded" not in shown


@pytest.mark.parametrize("study", [INSERTED, DELETED], indirect=True)
def test_diff_says_what_came_or_went_and_no_more(study: Study, capsys: Captured) -> None:
    (change,) = json.loads(said(capsys, study, "diff", "--json"))["changes"]
    assert change["kind"] in ("added", "dropped")


def test_ids_are_written_by_one_command_and_then_all_is_quiet(study: Study, capsys: Captured) -> None:
    before = study.guide_path.read_text(encoding="utf-8")
    assert "A2 → A3, A3 → A2" in said(capsys, study, "check", "--write-ids")
    after = study.guide_path.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if "id:" not in line.replace("- id:", "id:")] != []
    assert [line.replace("ask: ", "- ").strip() for line in after.splitlines() if "id: " not in line] == [
        line.strip() for line in before.splitlines()
    ]
    assert "coverage follows" not in said(capsys, study, "review")
    assert "moved" not in said(capsys, study, "review"), "that they stand elsewhere is told once"
    assert "already" in said(capsys, study, "check", "--write-ids")
    assert study.guide_path.read_text(encoding="utf-8") == after


def test_a_broken_guide_gets_no_ids(study: Study, capsys: Captured) -> None:
    study.guide_path.write_text("title: [", encoding="utf-8")
    assert main(["check", "--write-ids", "--study", str(study.folder)]) == 1
    assert "guide.yaml:1" in capsys.readouterr().err
    assert study.guide_path.read_text(encoding="utf-8") == "title: ["


def test_revise_proposes_for_the_question_that_was_tried_and_writes_its_ids(tmp_path: Path, capsys: Captured) -> None:
    pilot = Talk(start("P1", "pilot", guide_of(text_of(NIGHT))))
    pilot.at(0, do.AskQuestion("A2"), do.Judge("reword", reason="response"), do.Propose("A2", "And your family?"))
    pilot.at(60, do.End())
    study = study_of(tmp_path, text_of(SWAPPED), P1=pilot)
    seat = Seat(tmp_path, language="en")
    (proposal,) = [one for one in seat.round.material.proposals if one.kind == "verdict"]
    found = seat.round.material.now.guide.question(proposal.question)
    assert found is not None
    assert found.ask == FAMILY
    assert seat.round.material.number == 3
    assert [(one.kind, one.question) for one in seat.round.material.by_hand] == [("moved", "A2")]
    seat.at(proposal.question, "verdict")
    seat.key("enter", "enter", "enter")
    assert seat.finish() == ""
    guide = study.guide().guide
    assert guide is not None
    assert [(one.id, one.ask) for one in guide.sections[0].questions] == [
        ("A1", COME),
        ("A3", FIRST),
        ("A2", "And your family?"),
    ]
    shown = said(capsys, study, "diff", "1", "2")
    assert "moved" in shown
    assert "reworded" not in shown
    assert "moved since" not in said(capsys, study, "review").casefold()


async def test_what_is_marked_in_a_cell_stands_in_the_log_under_its_own_id(study: Study) -> None:
    result = review(study)
    assert result is not None
    desk = ReviewModel(study, result, Translator("en"), StandingClock())
    evening = desk.evening(result.interviews[0])
    assert evening is not None
    assert evening.do(do.MarkCovered(("A2",), 1)).done  # what was the first night like, A3 when I1 was held
    desk.close()
    last = json.loads((study.folder / "interviews" / "I1.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["questions"] == ["A3"]
    desk.renew()
    assert desk.result.interviews[0].coverage.questions["A2"].depth == 1


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("so cold #a2", ("A1", "A2")),
        ("so cold #a3", ("A1", "A3")),
        ("they wept #a2 again", ("A1", "A3")),
        ("#a3 so #cold #x", ("A1", "A3")),
    ],
)
def test_a_number_sign_written_in_the_evening_means_what_is_shown(
    tmp_path: Path, words: str, about: tuple[str, ...]
) -> None:
    """What it meant when it was typed at the table it means still: A2 was what A3 is now."""
    was = guide_of(text_of(NIGHT))
    (tmp_path / "interviews").mkdir()
    session = Session.new(tmp_path / "interviews" / "I1.jsonl", was, "I1", "live", StandingClock(), "0.2.0")
    for act in (do.AskQuestion("A1"), do.TakeNote("cold"), do.TakeNote("they wept #a2"), do.End()):
        session.do(act)
    session.close()
    (tmp_path / "guide.yaml").write_text(text_of(SWAPPED), encoding="utf-8")
    study = Study(tmp_path)
    result = review(study)
    assert result is not None
    desk = ReviewModel(study, result, Translator("en"), StandingClock())
    evening = desk.evening(result.interviews[0])
    assert evening is not None
    cold, wept = notes(evening.interview)
    assert wept.about == ("A1", "A3")
    typed_then = words.startswith("they")
    assert evening.do(do.EditNote(words, wept.seq if typed_then else cold.seq)).done
    desk.close()
    found = notes(evening.interview)[1 if typed_then else 0]
    assert found.about == about
    assert found.tags == (("cold", "x") if "#x" in words else ())


@pytest.mark.parametrize(("choice", "begun"), [("new", ["A1", "A2", "A3"]), ("ids", ["A1", "A3", "A2"]), (None, [])])
def test_run_offers_to_write_the_ids_first(
    study: Study, choice: str | None, begun: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    asked: list[tuple[str, list[str]]] = []
    guides: list[Guide] = []

    def choose(_title: str, what: str, choices: Sequence[Choice], *_: object) -> str | None:
        asked.append((what, [one.name for one in choices]))
        return choice

    def opened(_visit: Visit, guide: Guide, *_: object) -> int:
        guides.append(guide)
        return 0

    monkeypatch.setattr("tui.commands.choose.choose", choose)
    monkeypatch.setattr(run, "open_interview", opened)
    monkeypatch.setattr(open_interview, "need_terminal", lambda _: None)
    assert main(["run", "--study", str(study.folder)]) == 0
    ((what, names),) = asked
    assert "A2 → A3, A3 → A2" in what
    assert names == ["new", "ids"]
    assert [question.id for guide in guides for question in guide.sections[0].questions] == begun
    asked.clear()
    capsys.readouterr()
    assert main(["run", "--study", str(study.folder)]) == 0
    assert bool(asked) is (choice != "ids")


@pytest.mark.parametrize(
    "typed",
    [
        "  - serves: A\n    questions: [How was it?, What then?]   # in brackets\n",
        "  - {serves: A, questions: [{ask: How was it?, probes: [Why?]}, What then?]}\n",
        "  - serves: A\n    questions:\n      # first\n      - How was\n        it?   # two\n      - 'And then?'\n",
        "  - serves: A\r\n    questions:\r\n      - How was it?\r\n      - ask: And?\r\n        leans_on: [A1]\r\n",
        "  - serves: A\n    questions:\n      - {id: A7, ask: How was it?}\n      - |\n        What then?\n",
    ],
)
def test_ids_find_their_place_in_every_dress(typed: str, tmp_path: Path, capsys: Captured) -> None:
    head = "title: x\nresearch_questions: {A: How?}\nsections:\n"
    study = study_of(tmp_path, "")
    study.guide_path.write_bytes(f"{head}{typed}".encode())
    before = study.guide()
    said(capsys, study, "check", "--write-ids")
    after = study.guide()
    assert after.guide == before.guide
    assert not after.counted
    text = study.guide_path.read_bytes().decode()
    comments = [part.partition("\n")[0].strip() for part in typed.split("#")[1:]]
    assert all(f"# {comment}" in text for comment in comments)
    assert ("\r\n" in text) is ("\r\n" in typed)
