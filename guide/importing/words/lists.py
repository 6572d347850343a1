"""Word lists of the importer, a file a language.

A file has lists under their ``[names]``. Most hold patterns, parted by ``|`` or by the end of a line, whose brackets
group and capture nothing; ``question_words``, ``verbs``, ``imperatives``, ``directions``, ``telling``, ``you``,
``kind`` and ``common`` hold words, ``appendix_form`` names and what they mean. Another language is another file.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("nb", "nn", "en", "sv", "da", "de", "fr", "es", "nl", "fi")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Every list by its name, its lines by language."""
    found: dict[str, dict[str, list[str]]] = {}
    for code in LANGUAGES:
        name = ""
        for line in Path(__file__).with_name(f"{code}.txt").read_text(encoding="utf-8").split("\n"):
            if line.startswith("["):
                name = line.strip("[]")
            elif line and not line.startswith("#"):
                found.setdefault(name, {}).setdefault(code, []).append(line)
    return {name: {code: tuple(lines) for code, lines in own.items()} for name, own in found.items()}


def pattern(*names: str) -> str:
    """The patterns of some lists in all languages, as one group that captures nothing."""
    lines = [line for name in names for own in _lists()[name].values() for line in own]
    return f"(?:{_GROUP.sub('(?:', '|'.join(lines))})"


def compiled(before: str, *names: str, after: str = "") -> re.Pattern[str]:
    """The patterns of some lists between two others, capitals or not."""
    return re.compile(f"{before}{pattern(*names)}{after}", re.IGNORECASE)


def words(name: str, language: str = "") -> frozenset[str]:
    """The words of a list, of one language or of all."""
    return frozenset(
        word for code, own in _lists()[name].items() if language in ("", code) for line in own for word in line.split()
    )


def facts(name: str, language: str) -> Mapping[str, str]:
    """The names of a list in one language, and what stands behind each ``=``."""
    return dict(line.split(" = ", 1) for line in _lists()[name].get(language, ()))
