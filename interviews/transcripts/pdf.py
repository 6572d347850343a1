"""PDF: lines of text from the places of its letters.

Whatever order they were drawn in. Read by ourselves, as far as transcripts go: pages of text with fonts that say which
letters their codes are. What is scanned, locked, or says nothing of its letters is refused, and is to be saved as Word
or text.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from guide.frozen import Value

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b")
_TOKEN = re.compile(
    rb"[\s\0]+|%[^\r\n]*|(?P<dict><<|>>)|(?P<hex><[0-9A-Fa-f\s]*>)|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?![^\s/<>\[\](){}%])"
    rb"|/(?P<name>[^\s/<>\[\](){}%]*)|(?P<open>[\[\]])|(?P<string>\()|(?P<word>[^\s/<>\[\](){}%]+)|."
)
_PLAIN = re.compile(
    rb"\s*(?P<numbers>(?:[+-]?(?:\d+\.?\d*|\.\d+)\s+)*+)(?:<(?P<hex>[0-9A-Fa-f\s]*)>\s*)?+"
    rb"(?P<word>[A-Za-z'\"][A-Za-z0-9*]*)(?![^\s/<>\[\](){}%])"
)
"""An operator behind numbers and, at most, letters as figures."""

_NUMBER = rb"[+-]?(?:\d+\.?\d*|\.\d+)"
_STEP = re.compile(rb"\s*(%b)\s+(%b)\s+Td\s*<([0-9A-Fa-f\s]*)>\s*Tj(?![^\s/<>\[\](){}%%])" % (_NUMBER, _NUMBER))
_LISTED = re.compile(
    rb"\s*\[((?:\s*(?:<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*+\)|%b(?![^\s/<>\[\](){}%%])))*+)\s*\]\s*TJ(?![^\s/<>\[\](){}%%])"
    % _NUMBER,
    re.DOTALL,
)
_IN_LIST = re.compile(rb"<([^>]*)>|\(((?:[^()\\]|\\.)*+)\)|([^\s<(]+)", re.DOTALL)

_DRAWING = frozenset(b"q Q cm Do ID BT Tf Td TD Tm T* ' \" TL Tc Tw Tz Ts Tj TJ".split())
_MOST_UNPACKED = 80_000_000
_MOST_LETTERS = 3_000_000
_DEEPEST = 6
_FEW = 4  # bytes of letters that come again and again
_EDGE = 2  # lines at the head and the foot of a page that may come again on the next
_WORD_GAP = 0.18  # of a letter's size: from there on a gap is a blank
_WIDE_GAP = 2.5  # from there on it is a column's
_APART = 1.35  # times the usual gap between lines: from there on an empty one stands there
_TWICE = 0.12  # of a letter's size within which the same letters are the same
_LINE = 0.4  # of a letter's size by which two letters of one line may differ in height
_COLUMN = 5.0  # points that one blank of indentation stands for


_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
_BLANK = re.compile(r"\s")


class NoText(Exception):
    """A PDF whose words cannot be read."""


Letters = tuple[float, float, str, float, float]
"""Letters without a gap between them: their place from the left and from below, their text, width, size; in points."""


class _Ref(Value):
    number: int


class _Name(Value):
    text: str


class _PlacedWord(Value):
    text: bytes


def text_of_pdf(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The lines of every page, indented as they stand there, a form feed between pages; and what stands on each.

    A line at the edge of a page that comes again on the others is no talk: a title, a date, the page's number.

    Raises:
        NoText: none can be read.
    """
    file = _File(data)
    pages = [_lines_of(letters) for letters in file.pages()]
    edges = _edges(pages)
    text = "\n\f".join("\n".join(line for line in lines if _mask_figures(line) not in edges) for lines in pages)
    if not any(map(str.isalnum, text)):
        raise NoText
    return text, tuple(line for lines in pages for line in lines if line.strip() and _mask_figures(line) in edges)


def _edges(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines, their figures masked, that stand first or last on most pages, of two at least."""
    found: Counter[str] = Counter()
    for lines in pages:
        said = [line for line in lines if line.strip()]
        found.update({_mask_figures(line) for line in (*said[:_EDGE], *said[-_EDGE:])})
    least = max(2, round(0.6 * len(pages)))
    return frozenset(line for line, times in found.items() if times >= least and not line.endswith((".", "?", "!")))


def _mask_figures(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _lines_of(letters: Sequence[Letters]) -> list[str]:
    """Letters as lines: what is about as high up is one; empty lines stand where the gap is wider than usual."""
    rows: list[list[Letters]] = []
    for one in sorted(letters, key=lambda one: -one[1]):
        if rows and abs(rows[-1][0][1] - one[1]) <= _LINE * max(one[4], 1.0):
            rows[-1].append(one)
        else:
            rows.append([one])
    gaps = [above[0][1] - below[0][1] for above, below in pairwise(rows)]
    usual = median(gaps) if gaps else 0.0
    left = min((one[0] for one in letters), default=0.0)
    lines: list[str] = []
    for place, row in enumerate(rows):
        if place and gaps[place - 1] > _APART * usual:
            lines.append("")
        lines.append(_line(sorted(row), left))
    return lines


def _line(row: Sequence[Letters], left: float) -> str:
    end = row[0][0]
    parts = [" " * min(100, max(0, round((end - left) / _COLUMN)))]
    before: Letters | None = None
    for one in row:
        x, _, text, width, size = one
        if before is not None and before[2] == text and x - before[0] < _TWICE * size:
            continue  # drawn again a hair beside, to look bold
        before = one
        if x - end > _WORD_GAP * size:
            parts.append("    " if x - end > _WIDE_GAP * size else " ")
        parts.append(_BLANK.sub(" ", text).translate(_LIGATURES))
        end = max(end, x + width)
    indent, words = parts[0], "".join(parts[1:])
    return indent + re.sub(r"(?<=\S) (?:  ?)?(?=\S)", " ", words).rstrip()


class _File:
    """The objects of a PDF, found by looking for them: no table of places has to be right."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._unpacked = 0
        self._places = {int(found[1]): found.end() for found in _OBJECT.finditer(data)}
        self._known: dict[int, Any] = {}
        self._streams: dict[int, bytes] = {}
        self._fonts: dict[int, _Font] = {}
        if re.search(rb"/Encrypt\b", data):
            raise NoText
        for number in list(self._places):
            told = self.get(_Ref(number))
            if isinstance(told, dict) and told.get("Type") == _Name("ObjStm"):
                self._take_packed(number, told)

    def _take_packed(self, number: int, told: dict[str, Any]) -> None:
        body, first, count = self.stream(number), told.get("First"), told.get("N")
        if not isinstance(first, int) or not isinstance(count, int):
            return
        heads = [int(one) for one in re.findall(rb"\d+", body[:first])][: 2 * count]
        for own, at in zip(heads[::2], heads[1::2], strict=False):
            if own not in self._places:
                self._known[own] = _parse(body, first + at)[0]

    def get(self, value: Any) -> Any:
        """What a reference stands for; anything else is itself."""
        for _ in range(_DEEPEST):
            if not isinstance(value, _Ref):
                return value
            if value.number not in self._known:
                at = self._places.get(value.number)
                self._known[value.number] = None if at is None else _parse(self._data, at)[0]
            value = self._known[value.number]
        return None

    def stream(self, number: int) -> bytes:
        """The bytes of a stream, unpacked."""
        if number in self._streams:
            return self._streams[number]
        told, at = self.get(_Ref(number)), self._places.get(number)
        if not isinstance(told, dict) or at is None:
            return b""
        begun = re.compile(rb"stream\r?\n").search(self._data, _parse(self._data, at)[1])
        if begun is None:
            return b""
        length = self.get(told.get("Length"))
        end = begun.end() + length if isinstance(length, int) and length >= 0 else -1
        if end < 0 or not self._data[end : end + 20].lstrip().startswith(b"endstream"):
            end = self._data.find(b"endstream", begun.end())
        body = self._data[begun.end() : end if end >= 0 else len(self._data)]
        filters = self.get(told.get("Filter"))
        for name in filters if isinstance(filters, list) else [filters] if filters is not None else []:
            if self.get(name) != _Name("FlateDecode"):
                return b""
            body = self._inflate(body)
        self._streams[number] = body
        return body

    def _inflate(self, body: bytes) -> bytes:
        try:
            found = zlib.decompressobj().decompress(body, _MOST_UNPACKED - self._unpacked + 1)
        except zlib.error:
            return b""
        self._unpacked += len(found)
        if self._unpacked > _MOST_UNPACKED:
            raise NoText
        return found

    def pages(self) -> Iterator[list[Letters]]:
        """The letters of each page, in the order of the pages."""
        numbers = sorted({*self._places, *self._known}, reverse=True)
        dicts = (told for number in numbers if isinstance(told := self.get(_Ref(number)), dict))
        root = next((told for told in dicts if told.get("Type") == _Name("Catalog")), None)
        if root is None:
            raise NoText
        count = 0
        for page, resources in self._tree(root.get("Pages"), {}, None, set(), 0):
            drawn = _Drawn(self)
            drawn.run(b"\n".join(self._contents(page)), resources, _ONE, 0)
            letters = drawn.letters
            count += sum(len(text) for _, _, text, _, _ in letters)
            if count > _MOST_LETTERS:
                raise NoText
            box = _numbers([self.get(one) for one in self.get(page.get("MediaBox")) or ()])
            if len(box) != 4:
                yield letters
                continue
            left, right = sorted(box[::2])
            low, high = sorted(box[1::2])  # what a program drew beside the page nobody sees
            yield [one for one in letters if left <= one[0] <= right and low <= one[1] <= high]

    def _tree(
        self, node: Any, above: Any, box: Any, seen: set[int], depth: int
    ) -> Iterator[tuple[dict[str, Any], Any]]:
        if isinstance(node, _Ref):
            if node.number in seen:
                return
            seen.add(node.number)
        told = self.get(node)
        if not isinstance(told, dict) or depth > 60:
            return
        resources = self.get(told.get("Resources")) or above
        told = {"MediaBox": box, **told}
        kids = self.get(told.get("Kids"))
        if isinstance(kids, list):
            for kid in kids:
                yield from self._tree(kid, resources, told["MediaBox"], seen, depth + 1)
        elif told.get("Type") in (_Name("Page"), None):
            yield told, resources

    def _contents(self, page: Mapping[str, Any]) -> Iterator[bytes]:
        told = page.get("Contents")
        parts = self.get(told)
        for one in parts if isinstance(parts, list) else [told]:
            if isinstance(one, _Ref):
                yield self.stream(one.number)

    def font(self, told: Any) -> "_Font":
        """A font, read once."""
        key = told.number if isinstance(told, _Ref) else -id(told)  # what a page has itself is kept as long as the file
        if key not in self._fonts:
            self._fonts[key] = _Font(self, self.get(told))
        return self._fonts[key]


_Matrix = tuple[float, float, float, float, float, float]
_ONE: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(a: _Matrix, b: _Matrix) -> _Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


class _Stretch:
    """Letters on one line behind each other, drawn in however many pieces."""

    __slots__ = ("end", "size", "texts", "x", "y")

    def __init__(self, x: float, y: float, text: str, end: float, size: float) -> None:
        self.x, self.y, self.texts, self.end, self.size = x, y, [text], end, size


class _Drawn:
    """What a page draws: its letters, each at its place."""

    def __init__(self, file: _File) -> None:
        self._stretches: list[_Stretch] = []
        self._last: _Stretch | None = None
        self._file = file
        self._font: _Font | None = None
        self._size = self._leading = self._rise = 0.0
        self._between = self._words = 0.0
        self._wide = 1.0
        self._text = self._begun = _ONE

    @property
    def letters(self) -> list[Letters]:
        """What was drawn, as it came."""
        return [(one.x, one.y, "".join(one.texts), one.end - one.x, one.size) for one in self._stretches]

    def run(self, content: bytes, resources: Any, matrix: _Matrix, depth: int) -> None:
        """Carry out the operators of a page, or of a form in it."""
        stack: list[_Matrix] = []
        operands: list[Any] = []
        at = 0
        while at < len(content):
            plain = _PLAIN.match(content, at)
            if plain is not None:  # as nearly all are
                at = plain.end()
                word = plain["word"]
                if word not in _DRAWING:
                    operands = []
                    continue
                operands += map(float, plain["numbers"].split())
                if plain["hex"] is not None:
                    operands.append(_of_hex(plain["hex"]))
            elif (listed := _LISTED.match(content, at)) is not None:
                at = listed.end()
                self._show(list(_read_list(listed[1])), matrix)
                continue
            else:
                value, at = _parse(content, at)
                if not isinstance(value, _PlacedWord):
                    operands.append(value)
                    del operands[:-64]
                    continue
                word = value.text
            if word == b"q":
                stack.append(matrix)
            elif word == b"Q":
                matrix = stack.pop() if stack else matrix
            elif word == b"cm" and len(numbers := _numbers(operands)) >= 6:
                matrix = _times(numbers[-6:], matrix)  # type: ignore[arg-type]
            elif word == b"Do" and operands and depth < _DEEPEST:
                self._form(operands[-1], resources, matrix, depth)
            elif word == b"ID":  # a picture inside the page
                end = content.find(b"EI", at)
                at = end + 2 if end >= 0 else len(content)
            else:
                self._operator(word, operands, resources, matrix)
                if word == b"Tj":
                    at = self._go_on(content, at, matrix)
            operands = []

    def _go_on(self, content: bytes, at: int, matrix: _Matrix) -> int:
        """Letters placed one by one behind these, as some programs do for a whole book; where they end."""
        font = self._font
        a, b, c, d, e, f = self._begun
        while font is not None and (step := _STEP.match(content, at)) is not None:
            x, y = float(step[1]), float(step[2])
            e, f = e + x * a + y * c, f + x * b + y * d
            self._text = self._begun = a, b, c, d, e, f
            self._show([_of_hex(step[3])], matrix)
            at = step.end()
        return at

    def _form(self, name: Any, resources: Any, matrix: _Matrix, depth: int) -> None:
        forms = self._file.get(resources.get("XObject")) if isinstance(resources, dict) else None
        ref = forms.get(name.text) if isinstance(forms, dict) and isinstance(name, _Name) else None
        told = self._file.get(ref)
        if isinstance(ref, _Ref) and isinstance(told, dict) and told.get("Subtype") == _Name("Form"):
            own = _numbers(self._file.get(told.get("Matrix")) or [])
            inner = _times(tuple(own), matrix) if len(own) == 6 else matrix  # type: ignore[arg-type]
            self.run(
                self._file.stream(ref.number), self._file.get(told.get("Resources")) or resources, inner, depth + 1
            )

    def _operator(self, word: bytes, operands: Sequence[Any], resources: Any, matrix: _Matrix) -> None:
        numbers = _numbers(operands)
        last = numbers[-1] if numbers else 0.0
        if word == b"BT":
            self._text = self._begun = _ONE
        elif word == b"Tf" and operands:
            fonts = self._file.get(resources.get("Font")) if isinstance(resources, dict) else None
            name = next((one.text for one in operands if isinstance(one, _Name)), "")
            self._font = self._file.font(fonts.get(name)) if isinstance(fonts, dict) else None
            self._size = last
        elif word in (b"Td", b"TD") and len(numbers) >= 2:
            self._leading = -numbers[-1] if word == b"TD" else self._leading
            self._move(numbers[-2], numbers[-1])
        elif word == b"Tm" and len(numbers) >= 6:
            self._text = self._begun = tuple(numbers[-6:])  # type: ignore[assignment]
        elif word in (b"T*", b"'", b'"'):
            self._move(0.0, -self._leading)
        elif word == b"TL":
            self._leading = last
        elif word == b"Tc":
            self._between = last
        elif word == b"Tw":
            self._words = last
        elif word == b"Tz":
            self._wide = last / 100
        elif word == b"Ts":
            self._rise = last
        if word in (b"Tj", b"'", b'"', b"TJ") and operands:
            self._show(operands[-1] if isinstance(operands[-1], list) else [operands[-1]], matrix)

    def _move(self, x: float, y: float) -> None:
        self._text = self._begun = _times((1.0, 0.0, 0.0, 1.0, x, y), self._begun)

    def _show(self, pieces: Sequence[Any], matrix: _Matrix) -> None:
        """Letters, and numbers between them that move what follows; where no gap is to be seen they stay together."""
        font = self._font
        if font is None:
            return
        base = _times(self._text, matrix)
        size = abs(self._size) * (abs(base[3]) or abs(base[1]))
        x, y = base[4] + self._rise * base[2], base[5] + self._rise * base[3]
        across, wide = abs(base[0]) or abs(base[1]), self._size * self._wide
        gap = _WORD_GAP * size
        between, words = self._between * self._wide, 0.0 if font.wide else self._words * self._wide
        along = 0.0
        for piece in pieces:
            if isinstance(piece, int | float):
                along -= piece / 1000 * wide
                continue
            for text, width, blank in (
                font.pieces(piece, apart=bool(between or words)) if isinstance(piece, bytes) else ()
            ):
                if text:
                    at, high = x + along * base[0], y + along * base[1]
                    end = at + width * wide * across
                    last = self._last
                    if last is not None and high == last.y and size == last.size and -gap < at - last.end < gap:
                        last.texts.append(text)
                        last.end = end
                    else:
                        self._last = _Stretch(at, high, text, end, size)
                        self._stretches.append(self._last)
                along += width * wide + between + (words if blank else 0.0)
        a, b, c, d, e, f = self._text
        self._text = a, b, c, d, e + along * a, f + along * b


class _Font:
    """Which letters a font's codes are, and how wide."""

    def __init__(self, file: _File, told: Any) -> None:
        told = told if isinstance(told, dict) else {}
        self.wide = told.get("Subtype") == _Name("Type0")
        ref = told.get("ToUnicode")
        self._letters = _letters_of(file.stream(ref.number)) if isinstance(ref, _Ref) else {}
        inner = file.get(told.get("DescendantFonts"))
        own = file.get(inner[0]) if self.wide and isinstance(inner, list) and inner else told
        self._widths, self._usual = _widths(file, own if isinstance(own, dict) else {}, wide=self.wide)
        if not self.wide:
            self._letters = _encoding(file, told) | self._letters
        self._found: dict[tuple[bytes, bool], Sequence[tuple[str, float, bool]]] = {}

    def pieces(self, codes: bytes, *, apart: bool) -> Sequence[tuple[str, float, bool]]:
        """Letters, their width in parts of the font's size, and whether they are a blank between words.

        All at once, or each ``apart`` where what lies between them must be looked at: so too where one has no letter.
        """
        if (found := self._found.get((codes, apart))) is not None:
            return found
        numbers: Sequence[int] = codes
        if self.wide:
            numbers = [high << 8 | low for high, low in zip(codes[::2], codes[1::2], strict=False)]
        letters = [self._letters.get(code, "") for code in numbers]
        usual = self._usual
        widths = [self._widths.get(code, usual) for code in numbers]
        if not apart and all(letters):
            told = [("".join(letters), sum(widths), False)]
        else:
            told = [(text, width, code == 32) for code, text, width in zip(numbers, letters, widths, strict=True)]
        if len(codes) <= _FEW:
            self._found[codes, apart] = told
        return told


def _widths(file: _File, own: Mapping[str, Any], *, wide: bool) -> tuple[dict[int, float], float]:
    found: dict[int, float] = {}
    if not wide:
        first, listed = file.get(own.get("FirstChar")), file.get(own.get("Widths"))
        for place, one in enumerate(listed if isinstance(listed, list) else ()):
            width = file.get(one)
            if isinstance(width, int | float) and isinstance(first, int):
                found[first + place] = width / 1000
        return found, 0.5
    listed = file.get(own.get("W"))
    waiting: list[Any] = []
    for one in listed if isinstance(listed, list) else ():
        told = file.get(one)
        if isinstance(told, list) and waiting and isinstance(waiting[-1], int):
            found |= {waiting[-1] + place: width / 1000 for place, width in enumerate(_numbers(told))}
            waiting = []
            continue
        waiting.append(told)
        if len(waiting) == 3:
            start, end, width = waiting
            if (
                isinstance(start, int)
                and isinstance(end, int)
                and isinstance(width, int | float)
                and end - start < 65536
            ):
                found |= dict.fromkeys(range(start, end + 1), width / 1000)
            waiting = []
    usual = file.get(own.get("DW"))
    return found, usual / 1000 if isinstance(usual, int | float) else 1.0


def _letters_of(table: bytes) -> dict[int, str]:
    """A ToUnicode table: single codes, and ranges of them."""
    found: dict[int, str] = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        hexes = re.findall(rb"<([0-9A-Fa-f\s]*)>", part)
        found |= {
            int(code, 16): _utf16(text) for code, text in zip(hexes[::2], hexes[1::2], strict=False) if code.strip()
        }
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for one in re.finditer(
            rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[((?:\s*<[0-9A-Fa-f\s]*>)*)\s*\])", part
        ):
            start, end = int(one[1], 16), min(int(one[2], 16), int(one[1], 16) + 65535)
            if one[4] is not None:
                listed = re.findall(rb"<([0-9A-Fa-f\s]*)>", one[4])
                found |= {start + place: _utf16(text) for place, text in enumerate(listed) if start + place <= end}
                continue
            first = _utf16(one[3])
            if first:
                for code in range(start, end + 1):
                    last = ord(first[-1]) + code - start
                    found[code] = first[:-1] + (chr(last) if last < 0x110000 else "")
    return found


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(re.sub(rb"\s", b"", digits).decode().rjust(4, "0")[: 1000 // 4 * 4]).decode(
        "utf-16-be", "replace"
    )


_GLYPHS = {
    "space": " ", "hyphen": "-", "period": ".", "comma": ",", "colon": ":", "semicolon": ";", "question": "?",
    "exclam": "!", "quotesingle": "'", "quotedbl": '"', "parenleft": "(", "parenright": ")", "bracketleft": "[",
    "bracketright": "]", "slash": "/", "ampersand": "&", "percent": "%", "numbersign": "#", "plus": "+", "equal": "=",
    "at": "@", "underscore": "_", "less": "<", "greater": ">", "endash": "–", "emdash": "—", "quoteleft": "‘",
    "quoteright": "’", "quotedblleft": "“", "quotedblright": "”", "guillemotleft": "«", "guillemotright": "»",
    "ellipsis": "…", "bullet": "•", "aring": "å", "Aring": "Å", "oslash": "ø", "Oslash": "Ø", "ae": "æ", "AE": "Æ",
    "adieresis": "ä", "Adieresis": "Ä", "odieresis": "ö", "Odieresis": "Ö", "udieresis": "ü", "Udieresis": "Ü",
    "eacute": "é", "Eacute": "É", "egrave": "è", "agrave": "à", "ccedilla": "ç", "germandbls": "ß", "fi": "fi",
    "fl": "fl", "ff": "ff", "ffi": "ffi", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "nbspace": "\xa0",
}  # fmt: skip


_LETTERS = {
    codec: {code: bytes([code]).decode(codec, "replace") for code in range(32, 256)}
    for codec in ("mac_roman", "cp1252")
}


def _encoding(file: _File, told: Mapping[str, Any]) -> dict[int, str]:
    """The letters of a simple font: Windows' or the Mac's, with the differences that it lists."""
    given = file.get(told.get("Encoding"))
    base = file.get(given.get("BaseEncoding")) if isinstance(given, dict) else given
    codec = "mac_roman" if base == _Name("MacRomanEncoding") else "cp1252"
    found = _LETTERS[codec].copy()
    code = 0
    for one in (file.get(given.get("Differences")) or ()) if isinstance(given, dict) else ():
        if isinstance(one, int):
            code = one
        elif isinstance(one, _Name):
            name = one.text
            if len(name) == 1 or name in _GLYPHS:
                found[code] = _GLYPHS.get(name, name)
            elif re.fullmatch(r"uni[0-9A-Fa-f]{4}", name):
                found[code] = chr(int(name[3:], 16))
            code += 1
    return found


def _numbers(values: Any) -> list[float]:
    return [float(one) for one in values if isinstance(one, int | float)] if isinstance(values, list) else []


def _parse(data: bytes, at: int, depth: int = 0) -> tuple[Any, int]:
    """One value from here on, and where it ends; an operator or a keyword is a word, the end an empty one."""
    while (found := _TOKEN.match(data, at)) is not None:
        at = found.end()
        kind = found.lastgroup
        if kind == "number":
            text = found["number"]
            if depth >= 0 and text.isdigit() and (ref := _REFERENCE.match(data, at)) is not None:
                return _Ref(int(text)), ref.end()
            return (float(text) if b"." in text else int(text[:18])), at
        if kind == "name":
            return _Name(
                re.sub(rb"#([0-9A-Fa-f]{2})", lambda one: bytes.fromhex(one[1].decode()), found["name"]).decode(
                    "latin-1"
                )
            ), at
        if kind == "string":
            return _string(data, at)
        if kind == "hex":
            return _of_hex(found["hex"][1:-1]), at
        if kind == "open" and found["open"] == b"[" and depth < 50:
            return _list(data, at, depth + 1, b"]")
        if kind == "dict" and found["dict"] == b"<<" and depth < 50:
            listed, at = _list(data, at, depth + 1, b">>")
            return {
                key.text: value for key, value in zip(listed[::2], listed[1::2], strict=False) if isinstance(key, _Name)
            }, at
        if kind in ("word", "dict", "open"):
            text = found["word"] or found.group()
            return {b"true": True, b"false": False, b"null": None}.get(text, _PlacedWord(text)), at
    return _PlacedWord(b""), len(data)


def _read_list(told: bytes) -> Iterator[bytes | float]:
    """What stands in the brackets of a list of letters and numbers."""
    for one in _IN_LIST.finditer(told):
        digits, string, number = one.groups()
        if number is not None:
            yield float(number)
        elif digits is not None:
            yield _of_hex(digits)
        else:
            yield string if b"\\" not in string else _string(told, one.start() + 1)[0]


def _of_hex(digits: bytes) -> bytes:
    told = b"".join(digits.split()).decode()
    return bytes.fromhex(told + "0" * (len(told) % 2))


_REFERENCE = re.compile(rb"\s+\d{1,5}\s+R(?![^\s/<>\[\](){}%])")


def _list(data: bytes, at: int, depth: int, closing: bytes) -> tuple[list[Any], int]:
    found: list[Any] = []
    while at < len(data):
        value, at = _parse(data, at, depth)
        if isinstance(value, _PlacedWord):
            if value.text == closing or value.text in (b"", b"endobj", b"stream"):
                break
            continue
        found.append(value)
    return found, at


_STRING = re.compile(rb"[()]|\\(?:[0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """A string in round brackets, from behind the first of them."""
    parts: list[bytes] = []
    depth = 1
    while (found := _STRING.search(data, at)) is not None:
        parts.append(data[at : found.start()])
        sign, at = found.group(), found.end()
        if sign == b"(":
            depth += 1
            parts.append(sign)
        elif sign == b")":
            depth -= 1
            if not depth:
                return b"".join(parts), at
            parts.append(sign)
        elif sign[1:2].isdigit():
            parts.append(bytes([int(sign[1:], 8) & 255]))
        elif sign[1:] not in (b"\n", b"\r", b"\r\n"):
            parts.append(_ESCAPES.get(sign[1:], sign[1:]))
    return b"".join(parts), len(data)
