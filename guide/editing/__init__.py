"""Editing the text of ``guide.yaml`` in place.

What does not change stays as its author left it.

The text itself is cut and joined, at the places that libyaml tells: libraries that load YAML and dump it again with its
comments tie a comment to the word before it, so that it stays behind when a question moves, and break lines anew.
Each result is read back; where it is not the guide that was wanted, a larger piece is written anew.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from guide.editing.guide_edits import (
    EditPlan,
    drop_sections,
    in_brackets,
    naming_plan,
    plan_of,
    put_fields,
    put_questions,
    put_sections,
)
from guide.editing.list_edits import are_apart, chunks, flow_text, open_up
from guide.editing.value_edits import delete, entry_before, put_lines
from guide.editing.yaml_text import CannotError, Edits, OpenUpError, YamlSpan, YamlText
from guide.frozen import Value
from guide.ids import rename_ids
from guide.model import Guide
from guide.reading import read_guide
from guide.schema import GUIDE_KEYS
from guide.write import APART, Remarks, guide_block, write_guide
from guide.yaml_shapes import Block, Item, KeyShape, Listing, Shape, comment_lines, entry_lines

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+[ \t]*")


def with_keys_anew(text: str, before: Guide, after: Guide) -> str:
    """The text with those keys of the guide written anew that say something else, what was commented in them above.

    Raises ``CannotError`` where the guide is not a block.
    """
    page = YamlText(text)
    edits = Edits()
    root = page.root
    if root.kind != "map" or root.flow:
        raise CannotError
    shapes = {entry.key: entry.value for entry in guide_block(after).entries}
    changed = {key for key in GUIDE_KEYS if getattr(before, key) != getattr(after, key)}
    if "research_questions" in changed:
        changed.add("sections")
    found = {key.text: number for number, (key, _) in enumerate(root.entries)}
    gone = [key for key in changed if key not in shapes]
    delete(page, edits, root, gone)
    for key in [key for key in GUIDE_KEYS if key in changed]:
        if key in found and key in shapes:
            _key_anew(page, edits, root, found[key], shapes[key])
        elif key in shapes:
            lines = list(entry_lines(KeyShape(key, shapes[key]), page.column_of(root)))
            put_lines(page, edits, root, lines, entry_before(root, key, tuple(GUIDE_KEYS), gone), spaced=False)
    return edits.apply_to(text)


def _key_anew(page: YamlText, edits: Edits, root: YamlSpan, number: int, shape: Shape) -> None:
    key, value = root.entries[number]
    chunk = chunks(page, root)[number]
    stretch = (*page.comments(value), *page.comments_between(value.end, page.starts[chunk.end]))
    column = page.column_of(root)
    said = tuple(comment for _, comment in (*page.comments_between(key.end, value.start), *stretch))
    lines = (*comment_lines(said, column), *entry_lines(KeyShape(key.text, shape), column))
    edits.put(page.starts[chunk.head], page.starts[chunk.end], "".join(f"{line}{page.newline}" for line in lines))


def expand_aliases(text: str) -> str:
    """The text with what each alias stands for in its place; raises ``CannotError`` where there is none."""
    page = YamlText(text)
    edits = Edits()
    anchors: dict[str, YamlSpan] = {}
    aliases: list[YamlSpan] = []
    for piece in _all(page.root):
        if piece.kind == "alias":
            aliases.append(piece)
            edits.put(piece.start, piece.end, flow_text(_shape(piece, anchors)))
        elif piece.anchor is not None:
            anchors[piece.anchor] = piece
            found = _ANCHOR.search(text, piece.start)
            if found is not None:
                edits.put(found.start(), found.end(), "")
    if not aliases:
        raise CannotError
    return edits.apply_to(text)


def _all(piece: YamlSpan) -> list[YamlSpan]:
    """A piece and all in it, in the text's order."""
    return [piece, *(inner for part in piece.parts for inner in _all(part))]


def _shape(piece: YamlSpan, anchors: dict[str, YamlSpan]) -> Shape:
    """What a piece says, aliases in it written out."""
    match piece.kind:
        case "text":
            return piece.text.strip()
        case "alias":
            return _shape(anchors[piece.text], anchors)
        case "list":
            return Listing(tuple(Item(_shape(item, anchors)) for item in piece.items))
        case _:
            return Block(tuple(KeyShape(key.text, _shape(value, anchors)) for key, value in piece.entries))


_BOM = "\ufeff"
_MOST_OPENED = 100


class EditResult(Value):
    """The new text; ``whole`` says that its author's layout and comments stand where they stood."""

    text: str
    whole: bool


def edit_text(text: str, after: Guide) -> EditResult:
    """The text changed so that reading it gives ``after``; what does not change stays byte for byte.

    A question that moves takes its lines, and the comments right above them, along; one that is dropped takes them
    away. Ids that reading gives, and that the change would shift, are written out. Where that cannot be done in place,
    a whole key of the guide is written anew below its comments; at the worst all of it, its comments at the top.
    """
    before = read_guide(text, "").guide
    if before == after:
        return EditResult(text, whole=True)
    mark = _BOM if text.startswith(_BOM) else ""
    plain = text.removeprefix(_BOM)
    ends = plain.endswith(("\n", "\r"))
    page = YamlText(plain)
    whole = plain if ends else plain + page.newline
    for change, kept in _ways(before, after):
        try:
            new = change(whole)
        except (CannotError, LookupError, ValueError, StopIteration):
            continue  # a form that nobody thought of is written anew, too
        shown = f"{mark}{new if ends else new.rstrip()}"
        reading = read_guide(shown, "")
        if reading.guide == after:
            return EditResult(shown, whole=kept)
    return EditResult(f"{mark}{_anew(plain, after)}", whole=False)


def with_ids(text: str, names: Mapping[str, str]) -> EditResult:
    """The text with every id written out: ``names`` has them for the questions, by the ids that reading gives now.

    What refers to a question goes on referring to it. Nothing moves, and comments and layout stay.
    """
    before = read_guide(text, "").guide
    if before is None:
        return EditResult(text, whole=True)
    after = rename_ids(before, names)
    mark = _BOM if text.startswith(_BOM) else ""
    plain = text.removeprefix(_BOM)
    ends = plain.endswith(("\n", "\r"))
    whole = plain if ends else plain + YamlText(plain).newline
    plan = naming_plan(before, after)
    for change, kept in ((lambda given: given, True), (expand_aliases, False)):
        try:
            new = _in_place(change(whole), plan)
        except (CannotError, LookupError, ValueError, StopIteration):
            continue
        shown = f"{mark}{new if ends else new.rstrip()}"
        reading = read_guide(shown, "")
        if reading.guide == after and not reading.counted:
            return EditResult(shown, whole=kept)
    return EditResult(f"{mark}{_anew(plain, after)}", whole=False)


def _ways(before: Guide | None, after: Guide) -> Iterator[tuple[Callable[[str], str], bool]]:
    """From the finest to the coarsest, and whether the layout survives it."""
    if before is not None:
        plan = plan_of(before, after)
        yield lambda text: _in_place(text, plan), True
        yield lambda text: _in_place(expand_aliases(text), plan), False
        yield lambda text: with_keys_anew(text, before, after), False


def _in_place(text: str, plan: EditPlan) -> str:
    page = YamlText(text)
    spaced = page.root.kind == "map" and not page.root.flow and are_apart(page, page.root, APART)
    page = _after(page, _open_brackets(page, plan))
    for _ in range(_MOST_OPENED):
        try:
            page = _after(page, put_fields(page, plan, spaced=spaced))
            break
        except OpenUpError as error:
            edits = Edits()
            open_up(page, (error.piece,), edits)
            page = _after(page, edits)
    else:
        raise CannotError
    page = _after(page, put_sections(page, plan, spaced=spaced))
    page = _after(page, put_questions(page, plan, spaced=spaced))
    return _after(page, drop_sections(page, plan)).text


def _open_brackets(page: YamlText, plan: EditPlan) -> Edits:
    edits = Edits()
    wanted = in_brackets(page, plan)
    if wanted:
        open_up(page, wanted, edits)
    return edits


def _after(page: YamlText, edits: Edits) -> YamlText:
    return YamlText(edits.apply_to(page.text)) if edits else page


def _anew(text: str, after: Guide) -> str:
    try:
        page = YamlText(text)
        comments = tuple(comment for _, comment in page.all_comments())
    except CannotError:
        comments = tuple(found[1] for found in re.finditer(r"(?m)^[ \t]*(#[^\r\n]*)", text))
    new = write_guide(after, Remarks(head=comments))
    return new.replace("\n", "\r\n") if "\r\n" in text else new
