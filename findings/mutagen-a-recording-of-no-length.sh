#!/usr/bin/env bash
# mutagen 1.48.1 (PyPI), which tells length and tags of sound files. A recorder that must lose nothing when it is cut
# off (a browser, a phone, ffmpeg with -movflags frag_keyframe) writes an .m4a in fragments: the length stands in each
# of them, and the header says 0. mutagen tells 0.0 seconds for it, raises nothing, and gives codec and rate as for any
# other; the same sound in one piece is told right. What adds up the lengths of recordings adds nothing.
#
# Expected: the sum of the fragments, as PyAV 18.1.0 (with FFmpeg inside) tells it, or None where it is not known: what
# is of no length and what is of unknown length are two things. So: of a length of 0 ask another reader.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check mutagen==1.48.1 av==18.1.0 numpy==2.4.6
"$here/venv/bin/python" - "$here" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import av
import mutagen
import numpy as np

print("mutagen", version("mutagen"), "PyAV", version("av"))
RATE, FRAME, SECONDS = 16000, 1024, 65
FRAGMENTS = {"movflags": "frag_keyframe+empty_moov+default_base_moof", "frag_duration": "1000000"}


def recorded(name, options):
    """A hum of 65 seconds as AAC, mono."""
    path = str(Path(sys.argv[1]) / name)
    with av.open(path, "w", format="mp4", options=options) as file:
        stream = file.add_stream("aac", rate=RATE)
        stream.layout = "mono"
        for start in range(0, RATE * SECONDS, FRAME):
            wave = 3000 * np.sin(np.arange(start, start + FRAME) * 2 * np.pi * 220 / RATE)
            frame = av.AudioFrame.from_ndarray(wave.astype(np.int16).reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate, frame.pts = RATE, start
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return path


seen = {}
for name, options in (("whole.m4a", {}), ("fragments.m4a", FRAGMENTS)):
    path = recorded(name, options)
    told = mutagen.File(path).info
    seen[f"{name}, mutagen"] = (round(told.length), told.codec, told.sample_rate)
    with av.open(path) as file:
        seen[f"{name}, PyAV"] = round(file.duration / 1e6)
codec = "mp4a.40.2"
wanted = dict(zip(seen, ((65, codec, RATE), 65, (0, codec, RATE), 65)))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
