"""The sentences in another language, read from its catalogue.

A translator opens ``tui/locale/nb/LC_MESSAGES/intervjuguide.po`` in Poedit or Weblate. ``hatch_build.py`` compiles it,
at the set-up and when the wheel is built. In a checkout the text may be newer than what was compiled of it, or nothing
compiled yet: then the text itself is read, so that no sentence is ever an old one, and the screen never English by
accident.
"""

import gettext
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
NAME = "intervjuguide"


def po_file(language: str) -> Path:
    """The catalogue that a translator works on."""
    return LOCALE / language / "LC_MESSAGES" / f"{NAME}.po"


FALLS_BACK = {"nn": "nb"}
"""What a catalogue does not say, another may; after that it is said in English."""


@cache
def read_catalogue(language: str) -> gettext.GNUTranslations:
    """A language's sentences, and those of the language that it falls back on."""
    found = _read(language)
    if language in FALLS_BACK:
        found.add_fallback(read_catalogue(FALLS_BACK[language]))
    return found


def _read(language: str) -> gettext.GNUTranslations:
    """What is compiled of it, else the text itself."""
    text = po_file(language)
    compiled = text.with_suffix(".mo")
    if not compiled.exists() or (text.exists() and text.stat().st_mtime > compiled.stat().st_mtime):
        from io import BytesIO

        from tui.compile_catalogue import compile_catalogue  # where nothing is to be compiled nobody waits for it

        return gettext.GNUTranslations(BytesIO(compile_catalogue(text.read_text(encoding="utf-8"))))
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)
