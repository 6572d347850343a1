"""Files that look like the key between codes and names.

It belongs elsewhere than in a study's folder.
"""

import os
import re
from functools import cache
from pathlib import Path

from guide.files import read_file

_MOST_FILES, _MOST_BYTES = 200, 100_000
_SUFFIXES = frozenset(
    "csv tsv txt md xlsx xls xlsm ods numbers docx doc odt rtf pdf json yaml yml html htm eml vcf".split()
)
_TEXTS = frozenset("csv tsv txt md".split())
_NAME = (
    r"\b(?:kobl\w*n(?:ø|oe|o)kkel|kode?n(?:ø|oe|o)kkel|n(?:ø|oe|o)kkel(?:fil)?\b|kode?liste|namn?eliste|navneliste|deltak[ae]rliste|"
    r"deltak[ae]r(?:e|ar|ane|ne|oversikt)?\b|informant(?:er|ar|liste|oversikt)\b|informantar\b|respondent(?:s|er|ar|liste)?\b|"
    r"kontaktliste|kontaktinfo|navn(?:ene)?\b|namn(?:a)?\b|participants?\b|name[ _-]?list|names\b|interviewees?\b|"
    r"(?:linking|code|study|master|id)[ _-]?key|\bkey\b|code[ _-]?list|contacts?\b|contact[ _-]?list)"
)
_LETTER = r"inform(?:asjon|ation)|samtykke|consent|brev|letter|skriv|invit"
"""What is sent to everybody is no list of them."""
_CODE = r"(?:I|P|D|R|ID|IP|Id)[0-9]{1,3}(?:-[1-9])?"
_PERSON = r"[A-ZÆØÅ][a-zæøåéèüöä]+(?:[ -][A-ZÆØÅ][a-zæøåéèüöä.]+){0,3}"
_BESIDE = (
    rf"[\s\"'|*-]*(?:{_CODE}[\"'.):]*\s*[\t;,:=|–-]*\s*[\"']?{_PERSON}|{_PERSON}[\"']?\s*[\t;,:=|–-]+\s*[\"']?{_CODE})[\"']?"
    r"\s*(?:$|[\t;,|(].*)"
)
_FEWEST = 2
_OURS = frozenset({"guide.yaml", "study.jsonl", "study.locked", "informant.yaml", "informant.txt"})


def find_name_lists(folder: Path) -> tuple[str, ...]:
    """Files that look like a list of names, by their names or, where they are text, by codes with names beside them.

    They are looked for in the study's folder and beside the interviews, never read further than a page or two.
    """
    found = []
    for place in (folder, folder / "interviews"):
        try:
            names = sorted(os.listdir(place))[:_MOST_FILES]  # noqa: PTH208  each start does it
        except OSError:
            continue
        found += [place / name for name in names if name not in _OURS and _looks_like_one(place / name)]
    return tuple(path.relative_to(folder).as_posix() for path in found)


@cache
def _pattern(text: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern, compiled where a file lies there that may be a list: mostly none does, and a start would wait."""
    return re.compile(text, flags)


def _looks_like_one(path: Path) -> bool:
    suffix = path.suffix.lower().removeprefix(".")
    if path.name.startswith(".") or suffix not in _SUFFIXES:
        return False
    name = path.stem.replace("_", " ")
    return (_pattern(_NAME).search(name) is not None and _pattern(_LETTER).search(name) is None) or (
        suffix in _TEXTS and _has_names_beside_codes(path)
    )


def _has_names_beside_codes(path: Path) -> bool:
    try:
        text = read_file(path, _MOST_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        return False
    beside = _pattern(_BESIDE, re.NOFLAG)
    return sum(1 for line in text.split("\n") if beside.match(line.strip("\ufeff\r "))) >= _FEWEST
