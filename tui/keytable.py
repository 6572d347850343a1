"""The keys as a Markdown table, for the manual, from the one registry of acts."""

from tui.registry import ACTS, Act
from tui.words import Language, Words


def key_name(key: str, words: Words) -> str:
    """A key as people call it; only the space bar has a name of its own in each language."""
    return words("key_space") if key == "Space" else key


def key_of(act: Act, words: Words) -> str:
    """An act's key in the interface's language."""
    return key_name(act.key_in(words.language), words)


def slash_of(act: Act, words: Words) -> str:
    """An act's word after ``/``, where its key does not say it already."""
    slash = f"/{act.word(words.language)}"
    return "" if act.key_in(words.language).startswith(slash) else slash


def key_table(language: Language) -> str:
    """Every act with its key, its words after ``/`` and what it does, in Markdown."""
    words = Words(language)
    other: Language = "en" if language == "nb" else "nb"
    head = words("key_table_head")
    rows = [
        f"| `{key_of(act, words)}` | `/{act.word(language)}` | `/{act.word(other)}` | {words.help(act.name)} |"
        for act in ACTS
    ]
    return "\n".join([head, "|---|---|---|---|", *rows])
