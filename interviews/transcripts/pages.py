"""HTML: noScribe's by its anchors, other pages by their paragraphs.

noScribe keeps times and speaker in the name of an anchor, ``ts_1000_5000_S00``; what somebody typed in afterwards
stands outside of any, and is talk too. Tags inside a word put no blank into it.
"""

import re
from html.parser import HTMLParser

from interviews.transcripts import lines
from interviews.transcripts.turns import Apart, Layout, Reading, Segment, count_words, fold, name_before_colon

_ANCHOR = re.compile(r"ts_(?P<start>\d+)_(?P<end>\d+)(?:_(?P<speaker>.*))?$", re.DOTALL)
_BLOCKS = frozenset(
    ("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "table", "blockquote", "pre", "body", "dt", "dd")
)
_UNSEEN = frozenset(("head", "style", "script", "title", "template"))


class _Paragraph:
    def __init__(self, line: int) -> None:
        self.line = line
        self.text = ""
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.speaker = ""


class _Page(HTMLParser):
    """The paragraphs of a page, with the anchors that are in each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs = [_Paragraph(1)]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self._new()
        elif tag in ("td", "th"):
            self.handle_data("\t")
        elif tag == "a":
            found = _ANCHOR.match(dict(attrs).get("name") or "")
            if found is not None:
                here = self.paragraphs[-1]
                here.starts.append(int(found["start"]) / 1000)
                here.ends.append(int(found["end"]) / 1000)
                here.speaker = here.speaker or found["speaker"] or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS and tag != "br":
            self._new()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.paragraphs[-1].text += data

    def _new(self) -> None:
        if self.paragraphs[-1].text.strip():
            self.paragraphs.append(_Paragraph(self.getpos()[0]))
        else:
            self.paragraphs[-1].line = self.getpos()[0]


def _paragraphs(text: str) -> list[_Paragraph]:
    page = _Page()
    page.feed(text)
    page.close()
    return [one for one in page.paragraphs if one.text.strip()]


def read_noscribe(text: str) -> Reading:
    """The paragraphs of a transcript by noScribe; what stands before the first anchor is its head."""
    segments: list[Segment] = []
    apart: list[Apart] = []
    paragraphs = _paragraphs(text)
    for one in paragraphs:
        words = " ".join(one.text.split())
        if not one.starts and not segments:
            apart.append(Apart("before", words, one.line))
            continue
        speaker = one.speaker
        told = name_before_colon(words)
        if told is not None and (one.starts or fold(told[0]) in {fold(seen.speaker) for seen in segments}):
            apart.append(Apart("name", words[: len(words) - len(told[1])], one.line))
            speaker, words = told
        elif not one.starts and segments:
            speaker = segments[-1].speaker
        start, end = min(one.starts, default=None), max(one.ends, default=None)
        segments.append(Segment(words, speaker, start, end, one.line))
    return Reading(tuple(segments), tuple(apart), sum(count_words(one.text) for one in paragraphs))


def _as_text(text: str) -> str:
    return "\n".join(" ".join(one.text.split(" ")).strip() for one in _paragraphs(text))


def words_of_page(text: str) -> str:
    """What somebody sees of a page, each paragraph on the line where it stands in the file; other text as it is."""
    if not _is_page(text):
        return text
    lines: list[str] = []
    for one in _paragraphs(text):
        lines += [""] * (one.line - 1 - len(lines))
        lines.append(" ".join(one.text.split()))
    return "\n".join(lines)


def read_page(text: str) -> Reading:
    """A page of any other program, by the layout that its paragraphs have."""
    words = _as_text(text)
    layout = next((one for one in lines.LAYOUTS if one.recognises(words)), None)
    return Reading(()) if layout is None else layout.read(words)


def _is_page(text: str) -> bool:
    return (
        re.match(
            r"\s*(?:<!DOCTYPE html|<html|<\?xml[^>]*\?>\s*<(?:!DOCTYPE )?html)", text.lstrip("\ufeff"), re.IGNORECASE
        )
        is not None
    )


LAYOUTS = (
    Layout("noscribe", lambda text: _is_page(text) and 'name="ts_' in text, read_noscribe),
    Layout(
        "html",
        lambda text: _is_page(text) and any(one.recognises(_as_text(text)) for one in lines.LAYOUTS),
        read_page,
    ),
)
