"""Asking at the terminal, reading standard input.

Either may be closed (``<&-``).
"""

import sys


def at_terminal() -> bool:
    """Whether somebody sits there who can be asked, and sees the question."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def ask(question: str) -> str | None:
    """What the person answers; None where nobody does: no terminal, or the end of input (Ctrl+D)."""
    if not at_terminal():
        return None
    sys.stdout.write(question)
    sys.stdout.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return ""  # an answer, and to no question a yes
    return line.strip() if line else None


_YES = frozenset({"j", "ja", "y", "yes"})
_NO = frozenset({"n", "nei", "no"})


def yes_or_no(answer: str) -> bool | None:
    """Whether an answer is a yes or a no; None where it is neither."""
    said = answer.casefold()
    return said in _YES if said in _YES | _NO else None


def agrees(question: str) -> bool:
    """Whether the person says yes; nobody there, or anything else, is a no."""
    answer = ask(question)
    return answer is not None and answer.casefold() in _YES


def answer_to(question: str, again: str) -> bool | None:
    """Yes or no, asked until it is one of them; Enter is a no. None where nobody answers, or somebody stops with q."""
    while True:
        said = ask(question)
        if said is None or said.casefold() == "q":
            return None
        agreed = yes_or_no(said) if said else False
        if agreed is not None:
            return agreed
        sys.stdout.write(f"{again}\n")


def given() -> bytes:
    """All of standard input; nothing where it is closed."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read()


def text_of(data: bytes) -> str:
    """The text that a file or standard input holds; an editor's byte order mark and Windows' line ends are no words.

    Raises:
        UnicodeDecodeError: it is no text in UTF-8.
    """
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def types() -> bool:
    """Whether standard input is a person who types, and so must be told how to end it."""
    return sys.stdin is not None and sys.stdin.isatty()
