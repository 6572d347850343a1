"""The sentences in other languages: the catalogue says them, whole and up to date."""

import os
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

from tui import catalogue
from tui.catalogue import compile_catalogue, po_file, read_catalogue
from tui.translator import Translator

FILE = r"""
# a header
msgid ""
msgstr ""
"Language: nb\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"Content-Type: text/plain; charset=utf-8\n"

msgid "Say “{this}”.\n"
"\tAnd \"that\"."
msgstr ""
"Si «{this}».\n"
"\tOg \"det\"."

#, python-brace-format
msgid "1 place"
msgid_plural "{count} places"
msgstr[0] "1 sted"
msgstr[1] "{count} steder"

msgctxt "verdict"
msgid "open"
msgstr "åpen"

#, fuzzy
msgid "guessed"
msgstr "gjettet"

msgid "not translated"
msgstr ""

#~ msgid "gone"
#~ msgstr "borte"
"""


def test_a_catalogue_is_read_as_gettext_reads_it() -> None:
    read = GNUTranslations(BytesIO(compile_catalogue(FILE)))
    assert read.gettext('Say “{this}”.\n\tAnd "that".') == 'Si «{this}».\n\tOg "det".'
    assert [read.ngettext("1 place", "{count} places", count) for count in (0, 1, 2)] == [
        "{count} steder",
        "1 sted",
        "{count} steder",
    ]
    assert (read.pgettext("verdict", "open"), read.gettext("open")) == ("åpen", "open")
    assert [read.gettext(same) for same in ("guessed", "not translated", "gone")] == [
        "guessed",
        "not translated",
        "gone",
    ]


def test_the_facts_fill_a_sentence_in_every_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    read_catalogue.cache_clear()
    po_file("nb").parent.mkdir(parents=True)
    po_file("nb").write_text(FILE, encoding="utf-8")
    _ = Translator("nb")
    assert _.ngettext("1 place", "{count} places", 3) == "3 steder"
    assert Translator("en").ngettext("1 place", "{count} places", 1) == "1 place"
    assert _.pgettext("verdict", "open") == "åpen"
    read_catalogue.cache_clear()


def test_what_is_compiled_is_used_until_the_text_is_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    text = po_file("nb")
    text.parent.mkdir(parents=True)
    text.write_text(FILE, encoding="utf-8")
    compiled = text.with_suffix(".mo")
    compiled.write_bytes(compile_catalogue(FILE.replace("åpen", "compiled")))
    said = []
    for minutes, newer in enumerate((compiled, text), 1):
        os.utime(newer, (text.stat().st_mtime + 60 * minutes,) * 2)
        read_catalogue.cache_clear()
        said.append(read_catalogue("nb").pgettext("verdict", "open"))
    compiled.unlink()
    read_catalogue.cache_clear()
    said.append(read_catalogue("nb").pgettext("verdict", "open"))
    read_catalogue.cache_clear()
    assert said == ["compiled", "åpen", "åpen"]
