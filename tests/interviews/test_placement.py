"""After a hand edit of a guide without ids coverage stands where the wording is, and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide
from interviews.core import commands as do
from interviews.study.folder import Study
from interviews.study.placement import Placement, Placements
from interviews.study.previous_interviews import earlier
from interviews.study.review import Review, review
from interviews.study.write_ids import naming_in, write_names
from tests.interviews.choir import Talk, start
from tests.interviews.moved_guides import NIGHT, TEXTS, guide_of, held, reading_of, study_of, text_of

COME, FAMILY, FIRST = NIGHT["A"]
SLEEP, MISS = NIGHT["B"]
NEW = "Who told you of the job?"


def placed(before: str, now: str) -> dict[str, str]:
    """Where each question of the one guide stands in the other, by wording; left out is what stands nowhere."""
    reading, copy = reading_of(now), guide_of(before)
    placement = Placements(reading.guide, reading.counted).of(copy)
    assert reading.guide is not None
    found = {question.ask: reading.guide.question(placement.questions[question.id]) for question in copy.questions}
    return {ask: question.ask for ask, question in found.items() if question is not None}


def covered_in(result: Review, code: str = "I1") -> set[str]:
    """The wordings of today's guide that count as covered in an interview."""
    (one,) = [one for one in result.interviews if one.participant == code]
    found = {question.ask: one.coverage.questions.get(question.id) for question in result.guide.questions}
    return {ask for ask, facts in found.items() if facts is not None and facts.state == "covered"}


def reviewed(study: Study) -> Review:
    result = review(study)
    assert result is not None
    return result


EDITS = {
    "swapped": {"A": [COME, FIRST, FAMILY], "B": [SLEEP, MISS]},
    "inserted": {"A": [COME, NEW, FAMILY, FIRST], "B": [SLEEP, MISS]},
    "deleted": {"A": [FAMILY, FIRST], "B": [SLEEP, MISS]},
    "moved to another research question": {"A": [COME, FIRST], "B": [SLEEP, FAMILY, MISS]},
    "inserted and deleted": {"A": [NEW, FAMILY, FIRST], "B": [MISS]},
    "all turned round": {"A": [FIRST, FAMILY, COME], "B": [MISS, SLEEP]},
    "another letter": {"C": [COME, FAMILY, FIRST], "B": [SLEEP, MISS]},
    "letters changed places": {"B": [COME, FAMILY, FIRST], "A": [SLEEP, MISS]},
}


@pytest.mark.parametrize("edit", EDITS)
def test_coverage_goes_with_the_wording(edit: str, tmp_path: Path) -> None:
    talk = held(guide_of(text_of(NIGHT)), (COME, FAMILY, SLEEP))
    result = reviewed(study_of(tmp_path, text_of(EDITS[edit]), I1=talk))
    asked = {ask for asks in EDITS[edit].values() for ask in asks}
    assert covered_in(result) == {COME, FAMILY, SLEEP} & asked
    told = [problem.code for problem in result.problems]
    assert told.count("questions_moved") == 1
    assert "wording_changed" not in told


def test_letters_that_changed_places_take_their_sums_along(tmp_path: Path) -> None:
    talk = held(guide_of(text_of(NIGHT)), (SLEEP, MISS))
    swapped = {**TEXTS, "A": TEXTS["B"], "B": TEXTS["A"]}
    now = text_of({"A": NIGHT["B"], "B": NIGHT["A"]}, swapped)
    (one,) = reviewed(study_of(tmp_path, now, I1=talk)).interviews
    assert (one.coverage.targets["A"].state, one.coverage.targets["B"].covered) == ("covered", 0)


def test_parts_that_changed_names_keep_theirs() -> None:
    def text(first: str, second: str) -> str:
        parts = {first: "Who helps?", second: "Where?"}
        shown = ", ".join(f'{id}: "{parts[id]}"' for id in sorted(parts))
        return (
            f'title: x\nresearch_questions:\n  A: {{text: "Why?", parts: {{{shown}}}}}\nsections:\n'
            f"  - serves: {first}\n    questions: [Who helps you?]\n"
            f"  - serves: {second}\n    questions: [Where is it?]\n"
        )

    reading = reading_of(text("Ab", "Aa"))
    placement = Placements(reading.guide, reading.counted).of(guide_of(text("Aa", "Ab")))
    assert placement.targets == {"A": "A", "Aa": "Ab", "Ab": "Aa"}


def test_a_question_whose_place_another_took_is_gone_and_covers_nothing(tmp_path: Path) -> None:
    talk = held(guide_of(text_of(NIGHT)), (FAMILY,))
    result = reviewed(study_of(tmp_path, text_of({"A": [COME, FIRST, NEW], "B": NIGHT["B"]}), I1=talk))
    assert covered_in(result) == set()
    assert [(question.id, question.ask) for question in result.gone] == [("A2†", FAMILY)]
    assert result.interviews[0].coverage.questions["A2†"].state == "covered"


def test_another_question_in_the_place_of_one_is_told_and_left_open(tmp_path: Path) -> None:
    talk = held(guide_of(text_of(NIGHT)), (FAMILY,))
    study = study_of(tmp_path, text_of({"A": [COME, NEW, FIRST], "B": NIGHT["B"]}), I1=talk)
    result = reviewed(study)
    assert covered_in(result) == set()
    (told,) = [problem for problem in result.problems if problem.severity == "notice"]
    assert (told.code, told.facts["id"], told.facts["before"]) == ("question_unplaced", "A2", FAMILY)
    again = study.guide_path.read_text(encoding="utf-8").replace(f"- {NEW}", f"- id: A2\n        ask: {NEW}")
    study.guide_path.write_text(again, encoding="utf-8")
    assert covered_in(reviewed(study)) == {NEW}  # the author says that it is the same question


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FAMILY, "What did your familly say about it?"),
        (FIRST, "Can you tell me about the first night?"),
        (FIRST, "What was your very first night like?"),
        ("Hvor øver dere?", "Hvor pleier dere å øve?"),
    ],
)
def test_the_same_question_in_other_words_stays(before: str, after: str) -> None:
    assert placed(text_of({"A": [COME, before]}), text_of({"A": [COME, after]}))[before] == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FIRST, "What was the last night like?"),
        ("How do you sleep at home?", "How do you sleep at work?"),
        ("Do you like it there?", "Do you not like it there?"),
        ("Hva gjør du før en vakt?", "Hva gjør du etter en vakt?"),
    ],
)
def test_a_question_about_something_else_is_another_one(before: str, after: str) -> None:
    assert before not in placed(text_of({"A": [COME, before]}), text_of({"A": [COME, after]}))


def test_of_two_that_are_alike_none_is_guessed() -> None:
    asks = ["Where do you sleep?", "Where do you usually sleep?"]
    found = placed(text_of({"A": [COME, asks[0]]}), text_of({"A": [f"{asks[0]} Really?", asks[1]]}))
    assert asks[0] not in found


@pytest.mark.parametrize("layout", ["blanks", "case", "accents"])
def test_blanks_case_and_composed_letters_make_no_other_wording(layout: str) -> None:
    ask = "Hvilke klær går du i på nattevakt?"
    other = {"blanks": ask.replace(" ", "   "), "case": ask.upper(), "accents": ask.replace("å", "a\u030a")}[layout]
    assert placed(text_of({"A": [ask, COME]}), text_of({"A": [COME, other]}))[ask] == other


def test_words_that_stand_twice_go_by_their_order() -> None:
    how = "How was that?"
    before, now = [how, COME, how, FAMILY], [NEW, MISS, how, COME, how, FAMILY]
    reading, copy = reading_of(text_of({"A": now})), guide_of(text_of({"A": before}))
    assert Placements(reading.guide, reading.counted).of(copy).moved == (
        ("A1", "A3"), ("A2", "A4"), ("A3", "A5"), ("A4", "A6"),
    )  # fmt: skip
    one_less = reading_of(text_of({"A": [COME, how, FAMILY]}))
    assert Placements(one_less.guide, one_less.counted).of(copy).questions == {
        "A1": "A1†", "A2": "A1", "A3": "A2", "A4": "A3", "Z1": "Z1",
    }  # fmt: skip


def test_ids_that_were_written_out_rule() -> None:
    ids = {COME: "A1", FAMILY: "A2", FIRST: "A3"}
    before = text_of({"A": NIGHT["A"]}, ids=ids)
    moved = text_of({"A": [COME, FIRST, FAMILY]}, ids=ids)
    assert placed(before, moved) == placed(before, before)
    reworded = text_of({"A": [COME, NEW, FIRST]}, ids={COME: "A1", NEW: "A2", FIRST: "A3"})
    assert placed(before, reworded)[FAMILY] == NEW
    exchanged = text_of({"A": [COME, FIRST, FAMILY]}, ids={COME: "A1", FIRST: "A2", FAMILY: "A3"})
    assert placed(before, exchanged)[FAMILY] == FIRST


def test_a_recorded_revision_goes_by_ids_and_a_hand_edit_after_it_by_wordings() -> None:
    """A merge that kept the second wording: what was covered at A2 stays with A2, whatever stands there now."""
    first = guide_of(text_of({"A": NIGHT["A"]}))
    second = guide_of(text_of({"A": [COME, FIRST]}, ids={FIRST: "A2"}))
    by_hand = reading_of(text_of({"A": [NEW, COME, FIRST]}))
    placement = Placements(by_hand.guide, by_hand.counted, lambda: (first, second)).of(first)
    assert placement.questions == {"A1": "A2", "A2": "A3", "A3": "A3†", "Z1": "Z1"}


def test_earlier_interviews_help_the_next_one_in_its_own_ids() -> None:
    copy, now = guide_of(text_of(NIGHT)), reading_of(text_of(EDITS["swapped"]))
    talk = held(copy, (COME, FAMILY))
    talk.at(100, do.TakeNote("her brother", "follow_up"))
    placements = Placements(now.guide, now.counted)
    assert now.guide is not None
    known = earlier([placements.as_in(talk.interview, now.guide)])
    assert known.courses == (("A1", "A3"),)
    assert {link.about for link in known.links} == {("A1",), ("A3",)}
    assert [left.about for left in known.left] == [("A3",)]
    assert placements.as_in(talk.interview, copy) is talk.interview  # an interview that is gone on with has its own


def test_a_probe_that_was_ticked_stays_with_its_question() -> None:
    def text(*items: str) -> str:
        return "title: x\nsections:\n  - questions:\n" + "".join(f"      - {item}\n" for item in items)

    both = '{ask: "What was it like?", probes: ["How?", "Why?"]}', "Where was it?"
    talk = Talk(start(guide=guide_of(text(*both))))
    talk.at(0, do.AskQuestion("Q1"), do.Tick("probes", "2", question="Q1"))
    now = reading_of(text(*reversed(both)))
    view = Placements(now.guide, now.counted).of(talk.interview.guide).view(talk.interview)
    assert [getattr(act, "question", None) for act in view.events()] == [None, "Q2", "Q2"]
    question = view.guide.question("Q2")
    assert question is not None
    assert question.probes[1].ask == "Why?"


def test_the_ids_are_written_that_the_interviews_have_and_none_twice(tmp_path: Path) -> None:
    now = {"A": [COME, NEW, FIRST, FAMILY], "B": [MISS]}
    text = text_of(now).replace(f"- {FIRST}", f"- {FIRST}   # ask gently")
    study = study_of(tmp_path, text, I1=held(guide_of(text_of(NIGHT)), (FAMILY, MISS)))
    before = covered_in(reviewed(study))
    _name(study)
    guide = study.guide().guide
    assert guide is not None
    assert {question.ask: question.id for question in guide.questions}.items() >= {
        COME: "A1", FAMILY: "A2", FIRST: "A3", NEW: "A4", MISS: "B2",
    }.items()  # fmt: skip
    assert not study.guide().counted
    assert "# ask gently" in study.guide_path.read_text(encoding="utf-8")
    result = reviewed(study)
    assert covered_in(result) == before == {FAMILY, MISS}
    assert [(one.code, one.facts["added"]) for one in result.problems] == [("questions_changed", "A4")]


@pytest.mark.parametrize("edit", EDITS)
def test_interviews_that_counted_in_two_ways_are_both_right_once_the_ids_are_written(edit: str, tmp_path: Path) -> None:
    """I2 was held with the moved guide, before anybody wrote the ids out."""
    copies = guide_of(text_of(NIGHT)), guide_of(text_of(EDITS[edit]))
    first = held(copies[0], (FAMILY, SLEEP) if edit != "inserted and deleted" else (FAMILY,))
    second = held(copies[1], (FIRST,), "I2", "2026-11-21T10:00:00+01:00")
    study = study_of(tmp_path, text_of(EDITS[edit]), I1=first, I2=second)
    before = [covered_in(reviewed(study), code) for code in ("I1", "I2")]
    _name(study)
    assert [covered_in(reviewed(study), code) for code in ("I1", "I2")] == before
    assert before[1] == {FIRST}


def _name(study: Study) -> None:
    reading = study.guide()
    interviews = [told.interview for told in study.load_interviews() if told.interview is not None]
    naming = naming_in(study.folder, reading, interviews, Placements.of_study(study.folder, reading))
    assert len(set(naming.names.values())) == len(naming.names)
    assert write_names(study.guide_path, reading, naming)


WORDINGS = [f"What do you know of {name}?" for name in "apples bread cheese dates eggs figs grapes honey ices".split()]


@st.composite
def hand_edits(draw: st.DrawFn) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """A guide without ids, and the same after questions were put in, taken out, and put elsewhere."""
    asks = draw(st.permutations(WORDINGS))
    cut = draw(st.integers(0, 6))
    before = {"A": list(asks[:cut]), "B": list(asks[cut:6])}
    now = {id: list(questions) for id, questions in before.items()}
    for new in draw(st.lists(st.sampled_from(asks[6:]), max_size=3, unique=True)):
        questions = now[draw(st.sampled_from("AB"))]
        questions.insert(draw(st.integers(0, len(questions))), new)
    for _ in range(draw(st.integers(0, 4))):
        home = draw(st.sampled_from([questions for questions in now.values() if questions]))
        ask = home.pop(draw(st.integers(0, len(home) - 1)))
        if draw(st.booleans()) or not any(now.values()):
            questions = now[draw(st.sampled_from("AB"))]
            questions.insert(draw(st.integers(0, len(questions))), ask)
        if not any(now.values()):
            now["A"].append(ask)
    return before, now


@given(hand_edits())
def test_unchanged_wordings_keep_their_coverage_and_nothing_else_has_any(
    edit: tuple[dict[str, list[str]], dict[str, list[str]]],
) -> None:
    before, now = (text_of(questions) for questions in edit)
    asks = [{ask for asks in questions.values() for ask in asks} for questions in edit]
    closing = "Is there anything you would like to add?"
    assert placed(before, now) == {ask: ask for ask in (*(asks[0] & asks[1]), closing)}


@given(hand_edits())
def test_written_ids_say_the_same_and_stay(edit: tuple[dict[str, list[str]], dict[str, list[str]]]) -> None:
    from guide.editing import with_ids
    from interviews.study.write_ids import naming_of

    before, now = (text_of(questions) for questions in edit)
    reading, copy = reading_of(now), guide_of(before)
    naming = naming_of(reading, Placements(reading.guide, reading.counted), [copy])
    written = with_ids(now, naming.names)
    assert written.whole
    assert placed(before, written.text) == placed(before, now)
    known = {question.ask: question.id for question in copy.questions}
    for question in guide_of(written.text).questions:
        assert question.id == known[question.ask] if question.ask in known else question.id not in known.values()


def test_a_copy_is_placed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Guide] = []
    work = Placements._place

    def placing(self: Placements, copy: Guide) -> Placement:
        calls.append(copy)
        return work(self, copy)

    monkeypatch.setattr(Placements, "_place", placing)
    now = reading_of(text_of(EDITS["swapped"]))
    placements = Placements(now.guide, now.counted)
    found = [placements.of(guide_of(text_of(NIGHT))) for _ in range(3)]
    assert len(calls) == 1
    assert {one.moved for one in found} == {(("A2", "A3"), ("A3", "A2"))}
