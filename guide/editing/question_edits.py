"""Edits of a guide's text by acts of revising.

They go question by question. A question is a chunk of lines: it stays, goes, or moves as it stands, and in it a key at
a time says something else. A question in a form that nobody thought of is written anew, in block style below its
comments.
"""

from collections.abc import Mapping, Sequence

from guide.editing.list_edits import Slot, chunks, flow_text, is_spaced, loose, make_empty, relist, shift_chunk
from guide.editing.value_edits import Wanted, delete, entry_before, put_in_flow, put_keys, put_lines, put_text
from guide.editing.yaml_text import CannotError, Edits, OpenUpError, YamlSpan, YamlText, has_names
from guide.frozen import NOTHING, Value
from guide.model import Guide, Question
from guide.problems import fold_case
from guide.schema import GUIDE_KEYS, QUESTION_KEYS
from guide.write import guide_block, is_bare, question_item, question_shapes
from guide.yaml_shapes import STEP, Block, KeyShape, Shape, comment_lines, entry_lines, item_lines

Place = tuple[int, int]
"""A list of questions, the sections' in their order and the closing last, and a place in it, both from 0."""


def lists_of(guide: Guide) -> list[tuple[Question, ...]]:
    """The questions of each section, and the closing's."""
    return [*(section.questions for section in guide.sections), guide.closing]


def places_in(guide: Guide) -> dict[str, Place]:
    """Where each question stands, by its folded id."""
    return {
        fold_case(question.id): (number, place)
        for number, questions in enumerate(lists_of(guide))
        for place, question in enumerate(questions)
    }


class Revised(Value):
    """A guide as it stands in a text, and as acts left it: the sections are the same, and all that is not questions.

    ``sources`` tell where a question stood, and ``numbered`` are the ids that reading would give if none were written
    out, both by folded id. ``merged`` are the ids of those that went into another, with that one's.
    """

    before: Guide
    after: Guide
    sources: Mapping[str, Place]
    numbered: Mapping[str, str]
    merged: Mapping[str, str] = NOTHING

    def source(self, question: Question) -> Place | None:
        """Where a question stood, None for a new one."""
        return self.sources.get(fold_case(question.id))

    def stays(self, number: int) -> bool:
        """Whether a list holds the same questions in the same order."""
        places = [self.source(question) for question in lists_of(self.after)[number]]
        return places == [(number, place) for place in range(len(lists_of(self.before)[number]))]

    def usual(self, number: int) -> tuple[str, ...]:
        """What a question of a list serves unless it says otherwise."""
        return self.after.sections[number].serves if number < len(self.after.sections) else ()


class _Home(Value):
    """A list of questions in the text, under its key."""

    key: YamlSpan
    questions: YamlSpan

    @property
    def is_block(self) -> bool:
        """Whether it holds any, one a line."""
        return bool(self.questions.items) and not self.questions.flow


def _homes(page: YamlText, guide: Guide) -> list[_Home | None]:
    """The lists as they stand in the text; None for a closing that there is not."""
    sections = page.root.get("sections")
    items = () if sections is None else sections.items
    if len(items) != len(guide.sections):
        raise CannotError
    closing = next((entry for entry in page.root.entries if entry[0].text == "closing"), None)
    found = [next(entry for entry in item.entries if entry[0].text == "questions") for item in items]
    return [*(_Home(*entry) for entry in found), None if closing is None else _Home(*closing)]


def put_fields(page: YamlText, revised: Revised, *, anew: bool) -> Edits:
    """What questions say otherwise, and the advice that is overruled for all of them.

    With ``anew`` each of these questions is written anew, and each that others may refer to or that refers to others.
    """
    edits = Edits()
    homes = _homes(page, revised.before)
    for number, home in enumerate(homes):
        if home is not None and home.questions.flow and home.questions.parts and not revised.stays(number):
            raise OpenUpError(home.questions)
    for number, questions in enumerate(lists_of(revised.after)):
        for new in questions:
            source = revised.source(new)
            home = None if source is None else homes[source[0]]
            if source is not None and home is not None:
                _question(page, edits, home.questions, source, new, revised, number, anew=anew)
    if revised.before.accepted != revised.after.accepted:
        shape = next(entry.value for entry in guide_block(revised.after).entries if entry.key == "accepted")
        wanted = Wanted(shape, tuple(revised.before.accepted.items()), tuple(revised.after.accepted.items()))
        put_keys(page, edits, page.root, {"accepted": wanted}, tuple(GUIDE_KEYS))
    return edits


def _question(
    page: YamlText,
    edits: Edits,
    home: YamlSpan,
    source: Place,
    new: Question,
    revised: Revised,
    number: int,
    *,
    anew: bool,
) -> None:
    piece, usual = home.items[source[1]], revised.usual(number)
    old = lists_of(revised.before)[source[0]][source[1]]
    shifts = revised.numbered.get(fold_case(new.id)) != new.id
    closing = len(revised.before.sections)
    moved = (source[0] == closing) != (number == closing)
    wanted = _question_keys(piece, old, new, question_shapes(new, usual), shifts=shifts, moved=moved)
    changes = shifts or old != new
    own, is_odd = Edits(), (changes or has_names(piece)) if anew else (changes and piece.kind not in ("map", "text"))
    try:
        if piece.kind == "map":
            put_keys(page, own, piece, wanted, tuple(QUESTION_KEYS))
        elif piece.kind == "text":
            _bare(page, own, home, piece, new, {key: one.shape for key, one in wanted.items() if one is not None})
    except OpenUpError:
        if not is_odd:
            raise
    except CannotError:
        is_odd = True
    edits.add(_write_anew(page, home, source[1], new, usual) if is_odd else own)


def _write_anew(page: YamlText, home: YamlSpan, place: int, new: Question, usual: tuple[str, ...]) -> Edits:
    """A question in block style in the place of its lines, below the comments that they have."""
    if home.flow:
        raise OpenUpError(home)
    edits, column, piece = Edits(), page.column_of(home), home.items[place]
    chunk = chunks(page, home)[place]
    start, end = page.starts[chunk.head], page.starts[chunk.end]
    before, behind = page.comments_between(start, piece.start), page.comments_between(piece.end, end)
    said = tuple(comment for _, comment in (*before, *page.comments(piece), *behind))
    lines = (*comment_lines(said, column), *item_lines(question_item(new, usual), column))
    edits.put(start, end, page.as_lines(lines))
    return edits


def _question_keys(
    piece: YamlSpan, old: Question, new: Question, shapes: Mapping[str, Shape], *, shifts: bool, moved: bool
) -> dict[str, Wanted | None]:
    """The keys of a question that have to say something else; ``moved``: into the closing or out of it."""
    wanted: dict[str, Wanted | None] = {}
    for name, key in QUESTION_KEYS.items():
        before, after = getattr(old, key.field), getattr(new, key.field)
        shape = shapes.get(name)
        if name == "ask" and piece.kind == "text":
            continue
        if piece.get(name) is None:
            if shape is not None and (name != "id" or shifts):
                wanted[name] = Wanted(shape)
        elif before != after or (moved and key.not_in == "closing"):
            shape = after if key.kind == "label" else shape
            wanted[name] = None if shape is None else Wanted(shape, _values(before), _values(after))
    return wanted


def _values(value: object) -> tuple[object, ...]:
    """What a list or a mapping holds."""
    return tuple(value.items()) if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()


def _bare(
    page: YamlText, edits: Edits, home: YamlSpan, piece: YamlSpan, new: Question, shapes: Mapping[str, Shape]
) -> None:
    """A question that was a bare wording, in other words or with keys."""
    reworded = piece.text.strip() != new.ask
    if not shapes and is_bare(new.ask, QUESTION_KEYS):
        if reworded:
            put_text(page, edits, piece, new.ask, 0 if home.flow else page.column_of(home), home if home.flow else None)
        return
    shapes = {key: new.ask if key == "ask" else shapes[key] for key in QUESTION_KEYS if key == "ask" or key in shapes}
    if home.flow:
        block = Block(tuple(KeyShape(key, shape) for key, shape in shapes.items()))
        put_in_flow(page, edits, piece, flow_text(block), home)
    else:
        _with_keys(page, edits, piece, new.ask if reworded else None, shapes)


def _with_keys(page: YamlText, edits: Edits, piece: YamlSpan, ask: str | None, shapes: Mapping[str, Shape]) -> None:
    """A bare wording behind a dash as a mapping, the wording itself as it is written unless there is a new one."""
    column = page.column(piece.start)
    lines = {key: list(entry_lines(KeyShape(key, shape), column)) for key, shape in shapes.items()}
    first, last = page.line_of(piece.start), page.line_of(max(piece.end - 1, piece.start))
    head = "".join(f"{line[column:]}{page.newline}{' ' * column}" for line in lines.get("id", ()))
    if ask is not None and first != last:
        comments = (*(comment for _, comment in page.comments(piece)), page.tail(piece).strip())
        start, *more = lines["ask"]
        said = "".join(f"  {comment}" for comment in comments if comment)
        new = page.newline.join((f"{head}{start[column:]}{said}", *more))
        edits.put(piece.start, page.line_end(piece.end - 1), new)
    else:
        edits.put(piece.start, piece.start, f"{head}ask: ")
        if ask is not None:
            put_text(page, edits, piece, ask, column)
        for line in range(first + 1, last + 1):
            if page.line(line).strip():
                edits.put(page.starts[line], page.starts[line], " " * STEP)
    rest = [line for key, shown in lines.items() if key not in ("id", "ask") for line in shown]
    edits.put(page.starts[last + 1], page.starts[last + 1], page.as_lines(rest))


def put_comments(page: YamlText, revised: Revised) -> Edits:
    """What stood beside questions that were merged, above those in the text that they went into."""
    edits = Edits()
    homes = _homes(page, revised.before)
    for question in revised.after.questions:
        source = revised.source(question)
        home = None if source is None else homes[source[0]]
        comments = _merged_comments(page, homes, revised, question)
        if source is None or home is None or not comments:
            continue
        if home.questions.flow:
            raise OpenUpError(home.questions)
        head = page.starts[chunks(page, home.questions)[source[1]].head]
        edits.put(head, head, page.as_lines(comment_lines(comments, page.column_of(home.questions))))
    return edits


def _merged_comments(
    page: YamlText, homes: Sequence[_Home | None], revised: Revised, question: Question
) -> tuple[str, ...]:
    """What stands beside the questions that went into this one, also by way of others."""
    comments: list[str] = []
    for gone, into in revised.merged.items():
        id = into
        while id in revised.merged:
            id = revised.merged[id]
        source = revised.sources.get(fold_case(gone))
        home = None if source is None else homes[source[0]]
        if id != question.id or source is None or home is None:
            continue
        own = home.questions.items[source[1]]
        if home.questions.flow:
            comments += (comment for _, comment in page.comments(own))
        else:
            chunk = chunks(page, home.questions)[source[1]]
            start, end = page.starts[chunk.above], page.starts[chunk.end]
            around = (page.comments_between(start, own.start), page.comments(own), page.comments_between(own.end, end))
            comments += (comment for found in around for _, comment in found)
    return tuple(comments)


def put_questions(page: YamlText, revised: Revised, *, spaced: bool) -> Edits:
    """Every question in its list, and no other in any; ``spaced``: there are blank lines between the guide's keys."""
    edits = Edits()
    homes = _homes(page, revised.before)
    blocks = [home for home in homes if home is not None and home.is_block]
    between = is_spaced(page, [home.questions for home in blocks])
    steps = (page.column_of(home.questions) - page.column(home.key.start) for home in blocks)
    step = next(steps, STEP)
    for number, (home, questions) in enumerate(zip(homes, lists_of(revised.after), strict=True)):
        if revised.stays(number):
            continue
        is_closing = number == len(revised.after.sections)
        if home is not None and not questions:
            if is_closing:
                delete(page, edits, page.root, ("closing",), loose(page, home.questions))
            else:
                make_empty(page, home.key, home.questions, edits)
            continue
        column = page.column_of(home.questions) if home is not None and home.is_block else step
        column += 0 if home is None or home.is_block else page.column(home.key.start)
        slots = [_slot(page, homes, revised, question, number, column) for question in questions]
        if home is not None and home.is_block:
            relist(page, home.questions, slots, edits, spaced=between)
            continue
        lines = [line for new in slots if not isinstance(new, int) for line in (*([""] * between), *new)][between:]
        if home is None:
            before = entry_before(page.root, "closing", tuple(GUIDE_KEYS))
            put_lines(page, edits, page.root, [*([""] if spaced and before else []), "closing:", *lines], before)
        else:
            _fill(page, edits, home, lines)
    return edits


def _slot(
    page: YamlText, homes: Sequence[_Home | None], revised: Revised, question: Question, number: int, column: int
) -> Slot:
    """The lines of a question that comes to stand in a list whose dashes are in this column."""
    source = revised.source(question)
    home = None if source is None else homes[source[0]]
    if source is None or home is None:
        comments = _merged_comments(page, homes, revised, question)
        return (*comment_lines(comments, column), *item_lines(question_item(question, revised.usual(number)), column))
    if source[0] == number:
        return source[1]
    chunk = chunks(page, home.questions)[source[1]]
    return shift_chunk(page, chunk, column - page.column_of(home.questions))


def _fill(page: YamlText, edits: Edits, home: _Home, lines: Sequence[str]) -> None:
    """Lines in the place of an empty list."""
    piece = home.questions
    if not piece.flow or piece.items:
        raise CannotError
    start = page.text.index(":", home.key.end) + 1
    edits.put(start, page.line_end(piece.end - 1), page.newline.join((page.tail(piece).rstrip(), *lines)))
