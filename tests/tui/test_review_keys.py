"""The review's help and hints name every key that does something there, and no other."""

import re
from pathlib import Path

import pytest
from textual.binding import Binding

from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.tui.studies import study_with
from tui.review.matrix_screen import MatrixScreen
from tui.review.notes_screen import NOTES_KEYS, NotesScreen, help_lines
from tui.review.review_model import ReviewModel
from tui.review.study_pages import help_and_back
from tui.translator import Language, Translator

SAME = {"q": "escape", "ctrl+q": "escape", "ctrl+z": "u", "question_mark": "?"}
"""Keys that do what another one does, or are called otherwise."""


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_notes_help_names_every_key(tmp_path: Path, language: Language) -> None:
    study, _ = Study(study_with(tmp_path, "I1")), Translator(language)
    result = review(study)
    assert result is not None
    screen = NotesScreen(ReviewModel(study, result, _, StandingClock()), None, result.counted)
    keys = {SAME.get(key, key) for key in screen._keys} - {"?"}
    digits = {key for key in keys if key.isdecimal()}
    told = {word for line in _(NOTES_KEYS).split("\n")[1:] for word in line[2:9].split()}
    assert told == {"enter", "1", "2", "3", *(key.replace("escape", "esc") for key in keys - digits)}
    assert "\n".join(help_lines(_)).startswith(_(NOTES_KEYS))
    hints = (
        "enter words · c fix · l link · f filter",
        "!: 1 returned 2 met 3 let go · + - correct · enter words · l link · u undo",
        "a may be used, again: not",
    )
    for key in (*hints, help_and_back("notes")[0].text.strip()):
        named = set(re.findall(r"(?:^|· )(\w|enter|esc|\?)(?= |$)", _(key)))
        assert named <= told | {"?", "!"}, key


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_matrix_names_every_key(language: Language) -> None:
    _ = Translator(language)
    bound = {
        SAME.get(key, key) for binding in Binding.make_bindings(MatrixScreen.BINDINGS) for key in binding.key.split(",")
    }
    told = " · ".join(
        (
            _("enter evidence · i interview · b concepts · n next time · p pilots"),
            help_and_back("review")[0].text.strip(),
            _("t read-through of transcripts · r reflexive note · a notes from when the recorder was stopped"),
        )
    )
    named = {piece.split()[0].replace("esc", "escape") for piece in told.split(" · ")}
    assert named == bound | {"enter"}
