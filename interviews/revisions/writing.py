"""Writing a revision.

Its file first, then ``guide.yaml``, so that a crash between the two is found and finished.

The guide's new text lies ready beside ``guide.yaml`` before anything is recorded, under a name that tells which text it
is to replace, and takes its place last. One that still lies there at the next start, and that a revision tells of, is
put in place; without such a revision nothing had been recorded, and it is taken away. A ``guide.yaml`` that somebody
has changed meanwhile is never written over.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from guide.files import cause_of, read_file
from guide.frozen import NOTHING, Value
from guide.model import Guide
from guide.problems import Problem
from guide.reading import Reading, read_guide, read_guide_file
from guide.write import write_guide
from guide.yaml_shapes import quote, scalar, text_lines
from interviews.locked.plain import as_kept
from interviews.os_support import is_in_use, make_folder, system
from interviews.revisions import (
    FOLDER,
    MOST_BYTES,
    History,
    RecordedChange,
    Revision,
    file_of,
    read_history,
    read_revision,
)
from interviews.save import put_in_place, save, sweep

GUIDE = "guide.yaml"
_READY = re.compile(r"\.guide\.yaml\.([0-9a-f]{16})\.next")


class RevisionFailure(Exception):
    """Nothing was written. ``code`` is spoken by ``tui``, ``facts`` fill its sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class OnDisk(Value):
    """``guide.yaml`` as it was when it was read: what is written later must find it unchanged."""

    data: bytes
    text: str
    guide: Guide


class WritingStep(Value):
    """A revision to be written: the guide's text, what led to it, and the events that were looked at and left."""

    text: str
    guide: Guide
    after: str = ""
    changes: tuple[RecordedChange, ...] = ()
    left: tuple[str, ...] = ()


def read_on_disk(folder: Path) -> OnDisk | Reading:
    """The study's guide with its bytes, or the reading that tells what is wrong in it."""
    reading = read_guide_file(folder / GUIDE, GUIDE)
    if reading.guide is None:
        return reading
    data = read_file(folder / GUIDE)
    again = read_guide(data, GUIDE)
    if again.guide is None:
        return again
    return OnDisk(data, data.decode(), again.guide)


def leading_to(
    now: OnDisk,
    history: History,
    copies: Sequence[Guide],
    tell: Callable[[Guide, Guide], tuple[RecordedChange, ...]],
) -> list[WritingStep]:
    """What must be recorded before anything else: the guides that interviews since had, then the guide as it is.

    ``copies`` are those interviews' own, in the order in which they were held; ``tell`` says what was changed by hand
    from one to the next. The very first step is the guide as it was, and has no changes.
    """
    steps: list[WritingStep] = []
    last = history.last.guide if history.last is not None else None
    for guide in (*(one for one in copies if one.as_held != now.guide.as_held and history.of(one) is None), now.guide):
        text = now.text if guide == now.guide else write_guide(guide)
        if guide != last and read_guide(text, GUIDE).guide == guide:
            steps.append(WritingStep(text, guide, changes=() if last is None else tell(last, guide)))
            last = guide
    return steps


def write_steps(
    folder: Path, now: OnDisk, history: History, steps: Sequence[WritingStep], date: str
) -> tuple[Revision, ...]:
    """Record these revisions one after the other, and put the last one's text into ``guide.yaml``; all or nothing.

    Those of a study that stays anonymous keep no date.

    Raises:
        RevisionFailure: the guide or the history has changed since it was read, or they cannot be written.
    """
    first = history.last.number + 1 if history.last is not None else 1
    date = "" if any(one.anonymous for one in (now.guide, steps[-1].guide if steps else now.guide)) else date
    made = [
        Revision(number, date, step.after, step.changes, step.text, step.guide, step.left)
        for number, step in enumerate(steps, first)
    ]
    texts = {one.number: _text_of(one) for one in made}
    place = _place_of(folder)
    with lock_revisions(folder):
        _look_again(folder, now, history)
        try:
            if made:
                _put_in_place(folder, place, texts, made[-1].text, now)
        except OSError as error:
            raise _failure(error, made[-1].file) from None
    return tuple(made)


def half_done(folder: Path) -> tuple[Problem, ...]:
    """A warning where a revision was interrupted before its guide was put in place; nothing is changed."""
    return tuple(Problem(GUIDE, 1, 1, "revision_half_done", NOTHING, "warning") for _ in _leftover_files(folder)[:1])


def finish(folder: Path) -> Problem | None:
    """Finish what a crash left half done, or say why that cannot be; None when there was nothing to finish.

    The problem of a revision whose guide was put in place now is a notice.
    """
    place, found = _place_of(folder), None
    for ready in _leftover_files(folder):
        try:
            with lock_revisions(folder):
                found = _finish(folder, place, ready) or found
        except RevisionFailure as failure:
            return Problem(GUIDE, 1, 1, failure.code, failure.facts)
        except OSError as error:
            unable = _failure(error, ready.name)
            return Problem(GUIDE, 1, 1, unable.code, unable.facts)
    return found


def _leftover_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in _place_of(folder).parent.iterdir() if _READY.fullmatch(path.name))
    except OSError:
        return []


def _finish(folder: Path, place: Path, ready: Path) -> Problem | None:
    last = read_history(folder).last
    data, now = read_file(ready), read_file(place) if place.exists() else None
    if last is None or last.text.encode() != data or now == data:
        system().remove(ready)  # nothing was recorded yet, or all of it was done
        return None
    if now is not None and _ready(place, now) != ready:
        return Problem(GUIDE, 1, 1, "revision_and_hand", {"file": ready.name, "revision": last.file})
    put_in_place(ready, place)
    return Problem(GUIDE, 1, 1, "revision_finished", {"revision": last.file}, "notice")


def _ready(place: Path, replaces: bytes) -> Path:
    """Where the next text lies until it takes the place of exactly this one."""
    return place.with_name(f".{GUIDE}.{sha256(replaces).hexdigest()[:16]}.next")


def _put_in_place(folder: Path, place: Path, texts: Mapping[int, str], guide: str, now: OnDisk) -> None:
    """Write everything beside its place first, then give it its name; the guide's comes last."""
    same = guide.encode() == now.data
    ready, done = _ready(place, now.data), list[Path]()
    try:
        if not same:
            save(ready, guide.encode(), mode=stat.S_IMODE(place.stat().st_mode))
        for number, text in texts.items():
            target = folder / file_of(number)
            if target.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            done.append(target)
            try:
                save(target, as_kept(folder, target, text.encode()), new=True)
            except FileExistsError:  # another program made it meanwhile: not ours to take away
                done.remove(target)
                raise
        if not same:
            put_in_place(ready, place)
    except OSError:
        if not same and _holds(place, guide.encode()):
            return  # a drive that said no and did it all the same
        for path in (*reversed(done), *(() if same else (ready,))):
            with suppress(OSError):
                system().remove(path)
        raise


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_file(path) == data
    except OSError:
        return False


def _text_of(revision: Revision) -> str:
    try:
        text = revision_text(revision)
    except ValueError:
        text = ""
    read, _ = read_revision(text.encode(), revision.number)
    if read is None or read.guide != revision.guide or len(text.encode()) > MOST_BYTES:
        raise RevisionFailure("revision_not_kept", file=revision.file)
    return text


def _look_again(folder: Path, now: OnDisk, history: History) -> None:
    try:
        data = read_file(folder / GUIDE)
    except OSError as error:
        raise _failure(error, GUIDE) from None
    if data != now.data:
        raise RevisionFailure("revision_guide_changed", file=GUIDE)
    if read_history(folder).revisions != history.revisions:
        raise RevisionFailure("revision_history_changed", file=FOLDER)


@contextmanager
def lock_revisions(folder: Path) -> Iterator[None]:
    """Keep other programs from writing revisions; their folder is made where there is none, for its owner only.

    Raises:
        RevisionFailure: another program writes there now, or the folder cannot be made.
    """
    revisions = folder / FOLDER
    try:
        make_folder(revisions)
        with suppress(OSError):
            system().close_folder(revisions)
        fd = system().open_folder(revisions)
    except OSError as error:
        raise _failure(error, FOLDER) from None
    try:
        with suppress(OSError):  # a network drive without locks; what is on disk is looked at again all the same
            try:
                system().lock(fd)
            except BlockingIOError:
                raise RevisionFailure("revision_locked", file=FOLDER) from None
            # What a kill left while a revision was being written, by this version or by 0.1 (``.2.part``).
            sweep(revisions)
            for part in revisions.glob(".*.part"):
                system().remove(part)
        yield
    finally:
        os.close(fd)


def _place_of(folder: Path) -> Path:
    """Where the guide's bytes really lie: a link to a guide elsewhere stays a link."""
    return (folder / GUIDE).resolve()


def _failure(error: OSError, file: str) -> RevisionFailure:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return RevisionFailure("disk_full", file=file)
    if is_in_use(error):
        return RevisionFailure("file_in_use", file=file)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return RevisionFailure("disk_read_only", file=file)
    return RevisionFailure("disk_error", file=file, reason=cause_of(error))


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
    # A text as a literal block, which YAML gives back to the byte if every line break in it is one of Unix.
    lines = revision.text.split("\n")
    keep = "-" if lines[-1] else "" if len(lines) > 1 and lines[-2].strip() else "+"
    body = lines if lines[-1] else lines[:-1]
    for guide in ("\n".join([f"|2{keep}", *(f"  {line}" if line else "" for line in body)]), quote(revision.text, '"')):
        text = f"{head}\nguide: {guide}\n"
        read, _ = read_revision(text.encode(), revision.number)
        if read is not None and read.text == revision.text:
            return text
    raise ValueError(revision.number)


def _head(revision: Revision) -> Iterator[str]:
    yield f"revision: {revision.number}"
    if revision.date:
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
    return f"[{', '.join(text if _REF.fullmatch(text) else quote(_whole(text)) for text in texts)}]"


def _whole(text: str) -> str:
    return _HALVES.sub(chr(0xFFFD), text)
