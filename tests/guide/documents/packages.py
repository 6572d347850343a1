"""Word files taken apart and put together again with something in them that no program of ours writes."""

import re
import struct
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from docx.oxml import parse_xml

from tests.guide.documents.word import Sheet

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
Change: TypeAlias = Callable[[str], str]
"""A part's text, and what becomes of it."""

TITLE = "Intervjuguide om nattevakter"
ASKED = (
    "Hvordan er en vanlig natt hos dere?",
    "Hva er det vanskeligste med å være alene?",
    "Hvem kan du ringe til?",
)
LAST = "Er det noe du vil legge til?"


@cache
def plain() -> bytes:
    """A small guide that anybody could have typed."""
    sheet = Sheet(norwegian=True)
    numbers = sheet.list(("decimal", "%1."))
    sheet.heading(TITLE)
    sheet.heading("Om arbeidet", 2)
    for question in ASKED:
        sheet.item(question, numbers)
    sheet.heading("Avslutning", 2)
    sheet.item(LAST, numbers)
    return sheet.bytes()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by their names."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Mapping[str, bytes], *, stored: Iterable[str] = ()) -> bytes:
    """Parts put into a zip; those in ``stored`` are not compressed."""
    kept = frozenset(stored)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content, ZIP_STORED if name in kept else ZIP_DEFLATED)
    return stream.getvalue()


def changed(data: bytes, **changes: Change | None) -> bytes:
    """A package with parts changed as text, or taken out by None: ``main``, ``types``, ``relations``."""
    parts = parts_of(data)
    for key, change in changes.items():
        name = {"main": MAIN, "types": TYPES, "relations": RELATIONS}[key]
        content = parts.pop(name)
        if change is not None:
            parts[name] = change(content.decode("utf-8")).encode("utf-8")
    return zipped(parts)


def body(xml: str) -> str:
    """A ``word/document.xml`` with this between the tags of its body."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:document {NAMESPACES}><w:body>{xml}<w:sectPr/></w:body></w:document>"


def bodied(xml: str) -> bytes:
    """The small guide's package with another body."""
    return changed(plain(), main=lambda _: body(xml))


def added(xml: str) -> bytes:
    """The small guide with more XML at the end of its body."""

    def mended(main: str) -> str:
        place = main.rindex("<w:sectPr")
        with_names = main[:place] + xml + main[place:]
        return re.sub(r"<w:document [^>]*>", f"<w:document {NAMESPACES}>", with_names, count=1)

    return changed(plain(), main=mended)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph's XML."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def element(xml: str) -> Any:
    """An element from its XML, for python-docx to take in."""
    return parse_xml(xml.replace("/>", f" {NAMESPACES}/>", 1))


def with_size(data: bytes, name: str, size: int) -> bytes:
    """A zip whose directory and local header lie about how large a part is when it is unpacked."""
    wanted = name.encode()
    changed_data = bytearray(data)
    for mark, sizes, names in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = data.find(mark)
        while place >= 0:
            if data[place + names : place + names + len(wanted)] == wanted:
                struct.pack_into("<I", changed_data, place + sizes, size)
            place = data.find(mark, place + 4)
    return bytes(changed_data)


def related(kind: str, target: str, mode: str = "External") -> Change:
    """A change that gives the main part one more relationship, ``rIdX``."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    extra = f'<Relationship Id="rIdX" Type="{base}{kind}" Target="{target}" TargetMode="{mode}"/>'
    return lambda text: text.replace("</Relationships>", extra + "</Relationships>")


def with_part(xml: str, kind: str, name: str, inside: str) -> bytes:
    """The small guide with more XML, and with a part that its text refers to as ``rIdX``."""
    part = f"<w:{kind} {NAMESPACES}>{inside}</w:{kind}>".encode()
    return zipped({**parts_of(changed(added(xml), relations=related(kind, name, "Internal"))), f"word/{name}": part})
