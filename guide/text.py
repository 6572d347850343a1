"""A guide's bytes as text with places, and the signs in it that no editor shows."""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from guide.nodes import Place
from guide.problems import Fault, Problem, one_line
from guide.values import Value
from guide.yaml_faults import tab_indent

MAX_BYTES = 1_000_000
_MOST_ALIKE = 100

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_ALLOWED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_HARD = re.compile("[\xa0\u2000-\u200b\u202f\u3000]")
_HARD_INDENT = re.compile(rf"(?<![^\r\n])[ ]*(?:-[ ]+)*-?({_HARD.pattern}(?:[ ]|{_HARD.pattern})*)")
_UTF16 = re.compile(rb"\xff\xfe|\xfe\xff|.\0|\0", re.DOTALL)


class Source(Value):
    """A text and its line starts, because libyaml counts lines otherwise than editors do (U+2028, U+0085)."""

    file: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, file: str, text: str) -> "Source":
        """The text with the places of its line breaks, those of Unix, Windows and the old Macintosh."""
        return cls(file, text, (0, *(match.end() for match in _LINE_BREAK.finditer(text))))

    def place(self, index: int) -> Place:
        """Line and column of the character at ``index``; one beyond the text stands at its end."""
        index = min(index, len(self.text))
        line = bisect_right(self.starts, index)
        return Place(line, index - self.starts[line - 1] + 1)

    def problem(self, fault: Fault, index: int, **facts: str) -> Problem:
        """An error at the character with this index."""
        return Problem(self.file, *self.place(index), fault, {name: one_line(fact) for name, fact in facts.items()})


def decoded(data: str | bytes, file: str) -> str | Problem:
    """The text, or why these bytes are none."""
    size = len(data.encode("utf-8", "surrogatepass")) if isinstance(data, str) else len(data)
    if size > MAX_BYTES:
        return Problem(file, 1, 1, Fault.TOO_BIG, {"limit": f"{MAX_BYTES // 1_000_000} MB"})
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if _UTF16.match(data):
        return Problem(file, 1, 1, Fault.UTF16)
    plain = data.removeprefix(codecs.BOM_UTF8)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source.of(file, plain[: error.start].decode("utf-8"))
        return before.problem(Fault.NOT_UTF8, error.start)


def cleaned(source: Source) -> tuple[str, list[Problem]]:
    """The text without what YAML does not allow or takes for a letter, and a problem for each such sign."""
    text, problems = source.text, list[Problem]()
    if _NOT_ALLOWED.search(text):
        problems.extend(
            source.problem(Fault.BAD_CHARACTER, bad.start(), character=f"U+{ord(bad.group()):04X}")
            for bad in islice(_NOT_ALLOWED.finditer(text), _MOST_ALIKE)
        )
        text = _NOT_ALLOWED.sub("\ufffd", text)
    if not text.isascii() and _HARD.search(text):
        hard = islice(_HARD_INDENT.finditer(text), _MOST_ALIKE)
        problems.extend(source.problem(Fault.HARD_SPACE, found.start(1)) for found in hard)
        text = _HARD_INDENT.sub(lambda found: found[0][: found.start(1) - found.start()] + " " * len(found[1]), text)
    return text, problems


def more_tabs(source: Source, index: int) -> Iterator[Problem]:
    """The further lines below ``index`` that are indented with a tab."""
    below = source.starts[source.place(index).line :]
    tabs = (tab for start in below if (tab := tab_indent(source.text, start)) is not None)
    return (source.problem(Fault.TAB, tab) for tab in islice(tabs, _MOST_ALIKE))
