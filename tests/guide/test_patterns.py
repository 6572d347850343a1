"""Patterns of advice that were narrowed to what a text can have find in it exactly what all of them find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.advice.patterns import Choices, LanguagePatterns, needed_words, one_line, read_patterns

LANGUAGES = {"nb": read_patterns("norwegian"), "en": read_patterns("english")}
WORDS = {
    language: sorted({*re.findall(r"[^\W\d_]+", " ".join(" ".join(one) for one in told))})
    for language, patterns in LANGUAGES.items()
    for told in [[*(one.choices for one in patterns.values() if isinstance(one, Choices)), *patterns.parts.values()]]
}


def lines(language: str) -> st.SearchStrategy[str]:
    """Lines of words that stand in the patterns, joined as people join words, in any case."""
    word = st.sampled_from(WORDS[language]) | st.sampled_from(["og", "eller", "and", "or", "du", "you", "3", "ſå", "İ"])
    cased = st.tuples(word, st.sampled_from([str, str.upper, str.title])).map(lambda both: both[1](both[0]))
    joint = st.sampled_from([" ", " ", " ", ", ", "; ", "? ", "- ", " (", ") "])
    return st.lists(st.tuples(cased, joint), max_size=14).map(lambda told: "".join(map("".join, told)))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_narrowed_patterns_find_what_all_of_them_find(language: str, data: st.DataObject) -> None:
    texts = [one_line(text) for text in data.draw(st.lists(lines(language), min_size=1, max_size=3))]
    whole: LanguagePatterns = LANGUAGES[language]
    narrow = whole.within(texts)
    for name in whole.field_names():
        full, own = getattr(whole, name), getattr(narrow, name)
        if isinstance(full, Choices):
            for text in texts:
                assert _spans(own, text) == _spans(full, text), (name, text)


def _spans(choices: Choices, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in choices.finditer(text)]


@pytest.mark.parametrize(
    ("choice", "needed"),
    [
        (r"\bro og orden\b", {"orden"}),
        (r"\b(?:han|henne) eller\b", {"eller"}),
        (r"\b(?:sett\w*|satte) (?:seg|deg) og", {"sett", "satte"}),
        (r"snill?", {"snil"}),
        (r"(?:kan )?du", {"du"}),
        (r"(?!ikke)hva(?=nå)", {"hva"}),
        (r"\w+- \w+", None),
        (r"(?:noe|)", None),
        (r"a{0,3}bc{2}|[xyz]q", {"b", "q"}),
        (r"Møre", {"møre"}),
    ],
)
def test_what_a_choice_needs(choice: str, needed: set[str] | None) -> None:
    assert needed_words(choice) == needed


def test_what_a_text_cannot_have_is_left_out_and_is_not_compiled() -> None:
    many = Choices(tuple(f"word{letter}{other}" for letter in "abcdefghijklm" for other in "abcdefghijklm"))
    narrow = many.but(within="here stands wordac, once")
    assert narrow.compiled is not None
    assert narrow.compiled.pattern == "(?:wordac)"
    assert many.but(within="nothing").compiled is None
    assert many.but(within="nothing").search("wordac") is None
