"""Several note-takers of one interview: what each has, counted."""

from collections.abc import Mapping

from interviews.study.combining import Agreement
from interviews.study.interview_summary import InterviewSummary
from tui.documents.matrix_rows import label
from tui.documents.model import Block, Cell, Facts, Paragraph, Row, Section, table_of
from tui.translator import Translator


def hands_section(one: InterviewSummary, _: Translator) -> Section | None:
    """Question by question who marked it and who wrote of it; None for an interview that one person noted."""
    found = one.agreement
    if found is None:
        return None
    known = [question for question in one.reviewed.guide.questions if question.id in found.asked]
    rows = tuple(
        Row(
            question.id,
            (
                Cell(_who(found.asked[question.id], found, _)),
                Cell(_who(found.covered[question.id], found, _)),
                *(Cell(str(found.notes[question.id][hand] or "")) for hand in found.hands),
            ),
            label(question),
        )
        for question in known
    )
    table = table_of(
        f"hands-{one.name}",
        _("Question"),
        (_("asked"), _("covered"), *found.hands),
        rows,
        _("Who marked each question, and how many notes each wrote about it"),
        wide=True,
    )
    blocks: list[Block] = [
        Facts(
            (
                (_("Combined from"), " ".join(found.logs)),
                (_("Asked"), _counts(found, found.asked, _)),
                (_("Covered"), _counts(found, found.covered, _)),
            )
        ),
        table,
        Paragraph(_("Counts, and no measure of agreement: two people write down different things."), "aside"),
    ]
    return Section(_("Two note-takers"), tuple(blocks), f"hands-of-{one.name}")


def _who(by: tuple[str, ...], found: Agreement, _: Translator) -> str:
    if len(by) == len(found.hands):
        return _("both") if len(by) == 2 else _("all")
    return " ".join(by)


def _counts(found: Agreement, marked: Mapping[str, tuple[str, ...]], _: Translator) -> str:
    """How many questions every hand marked, one alone, and nobody."""
    every, alone, none = found.count(marked)
    some = len(marked) - every - sum(alone.values()) - none
    told = [_("both {count}", count=every) if len(found.hands) == 2 else _("all {count}", count=every)]
    told += [_("some {count}", count=some)] if some else []
    told += [_("only {by} {count}", by=hand, count=count) for hand, count in alone.items()]
    return " · ".join([*told, _("nobody {count}", count=none)])
