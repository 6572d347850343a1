"""What libyaml's complaints mean to someone who has never heard of YAML: which mistake, and where to look."""

import re

import yaml

from guide.problems import Fault

Finding = tuple[Fault, int, dict[str, str]]

_TAB_INDENT = re.compile(r"[ ]*\t")
_EXPECTED = ("did not find expected key", "did not find expected '-' indicator")


def explain(error: yaml.YAMLError, text: str) -> Finding:
    """The fault behind a YAML error, the index of the character to look at, and its facts."""
    problem = str(getattr(error, "problem", None) or "").lower()
    context = str(getattr(error, "context", None) or "")
    index = _index(error, "problem_mark", len(text))
    opened = _index(error, "context_mark", index)
    tab = _tab(text, index)
    if tab is not None:
        return Fault.TAB, tab, {}
    if "quoted scalar" in context:
        return _quoted(problem, index, opened)
    if "mapping values are not allowed" in problem:
        return Fault.COLON, index, {}
    if "flow" in context and "did not find expected" in problem:
        return _bracket(text, index, opened)
    if "cannot start any token" in problem:
        return Fault.BAD_START, index, {"character": text[index : index + 1]}
    if any(wanted in problem for wanted in _EXPECTED):
        return _expected(text, index)
    if "could not find expected ':'" in problem:
        return Fault.INDENTATION, opened, {}
    return Fault.BROKEN, index, {"detail": problem or type(error).__name__}


def _index(error: yaml.YAMLError, name: str, otherwise: int) -> int:
    mark = getattr(error, name, None)
    return otherwise if mark is None else int(mark.index)


def _tab(text: str, index: int) -> int | None:
    """The tab that a line is indented with, where the parser gave up at or just behind it."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    found = _TAB_INDENT.match(text, start)
    if found is not None and index <= start + len(text[start:]) - len(text[start:].lstrip(" \t")):
        return found.end() - 1
    return index if text[index : index + 1] == "\t" else None


def _quoted(problem: str, index: int, opened: int) -> Finding:
    if "escape" in problem:
        return Fault.BACKSLASH, index, {}
    return Fault.OPEN_QUOTE, opened, {}


def _bracket(text: str, index: int, opened: int) -> Finding:
    quote = _quote_before(text, index)
    if quote:
        return Fault.AFTER_QUOTE, index, {"quote": quote}
    return Fault.OPEN_BRACKET, opened, {"bracket": text[opened : opened + 1]}


def _expected(text: str, index: int) -> Finding:
    quote = _quote_before(text, index)
    if quote:
        return Fault.AFTER_QUOTE, index, {"quote": quote}
    return Fault.INDENTATION, index, {}


def _quote_before(text: str, index: int) -> str:
    before = text[max(0, index - 80) : index].rstrip(" ")
    return before[-1:] if before[-1:] in ("'", '"') else ""
