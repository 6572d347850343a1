"""Parts of a document, cut at its headings.

A heading is a real one, or a line that looks like one by what stands around it.
"""

import itertools
import re
from collections.abc import Sequence

from guide.frozen import Value
from guide.importing.structure.document_lines import DocumentLine, compare_depth, leads, look, owners
from guide.importing.structure.headings import (
    Zone,
    announces_questions,
    announces_research,
    inline_zone,
    is_guide_title,
    is_research_head,
    is_section_number,
    is_to_interviewer,
    leads_section,
    names_section,
    without_appendix,
    zone_of,
)
from guide.importing.words.line_kinds import (
    asks,
    condition,
    directs,
    invites,
    is_fill_in,
    is_main_lead,
    is_open,
    minutes_in,
    note_lead,
    probe_lead,
    speaks_of_myself,
)
from guide.importing.words.sentences import addresses, first_word, has_question, inside_brackets, sentences
from guide.importing.words.typed_labels import bare, steps

_INHERITED = frozenset({"opening", "closing", "after", "about", "research"})


class DocumentPart(Value):
    """A heading and the lines below it up to the next.

    ``above`` are the headings that it stands under; ``to_nobody`` says that what it asks is put to no informant.
    """

    head: DocumentLine | None
    zone: Zone
    lines: tuple[DocumentLine, ...]
    above: tuple[DocumentLine, ...] = ()
    research: tuple[DocumentLine, ...] = ()
    to_nobody: bool = False


class _Cut:
    """The parts while the lines go by."""

    def __init__(self) -> None:
        self.parts: list[DocumentPart] = []
        self._head: DocumentLine | None = None
        self._zone: Zone = ""
        self._lines: list[DocumentLine] = []
        self._stack: list[tuple[float, DocumentLine, Zone]] = []
        self._research: tuple[DocumentLine, ...] = ()
        self._single = False
        self._topic: DocumentLine | None = None  # a heading that is counted as the questions around it are

    def close(self) -> None:
        above = tuple(line for _, line, _ in self._stack if line is not self._head)
        if self._head is not None or self._lines or self._research:
            self.parts.append(DocumentPart(self._head, self._zone, tuple(self._lines), above, self._research))
        self._lines = []
        self._head = None
        self._research = ()

    def head(self, line: DocumentLine, rank: float) -> None:
        self.close()
        while self._stack and self._stack[-1][0] >= rank:
            self._stack.pop()
        words = without_appendix(line.text)[1]
        own = zone_of(words.rstrip("! ") if line.block.kind == "heading" else words)
        inherited = next((zone for _, _, zone in reversed(self._stack) if zone in _INHERITED), "")
        if line.told and inherited == "research":
            inherited = ""  # who calls it a heading means a section's
        if not own and announces_research(line.text):
            own = "research"
        if own == "warm_up" and inherited == "about":
            own = ""  # of the answers that somebody gave
        self._zone = own or inherited  # type: ignore[assignment]
        told = own == "research" and _TOLD.search(line.text) is not None
        if not (line.inline or told):
            self._stack.append((rank, line, self._zone))
        self._head = line
        self._topic = None
        self._single = own == "research" and (line.inline or told)

    def topic(self, line: DocumentLine, rank: float) -> None:
        """A heading that is counted as the questions around it are: the next of these stands beside it, not below."""
        self.head(line, rank)
        self._topic = line

    def target(self, lines: tuple[DocumentLine, ...]) -> None:
        self.close()
        self._stack = [entry for entry in self._stack if entry[0] < _TABLE - 1]
        self._zone = ""
        self._research = lines

    def beside(self, lines: tuple[DocumentLine, ...]) -> None:
        """The research questions in the same row as a title."""
        self._research = lines

    def before_table(self) -> None:
        """A table of questions goes on neither with what was said about the document nor with research questions."""
        if self._zone in ("about", "research") and self._head is not None:
            over = self._zone
            self.close()
            self._stack = [entry for entry in self._stack if entry[2] != over]
            self._zone = ""

    def after_table(self) -> None:
        """What follows a table stands under what the table stood under."""
        if self._head is not None and any(rank < _TABLE - 1 and line is self._head for rank, line, _ in self._stack):
            return
        self.close()
        self._stack = [entry for entry in self._stack if entry[0] < _TABLE - 1]
        self._zone = self._stack[-1][2] if self._stack else ""

    def line(self, line: DocumentLine) -> None:
        if self._single and self._lines and not _one_more(self._head, line):
            self.close()
            self._zone = ""
        topic = self._topic
        if topic is not None and line.block.form == topic.block.form and compare_depth(line.block, topic.block) == 0:
            self.close()
            self._topic = None
            self._stack = [entry for entry in self._stack if entry[1] is not topic]
            self._head, self._zone = self._stack[-1][1:] if self._stack else (None, "")
        self._lines.append(line)


_PLAIN, _ANNOUNCES, _TABLE = 40.0, 45.0, 50.0
_TOLD = re.compile(r"\b(?:is|was|er)\W*$", re.IGNORECASE)
_ONE = re.compile(r"\b(?:question|spørsmålet|is|was|er)\b\W*$", re.IGNORECASE)


def _one_more(head: DocumentLine | None, line: DocumentLine) -> bool:
    """Whether a line goes on with the research questions whose first stood beside their heading."""
    return head is None or (line.asks and not addresses(line.text) and _ONE.search(head.text) is None)


def cut(lines: Sequence[DocumentLine], *, numbered: float | None = None) -> tuple[DocumentPart, ...]:
    """The parts of a document; ``numbered`` as for ``Levels``."""
    asking, above = asking_levels(lines), owners(lines)
    first = _first_asked(lines)
    found = _Cut()
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.hint == "row" and _asks_you(lines, place):
            found.before_table()
            found.head(line, _TABLE - 1)
            place += 1
            continue
        if line.hint in ("section", "research"):
            place = _read_left_cell(lines, place, found)
            continue
        if line.hint == "break":
            found.after_table()
        if line.hint == "label" and place and lines[place - 1].row != line.row and _asks_you(lines, place):
            found.before_table()
        rank = heading_rank(lines, place, asking, above, numbered=numbered)
        if rank is None and not line.told and place < first and announces_list(lines, place):
            rank = 22.0
        if rank is None:
            found.line(line)
        elif leads(line.block, numbered) and line.block.kind != "heading":
            found.topic(line, rank)
        else:
            announces = line.block.kind == "paragraph" and announces_questions(line.text)
            found.head(line, max(rank, _ANNOUNCES) if announces else rank)
        place += 1
    found.close()
    return tuple(found.parts)


def _first_asked(lines: Sequence[DocumentLine]) -> int:
    """The place of the first question that is no problem statement, nor listed under a word for research questions."""
    listed = False
    for place, line in enumerate(lines):
        if not line.asks:
            listed = zone_of(line.text) == "research"
        elif own_question(line) and not (listed and not addresses(line.text)):
            return place
    return len(lines)


def _asks_you(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether what a table asks is put to the informant, and no list of what the study is to find out."""
    table = itertools.takewhile(lambda line: line.hint and line.hint != "break", lines[place:])
    below = table if lines[place].hint == "label" else lines[place : place + _NEAR]
    return any(line.asks and addresses(line.text) for line in below)


_NEAR = 8  # lines below a heading across a table
_FAR = 60  # lines around a heading in a list


def _read_left_cell(lines: Sequence[DocumentLine], place: int, found: _Cut) -> int:
    """A table's left cell: a title, or the research questions that its row serves, or both."""
    row, end = lines[place].row, place
    while end < len(lines) and lines[end].hint in ("section", "research") and lines[end].row == row:
        end += 1
    cell = lines[place:end]
    titles = [line for line in cell if line.hint == "section" or (line.block.bold and not line.asks) or _is_topic(line)]
    targets = tuple(line for line in cell if line not in titles)
    if titles:
        numbered = len(titles) > 1 and is_section_number(titles[0].text) and not titles[1].asks
        named = titles[1:] if numbered else titles
        found.head(named[0], _TABLE)
        found.beside(targets)
        if numbered:
            found.line(titles[0].but(hint="label"))
        for more in named[1:]:
            found.line(more.but(hint="note"))
    elif targets:
        found.target(targets)
    return end


def _is_topic(line: DocumentLine) -> bool:
    """Whether a cell among research questions is none: "Closing", "General"."""
    return not line.asks and (bool(zone_of(line.text)) or (not line.block.label and len(line.text.split()) <= 2))


_MOST_WORDS = 14
_PLAIN_WORDS = 9
_YOURS = frozenset("your you din ditt dine deg deres dere dykkar dykk dina".split())
_SHOWN = frozenset("show share vis".split())  # what begins a direction to the interviewer
_EACH = re.compile(
    r"\b(?:each|every|all|hver|hvert|kvar|kvart|alle|jede[mnrs]?)\b", re.IGNORECASE
)  # leads into questions
_FURTHER = 6  # points that make one line begin visibly further in than another
_FEW_PLAIN_WORDS = 3  # of a heading that speaks to the informant: "Your work"


def in_a_list(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether a numbered research question stands beside another one, and so heads nothing."""
    return (
        is_research_head(lines[place].block.named) and lines[place].block.kind != "heading" and _is_listed(lines, place)
    )


def own_question(line: DocumentLine) -> bool:
    """Whether a question is no problem statement, nor a research question."""
    return inline_zone(line.text)[0] != "problem" and line.hint != "research"


def announces_list(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether a line announces the research questions before any question has come."""
    line, following = lines[place], _next(lines, place)
    if following is None or line.hint or line.block.kind == "heading":
        return False
    told = announces_research(line.text) or (zone_of(line.text) == "research" and len(line.text.split()) <= 6)
    return told and (following.block.kind == "item" or following.asks)


def asking_levels(lines: Sequence[DocumentLine]) -> frozenset[int]:
    """The levels at which most headings are questions, and so are the guide's questions themselves."""
    heads: dict[int, list[bool]] = {}
    for line in lines:
        if line.block.kind == "heading":
            heads.setdefault(line.block.level, []).append(line.asks)
    return frozenset(level for level, asked in heads.items() if 2 * sum(asked) >= len(asked) and sum(asked) > 1)


def heading_rank(
    lines: Sequence[DocumentLine],
    place: int,
    asking: frozenset[int],
    above: Sequence[int | None],
    *,
    numbered: float | None = None,
) -> float | None:
    """How high a line stands as a heading (less is higher), or None when it is none.

    ``asking`` are the levels whose headings are questions, ``above`` as of ``owners``.
    """
    line = lines[place]
    block, text = line.block, line.text
    if line.told and line.told != "h":
        return None
    if line.hint not in ("", "break") and not (line.hint == "question" and block.bold):
        return None
    if is_planned_time(line):
        return None
    if block.kind == "heading":
        return _real(lines, place, asking)
    if is_research_head(line.block.named) and not _is_listed(lines, place):
        return 24.0
    noted = place > 0 and not block.bold and _is_bare_note(lines[place - 1])
    if noted or not (_could(line) or _asks_among_names(lines, place)) or _counts_on(lines, place):
        return None
    if is_main_lead(text) and not block.bold and (block.kind == "item" or text.endswith(":")):
        return _plain_rank(line) if _among_headings(lines, line) else None
    following = _next(lines, place)
    if text.endswith(":") and following is not None and inside_brackets(following.text) and not following.asks:
        following = _next(lines, place + 1)
    elif following is not None and not (following.told or announces_questions(text)):
        passed = announces_questions(following.text) or is_planned_time(following)
        following = _next(lines, place + 1) if passed else following
    if zone_of(without_appendix(text)[1]) and not text.endswith("."):
        if block.kind == "item" and _sibling(lines, place):
            return None
        return _plain_rank(line)
    if block.kind == "paragraph" and re.search(r"\d", without_appendix(text)[0]) and not text.endswith("."):
        return 1.0
    if names_section(text) or (is_guide_title(text) and len(text.split()) <= 8 and block.kind == "paragraph"):
        return 19.0 if is_guide_title(text) else 20.0
    if block.kind == "paragraph" and not block.quoted:
        if _right_below(lines, place) and not _right_below(lines, place - 1):
            return None if not lines[place - 1].asks and not block.bold else _paragraph(line, following)
        rank = _paragraph(line, following, led=_leads_block(lines, place))
        return None if rank == _PLAIN and _below_number(lines, place, numbered) else rank
    if following is None or not (_opens(lines, place) or _as_others(lines, place)):
        return None
    if (leads(block, numbered) and not _is_numbered_topic(lines, place, above)) or _within_question(
        lines, place, above
    ):
        return None
    return 30.0 + steps(block.label, block.form) + block.level


def _asks_among_names(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether a bold line that asks stands over questions as others of its look do, most of which don't ask.

    One that is numbered as sections are stands so wherever others are numbered. One that speaks to the informant
    stands over a list.
    """
    line, following = lines[place], _next(lines, place)
    if not (line.asks and line.block.bold and line.block.kind == "paragraph") or following is None:
        return False
    own = look(line.block)
    if leads_section(line.text) and not addresses(line.text):
        return any(look(one.block) == own and names_section(one.text) for one in lines)
    listed = following.block.kind == "item" and following.asks
    if not following.asks or following.block.bold or (addresses(line.text) and not listed):
        return False
    pairs = itertools.pairwise(lines)
    over = [one for one, below in pairs if look(one.block) == own and below.asks and not below.block.bold]
    return len(over) > 2 and 3 * sum(one.asks for one in over) <= len(over)


def is_planned_time(line: DocumentLine) -> bool:
    """Whether a line says nothing but how long what it stands under takes: "(3 min)"."""
    bracketed = line.text.startswith("(") and line.text.endswith(")")
    return bracketed and not (line.told or line.hint) and minutes_in(line.text, alone=True) is not None


def _among_headings(lines: Sequence[DocumentLine], line: DocumentLine) -> bool:
    """Whether "Core questions:" is a theme beside others that look like it: "Warm-up questions:"."""
    own = look(line.block)
    named = [zone_of(one.text) for one in lines if look(one.block) == own and one.text.endswith(":")]
    return "warm_up" in named or "closing" in named


def _plain_rank(line: DocumentLine) -> float:
    """How high a telling word stands: as high as an unmarked theme, where nothing marks it either."""
    block = line.block
    if block.kind != "paragraph" or block.bold or block.size > 0 or line.text.upper() == line.text or line.inline:
        return 20.0
    return _PLAIN


def _is_listed(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether the next line is a research question as well, so that this is a list and no heading."""
    following = _next(lines, place)
    before = lines[place - 1] if place else None
    return any(
        other is not None and other.block.kind != "heading" and is_research_head(other.block.named)
        for other in (following, before)
    )


def _real(lines: Sequence[DocumentLine], place: int, asking: frozenset[int]) -> float | None:
    line = lines[place]
    text = line.text
    if line.told:
        return float(line.block.level)
    if (note_lead(text) and not zone_of(text)) or _asks_as_others(lines, place, asking):
        return None
    if not asks(text) or is_research_head(line.block.named) or names_section(text) or is_to_interviewer(text):
        return float(line.block.level)
    if line.block.level not in asking and not has_question(text):
        return float(line.block.level)
    following = _next(lines, place)
    if invites(text) or (following is not None and answers(following, line)):
        return float(line.block.level)
    if addresses(text) or line.block.level in asking:
        return None
    below = []
    for later in lines[place + 1 :]:
        if later.block.kind == "heading":
            break
        below.append(later.asks and (addresses(later.text) or bool(steps(later.block.label, later.block.form))))
    return float(line.block.level) if any(below) else None


def _asks_as_others(lines: Sequence[DocumentLine], place: int, asking: frozenset[int]) -> bool:
    """Whether a heading that speaks as questions do, without a mark, has nothing below it where headings ask."""
    line, following = lines[place], _next(lines, place)
    if line.block.level not in asking or names_section(line.text) or zone_of(line.text):
        return False
    bare = following is None or (following.block.kind == "heading" and following.block.level <= line.block.level)
    return bare and (addresses(line.text) or is_open(line.text))


def answers(line: DocumentLine, head: DocumentLine) -> bool:
    """Whether a paragraph tells what the line above it asks: in an article, or in a letter about taking part."""
    block, text = line.block, line.text
    if block.kind != "paragraph" or line.asks or block.italic or note_lead(text) or len(sentences(text)) < 2:
        return False
    return addresses(text) or speaks_of_myself(text) or not addresses(head.text)


def _could(line: DocumentLine) -> bool:
    text = line.text
    if (
        len(text.split()) > _MOST_WORDS * (1 + names_section(text))
        or line.asks
        or is_fill_in(text)
        or inside_brackets(text)
    ):
        return False
    if (
        text.endswith((",", ";"))
        or (text.endswith(".") and line.block.form in ("letter", "roman"))
        or (inline_zone(text)[0] and text.partition(":")[2].strip())
    ):
        return False
    if probe_lead(text) is not None or condition(text) is not None:
        return False
    if first_word(text) in _SHOWN and len(text.split()) > 2:
        return False
    return not note_lead(text) or bool(zone_of(text))


def _is_bare_note(line: DocumentLine) -> bool:
    """Whether what a line announces to the interviewer stands below it: "Look for:", "Possible answers:"."""
    return line.block.kind == "paragraph" and line.text.endswith(":") and note_lead(line.text)


def _next(lines: Sequence[DocumentLine], place: int) -> DocumentLine | None:
    return lines[place + 1] if place + 1 < len(lines) else None


def _as_others(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether a name is numbered as headings above it are: "2.4 Team" after "2.1 Years", each over its questions.

    A bold one over a list that asks nothing is so, too, where others stand over questions.
    """
    block = lines[place].block
    if block.bold and block.label and _name_opened(lines, place)[0] > 1:
        return True
    if steps(block.label, block.form) != 2 or len(lines[place].text.split()) > _PLAIN_WORDS:
        return False
    series = re.match(r"\W*\d+", block.label)
    own = [
        at
        for at, line in enumerate(lines[:place])
        if steps(line.block.label, line.block.form) == 2 and series and line.block.label.startswith(series[0])
    ]
    return bool(own) and all(not lines[at].asks for at in own) and any(_opens(lines, at) for at in own)


def _name_opened(lines: Sequence[DocumentLine], place: int) -> tuple[int, int]:
    """How many of the lines near a name that look like it stand over questions, of how many; none where one asks."""
    near = range(max(0, place - _FAR), min(len(lines), place + _FAR))
    alike = [at for at in near if look(lines[at].block) == look(lines[place].block)]
    if len(lines[place].text.split()) > _PLAIN_WORDS or any(lines[at].asks for at in alike):
        return 0, len(alike)
    return sum(_opens(lines, at) for at in alike), len(alike)


def _is_numbered_topic(lines: Sequence[DocumentLine], place: int, above: Sequence[int | None]) -> bool:
    """Whether a name that is counted as questions are stands over several bullets, all of which ask the informant."""
    below = [line for line, owner in zip(lines, above, strict=True) if owner == place]
    bullets = all(line.block.form == "bullet" and has_question(line.text) and addresses(line.text) for line in below)
    return len(below) > 1 and bullets and condition(lines[place].text) is None


def _within_question(lines: Sequence[DocumentLine], place: int, above: Sequence[int | None]) -> bool:
    """Whether a point stands in a question's list: what it stands below asks, the bullet before it does, or the letters
    before and after it.
    """
    owner, following = above[place], _next(lines, place)
    number = bare(lines[place].block.label)
    if number.isdecimal() and following is not None and bare(following.block.label).startswith(f"{number}."):
        return False  # "2 Work" over "2.1 What do you do?"
    block = lines[place].block
    over_text = block.form == "decimal" and following is not None and following.block.kind == "paragraph"
    if over_text or (block.bold and following is not None and not following.block.bold):
        opened, alike = _name_opened(lines, place)
        if opened == alike > 1:
            return False  # "2. Home" over paragraphs that ask, as "1. Work" is; a bold "II. Home" over "3. …" is, too
    if owner is not None and lines[owner].asks and own_question(lines[owner]):
        return True
    before = next((at for at in range(place - 1, -1, -1) if above[at] == owner), place)
    after = next((at for at in range(place + 1, len(lines)) if above[at] == owner), place)
    form = lines[place].block.form
    listed = all(line.block.kind == "item" for line in lines[before:place]) and lines[before].block.form == form
    if lines[place].text.endswith(":") and _is_numbered_topic(lines, place, above):
        return False  # "Examples of how to ask:"
    lettered = form == "letter" and lines[after].asks and lines[after].block.form == form
    return listed and lines[before].asks and lines[before].hint != "note" and (form == "bullet" or lettered)


def _counts_on(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether the sub-level's list that was begun before a line goes on below it: "iii." above, "iv." below."""
    following = _next(lines, place)
    if following is None or following.block.form not in ("letter", "roman") or not place:
        return False
    own = _ordinal(following.block.label, following.block.form)
    before = next((one for one in reversed(lines[:place]) if one.block.form == following.block.form), None)
    on = own > 1 and before is not None and own == _ordinal(before.block.label, before.block.form) + 1
    tops = (one for one in lines[max(0, place - 20) : place] if one.block.form == "decimal" and one.asks)
    return on and any(compare_depth(following.block, top.block) > 0 for top in tops)


_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()


def _ordinal(label: str, form: str) -> int:
    """Which one of its list a letter or a Roman number is; 0 where it is neither."""
    sign = bare(label).casefold()
    if form == "roman":
        return _ROMAN.index(sign) + 1 if sign in _ROMAN else 0
    return ord(sign) - ord("a") + 1 if len(sign) == 1 else 0


def _sibling(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether the next line is another item of the same list, so that a heading's word is a mere point of it."""
    following = _next(lines, place)
    line = lines[place]
    if following is None or following.block.kind != "item":
        return False
    return compare_depth(following.block, line.block) == 0 and not (
        line.block.bold or line.block.form in ("decimal", "roman")
    )


def _right_below(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether a line of text stands on the very next line to the one before it."""
    if not 0 < place < len(lines):
        return False
    spots = [lines[at].block.spot for at in (place - 1, place)]
    return (
        all(spot.code == "line" for spot in spots)
        and int(spots[1].facts["number"]) == int(spots[0].facts["number"]) + 1
    )


def _below_number(lines: Sequence[DocumentLine], place: int, numbered: float | None) -> bool:
    """Whether a line stands further in than the numbered question above it, and so is said about it."""
    above = next((line for line in reversed(lines[:place]) if leads(line.block, numbered)), None)
    return above is not None and above.asks and lines[place].block.indent > above.block.indent + _FURTHER


def _leads_block(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether something asks in the lines right below one that itself stands apart."""
    if _right_below(lines, place):
        return False
    at = place + 1
    while _right_below(lines, at):
        if lines[at].asks:
            return True
        at += 1
    return False


def _paragraph(line: DocumentLine, following: DocumentLine | None, *, led: bool = False) -> float | None:
    block, text = line.block, line.text
    if following is None or (text.endswith(".") and (len(sentences(text)) > 1 or directs(text))):
        return None
    letters = [sign for sign in text if sign.isalpha()]
    if block.bold or (len(letters) > 3 and text.upper() == text):
        return 20.5 if block.italic else 20.0
    if block.size > 0 and block.size > following.block.size and not text.endswith("."):
        return 18.0
    if block.indent > following.block.indent + _FURTHER and following.block.kind == "paragraph":
        return None
    led = (
        led or following.asks or following.block.kind == "item" or following.hint in ("question", "section", "research")
    )
    if text.endswith(":"):
        if len(sentences(text)) > 1 or (not block.italic and (_EACH.search(text) or directs(text))):
            return None
        return 30.0 if led and len(text.split()) <= 10 and not addresses(text) else None
    if not led or text.endswith((".", "!")) or len(text.split()) > _PLAIN_WORDS or "," in text:
        return None
    if ":" in text or block.italic or not letters or not text.lstrip("\"'«“").lstrip()[:1].isupper():
        return None
    if addresses(text) and (len(text.split()) > _FEW_PLAIN_WORDS or first_word(text) not in _YOURS):
        return None
    return None if following.hint else _PLAIN


def _hint_of(line: DocumentLine) -> str:
    """What a line's table says of it; the first line after one is outside as any other."""
    return "" if line.hint == "break" else line.hint


def _opens(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether a list item that asks nothing is followed by questions that stand below it."""
    line = lines[place]
    asked = 0
    for later in lines[place + 1 : place + 40]:
        if later.block.kind == "heading" or _hint_of(later) != _hint_of(line):
            break
        if compare_depth(later.block, line.block) <= 0 and not (
            later.asks and later.block.form == "named" and line.block.form in ("letter", "decimal", "roman")
        ):
            break
        if later.asks:
            asked += 1
    return asked > 0
