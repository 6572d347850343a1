"""Whatever is in a document: it is read or refused, no word of it is lost, and the guide can be written and read."""

from collections import Counter
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.importing import Imported, import_document
from guide.reading import read_guide
from guide.write import write_guide
from tests.guide.documents.comparing import words

PIECES = st.sampled_from(
    [
        "- ", "* ", "+ ", "  - ", "    * ", "1. ", "2) ", "a) ", "B1. ", "Q1: ", "1.1 ", "(", ")", "[", "]", "**",
        "_", ":", "# ", "## ", "> ", "| ", "|", "|---|---|\n", "\n", "\n\n", "\t", "\f", "---\n", "?", "? ", "…",
        ". ", "; ", "“", "”", "Hvordan går det", "Fortell om", "What do you", "Tell me about ", "If yes: ",
        "Hvis ja: ", "Probe: ", "Stikkord: ", "Oppfølging:", "Forskningsspørsmål", "Research questions:",
        "Problemstilling: ", "Avslutning", "Closing", "RQ1", "(RQ1)", "(10 min)", "(valgfritt)", "if time",
        "Innledning", "Intervjuguide", "Title: ", "nei", "yes", "no", "null", "\N{LINE SEPARATOR}",
        "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "é", "👩\N{ZERO WIDTH JOINER}🏫", "؟", "<b>",
        "&amp;", "`", "\\", "{{", "#", "%", "@", "'", '"', "- [ ] ", "87\n", "page 3 of 5\n", "side 2",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


def seen(text: str) -> str:
    """A text without the signs that nobody sees and that may be taken out of it."""
    return "".join(sign for sign in text if sign.isspace() or category(sign) not in {"Cc", "Cf"})


@pytest.mark.parametrize("name", ["guide.txt", "guide.md", "guide.docx", "guide", "guide.odt"])
@given(data=st.binary())
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    made = import_document(data, name)
    assert isinstance(made, Imported) or made.code


@pytest.mark.parametrize("name", ["guide.txt", "guide.md"])
@given(text=TEXTS)
def test_any_text_becomes_a_guide_that_can_be_written_and_read(name: str, text: str) -> None:
    made = import_document(text.encode("utf-8", "surrogatepass"), name)
    if isinstance(made, Imported):
        assert read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide
        assert made.guide.questions


@given(text=TEXTS)
def test_no_word_of_a_text_is_lost(text: str) -> None:
    """Each stands in a line of the source; numbers in front of a line are marks, not words."""
    made = import_document(text.encode("utf-8", "surrogatepass"), "guide.txt")
    if isinstance(made, Imported):
        kept = Counter(words(seen(" ".join(line.text for line in made.lines))))
        lost = Counter(words(seen(text))) - kept
        assert not [word for word in lost if len(word) > 2 and word.isalpha()]
        assert all(line.became for line in made.lines)
