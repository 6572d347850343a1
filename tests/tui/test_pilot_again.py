"""A pilot whose round was cut short: the same command offers to go on with it, and a new one stays possible."""

from argparse import Namespace
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.study.folder import Study
from tests.tui.studies import hold, study_with
from tui.commands import home, run
from tui.commands.common import Choice, Visit
from tui.main import main
from tui.settings import Settings
from tui.translator import Translator

ASKED = (do.AskQuestion("A1"), do.AskQuestion("B2"), do.Judge("keep", "A1"))


class Asked:
    """Stands in for the list on the screen: remembers what was offered, and chooses."""

    def __init__(self, chosen: str | None = None) -> None:
        self.chosen = chosen
        self.title, self.what = "", ""
        self.choices: dict[str, str] = {}

    def __call__(
        self, title: str, what: str, choices: list[Choice], _: Translator, settings: object, at: str | None = None
    ) -> str | None:
        self.title, self.what = title, what
        self.choices = {one.name: one.text for one in choices}
        return self.chosen


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """No terminal is needed, and the list is answered with nothing chosen."""
    asks = Asked()
    monkeypatch.setattr("tui.commands.choose.choose", asks)
    for command in ("tui.commands.open_interview", "tui.commands.home"):
        monkeypatch.setattr(f"{command}.need_terminal", lambda _: None)
    return asks


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """What would have been opened: the file's name, or None for a new interview."""
    names: list[str | None] = []

    def open_interview(visit: Visit, guide: object, told: object, *_: object) -> int:
        names.append(told.file.path.stem if told is not None else None)  # type: ignore[attr-defined]
        return 0

    monkeypatch.setattr(run, "open_interview", open_interview)
    monkeypatch.setattr("tui.commands.open_interview.open_interview", open_interview)
    return names


def again(folder: Path, *, pilot: str | None = "", resume: bool = False) -> int:
    """``run --pilot``, once more."""
    return run.run(
        Namespace(study=folder, pilot=pilot, participant=None, resume=resume, afterwards=None, date=None),
        Settings(language="en"),
    )


def test_the_same_command_offers_to_go_on_with_the_verdicts(
    tmp_path: Path, asked: Asked, opened: list[str | None]
) -> None:
    hold(study_with(tmp_path), "P1", ASKED)
    asked.chosen = "resume"
    assert again(tmp_path) == 0
    assert asked.title == "P1: the verdicts are not finished"
    assert asked.what.startswith("Undecided: B2\n")
    assert asked.choices == {"resume": "Go on with the verdicts of P1", "new": "New pilot P2"}
    asked.chosen = "new"
    again(tmp_path)
    assert opened == ["P1", None]


@pytest.mark.parametrize("pilot", ["", None])
def test_resume_goes_straight_on(tmp_path: Path, asked: Asked, opened: list[str | None], pilot: str | None) -> None:
    hold(study_with(tmp_path), "P1", ASKED)
    again(tmp_path, pilot=pilot, resume=True)
    assert (opened, asked.choices) == (["P1"], {})


@pytest.mark.parametrize("last", [do.CloseRound(), do.Judge("drop", "B2")])
def test_a_round_that_was_finished_or_left_is_not_offered(
    tmp_path: Path, asked: Asked, opened: list[str | None], last: do.Command
) -> None:
    hold(study_with(tmp_path), "P1", (*ASKED, do.End(), last), ended=False)
    again(tmp_path)
    assert (opened, asked.choices) == ([None], {})


def test_once_another_pilot_has_begun_the_earlier_round_is_let_be(tmp_path: Path) -> None:
    hold(study_with(tmp_path), "P1", ASKED)
    hold(tmp_path, "P2", (*ASKED, do.End(), do.CloseRound()), ended=False)
    assert Study(tmp_path).find_unfinished() == ()


def test_the_start_screen_offers_it_too_and_not_where_the_first_enter_falls(tmp_path: Path, asked: Asked) -> None:
    hold(study_with(tmp_path), "P1", ASKED)
    asked.chosen = "quit"
    home.run(Namespace(study=tmp_path), Settings(language="en"))
    assert "Go on with the verdicts of P1" in asked.choices.values()
    assert next(iter(asked.choices)) == "live"


def test_an_interview_that_ended_is_no_round(tmp_path: Path) -> None:
    hold(study_with(tmp_path), "I1", (do.AskQuestion("A1"),))
    assert Study(tmp_path).find_unfinished() == ()


@pytest.mark.parametrize("form", ["page", "--markdown", "--html"])
def test_a_remark_is_not_told_as_the_peers_words_and_a_quote_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    said = (do.TakeComment("peer lost the thread"), do.TakeComment("about focus", "paraphrase"))
    hold(study_with(tmp_path), "P1", (do.AskQuestion("A1"), *said, do.TakeNote("I fell off", "quote")))
    arguments = ["review", "--participant", "P1", "--study", str(tmp_path), *([form, "-"] if form != "page" else [])]
    assert main(arguments) == 0
    page = capsys.readouterr().out
    verdicts = page[page.index("Vurdering av spørsmålene") :]
    remark = verdicts.index("peer lost the thread")
    assert "kommentar" in verdicts[max(remark - 200, 0) : remark]
    if form == "page":
        assert "Si det med egne ord.: about focus" in verdicts
        assert "sitat · A1: I fell off" in verdicts
    assert "I fell off" in verdicts
