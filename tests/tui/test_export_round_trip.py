"""A guide that was exported and is imported again is the same guide, as far as an appendix tells it."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from guide.importing import Imported, ImportRefusal, import_document
from guide.importing.own_appendix import LANGUAGES, AppendixWords
from guide.model import Guide
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.write import write_guide
from tests.examples import SLOW
from tests.guide.plain_guides import NORWEGIAN, plain_guides
from tests.tui.appendix_meaning import Meant
from tests.tui.test_export_form import meaning
from tui.documents.research_table import appendix_of
from tui.documents.sheet import words_of
from tui.documents.to_docx import word_of
from tui.documents.to_markdown import markdown_of
from tui.exports.output_files import sign_markdown, sign_word

FORMS = ("vedlegg.docx", "vedlegg.md")


def back(guide: Guide, name: str, *, ids: bool = False) -> Guide:
    """The guide after it was exported to a file of this name and imported from it."""
    appendix = appendix_of(guide, ids=ids)
    data = sign_word(word_of(appendix)) if name.endswith(".docx") else sign_markdown(markdown_of(appendix)).encode()
    found = import_document(data, name)
    assert isinstance(found, Imported), found
    return found.guide


def read(text: str) -> Guide:
    guide = read_guide(text, "guide.yaml").guide
    assert guide is not None
    return guide


def told(guide: Guide) -> Meant:
    """What an appendix tells of a guide, whichever language it was told in."""
    return meaning(guide.but(language="nb"))


@pytest.mark.parametrize("name", FORMS)
def test_the_thesiss_guide_comes_back_with_its_ids(name: str) -> None:
    guide = read(thesis_guide_text())
    again = back(guide, name)
    assert told(again) == told(guide)
    assert [question.id for question in again.questions] == [question.id for question in guide.questions]
    assert again.language == guide.language


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("ids", [False, True])
def test_an_appendix_of_an_appendix_is_the_same(name: str, *, ids: bool) -> None:
    again = back(read(thesis_guide_text()), name, ids=ids)
    assert appendix_of(back(again, name)) == appendix_of(again)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_guide_in_themes_that_serves_no_research_question_comes_back(name: str, language: str) -> None:
    guide = read(thesis_guide_text()).but(language=language, concepts=())
    titles = iter(("Oppvarming", "", "Arenaer", "Til slutt"))
    sections = tuple(
        section.but(
            title=next(titles), serves=(), questions=tuple(question.but(serves=()) for question in section.questions)
        )
        for section in guide.sections
    )
    themed = guide.but(sections=sections)
    again = back(themed, name)
    assert told(again) == told(themed)
    assert [section.title for section in again.sections] == ["Oppvarming", "", "Arenaer", "Til slutt"]
    assert again.language == language
    assert appendix_of(again) == appendix_of(themed)


@pytest.mark.parametrize("name", FORMS)
def test_titles_that_say_what_a_research_question_is_called_come_back(name: str) -> None:
    guide = read(thesis_guide_text())
    names = (guide.targets[0].text, *(section.title for section in guide.sections[1:]))
    named = guide.but(sections=tuple(one.but(title=title) for one, title in zip(guide.sections, names, strict=True)))
    assert tuple(section.title for section in back(named, name).sections) == names


@SLOW
@given(plain_guides(), st.sampled_from(FORMS))
def test_any_guide_in_plain_words_comes_back(guide: Guide, name: str) -> None:
    assert told(back(guide, name)) == told(guide)


def labelled(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The same words with what a list might be counted by before them, typed by their author."""
    labels = st.sampled_from(("1. ", "2.1 ", "a) ", "• ", "◦ ", "- ", "Q1: ", "A1 ", "(i) ", "[ ] ", "5 ", "– ", "☐ "))
    return st.builds(lambda before, text: "".join(before) + text, st.lists(labels, max_size=2), words)


LABELLED = st.just(
    NORWEGIAN.but(
        titles=labelled(NORWEGIAN.titles), asked=labelled(NORWEGIAN.asked), probes=labelled(NORWEGIAN.probes),
        points=labelled(NORWEGIAN.points), targets=labelled(NORWEGIAN.targets),
    )
)  # fmt: skip


@SLOW
@given(plain_guides(LABELLED), st.sampled_from(FORMS), st.booleans())
def test_words_that_begin_as_an_item_of_a_list_come_back(guide: Guide, name: str, ids: bool) -> None:  # noqa: FBT001
    assert told(back(guide, name, ids=ids)) == told(guide)


def test_a_numbered_point_that_an_editor_broke_off_comes_back_whole() -> None:
    guide = read(thesis_guide_text())
    text = "1. Fortell om studien, om hva den skal brukes til, hvem som er med og\nhvorfor"
    first = guide.opening[0].text
    made = markdown_of(appendix_of(guide)).replace(
        f"- {first}", "- " + text.replace("1.", "1\\.").replace("\n", "\n  "), 1
    )
    found = import_document(made.encode(), "vedlegg.md")
    assert isinstance(found, Imported)
    assert found.guide.opening[0].text == text.replace("\n", " ")


def edited(change: Callable[[WordDocument], object]) -> Imported:
    """The thesis's appendix after somebody worked on it in Word, imported."""
    made = sign_word(word_of(appendix_of(read(thesis_guide_text()))))
    document = Document(BytesIO(made))
    change(document)
    file = BytesIO()
    document.save(file)
    found = import_document(file.getvalue(), "vedlegg.docx")
    assert isinstance(found, Imported)
    return found


def test_what_somebody_added_in_word_is_read_with_the_rest() -> None:
    def add(document: WordDocument) -> None:
        cell = document.tables[0].rows[1].cells[1]
        cell.add_paragraph("Hva er det første du tenker på?", "List Bullet")
        document.paragraphs[0].add_run(", andre utgave")

    guide = edited(add).guide
    assert guide.title == "Musikkterapi og deltagelse, andre utgave"
    assert [question.id for question in guide.serving("A")] == ["A1", "A2", "A3", "A4", "A5"]
    assert guide.questions[4].ask == "Hva er det første du tenker på?"
    assert [point.gate for point in guide.opening] == [("start", "recording"), ("recording",), (), (), (), ()]


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.tables[0].rows[2].cells[1].paragraphs[0].runs[0].__setattr__("italic", True),
        lambda document: document.tables[0].rows[2].cells[0].paragraphs[0].add_run(" og noe mer"),
        lambda document: document.add_paragraph("En merknad på slutten."),
        lambda document: document.add_table(2, 2),
    ],
    ids=["a wording in italics", "another research question on the left", "a remark", "a second table"],
)
def test_what_no_longer_has_the_form_is_read_as_any_document(change: Callable[[WordDocument], object]) -> None:
    """Every question is there, whatever else was made of it."""
    asked = {question.ask for question in edited(change).guide.questions}
    assert {question.ask for question in read(thesis_guide_text()).questions} <= asked


@pytest.mark.parametrize("name", FORMS)
def test_every_line_is_accounted_for(name: str) -> None:
    guide = read(thesis_guide_text())
    appendix = appendix_of(guide)
    data = sign_word(word_of(appendix)) if name.endswith(".docx") else markdown_of(appendix).encode()
    found = import_document(data, name)
    assert isinstance(found, Imported)
    reasons = {line.text: line.reason for line in found.lines if line.became == "left_out"}
    assert set(reasons.values()) <= {"structure", "minutes"}
    assert len(reasons) == 9
    places = {line.became for line in found.lines}
    assert {f"question:{question.id}" for question in guide.questions} <= places
    assert {"title", "problem", "rq:Bb", "opening:6", "after:3", "probe:B7:2", "concept:sosial deltagelse"} <= places


def test_the_importer_knows_the_words_that_the_appendix_is_written_in() -> None:
    for known in LANGUAGES:
        _ = words_of(known.language)
        assert known == AppendixWords(
            language=known.language,
            problem=_("Problem statement:"),
            targets=_("Research questions:"),
            time=_("Planned time:"),
            opening=_("Opening:"),
            after=_("After the interview:"),
            concepts=_("Concepts:"),
            heads=(_("Research question"), _("Questions for the participant")),
            theme=_("Theme"),
            no_target=_("No research question"),
            no_theme=_("No theme"),
            closing=_("Closing"),
            gate_start=_("(before the first question)"),
            gate_recording=_("(before recording)"),
            gate_start_recording=_("(before the first question and recording)"),
            optional=_("Questions in parentheses are optional."),
            required=_("required"),
            also=_("also {ids}", ids="").strip(),
            minutes=_("{minutes} min", minutes="").strip(),
            when=_("If {condition}:", condition="").strip(" :"),
            say=_("Said:"),
            full=_("In full:"),
        )


@SLOW
@given(st.data())
def test_no_change_of_the_text_makes_the_importer_stumble(data: st.DataObject) -> None:
    """Lines left out, doubled, swapped or cut: a guide or a refusal, never an exception."""
    lines = markdown_of(appendix_of(read(thesis_guide_text()), ids=data.draw(st.booleans()))).split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at, to = (data.draw(st.integers(0, len(lines) - 1)) for _ in "12")
        change = data.draw(st.sampled_from(("drop", "double", "swap", "cut", "plain")))
        if change == "drop":
            lines[at] = ""
        elif change == "double":
            lines.insert(to, lines[at])
        elif change == "swap":
            lines[at], lines[to] = lines[to], lines[at]
        elif change == "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))]
        else:
            lines[at] = lines[at].replace("*", "")
    found = import_document("\n".join(lines).encode(), "vedlegg.md")
    assert isinstance(found, Imported | ImportRefusal)
    if isinstance(found, Imported):
        assert read_guide(write_guide(found.guide), "guide.yaml").guide is not None
