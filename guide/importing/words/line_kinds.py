"""Kinds of line: question, note, probe, condition, placeholder.

A line's own words tell, mostly its beginning or its end: Norwegian (bokmål, nynorsk) and English, with the commonest
words of Swedish, Danish and German beside them, because a question mark alone does not tell a question from prose,
and people forget it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from guide.importing.words.lists import compiled, pattern, words
from guide.importing.words.sentences import addresses, first_word, has_question, inside_brackets, plain, sentences

_NOTE_LEAD = compiled("", "note_lead", after=r"\s*(?:\([^()]*\)\s*)?[:!–-]")
NOTE_START = compiled("", "note_start", after=r"\b")
_PROBE_LEAD = re.compile(
    rf"[(\[]?(?:{pattern('probe_before')} )*{pattern('probe')}\s*(?:\d{{1,2}}\s*)?"
    rf"(?:\([^)]*\)|{pattern('probed_when')}(?: [\w-]+){{1,4}}(?=:$))?[)\]]?\s*(?::|–\s|-\s|$)\s*",
    re.IGNORECASE,
)
_SHORT_PROBE = re.compile(r"(?:evt\.|poss|op{1,2}f|fu|f/u|p|oppf)\.?\s?\d{0,2}\s*:\s*", re.IGNORECASE)
_ARROW = re.compile(r"(?:->|=>|→|⇒|➔|➜|↳)\s*")
_CONDITION = re.compile(
    rf"[(\[]?(?P<word>{pattern('when')})\s+(?P<what>{pattern('yes_no')}(?:\s*(?:/|eller|or|,)\s*{pattern('yes_no')})?)[)\]]?"
    r"\s*(?P<end>->|→|=>|[:,;–—?.…-]|$)\s*",
    re.IGNORECASE,
)
_CONDITION_LONG = re.compile(
    rf"[(\[]?(?:{pattern('ask_on')}\s+)?(?P<word>{pattern('when')})\s+(?P<what>[^?:→]{{2,90}}?)[)\]]?\s*(?::|->|→|=>)\s*",
    re.IGNORECASE,
)
_BRANCH = compiled("(?P<what>", "branch", after=r")\s*(?::|->|→|=>|–\s|-\s)\s*")
_OPTIONAL = re.compile(
    rf"(?P<mark>[(\[]\s*{pattern('optional')}\s*:?\s*[)\]]|{pattern('optional_start')}\s*:)", re.IGNORECASE
)
_OPTIONAL_TITLE = re.compile(
    rf"{pattern('optional_title')}|^\W*{pattern('optional_word')}\b(?:$|\W*$|:|\W+(?:questions?|spørsmål|topics?|tema(?:er)?"
    rf"|section|part|del|probes?)\b)|[(\[]{pattern('optional_word')}[)\]]",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"[(\[]?\s*(?:[–-]\s+)?(?:ca\.?|cirka|omtrent|rundt|about|approx(?:imately|\.)?|~|estimated(?: time)?:?|tid:?"
    r"|time:?|varighet:?|duration:?|max\.?|maks\.?|up to|inntil)*\s*"
    r"(?P<from>\d{1,3}(?:[.,]\d)?)\s*(?:(?:[–—-]|til|to)\s*(?P<to>\d{1,3}(?:[.,]\d)?)\s*)?"
    r"(?P<unit>min(?:utter|utt|utes|ute|uter|s|\.)?|m|timer|time|hours?|hrs?|t|['′’](?=\s*[)\]]))(?:\s?(?:each|hver"
    r"|total|totalt|i alt))?(?:\b|(?<=['′’]))\.?\s*[)\]]?",
    re.IGNORECASE,
)


def note_lead(text: str) -> bool:
    """Whether a line says by its beginning that it is meant for the interviewer."""
    inner = plain(inside_brackets(text) or text)
    return _NOTE_LEAD.match(inner) is not None or NOTE_START.match(inner) is not None


def probe_lead(text: str) -> tuple[str, str] | None:
    """A label that announces probes, and what follows it on the line ("" where nothing does); None without one."""
    found = _PROBE_LEAD.match(text) or _SHORT_PROBE.match(text)
    if found is None or not found[0].strip():
        return None
    return found[0].strip(), text[found.end() :].strip()


_MAIN_LEAD = compiled("", "main_lead", after=r"\s*(?:\([^)]*\))?\s*:?")
_DIRECTIONS = words("directions")
"""How what tells the interviewer what to do begins, as long as it does not speak to the informant."""

EXAMPLE = re.compile(r"\b(?:for eksempel|f\.?eks\.?|for example|e\.g\.|zum beispiel|till exempel)\W+", re.IGNORECASE)
_OF_INFORMANT = compiled(r"\b", "of_informant", after=r"\b")


def of_informant(text: str) -> bool:
    """Whether a text speaks of the informant, and so to whoever asks."""
    return _OF_INFORMANT.search(text) is not None


def directs(text: str) -> bool:
    """Whether a line tells the interviewer what to do or speaks of the informant: "Confirm that they have signed"."""
    if has_question(text) or addresses(text) or probe_lead(text) is not None:
        return False
    return of_informant(text) or (first_word(text) in _DIRECTIONS and not requests(text))


_OF_MYSELF = re.compile(
    r"I(?:['’]|\s(?:am|have|had|was|will|would|do|did|can|could|think|feel|expect|want|need|hope|know|understand)\b)"
    r"|(?:My|Our|We|Jeg|Eg|Vi|Min|Mitt|Ich|Wir)\b"
)
_INVITES = compiled(r"\W*", "invites", after=r"\b")


def speaks_of_myself(text: str) -> bool:
    """Whether a text begins with whoever speaks."""
    return _OF_MYSELF.match(text.lstrip("\"'“«„")) is not None


def invites(text: str) -> bool:
    """Whether a text asks to take part: "Would you like to take part in …?"."""
    return _INVITES.match(text) is not None


def is_main_lead(text: str) -> bool:
    """Whether a line only announces main questions: "Guiding questions:"."""
    return _MAIN_LEAD.fullmatch(text.strip()) is not None


def arrow(text: str) -> int:
    """How many characters of an arrow the line begins with; 0 without one."""
    found = _ARROW.match(text)
    return found.end() if found else 0


def condition(text: str) -> tuple[str, str, str] | None:
    """A condition at a line's beginning: the words as they stand, what they say, and the rest of the line."""
    found = _CONDITION.match(text)
    if found is None:
        found = _CONDITION_LONG.match(text)
        if found is not None and len(found["what"].split()) > 14:
            found = None
    if found is not None:
        return found[0].strip(), " ".join(found["what"].split()).strip(" ,;"), text[found.end() :].strip(" )]")
    branch = _BRANCH.match(text)
    if branch is not None:
        return branch[0].strip(), branch["what"], text[branch.end() :].strip()
    return None


def optional_mark(text: str) -> str:
    """The words that say that a question is asked only if there is time, or ""."""
    found = _OPTIONAL.search(text)
    return found["mark"] if found else ""


def optional_title(text: str) -> bool:
    """Whether a section's title says that its questions are asked only if there is time."""
    return _OPTIONAL_TITLE.search(text) is not None


def minutes_in(text: str, *, alone: bool = False) -> tuple[str, float] | None:
    """A time in a line, as it stands there and in minutes, the longer of a span; ``alone`` wants nothing else there."""
    for found in _MINUTES.finditer(text):
        if alone and found[0].strip(" .:") != text.strip(" .:"):
            continue
        unit = found["unit"].casefold()
        bracketed = found[0].strip().startswith(("(", "["))
        if unit in ("m", "t", "time") and not (bracketed or alone):
            continue
        number = float((found["to"] or found["from"]).replace(",", "."))
        minutes = number * 60 if unit.startswith(("t", "h")) else number
        if 0 < minutes <= 600:
            return found[0].strip(), minutes
    return None


_PLACEHOLDER = compiled(r"(?:[\W_]*|[\W_]*", "placeholder", "placeholder_start", after=".*)")
_BARE_PLACEHOLDER = compiled(r"[\W_]*", "placeholder", after=r"(?:\W.*)?")
"""The same without brackets around it, where "your", "type" and "write" begin ordinary words."""

_BRACKETED = re.compile(r"\s*[\[<{(][^\])>}]*[\])>}]\s*[.:]?\s*")
_NAMED_SLOT = compiled("", "slot", after=r"\s?(?:nr\.?\s?)?(?:\d{1,2}|[xn])\s*[:.?…]*")
_KIND_SLOT = compiled("", "slot_kind")
"""What a pair of brackets asks for in a template, when it holds nothing else."""

_OPEN_SLOT = re.compile(
    r"(?<![?.!] )\[(?!\s?\])(?!(?:\.\.\.|…))[^\]?/]{2,50}\](?=[\s?.,!:;'’”\"])|<[^<>?/]{2,50}>|\bX{2,}\b|_{3,}(?=\s*\w)"
)
LONGEST_TEXT = 2_000  # characters of anything that is looked at closely


@lru_cache(maxsize=8192)
def is_placeholder(text: str) -> bool:
    """Whether a line only holds the place of words that are still to be written."""
    bare = text.strip()
    if not any(map(str.isalnum, bare)):
        return True
    if len(bare) > LONGEST_TEXT:
        return False
    if _BRACKETED.fullmatch(bare) or inside_brackets(bare):
        inner = bare.strip(" .:()[]<>{}")
        return any(slot.fullmatch(inner) for slot in (_PLACEHOLDER, _NAMED_SLOT, _KIND_SLOT))
    without = re.sub(r"[\[<{][^\]>}]{1,300}[\]>}]", "", bare).strip(" .,:;–-")
    if not any(map(str.isalnum, without)):
        return True
    start = re.match(r"\W*\[(?P<mark>[^\]]+)\]", bare)
    if start is not None and _PLACEHOLDER.fullmatch(start["mark"].strip()):
        return True
    short = len(bare.split()) <= 8
    return short and _BARE_PLACEHOLDER.fullmatch(bare.split("?")[0]) is not None and not has_question(bare)


def open_slot(text: str) -> str:
    """A place in a wording that is still to be filled in, "[name of school]" or "XXX", or ""."""
    found = _OPEN_SLOT.search(text)
    return found[0] if found else ""


def is_slot(text: str) -> bool:
    """Whether a line names a question without giving one: "Question 3:"."""
    return _NAMED_SLOT.fullmatch(text.strip()) is not None


_QUESTION_WORDS, _VERBS, _IMPERATIVES = words("question_words"), words("verbs"), words("imperatives")
_ME = frozenset("meg oss me us et eit ein en an a some noen nokre gjerne litt".split())
_LISTED = frozenset("share list name nevn".split())
_SAID: Mapping[str, frozenset[str]] = {
    **dict.fromkeys("gi si vis gje sei give show help ge bring ta take".split(), _ME),
    **dict.fromkeys(_LISTED, _ME | frozenset("your the any one two three to tre with about how what three".split())),
    **dict.fromkeys("think tenk".split(), frozenset("of about back through på over tilbake gjennom etter".split())),
    "imagine": frozenset(),
}
"""Requests only where the next word says to whom or for what: "Give me …", "Share an example"."""

_FILL_IN = re.compile(r"_{3,}|\.{5,}|…{3,}|\[\s{2,}\]")
_TOPIC = re.compile(r"[^\W\d_][^:?.!,;\"“«(\[]{1,38}:\s+(?=[A-ZÆØÅ\"“«])")
"""A topic before a question's own words: "Motivation: What …?"."""

_NOTE_AFTER = re.compile(r"[?？]\s*[(\[][^()\[\]?]{3,300}[)\]]\s*\.?$")
"""What whoever asks is told in brackets after a question."""

_LONG, _LONGEST = 45, 150  # words


def begins_question(text: str) -> bool:
    """Whether a line begins as questions do, though the rest of it may stand on the next."""
    first = first_word(text)
    return first in _QUESTION_WORDS or first in _VERBS or first in _IMPERATIVES


def is_open(text: str) -> bool:
    """Whether a question begins as open ones do, or is a request: nobody answers it with yes or no."""
    return first_word(text) in _QUESTION_WORDS or requests(text)


@lru_cache(maxsize=8192)  # each line is looked at from many sides
def asks(text: str) -> bool:
    """Whether a line can be put to somebody: a question, or a request such as "Tell me about …"."""
    if len(text) > LONGEST_TEXT:
        return False
    inner = inside_brackets(text)
    bare = plain(inner or text)
    if not bare or is_placeholder(bare) or (inner and not has_question(bare) and not addresses(bare)):
        return False
    topic = _TOPIC.match(bare)
    if topic is not None:
        bare = bare[topic.end() :]
    noted = _NOTE_AFTER.search(bare)
    if noted is not None:
        bare = bare[: noted.start() + 1]
    if _only_quotes((inner or text).strip()):
        return False
    length = len(bare.split())
    if length > _LONG:
        return length <= _LONGEST and _long_asks(bare)
    if has_question(bare):
        tail = re.split(r"[?？؟;\u037e]", bare)[-1]
        if len(tail.split()) <= 12 or len(tail) * 2 < len(bare):
            return True
        return any(requests(sentence) for sentence in sentences(tail))
    return requests(bare) or _lacks_mark(bare)


_QUOTATION = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")
_FEW_AROUND = 4  # words before a quotation that only lead into it: "Then: “And before that?”"


def _only_quotes(text: str) -> bool:
    """Whether a sentence that asks nothing names questions in quotation marks: "Follow up with “Why?” or “How so?”"."""
    around = _QUOTATION.sub("x", text)
    if around == text or has_question(around) or not has_question(text):
        return False
    return len(around.split()) >= _FEW_AROUND and not _QUOTATION.match(text) and not requests(around)


def _long_asks(text: str) -> bool:
    """Whether a paragraph of several sentences ends by asking, or asks for the most part."""
    found = sentences(text)
    asked = [has_question(sentence) or requests(sentence) for sentence in found]
    last = next((place for place, sentence in enumerate(found[::-1]) if not inside_brackets(sentence)), 0)
    return asked[::-1][last] or 2 * sum(asked) >= len(asked)


def requests(text: str) -> bool:
    """Whether a line asks in the imperative, and so needs no question mark."""
    *before, last = sentences(plain(text)) or ("",)
    if before and last.endswith(":") and directs(last):
        return False  # "Tell what this is about. Begin with:"
    return any(_requests(sentence) for sentence in (*before[-1:], last))


_BEFORE_REQUEST = frozenset("please og and så vennligst kort briefly først first then now so ok okay".split())
_INTRODUCED = re.compile(
    r"(?:to|in|for|if|when|now|finally|before|after|til|i|hvis|dersom|viss|når|nå|avslutningsvis|før|etter)\b"
    r"(?:[ ][^\W\d_]+){0,5},\s+(?=\w)",
    re.IGNORECASE,
)
"""A few words before what is asked: "To begin, …", "Hvis du fikk velge, …"."""


def _requests(sentence: str) -> bool:
    first = first_word(sentence)
    length = len(sentence.split())
    introduced = _INTRODUCED.match(sentence)
    if first in _BEFORE_REQUEST or (introduced is not None and first not in _IMPERATIVES):
        rest = sentence[introduced.end() :] if introduced is not None else re.sub(r"^\W*\w+\W*", "", sentence)
        return bool(rest) and rest != sentence and _requests(rest)
    second = sentence.split()[1].casefold().strip(",") if length > 1 else ""
    said = _SAID.get(first)
    told = first in _IMPERATIVES if said is None else (second in said or (first in _LISTED and addresses(sentence)))
    return length >= 3 and told and not NOTE_START.match(sentence)


_AND_SO_ON = re.compile(r"\b(?:etc|osv|o\.?l|m\.?m|m\.?v|usw|bzw)\.$", re.IGNORECASE)


_INFINITIVE = frozenset(
    "to å att at zu".split()
)  # after a question word that begins a title: "How to hold an interview"


def _lacks_mark(text: str) -> bool:
    """A question whose mark was forgotten: it begins like one and speaks to the informant."""
    first = first_word(text)
    own = text.split()
    left_open = text.endswith(("…", "...", "…."))
    ended = text.endswith(".") and not (left_open or _AND_SO_ON.search(text))
    if len(own) < 3 or text.endswith(":") or ended:
        return False
    if first in ("hvis", "dersom", "viss", "når", "if", "when"):
        if left_open:
            return addresses(text)
        introduced = _INTRODUCED.match(text)
        return introduced is not None and first_word(text[introduced.end() :]) in _QUESTION_WORDS
    if first in _QUESTION_WORDS:
        return own[1].casefold() not in _INFINITIVE and (
            addresses(text) or (len(own) >= 4 and own[1].casefold() in _VERBS)
        )
    second = own[1].casefold().strip(",")
    of_it = second in ("that", "this", "it", "they", "dette") and addresses(text)
    return first in _VERBS and (of_it or second in ("du", "dere", "you", "there", "det", "ni", "i", "sie"))


_ANSWER = compiled(r"\W*", "column_answer", after=r"\s*:\W*")


def is_fill_in(text: str) -> bool:
    """Whether a line is a form's field: something to be filled in by hand, as "Name: ____" or a bare "Answer:"."""
    if _ANSWER.fullmatch(text):
        return True
    bare = _FILL_IN.sub(" ", text)
    if bare == text or asks(bare):
        return False
    return len(bare.split()) <= 8 or len(_FILL_IN.findall(text)) > 1 or not addresses(bare)
