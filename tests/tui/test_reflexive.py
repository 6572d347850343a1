"""Reflexive notes are the researcher's own: what leaves the program has them only when that is said."""

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.notes import notes
from interviews.revisions.proposals import proposals
from interviews.study.facts import read_study_facts
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import records
from tests.tui.lines import GUIDE
from tests.tui.studies import hold
from tui.main import main
from tui.review.review_model import ReviewModel
from tui.translator import Translator

OWN = "jeg styrte [for] mye"
ACTS = (do.AskNext(), do.TakeNote("han lo"), do.TakeNote(OWN, "reflexive"))


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study with an interview in which one reflexive note was taken."""
    from guide.samples import thesis_guide_text

    (tmp_path / "guide.yaml").write_text(thesis_guide_text() if isinstance(thesis_guide_text(), str) else "")
    hold(tmp_path, "I1", ACTS)
    return tmp_path


OUTPUTS = (
    ("review", "--participant", "I1"),
    ("review", "--json"),
    ("review", "--html", "-"),
    ("review", "--markdown", "-"),
    ("review", "--participant", "I1", "--json"),
    ("review", "--participant", "I1", "--markdown", "-"),
)


def out(capsys: pytest.CaptureFixture[str], study: Path, *arguments: str) -> str:
    assert main([*arguments, "--study", str(study)]) == 0
    return capsys.readouterr().out


def plain(text: str) -> str:
    return text.replace("\\", "")


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_no_output_has_them_unless_it_is_said(
    study: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    without = out(capsys, study, *arguments)
    assert "han lo" in without
    for word in ("styrte", "refleksjonsnotat", '"reflexive"'):
        assert word not in without.casefold()
    assert OWN in plain(out(capsys, study, *arguments, "--with-reflexive"))


@pytest.mark.parametrize(
    "arguments",
    [("review",), ("review", "--html", "-", "--without-notes"), ("export", "method"), ("export", "guide"), ("diff",)],
    ids=" ".join,
)
def test_what_holds_nobodys_notes_knows_no_such_option(study: Path, arguments: tuple[str, ...]) -> None:
    assert main([*arguments, "--with-reflexive", "--study", str(study)]) == 2


@pytest.mark.parametrize("arguments", [("export", "method"), ("export", "method", "--json"), ("diff", "--json")])
def test_no_other_export_has_them(study: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    main([*arguments, "--study", str(study)])
    assert "styrte" not in capsys.readouterr().out


def test_the_reviews_own_screen_shows_them(study: Path) -> None:
    result = review(Study(study))
    assert result is not None
    desk = ReviewModel(Study(study), result, Translator("nb"), StandingClock())
    page = desk.page_of(result.counted[0])
    assert page is not None
    assert OWN in page


def test_a_note_between_interviews_is_kept_with_its_date(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert out(capsys, study, "reflect", "hva  vil", "jeg?") == "Skrevet: study:0\n"
    (line,) = records(study / "study.jsonl")
    assert (line["type"], line["text"]) == ("reflection", "hva  vil jeg?")
    assert len(line["date"]) == len("2026-01-31")


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


def test_it_comes_from_standard_input_word_for_word(
    study: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(monkeypatch, "  første\n\nandre \u2028 [linje]\n".encode())
    out(capsys, study, "reflect")
    assert [one.text for one in read_study_facts(study).reflections()] == ["  første\n\nandre \u2028 [linje]"]


@pytest.mark.parametrize(("data", "said"), [(b"", "trenger ord"), (b" \n ", "trenger ord"), (b"\xe6", "UTF-8")])
def test_nothing_and_what_is_no_text_is_refused(
    study: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: bytes, said: str
) -> None:
    piped(monkeypatch, data)
    assert main(["reflect", "--study", str(study)]) == 2
    assert said in capsys.readouterr().err
    assert not (study / "study.jsonl").exists()


def test_the_chain_is_one_export_by_date_with_interview_and_moment(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = StandingClock().wall().date().isoformat()
    lines = (("2017-01-01", "før alt"), (day, "samme dag"), ("2199-01-01", "lenge etter"))
    (study / "study.jsonl").write_text(
        "".join(
            json.dumps({"seq": seq, "date": date, "type": "reflection", "text": text}) + "\n"
            for seq, (date, text) in enumerate(lines)
        )
    )
    hold(study, "P1", (*ACTS[:2], do.TakeNote("piloten #b1", "reflexive")), mode="pilot")
    told = json.loads(out(capsys, study, "export", "reflexive", "--json"))
    chain = [(one["text"], one["interview"], one["t"]) for one in told["reflexive"]]
    assert chain == [
        ("før alt", "", None),
        (OWN, "I1", 20.0),
        ("piloten #b1", "P1", 20.0),
        ("samme dag", "", None),
        ("lenge etter", "", None),
    ]
    text = plain(out(capsys, study, "export", "reflexive"))
    assert f"## {Translator('nb').date(told['reflexive'][1]['when'])} · I1 · 0:20\n\n{OWN}" in text
    for way in ("export reflexive", "--with-reflexive (review, give)", "backup"):
        assert way in text
    assert "## 01.01.2017 · mellom intervjuene\n\nfør alt" in text
    only = json.loads(out(capsys, study, "export", "reflexive", "--participant", "i1", "--json"))
    assert [one["text"] for one in only["reflexive"]] == [OWN]
    assert main(["export", "reflexive", "--participant", "I9", "--study", str(study)]) == 2


def test_a_study_without_any_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold(tmp_path, "I1", ACTS[:2])
    assert "There are no reflexive notes yet." in out(capsys, tmp_path, "export", "reflexive")


def test_the_notes_themselves_are_where_they_were(study: Path) -> None:
    told = next(Study(study).load_interviews())
    assert told.interview is not None
    assert [note.kind for note in notes(told.interview)] == ["note", "reflexive"]


def test_one_interview_of_two_is_exported_alone(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold(study, "I1-2", (do.AskNext(), do.TakeNote("nå spurte jeg mindre", "reflexive")))
    for given, wanted in (
        ("I1-2", ["nå spurte jeg mindre"]),
        ("i1-2", ["nå spurte jeg mindre"]),
        ("I1", [OWN, "nå spurte jeg mindre"]),
    ):
        told = json.loads(out(capsys, study, "export", "reflexive", "--json", "--participant", given))
        assert [one["text"] for one in told["reflexive"]] == wanted
    for given in ("I1-3", "I2", "I1-x"):
        assert main(["export", "reflexive", "--participant", given, "--study", str(study)]) == 2


@pytest.mark.parametrize("after", [(), (do.RaiseFollowUp(),), (do.LinkNote(3, "B8"),), (do.EditNote("jeg #b8 #b9"),)])
def test_they_count_for_no_question_however_they_were_linked(
    study: Path, after: tuple[do.Command, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    hold(study, "P1", (do.AskQuestion("B1"), do.TakeNote("han lo"), do.TakeNote("jeg #b7", "reflexive"), *after))
    (one,) = json.loads(out(capsys, study, "review", "--json", "--participant", "P1"))["interviews"]
    touched = {id for id, question in one["questions"].items() if question["notes"] or question["state"] == "touched"}
    assert touched == {"B1"}
    assert one["research_questions"]["B"]["notes"] == 1


def test_no_proposal_for_the_guide_is_made_of_one(tmp_path: Path) -> None:
    own = (do.TakeNote("jeg ledet ham", "reflexive"), do.RaiseFollowUp())
    hold(tmp_path, "P1", (do.AskQuestion("B1"), do.TakeNote("hva med kor?", "follow_up"), *own), mode="pilot")
    interviews = [
        (one.file.code, one.interview) for one in Study(tmp_path).load_interviews() if one.interview is not None
    ]
    made = proposals(GUIDE, interviews, interviews)
    assert [one.texts for one in made if one.kind == "follow_up"] == [("hva med kor?",)]
