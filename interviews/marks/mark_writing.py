"""Writing marks: words on one line, times, what changed.

A format is one ``MarkFormat`` in ``formats.py``. Words that are said come from the caller (``Labels``). Where a
format cannot hold what is there, its writer says so to the ``Pen``, by a code and the mark it is about, and the caller
puts it into words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from guide.frozen import Value
from interviews.marks.recording_marks import Mark, MarkKind, RecordingMarks

MOMENT = 2.0
"""How many seconds a moment lasts where a format, or who shows it, knows no moments."""

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BREAK_OF_OLD = re.compile("\r\n|[\r\x0b\x0c]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit_text(text: str) -> str:
    """The words as files for others carry them: line breaks are line feeds, what no XML can hold is its number, ‹07›.

    A vertical tab, which Word has for a line break, and a form feed are line breaks too.
    """
    return _UNFIT.sub(lambda found: f"‹{ord(found[0]):02X}›", _BREAK_OF_OLD.sub("\n", text))


def is_unfit(text: str) -> bool:
    """Whether a character of the words stands as its number in a file for others."""
    return _UNFIT.search(text) is not None


def on_one_line(text: str, sign: str) -> str:
    """The words with a sign for each line break."""
    return _BREAK.sub(sign, text)


class Labels(Value):
    """The words that are said in a file: each kind's name, the first chapter, and where transcribing goes on.

    ``line_break`` is the sign for a line break in words that must stand on one line. ``voice`` is who speaks where a
    mark has no words but what it is. ``goes_on`` is said of what began in the recording before.
    """

    kinds: Mapping[MarkKind, str]
    begin: str
    resume: str
    line_break: str
    voice: str
    goes_on: str


class Written(Value):
    """A file in one format, and what had to change: by a code, the events whose words or times it was.

    ``added`` counts what stands there besides the marks: ``begin`` and ``resume``.
    """

    data: bytes
    changed: Mapping[str, tuple[int, ...]]
    added: Mapping[str, int]


class Pen:
    """Puts marks into words for one file, and remembers what had to change."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self._changed: dict[str, dict[int, None]] = {}
        self._added: Counter[str] = Counter()

    def add(self, code: str) -> None:
        """Count something that stands in the file and is no mark."""
        self._added[code] += 1

    def note(self, code: str, mark: Mark) -> None:
        """Remember that something of this mark is otherwise in the file."""
        self._changed.setdefault(code, {})[mark.seq] = None

    def fit(self, text: str, mark: Mark) -> str:
        """The words as a file carries them (``fit_text``)."""
        if is_unfit(text):
            self.note("controls", mark)
        return fit_text(text)

    def line(self, text: str, mark: Mark, *, tabs: bool = True) -> str:
        """The words on one line; without ``tabs`` each of those is a blank."""
        line = on_one_line(self.fit(text, mark), self.labels.line_break)
        if _BREAK.search(text):
            self.note("line_breaks", mark)
        if not tabs and "\t" in line:
            self.note("tabs", mark)
            line = line.replace("\t", " ")
        return line

    def head(self, mark: Mark, *, kind: bool = True) -> str:
        """What stands before the words: how far off it really was, what it is, and what it is about."""
        if mark.away:
            self.note("away", mark)
        if mark.goes_on:
            self.note("goes_on", mark)
        parts = [f"[{'-' if mark.away < 0 else '+'}{clock(abs(mark.away))}]"] if mark.away else []
        parts += [f"[{self.labels.goes_on}]"] if mark.goes_on else []
        if kind or not (mark.about or mark.tags or mark.text):
            number = "" if mark.follow_up is None else f" {mark.follow_up}"
            parts.append(f"{self.labels.kinds[mark.kind]}{number}")
        elif mark.follow_up is not None:
            parts.append(f"{self.labels.kinds['follow_up']} {mark.follow_up}")
        return " ".join((*parts, *mark.about, *(f"#{tag}" for tag in mark.tags)))

    def label(self, mark: Mark, *, kind: bool = True, tabs: bool = True) -> str:
        """The whole mark on one line, never empty; without ``kind`` where a tier says what it is."""
        head, words = self.head(mark, kind=kind), self.line(mark.text, mark, tabs=tabs)
        return f"{head}: {words}" if head and words else head or words

    def finish(self, text: str, encoding: str = "utf-8") -> Written:
        """The finished file."""
        changed = {code: tuple(sorted(seqs)) for code, seqs in self._changed.items()}
        return Written(text.encode(encoding), changed, dict(self._added))


class MarkFormat(Value):
    """A format: its name in the command, its file's ending, how it is written.

    ``lacks`` are codes of what it never holds, whatever the marks are.
    """

    name: str
    suffix: str
    write: Callable[[RecordingMarks, Labels], Written]
    lacks: tuple[str, ...] = ()


def milliseconds(seconds: float) -> int:
    """Seconds as whole milliseconds, never below 0."""
    return max(round(seconds * 1000), 0)


def clock(seconds: float, mark: str = ".", *, places: int = 3) -> str:
    """A time as hours, minutes and seconds: rounded first, then split, so that no second is a sixtieth.

    Without ``places`` it is the second that the moment lies in, as on every screen.
    """
    units = max(round(seconds * 10**places) if places else int(seconds), 0)
    whole, part = divmod(units, 10**places)
    text = f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    return f"{text}{mark}{part:0{places}}" if places else text


def end_of_mark(mark: Mark) -> float:
    """Where a mark ends; a moment lasts so long that it can be seen."""
    return mark.start + MOMENT if mark.end is None else mark.end


_RTF_HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\uc1\\f0\\fs22\n"


def rtf_document(paragraphs: Iterable[str]) -> bytes:
    """A document of paragraphs that are escaped already."""
    return (_RTF_HEAD + "".join(f"{paragraph}\\par\n" for paragraph in paragraphs) + "}\n").encode("ascii")


def escape_rtf(text: str) -> str:
    """Words as RTF has them: in ASCII, line breaks and tabs as its own words."""
    signs = []
    for sign in text:
        if sign in "\\{}":
            signs.append(f"\\{sign}")
        elif sign == "\n":
            signs.append("\\line ")
        elif sign == "\t":
            signs.append("\\tab ")
        elif sign.isascii():
            signs.append(sign)
        else:
            units = sign.encode("utf-16-le")
            numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
            signs += [f"\\u{number}?" for number in numbers]
    return "".join(signs)
