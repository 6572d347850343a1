"""Changing the text of ``guide.yaml`` so that what does not change stays as its author left it.

The text itself is cut and joined, at the places that libyaml tells: libraries that load YAML and dump it again with its
comments tie a comment to the word before it, so that it stays behind when a question moves, and break lines anew.
Each result is read back; where it is not the guide that was wanted, a larger piece is written anew.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from guide.editing.blocks import expanded, with_keys_anew
from guide.editing.fields import put_fields
from guide.editing.flow import open_up
from guide.editing.lists import are_apart
from guide.editing.order import drop_sections, in_brackets, put_questions, put_sections
from guide.editing.page import CannotError, Edits, OpenUpError, Page
from guide.editing.plan import Plan, naming_plan, plan_of
from guide.model import Guide
from guide.reading import read_guide
from guide.renaming import renamed
from guide.values import Value
from guide.writing import APART, Remarks, write_guide

_BOM = "\ufeff"
_MOST_OPENED = 100


class EditResult(Value):
    """The new text; ``whole`` says that its author's layout and comments stand where they stood."""

    text: str
    whole: bool


def rewritten(text: str, after: Guide) -> EditResult:
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
    page = Page(plain)
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
    after = renamed(before, names)
    mark = _BOM if text.startswith(_BOM) else ""
    plain = text.removeprefix(_BOM)
    ends = plain.endswith(("\n", "\r"))
    whole = plain if ends else plain + Page(plain).newline
    plan = naming_plan(before, after)
    for change, kept in ((lambda given: given, True), (expanded, False)):
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
        yield lambda text: _in_place(expanded(text), plan), False
        yield lambda text: with_keys_anew(text, before, after), False


def _in_place(text: str, plan: Plan) -> str:
    page = Page(text)
    spaced = page.root.kind == "map" and not page.root.flow and are_apart(page, page.root, APART)
    page = _after(page, _opened(page, plan))
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


def _opened(page: Page, plan: Plan) -> Edits:
    edits = Edits()
    wanted = in_brackets(page, plan)
    if wanted:
        open_up(page, wanted, edits)
    return edits


def _after(page: Page, edits: Edits) -> Page:
    return Page(edits.applied(page.text)) if edits else page


def _anew(text: str, after: Guide) -> str:
    try:
        page = Page(text)
        comments = tuple(comment for _, comment in page.all_comments())
    except CannotError:
        comments = tuple(found[1] for found in re.finditer(r"(?m)^[ \t]*(#[^\r\n]*)", text))
    new = write_guide(after, Remarks(head=comments))
    return new.replace("\n", "\r\n") if "\r\n" in text else new
