"""Exports for other programs read again by their own rules, with what Python brings; nothing of the writers is used."""

import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from interviews.transcripts.office_files import text_of_rtf


class Row(NamedTuple):
    """What a file has of a mark: start and end in milliseconds, as far as it has them, and the label."""

    start: int
    end: int | None
    label: str


def _clock(text: str) -> int:
    hours, minutes, seconds, part = re.fullmatch(r"(\d\d+):(\d\d):(\d\d)(?:[.,-](\d+))?", text).groups()  # type: ignore[union-attr]
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int((part or "0").ljust(3, "0"))


def _cues(text: str) -> Iterator[tuple[str, str]]:
    """Line with the times, and the one line of words: a cue ends at an empty line."""
    for block in text.split("\n\n"):
        times, words = block.strip("\n").split("\n")[-2:]
        yield times, words


def _times(line: str) -> tuple[int, int]:
    start, end = line.split(" --> ")
    return _clock(start), _clock(end)


def read_vtt(data: bytes) -> list[Row]:
    """As the specification reads it: voice, entities decoded once; one line and no arrow in a cue's words."""
    head, *cues = data.decode().removesuffix("\n").split("\n\n")
    assert head == "WEBVTT"
    rows = []
    for times, words in _cues("\n\n".join(cues)) if cues else ():
        assert "-->" not in words
        voice, said = re.fullmatch(r"<v ([^<>\n]+)>([^<>]*)</v>", words).groups()  # type: ignore[union-attr]
        label = unescape(said) if voice == "MARK" else f"{unescape(voice)}: {unescape(said)}"
        rows.append(Row(*_times(times), label))
    return rows


def read_taguette(data: bytes) -> list[Row]:
    """Words as they stand."""
    head, *cues = data.decode("utf-8-sig").removesuffix("\n").split("\n\n")
    assert head == "WEBVTT"
    return [Row(*_times(times), words) for times, words in _cues("\n\n".join(cues))] if cues else []


def read_srt(data: bytes) -> list[Row]:
    """Cues numbered from 1."""
    text = data.decode("utf-8-sig").removesuffix("\n")
    numbers = [block.split("\n")[0] for block in text.split("\n\n") if block]
    assert numbers == [str(place) for place in range(1, len(numbers) + 1)]
    return [Row(*_times(times), words) for times, words in _cues(text)] if text else []


def read_audacity(data: bytes) -> list[Row]:
    """Three fields a line."""
    rows = []
    for line in data.decode().split("\n")[:-1]:
        start, end, label = line.split("\t")
        rows.append(Row(round(float(start) * 1000), round(float(end) * 1000), label))
    return rows


def read_nvivo(data: bytes) -> list[Row]:
    """Rows under a header; the kind stands behind."""
    rows = []
    for line in data.decode("utf-8-sig").split("\n")[1:-1]:
        times, label, _kind = line.split("\t")
        start, end = times.split("-")
        rows.append(Row(_clock(start), _clock(end), label))
    return rows


def read_express_scribe(data: bytes) -> list[Row]:
    """A paragraph a mark."""
    rows = []
    for paragraph in data.decode("utf-8-sig").split("\n\n")[:-1]:
        stamp, label, until = re.fullmatch(  # type: ignore[union-attr]
            r"\[(\d\d+:\d\d:\d\d)\] (.*?)(?: – \[(\d\d+:\d\d:\d\d)\])?", paragraph, re.DOTALL
        ).groups()
        rows.append(Row(_clock(stamp), None if until is None else _clock(until), label))
    return rows


def read_f4(data: bytes) -> list[Row]:
    """Paragraphs that end in a stamp; a line break within one is RTF's own."""
    text = text_of_rtf(data.replace(b"\\par\n", b"\\'01"))[0].rstrip("\n")
    rows = []
    for paragraph in text.split("\x01")[:-1]:
        label, stamp = re.fullmatch(r"(.*) #(\d\d+:\d\d:\d\d-\d)#", paragraph, re.DOTALL).groups()  # type: ignore[union-attr]
        rows.append(Row(_clock(stamp), None, label))
    return [row for row in rows if row.label != "ON AGAIN"]


class _Html(HTMLParser):
    """Paragraphs with their text, stamps apart."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self.stamps: list[list[int]] = []
        self._in_stamp = self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag:
            case "p" | "h1" | "h2" | "h3" | "title":
                self.blocks.append((tag, ""))
                self.stamps.append([])
                self._is_open = True
            case "br":
                self._add("\n")
            case "span":
                self._in_stamp = True
                self.stamps[-1].append(round(float(dict(attrs)["data-timestamp"] or "") * 1000))

    def handle_endtag(self, tag: str) -> None:
        self._in_stamp = self._in_stamp and tag != "span"
        self._is_open = self._is_open and tag in ("span", "br")

    def handle_data(self, data: str) -> None:
        if self._is_open and not self._in_stamp:
            self._add(data)

    def _add(self, text: str) -> None:
        tag, before = self.blocks[-1]
        self.blocks[-1] = tag, before + text


def read_otr(data: bytes) -> list[Row]:
    """JSON with HTML in it."""
    page = _Html()
    page.feed(json.loads(data)["text"])
    page.close()
    rows = []
    for (_tag, text), (start, *more) in zip(page.blocks, page.stamps, strict=True):
        label = text.removeprefix(" ")
        rows.append(Row(start, more[0], label.removesuffix(" – ")) if more else Row(start, None, label))
    return rows


def read_eaf(data: bytes) -> list[Row]:
    """Annotations by their time slots; none of a tier overlaps."""
    root = ET.fromstring(data)  # noqa: S314  our own
    slots = {slot.get("TIME_SLOT_ID"): int(slot.get("TIME_VALUE") or "") for slot in root.iter("TIME_SLOT")}
    rows = []
    for tier in root.iter("TIER"):
        last = 0
        for one in tier.iter("ALIGNABLE_ANNOTATION"):
            start, end = slots[one.get("TIME_SLOT_REF1")], slots[one.get("TIME_SLOT_REF2")]
            assert last <= start < end
            last = end
            rows.append(Row(start, end, one.findtext("ANNOTATION_VALUE") or ""))
    return rows


_GRID = re.compile(r'"((?:[^"]|"")*)"|(?<![\w"])(\d+(?:\.\d+)?)(?![\w"\]])')


def read_textgrid(data: bytes) -> list[Row]:
    """As Praat reads it: quoted texts and free-standing numbers, whatever stands between them."""
    text = data.decode().split("\n\n", 1)[1]
    found = iter(_GRID.finditer(text))

    def number() -> int:
        return round(float(next(found)[2]) * 1000)

    def quoted() -> str:
        one = next(found)[1]
        assert one is not None
        return one.replace('""', '"')

    first, last, tiers = number(), number(), number() // 1000
    assert (first, tiers) == (0, 8)
    rows: list[Row] = []
    for _ in range(tiers):
        kind, _name = quoted(), quoted()
        assert (number(), number()) == (0, last)
        count, at = number() // 1000, -1
        for _place in range(count):
            if kind == "IntervalTier":
                start, end, label = number(), number(), quoted()
                assert start == max(at, 0), "intervals tile the whole"
                assert start < end
                at = end
                rows += [Row(start, end, label)] if label else []
            else:
                point, label = number(), quoted()
                assert at < point, "no two points at one instant"
                at = point
                rows.append(Row(point, None, label))
        assert kind != "IntervalTier" or at == last
    return rows


def read_chapters(data: bytes) -> list[Row]:
    """Metadata text of ffmpeg, its escapes undone."""
    blocks = data.decode().removeprefix(";FFMETADATA1\n").split("[CHAPTER]\nTIMEBASE=1/1000\n")[1:]
    rows: list[Row] = []
    for block in blocks:
        start, end, title = re.fullmatch(r"START=(\d+)\nEND=(\d+)\ntitle=(.*)\n", block).groups()  # type: ignore[union-attr]
        assert int(start) < int(end)
        assert not rows or rows[-1].end == int(start), "no gap"
        rows.append(Row(int(start), int(end), re.sub(r"\\(.)", r"\1", title)))
    assert rows[0].start == 0
    return [row._replace(end=None) for row in rows if row.label not in ("ON AGAIN", "BEGIN")]


READERS: Mapping[str, Callable[[bytes], list[Row]]] = {
    "express-scribe": read_express_scribe,
    "f4": read_f4,
    "nvivo": read_nvivo,
    "audacity": read_audacity,
    "vtt": read_vtt,
    "srt": read_srt,
    "otr": read_otr,
    "eaf": read_eaf,
    "textgrid": read_textgrid,
    "chapters": read_chapters,
    "taguette": read_taguette,
}
"""By the format's name."""


# --- coded text: the words of each entry, with the codes that it arrives with


class Coded(NamedTuple):
    """A passage: its words, with the stamp before them taken off, and its codes."""

    words: str
    codes: tuple[str, ...]


_STAMP = re.compile(r"\[\d\d+:\d\d:\d\d\](?: |$)")


def _unstamped(text: str) -> str:
    found = _STAMP.match(text)
    return text if found is None else text[found.end() :]


def _under_headings(blocks: list[tuple[str, str]]) -> list[Coded]:
    """Entries with the headings above them."""
    heads: dict[str, str] = {}
    found = []
    for style, text in blocks:
        match style:
            case "h1":
                heads = {"h1": text}
            case "h2":
                heads = {"h1": heads["h1"], "h2": text}
            case "h3":
                heads["h3"] = text
            case "p":
                found.append(Coded(_unstamped(text), tuple(heads.values())))
            case _:
                pass
    return found


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = {"Heading1": "h1", "Heading2": "h2", "Heading3": "h3", "Normal": "p", "Quote": "wording"}


def read_word(files: Mapping[str, bytes]) -> list[Coded]:
    """Paragraphs under Word's headings."""
    with zipfile.ZipFile(io.BytesIO(files["I1.docx"])) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314  our own
    blocks = []
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        assert style is not None
        signs = {f"{_W}br": "\n", f"{_W}tab": "\t"}
        text = "".join(signs.get(part.tag, part.text or "") for part in paragraph.iterfind(f"{_W}r/*"))
        blocks.append((_WORD[str(style.get(f"{_W}val"))], text))
    return _under_headings(blocks)


def read_maxqda(files: Mapping[str, bytes]) -> list[Coded]:
    """Lines between ``#CODE`` and ``#ENDCODE``; a line of words never stands outside."""
    text = text_of_rtf(files["coded-maxqda.rtf"])[0].rstrip("\n")
    head, *lines = text.split("\n")
    assert head == "#TEXTI1"
    found: list[Coded] = []
    while lines:
        codes = []
        while lines[0].startswith("#CODE"):
            codes.append(lines.pop(0)[5:])
        assert codes
        found.append(Coded(_unstamped(lines.pop(0)), tuple(codes)))
        for _code in codes:
            assert lines.pop(0) == "#ENDCODE"
    return found


def read_atlas(files: Mapping[str, bytes]) -> list[Coded]:
    """A paragraph a code, ``@code:`` first."""
    found = []
    for paragraph in files["I1.txt"].decode().split("\n\n")[:-1]:
        code, words = re.fullmatch(r"@([^:]+):(?: (.*))?", paragraph, re.DOTALL).groups()  # type: ignore[union-attr]
        found.append(Coded(_unstamped(words or ""), (code,)))
    return found


def read_qualcoder(files: Mapping[str, bytes]) -> list[Coded]:
    """A line an entry, codes in the second brackets."""
    found = []
    for line in files["I1.txt"].decode().split("\n")[:-1]:
        codes, words = re.fullmatch(r"\[([^\[\]]{1,63})\](?: (.*))?", _unstamped(line), re.DOTALL).groups()  # type: ignore[union-attr]
        found.append(Coded(words or "", tuple(codes.split("; "))))
    return found


def read_page(files: Mapping[str, bytes]) -> list[Coded]:
    """Paragraphs under a page's headings."""
    page = _Html()
    page.feed(re.sub("<p><em>.*?</em></p>\n", "", files["I1.html"].decode("utf-8-sig"), flags=re.DOTALL))
    page.close()
    return _under_headings(page.blocks)


_REFI = "{urn:QDA-XML:project:1.0}"


def read_project(files: Mapping[str, bytes]) -> list[Coded]:
    """Selections of a REFI-QDA project by their positions, codes by their identifiers."""
    with zipfile.ZipFile(io.BytesIO(files["project.qdpx"])) as archive:
        root = ET.fromstring(archive.read("project.qde"))  # noqa: S314  our own
        names = {str(code.get("guid")): str(code.get("name")) for code in root.iter(f"{_REFI}Code")}
        (source,) = root.iter(f"{_REFI}TextSource")
        path = str(source.get("plainTextPath")).removeprefix("internal://")
        text = archive.read(f"sources/{path}").decode()
    found = []
    for one in source.iter(f"{_REFI}PlainTextSelection"):
        start, end = int(str(one.get("startPosition"))), int(str(one.get("endPosition")))
        codes = (names[str(ref.get("targetGUID"))] for ref in one.iter(f"{_REFI}CodeRef"))
        found.append(Coded(text[start:end], tuple(codes)))
    return found


CODED_READERS: Mapping[str, Callable[[Mapping[str, bytes]], list[Coded]]] = {
    "nvivo": read_word,
    "maxqda": read_maxqda,
    "atlas": read_atlas,
    "qualcoder": read_qualcoder,
    "taguette": read_page,
    "qdpx": read_project,
}
"""By the program's name; ``qdpx`` is the project."""
