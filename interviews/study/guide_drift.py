"""How the guide differs from earlier interviews' copies."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.model import Guide, Question
from guide.problems import Problem
from guide.reading import Reading
from interviews.study.placement import Placement, Placements

CHANGED = "wording_changed"
"""The wording is another one, and no revision says why."""

REVISED = "wording_revised"
"""The wording is another one, as a revision tells."""

MOVED = "questions_moved"
"""Questions have other ids now, by which nobody meant anything: somebody moved one by hand, and ids are counted."""

UNPLACED = "question_unplaced"
"""A question has the id of an earlier one, and nothing tells that the two are the same."""

DIFFERS = "questions_changed"
"""Questions were added, dropped or put elsewhere since one interview."""

OF_GUIDE = (CHANGED, REVISED, MOVED, UNPLACED, DIFFERS)
"""All that is told of a guide that is not as an interview had it."""

REVISED_TOGETHER = "wordings_revised"
"""All that has changed since one interview where revisions gave new wordings, in one."""

TOLD_ONCE = (REVISED_TOGETHER, DIFFERS)
"""What is told once of each interview and change, and of no place in the guide's file."""

_FILE = "guide.yaml"
_MOST_TOLD = 6


class GuideChanges:
    """The differences between a study's guide and the copies that its interviews hold, each once."""

    def __init__(self, folder: Path, current: Reading, placements: Placements) -> None:
        self._folder = folder
        self._current = current
        self._placements = placements
        self._found: dict[tuple[str, str], Problem] = {}
        self._seen: dict[int, Guide] = {}
        self._recorded: dict[str, str] | None = None

    def look_at(self, copy: Guide, participant: str) -> None:
        """Compare one interview's copy of the guide with the guide as it is now; a shared copy once."""
        guide = self._current.guide
        if guide is None or id(copy) in self._seen:
            return
        self._seen[id(copy)] = copy
        placement = self._placements.of(copy)
        self._tell_moved(placement, participant)
        for question in copy.questions:
            now = guide.question(placement.questions[question.id])
            if now is not None and now.ask != question.ask and (now.id, question.ask) not in self._found:
                self._found[now.id, question.ask] = self._problem(now, question.ask, participant)
            if question.id in placement.unplaced and (question.id, question.ask) not in self._found:
                self._tell_unplaced(guide, question, participant)
        self._tell_structure(guide, placement, participant)

    def _tell_structure(self, guide: Guide, placement: Placement, participant: str) -> None:
        """One line for all questions that came, went or stand elsewhere, but for those of which more is told."""
        if _questions_by_section(placement.guide) == _questions_by_section(guide):
            return
        from guide.diff import diff  # a guide whose questions stand where they stood does without

        told: dict[str, list[str]] = {"added": [], "dropped": [], "moved": []}
        for change in diff(placement.guide, guide):
            id = placement.own.get(change.question, change.question) if change.kind == "dropped" else change.question
            if change.kind in told and id not in placement.unplaced:
                told[change.kind].append(id)
        if placement.moved:
            told["moved"].clear()
        facts = {kind: ", ".join(ids) for kind, ids in told.items()}
        if any(told.values()) and (DIFFERS, str(facts)) not in self._found:
            line = next(iter((*told["added"], *told["moved"])), "")
            self._found[DIFFERS, str(facts)] = self._of_guide(DIFFERS, line, {"participant": participant, **facts})

    def _tell_moved(self, placement: Placement, participant: str) -> None:
        """One line for all that moved."""
        moved = placement.moved
        if moved and (MOVED, str(moved)) not in self._found:
            told = [f"{own} → {now}" for own, now in moved]
            facts = {
                "participant": participant,
                "moved": ", ".join([*told[:_MOST_TOLD], *(["…"] if len(told) > _MOST_TOLD else [])]),
            }
            self._found[MOVED, str(moved)] = self._of_guide(MOVED, moved[0][1], facts)

    def _tell_unplaced(self, guide: Guide, question: Question, participant: str) -> None:
        """A question of which nothing tells where it is now, unless its wording stands under another id."""
        now = guide.question(question.id)
        if now is not None:
            facts = {"id": now.id, "participant": participant, "before": question.ask}
            self._found[question.id, question.ask] = self._of_guide(UNPLACED, now.id, facts)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A notice for each."""
        return tuple(self._found.values())

    def _problem(self, now: Question, before: str, participant: str) -> Problem:
        facts = {"id": now.id, "participant": participant, "before": before}
        # For each question that still has the wording of the last revision: the revision that gave it that wording.
        if self._recorded is None:
            from interviews.revisions import read_history  # most studies have no revisions, and no start waits for them

            self._recorded = {}
            guides = [(one.number, one.guide) for one in read_history(self._folder).revisions if one.guide is not None]
            for question in self._current.guide.questions if self._current.guide is not None else ():
                number = _revision_that_worded(question, guides)
                if number is not None:
                    self._recorded[question.id] = str(number)
        revision = self._recorded.get(now.id)
        if revision is not None:
            facts["revision"] = revision
        return self._of_guide(CHANGED if revision is None else REVISED, now.id, facts)

    def _of_guide(self, code: str, id: str, facts: dict[str, str]) -> Problem:
        """A notice at a question's line."""
        place = self._current.places.get(id)
        line, column = (place.line, place.column) if place is not None else (1, 1)
        return Problem(_FILE, line, column, code, facts, "notice")


def _revision_that_worded(question: Question, guides: list[tuple[int, Guide]]) -> int | None:
    """The revision that gave a question the wording that it has had since; None where none did."""
    given = None
    for number, guide in reversed(guides):
        then = guide.question(question.id)
        if then is None or then.ask != question.ask:
            return given
        given = number
    return None


def _questions_by_section(guide: Guide) -> list[tuple[str, ...]]:
    """The ids of each section's questions, and of the closing's."""
    lists = (*(section.questions for section in guide.sections), guide.closing)
    return [tuple(question.id for question in questions) for questions in lists]


def fold_guide_changes(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems, with all that has changed since one interview in one where revisions gave new wordings."""
    together: dict[str, list[Problem]] = {}
    differs: dict[str, Problem] = {}
    for problem in problems:
        if problem.code == REVISED:
            together.setdefault(problem.facts["participant"], []).append(problem)
        elif problem.code == DIFFERS:
            differs[problem.facts["participant"]] = problem
        else:
            yield problem
    for participant, found in together.items():
        ids = ", ".join(dict.fromkeys(one.facts["id"] for one in found))
        numbers = sorted({int(one.facts["revision"]) for one in found})
        facts = {"ids": ids, "participant": participant, "revisions": ", ".join(map(str, numbers))}
        more = differs.pop(participant).facts if participant in differs else {}
        yield found[0].but(code=REVISED_TOGETHER, facts={**more, **facts})
    yield from differs.values()
