"""A file as a transcript: its encoding found, its layout recognised, its words counted in and out."""

from collections.abc import Sequence

from interviews.transcripts import captions, lines, objects, pages
from interviews.transcripts.decoding import decode_text
from interviews.transcripts.layout import Layout, Unread
from interviews.transcripts.turns import Transcript, count_words, turns_of

MAX_BYTES = 50_000_000

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
    decoded = decode_text(data)
    if decoded is None:
        raise Unread("transcript_no_text", file=name)
    return read_text(decoded.text, name, decoded.encoding)


def read_text(text: str, name: str, encoding: str = "", layouts: Sequence[Layout] = LAYOUTS) -> Transcript:
    """The turns of a text whose encoding is known."""
    for layout in layouts:
        if layout.recognises(text):
            reading = layout.read(text)
            turns = turns_of(reading.segments)
            if not turns:
                raise Unread("transcript_no_words", file=name, layout=layout.looks)
            counted = count_words(text) if reading.counted is None else reading.counted
            return Transcript(turns, layout.name, encoding, reading.apart, counted)
    number, line = next(((place, line) for place, line in enumerate(text.split("\n"), 1) if line.strip()), (1, ""))
    raise Unread("transcript_unknown", file=name, line=f"{number}", text=line.strip()[:60])
