"""Each method fact as a sentence.

Built from nothing but the fact's own values.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from interviews.method.collect import STANDINGS
from interviews.method.facts import (
    BothSides,
    Counted,
    Dates,
    Durations,
    EnteredAfterwards,
    Fact,
    FieldNotes,
    GuideUsed,
    HeldWith,
    InterviewsHeld,
    NotComputed,
    Overruled,
    OverruledAdvice,
    PilotsHeld,
    ProbesTicked,
    QuestionsCovered,
    Recorded,
    RecordingDeclinedIn,
    Refs,
    Repeated,
    Revised,
    Revision,
    RevisionChange,
    Said,
    SaidOfEach,
    StoppedEarly,
    TranscriptReturned,
    Versions,
    Withdrew,
)
from interviews.method.read_through import STEPS
from tui.documents.to_markdown import inline
from tui.signs import LINE_BREAK
from tui.translator import Translator

NOUNS = (
    "interview", "participant", "pilot", "file", "notes", "bookmarks", "reflexive", "question", "probe", "target",
)  # fmt: skip
"""What sentences count: each noun in the singular and in the plural."""

_FEW = 4
_FIRST = 3


_CONSENT = {
    "consent": "method_consent",
    "consent_start": "method_consent_start",
    "consent_both": "method_consent_both",
}
"""The sentence for points by what they gate."""


def sentences(facts: Iterable[Fact], _: Translator) -> dict[str, str]:
    """The sentence of each fact by the fact's key, each ending with its evidence; Markdown, one line each."""
    said = ((fact, _sentence(fact, _)) for fact in facts)
    return {fact.key: f"{text} {evidence(fact.evidence, _)}".rstrip() for fact, text in said if text}


def plain(text: str) -> str:
    """People's words on one line of Markdown that shows exactly them; a line break is the sign that screens show."""
    return inline(text, LINE_BREAK)


def evidence(refs: Refs, _: Translator) -> str:
    """Evidence in square brackets: all of it where it is little, else the first three and how many there are."""
    if not refs:
        return ""
    named = ", ".join(plain(ref) for ref in refs[: _FIRST if len(refs) > _FEW else _FEW])
    return f"[{_('method_evidence_many', shown=named, count=len(refs))}]" if len(refs) > _FEW else f"[{named}]"


def _sentence(fact: Fact, _: Translator) -> str:
    match fact:
        case (
            InterviewsHeld()
            | EnteredAfterwards()
            | Repeated()
            | PilotsHeld()
            | Dates()
            | StoppedEarly()
            | RecordingDeclinedIn()
            | Withdrew()
        ):
            return _sample(fact, _)
        case Durations() | Recorded() | FieldNotes() | Counted() | BothSides() | ProbesTicked() | QuestionsCovered():
            return _describe_fact(fact, _)
        case GuideUsed() | Versions() | Revised() | HeldWith():
            return _guide(fact, _)
        case Overruled():
            return _("method_accepted", advice="; ".join(_describe_overruled(one, _) for one in fact.advice))
        case Said():
            return f"{_(f'method_key_{fact.key}')}: {plain(fact.text)}"
        case SaidOfEach():
            each = "; ".join(f"{plain(text)} ({', '.join(names)})" for text, names in fact.texts.items())
            return f"{_(f'method_key_{fact.key}')}: {each}"
        case TranscriptReturned():
            counts = [(step, getattr(fact, step)) for step in STEPS]
            parts = [_(f"method_step_{step}", n=n) for step, n in counts if n is not None]
            return _("method_transcript", parts=", ".join(parts))
        case NotComputed():
            return _(f"method_reason_{fact.reason}")
        case _:
            return ""


def _sample(
    fact: InterviewsHeld
    | EnteredAfterwards
    | Repeated
    | PilotsHeld
    | Dates
    | StoppedEarly
    | RecordingDeclinedIn
    | Withdrew,
    _: Translator,
) -> str:
    match fact:
        case EnteredAfterwards():
            return _("method_afterwards", interviews=_many(fact.count, "interview", _))
        case InterviewsHeld():
            return _(
                "method_interviews_one" if fact.count == 1 else "method_interviews",
                interviews=_many(fact.count, "interview", _),
                participants=_many(fact.participants, "participant", _),
            )
        case Withdrew():
            return _(
                "method_withdrawn_pilots" if fact.pilots else "method_withdrawn",
                participants=_many(fact.participants, "participant", _),
                shown=fact.held - fact.interviews,
                of=fact.held,
                pilots=_many(fact.pilots, "pilot", _),
            )
        case Repeated(participants=0):
            return _("method_no_repeats")
        case Repeated():
            return _("method_repeats", participants=_many(fact.participants, "participant", _))
        case PilotsHeld():
            pilots = _many(len(fact.names), "pilot", _)
            return _("method_pilots", pilots=pilots, names="; ".join(_pilots(fact, _)))
        case Dates():
            return _(
                "method_dates",
                first=_.date(fact.first),
                last=_.date(fact.last),
            )
        case RecordingDeclinedIn():
            told = (
                ("method_recording_declined", fact.count),
                ("method_recording_declined_agreed", fact.agreed_later),
                ("method_recording_declined_withdrawn", fact.withdrawn),
            )
            return " ".join(_(key, interviews=_many(count, "interview", _)) for key, count in told if count)
        case StoppedEarly():
            return _("method_stopped", interviews=_many(fact.count, "interview", _))


def _describe_fact(
    fact: Durations | Recorded | FieldNotes | Counted | BothSides | ProbesTicked | QuestionsCovered, _: Translator
) -> str:
    match fact:
        case Durations():
            return _(
                "method_lengths" if fact.key == "lengths" else "method_briefing",
                mean=_minutes(fact.mean, _),
                shortest=_minutes(fact.shortest, _),
                longest=_minutes(fact.longest, _),
                interviews=_many(fact.count, "interview", _),
            )
        case Recorded():
            interviews = _many(fact.interviews, "interview", _)
            return _("method_recording", interviews=interviews, files=_many(fact.files, "file", _))
        case FieldNotes():
            parts = [_("method_during", counts=_sorts(fact.during, _))] if any(fact.during.values()) else []
            parts += [_("method_after", counts=_sorts(fact.after, _))] if any(fact.after.values()) else []
            parts += [_("method_filled", n=fact.filled)] if fact.filled else []
            return _("method_field_notes", parts="; ".join(parts))
        case Counted(key="clarified"):
            concepts = ", ".join(f"{plain(concept)} {count}" for concept, count in fact.of.items())
            return _("method_clarified", concepts=concepts)
        case Counted(key="consent" | "consent_start" | "consent_both"):
            return _(_CONSENT[fact.key], points=_each_in(fact.of, _))
        case Counted(key="begun_before"):
            return _("method_begun_before", points=_each_in(fact.of, _))
        case Counted():
            return _("method_declined", questions=_each_in(fact.of, _))
        case BothSides():
            told = (_("review_sides", id=plain(id), **sides) for id, sides in fact.questions.items())
            return _("method_both_sides", questions="; ".join(told))
        case QuestionsCovered():
            counts = ((name, getattr(fact, name)) for name in STANDINGS)
            parts = [_(f"method_standing_{name}", questions=_with_counts(of)) for name, of in counts if of]
            return _("method_coverage", parts="; ".join(parts), interviews=fact.interviews)
        case ProbesTicked():
            done, not_needed = _with_counts(fact.done), _with_counts(fact.not_needed)
            parts = [_("method_probes_done", questions=done)] if done else []
            parts += [_("method_probes_not_needed", questions=not_needed)] if not_needed else []
            return _("method_probes", parts="; ".join(parts))


def _guide(fact: GuideUsed | Versions | Revised | HeldWith, _: Translator) -> str:
    match fact:
        case GuideUsed():
            return _(
                "method_guide",
                source=fact.source,
                questions=_many(fact.questions, "question", _),
                optional=fact.optional,
                probes=_many(fact.probes, "probe", _),
                targets=_many(fact.research_questions, "target", _),
            )
        case Versions(count=1):
            return _("method_same_guide")
        case Versions(changes=()):
            return _("method_versions", count=fact.count)
        case Versions():
            told = (
                _(
                    f"method_change_{change.kind}",
                    since=change.since,
                    question=plain(change.question),
                    before=plain(change.before),
                    after=plain(change.after),
                )
                for change in fact.changes
            )
            return _("method_versions_changed", count=fact.count, changes="; ".join(told))
        case HeldWith():
            each = (
                _("method_held_with" if number else "method_held_with_none", number=number, names=", ".join(names))
                for number, names in fact.revisions.items()
            )
            return _("method_revision_of_each", each="; ".join(each))
        case Revised():
            told = (_revision(revision, _) for revision in fact.revisions)
            return _("method_revisions", revisions="; ".join(told))


def _revision(revision: Revision, _: Translator) -> str:
    """A revision's name, with its date and the interview before it where they are recorded, then its changes."""
    when = [plain(_.date(revision.date))] if revision.date else []
    when += [_("method_revision_after", interview=plain(revision.after))] if revision.after else []
    changes = []
    for change in revision.changes:
        said = in_this_language(change, _)
        named = change.question in re.findall(r"[\w.]*\w", said)
        what = " ".join(plain(text) for text in ("" if named else change.question, said) if text)
        changes.append(_("method_revision_why", what=what, why=plain(change.why)) if change.why else what)
    name = _("diff_revision", number=revision.name)
    head = f"{name} ({', '.join(when)})" if when else name
    return f"{head}: {', '.join(changes)}" if changes else head


def in_this_language(change: RevisionChange, _: Translator) -> str:
    """A recorded change in the language of the text around it: told anew where it was recorded in the other one."""
    other = _describe_change(change, Translator("en" if _.language == "nb" else "nb"))
    if not other or not change.what.startswith(other):
        return change.what  # in this language already, or in somebody's own words
    return _describe_change(change, _)


def _describe_change(change: RevisionChange, _: Translator) -> str:
    """What the kind of a change says of it in words; empty where that does not say it."""
    id, before, after = change.question, change.before, change.after
    match change.kind, change.others:
        case "reworded", _:
            return _("change_reworded", id=id, before=before, after=after)
        case "added", _:
            return _("change_added", id=id, text=after)
        case "dropped", _:
            return _("change_dropped", id=id, text=before)
        case "moved", _:
            return _("change_moved_only", id=id)
        case "split", _:
            asks = zip((id, *change.others), after.split("\n"), strict=False)
            parts = ", ".join(f"{one} {_('revise_said', said=ask)}" for one, ask in asks)
            return _("change_split", id=id, before=before, after=parts)
        case "merged", (gone, *_):
            was, _break, too = before.partition("\n")
            return _("change_merged", id=id, other=gone, before=was, too=too, after=after)
        case "probe_added", _:
            return _("change_probe_added", id=id, text=after)
        case "probe_dropped", _:
            return _("change_probe_dropped", id=id, text=before)
        case "probe_reworded", _:
            return _("change_probe_reworded", id=id, before=before, after=after)
        case "accepted", _:
            return _("change_accepted_only", id=id or _("change_whole"))
        case _:
            return ""


def _describe_overruled(one: OverruledAdvice, _: Translator) -> str:
    """A rule that was set aside, where, and why."""
    rule, why = _(f"method_rule_{one.rule}"), plain(one.reason)
    if not one.questions:
        return _("method_revision_why", what=rule, why=why)
    where = _("method_accepted_in", rule=rule, questions=", ".join(map(plain, one.questions)))
    return _("method_revision_why", what=where, why=why)


def _pilots(fact: PilotsHeld, _: Translator) -> Iterator[str]:
    """The pilots by name, each with its kind where that was told."""
    for name in fact.names:
        yield f"{name}, {_(f'pilot_kind_{fact.kinds[name]}')}" if name in fact.kinds else name


def _many(n: int, noun: str, _: Translator) -> str:
    return _(f"method_one_{noun}") if n == 1 else _(f"method_many_{noun}", n=n)


def _minutes(seconds: float, _: Translator) -> str:
    minutes, left = divmod(int(seconds), 60)  # as every other clock of ours has it
    return _("method_seconds" if minutes else "method_seconds_alone", minutes=minutes, seconds=left)


def _sorts(counts: Mapping[str, int], _: Translator) -> str:
    return ", ".join(_many(n, sort, _) for sort, n in counts.items() if n)


def _with_counts(of: Mapping[str, int]) -> str:
    return ", ".join(f"{plain(id)} {count}" for id, count in of.items())


def _each_in(of: Mapping[str, int], _: Translator) -> str:
    each = ((plain(what), _many(count, "interview", _)) for what, count in of.items())
    return ", ".join(_("method_in", what=what, interviews=interviews) for what, interviews in each)
