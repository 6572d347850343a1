"""PDF into blocks, from where its letters stand.

Nothing is guessed from the order in which a program drew them. What belongs to the page and not to the text (running
headers, page and line numbers, footnotes) is known by its place and listed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from guide.frozen import Value
from guide.importing.document_blocks import Block, Cell, RefusedError, Run, Spot, fold_spaces
from guide.importing.reading import beside, check_count
from guide.importing.reading.page_lines import put_together
from guide.importing.reading.pdf_letters import PdfLetter, PdfPage, read_pages
from guide.importing.reading.pdf_tables import PdfCell, cells_of
from guide.importing.structure.tables import column_named
from guide.importing.words.line_kinds import begins_question
from guide.importing.words.sentences import ends_sentence
from guide.importing.words.typed_labels import find_label, with_label

_WORD_GAP = 0.13  # of a letter's size: what is further apart are two words
_PIECE_GAP = 1.5  # of a letter's size: what is further apart stands in two columns
_LABEL_GAP = 5.0  # of a letter's size: a number further off is none of these words
_MARGIN = 0.12  # of a page's height, above and below, where headers and page numbers stand
_SMALL = 0.86  # of the usual size: a footnote, a raised number
_BIG = 1.12  # of the usual size: a heading
_PRIVATE = re.compile("^[\ue000-\uf8ff\x80-\x9f\u25cf\u274f\u2756]\\s*")
_PAGE_NUMBER = re.compile(r"\W*(?:(?:side|page|s|p|pg)\W*)?\d{1,4}(?:\W*(?:av|of|/)\W*\d{1,4})?\W*", re.IGNORECASE)
_PRINTED = re.compile(r"(?:https?|file)://\S+|(?:\d{1,4}[./-]){2}\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?", re.IGNORECASE)
"""What a browser prints at a page's edge: where the page lies, and when it was printed."""

_LINE_NUMBER = re.compile(r"\d{1,4}")


class PdfLine(Value):
    """Words that stand beside each other on one line of a page, with the place where they stand.

    ``left_edge`` and ``right_edge`` are those of the column that it stands in; ``gap`` is how far it stands below the
    line before in that column, 0 where there is none, and ``word`` how wide its first word is.
    """

    page: int
    number: int
    left: float
    right: float
    base: float
    size: float
    runs: tuple[Run, ...]
    word: float
    left_edge: float = 0.0
    right_edge: float = 0.0
    gap: float = 0.0

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs if run.text.strip())

    def before(self, other: "PdfLine") -> "PdfLine":
        """One line of this and of what stands right of it."""
        return self.but(runs=(*self.runs, Run(" "), *other.runs), right=other.right)


Flow = list[tuple[PdfLine, Cell | None]]


def read_pdf(data: bytes) -> tuple[Block, ...]:
    """The blocks of a PDF.

    Raises:
        RefusedError: it is broken, locked, a scan without text, or longer than a guide can be.
    """
    pages = read_pages(data)
    if not any(letter.text.strip() for page in pages for letter in page.letters):
        raise RefusedError("import_scan" if any(page.pictures for page in pages) else "import_no_words")
    return _PdfReader(pages).blocks()


class _PdfReader:
    """One document being read."""

    def __init__(self, pages: Sequence[PdfPage]) -> None:
        self._pages = pages
        self._asides: list[Block] = []
        self._tables = 0
        self._columns: tuple[float, ...] = ()
        self._rows = 0
        self._after_table = False
        self._gutter = 0.0
        self._edges: dict[int, tuple[float, float]] = {}
        self._known_cells: dict[int, tuple[PdfCell, ...]] = {}
        self._head: dict[int, str] = {}
        sizes = Counter(round(letter.size * 2) / 2 for page in pages for letter in page.letters if letter.text.strip())
        self._usual = sizes.most_common(1)[0][0]

    def blocks(self) -> tuple[Block, ...]:
        lines = [self._lines(page, number) for number, page in enumerate(self._pages, 1)]
        lines = self._without_edges(lines)
        for page, own in zip(self._pages, lines, strict=True):
            left, right = self._edges.get(round(page.width), (page.width, 0.0))
            ends = [(one.left, one.right) for one in own if not any(_holds(cell, one) for cell in self._cells(page))]
            self._edges[round(page.width)] = (
                min([left, *(one for one, _ in ends)]), max([right, *(one for _, one in ends)]),
            )  # fmt: skip
        flow: Flow = []
        for page, own in zip(self._pages, lines, strict=True):
            flow += self._page(page, own)
        for number, page in enumerate(self._pages, 1):
            spot = Spot("page_line", {"page": f"{number}", "line": "1"})
            if any(map(str.isalnum, page.aslant)):
                self._asides += beside(page.aslant, spot, "text_box")
            for aside, words in page.notes:
                self._asides += beside(words, spot, aside)
        known = frozenset(re.findall(r"[\w-]+", " ".join(line.text for line, _ in flow).casefold()))
        found = _Paragraphs(flow, known).blocks(self._usual)
        check_count(found)
        return (*found, *self._asides)

    # ------------------------------------------------------------------ lines

    def _lines(self, page: PdfPage, number: int) -> list[PdfLine]:
        """The lines of a page from top to bottom, each cut where two columns stand beside each other."""
        rows: list[list[PdfLetter]] = []
        for letter in sorted(page.letters, key=lambda one: (one.base, one.left)):
            if rows and _is_level(letter, rows[-1][0]):
                rows[-1].append(letter)
            elif letter.text.strip():
                rows.append([letter])
        done: list[PdfLine] = []
        for place, row in enumerate(rows, 1):
            done += self._cut(self._without_marks(row, number, place), number, place, self._cells(page))
        return done

    def _without_marks(self, row: list[PdfLetter], page: int, line: int) -> list[PdfLetter]:
        """A line's letters without the small raised numbers that lead to a footnote."""
        size = median(letter.size for letter in row if letter.text.strip())
        base = median(letter.base for letter in row if letter.size >= _SMALL * size)
        row = sorted(row, key=lambda letter: letter.left)
        kept = []
        for place, letter in enumerate(row):
            raised = letter.size < _SMALL * size and letter.base < base - 0.1 * size and place
            if raised and (letter.text.isdigit() or letter.text in "*†‡§"):
                self._asides += beside(
                    letter.text, Spot("page_line", {"page": f"{page}", "line": f"{line}"}), "footnote"
                )
            else:
                kept.append(letter)
        return kept

    def _cut(self, row: list[PdfLetter], page: int, number: int, cells: Sequence[PdfCell]) -> Iterator[PdfLine]:
        starts = [cell.left + 1 for cell in cells if cell.column and cell.top <= row[0].base <= cell.bottom]
        pieces: list[list[PdfLetter]] = []
        for letter in row:
            if not letter.text.strip():
                continue
            gap = letter.left - pieces[-1][-1].right if pieces else 0.0
            begins = any(abs(letter.left - start) <= 1 and pieces[-1][-1].left < start for start in starts if pieces)
            if pieces and gap <= _PIECE_GAP * letter.size and not begins:
                pieces[-1].append(letter)
            else:
                pieces.append([letter])
        blanks = [letter for letter in row if not letter.text.strip()]
        for piece in pieces:
            runs, word = _words(piece, blanks)
            if any(run.text.strip() for run in runs):
                size = median(letter.size for letter in piece)
                base = median(letter.base for letter in piece)
                yield PdfLine(page, number, piece[0].left, piece[-1].right, base, size, runs, word)

    # ------------------------------------------------------------------ what belongs to the page

    def _without_edges(self, pages: list[list[PdfLine]]) -> list[list[PdfLine]]:
        """The lines without running headers, page numbers, line numbers and footnotes."""
        repeated = self._repeated(pages)
        done = []
        for page, lines in zip(self._pages, pages, strict=True):
            kept: list[PdfLine] = []
            numbers = _line_numbers(lines)
            for line in lines:
                near = self._is_near_edge(page, line)
                alone = sum(other.number == line.number for other in lines) == 1
                numbered = near and _PAGE_NUMBER.fullmatch(line.text) and (alone or len(line.text) < 4)
                if near and (_header_key(line) in repeated or _PRINTED.fullmatch(line.text.strip())):
                    self._asides += beside(line.text, _spot(line), "running_header")
                elif numbered or line in numbers:
                    self._asides += beside(line.text, _spot(line), "page_number")
                else:
                    kept.append(line)
            done.append(self._without_footnotes(page, _with_labels(kept)))
        return done

    def _repeated(self, pages: list[list[PdfLine]]) -> frozenset[tuple[str, int]]:
        """Headers and footers: what stands at the same height near the edge of several pages."""
        counts: Counter[tuple[str, int]] = Counter()
        for page, lines in zip(self._pages, pages, strict=True):
            counts.update({_header_key(line) for line in lines if self._is_near_edge(page, line)})
        least = 2 if len(pages) < 6 else 3
        return frozenset(key for key, count in counts.items() if count >= least and any(map(str.isalpha, key[0])))

    def _is_near_edge(self, page: PdfPage, line: PdfLine) -> bool:
        """Whether a line stands above or below the text; one in a table's cell does not."""
        near = line.base < _MARGIN * page.height or line.base > (1 - _MARGIN) * page.height
        return near and not any(_holds(cell, line) for cell in self._cells(page))

    def _cells(self, page: PdfPage) -> tuple[PdfCell, ...]:
        if id(page) not in self._known_cells:
            self._known_cells[id(page)] = cells_of(page.rules, page.letters)
        return self._known_cells[id(page)]

    def _without_footnotes(self, page: PdfPage, lines: list[PdfLine]) -> list[PdfLine]:
        """Lines without the small ones at the foot of the page, from the first that begins with a number on."""
        place = len(lines)
        while place and lines[place - 1].size < _SMALL * self._usual and lines[place - 1].base > page.height / 2:
            place -= 1
        notes = lines[place:]
        if not notes or not place or not re.match(r"[\d*†‡]", notes[0].text):
            return lines
        for line in notes:
            self._asides += beside(line.text, _spot(line), "footnote")
        return lines[:place]

    # ------------------------------------------------------------------ columns and tables

    def _page(self, page: PdfPage, lines: list[PdfLine]) -> Flow:
        """A page's lines in reading order, those of tables with their cell."""
        cells = self._cells(page)
        taken: dict[int, list[tuple[PdfCell, PdfLine]]] = {}
        free: list[PdfLine] = []
        for line in lines:
            inside = [cell for cell in cells if _holds(cell, line)]
            if inside and (line.right - line.left) < 1.05 * (inside[0].right - inside[0].left):
                taken.setdefault(inside[0].table, []).append((inside[0], line))
                continue
            parts = _at_borders(line, cells)
            if len(parts) > 1:
                for cell, part in parts:
                    taken.setdefault(cell.table, []).append((cell, part))
            else:
                free.append(line)
        starts = sorted((min(line.base for _, line in own), table) for table, own in taken.items())
        flow: Flow = []
        above = -inf
        for top, table in [*starts, (inf, -1)]:
            between = [line for line in free if above <= line.base < top]
            flow += self._columns_of(between, page)
            self._after_table = self._after_table and not between
            if table >= 0:
                flow += self._table(taken[table])
                self._after_table = True
            above = top
        return flow

    def _table(self, own: list[tuple[PdfCell, PdfLine]]) -> Flow:
        """A table's lines by row and column; one with the same columns right after another goes on with it."""
        borders = own[0][0].borders
        same = self._after_table and len(borders) == len(self._columns)
        again = same and all(abs(one - other) < 4 for one, other in zip(borders, self._columns, strict=True))
        if not again:
            self._tables += 1
            self._rows = 0
        self._columns = borders
        flow: Flow = []
        top = min(cell.row for cell, _ in own)
        heads = {cell for cell, _ in own if cell.row == top}
        head = {cell.column: " ".join(line.text for at, line in own if at == cell) for cell in heads}
        if not again:
            self._head = head
        elif head == self._head:
            for line in (line for cell, line in own if cell.row == top):
                self._asides += beside(line.text, _spot(line), "running_header")
            own = [(cell, line) for cell, line in own if cell.row > top]
        shift = self._rows - top
        for cell in sorted({cell for cell, _ in own}, key=lambda one: (one.row, one.column)):
            lines = sorted((line for at, line in own if at == cell), key=lambda line: (line.base, line.left))
            pad = max(0.0, min(line.left for line in lines) - cell.left)
            at = Cell(self._tables, cell.row + shift, cell.column, len(borders) - 1, cell.width)
            flow += [(line, at) for line in _in_column(lines, cell.left + pad, cell.right - min(pad, 12.0))]
            self._rows = max(self._rows, cell.row + shift + 1)
        return flow

    def _columns_of(self, lines: list[PdfLine], page: PdfPage) -> Flow:
        """Lines outside of tables in reading order; a table without drawn lines is known by where its words begin."""
        if not lines:
            return []
        found = _second_column(lines)
        if found is None:
            left_edge, right_edge = self._edges[round(page.width)]
            if self._gutter and all(line.right < self._gutter for line in lines):
                right_edge = self._gutter  # the last page of a text in columns
            return [(line, None) for line in _in_column(_joined_rows(lines), left_edge, right_edge)]
        start, first, last = found
        inside = [line for line in lines if first <= line.number <= last]
        above = [line for line in lines if line.number < first]
        below = [line for line in lines if line.number > last]
        left = [line for line in inside if line.left < start - 2]
        right = [line for line in inside if line.left >= start - 2]
        flow = self._columns_of(above, page)
        if _is_set_in_columns(left, right, start):
            self._gutter = start - 8
            flow += [(line, None) for line in _in_column(left, min(one.left for one in left), start - 8)]
            flow += [(line, None) for line in _in_column(right, start, max(one.right for one in right))]
        else:
            flow += self._open_table(left, right, start)
        return flow + self._columns_of(below, page)

    def _open_table(self, left: list[PdfLine], right: list[PdfLine], start: float) -> Flow:
        """Two columns without lines between them: rows begin where the left one says something new."""
        self._tables += 1
        self._columns = ()
        rows = sorted({line.base for line in left})
        begins: list[float] = []
        for at, base in enumerate(rows):
            own = next(line for line in left if line.base == base)
            before = next((line for line in left if line.base == rows[at - 1]), None) if at else None
            free = before is not None and base - before.base > 1.7 * own.size
            if before is None or free or ends_sentence(before.text) or find_label(own.text) is not None:
                begins.append(base)
        flow: Flow = []
        edge = max([line.right for line in right] or [start])
        for at, top in enumerate(begins or [0.0]):
            end = begins[at + 1] if at + 1 < len(begins) else inf
            low = -inf if at == 0 else top
            for column, lines in enumerate((left, right)):
                own_lines = [line for line in lines if low - 2 <= line.base < end - 2]
                edges = (min([one.left for one in lines] or [0.0]), start - 8) if column == 0 else (start, edge)
                cell = Cell(self._tables, at, column, 2)
                flow += [(line, cell) for line in _in_column(own_lines, *edges)]
        return flow


def _holds(cell: PdfCell, line: PdfLine) -> bool:
    return cell.holds((line.left + line.right) / 2, line.base - 0.3 * line.size)


def _is_level(letter: PdfLetter, other: PdfLetter) -> bool:
    """Whether two letters stand on one line, though one may be raised; a giant beside small print is by itself."""
    small, large = sorted((letter.size, other.size))
    return abs(letter.base - other.base) <= (0.45 * large if large < 2.5 * small else 0.3 * small)


def _with_labels(lines: Iterable[PdfLine]) -> list[PdfLine]:
    """Lines with the number or bullet that stands by itself before their words."""
    done: list[PdfLine] = []
    for line in lines:
        last = done[-1] if done else None
        beside = last is not None and last.number == line.number and line.left - last.right < _LABEL_GAP * line.size
        if last is not None and beside and _is_label(last.text):
            done[-1] = last.before(line).but(size=line.size)
        else:
            done.append(line)
    return done


def _is_label(text: str) -> bool:
    """Whether nothing but a number or a bullet stands there."""
    if len(text) > 8:
        return False
    found = find_label(f"{text} Hva")
    return (found is not None and found.start > len(text)) or _PRIVATE.fullmatch(text) is not None


def _words(letters: Sequence[PdfLetter], blanks: Sequence[PdfLetter]) -> tuple[tuple[Run, ...], float]:
    """Runs of letters with a blank wherever a gap is, and how wide the first word is."""
    runs: list[Run] = []
    places = sorted((blank.left + blank.right) / 2 for blank in blanks)
    at = 0
    first: float | None = None
    before: PdfLetter | None = None
    for letter in letters:
        text = letter.text
        if before is not None:
            while at < len(places) and places[at] < before.left:
                at += 1
            blank = at < len(places) and places[at] < letter.left + 0.1 * letter.size
            if blank or letter.left - before.right > _WORD_GAP * letter.size:
                text = " " + text
                if first is None:
                    first = before.right - letters[0].left
        if runs and (runs[-1].bold, runs[-1].italic) == (letter.bold, letter.italic):
            runs[-1] = runs[-1].but(text=runs[-1].text + text)
        else:
            runs.append(Run(text, letter.bold, letter.italic))
        before = letter
    if runs and (sign := _PRIVATE.match(runs[0].text)) is not None:
        runs[0] = runs[0].but(text="• " + runs[0].text[sign.end() :])
    return tuple(runs), first if first is not None else letters[-1].right - letters[0].left


def _spot(line: PdfLine) -> Spot:
    return Spot("page_line", {"page": f"{line.page}", "line": f"{line.number}"})


def _header_key(line: PdfLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", " ".join(line.text.split())).casefold(), round(line.base / 4)


def _line_numbers(lines: Sequence[PdfLine]) -> frozenset[PdfLine]:
    """Rising numbers that stand by themselves left of where the text begins."""
    alone = [line for line in lines if _LINE_NUMBER.fullmatch(line.text.strip())]
    text = [line for line in lines if line not in alone]
    if len(alone) < 5 or not text:
        return frozenset()
    edge = sorted(line.left for line in text)[len(text) // 10]
    left = [line for line in alone if line.right <= edge + 1]
    values = [int(line.text) for line in left]
    rising = sum(second > first for first, second in pairwise(values))
    return frozenset(left) if len(left) >= 5 and rising >= 0.9 * (len(left) - 1) else frozenset()


def _at_borders(line: PdfLine, cells: Sequence[PdfCell]) -> list[tuple[PdfCell, PdfLine]]:
    """A line that runs through several cells of a row, cut at their borders; words are taken by where they stand."""
    height = line.base - 0.3 * line.size
    row = [cell for cell in cells if cell.top <= height <= cell.bottom and cell.right > line.left + 2]
    row = sorted((cell for cell in row if cell.left < line.right - 2), key=lambda cell: cell.left)
    if len(row) < 2:
        return []
    text = line.text
    wide = (line.right - line.left) / max(1, len(text))
    parts: list[tuple[PdfCell, PdfLine]] = []
    done = 0
    for cell in row:
        end = len(text) if cell is row[-1] else round((cell.right - line.left) / wide)
        blank = min((at for at, sign in enumerate(text) if sign == " "), key=lambda at: abs(at - end), default=end)
        end = len(text) if cell is row[-1] else blank
        words = text[done:end].strip()
        if words:
            left = line.left + done * wide
            parts.append((cell, line.but(runs=(Run(words),), left=left, right=left + len(words) * wide)))
        done = end
    return parts


def _in_column(lines: Iterable[PdfLine], left: float, right: float) -> Iterator[PdfLine]:
    """Lines with the edges of their column, and how far each stands below the one before."""
    before: PdfLine | None = None
    for line in lines:
        gap = line.base - before.base if before is not None else 0.0
        yield line.but(left_edge=min(left, line.left), right_edge=max(right, line.right), gap=gap)
        before = line


def _joined_rows(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Pieces of one line put together again, where there are no columns."""
    done: list[PdfLine] = []
    for line in lines:
        done.append(done.pop().before(line) if done and done[-1].number == line.number else line)
    return done


_FEWEST_ROWS = 4  # lines that have words in both columns
_WIDEST_INDENT = 90.0  # points that a line of a column may stand further in than the column
_FEWEST_LINES = 8  # of each column of a page set in two
_FEWEST_STARTS = 6  # lines of a second column, where few of them have words in the first


def _second_column(lines: Sequence[PdfLine]) -> tuple[float, int, int] | None:
    """Where a second column begins, and from which line's number to which; None where there is one column."""
    seconds = [line for line in lines if any(_beside(line, other) for other in lines)]
    best: tuple[int, float, int, int] | None = None
    for slot in sorted({round(line.left / 3) for line in seconds}):
        start = 3.0 * slot - 2
        near = [line for line in lines if start <= line.left + 2 and line.left < start + _WIDEST_INDENT]
        both = [line for line in near if line in seconds]
        if len(both) < (2 if len(near) >= _FEWEST_STARTS else _FEWEST_ROWS):
            continue
        last = both[-1]
        for line in lines[lines.index(last) + 1 :]:  # one column may go on below the end of the other
            if line.left < start - 2 < line.right - 4 or line.base - last.base > 2 * line.size:
                break
            last = line
        first = both[0]
        above = lines[: lines.index(first)]
        for place in range(len(above) - 1, -1, -1):
            line = above[place]
            if line.left < start - 2 < line.right - 4 or first.base - line.base > 2 * line.size:
                break
            ends = place and above[place - 1].left < start - 2 < above[place - 1].right - 4
            if ends and line.left < start - 2 and line.base - above[place - 1].base < 1.6 * line.size:
                break  # the last line of a paragraph that is as wide as the page
            first = line
        inside = [line for line in lines if first.number <= line.number <= last.number]
        across = sum(line.left < start - 2 < line.right - 4 for line in inside)
        rows = len({round(line.base) for line in inside})
        lefts = sum(line.left < start - 2 for line in inside)
        own_pace = not across and min(lefts, len(inside) - lefts) >= _FEWEST_LINES
        if across * 6 > rows or (len(both) * 4 < rows and len(near) * 4 < 3 * rows and not own_pace):
            continue
        if best is None or len(both) > best[0]:
            best = (len(both), start, first.number, last.number)
    return None if best is None else best[1:]


def _beside(line: PdfLine, other: PdfLine) -> bool:
    return other.page == line.page and other.number == line.number and other.right < line.left


def _is_set_in_columns(left: Sequence[PdfLine], right: Sequence[PdfLine], start: float) -> bool:
    """Whether two columns are a page's, one to be read after the other, and not a table's.

    A page's are as wide as it has room for, or go down the page each at a pace of its own; a table's rows begin at one
    height in both.
    """
    wide = start - min((line.left for line in left), default=start)
    if min(len(left), len(right)) < _FEWEST_LINES or wide <= 120:
        return False
    heads = [one for one in (left[0], right[0]) if find_label(one.text) is None]  # "• Follow-up: why?" is no head
    headed = abs(left[0].base - right[0].base) < 0.5 and any(column_named(one.text) for one in heads)
    full = sum(line.right > start - 0.35 * wide for line in left)
    level = sum(any(abs(line.base - other.base) < 0.5 for other in right) for line in left)
    own_pace = 4 * level < len(left) and 2 * len(left) > len(right)
    return not headed and (2 * full > len(left) or own_pace)


class _Paragraphs:
    """Lines of a document put together to paragraphs."""

    def __init__(self, flow: Flow, known: frozenset[str]) -> None:
        self._flow = flow
        self._known = known
        gaps = Counter(round(2 * line.gap / line.size) / 2 for line, _ in flow if 0 < line.gap < 3.5 * line.size)
        usual = [gap for gap, count in gaps.items() if 8 * count >= sum(gaps.values())]
        self._tight = min(usual or [1.2])
        over = sum(count for gap, count in gaps.items() if gap > self._tight + 0.26)
        self._spaced = 10 * over > sum(gaps.values())
        self._found: list[tuple[list[PdfLine], str, Cell | None]] = []

    def blocks(self, usual: float) -> list[Block]:
        """The blocks; ``usual`` is the size of most letters."""
        for line, cell in self._flow:
            if self._found and self._found[-1][2] == cell and self._goes_on(self._found[-1], line):
                lines, text, _ = self._found[-1]
                self._found[-1] = ([*lines, line], put_together(text, line.text.strip(), self._known), cell)
            else:
                self._found.append(([line], line.text.strip(), cell))
        sizes = sorted({_rank(lines[0], usual) for lines, text, _ in self._found if _heads(lines, text, usual)})
        return [self._block(lines, text, cell, usual, sizes[::-1]) for lines, text, cell in self._found]

    def _goes_on(self, done: tuple[list[PdfLine], str, Cell | None], line: PdfLine) -> bool:
        lines, text, _cell = done
        first, before, new = lines[0], lines[-1], line.text.strip()
        label = find_label(new)
        if label is not None and not (new[label.start : label.start + 1].islower() and _dangles(text)):
            return False
        if abs(before.size - line.size) > 0.08 * before.size:
            return False
        ended, low = ends_sentence(text), new[:1].islower() or new[:1] in "(,;…"
        if before.bold != line.bold and not any(run.bold for run in line.runs) and not (low and not ended):
            return False
        if line.bold and not before.bold and not (low and not ended) and not before.runs[-1].bold:
            return False
        if text.endswith("-") and (low or new[:1].isdigit()):
            return True
        room = before.right_edge - before.right - 0.25 * line.size
        full = room < line.word + 0.8 * line.size
        apart = line.gap > (self._tight + 0.3) * line.size or line.gap < 0
        if apart:
            return low and not ended and full
        if not full:
            wide = before.right - before.left_edge > 0.55 * (before.right_edge - before.left_edge)
            return low and not ended and wide and new[:1] != "("
        owns = find_label(first.text.strip())
        hangs = len(lines) > 1 or line.left > first.left + 4
        if owns is not None and hangs and line.left < (lines[1].left if len(lines) > 1 else first.left) - 4:
            return low and not ended
        if not ended:
            return True
        if owns is not None and line.left > first.left + 4:
            return True
        if text.endswith(("?", ":")) and not self._spaced:
            return not begins_question(new) and not new[:1].isupper()
        return True

    def _block(self, lines: list[PdfLine], text: str, cell: Cell | None, usual: float, sizes: list[float]) -> Block:
        first = lines[0]
        runs = fold_spaces(list(first.runs) if len(lines) == 1 else _with_looks(lines, text))
        indent = max(0.0, first.left - first.left_edge)
        spot = _spot(first) if cell is None else cell.spot
        block = Block(runs, spot, indent=indent, cell=cell, size=first.size if first.size > 1.05 * usual else 0.0)
        if _heads(lines, text, usual):
            level = sizes.index(_rank(first, usual)) + 1
            block = block.but(kind="heading", level=level)
        return with_label(block)


def _dangles(text: str) -> bool:
    return not ends_sentence(text) and text[-1:].isalnum()


def _with_looks(lines: Sequence[PdfLine], text: str) -> list[Run]:
    """The runs of several lines, over the text that became of them."""
    runs: list[Run] = []
    place = 0
    for line in lines:
        for run in line.runs:
            for word in run.text.split():
                bare = word.rstrip("-")
                at = text.find(bare, place) if bare else -1
                if at < 0:
                    continue
                runs.append(Run(text[place : at + len(bare)], run.bold, run.italic))
                place = at + len(bare)
    if place < len(text):
        last = runs[-1] if runs else Run("")
        runs.append(Run(text[place:], last.bold, last.italic))
    return runs


_MOST_HEADING = 20  # words


def _heads(lines: Sequence[PdfLine], text: str, usual: float) -> bool:
    """Whether a paragraph is set larger than the text is, as headings are."""
    return lines[0].size > _BIG * usual and len(text.split()) <= _MOST_HEADING and any(map(str.isalpha, text))


def _rank(line: PdfLine, usual: float) -> float:
    return round(line.size / usual, 1)
