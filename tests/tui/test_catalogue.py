"""The sentences in other languages: the catalogue says them, whole and up to date."""

import os
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

import pytest

from guide.reading import read_guide
from guide.schema import IN_PART, LANGUAGES
from interviews.core.events import Refusal
from tests.sentences import sentences
from tui import catalogue
from tui.catalogue import FALLS_BACK, Catalogue, compile_catalogue, po_file, read_catalogue
from tui.commands.new import template
from tui.input.actions import ACTS, act_of
from tui.translator import NORWEGIAN, Translator, language_of

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
    compiled = compile_catalogue(FILE)
    for read in (GNUTranslations(BytesIO(compiled)), Catalogue(compiled)):
        _says_what_the_file_says(read)


def _says_what_the_file_says(read: NullTranslations) -> None:
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


def test_where_the_text_is_newer_it_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert said == ["compiled", "åpen"]
    assert compiled.read_bytes() == compile_catalogue(FILE)
    compiled.unlink()
    read_catalogue.cache_clear()
    assert read_catalogue("nb").pgettext("verdict", "open") == "åpen"
    assert compiled.exists()
    read_catalogue.cache_clear()


@pytest.mark.parametrize("language", NORWEGIAN)
def test_every_sentence_is_there_in_norwegian(language: str) -> None:
    """As ``make words`` and then a translator leave it."""
    known = read_catalogue(language)
    lacking = [message for context, message in sentences() if not translated(known, context, message)]
    assert lacking == [], "make words, and translate what it names"


@pytest.mark.parametrize("language", IN_PART)
def test_a_language_that_is_begun_says_so_and_marks_what_a_speaker_must_check(language: str) -> None:
    text, known = po_file(language).read_text(encoding="utf-8"), read_catalogue(language)
    assert "Made without a speaker" in text.partition("msgid")[0]
    assert text.count("# to be checked by a speaker\n") > 10
    assert sum(translated(known, context, message) for context, message in sentences()) > 500
    live = [said for act in ACTS for said in (act.title, act.help)]
    lacking = [message for message in live if not translated(known, None, message)]
    assert len(lacking) < len(live) / 10


def translated(known: Catalogue, context: str | None, message: str | tuple[str, str]) -> bool:
    key = message if isinstance(message, str) else "\0".join(message)
    return all(known.find(key if context is None else f"{context}\4{key}") or [""])


@pytest.mark.parametrize("language", sorted({*LANGUAGES.values(), *FALLS_BACK, *FALLS_BACK.values()} - {"en"}))
def test_a_catalogue_holds_nothing_guessed_and_counts_as_norwegian_does(language: str) -> None:
    text = po_file(language).read_text(encoding="utf-8")
    assert "fuzzy" not in text
    assert f'"Language: {language}\\n"' in text
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in text


def test_a_language_is_added_with_one_command_and_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogues = pytest.importorskip("tests.catalogues")
    for module in (catalogue, catalogues):
        monkeypatch.setattr(module, "LOCALE", tmp_path)
    assert catalogues.main(["pl"]) == 0
    assert [path.parts[-3] for path in tmp_path.glob("*/LC_MESSAGES/*.po")] == ["pl"]
    text = po_file("pl").read_text(encoding="utf-8")
    begun = '\nmsgid "1 question"\nmsgid_plural "{count} questions"\n'
    assert begun in text
    forms = ('msgstr[0] "1 pytanie"', 'msgstr[1] "{count} pytania"', 'msgstr[2] "{count} pytań"')
    head, empty = text.split(begun)
    rest = empty.split("\n", len(forms))[-1]
    po_file("pl").write_text("".join([head, begun, *(f"{form}\n" for form in forms), rest]), encoding="utf-8")
    os.utime(po_file("pl").with_suffix(".mo"), (0, 0))
    monkeypatch.setitem(LANGUAGES, "pl", "pl")
    read_catalogue.cache_clear()
    _ = Translator(language_of("pl_PL"))
    said = [_.ngettext("1 question", "{count} questions", count) for count in (1, 3, 5)]
    assert [*said, _("Find and ask")] == ["1 pytanie", "3 pytania", "5 pytań", "Find and ask"]
    assert catalogues.main([]) == 0
    assert Translator("pl").ngettext("1 question", "{count} questions", 3) == "3 pytania", "what is translated stays"
    read_catalogue.cache_clear()


def test_what_one_catalogue_lacks_the_next_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    read_catalogue.cache_clear()
    for language, said in (("nb", FILE), ("nn", 'msgid "guessed"\nmsgstr "gissa"\n')):
        po_file(language).parent.mkdir(parents=True)
        po_file(language).write_text(said, encoding="utf-8")
    _ = Translator("nn")
    assert [_("guessed"), _.pgettext("verdict", "open"), _("not translated")] == ["gissa", "åpen", "not translated"]
    read_catalogue.cache_clear()


@pytest.mark.parametrize(
    ("language", "date", "number"),
    [
        ("nb", "29.11.2026", "4,5"),
        ("nn", "29.11.2026", "4,5"),
        ("en", "2026-11-29", "4.5"),
        ("sv", "2026-11-29", "4,5"),
        ("da", "29.11.2026", "4,5"),
        ("de", "29.11.2026", "4,5"),
    ],
)
def test_dates_and_numbers_are_written_as_the_language_does(language: str, date: str, number: str) -> None:
    _ = Translator(language)
    assert (_.date("2026-11-29"), _.decimal("4.5")) == (date, number)


@pytest.mark.parametrize("language", sorted({*LANGUAGES.values()}))
def test_a_new_study_has_a_guide_in_the_interfaces_language(language: str) -> None:
    reading = read_guide(template(Translator(language)), "guide.yaml")
    assert (reading.guide and reading.guide.language, reading.problems) == (language, ())


def test_nynorsk_has_its_own_words_and_bokmaals_are_understood() -> None:
    _ = Translator("nn")
    assert _("NOT SAVED ×") == "IKKJE LAGRA ×"
    differ = [act for act in ACTS if act.word("nn") != act.word("nb")]
    assert len(differ) > 5
    assert all(act_of(word) is act for act in differ for word in (act.word("nn"), act.word("nb"), act.slash))
    assert [act.word("nn") for act in ACTS if act not in differ] == [act.nb for act in ACTS if act not in differ]


def test_the_catalogue_is_as_the_tool_writes_it() -> None:
    """So that a diff shows sentences, and nothing that changes with the day."""
    catalogues = pytest.importorskip("tests.catalogues")
    for language in ("nb", "nn"):
        before = po_file(language).read_bytes()
        assert catalogues.text_of(language, catalogues.extract()) == before, "make words"


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", "1", "(1 act is only here)"),
        ("en", "2", "(2 acts are only here)"),
        ("nb", "1", "(1 handling står bare her)"),
    ],
)
def test_a_code_that_counts_is_said_for_one_and_for_several(language: str, count: str, said: str) -> None:
    assert said in Translator(language).refusal(Refusal("log_rescued", {"log": "I1.jsonl", "count": count}))


def test_one_thing_has_one_name_in_bokmaal() -> None:
    assert "passordfrase" not in po_file("nb").read_text(encoding="utf-8")
