"""Edits of sections, questions and other keys.

Each change is put where it stands in the text; what comes, goes or moves is a whole stretch of lines, from one list
to another.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from guide.diff import Pairs, pair_items, pair_probes, pair_sections
from guide.editing.list_edits import Slot, chunks, flow_text, is_spaced, loose, make_empty, relist, shift_chunk
from guide.editing.value_edits import (
    ItemChanges,
    Wanted,
    delete,
    entry_before,
    put_in_flow,
    put_keys,
    put_lines,
    put_text,
    same_items,
)
from guide.editing.yaml_text import CannotError, Edits, YamlSpan, YamlText
from guide.frozen import Value
from guide.ids import automatic_ids
from guide.model import Guide, Point, Question
from guide.problems import fold_case
from guide.schema import GUIDE_KEYS, QUESTION_KEYS, SECTION_KEYS, Key
from guide.write import APART, guide_block, is_bare, question_item, question_shapes, section_item, section_shapes
from guide.yaml_shapes import STEP, Block, KeyShape, Shape, ShortList, entry_lines, item_lines

# Edit plan: which question and section is which.
#
# It is made of the two guides alone, without their text.

CLOSING_PLACE = -1
"""Stands for the closing where a section's place, from 0, is meant."""

Source = tuple[int, int]
"""A section's place or ``CLOSING_PLACE``, and a question's place in it, from 0."""


class EditPlan(Value):
    """Two guides side by side.

    ``sections`` are the new places of old sections. ``order`` has, for each section while both old and new ones are
    there, its place in the new guide and in the old, -1 for none. ``sources`` are the old places of questions by folded
    id, and ``numbered`` the ids that reading would give to the new guide's questions, by folded id.
    """

    before: Guide
    after: Guide
    sections: Pairs
    order: tuple[tuple[int, int], ...]
    sources: Mapping[str, Source]
    numbered: Mapping[str, str]

    def source(self, question: Question) -> Source | None:
        """Where a question of the new guide stood, None for a new one."""
        return self.sources.get(fold_case(question.id))

    def old(self, question: Question) -> Question | None:
        """A question of the new guide as it was."""
        source = self.source(question)
        return None if source is None else _questions_in(self.before, source[0])[source[1]]

    def shifts(self, question: Question) -> bool:
        """Whether reading would give a question of the new guide another id than it has."""
        return self.numbered[fold_case(question.id)] != question.id

    def lists(self) -> list[tuple[int, int, tuple[Question, ...]]]:
        """The new guide's lists: the old and the new place of each section, and its questions; the closing last."""
        olds = {new: old for old, new in self.sections.items()}
        found = [(olds.get(new, -2), new, section.questions) for new, section in enumerate(self.after.sections)]
        return [*found, (CLOSING_PLACE, CLOSING_PLACE, self.after.closing)]


def _questions_in(guide: Guide, section: int) -> tuple[Question, ...]:
    return guide.closing if section == CLOSING_PLACE else guide.sections[section].questions


def plan_of(before: Guide, after: Guide) -> EditPlan:
    """What has to change."""
    pairs = pair_sections(before.sections, after.sections)
    sources = {
        fold_case(question.id): (section, place)
        for section in (CLOSING_PLACE, *range(len(before.sections)))
        for place, question in enumerate(_questions_in(before, section))
    }
    # New sections in their order, those that go behind the ones that they stood behind.
    ranked: list[tuple[tuple[int, int], tuple[int, int]]] = []
    last = -1
    for old in range(len(before.sections)):
        last = pairs.get(old, last)
        ranked.append(((last, 0), (pairs[old], old)) if old in pairs else ((last, 1 + old), (-1, old)))
    taken = set(pairs.values())
    ranked += [((new, 0), (new, -1)) for new in range(len(after.sections)) if new not in taken]
    return EditPlan(before, after, pairs, tuple(place for _, place in sorted(ranked)), sources, automatic_ids(after))


def naming_plan(before: Guide, after: Guide) -> EditPlan:
    """What has to change where questions get ids in the places where they stand: every id that is not there yet."""
    sources: dict[str, Source] = {}
    for section in (CLOSING_PLACE, *range(len(before.sections))):
        for place, question in enumerate(_questions_in(after, section)):
            sources[fold_case(question.id)] = (section, place)
    places = range(len(before.sections))
    unnumbered = dict.fromkeys(sources, "")
    return EditPlan(
        before, after, {place: place for place in places}, tuple((at, at) for at in places), sources, unnumbered
    )


def put_fields(page: YamlText, plan: EditPlan, *, spaced: bool) -> Edits:
    """All changes but those of order; ``spaced``: there are blank lines between the keys of the guide."""
    edits = Edits()  # what is put in at one place stands as it came: questions, sections, then the guide's own keys
    root = page.root
    if root.kind != "map":
        raise CannotError
    sections, closing = root.get("sections"), root.get("closing")
    for _, new, questions in plan.lists():
        usual = () if new == CLOSING_PLACE else plan.after.sections[new].serves
        for question in questions:
            source = plan.source(question)
            if source is not None:
                home = closing if source[0] == CLOSING_PLACE else _questions(sections, source[0])
                _question(page, edits, home, plan, question, usual, closing=new == CLOSING_PLACE)
    for old, new in plan.sections.items():
        if sections is None or sections.kind != "list":
            raise CannotError
        _section(page, edits, sections, plan, old, new)
    before, after = plan.before, plan.after
    shapes = {entry.key: entry.value for entry in guide_block(after).entries}
    wanted: dict[str, Wanted | None] = {}
    for key in GUIDE_KEYS:
        if key in ("sections", "closing") or getattr(before, key) == getattr(after, key):
            continue
        shape = shapes.get(key)
        wanted[key] = None if shape is None else (shape, _parts(root.get(key), plan, key))
    wanted = {key: new for key, new in wanted.items() if new is not None or root.get(key) is not None}
    put_keys(page, edits, root, wanted, tuple(GUIDE_KEYS), spaced=lambda key: spaced and key in APART)
    return edits


def _questions(sections: YamlSpan | None, place: int) -> YamlSpan | None:
    return None if sections is None or len(sections.items) <= place else sections.items[place].get("questions")


def _parts(piece: YamlSpan | None, plan: EditPlan, key: str) -> ItemChanges | None:
    """Which parts of the guide are which, for the keys that hold any."""
    keys: tuple[Callable[[Any], Hashable], ...]
    match key:
        case "research_questions":
            keys = (lambda one: fold_case(one.id),)
        case "concepts":
            keys = (lambda one: fold_case(one.name),)
        case "opening" | "after":
            keys = (lambda one: (fold_case(one.id), one.text), lambda one: one.text, lambda one: fold_case(one.id))
        case _:
            return None
    olds, news = getattr(plan.before, key), getattr(plan.after, key)
    if piece is None or len(olds) != (len(piece.items) or len(piece.entries)):
        return None
    pairs = pair_items(olds, news, *keys)
    if key in ("opening", "after"):
        return ItemChanges(
            pairs, frozenset(o for o, n in pairs.items() if _same_point(piece.items[o], olds[o], news[n], n))
        )
    return ItemChanges(pairs, frozenset(old for old, new in pairs.items() if olds[old] == news[new]))


def _same_point(piece: YamlSpan, old: Point, new: Point, place: int) -> bool:
    """Whether a point says what it is to say, at the place where it is to stand."""
    named = old.id if piece.get("id") is not None else str(place + 1)
    return (named, old.text, old.gate) == (new.id, new.text, new.gate)


def _section(page: YamlText, edits: Edits, sections: YamlSpan, plan: EditPlan, old: int, new: int) -> None:
    before, after = plan.before.sections[old], plan.after.sections[new]
    shapes = section_shapes(after.but(questions=()))
    wanted: dict[str, Wanted | None] = {}
    for name, key in SECTION_KEYS.items():
        if key.kind != "questions" and getattr(before, key.field) != getattr(after, key.field):
            wanted[name] = (shapes[name], None) if name in shapes else None
    piece = sections.items[old]
    if not wanted:
        return
    if piece.kind != "map":
        raise CannotError
    wanted = {key: shape for key, shape in wanted.items() if shape is not None or piece.get(key) is not None}
    put_keys(page, edits, piece, wanted, tuple(SECTION_KEYS))


def _question(
    page: YamlText,
    edits: Edits,
    home: YamlSpan | None,
    plan: EditPlan,
    new: Question,
    usual: tuple[str, ...],
    *,
    closing: bool,
) -> None:
    source, old = plan.source(new), plan.old(new)
    if source is None or old is None:
        return
    shifts = plan.shifts(new)
    if home is None or home.kind != "list" or len(home.items) <= source[1]:
        raise CannotError
    piece = home.items[source[1]]
    if piece.kind == "map":
        moved = closing != (source[0] == CLOSING_PLACE)
        wanted = _question_keys(piece, old, new, usual, shifts=shifts, moved=moved)
        put_keys(page, edits, piece, wanted, tuple(QUESTION_KEYS))
    elif piece.kind == "text":
        shapes = question_shapes(new, usual)
        if not shifts:
            del shapes["id"]
        _bare(page, edits, home, piece, new, shapes)
    elif shifts or old != new:
        raise CannotError


def _question_keys(
    piece: YamlSpan, old: Question, new: Question, usual: tuple[str, ...], *, shifts: bool, moved: bool
) -> dict[str, Wanted | None]:
    """The keys of a question that have to say something else; ``moved``: into the closing or out of it."""
    wanted: dict[str, Wanted | None] = {}
    shapes = question_shapes(new, usual)
    for name, key in QUESTION_KEYS.items():
        value = piece.get(name)
        before, after = getattr(old, key.field), getattr(new, key.field)
        shape = shapes.get(name)
        if value is None:
            if shape is not None and (name != "id" or shifts):
                wanted[name] = (shape, None)
        elif before != after or (moved and key.not_in == "closing"):
            if key.kind == "label":
                shape = after
            wanted[name] = None if shape is None else (shape, _changes_of(value, key, shape, old, new))
    return wanted


def _changes_of(piece: YamlSpan, key: Key, shape: Shape, old: Question, new: Question) -> ItemChanges | None:
    if piece.kind != "list":
        return None
    if key.kind == "probes" and len(piece.items) == len(old.probes):
        pairs = pair_probes(old.probes, new.probes)
        return ItemChanges(pairs, frozenset(o for o, n in pairs.items() if old.probes[o] == new.probes[n]))
    if key.kind in ("targets", "names") and isinstance(shape, ShortList):
        return same_items(piece, shape, lambda one: fold_case(" ".join(str(one).split())))
    return None


def _bare(
    page: YamlText, edits: Edits, home: YamlSpan, piece: YamlSpan, new: Question, shapes: dict[str, Shape]
) -> None:
    """A question that was a bare wording, in other words or with keys."""
    reworded = piece.text.strip() != new.ask
    if len(shapes) == 1 and is_bare(new.ask, QUESTION_KEYS):
        if reworded and home.flow:
            put_text(page, edits, piece, new.ask, 0, home)
        elif reworded:
            put_text(page, edits, piece, new.ask, page.column_of(home))
    elif home.flow:
        block = Block(tuple(KeyShape(key, shape) for key, shape in shapes.items()))
        put_in_flow(page, edits, piece, flow_text(block), home)
    else:
        _with_keys(page, edits, piece, new.ask if reworded else None, shapes)


def _with_keys(page: YamlText, edits: Edits, piece: YamlSpan, ask: str | None, shapes: dict[str, Shape]) -> None:
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
    rest = (line for key, shown in lines.items() if key not in ("id", "ask") for line in shown)
    after = page.starts[last + 1]
    edits.put(after, after, "".join(f"{line}{page.newline}" for line in rest))


_NONE = -2


def in_brackets(page: YamlText, plan: EditPlan) -> list[YamlSpan]:
    """The lists that will not hold the same items in the same order, and stand in brackets."""
    found: list[YamlSpan] = []
    sections, closing = page.root.get("sections"), page.root.get("closing")
    olds = range(len(plan.before.sections))
    if sections is not None and [place for _, place in plan.order] != list(olds):
        found.append(sections)
    going = {old for new, old in plan.order if new < 0}
    for old, _, questions in plan.lists():
        if old == CLOSING_PLACE:
            home, size = closing, len(plan.before.closing)
        elif old >= 0 and sections is not None:
            home, size = _question_list(sections.items[old]), len(plan.before.sections[old].questions)
        else:
            continue
        if home is not None and [plan.source(one) for one in questions] != [(old, place) for place in range(size)]:
            found.append(home)
    if sections is not None:
        found += [_question_list(sections.items[old]) for old in going]
    return [piece for piece in found if piece.flow and piece.parts]


def _question_list(section: YamlSpan) -> YamlSpan:
    questions = section.get("questions")
    if questions is None or questions.kind != "list":
        raise CannotError
    return questions


def put_sections(page: YamlText, plan: EditPlan, *, spaced: bool) -> Edits:
    """New sections, still empty, where they are to stand, and the others in their new order."""
    edits = Edits()
    root = page.root
    piece = root.get("sections")
    if not plan.order or [place for _, place in plan.order] == list(range(len(plan.before.sections))):
        return edits
    if piece is None or not piece.items:
        lines = ["sections:"]
        for number, (new, _) in enumerate(plan.order):
            lines += [""] if number and spaced else []
            lines += _section_lines(plan, new, STEP)
        _put_key(page, edits, root, "sections", lines, spaced=spaced)
        return edits
    column = page.column_of(piece)
    slots = [Slot(old) if old >= 0 else Slot(None, tuple(_section_lines(plan, new, column))) for new, old in plan.order]
    relist(page, piece, slots, edits, spaced=is_spaced(page, (piece,)) if len(piece.items) > 1 else spaced)
    return edits


def _section_lines(plan: EditPlan, new: int, column: int) -> list[str]:
    return list(item_lines(section_item(plan.after.sections[new].but(questions=()), new + 1), column))


def _put_key(page: YamlText, edits: Edits, root: YamlSpan, key: str, lines: Sequence[str], *, spaced: bool) -> None:
    """A key of the guide that is not there yet, or holds an empty list."""
    found = next((entry for entry in root.entries if entry[0].text == key), None)
    if root.flow:
        raise CannotError
    if found is None:
        put_lines(page, edits, root, lines, entry_before(root, key, tuple(GUIDE_KEYS)), spaced=spaced)
    else:
        _fill(page, edits, found, lines[1:])


def _fill(page: YamlText, edits: Edits, entry: tuple[YamlSpan, YamlSpan], lines: Sequence[str]) -> None:
    """Lines in the place of an empty list."""
    key, piece = entry
    if not piece.flow or piece.items:
        raise CannotError
    start = page.text.index(":", key.end) + 1
    tail = page.tail(piece).rstrip()
    edits.put(start, page.line_end(piece.end - 1), page.newline.join((tail, *lines)))


def put_questions(page: YamlText, plan: EditPlan, *, spaced: bool) -> Edits:
    """Every question in its list, and no other in any; ``spaced``: there are blank lines between the guide's keys."""
    return _Questions(page, plan, spaced=spaced).edits()


class _Questions:
    """The lists of questions while their items change places."""

    def __init__(self, page: YamlText, plan: EditPlan, *, spaced: bool) -> None:
        self._page = page
        self._plan = plan
        self._spaced = spaced
        self._edits = Edits()
        root = page.root
        sections = root.get("sections")
        items = () if sections is None else sections.items
        if len(items) != len(plan.order):
            raise CannotError
        self._homes: dict[int, tuple[YamlSpan, YamlSpan]] = {}
        """By its old place, the key and the list of a section or of the closing."""
        self._new: dict[int, tuple[YamlSpan, YamlSpan]] = {}
        """The same by its new place."""
        for (new, old), item in zip(plan.order, items, strict=True):
            found = next(entry for entry in item.entries if entry[0].text == "questions")
            if old >= 0:
                self._homes[old] = found
            if new >= 0:
                self._new[new] = found
        closing = next((entry for entry in root.entries if entry[0].text == "closing"), None)
        if closing is not None:
            self._homes[CLOSING_PLACE] = self._new[CLOSING_PLACE] = closing
        lists = [home for _, home in self._homes.values() if not home.flow and home.items]
        self._between = is_spaced(page, lists)
        self._step = next(
            (page.column_of(home) - page.column(key.start) for key, home in self._homes.values() if home in lists), STEP
        )

    def edits(self) -> Edits:
        """All that has to be done."""
        for old, new, questions in self._plan.lists():
            sources = [self._plan.source(question) for question in questions]
            size = len(self._homes[old][1].items) if old in self._homes else 0
            if sources != [(old, place) for place in range(size)]:
                self._list(old, new, questions)
        for new, old in self._plan.order:
            if new < 0 and self._homes[old][1].items:
                make_empty(self._page, *self._homes[old], self._edits)
        return self._edits

    def _list(self, old: int, new: int, questions: Sequence[Question]) -> None:
        page, root = self._page, self._page.root
        entry = self._new.get(new)
        if entry is not None and not questions:
            if new == CLOSING_PLACE:
                delete(page, self._edits, root, ("closing",), loose(page, entry[1]))
            else:
                make_empty(page, *entry, self._edits)
        elif entry is not None and entry[1].items:
            column = page.column_of(entry[1])
            slots = [self._slot(question, old, new, column) for question in questions]
            relist(page, entry[1], slots, self._edits, spaced=self._between)
        else:
            column = self._step + (0 if entry is None else page.column(entry[0].start))
            lines: list[str] = []
            for number, question in enumerate(questions):
                lines += [""] if number and self._between else []
                lines += self._slot(question, _NONE, new, column).lines or ()
            if entry is None:
                _put_key(page, self._edits, root, "closing", ["closing:", *lines], spaced=self._spaced)
            else:
                _fill(page, self._edits, entry, lines)

    def _slot(self, question: Question, old: int, new: int, column: int) -> Slot:
        """A question that is to stand in a list whose dashes are in this column."""
        source = self._plan.source(question)
        if source is None:
            usual = () if new == CLOSING_PLACE else self._plan.after.sections[new].serves
            return Slot(None, tuple(item_lines(question_item(question, usual), column)))
        section, place = source
        if section == old:
            return Slot(place)
        home = self._homes[section][1]
        return Slot(None, shift_chunk(self._page, chunks(self._page, home)[place], column - self._page.column_of(home)))


def drop_sections(page: YamlText, plan: EditPlan) -> Edits:
    """Only the sections that the new guide has."""
    edits = Edits()
    kept = [place for place, (new, _) in enumerate(plan.order) if new >= 0]
    root = page.root
    entry = next((entry for entry in root.entries if entry[0].text == "sections"), None)
    if entry is None or len(kept) == len(plan.order):
        return edits
    if kept:
        relist(page, entry[1], [Slot(place) for place in kept], edits)
    else:
        delete(page, edits, root, ("sections",), loose(page, entry[1]))
    return edits
