"""Names, places and dates caught while they are typed.

In a study that stays anonymous words are saved with what may tell who somebody is in brackets, ``[name]``, and what
was typed stands nowhere but in memory, until it is put back by one key or something else is done. What was put back
once is nobody's in that interview from then on: it is not caught again.

It finds what the scan finds, no more: what it misses is saved as typed.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from guide.frozen import Value
from guide.model import Guide
from guide.reading import read_guide_file
from interviews.study.facts import read_study_facts
from interviews.third_persons.find import Trace, TraceKind, find_traces, terms_of, words_in
from interviews.third_persons.lexicon import FIRST_NAMES, PLACES, SURNAMES
from interviews.third_persons.study_scan import no_persons

_NORWEGIAN = {
    "name": "[navn]",
    "place": "[sted]",
    "workplace": "[arbeidsplass]",
    "date": "[dato]",
    "phone": "[telefon]",
    "email": "[e-post]",
    "id": "[fødselsnummer]",
}
_NYNORSK = _NORWEGIAN | {"name": "[namn]", "place": "[stad]"}
_SWEDISH = _NYNORSK | {"place": "[plats]", "workplace": "[arbetsplats]", "date": "[datum]", "id": "[personnummer]"}
_DANISH = _NORWEGIAN | {"workplace": "[arbejdsplads]", "email": "[e-mail]", "id": "[CPR-nummer]"}
_GERMAN = {
    "name": "[Name]",
    "place": "[Ort]",
    "workplace": "[Arbeitsplatz]",
    "date": "[Datum]",
    "phone": "[Telefon]",
    "email": "[E-Mail]",
    "id": "[Ausweisnummer]",
}
_ENGLISH = {
    "name": "[name]",
    "place": "[place]",
    "workplace": "[workplace]",
    "date": "[date]",
    "phone": "[phone]",
    "email": "[e-mail]",
    "id": "[national id]",
}
_BRACKETS: Mapping[str, Mapping[str, str]] = {
    "nb": _NORWEGIAN,
    "no": _NORWEGIAN,
    "nn": _NYNORSK,
    "sv": _SWEDISH,
    "da": _DANISH,
    "de": _GERMAN,
}
READ = frozenset({"nb", "nn", "no", "en", "sv", "da"})
"""Languages in which a capital inside a sentence is a sign of a name; in others only words on lists are caught."""
_BY_A_CAPITAL = ("name", "place", "workplace")
_LISTED = FIRST_NAMES | SURNAMES | PLACES
CAUGHT = frozenset(_ENGLISH)
"""Kinds of what is caught: all that the scan finds but ages and bare numbers, which name nobody by themselves."""


class MaskedSpan(NamedTuple):
    """Words that were masked, as they were typed, and what stands there instead."""

    kind: TraceKind
    words: str
    bracket: str


class Masked(Value):
    """Words as they were typed, and as they are saved, with what was masked, in its order."""

    typed: str
    text: str
    spans: tuple[MaskedSpan, ...]


class Catcher:
    """Catches what may tell who somebody is in the words of one interview, in the language of its guide.

    ``known`` are terms, in small letters, that are nobody's.
    """

    def __init__(self, language: str, known: Collection[str] = ()) -> None:
        self._language = language
        self._brackets = _BRACKETS.get(language, _ENGLISH)
        self._terms = frozenset(known)
        self._known = {*known}
        self._named: set[str] = set()

    @classmethod
    def of(cls, guide: Guide, study: Path, standing: Iterable[str] = ()) -> "Catcher":
        """One for an interview with this guide; ``standing`` are words that are saved in it already, as they stand."""
        terms: Iterable[str] = ()
        with suppress(OSError, ValueError):
            terms = no_persons(read_study_facts(study).entries)
        catcher = cls(guide.language, {*terms_of(guide), *(term.casefold() for term in terms)})
        catcher.look_again(standing)
        return catcher

    def bracket(self, kind: str) -> str:
        """What stands for words of this kind."""
        return self._brackets[kind]

    def mask(self, typed: str, standing: str = "") -> Masked | None:
        """The words with what was caught in brackets, None where nothing was.

        Of what stands as it is in the words before (``standing``) nothing is caught: it was let stand there.
        """
        names = {
            word for one in self.find(typed) if one.kind == "name" for word in words_in(typed[one.start : one.end])
        }
        self._named.update(names)  # what is a name inside one sentence is one at the start of another
        found = [one for one in self.find(typed) if typed[one.start : one.end] not in standing]
        if not found:
            return None
        pieces, spans, at = list[str](), list[MaskedSpan](), 0
        for one in found:
            start = one.start - (typed[one.start - 1 : one.start] == "#")  # a tag has no brackets
            words = typed[one.start : one.end]
            spans.append(MaskedSpan(one.kind, words, self._brackets[one.kind]))
            pieces += (typed[at:start], self._brackets[one.kind])
            at = one.end
        return Masked(typed, "".join((*pieces, typed[at:])), tuple(spans))

    def look_again(self, standing: Iterable[str]) -> None:
        """Let what stands in these words be, and nothing else that was put back before."""
        self._known = {*self._terms}
        for text in standing:
            self.let_stand(text)

    def let_stand(self, text: str) -> None:
        """Catch none of the words of this text any more: somebody saw them masked and put them back."""
        for one in self.find(text):
            words = text[one.start : one.end].casefold()
            self._known.update((words, *words.split()))
            self._named.difference_update(words.split())

    def find(self, text: str) -> list[Trace]:
        """Where in a text something is that would be masked."""
        found = [one for one in find_traces(text, self._language, self._known, self._named) if one.kind in CAUGHT]
        if self._language in READ:
            return found
        return [one for one in found if one.kind not in _BY_A_CAPITAL or _is_listed(text[one.start : one.end])]


def _is_listed(words: str) -> bool:
    return any(word.casefold().removesuffix("s") in _LISTED or word.casefold() in _LISTED for word in words.split())


def mask_in_study(study: Path, typed: str) -> Masked | None:
    """What is to be masked in words about the whole study; what stands in its reflexive notes was let stand there."""
    guide = read_guide_file(study / "guide.yaml", "guide.yaml").guide or Guide("")
    return Catcher.of(guide, study, (one.text for one in read_study_facts(study).reflections())).mask(typed)
