"""The part of a report about what a pilot came to: the table of verdicts, and what was said of the questions."""

from interviews.account import Account
from interviews.notes import Note
from interviews.verdicts import Comment, Verdict, counted, never_asked, place_of, undecided
from tui.report.blocks import Block, Cell, Column, Entries, Entry, Facts, Paragraph, Row, RowGroup, Section, Table
from tui.stamps import note_stamp, stamp
from tui.words import Words


def verdicts_section(one: Account, words: Words) -> Section:
    """Each question that was asked or judged once, how often each verdict and reason, and what is left."""
    told = [verdict for verdict in one.verdicts if verdict.told]
    blocks: list[Block] = [_table(told, one, words)] if told else [Paragraph(words("verdicts_none"))]
    facts = _facts(one, words)
    blocks += [Facts(tuple(facts))] if facts else []
    entries = (
        *(entry for verdict in one.verdicts for entry in _said_of(verdict, words)),
        *(_entry(comment, words) for comment in one.said),
    )
    if entries:
        blocks.append(Section(words("report_comments"), (Entries(entries),)))
    return Section(words("verdicts_title"), tuple(blocks), f"verdicts-{one.name}")


def _table(told: list[Verdict], one: Account, words: Words) -> Table:
    labels = one.reviewed.guide.labels
    rows = tuple(
        Row(
            verdict.question,
            (
                Cell(words(f"verdict_{verdict.verdict}") if verdict.verdict else words("verdicts_open")),
                Cell(words(f"reason_{verdict.reason}") if verdict.reason else ""),
                Cell(" · ".join(_proposals(verdict, words))),
            ),
            aside=labels[verdict.question] if verdict.asked else _unasked(labels[verdict.question], words),
        )
        for verdict in told
    )
    return Table(
        f"verdicts-table-{one.name}",
        "",
        (Cell(words("report_question")),),
        (Column(words("report_verdict")), Column(words("report_reason")), Column(words("report_proposal"))),
        (RowGroup("", rows),),
    )


def _unasked(label: str, words: Words) -> str:
    return f"{label} ({words('verdicts_not_asked')})"


def _proposals(verdict: Verdict, words: Words) -> list[str]:
    return [
        f"«{proposal.text}»" if proposal.text else words(f"place_{place_of(verdict.verdict)}", other=proposal.other)
        for proposal in verdict.proposals
    ]


def _facts(one: Account, words: Words) -> list[tuple[str, str]]:
    kinds, reasons = counted(one.verdicts)
    counts = " · ".join(f"{words(f'verdict_{kind}')} {count}" for kind, count in kinds.items())
    why = " · ".join(f"{words(f'reason_{reason}')} {count}" for reason, count in reasons.items())
    pairs = (
        ("report_verdict_counts", counts),
        ("report_reason_counts", why),
        ("report_undecided", " ".join(undecided(one.verdicts))),
        ("report_never_asked", " ".join(never_asked(one.verdicts))),
    )
    return [(words(key), told) for key, told in pairs if told]


def _said_of(verdict: Verdict, words: Words) -> list[Entry]:
    """The remarks and answers about a question, then what was heard in the peer's own words."""
    heard = [Entry(verdict.question, _when(note), note.text, kind="quote") for note in verdict.quotes]
    return [*(_entry(comment, words) for comment in verdict.comments), *heard]


def _when(note: Note) -> tuple[str, ...]:
    return () if note.when is None else (note_stamp(note),)


def _entry(comment: Comment, words: Words) -> Entry:
    """A remark, or an answer to what the peer was asked; only the second is surely the peer's own words."""
    when = () if comment.late else (stamp(comment.t),)
    about = comment.question or words("verdicts_general")
    if comment.prompt:
        return Entry(about, (*when, words(f"think_{comment.prompt}")), comment.text, kind="quote")
    return Entry(about, (*when, words("verdicts_remark")), comment.text)
