"""A change between two guides as a person would tell it: in a sentence, in a word, and with what stood before."""

from collections.abc import Mapping

from guide import changes as kinds
from guide.changes import Change, Spot
from guide.model import Concept, Guide, Point, Probe, Question, Recorder, ResearchQuestion, Section
from guide.values import Value
from tui.words import Words


class Told(Value):
    """A change in words. ``kind`` is for other programs, ``short`` stands at the head of a line."""

    question: str
    kind: str
    short: str
    what: str
    before: str = ""
    after: str = ""


def told(change: Change, words: Words) -> Told:
    """What changed, in words; wordings are quoted exactly as they are."""
    id = change.question
    match change:
        case kinds.Reworded(before=before, after=after):
            what = words("change_reworded", id=id, before=before, after=after)
            return Told(id, "reworded", words("changed_reworded"), what, before, after)
        case kinds.Moved(before=before, after=after):
            return _moved(id, before, after, words)
        case kinds.Added(value=question):
            what = words("change_added", id=id, text=question.ask)
            return Told(id, "added", words("changed_added"), what, after=question.ask)
        case kinds.Dropped(value=question):
            what = words("change_dropped", id=id, text=question.ask)
            return Told(id, "dropped", words("changed_dropped"), what, before=question.ask)
        case kinds.FieldChanged():
            return _field(change, words)
        case kinds.PartAdded() | kinds.PartDropped() | kinds.PartMoved() | kinds.PartChanged():
            return _part(change, words)
        case _:
            return _probe(change, words)


def place_in_words(before: Spot, after: Spot, words: Words) -> str:
    """Where a question stands now: in front of what it was moved up to, else behind what it was moved down to."""
    last = float("inf")
    forward = (after.section or last, after.place) > (before.section or last, before.place)
    stands = after.follows if (forward and after.follows) or not after.precedes else ""
    place = words("spot_behind", id=stands) if stands else ""
    place = place or (words("spot_before", id=after.precedes) if after.precedes else "")
    if after.section == kinds.CLOSING_PLACE != before.section:
        return words("spot_closing")
    if after.section == before.section or not after.title:
        return place
    return words("spot_section", title=after.title, place=place) if place else words("spot_alone", title=after.title)


def moved_told(before: Guide, after: Guide, id: str, words: Words) -> Told:
    """A question that was moved on purpose: of two that changed places it is this one, whatever the guides tell."""
    return _moved(id, _spot(before, id), _spot(after, id), words)


def split_told(before: Guide, after: Guide, id: str, new: tuple[str, ...], words: Words) -> Told:
    """One question that became several."""
    was, now = _ask(before, id), [(one, _ask(after, one)) for one in (id, *new)]
    parts = ", ".join(f"{one} {words('revise_said', said=ask)}" for one, ask in now)
    what = words("change_split", id=id, before=was, after=parts)
    return Told(
        id, "split", words("changed_split", ids=", ".join((id, *new))), what, was, "\n".join(ask for _, ask in now)
    )


def merged_told(before: Guide, after: Guide, id: str, gone: str, words: Words) -> Told:
    """Two questions that became one."""
    was, too, now = _ask(before, id), _ask(before, gone), _ask(after, id)
    what = words("change_merged", id=id, other=gone, before=was, too=too, after=now)
    return Told(id, "merged", words("changed_merged", other=gone), what, f"{was}\n{too}", now)


def _spot(guide: Guide, id: str) -> Spot:
    lists = [(place, one.title, one.questions) for place, one in enumerate(guide.sections, 1)]
    for section, title, questions in (*lists, (kinds.CLOSING_PLACE, "", guide.closing)):
        ids = [question.id for question in questions]
        if id in ids:
            at = ids.index(id)
            follows, precedes = ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else ""
            return Spot(section, title, at + 1, follows, precedes)
    return Spot(kinds.CLOSING_PLACE, "", 0)


def _ask(guide: Guide, id: str) -> str:
    question = guide.question(id)
    return question.ask if question is not None else ""


def _moved(id: str, before: Spot, after: Spot, words: Words) -> Told:
    place = place_in_words(before, after, words)
    was = place_in_words(after, before, words)
    what = words("change_moved", id=id, place=place)
    return Told(id, "moved", words("changed_moved", id=id, place=place), what, was, place)


def _probe(change: Change, words: Words) -> Told:
    id = change.question
    match change:
        case kinds.ProbeAdded(probe=probe):
            text = _asked(probe, words)
            what = words("change_probe_added", id=id, text=text)
            return Told(id, "probe_added", words("changed_probe_added"), what, after=text)
        case kinds.ProbeDropped(probe=probe):
            text = _asked(probe, words)
            what = words("change_probe_dropped", id=id, text=text)
            return Told(id, "probe_dropped", words("changed_probe_dropped"), what, before=text)
        case kinds.ProbeReworded(before=before, after=after):
            old, new = _asked(before, words), _asked(after, words)
            what = words("change_probe_reworded", id=id, before=old, after=new)
            return Told(id, "probe_reworded", words("changed_probe_reworded"), what, old, new)
        case kinds.ProbeMoved(probe=probe):
            text = _asked(probe, words)
            what = words("change_probe_moved", id=id, text=text)
            return Told(id, "probe_moved", words("changed_probe_moved"), what)
        case _:
            raise TypeError(change.kind)


def _asked(probe: Probe, words: Words) -> str:
    return probe.ask if probe.condition is None else words("change_condition", ask=probe.ask, condition=probe.condition)


def _field(change: kinds.FieldChanged, words: Words) -> Told:
    id, key, before, after = change.question, change.key, change.before, change.after
    of = id or words("change_whole")
    old, new = _value(before, words), _value(after, words)
    if key == "accepted" and isinstance(before, Mapping) and isinstance(after, Mapping):
        rules = [rule for rule in after if after[rule] != before.get(rule)]
        if rules:
            named = ", ".join(words("revise_said", said=words(f"method_rule_{rule}")) for rule in rules)
            what = words("change_accepted", rule=named, id=of)
            return Told(id, "accepted", words("changed_accepted"), what)
    if key == "leans_on":
        gone = [name for name in _listed(before) if name not in _listed(after)]
        come = [name for name in _listed(after) if name not in _listed(before)]
        parts = [words("change_leans", id=id, on=", ".join(come))] if come else []
        parts += [words("change_leans_none", id=id, on=", ".join(gone))] if gone else []
        if parts:
            return Told(id, "changed", words("key_leans_on"), "; ".join(parts), old, new)
    return Told(id, "changed", words(f"key_{key}"), _set(of, key, before, after, words), old, new)


def _set(of: str, key: str, before: object, after: object, words: Words) -> str:
    """That a key of the guide has another value now, or none."""
    name = words(f"key_{key}")

    def shown(value: object) -> str:
        text = _value(value, words)
        return words("revise_said", said=text) if isinstance(value, str) and " " in text else text

    if not _value(after, words):
        return words("change_unset", of=of, key=name, before=shown(before))
    return words("change_set", of=of, key=name, after=shown(after))


def _part(change: kinds.PartAdded | kinds.PartDropped | kinds.PartMoved | kinds.PartChanged, words: Words) -> Told:
    part = words(f"part_{change.part}")
    match change:
        case kinds.PartAdded(value=value):
            text = _named(value)
            return Told("", change.kind, part, words("change_part_added", part=part, text=text), after=text)
        case kinds.PartDropped(value=value):
            text = _named(value)
            return Told("", change.kind, part, words("change_part_dropped", part=part, text=text), before=text)
        case kinds.PartMoved(name=name):
            return Told("", change.kind, part, words("change_part_moved", part=part, text=name))
        case kinds.PartChanged(name=name, key=key, before=before, after=after):
            old, new = _value(before, words), _value(after, words)
            of = f"{part} {words('revise_said', said=name)}" if name else part
            return Told("", change.kind, part, _set(of, key, before, after, words), old, new)


def _named(value: ResearchQuestion | Concept | Point | Section) -> str:
    match value:
        case ResearchQuestion():
            return f"{value.id} {value.text}"
        case Concept():
            return value.name
        case Point():
            return value.text
        case Section():
            return value.title


def _value(value: object, words: Words) -> str:
    """A value of the guide as it is written in ``guide.yaml``, on one line."""
    match value:
        case None | () | "":
            return ""
        case bool():
            return words("change_yes") if value else words("change_no")
        case float():
            return f"{value:g}"
        case Mapping():
            return "; ".join(f"{key}: {one}" for key, one in value.items())
        case tuple():
            return ", ".join(_value(one, words) for one in value)
        case Recorder(name=name, limit=limit):
            return ", ".join(filter(None, (name, words("recorder_limit", minutes=f"{limit:g}") if limit else "")))
        case Probe():
            return _asked(value, words)
        case Question():
            return value.ask
        case _ if hasattr(value, "text"):
            return str(value.text)
        case _:
            return str(value)


def _listed(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
