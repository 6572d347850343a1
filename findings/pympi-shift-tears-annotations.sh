#!/usr/bin/env bash
# pympi-ling 1.71 (PyPI), which reads and writes the transcripts of ELAN (.eaf). `shift_annotations`, "Shift all
# annotations in time", is what one calls when the beginning of a recording is cut off, or a second recorder began
# later.
# - EAF keeps times in slots that annotations refer to. Annotations that meet may refer to one slot, as the words of a
#   Time Subdivision do with each other and with their phrase. Such a slot is shifted once for each of them: 1 second
#   later is 2 seconds for a whole answer here, and the question that followed it is now asked in the middle of it.
# - An annotation that lies across the cut "can be squashed": its beginning becomes 0, its end is not shifted at all.
#   After a cut of 4 seconds an answer of 3 to 6 seconds lasts from 0 to 6, over two answers that were given after it.
# Neither raises an error. Of the second, the list that is returned names the answer, with the times it had before.
#
# Expected: every time moved by the same. With it, 0 to 2 seconds for the answer that was cut in two. What is quoted,
# counted or played by time in an interview shifted like this is somebody else's words.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check pympi-ling==1.71
"$here/venv/bin/python" - "$here" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

from pympi.Elan import Eaf

print("pympi-ling", version("pympi-ling"))
file = Path(sys.argv[1]) / "interview.eaf"


def annotation(number, begin, end, value):
    return (
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}" TIME_SLOT_REF1="ts{begin}" TIME_SLOT_REF2="ts{end}">'
        f"<ANNOTATION_VALUE>{value}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
    )


times = (2000, 3000, 5000, 9000, 9200, 10000)
slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="ts{n}" TIME_VALUE="{at}"/>' for n, at in enumerate(times, 1))
words = annotation(2, 1, 2, "I") + annotation(3, 2, 3, "began") + annotation(4, 3, 4, "singing")
constraint = "Time subdivision of parent annotation's time interval, no time gaps allowed within this interval"
file.write_text(
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-03-02T09:00:00+01:00" FORMAT="3.0" VERSION="3.0" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">'
    f'<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/><TIME_ORDER>{slots}</TIME_ORDER>'
    f'<TIER LINGUISTIC_TYPE_REF="phrase" TIER_ID="I1">{annotation(1, 1, 4, "I began singing")}</TIER>'
    f'<TIER LINGUISTIC_TYPE_REF="phrase" TIER_ID="INT">{annotation(5, 5, 6, "Why?")}</TIER>'
    f'<TIER LINGUISTIC_TYPE_REF="word" PARENT_REF="I1" TIER_ID="I1 words">{words}</TIER>'
    '<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="phrase" TIME_ALIGNABLE="true"/>'
    '<LINGUISTIC_TYPE CONSTRAINTS="Time_Subdivision" GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="word" '
    'TIME_ALIGNABLE="true"/>'
    f'<CONSTRAINT DESCRIPTION="{constraint}" STEREOTYPE="Time_Subdivision"/></ANNOTATION_DOCUMENT>',
    encoding="utf-8",
)
later = Eaf(str(file))
later.shift_annotations(1000)

cut = Eaf()
cut.add_tier("I1")
answers = ((0, 2000, "Hello."), (3000, 6000, "I began singing."), (6500, 7500, "Yes."), (8000, 9500, "No."))
for begin, end, value in answers:
    cut.add_annotation("I1", begin, end, value)
cut.shift_annotations(-4000)

seen = {
    "a second later, the answer of 2000 to 9000": later.get_annotation_data_for_tier("I1"),
    "its words of 2000, 3000 and 5000 to 9000": sorted(later.get_annotation_data_for_tier("I1 words")),
    "the question of 9200 to 10000": later.get_annotation_data_for_tier("INT"),
    "four seconds cut off": sorted(cut.get_annotation_data_for_tier("I1")),
}
wanted = {
    "a second later, the answer of 2000 to 9000": [(4000, 11000, "I began singing")],
    "its words of 2000, 3000 and 5000 to 9000": [(4000, 5000, "I"), (5000, 7000, "began"), (7000, 11000, "singing")],
    "the question of 9200 to 10000": [(10200, 11000, "Why?")],
    "four seconds cut off": [(0, 6000, "I began singing."), (2500, 3500, "Yes."), (4000, 5500, "No.")],
}
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
