"""The signature of generated files.

It is a mark with the digest of what was made, so that a file that a person has changed since is known. A text has it in
a comment or as a key, a Word file among its properties, where no reader looks and nobody is named.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from guide.files import read_file
from tui.output_files import OutputKind
from tui.translator import N_

_UNSIGNED = "0" * 64
_MARK = re.compile(rb"made by intervjuguide, sha256 ([0-9a-f]{64})")
MARK = f"made by intervjuguide, sha256 {_UNSIGNED}"
"""The mark as it stands in what is not signed yet."""

_PROPERTIES = "docProps/core.xml"
_ZIPPED = b"PK\x03\x04"
_MOST_BYTES = 50_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # an archive must hold a date; the earliest tells nothing


def signed_markdown(text: str) -> str:
    """The text, Markdown or HTML, with the mark as a comment at its end."""
    return _signed(f"{text}\n\n<!-- {MARK} -->\n")


def signed_json(text: str) -> str:
    """A JSON object's text with the mark as its last key."""
    return _signed(f'{text.rstrip().removesuffix("}").rstrip()},\n "made": "{MARK}"\n}}\n')


def signed_word(members: Mapping[str, bytes]) -> bytes:
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


def _signed(text: str) -> str:
    return text.replace(_UNSIGNED, sha256(text.encode()).hexdigest())


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
    return bool(marks) and sha256(_unsigned(data, marks[-1])).hexdigest().encode() == marks[-1][1]


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
    return _digest({**members, _PROPERTIES: _unsigned(members[_PROPERTIES], mark)}).encode() == mark[1]


def _unsigned(data: bytes, mark: re.Match[bytes]) -> bytes:
    return data[: mark.start(1)] + _UNSIGNED.encode() + data[mark.end(1) :]


def _digest(members: Mapping[str, bytes]) -> str:
    """What an archive's members come to, whichever way it is packed."""
    whole = sha256()
    for name, data in members.items():
        whole.update(f"{len(name)} {name} {len(data)} ".encode())
        whole.update(data)
    return whole.hexdigest()
