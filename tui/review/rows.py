"""The review's matrix as rows of a table: groups in the margin and no rows of their own, interviews as columns."""

from collections.abc import Sequence

from guide.model import Guide
from guide.values import Value
from interviews.review import Review, Reviewed
from tui.review.cells import group_name, label, length, moment, state
from tui.review.question_facts import describe_examples, describe_sides, list_probes, number_of_revision
from tui.stamps import stamp
from tui.words import Words


class MatrixRow(Value):
    """One question's row: its group where that begins, its id and label, and a cell for each interview.

    ``question`` is empty for the rows below the questions, about the interviews themselves.
    """

    group: str
    question: str
    label: str
    cells: tuple[str, ...]


def matrix_rows(result: Review, shown: Sequence[Reviewed], words: Words) -> list[MatrixRow]:
    """A row for each question in the order of the screen, for those of earlier guides, and two about the interviews."""
    rows = []
    for group in result.guide.groups:
        for place, question in enumerate(group.questions):
            name = group_name(group, words) if place == 0 else ""
            cells = tuple(state(one.coverage.questions.get(question.id)) for one in shown)
            rows.append(MatrixRow(name, question.id, label(question), cells))
    for place, question in enumerate(result.gone):
        cells = tuple(state(one.coverage.questions.get(question.id)) for one in shown)
        rows.append(MatrixRow("†" if place == 0 else "", question.id, label(question), cells))
    rows.append(MatrixRow("", "", words("review_minutes"), tuple(length(one) for one in shown)))
    rows.append(MatrixRow("", "", words("review_revisions"), tuple(number_of_revision(one) for one in shown)))
    return rows


def cell_line(guide: Guide, row: MatrixRow, one: Reviewed | None, words: Words) -> str:
    """What a cell says, in a line: the question's wording on its own, else how it stands in that interview."""
    question = guide.question(row.question) if row.question else None
    gone = bool(row.question) and question is None
    if one is None and gone:
        return words("matrix_gone", id=row.question)
    if one is None:
        return question.ask if question is not None else ""
    if not row.question:
        revision = words("study_revision", number=number_of_revision(one))
        state_word = words("review_ended" if one.ended else "review_not_ended")
        when = one.started[:16].replace("T", " ")
        told = (one.name, words("afterwards")) if one.afterwards else (one.name, when, stamp(one.seconds))
        return " · ".join((*told, *([when] if one.afterwards and when else []), state_word, revision))
    return facts_line(row.question, one, words)


def facts_line(question: str, one: Reviewed, words: Words) -> str:
    """How a question stands in one interview."""
    entered = f" ({words('afterwards')})" if one.afterwards else ""
    name, facts = f"{question} · {one.name}{entered}", one.coverage.questions.get(question)
    if facts is None:
        return f"{name}: {words('matrix_not_in_revision')}"
    parts = [words("review_asked_at", t=stamp(facts.asked_at))] if facts.asked_at is not None else []
    if facts.covered_at is not None:
        key = "state_unasked_at" if facts.unasked else "review_covered_at"
        parts.append(words(key, t=moment(facts.covered_at, one, words)).rstrip())
    if facts.declined_at is not None:
        parts.append(words("review_declined", t=moment(facts.declined_at, one, words)).rstrip())
    if one.afterwards and facts.state in ("asked", "covered"):
        key = "review_asked_at" if facts.state == "asked" else "review_covered_at"
        parts.append(words(key, t="").rstrip())
    if facts.state not in ("asked", "covered", "declined"):
        parts.append(words(f"state_{facts.state}"))
    if facts.depth:
        parts.append(words(f"depth_{facts.depth}"))
    if facts.seconds:
        parts.append(words("review_in_hand", t=stamp(facts.seconds)))
    parts.append(words("matrix_notes", count=facts.notes))
    asked = one.guide.question(question)
    parts += [*describe_sides(one, asked, words), *describe_examples(one, asked, words)]
    parts += list_probes(one, question, words)
    return f"{name}: {' · '.join(parts)}"
