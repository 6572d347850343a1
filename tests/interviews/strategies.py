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
COMMANDS_BY_KIND: Mapping[type[do.Command], SearchStrategy[do.Command]] = {
    do.AskQuestion: st.builds(do.AskQuestion, IDS),
    do.AskNext: st.just(do.AskNext()),
    do.MarkCovered: st.builds(do.MarkCovered, _SOME_IDS, st.sampled_from([None, 1, 2, 3])),
    do.Skip: st.builds(do.Skip, _SOME_IDS, _WORDS),
    do.Decline: st.builds(do.Decline, _SOME_IDS, _WORDS),
    do.Unmark: st.builds(do.Unmark, _SOME_IDS),
    do.TakeNote: st.builds(
        do.TakeNote,
        _WORDS,
        st.sampled_from(["note", "quote", "follow_up", "bookmark", "reflexive", "topic"]),
        st.sampled_from([0.0, 0.0, 20.0, 120.0]),
    ),
    do.EditNote: st.builds(do.EditNote, _WORDS, st.none() | st.integers(0, 12)),
    do.CorrectNote: st.builds(do.CorrectNote, _WORDS, st.integers(0, 12)),
    do.TakeBackCorrection: st.builds(do.TakeBackCorrection, st.integers(0, 12)),
    do.RaiseFollowUp: st.just(do.RaiseFollowUp()),
    do.ReturnTo: st.builds(do.ReturnTo, _NUMBERS),
    do.CallMet: st.builds(do.CallMet, _NUMBERS),
    do.Drop: st.builds(do.Drop, _NUMBERS, _WORDS),
    do.Tick: st.builds(
        do.Tick,
        st.sampled_from(["opening", "probes", "after"]),
        st.sampled_from(["1", "2", "if 1", "if 2", "consent", "9"]),
        st.sampled_from(["done", "not_needed", "open"]),
        st.none() | st.sampled_from(["A2", "a2", "A1"]),
    ),
    do.Explain: st.builds(
        do.Explain, st.sampled_from(["fellesskap", "dirigent", "tempo"]), st.sampled_from(["short", "say", "full"])
    ),
    do.LinkNote: st.builds(do.LinkNote, st.integers(0, 12), IDS),
    do.TagNote: st.builds(do.TagNote, st.integers(0, 12), st.sampled_from(["arena", "#arena", "to ord", ""])),
    do.RetimeNote: st.builds(do.RetimeNote, st.floats(0, 500), st.none() | st.integers(0, 12)),
    do.ClearNotes: st.builds(do.ClearNotes, st.lists(st.integers(0, 12), max_size=3).map(tuple), st.booleans()),
    do.MarkSide: st.builds(do.MarkSide, st.sampled_from(["positive", "negative"]), st.none() | IDS),
    do.ToggleRecording: st.builds(do.ToggleRecording, st.booleans(), st.booleans()),
    do.StopRecording: st.builds(do.StopRecording, st.booleans()),
    do.DeclineRecording: st.just(do.DeclineRecording()),
    do.ShiftRecording: st.builds(do.ShiftRecording, st.sampled_from([-4.5, 0.0, 3.0]), st.none() | st.integers(0, 3)),
    do.ToggleTranscribing: st.builds(do.ToggleTranscribing, st.sampled_from([0.0, 0.0, 90.0])),
    do.Judge: st.builds(do.Judge, st.sampled_from(VERDICTS), st.none() | IDS, st.sampled_from(["", "", *REASONS])),
    do.Propose: st.builds(do.Propose, IDS, _WORDS, st.just("") | IDS),
    do.TakeComment: st.builds(
        do.TakeComment, _WORDS, st.sampled_from(["", "", *PROMPTS]), st.sampled_from([None, ""]) | IDS
    ),
    do.CloseRound: st.just(do.CloseRound()),
    do.TellHandling: st.just(do.TellHandling((1, 2), (4, 9), (0, 5000), 3)),
    do.RateLoad: st.builds(do.RateLoad, st.lists(st.integers(-1, 21), min_size=5, max_size=6).map(tuple)),
    do.Say: st.builds(do.Say, _WORDS),
    do.Hear: st.builds(do.Hear, st.integers(-1, 5), _SOME_IDS, st.none() | st.floats(0, 500)),
    do.Stop: st.just(do.Stop()),
    do.TogglePause: st.just(do.TogglePause()),
    do.Undo: st.just(do.Undo()),
    do.End: st.just(do.End()),
}
"""Commands of every kind, about the choir's guide and about ids that it does not have."""

COMMANDS = st.one_of(list(COMMANDS_BY_KIND.values()))

PILOTS = (do.Judge, do.Propose, do.TakeComment, do.CloseRound, do.TellHandling, do.RateLoad)
"""Commands that every interview but a pilot refuses."""
