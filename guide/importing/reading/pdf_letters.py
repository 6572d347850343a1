"""Letters of a PDF with their places, and lines drawn.

Through pypdfium2. Everything is measured in points from the upper left corner of the page as it is shown.
"""

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from guide.importing.document_blocks import Aside, RefusedError

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 300
MAX_LETTERS = 400_000
MAX_UNPACKED = 60_000_000  # bytes of one stream
_RATIO = 1_000  # to which deflate can grow at most, about
_LARGEST = 400.0  # points of a letter
_OFF = 20_000.0  # points: further off than any page is large
MAX_OBJECTS = 20_000  # of one page; a map has more, a guide does not
_HYPHENS = "\x02\ufffe\u00ad\u2010"
_SPACING = {"\u02da": "\u030a", "\u00a8": "\u0308", "\u00b4": "\u0301", "\u02c6": "\u0302", "\u02dc": "\u0303"}
"""Accents that stand beside a letter, as LaTeX sets them, and what makes one letter of both."""

_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|\+)(?:cm|sf)?bx\d*$|cmbx|-b$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|oblique|cmti|cmsl", re.IGNORECASE)
_DRAWN_BOLD = 700  # a font's weight, where its name says nothing
_THIN = 2.5  # points of a drawn line
_SHORTEST = 8.0  # points of a line that can be a table's
_WIDEST_SPOT = 8.0  # points of a drawn bullet
_MOST_SPOTS = 500  # of one page; a chart has more, a list does not


class PdfLetter(NamedTuple):
    """One letter: its left and right end, the line that it stands on, its size and look."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool


class PdfRule(NamedTuple):
    """A straight line that is drawn: where it begins and ends; it stands or lies."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def upright(self) -> bool:
        """Whether it stands rather than lies."""
        return self.bottom - self.top > self.right - self.left


class PdfPage(NamedTuple):
    """One page: its size, its letters in the order they were drawn, its drawn lines.

    ``aslant`` are words that do not lie as the page does or lie outside of it, ``pictures`` says how many there are.
    ``notes`` are what readers put on it later: comments, and as text boxes what was typed on it or into a form's field.
    """

    width: float
    height: float
    letters: tuple[PdfLetter, ...]
    rules: tuple[PdfRule, ...]
    aslant: str
    pictures: int
    notes: tuple[tuple[Aside, str], ...] = ()


def read_pages(data: bytes) -> tuple[PdfPage, ...]:
    """The pages of a PDF.

    Raises:
        RefusedError: it is broken, locked, too long, or pypdfium2 is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise RefusedError("import_lacks_documents") from None
    _check_unpacked(data)
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > MAX_PAGES:
                raise RefusedError("import_too_many_pages", limit=f"{MAX_PAGES}")
            return tuple(_pages(document))
    except pypdfium2.PdfiumError as error:
        raise RefusedError("import_locked" if "assword" in str(error) else "import_broken_pdf") from None


_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LONGEST_HEAD = 4_000  # bytes of what is said of a stream
_PACKERS = re.compile(rb"/(?:FlateDecode|LZWDecode|RunLengthDecode)\b")


def _check_unpacked(data: bytes) -> None:
    """Refuse what is small and becomes so large that there is no memory for it; pictures are never unpacked.

    Raises:
        RefusedError: a part is larger inside than a guide can be.
    """
    at = 0
    while (found := _STREAM.search(data, at)) is not None:
        start = found.end()
        end = at = data.find(b"endstream", start)
        if end < 0:
            return
        above = data[max(0, start - _LONGEST_HEAD) : start]
        head = above[above.rfind(b" obj") + 1 :]
        if b"/Image" in head:
            continue
        if len(_PACKERS.findall(head)) > 1 or (b"LZWDecode" in head and end - start > MAX_UNPACKED // _RATIO):
            raise RefusedError("import_too_large_inside")
        if (end - start) * _RATIO > MAX_UNPACKED and _grows(data[start:end]):
            raise RefusedError("import_too_large_inside")


def _grows(packed: bytes) -> bool:
    unpacking, size = zlib.decompressobj(), 0
    try:
        while packed:
            got = len(unpacking.decompress(packed, 1 << 20))
            packed = unpacking.unconsumed_tail
            size += got
            if size > MAX_UNPACKED:
                return True
            if not got:
                return False
    except zlib.error:
        return False
    return False


def _pages(document: "pypdfium2.PdfDocument") -> Iterator[PdfPage]:
    count = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        try:
            count += text.count_chars()
            if count > MAX_LETTERS:
                raise RefusedError("import_too_long", limit=f"{MAX_LETTERS}")
            yield _PageReader(page, text).read()
        finally:
            text.close()
            page.close()


class _PageReader:
    """One page being read."""

    def __init__(self, page: "pypdfium2.PdfPage", text: "pypdfium2.PdfTextPage") -> None:
        import pypdfium2.raw

        self._raw: Any = pypdfium2.raw
        self._page = page
        self._text = text
        self._turn = page.get_rotation() % 360
        self._box = page.get_bbox()  # the other boxes do not look at /Pages, from which a page may have its own
        self._width, self._height = page.get_size()

    def read(self) -> PdfPage:
        letters: list[PdfLetter] = []
        aslant: list[str] = []
        for letter, straight in self._letters():
            if straight:
                letters.append(letter)
            else:
                aslant.append(letter.text)
        rules, pictures, spots = self._drawn()
        letters += [bullet for spot in spots for bullet in _bullet(spot, letters)]
        return PdfPage(
            self._width, self._height, tuple(_composed(letters)), tuple(rules), "".join(aslant), pictures,
            tuple(self._notes()),
        )  # fmt: skip

    def _notes(self) -> Iterator[tuple[Aside, str]]:
        raw = self._raw
        for place in range(min(raw.FPDFPage_GetAnnotCount(self._page), MAX_OBJECTS)):
            note = raw.FPDFPage_GetAnnot(self._page, place)
            if not note:
                continue
            kind = raw.FPDFAnnot_GetSubtype(note)
            key = b"V" if kind == raw.FPDF_ANNOT_WIDGET else b"Contents"
            size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
            if size > 2 * MAX_LETTERS:
                raise RefusedError("import_too_long", limit=f"{MAX_LETTERS}")
            if raw.FPDFAnnot_GetValueType(note, key) == raw.FPDF_OBJECT_STRING and size:
                said = raw.create_string_buffer(size)
                raw.FPDFAnnot_GetStringValue(note, key, raw.cast(said, raw.POINTER(raw.FPDF_WCHAR)), size)
                on_page = kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)
                yield "text_box" if on_page else "comment", said.raw.decode("utf-16-le", "replace").rstrip("\0")
            raw.FPDFPage_CloseAnnot(note)

    def _letters(self) -> Iterator[tuple[PdfLetter, bool]]:
        """Each letter, and whether it lies as the page does; what is printed in one go has one look."""
        raw, text = self._raw, self._text.raw
        box, x, y = raw.FS_RECTF(), raw.c_double(), raw.c_double()
        looks: dict[int | None, tuple[float, bool, bool, bool]] = {}
        kept: tuple[PdfLetter, bool] | None = None
        before: tuple[int | None, float, float] | None = None
        for place in range(self._text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, place)
            if code in (0, 10, 13) or raw.FPDFText_IsGenerated(text, place) == 1:
                continue
            if not (raw.FPDFText_GetLooseCharBox(text, place, box) and raw.FPDFText_GetCharOrigin(text, place, x, y)):
                box.left = box.right = box.top = box.bottom = x.value = y.value = -2 * _OFF  # told, though nowhere
            printed = raw.cast(raw.FPDFText_GetTextObject(text, place), raw.c_void_p).value
            if printed is None or printed not in looks:
                looks[printed] = self._look(place)
            size, bold, italic, straight = looks[printed]
            ends = sorted((self._shown(box.left, box.bottom), self._shown(box.right, box.top)))
            sign = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            left, base = self._shown(x.value, y.value)
            letter = "-" if sign in _HYPHENS else sign
            here = (printed, left, base)
            if here == before and printed is not None and kept is not None:
                whole = max(kept[0].right, ends[1][0])  # of one sign, as for "ff", which has one place
                kept = (kept[0]._replace(text=kept[0].text + letter, right=whole), kept[1])
                continue
            if kept is not None:
                yield kept
            found = PdfLetter(letter, min(left, ends[0][0]), ends[1][0], base, size, bold, italic)
            near = -_OFF < x.value < _OFF and -_OFF < y.value < _OFF
            seen = near and straight and -size < left < self._width + size and -size < base < self._height + size
            kept, before = (found, seen), here
        if kept is not None:
            yield kept

    def _look(self, place: int) -> tuple[float, bool, bool, bool]:
        """A letter's size, whether it is bold and italic, and whether it lies as the page does."""
        raw, text = self._raw, self._text.raw
        name, flags, matrix = raw.create_string_buffer(128), raw.c_int(), raw.FS_MATRIX()
        raw.FPDFText_GetFontInfo(text, place, name, len(name), flags)
        said = name.value.decode("utf-8", "replace")
        heavy = raw.FPDFText_GetFontWeight(text, place) >= _DRAWN_BOLD
        size = abs(raw.FPDFText_GetFontSize(text, place))
        if not raw.FPDFText_GetMatrix(text, place, matrix):
            return min(max(size, 1.0), _LARGEST), heavy, False, True
        start, end = self._shown(0.0, 0.0), self._shown(matrix.a, matrix.b)
        across, up = end[0] - start[0], start[1] - end[1]
        size = min(max(size * (matrix.c**2 + matrix.d**2) ** 0.5, 1.0), _LARGEST)
        straight = across > 0 and abs(up) < 0.1 * across
        return size, _BOLD.search(said) is not None or heavy, _ITALIC.search(said) is not None, straight

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page as it is shown, from its upper left corner."""
        left, bottom, right, top = self._box
        match self._turn:
            case 90:
                return y - bottom, x - left
            case 180:
                return right - x, y - bottom
            case 270:
                return top - y, right - x
        return x - left, top - y

    def _drawn(self) -> tuple[list[PdfRule], int, list[PdfRule]]:
        """The straight lines, how many pictures, and the places of small spots as wide as high."""
        raw = self._raw
        rules: list[PdfRule] = []
        spots: list[PdfRule] = []
        pictures = 0
        for seen, drawn in enumerate(self._page.get_objects(max_depth=3)):
            if seen > MAX_OBJECTS:
                break
            pictures += drawn.type == raw.FPDF_PAGEOBJ_IMAGE
            if drawn.type == raw.FPDF_PAGEOBJ_PATH and drawn.level == 0:
                left, bottom, right, top = drawn.get_bounds()
                if max(right - left, top - bottom) <= _WIDEST_SPOT and abs(right - left - top + bottom) < 0.5:
                    (left, top), (right, bottom) = self._shown(left, top), self._shown(right, bottom)
                    spots.append(PdfRule(min(left, right), min(top, bottom), max(left, right), max(top, bottom)))
                else:
                    rules += self._of_path(drawn)
        return rules, pictures, spots if len(spots) <= _MOST_SPOTS else []

    def _of_path(self, drawn: Any) -> Iterator[PdfRule]:
        """The straight lines of a path: itself where it is thin, else its edges."""
        raw = self._raw
        bounds = drawn.get_bounds()
        if min(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= _THIN:
            yield from self._rule((bounds[0], bounds[1]), (bounds[2], bounds[3]))
            return
        filled, stroked = raw.c_int(), raw.c_int()
        raw.FPDFPath_GetDrawMode(drawn.raw, filled, stroked)
        if not stroked.value:
            return  # a coloured ground, which need not end where a cell does
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(drawn.raw, matrix)
        x, y = raw.c_float(), raw.c_float()
        start = before = (0.0, 0.0)
        for place in range(min(raw.FPDFPath_CountSegments(drawn.raw), 2_000)):
            piece = raw.FPDFPath_GetPathSegment(drawn.raw, place)
            raw.FPDFPathSegment_GetPoint(piece, x, y)
            here = (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
            kind = raw.FPDFPathSegment_GetType(piece)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                start = here
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield from self._rule(before, here)
            if raw.FPDFPathSegment_GetClose(piece):
                yield from self._rule(here, start)
            before = here

    def _rule(self, one: tuple[float, float], other: tuple[float, float]) -> Iterator[PdfRule]:
        (left, top), (right, bottom) = self._shown(*one), self._shown(*other)
        left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
        if max(right - left, bottom - top) >= _SHORTEST and min(right - left, bottom - top) <= _THIN:
            yield PdfRule(left, top, right, bottom)


def _bullet(spot: PdfRule, letters: list[PdfLetter]) -> Iterator[PdfLetter]:
    """The bullet that a spot is, where a line begins right beside it; browsers draw those of lists."""
    middle = (spot.top + spot.bottom) / 2
    line = [one for one in letters if one.base - 0.8 * one.size < middle < one.base and one.text.strip()]
    first = min((one for one in line if one.left >= spot.right), key=lambda one: one.left, default=None)
    if first is None or spot.right - spot.left > 0.55 * first.size or first.left - spot.right > 2 * first.size:
        return
    if not any(spot.left - 3 * first.size < one.right <= first.left for one in line if one is not first):
        yield PdfLetter("\u2022", spot.left, spot.right, first.base, first.size, bold=False, italic=False)


def _composed(letters: list[PdfLetter]) -> Iterator[PdfLetter]:
    """Letters with the accents that were set over them, and none twice that was printed twice to look bold."""
    import unicodedata

    last: PdfLetter | None = None
    accent: PdfLetter | None = None
    for letter in letters:
        if letter.text in _SPACING:
            accent = letter
            continue
        if accent is not None:
            over = accent.left < letter.right and letter.left < accent.right
            text = unicodedata.normalize("NFC", letter.text + _SPACING[accent.text]) if over else ""
            if len(text) == 1:
                yield (last := letter._replace(text=text))
                accent = None
                continue
            if last is not None:
                yield accent
            accent = None
        again = last is not None and last.text == letter.text and abs(last.base - letter.base) < 1
        if again and last is not None and abs(last.left - letter.left) < 0.15 * letter.size:
            continue
        yield letter
        last = letter
