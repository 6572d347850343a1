"""Changes as a person would tell them.

In a sentence that reads well years later, in the guide's language.
"""

from collections.abc import Mapping, Sequence

from guide.diff import CLOSING_PLACE, NAMED_BY, Change, Spot, diff
from guide.frozen import Value
from guide.model import Concept, DataLimits, Guide, Point, Probe, Question, Recorder, ResearchQuestion, Section
from interviews.revisions import RecordedChange
from interviews.revisions.acts import Done
from tui.sentences.code_names import LIMIT_NAMES, RULE_NAMES
from tui.translator import N_, Translator

_COLOURS = {
    "green": N_("green"),
    "yellow": N_("yellow"),
    "red": N_("red"),
    "black": N_("black"),
}


PART_NAMES = {
    "research_question": N_("research question"),
    "concept": N_("concept"),
    "opening": N_("point of the opening"),
    "section": N_("section"),
    "after": N_("point after the interview"),
}


KEY_NAMES = {
    "title": N_("the title"),
    "language": N_("the language"),
    "minutes": N_("the planned time"),
    "problem": N_("the problem statement"),
    "bridges": N_("the sentences back to the guide"),
    "on_withdrawal": N_("what happens at a withdrawal"),
    "anonymous": N_("that the study stays anonymous"),
    "recorder": N_("the recorder"),
    "data": N_("the material's class and dates"),
    "accepted": N_("accepted advice"),
    "id": N_("the id"),
    "short": N_("the label"),
    "serves": N_("the research question it serves"),
    "optional": N_("optional"),
    "concepts": N_("the concepts"),
    "listen_for": N_("the cue words"),
    "priority": N_("what is told first when time runs out"),
    "examples": N_("examples wanted"),
    "leans_on": N_("what the question leans on"),
    "alone": N_("the stand-alone wording"),
    "two_sided": N_("both sides"),
    "sensitive": N_("sensitive topic"),
    "aim": N_("the remark"),
    "text": N_("the text"),
    "parts": N_("the parts"),
    "name": N_("the name"),
    "say": N_("the sentence to say"),
    "full": N_("the definition"),
    "point": N_("the text"),
    "gate": N_("what the point must come before"),
}


class ChangeText(Value):
    """A change in words. ``kind`` is for other programs, ``short`` stands at the head of a line.

    ``behind_id`` is the sentence where the question's id stands before it already; empty where ``short`` does for that.
    """

    question: str
    kind: str
    short: str
    what: str
    before: str = ""
    after: str = ""
    behind_id: str = ""


def describe(change: Change, _: Translator) -> ChangeText:
    """What changed, in words; wordings are quoted exactly as they are."""
    id, kind, before, after = change.question, change.kind, change.before, change.after
    match kind:
        case "reworded":
            what = _("{id} was reworded: “{before}” → “{after}”", id=id, before=before, after=after)
            return ChangeText(id, kind, _("reworded"), what, before, after)
        case "moved":
            place, was = place_in_words(before, after, _), place_in_words(after, before, _)
            what = _("{id} was moved and now stands {place}", id=id, place=place)
            return ChangeText(id, kind, _("moved: {place}", place=place), what, was, place)
        case "split":
            parts = ", ".join(f"{one} {_('“{said}”', said=ask)}" for one, ask in after)
            what = _("{id} was split: “{before}” → {after}", id=id, before=before, after=parts)
            short = _("split into {ids}", ids=", ".join(one for one, _ask in after))
            return ChangeText(id, kind, short, what, before, "\n".join(ask for _id, ask in after))
        case "merged":
            other, (was, too) = change.name, before
            what = _(
                "{other} was merged into {id}: “{before}” and “{too}” → “{after}”",
                id=id,
                other=other,
                before=was,
                too=too,
                after=after,
            )
            return ChangeText(id, kind, _("merged with {other}", other=other), what, f"{was}\n{too}", after)
        case "added":
            what = _("New question, {id}: “{text}”", id=id, text=after.ask)
            return ChangeText(id, kind, _("new question"), what, after=after.ask)
        case "dropped":
            what = _("{id} was dropped: “{text}”", id=id, text=before.ask)
            return ChangeText(id, kind, _("dropped"), what, before=before.ask)
        case "changed":
            return _field(change, _)
        case "probe_added" | "probe_dropped" | "probe_reworded" | "probe_moved":
            return _probe(change, _)
        case _:
            return _part(change, _)


def place_in_words(before: Spot, after: Spot, _: Translator) -> str:
    """Where a question stands now: in front of what it was moved up to, else behind what it was moved down to."""
    last = float("inf")
    forward = (after.section or last, after.place) > (before.section or last, before.place)
    stands = after.follows if (forward and after.follows) or not after.precedes else ""
    place = _("after {id}", id=stands) if stands else ""
    place = place or (_("before {id}", id=after.precedes) if after.precedes else "")
    if after.section == CLOSING_PLACE != before.section:
        return _("in the closing")
    if after.section == before.section or not after.title:
        return place
    return (
        _("{place} (in “{title}”)", title=after.title, place=place) if place else _("in “{title}”", title=after.title)
    )


def _probe(change: Change, _: Translator) -> ChangeText:
    id = change.question
    old, new = ("" if probe is None else _describe_probe(probe, _) for probe in (change.before, change.after))
    match change.kind:
        case "probe_added":
            short, what = _("new probe"), _("{id} got the probe “{text}”", id=id, text=new)
        case "probe_dropped":
            short, what = _("probe dropped"), _("The probe “{text}” of {id} was dropped", id=id, text=old)
        case "probe_reworded":
            what = _("A probe of {id} was reworded: “{before}” → “{after}”", id=id, before=old, after=new)
            short = _("probe reworded")
        case _:
            what = _("The probe “{text}” of {id} stands in another place", id=id, text=old)
            behind = f"{_('probe moved')}: {_('“{said}”', said=old)}"
            return ChangeText(id, change.kind, _("probe moved"), what, behind_id=behind)
    behind = "" if change.kind == "probe_reworded" else f"{short}: {_('“{said}”', said=old or new)}"
    return ChangeText(id, change.kind, short, what, old, new, behind)


def _describe_probe(probe: Probe, _: Translator) -> str:
    return (
        probe.ask if probe.condition is None else _("{ask} (if {condition})", ask=probe.ask, condition=probe.condition)
    )


def _field(change: Change, _: Translator) -> ChangeText:
    id, key, before, after = change.question, change.key, change.before, change.after
    of = id or _("The guide")
    old, new = _value(before, _), _value(after, _)
    if key == "accepted" and isinstance(before, Mapping) and isinstance(after, Mapping):
        rules = [rule for rule in after if after[rule] != before.get(rule)]
        if rules:
            named = ", ".join(_("“{said}”", said=_(RULE_NAMES[rule])) for rule in rules)
            what = _("{id} was left as it is despite advice on {rule}", rule=named, id=of)
            told = f"{_('kept despite advice')}: {named}" if id else ""
            return ChangeText(id, "accepted", _("kept despite advice"), what, behind_id=told)
    if key == "leans_on":
        gone = [name for name in _as_texts(before) if name not in _as_texts(after)]
        come = [name for name in _as_texts(after) if name not in _as_texts(before)]
        parts = [_("{id} now leans on {on}", id=id, on=", ".join(come))] if come else []
        parts += [_("{id} no longer leans on {on}", id=id, on=", ".join(gone))] if gone else []
        behind = [_("now leans on {on}", on=", ".join(come))] if come else []
        behind += [_("no longer leans on {on}", on=", ".join(gone))] if gone else []
        if parts:
            short = _("what the question leans on")
            return ChangeText(id, "changed", short, "; ".join(parts), old, new, "; ".join(behind))
    behind_id = _set("", key, before, after, _) if id else ""
    return ChangeText(id, "changed", _(KEY_NAMES[key]), _set(of, key, before, after, _), old, new, behind_id)


def _set(of: str, key: str, before: object, after: object, _: Translator) -> str:
    """That a key of the guide has another value now, or none; ``of`` what, empty where that stands before it."""
    name = _(KEY_NAMES[key])

    def show(value: object) -> str:
        text = _value(value, _)
        return _("“{said}”", said=text) if isinstance(value, str) and " " in text else text

    if not _value(after, _):
        taken = N_("{of}: {key} ({before}) was taken away") if of else N_("{key} ({before}) was taken away")
        return _(taken, of=of, key=name, before=show(before))
    return _(N_("{of}: {key} is now {after}") if of else N_("{key} is now {after}"), of=of, key=name, after=show(after))


def _part(change: Change, _: Translator) -> ChangeText:
    name, _is, what_became = change.kind.rpartition("_")
    part, before, after = _(PART_NAMES[name]), change.before, change.after
    match what_became:
        case "added":
            old, new = "", _name_value(after)
            what = _("New in the guide, {part}: “{text}”", part=part, text=new)
        case "dropped":
            old, new = _name_value(before), ""
            what = _("Taken out of the guide, {part}: “{text}”", part=part, text=old)
        case "moved":
            old, new = "", ""
            what = _("Moved in the guide, {part}: “{text}”", part=part, text=getattr(before, NAMED_BY[name]))
        case _:
            old, new = _value(before, _), _value(after, _)
            of = f"{part} {_('“{said}”', said=change.name)}" if change.name else part
            what = _set(of, change.key, before, after, _)
    return ChangeText("", change.kind, part, what, old, new)


def _name_value(value: ResearchQuestion | Concept | Point | Section) -> str:
    match value:
        case ResearchQuestion():
            return f"{value.id} {value.text}"
        case Concept():
            return value.name
        case Point():
            return value.text
        case Section():
            return value.title


def _value(value: object, _: Translator) -> str:
    """A value of the guide as it is written in ``guide.yaml``, on one line."""
    match value:
        case None | () | "":
            return ""
        case bool():
            return _("yes") if value else _("no")
        case float():
            return f"{value:g}"
        case Mapping():
            return "; ".join(f"{key}: {one}" for key, one in value.items())
        case tuple():
            return ", ".join(_value(one, _) for one in value)
        case Recorder(name=name, limit=limit):
            return ", ".join(filter(None, (name, _("at most {minutes} min", minutes=f"{limit:g}") if limit else "")))
        case DataLimits():
            dates = (f"{_(LIMIT_NAMES[name])} {_.date(date)}" for name, date in value.dates.items())
            return ", ".join((*([_(_COLOURS[value.colour])] if value.colour else []), *dates))
        case Probe():
            return _describe_probe(value, _)
        case Question():
            return value.ask
        case _ if hasattr(value, "text"):
            return str(value.text)
        case _:
            return str(value)


def _as_texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def record_changes(done: Sequence[Done], _: Translator) -> tuple[RecordedChange, ...]:
    """The changes that decisions made, one each, in the order in which they were taken."""
    return tuple(change for one in done if (change := record_change(one, _)) is not None)


def record_change(done: Done, _: Translator) -> RecordedChange | None:
    """The change that a decision made, with what it brought along; None where it changed nothing."""
    if done.told is None:
        return None
    main = describe(done.told, _)
    more = [describe(change, _).what for change in done.along]
    return RecordedChange(
        question=main.question,
        kind=main.kind,
        what="; ".join((main.what, *more)),
        before=main.before,
        after=main.after,
        why=done.decision.why,
        evidence=done.decision.evidence,
        others=done.others,
    )


def by_hand(before: Guide, after: Guide, _: Translator) -> tuple[RecordedChange, ...]:
    """What was changed in the file itself: the reason and the evidence are not known."""
    every = (describe(change, _) for change in diff(before, after))
    return tuple(RecordedChange(one.question, one.kind, one.what, one.before, one.after) for one in every)
