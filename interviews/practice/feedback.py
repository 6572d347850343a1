"""Feedback on practice: facts on how it was asked.

Each utterance by its type and what told it, which openings were followed, when concepts were clarified, silences and
interruptions, what should have been said to this informant. Nothing of it is a grade, and nothing of it counts.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from guide.frozen import Value
from guide.normalize import words_of
from interviews.core.events import Asked, Ended, Event, Explained, Returned, Said, Started
from interviews.core.notes import notes
from interviews.core.state import Interview
from interviews.core.timing import end_of
from interviews.practice.informant import Informant, Opening, Silence, Speech, Talk, hold_talk
from interviews.practice.utterances import Utterance

Fate = Literal["followed", "noted", "missed"]
"""What became of an opening: one asked about it, wrote it down and did not return to it, or neither."""

Timing = Literal["planned", "early", "in_time", "late", "missed"]
"""When a concept was clarified: before the first question as the guide's opening has it, before the informant had
spoken of it, after, only after another question, or never though it was confused."""


class UtteranceFeedback(Value):
    """One utterance: when, its words, what it is; ``question`` is the one in hand; ``waited`` as in an exchange."""

    t: float
    text: str
    utterance: Utterance
    question: str | None
    waited: float | None
    opening: str = ""


class OpeningFate(Value):
    """An opening that was heard at ``t`` in the answer to ``question``, and what became of it, at ``then``."""

    words: str
    question: str | None
    t: float
    fate: Fate
    then: float | None = None


class ConceptTiming(Value):
    """When a concept was clarified first, and when the informant first confused it; None where that never was."""

    concept: str
    timing: Timing
    clarified: float | None
    mixed: float | None = None


class Interruption(Value):
    """An answer broken off at ``t`` by what one said or asked: ``words`` of its ``of`` words had been heard."""

    t: float
    question: str | None
    by: str
    words: int
    of: int


class Care(Value):
    """What should be said to this informant, and when it was; None where it was not."""

    what: str
    t: float | None


class Named(Value):
    """A third person's name that stands in what one wrote, at ``t``."""

    name: str
    t: float


class Feedback(Value):
    """All of it. ``paced`` says whether the informant's words took time: without a pace no silence can be told."""

    told: tuple[UtteranceFeedback, ...]
    openings: tuple[OpeningFate, ...]
    concepts: tuple[ConceptTiming, ...]
    silences: tuple[Silence, ...]
    interruptions: tuple[Interruption, ...]
    care: tuple[Care, ...]
    named: tuple[Named, ...]
    paced: bool = True

    @property
    def kinds(self) -> Counter[str]:
        """How many utterances there were of each type."""
        return Counter(one.utterance.kind for one in self.told)

    @property
    def faults(self) -> Counter[str]:
        """How many utterances there were with each thing that may stand in the way of an answer."""
        return Counter(fault.rule for one in self.told for fault in one.utterance.faults)


def feed_back(informant: Informant, interview: Interview, pace: float) -> Feedback:
    """What the practice showed, up to its end or last act; ``pace`` is that at which it was held."""
    talk = hold_talk(informant, interview, end_of(interview), pace)
    return Feedback(
        told=tuple(
            UtteranceFeedback(
                one.act.t,
                one.act.text,
                one.utterance,
                one.act.question,
                one.waited if pace > 0 else None,
                "" if one.followed is None else one.followed.words,
            )
            for one in talk.exchanges
        ),
        openings=tuple(_openings(talk, interview)),
        concepts=tuple(_concepts(talk, interview)),
        silences=talk.silences if pace > 0 else (),
        interruptions=tuple(_interruptions(talk)),
        care=tuple(_care(informant, talk)),
        named=tuple(_named(informant, interview)),
        paced=pace > 0,
    )


def _openings(talk: Talk, interview: Interview) -> Iterator[OpeningFate]:
    """Each opening that was heard, once."""
    seen: set[str] = set()
    for speech in talk.speeches:
        for opening in speech.words.openings:
            if opening.words in seen or speech.begun <= opening.sentence:
                continue
            seen.add(opening.words)
            heard = speech.moments[opening.sentence]
            followed = _followed_at(opening, talk, interview, heard)
            noted = next(
                (note.t for note in notes(interview) if note.t >= heard and opening.is_meant_by(note.text)), None
            )
            fate: Fate = "followed" if followed is not None else "noted" if noted is not None else "missed"
            then = followed if followed is not None else noted
            yield OpeningFate(opening.words, speech.within, heard, fate, then)


def _followed_at(opening: Opening, talk: Talk, interview: Interview, heard: float) -> float | None:
    """When it was asked about, by an utterance or by returning to a follow-up that names it."""
    asked = [one.act.t for one in talk.exchanges if one.followed == opening and one.act.t >= heard]
    parked = {note.follow_up: note.text for note in notes(interview) if note.follow_up is not None}
    asked += [
        act.t
        for act in interview.events()
        if isinstance(act, Returned) and act.t >= heard and opening.is_meant_by(parked.get(act.follow_up, ""))
    ]
    return min(asked, default=None)


def _concepts(talk: Talk, interview: Interview) -> Iterator[ConceptTiming]:
    """The concepts that were clarified or confused, in the guide's order."""
    guide = interview.guide
    acts = list(interview.events())
    first_asked = next((act.t for act in acts if isinstance(act, Asked)), None)
    for concept in guide.concepts:
        given = [act.t for act in acts if isinstance(act, Explained) and act.concept == concept.name]
        given += [one.act.t for one in talk.exchanges if concept.name in one.clarified]
        clarified = min(given, default=None)
        mixing = next(
            (speech for speech in talk.speeches if _is_heard(speech) and concept.name in speech.words.mixes), None
        )
        mixed = None if mixing is None else round(mixing.t, 3)
        if clarified is None and mixed is None:
            continue
        yield ConceptTiming(
            concept.name, _timing(concept.name, clarified, mixing, first_asked, talk, interview), clarified, mixed
        )


def _timing(
    concept: str,
    clarified: float | None,
    mixing: Speech | None,
    first_asked: float | None,
    talk: Talk,
    interview: Interview,
) -> Timing:
    if clarified is None:
        return "missed"
    guide = interview.guide
    if first_asked is None or clarified <= first_asked:
        planned = any(concept.casefold() in point.text.casefold() for point in guide.opening)
        return "planned" if planned else "early"
    about = {question.id for question in guide.questions if concept in question.concepts}
    heard = [
        speech for speech in talk.speeches if speech.within in about and _is_heard(speech) and _end(speech) <= clarified
    ]
    if not heard:
        return "early"
    if mixing is None or clarified < mixing.t:
        return "in_time"
    asked_since = any(isinstance(act, Asked) and _end(mixing) <= act.t < clarified for act in interview.events())
    return "late" if asked_since else "in_time"


def _is_heard(speech: Speech) -> bool:
    """Whether all of it was said."""
    return speech.done and not speech.cut


def _end(speech: Speech) -> float:
    return speech.t + speech.length


def _interruptions(talk: Talk) -> Iterator[Interruption]:
    """Answers that the interviewer broke off, but for what the end did."""
    for speech in talk.speeches:
        sentences = speech.words.sentences
        greets = isinstance(speech.act, Started)  # the clock begins with the first act, which is a question mostly
        if greets or speech.by is None or isinstance(speech.by, Ended) or speech.begun >= len(sentences):
            continue
        heard = sum(len(one.split()) for one in sentences[: speech.begun])
        of = sum(len(one.split()) for one in sentences)
        yield Interruption(speech.by.t, speech.within, _words_of(speech.by), heard, of)


def _words_of(act: Event) -> str:
    """What broke in: words, or a question's id."""
    match act:
        case Said(text=text):
            return text
        case Asked(question=question):
            return question
        case _:
            return ""


def _care(informant: Informant, talk: Talk) -> Iterator[Care]:
    for listening in informant.hears:
        if listening.care:
            said = (
                one.act.t
                for one in talk.exchanges
                if listening.is_meant_by(one.act.text)
                and "counselling" not in {fault.rule for fault in one.utterance.faults}
            )
            yield Care(listening.care, next(said, None))


def _named(informant: Informant, interview: Interview) -> Iterator[Named]:
    """The names of third persons in notes and utterances, each the first time."""
    written = [(note.t, note.text) for note in notes(interview)]
    written += [(act.t, act.text) for act in interview.events() if isinstance(act, Said)]
    for name in informant.names:
        wanted = words_of(name)
        found = [t for t, text in sorted(written) if all(word in words_of(text) for word in wanted)]
        if found:
            yield Named(name, found[0])
