"""The text of ``guide.yaml`` after acts of revising.

What does not change stays as its author left it: comments, order and line breaks. The text itself is cut and joined, at
the places that libyaml tells: libraries that load YAML and dump it again with its comments tie a comment to the word
before it, so that it stays behind when a question moves, and break lines anew. Each result is read back; where it is
not the guide that was wanted, the questions that changed are written anew, and at the worst the whole guide.
"""

import re
from collections.abc import Mapping

from guide.editing.list_edits import are_apart, open_outermost
from guide.editing.question_edits import Revised, places_in, put_comments, put_fields, put_questions
from guide.editing.yaml_text import CannotError, OpenUpError, YamlText
from guide.frozen import NOTHING, Value
from guide.ids import automatic_ids, rename_ids
from guide.model import Guide
from guide.reading import read_guide
from guide.write import APART, Remarks, write_guide

_BOM = "\ufeff"
_MOST_OPENED = 100


class EditResult(Value):
    """The new text; ``whole`` says that its author's layout and comments stand, but in questions that changed."""

    text: str
    whole: bool


def edit_text(text: str, after: Guide, merged: Mapping[str, str] = NOTHING) -> EditResult:
    """The text of the guide that acts of revising made ``after``; what they are not about stays byte for byte.

    A question that moves takes its lines, and the comments right above them, along; one that is dropped takes them
    away, and of one that was ``merged``, by its id and that of the other, they stand above the other. Ids that
    reading gives, and that the acts would shift, are written out. A question in an odd form of YAML is written anew
    below its comments where something else changes in it. What no act can change, such as the sections, makes the
    whole guide be written anew, its comments at the top.
    """
    before = read_guide(text, "").guide
    if before == after:
        return EditResult(text, whole=True)
    if before is None:
        return EditResult(_write_anew(text, after), whole=False)
    return _edit(text, Revised(before, after, places_in(before), automatic_ids(after), merged))


def with_ids(text: str, names: Mapping[str, str]) -> EditResult:
    """The text with every id written out: ``names`` has them for the questions, by the ids that reading gives now.

    What refers to a question goes on referring to it. Nothing moves, and comments and layout stay.
    """
    before = read_guide(text, "").guide
    if before is None:
        return EditResult(text, whole=True)
    after = rename_ids(before, names)
    return _edit(text, Revised(before, after, places_in(after), NOTHING))


def _edit(text: str, revised: Revised) -> EditResult:
    mark = _BOM if text.startswith(_BOM) else ""
    plain = text.removeprefix(_BOM)
    ends = plain.endswith(("\n", "\r"))
    whole = plain if ends else plain + YamlText(plain).newline
    for anew in (False, True):
        try:
            new = _in_place(whole, revised, anew=anew)
        except (CannotError, LookupError, ValueError, StopIteration):
            continue  # a form that nobody thought of is written anew, too
        shown = f"{mark}{new if ends else new.rstrip()}"
        reading = read_guide(shown, "")
        if reading.guide == revised.after and (revised.numbered or not reading.counted):
            return EditResult(shown, whole=True)
    return EditResult(_write_anew(text, revised.after), whole=False)


def _in_place(text: str, revised: Revised, *, anew: bool) -> str:
    page = YamlText(text)
    spaced = page.root.kind == "map" and not page.root.flow and are_apart(page, page.root, APART)
    steps = [
        lambda page: put_fields(page, revised, anew=anew),
        lambda page: put_comments(page, revised),
        lambda page: put_questions(page, revised, spaced=spaced),
    ]
    opened_up = 0
    while steps:
        try:
            page = YamlText(steps[0](page).apply_to(page.text))
            steps.pop(0)
        except OpenUpError as error:
            opened_up += 1
            if opened_up > _MOST_OPENED:
                raise
            page = open_outermost(page, error.piece)
    return page.text


def _write_anew(text: str, after: Guide) -> str:
    mark = _BOM if text.startswith(_BOM) else ""
    try:
        page = YamlText(text.removeprefix(_BOM))
        comments = tuple(comment for _, comment in page.all_comments())
    except CannotError:
        comments = tuple(found[1] for found in re.finditer(r"(?m)^[ \t]*(#[^\r\n]*)", text))
    new = write_guide(after, Remarks(head=comments))
    return mark + (new.replace("\n", "\r\n") if "\r\n" in text else new)
