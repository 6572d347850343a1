#!/usr/bin/env bash
# ffmpeg 9.0.2 (in imageio-ffmpeg 0.8.1, PyPI), which converts captions. Of a WebVTT transcript, in silence:
# - The voices are gone: <v Kari>, by which meeting programs and speech services tell who spoke. In SRT every line is
#   nobody's, and in WebVTT again, though the form has them.
# - {laughs} is \{{}laughs}, in SRT and in WebVTT.
# - &lt;unclear&gt; is <unclear>, and "fewer than" a bare <, in WebVTT too, where < begins a tag. The next program, ffmpeg
#   itself here, reads <unclear> as <u>, and of "I have 2 < 3 songs a day, and always alone." no more than "I have 2".
#
# Expected: the same transcript in the same form, and names before the words in SRT, which has no other place for them, or
# a warning at least, as ffmpeg gives of an unknown tag in SRT. A transcript sent through it to be cut or renamed has no
# speakers left, and what follows a "<" is lost one step later.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check imageio-ffmpeg==0.8.1
"$here/venv/bin/python" - <<'PY'
import re
import subprocess
import sys

import imageio_ffmpeg

ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
print(subprocess.run([ffmpeg, "-version"], capture_output=True, text=True).stdout.split(" Copyright")[0])
transcript = """WEBVTT

00:00.000 --> 00:02.000
<v Interviewer>Why &lt;unclear&gt; alone?</v>

00:02.000 --> 00:04.000
<v I1>{laughs} It is mine.</v>

00:04.000 --> 00:06.000
<v I1>I have 2 &lt; 3 songs a day, and always alone.</v>
"""


def convert(text, form, to):
    """The captions in another form, and all that ffmpeg has said."""
    command = [ffmpeg, "-loglevel", "warning", "-f", form, "-i", "pipe:0", "-f", to, "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return done.stdout, done.stderr


def words(captions):
    """The lines that are words, not numbers, times or the head."""
    return [line for line in captions.splitlines() if line and not re.fullmatch(r"\d+|WEBVTT|.* --> .*", line)]


srt, said_of_srt = convert(transcript, "webvtt", "srt")
vtt, said_of_vtt = convert(transcript, "webvtt", "webvtt")
again, said_of_again = convert(vtt, "webvtt", "webvtt")
seen = {
    "WebVTT to SRT": words(srt),
    "WebVTT to WebVTT": words(vtt),
    "and once more": words(again),
    "warnings": said_of_srt + said_of_vtt + said_of_again,
}
once = ["Why <unclear> alone?", r"\{{}laughs} It is mine.", "I have 2 < 3 songs a day, and always alone."]
twice = ["Why <u> alone?</u>", "\\\u2060\\{{}\\{{}}laughs} It is mine.", "I have 2 "]
wanted = dict(zip(seen, (once, once, twice, "")))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
