"""A file as a transcript: its encoding found, its layout recognised, its words counted in and out."""

from collections.abc import Sequence

from interviews.transcripts import captions, lines, objects, pages
from interviews.transcripts.decoding import decode_text
from interviews.transcripts.layout import Layout, Unread
from interviews.transcripts.turns import Apart, Reading, Transcript, count_words, turns_of

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
        from interviews.transcripts.word import not_word, read_word

        kind = not_word(data)
        if kind:
            raise Unread(f"transcript_{kind}", file=name)
        return _transcript(*read_word(data, name), "docx", name)
    if data.lstrip()[:5] == b"%PDF-":
        from interviews.transcripts.pdf import text_of_pdf

        try:
            text, edges = text_of_pdf(data)
        except Exception:  # noqa: BLE001  there is no end to what can be wrong in a damaged one
            raise Unread("transcript_pdf", file=name) from None
        found = read_text(text, name, "pdf")
        return _and_beside(found, [Apart("page_edge", edge) for edge in edges])
    if data.lstrip()[:5] == b"{\\rtf":
        from interviews.transcripts.rtf import text_of_rtf

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
    return read_text(decoded.text, name, decoded.encoding)


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
    from interviews.transcripts.closest import where_it_stops  # what is read does without

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
