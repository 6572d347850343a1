#!/usr/bin/env bash
# ffmpeg 9.0.2 (in imageio-ffmpeg 0.8.1, PyPI), chapters into .opus: one that begins in the second half of a second is
# written a whole second late. The thousandths are right, the second is rounded up: 30.548 becomes 00:00:31.548. One at
# 15.137 is right, and so is the same file as .mka. ffmpeg reports nothing. Debian's 5.1.9 does the same.
#
# Expected: the time that was asked for, as in .mka. A listener who jumps to a chapter misses its first words.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check imageio-ffmpeg==0.8.1 mutagen==1.48.1
cd "$here"
"$here/venv/bin/python" - <<'PY'
import re
import subprocess
import sys
from importlib.metadata import version

import imageio_ffmpeg
from mutagen.oggopus import OggOpus

ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
print(subprocess.run([ffmpeg, "-version"], capture_output=True, text=True).stdout.split(" Copyright")[0])
print("mutagen", version("mutagen"))
starts = (15137, 30499, 30500, 30548)
meta = ";FFMETADATA1\n" + "".join(
    f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={start}\nEND={start + 1}\ntitle=at {start}\n" for start in starts
)


def chapters(suffix, codec):
    command = f"{ffmpeg} -y -loglevel error -f lavfi -i anullsrc=r=48000:cl=mono -f ffmetadata -i pipe:0"
    command += f" -map_chapters 1 -t 40 -c:a {codec} t{suffix}"
    subprocess.run(command.split(), input=meta.encode(), check=True)
    told = subprocess.run([ffmpeg, "-loglevel", "error", "-i", f"t{suffix}", "-f", "ffmetadata", "-"], capture_output=True)
    scaled = re.findall(r"TIMEBASE=1/(\d+)\nSTART=(\d+)", told.stdout.decode())
    return tuple(int(start) * 1000 // int(base) for base, start in scaled)


mka = chapters(".mka", "pcm_s16le")
opus = chapters(".opus", "libopus")
tags = OggOpus("t.opus").tags
written = tuple(tags[f"CHAPTER{place:03}"][0] for place in range(len(starts)))
print("asked for:", starts)
print(".mka:", mka)
print(".opus, read by ffmpeg:", opus)
print(".opus, as written:", written)
wanted = (15137, 30499, 31500, 31548)
same = mka == starts and opus == wanted and written[3] == "00:00:31.548"
print("as seen before" if same else "CHANGED")
sys.exit(not same)
PY
