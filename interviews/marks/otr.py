"""oTranscribe's own file: HTML with stamps that can be clicked."""

import json
from html import escape

from interviews.marks.model import RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, milliseconds


def write_otr(recording: RecordingMarks, labels: Labels) -> Written:
    """A paragraph a mark; line breaks are kept, and a stretch that is not to be transcribed has a second stamp."""
    pen = Pen(labels)
    paragraphs = []
    for mark in recording.marks:
        head, words = pen.head(mark), pen.fit(mark.text, mark)
        text = escape(f"{head}: {words}" if words else head, quote=False)
        text = text.replace("\n", "<br />")
        end = _stamp(mark.end) if mark.kind == "withheld" and mark.end is not None else ""
        paragraphs.append(f"<p>{_stamp(mark.start)} {text}{' – ' if end else ''}{end}</p>")
    file = {"text": "".join(paragraphs), "media": "", "media-source": "", "media-time": 0}
    return pen.written(json.dumps(file, ensure_ascii=False, indent=1) + "\n")


def _stamp(seconds: float) -> str:
    at = milliseconds(seconds)
    hours, minutes, left = at // 3_600_000, at // 60_000 % 60, at // 1000 % 60
    shown = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    data = f"{at // 1000}.{at % 1000:03}"
    return f'<span class="timestamp" contenteditable="false" data-timestamp="{data}">{shown}</span>'


OTR = MarkFormat("otr", ".otr", write_otr, ("ends",))
