"""Zipped documents of XML, unpacked within limits."""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error

from guide.importing.document_blocks import RefusedError

MAX_PARTS = 3_000
MAX_UNPACKED = 60_000_000
MAX_XML = 12_000_000
_CHUNK = 65_536
_DIGITS = 6
BROKEN = (BadZipFile, error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, KeyError)
_UNREAD = ("word/media/", "word/embeddings/", "word/fonts/", "Pictures/", "Object", "Thumbnails/", "xl/media/")
"""What a guide is not in: pictures and the like may be as large as they like, for they are never unpacked."""


def check_parts(parts: list[ZipInfo]) -> None:
    """Look at what a zip's directory declares.

    Raises:
        RefusedError: it is locked, or larger inside than a guide can be.
    """
    read = [part for part in parts if not _is_skipped(part)]
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedError("import_locked")
    large = any(part.file_size > MAX_XML for part in read if part.filename.endswith((".xml", ".rels")))
    if large or len(parts) > MAX_PARTS or sum(part.file_size for part in read) > MAX_UNPACKED:
        raise RefusedError("import_too_large_inside")


def _is_skipped(part: ZipInfo) -> bool:
    return part.filename.startswith(_UNREAD) and not part.filename.endswith((".xml", ".rels"))


def unpack(package: ZipFile, part: ZipInfo) -> bytes:
    """A part, unpacked in pieces: what its directory declares may be a lie.

    Raises:
        RefusedError: it is larger than a guide can be.
    """
    if _is_skipped(part):
        return b""
    found = bytearray()
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            found += chunk
            if len(found) > MAX_UNPACKED:
                raise RefusedError("import_too_large_inside")
    return bytes(found)


class Relation(NamedTuple):
    """What a part refers to: the name of the reference, its kind (``header``, ``styles``) and the part's name."""

    id: str
    kind: str
    part: str


class XmlPackage:
    """A zip's parts by name; each is unpacked and parsed when it is asked for.

    ``broken`` is the code of one that cannot be read.

    Raises:
        RefusedError: it is broken, locked, or larger inside than a guide can be.
    """

    def __init__(self, data: bytes, broken: str = "import_broken_package") -> None:
        self.broken = broken
        try:
            self._zip = ZipFile(BytesIO(data))
            self._parts = {part.filename: part for part in self._zip.infolist()}
            check_parts(self._zip.infolist())
        except BROKEN:
            raise RefusedError(broken) from None

    def part(self, name: str) -> Any:
        """A part's root element, None where there is no such part; entities are left alone, nothing is fetched.

        Raises:
            RefusedError: it is no XML.
        """
        try:
            from lxml import etree
        except ImportError:
            raise RefusedError("import_lacks_documents") from None
        data = self.data(name)
        if data is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except (ValueError, etree.XMLSyntaxError):
            raise RefusedError(self.broken) from None

    def data(self, name: str) -> bytes | None:
        """A part's bytes, None where there is no such part.

        Raises:
            RefusedError: they cannot be unpacked.
        """
        try:
            return unpack(self._zip, self._parts[name]) if name in self._parts else None
        except BROKEN:
            raise RefusedError(self.broken) from None

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """What a part refers to inside the package; without a name what the package itself does."""
        folder, own = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{own}.rels"))
        return tuple(
            Relation(
                value_of(one, "Id"),
                value_of(one, "Type").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, value_of(one, "Target"))).lstrip("/"),
            )
            for one in (() if root is None else below(root, "Relationship"))
            if value_of(one, "TargetMode") != "External"
        )


def local_name(element: Any) -> str:
    """An element's name without its namespace; "" for a comment, an instruction or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value_of(element: Any, name: str) -> str:
    """An attribute by its name without its namespace, "" where there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def number_of(element: Any, name: str) -> int | None:
    """An attribute that is a number, None where it is none; nothing in a guide is counted beyond six digits."""
    said = value_of(element, name)
    return int(said[:_DIGITS]) if said.isdecimal() else None


def below(element: Any, *names: str) -> Iterator[Any]:
    """All elements of these names, at any depth, in order."""
    return (one for one in element.iter() if local_name(one) in names)
