#!/usr/bin/env bash
# odfpy 1.4.1 (PyPI), which reads and writes OpenDocument (.odt). Its `teletype.extractText`, "Extract text content from
# an Element, with whitespace represented properly", takes comments and tracked deletions for text of the transcript.
# - A comment stands in the middle of the answer it is about, with its author and time and no space around: "I Rita
#   Moe2026-03-02T09:00:00code: singingbegan". A transcript that was coded with comments in LibreOffice Writer has one
#   in every answer that matters.
# - Paragraphs taken one by one (`getElementsByType`) are more than the document has: the words that were deleted come
#   first, as a paragraph of their own, and each comment comes once more.
# pandoc 3.9 (in pypandoc-binary 1.17, PyPI) gives the same document as its reader sees it.
#
# Expected: the words of the answer. What is counted, coded or sent to the informant has the researcher's words in the
# informant's mouth, and names who coded it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check odfpy==1.4.1 pypandoc-binary==1.17
cd "$here"
"$here/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

import pypandoc
from odf import dc, teletype
from odf.namespaces import TEXTNS
from odf.office import Annotation, AnnotationEnd, ChangeInfo
from odf.opendocument import OpenDocumentText, load
from odf.text import Change, ChangedRegion, Deletion, P, TrackedChanges

print("odfpy", version("odfpy"), "pandoc", pypandoc.get_pandoc_version())
WHO, WHEN = "Rita Moe", "2026-03-02T09:00:00"


def by_whom(element):
    element.addElement(dc.Creator(text=WHO))
    element.addElement(dc.Date(text=WHEN))
    return element


document = OpenDocumentText()
changes, region, deletion = TrackedChanges(), ChangedRegion(check_grammar=False), Deletion()
region.setAttrNS(TEXTNS, "id", "c1")
deletion.addElement(by_whom(ChangeInfo()))
deletion.addElement(P(text="never "))
region.addElement(deletion)
changes.addElement(region)
document.text.addElement(changes)
question = P(text="Int: Did you ")
question.addElement(Change(changeid="c1"))
question.addText("sing?")
answer = P(text="I1: I ")
note = by_whom(Annotation(name="n1"))
note.addElement(P(text="code: singing"))
answer.addElement(note)
answer.addText("began as a child.")
answer.addElement(AnnotationEnd(name="n1"))
document.text.addElement(question)
document.text.addElement(answer)
document.save("interview.odt")

read = [teletype.extractText(paragraph) for paragraph in load("interview.odt").getElementsByType(P)]
seen = {
    "pandoc": [line for line in pypandoc.convert_file("interview.odt", "plain").splitlines() if line],
    "odfpy": read,
}
wanted = {
    "pandoc": ["Int: Did you sing?", "I1: I began as a child."],
    "odfpy": [
        "never ",
        "Int: Did you sing?",
        f"I1: I {WHO}{WHEN}code: singingbegan as a child.",
        "code: singing",
    ],
}
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
