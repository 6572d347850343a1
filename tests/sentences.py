"""Every sentence that the code says, read from the code."""

import ast
from functools import cache
from pathlib import Path

from tests.sources import ROOT, SOURCES, nodes
from tui.catalogue import read_catalogue

Message = str | tuple[str, str]
"""A sentence, or two: for one, and for several."""

_NAMES = ("_", "N_", "NN_", "NP_", "ngettext", "pgettext")


@cache
def sentences() -> tuple[tuple[str | None, Message], ...]:
    """Every sentence with its context, as the catalogues have it."""
    found = {
        said
        for path in SOURCES
        if path.is_relative_to(ROOT / "tui") and path.name not in ("translator.py", "catalogue.py")
        for node in nodes(path)
        if (said := said_by(node, path)) is not None
    }
    return tuple(sorted(found, key=str))


def said_by(node: ast.AST, path: Path) -> tuple[str | None, Message] | None:
    """The sentence that a call says, with its context.

    Babel's own reader looks at tokens: it finds nothing within an f-string before Python 3.12, and takes what is chosen
    (``"a" if x else "b"``) for one text.

    Raises:
        ValueError: what is said is no sentence that stands there as it is.
    """
    if not isinstance(node, ast.Call) or not node.args:
        return None
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    texts = [text.value for text in node.args if isinstance(text, ast.Constant) and isinstance(text.value, str)]
    match name, texts:
        case "_" | "N_", [text]:
            return None, text
        case "ngettext" | "NN_", [one, many]:
            return None, (one, many)
        case "pgettext" | "NP_", [context, text]:
            return context, text
        case "_", _ if not isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
            return None  # a sentence of a table, or one of two: it stands there
        case _ if name not in _NAMES or not isinstance(node.func, ast.Name | ast.Attribute):
            return None
        case _:
            raise ValueError(f"{path.relative_to(ROOT)}:{node.lineno}: a sentence is said whole, as it stands")


def every_text(language: str) -> list[str]:
    """Everything that can be said in a language."""
    known = None if language == "en" else read_catalogue(language)
    said: list[str] = []
    for context, message in sentences():
        if isinstance(message, tuple):
            one, many = message
            said += [one, many] if known is None else [known.ngettext(one, many, count) for count in (1, 2)]
        elif known is None:
            said.append(message)
        else:
            said.append(known.gettext(message) if context is None else known.pgettext(context, message))
    return said
