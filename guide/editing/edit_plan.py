"""Edit plan: which question and section is which.

It is made of the two guides alone, without their text.
"""

from collections.abc import Mapping

from guide.diff import Pairs, pair_sections
from guide.frozen import Value
from guide.model import Guide, Question
from guide.numbering import automatic_ids
from guide.problems import fold_case

CLOSING_PLACE = -1
"""Stands for the closing where a section's place, from 0, is meant."""

Source = tuple[int, int]
"""A section's place or ``CLOSING_PLACE``, and a question's place in it, from 0."""


class EditPlan(Value):
    """Two guides side by side.

    ``sections`` are the new places of old sections. ``order`` has, for each section while both old and new ones are
    there, its place in the new guide and in the old, -1 for none. ``sources`` are the old places of questions by folded
    id, and ``numbered`` the ids that reading would give to the new guide's questions, by folded id.
    """

    before: Guide
    after: Guide
    sections: Pairs
    order: tuple[tuple[int, int], ...]
    sources: Mapping[str, Source]
    numbered: Mapping[str, str]

    def source(self, question: Question) -> Source | None:
        """Where a question of the new guide stood, None for a new one."""
        return self.sources.get(fold_case(question.id))

    def old(self, question: Question) -> Question | None:
        """A question of the new guide as it was."""
        source = self.source(question)
        return None if source is None else _questions_in(self.before, source[0])[source[1]]

    def shifts(self, question: Question) -> bool:
        """Whether reading would give a question of the new guide another id than it has."""
        return self.numbered[fold_case(question.id)] != question.id

    def lists(self) -> list[tuple[int, int, tuple[Question, ...]]]:
        """The new guide's lists: the old and the new place of each section, and its questions; the closing last."""
        olds = {new: old for old, new in self.sections.items()}
        found = [(olds.get(new, -2), new, section.questions) for new, section in enumerate(self.after.sections)]
        return [*found, (CLOSING_PLACE, CLOSING_PLACE, self.after.closing)]


def _questions_in(guide: Guide, section: int) -> tuple[Question, ...]:
    return guide.closing if section == CLOSING_PLACE else guide.sections[section].questions


def plan_of(before: Guide, after: Guide) -> EditPlan:
    """What has to change."""
    pairs = pair_sections(before.sections, after.sections)
    sources = {
        fold_case(question.id): (section, place)
        for section in (CLOSING_PLACE, *range(len(before.sections)))
        for place, question in enumerate(_questions_in(before, section))
    }
    return EditPlan(before, after, pairs, _order(before, after, pairs), sources, automatic_ids(after))


def naming_plan(before: Guide, after: Guide) -> EditPlan:
    """What has to change where questions get ids in the places where they stand: every id that is not there yet."""
    sources: dict[str, Source] = {}
    for section in (CLOSING_PLACE, *range(len(before.sections))):
        for place, question in enumerate(_questions_in(after, section)):
            sources[fold_case(question.id)] = (section, place)
    places = range(len(before.sections))
    unnumbered = dict.fromkeys(sources, "")
    return EditPlan(
        before, after, {place: place for place in places}, tuple((at, at) for at in places), sources, unnumbered
    )


def _order(before: Guide, after: Guide, pairs: Pairs) -> tuple[tuple[int, int], ...]:
    """New sections in their order, those that go behind the ones that they stood behind."""
    ranked: list[tuple[tuple[int, int], tuple[int, int]]] = []
    last = -1
    for old in range(len(before.sections)):
        last = pairs.get(old, last)
        ranked.append(((last, 0), (pairs[old], old)) if old in pairs else ((last, 1 + old), (-1, old)))
    taken = set(pairs.values())
    ranked += [((new, 0), (new, -1)) for new in range(len(after.sections)) if new not in taken]
    return tuple(place for _, place in sorted(ranked))
