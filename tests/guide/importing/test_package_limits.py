"""Each limit of a Word file's zip by itself: what is as large as may be is read, one more of anything is refused."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from guide.importing.document_blocks import RefusedError
from guide.importing.reading import xml_package
from guide.importing.reading.xml_package import XmlPackage, check_parts, unpack
from tests.guide.documents.packages import MAIN, TYPES, with_size, zipped

SMALL = {TYPES: b"<Types/>", MAIN: b"<w:document/>" + b" " * 987}
TEXT = 1000
"""Bytes of the largest part, which is XML."""

ALL = sum(map(len, SMALL.values()))


def limited(monkeypatch: pytest.MonkeyPatch, *, xml: int = 10**6, unpacked: int = 10**6, parts: int = 10**3) -> None:
    """Set limits, those that are not named far away."""
    for name, limit in (("MAX_XML", xml), ("MAX_UNPACKED", unpacked), ("MAX_PARTS", parts)):
        monkeypatch.setattr(xml_package, name, limit)


def is_refused(data: bytes) -> bool:
    """Whether it is refused for its size, and for nothing else; what is not refused is unpacked whole."""
    try:
        XmlPackage(data)
        unpacked(data)
    except RefusedError as error:
        if error.refusal.code != "import_too_large_inside":
            raise
        return True
    return False


def unpacked(data: bytes) -> dict[str, bytes]:
    """Every part, unpacked within the limits."""
    with ZipFile(BytesIO(data)) as package:
        check_parts(package.infolist())
        return {part.filename: unpack(package, part) for part in package.infolist()}


@pytest.mark.parametrize("less", [0, 1])
@pytest.mark.parametrize("name", [MAIN, "word/styles.xml", "word/_rels/document.xml.rels", "word/media/notes.xml"])
def test_one_text_may_be_so_large_and_no_larger(monkeypatch: pytest.MonkeyPatch, name: str, less: int) -> None:
    limited(monkeypatch, xml=TEXT - less)
    assert is_refused(zipped({TYPES: b"<Types/>", name: b" " * TEXT})) is bool(less)


def test_what_is_no_text_has_the_limit_of_the_whole_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, xml=TEXT, unpacked=ALL + 3 * TEXT)
    assert not is_refused(zipped({**SMALL, "word/vbaProject.bin": b" " * 3 * TEXT}))
    assert is_refused(zipped({**SMALL, "word/vbaProject.bin": b" " * (3 * TEXT + 1)}))


@pytest.mark.parametrize("less", [0, 1])
def test_all_together_may_be_so_large_and_no_larger(monkeypatch: pytest.MonkeyPatch, less: int) -> None:
    limited(monkeypatch, unpacked=ALL + 5 * TEXT - less)
    assert is_refused(zipped({**SMALL, **{f"customXml/item{n}.xml": b" " * TEXT for n in range(5)}})) is bool(less)


def test_pictures_count_nowhere_and_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, xml=TEXT, unpacked=ALL)
    pictured = zipped({**SMALL, "word/media/image1.png": b" " * 50 * TEXT})
    assert not is_refused(pictured)
    assert unpacked(pictured)["word/media/image1.png"] == b""


@pytest.mark.parametrize("less", [0, 1])
def test_there_may_be_so_many_parts_and_no_more(monkeypatch: pytest.MonkeyPatch, less: int) -> None:
    limited(monkeypatch, parts=9 - less)
    assert is_refused(zipped({**SMALL, **{f"word/media/image{n}.png": b"" for n in range(7)}})) is bool(less)


def test_what_is_larger_than_its_directory_says_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    lying = with_size(zipped({TYPES: b"<Types/>", MAIN: b" " * 50 * TEXT}), MAIN, 10)
    limited(monkeypatch, xml=TEXT, unpacked=ALL)
    with pytest.raises(RefusedError) as caught:
        XmlPackage(lying, "import_broken_zip").part(MAIN)
    assert caught.value.refusal.code == "import_broken_zip"
