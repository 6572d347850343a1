"""A practice informant: what is said when, and a debrief.

What has been said follows from the acts in force and the moment alone, so an undo takes an answer away again, and a
practice interview taken up once more stands where it stood.
"""

from collections import Counter, deque
from collections.abc import Mapping
from itertools import accumulate
from typing import Literal, NamedTuple

from guide.frozen import Value
from guide.model import Question
from interviews.core.coverage import coverage
from interviews.core.events import (
    Asked,
    Continued,
    Ended,
    Event,
    Explained,
    Paused,
    Resumed,
    Returned,
    Started,
    Stopped,
    Ticked,
)
from interviews.core.notes import notes
from interviews.core.state import Interview
from interviews.core.timing import end_of

PACE = 2.5
"""Words a second in unhurried talk."""

CueKind = Literal["opening", "answer", "clarified", "again", "probe", "concept", "follow_up", "otherwise", "closing"]


class Cue(NamedTuple):
    """What makes the informant speak, so that a heading in the file and an act in the log can be compared.

    ``of`` is the id of a question or the name of a concept, ``point`` a probe's place from 1; "" where there is none.
    """

    kind: CueKind
    of: str = ""
    point: str = ""


class Words(Value):
    """What is said at one cue. ``sentences`` have the blank before them, so that some of them joined are a text.

    ``covers`` holds the ids of other questions that are answered here too.
    """

    sentences: tuple[str, ...]
    covers: tuple[str, ...] = ()


class Informant(Value):
    """An informant as a teacher wrote it: for each cue what is said, in turn where there are several words for it."""

    words: Mapping[Cue, tuple[Words, ...]]


_OTHERWISE = Cue("otherwise")


def speeches_until(informant: Informant, interview: Interview, now: float, pace: float) -> "list[Speech]":
    """Everything begun up to ``now`` (seconds) at ``pace`` words a second, in the order in which it was said."""
    talk = _Talk(informant, interview, pace)
    for act in interview.events():
        moment = max(talk.clock, act.t - (act.gap or 0.0) if isinstance(act, Resumed) else act.t)
        if moment > now:
            break
        talk.go_on(moment)
        if isinstance(act, Resumed) and act.t > now:
            return talk.begun
        talk.take(act)
        if isinstance(act, Ended):
            return talk.begun
    talk.go_on(now)
    return talk.begun


class Speech:
    """What is said at one act, and how far it has come, in seconds of talk.

    ``moments`` tells of each sentence begun so far when that was, in seconds into the interview.
    """

    __slots__ = ("act", "cut", "done", "length", "moments", "spent", "starts", "t", "within", "words")

    def __init__(self, words: Words, act: Event, within: str | None, pace: float) -> None:
        self.words = words
        self.act = act
        self.within = within
        lengths = (len(sentence.split()) / pace if pace > 0 else 0.0 for sentence in words.sentences)
        *self.starts, self.length = accumulate(lengths, initial=0.0)
        self.t = 0.0
        self.spent = 0.0
        self.done = False
        self.cut = False
        self.moments: list[float] = []

    @property
    def begun(self) -> int:
        """How many sentences have been begun."""
        return len(self.starts) if self.done else sum(1 for start in self.starts if start <= self.spent)

    @property
    def text(self) -> str:
        """The words of those."""
        return "".join(self.words.sentences[: self.begun])

    def go_on(self, seconds: float, clock: float) -> float:
        """Speak for so long from the moment ``clock``, or until it is said; how long that took."""
        before, left = self.spent, self.length - self.spent
        self.done = seconds >= left
        taken = left if self.done else seconds
        self.spent += taken
        begun = self.starts[len(self.moments) : self.begun]
        self.moments += [round(clock + max(start - before, 0.0), 3) for start in begun]
        return taken


class _Talk:
    """Lets the informant hear the acts one by one, and speak in the time between them."""

    def __init__(self, informant: Informant, interview: Interview, pace: float) -> None:
        self.clock = interview.started.t
        self.begun: list[Speech] = []
        self._words = informant.words
        self._guide = interview.guide
        self._pace = pace
        self._to_say: deque[Speech] = deque()
        self._paused = False
        self._hand: str | None = None
        self._used: Counter[Cue] = Counter()
        self._asked: Counter[str] = Counter()
        self._probed: set[Cue] = set()
        self._clarified: set[str] = set()

    def go_on(self, to: float) -> None:
        """Speak until the moment ``to``; without a pace everything is said at once, a pause or none."""
        while self._to_say and not (self._paused and self._pace > 0):
            speech = self._to_say[0]
            if not self.begun or self.begun[-1] is not speech:
                speech.t = self.clock
                self.begun.append(speech)
            self.clock += speech.go_on(max(to - self.clock, 0.0), self.clock)
            if not speech.done:
                break
            self._to_say.popleft()
        self.clock = to

    def take(self, act: Event) -> None:
        """Hear one act."""
        match act:
            case Started():
                self._say(act, Cue("opening"))
            case Asked():
                self._cut()
                self._hand = act.question
                self._say(act, *self._answers(act.question))
            case Returned():
                self._cut()
                self._say(act, Cue("follow_up"), _OTHERWISE)
            case Ticked(card="probes", mark="done", question=str(question)):
                cue = Cue("probe", question, act.point)
                if cue not in self._probed:
                    self._probed.add(cue)
                    self._say(act, cue, Cue("probe", question))
            case Explained():
                self._clarified.add(act.concept)
                self._say(act, Cue("concept", act.concept))
            case Paused() | Continued():
                self._paused = isinstance(act, Paused)
            case Resumed():
                self.clock = max(self.clock, act.t)
            case Stopped():
                self._to_say.clear()  # who wishes to stop says no more, and nobody cut them off
            case Ended():
                self._cut()
            case _:
                pass

    def _answers(self, id: str) -> tuple[Cue, ...]:
        """What an asked question calls for, the first that there are words for."""
        self._asked[id] += 1
        question = self._guide.question(id)
        clarified = (Cue("clarified", id),) if question is not None and self._knows(question) else ()
        if self._asked[id] > 1:
            return (*clarified, Cue("again", id), _OTHERWISE)
        closing = (Cue("closing"),) if question in self._guide.closing else ()
        return (*clarified, Cue("answer", id), *closing, _OTHERWISE)

    def _knows(self, question: Question) -> bool:
        """Whether a concept of the question has been clarified; any will do where the question names none."""
        return bool(self._clarified.intersection(question.concepts) if question.concepts else self._clarified)

    def _say(self, act: Event, *cues: Cue) -> None:
        for cue in cues:
            words = self._words.get(cue, ())
            place = self._used[cue] % len(words) if words and cue == _OTHERWISE else self._used[cue]
            if place < len(words):
                self._used[cue] += 1
                self._to_say.append(Speech(words[place], act, self._hand, self._pace))
                return

    def _cut(self) -> None:
        for speech in self._to_say:
            speech.cut = True
        self._to_say.clear()


# The debrief of a practice interview.
#
# Facts to talk about: nothing of it is a grade, and nothing of it counts.


class Early(Value):
    """A question answered before it was asked, in the talk about ``within`` (None before the first question).

    ``t`` is where that answer began; ``covered_at`` and ``asked_at`` are when the question was first marked as covered
    and first asked, None for never; all in seconds into the interview.
    """

    question: str
    within: str | None
    t: float
    covered_at: float | None
    asked_at: float | None

    @property
    def marked(self) -> bool:
        """Whether it was marked as covered without having been asked: the interviewer heard it."""
        return self.covered_at is not None and (self.asked_at is None or self.covered_at < self.asked_at)


class CutOff(Value):
    """An answer that the interviewer cut off, ``t`` seconds into the interview where it began.

    ``within`` is the question that it was about, None before the first; ``begun`` of its ``sentences`` were heard.
    """

    t: float
    within: str | None
    begun: int
    sentences: int


class Debrief(Value):
    """What a practice interview showed: facts to talk about, and no grade.

    ``clarified`` names concepts in the order of their first clarification. ``notes`` counts as the review does, so a
    bookmark that got its words is in both numbers. ``longest`` is the longest answer in seconds, pauses and gaps off.
    """

    early: tuple[Early, ...]
    cut_off: tuple[CutOff, ...]
    clarified: tuple[str, ...]
    notes: int
    bookmarks: int
    longest: float


def debrief(informant: Informant, interview: Interview, pace: float = PACE) -> Debrief:
    """What the practice showed, at the ``pace`` (words a second) that it was held in, up to its end or last act."""
    heard = speeches_until(informant, interview, end_of(interview), pace)
    taken = notes(interview)
    concepts = [act.concept for act in interview.events() if isinstance(act, Explained)]
    return Debrief(
        early=_early(heard, interview),
        cut_off=tuple(
            CutOff(round(speech.t, 3), speech.within, speech.begun, len(speech.words.sentences))
            for speech in heard
            if speech.cut and speech.begun < len(speech.words.sentences)
        ),
        clarified=tuple(dict.fromkeys(concepts)),
        notes=sum(1 for note in taken if note.counts),
        bookmarks=sum(1 for note in taken if note.kind == "bookmark"),
        longest=round(max((speech.spent for speech in heard), default=0.0), 3),
    )


def _early(heard: list[Speech], interview: Interview) -> tuple[Early, ...]:
    found: dict[str, Early] = {}
    questions = coverage(interview).questions
    for speech in heard:
        if speech.begun < len(speech.words.sentences):
            continue
        for id in speech.words.covers:
            question = questions.get(id)
            if question is None or id in found or (question.asked_at is not None and question.asked_at <= speech.t):
                continue
            t = round(speech.t, 3)
            found[id] = Early(id, speech.within, t, question.covered_at, question.asked_at)
    return tuple(found.values())
