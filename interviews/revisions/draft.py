"""Decisions not written yet, kept in a draft.

So that a closed terminal costs nobody an evening's work.

The draft is no part of the history: it is taken away when a revision is written. Whoever takes it up carries the
decisions out again on the guide as it is then, and says which of them no longer fit.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

from guide.files import cause_of
from guide.frozen import Value
from interviews.core.codec import to_json
from interviews.locked.plain import as_kept, read_plain
from interviews.os_support import system
from interviews.revisions import FOLDER
from interviews.revisions.acts import Decision
from interviews.revisions.proposals import ActKind
from interviews.revisions.writing import RevisionFailure, lock_revisions
from interviews.save import save

_FILE = ".draft.json"
_TUPLES = ("texts", "rules", "evidence")


class Begun(Value):
    """A decision half written: how far it had come, in steps from 0, and what stood on the line."""

    decision: Decision
    step: int
    line: str


class RevisionDraft(Value):
    """What was decided so far: ``decisions`` in their order with the proposals' names, ``left`` are names alone.

    ``begun`` is what was being written, with the proposals' names.
    """

    decisions: tuple[tuple[str, Decision], ...] = ()
    left: tuple[str, ...] = ()
    begun: tuple[tuple[str, Begun], ...] = ()


NO_DRAFT = RevisionDraft()
"""Nothing decided."""


def keep_draft(folder: Path, draft: RevisionDraft) -> None:
    """Keep a draft; an empty one is taken away.

    Raises:
        RevisionFailure: it cannot be written.
    """
    path = folder / FOLDER / _FILE
    if draft == NO_DRAFT:
        with suppress(OSError):
            system().remove(path)
        return
    decisions = [{"of": name} | _as_json(decision) for name, decision in draft.decisions]
    begun = [{"of": name, "step": one.step, "line": one.line} | _as_json(one.decision) for name, one in draft.begun]
    record = {"decisions": decisions, "left": list(draft.left), "begun": begun}
    with lock_revisions(folder):
        try:
            save(path, as_kept(folder, path, (to_json(record, indent=1) + "\n").encode()))
        except OSError as error:
            reason = cause_of(error)
            raise RevisionFailure("disk_error", file=f"{FOLDER}/{_FILE}", reason=reason) from None


def read_draft(folder: Path) -> RevisionDraft:
    """The draft that was kept, empty where there is none, or none that can be read."""
    try:
        record = json.loads(read_plain(folder / FOLDER / _FILE))
        decisions = tuple((str(one["of"]), _decision(one)) for one in record["decisions"])
        begun = tuple((str(one["of"]), _read_begun(one)) for one in record.get("begun", ()))
        return RevisionDraft(decisions, tuple(map(str, record["left"])), begun)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return NO_DRAFT


def _as_json(decision: Decision) -> dict[str, Any]:
    values = {name: getattr(decision, name) for name in decision.field_names()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _decision(found: Mapping[str, Any]) -> Decision:
    """A decision as it was kept.

    Raises:
        ValueError: it is none.
    """
    given = {name: found[name] for name in Decision.field_names()}
    fits = given["act"] in get_args(ActKind) and type(given["place"]) is int
    if not fits or not all(isinstance(given[name], str) for name in ("question", "other", "why")):
        raise ValueError(given["act"])
    return Decision.from_fields(given | {name: _texts(given[name]) for name in _TUPLES})


def _read_begun(found: Mapping[str, Any]) -> Begun:
    """A decision half written, as it was kept.

    Raises:
        ValueError: it is none.
    """
    if type(found["step"]) is not int or not isinstance(found["line"], str):
        raise ValueError(found["step"])
    return Begun(_decision(found), found["step"], found["line"])


def _texts(value: object) -> tuple[str, ...]:
    found: Sequence[object] = value if isinstance(value, list) else ()
    return tuple(one for one in found if isinstance(one, str))
