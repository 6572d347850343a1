"""Values printed as JSON; people's words read back exactly.

Whatever is asked for as JSON is printed through here; what is only read by people does not load it.
"""

import json
import sys
from typing import TYPE_CHECKING

from interviews.core.codec import escape_unsafe
from tui.translator import Translator

if TYPE_CHECKING:
    from guide.problems import Problem


def as_printed(value: object, margin: str = "") -> str:
    """A value as JSON in which people's words read back exactly, whatever the terminal can encode.

    Two levels are opened, and each entry below them stands on a line of its own; ``margin`` begins every line.
    """
    text = _open(value, 2, margin, _AS_WRITTEN)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = _open(value, 2, margin, _IN_ASCII)
    return margin + text


_AS_WRITTEN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)
_IN_ASCII = json.JSONEncoder(allow_nan=False, check_circular=False)


def _open(value: object, levels: int, margin: str, encoder: json.JSONEncoder) -> str:
    if not levels or not value or not isinstance(value, dict | list):
        return escape_unsafe(encoder.encode(value))
    inner = margin + " "
    held = list(value.values()) if isinstance(value, dict) else value
    parts = [_open(one, levels - 1, inner, encoder) for one in held] if levels > 1 else _encode_each(held, encoder)
    if isinstance(value, dict):
        parts = [f"{escape_unsafe(encoder.encode(key))}: {part}" for key, part in zip(value, parts, strict=True)]
    first, last = "{}" if isinstance(value, dict) else "[]"
    return f"{first}\n{inner}" + f",\n{inner}".join(parts) + f"\n{margin}{last}"


def _encode_each(values: list[object], encoder: json.JSONEncoder) -> list[str]:
    """Each value as JSON; all of them at once, since to begin costs as much as a note."""
    marked: list[object] = [_MARK] * (2 * len(values) - 1)
    marked[::2] = values
    parts = escape_unsafe(encoder.encode(marked))[1:-1].split(f', "{_MARK}", ')
    return parts if len(parts) == len(values) else [escape_unsafe(encoder.encode(one)) for one in values]


_MARK = "<next>"
"""Stands between values; where one holds it in a list of its own, they are encoded one by one."""


def say_json(value: object) -> None:
    """Print a value as JSON."""
    print(as_printed(value))


def problem_json(problem: "Problem", _: Translator) -> dict[str, object]:
    """A problem in the shape that the contract promises."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": _.problem(problem),
    }
