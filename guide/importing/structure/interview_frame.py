"""Frame of an interview: matters to settle, thanks.

At the very end, thanks come after the interview, and questions that only ask what was forgotten are the closing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from guide.importing.document_blocks import from_offset
from guide.importing.guide_draft import GuideDraft, PlacedText
from guide.importing.structure.document_lines import DocumentLine, compare_depth, leads, look
from guide.importing.structure.front_matter import interview_minutes, is_form
from guide.importing.structure.headings import (
    inline_zone,
    is_guide_title,
    is_letter,
    is_to_interviewer,
    may_be_asked,
    may_be_considered,
    names_section,
    without_appendix,
)
from guide.importing.structure.parts import DocumentPart, answers
from guide.importing.structure.research_questions import bare_words
from guide.importing.words.line_kinds import (
    EXAMPLE,
    asks,
    directs,
    is_open,
    is_placeholder,
    note_lead,
    of_informant,
    probe_lead,
    speaks_of_myself,
)
from guide.importing.words.lists import compiled, words
from guide.importing.words.sentences import addresses, first_word, has_question, sentences

LEGEND = re.compile(
    r"(?:\*.{0,60}(?:valgfri|optional|if time|hvis tid))|(?:(?:valgfri|optional).{0,60}\*)", re.IGNORECASE
)
THANKS = compiled(r"\b", "thanks", after=r"\b")
_MORE = compiled("", "more")
"""What announces questions after the closing all the same: "Additional prompts"."""

_ANY = compiled(r"\b", "any", after=r"\b")
CONSENT = compiled("", "consent")
"""What is wanted before the recorder starts."""

_SOURCE = compiled(r"\W*", "source")
_CITED = re.compile(r"\b(?:1[89]|20)\d\d\b|https?:|\bdoi\b|www\.", re.IGNORECASE)

TOLD = re.compile(r"\b(?:meg|me|oss|us|deg selv|yourself|your|din|ditt|dine|du|you)\b", re.IGNORECASE)
_BEFORE = compiled("", "before")
CATCH_ALL = compiled("", "catch_all")

_LEAD_WORDS = 6  # of a heading or a lead; a sentence has more


def split_leads(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Lines in which a heading's word runs into what it heads, cut in two: "Avslutning: Er det noe …?"."""
    done: list[DocumentLine] = []
    for line in lines:
        zone, lead, rest = ("", "", "") if line.told else inline_zone(line.text)
        heads = zone in ("opening", "closing", "warm_up", "after") and asks(rest)
        if line.hint or not (heads or zone == "research"):
            done.append(line)
            continue
        runs, cut = line.block.runs, len(line.text) - len(rest)
        head = line.block.but(runs=from_offset(runs, 0, len(lead)), kind="paragraph", form="", label="")
        rest_of_it = line.block.but(runs=from_offset(runs, cut), follows=False)
        done += (line.but(block=head, inline=True), line.but(block=rest_of_it))
    return done


def head_leads(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Lines in which paragraphs such as "Work: Now I ask about …" over lists that begin anew are cut into heads.

    They are headings where there are at least two of them.
    """
    cuts = {place for place in range(len(lines) - 1) if _heads_anew(lines[place], lines[place + 1])}
    if len(cuts) < 2:
        return list(lines)
    done: list[DocumentLine] = []
    for place, line in enumerate(lines):
        if place not in cuts:
            done.append(line)
            continue
        head, _, rest = line.text.partition(":")
        runs = line.block.runs
        named = line.block.but(runs=from_offset(runs, 0, len(head)), kind="heading", level=30)
        said = line.block.but(runs=from_offset(runs, len(line.text) - len(rest.lstrip())))
        done += (line.but(block=named), line.but(block=said))
    return done


def _heads_anew(line: DocumentLine, following: DocumentLine) -> bool:
    head, colon, rest = line.text.partition(":")
    block = line.block
    if line.hint or line.told or block.kind != "paragraph" or not colon or not rest.strip():
        return False
    first = following.block.form in ("decimal", "named") and re.sub(r"\D", "", following.block.label) == "1"
    named = 0 < len(head.split()) <= _LEAD_WORDS and head[:1].isupper() and not note_lead(line.text)
    return first and named and not asks(rest) and not inline_zone(line.text)[0] and len(rest.split()) > 3


_AVOID = compiled(r"\W*", "avoid_questions", after=r"\b")


def label_main_leads(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Lines in which a word for the problem is a label where what it leads into is put to the informant."""
    return [
        line.but(hint="label") if following is not None and _leads_on(line, following) else line
        for line, following in zip_longest(lines, lines[1:])
    ]


def _leads_on(line: DocumentLine, following: DocumentLine) -> bool:
    if line.told or line.hint or line.block.kind == "heading" or not line.text.endswith(":"):
        return False
    return may_be_asked(line.text) and following.asks and addresses(following.text)


def note_avoided(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Lines in which questions that are not to be asked, below or in "Avoid questions such as …", are notes."""
    done: list[DocumentLine] = []
    over: DocumentLine | None = None
    first: DocumentLine | None = None
    for line, following in zip_longest(lines, lines[1:]):
        free = not (line.told or line.hint)
        avoided = free and _AVOID.match(line.text) is not None
        if avoided:
            over = line if line.text[-1].isalpha() or line.text.endswith((":", "…", "...")) else None
            first = None
        elif free and over is not None and _is_example(line, over, first):
            first = first or line
            done.append(line.but(hint="note"))
            continue
        else:
            over = None
        noted = free and line.block.kind != "heading" and (avoided or _is_explained(line, following))
        done.append(line.but(hint="note") if noted else line)
    return done


_TELLING = words("telling")


def _is_explained(line: DocumentLine, following: DocumentLine | None) -> bool:
    """Whether what may be a request tells whoever asks what to say: it, or the point below it, does so clearly.

    "Probe for details" below a request shows nothing, and counted lines are the questions that they look like.
    """
    if following is None or not line.asks or has_question(line.text) or addresses(line.text):
        return False
    if line.block.form in ("decimal", "named") or compare_depth(following.block, line.block) <= 0:
        return False
    return directs(following.text) and (of_informant(line.text) or first_word(following.text) in _TELLING)


def _is_example(line: DocumentLine, over: DocumentLine, first: DocumentLine | None) -> bool:
    """Whether a line is in the list, begun by ``first``, or among the quotations that stand right below another."""
    block = line.block
    if block.kind == "heading":
        return False
    if block.kind != "item":
        return line.asks and line.text[0] in "\"“„«”‘'"
    if over.block.kind == "item" and compare_depth(block, over.block) <= 0:
        return False
    if first is None:
        return block.form == "bullet" or re.sub(r"\W", "", block.label) in ("1", "a")
    return first.block.kind == "item" and compare_depth(block, first.block) >= 0 and block.form == first.block.form


def stand_apart(lines: Sequence[DocumentLine]) -> int:
    """How many points that ask nothing stand at the beginning, above questions that are no others of their list."""
    count = next((place for place, line in enumerate(lines) if line.asks or line.told), 0)
    if not count or any(line.hint for line in lines[:count]):
        return 0
    last, first = lines[count - 1], lines[count]
    return count if first.hint or compare_depth(first.block, last.block) < 0 else 0


_POINT_WORDS = 6  # of something to bring or to see to


def find_checklist(lines: Sequence[DocumentLine]) -> range:
    """The places of points to settle that stand right above a part's first question: "Consent signed", "Recorder".

    They are a list's, and ask nothing. One speaks of consent or of the recording, or all are a few words and the
    questions below are no part of their list. No more points of theirs stand below the question.
    """
    end = next((place for place, line in enumerate(lines) if line.asks), 0)
    start = end
    while start and _is_plain_point(lines[start - 1]):
        start -= 1
    goes_on = any(not one.asks and look(one.block) == look(lines[start].block) for one in lines[end:])
    if start == end or lines[end].hint or lines[end].told or goes_on:
        return range(0)
    points = lines[start:end]
    last, first = lines[end - 1].block, lines[end].block
    settled = any(_BEFORE.search(line.text) or CONSENT.search(line.text) for line in points)
    short = all(len(line.text.split()) <= _POINT_WORDS and ":" not in line.text for line in points)
    listed = short and len(points) > 1 and first.form != last.form
    further_in = first.level > last.level or first.indent > last.indent + _FURTHER
    below = first.kind == "item" and compare_depth(first, last) > 0
    return range(start, end) if (settled and not further_in) or (listed and not below) else range(0)


_FURTHER = 6.0  # points by which a list visibly stands below another


def _is_plain_point(line: DocumentLine) -> bool:
    """Whether a line is a point of a list, and says nothing of what it is."""
    return line.block.kind == "item" and not (line.told or line.hint or note_lead(line.text))


def with_checklist(parts: Sequence[DocumentPart]) -> tuple[DocumentPart, ...]:
    """The parts, of which the first that asks is cut behind the checklist above its questions, which is the opening.

    The checklist's last point may have been taken for a heading. Where nothing would be asked in the whole document
    because the questions stand in such a part, it is cut at them.
    """
    place = next((at for at, one in enumerate(parts) if one.zone in _BEGINNING and any(map(really_asks, one.lines))), 0)
    if not parts:
        return ()
    before, part, after = parts[:place], parts[place], parts[place + 1 :]
    above = before[-1] if before else None
    if above is not None and above.zone in _BEGINNING and part.head is not None and _ends_list(above, part.head):
        joined = above.but(lines=(*above.lines, part.head, *part.lines))
        if find_checklist(joined.lines):
            before, part = before[:-1], joined
    points = find_checklist(part.lines)
    head = part.head
    named = head is not None and part.zone == "opening" and settles(part)
    if points and not named and (head is None or not points.start) and really_asks(part.lines[points.stop]):
        start, end = points.start, points.stop
    elif settles(part) and any(map(really_asks, part.lines)) and not any(map(_asks_before_end, parts)):
        start, end = 0, next(at for at, line in enumerate(part.lines) if really_asks(line))
    else:
        return tuple(parts)
    over = head is not None and (part.zone == "opening" or (head.block.kind == "paragraph" and not head.block.bold))
    pieces = (
        part.but(head=None, lines=part.lines[:start]),
        DocumentPart(head if over else None, "opening", part.lines[start:end], part.above),
        part.but(head=None if over else head, zone="" if part.zone == "opening" else part.zone, lines=part.lines[end:]),
    )
    return (*before, *(piece for piece in pieces if piece.lines), *after)


def _ends_list(part: DocumentPart, head: DocumentLine) -> bool:
    """Whether a part's last line and what was taken for the next one's heading are points of one list."""
    return bool(part.lines) and _is_plain_point(head) and look(part.lines[-1].block) == look(head.block)


def _asks_before_end(part: DocumentPart) -> bool:
    return part.zone != "closing" and is_questions(part)


_BEGINNING = frozenset({"", "opening", "warm_up"})


def is_completed(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether an item only ends the sentence over its list, in small letters: "This guide asks about:" "- what …"."""
    line = lines[place]
    if line.hint or line.told or line.block.kind != "item" or not line.text[:1].islower() or addresses(line.text):
        return False
    above = next((one for one in reversed(lines[:place]) if one.block.kind != "item" or one.hint), None)
    if above is None or above.block.kind != "paragraph" or not above.text.endswith(":") or above.asks:
        return False
    return len(above.text.split()) > _LEAD_WORDS and not addresses(above.text) and not note_lead(above.text)


_TASK = compiled(r"\b", "task_lead")


def in_tasks(lines: Sequence[DocumentLine]) -> frozenset[int]:
    """The places of what asks in lists of what a study does or is to settle, or of what somebody is to prepare."""
    found = set()
    over: DocumentLine | None = None
    for place, line in enumerate(lines):
        if over is not None and (line.told or line.hint or compare_depth(line.block, over.block) <= 0):
            over = None
        if line.text.endswith(":") and not (line.told or line.hint) and _TASK.search(line.text):
            over = line
        elif over is not None and line.asks and not addresses(line.text):
            found.add(place)
    return frozenset(found)


def is_source(line: DocumentLine) -> bool:
    """Whether a line says where the guide was taken from: "Adapted from Smith (2019)"."""
    return not line.asks and _SOURCE.match(line.text) is not None and _CITED.search(line.text) is not None


def procedural(line: DocumentLine) -> bool:
    """Whether a question only settles how to go on, as one does before the interview, or asks leave."""
    text = line.text
    return _BEFORE.search(text) is not None or (line.asks and _ANY.search(text) is not None) or asks_leave(text)


_LEAVE = compiled(r"\W*", "leave", "invites")
_ANY_WORDS = 12  # of a question whether something is all right


def asks_leave(text: str) -> bool:
    """Whether all that a text asks is leave for whoever asks: "Thanks! May I call you again?"."""
    asked = [one for one in sentences(text) if has_question(one)]
    return bool(asked) and all(
        _LEAVE.match(one) or (len(one.split()) <= _ANY_WORDS and _ANY.search(one) is not None) for one in asked
    )


def really_asks(line: DocumentLine) -> bool:
    """Whether a line of the opening is an interview question, and not a matter to settle or something to explain."""
    if line.told:
        return line.told == "q"
    if not line.asks or procedural(line) or inline_zone(line.text)[0] == "problem" or note_lead(line.text):
        return False
    if has_question(line.text):
        return True
    example = EXAMPLE.search(line.text)
    if example is not None and speaks_of_myself(line.text[example.end() :]):
        return False
    return len(line.text.split()) <= 30 and TOLD.search(line.text) is not None


def frames(line: DocumentLine) -> bool:
    """Whether a statement before the first question is said to the informant, or about the interview as a whole."""
    return addresses(line.text) or is_form(line.text) or interview_minutes(line.text) is not None


def is_intro(line: DocumentLine, *, numbered: bool) -> bool:
    """A long paragraph before the first of the numbered questions: what is said to begin with."""
    words = len(line.text.split())
    return numbered and not line.block.label and line.block.kind == "paragraph" and words > 30 and addresses(line.text)


def unfit(line: DocumentLine) -> bool:
    """Whether a line can never be said: a placeholder, a form's field, a cell of no known kind."""
    return is_placeholder(line.text) or is_form(line.text) or line.hint in ("label", "cell")


_MANY = 10  # questions that nobody lists to tell about a study
_REAL = 5  # interview questions that nobody asks before the recorder runs


def is_questions(part: DocumentPart) -> bool:
    """Whether a part holds interview questions."""
    if any(line.told == "q" for line in part.lines):
        return True
    if part.to_nobody:
        return False
    if part.zone in ("problem", "research") or (part.zone == "after" and not still_asks(part)):
        return False
    if part.zone == "opening" or (part.zone == "" and settles(part)):
        return any(map(really_asks, part.lines)) and not settles(part)
    asked = [line for line in part.lines if line.asks and inline_zone(line.text)[0] != "problem"]
    if part.zone == "about":
        many = len(asked) >= _MANY and 5 * len(asked) >= 4 * len(part.lines)
        heads = [head.text for head in (part.head, *part.above) if head is not None]
        spoken = sum(addresses(line.text) for line in asked)
        if any(is_to_interviewer(head) and not may_be_considered(head) for head in heads):
            return many
        return many or spoken >= (1 if any(map(may_be_considered, heads)) else 2)
    return bool(asked)


_THEM = compiled(r"\b", "them", after=r"\b")
_ME = compiled(r"\b", "me", after=r"\b")
_OURS = compiled(r"\b", "me", "we", after=r"\b")
_LEAST_OF_GUIDE = 3  # questions under the heading of a guide within a longer document
_APART_ZONES = frozenset({"problem", "research", "opening", "warm_up", "closing", "after"})


def asked_of_nobody(parts: Sequence[DocumentPart]) -> frozenset[int]:
    """The places of parts whose questions are no interview's, because they speak to nobody, where most others do.

    They stand above the first that speaks to the informant, and ask about "them", in the midst of prose, under a
    heading of "us" or above the list of research questions; or ask whoever asks ("Did I let them finish?"); or stand
    outside the part that is called the interview guide, or in the letter about taking part above it. Whomever they
    speak to, they are answered right below, as in a
    letter or an example, have boxes to tick off (open questions are not ticked off), are another appendix that is no
    guide for others or only say again what is asked elsewhere.
    """
    asked = [[line for line in part.lines if line.asks and has_question(line.text)] for part in parts]
    spoken = [sum(addresses(line.text) for line in own) for own in asked]
    ticked = [sum(_BOX.match(line.block.label) is not None for line in own) for own in asked]
    over = [[head.text for head in (part.head, *part.above) if head is not None] for part in parts]
    guides = {place for place, heads in enumerate(over) if any(map(is_guide_title, heads))}
    own_spoken = sum(spoken[place] for place in guides)
    inside = own_spoken >= _LEAST_OF_GUIDE and 2 * own_spoken >= sum(len(asked[place]) for place in guides)
    total = sum(map(len, asked))
    first = next((place for place, count in enumerate(spoken) if count), 0)
    again = _said_again(parts)
    listed = next((place for place, part in enumerate(parts) if part.zone == "research"), 0)
    letter = next((place for place, heads in enumerate(over) if any(map(is_letter, heads))), len(parts))
    found = set(range(letter, min(guides))) if inside else set[int]()
    for place, (part, own) in enumerate(zip(parts, asked, strict=True)):
        if any(line.told for line in part.lines):
            found.discard(place)
            continue
        other = place > first and any(map(_is_other_appendix, (part.head, *part.above)))
        later = other and not (spoken[place] and _asks_alone(part, own))
        closed = 2 * sum(is_open(line.text) for line in own) < len(own)
        boxed = 0 < ticked[place] == len(own) and 2 * sum(ticked) < total and closed
        if later or boxed or place in again or _is_dialogue(part) or _answered(part, own):
            found.add(place)
        if spoken[place] or part.zone in _APART_ZONES:
            continue
        about = [sum(told.search(line.text) is not None for line in own) for told in (_THEM, _ME)]
        about_them, about_me = (len(own) > 1 and 3 * count >= len(own) for count in about)
        prose = bool(own) and all(_is_prose(line) for line in own)
        ours = bool(own) and part.head is not None and _OURS.search(part.head.text) is not None
        outside = inside and place not in guides and (own or any(line.hint == "question" for line in part.lines))
        mostly = 2 * sum(spoken) >= total - len(own)
        if outside or (
            mostly and (about_me or place < listed < first or (place < first and (about_them or prose or ours)))
        ):
            found.add(place)
    return frozenset(found)


_BOX = re.compile(r"\[|[☐☑☒⬜]")
_NUMBERED = re.compile(r"\W*\w+ \d+\s*[:.)–-]|[\[(]?\b\d{1,2}:\d\d(?::\d\d)?\b[\])]?")
"""A question's number in words, and a time in a recording: "Question 3: … [00:12:01]"."""

_FEWEST_WORDS = 4  # of a question that two places have by no chance


def _said_again(parts: Sequence[DocumentPart]) -> frozenset[int]:
    """The places of parts all of whose questions stand in others that ask at least twice as much, or without answers.

    They are an overview of what the whole guide asks, or minutes of an interview. Guides for two groups that share
    their questions are none.
    """
    keys = [[tuple(bare_words(_NUMBERED.sub("", line.text))) for line in part.lines if line.asks] for part in parts]
    where: dict[tuple[str, ...], set[int]] = {}
    for place, own in enumerate(keys):
        for key in own:
            where.setdefault(key, set()).add(place)
    found = set[int]()
    for place, (part, own) in enumerate(zip(parts, keys, strict=True)):
        others = {at for key in own for at in where[key]} - {place} - found
        shared = all(len(where[key]) > 1 and len(key) >= _FEWEST_WORDS for key in own)
        if len(own) < _LEAST_OF_GUIDE or not shared:
            continue
        answered = place > min(others, default=place) and len(part.lines) >= 2 * len(own)
        bare = 3 * sum(len(keys[at]) for at in others) > 2 * sum(len(parts[at].lines) for at in others)
        if sum(len(keys[at]) for at in others) >= 2 * len(own) or (answered and bare):
            found.add(place)
    return frozenset(found)


def answers_by_number(parts: Sequence[DocumentPart]) -> frozenset[int]:
    """The places of parts that hold what several people answered to the questions counted in a part above them."""
    asked = [sum(line.asks for line in part.lines) for part in parts]
    most = max(asked, default=0)
    if most < _REAL:
        return frozenset()
    found: dict[int, list[DocumentLine]] = {}
    for place in range(asked.index(most) + 1, len(parts)):
        counted = [line for line in parts[place].lines if line.block.form == "decimal" and not line.told]
        begun = bool(counted) and re.sub(r"\D", "", counted[0].block.label) == "1"
        if begun and most - 2 <= len(counted) <= most + 2 and 4 * sum(line.asks for line in counted) <= len(counted):
            found[place] = counted
    said = [line for counted in found.values() for line in counted]
    mine = sum(_ME.search(line.text) is not None for line in said)
    whole = sum(line.text.endswith((".", "!")) for line in said)
    return frozenset(found) if len(found) > 1 and 5 * mine >= len(said) <= 2 * whole else frozenset()


_TURN = re.compile(r"([^\W\d_][\w ]{0,14}):\s+\S")


def _is_dialogue(part: DocumentPart) -> bool:
    """Whether a part is an example in which two voices speak by turns, and one of them answers in whole sentences."""
    turns = [(found[1], line) for line in part.lines if (found := _TURN.match(line.text))]
    asking = [who for who, line in turns if line.asks]
    telling = [who for who, line in turns if line.text.endswith((".", "!")) and not probe_lead(line.text)]
    by_turns = len(set(asking)) == len(set(telling)) == 1 and len({who for who, _ in turns}) == 2
    return by_turns and min(len(asking), len(telling)) > 1 and 2 * len(turns) >= len(part.lines)


def _is_other_appendix(head: DocumentLine | None) -> bool:
    return head is not None and bool(without_appendix(head.text)[0]) and _MORE.search(head.text) is None


def _asks_alone(part: DocumentPart, asked: Sequence[DocumentLine]) -> bool:
    """Whether a part asks much that is open, and holds little else: a guide for another group, no letter or form."""
    opened = sum(is_open(line.text) for line in asked)
    return opened >= _LEAST_OF_GUIDE and 2 * opened >= len(asked) and 2 * len(asked) >= len(part.lines)


def _answered(part: DocumentPart, asked: Sequence[DocumentLine]) -> bool:
    """Whether several questions of a part each have their answer in the paragraph below."""
    if len(asked) < 2:
        return False
    numbers = {line.number for line in asked}
    told = [one for one, below in pairwise(part.lines) if one.number in numbers and one.asks and answers(below, one)]
    return len(told) == len(asked)


def _is_prose(line: DocumentLine) -> bool:
    """Whether a paragraph tells something before it asks."""
    return line.block.kind == "paragraph" and not line.hint and not has_question(sentences(line.text)[0])


def still_asks(part: DocumentPart) -> bool:
    """Whether a part that calls itself what comes after is a theme of the interview all the same."""
    return sum(line.asks and has_question(line.text) for line in part.lines) >= 3


def beyond(part: DocumentPart, numbered: float | None, before: int, *, ended: bool) -> bool:
    """Whether a part after closing questions is none of the interview: advice, examples, what to do with the answers.

    ``ended`` says that the closing had a heading of its own, ``before`` how many questions there were.
    """
    if part.zone not in ("", "about") or not is_questions(part):
        return False
    if part.zone == "about" and ended:
        return True
    if part.head is not None and ended and without_appendix(part.head.text)[0]:
        return True
    counted = any(leads(line.block, numbered) for line in part.lines if line.asks)
    if part.head is None or counted or not ended or _MORE.search(part.head.text):
        asked = [line for line in part.lines if line.asks]
        return 2 * sum(addresses(line.text) for line in asked) <= len(asked)  # put to nobody
    return 2 * sum(line.asks for line in part.lines) <= before


def settles(part: DocumentPart) -> bool:
    """Whether a part without a telling heading is the opening all the same: it settles consent and recording."""
    if any(line.hint for line in part.lines):
        return False
    settled = sum(_BEFORE.search(line.text) is not None for line in part.lines)
    real = sum(really_asks(line) and addresses(line.text) for line in part.lines)
    return settled > 0 and real < _REAL and real * 4 <= len(part.lines)


_UNASKED = frozenset({"opening", "about", "after"})


def counted_themes(parts: Sequence[DocumentPart]) -> frozenset[int]:
    """The places of parts that are themes by their number, whatever they are called: "Tema 2: Informasjon".

    Others are counted so as well, or a person calls it a heading; and something in it is put to the informant.
    """
    heads = [(at, part, part.head) for at, part in enumerate(parts) if part.head is not None]
    asked = [one for one in heads if not settles(one[1]) and any(map(really_asks, one[1].lines))]
    counted = {at for at, _, head in asked if names_section(head.text)}
    called = {at for at, _, head in asked if head.told}
    themes = called | counted if len(counted) > 1 else called
    return frozenset(at for at in themes if parts[at].zone in _UNASKED)


def put_problems(parts: Sequence[DocumentPart]) -> frozenset[int]:
    """The places of parts called the problem whose first question is put to the informant, and so is asked."""
    firsts = {
        at: next((line for line in part.lines if line.asks), None)
        for at, part in enumerate(parts)
        if part.zone == "problem" and part.head is not None and may_be_asked(part.head.text)
    }
    return frozenset(at for at, line in firsts.items() if line is not None and addresses(line.text))


_ASK_ABOUT = compiled("", "ask_about", after=r"\W*")


def listed_topics(parts: Sequence[DocumentPart]) -> frozenset[int]:
    """The places of parts that list what to ask about without asking.

    They are about the informant's background, or their headings say "Ask about" and no more, or stand among others of
    their look that stand over questions: between two of them, or counted with them.
    """
    found = set()
    asking = {at: look(part.head.block) for at, part in enumerate(parts) if part.head and _is_theme(part)}
    for at, part in enumerate(parts):
        items = [line for line in part.lines if line.block.kind == "item"]
        if part.head is None or len(items) < 2:
            continue
        alike = [other for other, seen in asking.items() if seen == look(part.head.block)]
        among = bool(alike) and alike[-1] > at and (alike[0] < at or (bool(part.head.block.label) and len(alike) > 1))
        topics = part.zone == "" and items == list(part.lines) and all(map(_is_topic, items))
        among = among and not part.head.text.endswith(":")  # such a line mostly leads into examples
        named = part.head.block.kind == "heading" and _ASK_ABOUT.fullmatch(part.head.text)
        if part.zone == "warm_up" or (topics and (among or named)):
            found.add(at)
    return frozenset(found)


def _is_theme(part: DocumentPart) -> bool:
    return part.zone in ("", "warm_up") and any(line.asks for line in part.lines)


def _is_topic(line: DocumentLine) -> bool:
    """Whether a point is a few words to ask about, and nothing to do or to tick off."""
    told = line.told or line.hint or line.asks or directs(line.text) or unfit(line) or _BOX.match(line.block.label)
    few = len(re.split(r"\s[–—-]\s", line.text)[0].split()) <= _TOPIC_WORDS  # what follows a dash only lists more
    return not told and few and not line.text.endswith((".", "!", ":"))


_TOPIC_WORDS = 9


def settle_ending(draft: GuideDraft) -> None:
    """Thanks at the very end come after; questions that only ask what was forgotten are the closing."""
    if draft.questions and not draft.after:
        last_asked = draft.questions[-1]
        thanks = next((at for at, piece in enumerate(last_asked.aim) if THANKS.search(piece.text)), None)
        if thanks is not None:
            said = [piece.line for piece in last_asked.aim[thanks:]]
            draft.after = [PlacedText(line, line.text) for line in said if not is_source(line)]
            for line in filter(is_source, said):
                draft.leave(line, "source")
            last_asked.aim = last_asked.aim[:thanks]
    if draft.closing or not draft.sections:
        return
    last = draft.sections[-1]
    place = len(last.questions)
    while place > 0 and CATCH_ALL.search(last.questions[place - 1].ask):
        place -= 1
    if place == len(last.questions) or (place == 0 and len(draft.sections) == 1):
        return
    for question in last.questions[place:]:
        question.doubt("closing_by_words")
    draft.closing = last.questions[place:]
    last.questions = last.questions[:place]
    if not last.questions:
        draft.sections.pop()
        draft.leave_whole(last.head, "heading")
