"""A transcript: who said what, when, exactly as written.

A reader makes segments, whatever its file calls them: cues, paragraphs, rows. Those of one speaker that follow one
another become a turn. Every word of the file is in a segment or in what was set apart (a name, a time, a heading), and
the counts say so: nothing is lost in silence.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from guide.frozen import NOTHING, Value

Role = Literal["interviewer", "participant", ""]

WORD = re.compile(r"[^\W_]+(?:['’.,:\-][^\W_]+)*")
"""A word as it is counted: `kulturskolen`, `1,5`, `don't`, `10:15`."""


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in WORD.finditer(text))


class Segment(Value):
    """What a file has as one piece of talk: its words, and who said them and when, as far as the file says."""

    text: str
    speaker: str = ""
    start: float | None = None
    end: float | None = None
    line: int = 0


class Apart(Value):
    """What stands in the file and is no talk: a ``name``, a ``time``, a ``note`` …; with the line where it stands."""

    kind: str
    text: str
    line: int = 0


class Reading(Value):
    """What one reader made of one file; ``counted`` is how many words it has by a count of its own."""

    segments: tuple[Segment, ...]
    apart: tuple[Apart, ...] = ()
    counted: int | None = None


class Turn(Value):
    """What one person said before another spoke; times are seconds into the recording, where the file has them.

    Where several cues are put together, ``cues`` says of each at which letter of the text it begins, and when.
    """

    text: str
    speaker: str = ""
    start: float | None = None
    end: float | None = None
    role: Role = ""
    cues: tuple[tuple[int, float], ...] = ()

    def start_at(self, letter: int) -> float | None:
        """When the words begin that stand at this letter of the text: their own cue's moment where the file has it."""
        return next((start for at, start in reversed(self.cues) if at <= letter), self.start)


class Transcript(Value):
    """The turns of one file, in its order.

    ``words_in`` were counted in the file, ``words_out`` in the turns, ``words_apart`` in what is no talk.
    """

    turns: tuple[Turn, ...]
    layout: str = ""
    encoding: str = ""
    apart: tuple[Apart, ...] = ()
    words_in: int = 0

    @property
    def words_out(self) -> int:
        """The words of all turns."""
        return sum(count_words(turn.text) for turn in self.turns)

    @property
    def words_apart(self) -> int:
        """The words that were set apart."""
        return sum(count_words(one.text) for one in self.apart)

    @property
    def missing(self) -> int:
        """Words of the file that are neither in a turn nor set apart; 0 unless something went wrong."""
        return self.words_in - self.words_out - self.words_apart

    @property
    def speakers(self) -> dict[str, int]:
        """How many turns each speaker has, in the order in which they first speak; an unnamed one is not among them."""
        found: dict[str, int] = {}
        for turn in self.turns:
            if turn.speaker:
                found[turn.speaker] = found.get(turn.speaker, 0) + 1
        return found

    def with_interviewers(self, names: Iterable[str]) -> "Transcript":
        """The same with these speakers as interviewers, all others as participants."""
        asking = {fold(name) for name in names}
        return self.but(
            turns=tuple(
                turn.but(
                    role=("interviewer" if fold(turn.speaker) in asking else "participant") if turn.speaker else ""
                )
                for turn in self.turns
            )
        )


def fold(name: str) -> str:
    """A speaker's name as two of them are compared."""
    return " ".join(name.split()).casefold()


def turns_of(segments: Iterable[Segment]) -> tuple[Turn, ...]:
    """The segments as turns: what a named speaker says in several is one; what has no name stays apart."""
    found: list[Turn] = []
    pieces: list[Segment] = []

    def close() -> None:
        if pieces:
            found.append(_turn(pieces))
            pieces.clear()

    for one in segments:
        if not one.text.strip():
            continue
        if not (pieces and one.speaker and fold(one.speaker) == fold(pieces[-1].speaker)):
            close()
        pieces.append(one)
    close()
    return tuple(found)


def _turn(pieces: Sequence[Segment]) -> Turn:
    """What one speaker says in several pieces behind each other."""
    texts = [one.text.strip() for one in pieces]
    cues: list[tuple[int, float]] = []
    at = 0
    for one, text in zip(pieces, texts, strict=True):
        if one.start is not None:
            cues.append((at, one.start))
        at += len(text) + 1
    end = next((one.end for one in reversed(pieces) if one.end is not None), None)
    first = pieces[0]
    return Turn(" ".join(texts), first.speaker, first.start, end, cues=tuple(cues) if len(cues) > 1 else ())


_ASKS = frozenset(
    (
        "i int interviewer intervjuer intervjuar intervjuaren intervjueren forsker forskeren forskar researcher "
        "moderator mod ordstyrer q spm spørsmål question questioner interviewerin fi"
    ).split()
)
_ANSWERS = frozenset(
    (
        "p participant participants informant informanten inf respondent resp r b d deltaker deltakar deltager "
        "deltakaren deltakeren a answer svar interviewee befragter befragte bp ip expert ekspert"
    ).split()
)
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]+)(?P<number>[ .\-_]?\d{0,3})$")


def known_role(name: str, participant: str = "") -> Role:
    """What a label itself says of who speaks; ``participant`` is the participant's own code."""
    folded = fold(name)
    if participant and folded.replace(" ", "") == participant.casefold():
        return "participant"
    found = _NUMBERED.match(folded)
    word = found["word"] if found is not None else ""
    if word in _ASKS and not (word == "i" and found is not None and found["number"]):  # I3 is a participant's code
        return "interviewer"
    return "participant" if word in _ANSWERS else ""


def known_interviewers(speakers: Sequence[str], participant: str = "") -> tuple[str, ...]:
    """The speakers who are interviewers by their labels, or because every other one is a participant; else none."""
    roles = {name: known_role(name, participant) for name in speakers}
    asking = tuple(name for name in speakers if roles[name] == "interviewer")
    if asking:
        return asking
    left = tuple(name for name in speakers if roles[name] != "participant")
    return left if len(left) == 1 < len(roles) else ()


_CLEARLY = 2.5  # times as many questions as anybody else


def likely_interviewer(turns: Sequence[Turn], asked: "dict[str, int] | None" = None) -> str:
    """Who asks, by how many turns of each are questions; empty where that is not plain.

    ``asked`` is how many questions of the guide each speaker's turns were found to ask, where there is a guide.
    """
    count: dict[str, int] = {}
    questions: dict[str, int] = {}
    for turn in turns:
        if turn.speaker:
            count[turn.speaker] = count.get(turn.speaker, 0) + 1
            questions[turn.speaker] = questions.get(turn.speaker, 0) + ("?" in turn.text)
    if len(count) < 2:
        return ""
    weight = {name: questions[name] + 2 * (asked or NOTHING).get(name, 0) for name in count}
    first, second, *_ = sorted(weight, key=lambda name: -weight[name])
    return first if weight[first] >= 3 and weight[first] >= _CLEARLY * weight[second] else ""
