"""Interviews held from any commands, for property tests: what is refused changes nothing."""

from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import Refusal, Started
from tests.interviews.choir import Talk, start
from tests.interviews.strategies import COMMANDS, IDS, PILOTS

LINKS = st.builds(do.LinkNote, st.integers(0, 12), IDS)
RECORDER: SearchStrategy[Command] = st.one_of(
    st.builds(do.ToggleRecording, st.just(value=True), st.booleans()),
    st.builds(do.ShiftRecording, st.sampled_from([-4.5, 0.0, 3.0]), st.none() | st.integers(0, 3)),
    st.just(do.ToggleTranscribing()),
)
SIDES = st.builds(do.MarkSide, st.sampled_from(["positive", "negative"]), st.none() | IDS)
ALL: SearchStrategy[Command] = st.one_of(COMMANDS, COMMANDS, COMMANDS, LINKS, RECORDER, SIDES, st.just(do.Stop()))


def carried_out(commands: Iterable[Command], started: Started | None = None) -> Talk:
    """A talk in which each of these commands was tried, ten seconds apart; a pilot where one of them wants that."""
    tried = list(commands)
    pilot = any(isinstance(command, PILOTS) for command in tried)
    talk = Talk(started or start(mode="pilot" if pilot else "live"))
    for place, command in enumerate(tried, 1):
        event = talk.decide(command, 10.0 * place)
        if not isinstance(event, Refusal):
            talk.add(event)
    return talk
