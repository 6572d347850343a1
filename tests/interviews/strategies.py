"""Events of every type, commands of every type, and texts of every kind, for property tests."""

import types
from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interviews.core import commands as do
from interviews.core.codec import MOST
from interviews.core.events import EVENT_TYPES, Event
from interviews.core.verdicts import PROMPTS, REASONS, VERDICTS

AWKWARD = "æøåÆØÅ[]*\\\"'<>{}#!+-/,.\t\n\r\0\x1b\x7f\x85\u2028\u2029\u202e\u2066\u200f\u200d\ufeff\ud800\udc80🎵é漢ש"


def _has_a_pair(text: str) -> bool:
    """Whether two halves of a character stand side by side: JSON reads them as one, and no keyboard sends them."""
    return any("\ud800" <= one <= "\udbff" and "\udc00" <= two <= "\udfff" for one, two in pairwise(text))


TEXTS = st.text(st.characters(exclude_categories=()) | st.sampled_from(AWKWARD), max_size=40).filter(
    lambda text: not _has_a_pair(text)
)
SECONDS = st.integers(0, 10_000_000).map(lambda milliseconds: milliseconds / 1000) | st.floats(0, MOST)
WHOLE = st.integers(0, 20) | st.integers(0, MOST)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
FINITE_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-MOST, MOST) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
_DOCUMENTS = st.dictionaries(TEXTS, FINITE_JSON, max_size=4)


def _values(hint: Any) -> SearchStrategy[Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _values(inner[0])
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (types.UnionType, Union):
        return st.one_of([st.none() if part is type(None) else _values(part) for part in inner])
    if origin is tuple:
        return st.lists(WHOLE if inner[0] is int else TEXTS, max_size=4).map(tuple)
    if origin is Mapping:
        return _DOCUMENTS
    return {int: WHOLE, float: SECONDS, str: TEXTS, bool: st.booleans()}[hint]


def events_of(kind: type[Event]) -> SearchStrategy[Event]:
    """Events of one type, with values of every kind in their fields."""
    hints = get_type_hints(kind, include_extras=True)
    fields = {name: _values(hint) for name, hint in hints.items() if name in kind.field_names()}
    return st.builds(kind, **fields)


EVENTS_BY_TYPE = {name: events_of(kind) for name, kind in EVENT_TYPES.items()}
EVENTS = st.one_of(list(EVENTS_BY_TYPE.values()))

IDS = st.sampled_from(["A1", "A2", "A3", "B1", "b2", "B3", "B4", "C1", "Z1", "D9"])
_SOME_IDS = st.lists(IDS, max_size=3).map(tuple)
_WORDS = TEXTS | st.sampled_from(["", "rolig i dag #b1", "#B3 #øving", "og så [ler]", "#z1 #ukjent"])
_NUMBERS = st.integers(0, 4)
COMMANDS: SearchStrategy[do.Command] = st.one_of(
    st.builds(do.AskQuestion, IDS),
    st.just(do.AskNext()),
    st.builds(do.MarkCovered, _SOME_IDS, st.sampled_from([None, 1, 2, 3])),
    st.builds(do.Skip, _SOME_IDS, _WORDS),
    st.builds(do.Decline, _SOME_IDS, _WORDS),
    st.builds(do.Unmark, _SOME_IDS),
    st.builds(
        do.TakeNote,
        _WORDS,
        st.sampled_from(["note", "quote", "follow_up", "bookmark", "reflexive", "topic"]),
        st.sampled_from([0.0, 0.0, 20.0, 120.0]),
    ),
    st.builds(do.EditNote, _WORDS, st.none() | st.integers(0, 12)),
    st.builds(do.CorrectNote, _WORDS, st.integers(0, 12)),
    st.just(do.RaiseFollowUp()),
    st.builds(do.ReturnTo, _NUMBERS),
    st.builds(do.CallMet, _NUMBERS),
    st.builds(do.Drop, _NUMBERS, _WORDS),
    st.builds(
        do.Tick,
        st.sampled_from(["opening", "probes", "after"]),
        st.sampled_from(["1", "2", "if 1", "if 2", "consent", "9"]),
        st.sampled_from(["done", "not_needed", "open"]),
        st.none() | st.sampled_from(["A2", "a2", "A1"]),
    ),
    st.builds(
        do.Explain, st.sampled_from(["fellesskap", "dirigent", "tempo"]), st.sampled_from(["short", "say", "full"])
    ),
    st.builds(do.LinkNote, st.integers(0, 12), IDS),
    st.builds(do.TagNote, st.integers(0, 12), st.sampled_from(["arena", "#arena", "to ord", ""])),
    st.builds(do.RetimeNote, st.floats(0, 500), st.none() | st.integers(0, 12)),
    st.builds(do.MarkSide, st.sampled_from(["positive", "negative"]), st.none() | IDS),
    st.builds(do.ToggleRecording, st.booleans(), st.booleans()),
    st.builds(do.ShiftRecording, st.sampled_from([-4.5, 0.0, 3.0]), st.none() | st.integers(0, 3)),
    st.builds(do.ToggleTranscribing, st.sampled_from([0.0, 0.0, 90.0])),
    st.builds(do.Judge, st.sampled_from(VERDICTS), st.none() | IDS, st.sampled_from(["", "", *REASONS])),
    st.builds(do.Propose, IDS, _WORDS, st.just("") | IDS),
    st.builds(do.TakeComment, _WORDS, st.sampled_from(["", "", *PROMPTS]), st.sampled_from([None, ""]) | IDS),
    st.builds(do.Say, _WORDS),
    st.builds(do.Hear, st.integers(-1, 5), _SOME_IDS, st.none() | st.floats(0, 500)),
    st.just(do.Stop()),
    st.just(do.TogglePause()),
    st.just(do.Undo()),
    st.just(do.End()),
)
"""Every command there is, about the choir's guide and about ids that it does not have."""

PILOTS = (do.Judge, do.Propose, do.TakeComment)
"""Commands that every interview but a pilot refuses."""
