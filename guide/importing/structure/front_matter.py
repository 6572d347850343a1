"""Front matter: title, problem, research questions, planned time.

A title is what the study is called rather than what kind of paper it is; a section's title goes without its number.
"""

import itertools
import re
from collections.abc import Sequence

from guide.importing.document_blocks import Block
from guide.importing.guide_draft import Doubt, GuideDraft, PlacedText
from guide.importing.structure.document_lines import DocumentLine, compare_depth
from guide.importing.structure.headings import (
    heads_research_parts,
    inline_zone,
    is_guide_title,
    is_kind,
    is_letter,
    is_to_interviewer,
    names_section,
    without_appendix,
    zone_of,
)
from guide.importing.structure.parts import DocumentPart, is_planned_time
from guide.importing.structure.research_questions import MENTION, Targets
from guide.importing.words.line_kinds import LONGEST_TEXT, is_fill_in, is_placeholder, minutes_in
from guide.importing.words.lists import compiled, pattern
from guide.importing.words.sentences import addresses, sentences

_SEARCHED = 14
_FEW_WORDS = 8
_DURATION = compiled("", "duration", after=r"\b")
_TAKES = compiled(r"\b", "takes", after=r"\b")
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "tjue": 20, "tretti": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "nitti": 90, "tre kvarter": 45,
}  # fmt: skip
_IN_TENS = re.compile(
    rf"\b(?P<tens>{'|'.join(_TENS)})(?P<five>[- ]?(?:five|fem))?(?:[- ](?:minut|minutt)\w*|(?<=kvarter)\b)",
    re.IGNORECASE,
)
_HOURS = tuple(
    (re.compile(pattern, re.IGNORECASE), minutes)
    for pattern, minutes in (
        (r"\b(?:en|ein|én) halv time\b|\bhalf an hour\b", 30.0),
        (r"\b(?:halvannen|halvanna) time\b|\b(?:an|one) hour and a half\b", 90.0),
        (r"\b(?:to timer|to timar|two hours)\b", 120.0),
        (r"\b(?:en|ein|én|one|an) (?:time|hour)\b", 60.0),
        (r"\b(?P<n>\d(?:[.,]\d)?) ?(?:time|timer|timar|hours?)\b", 60.0),
    )
)
_NAMED = re.compile(
    r"intervju|interview|samtale|session|conversation"
    r"|\b(?:it|this|det|dette)(?: will| should| vil| bør)?(?: probably| trolig)? (?:take|last|ta|tar|tek|vare|varer)\b",
    re.IGNORECASE,
)
_WE_SPEND = re.compile(
    r"(?:we|vi|me)(?: will| vil| kommer til å)?"
    r" (?:need|spend|talk(?: for)?|bruker?|brukar|trenger?|treng|setter av|set av)"
    r" (?:about |around |roughly |ca\.? |cirka |omtrent |om lag |omlag |rundt )?§[.!]?",
    re.IGNORECASE,
)
"""A whole sentence of how long the interview takes, with § for the time."""

_META = compiled(
    r"(?:(?:supplement(?:al|ary) material|copyright|©|all rights reserved|licen[cs]e"
    r"|last (?:edited|updated|modified|changed)|sist (?:endret|oppdatert|redigert))\b|©|",
    "meta",
    after=r"\s*(?:\([^)]*\))?\s*:)",
)


def find_title(lines: Sequence[DocumentLine], draft: GuideDraft) -> tuple[int, ...]:
    """Take the title; the numbers of the lines that are used up by it.

    The document's own title or first heading, unless a line near the top calls itself an interview guide while the
    first one does not look like a title.
    """
    near = lines[:_SEARCHED]
    used: list[int] = []
    best: DocumentLine | None = None
    for line in near:
        lead, rest = without_appendix(line.text)
        if lead and not rest:
            draft.leave(line, "appendix")
            used.append(line.number)
            continue
        named = line.block.kind == "heading" and is_guide_title(rest)
        if (
            line.hint not in ("", "break")
            or (line.asks and not named)
            or inline_zone(line.text)[0]
            or _META.match(line.text)
        ):
            break
        if zone_of(rest) and not (is_guide_title(rest) or (line.block.level == 1 and is_to_interviewer(rest))):
            break
        if best is None and line.block.level and not is_guide_title(rest) and _is_one_of_several(line, lines):
            break
        if best is None and _title_like(line, rest):
            best = line
            if line.block.kind == "heading" or is_guide_title(rest):
                break
        elif (
            best is not None and is_guide_title(rest) and not is_guide_title(best.text) and best.block.kind != "heading"
        ):
            best = line
            break
        if line.block.kind == "item" or len(rest.split()) > 25:
            break
    if best is None:
        return tuple(used)
    following = next((line for line in near if line.number > best.number), None)
    if following is not None and following.block.kind == "heading" and following.text[:1].islower():
        draft.leave(following, "about")
        used.append(following.number)  # the title goes on, in other letters
    lead, rest = without_appendix(best.text)
    rest = rest or best.text
    draft.title = PlacedText(best, rest)
    if lead and rest != best.text:
        draft.leave(best, "appendix", lead)
    elif best.block.label:
        draft.leave(best, "structure", best.block.label)
    return (*used, best.number)


def _is_one_of_several(head: DocumentLine, lines: Sequence[DocumentLine]) -> bool:
    """Whether a heading stands right over questions, and others of its rank over others: a section, not the title."""
    if head.block.kind != "heading":
        return False
    later = [line for line in lines if line.number > head.number]
    places = [at for at, line in enumerate(later) if line.block.kind == "heading"]
    level = [at for at in places if later[at].block.level == head.block.level]
    if not level or level[0] != places[0] or any(later[at].block.level < head.block.level for at in places):
        return False
    own = [line for line in later[: level[0]] if line.asks]
    next_own = later[level[0] + 1 : level[1] if len(level) > 1 else None]
    return bool(own) and any(line.asks for line in next_own)


def _title_like(line: DocumentLine, text: str) -> bool:
    block = line.block
    if is_placeholder(text) or is_fill_in(text) or is_letter(text) or (block.kind == "item" and not block.bold):
        return False
    if names_section(text) and not is_guide_title(text):
        return False
    return (
        block.kind == "heading" or is_guide_title(text) or (len(text.split()) <= 16 and not text.endswith((".", ":")))
    )


def interview_minutes(text: str) -> float | None:
    """The planned length of the whole interview, where a line says it."""
    bare = text.strip()
    if len(bare) > LONGEST_TEXT:
        return None
    if _DURATION.match(bare):
        told = minutes_in(bare.partition(":")[2] or bare, alone=True) or minutes_in(bare) or _in_words(bare)
        return None if told is None else told[1]
    first = minutes_in(sentences(bare)[0], alone=True) if bare else None
    if first is not None:
        return first[1]
    for one in sentences(bare):
        spent = minutes_in(one) or _in_words(one)
        if spent is not None and _WE_SPEND.fullmatch(one.replace(spent[0], "§", 1)):
            return spent[1]
    found = minutes_in(text) or _in_words(text)
    if found is None:
        return None
    if len(bare.split()) <= 14 and not addresses(bare) and re.search(r"intervju|interview", bare, re.IGNORECASE):
        return found[1]
    if _TAKES.search(bare) is None:
        return None
    named = _NAMED.search(bare)
    return found[1] if named else None


def _in_words(text: str) -> tuple[str, float] | None:
    """A time in words: "omtrent en time", "half an hour", "forty-five minutes"."""
    tens = _IN_TENS.search(text)
    if tens is not None:
        return tens[0], float(_TENS[tens["tens"].casefold()] + (5 if tens["five"] else 0))
    for told, minutes in _HOURS:
        found = told.search(text)
        if found is not None:
            return found[0], float(found["n"].replace(",", ".")) * 60 if "n" in found.groupdict() else minutes
    return None


def is_form(text: str) -> bool:
    """Whether a line is a field of a form or says something about the file."""
    return is_fill_in(text) or _META.match(text) is not None


def note_minutes(text: str, draft: GuideDraft) -> bool:
    """Take the planned time from a line where none is known yet; whether it did."""
    minutes = interview_minutes(text)
    if minutes is None or draft.minutes is not None:
        return False
    draft.minutes = minutes
    told = next((one for one in sentences(text) if interview_minutes(one) == minutes), text)
    draft.doubts.append(Doubt("minutes_from", {"text": told}))
    return True


def only_minutes(line: DocumentLine, draft: GuideDraft) -> bool:
    """Take the planned time from a line; whether the line says nothing else, and so is used up."""
    text = line.text
    if not note_minutes(text, draft) or not _DURATION.match(text.strip()) or len(text.split()) > _FEW_WORDS:
        return False
    draft.leave(line, "minutes")
    return True


def front_line(line: DocumentLine, draft: GuideDraft) -> None:
    """One line before the first heading: to be said at the opening, or about the document."""
    text = line.text
    zone, lead, rest = inline_zone(text)
    if only_minutes(line, draft):
        return
    if zone == "problem" and draft.problem is None and not is_placeholder(rest):
        draft.problem = PlacedText(line, rest)
        draft.leave(line, "structure", lead)
    elif is_placeholder(text):
        draft.leave(line, "placeholder")
    elif is_form(text):
        told = not is_fill_in(text) and bool(text.partition(":")[2].strip())
        draft.leave(line, "about" if told else "form")
    elif line.hint == "label":
        draft.leave(line, "condition" if line.when else "structure")
    elif line.hint:
        draft.leave(line, "table" if line.hint == "cell" else "about")
    elif addresses(text) and not line.block.quoted and len(text.split()) > 3:
        draft.opening.append(PlacedText(line, text))
        if line.block.label and line.block.form != "bullet":
            draft.leave(line, "structure", line.block.label)
    else:
        draft.leave(line, "about")


def read_problem(part: DocumentPart, draft: GuideDraft) -> None:
    """The problem statement under its heading."""
    if part.head is not None:
        draft.leave(part.head, "structure")
    for line in part.lines:
        if draft.problem is None and not is_placeholder(line.text) and not is_fill_in(line.text):
            draft.problem = PlacedText(line, line.text)
            draft.leave(line, "structure", line.block.label)
        else:
            front_line(line, draft)


def lists_research(part: DocumentPart) -> bool:
    """Whether a part below interview questions lists research questions: it says so, and speaks to no informant."""
    if part.head is None or part.head.told or zone_of(part.head.text) != "research":
        return False
    spoken = any(line.told or line.hint not in ("", "label") or addresses(line.text) for line in part.lines)
    return not spoken and any(line.asks for line in part.lines)


def read_research(part: DocumentPart, targets: Targets, draft: GuideDraft) -> None:
    """The list of research questions, what stands below one of them as its parts.

    A lone one over "Sub-questions:" is the problem that these are about.
    """
    top: Block | None = None
    if part.head is not None:
        draft.leave(part.head, "structure")
        if targets.all and heads_research_parts(part.head.text):
            main = targets.all[-1]
            numbered = re.search(r"\d", main.id) is not None
            if numbered or len(targets.all) > 1 or main.parts or draft.problem is not None:
                top = main.lines[0].block
            else:
                targets.all.remove(main)
                draft.problem = PlacedText(main.lines[0], main.text)
    listed = any(line.asks or line.block.label for line in part.lines)
    for line in part.lines:
        if is_placeholder(line.text):
            draft.leave(line, "placeholder")
        elif top is not None and compare_depth(line.block, top) > 0 and (line.asks or line.block.kind == "item"):
            targets.part_of_last(line)
            draft.leave(line, "structure", line.block.label)
        elif line.asks or line.block.kind == "item" or not listed:
            target = targets.listed(line)
            draft.leave(line, "structure", line.block.label)
            if not line.asks:
                target.doubts.append(Doubt("target_no_question"))
            top = line.block
        else:
            front_line(line, draft)


_BELOW = 8  # lines under a title that are searched for a better one
_MOST_WORDS = 30
_NAMED_STUDY = re.compile(
    r"(?P<lead>(?:(?:research|forsknings)?(?:project|study|prosjekt|studie|oppgave|oppgåve|thesis|dissertation|master)"
    r"(?:ns|ts|ets|ens|oppgaven?s?)?[- ]?(?:title|tittel|name|navn)?|(?:working |arbeids|foreløpig )?(?:title|tittel)"
    r"|tema|topic|theme|emne)\s*:\s*)(?P<rest>\S.*)",
    re.IGNORECASE,
)
_COURSE = re.compile(r"\b[A-ZÆØÅ]{2,}[- ]?\d{2,}|^(?i:master|bachelor)[^:]*$")
"""A course's code or a degree, as students write above their papers."""

_TOPIC = re.compile(r"(?:tema|topic|theme|emne)\s*:", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"{pattern('section')}\s*(?:nr\.?\s*)?(?:(?:\d{{1,2}}|(?-i:[A-H]|[IVX]{{1,4}}))\s*(?:[.:)]|[–—-](?=\s))+|\d{{1,2}}(?=\s+(?-i:[A-ZÆØÅ]))|:)"
    r"\s*[–—-]?\s*(?=\w)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]\s*$")
_SERVED = re.compile(rf"\s*[–—:,-]*\s*[(\[]?\s*{MENTION}\s*[)\]]?\s*$", re.IGNORECASE)


def settle_title(lines: Sequence[DocumentLine], draft: GuideDraft) -> tuple[int, ...]:
    """Where the title only says what kind of document it is, take what the study is called; the lines used up by it."""
    old = draft.title
    if old is None or not is_kind(old.text):
        return ()
    places = [place for place, line in enumerate(lines) if line.number == old.line.number]
    for place in range(places[0] + 1, min(len(lines), places[0] + 1 + _BELOW)) if places else ():
        line = lines[place]
        if line.asks or line.hint not in ("", "break"):
            break
        found = _study_name(line, lines)
        if not found and place == places[0] + 1 and _is_bold_name(lines, place):
            found = line.text
        if found:
            draft.title = PlacedText(line, found)
            draft.leave(old.line, "kind", old.text)
            draft.leave(line, "structure", line.text[: len(line.text) - len(found)])
            return (line.number,)
        if zone_of(line.text):
            break
    return ()


def _study_name(line: DocumentLine, lines: Sequence[DocumentLine]) -> str:
    """What a line says that the study is called, or ""."""
    text = line.text
    named = _NAMED_STUDY.fullmatch(text)
    if (
        named is not None
        and not _COURSE.search(named["rest"])
        and 2 <= len(named["rest"].split()) <= _MOST_WORDS
        and not named["rest"].endswith("?")
    ):
        topics = sum(_TOPIC.match(other.text) is not None for other in lines)
        if topics <= 1 or _TOPIC.match(text) is None:
            return named["rest"].strip()
    if line.block.kind == "heading" and line.block.level <= 1 and is_guide_title(text) and not is_kind(text):
        return text
    return ""


def _is_bold_name(lines: Sequence[DocumentLine], place: int) -> bool:
    """Whether a line right below "Appendix 1: Interview guide" is the study's name: bold, and nothing asks under it.

    A plain one is where the next begins a part: "Background".
    """
    line = lines[place]
    if line.told or line.block.label or line.text.endswith((":", ".")) or len(line.text.split()) < 2:
        return False
    if zone_of(line.text) or names_section(line.text) or is_fill_in(line.text) or is_form(line.text):
        return False
    if _COURSE.search(line.text):
        return False
    if not line.block.bold:
        plain = line.block.kind == "paragraph" and len(line.text.split()) <= _MOST_PLAIN and not addresses(line.text)
        return plain and place + 1 < len(lines) and bool(zone_of(lines[place + 1].text))
    below = itertools.takewhile(lambda one: not (one.block.bold or one.block.kind == "heading"), lines[place + 1 :])
    return not any(one.asks and not inline_zone(one.text)[0] for one in below)


_MOST_PLAIN = 12  # words of a study's name that nothing marks


def section_title(head: DocumentLine, title: str, draft: GuideDraft, targets: Targets) -> str:
    """What a section is called without "Part 2:", and without the research questions that it serves."""
    numbered = _NUMBERED.match(title)
    if numbered is not None:
        draft.leave(head, "structure", numbered[0].strip())
        title = title[numbered.end() :]
    served = _SERVED.search(title) or _IN_BRACKETS.search(title)
    if served is not None and title[: served.start()].strip() and targets.mentioned(served[0]):
        draft.leave(head, "served", served[0].strip(" –—:,-"))
        title = title[: served.start()]
    return title.strip(" :")


def note_minutes_sum(parts: Sequence[DocumentPart], draft: GuideDraft) -> None:
    """Say what the times of a document's parts add up to, where it says nothing of the whole."""
    if draft.minutes is not None:
        return
    times: list[float] = []
    timed: list[DocumentLine] = []
    for part in parts:
        found = minutes_in(part.head.text) if part.head is not None else None
        if found is None and part.lines and is_planned_time(part.lines[0]):
            found = minutes_in(part.lines[0].text)
        if part.head is not None and found is not None and not any(line in timed for line in part.above):
            times.append(found[1])
            timed.append(part.head)
    if len(times) > 1:
        draft.doubts.append(Doubt("minutes_sum", {"minutes": f"{sum(times):g}"}))
