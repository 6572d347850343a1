"""``export coded``, ``qdpx``, ``qdc``, ``tables``: what a user meets."""

import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.study.entries import Exported
from interviews.study.facts import read_study_facts
from tests.modes import is_private
from tests.tui.studies import hold, study_with
from tests.tui.test_cli import refusal, run
from tui.commands.command_help import EXPORT_HELP
from tui.translator import Language, Translator

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return study_with(tmp_path / "s", "I1", "I2", "P1")


def test_a_file_an_interview_that_counts_and_each_is_noted_with_its_own(capsys: Captured, study: Path) -> None:
    assert run("export", "coded", "--for", "atlas", "--study", study) == 0
    folder = study / "coded-atlas"
    assert sorted(path.name for path in folder.iterdir()) == ["I1.txt", "I2.txt"]
    assert is_private(folder, *folder.iterdir())
    noted = [one for one in read_study_facts(study).entries if isinstance(one, Exported)]
    assert [(one.format, one.interviews) for one in noted] == [("coded", ("I1",)), ("coded", ("I2",))]
    assert "codes" in (out := capsys.readouterr().out) or "koder" in out


def test_what_is_for_one_program_never_takes_the_place_of_what_is_for_another(capsys: Captured, study: Path) -> None:
    def export(*given: object) -> None:
        before = {path for path in study.rglob("*") if path.is_file()}
        assert run("export", *given, "--study", study) == 0
        made = {path for path in study.rglob("*") if path.is_file()} - before
        assert made, capsys.readouterr().out
        assert is_private(*made)

    for program in ("atlas", "qualcoder", "nvivo"):
        if program == "nvivo" and find_spec("docx") is None:
            continue
        export("coded", "--for", program, "--participant", "I1")
        assert [path.stem for path in (study / f"coded-{program}").iterdir()] == ["I1"]
        export("coded", "--for", program, "-o", study / "ut")
        export("coded", "--for", program, "--participant", "I1", "-o", study / "ett")
    assert {"I1-atlas.txt", "I2-atlas.txt", "I1-qualcoder.txt"} <= {path.name for path in (study / "ut").iterdir()}
    assert {"I1-atlas.txt", "I1-qualcoder.txt"} <= {path.name for path in (study / "ett").iterdir()}
    export("qdpx")
    export("qdpx", "--profile", "qualcoder")


def test_one_file_gets_the_suffix_that_it_needs_and_lies_in_a_folder_that_is_there(study: Path) -> None:
    for given, name, default in (
        (("qdpx",), "x.qdpx", "project.qdpx"),
        (("qdc",), "x.qdc", "codebook.qdc"),
        (("coded", "--for", "maxqda"), "x.rtf", "coded-maxqda.rtf"),
        *([(("tables", "--as", "xlsx"), "x.xlsx", "tables.xlsx")] if find_spec("xlsxwriter") else []),
    ):
        (study / "ut").mkdir(exist_ok=True)
        for output in ("x", "ut"):
            assert run("export", *given, "--study", study, "-o", study / output) == 0
        assert (study / name).is_file()
        assert (study / "ut" / default).is_file()
    assert not (study / "x").exists()


def test_a_pilot_goes_when_it_is_asked_for(study: Path) -> None:
    assert (
        run("export", "coded", "--for", "qualcoder", "--participant", "P1", "--study", study, "-o", study / "p.txt")
        == 0
    )
    assert "bandet på byen" in (study / "p.txt").read_text(encoding="utf-8")


def test_a_project_and_its_codebook_have_todays_questions(study: Path) -> None:
    assert run("export", "qdpx", "--study", study, "-o", study / "a.qdpx") == 0
    assert run("export", "qdpx", "--study", study, "-o", study / "a.qdpx") == 0, "its own file is replaced"
    with zipfile.ZipFile(study / "a.qdpx") as archive:
        assert sum(name.startswith("sources/") for name in archive.namelist()) == 2
    assert run("export", "qdc", "--study", study, "-o", study / "a.qdc") == 0
    assert 'name="B8 ' in (study / "a.qdc").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["csv", "json", "parquet", "xlsx"])
def test_tables(study: Path, form: str) -> None:
    library = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}.get(form)
    if library is not None and find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    assert run("export", "tables", "--as", form, "--study", study) == 0
    made = [study / "tables.xlsx"] if form == "xlsx" else sorted((study / "tables").iterdir())
    assert [path.stem for path in made] == (
        ["tables"] if form == "xlsx" else ["events", "interviews", "notes", "questions"]
    )


def test_words_that_a_table_cannot_carry_safely_are_named(capsys: Captured, study: Path) -> None:
    hold(study, "I3", (do.TakeNote("=1+1"), do.TakeNote("halv \ud800"), do.TakeNote("mitt", "reflexive")))
    assert run("export", "tables", "--as", "csv", "--study", study) == 0
    said = capsys.readouterr().out
    assert "formel" in (line := next(line for line in said.splitlines() if "I3:1" in line))
    assert "xlsx" in line
    assert "Tegn som ingen celle kan holde, står som tallene sine i I3:2." in said
    assert "1 refleksjonsnotat er utelatt" in said
    assert "halv ‹D800›" in (study / "tables" / "notes.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("coded",), "--for"),
        (("coded", "--for", "nvivo", "-o", "kodet.docx"), "kodet.docx"),
        (("qdpx", "-o", "-"), "-o"),
        (("tables", "--as", "csv", "-o", "-"), "-o"),
        (("method", "-o", "metode.pdf"), ".md / .docx"),
        (("reflexive", "--json", "-o", "r.xlsx"), ".json"),
        (("dataplan", "-o", "plan.PDF"), ".md / .txt"),
        (("coded", "--for", "nvivoo"), "nvivo"),
        (("coded", "--for", "atlas", "--participant", "I9"), "I9"),
        (("qdpx", "--profile", "maxqda"), "qualcoder"),
        (("qdc", "--participant", "I1"), "--participant"),
        (("tables",), "--as"),
        (("tables", "--as", "cvs"), "csv"),
        (("tables", "--as", "csv", "--for", "atlas"), "--for"),
        (("tables", "--as", "csv", "-o", "notater.csv"), "notater.csv"),
    ],
)
def test_a_wrong_wish_is_told_in_one_line(capsys: Captured, study: Path, given: tuple[str, ...], said: str) -> None:
    assert run("export", *given, "--study", study) == 2
    assert said in refusal(capsys)


def test_without_an_interview_nothing_is_written(capsys: Captured, tmp_path: Path) -> None:
    empty = study_with(tmp_path / "e")
    for given in (("coded", "--for", "atlas"), ("qdpx",), ("tables", "--as", "csv")):
        assert run("export", *given, "--study", empty) == 1
        assert refusal(capsys)
    hold(empty, "P1")
    assert run("export", "coded", "--for", "atlas", "--study", empty) == 1


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("name", list(EXPORT_HELP))
def test_each_has_a_page_of_help_that_fits_a_screen(
    capsys: Captured, name: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    assert run("export", name, "--help") == 0
    out = capsys.readouterr().out
    assert out.strip() == Translator(language)(EXPORT_HELP[name]).strip()
    assert len(out.splitlines()) <= 24
    assert max(map(len, out.splitlines())) <= 80, [line for line in out.splitlines() if len(line) > 80]
