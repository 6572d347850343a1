"""The guide's revision of each interview: the number of the one that equals the interview's own copy."""

from pathlib import Path

import pytest

from guide.model import Guide
from guide.revise import reword
from guide.write import write_guide
from interviews.core import commands as do
from interviews.revisions import Revision, file_of
from interviews.revisions.writing import revision_text
from interviews.study import revision_numbers as numbering
from interviews.study.folder import Study
from interviews.study.review import review
from interviews.study.revision_numbers import RevisionNumbers
from tests.interviews.choir import Talk, choir, start

GUIDE = choir()
SECOND, THIRD = reword(GUIDE, "A1", "Hva gjør dere når dere øver?"), reword(GUIDE, "B1", "Hvem er der?")


def hold(folder: Path, code: str, guide: Guide = GUIDE, day: str = "2026-03-02") -> None:
    (folder / "interviews").mkdir(exist_ok=True)
    participant = code.partition("-")[0]
    talk = Talk(start(participant, "pilot" if code[0] == "P" else "live", guide=guide, wall=f"{day}T10:00:00+01:00"))
    talk.at(5, do.AskQuestion("A1"))
    (folder / "interviews" / f"{code}.jsonl").write_bytes(talk.log)


def record(folder: Path, *revisions: tuple[Guide, str]) -> None:
    (folder / "revisions").mkdir()
    for number, (guide, date) in enumerate(revisions, 1):
        text = revision_text(Revision(number, date, "", (), write_guide(guide), guide))
        (folder / file_of(number)).write_text(text, encoding="utf-8")


def told(folder: Path) -> dict[str, int | None]:
    (folder / "guide.yaml").write_text(write_guide(GUIDE), encoding="utf-8")
    found = review(Study(folder))
    assert found is not None
    return {one.name: one.revision for one in found.interviews}


def test_without_recorded_revisions_the_guide_that_was_first_held_is_the_first(tmp_path: Path) -> None:
    hold(tmp_path, "I1")
    hold(tmp_path, "I2")
    hold(tmp_path, "P1")
    assert told(tmp_path) == {"I1": 1, "I2": 1, "P1": 1}


def test_a_guide_edited_by_hand_between_interviews_is_counted_as_it_came(tmp_path: Path) -> None:
    hold(tmp_path, "I1", SECOND, "2026-03-05")
    hold(tmp_path, "I2", GUIDE, "2026-03-01")
    hold(tmp_path, "I3", THIRD, "2026-03-09")
    hold(tmp_path, "I4", GUIDE, "2026-03-10")
    assert told(tmp_path) == {"I1": 2, "I2": 1, "I3": 3, "I4": 1}


def test_a_log_that_went_on_in_another_file_counts_as_it_was_held(tmp_path: Path) -> None:
    hold(tmp_path, "I1", SECOND, "2026-03-01")
    hold(tmp_path, "I2")
    log = tmp_path / "interviews" / "I1.jsonl"
    log.rename(log.with_name("I1.rescued-1.jsonl"))
    assert told(tmp_path) == {"I1": 1, "I2": 2}


def test_a_copy_has_its_number_where_its_questions_have_other_ids_today(tmp_path: Path) -> None:
    first, *rest = GUIDE.sections
    swapped = first.questions[1].but(id="A1"), first.questions[0].but(id="A2"), *first.questions[2:]
    moved = GUIDE.but(sections=(first.but(questions=swapped), *rest))
    record(tmp_path, (moved, "2026-03-01"), (GUIDE, "2026-03-03"))
    hold(tmp_path, "I1", moved)
    hold(tmp_path, "I2", GUIDE, "2026-03-04")
    assert told(tmp_path) == {"I1": 1, "I2": 2}


def test_recorded_revisions_give_the_number_and_a_copy_that_is_in_none_has_none(tmp_path: Path) -> None:
    record(tmp_path, (GUIDE, "2026-03-01"), (SECOND, "2026-03-03"))
    hold(tmp_path, "I1")
    hold(tmp_path, "I1-2", SECOND, "2026-03-04")
    hold(tmp_path, "I2", THIRD, "2026-03-05")
    assert told(tmp_path) == {"I1": 1, "I1-2": 2, "I2": None}


def test_of_two_equal_revisions_it_is_the_last_that_was_made_by_then(tmp_path: Path) -> None:
    record(tmp_path, (GUIDE, "2026-03-01"), (SECOND, "2026-03-03"), (GUIDE, "2026-03-06"))
    hold(tmp_path, "I1", GUIDE, "2026-03-02")
    hold(tmp_path, "I2", SECOND, "2026-03-04")
    hold(tmp_path, "I3", GUIDE, "2026-03-07")
    assert told(tmp_path) == {"I1": 1, "I2": 2, "I3": 3}


def test_a_revision_that_cannot_be_read_gives_no_number_and_no_crash(tmp_path: Path) -> None:
    record(tmp_path, (GUIDE, "soon"), (SECOND, "2026-03-03"))
    (tmp_path / file_of(2)).write_bytes(b"\xff\x00: [")
    (tmp_path / file_of(3)).mkdir()
    hold(tmp_path, "I1")
    hold(tmp_path, "I2", SECOND)
    assert told(tmp_path) == {"I1": 1, "I2": None}


def test_guides_that_interviews_share_are_compared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 9):
        hold(tmp_path, f"I{number}")
    record(tmp_path, (GUIDE, ""))
    study, compared = Study(tmp_path), list[Guide]()
    numbers = RevisionNumbers(study)
    found = [one.interview for one in study.load_interviews() if one.interview is not None]
    real = numbering.RevisionNumbers._revisions

    def counted(self: RevisionNumbers) -> list[tuple[int, str, Guide]]:
        compared.append(GUIDE)
        return real(self)

    monkeypatch.setattr(numbering.RevisionNumbers, "_revisions", counted)
    assert [numbers.of(one) for one in found] == [1] * 8
    assert len(compared) == 1
