"""A practice informant: what is said when, and a debrief.

What has been said follows from the acts in force and the moment alone, so an undo takes an answer away again, and a
practice interview taken up once more stands where it stood.
"""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Literal, NamedTuple

from guide.frozen import Value
from guide.model import Question
from guide.normalize import words_of
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
    Said,
    Started,
    Stopped,
    Ticked,
)
from interviews.core.notes import follow_ups, notes
from interviews.core.state import Interview
from interviews.core.timing import end_of
from interviews.practice.utterances import Setting, Utterance, clarified_in, classify

PACE = 2.5
"""Words a second in unhurried talk."""

SILENCE = 3.0
"""Seconds after the informant's words from which on a silence counts as kept (Rowe 1986: about three)."""

CueKind = Literal[
    "opening", "answer", "clarified", "again", "probe", "concept", "follow_up", "otherwise", "closing",
    "more", "silence", "thread", "hears", "reply",
]  # fmt: skip


class Cue(NamedTuple):
    """What makes the informant speak, so that a heading in the file and an act in the log can be compared.

    ``of`` is the id of a question, the name of a concept, of a fault or of a type of question, or the words of an
    opening; ``point`` a probe's place from 1; "" where there is none.
    """

    kind: CueKind
    of: str = ""
    point: str = ""


class Words(Value):
    """What is said at one cue. ``sentences`` have the blank before them, so that some of them joined are a text.

    ``covers`` holds the ids of other questions that are answered here too, ``mixes`` the concepts that are confused,
    ``openings`` what an interviewer may follow; a ``third`` person is talked about who may be recognised.
    """

    sentences: tuple[str, ...]
    covers: tuple[str, ...] = ()
    mixes: tuple[str, ...] = ()
    openings: "tuple[Opening, ...]" = ()
    third: bool = False


class Opening(Value):
    """Something said in passing that an interviewer may follow: its words as they stand in the answer.

    It stands in the answer's ``sentence``, counted from 0. ``listen_for`` are beginnings of words by which it is known
    in what the interviewer says or notes.
    """

    words: str
    sentence: int
    listen_for: tuple[str, ...]

    def is_meant_by(self, text: str) -> bool:
        """Whether a text speaks of it."""
        return _begins_any(text, self.listen_for)


class Listening(Value):
    """What an informant waits to hear, by beginnings of words; ``care`` names it where it should be said."""

    listen_for: tuple[str, ...]
    care: str = ""

    def is_meant_by(self, text: str) -> bool:
        """Whether a text says it."""
        return _begins_any(text, self.listen_for)


def _begins_any(text: str, starts: tuple[str, ...]) -> bool:
    """Whether words of a text begin like one of these; signs without a word are looked for as they stand."""
    said = f" {' '.join(words_of(text))}"
    return any(
        f" {' '.join(words)}" in said if (words := words_of(start)) else start.strip() in text for start in starts
    )


class Informant(Value):
    """An informant as a teacher wrote it: for each cue what is said, in turn where there are several words for it.

    ``title`` says who that is and ``trains`` what can be learnt, both for people. ``names`` are those of third persons,
    who belong in nobody's notes.
    """

    words: Mapping[Cue, tuple[Words, ...]]
    title: str = ""
    language: str = ""
    trains: str = ""
    watch: tuple[str, ...] = ()
    hears: tuple[Listening, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def openings(self) -> tuple[Opening, ...]:
        """All that may be followed, in the file's order."""
        return tuple(opening for said in self.words.values() for words in said for opening in words.openings)


_OTHERWISE = Cue("otherwise")


class Exchange(Value):
    """Something said to the informant, and how it was heard.

    ``waited`` are the seconds from the informant's last word to the first key of it, None where an answer was still
    coming; ``followed`` the opening that it speaks of; ``told`` what was waited for.
    """

    act: Said
    utterance: Utterance
    waited: float | None = None
    followed: Opening | None = None
    told: Listening | None = None
    clarified: tuple[str, ...] = ()


class Talk(Value):
    """A practice talk as it went: everything begun in its order, and what was said to the informant."""

    speeches: "tuple[Speech, ...]"
    exchanges: tuple[Exchange, ...] = ()
    silences: "tuple[Silence, ...]" = ()


class Silence(Value):
    """A silence kept: from ``t``, where the informant's words ended, ``seconds`` long; ``spoke`` says who ended it."""

    t: float
    seconds: float
    spoke: Literal["informant", "interviewer"]
    within: str | None = None


def hold_talk(informant: Informant, interview: Interview, now: float, pace: float) -> Talk:
    """The talk up to ``now`` (seconds) at ``pace`` words a second."""
    talk = _go_through(informant, interview, now, pace)
    return Talk(tuple(talk.begun), tuple(talk.exchanges), tuple(talk.silences))


def speeches_until(informant: Informant, interview: Interview, now: float, pace: float) -> "list[Speech]":
    """Everything begun up to ``now`` (seconds) at ``pace`` words a second, in the order in which it was said."""
    return _go_through(informant, interview, now, pace).begun


def _go_through(informant: Informant, interview: Interview, now: float, pace: float) -> "_Talk":
    talk = _Talk(informant, interview, pace)
    for act in interview.events():
        moment = max(talk.clock, act.t - (act.gap or 0.0) if isinstance(act, Resumed) else act.t)
        if moment > now:
            break
        talk.go_on(moment)
        if isinstance(act, Resumed) and act.t > now:
            return talk
        talk.take(act)
        if isinstance(act, Ended):
            return talk
    talk.go_on(now)
    return talk


class Speech:
    """What is said at one act, and how far it has come, in seconds of talk.

    ``moments`` tells of each sentence begun so far when that was, in seconds into the interview. ``by`` is the act
    that cut it off.
    """

    __slots__ = ("act", "by", "cut", "done", "length", "moments", "spent", "starts", "t", "within", "words")

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
        self.by: Event | None = None
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
        self.exchanges: list[Exchange] = []
        self.silences: list[Silence] = []
        self._informant = informant
        self._words = informant.words
        self._language = informant.language or interview.guide.language
        self._interview = interview
        self._quiet: float | None = None
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
        """Speak until the moment ``to``; without a pace everything is said at once, a pause or none.

        Where one keeps silent for long enough, some informants say more.
        """
        while True:
            while self._to_say and not (self._paused and self._pace > 0):
                speech = self._to_say[0]
                if not self.begun or self.begun[-1] is not speech:
                    speech.t = self.clock
                    self.begun.append(speech)
                self.clock += speech.go_on(max(to - self.clock, 0.0), self.clock)
                if not speech.done:
                    break
                self._to_say.popleft()
                self._quiet = self.clock
            if self._to_say or self._paused or self._quiet is None or to < self._quiet + SILENCE:
                break
            since, self._quiet = self._quiet, None
            if not self._say(self.begun[-1].act, Cue("silence", self._hand or "")):
                self._quiet = since
                break
            self.clock = since + SILENCE
            self.silences.append(Silence(round(since, 3), SILENCE, "informant", self._hand))
        self.clock = to

    def take(self, act: Event) -> None:
        """Hear one act."""
        match act:
            case Started():
                self._say(act, Cue("opening"))
            case Asked():
                self._end_silence(act.t)
                self._cut(act)
                self._hand = act.question
                self._say(act, *self._answers(act.question))
            case Returned():
                self._end_silence(act.t)
                self._cut(act)
                followed = self._meant(self._parked(act.follow_up))
                self._say(act, *self._threads(followed), Cue("follow_up"), _OTHERWISE)
            case Said():
                self._hear(act)
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
                self._quiet = None
            case Resumed():
                self.clock = max(self.clock, act.t)
                self._quiet = None
            case Stopped():
                self._to_say.clear()  # who wishes to stop says no more, and nobody cut them off
                self._quiet = None
            case Ended():
                self._cut(act)
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

    def _hear(self, act: Said) -> None:
        """Hear an utterance: a nod lets the informant go on, anything else breaks in, and most is answered."""
        begun = act.t - act.typed
        waited = None if self._to_say or self._quiet is None else round(max(begun - self._quiet, 0.0), 3)
        setting = self._setting()
        utterance = classify(act.text, setting)
        if utterance.is_nod:
            self.exchanges.append(Exchange(act, utterance, waited))
            return
        self._end_silence(begun)
        self._cut(act)
        followed = self._meant(act.text) if utterance.kind not in ("structuring", "remark") else None
        told = next((one for one in self._informant.hears if one.is_meant_by(act.text)), None)
        clarified = clarified_in(act.text, setting)
        self.exchanges.append(Exchange(act, utterance, waited, followed, told, clarified))
        self._clarified.update(clarified)
        self._say(act, *self._replies(utterance, followed, told, clarified))

    def _setting(self) -> Setting:
        """What an utterance is heard against now."""
        guide = self._guide
        question = guide.question(self._hand) if self._hand is not None else None
        heard = [speech for speech in self.begun if speech.within == self._hand]
        names = (start for opening in self._openings() for start in opening.listen_for)
        return Setting(
            self._language,
            " ".join(speech.text for speech in heard[-3:]),
            "" if question is None else question.ask,
            tuple(concept.name for concept in guide.concepts),
            tuple(dict.fromkeys(names)),
        )

    def _openings(self) -> "list[Opening]":
        """The openings that have been heard, the latest first."""
        return [
            opening
            for speech in reversed(self.begun)
            for opening in speech.words.openings
            if speech.begun > opening.sentence
        ]

    def _meant(self, text: str) -> "Opening | None":
        return next((opening for opening in self._openings() if opening.is_meant_by(text)), None)

    def _threads(self, followed: "Opening | None") -> tuple[Cue, ...]:
        return () if followed is None else (Cue("thread", followed.words),)

    def _parked(self, number: int) -> str:
        """The words of a follow-up that is returned to."""
        return next((note.text for note in follow_ups(self._interview) if note.follow_up == number), "")

    def _replies(
        self,
        utterance: Utterance,
        followed: "Opening | None",
        told: "Listening | None",
        clarified: tuple[str, ...],
    ) -> Iterator[Cue]:
        """What an utterance calls for, the first that there are words for."""
        yield from self._threads(followed)
        if told is not None:
            yield Cue("hears", str(self._informant.hears.index(told)))
        yield from (Cue("concept", name) for name in clarified)
        for fault in utterance.faults:
            yield Cue("reply", fault.rule)
        if utterance.is_open:
            yield Cue("more", self._hand or "")
        yield Cue("reply", utterance.kind)
        if utterance.kind not in ("structuring", "remark"):
            yield from (Cue("reply", "any"), Cue("follow_up"), _OTHERWISE)

    def _end_silence(self, t: float) -> None:
        """Note the silence that ends here, where it was long enough; nothing is known of one without a pace."""
        if self._quiet is not None and not self._to_say and self._pace > 0 and t - self._quiet >= SILENCE:
            seconds = round(t - self._quiet, 3)
            self.silences.append(Silence(round(self._quiet, 3), seconds, "interviewer", self._hand))
        self._quiet = None

    def _say(self, act: Event, *cues: Cue) -> bool:
        for cue in cues:
            words = self._words.get(cue, ())
            in_turn = cue == _OTHERWISE or cue.kind == "reply"
            place = self._used[cue] % len(words) if words and in_turn else self._used[cue]
            if place < len(words):
                self._used[cue] += 1
                self._to_say.append(Speech(words[place], act, self._hand, self._pace))
                return True
        return False

    def _cut(self, by: Event) -> None:
        for speech in self._to_say:
            speech.cut, speech.by = True, by
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
