"""The part of a report about what a pilot came to: the table of verdicts, and what was said of the questions."""

from interviews.account import Account
from interviews.verdicts import Comment, Verdict, counted, place_of
from tui.report.blocks import Block, Cell, Column, Entries, Entry, Facts, Paragraph, Row, RowGroup, Section, Table
from tui.stamps import stamp
from tui.words import Words


def verdicts_section(one: Account, words: Words) -> Section:
    """Each question that was asked or judged once, how often each verdict and reason, and what is left."""
    told = [verdict for verdict in one.verdicts if verdict.told]
    blocks: list[Block] = [_table(told, one, words)] if told else [Paragraph(words("verdicts_none"))]
    facts = _facts(one, words)
    blocks += [Facts(tuple(facts))] if facts else []
    said = [comment for verdict in one.verdicts for comment in verdict.comments] + list(one.said)
    if said:
        entries = tuple(_entry(comment, words) for comment in said)
        blocks.append(Section(words("report_comments"), (Entries(entries),)))
    return Section(words("verdicts_title"), tuple(blocks), f"verdicts-{one.name}")


def _table(told: list[Verdict], one: Account, words: Words) -> Table:
    labels = {question.id: question.label for question in one.reviewed.guide.questions}
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
    without = " ".join(verdict.question for verdict in one.verdicts if verdict.asked and verdict.verdict is None)
    unasked = " ".join(verdict.question for verdict in one.verdicts if not verdict.asked)
    pairs = (
        ("report_verdict_counts", counts),
        ("report_reason_counts", why),
        ("report_undecided", without),
        ("report_never_asked", unasked),
    )
    return [(words(key), told) for key, told in pairs if told]


def _entry(comment: Comment, words: Words) -> Entry:
    head = [] if comment.late else [stamp(comment.t)]
    head += [words(f"think_{comment.prompt}")] if comment.prompt else []
    return Entry(comment.question or words("verdicts_general"), tuple(head), comment.text, kind="quote")
