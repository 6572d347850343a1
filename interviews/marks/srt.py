"""SubRip: numbered cues, for every player.

It knows no voices; the kind stands before the words.
"""

import re

from interviews.marks.model import RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, clock, end_of_mark

_STAMP = re.compile(r"(\d{1,2}:\d{1,2}:\d{1,2})([.,]\d{1,3})")  # two in a line are the times of a cue to some readers


def write_srt(recording: RecordingMarks, labels: Labels) -> Written:
    """A numbered cue a mark, with a byte order mark, by which readers tell the letters."""
    pen = Pen(labels)
    cues = []
    for number, mark in enumerate(recording.marks, 1):
        label = pen.label(mark)
        words = label.replace("-->", "-- >")
        if len(_STAMP.findall(words)) > 1:
            words = _STAMP.sub(r"\1 \2", words)
        if words != label:
            pen.note("arrows", mark)
        if any(sign in words for sign in "<{\\"):
            pen.note("tags", mark)
        cues.append(f"{number}\n{clock(mark.start, ',')} --> {clock(end_of_mark(mark), ',')}\n{words}\n")
    return pen.written("\n".join(cues), "utf-8-sig")


SRT = MarkFormat("srt", ".srt", write_srt, ("moments",))
