"""A transcript: who said what, when, exactly as written.

A reader makes segments, whatever its file calls them: cues, paragraphs, rows. Those of one speaker that follow one
another become a turn. Every word of the file is in a segment or in what was set apart (a name, a time, a heading), and
the counts say so: nothing is lost in silence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
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


def role_of_label(name: str, participant: str = "") -> Role:
    """What a label itself says of who speaks; ``participant`` is the participant's own code."""
    folded = fold(name)
    if participant and folded.replace(" ", "") == participant.casefold():
        return "participant"
    found = _NUMBERED.match(folded)
    word = found["word"] if found is not None else ""
    if word in _ASKS and not (word == "i" and found is not None and found["number"]):  # I3 is a participant's code
        return "interviewer"
    return "participant" if word in _ANSWERS else ""


def find_interviewers(speakers: Sequence[str], participant: str = "") -> tuple[str, ...]:
    """The speakers who are interviewers by their labels, or because every other one is a participant; else none."""
    roles = {name: role_of_label(name, participant) for name in speakers}
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


# A layout: one row of the list of what can be read.


class Layout(Value):
    """A way in which transcripts are laid out: its name, how it is known, how it is read."""

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[str], Reading]


class Unread(Exception):
    """A file that cannot be read as a transcript; ``code`` says why and ``facts`` fill the sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


# Times as transcripts have them, in seconds.

STAMP = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,7})?"
"""Minutes and seconds, perhaps hours before and parts of a second behind: 0:07, 12:05, 1:02:03.5"""

_STAMP = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{1,2})(?:[.,](?P<parts>\d{1,7}))?$")


def seconds_of(stamp: str) -> float | None:
    """A stamp in seconds, to the millisecond; None where it is none."""
    found = _STAMP.match(stamp.strip())
    if found is None:
        return None
    whole = int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60 + int(found["seconds"])
    return round(whole + float(f"0.{found['parts'] or 0}"), 3)


# Speakers' names at the beginning of what they say.
#
# A colon alone makes no speaker: `Husk: ta med nøkkelen` is what somebody says. A name comes again, or is a word that
# stands for a role, or every line has one.

_LONGEST = 40
NAME = r"[^\W_](?:[\w.'’&/()\-]|[ ](?=\S)){0,39}?"
_BEFORE_COLON = re.compile(
    rf"\s*(?:\*\*|__)?(?P<open>[\[(<@]?)(?P<name>{NAME})[\])>]?(?:\*\*|__)?\s?:(?:\*\*|__)?(?:\s+|$)"
)
_MOST_WORDS = 5
_MOST = 0.8  # of the pieces of text, when all of what looks like names is taken for names
_CODE = re.compile(r"[a-z]{1,2}[0-9]{1,3}")
_SMALL = frozenset(
    {"av", "af", "da", "de", "den", "der", "di", "el", "la", "le", "og", "of", "ten", "van", "von", "and"}
)


def name_before_colon(text: str) -> tuple[str, str] | None:
    """What stands before a colon at the beginning of a text and may be a name, and what stands behind it."""
    found = _BEFORE_COLON.match(text)
    if found is None or not looks_like_name(found["name"]):
        return None
    return found["name"], text[found.end() :]


def looks_like_name(name: str) -> bool:
    """Whether a few words may be a speaker's name or code."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > _LONGEST or not any(map(str.isalpha, name)):
        return False
    if role_of_label(name):
        return True
    if len(words) == 1 and len(name) <= 3:
        return True
    return all(not word[0].islower() or word in _SMALL for word in words)


def speakers_in(texts: Sequence[str]) -> frozenset[str]:
    """The names, folded, that begin some of these texts and are speakers."""
    found = [one for text in texts if text.strip() and (one := name_before_colon(text)) is not None]
    return choose_speakers((name for name, _ in found), sum(1 for text in texts if text.strip()))


def choose_speakers(names: Iterable[str], of: int) -> frozenset[str]:
    """Which of these candidates, each as often as it comes, are speakers among so many pieces of text.

    Most pieces have a name: then a single one counts too. Else it must come again, or be a participant's code.
    """
    count = Counter(map(fold, names))
    if not count:
        return frozenset()
    nearly_all = sum(count.values()) >= _MOST * of
    kept = {
        name for name, times in count.items() if times > 1 or nearly_all or role_of_label(name) or _CODE.fullmatch(name)
    }
    common = sum(count[name] for name in kept)
    return frozenset(kept) if len(kept) > 1 or common > 1 or nearly_all else frozenset()


def split_name(text: str, names: frozenset[str]) -> tuple[str, str]:
    """The speaker with which a text begins, if it is one of these, and the words behind it; else no speaker."""
    found = name_before_colon(text)
    if found is None or fold(found[0]) not in names:
        return "", text
    return found
