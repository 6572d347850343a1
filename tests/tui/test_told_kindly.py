"""What the commands and the screens around the interview say, to somebody who is new to them."""

import re
from pathlib import Path

import pytest

from guide.advice import advise
from guide.model import Guide
from guide.problems import Problem
from guide.reading import read_guide
from interviews.core import commands as do
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.guide_drift import REVISED_TOGETHER, fold_guide_changes
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.tui.crosswise import CROSSWISE
from tests.tui.lines import GUIDE
from tests.tui.revising import Seat, at_screen, piloted
from tests.tui.sittings import settled
from tests.tui.studies import SHORT, hold, study_with
from tests.tui.test_correcting import SMALL, cell_app
from tui import VERSION, console
from tui.commands.check import vague_labels
from tui.commands.choice_screen import ChoiceApp
from tui.commands.choose import Offer, offer_screen
from tui.commands.command_help import COMMAND_HELP
from tui.commands.common import AROUND, Choice
from tui.commands.home import _summary
from tui.console import complain_of
from tui.documents.matrix_rows import length_so_far, standing, summary_lines
from tui.main import main
from tui.review.notes_screen import NotesScreen
from tui.settings import Settings
from tui.translator import Translator

NB = Translator("nb")
Captured = pytest.CaptureFixture[str]


# --- commands that are not there


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("report", "review --html rapport.html"),
        ("Rapport", "review --html rapport.html"),
        ("metode", "export method"),
        ("papir", "export paper"),
        ("pilot", "run --pilot"),
        ("fortsett", "run --resume"),
        ("dekning", "review"),
    ],
)
def test_a_command_by_another_name_is_told_by_its_own(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "nb")
    assert main([name]) == 2
    assert f"«{name}»; bruk intervjuguide {meant}" in capsys.readouterr().err


@pytest.mark.parametrize("given", [["foo"], ["review", "--foo"], ["find"]])
def test_a_wrong_command_is_answered_in_the_study_s_language(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    monkeypatch.delenv("INTERVJUGUIDE_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert main(given) == 2
    assert "see intervjuguide" in capsys.readouterr().err
    folder = thesis_study(tmp_path)
    for where in ([*given, "--study", str(folder)], [*given, f"--study={folder}"]):
        assert main(where) == 2
        assert "se intervjuguide" in capsys.readouterr().err.lower()
    monkeypatch.chdir(folder)
    assert main(given) == 2
    assert "se intervjuguide" in capsys.readouterr().err.lower()
    assert main(["review", "--help"]) == 0
    assert capsys.readouterr().out == Translator("nb")(COMMAND_HELP["review"]) + "\n"


# --- check


@pytest.mark.parametrize(
    ("wording", "misread"),
    [
        ("Kan du fortelle om den første dagen din i jobben?", True),
        ("Hva måtte du lære deg først?", True),
        ("Hvordan merker du at kolleger sitter med noe du trenger?", True),
        ("Hvordan er det å snakke med kunder uten at de handler?", True),
        ("Hva skjer rett før og rett etter en vakt?", True),
        ("What would you have liked to know on your first day at work?", True),
        ("Kan du fortelle om den første uka?", False),
        ("Hvordan vil du beskrive samarbeidet?", False),
        ("Tell me about your first week.", False),
    ],
)
def test_check_advises_a_short_label_where_the_made_one_skips_words(wording: str, misread: bool) -> None:  # noqa: FBT001
    assert [id for id, _ in vague_labels(_of_one(f"'{wording}'"))] == (["A1"] if misread else [])
    assert not vague_labels(_of_one(f"{{ask: '{wording}', short: min egen}}"))


def _of_one(question: str) -> Guide:
    head = "title: t\nlanguage: nb\nresearch_questions: {A: Hva?}\n"
    text = f"{head}sections: [{{title: s, serves: A, questions: [{question}]}}]"
    guide = read_guide(text, "g").guide
    assert guide is not None
    return guide


def test_what_check_advises_brings_no_other_advice() -> None:
    """The example that a research question lacks is a probe: within the wording it would be a second question."""
    ask, more = "Hvordan er det å lære noe nytt?", "Kan du gi et eksempel på det?"
    bare = _of_one(f"'{ask}'")
    (advice,) = [one for one in advise(bare) if one.rule == "no-example"]
    assert all("probes" in _.advice(advice) for _ in (NB, Translator("en")))
    probed = {one.rule for one in advise(_of_one(f"{{ask: '{ask}', probes: ['{more}']}}"))}
    assert probed == {one.rule for one in advise(bare)} - {"no-example"}
    assert "stacked" in {one.rule for one in advise(_of_one(f"'{ask} {more}'"))}


# --- the guide was revised


def test_that_the_guide_was_revised_is_told_once_and_between_words(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = piloted(tmp_path)
    hold(folder, "I1")
    seat = Seat(folder)
    seat.at("A1", "verdict")
    seat.key("enter", "enter")
    assert seat.finish() == ""
    for command in (["review"], ["review", "--participant", "I1"]):
        (folder / "study.jsonl").unlink(missing_ok=True)
        assert main([*command, "--study", str(folder)]) == 0
        told = capsys.readouterr().err
        assert "Guiden er endret siden I1" in told
        assert "guide.yaml:" not in told
        assert main([*command, "--study", str(folder)]) == 0
        assert "Guiden er endret" not in capsys.readouterr().err
    assert main(["review", "--json", "--study", str(folder)]) == 0
    assert "A1" in capsys.readouterr().out
    hold(folder, "I2")
    assert main(["review", "--study", str(folder)]) == 0
    assert "endret siden I2" not in capsys.readouterr().err.replace("\n", " ")
    result = review(Study(folder))
    assert result is not None
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    complain_of(result.problems, NB)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 60
    whole = " ".join(lines)
    assert NB.problem(next(iter(_revised(result.problems)))) in whole


def _revised(problems: tuple[Problem, ...]) -> list[Problem]:
    return [one for one in fold_guide_changes(problems) if one.code == REVISED_TOGETHER]


def _of_sections(*sections: str) -> str:
    """A guide of these sections, with a question for each letter."""
    lines = ["language: nb", "sections:"]
    for number, letters in enumerate(sections, 1):
        lines += [f"  - title: Del {number}", "    questions:"]
        lines += [f"      - {{id: {letter}, ask: Hva husker du av {letter * 3}?}}" for letter in letters]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("ac", "bde"), ("ac", "de")),  # b moved by hand, then it is dropped
        (("abc", "defghijkl"), ("abc", "defghijklm")),  # one more behind the sixth
    ],
)
def test_a_change_that_follows_another_is_told_too(
    capsys: Captured, tmp_path: Path, first: tuple[str, ...], then: tuple[str, ...]
) -> None:
    held = read_guide(_of_sections("abc", "de"), "guide.yaml").guide
    assert held is not None
    folder = study_with(tmp_path)
    hold(folder, "I1", (), guide=held)

    def told(sections: tuple[str, ...]) -> bool:
        (folder / "guide.yaml").write_text(_of_sections(*sections), encoding="utf-8")
        assert main(["review", "--study", str(folder)]) == 0
        return "Guiden er endret siden I1" in capsys.readouterr().err

    assert [told(first), told(first), told(then), told(then)] == [True, False, True, False]
    assert not told(first), "that was told"


def test_an_error_keeps_its_place_and_is_told_each_time(capsys: Captured, tmp_path: Path) -> None:
    folder = study_with(tmp_path, "I1")
    guide = folder / "guide.yaml"
    guide.write_text(guide.read_text("utf-8") + "\nnonsense: 1\n", encoding="utf-8")
    for _ in range(2):
        main(["review", "--study", str(folder)])
        assert re.search(r"guide\.yaml:\d+:1: .*nonsense", capsys.readouterr().err)
    console.complain_folded("en feil\x1b[31m")
    assert "\x1b" not in capsys.readouterr().err


# --- the start menu, and the dialog after an interview that broke off


def test_a_folder_without_a_study_is_named() -> None:
    for text in ("There is no study in {folder}.", "The study in {folder} was only half made: guide.yaml is empty."):
        assert "/et/sted" in NB(text, folder="/et/sted")


@pytest.mark.parametrize(("code", "said"), [("I3", "Nytt intervju I3"), ("P3", "Nytt prøveintervju P3")])
def test_the_dialog_offers_what_was_begun(monkeypatch: pytest.MonkeyPatch, code: str, said: str) -> None:
    offered: list[str] = []

    def run(app: ChoiceApp) -> None:
        offered.extend(choice.text for choice in app.choices)

    monkeypatch.setattr(ChoiceApp, "run", run)
    offer_screen(Offer(code="P2", seconds=10.0, when="", whole=True), code, NB, Settings())
    assert said in offered


@pytest.mark.parametrize("count", [1, 5, 9])
async def test_the_start_menu_keeps_its_line_of_keys(tmp_path: Path, count: int) -> None:
    folder = study_with(tmp_path, *(f"I{number}" for number in range(1, count + 1)))
    choices = [Choice(f"{place}", f"valg {place}") for place in range(9)]
    what = _summary(Study(folder), NB, 24 - AROUND - len(choices))
    app = ChoiceApp("Studien", what, choices, NB("↑ ↓ choose · Enter opens · Esc leaves"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
    assert NB("↑ ↓ choose · Enter opens · Esc leaves") in "\n".join(rows)
    assert "valg 8" in "\n".join(rows)
    assert f"I{count} " in what
    assert "Neste gang" in "\n".join(rows)


async def test_a_window_that_gets_lower_and_high_again_shows_what_it_has_room_for(tmp_path: Path) -> None:
    folder = study_with(tmp_path, *(f"I{number}" for number in range(1, 5)), "P1")
    choices = [Choice(f"{place}", f"valg {place}") for place in range(9)]
    hint = NB("↑ ↓ choose · Enter opens · Esc leaves")

    def tell(rows: int) -> str:
        return _summary(Study(folder), NB, rows - AROUND - len(choices))

    app = ChoiceApp("Studien", tell, choices, hint)
    rows = ""
    async with app.run_test(size=(100, 30)) as pilot:
        for width, height in ((100, 30), (80, 24), (80, 12), (100, 40)):
            await pilot.resize_terminal(width, height)
            await settled(app, pilot)
            rows = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
            assert hint in rows, rows
            assert "valg 0" in rows
            assert ("valg 8" in rows) == (height > 12), "lower still, the list scrolls"
            before = rows.partition("valg 0")[0].split("\n")[-2]
            assert before.strip(" │") == "", "the blank row before the choices is the last to go"
    assert all(f"I{number} " in rows for number in range(1, 5)), "and on the high one every interview is there again"


# --- the review


def test_an_interview_that_is_being_held_says_so(tmp_path: Path) -> None:
    study = Study(study_with(tmp_path, "I1"))
    hold(study.folder, "I2", ended=False)
    clock = StandingClock()
    running = Session.new(study.folder / "interviews" / "I3.jsonl", GUIDE, "I3", "live", clock, VERSION)
    running.do(do.AskQuestion("A1"))
    clock.go_on(65)
    running.do(do.MarkCovered())
    result = review(study)
    assert result is not None
    told = [(standing(one, NB), length_so_far(one, NB)) for one in result.interviews]
    assert [one for one, _ in told] == ["avsluttet", "ikke avsluttet", "pågår nå"]
    assert "så langt" not in told[0][1]
    assert told[2][1] == "1:05 så langt"
    assert "pågår nå" in "\n".join(summary_lines(result, NB))
    running.close()


async def test_a_in_the_grid_leads_to_the_notes_that_wait_for_an_answer(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    hold(folder, "I1")
    app = cell_app(folder)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("a")
        await settled(app, pilot)
        assert NB("a: no notes from when the recorder was stopped wait for an answer.") in "\n".join(
            s.text for s in app.screen._compositor.render_strips()
        )
    off = (do.ToggleRecording(confirmed=True), do.AskQuestion("A1"), do.TakeNote("før"), do.ToggleRecording())
    hold(folder, "I2", (*off, do.TakeNote("fortalt uten opptaker")))
    app = cell_app(folder)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("a")
        await settled(app, pilot)
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        chosen = screen._current()
        assert chosen is not None
        assert chosen[1].text == "fortalt uten opptaker"
        await pilot.press("a")
        await settled(app, pilot)
        again = screen._current()
        assert again is not None
        assert again[1].use == "usable"
        await pilot.press("escape", "a")
        await settled(app, pilot)
        assert not isinstance(app.screen, NotesScreen)


def test_a_question_s_theme_is_told_where_themes_and_research_questions_cross() -> None:
    themes = {question.id: CROSSWISE.theme_of(question.id) for question in CROSSWISE.questions}
    for section in CROSSWISE.sections:
        for question in section.questions:
            assert themes[question.id] in ("", section.title)
    assert any(themes.values())
    assert not any(GUIDE.theme_of(question.id) for question in GUIDE.questions)


async def test_the_head_of_revising_keeps_its_two_ends_apart(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    hold(folder, "P20", SHORT, mode="pilot")
    async with at_screen(folder, size=(80, 24)) as at:
        head = at.rows.splitlines()[0]
        assert re.search(r"\s\s\d+ tatt · \d+ åpne", head)
