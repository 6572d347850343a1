"""A pilot's verdict round on the live screen.

Verdicts and reasons, proposals, the peer's words, the cards for them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from interviews.core import commands as do
from interviews.core.events import Commented, Event, Judged, Noted, Prompt, Proposed, Refusal, Sitting, VerdictKind
from interviews.core.state import Interview
from interviews.core.verdicts import (
    PLACED,
    PROMPTS,
    REASONS,
    VERDICTS,
    WORDED,
    Verdict,
    count_verdicts,
    kind_of_place,
    never_asked,
    questions_to_judge,
    questions_undecided,
    verdicts,
)
from tui.input import cards
from tui.input.cards import Card, CardPoint
from tui.input.grammar import LEAST, Context, is_prefix, parse
from tui.input.lookup import filter_sure
from tui.live.attention import Attention
from tui.live.modes import Judging, Listening, Reflecting
from tui.live.view_state import ViewState
from tui.sentences.code_names import PROMPT_NAMES, REASON_NAMES, VERDICT_NAMES
from tui.time_format import format_time
from tui.translator import N_, Translator
from tui.widgets.entry_rows import Entry

if TYPE_CHECKING:
    from guide.search import Hit
    from tui.live.live_controller import LiveController

_UNSAID = {
    "wording": N_("{id}: no wording."),
    "place": N_("{id}: no place."),
}


_BECAUSE = {
    "comprehension": N_("what is being asked?"),
    "recall": N_("hard to remember"),
    "judgement": N_("what do I think?"),
    "response": N_("the answer does not fit"),
    "sensitive": N_("too close"),
    "long": N_("one loses the thread"),
    "overlap": N_("answered already"),
}


_WHOLE = {
    "given": N_("{what}. Enter again goes on."),
    "wording": N_("{what}. No wording: write it, or Enter again."),
    "place": N_("{what}. No place: write it, or Enter again."),
}


_TOLD = {
    "before": N_("= {id} before {other}"),
    "after": N_("= {id} after {other}"),
    "with": N_("= {id} with {other}"),
}


_REASON_FEET = {
    "wording": N_("Enter: no reason · or write a new wording"),
    "place": N_("Enter: no reason · or write where"),
    "remark": N_("Enter: no reason · or write a comment"),
}


_PLACE_CARDS = {
    "earlier": N_("{id} earlier: before which question?"),
    "later": N_("{id} later: after which question?"),
    "merge": N_("{id} merged with which question?"),
}


_WORDING_CARDS = {
    "reword": N_("A new wording for {id}"),
    "split": N_("{id} split: part {part}"),
    "add_probe": N_("A new probe of {id}"),
}


_WORDING_PROMPTS = {
    "reword": N_("new wording for {id}"),
    "split": N_("wording of a part of {id}"),
    "add_probe": N_("new probe of {id}"),
}


_PLACE_PROMPTS = {
    "before": N_("{id} before"),
    "after": N_("{id} after"),
    "with": N_("{id} with"),
}


_SHOWN = 2  # remarks and answers, quotes, and proposals that stand on a card, the last ones


def verdict_card(interview: Interview, question: str, _: Translator, queue: Sequence[str] = ()) -> Card:
    """The eight verdicts, the one in force marked; in the round with the question's wording and what was said of it."""
    one = standing(interview, question)
    points = tuple(
        CardPoint(kind, _(VERDICT_NAMES[kind]), "done" if one.verdict == kind else "open") for kind in VERDICTS
    )
    if question not in queue:
        title = _(N_("Verdict on {id}") if one.verdict is None else N_("Verdict on {id} anew"), id=question)
        return Card(title, points=points, text=_answers_about(one, _), pilots=True)
    asked = interview.guide.question(question)
    title = _("Verdict on {id} · {place} of {of}", id=question, place=queue.index(question) + 1, of=len(queue))
    return Card(
        title,
        points=points,
        lead=_("“{said}”", said=asked.ask) if asked is not None else "",
        text=_answers_about(one, _),
        foot=_("Enter: skip"),
        pilots=True,
    )


def reason_card(interview: Interview, question: str, verdict: VerdictKind, _: Translator) -> Card:
    """Where the question went wrong, for the verdict that was just given."""
    one = standing(interview, question)
    points = tuple(
        CardPoint(
            reason,
            _(REASON_NAMES[reason]),
            "done" if one.reason == reason else "open",
            _(_BECAUSE[reason]),
        )
        for reason in REASONS
    )
    title = _("{id}: {verdict}. Why?", id=question, verdict=_(VERDICT_NAMES[verdict]))
    then = "wording" if verdict in WORDED else "place" if verdict in PLACED else "remark"
    return Card(title, points=points, text=_answers_about(one, _), foot=_(_REASON_FEET[then]), pilots=True)


def wording_card(interview: Interview, question: str, verdict: VerdictKind, _: Translator) -> Card:
    """Room for the proposed wording or probe; the wording as it is now stands above."""
    one = standing(interview, question)
    asked = interview.guide.question(question)
    parts = [proposal.text for proposal in one.proposals if proposal.text]
    lines = [_("“{said}”", said=asked.ask)] if asked else []
    lines += [_("proposal: {text}", text=part) for part in parts[-_SHOWN:]]
    more = bool(parts) and verdict != "reword"
    title = _(_WORDING_CARDS[verdict], id=question, part=len(parts) + 1)
    return Card(
        title,
        text="\n".join(lines),
        foot=_(
            N_("One more? Write it · Enter alone: done")
            if more
            else N_("Write it and press Enter · Enter alone: leave it")
        ),
        pilots=True,
    )


def place_card(question: str, verdict: VerdictKind, _: Translator) -> Card:
    """Before, after or with which question."""
    return Card(
        _(_PLACE_CARDS[verdict], id=question),
        foot=_("An id or some words, and Enter · Enter alone: leave it"),
        pilots=True,
    )


def think_card(_: Translator) -> Card:
    """Three things to ask a peer about a question (think-aloud and verbal probing, Willis 1999)."""
    points = tuple(CardPoint(prompt, _(PROMPT_NAMES[prompt])) for prompt in PROMPTS)
    return Card(_("Think aloud"), points=points, picks=True, pilots=True)


def answer_card(prompt: Prompt, _: Translator) -> Card:
    """What the peer was asked, and room for the answer."""
    return Card(_("The answer"), text=_(PROMPT_NAMES[prompt]), foot=_("Write the answer and press Enter"), pilots=True)


def round_over_card(interview: Interview, _: Translator) -> Card:
    """What the round came to: how many of each verdict, what is undecided, what was never asked."""
    text = "\n".join(tally_lines(verdicts(interview), _))
    return Card(_("The verdicts"), text=text, foot=_("Enter: go on"), pilots=True)


def standing(interview: Interview, question: str) -> Verdict:
    """What has been said of a question so far."""
    return next(one for one in verdicts(interview) if one.question == question)


def _answers_about(one: Verdict, _: Translator) -> str:
    said = [
        _(N_("answer: “{text}”") if comment.prompt else N_("comment: {text}"), text=comment.text)
        for comment in one.comments[-_SHOWN:]
    ]
    return "\n".join([*said, *(_("answer: “{text}”", text=note.text) for note in one.quotes[-_SHOWN:])])


def pilot_entries(act: Judged | Proposed | Commented, interview: Interview, _: Translator) -> Iterator[Entry]:
    """What the conversation shows of an act; a verdict that was given again at once is told as it stands then.

    Only an answer to what the peer was asked is told as the peer's words; else it may be the interviewer's remark.
    """
    at = format_time(act.t)
    if isinstance(act, Commented):
        if act.prompt:
            said = _(PROMPT_NAMES[act.prompt])
            yield Entry(key=f"{act.seq}p", side="quiet", stamp="", head="", text=said, kind="judged")
            yield Entry(key=f"{act.seq}", side="right", stamp=at, head="=", text=act.text, kind="said")
        else:
            remark = _("comment: {text}", text=act.text)
            yield Entry(key=f"{act.seq}", side="right", stamp=at, head="=", text=remark, kind="judged")
    elif not isinstance(act, Judged) or not _is_given_again(act, interview):
        text = pilot_line(act, interview, _)
        yield Entry(key=f"{act.seq}", side="quiet", stamp=at, head="", text=text, kind="judged")


def pilot_line(act: Judged | Proposed | Commented, interview: Interview, _: Translator) -> str:
    """An act in a few words."""
    match act:
        case Judged(question=id, verdict=verdict, reason=reason):
            kind = _(VERDICT_NAMES[verdict])
            if not reason:
                return _("= {id} {verdict}", id=id, verdict=kind)
            return _("= {id} {verdict}: {reason}", id=id, verdict=kind, reason=_(REASON_NAMES[reason]))
        case Proposed(question=id, text=text, other=other):
            if not other:
                return _("= {id} proposal: {text}", id=id, text=text)
            return _(_TOLD[kind_of_place(_verdict_at(act, interview))], id=id, other=other)
        case Commented(text=text, prompt=prompt):
            return _("“{said}”", said=text) if prompt else _("comment: {text}", text=text)


def _verdict_at(act: Proposed, interview: Interview) -> VerdictKind | None:
    """The verdict that a proposal was made for; a later one does not change what was proposed."""
    given = (one for one in interview.events() if isinstance(one, Judged) and one.seq < act.seq)
    kinds = [one.verdict for one in given if one.question == act.question]
    return kinds[-1] if kinds else None


def _is_given_again(act: Judged, interview: Interview) -> bool:
    """Whether the very next act gives the same verdict, as a reason does; one given again later has its own line."""
    later = (one for one in interview.events() if one.seq > act.seq and not isinstance(one, Sitting))
    again = next(later, None)
    return isinstance(again, Judged) and (again.question, again.verdict) == (act.question, act.verdict)


def tally_lines(found: tuple[Verdict, ...], _: Translator) -> list[str]:
    """How many of each verdict and reason, which asked questions have none, which were never asked."""
    kinds, reasons = count_verdicts(found)
    without, unasked = questions_undecided(found), never_asked(found)
    lines = [" · ".join(f"{_(VERDICT_NAMES[kind])} {count}" for kind, count in kinds.items())] if kinds else []
    if reasons:
        counts = " · ".join(f"{_(REASON_NAMES[reason])} {count}" for reason, count in reasons.items())
        lines.append(_("Reasons: {counts}", counts=counts))
    if len(unasked) < len(found):
        lines.append(
            _("Undecided: {ids}", ids=" ".join(without))
            if without
            else _("Every question that was asked has a verdict.")
        )
    if unasked:
        lines.append(_("Never asked: {ids}", ids=" ".join(unasked)))
    return lines


class JudgingStep:
    """A step of a verdict: its card, and what Enter, Esc, a digit and words mean while it lies there."""

    def card(self, interview: Interview, mode: Judging, _: Translator) -> Card:
        """Its card."""
        raise NotImplementedError

    def enter(self, flow: "PilotFlow", mode: Judging) -> None:
        """Enter on an empty line: nothing is said in this step."""
        flow.finish(mode)

    def escape(self, flow: "PilotFlow", mode: Judging) -> None:
        """Esc on an empty line: this question is done with."""
        flow.finish(mode)

    def digit(self, flow: "PilotFlow", _mode: Judging, place: int) -> bool:
        """Take what stands in this place, from 1."""
        return flow.refuse_place(place)

    def words(self, _flow: "PilotFlow", mode: Judging, line: str) -> do.Command | Refusal:
        """What words on the line are: a remark."""
        return do.TakeComment(line, question=mode.question)

    def prompt(self, mode: Judging, desk: "LiveController") -> str:
        """What words become; nothing before they are begun, where they may be none."""
        _ = desk.table._
        if not desk.line.text:
            return ""
        return _("comment on {id}", id=mode.question) if mode.question else _("comment")

    def hints(self, mode: Judging, *, writing: bool) -> str:
        """Its keys."""
        return N_("enter saves   esc clears   #id links   #word tags") if writing else self.resting_hints(mode)

    def resting_hints(self, mode: Judging) -> str:
        """Its keys while nothing is being written."""
        raise NotImplementedError


class VerdictStep(JudgingStep):
    """One of the eight verdicts."""

    def card(self, interview: Interview, mode: Judging, _: Translator) -> Card:
        """The eight, with what was said of the question."""
        return verdict_card(interview, mode.question, _, mode.queue)

    def escape(self, flow: "PilotFlow", mode: Judging) -> None:
        """The question has no verdict yet: where it comes in the round, that is over too."""
        flow.stop() if mode.in_round else flow.finish(mode)

    def digit(self, flow: "PilotFlow", mode: Judging, place: int) -> bool:
        """Give the verdict; one that stands already is said first."""
        if not 1 <= place <= len(VERDICTS):
            return flow.refuse_place(place)
        return flow.was_judged(mode.question, place) or flow.give(do.Judge(VERDICTS[place - 1], mode.question))

    def resting_hints(self, mode: Judging) -> str:
        """Its keys, in the round and outside."""
        return (
            N_("1…8 verdict   write a comment   \" peer's words   enter next   esc stops")
            if mode.in_round
            else N_("1…8 verdict   or write a comment   enter or esc closes")
        )


class ReasonStep(JudgingStep):
    """Where the question went wrong."""

    def card(self, interview: Interview, mode: Judging, _: Translator) -> Card:
        """The reasons."""
        return reason_card(interview, mode.question, mode.verdict, _)

    def enter(self, flow: "PilotFlow", mode: Judging) -> None:
        """No reason: on to what the verdict asks for."""
        flow.propose(mode)

    def digit(self, flow: "PilotFlow", mode: Judging, place: int) -> bool:
        """Give the verdict again, with its reason."""
        if not 1 <= place <= len(REASONS):
            return flow.refuse_place(place)
        return flow.give(do.Judge(mode.verdict, mode.question, REASONS[place - 1]))

    def resting_hints(self, _mode: Judging) -> str:
        """Its keys."""
        return N_("1…7 why   enter no reason   esc closes   Ctrl+Z undoes")


class WordingStep(JudgingStep):
    """The new wording, a part or a probe."""

    def card(self, interview: Interview, mode: Judging, _: Translator) -> Card:
        """The wording as it is now, and what was proposed."""
        return wording_card(interview, mode.question, mode.verdict, _)

    def enter(self, flow: "PilotFlow", mode: Judging) -> None:
        """No more; that there is none at all is said."""
        flow.say_unsaid(mode)
        flow.finish(mode)

    def words(self, _flow: "PilotFlow", mode: Judging, line: str) -> do.Command | Refusal:
        """A proposal."""
        return do.Propose(mode.question, line)

    def prompt(self, mode: Judging, desk: "LiveController") -> str:
        """That it is a proposal."""
        return desk.table._(_WORDING_PROMPTS[mode.verdict], id=mode.question)

    def hints(self, _mode: Judging, *, writing: bool) -> str:
        """Its keys, whether or not somebody writes."""
        return N_("enter saves · empty line: leave it   esc closes")


class PlaceStep(WordingStep):
    """The question before, after or with which it is to stand."""

    def card(self, _interview: Interview, mode: Judging, _: Translator) -> Card:
        """Which side of it."""
        return place_card(mode.question, mode.verdict, _)

    def words(self, flow: "PilotFlow", mode: Judging, line: str) -> do.Command | Refusal:
        """The question that they find."""
        if flow.table.hits:
            return do.Propose(mode.question, other=flow.table.hits[flow.table.chosen].id)
        if flow.names(line, mode.question):
            return Refusal("itself_proposed", {"id": mode.question})
        return Refusal("nothing_found", {"words": line})

    def prompt(self, mode: Judging, desk: "LiveController") -> str:
        """Where it would stand."""
        _, hits = desk.table._, desk.table.hits
        place = _(_PLACE_PROMPTS[kind_of_place(mode.verdict)], id=mode.question)
        return f"{place} {hits[desk.table.chosen].id}" if hits else place

    def hints(self, _mode: Judging, *, writing: bool) -> str:
        """Its keys, whether or not somebody writes."""
        return N_("enter chooses   ↓ ↑ move   esc clears, then closes")


class DoneStep(JudgingStep):
    """What the round came to."""

    def card(self, interview: Interview, _mode: Judging, _: Translator) -> Card:
        """The counts."""
        return round_over_card(interview, _)

    def enter(self, flow: "PilotFlow", _mode: Judging) -> None:
        """Go on."""
        flow.stop()

    def escape(self, flow: "PilotFlow", mode: Judging) -> None:
        """The same."""
        self.enter(flow, mode)

    def resting_hints(self, _mode: Judging) -> str:
        """Its keys."""
        return N_("write a comment on the guide   enter goes on")


JUDGING_STEPS: Mapping[str, JudgingStep] = {
    "verdict": VerdictStep(),
    "reason": ReasonStep(),
    "wording": WordingStep(),
    "place": PlaceStep(),
    "done": DoneStep(),
}
"""The steps by the names that a mode has for them."""


class PilotFlow:
    """Gives verdicts step by step; each step but the first can be left out, and each is on disk before the next."""

    def __init__(
        self, table: ViewState, act: Callable[[do.Command], bool], afterwards: Callable[[], None], attention: Attention
    ) -> None:
        """``afterwards`` goes on when the round is over."""
        self.table = table
        self._act = act
        self._afterwards = afterwards
        self._whole: Judged | None = None
        self._taken = ""
        self._attention = attention
        self._unnamed: str | None = None

    def meaning(self, line: str, context: Context) -> do.Command | Refusal | None:
        """What a line is while a card of the pilot's is open; None where it means what it always does."""
        mode = self.table.mode
        if not context.is_words(line):
            quote = parse(line, context)
            if isinstance(quote, do.TakeNote) and quote.kind == "quote" and isinstance(mode, Judging) and mode.question:
                return quote.but(question=mode.question)  # which need not be the one in hand
            return None
        if isinstance(mode, Listening):
            return do.TakeComment(line, mode.answers, mode.question)
        return JUDGING_STEPS[mode.step].words(self, mode, line) if isinstance(mode, Judging) else None

    def prompt(self, mode: Judging, desk: "LiveController") -> str:
        """What words become in the step that a verdict has come to."""
        return JUDGING_STEPS[mode.step].prompt(mode, desk)

    def hints(self, mode: Judging, *, writing: bool) -> str:
        """The keys of the step that a verdict has come to."""
        return JUDGING_STEPS[mode.step].hints(mode, writing=writing)

    @property
    def seeks(self) -> str | None:
        """The question for which another one is looked for by the words on the line."""
        mode = self.table.mode
        return mode.question if isinstance(mode, Judging) and mode.step == "place" else None

    def find_others(self, line: str) -> "list[Hit]":
        """The questions that the words on the line may mean; none where they name the very one that is judged."""
        own, table = self.seeks, self.table
        if own is None or self.names(line, own):
            return []
        return filter_sure((hit for hit in table.find(line) if hit.id != own), line, table.interview.guide, LEAST)

    def names(self, line: str, question: str) -> bool:
        """Whether a line is this question's id."""
        named = self.table.interview.guide.question(line.strip())
        return named is not None and named.id == question

    def leaf(self, line: str) -> Card | None:
        """The verdict card of the question in hand while nothing but ``=`` stands on the line."""
        hand = self.table.interview.hand
        if line != "=" or hand is None or self.table.mode.writes:
            return None
        return verdict_card(self.table.interview, hand, self.table._)

    def keeps(self, key: str, character: str | None, text: str) -> bool:
        """Whether this key belongs to the verdict that the digit before it made whole, and so does nothing else.

        Who writes ``=87`` presses Enter out of habit: it must neither ask the next question nor close a step unseen. A
        second digit after ``=1`` is such a habit too: what is kept needs no reason. Once there is ``text`` on the line,
        or something else was done in between, every key is taken.
        """
        whole, self._whole, self._taken = self._whole, None, ""
        mode = self.table.mode
        if whole is None or text or self.table.interview.last_act() is not whole:
            return False
        if key == "enter":
            step = mode.step if isinstance(mode, Judging) and mode.question == whole.question else "given"
            what = pilot_line(whole, self.table.interview, self.table._).removeprefix("= ")
            self.table.say(_WHOLE[step if step in ("wording", "place") else "given"], what=what)
            return True
        if character is not None and character in "123456789" and whole.verdict == "keep" and not self._in_round:
            self.table.say(N_("What is kept ({id}) needs no reason."), id=whole.question)
            self._taken = character
            return True
        return False

    def took_none(self, digit: str) -> None:
        """A digit was pressed for which the card has nothing: it may begin words all the same."""
        self._taken = digit if isinstance(self.table.mode, Judging) else ""

    def take_back_digit(self) -> str:
        """The digit of the key before, where what comes behind it says that it began words, "2 of 3 …"; else nothing.

        It did nothing, or it gave a reason, a moment ago, which is taken back: the words are a comment on the question.
        """
        taken, self._taken = self._taken, ""
        if taken:
            return taken
        whole = self._whole
        if whole is None or not whole.reason or not self._attention.goes_on:
            return ""
        if self.table.interview.last_act() is not whole or not self._act(do.Undo()):
            return ""
        self._whole = None
        self._step(self._judging(whole.question).but(step="reason", verdict=whole.verdict))
        return f"{REASONS.index(whole.reason) + 1}"

    def open(self, question: str, *, unnamed: bool = False) -> bool:
        """Open the verdict card of a question; ``unnamed`` where it was meant by its being in hand alone."""
        self._unnamed = question if unnamed else None
        if not self.table.mode.writes:
            self._step(self._judging(question))
        return True

    def think(self) -> bool:
        """Open the card of what to ask the peer."""
        if not self.table.mode.writes:
            self.step_aside()
            self._lay(think_card(self.table._))
        return True

    def step_aside(self) -> None:
        """Another card is to be laid down: a question that was called up is done with, the round waits."""
        if not isinstance(self.table.mode, Judging) or not self.table.mode.in_round:
            self._leave()

    def pick(self, place: int) -> bool:
        """Take what stands in this place, from 1, of the card that is open: a verdict, a reason, a thing to ask."""
        mode = self.table.mode
        if self._asks() and 1 <= place <= len(PROMPTS):
            return self._listen(PROMPTS[place - 1])
        if self._asks() or not isinstance(mode, Judging):
            return self.refuse_place(place)
        return JUDGING_STEPS[mode.step].digit(self, mode, place)

    def was_judged(self, question: str, place: int) -> bool:
        """Say which verdict stands already; the same digit once more gives another, so that none lands unseen."""
        one = standing(self.table.interview, question)
        if self._unnamed != question or one.verdict is None:
            return False
        if self._attention.confirms("judged_already", (question, place)):
            self._unnamed = None
            return False
        verdict = self.table._(VERDICT_NAMES[one.verdict])
        self.table.say(
            N_("{id} is judged: {verdict}. {place} again judges anew; esc leaves it."),
            id=question,
            verdict=verdict,
            place=place,
        )
        return True

    def holds_back(self, command: do.Judge) -> bool:
        """Say which verdict the question in hand has already, where a line would give it another without naming it.

        The same line once more, right after, gives it.
        """
        hand = self.table.interview.hand
        one = None if hand is None else standing(self.table.interview, hand)
        if one is None or one.verdict is None or self._attention.confirms("judged_before", command):
            return False
        self.table.say(
            N_("{id} is judged: {verdict}. Enter once more judges anew; esc leaves it."),
            id=hand,
            verdict=self.table._(VERDICT_NAMES[one.verdict]),
        )
        return True

    def give(self, command: do.Judge) -> bool:
        """Give a verdict by its digit; nothing but Enter or words may follow one that is whole."""
        given = self._act(command)
        last = self.table.interview.last(Judged)
        self._whole = last if given and (command.reason or command.verdict == "keep") else None
        return given

    def begin_typing(self, character: str) -> None:
        """Words are begun while a reason could be given: they are what the next step asks for, else a remark.

        Words that begin with a digit are a reason, and a remark: "2 of 3 did not get it" is no wording. An act, such as
        a search, is none of that, and the card is done with. ``character`` is empty for a paste.
        """
        mode = self.table.mode
        if not isinstance(mode, Judging) or mode.step != "reason" or character.isdecimal():
            return
        if not character or not is_prefix(character, pilot=True):
            if mode.verdict in (*WORDED, *PLACED):
                self.propose(mode)
        elif not mode.in_round and character != '"':
            self._leave()

    def go_on(self) -> None:
        """Enter on an empty line: nothing is said in this step."""
        self._leave_step(lambda mode: JUDGING_STEPS[mode.step].enter(self, mode))

    def go_back(self) -> None:
        """Esc on an empty line: this question is done with; where it has no verdict yet, so is the round."""
        self._leave_step(lambda mode: JUDGING_STEPS[mode.step].escape(self, mode))

    def _leave_step(self, leave: Callable[[Judging], None]) -> None:
        """Leave the step so, once nothing lies over its card."""
        mode = self.table.mode
        if not isinstance(mode, Judging):
            self._leave()
        elif self._asks():
            self._step(mode)
        else:
            leave(mode)

    def say_unsaid(self, mode: Judging) -> None:
        """Say that nothing was proposed, where nothing was."""
        if not standing(self.table.interview, mode.question).proposals:
            self.table.say(_UNSAID[mode.step], id=mode.question)

    def after(self, act: Event) -> None:
        """What a verdict, a proposal, a comment or the peer's own words lead to."""
        mode = self.table.mode
        match act:
            case Judged(question=id, verdict=verdict, reason=reason) if not mode.writes:
                judging = self._judging(id).but(verdict=verdict)
                if reason or verdict == "keep":
                    self.propose(judging)
                else:
                    self._step(judging.but(step="reason"))
            case Proposed() if isinstance(mode, Judging) and mode.verdict in ("split", "add_probe"):
                self._step(mode)
            case Proposed() if isinstance(mode, Judging):
                self.finish(mode)
            case Commented() if isinstance(mode, Listening):
                self._leave()
            case Commented() | Noted() if isinstance(mode, Judging):
                self._step(mode)

    def on_undone(self, act: Event) -> bool:
        """A verdict, a proposal or a comment was taken back; True where the card it was given on is open again."""
        mode = self.table.mode
        if not isinstance(mode, Judging):
            return False
        match act:
            case Judged(question=id, reason=reason, verdict=verdict) if id in (mode.question, *mode.queue):
                step = "reason" if reason else "verdict"
                self._step(mode.but(question=id, step=step, verdict=verdict))
            case Proposed(question=id, other=other) if id in (mode.question, *mode.queue):
                verdict = standing(self.table.interview, id).verdict or mode.verdict
                self._step(mode.but(question=id, step="place" if other else "wording", verdict=verdict))
            case Commented() | Noted():
                self._step(mode)
            case _:
                return False
        return True

    def begin_round(self) -> bool:
        """Go through the questions that were asked and have no verdict; False where there is nothing to tell either."""
        found = verdicts(self.table.interview)
        queue = questions_undecided(found)
        if queue:
            self._step(Judging(queue[0], queue=queue, in_round=True, back=Reflecting()))
        elif any(one.verdict is None for one in found):
            self._step(Judging("", "done", in_round=True, back=Reflecting()))
        else:
            return False
        return True

    def _judging(self, question: str) -> Judging:
        """The mode in which this question gets its verdict; the round goes on where one is held."""
        mode = self.table.mode
        if isinstance(mode, Judging):
            return mode.but(question=question, step="verdict")
        return Judging(question, back=mode.resting)

    def propose(self, mode: Judging) -> None:
        """On to what the verdict asks for: a wording, a place, or nothing."""
        if mode.verdict in WORDED:
            self._step(mode.but(step="wording"))
        elif mode.verdict in PLACED:
            self._step(mode.but(step="place"))
        else:
            self.finish(mode)

    def finish(self, mode: Judging) -> None:
        """Done with a question: on to the next of the round, else back to where it was called up."""
        if not mode.in_round:
            self._leave()
            return
        later = mode.queue[mode.queue.index(mode.question) + 1 :] if mode.question in mode.queue else mode.queue
        without = questions_undecided(verdicts(self.table.interview))
        ahead = next((id for id in later if id in without), None)
        self._step(mode.but(question=ahead, step="verdict") if ahead else mode.but(question="", step="done"))

    def stop(self) -> None:
        """The round is over, or left; where something is undecided the log says that it is not to be offered again."""
        if questions_to_judge(self.table.interview) and not self._act(do.CloseRound()):
            return
        self._leave()
        self._afterwards()

    @property
    def _in_round(self) -> bool:
        return isinstance(self.table.mode, Judging) and self.table.mode.in_round

    def _asks(self) -> bool:
        """Whether the card of what to ask lies there."""
        return self.table.card is not None and self.table.card.picks

    def refuse_place(self, place: int) -> bool:
        """Say that nothing stands in this place."""
        return self.table.refuse(Refusal("unknown_point", {"point": str(place)}))

    def _listen(self, prompt: Prompt) -> bool:
        mode, hand = self.table.mode, self.table.interview.hand
        if isinstance(mode, Judging):
            self.table.mode = Listening(prompt, mode.question or hand, mode)
        else:
            self.table.mode = Listening(prompt, hand, mode.resting)
        self._lay(answer_card(prompt, self.table._))
        return True

    def _leave(self) -> None:
        """Close the pilot's card; what lay under it is open again."""
        table = self.table
        if isinstance(table.mode, Judging | Listening):
            table.mode = table.mode.back
        if isinstance(table.mode, Judging):
            self._step(table.mode)
        elif table.card is not None and table.card.pilots:
            under = table.card.under
            table.card = cards.refresh_card(under, table.interview, table._) if under is not None else None

    def _step(self, mode: Judging) -> None:
        self.table.mode = mode
        self._lay(JUDGING_STEPS[mode.step].card(self.table.interview, mode, self.table._))

    def _lay(self, card: Card) -> None:
        here = self.table.card
        if here is not None and here.pilots:
            self.table.card = card.but(under=here.under)
        else:
            self.table.card = cards.lay_over(card, here)
