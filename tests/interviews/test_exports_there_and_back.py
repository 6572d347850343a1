"""From the log into each format and back: what was there, and what cannot be is named."""

import re
from math import floor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interviews.coding.coded_interview import CodedEntry, code_interview, codebook_of
from interviews.coding.formats import FORMATS as CODED_FORMATS
from interviews.coding.refi import write_qdpx
from interviews.core import commands as do
from interviews.core.events import NoteKind, Refusal
from interviews.core.notes import notes_to_ask_about
from interviews.marks.formats import FORMATS
from interviews.marks.mark_writing import MOMENT
from interviews.marks.recording_marks import Mark, RecordingMarks, marks_of
from tests.examples import SLOW
from tests.interop.study import HOSTILE
from tests.interviews.choir import Talk, choir, start
from tests.interviews.exports_read import CODED_READERS, READERS, Coded, Row
from tests.interviews.strategies import TEXTS
from tests.interviews.test_coding import LABELS as CODING_LABELS
from tests.interviews.test_marks import LABELS

REC = do.ToggleRecording(confirmed=True)
HARD: tuple[str, ...] = (
    *HOSTILE,
    "fra\x0bWord",
    "side\x0cskift",
    "vogn\rretur\r\nog begge",
    "null \x00 her",
    "halv \ud800 bokstav",
    "nel \x85 og \u2029 avsnitt",
    "\x1c\x1d\x1e\x1f",
    "\ufeffmerke først",
    "\ufffe og \uffff",
    "#ENDCODE",
    "#CODEB1",
    "#TEXTI9",
    "@B3 sitat: nei",
    "[B1; B2] ord",
    "[00:00:01]",
    "WEBVTT",
    "STYLE",
    "Region: x",
    ";FFMETADATA1",
    "[CHAPTER]",
    "START=1",
    "ON AGAIN",
    "MARK: x",
    "1",
    " ",
    "\n",
    "&amp;lt;",
    "--!>",
    "\\par\\'e5 {\\rtf1",
    '""',
    '"',
    "</p><h1>",
    "B1: ",
)
"""Words that are like a format's own, or that some file cannot hold."""


def held(texts: tuple[str, ...]) -> Talk:
    """An interview with these words as notes of every kind: before, in and after a recording, in files of their own."""
    talk = Talk(start().but(program="0.2.0"))
    talk.at(1, do.AskQuestion("A1"))
    kinds: tuple[NoteKind, ...] = ("note", "quote", "follow_up", "topic")
    t = 2.0
    for place, text in enumerate(texts):
        if place % 7 == 1:
            talk.at(t, REC)
        if place % 5 == 3:
            talk.at(t, do.AskQuestion(("A2", "B1", "B2")[place % 3]))
        decided = talk.decide(do.TakeNote(text, kinds[place % 4]), t)
        if not isinstance(decided, Refusal):
            talk.add(decided)
        t = round(t + (0.0, 0.0005, 1.234, 61.05)[place % 4], 4)
    talk.at(t, do.TakeNote("", "bookmark"))
    if len(texts) < 2:
        talk.at(t, REC)
    talk.at(t + 1, do.ToggleTranscribing())
    talk.at(t + 2.5, do.ToggleTranscribing())
    talk.at(t + 4, do.End())
    unsure = tuple(note.seq for note in notes_to_ask_about(talk.interview))
    if unsure:
        talk.at(t + 5, do.ClearNotes(unsure, usable=True))
    return talk


def with_line_feeds(text: str) -> str:
    """Line breaks of every kind as one."""
    return re.sub("\r\n|[\r\v\f]", "\n", text)


def bare(text: str) -> str:
    """The letters and digits alone, without the numbers that stand for control characters."""
    return re.sub(r"[\W_\ud800-\udfff]", "", re.sub(r"‹[0-9A-F]{2,4}›", "", text))


MILLISECONDS = {"express-scribe": 1000, "f4": 100, "nvivo": 100}
HAS_ENDS = ("nvivo", "audacity", "vtt", "srt", "eaf", "taguette")
WITHOUT_KIND = ("nvivo", "eaf", "textgrid")


def fits(row: Row, mark: Mark, name: str, named: dict[str, tuple[int, ...]]) -> bool:
    """Whether this is what the file has of the mark: its moment, its end, what it is about, its words."""
    unit = MILLISECONDS.get(name, 1)
    start = (floor if unit == 1000 else round)(round(mark.start * 1000, 6) / unit) * unit  # a clock shows whole seconds
    if row.start != start and not (mark.seq in named.get("moved", ()) and 0 < row.start - start <= 100):
        return False
    if name in HAS_ENDS and row.start == start:
        end = mark.start + (0 if name == "audacity" else MOMENT) if mark.end is None else mark.end
        end = max(end, mark.start + 0.1) if name == "nvivo" else end
        if row.end is None or abs(row.end - round(end * 1000 / unit) * unit) > (name == "eaf"):
            return False
    if name not in WITHOUT_KIND and not re.search(LABELS.kinds[mark.kind], row.label):
        return False
    if not all(word in row.label for word in (*mark.about, *mark.tags)):
        return False
    if any(mark.seq in seqs for code, seqs in named.items() if code not in ("moved", "tags", "stamps")):
        return bare(row.label).endswith(bare(mark.text))
    if not mark.text:
        return ":" not in re.sub(r"\[[-+][\d:.]+\]", "", row.label)
    words = with_line_feeds(mark.text)
    return row.label == words or row.label.endswith(f": {words}")


def settle(place: int, like: dict[int, list[int]], held_by: dict[int, int], tried: set[int]) -> bool:
    """Give a mark a row that is like it; who has it already takes another (what has no letters is like many)."""
    for number in like[place]:
        if number not in tried:
            tried.add(number)
            if number not in held_by or settle(held_by[number], like, held_by, tried):
                held_by[number] = place
                return True
    return False


def go_and_come_back(name: str, recording: RecordingMarks) -> None:
    written = FORMATS[name].write(recording, LABELS)
    rows = READERS[name](written.data)
    assert all(row.label.strip() for row in rows), "no label is empty"
    named = dict(written.changed)
    held_by: dict[int, int] = {}
    like = {
        place: [number for number, row in enumerate(rows) if fits(row, mark, name, named)]
        for place, mark in enumerate(recording.marks)
    }
    for place, mark in enumerate(recording.marks):
        assert settle(place, like, held_by, set()), mark
    left = [row for number, row in enumerate(rows) if number not in held_by]
    left = [row for row in left if not (name == "f4" and "WITHHELD" in row.label)]
    assert not left


@pytest.mark.parametrize("name", list(FORMATS))
def test_hard_words_come_back_from_a_file_of_marks_or_are_named(name: str) -> None:
    recordings = marks_of(held(HARD).interview)
    assert sum(len(one.marks) for one in recordings) > 40
    for one in recordings:
        go_and_come_back(name, one)


@SLOW
@pytest.mark.parametrize("name", list(FORMATS))
@given(st.lists(TEXTS, max_size=8).map(tuple))
@example(())
def test_any_words_come_back_from_a_file_of_marks_or_are_named(name: str, texts: tuple[str, ...]) -> None:
    for one in marks_of(held(texts).interview):
        go_and_come_back(name, one)


ONE_PLACE = ("nvivo", "atlas", "taguette")
"""Programs that know one code, or one heading, for a paragraph: what is about two questions stands there twice."""


def is_of(one: Coded, entry: CodedEntry, name: str, *, named: bool) -> bool:
    """Whether this passage is the entry: its words, its kind, a question that it is about where it has any."""
    same = bare(one.words) == bare(entry.text) if named else one.words == with_line_feeds(entry.text)
    kind = CODING_LABELS.kinds[entry.kind]
    if not same and (entry.text or one.words not in ("", kind)):
        return False
    codes = " ".join(one.codes)
    ids = [id for id in entry.about if re.search(rf"\b{id}\b", codes)]
    knows = len(ids) == len(entry.about) if name not in ONE_PLACE else bool(ids) or not entry.about
    return knows and (kind in codes or (name == "atlas" and entry.kind == "note"))


def go_coded(name: str, talk: Talk) -> None:
    interview = code_interview(talk.interview)
    book = codebook_of(choir(), [talk.interview])
    if name == "qdpx":
        made = write_qdpx([interview], book, CODING_LABELS, "p")
    else:
        made = CODED_FORMATS[name].write([interview], book, CODING_LABELS)
    left = CODED_READERS[name](made.files)
    named = {place.partition(":")[2] for code, places in made.named.items() if code != "repeated" for place in places}
    twice = {place.partition(":")[2] for place in made.named.get("repeated", ())}
    for entry in interview.entries:
        assert (entry.ref in twice) == (name in ONE_PLACE and len(entry.about) > 1)
        for _ in entry.about if entry.ref in twice else ("once",):
            found = next((one for one in left if is_of(one, entry, name, named=entry.ref in named)), None)
            assert found is not None, (entry, left[:5])
            left.remove(found)
    assert not left


@pytest.mark.parametrize("name", list(CODED_READERS))
def test_hard_words_come_back_from_coded_text_or_are_named(name: str) -> None:
    go_coded(name, held(HARD))


@SLOW
@pytest.mark.parametrize("name", list(CODED_READERS))
@given(st.lists(TEXTS, max_size=8).map(tuple))
def test_any_words_come_back_from_coded_text_or_are_named(name: str, texts: tuple[str, ...]) -> None:
    go_coded(name, held(texts))
