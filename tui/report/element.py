"""HTML and SVG elements as values.

Every text in them is escaped when they are written.

Line breaks and tabs stay what they are. Other characters that a page cannot hold, or that would turn the direction of
the text around them, are made visible as on the terminal.
"""

from collections.abc import Iterator

from guide.frozen import Value
from tui.escape import escape_controls, visible_lines

VOID = frozenset({"br", "col", "meta"})
"""Elements that have no content."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Element(Value):
    """One element with its attributes and what is in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Node", ...] = ()


Node = Element | str
Attribute = str | float | None


def el(tag: str, *children: Node | None, **attributes: Attribute) -> Element:
    """An element; ``class_`` stands for class and ``aria_label`` for aria-label, and what is None is left out."""
    given = ((name, value) for name, value in attributes.items() if value is not None)
    named = tuple((name.rstrip("_").replace("_", "-"), _format_number(value)) for name, value in given)
    return Element(tag, named, tuple(child for child in children if child is not None))


def text_of(text: str) -> str:
    """A text as a page shows it, before it is escaped."""
    return "\t".join("\n".join(visible_lines(part)) for part in text.split("\t"))


def render(element: Element) -> str:
    """The element as HTML that is well-formed XML too."""
    return "".join(_pieces(element))


def _pieces(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield text_of(node).translate(_IN_TEXT)
        return
    attributes = "".join(f' {name}="{escape_controls(value).translate(_ESCAPES)}"' for name, value in node.attributes)
    if node.tag in VOID:
        yield f"<{node.tag}{attributes}/>"
        return
    yield f"<{node.tag}{attributes}>"
    for child in node.children:
        yield from _pieces(child)
    yield f"</{node.tag}>"


def _format_number(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.3f}".rstrip("0").rstrip(".")
