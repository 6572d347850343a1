"""Formats that marks are written in, for each program.

A format is a function and its row below it; ``FORMATS`` at the end names them all.
"""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape as escape_html
from xml.sax.saxutils import escape, quoteattr

from guide.frozen import Value
from interviews.marks.mark_writing import (
    Labels,
    MarkFormat,
    Pen,
    Written,
    clock,
    end_of_mark,
    escape_rtf,
    milliseconds,
    rtf_document,
)
from interviews.marks.recording_marks import KINDS, Mark, MarkKind, RecordingMarks

# Text with a stamp before each paragraph, for the notes of Express Scribe.
#
# No format of its own is described anywhere; this form, ``[hh:mm:ss]`` first, is the one that most programs take.


def write_express_scribe(recording: RecordingMarks, labels: Labels) -> Written:
    """A paragraph a mark and a blank line after it; stretches that are not to be transcribed say until when."""
    pen = Pen(labels)
    lines = []
    for mark in recording.marks:
        until = f" – [{clock(mark.end, places=0)}]" if mark.kind == "withheld" and mark.end is not None else ""
        lines.append(f"[{clock(mark.start, places=0)}] {pen.label(mark)}{until}\n\n")
    return pen.finish("".join(lines), "utf-8-sig")


EXPRESS_SCRIBE = MarkFormat("express-scribe", ".txt", write_express_scribe, ("seconds", "ends"))


# f4, f5 and easytranscript: a paragraph a mark, the stamp at its end.
#
# The newer f4 takes nothing but RTF and Word, so it is RTF.

_F4_STAMP = re.compile(r"#\d\d:\d\d:\d\d-\d#")


def write_f4(recording: RecordingMarks, labels: Labels) -> Written:
    """The marks as RTF; what is not to be transcribed has two paragraphs, where it begins and where it ends."""
    pen = Pen(labels)
    paragraphs = []
    moments = [(mark.start, mark) for mark in recording.marks]
    moments += [(mark.end, mark) for mark in recording.of("withheld") if mark.end is not None]
    for start, mark in sorted(moments, key=lambda one: one[0]):
        head = pen.head(mark) if start == mark.start else labels.resume
        words = pen.fit(mark.text, mark)
        if start != mark.start:
            pen.add("resume")
        if _F4_STAMP.search(words):
            pen.note("stamps", mark)
        text = f"{head}: {words}" if words else head
        paragraphs.append(f"{escape_rtf(text)} #{clock(start, '-', places=1)}#")
    return pen.finish(rtf_document(paragraphs).decode("ascii"), "ascii")


F4 = MarkFormat("f4", ".rtf", write_f4, ("tenths", "ends"))


# NVivo's transcript rows: timespan, content and who, parted by tabs.
#
# Rows rise in time and are read to the tenth of a second.


def write_nvivo(recording: RecordingMarks, labels: Labels) -> Written:
    """A row a mark, with as many tabs in each; the kind stands where NVivo has the speaker."""
    pen = Pen(labels)
    rows = ["Timespan\tContent\tSpeaker\n"]
    for mark in recording.marks:
        end = max(end_of_mark(mark), mark.start + 0.1)  # no row without a length
        times = f"{clock(mark.start, places=1)}-{clock(end, places=1)}"
        kind = labels.kinds[mark.kind]
        rows.append(f"{times}\t{pen.label(mark, kind=False, tabs=False)}\t{kind}\n")
    return pen.finish("".join(rows), "utf-8-sig")


NVIVO = MarkFormat("nvivo", ".txt", write_nvivo, ("tenths", "moments"))


# Audacity's label track: start, end and words, parted by tabs.
#
# A point has its start as its end. Seconds have six decimals and a point.


def write_audacity(recording: RecordingMarks, labels: Labels) -> Written:
    """A line a mark; none begins with a backslash, which would be a frequency."""
    pen = Pen(labels)
    lines = []
    for mark in recording.marks:
        end = mark.start if mark.end is None else mark.end
        lines.append(f"{mark.start:.6f}\t{end:.6f}\t{pen.label(mark, tabs=False)}\n")
    return pen.finish("".join(lines))


AUDACITY = MarkFormat("audacity", ".txt", write_audacity)


# WebVTT: cues with a voice, for players, and a plain one for Taguette.
#
# Hours always, no identifiers, no settings, nothing under the first line, one line a cue: with anything else there is
# a reader that refuses the file or loses words.


def write_vtt(recording: RecordingMarks, labels: Labels) -> Written:
    """Cues for players: the kind is the voice, and signs that would be tags are escaped."""
    pen = Pen(labels)
    cues = ["WEBVTT"]
    for mark in recording.marks:
        what, words = pen.head(mark), pen.line(mark.text, mark)
        voice, words = (what, words) if words else (labels.voice, what)
        cues.append(f"{_cue_times(mark.start, end_of_mark(mark))}\n<v {_escape_vtt(voice)}>{_escape_vtt(words)}</v>")
    return pen.finish("\n\n".join(cues) + "\n")


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
        cues.append(f"{_cue_times(mark.start, end_of_mark(mark))}\n{words}")
    return pen.finish("\n\n".join(cues) + "\n", "utf-8-sig")


def _cue_times(start: float, end: float) -> str:
    return f"{clock(start)} --> {clock(end)}"


def _escape_vtt(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


VTT = MarkFormat("vtt", ".vtt", write_vtt, ("moments",))
TAGUETTE = MarkFormat("taguette", ".vtt", write_taguette, ("moments",))


# SubRip: numbered cues, for every player.
#
# It knows no voices; the kind stands before the words.

_CUE_TIME = re.compile(
    r"(\d{1,2}:\d{1,2}:\d{1,2})([.,]\d{1,3})"
)  # two in a line are the times of a cue to some readers


def write_srt(recording: RecordingMarks, labels: Labels) -> Written:
    """A numbered cue a mark, with a byte order mark, by which readers tell the letters."""
    pen = Pen(labels)
    cues = []
    for number, mark in enumerate(recording.marks, 1):
        label = pen.label(mark)
        words = label.replace("-->", "-- >")
        if len(_CUE_TIME.findall(words)) > 1:
            words = _CUE_TIME.sub(r"\1 \2", words)
        if words != label:
            pen.note("arrows", mark)
        if any(sign in words for sign in "<{\\"):
            pen.note("tags", mark)
        cues.append(f"{number}\n{clock(mark.start, ',')} --> {clock(end_of_mark(mark), ',')}\n{words}\n")
    return pen.finish("\n".join(cues), "utf-8-sig")


SRT = MarkFormat("srt", ".srt", write_srt, ("moments",))


# oTranscribe's own file: HTML with stamps that can be clicked.


def write_otr(recording: RecordingMarks, labels: Labels) -> Written:
    """A paragraph a mark; line breaks are kept, and a stretch that is not to be transcribed has a second stamp."""
    pen = Pen(labels)
    paragraphs = []
    for mark in recording.marks:
        head, words = pen.head(mark), pen.fit(mark.text, mark)
        text = escape_html(f"{head}: {words}" if words else head, quote=False)
        text = text.replace("\n", "<br />")
        end = _otr_stamp(mark.end) if mark.kind == "withheld" and mark.end is not None else ""
        paragraphs.append(f"<p>{_otr_stamp(mark.start)} {text}{' – ' if end else ''}{end}</p>")
    file = {"text": "".join(paragraphs), "media": "", "media-source": "", "media-time": 0}
    return pen.finish(json.dumps(file, ensure_ascii=False, indent=1) + "\n")


def _otr_stamp(seconds: float) -> str:
    at = milliseconds(seconds)
    hours, minutes, left = at // 3_600_000, at // 60_000 % 60, at // 1000 % 60
    shown = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    data = f"{at // 1000}.{at % 1000:03}"
    return f'<span class="timestamp" contenteditable="false" data-timestamp="{data}">{shown}</span>'


OTR = MarkFormat("otr", ".otr", write_otr, ("ends",))


# ELAN's annotation file: a tier for each kind of mark.
#
# Annotations of a tier may neither overlap nor last nothing, so what overlaps goes to a second tier of the same kind.

_EAF_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<ANNOTATION_DOCUMENT AUTHOR="" DATE="1970-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">\n'
    '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>\n'
)
_EAF_END = (
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
    return pen.finish(f"{_EAF_HEAD}    <TIME_ORDER>\n{order}    </TIME_ORDER>\n{''.join(tiers)}{_EAF_END}")


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


# Praat's TextGrid: tiers of intervals without gaps, and of points.
#
# No two points of a tier at one instant, for Praat would keep the first alone; fixed decimals, for a reader takes
# ``1e-05`` for 1; labels on one line.

_INTERVALS: tuple[MarkKind, ...] = ("question", "withheld")
_POINTS: tuple[MarkKind, ...] = ("note", "quote", "follow_up", "bookmark", "topic", "recorder")
_Interval = tuple[int, int, str]


def write_textgrid(recording: RecordingMarks, labels: Labels) -> Written:
    """The long text form: a tier for questions, one for what is not to be transcribed, one for each kind of note."""
    pen = Pen(labels)
    intervals = {kind: _intervals(recording.of(kind), pen) for kind in _INTERVALS}
    points = {kind: _points(recording.of(kind), pen) for kind in _POINTS}
    ends = [interval[1] for tier in intervals.values() for interval in tier]
    ends += [at for tier in points.values() for at, _ in tier]
    last = max([milliseconds(recording.length), 1, *ends])
    tiers = [_tier("IntervalTier", labels.kinds[kind], last, _tile(intervals[kind], last)) for kind in _INTERVALS]
    tiers += [_tier("TextTier", labels.kinds[kind], last, _points_text(points[kind])) for kind in _POINTS]
    head = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
    head += f"xmin = 0\nxmax = {_decimals(last)}\ntiers? <exists>\nsize = {len(tiers)}\nitem []:\n"
    return pen.finish(head + "".join(f"    item [{place}]:\n{tier}" for place, tier in enumerate(tiers, 1)))


def _intervals(marks: Iterable[Mark], pen: Pen) -> list[_Interval]:
    """Each mark as an interval of at least a millisecond, none before the last one's end."""
    found: list[_Interval] = []
    for mark in marks:
        wanted = milliseconds(mark.start)
        start = max(wanted, found[-1][1] if found else 0)
        if start != wanted:
            pen.note("moved", mark)
        end = start if mark.end is None else milliseconds(mark.end)
        found.append((start, max(end, start + 1), pen.label(mark, kind=False)))
    return found


def _points(marks: Iterable[Mark], pen: Pen) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for mark in marks:
        at = milliseconds(mark.start)
        if found and at <= found[-1][0]:
            at = found[-1][0] + 1
            pen.note("moved", mark)
        found.append((at, pen.label(mark, kind=False)))
    return found


def _tile(marked: Iterable[_Interval], last: int) -> list[str]:
    """The intervals, with empty ones wherever nothing was marked."""
    whole: list[_Interval] = []
    at = 0
    for start, end, label in marked:
        if start > at:
            whole.append((at, start, ""))
        whole.append((start, end, label))
        at = end
    if at < last or not whole:
        whole.append((at, last, ""))
    return [
        f"        intervals [{place}]:\n            xmin = {_decimals(start)}\n            xmax = {_decimals(end)}\n"
        f"            text = {_quote(label)}\n"
        for place, (start, end, label) in enumerate(whole, 1)
    ]


def _points_text(points: Iterable[tuple[int, str]]) -> list[str]:
    return [
        f"        points [{place}]:\n            number = {_decimals(at)}\n            mark = {_quote(label)}\n"
        for place, (at, label) in enumerate(points, 1)
    ]


def _tier(kind: str, name: str, last: int, entries: list[str]) -> str:
    counted = "intervals" if kind == "IntervalTier" else "points"
    head = (
        f'        class = "{kind}"\n        name = {_quote(name)}\n        xmin = 0\n        xmax = {_decimals(last)}\n'
    )
    return f"{head}        {counted}: size = {len(entries)}\n{''.join(entries)}"


def _decimals(at: int) -> str:
    return f"{at // 1000}.{at % 1000:03}"


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


TEXTGRID = MarkFormat("textgrid", ".TextGrid", write_textgrid)


# Chapters as ffmpeg reads them, without a gap from the first second on.
#
# A chapter is a mark and lasts until the next one: in .m4a a gap, or a first chapter that begins later, is read
# otherwise by different programs.


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
    return pen.finish("".join(blocks))


def escape_metadata(text: str) -> str:
    """A value as ffmpeg's metadata text has it."""
    return "".join(f"\\{sign}" if sign in "=;#\\" else sign for sign in text)


CHAPTERS = MarkFormat("chapters", ".ffmetadata", write_chapters, ("ends",))


FORMATS: Mapping[str, MarkFormat] = {
    one.name: one for one in (EXPRESS_SCRIBE, F4, NVIVO, AUDACITY, VTT, SRT, OTR, EAF, TEXTGRID, CHAPTERS, TAGUETTE)
}
"""The formats by the names that the command has for them."""
