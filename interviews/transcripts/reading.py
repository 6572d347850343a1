"""Reading a file as a transcript: encoding, layout, counted words."""

import json
import re
from collections.abc import Sequence

from guide.files import decode_text
from guide.frozen import Value
from interviews.transcripts import captions, lines, objects, pages
from interviews.transcripts.captions import ARROW
from interviews.transcripts.lines import ROWS, lines_of, may_begin
from interviews.transcripts.objects import line_of_fault
from interviews.transcripts.turns import Apart, Layout, Reading, Transcript, Unread, count_words, turns_of

# Where a file stopped being a transcript, for one that is laid out in no way that is known.
#
# Of the layouts the one that explains most is told, with the line at which it explains nothing more: there the person
# looks, and sees what is otherwise.

_LIKE_AN_ARROW = re.compile(r"\s*\d{1,2}:\d{2}.*?[-–—=]+\s*>|\s*\d{1,2}:\d{2}\S*\s+(?:to|[-–—]{2,})\s+\d{1,2}:\d{2}")
_BETWEEN = 12  # lines that may lie between two beginnings of a conversation
_FEWEST = 2  # beginnings that look like a layout, and not like chance


class Stop(Value):
    """The layout that fits best, by its name, and the line at which it does no more; no name where none fits.

    For JSON the name says too what is wrong: it breaks off, has a fault, or holds no talk.
    """

    layout: str
    line: int
    text: str


def where_it_stops(text: str) -> Stop:
    """How far a text gets, read by the layout that explains most of it."""
    return _json(text) or _captions(text) or _lines(text) or _nowhere(text)


def _json(text: str) -> Stop | None:
    if text.lstrip("\ufeff \n\t")[:1] not in ("{", "["):
        return None
    try:
        json.loads(text)
    except RecursionError:
        return None
    except json.JSONDecodeError as error:
        whole = text.rstrip()
        if error.msg == "Extra data" and (number := line_of_fault(text)) > 1:  # JSON lines
            cut = number == whole.count("\n") + 1
            return Stop("json_cut" if cut else "json_fault", number, _line(text, number))
        if error.pos >= len(whole) or error.msg.startswith("Unterminated string"):
            last = whole.count("\n") + 1
            return Stop("json_cut", last, _line(text, last))
        return Stop("json_fault", error.lineno, _line(text, error.lineno))
    return Stop("json_other", 1, _line(text, 1))


def _captions(text: str) -> Stop | None:
    for number, line in enumerate(text.split("\n"), 1):
        if _LIKE_AN_ARROW.match(line) and not ARROW.match(line):
            return Stop("srt", number, line.strip())
    return None


def _lines(text: str) -> Stop | None:
    lines, _ = lines_of(text)
    found = {row.name: [place for place in range(len(lines)) if may_begin(row, lines, place)] for row in ROWS}
    best = max(found, key=lambda name: len(found[name]))  # of equals the one that comes first
    if len(found[best]) < _FEWEST:
        return None
    behind = next(row.behind for row in ROWS if row.name == best)
    last = found[best][0]
    for place in found[best]:
        if place - last > _BETWEEN:
            break
        last = place
    line = lines[min(last + (2 if behind else 1), len(lines) - 1)]
    return Stop(best, line.number, line.text.strip())


def _nowhere(text: str) -> Stop:
    number = next((number for number, line in enumerate(text.split("\n"), 1) if line.strip()), 1)
    return Stop("", number, _line(text, number))


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].strip() if number <= len(lines) else ""


MAX_BYTES = 50_000_000
_OTHERS = {
    b"\xd0\xcf\x11\xe0": ".doc (Word 97–2003)",
    b"RIFF": "WAV",
    b"ID3": "MP3",
    b"OggS": "Ogg",
    b"fLaC": "FLAC",
}
"""Kinds of file that people try, by their first bytes."""

LAYOUTS: tuple[Layout, ...] = (
    *objects.LAYOUTS,
    *captions.LAYOUTS,
    *pages.LAYOUTS,
    *lines.LAYOUTS,
)
"""Every layout of text that can be read; the first that recognises a file reads it."""


def read_transcript(data: bytes, name: str) -> Transcript:
    """The turns of a file.

    Raises:
        Unread: it is too large, no text, or laid out in no way that is known; the facts say where reading gave up.
    """
    if len(data) > MAX_BYTES:
        raise Unread("transcript_too_big", file=name, limit=f"{MAX_BYTES // 1_000_000} MB")
    if not data.strip(b" \t\r\n\0\xfe\xff\xef\xbb\xbf"):
        raise Unread("transcript_empty", file=name)
    for start, kind in _OTHERS.items():
        if data.startswith(start):
            raise Unread("transcript_other_kind", file=name, kind=kind)
    if data.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis" in data[:100]:
            raise Unread("transcript_other_kind", file=name, kind="OpenDocument")
        from interviews.transcripts.office_files import UnknownLayoutError, not_word, read_word

        kind = not_word(data)
        if kind:
            raise Unread(f"transcript_{kind}", file=name)
        try:
            layout, reading = read_word(data, name)
        except UnknownLayoutError as error:
            raise unknown(str(error), name) from None
        return _transcript(layout, reading, "docx", name)
    if data.lstrip()[:5] == b"%PDF-":
        from interviews.transcripts.pdf import text_of_pdf

        try:
            text, edges = text_of_pdf(data)
        except Exception:  # noqa: BLE001  there is no end to what can be wrong in a damaged one
            raise Unread("transcript_pdf", file=name) from None
        found = read_text(text, name, "pdf")
        return _and_beside(found, [Apart("page_edge", edge) for edge in edges])
    if data.lstrip()[:5] == b"{\\rtf":
        from interviews.transcripts.office_files import text_of_rtf

        text, beside = text_of_rtf(data)
        return _and_beside(read_text(text, name, "rtf"), beside)
    try:
        return _of_bytes(data, name)
    except Unread:
        ending = next((one for one in (".docx", ".pdf") if name.casefold().endswith(one)), "")
        if ending:
            raise Unread("transcript_called", file=name, ending=ending) from None
        raise


def _of_bytes(data: bytes, name: str) -> Transcript:
    decoded = decode_text(data)
    if decoded is None:
        raise Unread("transcript_no_text", file=name)
    return read_text(decoded.text.replace("\r\n", "\n").replace("\r", "\n"), name, decoded.encoding)


def read_text(text: str, name: str, encoding: str = "", layouts: Sequence[Layout] = LAYOUTS) -> Transcript:
    """The turns of a text whose encoding is known."""
    for layout in layouts:
        if layout.recognises(text):
            reading = layout.read(text)
            counted = count_words(text) if reading.counted is None else reading.counted
            return _transcript(layout.name, reading.but(counted=counted), encoding, name)
    raise unknown(text, name)


def unknown(text: str, name: str) -> Unread:
    """That the text of a file is laid out in no way that is known, and where the one that fits best stopped."""
    stop = where_it_stops(pages.words_of_page(text))
    code = "transcript_stopped" if stop.layout else "transcript_unknown"
    if stop.layout.startswith("json_"):
        return Unread(f"transcript_{stop.layout}", file=name, line=f"{stop.line}", text=stop.text[-60:])
    facts = {"layout": stop.layout} if stop.layout else {}
    return Unread(code, file=name, line=f"{stop.line}", text=stop.text[:60], **facts)


def _and_beside(found: Transcript, apart: Sequence[Apart]) -> Transcript:
    """The same with what stands beside its text, as footnotes do, counted and set apart."""
    return found.but(
        apart=(*found.apart, *apart), words_in=found.words_in + sum(count_words(one.text) for one in apart)
    )


def _transcript(layout: str, reading: Reading, encoding: str, name: str) -> Transcript:
    turns = turns_of(reading.segments)
    if not turns:
        raise Unread("transcript_no_words", file=name, layout=layout)
    return Transcript(turns, layout, encoding, reading.apart, reading.counted or 0)
