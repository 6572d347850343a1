"""A participant's copy: all that the study has about one person, readable, and nothing of anybody else."""

import html
import re
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.study.facts import CodesGiven, add
from tests.modes import is_private
from tests.tui.studies import hold, study_with
from tests.tui.test_correct import Desk
from tui.main import main

ACTS = (
    do.Tick("opening", "consent"),
    do.ToggleRecording(confirmed=True),
    do.AskNext(confirmed=True),
    do.TakeNote("sa det samme som I2, og i2-2 [by] <b> #b3 #kjent"),
    do.MarkCovered((), 2),
    do.Decline(("C1",), "for vondt"),
    do.TakeNote("jeg styrte", "reflexive"),
    do.ToggleRecording(),
    do.TakeNote("sagt da opptakeren var av"),
)
NOTE, REASON = 4, 6


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A study of two participants, the first with two interviews."""
    study_with(tmp_path)
    hold(tmp_path, "I1", ACTS)
    hold(tmp_path, "I1-2", (do.AskNext(confirmed=True), do.TakeNote("andre gang")))
    hold(tmp_path, "I2", (do.AskNext(confirmed=True), do.TakeNote("bare for meg")))
    return Desk(tmp_path, monkeypatch, capsys)


def text_of(page: str) -> str:
    """What a reader of the page sees."""
    return html.unescape(re.sub(r"<[^>]*>", " ", page.partition("<body>")[2]))


def given(desk: Desk, *arguments: str) -> tuple[str, str]:
    """The copy as it is read, and what was said on standard error."""
    code, _, err = desk.run("give", "I1", *arguments)
    assert code == 0, err
    return text_of((desk.folder / "I1-kopi.html").read_text(encoding="utf-8")), err


def test_everything_about_the_person_is_in_one_private_file(desk: Desk) -> None:
    desk.run("export", "method", "--participant", "I1", "--fact", "setting=på et kontor")
    told, err = given(desk)
    for words in (
        "[by] <b> #b3", "#kjent", "for vondt", "andre gang", "på et kontor", "02.03.2026", "Samtykkeskjemaet",
        "dekket, beskrevet", "Hvor bevisst er du på", f"nr. {NOTE}", f"(nr. {REASON})",
    ):  # fmt: skip
        assert words in told, words
    file = desk.folder / "I1-kopi.html"
    assert is_private(file)
    assert "http" not in file.read_text(encoding="utf-8").replace("http-equiv", "")
    assert "refleksjonsnotater" in err.casefold()


def test_nobody_elses_code_or_words_are_in_it_and_a_question_keeps_its_id(desk: Desk) -> None:
    told, _ = given(desk)
    assert "sa det samme som [en annen deltaker], og [en annen deltaker] [by]" in told
    assert re.search(r"(?i)\bI2", told) is None
    assert "bare for meg" not in told
    assert "A1" in told


def test_reflexive_notes_and_those_held_back_are_in_it_only_where_that_is_said(desk: Desk) -> None:
    desk.run("reflect", "I1 lignet meg selv")
    desk.run("reflect", "I2 og I10 lignet ikke")
    own, held = ("jeg styrte", "I1 lignet meg selv"), "sagt da opptakeren var av"
    told, err = given(desk)
    assert not any(words in told for words in (*own, held))
    assert "retten til innsyn" in err
    assert ("--with-reflexive" in err, "--with-held-back" in err) == (True, True)
    told, err = given(desk, "--with-reflexive", "--with-held-back")
    assert all(words in told for words in (*own, held))
    assert "lignet ikke" not in told
    assert err == ""


def test_words_that_were_corrected_or_left_out_are_in_no_copy(desk: Desk) -> None:
    desk.correct(NOTE, "noe annet")
    assert desk.run("correct", "I1", "--note", str(REASON), "--leave-out")[0] == 0
    told, _ = given(desk)
    assert ("noe annet" in told, "det samme" in told, "vondt" in told) == (True, False, False)


def test_the_copy_is_made_again_but_never_over_what_somebody_changed(desk: Desk) -> None:
    given(desk)
    given(desk)
    file = desk.folder / "I1-kopi.html"
    own = file.read_text(encoding="utf-8").replace("kjent", "borte")
    file.write_text(own, encoding="utf-8")
    assert desk.run("give", "I1")[0] == 2
    assert file.read_text(encoding="utf-8") == own
    markdown = desk.folder / "I1.md"
    assert desk.run("give", "I1", "-o", str(markdown))[0] == 0
    assert "[en annen deltaker]" in markdown.read_text(encoding="utf-8").replace("\\", "")


def test_a_code_in_any_form_is_replaced_and_that_of_somebody_who_left(desk: Desk) -> None:
    add(desk.folder, [CodesGiven(letters="I", to=4)])
    said = "i2s barn og I2's hund kjenner I4, i3s mor og #I3 (_I3_), ikke I5; I1s egen"
    hold(desk.folder, "I1-3", (do.AskNext(confirmed=True), do.TakeNote(said)))
    told, _ = given(desk)
    other = "[en annen deltaker]"
    expected = f"{other}s barn og {other}'s hund kjenner {other}, {other}s mor og #{other} (_{other}_), ikke I5"
    assert f"{expected}; I1s egen" in told
    desk.run("reflect", "i1s stemme")
    assert "i1s stemme" in given(desk, "--with-reflexive", "--anyway")[0]


@pytest.mark.parametrize("arguments", [("give", "I9"), ("give", "Kari"), ("give", "I1", "-o", "x.pdf"), ("innsyn",)])
def test_what_cannot_be_given_is_said_in_one_line(desk: Desk, arguments: tuple[str, ...]) -> None:
    before = set(desk.folder.rglob("*"))
    code, out, err = desk.run(*arguments)
    assert (code, out, len(err.splitlines()), set(desk.folder.rglob("*"))) == (2, "", 1, before)


def test_the_copy_speaks_the_guides_language(desk: Desk) -> None:
    guide = desk.folder / "guide.yaml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("language: nb", "language: en"), encoding="utf-8")
    assert main(["give", "I1", "--study", str(desk.folder)]) == 0
    assert "Copy for I1" in (desk.folder / "I1-copy.html").read_text(encoding="utf-8")


def test_the_copy_says_all_only_where_nothing_was_left_out(desk: Desk) -> None:
    told, _ = given(desk)
    assert "Dette er alt" not in told
    assert "uten det som nevnes nedenfor" in told
    assert "underskrevet (krysset av)" in told
    told, _ = given(desk, "--with-reflexive", "--with-held-back")
    assert "Dette er alt" in told


def test_a_note_between_interviews_that_was_left_out_is_counted_too(desk: Desk) -> None:
    desk.run("reflect", given="hos I1 nikket jeg for mye")
    assert "om seg selv som forsker, står ikke her: 2." in given(desk)[0]
