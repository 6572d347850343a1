"""Writing larger pieces of a guide's text anew: whole keys of it, and what stands behind an alias."""

import re

from guide.editing.flow import flow_text
from guide.editing.lists import chunks
from guide.editing.page import CannotError, Edits, Page, Piece
from guide.editing.values import delete, entry_before, put_lines
from guide.keys import GUIDE_KEYS
from guide.model import Guide
from guide.writing import guide_block
from guide.writing.layout import Block, Entry, Item, Listing, Shape, comment_lines, entry_lines

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+[ \t]*")


def with_keys_anew(text: str, before: Guide, after: Guide) -> str:
    """The text with those keys of the guide written anew that say something else, what was commented in them above.

    Raises ``CannotError`` where the guide is not a block.
    """
    page = Page(text)
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
    for key in sorted(changed, key=GUIDE_KEYS.index):
        if key in found and key in shapes:
            _key_anew(page, edits, root, found[key], shapes[key])
        elif key in shapes:
            lines = list(entry_lines(Entry(key, shapes[key]), page.column_of(root)))
            put_lines(page, edits, root, lines, entry_before(root, key, GUIDE_KEYS, gone), spaced=False)
    return edits.applied(text)


def _key_anew(page: Page, edits: Edits, root: Piece, number: int, shape: Shape) -> None:
    key, value = root.entries[number]
    chunk = chunks(page, root)[number]
    stretch = (*page.comments(value), *page.comments_between(value.end, page.starts[chunk.end]))
    column = page.column_of(root)
    said = tuple(comment for _, comment in (*page.comments_between(key.end, value.start), *stretch))
    lines = (*comment_lines(said, column), *entry_lines(Entry(key.text, shape), column))
    edits.put(page.starts[chunk.head], page.starts[chunk.end], "".join(f"{line}{page.newline}" for line in lines))


def expanded(text: str) -> str:
    """The text with what each alias stands for in its place; raises ``CannotError`` where there is none."""
    page = Page(text)
    edits = Edits()
    anchors: dict[str, Piece] = {}
    aliases: list[Piece] = []
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
    return edits.applied(text)


def _all(piece: Piece) -> list[Piece]:
    """A piece and all in it, in the text's order."""
    return [piece, *(inner for part in piece.parts for inner in _all(part))]


def _shape(piece: Piece, anchors: dict[str, Piece]) -> Shape:
    """What a piece says, aliases in it written out."""
    match piece.kind:
        case "text":
            return piece.text.strip()
        case "alias":
            return _shape(anchors[piece.text], anchors)
        case "list":
            return Listing(tuple(Item(_shape(item, anchors)) for item in piece.items))
        case _:
            return Block(tuple(Entry(key.text, _shape(value, anchors)) for key, value in piece.entries))
