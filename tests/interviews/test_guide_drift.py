"""What is told of a guide that has changed since an earlier interview: wordings, and what came or went."""

import shutil
from pathlib import Path

import pytest

from guide.editing import edit_text
from guide.revise import add_question, drop, move, reword
from interviews.revisions import read_history
from interviews.revisions.writing import OnDisk, WritingStep, leading_to, read_on_disk, write_steps
from interviews.study.folder import Study
from interviews.study.guide_drift import fold_guide_changes
from tests.interviews.choir import CHOIR, short_talk
from tui.console import complain_of
from tui.translator import Translator

NOW = "Hvor pleier dere å øve?"
LATER = "Hvor øver koret?"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    shutil.copy(CHOIR, tmp_path / "guide.yaml")
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "I1.jsonl").write_bytes(short_talk().log)
    return Study(tmp_path)


def by_hand(study: Study, before: str, after: str) -> None:
    text = study.guide_path.read_text(encoding="utf-8")
    assert before in text
    study.guide_path.write_text(text.replace(before, after), encoding="utf-8")


def revise(study: Study, **wordings: str) -> None:
    now, history = read_on_disk(study.folder), read_history(study.folder)
    assert isinstance(now, OnDisk)
    guide = now.guide
    for id, ask in wordings.items():
        guide = reword(guide, id, ask)
    steps = [*leading_to(now, history, (), lambda *_: ()), WritingStep(edit_text(now.text, guide).text, guide, "I1")]
    write_steps(study.folder, now, history, steps, "2026-03-05")


def line_of(study: Study, words: str) -> int:
    lines = study.guide_path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_a_change_by_hand_is_told_with_its_line(study: Study) -> None:
    by_hand(study, "Hvor øver dere?", NOW)
    (problem,) = study.find_guide_changes()
    assert (problem.code, problem.severity, problem.line) == ("wording_changed", "notice", line_of(study, NOW))


def test_a_revision_is_told_as_one_with_its_number(study: Study) -> None:
    revise(study, B3=NOW)
    (problem,) = study.find_guide_changes()
    assert (problem.code, problem.severity) == ("wording_revised", "notice")
    assert problem.facts == {"id": "B3", "participant": "I1", "before": "Hvor øver dere?", "revision": "2"}


def test_the_revision_that_gave_the_wording_is_named_and_not_the_last_one(study: Study) -> None:
    revise(study, B3=NOW)
    revise(study, A1="Hvordan kom du med?")
    assert {one.facts["id"]: one.facts["revision"] for one in study.find_guide_changes()} == {"B3": "2", "A1": "3"}


def test_what_was_changed_by_hand_after_the_last_revision_is_no_revision(study: Study) -> None:
    revise(study, B3=NOW)
    by_hand(study, NOW, LATER)
    (problem,) = study.find_guide_changes()
    assert problem.code == "wording_changed"


def test_a_whole_revision_is_complained_of_in_one_line(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    revise(study, B3=NOW, A1="Hvordan kom du med?")
    assert len(study.find_guide_changes()) == 2
    complain_of(study.find_guide_changes(), Translator("nb"))
    (line,) = capsys.readouterr().err.splitlines()
    assert "versjon 2" in line
    assert "A1, B3" in line
    assert "intervjuguide diff I1" in line


def test_questions_that_came_went_or_moved_are_told_in_the_same_line(
    study: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    now, history = read_on_disk(study.folder), read_history(study.folder)
    assert isinstance(now, OnDisk)
    guide = reword(add_question(now.guide, "Hva synger dere?", 1, ()), "B3", NOW)
    guide = move(drop(guide, "A2"), "B1", after="B3")
    steps = [*leading_to(now, history, (), lambda *_: ()), WritingStep(edit_text(now.text, guide).text, guide, "I1")]
    write_steps(study.folder, now, history, steps, "2026-03-05")
    complain_of(study.find_guide_changes(), Translator("nb"))
    (line,) = capsys.readouterr().err.splitlines()
    (new,) = {one.id for one in guide.questions} - {one.id for one in now.guide.questions}
    assert f"(versjon 2): omformulert B3 · nytt {new} · strøket A2 · flyttet B1. Se «intervjuguide diff I1" in line


def test_a_question_added_by_hand_is_told_of(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    by_hand(study, "closing:\n", "closing:\n  - Hva glemte jeg å spørre om?\n")
    complain_of(study.find_guide_changes(), Translator("en"))
    assert "The guide has changed since I1: new " in capsys.readouterr().err


@pytest.mark.parametrize(("language", "said"), [("nb", "nye "), ("nn", "nye "), ("en", "new ")])
def test_several_are_told_of_in_the_plural(
    study: Study, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    by_hand(study, "closing:\n", "closing:\n  - {id: X1, ask: Hva glemte jeg?}\n  - {id: X2, ask: Hva til slutt?}\n")
    complain_of(study.find_guide_changes(), Translator(language))
    assert f": {said}X1, X2" in capsys.readouterr().err


def test_folding_leaves_everything_else_as_it_is(study: Study) -> None:
    by_hand(study, "Hvor øver dere?", NOW)
    found = study.find_guide_changes()
    assert tuple(fold_guide_changes(found)) == found
