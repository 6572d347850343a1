"""The keys as a Markdown table, for the README, from the one registry of acts."""

from tui.registry import ACTS
from tui.words import Words

BEGIN = "<!-- keys: made by `make docs` from the registry of acts -->"
END = "<!-- end of keys -->"


def key_name(key: str, words: Words) -> str:
    """A key as people call it; only the space bar has a name of its own in each language."""
    return words("key_space") if key == "Space" else key


def key_table() -> str:
    """Every act with its key, its slash word and what it does."""
    words = Words("en")
    rows = [f"| `{act.key}` | `/{act.also or act.slash}` | {words.help(act.name)} |" for act in ACTS]
    return "\n".join(["| key | or | what it does |", "|---|---|---|", *rows])


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
