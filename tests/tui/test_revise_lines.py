"""The line in revising: reasons that quote the right words, places that are surely meant, one step back at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from guide.reading import read_guide
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import Mode
from interviews.revisions import read_history
from interviews.revisions.draft import read_draft
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.tui.desk_helpers import Sit
from tests.tui.revising import Seat, at_screen, material, piloted
from tests.tui.studies import hold, study_with
from tests.tui.test_pilot import begun
from tests.tui.test_revise import page
from tui.commands.open_interview import _farewell as goodbye
from tui.revise.act_form import PLACES
from tui.revise.page import list_lines
from tui.revise.revise_controller import ReviseController
from tui.revise.revision_session import Material, RevisionSession
from tui.translator import Language, Translator
from tui.widgets.line_model import TypedLine

SURE = "Ganske sikker, 7 av 10"
NUMBERED = """
title: Frivillige i matsentralen
language: en
research_questions: {A: What makes them stay?, B: Who leaves?}
sections:
  - serves: A
    questions:
      - {id: "1.1", ask: Who do you meet there?, probes: [Where?]}
      - {id: "1.2", ask: What was the first week like?}
  - serves: B
    questions:
      - {id: "2.1", ask: Tell me about somebody who left.}
      - {id: "2.2", ask: What would you change?}
closing: [{id: "9.1", ask: Anything to add?}]
"""


def why(folder: Path, *acts: Command, language: Language = "nb") -> str:
    """The reason that stands ready for the first proposal after a pilot with these acts."""
    seat = Seat(piloted(folder, acts), language=language)
    seat.key("enter")
    assert seat.desk.task.stage == "why"
    return seat.line.text


def numbered(folder: Path, *acts: Command) -> Seat:
    """A round on a guide with ids that begin with a digit."""
    (folder / "guide.yaml").write_text(NUMBERED, encoding="utf-8")
    guide = read_guide(NUMBERED, "guide.yaml").guide
    assert guide is not None
    hold(folder, "P1", acts or (do.AskQuestion("1.1"),), guide=guide)
    return Seat(folder)


# --- reasons


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ([("confidence", SURE)], "vanskelig å forstå"),
        ([("", "Hva er «kontakt»?"), ("confidence", SURE)], "vanskelig å forstå (kommentar: «Hva er ‹kontakt›?»)"),
        (
            [("", "først dette"), ("paraphrase", "Om jeg liker jobben")],
            "vanskelig å forstå (med egne ord: «Om jeg liker jobben»)",
        ),
        ([("think_aloud", "Er det en prøve?")], "vanskelig å forstå (tenkte høyt: «Er det en prøve?»)"),
    ],
)
def test_a_reason_quotes_what_was_said_of_the_wording_and_never_how_sure_an_answer_was(
    tmp_path: Path, comments: list[tuple[str, str]], expected: str
) -> None:
    said = [do.TakeComment(text, prompt) for prompt, text in comments]  # type: ignore[arg-type]
    verdict: tuple[Command, ...] = (do.Judge("reword", reason="comprehension"), do.Propose("A1", "Ny?"))
    assert why(tmp_path, do.AskQuestion("A1"), *said, *verdict) == expected


def test_a_reason_quotes_the_words_that_the_verdict_came_after(tmp_path: Path) -> None:
    found = why(
        tmp_path,
        do.AskQuestion("A1"),
        do.TakeComment("det første"),
        do.TakeComment("det jeg la merke til"),
        do.Judge("reword"),
        do.Propose("A1", "Ny?"),
        do.TakeComment("nå er det bedre"),
    )
    assert found == "kommentar: «det jeg la merke til»"


def test_a_reason_reads_as_a_sentence(tmp_path: Path) -> None:
    acts = (do.AskQuestion("A1"), do.Judge("reword", reason="comprehension"), do.Propose("A1", "Ny?"))
    seat = Seat(piloted(tmp_path, acts))
    seat.key("enter", "enter")
    seat.desk.go_to(0)
    assert "fordi: vanskelig å forstå" in page(seat)


# --- places


def test_on_a_place_that_stands_ready_digits_and_minus_choose_as_the_card_says(tmp_path: Path) -> None:
    for key, act in (("2", "reword"), ("8", "drop")):
        seat = Seat(piloted(tmp_path / key))
        seat.at("C3", "verdict")
        assert (seat.line.text, seat.desk.task.stage) == ("A1", "before")
        seat.key(key)
        assert seat.desk.task.act == act
    seat = Seat(piloted(tmp_path / "minus"))
    seat.at("C3", "verdict")
    place = seat.desk.at
    seat.key("-")
    assert seat.round.state(place) == "left"


def test_on_the_place_of_a_new_question_the_card_holds_too_and_its_wording_comes_back(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "topic")
    seat.write("Hva gjør taushetsplikten med arbeidet ditt?")
    assert (seat.desk.task.stage, seat.line.text) == ("beside", "C3")
    seat.key("-")
    assert "nytt spørsmål" not in [one.text for one in list_lines(seat.desk) if one.place == seat.desk.at]
    seat.key("ctrl+z")
    assert (seat.desk.task.stage, seat.desk.task.texts) == ("beside", ("Hva gjør taushetsplikten med arbeidet ditt?",))


def test_an_emptied_place_is_as_one_that_was_never_written(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "verdict")
    seat.key("end", "ctrl+u", "8")
    assert (seat.desk.task.act, seat.desk.task.stage) == ("drop", "why")


def test_what_is_typed_takes_the_place_of_the_proposed_question(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "verdict")
    seat.key("b", "1", "enter")
    assert seat.desk.task.other == "B1"


@pytest.mark.parametrize(
    ("act", "stage"), [("3", "before"), ("4", "after"), ("6", "with")], ids=["earlier", "later", "merge"]
)
def test_an_id_that_begins_with_a_digit_can_be_written(tmp_path: Path, act: str, stage: str) -> None:
    seat = numbered(tmp_path)
    seat.at("2.2")
    seat.key(act)
    assert seat.desk.task.stage == stage
    seat.key("1", ".", "1", "enter")
    assert seat.desk.task.other == "1.1"


RUBBISH = ["Z9a3B1/b1", "b1/", "qqqqq", "jeg synes at hele denne bolken kunne vært kortere og litt lettere å svare på"]


@pytest.mark.parametrize("words", RUBBISH)
def test_what_names_no_question_is_said_before_and_after_enter_and_the_line_stays(tmp_path: Path, words: str) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "verdict")
    seat.key(*words)
    assert f"Fant ikke noe spørsmål med «{words}»." in page(seat)
    seat.key("enter")
    assert (seat.desk.task.stage, seat.line.text) == ("before", words)
    assert seat.desk.notice == f"Fant ikke noe spørsmål med «{words}»."


@pytest.mark.parametrize("words", RUBBISH)
def test_in_the_pilot_too(sit: Sit, words: str) -> None:
    seat = begun(sit)
    seat.key("=", "3", "enter")
    seat.say(words)
    assert (seat.table.hits, seat.types[-1], seat.line.text) == ([], "judged", words)


def test_what_was_found_is_shown_before_enter_takes_it(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "verdict")
    seat.key(*"barrierer")
    assert "→ B6" in page(seat)
    seat.key("enter")
    assert seat.desk.task.other == "B6"


def test_a_move_in_among_questions_for_something_else_is_said(tmp_path: Path) -> None:
    said = "A1 står da mellom spørsmål til B. På skjermen under intervjuet hører A1 fortsatt til A."
    seat = Seat(piloted(tmp_path))
    seat.key("4", "b", "2")
    assert said in page(seat)
    seat.key("enter")
    assert said in page(seat)
    seat.key("escape", "ctrl+u", "a", "3")
    assert "står da mellom" not in page(seat)


# --- another act midway


def test_a_reason_given_for_one_act_is_none_for_another(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    for act in ("8", "3"):
        seat.at("A1")
        seat.key(act)
        if seat.desk.task.stage != "why":
            seat.write("b1")
        assert (seat.desk.task.stage, seat.line.text) == ("why", "")
        while seat.desk.task.is_chosen:
            seat.key("escape")
    seat.key("2", "enter")
    assert seat.line.text.startswith("svaret passet ikke til spørsmålet (")


def test_what_is_typed_takes_the_place_of_the_reason_that_stands_ready_and_an_arrow_keeps_it(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter")
    ready = seat.line.text
    seat.key(*"for lang")
    assert (ready[:6], seat.line.text) == ("svaret", "for lang")
    seat.key("escape", "enter", "end", *"; for lang")
    assert seat.line.text == f"{ready}; for lang"


def test_a_reason_that_begins_with_a_digit_chooses_nothing(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("8", *"2 av 3 forsto det ikke")
    assert (seat.desk.task.act, seat.line.text) == ("drop", "2 av 3 forsto det ikke")
    seat.key("enter")
    assert [one.why for _, one in seat.round.decisions] == ["2 av 3 forsto det ikke"]


def test_a_new_probe_that_begins_with_a_digit_chooses_nothing(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("7", *"3 ting du husker?")
    assert (seat.desk.task.act, seat.line.text) == ("add_probe", "3 ting du husker?")


@pytest.fixture(scope="module")
def sit_down(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], "DrySeat"]:
    """Begins to revise a piloted study, again and again."""
    found = material(piloted(tmp_path_factory.mktemp("once")))
    return lambda: DrySeat(found)


class DrySeat(Seat):
    """Somebody who revises, and keeps nothing."""

    def __init__(self, found: Material) -> None:
        self._, self.calls, self.line = Translator("nb"), [], TypedLine(lambda: 0.0)
        self.round = RevisionSession(found, self._, lambda _draft: None)
        self.desk = ReviseController(self.round, self._, self.line, self.calls.append)


@given(
    question=st.sampled_from(["A1", "A3", "A4", "B6", "B7", "B9", "C3"]),
    digit=st.integers(2, 9),
    lines=st.integers(0, 3),
    key=st.sampled_from(["x", ""]),
    number=st.sampled_from(["1", "2", "3", "4", "8", "9", "10"]),
    rest=st.sampled_from([" av 3 forsto det ikke", " of 4 said so", "", ".1", " %"]),
)
@example(question="A1", digit=9, lines=2, key="", number="1", rest=" av 3 forsto det ikke")
def test_words_that_begin_with_a_digit_end_where_the_line_of_a_chosen_act_says(
    sit_down: "Callable[[], DrySeat]", question: str, digit: int, lines: int, key: str, number: str, rest: str
) -> None:
    seat, words = sit_down(), number + rest
    seat.at(question)
    assume(digit <= len(seat.desk.acts))
    place, act, asked = seat.desk.at, seat.desk.acts[digit - 1], seat.round.guide.question(question)
    assert asked is not None
    seat.key(str(digit))
    for _line in range(lines):
        if seat.desk.task.is_last:
            break
        seat.write("b2" if seat.desk.task.stage in PLACES else "" if seat.desk.task.texts else "Hva gjør dere?")
    if key:
        seat.key(key, "escape")  # the line as it was before a key
    task, is_place = seat.desk.task, seat.desk.task.stage in PLACES
    ready = "" if seat.line.selected or (is_place and not seat.desk.is_seeking) else seat.line.text
    seat.key(*words)
    assert (seat.desk.at, seat.desk.task, seat.line.text) == (place, task, ready + words)
    seat.key("enter")
    if task.is_last:
        decided = dict(seat.round.decisions).get(place)
        said = (ready + words).strip()
        if act == "accept":  # a reason for each remark
            said = "; ".join(dict.fromkeys(filter(None, (*task.texts, said))))
        assert decided is None or (decided.act, decided.why) == (act, said)
        assert decided is not None or seat.line.text == ready + words
    now = seat.round.guide.question(question)
    assert act in ("reword", "split", "merge", "drop") or (now is not None and now.ask == asked.ask)


def test_a_digit_that_chose_what_is_suggested_anyway_has_chosen_it(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("A3")
    assert seat.desk.proposal.act == "accept"
    seat.key("9", *"2 of 3 knew it", "enter")
    assert [(one.act, one.why) for _, one in seat.round.decisions] == [("accept", "2 of 3 knew it")]


def test_a_line_that_esc_cleared_is_for_the_same_act_and_a_second_esc_goes_back_to_choosing(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B7")
    seat.key("8", *"2 of 3", "escape", *"3 of 4 said so")
    assert (seat.desk.task.act, seat.line.text) == ("drop", "3 of 4 said so")
    seat.key("escape", "escape", "3")
    assert (seat.desk.task.act, seat.line.text) == ("earlier", "")


def test_another_act_is_chosen_after_esc(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    place = seat.desk.at
    seat.key("8", "escape", "7")
    assert (seat.desk.task.act, seat.line.text) == ("add_probe", "")
    seat.desk.go_to(place)
    seat.key("8", *"for lik A2", "escape", "escape", "4")
    assert seat.desk.task.act == "later"
    seat.key("escape", "8", "enter")
    assert seat.round.state(place) == "taken"
    seat.desk.go_to(place)
    seat.key("8", "escape", "2")
    assert (seat.calls, seat.desk.task.act) == ([], "reword")


def test_a_reason_comes_back_after_another_act_was_chosen_in_its_stead(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.write("Hva gjør dere?")
    seat.key(*"de lo", "escape", "escape", "8")
    assert (seat.desk.task.act, seat.line.text) == ("drop", "")
    assert seat.desk.notice == "Ctrl+Z henter det du skrev tilbake."
    seat.key("ctrl+z")
    assert (seat.desk.task.stage, seat.line.text) == ("text", "Hva gjør dere?")
    seat.key("ctrl+z")
    assert (seat.desk.task.act, seat.desk.task.stage, seat.line.text) == ("reword", "why", "de lo")
    seat.key("enter")
    assert [one.why for _, one in seat.round.decisions] == ["de lo"]


def test_what_was_taken_stands_ready_where_it_is_taken_up_again(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    place = seat.desk.at
    seat.write("Hva gjør dere sammen?")
    seat.write("for lang")
    seat.desk.go_to(place)
    seat.key("2")
    assert seat.line.text == "Hva gjør dere sammen?"
    seat.key("enter")
    assert seat.line.text == "for lang"


# --- one step back


def test_esc_from_a_place_that_stands_ready_goes_to_the_choice_and_not_out(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "verdict")
    seat.key("escape")
    assert (seat.calls, seat.desk.task.stage) == ([], "none")
    seat.key("3")
    assert (seat.desk.task.stage, seat.line.text) == ("before", "A1")


def test_esc_goes_back_one_line_with_what_was_taken_from_it(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("A4")
    seat.key("6")
    seat.write("a2")
    seat.write("Hva slags fokus har du?")
    assert seat.desk.task.stage == "why"
    seat.key("escape")
    assert (seat.desk.task.stage, seat.line.text) == ("text", "Hva slags fokus har du?")
    seat.key("escape")
    assert (seat.desk.task.stage, seat.line.text) == ("with", "A2")
    seat.key("enter", "enter", "enter")
    assert len(seat.said) == 1


def test_esc_goes_back_through_the_parts(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("A4")
    seat.key("5")
    for text in ("Én?", "To?", "Tre?", ""):
        seat.write(text)
    found = []
    for _ in range(4):
        seat.key("escape")
        found.append((seat.desk.task.stage, seat.line.text))
    assert found == [("part", ""), ("part", "Tre?"), ("part", "To?"), ("text", "Én?")]


def test_however_deep_it_is_left_only_when_asked_where_something_is_taken(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter")
    seat.at("C3", "verdict")
    while "Esc igjen" not in seat.desk.notice:
        assert seat.calls == []
        seat.key("escape")
    seat.key("escape")
    assert seat.calls == ["leave"]


def test_undo_brings_back_what_the_last_decision_took_the_place_of(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("A4")
    place = seat.desk.at
    seat.key("3")
    seat.write("a3")
    seat.write("flyter bedre")
    moved = seat.said
    seat.desk.go_to(place)
    seat.key("8", "enter")
    seat.key("ctrl+z")
    assert seat.said == moved
    assert seat.desk.notice.endswith(f"tatt: {moved[0]}")
    seat.desk.go_to(place)
    seat.key("-", "ctrl+z")
    assert seat.said == moved
    seat.key("ctrl+z")
    assert (seat.said, [one for _, one in read_draft(tmp_path).decisions]) == ([], [])


# --- merging, and what else is on the list


def test_two_questions_that_become_one_begin_as_both_wordings(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    guide = seat.round.guide
    both = [question.ask for question in guide.questions if question.id in ("B8", "B9")]
    seat.at("B9", "verdict")
    seat.key("enter")
    assert seat.line.text == " ".join(both)
    seat.key("enter", "enter")
    kept = seat.round.guide.question("B8")
    assert kept is not None
    assert all(ask in kept.ask for ask in both)


def test_what_was_said_of_the_whole_guide_is_on_the_list_to_be_left_or_made_a_question(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path, (do.TakeComment("savnet noe om foreldrene"),)))
    assert "Om hele guiden" in [one.text for one in list_lines(seat.desk)]
    assert (seat.desk.proposal.kind, seat.desk.acts) == ("comment", ("keep", "add_question"))
    assert "Fra P1, kommentar: «savnet noe om foreldrene»" in page(seat)
    seat.key("2")
    seat.write("Hva betyr foreldrene?")
    seat.write("c1")
    assert seat.line.text == "kommentar: «savnet noe om foreldrene»"
    seat.key("enter")
    assert seat.said == ["Nytt spørsmål, C4: «Hva betyr foreldrene?»"]
    assert seat.finish() == ""
    assert not [one for one in material(tmp_path).proposals if one.kind == "comment"]


def test_the_list_names_the_role_that_is_missing_and_no_other(tmp_path: Path) -> None:
    for language, label in (("nb", "mangler overgang"), ("en", "lacks a transition")):
        folder = tmp_path / language
        folder.mkdir()
        seat = Seat(piloted(folder), language=language)
        of_guide = [one.text for one in list_lines(seat.desk) if "mangler" in one.text or "lacks" in one.text]
        assert [one for one in of_guide if label in one], of_guide
        assert not [one for one in of_guide if "eller" in one or " or " in one]


def test_a_pilot_that_was_passed_over_is_asked_next_time(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    hold(folder, "P2", (do.AskQuestion("B1"), do.Judge("drop")))
    seat = Seat(folder, after="P2")
    seat.key("8", "enter")
    assert seat.finish() == ""
    assert read_history(folder).last is not None
    again = Seat(folder)
    listed = [one.question for one in again.round.material.proposals if one.kind == "verdict"]
    assert listed == ["A1", "B6", "B7", "B9", "C3"]
    assert again.round.material.after == "P1"


# --- the screen


async def test_the_hints_say_what_the_keys_do_now(tmp_path: Path) -> None:
    async with at_screen(piloted(tmp_path), size=(80, 24)) as at:
        assert "Tab: ny versjon" in at.rows
        await at.keys("3")
        assert "enter tar" not in at.rows
        await at.keys("b6")
        assert "enter tar det merkede" in at.rows
        await at.keys("qqq")
        assert "enter tar" not in at.rows
        assert "Fant ikke noe spørsmål med «b6qqq»." in at.rows
        await at.keys("␛␛5")
        assert "del 1: " in at.rows
        assert "én del om gangen" in at.rows
        await at.keys("⏎")
        assert "del 2:" in at.rows


@pytest.mark.parametrize("reason", ["", "veilederen ville det"])
async def test_what_was_changed_by_hand_can_be_given_a_reason(tmp_path: Path, reason: str) -> None:
    folder = piloted(tmp_path)
    path = folder / "guide.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 60", "minutes: 45"), encoding="utf-8")
    async with at_screen(folder, size=(80, 24)) as at:
        await at.keys("⏎⏎⇥")
        await at.keys("⏎")
        assert "endret for hånd, fordi:" in at.rows
        assert read_history(folder).revisions == ()
        await at.keys("␛")
        assert "Skriv versjon 3?" in at.rows
        await at.keys("⏎")
        await at.keys(f"{reason}⏎")
    _, second, third = read_history(folder).revisions
    assert [change.why for change in second.changes] == [reason]
    assert third.changes[0].why.startswith("svaret passet ikke")
    assert len(list(Study(folder).load_interviews())) == 1


@pytest.mark.parametrize(("code", "mode"), [("P1", "pilot"), ("I1", "live")])
def test_at_the_end_of_a_pilot_the_way_to_revise_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str, mode: Mode
) -> None:
    folder = study_with(tmp_path, code)
    session, _ = Session.resume(Study(folder).path_of(code), StandingClock())
    try:
        goodbye(Study(folder), session, Translator("nb"))
    finally:
        session.close()
    assert session.interview.started.mode == mode
    assert (f"revise --study {folder}" in capsys.readouterr().out) is (mode == "pilot")


def test_a_move_to_the_edge_of_a_research_question_is_not_called_among_them(tmp_path: Path) -> None:
    """Between the last question for one and the first for another, one neighbour is its own or nobody's."""
    seat = Seat(piloted(tmp_path))
    seat.key("3", "b", "1")  # before B1 stands A4, which serves what A1 serves
    assert "→ B1 " in page(seat)
    assert "står da mellom" not in page(seat)
    seat.key("escape", "escape", "4", "a", "4")
    assert "står da mellom" not in page(seat)
