"""What differs between two guides or wordings, and why.

Two wordings word by word; two guides with what the history knows of each change: when, after which interview, why.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from guide import revise as revising
from guide.diff import Change, diff
from guide.frozen import Value
from guide.ids import rename_ids
from guide.model import Guide
from guide.revise import RevisionError
from interviews.revisions import History, RecordedChange, Revision
from interviews.study.placement import Placement, Placements
from tui.changes.describe_change import ChangeText, describe
from tui.documents.model import Line, Span
from tui.translator import Translator

_WORDS = re.compile(r"\w[\w'’-]*|\s+|[^\w\s]")
_MOST = 4_000
_LEAST = 3
"""Wordings with less than a third in common are different ones, and no word of them is worth pointing at."""

Mark = Literal["same", "gone", "new"]


class WordSpan(Value):
    """Some words that both wordings have, that only the old one had, or that only the new one has."""

    mark: Mark
    text: str


def word_spans(before: str, after: str) -> tuple[WordSpan, ...]:
    """The two wordings as one text of what stayed, went and came; texts of a book's length differ as a whole."""
    old, new = _WORDS.findall(before[:_MOST]), _WORDS.findall(after[:_MOST])
    if len(before) > _MOST or len(after) > _MOST:
        return _without_empty([("gone", before), ("new", after)])
    found: list[tuple[Mark, str]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = matcher.get_matching_blocks()
    common = sum(len(word.strip()) for start, _, size in blocks for word in old[start : start + size])
    if common * _LEAST < max(len(before), len(after)):
        return _without_empty([("gone", before), ("new", after)])
    for _, start, end, first, last in _join_neighbours(matcher.get_opcodes(), old):
        if old[start:end] == new[first:last]:
            found.append(("same", "".join(old[start:end])))
        else:
            found += [("gone", "".join(old[start:end])), ("new", "".join(new[first:last]))]
    return _without_empty(found)


def wording(before: str, after: str) -> Line:
    """Two wordings as one: what stayed, what went, what came, and a blank between these two."""
    line: list[Span] = []
    for span in word_spans(before, after):
        apart = bool(line) and line[-1].look == "gone" and span.mark == "new" and not line[-1].text[-1:].isspace()
        line.append(Span(span.text, "words" if span.mark == "same" else span.mark, close=not apart))
    return tuple(line)


def _join_neighbours(
    codes: Sequence[tuple[str, int, int, int, int]], old: list[str]
) -> list[tuple[str, int, int, int, int]]:
    """Neighbouring differences with nothing but blanks between them as one: a phrase reads better than its words."""
    done: list[tuple[str, int, int, int, int]] = []
    for place, code in enumerate(codes):
        kind, start, end, first, last = code
        blank = kind == "equal" and not "".join(old[start:end]).strip() and 0 < place < len(codes) - 1
        if done and (blank or (kind != "equal" and done[-1][0] != "equal")):
            done[-1] = ("replace", done[-1][1], end, done[-1][3], last)
        else:
            done.append(("replace" if kind != "equal" else kind, start, end, first, last))
    return done


def _without_empty(found: list[tuple[Mark, str]]) -> tuple[WordSpan, ...]:
    return tuple(WordSpan(mark, text) for mark, text in found if text)


class Side(Value):
    """One of the two guides: ``number`` is its revision, None for one that is none.

    ``counted`` are the ids that nobody wrote out.
    """

    guide: Guide
    name: str
    number: int | None = None
    counted: frozenset[str] = frozenset()


class Difference(Value):
    """A change, and the record of it where there is one."""

    told: ChangeText
    record: RecordedChange | None = None
    revision: Revision | None = None


def place_questions(a: Side, b: Side, history: History) -> Placement:
    """Where the questions of the one stand in the other: recorded revisions go by ids, and hand edits by wordings."""
    if a.number is not None and b.number is not None:
        same = {question.id: question.id for question in a.guide.questions}
        return Placement(a.guide, same)
    guides = [one.guide for one in history.revisions if one.guide is not None]
    return Placements(b.guide, b.counted, lambda: guides).of(a.guide)


def differences(a: Side, b: Side, history: History, _: Translator) -> tuple[Difference, ...]:
    """What changed from one to the other, in the order of the later guide, what is about the whole first."""
    a = a.but(guide=place_questions(a, b, history).guide)
    records = [(one, change) for one in _between(a, b, history) for change in one.changes]
    every, claimed, after_acts = list[Difference](), set[str](), a.guide
    for one, ids in _whole_acts(a.guide, b.guide, records, _):
        made = _guide_after(after_acts, b.guide, one.record)
        if made is not None:
            every, claimed, after_acts = [*every, one], claimed | ids, made
    along = [change for change in diff(a.guide, after_acts) if change.question not in claimed]
    found = _join_halves((*along, *diff(after_acts, b.guide)))
    moved = {change.question for change in found if change.kind == "moved"}
    for change in found:
        meant = _find_neighbour(change, moved, records)
        if meant is not None and b.guide.question(meant) is not None and a.guide.question(meant) is not None:
            every.append(_with_record(describe(revising.tell_move(a.guide, b.guide, meant), _), records))
        else:
            every.append(_with_record(describe(change, _), records))
    order = {question.id: place for place, question in enumerate((*b.guide.questions, *a.guide.questions))}
    order |= {question.id: place for place, question in enumerate(b.guide.questions)}
    return tuple(sorted(every, key=lambda one: order.get(one.told.question, -1)))


def _join_halves(changes: Iterable[Change]) -> Sequence[Change]:
    """What changed along with a split or a merge, and again later, as one change; none where it came back."""
    found: dict[object, Change] = {}
    for place, change in enumerate(changes):
        name = (change.question, change.key) if change.kind == "changed" else place
        before = found.pop(name, change).before
        if before != change.after or change.kind != "changed":
            found[name] = change.but(before=before)
    return tuple(found.values())


def _guide_after(before: Guide, after: Guide, record: RecordedChange | None) -> Guide | None:
    """The guide after a split or a merge alone, in the wordings of the later guide; None where that cannot be."""
    ids = () if record is None else (record.question, *record.others)
    asks = [question.ask for id in ids if (question := after.question(id)) is not None]
    try:
        if len(asks) == 1:
            return revising.merge(before, ids[0], ids[1], asks[0])
        made = revising.split(before, ids[0], asks, [one.id for one in (*before.questions, *after.questions)])
    except RevisionError:
        return None
    fresh = [one.id for one in made.questions if before.question(one.id) is None]
    spelt = [question.id for id in ids[1:] if (question := after.question(id)) is not None]
    return rename_ids(made, dict(zip(fresh, spelt, strict=True)))


def changes_since(
    a: Side, b: Side, history: History, _: Translator
) -> tuple[tuple[Revision | None, RecordedChange], ...]:
    """The changes for a table, each as it was recorded; what no revision tells of is told by the guides themselves."""
    between = _between(a, b, history)
    rows: list[tuple[Revision | None, RecordedChange]] = [(one, change) for one in between for change in one.changes]
    last = between[-1].guide if between else a.guide
    if last is not None and last != b.guide:
        last = place_questions(a.but(guide=last), b, history).guide
        rows += [(None, _as_record(describe(change, _))) for change in diff(last, b.guide)]
    return tuple(rows)


def _as_record(one: ChangeText) -> RecordedChange:
    return RecordedChange(one.question, one.kind, one.what, one.before, one.after)


def _between(a: Side, b: Side, history: History) -> Sequence[Revision]:
    """The revisions that led from the one to the other; none where they go backwards."""
    if a.number is None:
        return ()
    last = b.number if b.number is not None else history.revisions[-1].number if history.revisions else 0
    return [one for one in history.revisions if a.number < one.number <= last]


def _whole_acts(
    before: Guide, after: Guide, records: Sequence[tuple[Revision, RecordedChange]], _: Translator
) -> Iterator[tuple[Difference, set[str]]]:
    """Splits and merges that were recorded and still show, and the ids that they speak for."""
    for revision, change in records:
        there = [id for id in (change.question, *change.others) if after.question(id) is not None]
        was = [id for id in (change.question, *change.others) if before.question(id) is not None]
        all_ids = {change.question, *change.others}
        if change.kind == "split" and was == [change.question] and len(there) == len(all_ids):
            one = describe(revising.tell_split(before, after, change.question, change.others), _)
            yield Difference(one, change, revision), all_ids
        if change.kind == "merged" and there == [change.question] and len(was) == len(all_ids) == 2:
            one = describe(revising.tell_merger(before, after, change.question, change.others[0]), _)
            yield Difference(one, change, revision), all_ids


def _find_neighbour(change: Change, moved: set[str], records: Sequence[tuple[Revision, RecordedChange]]) -> str | None:
    """Of two neighbours that changed places, the one that was recorded as moved, where it is not this one."""
    if change.kind != "moved":
        return None
    recorded = {record.question for _, record in records if record.kind == "moved"} - moved
    beside = [id for id in (change.after.follows, change.after.precedes) if id in recorded]
    return beside[0] if beside and change.question not in {record.question for _, record in records} else None


def _with_record(one: ChangeText, records: Sequence[tuple[Revision, RecordedChange]]) -> Difference:
    """A change with the last record that speaks of the same."""
    for revision, change in reversed(records):
        same = change.question == one.question and change.kind == one.kind
        if same and (one.kind != "probe_added" or change.after == one.after):
            return Difference(one, change, revision)
    return Difference(one)
