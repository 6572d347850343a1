#!/usr/bin/env bash
# pylangacq 0.23.0 (PyPI, with rustling 0.9.0), which reads transcripts in CHAT, the format of TalkBank, and writes them
# for ELAN, Praat and players. CHAT puts the time of an utterance at the end of its line, between two signs U+0015.
# - to_elan: the time stays in the words with both signs, and U+0015 is not allowed in XML: the .eaf of a transcript
#   with times is no XML and raises an error in its readers (Python's own, pympi-ling 1.71). Without times it is right.
# - to_srt, to_textgrid: an utterance without a time is left out without a word (a short answer seldom has one of its
#   own).
# - to_textgrid: between two intervals of a tier lies nothing where Praat writes an empty interval.
#
# Expected: the times in the time slots only, utterances that cannot be placed named, and intervals that meet.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check pylangacq==0.23.0 rustling==0.9.0 textgrid==1.6.1
"$here/venv/bin/python" - "$here" <<'PY'
import sys
import xml.etree.ElementTree as ElementTree
from importlib.metadata import version
from pathlib import Path

import pylangacq
import textgrid

print("pylangacq", version("pylangacq"), "with rustling", version("rustling"))
folder = Path(sys.argv[1])
head = "@UTF8\n@Begin\n@Languages:\tnor\n@Participants:\tINT Interviewer Investigator, PAR Informant Participant\n"
ids = "@ID:\tnor|study|INT|||||Investigator|||\n@ID:\tnor|study|PAR|||||Participant|||\n"
timed = "*INT:\thva er musikk for deg ? \x150_2500\x15\n*PAR:\tå lytte . \x152500_9000\x15\n"
after = "*INT:\tnår begynte du ? \x1512500_13900\x15\n"


def read(name, *lines):
    path = folder / name
    path.write_text(head + ids + "".join(lines) + "@End\n", encoding="utf-8")
    return pylangacq.read_chat(str(path))


def well_formed(text):
    try:
        ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return False
    return True


whole = read("timed.cha", timed, "*PAR:\tsom barn .\n", after)
plain = read("plain.cha", "*INT:\thva er musikk for deg ?\n*PAR:\tå lytte .\n")
grid = folder / "timed.TextGrid"
grid.write_text(whole.to_textgrid_strs()[0], encoding="utf-8")
tier = textgrid.TextGrid.fromFile(str(grid))[0]
seen = {
    "the .eaf of a transcript with times is well-formed": well_formed(whole.to_elan_strs()[0]),
    "the .eaf of one without": well_formed(plain.to_elan_strs()[0]),
    "signs U+0015 in the words of the .eaf": whole.to_elan_strs()[0].count("\x15"),
    "utterances read": len(whole.utterances()),
    "cues written to SRT": whole.to_srt_strs()[0].count("-->"),
    "the answer without a time in the TextGrid": "som barn" in grid.read_text(encoding="utf-8"),
    "intervals of the interviewer's tier": [(one.minTime, one.maxTime) for one in tier],
}
wanted = dict(zip(seen, (False, True, 6, 4, 3, False, [(0.0, 2.5), (12.5, 13.9)])))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
