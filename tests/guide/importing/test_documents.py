"""Guides as people write them, held against what a careful reader makes of them."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from guide.importing import Imported, import_document
from guide.reading import read_guide
from guide.write import write_guide
from tests.guide.documents.comparing import words
from tests.guide.documents.expectation import expected
from tests.guide.documents.library import NAMES, document
from tests.guide.documents.packages import MAIN, parts_of
from tests.guide.documents.scoring import Tally, score

LEAST_OF = {
    **dict.fromkeys(("recall", "precision", "levels", "order", "sections", "serves"), 0.9),
    **dict.fromkeys(("research questions", "optional", "conditions", "keywords", "notes", "left out"), 0.9),
    **dict.fromkeys(("head", "opening", "after"), 1.0),
}
"""The least share of each facet that is right, in every document."""

TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:br/>|<w:tab/>|</w:p>)")


@cache
def imported(name: str) -> Imported:
    made = import_document(document(name), name)
    assert isinstance(made, Imported), made
    return made


@cache
def tallies(name: str) -> dict[str, Tally]:
    return dict(score(imported(name).guide, expected(Path(name).stem)))


def told(facet: str, found: Tally) -> str:
    return f"{facet}: {found.right} of {found.of}:\n" + "\n".join(found.wrong)


@pytest.mark.parametrize("name", NAMES)
def test_each_facet_of_a_document_is_right(name: str) -> None:
    """Nine of ten of what the questions are and what stands beside them; title, problem and frame whole."""
    found = tallies(name)
    short = [told(facet, tally) for facet, tally in found.items() if tally.share < LEAST_OF[facet]]
    assert found.keys() >= LEAST_OF.keys()
    assert not short, "\n".join(short)


@pytest.mark.parametrize("name", NAMES)
def test_the_guide_can_be_written_and_read(name: str) -> None:
    made = imported(name)
    assert read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide


def source_words(name: str) -> Counter[str]:
    """Every word of a document, counted without the importer's help."""
    data = document(name)
    if name.endswith(".docx"):
        pieces = TEXT.findall(parts_of(data)[MAIN])
        text = b"".join(b" " if gap else piece for piece, gap in pieces).decode().replace("&amp;", "&")
    else:
        text = re.sub("^title: ", "", data.decode(), flags=re.MULTILINE)  # the key, not the words, of a front matter
    return Counter(words(text))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_document_is_accounted_for(name: str) -> None:
    """In a line of the source that says what it became; numbers and letters in front of a line may be missing."""
    lines = Counter(words(" ".join(line.text for line in imported(name).lines)))
    missing = source_words(name) - lines
    lost = [word for word in missing if len(word) > 2 and not word[0].isdigit()]
    assert not lost


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_in_the_guide_or_listed(name: str) -> None:
    made = imported(name)
    written = Counter(words(write_guide(made.guide)))
    for line in made.lines:
        assert line.became, line
        lost = Counter(words(line.text)) - written
        kept = [word for word in lost if len(word) > 2 and not word[0].isdigit()]
        assert line.became == "left_out" or not kept, (line, kept)
