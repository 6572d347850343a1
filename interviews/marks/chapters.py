"""Chapters as ffmpeg reads them, without a gap from the first second on.

A chapter is a mark and lasts until the next one: in .m4a a gap, or a first chapter that begins later, is read otherwise
by different programs.
"""

from guide.frozen import Value
from interviews.marks.model import RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, milliseconds


class Chapter(Value):
    """A chapter: ``start`` and ``end`` in milliseconds, and its title on one line."""

    start: int
    end: int
    title: str


def chapters_of(recording: RecordingMarks, pen: Pen) -> tuple[Chapter, ...]:
    """A chapter for each mark, and one where transcribing may go on; the first begins at 0."""
    marked = [(milliseconds(mark.start), pen.label(mark), mark) for mark in recording.marks]
    for mark in recording.of("withheld"):
        if mark.end is not None:
            marked.append((milliseconds(mark.end), pen.labels.resume, mark))
            pen.add("resume")
    marked.sort(key=lambda one: one[0])
    starts: list[tuple[int, str]] = []
    for wanted, title, mark in marked:
        start = max(wanted, starts[-1][0] + 1 if starts else 0)
        if start != wanted:
            pen.note("moved", mark)
        starts.append((start, title))
    if not starts or starts[0][0]:
        starts.insert(0, (0, pen.labels.begin))
        pen.add("begin")
    ends = [*(start for start, _ in starts[1:]), max(milliseconds(recording.length), starts[-1][0] + 1)]
    return tuple(Chapter(start, end, title) for (start, title), end in zip(starts, ends, strict=True))


def write_chapters(recording: RecordingMarks, labels: Labels) -> Written:
    """The chapters as ffmpeg's own metadata text."""
    pen = Pen(labels)
    blocks = [";FFMETADATA1\n"]
    for one in chapters_of(recording, pen):
        title = escape_metadata(one.title)
        blocks.append(f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={one.start}\nEND={one.end}\ntitle={title}\n")
    return pen.written("".join(blocks))


def escape_metadata(text: str) -> str:
    """A value as ffmpeg's metadata text has it."""
    return "".join(f"\\{sign}" if sign in "=;#\\" else sign for sign in text)


CHAPTERS = MarkFormat("chapters", ".ffmetadata", write_chapters, ("ends",))
