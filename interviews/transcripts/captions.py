"""Captions: WebVTT and SRT, read without losing words.

Read by ourselves, for each library loses some. A `<` that begins no known tag, a line that is only a number, braces:
all of these are words. What is kept apart are names, times, identifiers, notes and styles.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from interviews.transcripts.turns import (
    Apart,
    Layout,
    Reading,
    Segment,
    count_words,
    seconds_of,
    speakers_in,
    split_name,
)

ARROW = re.compile(
    r"\s*(?P<start>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-{1,3}>\s*(?P<end>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})(?P<settings>.*)$"
)
_TAG = re.compile(
    r"</?(?:v|c|i|b|u|s|ruby|rt|lang|font)(?:[.\s][^<>\n]*)?>|<\d{1,3}:\d{2}(?::\d{2})?\.\d{3}>", re.IGNORECASE
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:\s+(?P<name>[^<>\n]*))?>$", re.IGNORECASE)
_STYLE = re.compile(r"\{\\[^{}\n]*\}")
_MARKUP = re.compile(rf"(?:{_TAG.pattern}|{_STYLE.pattern})", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">", "nbsp": "\xa0", "lrm": "\u200e", "rlm": "\u200f", "quot": '"', "apos": "'"}
_ZOOM = re.compile(r'\d+\s+"(?P<name>[^"\n]+)"\s+\(\d+\)$')
_SET_APART = ("NOTE", "STYLE", "REGION")
_BEFORE_VOICE = re.compile(r"[\s\-–—]*")

Voices = Literal["everywhere", "first", "nowhere"]
"""Where a ``<v name>`` is a voice: wherever it stands, only where a line or a voice begins, or never."""


class _Cue:
    """One cue being read."""

    def __init__(self, line: int, start: float | None, end: float | None, speaker: str = "") -> None:
        self.line, self.start, self.end, self.speaker = line, start, end, speaker
        self.words: list[tuple[int, str]] = []


def read_vtt(text: str) -> Reading:
    """The cues of a WebVTT file."""
    lines = text.split("\n")
    apart: list[Apart] = []
    cues: list[_Cue] = []
    for block in _blocks(lines):
        number, first = block[0]
        arrow = next((place for place, (_, line) in enumerate(block[:2]) if ARROW.match(line)), None)
        if arrow is None:
            head = number == 1 or (not cues and not apart and first.lstrip("\ufeff").startswith("WEBVTT"))
            if head or re.match(rf"(?:{'|'.join(_SET_APART)})(?:\s|$)", first):
                apart += [Apart("header" if head else "note", line, at) for at, line in block]
            elif cues:
                cues[-1].words += block  # an empty line inside a cue: its words go on
            else:
                cues.append(_Cue(number, None, None))
                cues[-1].words += block
            continue
        cue = _begin(block[arrow], apart)
        if arrow:
            zoom = _ZOOM.match(first.strip())
            cue.speaker = zoom["name"] if zoom is not None else ""
            apart.append(Apart("identifier", first, number))
        cue.words += block[arrow + 1 :]
        cues.append(cue)
    return _reading(cues, apart, text, _voices_of_vtt(cues))


def _voices_of_vtt(cues: Sequence[_Cue]) -> Voices:
    """Where names are told in another way, what looks like a voice inside a sentence is words."""
    texts = [one.text for cue in cues for one in _pieces(cue, [], "first") if not one.speaker]
    return "first" if any(cue.speaker for cue in cues) or speakers_in(texts) else "everywhere"


def _blocks(lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """The lines between empty ones, each with its number; an arrow begins a block though no empty line is before it."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            if block:
                yield block
            block = []
            continue
        begun = any(ARROW.match(one) for _, one in block)
        if begun and ARROW.match(line):
            yield block
            block = []
        block.append((number, line))
    if block:
        yield block


def _begin(told: tuple[int, str], apart: list[Apart]) -> _Cue:
    number, line = told
    found = ARROW.match(line)
    apart.append(Apart("time", line, number))
    if found is None:
        return _Cue(number, None, None)
    return _Cue(number, seconds_of(found["start"]), seconds_of(found["end"]))


def read_srt(text: str) -> Reading:
    """The cues of an SRT file."""
    lines = text.split("\n")
    apart: list[Apart] = []
    cues: list[_Cue] = []
    arrows = [place for place, line in enumerate(lines) if ARROW.match(line)]
    counters = set(_counters(lines, arrows))
    for place, line in enumerate(lines):
        if ARROW.match(line):
            cues.append(_begin((place + 1, line), apart))
        elif place in counters:
            apart.append(Apart("number", line, place + 1))
        elif line.strip():
            if not cues:
                cues.append(_Cue(place + 1, None, None))
            cues[-1].words.append((place + 1, line))
    return _reading(cues, apart, text, _voices_of_srt(cues))


def _voices_of_srt(cues: Sequence[_Cue]) -> Voices:
    """SRT knows no voices: where most cues begin with one a program wrote them so, and elsewhere they are words."""
    said = [cue.words[0][1] for cue in cues if cue.words]
    begun = sum(any(map(_VOICE.match, (tag.group() for tag in _tags(line, "first")))) for line in said)
    return "everywhere" if 2 * begun > len(said) else "nowhere"


def _counters(lines: Sequence[str], arrows: Sequence[int]) -> Iterator[int]:
    """The lines that number a cue: right before its times, and first in its block or the number that is due."""
    due = None
    for place in arrows:
        line = lines[place - 1].strip().lstrip("\ufeff") if place else ""
        if line.isdecimal():
            first = place < 2 or not lines[place - 2].strip()
            if first or int(line) == due:
                yield place - 1
                due = int(line)
        due = None if due is None else due + 1


def _tags(line: str, voices: Voices) -> list[re.Match[str]]:
    """The mark-up of a line; a voice that is none is left where it stands, and its end too."""
    found: list[re.Match[str]] = []
    words = ""  # since the line, or the voice before, ended
    at = said = 0
    for tag in _MARKUP.finditer(line):
        words += line[at : tag.start()]
        at = tag.end()
        ends = tag.group().casefold() == "</v>"
        if ends or _VOICE.match(tag.group()):
            inside = voices == "first" and not _BEFORE_VOICE.fullmatch(words)
            if voices == "nowhere" or (said > 0 if ends else inside):
                said += -1 if ends else 1
                words += tag.group()
                continue
            words = "" if ends else words
        found.append(tag)
    return found


def _reading(cues: Sequence[_Cue], apart: list[Apart], text: str, voices: Voices) -> Reading:
    pieces = [piece for cue in cues for piece in _pieces(cue, apart, voices)]
    unnamed = [one.text for one in pieces if not one.speaker]
    names = speakers_in(unnamed) if 2 * len(unnamed) > len(pieces) else frozenset()
    segments: list[Segment] = []
    for one in pieces:
        name, words = split_name(one.text, names) if names and not one.speaker else ("", one.text)
        if name:
            apart.append(Apart("name", one.text[: len(one.text) - len(words)], one.line))
        elif names and segments and not one.speaker:
            name = segments[-1].speaker  # a caption that goes on
        if not words.strip():
            apart.append(Apart("empty", "", one.line))
        segments.append(one.but(speaker=name or one.speaker, text=words))
    empty = [Apart("empty", "", cue.line) for cue in cues if not any(line.strip() for _, line in cue.words)]
    return Reading(tuple(segments), (*apart, *empty), sum(_count_line(line, voices) for line in text.split("\n")))


def _count_line(line: str, voices: Voices) -> int:
    """The words of a line and those of its mark-up."""
    tags = _tags(line, voices)
    words = line
    for tag in reversed(tags):
        words = words[: tag.start()] + words[tag.end() :]
    return count_words(_unescape(words)) + sum(count_words(tag.group()) for tag in tags)


def _pieces(cue: _Cue, apart: list[Apart], voices: Voices) -> Iterator[Segment]:
    """What a cue says, each voice apart; tags are set apart, entities decoded once."""
    speaker = cue.speaker
    texts: list[str] = []
    began = cue.line
    for number, line in cue.words:
        at = 0
        line_text = ""
        for tag in _tags(line, voices):
            line_text += line[at : tag.start()]
            at = tag.end()
            apart.append(Apart("markup", tag.group(), number))
            voice = _VOICE.match(tag.group())
            if voice is not None:
                texts.append(line_text)
                if _join_texts(texts):
                    yield Segment(_join_texts(texts), speaker, cue.start, cue.end, began)
                texts, line_text = [], ""
                speaker, began = _unescape(" ".join((voice["name"] or "").split())), number
            elif tag.group().casefold() == "</v>":
                texts.append(line_text)
                if _join_texts(texts):
                    yield Segment(_join_texts(texts), speaker, cue.start, cue.end, began)
                texts, line_text, speaker = [], "", cue.speaker
        texts.append(line_text + line[at:])
    if _join_texts(texts):
        yield Segment(_join_texts(texts), speaker, cue.start, cue.end, began)


def _join_texts(texts: Sequence[str]) -> str:
    joined = " ".join(one.strip() for one in texts if one.strip())
    return _unescape(joined).replace("\\{", "{").replace("\\}", "}")


def _unescape(text: str) -> str:
    return _ENTITY.sub(_sign, text) if "&" in text else text


def _sign(found: re.Match[str]) -> str:
    name = found.group()[1:-1]
    if not name.startswith("#"):
        return _SIGNS[name]
    code = int(name.removeprefix("#x"), base=16) if name[1:2] == "x" else int(name[1:])
    return chr(code) if 31 < code < 0xD800 or 0xDFFF < code < 0x110000 else found.group()


def _is_vtt(text: str) -> bool:
    return text.lstrip("\ufeff \n\t").startswith("WEBVTT")


def _is_srt(text: str) -> bool:
    return not _is_vtt(text) and any(map(ARROW.match, text[:20_000].split("\n")))


LAYOUTS = (
    Layout("vtt", _is_vtt, read_vtt),
    Layout("srt", _is_srt, read_srt),
)
