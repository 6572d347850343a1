#!/usr/bin/env bash
# pycaption 2.3.14 (PyPI), which reads and writes captions: an SRT cue of two paragraphs, with an empty line between
# them as editors of subtitles write it, is the last one that is read. The second paragraph and every cue after it are
# gone, without an error; of an hour that has such a cue in its second minute, two minutes are left. srt 3.5.3 and
# pysubs2 1.8.1 read the same file whole, and pycaption's own reader of WebVTT loses that paragraph alone.
#
# Expected: the cues that follow, whose numbers and times are there, or an error that says where it gave up.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check pycaption==2.3.14 srt==3.5.3 pysubs2==1.8.1
"$here/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

import pysubs2
import srt
from pycaption import SRTReader

print("pycaption", version("pycaption"), "beside srt", version("srt"), "and pysubs2", version("pysubs2"))


def talk(cues, paragraphs_in):
    """So many cues of a second each; one of them has two paragraphs."""
    texts = (f"turn {n}\n\nand more of it" if n == paragraphs_in else f"turn {n}" for n in range(1, cues + 1))
    return "\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{text}\n" for n, text in enumerate(texts, 1))


def read(text):
    captions = SRTReader().read(text)
    return [one.get_text() for language in captions.get_languages() for one in captions.get_captions(language)]


seen = {
    "pycaption, ten cues of one paragraph": len(read(talk(10, 0))),
    "pycaption, two paragraphs in the tenth": len(read(talk(10, 10))),
    "pycaption, two paragraphs in the second": read(talk(10, 2)),
    "srt, the same": len(list(srt.parse(talk(10, 2)))),
    "pysubs2, the same": len(pysubs2.SSAFile.from_string(talk(10, 2), format_="srt")),
}
wanted = dict(zip(seen, (10, 10, ["turn 1", "turn 2"], 10, 10)))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
