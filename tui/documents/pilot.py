"""What a pilot told: verdicts, reasons, proposals, remarks."""

from interviews.core.verdicts import Comment, Verdict, count_verdicts, kind_of_place, never_asked, questions_undecided
from interviews.study.interview_summary import InterviewSummary
from tui.documents.model import Block, Cell, Entries, Entry, Facts, Paragraph, Row, Section, Table, table_of
from tui.sentences.code_names import PLACE_NAMES, PROMPT_NAMES, REASON_NAMES, VERDICT_NAMES
from tui.time_format import format_time, note_stamp
from tui.translator import N_, NP_, Translator


def verdicts_section(one: InterviewSummary, _: Translator) -> Section:
    """Each question that was asked or judged once, how often each verdict and reason, and what is left."""
    told = [verdict for verdict in one.verdicts if verdict.told]
    blocks: list[Block] = [_table(told, one, _)] if told else [Paragraph(_("No question was asked or judged."))]
    facts = _verdict_facts(one, _)
    blocks += [Facts(tuple(facts))] if facts else []
    entries = (
        *(entry for verdict in one.verdicts for entry in _entries_about(verdict, _)),
        *(_entry(comment, _) for comment in one.said),
    )
    if entries:
        blocks.append(Section(_("Comments and answers"), (Entries(entries),)))
    return Section(_("Verdicts on the questions"), tuple(blocks), f"verdicts-{one.name}")


def _table(told: list[Verdict], one: InterviewSummary, _: Translator) -> Table:
    labels = one.reviewed.guide.labels
    rows = (
        Row(
            verdict.question,
            (
                Cell(_(VERDICT_NAMES[verdict.verdict]) if verdict.verdict else _("undecided")),
                Cell(_(REASON_NAMES[verdict.reason]) if verdict.reason else ""),
                Cell(" · ".join(_proposals(verdict, _))),
            ),
            aside=labels[verdict.question] if verdict.asked else f"{labels[verdict.question]} ({_('not asked')})",
        )
        for verdict in told
    )
    heads = (_("Verdict"), _("Reason"), _("Proposal"))
    return table_of(f"verdicts-table-{one.name}", _("Question"), heads, rows)


def _proposals(verdict: Verdict, _: Translator) -> list[str]:
    return [
        f"«{proposal.text}»" if proposal.text else _(PLACE_NAMES[kind_of_place(verdict.verdict)], other=proposal.other)
        for proposal in verdict.proposals
    ]


def _verdict_facts(one: InterviewSummary, _: Translator) -> list[tuple[str, str]]:
    kinds, reasons = count_verdicts(one.verdicts)
    counts = " · ".join(f"{_(VERDICT_NAMES[kind])} {count}" for kind, count in kinds.items())
    why = " · ".join(f"{_(REASON_NAMES[reason])} {count}" for reason, count in reasons.items())
    pairs = (
        (N_("Verdicts"), counts),
        (NP_("count", "Reasons"), why),
        (N_("Undecided"), " ".join(questions_undecided(one.verdicts))),
        (N_("Never asked"), " ".join(never_asked(one.verdicts))),
    )
    return [(_(key), told) for key, told in pairs if told]


def _entries_about(verdict: Verdict, _: Translator) -> list[Entry]:
    """The remarks and answers about a question, then what was heard in the peer's own words."""
    heard = [
        Entry(verdict.question, () if note.when is None else (note_stamp(note),), note.text, kind="quote")
        for note in verdict.quotes
    ]
    return [*(_entry(comment, _) for comment in verdict.comments), *heard]


def _entry(comment: Comment, _: Translator) -> Entry:
    """A remark, or an answer to what the peer was asked; only the second is surely the peer's own words."""
    when = () if comment.late else (format_time(comment.t),)
    about = comment.question or _("On the guide")
    if comment.prompt:
        return Entry(about, (*when, _(PROMPT_NAMES[comment.prompt])), comment.text, kind="quote")
    return Entry(about, (*when, _("comment")), comment.text)
