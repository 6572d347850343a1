"""Files that are no Word files, and Word files that are broken, locked, or larger than they look."""

from io import BytesIO
from itertools import pairwise
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from tests.guide.documents import packages
from tests.guide.documents.packages import ASKED, LAST, MAIN, TITLE, TYPES, parts_of, plain, zipped
from tests.guide.sizes import SMALLER

PDF = (
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    + bytes(range(256)) * 40
    + b"\n%%EOF\n"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00" + bytes(range(256)) * 40 + b"\xff\xd9"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(4096)
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4096)
RTF = rb"{\rtf1\ansi\ansicpg1252 {\fonttbl\f0\fswiss Calibri;}\f0 Hvordan er en vanlig natt?\par Hva er vanskelig?\par}"
MEGABYTE = 1 << 20
BOMB = 512 // SMALLER
"""Megabytes: half a gigabyte at full size."""


def text_as_word() -> bytes:
    """Typed in a text editor and given the wrong name."""
    return "\n".join((TITLE, "", *(f"- {each}" for each in ASKED), "", "Avslutning", f"- {LAST}")).encode()


def damaged_open_document() -> bytes:
    """What LibreOffice writes, cut off."""
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": b"<office:document-content><text:p>Hvordan er det?</text:p>",
        },
        stored=("mimetype",),
    )


def spreadsheet() -> bytes:
    """An Excel file: the same wrapping, another content."""
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    base = "http://schemas.openxmlformats.org"
    rels = (
        f'<?xml version="1.0"?><Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{base}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    return zipped({TYPES: types.encode(), "_rels/.rels": rels.encode(), "xl/workbook.xml": b"<workbook/>"})


def any_zip() -> bytes:
    """Somebody's holiday."""
    return zipped({"bilder/hytta.txt": b"Hvor er vi?", "les meg.txt": b"Hvem er med?"})


def encrypted_zip() -> bytes:
    """A zip that wants a password: the bit is set on every part."""
    data = bytearray(plain())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def half() -> bytes:
    """A download that stopped."""
    data = plain()
    return data[: len(data) // 2]


def nearly_whole() -> bytes:
    """A download that stopped at the very end."""
    return plain()[:-100]


def turned() -> bytes:
    """One byte of the text's own part is not what it was."""
    data = bytearray(plain())
    with ZipFile(BytesIO(bytes(data))) as package:
        info = package.getinfo(MAIN)
    for place in range(info.header_offset + 80, info.header_offset + 80 + info.compress_size // 2):
        data[place] ^= 0x5A
    return bytes(data)


def rubbish_before() -> bytes:
    """Something stands before the zip, as mail programs once did it."""
    return b"From - Mon\r\n\r\n" + plain()


def bomb() -> bytes:
    """A picture of half a gigabyte, all of it one colour."""
    return _with_stream("word/media/image1.bmp", b"", b"\0" * MEGABYTE, b"", BOMB)


def bomb_of_text() -> bytes:
    """A text that is half a gigabyte when unpacked."""
    return _with_stream(MAIN, *_endless())


def bomb_of_styles() -> bytes:
    """Styles that are half a gigabyte when unpacked."""
    return _with_stream("word/styles.xml", *_endless())


def lying_bomb() -> bytes:
    """The same, and the directory says that it is small."""
    return packages.with_size(bomb_of_text(), MAIN, 4_000)


def lying_large() -> bytes:
    """The directory says that the text is eleven megabytes, and it is not."""
    return packages.with_size(plain(), MAIN, 11_000_000 // SMALLER)


def _endless() -> tuple[bytes, bytes, bytes, int]:
    whole = packages.body(packages.paragraph("Hva er dette?") + "<!-- -->").encode()
    before, _, after = whole.partition(b"<!-- -->")
    return before + b"<!-- ", b" " * MEGABYTE, b" -->" + after, BOMB


def _with_stream(name: str, before: bytes, filling: bytes, after: bytes, times: int) -> bytes:
    parts = parts_of(plain())
    parts.pop(name, None)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for other, content in parts.items():
            package.writestr(other, content)
        with package.open(name, "w", force_zip64=True) as part:
            part.write(before)
            for _ in range(times):
                part.write(filling)
            part.write(after)
    return stream.getvalue()


def many_parts() -> bytes:
    """Thirty thousand parts."""
    return zipped({**parts_of(plain()), **{f"word/media/i{n}.png": b"" for n in range(30_000 // SMALLER)}})


def nested_zips() -> bytes:
    """Zips all the way down, and no Word file anywhere."""
    data = b"\0" * MEGABYTE
    for depth in range(20):
        data = zipped({f"{depth}.zip": data})
    return data


def word_in_word() -> bytes:
    """A document with another one embedded in it."""
    return zipped({**parts_of(plain()), "word/embeddings/annet.docx": plain()})


def twice() -> bytes:
    """Two parts of the same name."""
    stream = BytesIO(plain())
    parts = parts_of(plain())
    with ZipFile(stream, "a") as package:
        # Forgotten, so that zipfile does not warn of a second one.
        package.NameToInfo.pop(MAIN)
        package.writestr(MAIN, parts[MAIN])
    return stream.getvalue()


def climbing() -> bytes:
    """Parts whose names lead out of any folder they might be unpacked in."""
    return zipped({**parts_of(plain()), "../../../../tmp/utenfor.txt": b"ut", "/tmp/rot.txt": b"ut"})  # noqa: S108


def big_picture() -> bytes:
    """Photos of the whiteboard: fifty megabytes that cannot be compressed."""
    noise = Random(1).randbytes(MEGABYTE)
    photo = JPEG + b"".join(bytes([turn]) + noise for turn in range(50))
    parts = {**parts_of(plain()), "word/media/tavle.jpeg": photo}
    return zipped(parts, stored=("word/media/tavle.jpeg",))


def big_text() -> bytes:
    """Fifty megabytes of paragraphs."""
    words = packages.paragraph("Det var en gang en mann som skrev og skrev, og ingen hadde tid til å lese. " * 12)
    many = 50 * MEGABYTE // SMALLER // len(words.encode())
    return packages.bodied(words * many + packages.paragraph("Hva er dette?"))


def without_main() -> bytes:
    """The text is missing."""
    return packages.changed(plain(), main=None)


def without_types() -> bytes:
    """The list of contents is missing."""
    return packages.changed(plain(), types=None)


def without_relations() -> bytes:
    """Nothing says where styles and numbering are."""
    return packages.changed(plain(), relations=None)


def without_styles() -> bytes:
    """Styles are spoken of and not there."""
    return _without("word/styles.xml")


def without_numbering() -> bytes:
    """Lists are spoken of and not there."""
    return _without("word/numbering.xml")


def _without(name: str) -> bytes:
    parts = parts_of(plain())
    del parts[name]
    return zipped(parts)


def empty_main() -> bytes:
    """The text's part has no bytes."""
    return packages.changed(plain(), main=lambda _: "")


def broken_main() -> bytes:
    """The text's part is no XML."""
    return packages.changed(plain(), main=lambda _: "Hvordan er en vanlig natt? <og hva & hvorfor>")


def cut_main() -> bytes:
    """The text's part ends in the middle."""
    return packages.changed(plain(), main=lambda text: text[: len(text) // 2])


def _with_entities(entities: str, used: str) -> bytes:
    def mended(text: str) -> str:
        head, _, rest = text.partition("?>")
        mark = f"<!DOCTYPE w:document [{entities}]>"
        return f"{head}?>{mark}{rest.replace('vanlig natt', used)}"

    return packages.changed(plain(), main=mended)


def billion_laughs() -> bytes:
    """Ten entities, each ten times the one before."""
    names = "abcdefghij"
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    return _with_entities(entities, "&j;")


def quadratic_blowup() -> bytes:
    """One long entity, used many times."""
    return _with_entities(f'<!ENTITY a "{"ha" * 100_000}">', "&a;" * 20_000)


def external_entity(url: str) -> bytes:
    """The text asks for another file to be put into it."""
    return _with_entities(f'<!ENTITY a SYSTEM "{url}">', "&a;")


def external_subset(url: str) -> bytes:
    """The text asks for its rules in another file."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return packages.changed(
        plain(), main=lambda text: f'{head}<!DOCTYPE w:document SYSTEM "{url}">{text.partition("?>")[2]}'
    )


def deep_xml() -> bytes:
    """Tags inside tags, a hundred thousand deep."""
    deep = 100_000
    return packages.bodied("<w:smartTag>" * deep + "</w:smartTag>" * deep)
