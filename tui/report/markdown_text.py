"""People's words in Markdown: every sign that could mean something is escaped, line breaks and blanks are kept."""

import re

from tui.verbatim import visible_lines

_SIGNS = re.compile(r"[\\`*_\[\]<>&#|~$^@]")
"""Signs that may begin emphasis, code, links, HTML, entities, tags, tables, strike-through, formulas or mentions."""

_AT_START = re.compile(r"(?:[-+=:]|\d{1,9}(?=[.)](?:\s|$)))")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
_EMOJI = re.compile(r":(?=[a-z_+][\w+\-]*:)", re.IGNORECASE)
_BLANKS = re.compile(r"(?<= ) ")
_HARD = "\N{NO-BREAK SPACE}"


def inline(text: str, line_break: str = " ") -> str:
    """A text on one line of Markdown."""
    return line_break.join(_lines(text)) if text else ""


def broken(text: str, indent: str = "") -> str:
    """A text whose lines stay lines, within a paragraph or a list's item."""
    return f"\\\n{indent}".join(_lines(text))


def quoted(text: str) -> list[str]:
    """A text's lines as they stand in a quotation, all but the last with a break that stays."""
    lines = _lines(text)
    return [*(f"{line}\\" for line in lines[:-1]), lines[-1]]


def _lines(text: str) -> list[str]:
    return [_line(line) for line in visible_lines(text)]


def _line(line: str) -> str:
    """One line, escaped; blanks that Markdown would swallow become hard ones."""
    inner = line.strip(" ")
    if not inner:
        return "&nbsp;" * max(len(line), 1)
    before = "&nbsp;" * (len(line) - len(line.lstrip(" ")))
    after = "&nbsp;" * (len(line) - len(line.rstrip(" ")))
    return before + _BLANKS.sub(_HARD, _escaped(inner)) + after


def _escaped(line: str) -> str:
    line = _SIGNS.sub(lambda found: f"\\{found[0]}", line)
    line = _LINKS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", line)
    line = _EMOJI.sub(r"\\:", line)
    start = _AT_START.match(line)
    if start is None:
        return line
    at = start.end() if start[0][0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
