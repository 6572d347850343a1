#!/usr/bin/env bash
# ttconv 1.2.3 (PyPI), which converts between caption formats (SRT, WebVTT, TTML, STL): where two people talk at once,
# their cues overlap, and each beginning and end of the one cuts the other in pieces that repeat all of its words. An
# answer during which the interviewer says "Mm." twice is written five times, SRT to SRT as well. It is right for a
# screen, which shows both lines at each moment; in a transcript that is read or counted the words were never said so.
#
# Expected: SRT and WebVTT allow cues to overlap, so the same three cues, or a word about it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check ttconv==1.2.3
"$here/venv/bin/python" - <<'PY'
import io
import logging
import sys
from importlib.metadata import version

import ttconv.srt.reader
import ttconv.srt.writer
import ttconv.vtt.reader

logging.disable()
print("ttconv", version("ttconv"))
ANSWER = "I began with singing as a child."
apart = [("01,000", "09,000", ANSWER), ("10,000", "10,400", "Mm."), ("11,000", "11,500", "Yes.")]
at_once = [("01,000", "09,000", ANSWER), ("03,000", "03,400", "Mm."), ("05,000", "05,500", "Yes.")]


def srt(cues):
    return "\n".join(f"{n}\n00:00:{a} --> 00:00:{b}\n{text}\n" for n, (a, b, text) in enumerate(cues, 1))


def vtt(cues):
    return "WEBVTT\n\n" + "\n".join(f"00:00:{a} --> 00:00:{b}\n{text}\n".replace(",", ".") for a, b, text in cues)


def cues_and_answers(reader, text):
    written = ttconv.srt.writer.from_model(reader.to_model(io.StringIO(text)))
    return written.count("-->"), written.count(ANSWER)


seen = {
    "SRT to SRT, one after the other": cues_and_answers(ttconv.srt.reader, srt(apart)),
    "SRT to SRT, at once": cues_and_answers(ttconv.srt.reader, srt(at_once)),
    "WebVTT to SRT, at once": cues_and_answers(ttconv.vtt.reader, vtt(at_once)),
}
wanted = dict(zip(seen, ((3, 1), (5, 5), (5, 5))))
for name, value in seen.items():
    print(f"{name}: {value[0]} cues, the answer {value[1]} times" + ("" if value == wanted[name] else "   CHANGED"))
sys.exit(seen != wanted)
PY
