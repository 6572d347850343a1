"""``export dataplan``: a claim for each thing that is true of this study, brackets for what the program cannot know."""

import re
from itertools import product
from pathlib import Path

import pytest

from guide.model import DataLimits
from tests.tui.studies import study_with
from tests.tui.test_cli import run
from tui import VERSION
from tui.documents.to_markdown import markdown_of
from tui.exports.data_plan import PLANS, DataplanFacts, Plan, dataplan, paragraph
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
LIMITS = "data: {class: red, recording: 2027-01-31, transcripts: 2027-05-30, key: 2027-05-31, end: 2027-06-15}\n"


def exported(study: Path, capsys: Captured, *more: object) -> str:
    capsys.readouterr()
    assert run("export", "dataplan", "--study", study, *more) == 0
    return capsys.readouterr().out


def section(text: str, language: Plan) -> str:
    return text.split(f"## {PLANS[language]}\n")[1].split("\n## ", maxsplit=1)[0]


def test_the_three_languages_say_the_same_of_the_study(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path / "s", "I1")
    guide = study / "guide.yaml"
    guide.write_text(
        guide.read_text(encoding="utf-8") + LIMITS + "recorder: {name: Nettskjema-diktafon, limit: 45}\n", "utf-8"
    )
    text = exported(study, capsys)
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == list(PLANS.values())
    for language in PLANS:
        told = section(text, language)
        assert f"intervjuguide {VERSION}" in told
        assert ("2027-01-31" if language == "en" else "31.01.2027") in told
        assert "Nettskjema-diktafon" in told
        assert str(study) in told.replace("~", str(Path.home()))
    assert all(f" {colour} " in text for colour in ("røde", "raude", "red"))


def test_files_that_others_may_read_are_not_called_private(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path / "s", "I1")
    assert "Filene kan bare leses fra eierens brukerkonto." in exported(study, capsys)
    for place in (study, study / "interviews"):
        place.chmod(0o755)
    (study / "interviews" / "I1.jsonl").chmod(0o644)
    told = exported(study, capsys)
    assert "bare leses fra eierens" not in told
    assert "[Noen av filene kan leses av andre brukere" in told


def test_a_folder_that_a_service_synchronises_is_told(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "OneDrive - Universitetet").mkdir()
    told = exported(study_with(tmp_path / "OneDrive - Universitetet" / "s", "I1"), capsys)
    assert "Mappa ligger der OneDrive synkroniserer den" in told
    assert "ingen databehandler" not in told


def test_a_backup_is_told_with_its_place(tmp_path: Path, capsys: Captured) -> None:
    study, stick = study_with(tmp_path / "s", "I1"), tmp_path / "pinne"
    stick.mkdir()
    assert "Sikkerhetskopi: […]." in exported(study, capsys)
    assert run("backup", stick, "--study", study) == 0
    assert f"Sikkerhetskopi tas til {stick} [" in exported(study, capsys)


def test_it_is_saved_where_it_is_wanted_and_never_over_other_work(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path / "s", "I1")
    file = tmp_path / "plan.md"
    assert run("export", "dataplan", "--study", study, "-o", file) == 0
    assert "## Nynorsk" in file.read_text(encoding="utf-8")
    file.write_text("mitt eget", encoding="utf-8")
    assert run("export", "dataplan", "--study", study, "-o", file) != 0
    assert file.read_text(encoding="utf-8") == "mitt eget"
    capsys.readouterr()


OPEN = DataplanFacts(version="1", system="Linux", folder="~/s")


@pytest.mark.parametrize("language", PLANS)
def test_what_nobody_knows_is_bracketed_and_never_claimed(language: Plan) -> None:
    told = paragraph(OPEN, language)
    claimed = re.sub(r"\[[^\]]*\]", "", told)
    for word in ("kryptert med", "encrypted with", "is encrypted", "yellow", " gule", " red ", "2027", "OneDrive"):
        assert word not in claimed
    assert told.count("[") == told.count("]") >= 10
    assert "{" not in told


def test_every_claim_follows_its_fact() -> None:
    for alone, sync, disk, policy, limits in product(
        (None, True, False), (None, "", "OneDrive"), (None, True, False), (None, "delete", "anonymise"), (None, "x")
    ):
        facts = OPEN.but(
            owner_alone=alone,
            synchronised=sync,
            disk_encrypted=disk,
            policy=policy,
            limits=DataLimits() if limits is None else DataLimits("green", *["2027-02-03"] * 4),
        )
        told = paragraph(facts, "en")
        claimed = re.sub(r"\[[^\]]*\]", "", told)
        assert ("from the owner's user account alone" in claimed) == (alone is True)
        assert ("disk that they lie on is encrypted" in claimed) == (disk is True)
        assert ("no data processor" in claimed) == (not sync)
        assert ("OneDrive synchronises" in claimed) == (sync == "OneDrive")
        assert ("made anonymous; what" in claimed) == (policy == "anonymise")
        assert ("is deleted; what" in claimed) == (policy == "delete")
        assert (claimed.count("2027-02-03") == 4) == (limits is not None)


def test_the_whole_names_each_language_once() -> None:
    assert markdown_of(dataplan(OPEN, Translator("en"))).count("## ") == len(PLANS)
