"""Paragraphs of a text copied from pages.

Page numbers and running headers are taken away and listed, and hard line breaks undone.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from guide.frozen import Value
from guide.importing.document_blocks import Aside, Block, Run, Spot, fold_spaces
from guide.importing.structure.emails import HEADER
from guide.importing.words.line_kinds import condition, note_lead, probe_lead
from guide.importing.words.sentences import ends_sentence
from guide.importing.words.typed_labels import find_label

_TAB = 4
_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:(?:side|page|s\.|p\.|pg\.?)\s*)?(\d{1,4})(?:\s*(?:av|of|/)\s*\d{1,4})?(?:\s*[-–—|])?\s*",
    re.IGNORECASE,
)
_FEWEST = 3  # times that a running header stands there
_WINDOW = 3  # lines around a page break


class PageRow(Value):
    """One line of the text: its number from 1, how far in it begins, its words; ``broken`` says that a page ended
    before it and ``apart`` that a blank line stands before it.
    """

    number: int
    indent: int
    text: str
    apart: bool = False
    broken: bool = False


def without_page_edges(text: str) -> tuple[tuple[PageRow, ...], tuple[Block, ...]]:
    """The lines of the text, and those that belong to the page rather than to what it says."""
    rows: list[PageRow] = []
    edges: list[Block] = []
    lines = text.split("\n")
    repeated = _find_repeats(lines)
    apart = broken = False
    for number, raw in enumerate(lines, 1):
        line = raw.expandtabs(_TAB)
        if "\f" in line:
            broken = True
            line = line.replace("\f", " ")
        words = line.strip()
        if not words:
            apart = True
            continue
        edge = _edge(words, lines, number, repeated, broken=broken)
        if edge:
            edges.append(Block(fold_spaces([Run(words)]), Spot("line", {"number": f"{number}"}), aside=edge))
            broken = True
            continue
        rows.append(PageRow(number, len(line) - len(line.lstrip()), words, apart, broken))
        apart = broken = False
    return tuple(rows), tuple(edges)


def _edge(words: str, lines: list[str], number: int, repeated: frozenset[str], *, broken: bool) -> Aside:
    if _as_header(words) in repeated:
        return "running_header"
    found = _NUMBER.fullmatch(words)
    if found is None:
        return ""
    alone = words.strip().isdecimal()
    before = lines[number - 2].strip() if number > 1 else ""
    after = lines[number].strip() if number < len(lines) else ""
    if alone and before and after and not broken and "\f" not in lines[number]:
        return "page_number" if len(words) > 1 and not before.endswith(":") else ""
    return "page_number"


def _as_header(words: str) -> str:
    return re.sub(r"\d+", "#", " ".join(words.split())).casefold()


def _find_repeats(lines: list[str]) -> frozenset[str]:
    """Lines that come again beside page numbers or page breaks: headers and footers."""
    near: Counter[str] = Counter()
    for place, raw in enumerate(lines):
        if "\f" in raw or (_NUMBER.fullmatch(raw) and raw.strip()):
            around = {
                _as_header(line.replace("\f", "")) for line in lines[max(0, place - _WINDOW) : place + _WINDOW + 1]
            }
            near.update(
                header for header in around if any(map(str.isalpha, header)) and "?" not in header and len(header) < 100
            )
    times = Counter(map(_as_header, lines))
    set_apart = {_as_header(line) for line in lines if re.search(r"\S\s{4,}\S", line)}
    set_apart |= {_as_header(line) for line in [line for line in lines if line.strip()][:1]}
    return frozenset(
        header
        for header in near
        if times[header] >= _FEWEST or (times[header] == 2 and (near[header] == 2 or header in set_apart))
    )


_WIDEST, _NARROW = 220, 110  # characters of the widest page that wraps, and of one that surely does
_LONG = 50  # characters of a line that hardly ended by itself
_FULL_LINE = 68  # characters of one that surely did not, where the next begins in small letters
_FULL = 3  # full lines that tell how wide a page is
_SHORTEST = 3  # words that a line has at least for the next to go on with it in small letters
_NEARLY = 0.72
_LONGEST = 5_000  # characters of a paragraph; looking at one again for each of its lines must not take all day
_UNDER = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})")
_HYPHEN = re.compile(r"(?P<stem>[^\W\d_]{2,})[-\u00ad]$")
_DANGLING = re.compile(
    r"\b(?:og|eller|i|på|for|til|med|av|om|å|som|en|et|ei|den|det|de|ved|fra|mellom|at|din|ditt|dine|and|or|the|a"
    r"|an|of|to|in|on|with|for|at|by|from|your|that|which|using|about|into|than|between|through|during|without|including|within|their|this|these|our|my|hvor|hvordan|is|are|as|,)$",
    re.IGNORECASE,
)
_NEVER_SPLIT = frozenset(("og eller and or samt men och eller und oder en of et ou y o").split())


def _closes(text: str) -> bool:
    """Whether a line may be the last of its paragraph; after a semicolon there is always more."""
    return ends_sentence(text) and not text.rstrip().endswith(";")


class UnwrappedParagraph(Value):
    """A paragraph again: its first line's number and indentation, its words; ``under`` is 1 or 2 where it was
    underlined with ``===`` or ``---``.
    """

    first: int
    indent: int
    text: str
    under: int = 0


def unwrap(rows: Sequence[PageRow], width: int | None = None) -> tuple[UnwrappedParagraph, ...]:
    """The paragraphs of a text; ``width`` is how many characters a full line has, where that is known."""
    rows = _single_spaced(rows)
    width = _page_width(rows) if width is None else width
    done: list[UnwrappedParagraph] = []
    hanging = 0
    for place, row in enumerate(rows):
        if _UNDER.fullmatch(row.text):
            if done and not row.apart and row.text[0] in "=-~" and place and rows[place - 1].number == row.number - 1:
                done[-1] = done[-1].but(under=1 if row.text[0] == "=" else 2)
            continue
        before = rows[place - 1] if place else None
        if before is not None and done and _goes_on(done[-1], before, row, width, hanging):
            done[-1] = done[-1].but(text=put_together(done[-1].text, row.text))
            continue
        done.append(UnwrappedParagraph(row.number, row.indent, row.text))
        label = find_label(row.text)
        hanging = row.indent + (label.start if label is not None else 0)
    return tuple(done)


_MOSTLY = 0.6  # of the lines


def _single_spaced(rows: Sequence[PageRow]) -> Sequence[PageRow]:
    """Lines of which most have one blank line before them, and some go on with the one above: set double-spaced."""
    steps = [second.number - first.number for first, second in pairwise(rows)]
    going = sum(
        step == 2 and second.text[:1].islower() and not _closes(first.text) and find_label(second.text) is None
        for step, (first, second) in zip(steps, pairwise(rows), strict=True)
    )
    if steps.count(1) > (1 - _MOSTLY) * len(steps) or steps.count(2) < _MOSTLY * len(steps):
        return rows
    if going < 2 or 8 * going < len(rows):
        return rows
    return [row.but(apart=False) if place and steps[place - 1] == 2 else row for place, row in enumerate(rows)]


def _page_width(rows: Sequence[PageRow]) -> int:
    """How many characters a full line has, 0 where lines are as long as their paragraphs."""
    broken = sum(
        row.text[:1].islower() and not row.apart and not _closes(rows[place].text) and find_label(row.text) is None
        for place, row in enumerate(rows[1:])
    )
    if broken < 2 or broken * 25 < len(rows) or _in_small_letters(rows):
        return 0
    lengths = sorted(row.indent + len(row.text) for row in rows)
    for share in (0.98, 0.94, 0.9, 0.85, 0.8, 0.7):
        longest = lengths[int((len(lengths) - 1) * share)] if lengths else 0
        full = sum(0.88 * longest <= length <= 1.04 * longest for length in lengths)
        if longest <= _WIDEST and full >= _FULL and full >= 0.12 * len(lengths):
            return longest
    return lengths[int((len(lengths) - 1) * 0.9)] if lengths and lengths[-1] <= _NARROW else 0


def _in_small_letters(rows: Sequence[PageRow]) -> bool:
    """Whether lines were typed one by one and without capitals: small letters then say nothing of where one goes on.

    None is as long as a page is wide, or what stands after blank lines begins so, too, and below most of them the next
    word had room.
    """
    widest = max(row.indent + len(row.text) for row in rows)
    small = [place for place, row in enumerate(rows) if row.text[:1].islower()]
    begun = [row.text[:1].islower() for place, row in enumerate(rows) if row.apart or not place]
    so_begun = len(begun) > 2 and sum(begun) >= _MOSTLY * len(begun)
    if (widest >= _FULL_LINE and not so_begun) or len(small) < _MOSTLY * len(rows):
        return False
    below = [(rows[place - 1], rows[place]) for place in small if place and not rows[place].apart]
    room = sum(before.indent + len(before.text) + 1 + len(row.text.split()[0]) <= widest for before, row in below)
    return room >= _MOSTLY * len(below)


def _goes_on(done: UnwrappedParagraph, before: PageRow, row: PageRow, width: int, hanging: int) -> bool:
    text = row.text
    if len(done.text) > _LONGEST:
        return False
    label = find_label(text)
    if label is not None:
        # A number may only go on there: "… fra 2 -\\n3. klasse".
        inside = label.form != "bullet" and text[label.start : label.start + 1].islower()
        if not (inside and _DANGLING.search(done.text)):
            return False
    if _hangs(done, before, row):
        return True
    if not width:
        return False
    if probe_lead(text) is not None or note_lead(text) or condition(text) is not None or HEADER.match(text):
        return False
    if row.apart and not (row.broken and not _closes(done.text) and text[:1].islower()):
        return False
    label = find_label(done.text)
    if _closes(done.text):
        return _mid_paragraph(done, before, row, width, hanging)
    if before.text.endswith((")", "]")) and text[:1].isupper():
        return False
    if text[:1].islower() or text[:1] in "(…,;" or before.text.endswith((",", "-")):
        wide = len(before.text.split()) >= _SHORTEST or before.text.endswith(",") or len(before.text) > 0.5 * width
        return wide or label is not None or _DANGLING.search(before.text) is not None
    if _DANGLING.search(before.text):
        return True
    room = len(before.text) + before.indent + len(text.split()[0]) + 1
    if label is not None and row.indent > done.indent and not row.apart:
        return True
    return room > width * _NEARLY and len(before.text.split()) >= 5 and (room > width or not text[:1].isupper())


def _hangs(done: UnwrappedParagraph, before: PageRow, row: PageRow) -> bool:
    """A line that only goes on with a numbered one: in small letters, further in or after a line as long as a page."""
    if _closes(done.text) or not row.text[:1].islower():
        return False
    if find_label(done.text) is None:
        free = condition(row.text) is None and probe_lead(row.text) is None and note_lead(row.text) is False
        return free and not row.apart and row.indent == before.indent and len(before.text) >= _FULL_LINE
    if row.apart:
        return row.broken
    return (
        (row.indent > done.indent or len(before.text) >= _LONG)
        and condition(row.text) is None
        and probe_lead(row.text) is None
    )


def _mid_paragraph(done: UnwrappedParagraph, before: PageRow, row: PageRow, width: int, hanging: int) -> bool:
    """A sentence ended, but its paragraph goes on: the line was full, and the next stands where it should."""
    room = len(before.text) + before.indent + len(row.text.split()[0]) + 1
    labelled = find_label(done.text) is not None
    if done.text.rstrip(' )]"”»').endswith(("?", ":")):
        return 1.06 * width >= room - 1 > width - 1 and row.indent == hanging != done.indent
    if labelled and 1.1 * width > room > 0.85 * width:
        return True
    return room > width * 0.92 and row.indent in (before.indent, hanging) and not row.text.rstrip().endswith("?")


def put_together(first: str, second: str, known: Collection[str] = ()) -> str:
    """Two lines as one; a word cut with a hyphen is put together where it is certain that it was cut.

    ``known`` are the document's words in small letters: one that stands whole elsewhere says whether it has a hyphen.
    """
    cut = _HYPHEN.search(first)
    if cut is None:
        return f"{first} {second}"
    word = second.split(maxsplit=1)[0] if second.split() else ""
    bare = word.rstrip(".,;:?!)\"'”»").casefold()
    stem = re.findall(r"[\w-]+", first.casefold())[-1].rstrip("-")
    if bare and f"{stem}-{bare}" in known:
        return f"{first[:-1]}-{second}"
    if bare and f"{stem}{bare}" in known:
        return first[:-1] + second
    if not first.endswith("\u00ad") and re.search(r"-\w+-$|\w-,", first[-40:]):
        return f"{first} {second}" if word.casefold() in _NEVER_SPLIT else first + second
    if first.endswith("\u00ad"):
        return first[:-1] + second
    if word[:1].islower() and word.casefold() not in _NEVER_SPLIT:
        return first + second if _compound(cut["stem"]) else first[:-1] + second
    return f"{first} {second}"


_COMPOUND = frozenset(
    (
        "evidence face self well long short high low part full semi non cross co pre post work problem task goal home "
        "school community child patient user student teacher person family data web computer hands day year week team "
        "decision client time top bottom open closed large small real second first third one two three four mid multi "
        "inter follow check start drop wrap to by and in of up the on off out over mother father brother sister"
    ).split()
)
"""Words that stand before a hyphen of their own: "evidence-based", "face-to-face"."""


def _compound(stem: str) -> bool:
    """A hyphen that belongs to the word: after an abbreviation, or a word that is often joined so."""
    return stem.isupper() or stem.casefold() in _COMPOUND
