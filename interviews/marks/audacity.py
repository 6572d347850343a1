"""Audacity's label track: start, end and words, parted by tabs.

A point has its start as its end. Seconds have six decimals and a point.
"""

from interviews.marks.model import RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written


def write_audacity(recording: RecordingMarks, labels: Labels) -> Written:
    """A line a mark; none begins with a backslash, which would be a frequency."""
    pen = Pen(labels)
    lines = []
    for mark in recording.marks:
        end = mark.start if mark.end is None else mark.end
        lines.append(f"{mark.start:.6f}\t{end:.6f}\t{pen.label(mark, tabs=False)}\n")
    return pen.written("".join(lines))


AUDACITY = MarkFormat("audacity", ".txt", write_audacity)
