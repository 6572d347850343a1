"""Where an interview's questions stand in today's guide.

By ids, and by wordings.

Every interview holds a copy of its guide with all ids in it. An id that the author wrote out says which question is
which, and so does a recorded revision. An id that is counted, A2 for the second question that serves A, becomes
another question's as soon as somebody inserts, deletes or moves one by hand: there equal wordings decide, wherever they
stand. A question that cannot be placed is left open; nothing counts for a question that was not asked.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from guide.frozen import NOTHING, Value
from guide.ids import rename_ids as renamed_guide
from guide.model import Guide, Question
from guide.problems import fold_case
from guide.reading import Reading
from interviews.core.events import EVENT_TYPES, Explained
from interviews.core.notes import hash_words
from interviews.core.state import Interview
from interviews.study.question_matching import match_questions, match_targets, same_targets, with_reworded, wording_key

Named = TypeVar("Named", bound=Value)

GONE = "†"
"""Behind the id of a question that is in no guide now, where another question has that id; no id can end in it."""

_FIELDS = frozenset({"question", "questions", "other", "about"})
"""Where events and commands name questions; ``Explained.after`` does, too."""


def _naming(kind: type[Value]) -> tuple[str, ...]:
    return ("after",) if kind is Explained else tuple(_FIELDS.intersection(kind.field_names()))


_OF_EVENTS: Mapping[type[Value], tuple[str, ...]] = {kind: _naming(kind) for kind in EVENT_TYPES.values()}


class Placement(Value):
    """One copy of the guide against the guide as it is now.

    ``questions`` and ``targets`` have, for each id of the copy, the one under which it is told: that of today's guide,
    or one of its own for what is in no guide any more. ``guide`` is the copy with these ids. ``unplaced`` are ids that
    both guides have, each for a question that the other guide has nowhere.
    """

    guide: Guide
    questions: Mapping[str, str] = NOTHING
    targets: Mapping[str, str] = NOTHING
    unplaced: tuple[str, ...] = ()

    @property
    def as_it_was(self) -> bool:
        """Whether every id is the same now."""
        return all(own == now for names in (self.questions, self.targets) for own, now in names.items())

    @property
    def moved(self) -> tuple[tuple[str, str], ...]:
        """The questions that have another id now, each with the id that it had first, in the copy's order."""
        pairs = tuple((own, now) for own, now in self.questions.items() if own != now)
        return tuple((own, now) for own, now in pairs if GONE not in now)

    @property
    def own(self) -> Mapping[str, str]:
        """The ids of the copy by the ids under which they are told."""
        return {now: own for own, now in self.questions.items()}

    def view(self, interview: Interview) -> Interview:
        """The interview in the ids of today; the same where they are its own."""
        if self.as_it_was:
            return interview
        acts = {seq: rename_ids(act, self.questions) for seq, act in interview.acts.items()}
        return replace(interview, guide=self.guide, acts=acts, held_with=interview.copy)

    def hash_words(self, text: str, before: str, copy: Guide) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The links, in today's ids, and the tags in a note's new words; ``copy`` is the interview's own guide.

        What stood in its words ``before`` means what it meant there; what is new means what is shown.
        """
        then = {fold_case(id) for id in hash_words(before, copy)[0]}
        kept = [self.questions[id] for id in hash_words(text, copy)[0] if fold_case(id) in then]
        shown, tags = hash_words(text, self.guide)
        links = (*kept, *(id for id in shown if fold_case(id) not in then))
        return tuple(dict.fromkeys(links)), tuple(tag for tag in tags if fold_case(tag) not in then)


def rename_ids(value: Named, names: Mapping[str, str]) -> Named:
    """An event or a command about the same questions under other ids; an id without a name stays."""
    changes: dict[str, Any] = {}
    fields = _OF_EVENTS.get(type(value))
    for field in _naming(type(value)) if fields is None else fields:
        found = getattr(value, field)
        now = tuple([names.get(id, id) for id in found]) if isinstance(found, tuple) else names.get(found, found)
        if now != found:
            changes[field] = now
    return value.from_fields({**vars(value), **changes}) if changes else value


def may_be_counted(guide: Guide) -> frozenset[str]:
    """The ids of a guide that counting would have given as well, where nobody knows who gave them."""
    from guide.ids import automatic_ids

    counted = automatic_ids(guide)
    return frozenset(question.id for question in guide.questions if counted[fold_case(question.id)] == question.id)


class Placements:
    """Places copies of a study's guide, each distinct one once: a thousand interviews have a few of them."""

    def __init__(
        self, now: Guide | None, counted: Collection[str] = (), revision_guides: Callable[[], Sequence[Guide]] = tuple
    ) -> None:
        self._now = now
        self._counted = frozenset(map(fold_case, counted))
        self._read_recorded = revision_guides
        self._recorded: Sequence[Guide] | None = None
        self._placed: list[tuple[Guide, Placement]] = []
        self._known: dict[int, tuple[Guide, Placement]] = {}
        self._gone: dict[str, list[tuple[str, str]]] = {}
        """By the id that they had: the wordings of what is in no guide now, each with the id under which it is told."""

    @classmethod
    def of_study(cls, folder: Path, reading: Reading) -> "Placements":
        """Those of a study, whose guide is given as it was read."""

        def revision_guides() -> Sequence[Guide]:
            from interviews.revisions import read_history  # most studies have none, and no start waits for them

            return [one.guide for one in read_history(folder).revisions if one.guide is not None]

        return cls(reading.guide, reading.counted, revision_guides)

    def of(self, copy: Guide) -> Placement:
        """The placement of one interview's copy."""
        known = self._known.get(id(copy))
        if known is None:
            equal = next((placed for guide, placed in self._placed if guide == copy), None)
            known = copy, self._place(copy) if equal is None else equal
            self._known[id(copy)] = known
            if equal is None:
                self._placed.append(known)
        return known[1]

    def as_in(self, interview: Interview, held: Guide) -> Interview:
        """An interview in the ids that another one's copy has, for when that one is gone on with."""
        names = self.names_in(interview.guide, held)
        if all(own == id for own, id in names.items()):
            return interview
        acts = {seq: rename_ids(act, names) for seq, act in interview.acts.items()}
        return replace(interview, guide=renamed_guide(interview.guide, names), acts=acts, held_with=interview.copy)

    def names_in(self, copy: Guide, held: Guide) -> Mapping[str, str]:
        """By the ids of a copy, those that the same questions have in the copy of an interview that is gone on with."""
        now = self.of(held).own
        return {own: now.get(id, f"{id}{GONE}") for own, id in self.of(copy).questions.items()}

    def _place(self, copy: Guide) -> Placement:
        same = {question.id: question.id for question in copy.questions}
        own_targets = {target.id: target.id for target in copy.targets}
        if self._now is None:
            return Placement(copy, same, own_targets)
        if _is_alike(copy, self._now):
            now = self._now
            questions = {id: found.id for id in same if (found := now.question(id)) is not None}
            return self._name_gone(copy, questions, same_targets(copy, now))
        return self._name_gone(copy, *self._work_out(copy, self._now))

    def _work_out(self, copy: Guide, now: Guide) -> tuple[dict[str, str], dict[str, str]]:
        """What of the copy stands where: through the revisions that tell of it, then by what was changed by hand."""
        if self._recorded is None:
            self._recorded = self._read_recorded()
        last = self._recorded[-1] if self._recorded else None
        if last is None or copy not in self._recorded:
            return match_questions(copy, now, self._counted), match_targets(copy, now)
        since, targets = match_questions(last, now, self._counted), match_targets(last, now)
        found: dict[str, str] = {}
        for question in copy.questions:
            then = last.question(question.id)
            if then is not None and then.id in since:
                found[question.id] = since[then.id]
        kept = {
            target.id: targets[then.id]
            for target in copy.targets
            for then in last.targets
            if fold_case(then.id) == fold_case(target.id) and then.id in targets
        }
        return with_reworded(copy, now, self._counted, found), kept

    def _name_gone(self, copy: Guide, questions: Mapping[str, str], targets: Mapping[str, str]) -> Placement:
        """The placement, with names for what is in no guide now."""
        now = self._now
        names = {
            question.id: questions[question.id] if question.id in questions else self._name_of_gone(question)
            for question in copy.questions
        }
        kept = {fold_case(target.id) for target in now.targets} if now is not None else set()
        sorts = {
            target.id: targets.get(target.id, f"{target.id}{GONE}" if fold_case(target.id) in kept else target.id)
            for target in copy.targets
        }
        taken = set(questions.values())
        left = (now.question(one.id) for one in copy.questions if one.id not in questions) if now is not None else ()
        unplaced = tuple(one.id for one in left if one is not None and one.id not in taken)
        placement = Placement(copy, names, sorts, unplaced)
        return placement if placement.as_it_was else placement.but(guide=renamed_guide(copy, names, sorts))

    def _name_of_gone(self, question: Question) -> str:
        """The id under which a question is told that is in no guide now: one for each question, its own if it can."""
        from interviews.study.question_matching import likeness  # only where something is gone

        named = self._gone.setdefault(fold_case(question.id), [])
        for wording, name in named:
            if wording_key(wording) == wording_key(question.ask) or likeness(wording, question.ask):
                return name
        taken = self._now is not None and self._now.question(question.id) is not None
        count = len(named) + (1 if taken else 0)
        name = question.id + (GONE if count else "") + (str(count) if count > 1 else "")
        named.append((question.ask, name))
        return name


def _is_alike(copy: Guide, now: Guide) -> bool:
    """Whether every question that both have has the same words, and none of the others has any of those."""
    if copy is now or copy == now:
        return True
    wordings = {wording_key(question.ask) for question in now.questions}
    for question in copy.questions:
        found = now.question(question.id)
        if (found is None and wording_key(question.ask) in wordings) or (
            found is not None and wording_key(found.ask) != wording_key(question.ask)
        ):
            return False
    return _texts(copy) == _texts(now)


def _texts(guide: Guide) -> dict[str, str]:
    return {fold_case(target.id): wording_key(target.text) for target in guide.targets}
