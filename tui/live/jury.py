"""A pilot at the table: verdicts on questions and their reasons, proposals, the peer's words, the round at the end."""

from collections.abc import Callable

from interviews import commands as do
from interviews.events import Event, Noted, Refusal
from interviews.pilot_events import Commented, Judged, Prompt, Proposed
from interviews.verdicts import PLACED, PROMPTS, REASONS, VERDICTS, WORDED, left_to_judge, undecided, verdicts
from tui.grammar import is_prefix
from tui.live import cards
from tui.live import verdict_cards as drawn
from tui.live.cards import Card
from tui.live.modes import WRITING, Judging, Listening, Reflecting, resting
from tui.live.pilot_line import PilotLine
from tui.live.pilot_telling import pilot_line
from tui.live.table import Table


class Jury:
    """Gives verdicts step by step; each step but the first can be left out, and each is on disk before the next."""

    def __init__(self, table: Table, act: Callable[[do.Command], bool], afterwards: Callable[[], None]) -> None:
        """``afterwards`` goes on when the round is over."""
        self.table = table
        self._act = act
        self._afterwards = afterwards
        self.line = PilotLine(table)
        self._whole: Judged | None = None
        self._again: tuple[str, int] | None = None
        self._held: tuple[do.Judge, Event | None] | None = None

    def leaf(self, line: str) -> Card | None:
        """The verdict card of the question in hand while nothing but ``=`` stands on the line."""
        hand = self.table.interview.hand
        if line != "=" or hand is None or isinstance(self.table.mode, WRITING):
            return None
        return drawn.verdict_card(self.table.interview, hand, self.table.words)

    def keeps(self, key: str, character: str | None, text: str) -> bool:
        """Whether this key belongs to the verdict that the digit before it made whole, and so does nothing else.

        Who writes ``=87`` presses Enter out of habit: it must neither ask the next question nor close a step unseen. A
        second digit after ``=1`` is such a habit too: what is kept needs no reason. Once there is ``text`` on the line,
        or something else was done in between, every key is taken.
        """
        whole, self._whole = self._whole, None
        mode = self.table.mode
        if whole is None or text or self.table.interview.last_act() is not whole:
            return False
        if key == "enter":
            step = mode.step if isinstance(mode, Judging) and mode.question == whole.question else "given"
            what = pilot_line(whole, self.table.interview, self.table.words).removeprefix("= ")
            self.table.say(f"whole_{step if step in ('wording', 'place') else 'given'}", what=what)
            return True
        if character is not None and character in "123456789" and whole.verdict == "keep" and not self._in_round:
            self.table.say("keep_unreasoned", id=whole.question)
            return True
        return False

    def open(self, question: str, *, unnamed: bool = False) -> bool:
        """Open the verdict card of a question; ``unnamed`` where it was meant by its being in hand alone."""
        self._again = (question, 0) if unnamed else None
        if not isinstance(self.table.mode, WRITING):
            self._step(self._judging(question))
        return True

    def think(self) -> bool:
        """Open the card of what to ask the peer."""
        if not isinstance(self.table.mode, WRITING):
            self.step_aside()
            self._lay(drawn.think_card(self.table.words))
        return True

    def step_aside(self) -> None:
        """Another card is to be laid down: a question that was called up is done with, the round waits."""
        if not isinstance(self.table.mode, Judging) or not self.table.mode.in_round:
            self._leave()

    def pick(self, place: int) -> bool:
        """Take what stands in this place, from 1, of the card that is open: a verdict, a reason, a thing to ask."""
        mode, card = self.table.mode, self.table.card
        match mode:
            case _ if card is not None and card.picks:
                known = 1 <= place <= len(PROMPTS)
                return self._listen(PROMPTS[place - 1]) if known else self._unknown(place)
            case Judging(step="reason") if 1 <= place <= len(REASONS):
                return self._give(do.Judge(mode.verdict, mode.question, REASONS[place - 1]))
            case Judging(step="verdict") if 1 <= place <= len(VERDICTS):
                if self._was_judged(mode.question, place):
                    return True
                return self._give(do.Judge(VERDICTS[place - 1], mode.question))
            case _:
                return self._unknown(place)

    def _was_judged(self, question: str, place: int) -> bool:
        """Say which verdict stands already; the same digit once more gives another, so that none lands unseen."""
        one = drawn.standing(self.table.interview, question)
        if self._again is None or one.verdict is None or self._again == (question, place):
            self._again = None
            return False
        self._again = question, place
        verdict = self.table.words(f"verdict_{one.verdict}")
        self.table.say("judged_already", id=question, verdict=verdict, place=place)
        return True

    def holds_back(self, command: do.Judge) -> bool:
        """Say which verdict the question in hand has already, where a line would give it another without naming it.

        The same line once more, right after, gives it.
        """
        hand, held = self.table.interview.hand, (command, self.table.interview.last_act())
        one = None if hand is None else drawn.standing(self.table.interview, hand)
        if one is None or one.verdict is None or self._held == held:
            self._held = None
            return False
        self._held = held
        self.table.say("judged_before", id=hand, verdict=self.table.words(f"verdict_{one.verdict}"))
        return True

    def _give(self, command: do.Judge) -> bool:
        """Give a verdict by its digit; nothing but Enter or words may follow one that is whole."""
        given = self._act(command)
        last = self.table.interview.last(Judged)
        self._whole = last if given and (command.reason or command.verdict == "keep") else None
        return given

    def begin_typing(self, character: str) -> None:
        """Words are begun while a reason could be given: they are what the next step asks for, else a remark.

        An act, such as a search, is none of that, and the card is done with. ``character`` is empty for a paste.
        """
        mode = self.table.mode
        if not isinstance(mode, Judging) or mode.step != "reason":
            return
        if not character or not is_prefix(character, pilot=True):
            if mode.verdict in (*WORDED, *PLACED):
                self._propose(mode)
        elif not mode.in_round and character != '"':
            self._leave()

    def go_on(self) -> None:
        """Enter on an empty line: nothing is said in this step."""
        mode = self.table.mode
        match mode:
            case Judging() if self._asks():
                self._step(mode)
            case Judging(step="done"):
                self._stop()
            case Judging(step="reason"):
                self._propose(mode)
            case Judging(step="wording" | "place", question=id):
                if not drawn.standing(self.table.interview, id).proposals:
                    self.table.say(f"unsaid_{mode.step}", id=id)
                self._finish(mode)
            case Judging():
                self._finish(mode)
            case _:
                self._leave()

    def go_back(self) -> None:
        """Esc on an empty line: this question is done with; where it has no verdict yet, so is the round."""
        mode = self.table.mode
        match mode:
            case Judging() if self._asks():
                self._step(mode)
            case Judging(step="done"):
                self._stop()
            case Judging(step="verdict", in_round=True):
                self._stop()
            case Judging():
                self._finish(mode)
            case _:
                self._leave()

    def after(self, act: Event) -> None:
        """What a verdict, a proposal, a comment or the peer's own words lead to."""
        mode = self.table.mode
        match act:
            case Judged(question=id, verdict=verdict, reason=reason) if not isinstance(mode, WRITING):
                judging = self._judging(id).but(verdict=verdict)
                if reason or verdict == "keep":
                    self._propose(judging)
                else:
                    self._step(judging.but(step="reason"))
            case Proposed() if isinstance(mode, Judging) and mode.verdict in ("split", "add_probe"):
                self._step(mode)
            case Proposed() if isinstance(mode, Judging):
                self._finish(mode)
            case Commented() if isinstance(mode, Listening):
                self._leave()
            case Commented() | Noted() if isinstance(mode, Judging):
                self._step(mode)

    def undone(self, act: Event) -> bool:
        """A verdict, a proposal or a comment was taken back; True where the card it was given on is open again."""
        mode = self.table.mode
        if not isinstance(mode, Judging):
            return False
        match act:
            case Judged(question=id, reason=reason, verdict=verdict) if id in (mode.question, *mode.queue):
                step = "reason" if reason else "verdict"
                self._step(mode.but(question=id, step=step, verdict=verdict))
            case Proposed(question=id, other=other) if id in (mode.question, *mode.queue):
                verdict = drawn.standing(self.table.interview, id).verdict or mode.verdict
                self._step(mode.but(question=id, step="place" if other else "wording", verdict=verdict))
            case Commented() | Noted():
                self._step(mode)
            case _:
                return False
        return True

    def begin_round(self) -> bool:
        """Go through the questions that were asked and have no verdict; False where there is nothing to tell either."""
        found = verdicts(self.table.interview)
        queue = undecided(found)
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
        return Judging(question, back=resting(mode))

    def _propose(self, mode: Judging) -> None:
        if mode.verdict in WORDED:
            self._step(mode.but(step="wording"))
        elif mode.verdict in PLACED:
            self._step(mode.but(step="place"))
        else:
            self._finish(mode)

    def _finish(self, mode: Judging) -> None:
        """Done with a question: on to the next of the round, else back to where it was called up."""
        if not mode.in_round:
            self._leave()
            return
        later = mode.queue[mode.queue.index(mode.question) + 1 :] if mode.question in mode.queue else mode.queue
        without = undecided(verdicts(self.table.interview))
        ahead = next((id for id in later if id in without), None)
        self._step(mode.but(question=ahead, step="verdict") if ahead else mode.but(question="", step="done"))

    def _stop(self) -> None:
        """The round is over, or left; where something is undecided the log says that it is not to be offered again."""
        if left_to_judge(self.table.interview) and not self._act(do.CloseRound()):
            return
        self._leave()
        self._afterwards()

    @property
    def _in_round(self) -> bool:
        return isinstance(self.table.mode, Judging) and self.table.mode.in_round

    def _asks(self) -> bool:
        """Whether the card of what to ask lies there."""
        return self.table.card is not None and self.table.card.picks

    def _unknown(self, place: int) -> bool:
        return self.table.refuse(Refusal("unknown_point", {"point": str(place)}))

    def _listen(self, prompt: Prompt) -> bool:
        mode, hand = self.table.mode, self.table.interview.hand
        if isinstance(mode, Judging):
            self.table.mode = Listening(prompt, mode.question or hand, mode)
        else:
            self.table.mode = Listening(prompt, hand, resting(mode))
        self._lay(drawn.heard_card(prompt, self.table.words))
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
            table.card = cards.refreshed(under, table.interview, table.words) if under is not None else None

    def _step(self, mode: Judging) -> None:
        self.table.mode = mode
        self._lay(self._card(mode))

    def _lay(self, card: Card) -> None:
        here = self.table.card
        if here is not None and here.pilots:
            self.table.card = card.but(under=here.under)
        else:
            self.table.card = cards.laid_over(card, here)

    def _card(self, mode: Judging) -> Card:
        interview, words = self.table.interview, self.table.words
        match mode.step:
            case "verdict":
                return drawn.verdict_card(interview, mode.question, words, mode.queue)
            case "reason":
                return drawn.reason_card(interview, mode.question, mode.verdict, words)
            case "wording":
                return drawn.wording_card(interview, mode.question, mode.verdict, words)
            case "place":
                return drawn.place_card(mode.question, mode.verdict, words)
            case "done":
                return drawn.done_card(interview, words)
