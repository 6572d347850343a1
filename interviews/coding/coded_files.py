"""Coded files: words that are said, an outline, stamps.

A form of coded text is one ``CodedFormat`` in ``formats.py``. Where somebody's words would break a rule of the program
that they are for, the words stay as they are, and the line is named. Programs that code by headings know one place for
a paragraph, so in the outline an entry about several questions stands under each.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from guide.frozen import Value
from interviews.coding.coded_interview import Codebook, CodedEntry, CodedInterview
from interviews.marks.mark_writing import clock, fit_text, is_unfit, on_one_line


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


class FileCollector:
    """Collects files, and what there is to say of them."""

    def __init__(self, labels: CodingLabels) -> None:
        self.labels = labels
        self.files: dict[str, bytes] = {}
        self._named: dict[str, dict[str, None]] = {}

    def name(self, code: str, place: str) -> None:
        """Remember a place of which something must be said."""
        self._named.setdefault(code, {})[place] = None

    def fit(self, entry: CodedEntry, ref: str) -> str:
        """An entry's words as a file carries them."""
        if is_unfit(entry.text):
            self.name("controls", ref)
        return fit_text(entry.text)

    def one_line(self, entry: CodedEntry, ref: str) -> str:
        """An entry's words in one paragraph."""
        fitting = self.fit(entry, ref)
        line = on_one_line(fitting, self.labels.line_break)
        if line != fitting:
            self.name("line_breaks", ref)
        return line

    def kinds(self, entry: CodedEntry) -> tuple[str, ...]:
        """What an entry is called: its kind, and follow-up too where it is one."""
        also = ("follow_up",) if entry.follow_up is not None and entry.kind != "follow_up" else ()
        return tuple(self.labels.kinds[kind] for kind in (entry.kind, *also))

    def finish(self) -> CodedFiles:
        """Everything, finished."""
        return CodedFiles(self.files, {code: tuple(places) for code, places in self._named.items()})


class CodedFormat(Value):
    """A form of coded text: for which program, and how it is written."""

    name: str
    write: Callable[[Sequence[CodedInterview], Codebook, CodingLabels], CodedFiles]


def stamp(entry: CodedEntry) -> str:
    """When an entry was, in brackets, with a blank behind; nothing where nobody knows."""
    return "" if entry.at is None else f"[{clock(entry.at, places=0)}] "


Style = Literal["folder", "question", "wording", "kind", "entry"]


class OutlineParagraph(Value):
    """A paragraph of the outline: its style, its text, and the entry where it is one."""

    style: Style
    text: str
    entry: CodedEntry | None = None


def outline_of(interview: CodedInterview, codebook: Codebook, desk: FileCollector) -> Iterator[OutlineParagraph]:
    """The blocks in the guide's order; what is about no question comes last."""
    labels = desk.labels
    for entry in interview.entries:
        if len(entry.about) > 1:
            desk.name("repeated", f"{interview.code}:{entry.ref}")
    for folder_id in (*(folder.id for folder in codebook.folders), ""):
        inside: list[OutlineParagraph] = []
        for code in codebook.under(folder_id):
            entries = [entry for entry in interview.entries if code.id in entry.about]
            if entries:
                inside += [
                    OutlineParagraph("question", code.name),
                    OutlineParagraph("wording", code.meaning),
                    *_by_kind(entries, labels),
                ]
        if inside:
            names = (folder.name for folder in codebook.folders if folder.id == folder_id)
            yield OutlineParagraph("folder", next(names, labels.no_question))
            yield from inside
    loose = [entry for entry in interview.entries if not any(map(codebook.code, entry.about))]
    if loose:
        yield OutlineParagraph("folder", labels.no_question)
        yield from _by_kind(loose, labels)


def _by_kind(entries: list[CodedEntry], labels: CodingLabels) -> Iterator[OutlineParagraph]:
    for kind in dict.fromkeys(entry.kind for entry in entries):
        yield OutlineParagraph("kind", labels.kinds[kind])
        yield from (OutlineParagraph("entry", entry.text, entry) for entry in entries if entry.kind == kind)
