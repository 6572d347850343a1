"""Revising without a screen: which proposal is at hand, what the line asks for, and what each key does."""

from collections.abc import Callable
from typing import Literal, Protocol

from guide.finding import Finder
from guide.model import Guide
from guide.values import Value
from interviews.decisions import Decision
from interviews.proposals import ActKind, Proposal
from tui.revise.round import Round
from tui.revise.tasks import PLACES, Task, acts_for, decision_of, prefilled, task_for
from tui.words import Words

Call = Literal["see", "leave"]

_EDITS = ("backspace", "delete", "left", "right", "home", "end", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+u")
_MOST_FOUND = 6


class LineLike(Protocol):
    """The input line as the desk knows it."""

    @property
    def text(self) -> str:
        """What stands on it."""

    def put(self, text: str) -> None:
        """Replace the whole line."""


class _Pending(Value):
    task: Task
    text: str


class ReviseDesk:
    """Proposals one at a time, each taken or left, in any order."""

    def __init__(self, round_: Round, words: Words, line: LineLike, call: Callable[[Call], None]) -> None:
        self.round = round_
        self.words = words
        self.at = 0
        self.task = Task("keep")
        self._line, self._call = line, call
        self._pending: dict[int, _Pending] = {}
        self._put = ""
        self._touched = False
        self._asked = False
        self._finder: tuple[Guide, Finder] | None = None
        self.notice = round_.take_up()
        self.go_to(round_.next_open(-1) or 0)

    @property
    def proposal(self) -> Proposal:
        """The proposal at hand."""
        return self.round.material.proposals[self.at]

    @property
    def acts(self) -> tuple[ActKind, ...]:
        """What the proposal at hand can become, by digit."""
        return acts_for(self.proposal)

    @property
    def is_writing(self) -> bool:
        """Whether something was written on the line, or on one before it, that Esc would take back."""
        return self._touched or self.task.is_begun

    @property
    def written(self) -> str:
        """What stands on the line."""
        return self._line.text

    def found(self) -> tuple[str, ...]:
        """The questions that the words on the line may mean, best first; none where the line names no question."""
        if self.task.stage not in PLACES or not self._line.text.strip():
            return ()
        guide = self.round.guide
        if self._finder is None or self._finder[0] is not guide:
            self._finder = (guide, Finder(guide))
        hits = self._finder[1].find(self._line.text, _MOST_FOUND + 1)
        own = "" if self.proposal.kind == "topic" else self.proposal.question
        return tuple(hit.id for hit in hits if hit.id != own)[:_MOST_FOUND]

    def press(self, key: str, character: str | None) -> bool:
        """What a key does; false for one that belongs to the line."""
        asked, self._asked = self._asked, False
        if key in ("escape", "ctrl+q"):
            self._back(asked=asked)
            return True
        act: Callable[[], None] | None = {
            "enter": self._enter,
            "up": lambda: self.go_to(self.at - 1),
            "down": lambda: self.go_to(self.at + 1),
            "tab": lambda: self._call("see"),
            "ctrl+z": self._undo_or_restore,
        }.get(key)
        if act is None and not self.is_writing:
            act = self._at_rest(character)
        if act is not None:
            self.notice = ""
            act()
            return True
        if self.task.stage == "none":
            return True
        if key in _EDITS or character is not None:
            self._touched = True
        return False

    def typed(self) -> None:
        """The line has another text than before; a paste does not come as a key, and falls on no ears where none is."""
        if self.task.stage == "none" and self._line.text:
            self._line.put("")
        self._touched = self._touched or self._line.text != self._put

    def _at_rest(self, character: str | None) -> Callable[[], None] | None:
        """A digit chooses an act, a minus leaves the proposal, as long as nothing was written."""
        if character == "-":
            return self._leave_it
        if character is not None and character in "123456789" and int(character) <= len(self.acts):
            chosen = self.acts[int(character) - 1]
            return self._leave_it if chosen == "keep" else lambda: self._begin(task_for(chosen, self.proposal))
        return None

    def go_to(self, place: int) -> None:
        """Take a proposal in hand; what was half written about the one before stays with it."""
        if self.is_writing:
            self._pending[self.at] = _Pending(self.task, self._line.text)
        self.at = max(0, min(place, len(self.round.material.proposals) - 1))
        pending = self._pending.pop(self.at, None)
        if pending is not None:
            self.task = pending.task
            self._show(pending.text)
            self._touched = True
        else:
            self._begin(task_for("keep" if self.round.state(self.at) == "taken" else self.proposal.act, self.proposal))

    def _begin(self, task: Task) -> None:
        self.task = task
        self._show(prefilled(task, self.proposal, self.round.guide, self.words))

    def _show(self, text: str) -> None:
        self._put, self._touched = text, False
        self._line.put(text)

    def _enter(self) -> None:
        text, task = self._line.text, self.task
        if task.stage == "none":
            self._pass_on()
            return
        if task.stage in PLACES:
            named = self._named(text)
            if named is None:
                return
            text = named
        elif task.stage == "text" and not text.strip():
            self.notice = self.words("refused_empty_wording")
            return
        if task.is_last:
            self._take(decision_of(task, self.proposal, text))
        else:
            self._begin(task.next(text))

    def _named(self, text: str) -> str | None:
        """The question that the line names; None where it names none, and the notice says so."""
        if not text.strip():
            if self.task.stage == "beside":
                return ""
            self.notice = self.words("revise_which")
            return None
        found = self.found()
        if not found:
            self.notice = self.words("revise_no_such", words=text)
            return None
        return found[0]

    def _take(self, decision: Decision) -> None:
        if decision.act == "accept" and not decision.rules:
            self._begin(task_for("accept", self.proposal))
            self.notice = self.words("revise_need_reason")
            return
        self.notice = self.round.take(self.at, decision)
        done = self.round.done_at(self.at)
        if done is not None and done.decision is decision:
            said = self.notice or self.words("revise_taken", what=self.round.said(done))
            self._go_on()
            self.notice = said

    def _pass_on(self) -> None:
        """Enter where nothing is asked for: what was taken stays taken, what is open is left as it is."""
        if self.round.state(self.at) == "taken":
            self._go_on()
        else:
            self._leave_it()

    def _leave_it(self) -> None:
        self.notice = self.round.leave(self.at)
        if self.round.state(self.at) != "taken":
            self._go_on()

    def _go_on(self) -> None:
        """To the next proposal on which nothing was decided; behind the last one, to the guide before and after."""
        self.task, self._touched = Task("keep"), False
        place = self.round.next_open(self.at)
        is_rest = self.proposal.kind == "rest"
        self.go_to(self.at if place is None or is_rest else place)
        if place is None and not is_rest:
            self._call("see")

    def _undo_or_restore(self) -> None:
        if self.is_writing:
            self._begin(task_for(self.task.act, self.proposal))
            return
        undone = self.round.undo()
        if undone is None:
            self.notice = self.words("revise_nothing_to_undo")
            return
        self.go_to(undone[0])
        self.notice = undone[1]

    def _back(self, *, asked: bool) -> None:
        """Esc: back to the first line of the act, then to what was suggested, then out, asked once."""
        self.notice = ""
        count = len(self.round.decisions)
        if self.is_writing:
            self._begin(task_for(self.task.act, self.proposal))
        elif self.task.act != self.proposal.act and self.round.state(self.at) != "taken":
            self._begin(task_for(self.proposal.act, self.proposal))
        elif count and not asked:
            self._asked = True
            self.notice = self.words("revise_leave", count=count)
        else:
            self._call("leave")
