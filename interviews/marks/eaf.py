"""ELAN's annotation file: a tier for each kind of mark.

Annotations of a tier may neither overlap nor last nothing, so what overlaps goes to a second tier of the same kind.
"""

from xml.sax.saxutils import escape, quoteattr

from interviews.marks.model import KINDS, Mark, RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, end_of_mark, milliseconds

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<ANNOTATION_DOCUMENT AUTHOR="" DATE="1970-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">\n'
    '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>\n'
)
_TYPE = (
    '    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>\n'
    "</ANNOTATION_DOCUMENT>\n"
)
_Annotation = tuple[int, int, str]


def write_eaf(recording: RecordingMarks, labels: Labels) -> Written:
    """The marks as annotations, line breaks and all; a moment lasts two seconds."""
    pen = Pen(labels)
    slots: list[int] = []
    tiers: list[str] = []
    number = 0
    for kind in KINDS:
        for place, tier in enumerate(_tiers(recording.of(kind), pen), 1):
            lines = []
            for start, end, value in tier:
                number += 1
                slots += (start, end)
                lines.append(
                    f'        <ANNOTATION>\n            <ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}"'
                    f' TIME_SLOT_REF1="ts{len(slots) - 1}" TIME_SLOT_REF2="ts{len(slots)}">\n'
                    f"                <ANNOTATION_VALUE>{escape(value)}</ANNOTATION_VALUE>\n"
                    "            </ALIGNABLE_ANNOTATION>\n        </ANNOTATION>\n"
                )
            name = labels.kinds[kind] if place == 1 else f"{labels.kinds[kind]} {place}"
            head = f'    <TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID={quoteattr(name)}>\n'
            tiers.append(f"{head}{''.join(lines)}    </TIER>\n")
    order = "".join(
        f'        <TIME_SLOT TIME_SLOT_ID="ts{place}" TIME_VALUE="{at}"/>\n' for place, at in enumerate(slots, 1)
    )
    return pen.written(f"{_HEAD}    <TIME_ORDER>\n{order}    </TIME_ORDER>\n{''.join(tiers)}{_TYPE}")


def _tiers(marks: tuple[Mark, ...], pen: Pen) -> list[list[_Annotation]]:
    """The marks in as many tiers as it takes for none to overlap."""
    tiers: list[list[_Annotation]] = []
    for mark in marks:
        start = milliseconds(mark.start)
        end = max(milliseconds(end_of_mark(mark)), start + 1)
        head = pen.head(mark, kind=False)
        words = pen.fit(mark.text, mark)
        value = f"{head}: {words}" if head and words else head or words
        free = next((tier for tier in tiers if tier[-1][1] <= start), None)
        if free is None:
            tiers.append([(start, end, value)])
        else:
            free.append((start, end, value))
    return tiers


EAF = MarkFormat("eaf", ".eaf", write_eaf, ("moments",))
