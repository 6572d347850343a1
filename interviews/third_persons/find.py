"""The search for third persons in one text.

A pure function of the text and its language.

It goes by what can be seen: a capital inside a sentence, a name from a list, a word for an institution, a number's
form. It marks for a person to look at, and decides nothing; what it misses is missed, so nobody may rely on it.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from guide.model import Guide
from interviews.third_persons.figures import figures, lead_up
from interviews.third_persons.lexicon import (
    ALSO_WORDS,
    BEING,
    BETWEEN,
    COMPOUND_INSTITUTIONS,
    ENGLISH_CAPITALS,
    FIRST_NAMES,
    INSTITUTIONS,
    NO_NAME_AT_START,
    NO_PERSONS,
    NORWEGIAN_TIMES,
    PLACE_ENDINGS,
    PLACES,
    ROLES,
    SPEAKING,
    STREETS,
    SURNAMES,
    TITLES,
    WARDS,
)

TraceKind = Literal["name", "place", "workplace", "age", "date", "phone", "email", "id", "number"]
KINDS: tuple[TraceKind, ...] = get_args(TraceKind)
"""What can be found."""


class Trace(NamedTuple):
    """A stretch of a text, ``start`` to ``end``, that may tell who somebody is."""

    kind: TraceKind
    start: int
    end: int


class _Word(NamedTuple):  # a tuple: a study is searched word by word
    text: str
    start: int
    end: int
    low: str  # without case, and without what a genitive adds
    capital: bool
    first: bool  # of a sentence, a quotation, a line

    @property
    def letters(self) -> bool:
        """Whether it is a short form: capitals alone."""
        bare = self.text.replace("-", "").replace(".", "")
        return len(bare) > 1 and bare.isupper()


_NAMES = FIRST_NAMES | ALSO_WORDS
_SMALL_NAMES = frozenset(name for name in FIRST_NAMES - ALSO_WORDS - NO_NAME_AT_START if len(name) > 3)
"""First names that are still one written small, as fast hands write them."""
_PLACES_AND_SURNAMES = PLACES | SURNAMES
_LISTED = _NAMES | _PLACES_AND_SURNAMES
_OFFICES = INSTITUTIONS | {"nav"}
_WRITTEN_SMALL = _OFFICES | TITLES
"""What may begin a place that is found though it has no capital."""
_SOUGHT_SMALL = _WRITTEN_SMALL | _SMALL_NAMES
_LONGEST, _MOST_WORDS = 60, 8  # letters of a word, words of a name
_WORD = re.compile(r"[^\W\d_]+(?:['’.-](?=[^\W\d_])[^\W\d_]+)*(?:['’](?!\w))?")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-ZÆØÅ]\.){1,3}(?:[A-ZÆØÅ]\b\.?)?(?!\w)")
_CAPITAL_BEFORE = re.compile(r"[A-ZÆØÅ][^\W\d_]+\.? $")
_NUMBERED_WARD = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(WARDS, key=len, reverse=True))})\.? "
    r"(?:[0-9]{1,2}[A-Za-z]?|[A-Z][0-9]{0,2})(?![\w.]?\w)",
    re.IGNORECASE,
)
_SINGLE_LETTER = re.compile(rf"(?<!\w)(?:{'|'.join(ROLES)})\.? ([A-ZÆØÅ])(?![\w.:])", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_LINKS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w#])#[A-Za-z]{1,2}[0-9]+\b")
_NEW_SENTENCE = re.compile(r"(?:^|[.!?…:]|[\n\r])[\s\"“”«»'‘’(*–—-]*$|[«“\"][\s(]*$|(?:^|\s)[-–—•*>]\s*$")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:jf|cf|dr|mr|mrs|ms|evt|bl\.a|f\.eks|e\.g|i\.e|kl|nr|ca|st|pas|avd|prof|vs|mfl|osv|inkl|tlf|dvs)\.\s*$",
    re.IGNORECASE,
)
_SURE_PLACE = re.compile(r"\b(?:i|ved|in|near|utenfor|utanfor|outside|around) $", re.IGNORECASE)
_ON = re.compile(
    r"(?<!\bstolte )(?<!\bstoler )(?<!\bstole )(?<!\blitte )(?<!\bliter )(?<!\bventet )(?<!\bventa )(?<!\bhørte )\bpå $"
)
_FROM_THERE = re.compile(r"\b(?:fra|frå|from) $", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:flytt\w*|reis\w*|dro|drog|dra|fór|pend\w*|kjør\w*|køyr\w*|tur|bur|bor|bodde|budde|buande|mov(?:ed|es|ing|e)|"
    r"travel\w*|commut\w*|went|drove|liv(?:es|ed|ing|e)|back|tilbake|heim|hjem|home|opp|ned|over|ut|inn)\s(?:\w+\s)?"
    r"(?:til|to|på|i|in) $",
    re.IGNORECASE,
)
_WORKING = re.compile(
    r"\b(?:jobb\w*|arbei\w*|ansatt|tilsett|stilling|vikar\w*|praksis|work(?:s|ed|ing)?|job|employed|placement)\s(?:\w+\s){0,2}"
    r"(?:på|hos|ved|i|at|for|with|in) $",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r"\bat $", re.IGNORECASE)
_CALLED_SO = re.compile(r"\b(?:heter|heiter|het|heitte|kalt|kalla|called|named) $", re.IGNORECASE)
_COMPOUND = re.compile(rf"\w{{3,}}(?:{'|'.join(COMPOUND_INSTITUTIONS)})s?", re.IGNORECASE)
_OFFICE = re.compile(
    r"\w+(?:tilsynet|forbundet|etaten|departementet|direktoratet|mannen|forvalteren|vesenet|tinget|retten|politiet|partiet|"
    r"verket|styret|rådet|kommunen|staten|foreininga|foreningen|tenesta|tjenesten|regjeringen|regjeringa|omsorgen|omsorga)s?"
)
_ADDRESS = re.compile(r".+\.(?:no|com|org|net|co|uk|eu)")
_PLACE_ENDING = re.compile(rf"\w{{3,}}(?:{'|'.join(PLACE_ENDINGS)})s?", re.IGNORECASE)


def find_traces(
    text: str, language: str, known: Collection[str] = (), named: Collection[str] = ()
) -> tuple[Trace, ...]:
    """What in a text may tell who somebody is, in its order.

    ``known`` are terms, in small letters, that are nobody's; ``named`` words that are somebody's elsewhere, and so at
    a sentence's start too. What stands in square brackets was replaced already.
    """
    found: list[Trace] = []
    covered = [one.span() for one in _BRACKETS.finditer(text)]
    if "#" in text or "://" in text or "www." in text:
        covered += [one.span() for one in _LINKS.finditer(text)]

    def take(kind: TraceKind, start: int, end: int) -> None:
        if start < end and all(end <= begin or stop <= start for begin, stop in covered):
            found.append(Trace(kind, start, end))
            covered.append((start, end))

    for kind, start, end in figures(text):
        take(kind, start, end)  # type: ignore[arg-type]
    for kind, start, end in _named(text, language, frozenset(known), frozenset(named)):
        if text[start:end].casefold() not in known:
            take(kind, start, end)
    return tuple(sorted(found, key=lambda one: one.start))


def words_in(text: str) -> tuple[str, ...]:
    """The words with a capital in a stretch that was found, in small letters."""
    return tuple(word.low for word in _words(text) if word.capital and len(word.text) > 2)


def begins_with(text: str, named: frozenset[str]) -> bool:
    """Whether a sentence begins with one of these words: only then is more found where they are known as names."""
    return any(
        found[0][0].isupper() and _is_listed(_low(found[0]), named) and _begins_sentence(text, found.start())
        for found in _WORD.finditer(text)
    )


def terms_of(guide: Guide) -> frozenset[str]:
    """The guide's own capitalised words inside sentences: whoever wrote it named nobody there."""
    wordings = [guide.title, guide.problem or "", *guide.bridges, *(target.text for target in guide.targets)]
    wordings += [section.title for section in guide.sections]
    for question in guide.questions:
        wordings += [question.ask, question.alone or "", *(probe.ask for probe in question.probes)]
    for concept in guide.concepts:
        wordings += [concept.name, concept.short or "", concept.say or "", concept.full or ""]
    words = (word for wording in wordings if wording for word in _words(wording))
    return frozenset(word.low for word in words if word.capital and not word.first)


def _words(text: str) -> list[_Word]:
    words = []
    for found in _WORD.finditer(text):
        word, (start, end) = found[0], found.span()
        if end - start > _LONGEST:
            continue
        capital, first = word[0].isupper(), False
        if capital:  # of no other word it is asked
            first = _begins_sentence(text, start)
        words.append(_Word(word, start, end, _low(word), capital, first))
    return words


def _begins_sentence(text: str, at: int) -> bool:
    before = lead_up(text, at)
    return bool(_NEW_SENTENCE.search(before)) and not _ABBREVIATED.search(before)


def _low(word: str) -> str:
    low = word.casefold()
    return low.removesuffix("s")[:-1] if low.endswith(("'", "’", "'s", "’s")) else low


def _named(
    text: str, language: str, known: frozenset[str], named: frozenset[str]
) -> Iterator[tuple[TraceKind, int, int]]:
    low = text.casefold()
    for found in _NUMBERED_WARD.finditer(text) if any(map(low.__contains__, WARDS)) else ():
        yield "workplace", *found.span()
    for found in _SINGLE_LETTER.finditer(text) if any(map(low.__contains__, ROLES)) else ():
        yield "name", *found.span(1)
    for found in _INITIALS.finditer(text) if "." in text else ():
        surname = re.match(r" ?[A-ZÆØÅ][^\W\d_]+", text[found.end() :])
        if _CAPITAL_BEFORE.search(lead_up(text, found.start())):
            continue  # in the middle of a name
        if found[0].count(".") > 1 or surname:
            yield "name", found.start(), found.end() + (surname.end() if surname else 0)
    if text.islower() and "'" not in low and "’" not in low and _SOUGHT_SMALL.isdisjoint(_WORD.findall(low)):
        return  # most of what is written fast: no word in it may begin anything
    words = _words(text)
    nobody = _nobody(known, "en" if language.startswith("en") else "nb")
    place = 0
    while place < len(words):
        word = words[place]
        begins = word.capital or word.low in _WRITTEN_SMALL or word.low.rstrip(".") in TITLES
        run = _run(text, words, place, nobody, named) if begins else None
        if run is None:
            if word.low in _SMALL_NAMES and word.text.islower() and word.low not in known:
                place = _small_surname(text, words, place)
                yield "name", word.start, words[place].end
            place += 1
            continue
        kind, first, last = run
        yield kind, words[first].start, words[last].end
        place = last + 1


def _small_surname(text: str, words: list[_Word], first: int) -> int:
    """The place of the surname written small behind a first name written so; that of the first name without one."""
    after = first + 1
    listed = after < len(words) and words[after].text.islower() and _is_listed(words[after].low, SURNAMES)
    return after if listed and text[words[first].end : words[after].start] == " " else first


@lru_cache(maxsize=4)
def _nobody(known: frozenset[str], language: str) -> frozenset[str]:
    return NO_PERSONS | known | (ENGLISH_CAPITALS if language == "en" else NORWEGIAN_TIMES)


def _run(
    text: str, words: list[_Word], at: int, nobody: frozenset[str], named: frozenset[str]
) -> tuple[TraceKind, int, int] | None:
    """The kind, the first and the last word of what begins here; None where nothing does."""
    if not _may_begin(words, at, nobody, named):
        return _office(text, words, at, nobody)
    last = at
    while last + 1 < min(len(words), at + _MOST_WORDS) and _goes_on(text, words, last, nobody):
        last += 1
        while not words[last].capital:
            last += 1
    ending = _institution_after(text, words, last)
    kind = "workplace" if ending is not None else _kind(text, words, at, last)
    if kind is None:
        return None
    return kind, at, last if ending is None else ending


def _may_begin(words: list[_Word], at: int, nobody: frozenset[str], named: frozenset[str]) -> bool:
    word = words[at]
    if word.low.rstrip(".") in TITLES and at + 1 < len(words) and words[at + 1].capital:
        return words[at + 1].low not in nobody
    if not word.capital or _is_nobody(word, nobody) or (not word.first and word.low in NO_NAME_AT_START):
        return False
    if _OFFICE.fullmatch(word.low) or _ADDRESS.fullmatch(word.low):
        return False
    if word.letters and word.low not in _LISTED:
        return False
    if len(word.text) == 1:
        return False
    return not word.first or _listed(word, named) or _is_name_at_start(words, at)


def _is_nobody(word: _Word, nobody: frozenset[str]) -> bool:
    """Whether it is a known term, whole or in its parts, with or without a genitive."""
    low = word.low
    parts = [part for part in re.split(r"[-.]", low) if part]
    return any(one in nobody for one in (low, low.removesuffix("s"))) or (
        len(parts) > 1 and parts[0] in nobody and len(parts[0]) > 2
    )


def _listed(word: _Word, names: frozenset[str]) -> bool:
    return _is_listed(word.low, names)


def _is_listed(word: str, names: frozenset[str]) -> bool:
    return any(low in names or low.partition("-")[0] in names for low in (word, word.removesuffix("s")))


def _is_name_at_start(words: list[_Word], at: int) -> bool:
    """Whether a sentence's first word is a name rather than a word with the capital that every sentence has."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    adjacent = after is not None and after.start - word.end == 1
    if _listed(word, _NAMES) and word.low not in NO_NAME_AT_START:
        return word.low not in ALSO_WORDS or (adjacent and after is not None and _does(after))
    if _listed(word, _PLACES_AND_SURNAMES) or _COMPOUND.fullmatch(word.low):
        return word.low not in ALSO_WORDS and not _COMPOUND.fullmatch(word.low)
    if word.low in NO_NAME_AT_START or after is None or not adjacent or word.low in INSTITUTIONS:
        return False
    if after.low in INSTITUTIONS or (after.capital and not after.letters and _listed(after, SURNAMES)):
        return not re.search(r"(?:en|et|ene|ane|ar|er|ing)$", word.low)
    return after.low in SPEAKING and not re.search(r"(?:en|et|ene|ane|ar|er|a|ing|ne|else|het|skap|s)$", word.low)


def _does(word: _Word) -> bool:
    return word.low in SPEAKING or word.low in BEING or word.capital


def _goes_on(text: str, words: list[_Word], at: int, nobody: frozenset[str]) -> bool:
    """Whether the next word belongs to the same name."""
    word, after = words[at], words[at + 1]
    between = text[word.end : after.start]
    if between not in (" ", ". ", "-") or (between == ". " and len(word.text) > 2 and word.low not in TITLES):
        return False
    if after.low in ("van", "von", "de", "der", "den", "la", "af", "av", "el", "al") and at + 2 < len(words):
        small = [place for place in range(at + 1, min(at + 4, len(words))) if words[place].capital]
        particles = after.low not in ("de", "den", "der", "av") or _listed(word, _NAMES)
        return (
            bool(small)
            and particles
            and all(
                words[one].low in ("van", "von", "de", "der", "den", "la", "af", "av", "el", "al")
                for one in range(at + 1, small[0])
            )
        )
    if not after.capital or after.letters:
        return False
    return not _is_nobody(after, nobody) and (between != " " or not word.text.endswith(("'s", "’s")))


def _institution_after(text: str, words: list[_Word], last: int) -> int | None:
    """The last word of an institution's name that goes on after this word, which may be that word itself."""
    place, end = last, last if _listed(words[last], INSTITUTIONS) else None
    while place + 1 < len(words) and place < last + 4:
        word, after = words[place], words[place + 1]
        if text[word.end : after.start] not in (" ", "-"):
            break
        if end is not None and after.low in ("og", "and"):
            break
        company = after.low in ("as", "ltd", "inc") and not after.text.islower()
        if _listed(after, INSTITUTIONS) or (_COMPOUND.fullmatch(after.low) and place == last) or company:
            end = place + 1
        elif not (after.low in BETWEEN or (after.capital and not after.first)):
            break
        place += 1
    return end


def _office(text: str, words: list[_Word], at: int, nobody: frozenset[str]) -> tuple[TraceKind, int, int] | None:
    """An office before a name: NAV Årstad, DPS Fana, University of Leeds."""
    word = words[at]
    if word.low not in _OFFICES or at + 1 >= len(words):
        return None
    after = words[at + 1]
    place = at + 1
    if after.low == "of" and at + 2 < len(words):
        place, after = at + 2, words[at + 2]
        if not word.capital:
            return None
    joined = text[word.end : after.start]
    if joined not in (" ", " of ") or not after.capital or after.letters or _is_nobody(after, nobody):
        return None
    return "workplace", at, place


def _kind(text: str, words: list[_Word], at: int, last: int) -> TraceKind | None:
    word, before = words[at], lead_up(text, words[at].start)
    final = words[last]
    if word.low.rstrip(".") in TITLES:
        return "name"
    if at < last and final.low in STREETS:
        return "place"
    if _listed(word, _NAMES) and not (_listed(word, PLACES) and _SURE_PLACE.search(before)):
        return "name"
    if _COMPOUND.fullmatch(final.low) and not final.first:
        return "workplace"
    if _WORKING.search(before):
        return "place" if _listed(word, PLACES) or _PLACE_ENDING.fullmatch(word.low) else "workplace"
    if _listed(word, PLACES) or _PLACE_ENDING.fullmatch(final.low):
        return "place"
    if _listed(final, SURNAMES):
        return "name"
    if _AT_WORK.search(before):
        return "workplace"
    if _CALLED_SO.search(before):
        return "name"
    if _SURE_PLACE.search(before) or _ON.search(before) or _MOVED.search(before) or _FROM_THERE.search(before):
        return "place"
    return "name"
