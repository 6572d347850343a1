"""Text whose lines say who speaks.

By names, times, codes alone on their line, f4's stamps. Each way of laying out is a row: how a line looks that begins
somebody's words. Of several that may be meant the one that explains most lines is taken. Lines that begin nothing go on
with what is being said; what stands before the first speaker is set apart, and said to be.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from guide.frozen import Value
from interviews.transcripts.turns import (
    NAME,
    STAMP,
    Apart,
    Layout,
    Reading,
    Segment,
    choose_speakers,
    count_words,
    fold,
    looks_like_name,
    role_of_label,
    seconds_of,
)

_TIME = rf"(?:#\d{{1,2}}:\d{{2}}:\d{{2}}(?:-\d)?#|[\[(<]?(?:{STAMP})(?:\s*(?:-->|[-–—])\s*(?:{STAMP}))?[\])>]?)"
_BARE = rf"(?P<name>{NAME})"
_MARKED = rf"(?:\*\*|__)?[\[(<@]?(?P<name>{NAME})[\])>]?(?:\*\*|__)?"
_F4 = re.compile(r"#(?P<stamp>\d{1,2}:\d{2}:\d{2})(?:-(?P<tenth>\d))?#")
_STAMPS = re.compile(STAMP)

_COLON = re.compile(
    rf"\s*(?:[-–—•*]\s+)?(?:(?P<before>{_TIME})\s*[-–]?\s*)?{_MARKED}\s*(?P<after>{_TIME})?\s?:(?:\*\*|__)?(?:\s+(?P<behind>[\[(](?:{STAMP})[\])])"
    r"(?=\s|$))?(?:\s+|$)"
)
_NAME_TIME = re.compile(rf"\s*{_MARKED}[,:]?\s+(?P<after>{_TIME})\s*$")
_TIME_NAME = re.compile(rf"\s*(?P<before>{_TIME})\s*[-–:]?\s+{_MARKED}\s*:?\s*$")
_ALONE = re.compile(rf"\s*{_MARKED}\s*:?\s*$")
_TIME_TEXT = re.compile(rf"\s*(?P<before>{_TIME})\s*[:\-–]?(?:\s+|$)")
_TABBED = re.compile(rf"(?:(?P<before>{_TIME}|\d+(?:\.\d+)?)\t)?(?:(?P<after>{_TIME}|\d+(?:\.\d+)?)\t)?{_BARE}\t\s*")
_MOMENT = re.compile(r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?|[\[(<]\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])>]")
"""A moment alone on its line, as some programs set one every few minutes; a clock without seconds may be an answer."""
_OF_TEAMS = re.compile(
    r".{1,60} (?:(?:started|stopped) transcription|(?:startet|stoppet|avsluttet) transkripsjon(?:en)?)", re.IGNORECASE
)
_ANY_WORD = re.compile(r"\s*(?P<name>[^\W\d_][\w.]{0,20})\s?:\s+")
_NEARLY_ALL = 0.8  # of the lines, before words in small letters are speakers
_WHISPER_TABLE = re.compile(r"\s*start\tend\ttext\s*\n\d+\t\d+\t")
_ROW_NUMBER = re.compile(r"\d+\t")
_SECONDS_TEXT = re.compile(r"(?P<before>\d+(?:\.\d+)?)\t(?P<after>\d+(?:\.\d+)?)\t(?P<name>(?!))?")


class LineLayout(Value):
    """A way of laying out lines: what begins somebody's words, and whether these stand on the lines behind it."""

    name: str
    head: re.Pattern[str]
    behind: bool = False
    named: bool = True
    stamped: bool = False  # nothing else stands on such a line, so that any name with its time is one


ROWS = (
    LineLayout("colon", _COLON),
    LineLayout("name_time", _NAME_TIME, behind=True, stamped=True),
    LineLayout("time_name", _TIME_NAME, behind=True, stamped=True),
    LineLayout("alone", _ALONE, behind=True),
    LineLayout("tabs", _TABBED),
    LineLayout("label_track", _SECONDS_TEXT, named=False),
    LineLayout("times", _TIME_TEXT, named=False),
)


class Line(Value):
    """One line of a text, and whether an empty one stands before it."""

    number: int
    text: str
    fresh: bool = False


class _Head(Value):
    """The beginning of somebody's words: the part of the line that says so, and what it says."""

    name: str
    start: float | None
    end: float | None
    length: int


_LEAST = 0.1  # of the lines that a layout must explain


def read_row(row: LineLayout, text: str) -> Reading:
    """The text as this row reads it."""
    lines, apart = lines_of(text)
    heads = _heads(row, lines)
    segments: list[Segment] = []
    words: list[str] = []
    told: tuple[Line, _Head] | None = None

    def close() -> None:
        if told is not None and words:
            line, head = told
            said, start, end = _without_stamps("".join(words), apart, line.number)
            start = head.start if head.start is not None else start
            segments.append(Segment(said, head.name, start, end if end is not None else head.end, line.number))
        words.clear()

    waiting: float | None = None
    for line in lines:
        head = heads.get(line.number)
        begun = told is not None and not any(map(str.strip, words))
        bare = line.text.strip()
        if head is None and row.named and (_MOMENT.fullmatch(bare) or (begun and _STAMPS.fullmatch(bare))):
            apart.append(Apart("time", line.text, line.number))
            waiting = seconds_of(bare.strip("[]()<>"))
            if told is not None and begun and told[1].start is None:  # below the name, above the words
                told, waiting = (told[0], told[1].but(start=waiting)), None
            continue
        if head is None and told is not None and _OF_TEAMS.fullmatch(bare):
            apart.append(Apart("note", line.text, line.number))
            continue
        if head is not None:
            close()
            if waiting is not None and head.start is None:
                head = head.but(start=waiting)
            waiting = None
            told = line, head
            if head.length:
                apart.append(Apart("name", line.text[: head.length], line.number))
            words.append(line.text[head.length :].strip())
        elif told is None:
            apart.append(Apart("before", line.text, line.number))
        else:
            words.append(
                ("\n" if line.fresh else " ") + line.text.strip() if words and words != [""] else line.text.strip()
            )
    close()
    if row.name == "label_track" and _WHISPER_TABLE.match(text):  # whole numbers there are milliseconds
        segments = [one.but(start=(one.start or 0) / 1000, end=(one.end or 0) / 1000) for one in segments]
    return Reading(tuple(_with_ends_of_f4(segments, text)), tuple(apart), count_words(text))


def _without_stamps(text: str, apart: list[Apart], line: int) -> tuple[str, float | None, float | None]:
    """The words without f4's stamps; one before them is when they begin, one behind them when they end."""
    found = list(_F4.finditer(text))
    if not found:
        return text, None, None
    apart += [Apart("time", one.group(), line) for one in found]
    start = _f4_seconds(found[0]) if not text[: found[0].start()].strip() else None
    end = _f4_seconds(found[-1]) if not text[found[-1].end() :].strip() else None
    if len(found) == 1 and start is not None:
        end = None
    return _F4.sub("", text).strip(), start, end


def _f4_seconds(found: re.Match[str]) -> float:
    return (seconds_of(found["stamp"]) or 0.0) + int(found["tenth"] or 0) / 10


def _with_ends_of_f4(segments: Sequence[Segment], text: str) -> Iterator[Segment]:
    """Where stamps stand at the ends of paragraphs, each begins where the one before it ended."""
    before: float | None = 0.0 if _F4.search(text) else None
    for one in segments:
        yield one.but(start=before) if one.start is None and before is not None and one.end is not None else one
        if before is not None:
            before = one.end


def lines_of(text: str) -> tuple[list[Line], list[Apart]]:
    """The lines that have words; where a column of rising numbers stands left of them, that is set apart."""
    raw = text.split("\n")
    numbers = _line_numbers(raw)
    paged = "\f" in text or bool(numbers)
    apart: list[Apart] = []
    lines: list[Line] = []
    fresh = False
    for number, whole in enumerate(raw, 1):
        left = numbers.get(number, 0)
        line = whole[left:].replace("\f", " ")
        if left:
            apart.append(Apart("number", whole[:left], number))
        bare = line.strip()
        if not bare:
            fresh = True
        elif (
            paged and _PAGE.fullmatch(bare) and ("/" in bare or len(line) - len(line.lstrip()) >= _FAR or "\f" in whole)
        ):
            apart.append(Apart("page_number", line, number))
        else:
            lines.append(Line(number, line, fresh))
            fresh = False
    return lines, apart


_PAGE = re.compile(r"(?:(?:page|side)\s+)?\d{1,3}(?:\s*(?:/|of|av)\s*\d{1,3})?", re.IGNORECASE)
_FAR = 20  # characters from the left edge at which a page's number may stand
_NUMBER_LEFT = re.compile(r"\s{0,6}(?P<number>\d{1,5})[.:)]?(?:\s+|$)")


def _line_numbers(raw: Sequence[str]) -> dict[int, int]:
    """The lines before which a number stands that rises by one from the last such, and how many characters it takes."""
    found: dict[int, int] = {}
    due: int | None = None
    for place, line in enumerate(raw, 1):
        told = _NUMBER_LEFT.match(line)
        if told is None:
            continue
        number = int(told["number"])
        if due is None and number > 1:
            continue
        if due is None or number in (due, due - 1):
            found[place] = told.end()
            due = number + 1
    return found if len(found) >= 10 and len(found) >= 0.1 * sum(1 for line in raw if line.strip()) else {}


def beginnings(name: str, text: str) -> set[int]:
    """The numbers of the lines that begin somebody's words, by the layout of this name."""
    lines, _ = lines_of(text)
    return set(_heads(next(row for row in ROWS if row.name == name), lines))


def _heads(row: LineLayout, lines: Sequence[Line]) -> dict[int, _Head]:
    """The lines that begin somebody's words, by their numbers."""
    found = _of_row(row, lines)
    if not row.named:
        return found
    if row.name == "tabs":
        found = _without_row_numbers(found, lines)
    else:
        found |= _find_tabbed(lines, found)
    return _without_header({line.number: found[line.number] for line in lines if line.number in found}, lines)


def _of_row(row: LineLayout, lines: Sequence[Line]) -> dict[int, _Head]:
    """The lines that begin somebody's words in this layout's own way."""
    found: dict[int, _Head] = {}
    for place, line in enumerate(lines):
        match = may_begin(row, lines, place)
        if match is not None:
            found[line.number] = _head(match, named=row.named, seconds=row.name in ("tabs", "label_track"))
    if not row.named or row.stamped:
        return found
    names = choose_speakers((head.name for head in found.values()), len(lines))
    if row.name == "colon" and len(names) < 2 and (small := _in_small_letters(lines)):
        return small
    if row.name == "alone":
        count = Counter(fold(head.name) for head in found.values())
        names = frozenset(name for name in names if count[name] > 1 or role_of_label(name))
    return {number: head for number, head in found.items() if fold(head.name) in names}


def _in_small_letters(lines: Sequence[Line]) -> dict[int, _Head]:
    """The beginnings where names are written small, which is believed only where nearly every line has one."""
    found = {line.number: _head(match) for line in lines if (match := _ANY_WORD.match(line.text)) is not None}
    count = Counter(fold(head.name) for head in found.values())
    speakers = sum(times > 1 for times in count.values())
    return found if len(found) >= _NEARLY_ALL * len(lines) and speakers > 1 and len(count) <= _MOST_SPEAKERS else {}


_MOST_SPEAKERS = 6


def may_begin(row: LineLayout, lines: Sequence[Line], place: int) -> re.Match[str] | None:
    """What makes a line look like the beginning of somebody's words, whoever that is."""
    match = row.head.match(lines[place].text)
    if match is None or (row.named and not looks_like_name(match["name"] or "")):
        return None
    if row.behind and (
        place + 1 == len(lines) or (row.name == "alone" and not _may_be_alone(lines[place], lines[place + 1]))
    ):
        return None
    return match


def _head(match: re.Match[str], *, named: bool = True, seconds: bool = False) -> _Head:
    """What the beginning of a line says; ``seconds`` where plain numbers are times."""
    told = [one for name, one in match.groupdict().items() if name != "name" and one]
    times = [seconds_of(one) for one in _STAMPS.findall(" ".join(told))]
    if seconds and not times:
        times = [float(one) for one in told if re.fullmatch(r"\d+(?:\.\d+)?", one)]
    if stamped := _F4.search(match.group()):
        times = [_f4_seconds(stamped)]
    start, end = times[0] if times else None, times[1] if len(times) > 1 else None
    name = " ".join((match["name"] or "").split()) if named else ""
    if name.count("(") > name.count(")"):  # Kari (34): the bracket is the name's own
        name += ")"
    return _Head(name, start, end, match.end())


def _find_tabbed(lines: Sequence[Line], found: Mapping[int, _Head]) -> dict[int, _Head]:
    """The lines that begin with a speaker's name and a tab, as the row of a table among paragraphs does."""
    told = {
        line.number: _head(match)
        for line in lines
        if "\t" in line.text and line.number not in found and (match := _TABBED.match(line.text)) is not None
        if looks_like_name(match["name"])
    }
    if not found or not told:
        return {}
    names = {fold(head.name) for head in found.values()}
    names |= choose_speakers((head.name for head in told.values()), 2 * len(told))
    return {number: head for number, head in told.items() if fold(head.name) in names}


def _without_row_numbers(found: Mapping[int, _Head], lines: Sequence[Line]) -> dict[int, _Head]:
    """The same, where the number that stands first counts rows and is no time."""
    words = {line.number: line.text for line in lines}
    counted = [head.start for number, head in found.items() if _ROW_NUMBER.match(words[number])]
    rising = all(before is not None and after == before + 1 for before, after in pairwise(counted))
    if len(counted) < max(2, len(found) - 1) or not rising:
        return dict(found)
    return {number: head.but(start=None) for number, head in found.items()}


_FACTS = re.compile(
    r"dato|date|tid|time|tidspunkt|sted|stad|place|location|varighet|duration|lengde|length|opptak|recording|fil|file"
    r"|prosjekt|project|tema|topic|tittel|title|kode|code|intervju|interview|transkribert(?: av)?|transcribed by",
    re.IGNORECASE,
)
_FEWEST_TURNS = 3  # of each of two speakers who make a conversation


def _without_header(found: Mapping[int, _Head], lines: Sequence[Line]) -> dict[int, _Head]:
    """The same without what stands above the conversation and tells who talks, when and where: "Date: 12 November"."""
    count = Counter(fold(head.name) for head in found.values())
    if sum(times >= _FEWEST_TURNS for times in count.values()) < 2:
        return dict(found)
    words = {line.number: line.text for line in lines}
    seen: set[str] = set()
    above = 0
    for at, (number, head) in enumerate(found.items()):
        name = fold(head.name)
        said = words[number][head.length :].strip()
        if name in seen or head.start is not None or said.endswith((".", "?", "!", "…")) or len(said.split()) > _MOST:
            break
        seen.add(name)
        if _FACTS.fullmatch(name) or (above == at and count[name] == 1):
            above = at + 1
    return dict(list(found.items())[above:])


_MOST = 8  # words of what is said of a conversation above it


def _may_be_alone(line: Line, after: Line) -> bool:
    """Whether a line that is merely a name may be one: something must be said on the next."""
    return not after.fresh and len(line.text.strip()) <= 30 and not line.text.strip().endswith((".", "?", "!", ","))


def share(row: LineLayout, lines: Sequence[Line]) -> float:
    """How much of a text this row explains, from 0 to 1: lines that begin something, among all."""
    heads = _of_row(row, lines)
    if not heads:
        return 0.0
    if (
        row.named
        and len({fold(head.name) for head in heads.values()}) < 2
        and len(lines) > 3
        and not any(head.start is not None for head in heads.values())
    ):
        return 0.0
    told = len(heads) * (2 if row.behind else 1) / len(lines)
    return min(1.0, told)


def _recogniser(row: LineLayout) -> Callable[[str], bool]:
    return lambda text: _best(text) == row.name


def _reader(row: LineLayout) -> Callable[[str], Reading]:
    return lambda text: read_row(row, text)


@lru_cache(maxsize=1)
def _best(text: str) -> str:
    """The row that explains most; a row with speakers before one without, unless that explains far more."""
    lines, _ = lines_of(text)
    found = {row.name: share(row, lines) * (1.0 if row.named else 0.4) for row in ROWS}
    best = max(found, key=found.__getitem__)
    return best if found[best] >= _LEAST * (1.0 if best != "alone" else 1.5) else ""


LAYOUTS = tuple(Layout(row.name, _recogniser(row), _reader(row)) for row in ROWS)
