"""What changed in the guide, told for people, for an appendix and for other programs."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given

from guide.diff import diff
from guide.model import DataLimits, Guide
from interviews.revisions import read_history
from tests.guide.strategies import TEXTS, guides
from tests.interviewer import thesis_study
from tests.test_imports import loaded_by
from tests.tui.revising import NEW_A1, PILOT, Seat, piloted
from tests.tui.studies import hold
from tui.changes.describe_change import describe as sentence
from tui.main import main
from tui.revise.annotated_diff import word_spans
from tui.translator import Language, Translator

B7 = "Hvordan vil du beskrive arbeidet ditt med sosial deltagelse i forhold til sosial samhandling?"


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run diff; what it printed, and its exit code."""

    def run(folder: Path, *arguments: str) -> tuple[str, str, int]:
        capsys.readouterr()
        code = main(["diff", *arguments, "--study", str(folder)])
        printed = capsys.readouterr()
        return printed.out, printed.err, code

    return run


def revised(folder: Path) -> Path:
    """The thesis's study after a pilot and a revision that took all that it gave."""
    seat = Seat(piloted(folder))
    while seat.desk.proposal.kind in ("verdict", "follow_up") and not seat.calls:
        seat.key("8" if seat.desk.proposal.act == "drop" and seat.desk.task.act == "keep" else "enter")
    assert seat.finish() == ""
    return folder


def by_hand(folder: Path, old: str, new: str) -> None:
    """Change the guide's text in an editor."""
    path = folder / "guide.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_each_change_once_with_its_reason_and_its_evidence(tmp_path: Path, told: Any) -> None:
    out, err, code = told(revised(tmp_path), "1", "2")
    assert (err, code) == ("", 0)
    lines = out.splitlines()
    assert lines[0] == "Fra versjon 1 (02.03.2026) til versjon 2 (02.03.2026, etter P1)"
    heads = [line for line in lines[2:] if not line.startswith("     ")]
    assert heads == [
        "C3   flyttet: før A1 (i «Fokus»)",
        "A1   omformulert",
        "B3   nytt oppfølgingsspørsmål: «Hvordan merker du at kontakten er der?»",
        "B6   delt i B6, B11",
        "B8   slått sammen med B9",
        "B10  bygger ikke lenger på B9",
        "B7   strøket: «Hvordan vil du beskrive arbeidet ditt med sosial deltagelse i",
    ]
    assert "     fordi: overlappet et annet spørsmål  [P1:22]" in lines
    assert "     fordi: kommentar: «dette ville jeg hatt først»  [P1:18, P1:19, P1:20]" in lines
    assert all(len(line) <= 80 for line in lines)


def test_reasons_that_the_program_worded_are_told_in_the_readers_language(
    tmp_path: Path, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = revised(tmp_path)
    settings = tmp_path / "config" / "intervjuguide" / "settings.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("language: en\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for form in ((), ("--markdown",)):
        out = told(folder, "1", "2", *form)[0]
        assert "overlapped another question" in out
        assert "comment: “dette ville jeg hatt først”" in out
        assert "overlappet" not in out
    out = told(folder, "1", "2", "--markdown")[0]
    assert "C3 was moved and now stands before A1 (in “Fokus”)" in out
    assert " ble " not in out


def test_a_rewording_is_told_word_by_word_and_both_wordings_verbatim(tmp_path: Path, told: Any) -> None:
    folder = thesis_study(tmp_path)
    hold(folder, "P1")
    by_hand(folder, "ask: Hva vektlegger du i samhandlingen?", "ask: Hva legger du [mest] vekt på i samhandlingen?")
    out, _, code = told(folder, "P1")
    assert code == 0
    assert out.splitlines()[2:] == [
        "B2   omformulert",
        "     før    Hva vektlegger du i samhandlingen?",
        "     etter  Hva legger du [mest] vekt på i samhandlingen?",
        "     ord    -vektlegger  +legger  +[mest] vekt på",
    ]


def test_without_words_it_is_the_last_revision_against_now(tmp_path: Path, told: Any) -> None:
    folder = revised(tmp_path)
    out, _, code = told(folder)
    assert "Ingenting er endret." in out
    assert "intervjuguide diff 1 2" in out
    by_hand(folder, "minutes: 60", "minutes: 45")
    out, _, code = told(folder)
    assert out.splitlines()[0] == "Fra versjon 2 (02.03.2026, etter P1) til guide.yaml nå"
    assert out.splitlines()[2:] == ["     Guiden: planlagt tid er nå 45"]
    assert code == 0


def test_a_study_without_revisions_is_compared_with_its_last_interview(tmp_path: Path, told: Any) -> None:
    folder = thesis_study(tmp_path)
    assert told(folder)[0].startswith("Guiden er ikke endret ennå")
    hold(folder, "I1")
    out, _, code = told(folder)
    assert (out.splitlines()[0], code) == ("Fra guiden i I1 til guide.yaml nå", 0)


def test_an_interviews_copy_stands_for_the_revision_that_it_is(tmp_path: Path, told: Any) -> None:
    folder = revised(tmp_path)
    first, second = told(folder, "P1", "2")[0], told(folder, "1", "now")[0]
    assert first.splitlines()[2:] == second.splitlines()[2:]
    assert told(folder, "p1", "now")[0].splitlines()[2:] == second.splitlines()[2:]


def test_backwards_it_tells_the_way_back_without_reasons(tmp_path: Path, told: Any) -> None:
    out, _, code = told(revised(tmp_path), "2", "1")
    assert code == 0
    assert "C3   flyttet: etter C2 (i «Erfaringer og refleksjoner»)" in out
    assert "fordi" not in out


def test_of_two_neighbours_that_changed_places_it_is_the_one_that_was_moved(tmp_path: Path, told: Any) -> None:
    folder = piloted(tmp_path)
    seat = Seat(folder)
    seat.at("A4")
    seat.key("3")
    seat.write("a3")
    seat.write("flyter bedre")
    seat.finish()
    out, _, _ = told(folder, "1", "2")
    assert out.splitlines()[2:] == ["A4   flyttet: før A3", "     fordi: flyter bedre"]


def test_the_table_for_an_appendix(tmp_path: Path, told: Any) -> None:
    folder = revised(tmp_path)
    by_hand(folder, "minutes: 60", "minutes: 45")
    out, err, code = told(folder, "--markdown")
    lines = out.splitlines()
    assert (lines[0], err, code) == ("**Endringer i intervjuguiden**", "", 0)
    assert lines[2] == "| Dato | Etter | Spørsmål | Hva | Hvorfor | Grunnlag |"
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[4:]]
    assert [row[2] for row in rows] == ["A1", "B6", "B7", "B8", "C3", "B3", ""]
    assert {tuple(row[:2]) for row in rows[:-1]} == {("02.03.2026", "P1")}
    assert rows[2][3:] == [
        f"B7 ble strøket: «{B7}»",
        "overlappet et annet spørsmål",
        "P1:22",
    ]
    assert rows[-1] == ["", "", "", "Guiden: planlagt tid er nå 45", "", ""]


def test_peoples_words_cannot_break_the_table(tmp_path: Path, told: Any) -> None:
    seat = Seat(piloted(tmp_path))
    seat.write("Hva | nå? [by]")
    seat.write("fordi | slik *er* det")
    seat.finish()
    row = told(tmp_path, "--markdown")[0].splitlines()[-1]
    assert "Hva \\| nå? \\[by\\]" in row
    assert "slik \\*er\\* det" in row


def test_for_other_programs(tmp_path: Path, told: Any) -> None:
    out, _, code = told(revised(tmp_path), "1", "2", "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["from"]["revision"], found["to"]["revision"]) == (1, 2)
    by_question = {change["question"]: change for change in found["changes"]}
    assert by_question["C3"] == {
        "question": "C3",
        "kind": "moved",
        "what": "C3 ble flyttet og står nå før A1 (i «Fokus»)",
        "before": "etter C2 (i «Erfaringer og refleksjoner»)",
        "after": "før A1 (i «Fokus»)",
        "why": "kommentar: «dette ville jeg hatt først»",
        "evidence": ["P1:18", "P1:19", "P1:20"],
        "others": [],
        "revision": 2,
        "date": "2026-03-02",
        "interview": "P1",
    }
    assert (by_question["B6"]["kind"], by_question["B6"]["others"]) == ("split", ["B11"])
    assert (by_question["B8"]["kind"], by_question["B8"]["others"]) == ("merged", ["B9"])


def test_english_speaks_english(tmp_path: Path, told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "config" / "intervjuguide"
    settings.mkdir(parents=True)
    (settings / "settings.yaml").write_text("language: en\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    out, _, _ = told(revised(tmp_path / "study"), "1", "2")
    assert "C3   moved: before A1 (in “Fokus”)" in out
    assert "because" in out
    texts = [line for line in out.split("\n") if line.startswith(("     before ", "     after ", "     because: "))]
    assert {line[:14].rstrip() for line in texts} == {"     before", "     after", "     because:"}, "in one column"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["9"], "det finnes verken en versjon eller et intervju som heter 9"),
        (["1", "I9"], "det finnes verken en versjon eller et intervju som heter I9"),
        (["Kari"], "det finnes verken en versjon eller et intervju som heter Kari"),
        (["1" * 5000], "det finnes verken en versjon eller et intervju som heter 111"),
        (["1", "2", "--markdown", "--json"], "ikke begge"),
        (["1", "2", "3"], "«3» hører ikke hjemme her"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_line(tmp_path: Path, told: Any, arguments: list[str], said: str) -> None:
    out, err, code = told(revised(tmp_path), *arguments)
    assert (out, code, err.count("\n")) == ("", 2, 1)
    assert said in err


def test_what_is_wrong_in_the_files_is_named_and_the_rest_is_told(tmp_path: Path, told: Any) -> None:
    folder = revised(tmp_path)
    (folder / "revisions" / "3.yaml").write_text(
        "revision: 3\nguide: |\n  title: Kor\n  sektions: []\n", encoding="utf-8"
    )
    out, err, code = told(folder, "1", "2")
    assert "C3   flyttet: " in out
    assert "revisions/3.yaml:4:3" in err
    assert code == 1
    out, err, code = told(folder, "1", "3")
    assert (out, code) == ("", 2)
    (folder / "guide.yaml").write_text("title: Kor\n", encoding="utf-8")
    out, err, code = told(folder, "1")
    assert ("guide.yaml:" in err, code) == (True, 1)
    assert told(folder, "now") == ("", err, 1), "named once, though it is both sides"


def test_a_log_that_cannot_be_read_is_named(tmp_path: Path, told: Any) -> None:
    folder = revised(tmp_path)
    (folder / "interviews" / "I4.jsonl").write_text("{}\n", encoding="utf-8")
    _, err, code = told(folder, "I4")
    assert ("interviews/I4.jsonl" in err, code) == (True, 1)


def test_it_does_not_pay_for_a_screen(tmp_path: Path) -> None:
    loaded = loaded_by(
        "import sys; from tui.main import main; main(sys.argv[1:])", "diff", "--study", str(thesis_study(tmp_path))
    )
    assert "tui" in loaded
    assert not loaded & {"textual", "asyncio", "docx", "markdown_it"}


@pytest.mark.parametrize("language", ["nb", "en"])
@given(old=guides(), new=guides())
def test_whatever_changed_there_is_a_sentence_for_it(language: Language, old: Guide, new: Guide) -> None:
    _ = Translator(language)
    for change in diff(old, new):
        one = sentence(change, _)
        assert one.what.strip()
        assert one.short.strip()
        assert one.question == change.question


# --- word by word


@given(before=TEXTS, after=TEXTS)
def test_both_wordings_are_whole_in_what_stayed_went_and_came(before: str, after: str) -> None:
    found = word_spans(before, after)
    assert "".join(span.text for span in found if span.mark != "new") == before
    assert "".join(span.text for span in found if span.mark != "gone") == after


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        (
            "Hva gjør du nå?",
            "Hva gjør du da?",
            [("same", "Hva gjør du "), ("gone", "nå"), ("new", "da"), ("same", "?")],
        ),
        ("Hva?", "Hva? [by]", [("same", "Hva?"), ("new", " [by]")]),
        ("Hvem er med?", "Noe helt annet", [("gone", "Hvem er med?"), ("new", "Noe helt annet")]),
        ("", "Ny", [("new", "Ny")]),
    ],
)
def test_words_that_stayed_went_and_came(before: str, after: str, marked: list[tuple[str, str]]) -> None:
    assert [(span.mark, span.text) for span in word_spans(before, after)] == marked


def test_the_pilot_has_something_of_everything() -> None:
    assert {type(command).__name__ for command in PILOT} >= {"Judge", "Propose", "TakeComment", "TakeNote"}


def told_of(out: str) -> list[tuple[str, str]]:
    """Which questions changed, and how, as other programs are told."""
    return [(change["question"], change["kind"]) for change in json.loads(out)["changes"]]


def test_what_else_changed_in_a_question_that_was_merged_or_split_is_told(tmp_path: Path, told: Any) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B9", "verdict")
    seat.key("enter")
    seat.write("Hvilke arenaer bruker du?")
    seat.write("overlapper")
    seat.at("B6", "verdict")
    seat.key("enter", "enter", "enter", "enter")
    seat.at("B8")
    seat.key("7")
    seat.write("Hvor ofte?")
    seat.write("")
    assert seat.finish() == ""
    by_hand(tmp_path, "ask: Hvilke ressurser bygger du på?", "ask: Hvilke ressurser bygger du på?\n        minutes: 4")
    out, _, code = told(tmp_path, "1", "now")
    assert code == 0
    assert "B8   nytt oppfølgingsspørsmål: «Hvor ofte?»" in out
    assert "B11" in out
    found = told_of(told(tmp_path, "1", "now", "--json")[0])
    assert sorted(found, key=str) == [
        ("B10", "changed"),
        ("B11", "changed"),
        ("B6", "split"),
        ("B8", "merged"),
        ("B8", "probe_added"),
    ]


def test_every_change_of_a_revision_is_in_the_difference_it_made(tmp_path: Path, told: Any) -> None:
    folder = revised(tmp_path)
    found = set(told_of(told(folder, "1", "2", "--json")[0]))
    last = read_history(folder).revisions[-1]
    assert {(change.question, change.kind) for change in last.changes} <= found


def test_the_projects_dates_are_no_change_of_an_interview_and_are_told_in_words(tmp_path: Path, told: Any) -> None:
    folder = thesis_study(tmp_path)
    hold(folder, "I1")
    guide = folder / "guide.yaml"
    dates = "{class: yellow, recording: 2027-01-31, end: 2027-06-15}"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}\ndata: {dates}\n", encoding="utf-8")
    for asked in ((), ("I1",), ("now", "I1")):
        assert "Ingenting er endret." in told(folder, *asked)[0]
    limits = DataLimits("yellow", "2027-01-31", end="2027-06-15")
    (change,) = diff(Guide("t"), Guide("t", data=limits))
    assert sentence(change, Translator("nb")).after == "gul, opptak 31.01.2027, slutt 15.06.2027"
    assert sentence(change, Translator("en")).after == "yellow, recording 2027-01-31, end 2027-06-15"


def test_what_a_question_leans_on_is_told_once_where_a_merger_and_a_hand_changed_it(tmp_path: Path, told: Any) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B9", "verdict")
    seat.key("enter")
    seat.write("Hvilke arenaer bruker du?")
    seat.write("overlapper")
    assert seat.finish() == ""
    by_hand(tmp_path, "leans_on: [B8]", "leans_on: [A1]")
    out, _, _ = told(tmp_path, "1", "now", "--json")
    assert [one["what"] for one in json.loads(out)["changes"] if one["question"] == "B10"] == [
        "B10 bygger nå på A1; B10 bygger ikke lenger på B8, B9"
    ]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("name", ["history.md", "history.html", "history.docx"])
def test_the_changes_become_a_document(tmp_path: Path, told: Any, name: str, *, whole: bool) -> None:
    folder, file = revised(tmp_path / "study"), tmp_path / name
    arguments = ("1", "now", *(["--markdown"] if whole else []), "-o", str(file))
    out, err, code = told(folder, *arguments)
    assert (code, err, str(file) in out) == (0, "", True)
    if file.suffix == ".docx":
        made = docx.Document(str(file))
        cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        words = "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])
    else:
        words = file.read_text(encoding="utf-8")
    assert NEW_A1 in words
    assert ("revision 1" in words or "versjon 1" in words) != whole
    assert ("P1:" in words) == whole or "[P1:" in words
    assert told(folder, *arguments)[2] == 0, "made here, and unchanged"
    file.write_bytes(b"words of mine")
    assert told(folder, *arguments)[2] == 2
    assert file.read_bytes() == b"words of mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("-o", "changes.pdf"), "changes.pdf"), (("--json", "-o", "changes.docx"), "--json")],
)
def test_a_document_that_cannot_be_is_refused(tmp_path: Path, told: Any, arguments: tuple[str, ...], said: str) -> None:
    _, err, code = told(revised(tmp_path), "1", "now", *arguments)
    assert (code, said in err) == (2, True)
