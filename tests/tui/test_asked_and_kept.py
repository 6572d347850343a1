"""Asking at the terminal about files, and what a screen that covers it keeps to be told."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from guide.problems import Problem
from interviews.data_management.outputs import Outward
from tui import console as asking
from tui.console import UsageError, print_error
from tui.exports import output_files
from tui.exports.output_files import OutputKind, save_output
from tui.review import app as review_app
from tui.translator import Translator

WORDS = Translator("en")
UNREAD = Problem("interviews/I1.jsonl", 1, 1, "log_unreadable", {"reason": "no"})


def _kind(*, ours: bool) -> OutputKind:
    return OutputKind(lambda _: ours, through_links=False, saved="wrote", in_the_way="not_ours", no_file="not_ours")


def test_nobody_is_asked_about_a_file_that_is_never_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "thesis.html"
    own.write_text("mine", encoding="utf-8")
    asked: list[str] = []

    def agrees(question: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(output_files, "agrees", agrees)
    monkeypatch.setattr(Translator, "__call__", lambda *_, **__: "")
    with pytest.raises(UsageError):
        save_output(own, "new", _kind(ours=False), Outward(tmp_path, "html"), WORDS, [UNREAD])
    assert (asked, own.read_text(encoding="utf-8")) == ([], "mine")
    save_output(own, "new", _kind(ours=True), Outward(tmp_path, "html"), WORDS, [UNREAD])
    assert (len(asked), own.read_text(encoding="utf-8")) == (1, "new")


@pytest.mark.parametrize("typed", [b"\xff\n", b"j\xe5\n", b"\xc3\n"])
def test_a_byte_that_is_no_letter_is_no_yes_and_no_fault(typed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
    assert asking.ask("? ") == ""


def test_what_was_said_before_a_fault_is_still_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def tell(session: str, _: Translator) -> None:
        if session == "second":
            raise BrokenPipeError
        print_error(f"{session} is kept elsewhere")

    desk = SimpleNamespace(left=["first", "second"])
    monkeypatch.setattr(review_app, "StudyReviewApp", lambda *_: SimpleNamespace(desk=desk, run=lambda: None))
    monkeypatch.setattr(review_app, "tell_what_is_kept", tell)
    with pytest.raises(BrokenPipeError):
        review_app.show_review(None, None, WORDS, "dark")  # type: ignore[arg-type]
    assert "first is kept elsewhere" in capsys.readouterr().err
