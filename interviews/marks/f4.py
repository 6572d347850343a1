"""f4, f5 and easytranscript: a paragraph a mark, the stamp at its end.

The newer f4 takes nothing but RTF and Word, so it is RTF.
"""

import re

from interviews.marks.model import Mark, RecordingMarks
from interviews.marks.rtf import escape_rtf, rtf_document
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, clock

_STAMP = re.compile(r"#\d\d:\d\d:\d\d-\d#")


def write_f4(recording: RecordingMarks, labels: Labels) -> Written:
    """The marks as RTF; what is not to be transcribed has two paragraphs, where it begins and where it ends."""
    pen = Pen(labels)
    paragraphs = []
    for start, mark in _moments(recording):
        head = pen.head(mark) if start == mark.start else labels.resume
        words = pen.fit(mark.text, mark)
        if start != mark.start:
            pen.add("resume")
        if _STAMP.search(words):
            pen.note("stamps", mark)
        text = f"{head}: {words}" if words else head
        paragraphs.append(f"{escape_rtf(text)} #{clock(start, '-', places=1)}#")
    return pen.written(rtf_document(paragraphs).decode("ascii"), "ascii")


def _moments(recording: RecordingMarks) -> list[tuple[float, Mark]]:
    """When each paragraph stands, with its mark."""
    found = [(mark.start, mark) for mark in recording.marks]
    found += [(mark.end, mark) for mark in recording.of("withheld") if mark.end is not None]
    return sorted(found, key=lambda one: one[0])


F4 = MarkFormat("f4", ".rtf", write_f4, ("tenths", "ends"))
