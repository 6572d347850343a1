"""``export method``: the document and its data as a user meets them, and facts written down for it."""

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from markdown_it import MarkdownIt

from guide.reading import read_guide
from interviews.log.writer import Log
from interviews.method.facts import Durations, Power, RevisionChange, Said
from interviews.study.facts import OF_INTERVIEW, OF_STUDY, SCALES, read_study_facts
from tests.modes import is_private
from tests.test_imports import loaded_by
from tests.tui.revising import Seat, piloted
from tests.tui.studies import hold, study_with
from tests.tui.test_cli import refusal, run
from tui.changes.describe_change import by_hand
from tui.changes.reasons import retell_why
from tui.changes.retell import retell_change
from tui.documents.method_text import _describe_fact, method_document
from tui.documents.to_markdown import markdown_of
from tui.escape import escape_controls
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
HOSTILE = "arbeidsplass [by], *ler* | <b>x</b> \\ `k` & &amp; $x$ __y__ http://a.no ~~z~~ #1 :smile: {x} -- 👩‍👩‍👧"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return study_with(tmp_path / "s", "I1", "I2", "I3", "I4", "P1")


def say(study: Path, *facts: str, interview: str | None = None) -> int:
    given = [part for one in facts for part in ("--fact", one)]
    return run("export", "method", "--study", study, *given, *(("--participant", interview) if interview else ()))


def exported(capsys: Captured, study: Path, *more: object) -> str:
    capsys.readouterr()
    assert run("export", "method", "--study", study, *more) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def shown(markdown: str) -> str:
    """A line of Markdown as a reader of the finished page sees it."""
    (block,) = [token for token in MarkdownIt("gfm-like").parse(markdown) if token.type == "inline"]
    texts = {"text": None, "text_special": None, "softbreak": "\n"}
    assert {child.type for child in block.children or ()} <= set(texts), block.children
    return "".join(child.content for child in block.children or ())


# --- the document


def test_both_languages_stand_there_the_studys_own_first(capsys: Captured, study: Path) -> None:
    out = exported(capsys, study)
    assert out.startswith("# Fakta til metodekapitlet: Musikkterapi og deltagelse\n")
    assert out.index("## Norsk") < out.index("## English")
    assert "Det ble holdt 4 intervjuer med 4 deltakere. [I1:0, I2:0, I3:0, I4:0]\n" in out
    assert "There were 4 interviews, with 4 participants. [I1:0, I2:0, I3:0, I4:0]\n" in out
    assert "Guiden ble prøvd ut i 1 prøveintervju (P1)" in out
    assert "[I1:3, I1:4, I1:6 … 12 i alt]" in out


def test_a_setting_puts_the_other_language_first(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    out = exported(capsys, study)
    assert out.index("## English") < out.index("## Norsk")
    assert "| 1 | Interviewer/facilitator |  |" in out


@pytest.mark.parametrize("language", ["nb", "en"])
def test_coverage_is_never_presented_as_findings(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    sentence = {
        "nb": "Dekning viser hva det er snakket om, ikke hva som er funnet.",
        "en": "Coverage shows what was talked about, not what was found.",
    }
    assert sentence[language] in exported(capsys, study)


def rows(markdown: str) -> dict[str, str]:
    """The last cell of each row of the tables of COREQ and SRQR, by its number."""
    cells = [line.strip("| ").split(" | ") for line in markdown.splitlines() if line.startswith("| ")]
    return {row[0]: row[2] if len(row) > 2 else "" for row in cells if row[0][-1:].isdigit()}


def test_the_tables_are_filled_where_known_and_blank_where_not(capsys: Captured, study: Path) -> None:
    say(study, "interviewer=forfatteren", "ethics=meldt til NSD")
    for name in ("I1", "I2", "I3", "I4"):
        wanted = "ja" if name in ("I1", "I3") else "nei"
        say(study, "transcript_offered=ja", f"transcript_wanted={wanted}", interview=name)
    table = rows(exported(capsys, study))
    numbers = [*map(str, range(1, 24)), "24–32", *(f"S{n}" for n in range(5, 17))]
    assert list(table) == numbers
    assert table["1"] == "Intervjuer: forfatteren [study:0]"
    assert "tilbudt 4, ønsket 2. [study:2" in table["23"]
    assert "Ikke beregnet" in table["22"]
    assert {n for n in numbers if not table[n]} == {*"2 3 4 5 6 7 8 9 10 11 13 14 15 16 S5 S7 S8 S13".split()}
    assert table["S9"].startswith(
        "Etikk: meldt til NSD [study:1] Intervju eller opptak begynt før dette var krysset av: "
    )
    assert "Samtykkeskjemaet er underskrevet (i 4 intervjuer)" in table["S9"]
    assert {n for n in numbers if "utenfor verktøyet" in table[n]} == {"24–32", "S14", "S16"}


def test_information_power_is_five_scales_in_the_researchers_own_words(capsys: Captured, study: Path) -> None:
    say(study, "aim=4: smalt *mål*", "dialogue=god i tre av fire", "theory=2")
    out = exported(capsys, study)
    date = Translator("nb").date(read_study_facts(study).power()["aim"].date)
    assert f"| Studiens mål | {date} | 4 | smalt \\*mål\\* | [study:0] |" in out
    assert f"| Dialogens kvalitet | {date} |  | god i tre av fire | [study:1] |" in out
    assert f"| Bruk av etablert teori | {date} | 2 |  | [study:2] |" in out
    assert "| Analysestrategi |  |  |  |  |" in out


def test_peoples_words_read_as_they_were_written(capsys: Captured, study: Path) -> None:
    say(study, f"setting={HOSTILE}", interview="I1")
    out = exported(capsys, study)
    (line,) = [line for line in out.splitlines() if line.startswith("Sted: ")]
    assert shown(line) == f"Sted: {HOSTILE} (I1) [study:0, I1:0]"
    (cell,) = [line for line in out.splitlines() if line.startswith("| 14 |")]
    assert shown(cell.split(" | ", 2)[2].removesuffix(" |")) == f"Sted: {HOSTILE} (I1) [study:0, I1:0]"
    data = json.loads(exported(capsys, study, "--json"))
    assert next(fact for fact in data["facts"] if fact["key"] == "setting")["values"]["texts"] == {HOSTILE: ["I1"]}


@pytest.mark.parametrize("text", ["- x", "1. x", "# x", "> x", "a\nb", "\x1b[2J", "=x", "+ x", "|", "***", "x" * 500])
def test_words_make_no_marks_wherever_they_stand(text: str) -> None:
    """Not on the line of the paragraph, and in no cell of a table."""
    fact = Said(key="sampling", evidence=("study:0",), text=text, date="2026-05-11")
    rated = Power(evidence=("study:1",), scale="aim", value=4, text=text, date="2026-05-11")
    out = markdown_of(method_document(text, [fact, rated], Translator("en")))
    told = f"Sampling: {escape_controls(text)} [study:0]"
    (line,) = [line for line in out.splitlines() if line.startswith("Sampling: ")]
    assert shown(line) == told
    assert shown(rows(out)["10"]) == told
    (row,) = [line for line in out.splitlines() if line.startswith("| Study aim |")]
    assert shown(row.removesuffix(" | [study:1] |").split(" | 4 | ")[1]) == escape_controls(text)


@pytest.mark.parametrize("name", ["method", "reflexive"])
def test_word_has_what_markdown_has(capsys: Captured, study: Path, tmp_path: Path, name: str) -> None:
    say(study, "interviewer=forfatteren, *selv*", "aim=4: smalt mål")
    file = tmp_path / "kapittel.docx"
    assert run("export", name, "--study", study, "-o", file) == 0
    assert is_private(file)
    assert run("export", name, "--study", study, "-o", file) == 0  # it knows its own, and makes it again
    out = exported(capsys, study) if name == "method" else ""
    word = docx.Document(str(file))
    assert word.core_properties.author == ""
    if name == "method":
        text = [paragraph.text for paragraph in word.paragraphs]
        assert text[0] == "Fakta til metodekapitlet: Musikkterapi og deltagelse"
        told = "Intervjuer: forfatteren, *selv* [study:0]"
        assert any(told in one for one in text)
        table = {row.cells[0].text: row.cells[2].text for row in word.tables[0].rows}
        assert table["1"] == told
        assert list(table)[1:] == [number for number in rows(out) if number[0] != "S"]


def test_advice_that_was_overruled_stands_in_the_document_with_its_reason(capsys: Captured, study: Path) -> None:
    guide = study / "guide.yaml"
    text = guide.read_text(encoding="utf-8")
    guide.write_text(text + "accepted: {why: '*hvorfor* kommer etter en beskrivelse'}\n", encoding="utf-8")
    out = exported(capsys, study)
    why = "(fordi: \\*hvorfor\\* kommer etter en beskrivelse)"
    sentence = (
        f"Råd om ordlyden som med vilje ikke ble fulgt: hvorfor-spørsmål i A4, B2, B7, B10, C3 {why}. [guide.yaml]"
    )
    assert f"\n{sentence}\n" in out
    assert sentence in rows(out)["17"]
    assert sentence in rows(out)["S11"]


def test_a_study_without_interviews_says_what_its_guide_is(capsys: Captured, tmp_path: Path) -> None:
    out = exported(capsys, study_with(tmp_path))
    assert "Intervjuguiden, slik den var i guide.yaml, har 18 spørsmål (valgfrie: 1)" in out
    assert "[guide.yaml]" in out


def test_json_is_the_facts_with_their_evidence(capsys: Captured, study: Path) -> None:
    say(study, "sampling=snøball")
    data = json.loads(exported(capsys, study, "--json"))
    assert list(data) == ["title", "facts", "problems"]
    by_key: dict[str, Any] = {fact["key"]: fact for fact in data["facts"]}
    assert by_key["interviews"] == {
        "key": "interviews",
        "values": {"count": 4, "participants": 4},
        "evidence": ["I1:0", "I2:0", "I3:0", "I4:0"],
    }
    assert len(by_key["field_notes"]["evidence"]) == 12
    assert by_key["sampling"]["evidence"] == ["study:0"]
    assert by_key["saturation"] == {"key": "saturation", "values": {"reason": "outside_logs"}, "evidence": []}


def test_what_is_wrong_in_the_files_is_named_and_the_rest_is_told(capsys: Captured, study: Path) -> None:
    say(study, "sampling=snøball")
    with (study / "study.jsonl").open("a", encoding="utf-8") as file:
        file.write("{\n")
    (study / "interviews" / "I2.jsonl").write_text("{", encoding="utf-8")
    capsys.readouterr()
    assert run("export", "method", "--study", study) == 1
    out, err = capsys.readouterr()
    assert "Det ble holdt 3 intervjuer" in out
    assert "Utvalg: snøball [study:0]" in out
    assert [line.partition(": ")[0] for line in err.splitlines()] == [
        "interviews/I2.jsonl:1:1",
        "interviews/I2.jsonl:1:1",
        "study.jsonl:2:1",
    ]
    assert run("export", "method", "--json", "--study", study) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [(one["file"], one["line"]) for one in problems][-1] == ("study.jsonl", 2)


def test_a_guide_that_cannot_be_read_does_not_hide_the_interviews(capsys: Captured, study: Path) -> None:
    (study / "guide.yaml").write_text("title: [\n", encoding="utf-8")
    assert run("export", "method", "--study", study) == 1
    assert "4 interviews, with 4 participants" in capsys.readouterr().out


# --- the file


def test_a_file_is_written_for_its_owner_only_and_made_again(capsys: Captured, study: Path, tmp_path: Path) -> None:
    printed = exported(capsys, study)
    file = tmp_path / "metode.md"
    exported(capsys, study, "-o", file)
    assert file.read_text(encoding="utf-8").startswith(printed.rstrip())
    assert is_private(file)
    say(study, "sampling=snøball")
    exported(capsys, study, "-o", file)
    assert "snøball" in file.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["metode.md"]


def test_the_data_in_a_file_can_be_made_again_too(capsys: Captured, study: Path, tmp_path: Path) -> None:
    file = tmp_path / "metode.json"
    for _ in range(2):
        exported(capsys, study, "--json", "-o", file)
    assert (
        json.loads(file.read_text(encoding="utf-8"))["facts"] == json.loads(exported(capsys, study, "--json"))["facts"]
    )


@pytest.mark.parametrize("own", ["mitt eget", "", "changed", "folder", "link"])
def test_nobodys_own_work_is_overwritten(capsys: Captured, study: Path, tmp_path: Path, own: str) -> None:
    file = tmp_path / "metode.md"
    if own == "folder":
        file.mkdir()
    elif own == "link":
        file.symlink_to(tmp_path / "borte.md")
    elif own == "changed":
        exported(capsys, study, "-o", file)
        file.write_text(file.read_text(encoding="utf-8").replace("4 intervjuer", "fire intervjuer"), encoding="utf-8")
    else:
        file.write_text(own, encoding="utf-8")
    before = file.read_bytes() if file.is_file() else None
    assert run("export", "method", "--study", study, "-o", file) == 2
    assert str(file) in refusal(capsys)
    assert (file.read_bytes() if file.is_file() else None) == before


def test_a_place_where_nothing_can_be_written(capsys: Captured, study: Path, tmp_path: Path) -> None:
    assert run("export", "method", "--study", study, "-o", tmp_path / "borte" / "metode.md") == 1
    assert "metode.md" in refusal(capsys)


def test_a_dash_is_standard_output(capsys: Captured, study: Path) -> None:
    assert exported(capsys, study, "-o", "-") == exported(capsys, study)


# --- facts written down


def test_a_fact_is_kept_and_its_place_is_said(capsys: Captured, study: Path) -> None:
    assert say(study, "sampling=a=b", "Approach=telefon") == 0
    assert capsys.readouterr().out == "sampling er lagret: study:0\napproach er lagret: study:1\n"
    assert read_study_facts(study).of_study()["sampling"].value == "a=b"
    hold(study, "I1-2")
    assert say(study, "others-present=en kollega", interview="i1-2") == 0
    assert "Andre til stede: en kollega (I1-2) [study:2, I1-2:0]" in exported(capsys, study)
    assert say(study, "others_present=", interview="I1-2") == 0
    assert "Andre til stede: en kollega" not in exported(capsys, study)


WRONG = {
    ("--fact", "sampling"): "KEY=TEXT",
    ("--fact", "samling=x"): "did you mean sampling?",
    ("--fact", "qqqqqqqqq=x"): "there is no fact “qqqqqqqqq”",
    ("--fact", "setting=x"): "--participant I1",
    ("--fact", "sampling=x", "--participant", "I1"): "leave out --participant",
    ("--fact", "aim=x", "--participant", "I1"): "leave out --participant",
    ("--fact", "setting=x", "--participant", "Kari"): "“Kari”",
    ("--fact", "setting=x", "--participant", "I9"): "there is no interview with I9",
    ("--fact", "setting=x", "--participant", "I1-7"): "there is no interview with I1-7",
    ("--fact", "transcript_wanted=kanskje", "--participant", "I1"): "yes or no",
    ("--fact", "sampling=x", "--json"): "leave out -o and --json",
    ("--fact", "sampling=x", "-o", "x.md"): "leave out -o and --json",
    ("--participant", "I1"): "--participant belongs with --fact",
    ("--fact",): "--fact lacks a value",
    ("-o",): "-o lacks a value",
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.items(), ids=" ".join)
def test_what_is_wrong_with_a_fact_is_said_and_nothing_is_kept(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    assert run("export", "method", "--study", study, *arguments) == 2
    assert said in refusal(capsys)
    assert not (study / "study.jsonl").exists()


def test_facts_that_another_program_is_writing_are_left_alone(capsys: Captured, study: Path) -> None:
    say(study, "sampling=x")
    capsys.readouterr()
    held = Log.open(study / "study.jsonl")
    assert say(study, "approach=y") == 1
    held.close()
    assert "study.jsonl" in refusal(capsys)


# --- the command


@pytest.mark.parametrize(
    ("given", "said"), [("metod", "did you mean method?"), ("qqqqqq", "only guide, paper, method")]
)
def test_an_unknown_format_is_named(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path, given: str, said: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    assert run("export", given, "--study", study) == 2
    assert said in refusal(capsys)


def test_a_format_is_wanted_and_a_study(capsys: Captured, tmp_path: Path) -> None:
    assert run("export") == 2
    assert "FORMAT" in refusal(capsys)
    assert run("export", "method", "--study", tmp_path / "nei") == 2
    assert "nei" in refusal(capsys)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_help_names_every_key_and_fits_a_screen(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    assert run("export", "--help") == 0
    out = capsys.readouterr().out
    assert {*OF_STUDY, *OF_INTERVIEW, *SCALES, "method"} <= set(out.replace(",", " ").split())
    assert len(out.splitlines()) <= 24


def test_exporting_does_not_pay_for_the_screen(study: Path) -> None:
    program = "import sys; from tui.main import main; main(sys.argv[1:])"
    loaded = loaded_by(program, "export", "method", "--study", str(study))
    assert "interviews" in loaded
    assert not loaded & {"textual", "asyncio"}


def test_a_fact_is_read_from_a_file_or_from_standard_input(
    capsys: Captured, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others on the machine can see what stands on a command's line."""
    told = tmp_path / "utvalg.txt"
    told.write_text("strategisk [utvalg],\nfra to sykehus\n", encoding="utf-8")
    assert say(study, f"sampling=@{told}", "context=@@home", "aim=2: smalt") == 0
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"5: godt forankret\n")))
    assert say(study, "theory=-") == 0
    out = exported(capsys, study)
    assert "strategisk \\[utvalg\\]," in out
    assert "@home" in out
    assert "| 5 | godt forankret |" in out


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_fact_that_cannot_be_read_is_said_and_nothing_is_kept(
    capsys: Captured, study: Path, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "x.txt").write_bytes(content)
    assert say(study, "gender=kvinne", f"sampling=@{tmp_path / 'x.txt'}") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (study / "study.jsonl").exists()


CHANGES = (
    ("A1", "reworded", "A1 ble omformulert: «før» → «nå»", "før", "nå", (), "A1 was reworded: “før” → “nå”"),
    ("A1", "reworded", "A1 fikk ny ordlyd: «før» → «nå»", "før", "nå", (), "A1 was reworded: “før” → “nå”"),
    ("B7", "dropped", "B7 ble strøket: «borte»", "borte", "", (), "B7 was dropped: “borte”"),
    ("C3", "moved", "C3 ble flyttet og står nå før A1", "x", "før A1", (), "C3 was moved and now stands before A1"),
    ("B6", "split", "B6 ble delt: «a» → B6 «b», B11 «c»", "a", "b\nc", ("B11",), "B6 was split: “a” → B6 “b”, B11 “c”"),
    ("B8", "merged", "B9 ble slått sammen med B8: «a» og «b» → «c»", "a\nb", "c", ("B9",), "B9 was merged into B8"),
    (
        "B3",
        "probe_added",
        "B3 fikk oppfølgingsspørsmålet «hvordan?»",
        "",
        "hvordan?",
        (),
        "B3 got the probe “hvordan?”",
    ),
    (
        "C3",
        "moved",
        "C3 ble flyttet og står nå etter B2 (i «Fokus»); B10 bygger ikke lenger på B9",
        "x",
        "etter B2 (i «Fokus»)",
        (),
        "C3 was moved and now stands after B2 (in “Fokus”); B10 no longer leans on B9",
    ),
    ("", "changed", "Guiden: planlagt tid er nå 45", "60", "45", (), "The guide: the planned time is now 45"),
    ("A1", "changed", "A1: valgfritt er nå ja", "", "ja", (), "A1: optional is now yes"),
    ("A1", "moved", "A1 ble flyttet fordi veileder ba om det", "x", "y", (), "A1 ble flyttet fordi veileder ba om det"),
    ("A1", "dropped", "A1 ble strøket: «a», sa hun", "a", "", (), "A1 ble strøket: «a», sa hun"),
    ("A2", "", "mine egne ord", "", "", (), "mine egne ord"),
)


BEFORE = """
title: T
language: en
research_questions: {A: Why?}
opening: [Hello]
sections:
  - title: Beginning
    serves: A
    questions:
      - {id: A1, ask: "Can you tell me about the first week?"}
      - {id: A2, ask: "And then?", leans_on: [A1]}
      - {id: A3, ask: "And later?"}
"""


@pytest.mark.parametrize(
    "put",
    [
        ("leans_on: [A1]", "leans_on: [A3]"),
        ("leans_on: [A1]", "leans_on: [A1], two_sided: true, sensitive: true"),
        ("leans_on: [A1]", "leans_on: [A1], listen_for: ['yes'], short: 'no', examples: 2"),
        ("leans_on: [A1]", "leans_on: [A1], aim: 'x; y is now z'"),
        ("title: T", "title: 'New; title (x) is now y'"),
        ("title: T", "title: 'yes'"),
        ("title: T", "title: T\nminutes: 45\nanonymous: yes"),
        ("title: Beginning", "title: 'Start; the: title is now'"),
        ("{A: Why?}", "{A: 'yes; no'}"),
    ],
    ids=lambda put: put[1][:40],
)
def test_what_was_recorded_in_one_language_reads_in_another_as_if_recorded_there(put: tuple[str, str]) -> None:
    old, new = (read_guide(text, "guide.yaml").guide for text in (BEFORE, BEFORE.replace(*put)))
    assert old is not None
    assert new is not None
    for before, after in ((old, new), (new, old)):
        for code in ("en", "nb", "nn"):
            wanted = by_hand(before, after, Translator(code))
            recorded = by_hand(before, after, Translator("nb" if code == "en" else "en"))
            assert [retell_change(one, Translator(code)) for one in recorded] == [one.what for one in wanted]
            several = recorded[0].but(what="; ".join(one.what for one in recorded))
            if len({one.question for one in recorded}) == 1:
                assert retell_change(several, Translator(code)) == "; ".join(one.what for one in wanted)


@pytest.mark.parametrize(("question", "kind", "what", "before", "after", "others", "english"), CHANGES)
def test_a_recorded_change_is_told_in_the_language_around_it(
    question: str, kind: str, what: str, before: str, after: str, others: tuple[str, ...], english: str
) -> None:
    change = RevisionChange(question, what, "fordi", kind=kind, before=before, after=after, others=others)
    assert retell_change(change, Translator("nb")) == what.replace("fikk ny ordlyd", "ble omformulert")
    assert retell_change(change, Translator("en")).startswith(english)


@pytest.mark.parametrize(
    ("recorded", "english"),
    [
        ("vanskelig å forstå", "hard to understand"),
        ("for langt; kom for nær", "too long; came too close"),
        (
            "vanskelig å forstå (kommentar: «to spørsmål på en gang?»)",
            "hard to understand (comment: “to spørsmål på en gang?”)",
        ),
        ("med egne ord: «jeg vet ikke»", "in their own words: “jeg vet ikke”"),
        ("kom opp i P1", "came up in P1"),
        ("ikke brukt i P1, I2-2", "not used in P1, I2-2"),
        ("ikkje brukt i P1, P2", "not used in P1, P2"),
        *(
            (own, own)
            for own in (
                "kom opp i en samtale med veileder, ikke i et intervju",
                "kom opp i P1 og hos veileder",
                "ikke brukt i praksis",
                "ikke brukt i P1,",
                "came up in passing",
                "kommentar: «uklart», og det samme i «P2»",
                "med egne ord: «jeg vet ikke»; kommentar: «uklart»",
                "for langt (kommentar: «uklart» og «P2»)",
            )
        ),
        ("hard to understand", "hard to understand"),
        ("ingen forsto det", "ingen forsto det"),
        ("vanskelig å forstå, sa begge", "vanskelig å forstå, sa begge"),
        ("vanskelig å forstå (sa begge)", "vanskelig å forstå (sa begge)"),
    ],
)
def test_a_recorded_reason_is_told_in_the_language_around_it_and_peoples_words_stay(
    recorded: str, english: str
) -> None:
    assert retell_why(recorded, Translator("en")) == english
    assert retell_why(english, Translator("en")) == english


def test_changes_are_listed_once_in_each_language(capsys: Captured, tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    seat = Seat(folder)
    seat.key("enter", "enter")
    assert seat.finish() == ""
    out = exported(capsys, folder)
    assert out.count("A1 ble omformulert") == out.count("A1 was reworded") == 1
    norwegian, english = out.index("## Norsk"), out.index("## English")
    assert norwegian < out.index("A1 ble omformulert") < english < out.index("A1 was reworded") < out.index("## COREQ")
    assert out.count("Endringene i guiden står samlet under «Norsk».") == 3


@pytest.mark.parametrize("key", ["lengths", "briefing"])
def test_one_interview_has_no_mean_and_no_range(key: str) -> None:
    told = _describe_fact(Durations(key=key, count=1, mean=68.0, shortest=68.0, longest=68.0), Translator("nb"))
    assert told.count("1 min 8 s") == 1
    assert "gjennomsnitt" not in told


@pytest.mark.parametrize(
    ("held", "coverage"),
    [
        (("I1",), "Dekning i det ene intervjuet: dekket: B1, B8; med eksempel: B1; "),
        (("I1", "I2"), "Dekning, i hvor mange av 2 intervjuer: dekket: B1 2, B8 2; med eksempel: B1 2; "),
    ],
)
def test_coverage_of_one_interview_counts_none(
    tmp_path: Path, capsys: Captured, held: tuple[str, ...], coverage: str
) -> None:
    text = exported(capsys, study_with(tmp_path, *held))
    assert coverage in text
    assert "Intervjuingen fant sted 02.03.2026." in text
