"""The rule of versions before 0.2.0.

Kept to say what is told otherwise now.

They took the highest mark ever made (covered, declined, skipped) with the deepest depth; now the last one counts. They
told reflexive notes everywhere, and counted them; now they are the researcher's own. They told a question in the cell
of its id; now it is told where its wording stands.
"""

from collections.abc import Mapping
from pathlib import Path

from guide.frozen import Value
from guide.problems import Problem
from interviews.core.coverage import QuestionState, coverage
from interviews.core.events import Covered, Declined, Skipped
from interviews.core.notes import notes
from interviews.core.state import Interview, is_earlier
from interviews.study.facts import not_yet_shown, remember_shown
from interviews.study.placement import GONE, Placement

CODE = "last_word_counts"
"""The first notice's code, and the name of all of them in ``study.jsonl``."""


class Otherwise(Value):
    """What is told otherwise of one interview than an earlier program told it.

    ``judged`` are the questions whose state, depth or notes are others, ``reflexive`` counts the notes left out,
    ``moved`` has the ids under which questions were told, each with today's, empty where the guide has it no more.
    """

    judged: tuple[str, ...] = ()
    reflexive: int = 0
    moved: tuple[tuple[str, str], ...] = ()

    @property
    def tokens(self) -> tuple[str, ...]:
        """Each thing in one word, as ``study.jsonl`` remembers it."""
        own = ("reflexive",) if self.reflexive else ()
        return (*self.judged, *own, *(f"{before}>{now}" for before, now in self.moved))


AS_BEFORE = Otherwise()
"""Nothing is told otherwise."""


def compare_with_earlier_rule(interview: Interview, placement: Placement) -> Otherwise:
    """What is told otherwise of an earlier program's interview, which is given in the ids of today."""
    if not is_earlier(interview.started.program):
        return AS_BEFORE
    own = [note for note in notes(interview) if note.kind == "reflexive"]
    about = {id for note in own for id in note.about}
    moved = tuple((then, "" if GONE in now else now) for then, now in placement.questions.items() if then != now)
    return Otherwise(_questions_that_differ(interview, about), len(own), moved)


def _questions_that_differ(interview: Interview, counted: set[str]) -> tuple[str, ...]:
    """The questions with another state, depth or number of notes; ``counted`` are those with reflexive notes."""
    covered, declined, skipped = _marks(interview)
    found = []
    for id, now in coverage(interview).questions.items():
        then: QuestionState = now.state
        if id in covered:
            then = "covered"
        elif id in declined:
            then = "declined"
        elif id in skipped:
            then = "skipped"
        depth = max((act.depth for act in covered.get(id, ()) if act.depth is not None), default=None)
        at = min((act.t for act in covered.get(id, ())), default=None)
        changed = (now.state, now.depth, now.covered_at) != (then, depth, at)
        if changed or now.refused_before or id in counted:
            found.append(id)
    return tuple(found)


def _marks(interview: Interview) -> tuple[dict[str, list[Covered]], set[str], set[str]]:
    covered: dict[str, list[Covered]] = {}
    declined, skipped = set[str](), set[str]()
    for act in interview.events_but_notes():
        if isinstance(act, Covered):
            for id in act.questions:
                covered.setdefault(id, []).append(act)
        elif isinstance(act, Declined):
            declined.update(act.questions)
        elif isinstance(act, Skipped):
            skipped.update(act.questions)
    return covered, declined, skipped


def notices_of(told: Mapping[str, Otherwise], *, reflexive: bool = False) -> tuple[Problem, ...]:
    """The study's notices: what is told otherwise, by the interviews' names; none where all is told as before.

    Where ``reflexive`` notes were asked for, none says that they are left out.
    """
    said = {
        CODE: {name: " ".join(one.judged) for name, one in told.items() if one.judged},
        "reflexive_left_out": {
            name: str(one.reflexive) for name, one in told.items() if one.reflexive and not reflexive
        },
        "told_where_wording_is": {
            name: ", ".join(f"{then} → {now or '–'}" for then, now in one.moved)
            for name, one in told.items()
            if one.moved
        },
    }
    return tuple(
        Problem(
            "interviews", 1, 1, code, {"told": "; ".join(f"{name}: {what}" for name, what in named.items())}, "notice"
        )
        for code, named in said.items()
        if named
    )


def is_seen(folder: Path, told: Mapping[str, Otherwise]) -> bool:
    """Whether all of it was shown before, as ``study.jsonl`` remembers."""
    return not not_yet_shown(folder, CODE, _as_told(told))


def remember_seen(folder: Path, told: Mapping[str, Otherwise], date: str) -> None:
    """Remember that it was shown."""
    remember_shown(folder, CODE, _as_told(told), date)


def _as_told(told: Mapping[str, Otherwise]) -> set[str]:
    return {f"{name}:{token}" for name, one in told.items() for token in one.tokens}
