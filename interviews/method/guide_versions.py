"""Guide versions that interviews were held with.

As their own copies tell, with the revisions that were recorded.

A revision is a file ``revisions/2.yaml`` with ``date``, ``after`` (an interview) and ``changes``, each of them with
``question``, ``what``, ``why`` and ``evidence`` (events); what is not said stays empty, other keys are passed over. The
first one is the guide as it was before, and no revision where nothing changed in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from guide.frozen import Value
from guide.model import Guide
from guide.nodes import MAX_DEPTH
from guide.problems import Problem, one_line
from interviews.locked.plain import read_plain
from interviews.method.facts import (
    CopyChange,
    Fact,
    GuideUsed,
    Overruled,
    OverruledAdvice,
    Refs,
    Revised,
    Revision,
    RevisionChange,
    Versions,
)
from interviews.method.interview_facts import InterviewFacts
from interviews.revisions import FOLDER

_MAX_BYTES = 4 * 1024 * 1024


class Revisions(Value):
    """The recorded revisions, by number, and what is wrong in their files."""

    revisions: tuple[Revision, ...] = ()
    problems: tuple[Problem, ...] = ()


NO_REVISIONS = Revisions()
"""A guide that was never revised in the program."""


def guide_facts(sat: Sequence[InterviewFacts], revisions: Revisions, current: Guide | None) -> Iterator[Fact]:
    """What is known of the guide, from the interviews and pilots in the order in which they were held."""
    live = [one for one in sat if one.mode == "live"]
    if live:
        yield _used(live[-1].guide, live[-1].name, (live[-1].start,))
    elif current is not None:
        yield _used(current, "guide.yaml", ("guide.yaml",))
    if current is not None:
        yield from _collect_overruled(current, ("guide.yaml",))
    elif live:
        yield from _collect_overruled(live[-1].guide, (live[-1].start,))
    if revisions.revisions:
        files = tuple(f"{FOLDER}/{one.name}.yaml" for one in revisions.revisions)
        named = (ref for one in revisions.revisions for change in one.changes for ref in change.evidence)
        yield Revised(revisions=revisions.revisions, evidence=tuple(dict.fromkeys((*files, *named))))
    elif len(sat) > 1:
        versions: list[Guide] = []
        for one in sat:
            if one.guide not in versions:
                versions.append(one.guide)
        changes = tuple(change for before, after in pairwise(sat) for change in _changes(before, after))
        yield Versions(count=len(versions), changes=changes, evidence=tuple(one.start for one in sat))


def in_order(sat: Sequence[InterviewFacts]) -> list[InterviewFacts]:
    """Interviews and pilots as they were held; where dates were made coarser, pilots come first."""
    return sorted(sat, key=lambda one: (one.wall, one.mode != "pilot"))


def read_revisions(folder: Path) -> Revisions:
    """The revisions in a study's folder; a file that cannot be read is named, and nothing is raised."""
    try:
        paths = [path for path in (folder / FOLDER).iterdir() if path.suffix == ".yaml" and path.stem.isdecimal()]
    except OSError:
        return NO_REVISIONS
    revisions: list[Revision] = []
    problems: list[Problem] = []
    for path in sorted(paths, key=lambda path: int(path.stem)):
        found = _document(path)
        if found is None:
            plain = path.is_file() or path.is_dir()
            problems.append(Problem(f"{FOLDER}/{path.name}", 1, 1, "revision_unreadable" if plain else "revision_odd"))
        elif path.stem != "1" or found.get("changes"):
            listed = found.get("changes")
            changes = [change for change in listed if isinstance(change, dict)] if isinstance(listed, list) else []
            revisions.append(
                Revision(
                    path.stem, _text(found, "date"), _text(found, "after"), tuple(_change(change) for change in changes)
                )
            )
    return Revisions(tuple(revisions), tuple(problems))


def _used(guide: Guide, source: str, evidence: Refs) -> GuideUsed:
    return GuideUsed(
        source=source,
        questions=len(guide.questions),
        optional=sum(1 for question in guide.questions if question.optional),
        probes=sum(len(question.probes) for question in guide.questions),
        research_questions=len(guide.research_questions),
        evidence=evidence,
    )


def _collect_overruled(guide: Guide, evidence: Refs) -> Iterator[Overruled]:
    """The advice that the author set aside: reasons are the author's own, so those of the guide as it is now count."""
    from guide.advice import find_accepted

    found: dict[tuple[str, str], list[str]] = {}
    for one in find_accepted(guide):
        found.setdefault((one.rule, one.reason), []).extend((one.question,) if one.question is not None else ())
    if found:
        told = (OverruledAdvice(rule, reason, tuple(asked)) for (rule, reason), asked in found.items())
        yield Overruled(advice=tuple(told), evidence=evidence)


def _changes(earlier: InterviewFacts, later: InterviewFacts) -> Iterator[CopyChange]:
    """What changed in the questions from one interview to the next, in the later guide's order."""
    before = {question.id: question for question in earlier.guide.questions}
    after = {question.id: question for question in later.guide.questions}
    for id, question in after.items():
        if id not in before:
            yield CopyChange(later.name, "added", id, after=question.ask)
        elif before[id].ask != question.ask:
            yield CopyChange(later.name, "reworded", id, before[id].ask, question.ask)
    for id, question in before.items():
        if id not in after:
            yield CopyChange(later.name, "removed", id, before=question.ask)
    if [id for id in before if id in after] != [id for id in after if id in before]:
        yield CopyChange(later.name, "reordered", "")


def _document(path: Path) -> dict[object, object] | None:
    from guide.libyaml import yaml

    try:
        data = read_plain(path, _MAX_BYTES + 1)
        if len(data) > _MAX_BYTES or _is_too_deep(yaml.parse(data, Loader=yaml.CBaseLoader)):
            return None
        found = yaml.load(data, Loader=yaml.CBaseLoader)
    except (OSError, yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _is_too_deep(events: Iterable[object]) -> bool:
    """Whether building what is written could fill the stack, which ends a program at once on Windows."""
    from guide.libyaml import yaml

    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return True
    return False


def _change(found: dict[object, object]) -> RevisionChange:
    evidence = found.get("evidence")
    named = evidence if isinstance(evidence, list) else [evidence]
    refs = tuple(one_line(ref) for ref in named if isinstance(ref, str) and ref)
    others = found.get("others")
    return RevisionChange(
        question=_text(found, "question"),
        what=_text(found, "what"),
        why=_text(found, "why"),
        evidence=refs,
        kind=_text(found, "kind"),
        before=_text(found, "before"),
        after=_text(found, "after"),
        others=tuple(one for one in others if isinstance(one, str)) if isinstance(others, list) else (),
    )


def _text(found: dict[object, object], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""
