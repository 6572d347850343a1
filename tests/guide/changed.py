"""What differs between two guides, found by comparing them without regard to how one became the other."""

from collections.abc import Iterable, Mapping

from guide.diff import GUIDE_FIELDS, QUESTION_FIELDS, Change
from guide.labels import label_of
from guide.model import Guide, Point, Question
from guide.problems import fold_case

Facts = set[tuple[str, str]]
"""What differs, each with the folded id of its question, or with nothing."""


def is_told_in_full(old: Guide, new: Guide, changes: Iterable[Change]) -> bool:
    """Whether changes tell everything that differs, and nothing that does not."""
    told = {_as_fact(change) for change in changes}
    sections = {fact for fact in told if fact[0].startswith("section_")}
    serving = {fact for fact in told if fact[0] == "serves"}
    found = _in_guide(old, new)
    olds, news = _by_id(old), _by_id(new)
    found |= {("added", id) for id in news.keys() - olds.keys()} | {("dropped", id) for id in olds.keys() - news.keys()}
    for id in olds.keys() & news.keys():
        found |= {(fact, id) for fact in _in_question(olds[id], news[id])}
    wanted = {fact for fact in found if fact[0] != "serves"}
    known = told - sections - serving - {fact for fact in told if fact[0] == "moved"}
    by_sections = {fact for fact in found - serving if fact[0] == "serves"}
    served = _served_by_section(old), _served_by_section(new)
    kept = {("serves", id) for id in olds.keys() & news.keys() if served[0].get(id) != served[1].get(id)}
    return (
        known == wanted
        and serving <= found | kept
        and _order_is_told(old, new, told)
        and not (by_sections and not sections)
    )


def _served_by_section(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """What the sections of questions serve: where that changes, a question may be told to serve what it did."""
    return {fold_case(question.id): section.serves for section in guide.sections for question in section.questions}


def _as_fact(change: Change) -> tuple[str, str]:
    part = change.kind.rpartition("_")[0]
    if part == "probe":
        return "probes", fold_case(change.question)
    if part not in ("", "section"):
        return part, ""
    return change.key if change.kind == "changed" else change.kind, fold_case(change.question)


def _in_guide(old: Guide, new: Guide) -> Facts:
    found = {(key, "") for key in GUIDE_FIELDS if getattr(old, key) != getattr(new, key)}
    parts = {"research_question": "research_questions", "concept": "concepts", "opening": "opening", "after": "after"}
    return found | {
        (part, "") for part, key in parts.items() if _unnumbered(getattr(old, key)) != _unnumbered(getattr(new, key))
    }


def _unnumbered(parts: Iterable[object]) -> list[object]:
    """Parts, without the names of points that have their place for one."""
    return [
        one.but(id="") if isinstance(one, Point) and one.id == str(place) else one for place, one in enumerate(parts, 1)
    ]


def _in_question(old: Question, new: Question) -> Iterable[str]:
    if old.ask != new.ask:
        yield "reworded"
        old = old.but(label=label_of(new.ask)) if old.label == label_of(old.ask) else old
    if old.probes != new.probes:
        yield "probes"
    yield from (key for key, field in QUESTION_FIELDS.items() if getattr(old, field) != getattr(new, field))


def _by_id(guide: Guide) -> Mapping[str, Question]:
    return {fold_case(question.id): question for question in guide.questions}


def _order_is_told(old: Guide, new: Guide, told: Facts) -> bool:
    """Whether a question or a section is said to have moved where the order of those in both is another one."""
    olds, news = _by_id(old), _by_id(new)
    moves = any(fact[0] in ("moved", "section_moved") for fact in told)
    is_another = [id for id in olds if id in news] != [id for id in news if id in olds]
    same_sections = [one.title for one in old.sections] == [one.title for one in new.sections]
    homes = [
        {fold_case(one.id): at for at, each in enumerate(g.sections) for one in each.questions} for g in (old, new)
    ]
    settled = same_sections and all(homes[0].get(id) == homes[1].get(id) for id in olds.keys() & news.keys())
    return (
        moves
        if is_another
        else not (moves and settled and len({one.title for one in old.sections}) == len(old.sections))
    )
