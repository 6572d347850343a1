"""A guide as a thesis's table.

Research questions on the left, questions to the participant on the right.

The form is that of appendices in master's theses: title, problem statement, research questions in letters, then a table
of two columns, optional questions in parentheses, the closing last. Everything stands in the guide's own order.

In every line the author's own words stand upright, what is said about them in italics, titles and names in bold, so
that a reader, and the importer, can always tell which is which.
"""

from collections import Counter
from collections.abc import Iterator

from guide.model import Concept, Guide, Point, Probe, Question
from tui.documents.model import Block, Bullets, Cell, Document, Line, ListItem, Paragraph, Row, Span, table_of
from tui.documents.sheet import GATES, Run, number, runs_of, tag_of, words_of
from tui.translator import N_, Translator


def appendix_of(guide: Guide, *, ids: bool = False) -> Document:
    """The appendix, in the guide's language; ``ids`` puts the ids of targets and questions before their words."""
    _ = words_of(guide.language)
    tag = tag_of(guide.language)
    return Document(guide.title, tag, tag, tuple(_blocks(guide, _, ids=ids)), ())


def _blocks(guide: Guide, _: Translator, *, ids: bool) -> Iterator[Block]:
    if guide.problem:
        yield Paragraph((Span(_("Problem statement:"), "name"), Span(guide.problem)))
    if guide.research_questions:
        yield _lead(_("Research questions:"))
        yield Bullets(tuple(_targets(guide)), bulleted=False)
    if guide.minutes is not None:
        key = N_("{minutes} minute") if guide.minutes == 1 else N_("{minutes} minutes")
        minutes = _(key, minutes=number(guide.minutes, _))
        yield Paragraph((Span(_("Planned time:"), "name"), Span(minutes)))
    if guide.opening:
        yield _lead(_("Opening:"))
        yield _points(guide.opening, _)
    if guide.questions:
        head = N_("Theme") if _in_themes(guide) else N_("Research question")
        heads = (_(head), _("Questions for the participant"))
        yield table_of("guide", "", heads, _rows(guide, _, ids=ids))
    if any(question.optional for question in guide.questions):
        yield Paragraph((Span(_("Questions in parentheses are optional."), "ours"),))
    if guide.after:
        yield _lead(_("After the interview:"))
        yield _points(guide.after, _)
    if guide.concepts:
        yield _lead(_("Concepts:"))
        yield Bullets(tuple(_concept(concept, _) for concept in guide.concepts))


def _lead(text: str) -> Paragraph:
    return Paragraph((Span(text, "name"),), "lead")


def _targets(guide: Guide) -> Iterator[ListItem]:
    for owner in guide.research_questions:
        parts = tuple((Span(f"{part.id}) {part.text}"),) for part in owner.parts)
        yield ListItem((Span(f"{owner.id}) {owner.text}"),), parts)


def _points(points: tuple[Point, ...], _: Translator) -> Bullets:
    def gate(point: Point) -> tuple[Span, ...]:
        return (Span(_(GATES["_".join(point.gate)]), "ours"),) if point.gate else ()

    return Bullets(tuple(ListItem((Span(point.text), *gate(point))) for point in points))


def _concept(concept: Concept, _: Translator) -> ListItem:
    short = (Span(concept.short),) if concept.short else ()
    longer = ((_("Said:"), concept.say), (_("In full:"), concept.full))
    below = tuple((Span(lead, "ours"), Span(text)) for lead, text in longer if text)
    return ListItem((Span(f"{concept.name}:", "name"), *short), below)


def _in_themes(guide: Guide) -> bool:
    """Whether sections' titles are all that stands on the left."""
    runs = tuple(runs_of(guide))
    return any(run.title for run in runs) and not any(run.targets for run in runs)


def _rows(guide: Guide, _: Translator, *, ids: bool) -> Iterator[Row]:
    texts = Counter(target.text for target in guide.targets)
    named = {
        target.id: f"{target.id}) {target.text}" if ids or texts[target.text] > 1 else target.text
        for target in guide.targets
    }
    none = _(N_("No theme") if _in_themes(guide) else N_("No research question"))
    for run in runs_of(guide):
        items = tuple(_item(question, len(run.targets), _, ids=ids) for question in run.questions)
        yield Row("", (Cell("", parts=_head(run, named, none)), Cell("", parts=items)))
    if guide.closing:
        items = tuple(_item(question, 0, _, ids=ids) for question in guide.closing)
        yield Row("", (Cell("", parts=((Span(_("Closing")),),)), Cell("", parts=items)))


def _head(run: Run, named: dict[str, str], none: str) -> tuple[Line, ...]:
    title: tuple[Line, ...] = ((Span(run.title, "name"),),) if run.title else ()
    served: tuple[Line, ...] = tuple((Span(named.get(target, target)),) for target in run.targets)
    return (*title, *served) or ((Span(none, "ours"),),)


def _item(question: Question, shown: int, _: Translator, *, ids: bool) -> ListItem:
    """A question; the first ``shown`` of its targets stand on the left."""
    marks = []
    if not question.optional and question.ask[:1] + question.ask[-1:] == "()":
        marks.append(_("required"))
    if question.serves[shown:]:
        marks.append(_("also {ids}", ids=", ".join(question.serves[shown:])))
    if question.minutes is not None:
        marks.append(_("{minutes} min", minutes=number(question.minutes, _)))
    line = [Span(question.id, "ours")] if ids else []
    line.append(Span(f"({question.ask})" if question.optional else question.ask))
    if marks:
        line.append(Span(f"({'; '.join(marks)})", "ours"))
    return ListItem(tuple(line), tuple(_probe(probe, _) for probe in question.probes))


def _probe(probe: Probe, _: Translator) -> Line:
    if probe.condition is None:
        return (Span(probe.ask),)
    return (Span(_("If {condition}:", condition=probe.condition), "ours"), Span(probe.ask))
