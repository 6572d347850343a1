"""f4, f5 and easytranscript: a paragraph a mark, the stamp at its end.

The newer f4 takes nothing but RTF and Word, so it is RTF.
"""

import re

from interviews.marks.model import Mark, RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, clock

_STAMP = re.compile(r"#\d\d:\d\d:\d\d-\d#")


def write_f4(recording: RecordingMarks, labels: Labels) -> Written:
    """The marks as RTF; what is not to be transcribed has two paragraphs, where it begins and where it ends."""
    pen = Pen(labels)
    paragraphs = []
    for start, mark in _moments(recording):
        head = pen.head(mark) if start == mark.start else labels.resume
        words = pen.fit(mark.text, mark)
        if _STAMP.search(words):
            pen.note("stamps", mark)
        text = f"{head}: {words}" if words else head
        paragraphs.append(f"{_rtf(text)} #{clock(start, '-', places=1)}#\\par\n")
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\uc1\\f0\\fs22\n"
    return pen.written(head + "".join(paragraphs) + "}\n", "ascii")


def _moments(recording: RecordingMarks) -> list[tuple[float, Mark]]:
    """When each paragraph stands, with its mark."""
    found = [(mark.start, mark) for mark in recording.marks]
    found += [(mark.end, mark) for mark in recording.of("withheld") if mark.end is not None]
    return sorted(found, key=lambda one: one[0])


def _rtf(text: str) -> str:
    signs = []
    for sign in text.replace("\r\n", "\n").replace("\r", "\n"):
        if sign in "\\{}":
            signs.append(f"\\{sign}")
        elif sign == "\n":
            signs.append("\\line ")
        elif sign == "\t":
            signs.append("\\tab ")
        elif sign.isascii():
            signs.append(sign)
        else:
            units = sign.encode("utf-16-le")
            numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
            signs += [f"\\u{number}?" for number in numbers]
    return "".join(signs)


F4 = MarkFormat("f4", ".rtf", write_f4, ("tenths", "ends"))
