"""Restoring a log's damaged first line.

One bad byte there must not hide an interview.

What the line still gives counts first, then the file's name, then the study's guide, and last the ids in the log.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from guide.frozen import NOTHING, Value
from guide.model import Guide
from guide.reading import read_guide_file
from guide.serialize import guide_from_copy, guide_to_dict, questions_in
from interviews.core.codec import MOST, BadRecord, Vocabulary, decode, to_json
from interviews.core.events import Event, Mode, Started, ids_named
from interviews.revisions import read_history

_CODE = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")
_MODES: Mapping[str, Mode] = {"P": "pilot", "T": "practice"}
_INSTEAD = '",:{}[]0.\ufffd'
_BACK = 12  # characters before the place at which JSON stumbles
_TEXTS = ("wall", "boot", "program", "mode", "pilot", "participant", "interview", "nonce", "interviewer")
_NUMBERS = ("clock", "t")
_FLAGS = ("follows",)
_Document = Mapping[str, Any]


class Restored(Value):
    """A start, and how it came about: ``code`` is spoken by ``tui``, ``facts`` fill its sentence."""

    start: Event
    code: str
    facts: Mapping[str, str] = NOTHING


def restore_start(
    head: Sequence[bytes], file: str, events: Sequence[Event], vocabulary: Vocabulary, study: Path | None
) -> Restored | None:
    """The start of a log whose first line cannot be read.

    ``head`` are the damaged lines at its beginning, none where it is missing; ``events`` what else the log holds.
    """
    text = "\ufffd".join(line.decode("utf-8", "replace") for line in head)
    record = _repair(text)
    fields = _fields(record if record is not None else _loose(text))
    name = PurePath(file).stem
    fields |= {"seq": 0, "type": vocabulary.start.type, "format": vocabulary.format}
    if vocabulary.start is not Started:
        if not fields["wall"] and "clock" not in fields:
            return None  # an observation that lies nowhere beside its interview
        return _decode_start(fields | {"interview": name}, vocabulary, "log_start_restored")
    code = _CODE.match(name)
    if code is not None:
        fields["participant"] = code[0]
    fields.setdefault("participant", "")
    fields.setdefault("mode", _MODES.get(name[:1], "live"))
    copy = _copy(record, text)
    if copy is not None:
        return _decode_start(fields | {"guide": copy}, vocabulary, "log_start_restored")
    found = _study_guide(study, events, text)
    if found is not None:
        guide, source = found
        return _decode_start(
            fields | {"guide": guide_to_dict(guide.as_held)}, vocabulary, "log_start_study", {"guide": source}
        )
    part = _first_part(text)
    if part is not None:
        return _decode_start(fields | {"guide": part}, vocabulary, "log_start_part")
    return _decode_start(fields | {"guide": _bare(name, events)}, vocabulary, "log_start_ids")


def restore_guide(started: Started, file: str, events: Sequence[Event], study: Path | None) -> Restored | None:
    """The start with another guide, where its own copy holds no question at all; None where it does."""
    if guide_from_copy(started.guide) is not None:
        return None
    found = _study_guide(study, events, to_json(started.guide))
    if found is not None:
        guide, source = found
        return Restored(started.but(guide=guide_to_dict(guide.as_held)), "log_guide_study", {"guide": source})
    return Restored(started.but(guide=_bare(PurePath(file).stem, events)), "log_guide_ids")


def restore_ids(started: Started, events: Sequence[Event]) -> Started | None:
    """The start with the ids that the log's acts are about; None where its copy of the guide has them all.

    An id that no question has, though an act names it, was one that a damaged byte made another.
    """
    guide = guide_from_copy(started.guide)
    known = {question.id for question in guide.questions} if guide is not None else set()
    copy = json.loads(to_json(started.guide))
    questions, named = list(questions_in(copy)), set(ids_named(events))
    changed = False
    for lost in dict.fromkeys(one for one in ids_named(events) if one not in known):
        own = [str(question.get("id", "")) for question in questions]
        unsure = [at for at, id in enumerate(own) if id not in named or own.count(id) > 1]
        near = [at for at in unsure if _is_one_byte_off(own[at], lost)]
        if near:  # of two that have the same id by now the one in whose place the lost one belongs
            questions[near[-1] if own[near[-1]] < lost else near[0]]["id"] = lost
            changed = True
    return started.but(guide=copy) if changed else None


def _is_one_byte_off(one: str, other: str) -> bool:
    """Whether one character that was changed, lost or doubled makes one of the other."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one != other and any(
        one[start + mine :] == other[start + theirs :] for mine, theirs in ((1, 1), (1, 0), (0, 1))
    )


def _decode_start(
    fields: dict[str, object], vocabulary: Vocabulary, code: str, facts: Mapping[str, str] = NOTHING
) -> Restored | None:
    """The start with these fields; those that it cannot have are left out."""
    while True:
        try:
            return Restored(decode(fields, vocabulary.types), code, facts)
        except BadRecord as bad:
            wrong = bad.facts.get("field", "")
            if bad.code != "log_wrong_value" or wrong not in fields:
                return None
            del fields[wrong]
            if wrong == "mode":
                fields["mode"] = "live"


def _repair(text: str) -> _Document | None:
    """The object that a text was before one of its characters was damaged; None where no change of one gives it."""
    for tried in _tries(text):
        try:
            found = json.loads(tried)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    return None


def _tries(text: str) -> Iterator[str]:
    yield text
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        for at in range(min(error.pos, len(text) - 1), max(error.pos - _BACK, -1), -1):
            for sign in _INSTEAD:
                yield text[:at] + sign + text[at + 1 :]
    except (ValueError, RecursionError):
        return


def _loose(text: str) -> dict[str, object]:
    """The single fields that can be made out in a text that is no JSON."""
    found: dict[str, object] = {}
    for name in _TEXTS:
        match = re.search(rf'"{name}":\s*("(?:[^"\\\ufffd]|\\.)*")', text)
        if match is not None:
            found[name] = json.loads(match[1])
    for name in _NUMBERS:
        match = re.search(rf'"{name}":\s*([0-9]+(?:\.[0-9]+)?)', text)
        if match is not None:
            found[name] = float(match[1])
    return found


def _fields(record: _Document) -> dict[str, object]:
    """Those of a start's fields that have the kind of value that they should; the time is 0 where it is unknown."""
    texts = {name: record[name] for name in _TEXTS if isinstance(record.get(name), str)}
    numbers = {name: float(record[name]) for name in _NUMBERS if _is_number(record.get(name))}
    flags = {name: record[name] for name in _FLAGS if isinstance(record.get(name), bool)}
    return {"wall": "", "t": 0.0} | texts | numbers | flags


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MOST


def _copy(record: _Document | None, text: str) -> _Document | None:
    """The whole copy of the guide, if the damage left it."""
    documents: list[object] = []
    if record is not None:
        documents = [record.get("guide"), *(value for value in record.values() if isinstance(value, dict))]
    else:
        match = re.search(r'"guide":\s*', text)
        try:
            documents = [json.JSONDecoder().raw_decode(text, match.end())[0]] if match is not None else []
        except (ValueError, RecursionError):
            documents = []
    return next((one for one in documents if isinstance(one, dict) and guide_from_copy(one) is not None), None)


def _first_part(text: str) -> _Document | None:
    """The copy of the guide up to the damage, its open lists and objects closed there."""
    match = re.search(r'"guide":\s*', text)
    if match is None:
        return None
    text = text[match.end() :]
    closers: list[str] = []
    safe: list[str] = []
    for found in re.finditer(r'"(?:[^"\\]|\\.)*"|[{}\[\],]', text):
        sign = found[0]
        if sign in "{[":
            closers.append("}" if sign == "{" else "]")
        elif sign in "}]":
            if not closers or closers.pop() != sign:
                break
            safe.append(text[: found.end()] + "".join(reversed(closers)))
    for tried in reversed(safe[-200:]):
        try:
            document = json.loads(tried)
        except (ValueError, RecursionError):
            continue
        if isinstance(document, dict) and guide_from_copy(document) is not None:
            return document
    return None


def _study_guide(study: Path | None, events: Sequence[Event], text: str) -> tuple[Guide, str] | None:
    """The study's guide, or the revision of it that knows most of the log's ids and has most of the line's wordings."""
    if study is None:
        return None
    now = read_guide_file(study / "guide.yaml", "guide.yaml").guide
    found = [(now, "guide.yaml")] if now is not None else []
    revisions = read_history(study).revisions
    found += [(one.guide, f"revisions/{one.number}.yaml") for one in reversed(revisions) if one.guide is not None]
    ids = set(ids_named(events))

    def fitting(one: tuple[Guide, str]) -> tuple[int, int]:
        known = {question.id for question in one[0].questions}
        return len(ids & known), sum(1 for question in one[0].questions if to_json(question.ask)[1:-1] in text)

    return max(found, key=fitting, default=None)


def _bare(name: str, events: Sequence[Event]) -> _Document:
    """A guide of nothing but the ids in the log, so that its notes can be read."""
    ids = list(dict.fromkeys(ids_named(events))) or ["Q1"]
    return {"title": name, "sections": [{"title": "", "questions": [{"id": id, "ask": id} for id in ids]}]}
