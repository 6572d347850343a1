"""Zipped documents of XML, unpacked within limits."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error

from guide.importing.document_blocks import RefusedError

MAX_BYTES = 100_000_000
MAX_PARTS = 3_000
MAX_UNPACKED = 60_000_000
MAX_XML = 12_000_000
_CHUNK = 65_536
_DIGITS = 6
BROKEN = (BadZipFile, error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, KeyError)
_UNREAD = ("word/media/", "word/embeddings/", "word/fonts/", "Pictures/", "Object", "Thumbnails/", "xl/media/")
"""What a guide is not in: pictures and the like may be as large as they like, for they are never unpacked."""


def safe_copy(data: bytes) -> bytes:
    """The same Word file with every part unpacked to no more than its directory declares, and not packed again.

    What a directory declares may be a lie, and unpacking in one go believes the packed bytes instead.

    Raises:
        RefusedError: it is broken, locked, no Word file, or larger inside than a guide can be.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            check_parts(parts)
            if "[Content_Types].xml" not in package.namelist():
                raise RefusedError("import_no_word")
            copy = BytesIO()
            with ZipFile(copy, "w") as clean:
                for part in {part.filename: part for part in parts if not part.is_dir()}.values():
                    clean.writestr(part.filename, unpack(package, part))
            return copy.getvalue()
    except BROKEN:
        raise RefusedError("import_broken_zip") from None


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


# Parts of a zip that is no Word file, as XML: ODT and workbooks, within the same limits.


class XmlPackage:
    """A zip's parts by name; each is unpacked and parsed when it is asked for.

    Raises:
        RefusedError: it is broken, locked, or larger inside than a guide can be.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
            self._parts = {part.filename: part for part in self._zip.infolist()}
            check_parts(self._zip.infolist())
        except BROKEN:
            raise RefusedError("import_broken_package") from None

    def part(self, name: str) -> Any:
        """A part's root element, None where there is no such part; entities are left alone, nothing is fetched.

        Raises:
            RefusedError: it is no XML.
        """
        try:
            from lxml import etree
        except ImportError:
            raise RefusedError("import_lacks_documents") from None
        if name not in self._parts:
            return None
        try:
            data = unpack(self._zip, self._parts[name])
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
        except (*BROKEN, etree.XMLSyntaxError):
            raise RefusedError("import_broken_package") from None


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
