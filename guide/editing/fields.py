"""What changes inside questions, sections and the guide's own keys, each put where it stands in the text."""

from collections.abc import Callable, Hashable
from typing import Any

from guide.changes.matching import paired, paired_probes
from guide.editing.flow import flow_text
from guide.editing.page import CannotError, Edits, Page, Piece
from guide.editing.plan import CLOSING_PLACE, Plan
from guide.editing.texts import put_in_flow, put_text
from guide.editing.values import Changed, Wanted, put_keys, same_items
from guide.faults import fold
from guide.keys import GUIDE_KEYS, QUESTION_KEYS, SECTION_KEYS
from guide.model import Point, Question
from guide.writing import APART, guide_block, is_bare, minutes_text, question_shapes, served
from guide.writing.layout import STEP, Block, Entry, Shape, Words, entry_lines

_REFERRING = frozenset({"serves", "concepts", "leans_on"})
_NO_CLOSING = frozenset({"serves", "optional"})
_FIELDS = {"short": "label"}


def put_fields(page: Page, plan: Plan, *, spaced: bool) -> Edits:
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
    put_keys(page, edits, root, _guide_keys(root, plan), GUIDE_KEYS, spaced=lambda key: spaced and key in APART)
    return edits


def _questions(sections: Piece | None, place: int) -> Piece | None:
    return None if sections is None or len(sections.items) <= place else sections.items[place].get("questions")


def _guide_keys(root: Piece, plan: Plan) -> dict[str, Wanted | None]:
    before, after = plan.before, plan.after
    shapes = {entry.key: entry.value for entry in guide_block(after).entries}
    wanted: dict[str, Wanted | None] = {}
    for key in GUIDE_KEYS:
        if key in ("sections", "closing") or getattr(before, key) == getattr(after, key):
            continue
        shape = shapes.get(key)
        wanted[key] = None if shape is None else (shape, _parts(root.get(key), plan, key))
    return {key: new for key, new in wanted.items() if new is not None or root.get(key) is not None}


def _parts(piece: Piece | None, plan: Plan, key: str) -> Changed | None:
    """Which parts of the guide are which, for the keys that hold any."""
    keys: tuple[Callable[[Any], Hashable], ...]
    match key:
        case "research_questions":
            keys = (lambda one: fold(one.id),)
        case "concepts":
            keys = (lambda one: fold(one.name),)
        case "opening" | "after":
            keys = (lambda one: (fold(one.id), one.text), lambda one: one.text, lambda one: fold(one.id))
        case _:
            return None
    olds, news = getattr(plan.before, key), getattr(plan.after, key)
    if piece is None or len(olds) != (len(piece.items) or len(piece.entries)):
        return None
    pairs = paired(olds, news, *keys)
    if key in ("opening", "after"):
        return Changed(
            pairs, frozenset(o for o, n in pairs.items() if _same_point(piece.items[o], olds[o], news[n], n))
        )
    return Changed(pairs, frozenset(old for old, new in pairs.items() if olds[old] == news[new]))


def _same_point(piece: Piece, old: Point, new: Point, place: int) -> bool:
    """Whether a point says what it is to say, at the place where it is to stand."""
    named = old.id if piece.get("id") is not None else str(place + 1)
    return (named, old.text, old.gate) == (new.id, new.text, new.gate)


def _section(page: Page, edits: Edits, sections: Piece, plan: Plan, old: int, new: int) -> None:
    before, after = plan.before.sections[old], plan.after.sections[new]
    wanted: dict[str, Wanted | None] = {}
    if before.title != after.title:
        wanted["title"] = (after.title, None) if after.title else None
    if before.serves != after.serves:
        wanted["serves"] = (served(after.serves), None) if after.serves else None
    if before.minutes != after.minutes:
        minutes = minutes_text(after.minutes)
        wanted["minutes"] = None if minutes is None else (minutes, None)
    piece = sections.items[old]
    if not wanted:
        return
    if piece.kind != "map":
        raise CannotError
    wanted = {key: shape for key, shape in wanted.items() if shape is not None or piece.get(key) is not None}
    put_keys(page, edits, piece, wanted, SECTION_KEYS)


def _question(
    page: Page, edits: Edits, home: Piece | None, plan: Plan, new: Question, usual: tuple[str, ...], *, closing: bool
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
        put_keys(page, edits, piece, wanted, QUESTION_KEYS)
    elif piece.kind == "text":
        shapes = question_shapes(new, usual)
        if not shifts:
            del shapes["id"]
        _bare(page, edits, home, piece, new, shapes)
    elif shifts or old != new:
        raise CannotError


def _question_keys(
    piece: Piece, old: Question, new: Question, usual: tuple[str, ...], *, shifts: bool, moved: bool
) -> dict[str, Wanted | None]:
    """The keys of a question that have to say something else; ``moved``: into the closing or out of it."""
    wanted: dict[str, Wanted | None] = {}
    shapes = question_shapes(new, usual)
    for key in QUESTION_KEYS:
        value = piece.get(key)
        field = _FIELDS.get(key, key)
        before, after = getattr(old, field), getattr(new, field)
        shape = shapes.get(key)
        if value is None:
            if shape is not None and (key != "id" or shifts):
                wanted[key] = (shape, None)
        elif before != after or (moved and key in _NO_CLOSING):
            if key == "short":
                shape = new.label
            wanted[key] = None if shape is None else (shape, _changed(value, key, shape, old, new))
    return wanted


def _changed(piece: Piece, key: str, shape: Shape, old: Question, new: Question) -> Changed | None:
    if piece.kind != "list":
        return None
    if key == "probes" and len(piece.items) == len(old.probes):
        pairs = paired_probes(old.probes, new.probes)
        return Changed(pairs, frozenset(o for o, n in pairs.items() if old.probes[o] == new.probes[n]))
    if key in _REFERRING and isinstance(shape, Words):
        return same_items(piece, shape, lambda one: fold(" ".join(str(one).split())))
    return None


def _bare(page: Page, edits: Edits, home: Piece, piece: Piece, new: Question, shapes: dict[str, Shape]) -> None:
    """A question that was a bare wording, in other words or with keys."""
    reworded = piece.text.strip() != new.ask
    if len(shapes) == 1 and is_bare(new.ask, QUESTION_KEYS):
        if reworded and home.flow:
            put_text(page, edits, piece, new.ask, 0, home)
        elif reworded:
            put_text(page, edits, piece, new.ask, page.column_of(home))
    elif home.flow:
        block = Block(tuple(Entry(key, shape) for key, shape in shapes.items()))
        put_in_flow(page, edits, piece, flow_text(block), home)
    else:
        _with_keys(page, edits, piece, new.ask if reworded else None, shapes)


def _with_keys(page: Page, edits: Edits, piece: Piece, ask: str | None, shapes: dict[str, Shape]) -> None:
    """A bare wording behind a dash as a mapping, the wording itself as it is written unless there is a new one."""
    column = page.column(piece.start)
    lines = {key: list(entry_lines(Entry(key, shape), column)) for key, shape in shapes.items()}
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
