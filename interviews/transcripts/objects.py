"""JSON and JSON lines, whatever their fields are called.

Whisper, whisperx, whisper.cpp, Teams and Stream, and what is built alike. Somewhere in such a file is a list of objects
with words in them; names of fields and units of time differ. So the longest list of objects that have words is taken,
and its fields by what they are called.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from interviews.transcripts.turns import Apart, Layout, Reading, Segment, count_words, seconds_of

_WORDS = ("text", "spokenText", "turn_text", "utterance", "transcript", "content", "display", "sentence", "punctuated")
_SPEAKER = (
    "speaker", "speakerName", "speakerDisplayName", "speaker_name", "speaker_label", "speakerLabel", "user_name",
    "name", "speakerId", "speaker_id", "participant",
)  # fmt: skip
_STARTS = ("start", "startOffset", "start_time", "startTime", "startDateTime", "begin", "from", "offset", "ts", "t")
_ENDS = ("end", "endOffset", "end_time", "endTime", "endDateTime", "to")
_DEEPEST = 12


def read_json(text: str) -> Reading:
    """The objects that say something, in their order."""
    items = _items(_load(text))
    segments: list[Segment] = []
    apart: list[Apart] = []
    milliseconds = _are_milliseconds(items)
    for number, item in enumerate(items, 1):
        words, speaker = _words(item), _speaker(item)
        start, end = (_time(item, names, milliseconds=milliseconds) for names in (_STARTS, _ENDS))
        if not words.strip():
            apart.append(Apart("empty", "", number))
        segments.append(Segment(" ".join(words.split("\n")), speaker, start, end, number))
    return Reading(tuple(segments), tuple(apart), sum(count_words(_words(item)) for item in items))


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        # Each line may be an object of its own; what breaks off is none, and is not half read.
        by_line = text.lstrip("\ufeff \n\t")[:1] not in ("{", "[") or line_of_fault(text) == 0
        return list(_lines(text)) if by_line else None


def line_of_fault(text: str) -> int:
    """The first line that is no object of its own, counted from 1; 0 where all that have words are."""
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        try:
            if line.strip() and not isinstance(json.loads(line), dict):
                return number
        except (ValueError, RecursionError):
            return number
    return 0


def _lines(text: str) -> Iterator[Any]:
    """The objects of JSON lines; lines that are none are passed over, as in a caption whose cues are objects."""
    times: dict[str, str] = {}
    for line in text.split("\n"):
        if "-->" in line:
            start, _, end = line.partition("-->")
            times = {"start": start.strip(), "end": end.split()[0] if end.split() else ""}
        elif line.strip()[:1] == "{":
            try:
                told = json.loads(line)
            except (ValueError, RecursionError):
                continue
            yield {**told, **times} if isinstance(told, dict) else told
            times = {}


def _items(value: Any) -> list[Mapping[str, Any]]:
    """The longest list of objects that have words; of lists as long as each other the one found first."""
    best: list[Mapping[str, Any]] = []
    for found in _lists(value, 0):
        items = [one for one in found if isinstance(one, Mapping) and _has_words(one)]
        if len(items) > len(best) and 2 * len(items) >= len(found):
            best = items
    return best


def _lists(value: Any, depth: int) -> Iterator[Sequence[Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        if any(isinstance(one, Mapping) for one in value):
            yield value
            if any(isinstance(one, Mapping) and _has_words(one) for one in value):
                return  # what is inside a piece of talk are its words one by one
        for one in value:
            yield from _lists(one, depth + 1)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _lists(one, depth + 1)


def _has_words(item: Mapping[str, Any]) -> bool:
    return any(isinstance(item.get(name), str) for name in _WORDS)


def _words(item: Mapping[str, Any]) -> str:
    return next((item[name] for name in _WORDS if isinstance(item.get(name), str)), "")


def _speaker(item: Mapping[str, Any]) -> str:
    for name in _SPEAKER:
        told = item.get(name)
        if isinstance(told, Mapping):
            told = next((told[one] for one in ("name", "displayName", "id") if told.get(one)), None)
        if isinstance(told, str | int) and not isinstance(told, bool) and str(told).strip():
            return " ".join(str(told).split())
    return ""


def _time(item: Mapping[str, Any], names: Sequence[str], *, milliseconds: bool) -> float | None:
    for name in names:
        told = item.get(name)
        if told is None and name in ("from", "to"):
            told = next(
                (
                    inner[name]
                    for one in ("timestamps", "offsets")
                    if isinstance(inner := item.get(one), Mapping) and name in inner
                ),
                None,
            )
            if isinstance(told, int | float):
                told = told / 1000
                milliseconds = False
        if isinstance(told, bool):
            continue
        if isinstance(told, int | float) and 0 <= told < 10**9:
            return round(float(told) / (1000 if milliseconds else 1), 3)
        if isinstance(told, str):
            found = seconds_of(told)
            if found is not None:
                return found
            try:
                return round(max(0.0, float(told.removesuffix("s"))), 3)
            except (ValueError, OverflowError):
                continue
    return None


def _are_milliseconds(items: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the times are whole numbers too large to be seconds: nobody speaks one sentence for ten minutes."""
    found = [
        item.get(name)
        for item in items
        for name in ("start", "start_time", "startTime", "offset", "begin")
        if name in item
    ]
    numbers = [one for one in found if isinstance(one, int | float) and not isinstance(one, bool)]
    if len(numbers) < 2 or any(one != int(one) for one in numbers if abs(one) < 10**15):
        return False
    return (max(numbers) - min(numbers)) / (len(numbers) - 1) > 600


def _is_json(text: str) -> bool:
    begun = text.lstrip("\ufeff \n\t")[:1]
    if begun not in ("{", "["):
        return (
            "{" in text
            and text.lstrip("\ufeff \n\t").startswith("WEBVTT")
            and '"spokenText"' in text
            and bool(_items(_load(text)))
        )
    return bool(_items(_load(text)))


LAYOUTS = (Layout("json", _is_json, read_json),)
