"""Revising without a screen.

Which proposal is at hand, what the line asks for, what each key does.
"""

from collections.abc import Callable
from typing import Literal

from guide.model import Guide
from guide.search import QuestionIndex
from interviews.revisions.acts import Decision
from interviews.revisions.draft import Begun
from interviews.revisions.proposals import ActKind, Proposal
from tui.input.lookup import LEAST, filter_sure, find_by_id
from tui.keymap import KEYS
from tui.revise.act_form import (
    PLACES,
    ActForm,
    acts_for,
    decision_of,
    half_written,
    lacks_words,
    prefill,
    suggest_form,
    task_for,
    task_of,
)
from tui.revise.revision_session import RevisionSession
from tui.translator import N_, Translator, language_of
from tui.widgets.line_model import TypedLine

Call = Literal["see", "leave"]

_EDITS = ("backspace", "delete", "left", "right", "home", "end", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+u")


class ReviseController:
    """Proposals one at a time, each taken or left, in any order."""

    def __init__(self, round_: RevisionSession, _: Translator, line: TypedLine, call: Callable[[Call], None]) -> None:
        self.round = round_
        self._ = _
        self.at = 0
        self.task = ActForm("keep")
        self._line, self._call = line, call
        self._recorded_in = Translator(language_of(round_.material.now.guide.language))
        self._cleared: list[tuple[int, Begun]] = []
        self._put = ""
        self._touched = False
        self._asked = False
        self._seeker = QuestionLookup()
        self.notice = round_.take_up()
        first = next(iter(round_.begun), None)
        self.go_to((round_.next_open(-1) or 0) if first is None else first)

    @property
    def proposal(self) -> Proposal:
        """The proposal at hand."""
        return self.round.material.proposals[self.at]

    @property
    def acts(self) -> tuple[ActKind, ...]:
        """What the proposal at hand can become, by digit."""
        return acts_for(self.proposal)

    @property
    def _suggestion(self) -> ActForm:
        return suggest_form(self.proposal)

    @property
    def is_writing(self) -> bool:
        """Whether something was written on the line, or on one before it, that Esc would take back."""
        return self._touched or self.task.is_begun

    @property
    def written(self) -> str:
        """What stands on the line."""
        return self._line.text

    def find_questions(self) -> tuple[str, ...]:
        """The questions that the words on the line may mean, best first; none where the line names no question."""
        if self.task.stage not in PLACES or not self._line.text.strip():
            return ()
        own = "" if self.proposal.is_apart else self.proposal.question
        return self._seeker.look_up(self.round.guide, self._line.text, own)

    @property
    def is_seeking(self) -> bool:
        """Whether somebody writes which question is meant."""
        return self.task.stage in PLACES and self._touched and bool(self._line.text.strip())

    @property
    def nothing_found(self) -> str:
        """That what stands on the line names no question that can be meant."""
        text = self._line.text
        key = (
            N_("Found no question with “{words}”.")
            if find_by_id(text, self.round.guide) is None
            else N_("Choose another question than {id} itself.")
        )
        return self._(key, words=text, id=self.proposal.question)

    def press(self, key: str, character: str | None) -> bool:
        """What a key does; false for one that belongs to the line."""
        key = "minus" if character == "-" else key
        moved, key = KEYS.tell_moved(key, self._, "revise"), KEYS.own(key, "revise")
        if moved and (character is None or self.is_at_rest):
            self.notice = moved
            return True
        asked, self._asked = self._asked, False
        if key in ("escape", "ctrl+q"):
            self._back(asked=asked)
            return True
        acts: dict[str, Callable[[], None] | None] = {
            "enter": self._enter,
            "up": lambda: self.go_to(self.at - 1),
            "down": lambda: self.go_to(self.at + 1),
            "tab": self._see,
            "minus": (lambda: self._choose("keep")) if self.is_at_rest else None,
            "ctrl+z": self._take_up_again if self._cleared else self._undo,
        }
        act = acts.get(key)
        chosen = self._at_rest(character) if act is None and self.is_at_rest else None
        act = act or chosen
        if chosen is None and key not in ("minus", "ctrl+z"):
            self._cleared.clear()
        if act is not None:
            self.notice = ""
            act()
            return True
        if self.task.stage == "none":
            return True
        is_text = character is not None and character.isprintable()
        if is_text and not self._touched and self.task.stage in PLACES:
            self._line.put("")  # another question than the one that was proposed
        self._touched = self._touched or is_text or key in _EDITS
        return False

    def take_typed(self) -> None:
        """The line has another text than before; a paste does not come as a key, and falls on no ears where none is."""
        if self.task.stage == "none" and self._line.text:
            self._line.put("")
        self._touched = self._touched or self._line.text != self._put

    @property
    def is_at_rest(self) -> bool:
        """Whether keys choose: nothing was written, or a place is asked for and nobody has begun to write one.

        Where somebody chose an act, the line is for what that act asks: a digit begins a reason, "2 of 3 did not get
        it", as it does any other words. Esc goes back to choosing.
        """
        if self.task.is_chosen:
            return False
        is_place = self.task.stage in PLACES and (not self._touched or not self._line.text)
        return is_place or not self.is_writing

    @property
    def digits_choose(self) -> bool:
        """Whether a digit chooses an act: not where it may begin the id that an empty line asks for."""
        asks_for_id = self.task.stage in PLACES and not self._line.text
        return self.is_at_rest and not (
            asks_for_id and any(question.id[:1].isdecimal() for question in self.round.guide.questions)
        )

    def _at_rest(self, character: str | None) -> Callable[[], None] | None:
        """A digit chooses an act."""
        if character is None or character not in "123456789" or int(character) > len(self.acts):
            return None
        return (lambda: self._choose(self.acts[int(character) - 1])) if self.digits_choose else None

    def _choose(self, act: ActKind) -> None:
        """Another act, or none; what was written before comes back with Ctrl+Z until something else is written."""
        self._cleared = [one for one in self._cleared if act != "keep" and one[0] == self.at]
        if self.task.is_begun:
            self._cleared.append((self.at, self._half_written()))
        if act == "keep":
            self._leave_it()
        else:
            self._begin(task_for(act, self.proposal).but(is_chosen=True))
        if self._cleared:
            self.notice = self.notice or self._("Ctrl+Z brings back what you wrote.")

    def go_to(self, place: int) -> None:
        """Take a proposal in hand; what was half written about the one before stays with it."""
        self._set_aside()
        self.at = max(0, min(place, len(self.round.material.proposals) - 1))
        begun = self.round.begun.get(self.at)
        if begun is not None:
            self._go_on_with(begun)
        else:
            taken = self.round.state(self.at) == "taken"
            self._begin(ActForm("keep") if taken else self._suggestion)

    def keep_line(self) -> None:
        """The program is told to end: what is half written is kept too, if that can be written."""
        self._set_aside()
        self.round.keep()

    def _set_aside(self) -> None:
        is_written = self._touched and self._line.text.strip() and self._line.text != self._put
        if is_written or self.task.is_begun:  # a line that was emptied again, or is as it was, has nothing to keep
            self.round.begun[self.at] = self._half_written()

    def _go_on_with(self, begun: Begun) -> None:
        self._begin(task_of(begun))
        self._line.put(begun.line)
        self._touched = True

    def _half_written(self) -> Begun:
        return half_written(self.task, self.proposal, self._line.text)

    def _take_up_again(self) -> None:
        place, begun = self._cleared.pop()
        if place != self.at:
            self.go_to(place)
        self._go_on_with(begun)

    def _step_back(self) -> None:
        """One line back, or the line as it was; Ctrl+Z directly afterwards brings back what was written."""
        begun, was_touched = self._half_written(), self._touched
        before = self.task.back
        self._begin(self.task if before is None else before[0])
        if before is not None and before[1] != self._put:
            self._line.put(before[1])
            self._touched = True
        if was_touched and begun.line.strip():
            self._cleared.append((self.at, begun))
        if self._cleared:
            self.notice = self._("Ctrl+Z brings back what you wrote.")

    def _see(self) -> None:
        self._set_aside()
        self._call("see")

    def _begin(self, task: ActForm) -> None:
        self.round.begun.pop(self.at, None)
        self.task = task
        done = self.round.decision_at(self.at)
        taken = done.decision if done is not None and done.decision.act == task.act else None
        self._put, self._touched = prefill(task, self.proposal, taken, self.round.guide, self._recorded_in), False
        self._line.put(self._put)
        if task.stage == "why":  # the reason that stands ready is typed over, not gone on with
            self._line.select()

    def _enter(self) -> None:
        text, task = self._line.text, self.task
        if task.stage == "none":
            self._pass_on()
            return
        if task.stage in PLACES:
            named = self._id_named(text)
            if named is None:
                return
            text = named
        elif task.stage == "text" and not text.strip():
            self.notice = lacks_words(task, self.proposal, self._)
            return
        if task.is_last:
            self._take(decision_of(task, self.proposal, text))
            return
        further = task.next(text)
        if task.stage == "text" and further.stage == "why":
            self.notice = self.round.refusal(self.at, decision_of(further, self.proposal, ""))
            if self.notice:  # before anybody writes a reason for it
                return
        self._begin(further)

    def _id_named(self, text: str) -> str | None:
        """The question that the line names; None where it names none, and the notice says so."""
        if not text.strip():
            if self.task.stage == "beside":
                return ""
            self.notice = self._("Say which question, by its id or some words.")
            return None
        found = self.find_questions()
        if not found:
            self.notice = self.nothing_found
            return None
        return found[0]

    def _take(self, decision: Decision) -> None:
        if decision.act == "accept" and not decision.rules:
            self._begin(self.task.but(step=0, texts=()))
            self.notice = self._("Write why it stays despite the advice.")
            return
        self.round.begun.pop(self.at, None)
        self.notice = self.round.take(self.at, decision)
        done = self.round.decision_at(self.at)
        if done is not None and done.decision is decision:
            said = self.notice or self._("taken: {what}", what=self.round.describe_done(done))
            self._go_on()
            self.notice = said

    def _pass_on(self) -> None:
        """Enter where nothing is asked for: what was decided stays so, what is open is left as it is, and told."""
        if self.round.state(self.at) in ("taken", "left"):
            self._go_on()
        else:
            self._leave_it()

    def _leave_it(self) -> None:
        self.round.begun.pop(self.at, None)
        failed, state = self.round.leave(self.at), self.round.state(self.at)
        self.notice = failed
        if state != "taken":
            said = (
                N_("{what} stays as it is. A digit chooses a change.")
                if state == "rest"
                else N_("left as it is: {what} (Ctrl+Z undoes)")
            )
            told = failed or self._(said, what=self.round.name_at(self.at))
            self._go_on()
            self.notice = told

    def _go_on(self) -> None:
        """To the next proposal on which nothing was decided; behind the last one, to the guide before and after."""
        self.task, self._touched = ActForm("keep"), False
        place = self.round.next_open(self.at)
        is_rest = self.proposal.kind == "rest"
        self.go_to(self.at if place is None or is_rest else place)
        if place is None and not is_rest:
            self._call("see")

    def _undo(self) -> None:
        if self.is_writing:
            self._step_back()
            return
        undone = self.round.undo()
        if undone is None:
            self.notice = self._("Nothing to undo.")
            return
        self.go_to(undone[0])
        self.notice = undone[1]

    def _back(self, *, asked: bool) -> None:
        """Esc: back line by line, then to what was suggested, from a place to the choice, then out, asked once."""
        self.notice = ""
        count = len(self.round.decisions)
        if self.is_writing:
            self._step_back()
        elif self.task.is_chosen:
            is_suggested = self.task.act == self._suggestion.act or self.round.state(self.at) == "taken"
            self._begin(ActForm("keep") if is_suggested else self._suggestion)
        elif self.task.stage in PLACES:
            self._begin(ActForm("keep"))
        elif (failed := self.round.keep()) and not asked:
            self._asked, self.notice = (
                True,
                self._("{reason} What you chose is not saved. Esc again leaves without it.", reason=failed),
            )
        elif count and not asked:
            self._asked = True
            self.notice = self._(
                "Changes not written: {count}. They will be here next time. Esc again leaves.", count=count
            )
        else:
            self._call("leave")


_MOST = 6
"""Questions that are shown at once."""


class QuestionLookup:
    """Finds questions; what a guide is searched by is made once for each guide."""

    def __init__(self) -> None:
        self._made: tuple[Guide, QuestionIndex] | None = None

    def look_up(self, guide: Guide, words: str, own: str) -> tuple[str, ...]:
        """The ids of the questions that are surely enough meant, best first; none where ``own`` itself is named."""
        exact = find_by_id(words, guide)
        if not words.strip() or (exact is not None and exact.id == own):
            return ()
        if self._made is None or self._made[0] is not guide:
            self._made = guide, QuestionIndex(guide)
        hits = filter_sure(self._made[1].find(words), words, guide, LEAST)
        return tuple(hit.id for hit in hits if hit.id != own)[:_MOST]
