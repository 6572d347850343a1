"""Generated files, never saved over own work.

One that was made here before is replaced, as it can be made again; what it is known by is its kind's business. Where it
may say more than the new one would, because something cannot be read now, the person is asked first.

There are two kinds. Texts and Word files carry a signature, a mark with the digest of what was made, so that one that a
person has changed since is known: a text in a comment or as a key, a Word file among its properties, where no reader
looks and nobody is named. Files in other programs' formats carry no mark; one is known while it is to the byte as the
study's own record has it.
"""

import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from guide.files import cause_of, read_file
from guide.frozen import Value
from guide.problems import Fault, Problem
from interviews.core.clock import SystemClock
from interviews.data_management.outputs import Outward, list_outputs, record_outputs
from interviews.failures import LogFailure
from interviews.os_support import is_in_use, make_folder, undisturbed, unfit_name
from interviews.own_key import MARK, UNSIGNED
from interviews.save import Draft, save, sweep
from tui.console import DATA, OK, UsageError, agrees, complain_of, print_error, print_out
from tui.translator import N_, Translator

NOT_NOW = frozenset(
    {"log_unreadable", "log_odd", "log_too_big", "log_newer", "log_in_cloud", "folder_unreadable", "revision_not_read"}
    | {"folder_unreached", "folder_gone"}
    | {str(Fault.UNREADABLE)}
)
"""Problems of files that may well be whole, but whose words a report made now would lack."""


_AT_ONCE = 1 << 16
"""Bytes of a file that is made piece by piece that are written together."""


class OutputKind(Value):
    """What an earlier file of this kind is known by, and the sentences on saving one.

    ``is_ours`` is asked of an ordinary file that is there, and may raise OSError; ``through_links``: a link stays one,
    and what it leads to is replaced.
    """

    is_ours: Callable[[Path], bool]
    through_links: bool
    saved: str
    in_the_way: str
    no_file: str


def save_output(
    file: str | Path,
    made: str | bytes | Iterable[str],
    kind: OutputKind,
    outward: Outward,
    _: Translator,
    problems: Iterable[Problem] = (),
    *,
    anyway: bool = False,
) -> int:
    """Save what was made, whole or in pieces, for its owner only, note it in the study, and say where; an exit code.

    With ``problems`` of files that cannot be read now, an earlier file is only replaced ``anyway`` or when asked.

    Raises:
        UsageError: something else has that name; it was left alone.
    """
    _need_fit_name(Path(file), _)
    try:
        place = Path(os.path.realpath(file) if kind.through_links else file)
        if not _may_write(Path(file), place, kind, problems, _, anyway=anyway):
            return DATA
        with Draft(place) as draft:
            waiting = bytearray()  # pieces are small, and each write is a call to the system
            for piece in (made,) if isinstance(made, str | bytes) else made:
                waiting += piece if isinstance(piece, bytes) else piece.encode()
                if len(waiting) >= _AT_ONCE:
                    draft.write(waiting)
                    waiting.clear()
            draft.write(waiting)
            record({place: draft}, outward, {place: outward.interviews}, _)
            with undisturbed():
                draft.put()
    except (OSError, ValueError) as error:
        tell_unwritten(file, error, _)
        return DATA
    print_out(_(kind.saved, file=file))
    return OK


def encode(pieces: Iterable[str]) -> bytes | bytearray:
    """What pieces come to as a file; a long report is held once, as bytes."""
    data = bytearray()
    for piece in pieces:
        data += piece.encode()
    return data


def _need_fit_name(file: Path, _: Translator) -> None:
    if unfit := unfit_name(file):
        raise UsageError(_("Windows lets no file or folder be called {name}. Choose another name.", name=unfit))


def _may_write(
    file: Path, place: Path, kind: OutputKind, problems: Iterable[Problem], _: Translator, *, anyway: bool
) -> bool:
    """Whether a file may be written there; why not is said, and whoever can be asked is asked.

    Raises:
        UsageError: something else has that name.
    """
    refused = _in_the_way(place, kind)  # first: nobody is asked about a file that is never replaced
    if refused:
        raise UsageError(_(refused, file=file))
    if not _may_replace(file, problems, _, anyway=anyway):
        return False
    if not place.parent.is_dir():  # before it is noted in the study as written
        print_error(
            _(
                "intervjuguide: cannot write to {file}: there is no folder {folder}. Make it first, or choose another place.",
                file=file,
                folder=place.parent,
            )
        )
        return False
    return True


def tell_unwritten(file: str | Path, error: OSError | ValueError, _: Translator) -> None:
    """Say that a file could not be written, and why."""
    if is_in_use(error):
        print_error(_("{file} is open in another program. Close it there, and try again.", file=file))
    else:
        print_error(_("intervjuguide: cannot write to {file} ({reason}).", file=file, reason=cause_of(error)))


def record(
    files: Mapping[Path, bytes | bytearray | Draft], outward: Outward, of: Mapping[Path, tuple[str, ...]], _: Translator
) -> None:
    """Note files in the study; where that fails they are written all the same, and the person is told."""
    try:
        record_outputs(files, outward, of, SystemClock().wall().date().isoformat())
    except LogFailure as failure:
        reason = _.failure(failure)
        for place in files:
            print_error(
                _(
                    "{file} was not noted in study.jsonl, so that forget will not find it later: {reason} Make it once more when that is mended.",
                    file=place,
                    reason=reason,
                )
            )


def _in_the_way(place: Path, kind: OutputKind) -> str:
    """Why nothing may be saved there, as a sentence's key; empty where nothing or an earlier file of the kind is."""
    try:
        found = place.stat(follow_symlinks=kind.through_links)
    except FileNotFoundError:
        return ""
    if not stat.S_ISREG(found.st_mode):
        return kind.no_file
    return "" if kind.is_ours(place) else kind.in_the_way


def _may_replace(file: Path, problems: Iterable[Problem], _: Translator, *, anyway: bool) -> bool:
    """Whether to write; where the earlier report may say more than this one, the person is asked, and told how."""
    unread = [problem for problem in problems if problem.code in NOT_NOW]
    if anyway or not unread or not _says_something(file):
        return True
    complain_of(unread, _)
    names = ", ".join(dict.fromkeys(problem.file for problem in unread))
    print_error(
        _(
            "{file}: the file that is there may tell more than a new one would, for something cannot be read now ({names}).",
            file=file,
            names=names,
        )
    )
    if agrees(_("Write over it anyway? yes/NO: ")):
        return True
    print_error(_("{file} was not written. Give another name, or write over it with --anyway.", file=file))
    return False


def _says_something(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


_MARK = re.compile(rb"made by intervjuguide, sha256 ([0-9a-f]{64})")
_PROPERTIES = "docProps/core.xml"
_ZIPPED = b"PK\x03\x04"
_MOST_BYTES = 50_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # an archive must hold a date; the earliest tells nothing


def sign_markdown(text: str) -> str:
    """The text, Markdown or HTML, with the mark as a comment at its end."""
    return _sign(f"{text}\n\n<!-- {MARK} -->\n")


def sign_json(text: str) -> str:
    """A JSON object's text with the mark as its last key."""
    return _sign(f'{text.rstrip().removesuffix("}").rstrip()},\n "made": "{MARK}"\n}}\n')


def sign_word(members: Mapping[str, bytes]) -> bytes:
    """A Word file of these members, whose properties hold the unsigned mark; the same members make the same bytes."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    mark = f"made by intervjuguide, sha256 {_digest(members)}"
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in members.items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            signed = data.replace(MARK.encode(), mark.encode()) if name == _PROPERTIES else data
            archive.writestr(entry, signed)
    return file.getvalue()


def _sign(text: str) -> str:
    return text.replace(UNSIGNED, sha256(text.encode()).hexdigest())


def is_signed(path: Path) -> bool:
    """Whether a file was made here and is as it was made; not so one that cannot be read."""
    try:
        data = read_file(path, _MOST_BYTES + 1)
    except OSError:
        return False
    if len(data) > _MOST_BYTES:
        return False
    return _is_our_word_file(data) if data.startswith(_ZIPPED) else _is_our_text(data)


SIGNED = OutputKind(
    is_ours=is_signed,
    through_links=False,
    saved=N_("Written: {file}"),
    in_the_way=N_("{file} is there and was not made here, or was changed since; choose another name"),
    no_file=N_("{file} is there and was not made here, or was changed since; choose another name"),
)
"""Files that carry a signature."""


def _is_our_text(data: bytes) -> bool:
    marks = list(_MARK.finditer(data))
    return bool(marks) and sha256(_take_out_mark(data, marks[-1])).hexdigest().encode() == marks[-1][1]


def _is_our_word_file(data: bytes) -> bool:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                return False
            members = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return False  # broken, encrypted, or packed in a way of its own: nothing that was made here
    mark = _MARK.search(members.get(_PROPERTIES, b""))
    if mark is None:
        return False
    return _digest({**members, _PROPERTIES: _take_out_mark(members[_PROPERTIES], mark)}).encode() == mark[1]


def _take_out_mark(data: bytes, mark: re.Match[bytes]) -> bytes:
    return data[: mark.start(1)] + UNSIGNED.encode() + data[mark.end(1) :]


def _digest(members: Mapping[str, bytes]) -> str:
    """What an archive's members come to, whichever way it is packed."""
    whole = sha256()
    for name, data in members.items():
        whole.update(f"{len(name)} {name} {len(data)} ".encode())
        whole.update(data)
    return whole.hexdigest()


def kind_in_record(study: Path) -> OutputKind:
    """The kind of file that this study's record tells of, and that is as it was made when first asked."""

    @cache
    def as_made() -> frozenset[str]:
        return frozenset(os.path.realpath(one.path) for one in list_outputs(study) if one.state == "as_made")

    def is_ours(path: Path) -> bool:
        return os.path.realpath(path) in as_made()

    return OutputKind(
        is_ours=is_ours,
        through_links=False,
        saved=N_("Written: {file}"),
        in_the_way=N_("{file} is there and was not made here, or was changed since; choose another name"),
        no_file=N_("{file} is there and was not made here, or was changed since; choose another name"),
    )


def name_file(output: str, file: str) -> Path:
    """Where one file goes: into a folder that is there, else under the name given, with the suffix that it must have."""
    path, suffix = Path(output), Path(file).suffix
    if path.is_dir():
        return path / file
    return path if path.suffix.casefold() == suffix else path.with_name(f"{path.name}{suffix}")


def make_folders(files: Iterable[Path]) -> None:
    """Make the folders that files are to lie in; what is wrong with one is told of the first file in it."""
    with suppress(OSError):
        for folder in {path.parent for path in files}:
            make_folder(folder)


def tell_stopped(written: int, _: Translator) -> str:
    """What is said where Ctrl+C came when so many files were written."""
    if not written:
        return _("Stopped; nothing was written.")
    return _.ngettext(
        "Stopped; 1 file was written, and is whole.",
        "Stopped; {count} files were written, each of them whole.",
        written,
    )


def save_files(
    files: Mapping[Path, bytes | Draft],
    outward: Outward,
    _: Translator,
    problems: Sequence[Problem] = (),
    *,
    anyway: bool = False,
    of: Mapping[Path, tuple[str, ...]] | None = None,
    in_folder: bool = False,
    kind: OutputKind | None = None,
    before: int = 0,
) -> int:
    """Save each file, in the order given, and stop at the first that cannot be; an exit code.

    Several files, or one ``in_folder``, may lie in a folder that is not there yet. ``of`` names the logs that a file holds something of, where
    that is not the same for all. They are noted in the study together, before the first is written; so many were written ``before``.

    Raises:
        UsageError: something else has a name; it was left alone.
    """
    kind = kind or kind_in_record(outward.study)
    if in_folder or len(files) > 1:
        make_folders(files)
    for path in files:
        _need_fit_name(path, _)
        try:
            if not _may_write(path, path, kind, problems, _, anyway=anyway):
                return DATA
        except OSError as error:
            tell_unwritten(path, error, _)
            return DATA
    record(files, outward, dict.fromkeys(files, outward.interviews) if of is None else of, _)
    for folder in {path.parent for path in files}:
        sweep(folder)
    for place, (path, data) in enumerate(files.items(), 1):
        try:
            with undisturbed() as stopped:
                if isinstance(data, Draft):
                    data.put()
                else:
                    save(path, data, swept=True)
        except (OSError, ValueError) as error:
            tell_unwritten(path, error, _)
            return DATA
        print_out(_(kind.saved, file=path))
        if stopped and place < len(files):
            raise KeyboardInterrupt(tell_stopped(before + place, _))
    return OK
