"""People's words go through exactly as written: from key and paste to screen, log and ``review --json``."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.interviewer import Interviewer, thesis_study
from tests.warm import run_program

TYPED = (
    "[by] og *ler* og \\n og `kode` og {felt} og %s",
    "hun sa «nei» – ikke «ja»",
    "[red]ikke rødt[/red] [link=x]ikke lenke[/link]",
    "familie 👨‍👩‍👧‍👦 og flagg 🇳🇴 og tommel 👍🏽",
    "שלום וברכה",
    "æøå ÆØÅ é ü ß",
)
PASTED = (
    "første linje\nandre linje\ntredje",
    "med\x1b[31m rød\x1b[0m skrift og \x07 bjelle",
    "skille\u2028her og\u2029her",
    "/end\n",
    "+b1",
    "tab\there\x00null\x7f",
    "\x1b[201x nesten slutt",
    "ord " * 2500,
)


@pytest.fixture
def interviewer(tmp_path: Path) -> Iterator[Interviewer]:
    """An interviewer with a question in hand."""
    with Interviewer(thesis_study(tmp_path / "study")) as person:
        person.ready()
        person.keys("enter", expect=2)
        yield person


def reviewed_notes(study: Path) -> list[str]:
    """The notes' words as ``review --json`` gives them."""
    done = run_program("review", "--json", "--study", study, code=0)
    found: dict[str, Any] = json.loads(done.stdout)
    return [note["text"] for note in found["interviews"][0]["notes"]]


def test_typed_words_are_in_log_and_review_as_typed(interviewer: Interviewer) -> None:
    for text in TYPED:
        (record,) = interviewer.line(text)
        assert record["text"] == text
    assert reviewed_notes(interviewer.study) == list(TYPED)


@pytest.mark.parametrize("text", TYPED[:4])
def test_typed_words_stand_on_the_screen_as_typed(interviewer: Interviewer, text: str) -> None:
    interviewer.line(text)
    interviewer.terminal.wait_for(lambda screen: all(word in screen for word in text.split(" ")))


def test_pasted_words_are_in_log_and_review_as_pasted(interviewer: Interviewer) -> None:
    for text in PASTED:
        interviewer.terminal.paste(text)
        (record,) = interviewer.keys("enter")
        assert record["text"] == text
        assert (record["type"], record["kind"]) == ("noted", "note")
    assert reviewed_notes(interviewer.study) == list(PASTED)


def test_a_paste_executes_nothing(interviewer: Interviewer) -> None:
    interviewer.terminal.paste("en\r\nto\x1b\rtre\n")
    interviewer.terminal.wait_for("en¬to")
    interviewer.terminal.press("esc")
    interviewer.terminal.wait_gone("en¬to")
    assert interviewer.log.read_bytes().count(b"\n") == 2


def test_control_characters_never_reach_the_terminal(interviewer: Interviewer) -> None:
    interviewer.terminal.paste("før\x1b[5mblink\x1b]0;tittel\x07\x9b31metter")
    (record,) = interviewer.keys("enter")
    interviewer.terminal.wait_for("‹1B›[5mblink‹1B›]0;tittel")
    interviewer.terminal.wait_still()
    raw = interviewer.terminal.raw
    assert b"\x1b[5m" not in raw
    assert b"tittel\x07" not in raw
    assert "\x9b".encode() not in raw
    assert record["text"] == "før\x1b[5mblink\x1b]0;tittel\x07\x9b31metter"


def test_the_review_for_reading_keeps_control_characters_from_the_terminal(interviewer: Interviewer) -> None:
    interviewer.terminal.paste("før\x1b[5mblink\x9b31m")
    interviewer.keys("enter")
    done = run_program("review", "--participant", "I1", "--study", interviewer.study, code=0)
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stdout) is None
    assert "før‹1B›[5mblink" in done.stdout


def test_invalid_utf8_on_standard_input_ends_nothing(interviewer: Interviewer) -> None:
    interviewer.terminal.send(b"f\xf8r \xff\xfe og etter")
    (record,) = interviewer.keys("enter")
    assert record["text"].endswith(" og etter")
    (record,) = interviewer.line("det går videre")
    assert record["text"] == "det går videre"
