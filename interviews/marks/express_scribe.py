"""Text with a stamp before each paragraph, for the notes of Express Scribe.

No format of its own is described anywhere; this form, ``[hh:mm:ss]`` first, is the one that most programs take.
"""

from interviews.marks.model import RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, clock


def write_express_scribe(recording: RecordingMarks, labels: Labels) -> Written:
    """A paragraph a mark and a blank line after it; stretches that are not to be transcribed say until when."""
    pen = Pen(labels)
    lines = []
    for mark in recording.marks:
        until = f" – [{clock(mark.end, places=0)}]" if mark.kind == "withheld" and mark.end is not None else ""
        lines.append(f"[{clock(mark.start, places=0)}] {pen.label(mark)}{until}\n\n")
    return pen.written("".join(lines), "utf-8-sig")


EXPRESS_SCRIBE = MarkFormat("express-scribe", ".txt", write_express_scribe, ("seconds", "ends"))
