"""The informant's read-through of the transcript."""

import re
from typing import Literal

from guide.model import Point
from guide.problems import fold_case
from interviews.core.checklists import ticks
from interviews.core.events import Ticked
from interviews.core.state import Interview

Step = Literal["offered", "wanted", "sent", "comments", "done"]
STEPS: tuple[Step, ...] = ("offered", "wanted", "sent", "comments", "done")
"""What there is to say of a read-through, in the order in which it happens."""

_IDS = frozenset({"transcript", "transkripsjon", "read_through"})
_WORDS = re.compile(r"(?i)transkri|transcri|gjennomles|les\w* (?:\w+ )?(?:i)?gjennom|read\w* (?:\w+ )?(?:it )?through")


def key_of(step: Step) -> str:
    """The key under which a step stands in ``study.jsonl``."""
    return f"transcript_{step}"


def is_read_through(point: Point) -> bool:
    """Whether a point of ``after`` offers the read-through: by its id, else by its words."""
    return fold_case(point.id) in _IDS or _WORDS.search(point.text) is not None


def offer_at_closing(interview: Interview) -> tuple[str, Ticked | None]:
    """What ticking when closing says of the offer: yes, no for "not needed", empty for neither; and the tick."""
    points = {point.id for point in interview.guide.after if is_read_through(point)}
    marks = [mark for id, mark in ticks(interview, "after").items() if id in points]
    said = "yes" if "done" in marks else "no" if "not_needed" in marks else ""
    acts = [
        act for act in interview.events() if isinstance(act, Ticked) and act.card == "after" and act.point in points
    ]
    return said, acts[-1] if said else None
