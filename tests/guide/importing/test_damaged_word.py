"""A Word file that is damaged anywhere is read, or refused with a sentence; nothing crashes and nothing is made."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.importing import Imported, ImportRefusal, import_document
from tests.guide.documents.packages import MAIN, RELATIONS, TYPES, changed, parts_of, plain, related, zipped
from tui.main import main
from tui.translator import Translator

PLAIN = plain()
PARTS = parts_of(PLAIN)
STYLES = "word/styles.xml"
VALUES = (b"", b"-1", b"9" * 30, b"x", b"1.5", b"NaN", b"rId99", b"../../x", b"\xc3", b"%")


def with_header(reference: str) -> bytes:
    """The small guide with a reference to a header that is not there."""
    return changed(PLAIN, main=lambda text: re.sub(r"(<w:sectPr[^>]*>)", rf"\1{reference}", text, count=1))


DAMAGED: dict[str, Callable[[], bytes]] = {
    "styles in the place of the text": lambda: zipped({**PARTS, MAIN: PARTS[STYLES]}),
    "no body": lambda: zipped({**PARTS, MAIN: re.sub(rb"<w:body>.*</w:body>", b"", PARTS[MAIN], flags=re.DOTALL)}),
    "a text of no known name": lambda: zipped({**PARTS, MAIN: b"<guide/>"}),
    "a header that is not there": lambda: with_header('<w:headerReference w:type="default" r:id="rId99"/>'),
    "a header without a name": lambda: with_header('<w:headerReference w:type="default"/>'),
    "footnotes that are no XML": lambda: zipped(
        {
            **parts_of(changed(PLAIN, relations=related("comments", "comments.xml", "Internal"))),
            "word/comments.xml": b"<w:comments",
        }
    ),
    "relationships that are no XML": lambda: zipped({**PARTS, RELATIONS: b"<Relationships"}),
    "content types that are no XML": lambda: zipped({**PARTS, TYPES: PARTS[TYPES][:-20]}),
    "half of it": lambda: PLAIN[: len(PLAIN) // 2],
}


@pytest.mark.parametrize("name", DAMAGED)
def test_the_command_says_that_the_file_is_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "nb")
    source = tmp_path / "guide.docx"
    source.write_bytes(DAMAGED[name]())
    assert main(["new", str(tmp_path / "study"), "--from", str(source)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert (
        Translator("nb")("the Word file is damaged; open it in Word and save it anew") in said.err
        or Translator("nb")(
            "the file is no Word document, though its name says so; save the guide as .docx, .md or .txt"
        )
        in said.err
    ), said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "study").exists()


def test_a_part_goes_by_what_the_text_calls_it_and_not_by_its_content_type() -> None:
    odd = re.sub(rb'(/word/styles.xml" ContentType=")[^"]*', rb"\1application/xml", PARTS[TYPES])
    assert odd != PARTS[TYPES]
    assert import_document(zipped({**PARTS, TYPES: odd}), "guide.docx") == import_document(PLAIN, "guide.docx")


@pytest.mark.parametrize("kind", ["document.macroEnabled", "template.macroEnabledTemplate"])
def test_a_file_with_macros_is_read_like_one_without(kind: str) -> None:
    types = re.sub(
        rb'(/word/document.xml" ContentType=")[^"]*',
        rb"\1application/vnd.ms-word." + kind.encode() + b".main+xml",
        PARTS[TYPES],
    )
    assert types != PARTS[TYPES]
    assert import_document(zipped({**PARTS, TYPES: types}), "guide.docm") == import_document(PLAIN, "guide.docm")


def test_cut_anywhere_it_is_refused() -> None:
    for cut in (*range(1, len(PLAIN), len(PLAIN) // 40), len(PLAIN) - 1):
        assert isinstance(import_document(PLAIN[:cut], "guide.docx"), ImportRefusal), cut


@given(st.data())
def test_with_bits_turned_anywhere_it_is_read_or_refused(data: st.DataObject) -> None:
    """In the file as it lies on a failing stick."""
    damaged = bytearray(PLAIN)
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=8)):
        damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    assert isinstance(import_document(bytes(damaged), "guide.docx"), Imported | ImportRefusal)


@given(st.data())
def test_with_anything_wrong_inside_it_is_read_or_refused(data: st.DataObject) -> None:
    """In what another program wrote: a part that is missing, cut or another's, a value that cannot be."""
    parts = dict(PARTS)
    for name in data.draw(st.lists(st.sampled_from(sorted(parts)), min_size=1, max_size=3, unique=True)):
        content = parts.pop(name)
        values = [found.span(1) for found in re.finditer(rb'="([^"]*)"', content)]
        match data.draw(st.sampled_from(["missing", "another's", "cut", "value", "value", "value"])):
            case "another's":
                parts[name] = PARTS[data.draw(st.sampled_from(sorted(PARTS)))]
            case "cut":
                parts[name] = content[: data.draw(st.integers(0, len(content)))]
            case "value" if values:
                start, end = data.draw(st.sampled_from(values))
                parts[name] = content[:start] + data.draw(st.sampled_from(VALUES)) + content[end:]
            case _:
                pass
    assert isinstance(import_document(zipped(parts), "guide.docx"), Imported | ImportRefusal)
