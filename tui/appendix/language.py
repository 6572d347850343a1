"""The language of an appendix: the guide's own, whatever the interface speaks."""

from tui.words import Words, language_of
from tui.words.appendix import NYNORSK

_TAGS = {"nn": "nn-NO", "en": "en-GB"}


class _Nynorsk(Words):
    """Bokmål but for the sentences that nynorsk says otherwise."""

    def __call__(self, key: str, /, **facts: object) -> str:
        own = NYNORSK.get(key)
        return super().__call__(key, **facts) if own is None else own.format(**facts)


def words_of(language: str) -> Words:
    """The words for a guide in this language."""
    return _Nynorsk("nb") if language == "nn" else Words(language_of(language))


def tag_of(language: str) -> str:
    """The language's name for spelling and hyphenation: nb-NO, nn-NO or en-GB."""
    return _TAGS.get(language, "nb-NO")


def number(value: float, words: Words) -> str:
    """A number as it is written in the language, exactly: 60, 4.5 in English, 4,5 in Norwegian."""
    text = str(int(value)) if value.is_integer() else repr(value)
    return text.replace(".", ",") if words.language == "nb" else text
