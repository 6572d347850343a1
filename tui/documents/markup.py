"""Escaping for HTML and SVG.

Line breaks and tabs stay what they are. Other characters that a page cannot hold, or that would turn the direction of
the text around them, are made visible as on the terminal.
"""

from tui.escape import escape_controls, visible_lines


def text_of(text: str) -> str:
    """A text as a page shows it, before it is escaped."""
    return "\t".join("\n".join(visible_lines(part)) for part in text.split("\t"))


def in_text(text: str) -> str:
    """The text as it stands between tags."""
    if not text.isprintable():  # what is printable has nothing to be made visible; a glance that saves a search
        text = text_of(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """The text as it stands within double quotes."""
    if not text.isprintable():
        text = escape_controls(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")
