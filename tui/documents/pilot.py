"""What a pilot told of the guide: verdicts, reasons, proposals, remarks."""

from interviews.core.notes import Note
from interviews.core.verdicts import Comment, Verdict, count_verdicts, kind_of_place, never_asked, questions_undecided
from interviews.study.interview_summary import InterviewSummary
from tui.documents.model import (
    Block,
    Cell,
    Column,
    Entries,
    Entry,
    Facts,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
)
from tui.time_format import format_time, note_stamp
from tui.translator import Translator


def verdicts_section(one: InterviewSummary, _: Translator) -> Section:
    """Each question that was asked or judged once, how often each verdict and reason, and what is left."""
    told = [verdict for verdict in one.verdicts if verdict.told]
    blocks: list[Block] = [_table(told, one, _)] if told else [Paragraph(_("verdicts_none"))]
    facts = _verdict_facts(one, _)
    blocks += [Facts(tuple(facts))] if facts else []
    entries = (
        *(entry for verdict in one.verdicts for entry in _entries_about(verdict, _)),
        *(_entry(comment, _) for comment in one.said),
    )
    if entries:
        blocks.append(Section(_("report_comments"), (Entries(entries),)))
    return Section(_("verdicts_title"), tuple(blocks), f"verdicts-{one.name}")


def _table(told: list[Verdict], one: InterviewSummary, _: Translator) -> Table:
    labels = one.reviewed.guide.labels
    rows = tuple(
        Row(
            verdict.question,
            (
                Cell(_(f"verdict_{verdict.verdict}") if verdict.verdict else _("verdicts_open")),
                Cell(_(f"reason_{verdict.reason}") if verdict.reason else ""),
                Cell(" · ".join(_proposals(verdict, _))),
            ),
            aside=labels[verdict.question] if verdict.asked else _label_unasked(labels[verdict.question], _),
        )
        for verdict in told
    )
    return Table(
        f"verdicts-table-{one.name}",
        "",
        (Cell(_("report_question")),),
        (Column(_("report_verdict")), Column(_("report_reason")), Column(_("report_proposal"))),
        (RowGroup("", rows),),
    )


def _label_unasked(label: str, _: Translator) -> str:
    return f"{label} ({_('verdicts_not_asked')})"


def _proposals(verdict: Verdict, _: Translator) -> list[str]:
    return [
        f"«{proposal.text}»" if proposal.text else _(f"place_{kind_of_place(verdict.verdict)}", other=proposal.other)
        for proposal in verdict.proposals
    ]


def _verdict_facts(one: InterviewSummary, _: Translator) -> list[tuple[str, str]]:
    kinds, reasons = count_verdicts(one.verdicts)
    counts = " · ".join(f"{_(f'verdict_{kind}')} {count}" for kind, count in kinds.items())
    why = " · ".join(f"{_(f'reason_{reason}')} {count}" for reason, count in reasons.items())
    pairs = (
        ("report_verdict_counts", counts),
        ("report_reason_counts", why),
        ("report_undecided", " ".join(questions_undecided(one.verdicts))),
        ("report_never_asked", " ".join(never_asked(one.verdicts))),
    )
    return [(_(key), told) for key, told in pairs if told]


def _entries_about(verdict: Verdict, _: Translator) -> list[Entry]:
    """The remarks and answers about a question, then what was heard in the peer's own words."""
    heard = [Entry(verdict.question, _when(note), note.text, kind="quote") for note in verdict.quotes]
    return [*(_entry(comment, _) for comment in verdict.comments), *heard]


def _when(note: Note) -> tuple[str, ...]:
    return () if note.when is None else (note_stamp(note),)


def _entry(comment: Comment, _: Translator) -> Entry:
    """A remark, or an answer to what the peer was asked; only the second is surely the peer's own words."""
    when = () if comment.late else (format_time(comment.t),)
    about = comment.question or _("verdicts_general")
    if comment.prompt:
        return Entry(about, (*when, _(f"think_{comment.prompt}")), comment.text, kind="quote")
    return Entry(about, (*when, _("verdicts_remark")), comment.text)
