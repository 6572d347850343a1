"""``new --from`` with a document: shown before it is written, asked about at a terminal, refused in one line."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from guide.importing import Imported, import_document
from guide.reading import read_guide_file
from tests.modes import is_private
from tests.terminal import Terminal
from tests.warm import run_program
from tui.commands.import_preview import line_numbers, lines_with_labels, preview_of, say_unheeded
from tui.documents.to_text import document_text
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
FIXTURES = Path(__file__).parent.parent / "guide" / "importing" / "fixtures"
VEDLEGG = FIXTURES / "vedlegg1.docx"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def norwegian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "nb")


def test_a_word_document_becomes_a_study(tmp_path: Path) -> None:
    study = tmp_path / "studie"
    done = run_program("new", study, "--from", VEDLEGG)
    assert done.returncode == 0, done.stderr
    guide = study / "guide.yaml"
    assert is_private(guide)
    assert is_private(study)
    reading = read_guide_file(guide, "guide.yaml")
    assert reading.guide is not None
    assert reading.problems == ()
    ids = [question.id for question in reading.guide.questions]
    assert ids == [*(f"A{n}" for n in range(1, 5)), *(f"B{n}" for n in range(1, 11)), "C1", "C2", "C3", "Z1"]


def test_it_is_shown_first_with_what_is_uncertain_and_what_is_left_out(
    tmp_path: Path, capsys: Captured, norwegian: None
) -> None:
    assert run("new", tmp_path / "s", "--from", VEDLEGG) == 0
    out = capsys.readouterr().out
    assert "Veiledende intervjuguide" in out
    assert "  B10  Hvorfor på akkurat disse arenaene?" in out
    assert "Forskningsspørsmål: 3 · spørsmål: 18 (valgfrie: 1) · oppfølgingsspørsmål: 0" in out
    assert "? A4, B2, B3, B7, C3: kan romme oppfølgingsspørsmål" in out
    assert "avsnitt 1: Vedlegg 1:" in out
    assert out.index("Usikkert") < out.index("Ikke tatt med") < out.index("Studien ligger i")
    shown = out[: out.index("Studien ligger i")].splitlines()
    assert max(map(len, shown)) <= 80


def test_what_was_uncertain_is_a_comment_above_its_place(tmp_path: Path, norwegian: None) -> None:
    run("new", tmp_path / "s", "--from", FIXTURES / "vedlegg1.txt")
    lines = (tmp_path / "s" / "guide.yaml").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if line.strip() == "- id: C3")
    assert lines[place - 2].strip().startswith("# står i parentes")
    assert lines[0] == "# Laget av vedlegg1.txt. Linjer som begynner med # er merknader og kan slettes."
    assert any(line.startswith("# linje 2: Vedlegg 1:") for line in lines)


def test_a_preview_writes_nothing(tmp_path: Path, capsys: Captured) -> None:
    study = tmp_path / "s"
    assert run("new", study, "--from", VEDLEGG, "--preview") == 0
    assert "Hvor bevisst er du" in capsys.readouterr().out
    assert not study.exists()


def test_a_preview_needs_a_document(tmp_path: Path, capsys: Captured) -> None:
    assert run("new", tmp_path / "s", "--preview") == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("name", ["not-a-guide/Leitfaden.docx", "placeholders/iteration_2_utvardering.md"])
def test_what_is_no_guide_is_refused_in_one_line(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    assert run("new", tmp_path / "s", "--from", FIXTURES / name) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert Path(name).name in err
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "# Notater\n\nDette er bare tekst om en studie.\n",
        "",
        "# Survey\n\nA 1 ☐ 2 ☐ 3 ☐ 4 ☐\n\nB 1 ☐ 2 ☐ 3 ☐ 4 ☐\n\nC 1 ☐ 2 ☐ 3 ☐ 4 ☐\n\nWhat is your age?\n",
    ],
)
def test_a_refusal_ends_with_one_sign(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, text: str, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    source = tmp_path / "d.md"
    source.write_text(text, encoding="utf-8")
    assert run("new", tmp_path / "s", "--from", source) == 1
    err = capsys.readouterr().err.rstrip("\n")
    assert err[-1] in ".?"
    assert err[-2] not in ".?"


def test_what_is_left_out_is_listed_in_the_order_of_the_document(
    tmp_path: Path, capsys: Captured, norwegian: None
) -> None:
    source = tmp_path / "guide.txt"
    page = "Ferger og risiko\n\n{number}\n\n"
    text = "Ferger og risiko\n\n1\n\nINTERVJUGUIDE\n\nInnledning\nTakk for at du vil delta\n\nArbeidet\n"
    text += "1. Hva gjør du?\n2. Hva liker du?\n\n" + page.format(number=2) + "Hjemme\n3. Hva gjør du der?\n\n"
    text += page.format(number=3) + "Avslutning\n4. Er det noe du vil legge til?\n"
    source.write_text(text, encoding="utf-8")
    run("new", tmp_path / "s", "--from", source, "--preview")
    out = capsys.readouterr().out
    places = [int(found) for found in re.findall(r"· linje (\d+):", out[out.index("Ikke tatt med") :])]
    assert len(places) > 5
    assert places == sorted(places)


def test_a_condition_in_the_guide_is_not_listed_as_left_out(tmp_path: Path, capsys: Captured, norwegian: None) -> None:
    source = tmp_path / "guide.md"
    source.write_text("# Guide\n\n1. Hva gjør du?\n   - Hvis det er leit: Hva da?\n2. Hva liker du?\n", "utf-8")
    run("new", tmp_path / "s", "--from", source, "--preview")
    out = capsys.readouterr().out
    assert "hvis det er leit: Hva da?" in out
    assert "Ikke tatt med" not in out


def test_consent_in_the_opening_is_named_by_its_place(tmp_path: Path, capsys: Captured, norwegian: None) -> None:
    source = tmp_path / "guide.md"
    source.write_text(
        "# Guide\n\n## Innledning\n- Fortell kort\n- Innhent samtykke\n\n## A\n1. Hva gjør du?\n", "utf-8"
    )
    run("new", tmp_path / "s", "--from", source)
    assert "? åpningens punkt 2: gjelder samtykke" in capsys.readouterr().out
    lines = (tmp_path / "s" / "guide.yaml").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if "Innhent samtykke" in line)
    assert lines[place - 1].strip().startswith("# gjelder samtykke")


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Captured) -> None:
    assert run("new", tmp_path / "s", "--from", tmp_path / "guide.docx") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_study_that_is_there_is_never_overwritten(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "guide.yaml").write_text("title: min\n", encoding="utf-8")
    assert run("new", tmp_path, "--from", VEDLEGG) == 2
    assert capsys.readouterr().out == ""
    assert (tmp_path / "guide.yaml").read_text(encoding="utf-8") == "title: min\n"


def test_without_what_reads_documents_it_says_how_to_get_it(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['lxml'] = None; from tui.main import main; "
        f"sys.exit(main(['new', {str(tmp_path / 's')!r}, '--from', {str(VEDLEGG)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "pip install 'intervjuguide[documents]'" in done.stderr


def at_terminal(study: Path) -> Terminal:
    program = [sys.executable, "-m", "tui", "new", str(study), "--from", str(VEDLEGG)]
    return Terminal(program, size=(80, 24), env={"INTERVJUGUIDE_LANGUAGE": "nb"})


@pytest.mark.parametrize("answer", ["", "j", "ja", "Y"])
def test_at_a_terminal_it_is_asked_before_anything_is_written(tmp_path: Path, answer: str) -> None:
    study = tmp_path / "s"
    with at_terminal(study) as terminal:
        terminal.wait_for("[J/n")
        assert not study.exists()
        terminal.type(answer)
        terminal.press("enter")
        assert terminal.wait_exit() == 0
    assert (study / "guide.yaml").exists()


def test_a_no_leaves_everything_as_it_was(tmp_path: Path) -> None:
    study = tmp_path / "s"
    with at_terminal(study) as terminal:
        terminal.wait_for("[J/n")
        terminal.type("kanskje")
        terminal.press("enter")
        terminal.wait_for("Svar j, n eller r.")
        terminal.type("n")
        terminal.press("enter")
        terminal.wait_for("Ingenting er skrevet.")
        assert terminal.wait_exit() == 0
    assert not study.exists()


@pytest.mark.parametrize("ending", ["| true", ">&-"])
def test_a_reader_who_goes_away_does_not_keep_the_study_from_being_made(tmp_path: Path, ending: str) -> None:
    """Who is not asked cannot mean no."""
    study = tmp_path / "studie"
    command = f'set -o pipefail; "{sys.executable}" -m tui new "{study}" --from "{VEDLEGG}" {ending}'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert read_guide_file(study / "guide.yaml", "guide.yaml").problems == ()


def test_a_line_is_called_something_else_before_it_is_written(tmp_path: Path) -> None:
    """By its number and a key; a number that no line has is said to be none."""
    study, source = tmp_path / "s", tmp_path / "guide.md"
    source.write_text("# Intervjuguide\n\n## Arbeid\n\n1. Hva gjør du?\n2. Hvem hjelper deg?\n\nHva er vanskelig?\n")
    program = [sys.executable, "-m", "tui", "new", str(study), "--from", str(source)]
    with Terminal(program, size=(80, 40), env={"INTERVJUGUIDE_LANGUAGE": "nb"}) as terminal:
        terminal.wait_for("[J/n")
        terminal.type("r")
        terminal.press("enter")
        terminal.wait_for("Enter: ferdig")
        terminal.type("99q")
        terminal.press("enter")
        terminal.wait_for("Det finnes ingen linje 99.")
        terminal.type("6s 6h")
        terminal.press("enter")
        terminal.wait_for("gi den én.")
        terminal.type("6s")
        terminal.press("enter")
        terminal.press("enter")
        terminal.wait_for("– Hvem hjelper deg?")
        terminal.press("enter")
        assert terminal.wait_exit() == 0
    reading = read_guide_file(study / "guide.yaml", "guide.yaml")
    assert reading.guide is not None
    assert [probe.ask for probe in reading.guide.questions[0].probes] == ["Hvem hjelper deg?"]


@pytest.mark.parametrize(
    ("given", "said", "headings"),
    [
        ("6h", "this time it does not.", ["Work", "What is hard?"]),
        ("5x 6x 7x", "are taken back.", ["Work"]),
    ],
    ids=["one", "all"],
)
def test_a_correction_that_would_leave_no_guide_is_its_lines_alone_or_taken_back(
    tmp_path: Path, given: str, said: str, headings: list[str]
) -> None:
    study, source = tmp_path / "s", tmp_path / "guide.md"
    source.write_text("# Interview guide\n\n## Work\n\n- What do you do?\n- What is hard?\n- Who helps you with it?\n")
    program = [sys.executable, "-m", "tui", "new", str(study), "--from", str(source)]
    with Terminal(program, size=(100, 40), env={"INTERVJUGUIDE_LANGUAGE": "en"}) as terminal:
        terminal.wait_for(lambda shown: "[Y/n" in "".join(shown.split()))  # a long path puts it on two lines
        terminal.type("c")
        terminal.press("enter")
        terminal.wait_for("Enter: done")
        terminal.type(given)
        terminal.press("enter")
        terminal.wait_for(said)
        terminal.press("enter")
        terminal.press("enter")
        assert terminal.wait_exit() == 0
    guide = read_guide_file(study / "guide.yaml", "guide.yaml").guide
    assert guide is not None
    assert [section.title for section in guide.sections] == headings


@pytest.mark.parametrize(
    ("given", "said", "probes"),
    [
        (["6s"], "6s; also 7s 8s.", 3),
        (["6s!"], "", 1),
        (["6s! 8s!"], "", 2),
        (["6s!", "8s!"], "", 2),
        (["28r", "6s!"], "There is no line 28.", 1),
    ],
)
def test_corrections_go_on_until_enter_and_say_what_followed(
    tmp_path: Path, given: list[str], said: str, probes: int
) -> None:
    """The first is typed where it asks whether to write."""
    study, source = tmp_path / "s", tmp_path / "guide.md"
    asked = "- What do you do?\n- What is hard?\n- Who helps you with it?\n- What do you want?\n"
    source.write_text(f"# Interview guide\n\n## Work\n\n{asked}\nWhen do you rest?\n\nWhere do you rest?\n")
    program = [sys.executable, "-m", "tui", "new", str(study), "--from", str(source)]
    with Terminal(program, size=(100, 40), env={"INTERVJUGUIDE_LANGUAGE": "en"}) as terminal:
        terminal.wait_for(lambda shown: "[Y/n" in "".join(shown.split()))  # a long path puts it on two lines
        for place, one in enumerate(given):
            terminal.type(one)
            terminal.press("enter")
            terminal.wait_for("Enter: done")
            if not place:
                terminal.wait_for(said)
        terminal.press("enter")
        terminal.press("enter")
        assert terminal.wait_exit() == 0
    guide = read_guide_file(study / "guide.yaml", "guide.yaml").guide
    assert guide is not None
    assert sum(len(question.probes) for question in guide.questions) == probes


def test_what_is_left_out_has_its_number_in_the_list_of_corrections_and_its_mark() -> None:
    table = (
        "# Guide\n\n| Question | Probes |\n|---|---|\n| What do you do? | Why? |\n| Who helps? | |\n| What is it? | |\n"
        "\n## Moderator's prompts\n\n- What are you thinking now?\n- What would you do alone?\n"
    )
    made = import_document(table.encode(), "guide.md")
    assert isinstance(made, Imported)
    shown = document_text(preview_of(made, "guide.md", Translator("en")), 100, apart=True)
    line = next(line for line in shown.split("\n") if "What are you thinking now?" in line)
    number = line.split("? ", 1)[1].split()[0]
    assert f"{number:>4} x? What are you thinking now?" in lines_with_labels(made, Translator("en")).split("\n")
    assert f"{number} · line 11" in line


def test_lines_to_correct_have_the_numbers_and_the_words_of_the_document() -> None:
    """A section's title is not the research question that was taken out of it."""
    text = (
        "# Guide\n\n## Research questions\n\n1. Who sleeps well?\n\n## Part 2: Night (research question 1)\n\n"
        "- What do you do?\n- Who is with you?\n- What is hard?\n"
    )
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    shown = lines_with_labels(made, Translator("en")).split("\n")
    assert "   7 h  Night" in shown
    assert [line.split()[0] for line in shown] == ["1", "3", "5", "7", "9", "10", "11"]
    table = (
        "# Guide\n\n| Question | Probes |\n|---|---|\n| What do you do? | Why? |\n| Who helps? | |\n| What is it? | |\n"
    )
    made = import_document(table.encode(), "guide.md")
    assert isinstance(made, Imported)
    assert [line.split()[0] for line in lines_with_labels(made, Translator("en")).split("\n")][:3] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({8: "h"}, "8h is taken back; the line stays: a lead; the form of the guide says the same."),
        ({9: "q"}, ""),
        ({5: "a", 6: "k"}, ""),
    ],
)
def test_a_correction_that_does_not_hold_is_said_to_be_taken_back(given: dict[int, str], said: str) -> None:
    text = "# Guide\n\n## Work\n\n- What do you do?\n- What is hard?\n- Who helps you?\n## Closing\n- What else?\n"
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    numbers = {shown: number for number, shown in line_numbers(made).items()}
    told = {numbers[shown]: label for shown, label in given.items()}
    again = import_document(text.encode(), "guide.md", told)
    assert isinstance(again, Imported)
    assert say_unheeded(again, told, Translator("en")) == said
    rows = dict(line.split()[:2] for line in lines_with_labels(again, Translator("en")).split("\n"))
    if set(given.values()) <= set("ak"):
        assert {shown: rows[str(shown)] for shown in given} == given
        shown = document_text(preview_of(again, "guide.md", Translator("en")), 100)
        assert "an answer option, as you said" in shown
        assert "a column header, as you said" in shown
        assert "left out by you" not in shown


def test_a_cell_that_is_left_out_is_listed_though_its_row_is_kept() -> None:
    table = (
        "# Guide\n\n| No | Question | Probes |\n|--|--|--|\n| 1 | What do you do? | Probes: |\n"
        "| 2 | Who helps you? | Why? |\n| 3 | What is hard for you? | |\n"
    )
    made = import_document(table.encode(), "guide.md")
    assert isinstance(made, Imported)
    shown = document_text(preview_of(made, "guide.md", Translator("en")), 100)
    assert "table 1, row 2: Probes:  [a lead" in shown
    assert "row 2: 1 " not in shown
