"""WebVTT: cues with a voice, for players, and a plain one for Taguette.

Hours always, no identifiers, no settings, nothing under the first line, one line a cue: with anything else there is a
reader that refuses the file or loses words.
"""

import re

from interviews.marks.model import RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, clock, end_of_mark


def write_vtt(recording: RecordingMarks, labels: Labels) -> Written:
    """Cues for players: the kind is the voice, and signs that would be tags are escaped."""
    pen = Pen(labels)
    cues = ["WEBVTT"]
    for mark in recording.marks:
        what, words = pen.head(mark), pen.line(mark.text, mark)
        voice, words = (what, words) if words else (labels.voice, what)
        cues.append(f"{_times(mark.start, end_of_mark(mark))}\n<v {_escape(voice)}>{_escape(words)}</v>")
    return pen.written("\n\n".join(cues) + "\n")


def write_taguette(recording: RecordingMarks, labels: Labels) -> Written:
    """Cues for Taguette, which shows tags and entities as typed; the byte order mark tells it the letters."""
    pen = Pen(labels)
    cues = ["WEBVTT"]
    for mark in recording.marks:
        label = pen.label(mark)
        words = label.replace("-->", "-- >")
        if words != label:
            pen.note("arrows", mark)
        if re.search(r"<|&\w+;", words):
            pen.note("tags", mark)
        cues.append(f"{_times(mark.start, end_of_mark(mark))}\n{words}")
    return pen.written("\n\n".join(cues) + "\n", "utf-8-sig")


def _times(start: float, end: float) -> str:
    return f"{clock(start)} --> {clock(end)}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


VTT = MarkFormat("vtt", ".vtt", write_vtt, ("moments",))
TAGUETTE = MarkFormat("taguette", ".vtt", write_taguette, ("moments",))
