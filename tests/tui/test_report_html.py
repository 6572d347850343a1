"""The report as a page: the review's own numbers, people's words as they are, nothing from anywhere."""

import json
import os
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from guide.samples import thesis_guide_text
from interviews.core import commands as do
from interviews.core.coverage import QuestionCoverage
from interviews.core.events import NoteKind
from interviews.os_support import system
from tests.modes import is_private
from tests.tui.lines import GUIDE
from tests.tui.pages import (
    HOSTILE,
    LINES,
    found,
    made,
    page_of,
    reviewed,
    row_head,
    sign,
    spoken,
    table,
    with_class,
    words_of,
)
from tests.tui.studies import SHORT, hold, study_with
from tui.documents.matrix_rows import state
from tui.escape import text_of
from tui.main import main
from tui.time_format import format_time
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
NB = Translator("nb")

SECRETS = ("hemmelig notat", "hemmelig sitat", "hemmelig tema", "hemmelig oppfølging", "hemmelig grunn", "hemmelig ord")
TALK = (
    do.AskQuestion("B5"),
    do.TakeNote("hemmelig notat #hemmelig"),
    do.TakeNote("hemmelig sitat", "quote"),
    do.TakeNote("hemmelig tema", "topic"),
    do.TakeNote("hemmelig oppfølging", "follow_up"),
    do.Drop(1, "hemmelig grunn"),
    do.Skip(("C1",), "hemmelig grunn"),
    do.Decline(("C2",), "hemmelig grunn"),
    do.MarkSide("positive"),
    do.MarkSide("positive"),
    do.MarkSide("negative"),
    do.Explain("sosial samhandling", "short"),
    do.TogglePause(),
    do.TogglePause(),
    do.ToggleTranscribing(),
    do.TakeNote("hemmelig ord", "reflexive"),
    do.ToggleTranscribing(),
    do.AskQuestion("A1"),
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Four interviews, one of them with one of everything and one not ended, and a pilot."""
    study_with(tmp_path, "P1", "I1", "I2")
    hold(tmp_path, "I3", TALK)
    hold(tmp_path, "I4", (do.AskQuestion("A1"), do.MarkCovered(("A1", "A2"), 2)), ended=False)
    return tmp_path


def page(capsys: Captured, study: Path, *more: str, code: int = 0) -> Element:
    return page_of(made(capsys, "review", "--study", study, "--html", "-", *more, code=code))


def _as_counted(told: dict[str, Any]) -> QuestionCoverage:
    return QuestionCoverage(**{key: value for key, value in told.items() if key in QuestionCoverage._fields})


def test_every_state_is_the_one_that_json_tells(capsys: Captured, study: Path) -> None:
    shown = table(page(capsys, study), "matrix-1")
    for one in reviewed(capsys, study)["interviews"]:
        for id, told in one["questions"].items():
            assert shown[id][one["participant"]] == state(_as_counted(told)), id
        assert shown[NB("length")][one["participant"]] == format_time(one["seconds"])
        assert shown["åpne"][one["participant"]] == str(one["follow_ups"]["open"])


def test_every_research_question_has_the_numbers_that_json_tells(capsys: Captured, study: Path) -> None:
    shown = page(capsys, study)
    targets, minutes = table(shown, "targets-1"), table(shown, "minutes-1")
    interviews = reviewed(capsys, study)["interviews"]
    live = [one for one in interviews if one["mode"] == "live"]
    for id in ("A", "B", "Ba", "Bb", "C"):
        for one in interviews:
            told = one["research_questions"][id]
            assert targets[id][one["participant"]].endswith(f" {told['covered']}/{told['of']}")
            assert minutes[id][one["participant"]] == format_time(told["seconds"])
        told = [one["research_questions"][id] for one in live]
        assert minutes[id][NB("in all")] == format_time(sum(one["seconds"] for one in told))
        assert targets[id][NB("notes")] == str(sum(one["notes"] for one in told))
        covered = sum(one["state"] == "covered" for one in told)
        assert targets[id][NB("covered in")] == NB("{covered} of {of}", covered=covered, of=4)


def test_every_note_stands_at_each_question_that_it_is_about(capsys: Captured, study: Path) -> None:
    shown = found(page(capsys, study), "section", id="notes")
    entries = [words_of(one) for one in shown.iter("blockquote")]
    told = [note for one in reviewed(capsys, study)["interviews"] if one["mode"] == "live" for note in one["notes"]]
    expected = [note["text"] for note in told if note["text"] for _ in (note["about"] or [""])]
    assert sorted(entries) == sorted(expected)


def test_an_entry_tells_when_where_in_the_recording_and_what_became_of_it(capsys: Captured, study: Path) -> None:
    shown = found(page(capsys, study), "section", id="follow-ups")
    first = next(shown.iter("li"))
    assert [words_of(part) for part in first] == [
        "I1 · 0:50 · 1·0:50 · oppfølging · B1",
        "kulturendring?",
        "oppfølging 1: åpen",
    ]
    assert len(list(shown.iter("li"))) == sum(
        one["follow_ups"]["open"] for one in reviewed(capsys, study)["interviews"] if one["mode"] == "live"
    )


def test_pilots_stand_apart_and_are_not_counted(capsys: Captured, study: Path) -> None:
    shown = page(capsys, study)
    assert words_of(next(with_class(shown, "th", "group"))) == NB("not counted")
    lead = words_of(next(shown.iter("dl")))
    assert "4 (I1 I2 I3 I4)" in lead
    assert "1 (P1)" in lead
    assert "P1 ·" not in words_of(found(shown, "section", id="notes"))
    assert "P1 ·" in words_of(found(shown, "section", id="apart-notes"))


def test_the_page_begins_with_what_coverage_is_not(capsys: Captured, study: Path) -> None:
    shown = page(capsys, study)
    assert words_of(next(shown.iter("h1"))) == "Musikkterapi og deltagelse"
    assert words_of(next(shown.iter("p"))) == NB("Coverage shows what was talked about, not what was found.")
    assert "02.03.2026" in words_of(next(shown.iter("dl")))


def test_a_question_that_an_interview_never_had_is_not_untouched(capsys: Captured, study: Path) -> None:
    later = thesis_guide_text().replace("- id: B2\n", "- id: N1\n        ask: Noe nytt?\n      - id: B2\n")
    (study / "guide.yaml").write_text(later.replace("Hva vektlegger du i", "Hva er viktig i"), encoding="utf-8")
    shown = page(capsys, study)
    row = next(one for one in shown.iter("tr") if one.find("th[@scope='row']") is not None and row_head(one) == "N1")
    assert {sign(one) for one in row.findall("td")} == {"·"}
    assert {spoken(one) for one in row.findall("td")} == {NB("not in that revision of the guide")}
    changed = words_of(found(shown, "section", id="refinements"))
    assert "Hva vektlegger du i samhandlingen?" in changed
    assert "Hva er viktig i samhandlingen?" in changed


def test_a_question_that_the_guide_no_longer_has_keeps_its_notes(capsys: Captured, study: Path) -> None:
    guide = thesis_guide_text().replace("id: B5", "id: X5")
    (study / "guide.yaml").write_text(guide, encoding="utf-8")
    shown = page(capsys, study)
    assert "hemmelig sitat" in words_of(found(shown, "section", id="notes"))
    assert "B5, bare i I1, I2, I3, I4, P1: Kan du komme med" in words_of(found(shown, "section", id="refinements"))


def test_one_event_changes_what_is_built_on_it_and_nothing_else(capsys: Captured, tmp_path: Path) -> None:
    before, after = (tmp_path / name for name in ("before", "after"))
    for folder in (before, after):
        folder.mkdir()
        study_with(folder, "I1", "P1")
        last = do.MarkCovered(("B2",), 2) if folder == after else do.MarkCovered(("B1",))
        hold(folder, "I2", (*SHORT, last))
    pages = [page(capsys, folder) for folder in (before, after)]
    texts = [[words_of(cell) for cell in one.iter() if cell.tag in ("td", "th", "p", "li", "dd")] for one in pages]
    assert changes(*texts) == [
        ("□urørt", "•2dekket uspurt, beskrevet"),
        ("1/71 av 7", "2/72 av 7"),
        ("2/172 av 17", "3/173 av 17"),
        ("□ 2/10gjenstår, 2 av 10 dekket", "□ 3/10gjenstår, 3 av 10 dekket"),
        ("□ 1/7gjenstår, 1 av 7 dekket", "□ 2/7gjenstår, 2 av 7 dekket"),
        ("2/82 av 8", "3/83 av 8"),
        ("1/61 av 6", "2/62 av 6"),
        ("□urørt", "•2dekket uspurt, beskrevet"),
        ("", "1:20"),
        ("1/7gjenstår, 1 av 7 dekket", "2/7gjenstår, 2 av 7 dekket"),
        ("2 av 17", "3 av 17"),
    ]


def changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """What stands elsewhere in the one and in the other, in pairs; what only one of them has stands beside nothing."""
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        pair
        for kind, a, b, c, d in found
        if kind != "equal"
        for pair in zip_longest(before[a:b], after[c:d], fillvalue="")
    ]


@pytest.mark.parametrize("words", [HOSTILE, LINES, "&" * 30, "x" * 100_000, "\u2028\r\n\r", "]]>", "{0} %s"])
def test_words_of_any_kind_stand_as_text(capsys: Captured, tmp_path: Path, words: str) -> None:
    study_with(tmp_path)
    acts = (do.AskQuestion("B1"), do.Skip(("B2",), words), do.Decline(("B3",), words), do.TakeNote("x", "follow_up"))
    kinds: tuple[NoteKind, ...] = ("note", "quote", "follow_up", "topic", "reflexive") if words.strip() else ()
    hold(tmp_path, acts=(*acts, do.Drop(1, words), *(do.TakeNote(words, kind) for kind in kinds)))
    text = made(capsys, "review", "--study", tmp_path, "--html", "-", "--with-reflexive")
    shown = page_of(text)
    said = [words_of(one) for one in shown.iter("blockquote")]
    assert said.count(text_of(words)) == len(kinds) + 2 * bool(kinds), "an open follow-up and a topic stand twice"
    assert {one.tag for one in shown.iter()} <= TAGS
    assert Reader.tags(text) == [one.tag for one in shown.iter()]
    assert not {sign for sign in set(text) if sign not in "\n\t" and text_of(sign) != sign}


TAGS = set(
    "html head meta title style body main h1 h2 h3 h4 p dl dt dd nav ul li a section div table caption thead tbody "
    "tfoot tr th td span small b blockquote figure figcaption svg defs pattern path rect line text g desc".split()
)
"""All elements that a report consists of."""


class Reader(HTMLParser):
    """Reads as a browser does, where a word could end an element that XML would not let it end."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)

    @classmethod
    def tags(cls, text: str) -> list[str]:
        reader = cls()
        reader.feed(text)
        reader.close()
        return reader.found


def test_words_in_the_guide_are_text_too(capsys: Captured, tmp_path: Path) -> None:
    wild = "</title><script>x</script>"
    text = f"""\
title: {wild}
language: en
problem: {wild}
research_questions: {{A: {{text: "{wild}", short: "{wild}"}}}}
concepts: {{"{wild}": "{wild}"}}
sections: [{{title: "{wild}", serves: A, questions: [{{ask: "{wild}", short: "</b><script>", concepts: ["{wild}"]}}]}}]
"""
    (tmp_path / "guide.yaml").write_text(text, encoding="utf-8")
    shown = made(capsys, "review", "--study", tmp_path, "--html", "-")
    assert {one.tag for one in page_of(shown).iter()} <= TAGS
    assert "script" not in Reader.tags(shown)


def test_without_notes_nobodys_words_are_there(capsys: Captured, study: Path) -> None:
    with_notes = made(capsys, "review", "--study", study, "--html", "-", "--with-reflexive")
    assert all(secret in with_notes for secret in SECRETS)
    without = made(capsys, "review", "--study", study, "--html", "-", "--without-notes")
    told = reviewed(capsys, study)["interviews"]
    words = {word for one in told for note in one["notes"] for word in note["text"].split() if len(word) > 6} - {
        "oppfølging"
    }
    assert words
    assert not [word for word in {*words, "hemmelig"} if word in without]
    shown = page_of(without)
    assert NB(
        "Without notes: nobody's words stand here but the guide's. Notes, quotations, reasons, topics and follow-ups are left out."  # noqa: E501
    ) in words_of(shown)
    assert table(shown, "matrix-1") == table(page_of(with_notes), "matrix-1")


def test_without_notes_a_damaged_line_is_not_repeated(capsys: Captured, study: Path) -> None:
    log = study / "interviews" / "I2.jsonl"
    lines = log.read_bytes().split(b"\n")
    lines[3] = lines[3].replace(b'"type":"noted"', b'"type":"hemmelig"')
    log.write_bytes(b"\n".join(lines).replace(b'"participant":"I2"', b'"participant":"hemmelig"'))
    assert "hemmelig" in made(capsys, "review", "--study", study, "--html", "-", code=1)
    without = made(capsys, "review", "--study", study, "--html", "-", "--without-notes", code=1)
    assert "hemmelig" not in without
    assert "interviews/I2.jsonl:4" in words_of(found(page_of(without), "section", id="problems"))


def test_one_participant_alone(capsys: Captured, study: Path) -> None:
    shown = page(capsys, study, "--participant", "i3")
    assert set(table(shown, "matrix-1")["B5"]) == {"I3"}
    assert NB("This report is about {code} only.", code="I3") in words_of(shown)
    assert "kulturendring" not in words_of(shown)


def test_what_an_interview_is_told_of(capsys: Captured, study: Path) -> None:
    shown = found(page(capsys, study), "section", id="interview-I3")
    facts = dict(zip(map(words_of, shown.iter("dt")), map(words_of, shown.iter("dd")), strict=True))
    (told,) = [one for one in reviewed(capsys, study)["interviews"] if one["participant"] == "I3"]
    assert facts[NB("Length")].startswith(format_time(told["seconds"]))
    assert facts[NB("Briefing")] == format_time(told["briefing"])
    assert facts[NB("Order of the talk")] == " ".join(told["order"]) == "B5 A1"
    assert facts[NB("The guide's order")].startswith("A1 A2 A3 A4 B1")
    assert NB("{id}: {positive} positive, {negative} negative", id="B5", positive=2, negative=1) in words_of(shown)
    assert "B5: sosial samhandling ×1" in words_of(shown)
    drawing = found(shown, "svg", role="img")
    assert drawing.get("aria-labelledby") == "timeline-I3-title timeline-I3-desc"
    assert {one.get("class") for one in drawing.iter("rect")} >= {"bar", "hatch pause", "hatch withheld"}


def test_dates_that_were_made_coarser_or_taken_away(capsys: Captured, study: Path) -> None:
    for name, wall in (("I1", "2026-03"), ("I2", ""), ("I3", "våren"), ("I4", "2025")):
        log = study / "interviews" / f"{name}.jsonl"
        log.write_bytes(re.sub(rb'"wall":"[^"]*"', f'"wall":"{wall}"'.encode(), log.read_bytes()))
    shown = page(capsys, study)
    assert words_of(next(shown.iter("dd"))) == "03.2026"
    assert NB("not kept in the log") in words_of(found(shown, "section", id="interview-I2"))


def test_every_cell_has_its_heads_and_every_name_is_unique(capsys: Captured, study: Path) -> None:
    shown = page(capsys, study)
    assert {one.get("scope") for one in shown.iter("th")} == {"col", "colgroup", "row", "rowgroup"}
    ids = [one.get("id") for one in shown.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    named = {name for one in shown.iter() for name in (one.get("aria-labelledby") or "").split()}
    assert named <= set(ids)
    assert {(one.get("href") or "").removeprefix("#") for one in shown.iter("a")} <= set(ids)
    for row in shown.iter("tr"):
        assert row.find("th") is not None


def test_nothing_comes_from_anywhere_and_nothing_runs(capsys: Captured, study: Path) -> None:
    text = made(capsys, "review", "--study", study, "--html", "-")
    shown = page_of(text)
    policy = found(shown, "meta", **{"http-equiv": "Content-Security-Policy"}).get("content") or ""
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not re.search(r"https?:|//\w|@import|@font-face|\bsrc=|javascript:", text)
    assert set(re.findall(r"url\(.*?\)", text)) <= {f"url(#hatch-{kind})" for kind in ("pause", "gap", "withheld")}
    assert not [name for one in shown.iter() for name in one.attrib if name.startswith("on")]


def test_the_style_needs_no_escaping() -> None:
    style = (Path(main.__code__.co_filename).parent / "documents" / "page.css").read_text(encoding="utf-8")
    assert not set(style) & set("<>&")


def test_a_note_that_was_made_a_follow_up_has_both_shapes(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path)
    hold(tmp_path, acts=(do.AskQuestion("B1"), do.TakeNote("sagt", "quote"), do.RaiseFollowUp()))
    shown = found(page(capsys, tmp_path), "section", id="interview-I1")
    assert len(list(with_class(found(shown, "svg", role="img"), "svg", "shape"))) == 2
    key = [words_of(one) for one in next(with_class(shown, "ul", "legend"))]
    assert key == [NB("quotation"), NB("follow-up")]


@pytest.mark.parametrize("count", [0, 1, 12, 25])
def test_however_many_interviews(capsys: Captured, tmp_path: Path, count: int) -> None:
    study_with(tmp_path, *(f"I{number}" for number in range(1, count + 1)))
    shown = page(capsys, tmp_path)
    names = [
        name for one in shown.iter("table") if (one.find("caption[@id='matrix-1-caption']")) is not None for name in one
    ]
    assert len(names) >= 3
    assert (NB("No interviews yet.") in words_of(shown)) == (count == 0)
    assert ("matrix-2-caption" in {one.get("id") for one in shown.iter()}) == (count > 20)


def test_a_broken_study_is_told_as_far_as_it_can_be(capsys: Captured, study: Path) -> None:
    log = study / "interviews" / "I2.jsonl"
    lines = log.read_bytes().split(b"\n")
    lines[3] = lines[3][:20]
    log.write_bytes(b"\n".join(lines))
    (study / "guide.yaml").write_text("title: [\n", encoding="utf-8")
    shown = page(capsys, study, code=1)
    problems = words_of(found(shown, "section", id="problems"))
    assert "interviews/I2.jsonl:4" in problems
    assert "guide.yaml:" in problems
    said = words_of(found(shown, "section", id="interview-I2"))
    assert Translator("en")("The line is damaged and passed over; the rest is read.") in said, (
        "without a guide the terminal's language speaks"
    )


def test_a_study_without_anything_that_can_be_read(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("", encoding="utf-8")
    assert main(["review", "--html", str(tmp_path / "r.html"), "--study", str(tmp_path)]) == 1
    assert "\nguide.yaml:1:1: " in capsys.readouterr().err
    assert not (tmp_path / "r.html").exists()


def run(study: Path, *arguments: object) -> int:
    return main(["review", "--study", str(study), *map(str, arguments)])


def test_the_file_is_its_owners_and_is_written_whole(capsys: Captured, study: Path) -> None:
    file = study / "rapport.html"
    assert run(study, "--html", file) == 0
    assert capsys.readouterr().out == NB("The report is in {file}.", file=file) + "\n"
    assert is_private(file)
    assert made(capsys, "review", "--study", study, "--html", "-") == file.read_text(encoding="utf-8")
    assert run(study, "--html", file, "--without-notes") == 0, "a report is written over"
    assert "kulturendring" not in file.read_text(encoding="utf-8")
    assert {path.name for path in study.iterdir()} == {"guide.yaml", "interviews", "study.jsonl", "rapport.html"}


@pytest.mark.parametrize("there", [b"mitt eget\n", b"<!DOCTYPE html>\n<html></html>", b"\xff\xfe", b"\n\n\n"])
@pytest.mark.parametrize("kind", ["--html", "--markdown"])
def test_nothing_else_is_ever_written_over(capsys: Captured, study: Path, there: bytes, kind: str) -> None:
    file = study / "mitt"
    file.write_bytes(there)
    assert run(study, kind, file) == 2
    assert (
        capsys.readouterr().err
        == f"intervjuguide: {NB('{file} is there and is no report of that kind from here; it was left alone. Choose another name.', file=file)}\n"  # noqa: E501
    )
    assert file.read_bytes() == there


@pytest.mark.parametrize("name", ["guide.yaml", "interviews/I1.jsonl"])
def test_the_study_itself_is_never_written_over(capsys: Captured, study: Path, name: str) -> None:
    before = (study / name).read_bytes()
    assert run(study, "--html", study / name) == 2
    assert (study / name).read_bytes() == before


def test_a_report_of_the_other_kind_is_left_alone(capsys: Captured, study: Path) -> None:
    file = study / "rapport"
    assert run(study, "--markdown", file) == 0
    assert run(study, "--html", file) == 2


def test_an_empty_file_is_nothing_and_a_link_is_followed(study: Path) -> None:
    file, link = study / "rapport.html", study / "lenke.html"
    file.touch()
    link.symlink_to(file)
    assert run(study, "--html", link) == 0
    assert link.is_symlink()
    assert file.stat().st_size > 1000


def test_where_it_cannot_be_written(capsys: Captured, study: Path) -> None:
    assert run(study, "--html", study) == 2
    assert (
        capsys.readouterr().err
        == f"intervjuguide: {NB('{file} is no ordinary file; choose another name, or - for standard output.', file=study)}\n"  # noqa: E501
    )
    os.mkfifo(study / "rør")
    assert run(study, "--html", study / "rør") == 2
    capsys.readouterr()
    assert run(study, "--html", study / "borte" / "r.html") == 1
    assert "borte" in capsys.readouterr().err


def test_a_full_disk_leaves_the_earlier_report(capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    file = study / "rapport.html"
    run(study, "--html", file)
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(system(), "sync", full)
    assert run(study, "--html", file, "--without-notes") == 1
    assert "disken er full" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert {path.name for path in study.iterdir()} == {"guide.yaml", "interviews", "study.jsonl", "rapport.html"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--html", "-", "--json"], "velg bare én av --json, --html, --markdown og --word"),
        (["--html", "-", "--markdown", "-"], "velg bare én av --json, --html, --markdown og --word"),
        (["--without-notes"], "--without-notes hører sammen med --html, --markdown eller --word"),
        (["--json", "--without-notes"], "--without-notes hører sammen med --html, --markdown eller --word"),
    ],
)
def test_what_does_not_go_together(capsys: Captured, study: Path, arguments: list[str], told: str) -> None:
    assert run(study, *arguments) == 2
    assert capsys.readouterr() == ("", f"intervjuguide: {told}\n")


def test_nobody_by_that_code(capsys: Captured, study: Path) -> None:
    assert run(study, "--html", "-", "--participant", "I9") == 2
    assert capsys.readouterr() == ("", "intervjuguide: det er ikke noe intervju med koden I9\n")


def test_the_page_speaks_the_interfaces_language(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    shown = page(capsys, study)
    assert shown.get("lang") == "en"
    assert next(shown.iter("h1")).get("lang") == "nb"
    assert words_of(next(shown.iter("p"))) == Translator("en")(
        "Coverage shows what was talked about, not what was found."
    )


def test_the_same_study_gives_the_same_page(capsys: Captured, study: Path) -> None:
    first = made(capsys, "review", "--study", study, "--html", "-")
    assert made(capsys, "review", "--study", study, "--html", "-") == first
    assert json.dumps(first)


def test_the_report_says_what_it_holds_and_what_is_wanted_stands_out(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path, "I1", "I2")
    shown = page(capsys, tmp_path)
    paragraphs = [words_of(one) for one in shown.iter("p")]
    assert any("informantenes ord" in one and "--without-notes" in one for one in paragraphs)
    rows = {
        words_of(row[-3]).split()[0]: row for row in found(shown, "section", id="coverage").iter("tr") if len(row) >= 3
    }
    looks = {id: [cell.get("class") for cell in row[-2:]] for id, row in rows.items()}
    assert looks["A1"] == ["untouched wanted"] * 2
    assert looks["B1"] == ["covered settled"] * 2
    assert looks["C3"] == ["untouched settled"] * 2, "an optional question wants nothing"
    assert list(table(shown, "matrix-1")["Ba"].values()) == ["1/7", "1/7"]
    whole = {words_of(one) for one in shown.iter("span") if one.get("class") == "whole"}
    assert all(question.ask in whole or question.optional for question in GUIDE.questions)
    text = made(capsys, "review", "--study", tmp_path, "--html", "-", "--without-notes")
    assert "informantenes ord: notater" not in text


def test_what_nobody_measured_is_one_line_and_no_error_needs_no_heading(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path, "I1", "I2", "P1")
    shown = page(capsys, tmp_path)
    text = words_of(shown)
    assert text.count("ikke målt") == 3, "one line for each interview"
    assert "Feil i filene" not in text
    (tmp_path / "interviews" / "I3.jsonl").write_text("{", encoding="utf-8")
    assert "Feil i filene" in words_of(page(capsys, tmp_path, code=1))
