#!/usr/bin/env bash
# textstat 0.7.13 (PyPI), which works out readability (LIX, Flesch and others) of a text: a sentence of one or two words
# is not counted as a sentence, but its words are counted. Speech is full of them ("Ja da. Mm, nei."), and so are the
# probes of an interview guide ("Hvorfor?"): five such answers put before one long sentence make the text HARDER to read
# by LIX than the long sentence alone, and a text of nothing but them is one sentence.
#
# Expected: LIX is words per sentence plus the share of words of more than six letters, by its author (Björnsson, 1968)
# with a sentence ending at a full stop; short sentences lower it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check textstat==0.7.13
"$here/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

import textstat

print("textstat", version("textstat"))
SHORT = "Ja da. Mm, nei. Sånn ja. Ikke helt. Litt, kanskje."
LONG = "Vi begynte med sang for barna i gangen utenfor klasserommet hver eneste morgen før undervisningen."


def by_hand(text):
    words = [word.strip(".,?") for word in text.split()]
    sentences = text.count(".")
    return sentences, len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


seen = {}
for name, text in {"long": LONG, "short": SHORT, "short, then long": f"{SHORT} {LONG}"}.items():
    seen[name] = textstat.sentence_count(text), round(textstat.lix(text), 1)
    sentences, lix = by_hand(text)
    print(f"{name}: {seen[name][0]} sentence, LIX {seen[name][1]} (by hand: {sentences}, {lix:.1f})")
wanted = {"long": (1, 41.7), "short": (1, 20.0), "short, then long": (1, 45.0)}
for name in (name for name in wanted if seen[name] != wanted[name]):
    print("CHANGED:", name)
sys.exit(seen != wanted)
PY
