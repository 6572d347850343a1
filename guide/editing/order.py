"""What comes, goes and moves among sections and questions: whole stretches of lines, from one list to another."""

from collections.abc import Sequence

from guide.editing.lists import Slot, chunks, emptied, is_spaced, loose, relist, shifted
from guide.editing.page import CannotError, Edits, Page, Piece
from guide.editing.plan import CLOSING_PLACE, Plan
from guide.editing.values import delete, entry_before, put_lines
from guide.keys import GUIDE_KEYS
from guide.model import Question
from guide.writing import question_item, section_item
from guide.writing.layout import STEP, item_lines

_NONE = -2


def in_brackets(page: Page, plan: Plan) -> list[Piece]:
    """The lists that will not hold the same items in the same order, and stand in brackets."""
    found: list[Piece] = []
    sections, closing = page.root.get("sections"), page.root.get("closing")
    olds = range(len(plan.before.sections))
    if sections is not None and [place for _, place in plan.order] != list(olds):
        found.append(sections)
    going = {old for new, old in plan.order if new < 0}
    for old, _, questions in plan.lists():
        if old == CLOSING_PLACE:
            home, size = closing, len(plan.before.closing)
        elif old >= 0 and sections is not None:
            home, size = _questions(sections.items[old]), len(plan.before.sections[old].questions)
        else:
            continue
        if home is not None and [plan.source(one) for one in questions] != [(old, place) for place in range(size)]:
            found.append(home)
    if sections is not None:
        found += [_questions(sections.items[old]) for old in going]
    return [piece for piece in found if piece.flow and piece.parts]


def _questions(section: Piece) -> Piece:
    questions = section.get("questions")
    if questions is None or questions.kind != "list":
        raise CannotError
    return questions


def put_sections(page: Page, plan: Plan, *, spaced: bool) -> Edits:
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


def _section_lines(plan: Plan, new: int, column: int) -> list[str]:
    return list(item_lines(section_item(plan.after.sections[new].but(questions=()), new + 1), column))


def _put_key(page: Page, edits: Edits, root: Piece, key: str, lines: Sequence[str], *, spaced: bool) -> None:
    """A key of the guide that is not there yet, or holds an empty list."""
    found = next((entry for entry in root.entries if entry[0].text == key), None)
    if root.flow:
        raise CannotError
    if found is None:
        put_lines(page, edits, root, lines, entry_before(root, key, GUIDE_KEYS), spaced=spaced)
    else:
        _fill(page, edits, found, lines[1:])


def _fill(page: Page, edits: Edits, entry: tuple[Piece, Piece], lines: Sequence[str]) -> None:
    """Lines in the place of an empty list."""
    key, piece = entry
    if not piece.flow or piece.items:
        raise CannotError
    start = page.text.index(":", key.end) + 1
    tail = page.tail(piece).rstrip()
    edits.put(start, page.line_end(piece.end - 1), page.newline.join((tail, *lines)))


def put_questions(page: Page, plan: Plan, *, spaced: bool) -> Edits:
    """Every question in its list, and no other in any; ``spaced``: there are blank lines between the guide's keys."""
    return _Questions(page, plan, spaced=spaced).edits()


class _Questions:
    """The lists of questions while their items change places."""

    def __init__(self, page: Page, plan: Plan, *, spaced: bool) -> None:
        self._page = page
        self._plan = plan
        self._spaced = spaced
        self._edits = Edits()
        root = page.root
        sections = root.get("sections")
        items = () if sections is None else sections.items
        if len(items) != len(plan.order):
            raise CannotError
        self._homes: dict[int, tuple[Piece, Piece]] = {}
        """By its old place, the key and the list of a section or of the closing."""
        self._new: dict[int, tuple[Piece, Piece]] = {}
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
                emptied(self._page, *self._homes[old], self._edits)
        return self._edits

    def _list(self, old: int, new: int, questions: Sequence[Question]) -> None:
        page, root = self._page, self._page.root
        entry = self._new.get(new)
        if entry is not None and not questions:
            if new == CLOSING_PLACE:
                delete(page, self._edits, root, ("closing",), loose(page, entry[1]))
            else:
                emptied(page, *entry, self._edits)
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
        return Slot(None, shifted(self._page, chunks(self._page, home)[place], column - self._page.column_of(home)))


def drop_sections(page: Page, plan: Plan) -> Edits:
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
