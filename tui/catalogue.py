"""The sentences in another language, read from its catalogue.

A translator opens ``tui/locale/nb/LC_MESSAGES/intervjuguide.po`` in Poedit or Weblate. ``hatch_build.py`` compiles it,
at the set-up and when the wheel is built. In a checkout the text may be newer than what was compiled of it, or nothing
compiled yet: then it is compiled once more, so that no sentence is ever an old one, and the screen never English by
accident.
"""

import re
from bisect import bisect_left
from contextlib import suppress
from functools import cache, cached_property
from gettext import NullTranslations, c2py
from pathlib import Path
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALE = Path(__file__).parent / "locale"
NAME = "intervjuguide"


def po_file(language: str) -> Path:
    """The catalogue that a translator works on."""
    return LOCALE / language / "LC_MESSAGES" / f"{NAME}.po"


FALLS_BACK = {"nn": "nb"}
"""What a catalogue does not say, another may; after that it is said in English."""


class Catalogue(NullTranslations):
    """A compiled catalogue. A sentence is sought when it is said: a start says few of them, and never reads the rest."""

    def __init__(self, compiled: bytes) -> None:
        super().__init__()
        self._compiled = compiled
        self._count, self._keys, self._texts = unpack_from("<3I", compiled, 8)
        self._found: dict[str, list[str] | None] = {}

    def gettext(self, message: str) -> str:
        """The sentence."""
        found = self.find(message)
        return super().gettext(message) if found is None else found[0]

    def pgettext(self, context: str, message: str) -> str:
        """The sentence where one word means two things."""
        found = self.find(f"{context}\4{message}")
        return super().pgettext(context, message) if found is None else found[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The sentence for so many, in the form that the language has for it."""
        found = self.find(f"{msgid1}\0{msgid2}")
        return super().ngettext(msgid1, msgid2, n) if found is None else found[self._form(n)]

    def find(self, key: str) -> list[str] | None:
        """What is said for a key, one text for each form; None where it is not translated here."""
        if key not in self._found:
            sought = key.encode()
            place = bisect_left(range(self._count), sought, key=lambda at: self._text_at(self._keys, at))
            there = place < self._count and self._text_at(self._keys, place) == sought
            self._found[key] = self._text_at(self._texts, place).decode().split("\0") if there else None
        return self._found[key]

    def _text_at(self, table: int, place: int) -> bytes:
        length, start = unpack_from("<2I", self._compiled, table + 8 * place)
        return self._compiled[start : start + length]

    @cached_property
    def _form(self) -> "Callable[[int], int]":
        """Which form a number takes: the catalogue's first entry tells the rule."""
        rule = re.search(r"plural=([^;\n]+)", " ".join(self.find("") or []))
        form: Callable[[int], int] = c2py("n != 1" if rule is None else rule[1])
        return form


@cache
def read_catalogue(language: str) -> Catalogue:
    """A language's sentences, and those of the language that it falls back on."""
    found = Catalogue(_read_compiled(language))
    if language in FALLS_BACK:
        found.add_fallback(read_catalogue(FALLS_BACK[language]))
    return found


def _read_compiled(language: str) -> bytes:
    """What is compiled of the text that stands there now."""
    text = po_file(language)
    compiled = text.with_suffix(".mo")
    if compiled.exists() and not (text.exists() and text.stat().st_mtime > compiled.stat().st_mtime):
        return compiled.read_bytes()

    anew = compile_catalogue(text.read_text(encoding="utf-8"))
    from interviews.save import save  # what the set-up compiled is there as a rule

    with suppress(OSError):  # the checkout is another's: then the next one compiles it again
        save(compiled, anew, mode=0o644)
    return anew


_MAGIC = 0x950412DE


def compile_catalogue(text: str) -> bytes:
    """A catalogue as gettext reads it, of the text that a translator wrote; fuzzy sentences are left out.

    It is all of the format that the common programs write, so that neither set-up nor start needs another package.
    """
    import json  # a start compiles nothing
    from itertools import accumulate
    from struct import pack

    entries: dict[bytes, bytes] = {}
    for entry in re.split(r"\n\s*\n", text):
        fields: dict[str, str] = {}
        fuzzy, name = False, ""
        for line in entry.splitlines():
            keyword, quote, rest = line.partition('"')
            if line.startswith("#"):
                fuzzy |= line.startswith("#,") and "fuzzy" in line
            elif quote:
                name = keyword.strip() or name
                fields[name] = fields.get(name, "") + json.loads(f'"{rest}')
        told = [told for name, told in fields.items() if name.startswith("msgstr")]
        if "msgid" in fields and all(told) and not (fuzzy and fields["msgid"]):
            source = "\0".join(fields[name] for name in ("msgid", "msgid_plural") if name in fields)
            key = f"{fields['msgctxt']}\4{source}" if "msgctxt" in fields else source
            entries[key.encode()] = "\0".join(told).encode()
    keys = sorted(entries)
    texts = [*keys, *(entries[key] for key in keys)]
    head = 7 * 4
    places = accumulate((len(one) + 1 for one in texts), initial=head + 8 * len(texts))
    index = b"".join(pack("<2I", len(one), place) for one, place in zip(texts, places, strict=False))
    header = pack("<7I", _MAGIC, 0, len(keys), head, head + 8 * len(keys), 0, 0)
    return header + index + b"".join(one + b"\0" for one in texts)
