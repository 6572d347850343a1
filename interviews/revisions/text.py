"""A revision as the text of its file: read by people from the top, and read back to the very same guide."""

import re
from collections.abc import Iterator, Sequence

from guide.writing.layout import text_lines
from guide.writing.scalars import quoted, scalar
from interviews.revisions import RecordedChange, Revision, read_revision

_REF = re.compile(r"[A-Za-z][-.:_0-9A-Za-z]*")
_HALVES = re.compile("[\ud800-\udfff]")
_INDENT = 4


def revision_text(revision: Revision) -> str:
    """The file's text: what changed, then the guide's own text to the byte, as a block where YAML can carry that.

    Half a character, which no file can hold, becomes the sign for a lost one.

    Raises:
        ValueError: the guide's text does not come back from it.
    """
    head = "\n".join(_head(revision))
    for guide in (_block(revision.text), quoted(revision.text, '"')):
        text = f"{head}\nguide: {guide}\n"
        read, _ = read_revision(text.encode(), revision.number)
        if read is not None and read.text == revision.text:
            return text
    raise ValueError(revision.number)


def _head(revision: Revision) -> Iterator[str]:
    yield f"revision: {revision.number}"
    yield f"date: {scalar(revision.date)}"
    if revision.after:
        yield f"after: {scalar(revision.after)}"
    if revision.left:
        yield f"left: {_list(revision.left)}"
    if revision.changes:
        yield "changes:"
    for change in revision.changes:
        first, *rest = _of_change(change)
        yield f"  - {first.lstrip()}"
        yield from rest


def _of_change(change: RecordedChange) -> Iterator[str]:
    """The lines of a change; what is not known stands there empty, for somebody to fill in."""
    yield from _line("question", change.question)
    yield from _line("kind", change.kind)
    if change.others:
        yield from _line("others", _list(change.others), as_it_is=True)
    for name, text in (("what", change.what), ("before", change.before), ("after", change.after)):
        if text:
            yield from _line(name, text)
    yield from _line("why", change.why)
    yield from _line("evidence", _list(change.evidence), as_it_is=True)


def _line(name: str, text: str, *, as_it_is: bool = False) -> Iterator[str]:
    head = f"{' ' * _INDENT}{name}:"
    if as_it_is or not text:
        yield f"{head} {text}".rstrip()
    else:
        yield from text_lines(head, _whole(text), _INDENT)


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(text if _REF.fullmatch(text) else quoted(_whole(text)) for text in texts)}]"


def _whole(text: str) -> str:
    return _HALVES.sub(chr(0xFFFD), text)


def _block(text: str) -> str:
    """A text as a literal block, which YAML gives back to the byte if every line break in it is one of Unix."""
    lines = text.split("\n")
    keep = "-" if lines[-1] else "" if len(lines) > 1 and lines[-2].strip() else "+"
    body = lines if lines[-1] else lines[:-1]
    return "\n".join([f"|2{keep}", *(f"  {line}" if line else "" for line in body)])
