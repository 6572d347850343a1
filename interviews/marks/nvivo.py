"""NVivo's transcript rows: timespan, content and who, parted by tabs.

Rows rise in time and are read to the tenth of a second.
"""

from interviews.marks.model import RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, clock, end_of_mark


def write_nvivo(recording: RecordingMarks, labels: Labels) -> Written:
    """A row a mark, with as many tabs in each; the kind stands where NVivo has the speaker."""
    pen = Pen(labels)
    rows = ["Timespan\tContent\tSpeaker\n"]
    for mark in recording.marks:
        end = max(end_of_mark(mark), mark.start + 0.1)  # no row without a length
        times = f"{clock(mark.start, places=1)}-{clock(end, places=1)}"
        kind = labels.kinds[mark.kind]
        rows.append(f"{times}\t{pen.label(mark, kind=False, tabs=False)}\t{kind}\n")
    return pen.written("".join(rows), "utf-8-sig")


NVIVO = MarkFormat("nvivo", ".txt", write_nvivo, ("tenths", "moments"))
