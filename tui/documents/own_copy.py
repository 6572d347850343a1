"""A participant's own copy, to be read by that person.

Other participants' codes are not in it. Whether names of others stand in people's words nobody here can know, so
whoever gives it is told to look.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from guide.frozen import NOTHING, Value
from guide.problems import fold_case
from interviews.core.checklists import ticks
from interviews.core.course import reasons
from interviews.core.events import Asked
from interviews.core.notes import Note, notes
from interviews.core.state import Interview
from interviews.log.log_files import code_pattern
from interviews.study.entries import Reflection
from interviews.study.facts import OF_INTERVIEW, StudyFacts
from interviews.study.interview_summary import PlacedNote, account_of
from interviews.study.review import InterviewReview
from interviews.transcripts.turns import Turn
from tui.documents.data import ReportData, day
from tui.documents.interview import interview_blocks
from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Document,
    Entries,
    Entry,
    Facts,
    Made,
    Markup,
    Paragraph,
    Row,
    Section,
    table_of,
)
from tui.documents.notes import entry_of
from tui.documents.svg import state_name
from tui.live.transcript import wording_to_say
from tui.sentences.code_names import DEPTH_NAMES, STATE_NAMES, USE_NAMES
from tui.time_format import format_time
from tui.translator import N_, Translator

_TICKS = {
    "done": N_("ticked"),
    "not_needed": N_("not needed"),
    "open": N_("not ticked"),
}


_FACTS = {
    "setting": N_("Where"),
    "others_present": N_("Others present"),
    "transcript_offered": N_("Transcript offered for reading"),
    "transcript_wanted": N_("Wished to read it"),
    "transcript_sent": N_("Sent"),
    "transcript_comments": N_("Comments have come"),
    "transcript_done": N_("Done"),
}


_YES_OR_NO = {
    "yes": N_("yes"),
    "no": N_("no"),
}


Held = tuple[InterviewReview, Interview]
"""An interview, and what the review says of it."""


class Wanted(Value):
    """What goes into the copy besides what always does, and how many notes of each kind stay out."""

    reflexive: bool = False
    held_back: bool = False


def is_wanted(note: Note, wanted: Wanted) -> bool:
    """Whether a note stands in the copy."""
    return (wanted.reflexive or note.kind != "reflexive") and (wanted.held_back or note.usable)


def mentions(code: str, reflections: Iterable[Reflection]) -> tuple[Reflection, ...]:
    """The reflexive notes between interviews that name a participant."""
    own = code_pattern([code])
    return tuple(one for one in reflections if own.search(one.text))


def own_copy(
    code: str,
    held: Sequence[Held],
    data: ReportData,
    said: StudyFacts,
    wanted: Wanted,
    elsewhere: tuple[str, ...],
    others: Collection[str],
    spoken: Mapping[str, Sequence[Turn]] = NOTHING,
) -> tuple[Document, int]:
    """The copy, and how many times another participant's code was taken out of somebody's words.

    ``elsewhere`` names what else in the study rests on these interviews, ``spoken`` has their kept transcripts.
    """
    _, guide = data._, data.guide
    sections = tuple(
        _interview(one, interview, data, said, wanted, spoken.get(one.name, ()), new_page=place > 0)
        for place, (one, interview) in enumerate(held)
    )
    between = mentions(code, said.reflections()) if wanted.reflexive else ()
    if between:
        told = Entries(tuple(Entry(_.date(one.date), (_("reflexive note"),), one.text) for one in between))
        sections = (*sections, Section(_("The researcher's own notes between interviews"), (told,), "between"))
    if elsewhere:
        sections = (*sections, Section(_("Elsewhere in the study"), (Bullets(elsewhere),), "elsewhere"))
    left = [note for _log, interview in held for note in notes(interview) if not is_wanted(note, wanted)]
    report = Document(
        _("Copy for {code}", code=code),
        _.language,
        guide.language,
        tuple(_lead(held, data, left, len(mentions(code, said.reflections())) if not wanted.reflexive else 0)),
        sections,
        _("Contents"),
    )
    ids = frozenset(fold_case(question.id) for _log, interview in held for question in interview.guide.questions)
    return _without_codes(report, others, ids, _)


def _lead(held: Sequence[Held], data: ReportData, left: Sequence[Note], between: int) -> Iterator[Block]:
    _, guide = data._, data.guide
    yield Paragraph(
        _(
            N_(
                "This is all that this study has stored about you in the program intervjuguide: the notes of the interview, what you were asked, times, and what the researcher wrote down about the interview. A recording and a transcript of it lie elsewhere."
            )
            if not left and not between
            else N_(
                "This is what this study has stored about you in the program intervjuguide, without what is named below: the notes of the interview, what you were asked, times, and what the researcher wrote down about the interview. A recording and a transcript of it lie elsewhere."
            )
        )
    )
    yield Facts(
        (
            (_("The study"), guide.title),
            *(((_("Research problem"), guide.problem),) if guide.problem else ()),
            (_("Interviews with you"), " · ".join(_name_interview(one, _) for one, _interview in held)),
        )
    )
    yield Paragraph(
        _(
            "Is something wrong, or do you want something out, then say the number of the note: it can be corrected or taken away. You may withdraw at any time, without giving a reason."
        )
    )
    if left or between:
        own = sum(1 for note in left if note.kind == "reflexive")
        told = (
            [
                (
                    _(
                        "The researcher's own notes, on themselves as a researcher, do not stand here: {count}.",
                        count=own + between,
                    )
                )
            ]
            if own + between
            else []
        )
        told += (
            [
                _(
                    "Notes from when the recorder was stopped, or not to be taken along, are not used and do not stand here: {count}.",
                    count=len(left) - own,
                )
            ]
            if len(left) - own
            else []
        )
        yield Bullets(tuple(told))


def _name_interview(one: InterviewReview, _: Translator) -> str:
    when = _.date(day(one.started))
    return f"{one.name} ({when})" if when else one.name


def _interview(
    one: InterviewReview,
    interview: Interview,
    data: ReportData,
    said: StudyFacts,
    wanted: Wanted,
    spoken: Sequence[Turn],
    *,
    new_page: bool,
) -> Section:
    _ = data._
    account = account_of(one, interview, words=True, reflexive=wanted.reflexive, turns=spoken)
    blocks: list[Block] = [
        _notes(interview, wanted, _),
        *_tell_questions(interview, one.name, _),
        *_tell_marks(one, interview, _),
        *_tell_points(interview, _),
        *_facts_of(one.name, said, _),
        Section(_("How the interview went, in figures"), tuple(interview_blocks(account, data))),
        *_tell_turns(spoken, _),
    ]
    return Section(one.name, tuple(blocks), f"interview-{one.name}", new_page=new_page)


def _tell_turns(turns: Sequence[Turn], _: Translator) -> Iterator[Block]:
    """What was said, as the transcript has it, word for word."""
    told = [
        Entry("" if turn.start is None else format_time(turn.start), (turn.speaker,) if turn.speaker else (), turn.text)
        for turn in turns
        if turn.text
    ]
    if told:
        yield Section(_("The transcript"), (Entries(tuple(told)),))


def _notes(interview: Interview, wanted: Wanted, _: Translator) -> Section:
    entries = tuple(_entry(note, _) for note in notes(interview) if is_wanted(note, wanted))
    block: Block = Entries(entries) if entries else Paragraph(_("No notes."))
    return Section(
        _("Notes"),
        (
            Paragraph(
                _(
                    "The number says which note it is. Then comes how far into the interview, and the question it belongs to."
                ),
                "aside",
            ),
            block,
        ),
    )


def _entry(note: Note, _: Translator) -> Entry:
    told = entry_of(_("no. {seq}", seq=note.seq), PlacedNote(note, None, withheld=False), _)
    return told if note.use is None else told._replace(tail=(*told.tail, _(USE_NAMES[note.use])))


def _tell_questions(interview: Interview, name: str, _: Translator) -> Iterator[Block]:
    rows = []
    for act in interview.events():
        question = interview.guide.question(act.question) if isinstance(act, Asked) else None
        if isinstance(act, Asked) and question is not None:
            when = "" if interview.started.afterwards else format_time(act.t)
            rows.append(Row(when, (Cell(question.id), Cell(wording_to_say(question, act.wording)))))
    if rows:
        heads = (_("Question"), _("How the question was worded"))
        table = table_of(f"asked-{name}", _.pgettext("report", "Time"), heads, rows)
        yield Section(_("What you were asked"), (table,))


def _tell_marks(one: InterviewReview, interview: Interview, _: Translator) -> Iterator[Block]:
    """How far each question was talked about, as the interviewer marked it, with the reasons that were written."""
    given = reasons(interview)
    rows = []
    for id, facts in one.coverage.questions.items():
        if facts.state == "untouched" and id not in given:
            continue
        told = _(STATE_NAMES[state_name(facts)])
        told += f", {_(DEPTH_NAMES[facts.depth])}" if facts.state == "covered" and facts.depth in (1, 2, 3) else ""
        why = " · ".join(f"{act.reason} ({_('no. {seq}', seq=act.seq)})" for act in given.get(id, ()))
        rows.append(Row(id, (Cell(told), Cell(why))))
    if rows:
        heads = (_("How far"), _.pgettext("copy", "Reason"))
        table = table_of(f"marked-{one.name}", _("Question"), heads, rows)
        yield Section(_("What the interviewer marked"), (table,))


def _tell_points(interview: Interview, _: Translator) -> Iterator[Block]:
    """The points of the opening and of what comes after the questions, with how they were ticked."""
    for card, key, points in (
        ("opening", N_("Said before the first question"), interview.guide.opening),
        ("after", N_("Said after the questions"), interview.guide.after),
    ):
        marks = ticks(interview, card)
        told = ((point.text, marks.get(point.id, "open")) for point in points)
        items = tuple(f"{text} ({_(_TICKS[mark])})" for text, mark in told)
        if items:
            yield Section(_(key), (Bullets(items),))


def _facts_of(name: str, said: StudyFacts, _: Translator) -> Iterator[Block]:
    told = [(key, said.of_interviews(key).get(name)) for key in OF_INTERVIEW]
    pairs = tuple(
        (_(_FACTS[key]), f"{_value(fact.value, _)} ({_.date(fact.date)})") for key, fact in told if fact is not None
    )
    if pairs:
        yield Section(_("Written down about the interview"), (Facts(pairs),))


def _value(value: str, _: Translator) -> str:
    return _(_YES_OR_NO[value]) if value in ("yes", "no") else value


Whole = TypeVar("Whole", bound=Value)


def _without_codes(report: Whole, others: Collection[str], ids: frozenset[str], _: Translator) -> tuple[Whole, int]:
    """The report without others' codes; one that is also the id of a question stays, since it cannot be told apart."""
    codes = [code for code in others if fold_case(code) not in ids]
    if not codes:
        return report, 0
    pattern = code_pattern(codes)
    count = 0

    def replaced(text: str) -> str:
        nonlocal count
        told, found = pattern.subn(_("[another participant]"), text)
        count += found
        return told

    told: Whole = _map_texts(report, replaced)
    return told, count


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Markup) else change(value)
    if isinstance(value, Entry):  # a tuple that has names
        told = value._replace(kind="")
        return Entry(*(_map_texts(one, change) for one in told))._replace(kind=value.kind)
    if isinstance(value, tuple | Made):
        return tuple(_map_texts(one, change) for one in value)
    if isinstance(value, Value):
        kept = ("name", "kind", "look", "language", "words_language", "new_page", "long")
        return value.but(
            **{field: _map_texts(getattr(value, field), change) for field in value.field_names() if field not in kept}
        )
    return value
