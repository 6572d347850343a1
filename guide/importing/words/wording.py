"""What a single line is by its own words: a question, a note to the interviewer, a condition, a label, a placeholder.

Norwegian (bokmål, nynorsk) and English, with the commonest words of Swedish, Danish and German beside them, because a
question mark alone does not tell a question from prose, and people forget it.
"""

import re

from guide.importing.words.gaps import LONGEST_TEXT, is_placeholder
from guide.importing.words.leads import NOTE_START
from guide.importing.words.texts import addresses, first_word, has_question, plain, sentences, unbracketed

_QUESTION_WORDS = (
    "hva hvem hvor hvorfor hvordan hvilke hvilken hvilket når hvis kva kven kvar kvifor korleis kva "
    "what who whom whose where why how which when vad vem var varför hur vilken vilka vilket hvad hvilken hvornår "
    "was wer wie warum wo welche welcher welches wann"
).split()
_VERBS = (
    "har er var kan kunne vil ville skal skulle må bør blir ble får fikk føler opplever opplevde synes syns syntes "
    "tror trodde tenker tenkte mener bruker brukte gjør gjorde kjenner kjente vet finnes finst fins hadde ønsker "
    "liker savner husker jobber arbeider snakker merker ser deltar deltok "
    "do does did is are was were have has had can could would will should shall may might "
    "är kan skulle har finns ist sind haben hat können gibt würden"
).split()
_IMPERATIVES = (
    "fortell fortel beskriv forklar nevn tenk utdyp skisser reflekter kommenter sammenlign vurder rangér ranger velg "
    "tell describe explain walk talk share think imagine name list please reflect consider discuss recall rank "
    "compare elaborate outline summarise summarize berätta beskriv fortæl erzählen beschreiben"
).split()
_TO_ME = frozenset("gi si vis gje sei give show help ge vis bring let ta take".split())
"""Requests only where the next words say to whom or for what: "Give me …", "Gi et eksempel"."""

_ME = frozenset("meg oss me us et eit ein en an a some noen nokre gjerne litt".split())
_FILL_IN = re.compile(r"_{3,}|\.{5,}|…{3,}|\[\s{2,}\]")
_TOPIC = re.compile(r"[^\W\d_][^:?.!,;\"“«(\[]{1,38}:\s+(?=[A-ZÆØÅ\"“«])")
"""A topic before a question's own words: "Motivation: What …?"."""

_LONG, _LONGEST = 45, 150  # words


def begins_question(text: str) -> bool:
    """Whether a line begins as questions do, though the rest of it may stand on the next."""
    first = first_word(text)
    return first in _QUESTION_WORDS or first in _VERBS or first in _IMPERATIVES


def asks(text: str) -> bool:
    """Whether a line can be put to somebody: a question, or a request such as "Tell me about …"."""
    if len(text) > LONGEST_TEXT:
        return False
    inner = unbracketed(text)
    bare = plain(inner or text)
    if not bare or is_placeholder(bare) or (inner and not has_question(bare) and not addresses(bare)):
        return False
    topic = _TOPIC.match(bare)
    if topic is not None:
        bare = bare[topic.end() :]
    words = len(bare.split())
    if words > _LONG:
        return words <= _LONGEST and _long_asks(bare)
    if has_question(bare):
        tail = re.split(r"[?？؟;\u037e]", bare)[-1]
        if len(tail.split()) <= 12 or len(tail) * 2 < len(bare):
            return True
        return any(requests(sentence) for sentence in sentences(tail))
    return requests(bare) or _unmarked(bare)


def _long_asks(text: str) -> bool:
    """Whether a paragraph of several sentences ends by asking, or asks for the most part."""
    found = sentences(text)
    asked = [has_question(sentence) or requests(sentence) for sentence in found]
    last = next((place for place, sentence in enumerate(found[::-1]) if not unbracketed(sentence)), 0)
    return asked[::-1][last] or 2 * sum(asked) >= len(asked)


def requests(text: str) -> bool:
    """Whether a line asks in the imperative, and so needs no question mark."""
    bare = plain(text)
    return any(_requests(sentence) for sentence in sentences(bare)[-2:])


def _requests(sentence: str) -> bool:
    first = first_word(sentence)
    words = len(sentence.split())
    if first in (
        "please",
        "og",
        "and",
        "så",
        "så,",
        "vennligst",
        "kort",
        "briefly",
        "først",
        "first",
        "then",
        "now",
        "so",
        "ok",
        "okay",
    ):
        rest = re.sub(r"^\W*\w+\W*", "", sentence)
        return bool(rest) and rest != sentence and _requests(rest)
    second = sentence.split()[1].casefold().strip(",") if words > 1 else ""
    told = first in _IMPERATIVES or (first in _TO_ME and second in _ME)
    return words >= 3 and told and not NOTE_START.match(sentence)


def _unmarked(text: str) -> bool:
    """A question whose mark was forgotten: it begins like one and speaks to the informant."""
    first = first_word(text)
    words = text.split()
    if len(words) < 3 or text.endswith(":") or (first in ("hvis", "når", "when") and not text.endswith("…")):
        return False
    if first in _QUESTION_WORDS:
        return addresses(text) or (len(words) >= 4 and words[1].casefold() in _VERBS)
    second = words[1].casefold().strip(",")
    return first in _VERBS and second in ("du", "dere", "you", "there", "det", "ni", "i", "Sie")


def is_fill_in(text: str) -> bool:
    """Whether a line is a form's field: something to be filled in by hand."""
    bare = _FILL_IN.sub(" ", text)
    if bare == text or asks(bare):
        return False
    return len(bare.split()) <= 8 or len(_FILL_IN.findall(text)) > 1 or not addresses(bare)
