"""Short labels made from a question's wording.

A guide without any still fits one line a question.

A label is a run of the question's own words, in their order, without those that every question has: question words,
pronouns, auxiliary verbs. Longer words tell more (Piantadosi, Tily & Gibson 2011), so the run with the most letters in
telling words is taken.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from guide.schema import SHORT_LIMIT

_ENDS = " .,;:?!…–-\"'«»“”()[]"
_TOKEN_ENDS = f"{_ENDS}/"
_TOKEN = re.compile(r"[^\s/]+/?")

_COMMON = frozenset(
    (
        "hvordan hvorfor hva hvem hvilke hvilken hvilket hvor når hvis korleis kvifor kva kven kvar kvifor slags "
        "har hadde hatt er var vært kan kunne vil ville skal skulle må måtte får fikk fått blir ble blitt gjør gjorde "
        "gjort synes syns opplever opplevde opplevd oppleve tenker tenkte tenke føler følte ser så sett mener mente "
        "tror trodde du deg din ditt dine dere deres de dem vi oss jeg meg min mitt mine han hun hen ho dei eg me man "
        "en ei et den det dette disse denne der her da nå også noen noe noko nokre alle alt litt mer "
        "meir mye mykje ofte mange kort selv selve sånn slik evt eventuelt gjerne nok jo vel bare "
        "fortell fortelle fortel fortelje døme vart ein eit gjer gjere "
        "beskriv beskrive skildre forklar forklare si seie nevn nevne gi gje komme utdyp utdype "
        "eksempel eksempler ta dra nytte være vere bli gjøre gjere få ha "
        "how why what who whom whose which where when if whether much many often kind kinds sort of is are was were be "
        "been being am do does did done can could would will shall should may might must have has had having get got "
        "i you your yours yourself me my we us our they them their he she it its there here that this these those then "
        "now some any something anything else more most very just so such about tell describe explain "
        "walk show say please give take make made think thought feel felt find found see saw a an the "
        "hur varför vad vem vilka vilken vilket när är kan skulle ska du dig din ditt dina ni er det den de något "
        "några berätta beskriva hvad hvilke hvornår gør dig jer noget nogle fortælle"
    ).split()
)
"""Words that say nothing of one question among others; left out of a label, also in the middle of it."""

_GLUE = frozenset(
    (
        "og eller i på for til med av om å som at ved fra under mellom etter før inn ut opp ned over hos mot rundt "
        "gjennom uten innen innenfor utenfor frå utan mellom ikke ikkje inte not enn than except unntatt "
        "and or in on to with at by from under between after before into out up down over for of as than through "
        "och att på med av till från om i som eller und der die das mit von zu"
    ).split()
)
"""Words that join others: kept between two telling words, never at a label's ends."""

_CLAUSE = re.compile(r"[^,.;:?!()\[\]]+")
_LONG_ENOUGH = 8  # characters; a shorter label gets the words around it
_NEW_CLAUSE = frozenset(("og", "men", "eller", "and", "but", "or"))  # after a comma
_TURNING = frozenset(("ikke", "ikkje", "inte", "not", "enn", "uten", "utan", "without", "than", "except", "unntatt"))
"""Words that turn what follows: they are kept, and no label begins right behind one."""

_LINKS = frozenset(("at", "som", "å", "that", "to"))


class _Word:
    """One word of a wording: how it is shown, and what it weighs in letters."""

    __slots__ = ("glue", "key", "shown", "weight")

    def __init__(self, shown: str, key: str) -> None:
        self.shown = shown
        self.key = key
        self.glue = key in _GLUE
        if self.glue:
            self.weight = 0
        else:
            self.weight = len(shown) if shown.isalnum() else sum(sign.isalnum() for sign in shown)


@lru_cache(maxsize=4096)
def label_of(wording: str) -> str:
    """At most 28 characters of a question or research question: the run of words that tells most of it."""
    return _candidates(wording)[0]


def distinct_labels(labelled: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """For each (id, wording, label) the label to show: an automatic one that another question has gives way."""
    rows = list(labelled)
    taken = {label.casefold() for _, wording, label in rows if label != label_of(wording)}
    shown: dict[str, str] = {}
    for id, wording, label in rows:
        if label == label_of(wording):
            shown[id] = label
            if label.casefold() in taken:
                free = [one for one in _candidates(wording) if one.casefold() not in taken]
                shown[id] = next((one for one in free if len(one) >= _LONG_ENOUGH), (*free, label)[0])
            taken.add(shown[id].casefold())
        else:
            shown[id] = label
    return shown


def says_little(wording: str) -> bool:
    """Whether a label made from a wording holds hardly a telling word, and leaves out some of the rest."""
    text = " ".join(wording.split())
    return len(text.strip(_ENDS)) > SHORT_LIMIT and max(map(len, _runs(text)), default=0) < _LONG_ENOUGH


def leaves_words_out(wording: str, label: str) -> bool:
    """Whether a label skips words between its own, and so may read as broken: «lære først» of «lære deg først»."""
    said, own = ([word.strip(_ENDS + "/").casefold() for word in text.split()] for text in (wording, label))
    said = [word for word in said if word]
    return len(own) > 1 and all(said[at : at + len(own)] != own for at in range(len(said)))


def _candidates(wording: str) -> tuple[str, ...]:
    """The labels that a wording may have, best first; never empty for a wording that is not."""
    text = " ".join(wording.split())
    found = _runs(text)
    ranked = sorted(found, key=lambda label: -found[label])
    if ranked and len(ranked[0]) >= _LONG_ENOUGH:
        return tuple(ranked)
    return (_with_neighbours(ranked[0] if ranked else "", text), *ranked, *_longer(text))


def _longer(text: str) -> tuple[str, ...]:
    """All the words from the beginning that fit, for a wording that has no telling one; none where it has no words."""
    label = ""
    for word in (token.strip(_ENDS) for token in text.split()):
        if word and len(f"{label} {word}".strip()) <= SHORT_LIMIT:
            label = f"{label} {word}".strip()
    return (label,) if label else ()


def _runs(text: str) -> Mapping[str, float]:
    """Every run of telling words that fits, with what it is worth."""
    found: dict[str, float] = {}
    for place, clause in enumerate(_clauses(text)):
        for start, first in enumerate(clause):
            if first.glue or (start and clause[start - 1].key in _TURNING):
                continue
            label, weight = "", 0
            for word in clause[start : start + SHORT_LIMIT]:  # more have no room
                label = f"{label} {word.shown}" if label else word.shown
                weight += word.weight
                if len(label) > SHORT_LIMIT:
                    break
                if not word.glue:
                    found[label] = max(weight - 0.5 * place - 0.1 * start, found.get(label, 0.0))
    return found


def _clauses(text: str) -> Sequence[list[_Word]]:
    """The words that may stand in a label, clause by clause: a label never runs over the end of one."""
    clauses: list[list[_Word]] = [[]]
    after_comma = False
    for token in _TOKEN.findall(text):
        shown = token.strip(_TOKEN_ENDS)
        key = shown.casefold()
        if token[0] in "([–-" or not shown or (after_comma and key in _NEW_CLAUSE):
            clauses.append([])
        after_comma = token[-1] == ","
        if shown and key not in _COMMON:
            word = _Word(shown, key)
            if word.glue and clauses[-1] and clauses[-1][-1].glue and word.key not in _TURNING:
                if word.key in _LINKS or clauses[-1][-1].key in _TURNING:
                    continue
                clauses[-1].pop()  # what stood between the two is left out
            clauses[-1].append(word)
        if token[-1] in ".;:?!)]–" or not shown:
            clauses.append([])
    return [clause for clause in clauses if clause]


def _with_neighbours(label: str, text: str) -> str:
    """A short label with the common words around it: those behind it in its clause, then those before it."""
    clause = next((one for one in _CLAUSE.findall(text) if label in one), text).strip(_ENDS)
    words = clause.split() or text.split()
    first = next((place for place, word in enumerate(words) if word.strip(_ENDS) in label.split()), len(words) - 1)
    last = first + 1
    while last < len(words) and len(" ".join(words[first : last + 1])) <= SHORT_LIMIT:
        last += 1
    while first > 0 and len(" ".join(words[first - 1 : last])) <= SHORT_LIMIT:
        first -= 1
    return " ".join(words[first:last])[:SHORT_LIMIT].strip()
