"""Parts of a zip that is no Word file, as XML: ODT and workbooks, within the same limits."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from guide.importing.document_blocks import RefusedError
from guide.importing.reading.word_package import BROKEN, check_parts, unpack


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


def below(element: Any, *names: str) -> Iterator[Any]:
    """All elements of these names, at any depth, in order."""
    return (one for one in element.iter() if local_name(one) in names)
