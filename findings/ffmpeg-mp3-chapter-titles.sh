#!/usr/bin/env bash
# ffmpeg 9.0.2 (in imageio-ffmpeg 0.8.1, PyPI) reads back the chapters that it wrote into an .mp3: with a title of 99
# letters none of the chapters is there, with 300 letters that one is missing. 98 and 110 letters are fine. mutagen
# 1.48.1 reads all of them from the same files, so they were written rightly (as version 2.4 of ID3) and are lost in
# reading. Written as version 2.3 (-id3v2_version 3) all are read by both. Debian's ffprobe 5.1.9 does the same.
#
# Expected: as many chapters as were written. A chapter named by a whole sentence has 99 letters often enough.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check imageio-ffmpeg==0.8.1 mutagen==1.48.1
cd "$here"
"$here/venv/bin/python" - <<'PY'
import subprocess
import sys
from importlib.metadata import version

import imageio_ffmpeg
from mutagen.id3 import ID3

ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
print(subprocess.run([ffmpeg, "-version"], capture_output=True, text=True).stdout.split(" Copyright")[0])
print("mutagen", version("mutagen"))


def counted(letters, id3):
    """How many of two chapters, the first with so many letters in its title, ffmpeg and mutagen read."""
    meta = f";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle={'x' * letters}\n"
    meta += "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=2000\ntitle=two\n"
    command = f"{ffmpeg} -y -loglevel error -f lavfi -i anullsrc=r=48000:cl=mono -f ffmetadata -i pipe:0"
    command += f" -map_chapters 1 -t 3 -c:a libmp3lame -id3v2_version {id3} t.mp3"
    subprocess.run(command.split(), input=meta.encode(), check=True)
    told = subprocess.run([ffmpeg, "-loglevel", "error", "-i", "t.mp3", "-f", "ffmetadata", "-"], capture_output=True)
    return told.stdout.count(b"[CHAPTER]"), len(ID3("t.mp3").getall("CHAP"))


seen = {(letters, id3): counted(letters, id3) for id3 in (4, 3) for letters in (98, 99, 110, 300)}
wanted = {(98, 4): (2, 2), (99, 4): (0, 2), (110, 4): (2, 2), (300, 4): (1, 2)}
wanted |= {(letters, 3): (2, 2) for letters in (98, 99, 110, 300)}
for (letters, id3), (by_ffmpeg, by_mutagen) in seen.items():
    changed = "" if (by_ffmpeg, by_mutagen) == wanted[letters, id3] else "   CHANGED"
    print(f"ID3v2.{id3}, {letters} letters: of 2 chapters ffmpeg reads {by_ffmpeg}, mutagen {by_mutagen}{changed}")
sys.exit(seen != wanted)
PY
