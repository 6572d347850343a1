"""Word for NVivo's coding by headings: research question, question, kind, and the entries below.

NVivo makes a code of each heading's text, so no heading has a sign that it would change, and all interviews have the
same. No tables and no text boxes.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from interviews.coding.model import Codebook, CodedInterview
from interviews.coding.outline import Block, outline_of
from interviews.coding.writing import CodedFiles, CodedFormat, CodingLabels, Desk, stamp
from interviews.marks.writing import fit_text

_STYLES: Mapping[str, str] = {
    "folder": "Heading1",
    "question": "Heading2",
    "kind": "Heading3",
    "wording": "Quote",
    "entry": "Normal",
}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_nvivo_word(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """A Word file an interview; line breaks stay line breaks."""
    desk = Desk(labels)
    for interview in interviews:
        blocks = list(outline_of(interview, codebook, desk))
        for entry in interview.entries:
            desk.fit(entry, f"{interview.code}:{entry.ref}")
        desk.files[f"{interview.code}.docx"] = _word(blocks)
    return desk.done()


def _word(blocks: Sequence[Block]) -> bytes:
    body = "".join(_paragraph(block) for block in blocks)
    members = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
        ),
        "_rels/.rels": _relation(f"{_OFFICE}/officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation(f"{_OFFICE}/styles", "styles.xml"),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"{_HEAD}<w:styles {_W}>{''.join(_styles())}</w:styles>",
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
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
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


def _paragraph(block: Block) -> str:
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
