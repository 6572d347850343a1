"""``intervjuguide touches`` as a user meets it: the question each line would be offered for, or none."""

import json
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from guide.samples import thesis_guide_text
from interviews.core import commands as do
from tests.tui.studies import hold, study_with
from tui.main import main

Captured = pytest.CaptureFixture[str]
Say = Callable[[bytes], None]
BARRIERS = "barrierene for dem er store"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Say:
    """Put bytes on standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "other.yaml"
    path.write_text(thesis_guide_text(), encoding="utf-8")
    return path


def touches(*arguments: object) -> int:
    return main(["touches", *map(str, arguments)])


def test_one_line_for_each(capsys: Captured, said: Say, guide: Path) -> None:
    said(f"{BARRIERS}\nnoe helt annet\n\nhindrer ressursene deres\n".encode())
    assert touches("--guide", guide) == 0
    assert capsys.readouterr().out == f"B6  {BARRIERS}\n-   noe helt annet\n-   \nB6  hindrer ressursene deres\n"


def test_as_json(capsys: Captured, said: Say, guide: Path) -> None:
    lines = [f"  {BARRIERS} ", "hindring", "noe\r", "to\u2028deler\x85\x0c", ""]
    said("".join(f"{line}\n" for line in lines).encode())
    assert touches("--json", "--guide", guide) == 0
    answers = json.loads(capsys.readouterr().out)
    assert [answer["line"] for answer in answers] == lines
    assert [answer["id"] for answer in answers] == ["B6", None, None, None, None]
    assert answers[0].keys() == {"line", "id", "score"}
    assert answers[0]["score"] > answers[1]["score"] > 0
    assert [answer["score"] for answer in answers[2:]] == [0, 0, 0]


@pytest.mark.parametrize(("data", "lines"), [(b"", []), (b"\n", [""]), (b"en", ["en"]), (b"en\n\n", ["en", ""])])
def test_a_last_empty_line_is_none(capsys: Captured, said: Say, guide: Path, data: bytes, lines: list[str]) -> None:
    said(data)
    assert touches("--guide", guide, "--json") == 0
    assert [answer["line"] for answer in json.loads(capsys.readouterr().out)] == lines


def test_nothing_in_is_nothing_out(capsys: Captured, said: Say, guide: Path) -> None:
    said(b"")
    assert touches("--guide", guide) == 0
    assert capsys.readouterr() == ("", "")


def test_what_could_move_the_terminal_is_shown(capsys: Captured, said: Say, guide: Path) -> None:
    said(b"\xff\x1b[2J \xe2\x80\xae\n")
    assert touches("--guide", guide) == 0
    assert capsys.readouterr().out == "-   \ufffd‹1B›[2J ‹202E›\n"


def test_notes_of_the_study_count(capsys: Captured, said: Say, tmp_path: Path) -> None:
    study_with(tmp_path, "I1")
    acts = [do.TakeNote(f"{words} på musikkverkstedet #b9") for words in ("lytting", "trommene", "plakater")]
    hold(tmp_path, "I2", (do.ToggleRecording(confirmed=True), do.AskQuestion("B9"), *acts))
    note = b"plakater og trommer til musikkverkstedene"
    said(note)
    assert touches("--study", tmp_path, "--json") == 0
    with_notes = json.loads(capsys.readouterr().out)[0]
    said(note)
    assert touches("--guide", tmp_path / "guide.yaml", "--json", "--study", tmp_path) == 0
    without = json.loads(capsys.readouterr().out)[0]
    assert with_notes["score"] > without["score"] == 0
    assert without["id"] is None


def test_a_broken_log_is_named_and_the_rest_counts(capsys: Captured, said: Say, tmp_path: Path) -> None:
    study_with(tmp_path, "I1")
    (tmp_path / "interviews" / "I2.jsonl").write_bytes(b"\x00" * 40 + b"\n")
    said(BARRIERS.encode())
    assert touches("--study", tmp_path) == 1
    out, err = capsys.readouterr()
    assert out == f"B6  {BARRIERS}\n"
    assert err.startswith("interviews/I2.jsonl:1:")


def test_without_a_guide_nothing_is_read(capsys: Captured, said: Say, tmp_path: Path) -> None:
    said(b"noe\n")
    assert touches("--study", tmp_path) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("guide.yaml:1:1: ")


def test_words_are_no_arguments(capsys: Captured, said: Say) -> None:
    said(b"")
    assert touches("barrierer") == 2
    assert capsys.readouterr().err.count("\n") == 1
