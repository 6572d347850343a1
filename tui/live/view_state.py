"""The live screen's state.

One session, its mode, at most one open card, what was found, one notice.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guide.frozen import Value
from guide.model import Question
from interviews.core.coverage import coverage
from interviews.core.events import Asked, Refusal, Stopped
from interviews.core.handlers import is_paused
from interviews.core.next_question import next_question
from interviews.core.notes import notes
from interviews.core.recorder import has_declined, is_withheld, limit_at, recording
from interviews.core.state import Interview
from interviews.session import Session
from tui.input.cards import Card, probes_in_hand
from tui.input.context import Standing
from tui.input.lookup import LEAST
from tui.live.modes import Mode, Talking
from tui.live.options import EarlierWords, LiveOptions
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from guide.search import Hit, QuestionIndex
    from interviews.third_persons.typed import Masked


MAX_HITS = 7
"""Questions shown while searching: as many as can be read at a glance."""


_BRIEF = {
    "gate_first": N_("Not ticked: {points}. /rec again: all the same"),
    "start_gate": N_("Not ticked: {points}. Enter again: all the same"),
}
"""Refusals that name something of any length, and how they are said where that leaves too little room for the name."""


class Offered(Value):
    """A link that is offered: the note's seq and the question that it may be about too."""

    note: int
    question: str


class MaskOffer(Value):
    """What was masked in the act ``seq``, ``at`` seconds into the interview, and can be put back as it was typed.

    ``fresh``: no key came since but Tab and Enter.
    """

    seq: int
    masked: "Masked"
    at: float
    fresh: bool = True

    @property
    def words(self) -> str:
        """The words that were masked, as they were typed."""
        return ", ".join(span.words for span in self.masked.spans)


PUTS_BACK = 10.0
"""Seconds for which Enter on an empty line puts back what was masked; later it means what it always does."""


class Notice(Value):
    """One line under the input line; an alarm is about something that was not saved.

    ``lasting`` is the line near the end: it comes back after every key until it is answered. ``code`` names a refusal.
    ``long`` is what of the text may be shortened where the line is too long; before that it is said in ``brief``.
    """

    text: str
    alarm: bool = False
    lasting: bool = False
    code: str = ""
    long: str = ""
    brief: str = ""


@dataclass
class ViewState:
    """The state of the live screen beside the interview itself.

    The screen draws it, ``LiveController`` and its ``ActionRunner`` change it.

    ``saved`` is None before the first act, then whether the last one is on disk. ``leaf`` is a card that what stands on
    the line shows, as long as it stands there. ``behind`` was said behind the curtain and waits to be seen; ``veiled``
    says that the line's words were not typed behind it, so that it hides them too. ``chosen`` is the place among
    ``hits`` of the one that Enter asks; -1 is none; ``aside`` says that they make room for the card. ``completions``
    are the questions that a `#` on the line may mean, likeliest first. ``answered`` is what the line near the end told
    when it was put away. ``masked`` is what of the last act's words was masked, until something else is done.
    """

    session: Session
    _: Translator
    mode: Mode = field(default_factory=Talking)
    card: Card | None = None
    leaf: Card | None = None
    notice: Notice | None = None
    hits: "list[Hit]" = field(default_factory=list)
    chosen: int = -1
    aside: bool = False
    curtain: bool = False
    veiled: bool = False
    behind: Notice | None = None
    saved: bool | None = None
    helps: LiveOptions = field(default_factory=LiveOptions)
    offer: Offered | None = None
    completions: tuple[str, ...] = ()
    answered: tuple[str, ...] | None = None
    masked: MaskOffer | None = None
    _earlier: EarlierWords | None = None
    _finder: "QuestionIndex | None" = None
    _found: "tuple[str, list[Hit]] | None" = None

    @property
    def greets(self) -> bool:
        """Whether the six keys to begin with are told: once the opening, which leaves half of them in sight, is put away."""
        return self.helps.first and not (self.card is not None and self.card.name == "opening")

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self.session.interview

    @property
    def earlier(self) -> EarlierWords:
        """What earlier interviews tell, as far as it was read."""
        if self._earlier is None:
            self._earlier = EarlierWords(self.helps.earlier)
        return self._earlier

    @property
    def over(self) -> bool:
        """Whether the interview has ended."""
        return self.interview.ended is not None

    @property
    def puts_back(self) -> bool:
        """Whether Enter on an empty line puts back what was masked: at once afterwards, and never later by surprise.

        Nor where it says that no more notes come.
        """
        offer = self.masked if self.mode.unmasks else None
        return offer is not None and offer.fresh and self.session.now - offer.at < PUTS_BACK

    @property
    def thinking(self) -> bool:
        """Whether a question was asked so shortly ago that nothing is offered: wait time belongs to the informant."""
        asked = None if self.interview.started.afterwards else self.interview.last(Asked)
        return asked is not None and self.session.now - asked.t < self.helps.think

    @property
    def keeps_verdicts_back(self) -> bool:
        """Whether the screen says nothing of verdicts yet: in a full pilot the talk comes first (OERL)."""
        return self.helps.comments == "end" and not self.over

    @property
    def suggested(self) -> Question | None:
        """The question that Enter on an empty line asks; none once the informant wished to stop."""
        return self.interview.remember("suggested", self._suggest)

    def _suggest(self) -> Question | None:
        interview = self.interview
        if interview.last(Stopped) is not None:
            return None
        states = coverage(interview).questions
        return next_question(interview.guide, states, interview.hand, self.earlier.earlier.courses)

    @property
    def ahead(self) -> Question | None:
        """The question that Enter on an empty line asks where the walk is now; None where it does something else."""
        return None if self.over or is_paused(self.interview) else self.mode.lasting.ahead(self)

    @property
    def past_limit(self) -> int | None:
        """The recording that has lasted longer than one may, by its number; None where none has."""
        limit = limit_at(self.interview)
        return recording(self.interview) if limit is not None and self.session.now >= limit else None

    def standing(self) -> Standing:
        """What runs or is on now."""
        here = self.interview
        return Standing(self.past_limit, recording(here), is_withheld(here), is_paused(here), has_declined(here))

    def probes(self) -> dict[int, str]:
        """The probes of the question in hand by their numbers, with their marks; none while a card is open."""
        if self.card is not None or self.over or not self.mode.talks:
            return {}
        return {one.place: one.mark for one in probes_in_hand(self.interview) if one.place is not None}

    def find(self, words: str) -> "list[Hit]":
        """The questions these words surely find, best first, else those that come nearest.

        Tags of this interview's notes count too. What was asked last is known: several ask it at every key.
        """
        index = self._index()
        if self._found is None or self._found[0] != words:
            found = index.find(words, MAX_HITS)
            self._found = words, [hit for hit in found if hit.score >= LEAST] or found
        return list(self._found[1])

    def has_word(self, typed: str) -> bool:
        """Whether the guide has a word that begins so."""
        return self._index().has_word(typed)

    def _index(self) -> "QuestionIndex":
        from guide.search import QuestionIndex  # the first frame does not wait for it

        if self._finder is None:
            tags: dict[str, list[str]] = {}
            for note in notes(self.interview):
                for question in note.about:
                    tags.setdefault(question, []).extend(note.tags)
            self._finder = QuestionIndex(self.interview.guide, tags)
            self._found = None
        return self._finder

    @property
    def listed(self) -> "list[Hit]":
        """The questions found that are shown; none while they make room for the card."""
        return [] if self.aside else self.hits

    @property
    def sure(self) -> bool:
        """Whether what was found first was surely meant, so that Enter may ask it without a choice."""
        return bool(self.hits) and self.hits[0].score >= LEAST

    @property
    def picked(self) -> "Hit | None":
        """The question that the arrows picked among those found; None where nobody did."""
        return self.hits[self.chosen] if self.hits and self.chosen >= (1 if self.sure else 0) else None

    def forget_tags(self) -> None:
        """Let the next search read the notes anew."""
        self._finder = None

    def say(self, key: str, **facts: object) -> None:
        """Say something under the input line."""
        self.notice = Notice(self._(key, **facts))

    def tell(self, text: str) -> None:
        """Say a line that was made already."""
        self.notice = Notice(text)

    def refuse(self, refusal: Refusal) -> bool:
        """Say why nothing was done; False, as the answer to whether it was."""
        long = f"{refusal.facts['points']}." if "points" in refusal.facts else ""
        brief = self._(_BRIEF[refusal.code], **refusal.facts) if refusal.code in _BRIEF else ""
        self.notice = Notice(self._.refusal(refusal), long=long, code=refusal.code, brief=brief)
        return False
