"""Labels as version 0.1 made them.

The copies of guides in its logs hold them as if typed.

A copy is not to be told from today's guide by them, so ``with_labels_made_anew`` gives it the labels of today.
"""

import re

from guide.labels import label_of
from guide.model import Guide, Question, ResearchQuestion
from guide.schema import SHORT_LIMIT

_ENDS = " .,;:?!…–-\"'«»“”()[]"
_CLAUSE = re.compile(r"[;?(\[]|(?<=\w{4})\.\s|\s[–-]\s")
_SHORTEST_CLAUSE = 12
_SHORTEST_WORD = 6  # letters that a single word must have to be a label alone
_OPENERS = frozenset(
    (
        "hvordan hvorfor hva hvem hvilke hvilken hvilket hvor når korleis kvifor kva kven slags mye ofte "
        "mange har er var kan kunne vil ville skal skulle må får fikk blir ble gjør gjorde synes opplever "
        "opplevde tenker ser jobber arbeider du deg dere de vi jeg meg eg det den dette som å for om litt noe "
        "kort mer på i at og fortell fortelle beskriv beskrive forklar forklare si nevn nevne gi komme med "
        "utdyp utdype how why what who which where when whom much many often kind of and do does did is are "
        "was were can could would will have has had may might should you me us we they it there that to about "
        "tell describe explain say give please talk work"
    ).split()
)
_WEAK_ENDS = frozenset(
    ("og eller i på for til med av om å som en ei et den det de du jeg vi and or in on to with of a an the you").split()
)


def with_labels_made_anew(guide: Guide) -> Guide:
    """The guide with today's label wherever it has the one that version 0.1 made."""
    return guide.but(
        research_questions=tuple(_target(one) for one in guide.research_questions),
        sections=tuple(section.but(questions=tuple(map(_question, section.questions))) for section in guide.sections),
        closing=tuple(_question(one) for one in guide.closing),
    )


def _target(target: ResearchQuestion) -> ResearchQuestion:
    parts = tuple(part.but(short=_label(part.text, part.short)) for part in target.parts)
    return target.but(short=_label(target.text, target.short), parts=parts)


def _question(question: Question) -> Question:
    return question.but(label=_label(question.ask, question.label))


def _label(wording: str, label: str) -> str:
    return label_of(wording) if label == former_label_of(wording) else label


def former_label_of(wording: str) -> str:
    """What version 0.1 made: at most 28 characters, opening words left out, cut between words with an ellipsis."""
    text = " ".join(wording.split())
    words = _first_clause(text).split()
    start = 0
    while start < len(words) and words[start].strip(_ENDS).casefold() in _OPENERS:
        start += 1
    kept = " ".join(words[start:])
    if len(words) - start < 2 and len(kept) < _SHORTEST_WORD:
        kept = " ".join(words)
    return _cut(kept) or text[:SHORT_LIMIT].strip()


def _first_clause(text: str) -> str:
    text = text.strip(_ENDS)
    found = _CLAUSE.search(text, _SHORTEST_CLAUSE)
    return text[: found.start()].strip(_ENDS) if found else text


def _cut(text: str) -> str:
    if len(text) <= SHORT_LIMIT:
        return text
    words = text[:SHORT_LIMIT].split(" ")[:-1]
    while words and words[-1].casefold() in _WEAK_ENDS and len(" ".join(words[:-1])) >= _SHORTEST_CLAUSE:
        words.pop()
    kept = " ".join(words).rstrip(_ENDS)
    return f"{kept}…" if kept else f"{text[: SHORT_LIMIT - 1]}…"
