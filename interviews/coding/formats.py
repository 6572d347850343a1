"""Forms of coded text, one for each program.

A form is a function and its row below it; ``FORMATS`` at the end names them all.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from html import escape as escape_html
from io import BytesIO, StringIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from interviews.coding.coded_interview import (
    LONGEST_NAME,
    Codebook,
    CodedEntry,
    CodedFiles,
    CodedFormat,
    CodedInterview,
    CodingLabels,
    FileCollector,
    OutlineParagraph,
    outline_of,
    stamp,
)
from interviews.marks.mark_writing import escape_rtf, fit_text, rtf_document

# Word for NVivo's coding by headings: research question, question, kind, and the entries below.
#
# NVivo makes a code of each heading's text, so no heading has a sign that it would change, and all interviews have
# the same. No tables and no text boxes.

_STYLES: Mapping[str, str] = {
    "folder": "Heading1",
    "question": "Heading2",
    "kind": "Heading3",
    "wording": "Quote",
    "entry": "Normal",
}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_nvivo_word(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """A Word file an interview; line breaks stay line breaks."""
    collector = FileCollector(labels)
    for interview in interviews:
        blocks = list(outline_of(interview, codebook, collector))
        for entry in interview.entries:
            collector.fit(entry, f"{interview.code}:{entry.ref}")
        collector.files[f"{interview.code}.docx"] = _word(blocks)
    return collector.finish()


def _word(blocks: Sequence[OutlineParagraph]) -> bytes:
    body = "".join(_paragraph(block) for block in blocks)
    members = {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
        ),
        "_rels/.rels": _relation(f"{_OFFICE}/officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation(f"{_OFFICE}/styles", "styles.xml"),
        "word/document.xml": f"{_XML}<w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"{_XML}<w:styles {_W}>{''.join(_styles())}</w:styles>",
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in members.items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(entry, text.encode())
    return file.getvalue()


def _relation(kind: str, target: str) -> str:
    return (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _styles() -> list[str]:
    """The styles by the names that every Word knows."""
    named = {"Normal": "Normal", "Quote": "Quote"} | {f"Heading{level}": f"heading {level}" for level in (1, 2, 3)}
    styles = []
    for id, name in named.items():
        more = '<w:basedOn w:val="Normal"/>' if id != "Normal" else ""
        if id.startswith("Heading"):
            level = int(id[-1])
            more += f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            more += f'<w:rPr><w:b/><w:sz w:val="{34 - 4 * level}"/></w:rPr>'
        elif id == "Quote":
            more += "<w:qFormat/><w:rPr><w:i/></w:rPr>"
        default = ' w:default="1"' if id == "Normal" else ""
        styles.append(f'<w:style w:type="paragraph"{default} w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>')
    return styles


def _paragraph(block: OutlineParagraph) -> str:
    added = () if block.entry is None else block.entry.added
    text = f"{stamp(block.entry) if block.entry is not None else ''}{block.text}{''.join(f' #{tag}' for tag in added)}"
    runs = []
    for place, line in enumerate(fit_text(text).split("\n")):
        runs.append("<w:br/>" if place else "")
        parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t")]
        runs.append("<w:tab/>".join(parts))
    style = f'<w:pPr><w:pStyle w:val="{_STYLES[block.style]}"/></w:pPr>'
    return f"<w:p>{style}<w:r>{''.join(runs)}</w:r></w:p>"


NVIVO_WORD = CodedFormat("nvivo", write_nvivo_word)


# MAXQDA's structured documents: one file, a document an interview, stretches that arrive coded.

_KEYWORD = re.compile(r"#(?:TEXT|CODE|ENDCODE)")


def write_maxqda(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """Every interview in one RTF; nothing stands between a keyword and its name."""
    collector = FileCollector(labels)
    lines: list[str] = []
    for interview in interviews:
        lines.append(f"#TEXT{interview.code}")
        for entry in interview.entries:
            ref = f"{interview.code}:{entry.ref}"
            found = (codebook.code(id) for id in entry.about)
            codes = [code.name for code in found if code is not None] or [labels.no_question]
            codes += [*collector.kinds(entry), *(f"{labels.tag} {tag}" for tag in entry.tags)]
            words = collector.one_line(entry, ref)
            lines += [f"#CODE{code}" for code in codes]
            lines.append(f"{stamp(entry)}{words}")
            if _KEYWORD.search(words):
                collector.name("keyword", f"coded-maxqda.rtf:{len(lines)}")
            lines += ["#ENDCODE"] * len(codes)
    collector.files["coded-maxqda.rtf"] = rtf_document(escape_rtf(line) for line in lines)
    return collector.finish()


MAXQDA = CodedFormat("maxqda", write_maxqda, apart=False)


# ATLAS.ti's focus group coding: a paragraph begins with ``@code:``.
#
# A paragraph has one code there, so an entry about several questions stands once under each.

_LIKE_AN_ATLAS_CODE = re.compile(r"@[^\s:]{1,63}:")


def write_atlas(interviews: Sequence[CodedInterview], _codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """A text an interview; quotations, follow-ups and turns have a code of their own under each question."""
    collector = FileCollector(labels)
    for interview in interviews:
        lines: list[str] = []
        for entry in interview.entries:
            ref = f"{interview.code}:{entry.ref}"
            words = collector.one_line(entry, ref)
            plain, kinds = entry.kind == "note" and entry.follow_up is None, " ".join(collector.kinds(entry))
            codes = [id if plain else f"{id} {kinds}" for id in entry.about]
            codes = codes or [labels.no_question if plain else kinds]
            if len(codes) > 1:
                collector.name("repeated", ref)
            for code in codes:
                told = " ".join((words, *(f"#{tag}" for tag in entry.added)))
                before = f"@{code}: {stamp(entry)}"
                lines.append(f"{before}{told}" if told else before.rstrip())
                if _LIKE_AN_ATLAS_CODE.search(words):
                    collector.name("like_a_code", f"{interview.code}.txt:{2 * len(lines) - 1}")
        collector.files[f"{interview.code}.txt"] = "".join(f"{line}\n\n" for line in lines).encode()
    return collector.finish()


ATLAS = CodedFormat("atlas", write_atlas)


# QualCoder's speakers: ``[00:12:03] [B7; B; quotation] words``.
#
# One turn a line, coded with everything in the second pair of brackets (*Mark speakers*, ``[Name]``, with the filter
# for time stamps).

_TIME = re.compile(r"(?<![0-9:.])[0-9]?[0-9]:[0-9][0-9](?![0-9])|\[[0-9]?[0-9]\.[0-9][0-9](?:\.[0-9][0-9])?\]")
"""What the filter takes for a time stamp, and cuts out of what is coded."""

_LIKE_A_QUALCODER_CODE = re.compile(rf"\s*\[[^\]]{{1,{LONGEST_NAME}}}\]")
"""Brackets right behind ours are one more code to QualCoder 4, and cut out of what is coded: ``[ler] ja``."""


def write_qualcoder(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """A text an interview, without a byte order mark."""
    collector = FileCollector(labels)
    for interview in interviews:
        lines: list[str] = []
        for entry in interview.entries:
            ref = f"{interview.code}:{entry.ref}"
            words = collector.one_line(entry, ref)
            before = f"{stamp(entry)}[{_codes(entry, codebook, collector, ref)}]"
            lines.append(f"{before} {words}" if words else before)
            if _LIKE_A_QUALCODER_CODE.match(words):
                collector.name("like_a_code", f"{interview.code}.txt:{len(lines)}")
            if _TIME.search(words):
                collector.name("like_a_time", f"{interview.code}.txt:{len(lines)}")
        collector.files[f"{interview.code}.txt"] = "".join(f"{line}\n" for line in lines).encode()
    return collector.finish()


def _codes(entry: CodedEntry, codebook: Codebook, collector: FileCollector, ref: str) -> str:
    """The codes in the brackets, as many as QualCoder reads there."""
    targets = [target.id for target in codebook.targets(entry.about)]
    codes = [*entry.about, *targets, *collector.kinds(entry), *(f"#{tag}" for tag in entry.tags)]
    while len("; ".join(codes)) > LONGEST_NAME:
        codes.pop()
        collector.name("codes_cut", ref)
    return "; ".join(codes)


QUALCODER = CodedFormat("qualcoder", write_qualcoder)


# Taguette: a page an interview, and the codebook as CSV.
#
# No codes of passages can be brought in; the codebook can, and the headings show where to highlight.

CODEBOOK = "codebook.csv"
_ELEMENTS = {"folder": "h1", "question": "h2", "kind": "h3", "wording": "p", "entry": "p"}


def write_taguette(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """HTML in which each entry is a paragraph, and the codebook beside it."""
    collector = FileCollector(labels)
    for interview in interviews:
        blocks = [_element(block) for block in outline_of(interview, codebook, collector)]
        for entry in interview.entries:
            collector.fit(entry, f"{interview.code}:{entry.ref}")
        page = '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        page += f"<title>{escape_html(interview.code)}</title></head>\n<body>\n{''.join(blocks)}</body></html>\n"
        collector.files[f"{interview.code}.html"] = page.encode("utf-8-sig")
    collector.files[CODEBOOK] = write_codebook(codebook, labels)
    return collector.finish()


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


def _element(block: OutlineParagraph) -> str:
    name = _ELEMENTS[block.style]
    added = () if block.entry is None else block.entry.added
    text = f"{stamp(block.entry) if block.entry is not None else ''}{block.text}{''.join(f' #{tag}' for tag in added)}"
    words = escape_html(fit_text(text), quote=False).replace("\n", "<br>")
    words = f"<em>{words}</em>" if block.style == "wording" else words
    return f"<{name}>{words}</{name}>\n"


TAGUETTE = CodedFormat("taguette", write_taguette)


FORMATS: Mapping[str, CodedFormat] = {one.name: one for one in (NVIVO_WORD, MAXQDA, ATLAS, QUALCODER, TAGUETTE)}
"""The forms by the names that the command has for them."""
