"""Taguette: a page an interview, and the codebook as CSV.

No codes of passages can be brought in; the codebook can, and the headings show where to highlight.
"""

import csv
from collections.abc import Sequence
from html import escape
from io import StringIO

from interviews.coding.model import Codebook, CodedInterview
from interviews.coding.outline import Block, outline_of
from interviews.coding.writing import CodedFiles, CodedFormat, CodingLabels, Desk, stamp
from interviews.marks.writing import fit_text

CODEBOOK = "codebook.csv"
_ELEMENTS = {"folder": "h1", "question": "h2", "kind": "h3", "wording": "p", "entry": "p"}


def write_taguette(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """HTML in which each entry is a paragraph, and the codebook beside it."""
    desk = Desk(labels)
    for interview in interviews:
        blocks = [_element(block) for block in outline_of(interview, codebook, desk)]
        for entry in interview.entries:
            desk.fit(entry, f"{interview.code}:{entry.ref}")
        page = '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        page += f"<title>{escape(interview.code)}</title></head>\n<body>\n{''.join(blocks)}</body></html>\n"
        desk.files[f"{interview.code}.html"] = page.encode("utf-8-sig")
    desk.files[CODEBOOK] = write_codebook(codebook, labels)
    return desk.done()


def write_codebook(codebook: Codebook, labels: CodingLabels) -> bytes:
    """The codebook with one row a code; the byte order mark tells Taguette the letters."""
    rows: dict[str, tuple[str, str]] = {}
    for name, meaning in (
        *((code.name, code.meaning) for code in codebook.codes),
        *((folder.name, folder.meaning) for folder in codebook.folders),
        *((name, "") for name in labels.kinds.values()),
    ):
        rows.setdefault(name.strip().casefold(), (name.strip(), meaning))
    file = StringIO()
    table = csv.writer(file, lineterminator="\r\n")
    table.writerows([("name", "description"), *rows.values()])
    return file.getvalue().encode("utf-8-sig")


def _element(block: Block) -> str:
    name = _ELEMENTS[block.style]
    added = () if block.entry is None else block.entry.added
    text = f"{stamp(block.entry) if block.entry is not None else ''}{block.text}{''.join(f' #{tag}' for tag in added)}"
    words = escape(fit_text(text), quote=False).replace("\n", "<br>")
    words = f"<em>{words}</em>" if block.style == "wording" else words
    return f"<{name}>{words}</{name}>\n"


TAGUETTE = CodedFormat("taguette", write_taguette)
