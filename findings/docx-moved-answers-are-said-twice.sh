#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1 (PyPI), word-extractor 1.0.4 (npm), which give the text of Word documents. An
# answer that was cut and pasted while Word tracked changes is in the file twice: as w:moveFrom where it was, as
# w:moveTo where it is. All three leave out what was deleted and take in what was inserted, so tracked changes look well
# looked after, but a moved answer stands in both places. mammoth 1.13.0 and pandoc 3.9 (in pypandoc-binary 1.17) give
# it once, beside.
#
# Expected: the document as Word shows it without markup, as for the words deleted and inserted. Who puts a transcript
# in the order of the guide by moving answers has every one of them counted, coded and quoted twice, once under a
# question that was not the one asked.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 pypandoc-binary==1.17
cd "$here"
npm install --silent --no-audit --no-fund word-extractor@1.0.4 > /dev/null
"$here/venv/bin/python" - <<'PY'
import subprocess
import sys
import zipfile
from importlib.metadata import version

import docx2txt
import mammoth
import pypandoc
from docx2python import docx2python

installed = [f"{name} {version(name)}" for name in ("docx2txt", "docx2python", "mammoth")]
print(*installed, "pandoc", pypandoc.get_pandoc_version())
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def run(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def tracked(kind, number, runs=""):
    by = f'<w:{kind} w:id="{number}" w:author="Rita Moe" w:date="2026-03-02T09:00:00Z"'
    return f"{by}>{runs}</w:{kind}>" if runs else f"{by}/>"


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def moved(kind, number):
    """One side of a move, of a whole paragraph with its mark, as Word writes it."""
    answer = "I1: It gathers us."
    begin = f'<w:{kind}RangeStart w:id="{number}" w:author="Rita Moe" w:date="2026-03-02T09:00:00Z" w:name="move1"/>'
    mark = f"<w:pPr><w:rPr>{tracked(kind, number + 1)}</w:rPr></w:pPr>"
    return paragraph(mark, begin, tracked(kind, number + 2, run(answer))) + f'<w:{kind}RangeEnd w:id="{number}"/>'


body = (
    paragraph(run("Int: What is the guitar to you?"))
    + moved("moveFrom", 10)
    + paragraph(run("I1: A "), tracked("del", 1, run("toy", "delText")), tracked("ins", 2, run("tool")), run("."))
    + paragraph(run("Int: And singing?"))
    + moved("moveTo", 20)
    + paragraph(run("Int: Thank you."))
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
with zipfile.ZipFile("interview.docx", "w") as archive:
    for name, content in parts.items():
        archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)


def lines(text):
    return [line for line in text.splitlines() if line]


script = """new (require("word-extractor"))()
  .extract("interview.docx").then(read => process.stdout.write(read.getBody()))"""
with open("interview.docx", "rb") as file:
    raw = mammoth.extract_raw_text(file).value
with docx2python("interview.docx") as document:
    read = document.text
seen = {
    "mammoth": lines(raw),
    "pandoc": lines(pypandoc.convert_file("interview.docx", "plain")),
    "docx2txt": lines(docx2txt.process("interview.docx")),
    "docx2python": lines(read),
    "word-extractor": lines(subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout),
}
question, answer, more = "Int: What is the guitar to you?", "I1: It gathers us.", "I1: A tool."
once = [question, more, "Int: And singing?", answer, "Int: Thank you."]
twice = [question, answer, *once[1:]]
wanted = dict(zip(seen, (once, once, twice, twice, twice)))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
