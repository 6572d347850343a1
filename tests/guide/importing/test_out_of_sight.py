"""Words that a reader of the page hardly sees, or sees in a form of their own: none of them is lost."""

import pytest

from guide.importing import Imported, ImportRefusal, import_document
from guide.importing.reading.markdown_reader import read_markdown
from guide.importing.reading.word_reader import read_word
from guide.importing.structure.research_questions import MAX_TARGETS
from guide.reading import read_guide
from guide.schema import MAX_QUESTIONS
from guide.write import write_guide
from tests.guide.documents.packages import added, paragraph

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
WAYS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("[Intervjuer]: Velkommen", "code"),
        ("- Hva liker du?\n\n[^1]: Kvale", "code"),
        ("[a]: Fortell\n[a]: Spør", "code"),
        ("Hva liker du? <!-- husk å vente -->", "comment"),
        ("<div>\nHva liker du? <!-- husk å vente -->\n</div>", "comment"),
        ('Se [her](http://eksempel.no "Mal for guider").', "code"),
        ('Se ![tegning](kart.png "Kart over stedet").', "code"),
        ("```spørsmål\nHva liker du?\n```", "code"),
    ],
)
def test_what_markdown_keeps_out_of_sight_is_listed(text: str, aside: str) -> None:
    found = read_markdown(text.encode())
    everything = " ".join(block.text for block in found)
    for mark in ("[", "]", "(", ")", ":", "<!--", "-->", "<div>", "</div>", "`", "!", '"', "-"):
        text = text.replace(mark, " ")
    assert [word for word in text.split() if word.strip(".").isalpha() and word not in everything] == []
    assert aside in {block.aside for block in found}


def test_less_than_is_no_tag() -> None:
    """Inside HTML too a sign before a number says something about the number."""
    (found,) = read_markdown("<div>Er du <18 år, og hvorfor har du > to jobber?</div>".encode())
    assert found.text == "Er du <18 år, og hvorfor har du > to jobber?"


@pytest.mark.parametrize("text", ["> " * 60 + "Hva nå?", "".join(f"{'  ' * n}- Hva nå?\n" for n in range(60))])
def test_what_lies_too_deep_to_be_read_is_refused(text: str) -> None:
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, ImportRefusal)
    assert made.code == "import_too_deep"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (("<w:r><w:ruby><w:rt><w:r><w:t>しごと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>仕事</w:t></w:r></w:rubyBase>"
         "</w:ruby><w:t> nå?</w:t></w:r>"), "仕事 (しごと) nå?"),
        (f"<m:oMath {MATH}><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:t> er hva?</w:t></w:r>", "x er hva?"),
        ((f"<w:r><w:t>Bra </w:t><mc:AlternateContent {WAYS}><mc:Choice Requires='w16se'><w:rPr/></mc:Choice>"
         "<mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent><w:t>?</w:t></w:r>"), "Bra 😊?"),
        ((f"<w:r><mc:AlternateContent {WAYS}><mc:Choice Requires='w14'><w:t>Ny?</w:t></mc:Choice>"
         "<mc:Fallback><w:t>Gammel?</w:t></mc:Fallback></mc:AlternateContent></w:r>"), "Ny?"),
    ],
)  # fmt: skip
def test_letters_that_word_writes_in_a_form_of_their_own_are_read(xml: str, text: str) -> None:
    assert [block.text for block in read_word(added(f"<w:p>{xml}</w:p>"))][-1] == text


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('Skjult under')}</w:tc></w:tr></w:tbl>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Skjult under</w:t></w:r></w:p>',
    ],
)
def test_what_word_does_not_show_is_listed_as_hidden(xml: str) -> None:
    found = read_word(added(xml))
    assert [block.text for block in found if block.aside == "hidden"] == ["Skjult under"]


def test_a_question_too_many_is_said_and_not_written() -> None:
    """A guide that the program would not read back is refused with the reason, not with a request to report it."""
    for count in (MAX_QUESTIONS, MAX_QUESTIONS + 1):
        text = "# Tema\n\n" + "".join(f"{n}. Hva gjorde du dag {n}?\n" for n in range(1, count + 1))
        made = import_document(text.encode(), "guide.md")
        if count > MAX_QUESTIONS:
            assert made == ImportRefusal("import_too_many", {"limit": f"{MAX_QUESTIONS}"})
        else:
            assert isinstance(made, Imported)
            assert read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide


def test_research_questions_beyond_counting_are_refused() -> None:
    listed = "".join(f"{n}. Hvordan planlegger lærere dag {n}?\n" for n in range(1, MAX_TARGETS + 2))
    made = import_document(f"Forskningsspørsmål:\n{listed}\nSpørsmål:\n- Hva gjør du?\n".encode(), "guide.txt")
    assert made == ImportRefusal("import_too_many", {"limit": f"{MAX_TARGETS}"})


def test_parts_beyond_the_alphabet_have_ids_of_their_own() -> None:
    parts = "".join(f"   - Hvordan planlegger lærere økt nummer {n}?\n" for n in range(1, 41))
    asked = "".join(f"- Hva gjør du om morgenen på dag nummer {n}?\n" for n in range(1, 61))
    text = f"# Forskningsspørsmål\n\n1. Hvordan planlegger lærere?\n{parts}\n# Spørsmål\n\n{asked}"
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    ids = [target.id for target in made.guide.targets]
    assert len(ids) == len({name.casefold() for name in ids}) == 41
    assert read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide
