"""The appendix's form loses nothing and can be read in one way only, in Word and in Markdown."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide, Question
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from tests.examples import SLOW
from tests.guide.plain_guides import SENSIBLE, WITH_SIGNS, plain_guides
from tests.guide.strategies import guides
from tests.tui.appendix_form import (
    Appendix,
    AppendixParagraph,
    AppendixTable,
    Block,
    Line,
    Listing,
    Look,
    Span,
    form_of,
)
from tests.tui.appendix_meaning import Meant, Told, meant_by
from tests.tui.appendix_reading import from_markdown, from_word
from tui.documents.model import Document
from tui.documents.research_table import appendix_of
from tui.documents.sheet import number, words_of
from tui.documents.to_docx import word_of
from tui.documents.to_markdown import markdown_of
from tui.escape import visible_lines
from tui.exports.output_files import sign_markdown, sign_word


def meaning(guide: Guide) -> Meant:
    """What an appendix is to tell of a guide, from the guide itself."""
    _ = words_of(guide.language)
    minutes = None
    if guide.minutes is not None:
        key = "{minutes} minute" if guide.minutes == 1 else "{minutes} minutes"
        minutes = _(key, minutes=number(guide.minutes, _))

    def told(question: Question) -> Told:
        spent = "" if question.minutes is None else number(question.minutes, _)
        probes = tuple((probe.ask, probe.condition) for probe in question.probes)
        return Told(question.ask, question.serves, question.optional, spent, probes)

    return Meant(
        title=guide.title,
        problem=guide.problem,
        minutes=minutes,
        targets=tuple(
            (one.id, one.text, tuple((part.id, part.text) for part in one.parts)) for one in guide.research_questions
        ),
        opening=tuple((point.text, bool(point.gate)) for point in guide.opening),
        after=tuple((point.text, bool(point.gate)) for point in guide.after),
        questions=tuple(told(question) for section in guide.sections for question in section.questions),
        closing=tuple(told(question) for question in guide.closing),
        concepts=tuple((one.name, one.short or "", one.say or "", one.full or "") for one in guide.concepts),
    )


def through_word(appendix: Document) -> Appendix:
    return from_word(sign_word(word_of(appendix)))


def through_markdown(appendix: Document) -> Appendix:
    return from_markdown(sign_markdown(markdown_of(appendix)), appendix.language)


def bulleted(block: Block) -> Block:
    """A block as Markdown has it, where every list has bullets."""
    return block.but(bulleted=True) if isinstance(block, Listing) else block


def lines_of(appendix: Appendix) -> Iterator[Line]:
    """Every line of an appendix, in order."""
    yield (Span(appendix.title),)
    for block in appendix.blocks:
        match block:
            case AppendixParagraph():
                yield block.line
            case Listing():
                yield from (line for item in block.items for line in (item.line, *item.below))
            case AppendixTable():
                for row in block.rows:
                    yield from row.head
                    yield from (line for item in row.items for line in (item.line, *item.below))


def seen(line: Line) -> list[tuple[str, Look]]:
    """A line as a reader sees it: hard blanks look like others, and no line of a text shows where it was broken."""
    return [(" ".join("\n".join(visible_lines(span.text)).split()), span.look) for span in line]


def thesis() -> Guide:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    return guide


def test_the_thesiss_guide_comes_back_from_both() -> None:
    guide = thesis()
    appendix = appendix_of(guide)
    assert through_word(appendix) == form_of(appendix)
    assert meant_by(form_of(appendix)) == meaning(guide)
    assert meant_by(through_markdown(appendix)) == meaning(guide)


@SLOW
@given(plain_guides(SENSIBLE | WITH_SIGNS))
def test_any_guide_in_plain_words_is_told_in_one_way_only(guide: Guide) -> None:
    assert meant_by(form_of(appendix_of(guide))) == meaning(guide)


@SLOW
@given(plain_guides(SENSIBLE | WITH_SIGNS), st.booleans())
def test_both_forms_hold_what_the_appendix_holds(guide: Guide, ids: bool) -> None:  # noqa: FBT001
    appendix = appendix_of(guide, ids=ids)
    assert through_word(appendix) == form_of(appendix)
    assert through_markdown(appendix).blocks == tuple(map(bulleted, form_of(appendix).blocks))


@SLOW
@given(guides(), st.booleans())
def test_whatever_people_wrote_can_be_written(guide: Guide, ids: bool) -> None:  # noqa: FBT001
    """Any signs at all: the Word file opens again, and the same guide makes the same bytes."""
    made = sign_word(word_of(appendix_of(guide, ids=ids)))
    assert from_word(made).blocks or not guide.questions
    assert made == sign_word(word_of(appendix_of(guide, ids=ids)))


@SLOW
@given(guides(), st.booleans())
def test_markdown_shows_whatever_people_wrote_in_its_own_look(guide: Guide, ids: bool) -> None:  # noqa: FBT001
    """No sign of theirs makes a cell, a list, emphasis or a link; what cannot be seen is shown as on the screen."""
    appendix = appendix_of(guide, ids=ids)
    assert [seen(line) for line in lines_of(through_markdown(appendix))] == [
        seen(line) for line in lines_of(form_of(appendix))
    ]
