#!/usr/bin/env bash
# docx2txt 0.9, python-docx 1.2.0 (PyPI), word-extractor 1.0.4 and officeparser 7.8.0 (npm), which give the text of Word
# documents, mammoth 1.13.0 and pandoc 3.9 (in pypandoc-binary 1.17). A questionnaire or consent form filled in with
# Word's form fields has the chosen line and the ticks in the field's settings, not in the text; Word shows them there.
# - All six give "How often? " without "Sometimes", and " I play  I sing" without what was ticked. docx2python 3.7.1 gives
#   both, beside. mammoth has the ticks in HTML, not in its raw text. Known of ticks: mammoth.js 410, pandoc 8211.
# - Of Word's newer controls python-docx leaves out every answer, in a line or as a paragraph: its `paragraphs` are those
#   of the body alone. officeparser leaves out the paragraph.
#
# Expected: what Word shows and prints. The questions are all there, so nothing looks missing, and everybody who was asked
# is read as one who did not answer.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile \
    docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0 pypandoc-binary==1.17
cd "$here"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund word-extractor@1.0.4 officeparser@7.8.0 > /dev/null
"$here/venv/bin/python" - <<'PY'
import json
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import docx
import docx2txt
import mammoth
import pypandoc
from docx2python import docx2python

installed = [f"{name} {version(name)}" for name in ("docx2txt", "python-docx", "docx2python", "mammoth")]
for name in ("word-extractor", "officeparser"):
    package = json.loads(Path("node_modules", name, "package.json").read_text(encoding="utf-8"))
    installed.append(f"{name} {package['version']}")
print(*installed, "pandoc", pypandoc.get_pandoc_version())
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def run(inner):
    return f"<w:r>{inner}</w:r>"


def text(words):
    return run(f'<w:t xml:space="preserve">{words}</w:t>')


def paragraph(*inner):
    return f"<w:p>{''.join(inner)}</w:p>"


def field(kind, settings):
    """A form field of Word, with its settings."""
    data = f'<w:ffData><w:name w:val="answer"/><w:enabled/><w:calcOnExit w:val="0"/>{settings}</w:ffData>'
    return (
        run(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>')
        + run(f'<w:instrText xml:space="preserve"> {kind} </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run('<w:fldChar w:fldCharType="end"/>')
    )


def choice(chosen, *lines):
    entries = "".join(f'<w:listEntry w:val="{line}"/>' for line in lines)
    return field("FORMDROPDOWN", f'<w:ddList><w:result w:val="{lines.index(chosen)}"/>{entries}</w:ddList>')


def box(ticked):
    return field(
        "FORMCHECKBOX", f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked w:val="{ticked}"/></w:checkBox>'
    )


def control(inner):
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


body = (
    paragraph(text("How often? "), choice("Sometimes", "Never", "Sometimes", "Often"))
    + paragraph(box(0), text(" I play "), box(1), text(" I sing"))
    + paragraph(text("With whom? "), control(text("Alone")))
    + paragraph(text("Why?"))
    + control(paragraph(text("It gathers me.")))
)
parts = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}"/>',
    "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>',
}
with zipfile.ZipFile("form.docx", "w") as archive:
    for name, content in parts.items():
        archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)


def lines(read):
    return [" ".join(line.split()) for line in read.splitlines() if line.strip()]


def by_node(script):
    return subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout


word_extractor = """new (require("word-extractor"))()
  .extract("form.docx").then(read => process.stdout.write(read.getBody()))"""
officeparser = """require("officeparser").parseOffice("form.docx").then(read => process.stdout.write(read.toText()))"""
with open("form.docx", "rb") as file:
    raw = mammoth.extract_raw_text(file).value
with docx2python("form.docx") as document:
    read = document.text
seen = {
    "docx2python": lines(read),
    "docx2txt": lines(docx2txt.process("form.docx")),
    "mammoth": lines(raw),
    "pandoc": lines(pypandoc.convert_file("form.docx", "plain")),
    "word-extractor": lines(by_node(word_extractor)),
    "officeparser": lines(by_node(officeparser)),
    "python-docx": lines("\n".join(one.text for one in docx.Document("form.docx").paragraphs)),
}
fields, controls = ["How often?", "I play I sing"], ["With whom? Alone", "Why?", "It gathers me."]
shown = ["How often? Sometimes", "\u2610 I play \u2612 I sing", *controls]
wanted = dict.fromkeys(seen, fields + controls) | {
    "docx2python": shown,
    "officeparser": fields + controls[:2],
    "python-docx": [*fields, "With whom?", "Why?"],
}
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
