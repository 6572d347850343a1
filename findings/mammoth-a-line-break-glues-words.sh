#!/usr/bin/env bash
# mammoth 1.13.0 (PyPI and npm), which reads Word documents. `extract_raw_text`, "Extract the raw text of the document",
# leaves out a line break within a paragraph (Shift+Enter) and puts nothing in its place: the last word of a line and
# the first of the next become one. A transcript in which each turn ends so has the question, the name of who speaks and
# the answer in one word, "music?I1:". Tabs are kept; there is no message. The same mammoth keeps the break in HTML, and
# python-docx 1.2.0 gives a newline for it.
#
# Expected: a newline, or at least a space. That it "will ignore all formatting" prepares one for words without bold,
# not for other words: turns are no longer found by who speaks, words are counted wrong, and a search for whole words
# fails.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0
cd "$here"
npm install --silent --no-audit --no-fund mammoth@1.13.0 > /dev/null
"$here/venv/bin/python" - <<'PY'
import subprocess
import sys
from importlib.metadata import version

import docx
import mammoth

print("mammoth", version("mammoth"), "python-docx", version("python-docx"))
document = docx.Document()
paragraph = document.add_paragraph("Int: What is music?")
for line in ("I1: To listen.", "And to\tsing."):
    paragraph.add_run().add_break()
    paragraph.add_run(line)
document.save("interview.docx")
with open("interview.docx", "rb") as file:
    raw = mammoth.extract_raw_text(file)
with open("interview.docx", "rb") as file:
    page = mammoth.convert_to_html(file)
script = "require('mammoth').extractRawText({path: 'interview.docx'}).then(raw => process.stdout.write(raw.value))"
told = {
    "python-docx": docx.Document("interview.docx").paragraphs[0].text,
    "mammoth, HTML": page.value,
    "mammoth, raw text": raw.value.strip(),
    "its messages": raw.messages,
    "mammoth of npm, raw text": subprocess.run(["node", "-e", script], capture_output=True, text=True).stdout.strip(),
}
glued = "Int: What is music?I1: To listen.And to\tsing."
wanted = {
    "python-docx": "Int: What is music?\nI1: To listen.\nAnd to\tsing.",
    "mammoth, HTML": "<p>Int: What is music?<br />I1: To listen.<br />And to\tsing.</p>",
    "mammoth, raw text": glued,
    "its messages": [],
    "mammoth of npm, raw text": glued,
}
for name, value in told.items():
    print(f"{name}: {value!r}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]!r}"))
sys.exit(told != wanted)
PY
