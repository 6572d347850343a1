"""The method chapter: its facts as sentences, and the document.

A sentence is built from nothing but its fact's own values. The text has a paragraph in both languages, COREQ, SRQR and
information power.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from interviews.core.checklists import STEPS
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
    HeldBy,
    HeldWith,
    InterviewsHeld,
    NotComputed,
    Overruled,
    OverruledAdvice,
    PilotsHeld,
    Power,
    ProbesTicked,
    QuestionsCovered,
    Recorded,
    RecordingDeclinedIn,
    Refs,
    Repeated,
    Revised,
    Revision,
    Said,
    SaidOfEach,
    StoppedEarly,
    TranscriptReturned,
    Versions,
    Withdrew,
)
from interviews.study.facts import SCALES
from tui.changes.reasons import retell_why
from tui.changes.retell import retell_change
from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    table_of,
)
from tui.escape import visible_lines
from tui.sentences.code_names import PILOT_KIND_NAMES, RULE_NAMES
from tui.signs import LINE_BREAK
from tui.translator import N_, NORWEGIAN, NP_, Translator

_KEYS = {
    "interviewer": N_("Interviewer"),
    "credentials": N_("Credentials"),
    "occupation": N_("Occupation"),
    "gender": N_("Gender"),
    "training": N_("Experience and training"),
    "relationship": N_("Relationship with the participants"),
    "knowledge": N_("What the participants knew of the interviewer"),
    "characteristics": N_("The interviewer's pre-understanding"),
    "methodology": N_("Methodology"),
    "context": N_("Context"),
    "sampling": N_("Sampling"),
    "approach": N_("Method of approach"),
    "non_participation": N_("Non-participation"),
    "sample": N_("The participants"),
    "ethics": N_("Ethics"),
    "project_end": N_("Project end"),
    "processing": N_("Data processing"),
    "setting": N_("Setting"),
    "others_present": N_("Others present"),
}


_CHANGES = {
    "reworded": N_("from {since} on {question} was reworded from “{before}” to “{after}”"),
    "added": N_("from {since} on {question} was added: “{after}”"),
    "removed": N_("from {since} on {question} was gone: “{before}”"),
    "reordered": N_("from {since} on the questions stood in another order"),
}


_STANDINGS = {
    "questions": N_("covered: {questions}"),
    "mentioned": N_("mentioned: {questions}"),
    "described": N_("described: {questions}"),
    "with_example": N_("with an example: {questions}"),
    "unasked": N_("covered without being asked: {questions}"),
    "declined": N_("would rather not answer: {questions}"),
    "skipped": N_("skipped: {questions}"),
    "asked": N_("asked but not marked: {questions}"),
    "touched": N_("only touched in notes: {questions}"),
    "untouched": N_("not brought up: {questions}"),
}


_STEPS = {
    "offered": N_("offered to {n}"),
    "wanted": N_("wanted by {n}"),
    "sent": N_("sent to {n}"),
    "comments": N_("commented on by {n}"),
    "done": N_("done {n}"),
}


_REASONS = {
    "outside_logs": N_(
        "Not computed: the logs show what was talked about, not whether more talk would have given anything new. Saturation is a judgement in the analysis; see information power."
    ),
}


_FEW = 4
_FIRST = 3


_CONSENT = {
    "consent": N_("Points wanted before recording, ticked: {points}."),
    "consent_start": N_("Points wanted before the first question, ticked: {points}."),
    "consent_both": N_("Points wanted before the first question and recording, ticked: {points}."),
}
"""The sentence for points by what they gate."""


def sentences(facts: Iterable[Fact], _: Translator) -> dict[str, str]:
    """The sentence of each fact by the fact's key, each ending with its evidence in square brackets."""
    return {key: " ".join(span.shown for span in line) for key, line in _lines(facts, _).items()}


def _lines(facts: Iterable[Fact], _: Translator) -> dict[str, Line]:
    said = ((fact, _sentence(fact, _)) for fact in facts)
    return {fact.key: (Span(text), *_evidence(fact.evidence, _)) for fact, text in said if text}


def plain(text: str) -> str:
    """People's words on one line; a line break is the sign that screens show."""
    return LINE_BREAK.join(visible_lines(text))


def _evidence(refs: Refs, _: Translator) -> Line:
    """Evidence: all of it where it is little, else the first three and how many there are."""
    if not refs:
        return ()
    named = ", ".join(plain(ref) for ref in refs[: _FIRST if len(refs) > _FEW else _FEW])
    told = _("{shown} … {count} in all", shown=named, count=len(refs)) if len(refs) > _FEW else named
    return (Span(told, "source"),)


def _sentence(fact: Fact, _: Translator) -> str:
    match fact:
        case (
            InterviewsHeld()
            | HeldBy()
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
            return _(
                "Advice on wording that was overruled: {advice}.",
                advice="; ".join(_describe_overruled(one, _) for one in fact.advice),
            )
        case Said():
            return f"{_(_KEYS[fact.key])}: {plain(fact.text)}"
        case SaidOfEach():
            each = "; ".join(f"{plain(text)} ({', '.join(names)})" for text, names in fact.texts.items())
            return f"{_(_KEYS[fact.key])}: {each}"
        case TranscriptReturned():
            counts = [(step, getattr(fact, step)) for step in STEPS]
            parts = [_(_STEPS[step], n=n) for step, n in counts if n is not None]
            return _("Transcripts returned for reading: {parts}.", parts=", ".join(parts))
        case NotComputed():
            return _(_REASONS[fact.reason])
        case _:
            return ""


def _sample(
    fact: InterviewsHeld
    | HeldBy
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
            return _(
                "Held without the program and entered afterwards, from paper: {interviews}, without times and in no duration.",
                interviews=_many(fact.count, "interview", _),
            )
        case InterviewsHeld():
            return _.ngettext(
                "There was {interviews}, with {participants}.",
                "There were {interviews}, with {participants}.",
                fact.count,
                interviews=_many(fact.count, "interview", _),
                participants=_many(fact.participants, "participant", _),
            )
        case HeldBy():
            hands = [f"{by} ({', '.join(names)})" for by, names in fact.hands.items()]
            hands += [_("not said ({names})", names=", ".join(fact.unsaid))] * bool(fact.unsaid)
            return _("Held by, initials: {hands}.", hands="; ".join(hands))
        case Withdrew():
            return _(
                N_("Withdrawn: {participants}, among them with {pilots}; {shown} of {of} interviews are included.")
                if fact.pilots
                else N_("Withdrawn: {participants}; {shown} of {of} interviews are included."),
                participants=_many(fact.participants, "participant", _),
                shown=fact.held - fact.interviews,
                of=fact.held,
                pilots=_many(fact.pilots, "pilot", _),
            )
        case Repeated(participants=0):
            return _("Nobody was interviewed more than once.")
        case Repeated():
            return _(
                "More than one interview was held with {participants}.",
                participants=_many(fact.participants, "participant", _),
            )
        case PilotsHeld():
            pilots = _many(len(fact.names), "pilot", _)
            return _(
                "The guide was tried out in {pilots} ({names}), not counted among the interviews.",
                pilots=pilots,
                names="; ".join(_pilots(fact, _)),
            )
        case Dates() if fact.first == fact.last and fact.first.count("-") == 2:  # a day, not a finished study's month
            return _("Interviewing took place on {date}.", date=_.date(fact.first))
        case Dates():
            return _(
                "The first interview was held on {first}, the last on {last}.",
                first=_.date(fact.first),
                last=_.date(fact.last),
            )
        case RecordingDeclinedIn():
            told = (
                (N_("In {interviews} the informant declined to be recorded."), fact.count),
                (
                    N_(
                        "In {interviews} the informant declined to be recorded at first, and the recorder was started later."
                    ),
                    fact.agreed_later,
                ),
                (N_("In {interviews} the informant wished the recording to go no further."), fact.withdrawn),
            )
            return " ".join(_(key, interviews=_many(count, "interview", _)) for key, count in told if count)
        case StoppedEarly():
            return _(
                "{interviews} stopped early because the informant wished to.",
                interviews=_many(fact.count, "interview", _),
            )


def _describe_fact(
    fact: Durations | Recorded | FieldNotes | Counted | BothSides | ProbesTicked | QuestionsCovered, _: Translator
) -> str:
    match fact:
        case Durations(count=1):
            alone = (
                N_(
                    "From the first question to the end the one interview that was measured lasted {length}, pauses and breaks not counted."
                )
                if fact.key == "lengths"
                else N_(
                    "The briefing before the first question lasted {length} in the one interview that was measured, pauses and breaks not counted."
                )
            )
            return _(alone, length=_minutes(fact.mean, _))
        case Durations():
            return _(
                N_(
                    "From the first question to the end the interviews lasted {mean} on average ({shortest} to {longest}; measured: {interviews}), pauses and breaks not counted."
                )
                if fact.key == "lengths"
                else N_(
                    "The briefing before the first question lasted {mean} on average ({shortest} to {longest}; measured: {interviews}), pauses and breaks not counted."
                ),
                mean=_minutes(fact.mean, _),
                shortest=_minutes(fact.shortest, _),
                longest=_minutes(fact.longest, _),
                interviews=_many(fact.count, "interview", _),
            )
        case Recorded():
            interviews = _many(fact.interviews, "interview", _)
            return _(
                "Audio recording is marked in {interviews}, {files} in all.",
                interviews=interviews,
                files=_many(fact.files, "file", _),
            )
        case FieldNotes():
            parts = (
                [_("during the interviews {counts}", counts=_sorts(fact.during, _))]
                if any(fact.during.values())
                else []
            )
            parts += [_("after them {counts}", counts=_sorts(fact.after, _))] if any(fact.after.values()) else []
            parts += [_("bookmarks that were given words: {n}", n=fact.filled)] if fact.filled else []
            return _("Field notes: {parts}.", parts="; ".join(parts))
        case Counted(key="clarified"):
            concepts = ", ".join(f"{plain(concept)} {count}" for concept, count in fact.of.items())
            return _("Clarifications of concepts, number of times: {concepts}.", concepts=concepts)
        case Counted(key="consent" | "consent_start" | "consent_both"):
            return _(_CONSENT[fact.key], points=_each_in(fact.of, _))
        case Counted(key="begun_before"):
            return _("Interview or recording begun before this was ticked: {points}.", points=_each_in(fact.of, _))
        case Counted():
            return _(
                "Questions that the informant would rather not answer: {questions}.", questions=_each_in(fact.of, _)
            )
        case BothSides():
            told = (
                _("{id}: {positive} positive, {negative} negative", id=plain(id), **sides)
                for id, sides in fact.questions.items()
            )
            return _("Experiences counted on both sides: {questions}.", questions="; ".join(told))
        case QuestionsCovered():
            counts = ((name, getattr(fact, name)) for name in STANDINGS)
            single = fact.interviews == 1
            parts = [
                _(_STANDINGS[name], questions=", ".join(map(plain, of)) if single else _with_counts(of))
                for name, of in counts
                if of
            ]
            if single:
                return _("Coverage in the one interview: {parts}.", parts="; ".join(parts))
            return _(
                "Coverage, in how many of {interviews} interviews: {parts}.",
                parts="; ".join(parts),
                interviews=fact.interviews,
            )
        case ProbesTicked():
            done, not_needed = _with_counts(fact.done), _with_counts(fact.not_needed)
            parts = [_("asked: {questions}", questions=done)] if done else []
            parts += [_("not needed: {questions}", questions=not_needed)] if not_needed else []
            return _("Prepared probes, ticked by question: {parts}.", parts="; ".join(parts))


def _guide(fact: GuideUsed | Versions | Revised | HeldWith, _: Translator) -> str:
    match fact:
        case GuideUsed():
            return _(
                "The interview guide, as it was in {source}, has {questions} (optional: {optional}), {probes} and {targets}.",
                source=fact.source,
                questions=_many(fact.questions, "question", _),
                optional=fact.optional,
                probes=_many(fact.probes, "probe", _),
                targets=_many(fact.research_questions, "target", _),
            )
        case Versions(count=1):
            return _("All interviews and pilots were held with the same guide.")
        case Versions(changes=()):
            return _(
                "Interviews and pilots were held with {count} versions of the guide; the questions were the same.",
                count=fact.count,
            )
        case Versions():
            told = (
                _(
                    _CHANGES[change.kind],
                    since=change.since,
                    question=plain(change.question),
                    before=plain(change.before),
                    after=plain(change.after),
                )
                for change in fact.changes
            )
            return _(
                "Interviews and pilots were held with {count} versions of the guide, with these changes: {changes}.",
                count=fact.count,
                changes="; ".join(told),
            )
        case HeldWith():
            each = (
                _(
                    N_("{number} in {names}") if number else N_("a guide of its own, not recorded, in {names}"),
                    number=number,
                    names=", ".join(names),
                )
                for number, names in fact.revisions.items()
            )
            return _("The guide's revision in each interview: {each}.", each="; ".join(each))
        case Revised():
            told = (_revision(revision, _) for revision in fact.revisions)
            return _("Changes of the guide: {revisions}.", revisions="; ".join(told))


def _revision(revision: Revision, _: Translator) -> str:
    """A revision's name, with its date and the interview before it where they are recorded, then its changes."""
    when = [plain(_.date(revision.date))] if revision.date else []
    when += [_("after {interview}", interview=plain(revision.after))] if revision.after else []
    changes = []
    for change in revision.changes:
        said = retell_change(change, _)
        named = change.question in re.findall(r"[\w.]*\w", said)
        what = " ".join(plain(text) for text in ("" if named else change.question, said) if text)
        why = plain(retell_why(change.why, _))
        changes.append(_("{what} (because: {why})", what=what, why=why) if why else what)
    name = _("revision {number}", number=revision.name)
    head = f"{name} ({', '.join(when)})" if when else name
    return f"{head}: {', '.join(changes)}" if changes else head


def _describe_overruled(one: OverruledAdvice, _: Translator) -> str:
    """A rule that was set aside, where, and why."""
    rule, why = _(RULE_NAMES[one.rule]), plain(one.reason)
    if not one.questions:
        return _("{what} (because: {why})", what=rule, why=why)
    where = _("{rule} in {questions}", rule=rule, questions=", ".join(map(plain, one.questions)))
    return _("{what} (because: {why})", what=where, why=why)


def _pilots(fact: PilotsHeld, _: Translator) -> Iterator[str]:
    """The pilots by name, each with its kind where that was told."""
    for name in fact.names:
        yield f"{name}, {_(PILOT_KIND_NAMES[fact.kinds[name]])}" if name in fact.kinds else name


def _many(n: int, noun: str, _: Translator) -> str:
    match noun:
        case "interview":
            return _.ngettext("1 interview", "{count} interviews", n)
        case "participant":
            return _.ngettext("1 participant", "{count} participants", n)
        case "pilot":
            return _.ngettext("1 pilot interview", "{count} pilot interviews", n)
        case "file":
            return _.ngettext("1 sound file", "{count} sound files", n)
        case "notes":
            return _.ngettext("1 note", "{count} notes", n)
        case "bookmarks":
            return _.ngettext("1 bookmark", "{count} bookmarks", n)
        case "reflexive":
            return _.ngettext("1 reflexive note", "{count} reflexive notes", n)
        case "question":
            return _.ngettext("1 question", "{count} questions", n)
        case "probe":
            return _.ngettext("1 prepared probe", "{count} prepared probes", n)
        case _:
            return _.ngettext("1 research question", "{count} research questions", n)


def _minutes(seconds: float, _: Translator) -> str:
    minutes, left = divmod(int(seconds), 60)  # as every other clock of ours has it
    return _(N_("{minutes} min {seconds} s") if minutes else N_("{seconds} s"), minutes=minutes, seconds=left)


def _sorts(counts: Mapping[str, int], _: Translator) -> str:
    return ", ".join(_many(n, sort, _) for sort, n in counts.items() if n)


def _with_counts(of: Mapping[str, int]) -> str:
    return ", ".join(f"{plain(id)} {count}" for id, count in of.items())


def _each_in(of: Mapping[str, int], _: Translator) -> str:
    each = ((plain(what), _many(count, "interview", _)) for what, count in of.items())
    return ", ".join(_("{what} (in {interviews})", what=what, interviews=interviews) for what, interviews in each)


_SRQR_ITEMS = {
    5: N_("Qualitative approach and research paradigm"),
    6: N_("Researcher characteristics and reflexivity"),
    7: N_("Context"),
    8: N_("Sampling strategy"),
    9: N_("Ethical issues pertaining to human subjects"),
    10: N_("Data collection methods"),
    11: N_("Data collection instruments and technologies"),
    12: N_("Units of study"),
    13: N_("Data processing"),
    14: N_("Data analysis"),
    15: N_("Techniques to enhance trustworthiness"),
    16: N_("Synthesis and interpretation"),
}


_COREQ_ITEMS = {
    1: N_("Interviewer/facilitator"),
    2: N_("Credentials"),
    3: N_("Occupation"),
    4: N_("Gender"),
    5: N_("Experience and training"),
    6: N_("Relationship established"),
    7: N_("Participant knowledge of the interviewer"),
    8: N_("Interviewer characteristics"),
    9: N_("Methodological orientation and theory"),
    10: N_("Sampling"),
    11: NP_("checklist", "Method of approach"),
    12: N_("Sample size"),
    13: N_("Non-participation"),
    14: N_("Setting of data collection"),
    15: N_("Presence of non-participants"),
    16: N_("Description of sample"),
    17: N_("Interview guide"),
    18: N_("Repeat interviews"),
    19: N_("Audio/visual recording"),
    20: N_("Field notes"),
    21: N_("Duration"),
    22: N_("Data saturation"),
    23: N_("Transcripts returned"),
}


_SCALE_NAMES = {
    "aim": N_("Study aim"),
    "specificity": N_("Sample specificity"),
    "theory": N_("Use of established theory"),
    "dialogue": N_("Quality of dialogue"),
    "analysis": N_("Analysis strategy"),
}


COREQ: Mapping[int, tuple[str, ...]] = {
    1: ("interviewer", "held_by"),
    2: ("credentials",),
    3: ("occupation",),
    4: ("gender",),
    5: ("training",),
    6: ("relationship",),
    7: ("knowledge",),
    8: ("characteristics",),
    9: ("methodology",),
    10: ("sampling",),
    11: ("approach",),
    12: ("interviews", "afterwards"),
    13: ("withdrawn", "non_participation"),
    14: ("setting",),
    15: ("others_present",),
    16: ("sample",),
    17: ("guide", "accepted", "pilots", "versions", "revisions", "revision_of_each", "probes"),
    18: ("repeats",),
    19: ("recording", "recording_declined"),
    20: ("field_notes",),
    21: ("lengths", "briefing"),
    22: ("saturation",),
    23: ("transcript",),
}
"""The facts that each item of COREQ is filled from; items 24 to 32 lie outside the tool."""

SRQR: Mapping[int, tuple[str, ...]] = {
    5: ("methodology",),
    6: (
        "interviewer",
        "held_by",
        "credentials",
        "occupation",
        "training",
        "relationship",
        "knowledge",
        "characteristics",
    ),
    7: ("context", "setting"),
    8: ("sampling", "approach"),
    9: ("ethics", "consent_both", "consent_start", "consent", "begun_before", "project_end"),
    10: ("dates", "lengths", "briefing", "field_notes", "stopped", "covered", "declined"),
    11: (
        "guide",
        "accepted",
        "pilots",
        "versions",
        "revisions",
        "revision_of_each",
        "recording",
        "recording_declined",
        "clarified",
        "both_sides",
        "probes",
    ),
    12: ("interviews", "withdrawn", "afterwards", "repeats", "sample"),
    13: ("processing",),
    14: (),
    15: ("transcript", "versions", "revisions"),
    16: (),
}
"""The facts that each item of SRQR is filled from; 14 and 16, without any, lie outside the tool."""

SOURCES = (
    N_("COREQ: Tong, Sainsbury & Craig 2007, Int J Qual Health Care 19(6), 349–357. The items' names are the checklist's; what items 17–23 ask for is paraphrased."), N_("SRQR: O'Brien et al. 2014, Acad Med 89(9), 1245–1251. The items' names are the standard's; what they ask for is paraphrased."), N_("Information power: Malterud, Siersma & Guassora 2016, Qual Health Res 26(13), 1753–1760. The scales' names are paraphrased."), N_("Saturation: Braun & Clarke 2021 on saturation and reflexive thematic analysis; the reason given in item 22 is our own."),
    N_("Changes of the guide, when, what and why: Wong et al. 2023, Int J Qual Methods 22 (paraphrased)."),
)  # fmt: skip


def method_document(title: str, facts: Sequence[Fact], _: Translator) -> Document:
    """The whole document, in one language but for the paragraph, which comes in both."""
    known = _lines(facts, _)
    listed = {fact.key for fact in facts if isinstance(fact, Revised) or (isinstance(fact, Versions) and fact.changes)}
    known |= {key: (Span(_("The changes of the guide stand together under “English”.")),) for key in listed}
    lead = (
        _(
            "Only what the logs or the researcher say stands here; what is unknown stays blank. Each sentence ends with the events that it is built on: I3:17 is the line with seq 17 in interviews/I3.jsonl, study:3 the one with seq 3 in study.jsonl."
        ),
        _("Coverage shows what was talked about, not what was found."),
    )
    outside = _row(("24–32", _("Analysis and findings")), (Span(_("outside the tool, left empty on purpose"), "ours"),))
    power = _(
        "Five scales, appraised by the researcher along the way, in their own words; the number (1–5) is the researcher's own and is never computed."
    )
    sections = (
        *_paragraphs(facts, _),
        Section("COREQ", (_items("coreq", (*_rows(COREQ, "coreq", known, _), outside), _),)),
        Section("SRQR", (_items("srqr", _rows(SRQR, "srqr", known, _), _),)),
        Section(_("Information power"), (Paragraph(power), _power_table(facts, _))),
        Section(_("Sources"), (Bullets(tuple(_(source) for source in SOURCES)),)),
    )
    title = _("Facts for the method chapter: {title}", title=plain(title))
    return Document(title, _.language, _.language, tuple(map(Paragraph, lead)), sections)


def _paragraphs(facts: Sequence[Fact], _: Translator) -> Iterator[Section]:
    """What is known, sentence by sentence, in both languages."""
    told = [fact for fact in facts if not isinstance(fact, NotComputed | Power)]
    for one in (_, Translator("en" if _.language in NORWEGIAN else "nb")):
        spans = tuple(span for line in _lines(told, one).values() for span in line)
        blocks: Block = Paragraph(spans or one(N_("Nothing is known yet.")), "sentences")
        yield Section(one(N_("English")), (blocks,))


def _items(name: str, rows: Iterable[Row], _: Translator) -> Table:
    columns = (Column(_("No."), share=1), Column(_("Item"), share=3), Column(_("What is known"), share=7))
    return table_of(name, "", columns, rows)


def _row(cells: Iterable[str], *lines: Line) -> Row:
    """A row of short cells, then of cells that hold a line."""
    return Row("", (*map(Cell, cells), *(Cell("", parts=(line,) if line else ()) for line in lines)))


def _rows(
    items: Mapping[int, tuple[str, ...]], standard: str, known: Mapping[str, Line], _: Translator
) -> Iterator[Row]:
    for number, keys in items.items():
        name = _(_COREQ_ITEMS[number]) if standard == "coreq" else _(_SRQR_ITEMS[number])
        line = tuple(span for key in keys for span in known.get(key, ()))
        nothing = () if keys else (Span(_("outside the tool, left empty on purpose"), "ours"),)
        yield _row((str(number) if standard == "coreq" else f"S{number}", name), line or nothing)


def _power_table(facts: Iterable[Fact], _: Translator) -> Table:
    columns = (
        Column(_("Scale"), share=3),
        Column(_("Date"), share=2),
        Column("1–5", share=1),
        Column(_("The researcher's words"), share=5),
        Column(_("Event"), share=2),
    )
    rated = {fact.scale: fact for fact in facts if isinstance(fact, Power)}
    rows = []
    for scale in SCALES:
        name, one = _(_SCALE_NAMES[scale]), rated.get(scale)
        if one is None:
            rows.append(_row((name, "", "", "", "")))
        else:
            value = "" if one.value is None else str(one.value)
            rows.append(_row((name, _.date(one.date), value, plain(one.text)), _evidence(one.evidence, _)))
    return table_of("power", "", columns, rows)
