"""The guide's history, revision by revision.

Each has its text, what changed, why, after which interview, by which evidence.

``revisions/2.yaml`` holds the second revision whole, so that it can be read without any other file. An interview is
bound to its own copy of the guide and not to a number; the ids are what binds them all together.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from guide.files import OddFileError, cause_of
from guide.frozen import Value
from guide.model import Guide
from guide.nodes import ListNode, MapNode, Node, TextNode
from guide.problems import Problem, one_line
from guide.reading import read_guide
from guide.yaml_tree import MAX_BYTES, SourceText, parse
from interviews.locked.plain import read_plain

FOLDER = "revisions"
"""Where revisions lie, in the study's folder."""

MOST_BYTES = MAX_BYTES
"""Of a revision's file: a guide is smaller, and the changes with it."""


class RecordedChange(Value):
    """One change as it was recorded; ``question`` is empty for what belongs to none.

    ``kind`` is that of a change between two guides (``reworded``, ``moved`` …) or of an act that makes several of them
    (``split``, ``merged``); ``others`` are the ids that the act gave or took away. ``evidence`` names events as
    ``P1:31``.
    """

    question: str
    kind: str
    what: str
    before: str = ""
    after: str = ""
    why: str = ""
    evidence: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Revision(Value):
    """One revision as its file tells it; ``guide`` is None where its text cannot be read as a guide.

    ``left`` names the events that were looked at and led to no change.
    """

    number: int
    date: str
    after: str
    changes: tuple[RecordedChange, ...]
    text: str
    guide: Guide | None
    left: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """How people and problems name the file, from the study's folder."""
        return file_of(self.number)


class History(Value):
    """Every revision by number, and what is wrong in the files."""

    revisions: tuple[Revision, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def last(self) -> Revision | None:
        """The latest revision."""
        return self.revisions[-1] if self.revisions else None

    @property
    def settled(self) -> frozenset[str]:
        """The events, such as ``I1:12``, that a change of the guide was made for: nothing of them is left over."""
        return frozenset(ref for one in self.revisions for change in one.changes for ref in change.evidence)

    def revision(self, number: int) -> Revision | None:
        """The revision with this number."""
        return next((one for one in self.revisions if one.number == number), None)

    def of(self, guide: Guide) -> Revision | None:
        """The latest revision with exactly this guide, such as an interview's copy; dates of the project aside."""
        held = guide.as_held
        same = (one for one in reversed(self.revisions) if one.guide is not None and one.guide.as_held == held)
        return next(same, None)


def file_of(number: int) -> str:
    """Where a revision lies, from the study's folder."""
    return f"{FOLDER}/{number}.yaml"


def read_history(folder: Path) -> History:
    """Read the revisions in a study's folder; what is wrong is named with its line, and nothing is raised."""
    try:
        names = [path.stem for path in (folder / FOLDER).iterdir() if path.suffix == ".yaml"]
    except OSError:
        return History()
    numbers = sorted(int(name) for name in names if name.isascii() and name.isdecimal() and str(int(name)) == name)
    revisions: list[Revision] = []
    problems: list[Problem] = []
    for number in numbers:
        found, wrong = _read_file(folder, number)
        problems += wrong
        if found is not None:
            revisions.append(found)
    return History(tuple(revisions), tuple(problems))


def read_revision(data: bytes, number: int) -> tuple[Revision | None, tuple[Problem, ...]]:
    """The revision that a file's bytes hold, None where they hold none; and what is wrong in them."""
    file = file_of(number)
    tree = parse(data, file)
    if not isinstance(tree.root, MapNode):
        return None, tree.problems or (Problem(file, 1, 1, "revision_unreadable"),)
    fields = {entry.key.text: entry.value for entry in tree.root.entries}
    written = fields.get("guide")
    problems, guide, text = list(tree.problems), None, ""
    if isinstance(written, TextNode):
        text = written.text
        reading = read_guide(text, file)
        guide = reading.guide
        problems += _shift_problems(reading.errors, data, written)
    if not text.strip():
        problems.append(Problem(file, 1, 1, "revision_no_guide"))
    listed = fields.get("changes")
    changes = tuple(
        _change(item) for item in (listed.items if isinstance(listed, ListNode) else ()) if isinstance(item, MapNode)
    )
    date, after, left = _line(fields.get("date")), _line(fields.get("after")), _lines(fields.get("left"))
    revision = Revision(number, date, after, changes, text, guide, left)
    return revision, tuple(problems)


def collect_ids(history: History, guides: Iterable[Guide]) -> frozenset[str]:
    """Every id that any revision or any of these guides (interviews' copies, the study's) has, as it was spelt."""
    known = (*(one.guide for one in history.revisions if one.guide is not None), *guides)
    ids = {question.id for guide in known for question in guide.questions}
    ids |= {target.id for guide in known for target in guide.targets}
    given = {change.question for one in history.revisions for change in one.changes if change.question}
    return frozenset(ids | given | {id for one in history.revisions for change in one.changes for id in change.others})


def _read_file(folder: Path, number: int) -> tuple[Revision | None, tuple[Problem, ...]]:
    try:
        data = read_plain(folder / file_of(number), MOST_BYTES + 1)
    except OddFileError:
        return None, (Problem(file_of(number), 1, 1, "revision_odd"),)
    except OSError as error:
        reason = cause_of(error)
        return None, (Problem(file_of(number), 1, 1, "revision_not_read", {"reason": reason}),)
    return read_revision(data, number)


def _shift_problems(problems: Sequence[Problem], data: bytes, written: TextNode) -> list[Problem]:
    """Problems of the text inside a file, at their places in the file where its lines stand there as they are."""
    source = SourceText.of("", data.decode("utf-8-sig", "replace"))
    line = source.text[source.starts[written.place.line - 1] :].partition("\n")[0]
    if not line[written.place.column - 1 :].startswith("|"):
        return [problem.but(line=written.place.line, column=written.place.column) for problem in problems]
    return [problem.but(line=problem.line + written.place.line, column=problem.column + 2) for problem in problems]


def _change(found: MapNode) -> RecordedChange:
    fields = {entry.key.text: entry.value for entry in found.entries}
    return RecordedChange(
        question=_line(fields.get("question")),
        kind=_line(fields.get("kind")),
        what=_text(fields.get("what")),
        before=_text(fields.get("before")),
        after=_text(fields.get("after")),
        why=_text(fields.get("why")),
        evidence=_lines(fields.get("evidence")),
        others=_lines(fields.get("others")),
    )


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, TextNode) else ""


def _line(node: Node | None) -> str:
    return one_line(_text(node))


def _lines(node: Node | None) -> tuple[str, ...]:
    named = node.items if isinstance(node, ListNode) else (node,)
    return tuple(line for line in map(_line, named) if line)
