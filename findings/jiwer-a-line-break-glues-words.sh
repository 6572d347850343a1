#!/usr/bin/env bash
# jiwer 4.0.0 (PyPI), by which transcripts are measured against what was said: the word error rate. Words end at a space.
# Two line breaks in a row, or a line break after a space, are made a space of before, one alone is not: the last word of
# a line and the first of the next are one word, which is in no other transcript. Every word is right here, and by where
# the lines are broken 0, 29 or 43 % of them are wrong; with an empty line between the lines none is. A tab and a
# no-break space are the same (jiwer pull request 129, closed). Nothing is said of it.
#
# Expected: as Python's `split()`, or as two line breaks. A file of turns, one a line, or of captions has a break every few
# words: two programs are compared by how they break lines, and a good transcript is taken for a bad one.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check jiwer==4.0.0
"$here/venv/bin/python" - <<'PY'
import sys
import textwrap
from importlib.metadata import version

import jiwer

print("jiwer", version("jiwer"))
said = "I began to sing at home and I never stopped, we sang every day"


def wrong(transcript):
    assert transcript.split() == said.split()
    return round(jiwer.wer(said, transcript), 2)


seen = {
    "one line": wrong(said),
    "lines of 30 letters": wrong(textwrap.fill(said, 30)),
    "lines of 20 letters": wrong(textwrap.fill(said, 20)),
    "an empty line between them": wrong("\n\n".join(textwrap.wrap(said, 20))),
    "a space before each line break": wrong(" \n".join(textwrap.wrap(said, 20))),
    "one tab": wrong(said.replace("home and", "home\tand")),
}
wanted = dict(zip(seen, (0.0, 0.29, 0.43, 0.0, 0.0, 0.14)))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
