"""Documents that break programs, each with what has to come of it: the right reading, or a refusal with a code."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guide.frozen import Value
from tests.guide.documents import (
    hostile_others,
    hostile_packages,
    hostile_pdf,
    hostile_scripts,
    hostile_text,
    hostile_time,
    hostile_word,
)
from tests.guide.documents.packages import ASKED, LAST, plain


class Case(Value):
    """A file and what is right: ``read``, ``refused``, or either; when read, the questions it must and must not have.

    ``listed`` are words that must be in the guide or among the lines of the source, said to have been left out.
    """

    file: str
    build: Callable[[], bytes]
    read: bool = True
    refused: bool = False
    asked: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


WHOLE = (*ASKED, LAST)


def _read(
    file: str,
    build: Callable[[], bytes],
    *asked: str,
    never: tuple[str, ...] = (),
    listed: tuple[str, ...] = (),
) -> Case:
    return Case(file, build, asked=asked or WHOLE, never=never, listed=listed)


def _refused(file: str, build: Callable[[], bytes]) -> Case:
    return Case(file, build, read=False, refused=True)


def _either(file: str, build: Callable[[], bytes], *asked: str) -> Case:
    return Case(file, build, refused=True, asked=asked)


def _packages() -> dict[str, Case]:
    p = hostile_packages
    return {
        "a PDF called .docx": _refused("guide.docx", lambda: p.PDF),
        "a photo called .docx": _refused("guide.docx", lambda: p.JPEG),
        "an old .doc called .docx": _refused("guide.docx", lambda: p.OLE),
        "an old .doc": _refused("guide.doc", lambda: p.OLE),
        "a PDF": _refused("guide.pdf", lambda: p.PDF),
        "an RTF": _refused("guide.rtf", lambda: p.RTF),
        "a damaged OpenDocument text": _refused("guide.odt", p.damaged_open_document),
        "a damaged OpenDocument text called .docx": _refused("guide.docx", p.damaged_open_document),
        "locked by a password": _refused("guide.docx", lambda: p.ENCRYPTED),
        "an encrypted zip": _refused("guide.docx", p.encrypted_zip),
        "nothing": _refused("guide.docx", lambda: b""),
        "one byte": _refused("guide.docx", lambda: b"P"),
        "plain text called .docx": _either("guide.docx", p.text_as_word),
        "a spreadsheet called .docx": _refused("guide.docx", p.spreadsheet),
        "any zip called .docx": _refused("guide.docx", p.any_zip),
        "half a file": _refused("guide.docx", p.half),
        "all but the last hundred bytes": _refused("guide.docx", p.nearly_whole),
        "a byte turned in the middle": _refused("guide.docx", p.turned),
        "rubbish before the zip": _either("guide.docx", p.rubbish_before, *WHOLE),
        "Word called .txt": _either("guide.txt", plain, *WHOLE),
        "Word called .md": _either("guide.md", plain, *WHOLE),
        "Word without a suffix": _either("guide", plain, *WHOLE),
        "a suffix in capitals": _read("GUIDE.DOCX", plain),
        "a bomb in a picture": _either("guide.docx", p.bomb, *WHOLE),
        "a bomb in the text": _refused("guide.docx", p.bomb_of_text),
        "a bomb in the styles": _refused("guide.docx", p.bomb_of_styles),
        "a bomb that lies about its size": _refused("guide.docx", p.lying_bomb),
        "a part said to be larger than it is": _either("guide.docx", p.lying_large, *WHOLE),
        "a bomb of many parts": _refused("guide.docx", p.many_parts),
        "a zip in a zip in a zip": _refused("guide.docx", p.nested_zips),
        "a Word file inside a Word file": _read("guide.docx", p.word_in_word),
        "two parts of one name": _either("guide.docx", p.twice, *WHOLE),
        "names that climb out": _either("guide.docx", p.climbing, *WHOLE),
        "50 MB because of a picture": _read("guide.docx", p.big_picture),
        "50 MB of text": _either("guide.docx", p.big_text),
        "no main part": _refused("guide.docx", p.without_main),
        "no content types": _refused("guide.docx", p.without_types),
        "no relationships": _either("guide.docx", p.without_relations, *WHOLE),
        "no styles": _either("guide.docx", p.without_styles, *WHOLE),
        "no numbering": _either("guide.docx", p.without_numbering, *WHOLE),
        "an empty main part": _refused("guide.docx", p.empty_main),
        "a main part that is no XML": _refused("guide.docx", p.broken_main),
        "a main part cut short": _refused("guide.docx", p.cut_main),
        "billion laughs": _refused("guide.docx", p.billion_laughs),
        "an entity grown by squares": _refused("guide.docx", p.quadratic_blowup),
        "XML a hundred thousand deep": _refused("guide.docx", p.deep_xml),
    }


def _other_formats() -> dict[str, Case]:
    kinds = {"read": _read, "refused": _refused, "either": _either}
    found = {name: kinds[right]("guide.pdf", build) for right, name, build in hostile_pdf.cases()}
    return found | {name: kinds[right](file, build) for right, name, file, build in hostile_others.cases()}


def _word() -> dict[str, Case]:
    w = hostile_word
    return {
        "macros": _either("guide.docm", w.macros, *WHOLE),
        "macros called .docx": _either("guide.docx", w.macros, *WHOLE),
        "a template": _either("guide.dotx", w.template, *WHOLE),
        "strict Open XML": _either("guide.docx", w.strict, *WHOLE),
        "UTF-16 inside": _either("guide.docx", w.utf16_inside, *WHOLE),
        "tracked changes": _read("guide.docx", w.tracked, *w.TRACKED, never=w.REJECTED),
        "tracked moves": _read("guide.docx", w.moved, *w.MOVED),
        "a tracked row": _read("guide.docx", w.tracked_row, *w.ROWS, never=(w.ROW_OUT,)),
        "comments": _read("guide.docx", w.commented, never=("Er dette ledende",)),
        "text boxes": _read("guide.docx", w.text_box, listed=(w.BOXED,)),
        "footnotes": _read("guide.docx", w.footnotes, w.FOOTED, LAST),
        "merged cells": _read("guide.docx", w.merged, *w.IN_CELLS),
        "cells merged by hand": _read("guide.docx", w.merged_raw, *w.IN_CELLS),
        "nested tables": _read("guide.docx", w.nested_table, w.NESTED[0], listed=w.NESTED),
        "rows thirty tables deep": _read("guide.docx", hostile_time.many_rows_deep),
        "a list level without end": _read(
            "guide.docx", hostile_time.endless_level, *ASKED, listed=("Hva er aller innerst?",)
        ),
        "numbers that nobody counts": _read(
            "guide.docx", hostile_time.numbers_nobody_counts, *ASKED, listed=("Hva er bredest?",)
        ),
        "a footnote for ever": _read("guide.docx", hostile_time.footnote_for_ever, *ASKED, "Hva er nederst?"),
        "tables forty deep": _either("guide.docx", w.deep_tables, "Hva er innerst?"),
        "a row with too few cells": Case("guide.docx", w.ragged, listed=w.IN_CELLS),
        "content controls": _read("guide.docx", w.controls, *WHOLE, *w.CONTROLLED),
        "fields, links, tags": _read("guide.docx", w.fields, *w.FIELDED, never=("PAGE", "HYPERLINK")),
        "a table of contents": _read("guide.docx", w.contents),
        "page breaks inside": Case("guide.docx", w.breaks, listed=w.BROKEN),
    }


def _scripts() -> dict[str, Case]:
    s = hostile_scripts
    return {
        "Arabic": _read("guide.docx", s.arabic, *s.ARABIC),
        "Greek": _read("guide.docx", s.greek, *s.GREEK),
        "Chinese": _read("guide.docx", s.chinese, *s.CHINESE),
        "a list that is not defined": _read("guide.docx", s.undefined_list),
        "styles in a circle": _either("guide.docx", s.circular_styles, *WHOLE),
        "numbers that are no numbers": _either("guide.docx", s.odd_numbers, *WHOLE),
        "links to elsewhere": _read("guide.docx", s.outside),
        "a template elsewhere": _read("guide.docx", s.template_elsewhere),
        "only pictures": _refused("guide.docx", s.only_pictures),
        "only headings": _refused("guide.docx", s.only_headings),
        "nothing typed": _refused("guide.docx", s.nothing_typed),
        "twenty thousand paragraphs": _either("guide.docx", s.long),
        "a table of five thousand rows": _either("guide.docx", s.long_table),
        "signs that no screen shows": _read("guide.docx", s.invisible, *s.VISIBLE),
    }


CASES: Mapping[str, Case] = MappingProxyType(
    {
        **_packages(),
        **_other_formats(),
        **_word(),
        **_scripts(),
        **{
            name: _either(file, build, *asked) if may_refuse else _read(file, build, *asked)
            for name, file, build, asked, may_refuse in hostile_text.readable()
        },
        **{name: _refused(file, build) for name, file, build in hostile_text.unreadable()},
    }
)
