"""What every form of coded text needs: words that are said, files by name, what had to be named.

A form is one ``CodedFormat`` in a file of its own. Where somebody's words would break a rule of the program that they
are for, the words stay as they are, and the line is named.
"""

from collections.abc import Callable, Mapping, Sequence

from guide.frozen import Value
from interviews.coding.model import Codebook, CodedInterview, Entry
from interviews.marks.writing import clock, fit_text, is_unfit, on_one_line


class CodingLabels(Value):
    """The words that are said: what each kind of entry is called, and where an entry is about no question.

    ``line_break`` is the sign for a line break in words that must stand in one paragraph.
    """

    kinds: Mapping[str, str]
    no_question: str
    tag: str
    line_break: str


class CodedFiles(Value):
    """Files by name, and what must be said: by a code, the places it is about (``I1.txt:12``, ``I1:23``)."""

    files: Mapping[str, bytes]
    named: Mapping[str, tuple[str, ...]]


class Desk:
    """Collects files, and what there is to say of them."""

    def __init__(self, labels: CodingLabels) -> None:
        self.labels = labels
        self.files: dict[str, bytes] = {}
        self._named: dict[str, dict[str, None]] = {}

    def name(self, code: str, place: str) -> None:
        """Remember a place of which something must be said."""
        self._named.setdefault(code, {})[place] = None

    def fit(self, entry: Entry, ref: str) -> str:
        """An entry's words as a file carries them."""
        if is_unfit(entry.text):
            self.name("controls", ref)
        return fit_text(entry.text)

    def one_line(self, entry: Entry, ref: str) -> str:
        """An entry's words in one paragraph."""
        fitting = self.fit(entry, ref)
        line = on_one_line(fitting, self.labels.line_break)
        if line != fitting:
            self.name("line_breaks", ref)
        return line

    def kinds(self, entry: Entry) -> tuple[str, ...]:
        """What an entry is called: its kind, and follow-up too where it is one."""
        also = ("follow_up",) if entry.follow_up is not None and entry.kind != "follow_up" else ()
        return tuple(self.labels.kinds[kind] for kind in (entry.kind, *also))

    def done(self) -> CodedFiles:
        """Everything, finished."""
        return CodedFiles(self.files, {code: tuple(places) for code, places in self._named.items()})


class CodedFormat(Value):
    """A form of coded text: for which program, and how it is written."""

    name: str
    write: Callable[[Sequence[CodedInterview], Codebook, CodingLabels], CodedFiles]


def stamp(entry: Entry) -> str:
    """When an entry was, in brackets, with a blank behind; nothing where nobody knows."""
    return "" if entry.at is None else f"[{clock(entry.at, places=0)}] "
