"""The keys as a Markdown table, for the README, from the one registry of acts."""

from tui.registry import ACTS, Act
from tui.words import Words

BEGIN = "<!-- keys: made by `make docs` from the registry of acts -->"
END = "<!-- end of keys -->"


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


def key_table() -> str:
    """Every act with its key, its words after ``/`` and what it does."""
    words = Words("en")
    rows = [f"| `{act.key}` | `/{act.slash}` | `/{act.nb}` | {words.help(act.name)} |" for act in ACTS]
    return "\n".join(["| key | or | in Norwegian | what it does |", "|---|---|---|---|", *rows])


def with_keys(readme: str) -> str:
    """The README with the table as it is today between its two marks.

    Raises:
        ValueError: the marks are missing.
    """
    before, _, rest = readme.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError("the README lacks the marks between which the table of keys stands")
    return f"{before}{BEGIN}\n\n{key_table()}\n\n{END}{after}"
