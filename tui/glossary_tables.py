"""Tables of the glossary.

The values that files hold, beside the words of the screen.
"""

from collections.abc import Iterable, Mapping
from typing import get_args

from interviews.core.coverage import QuestionState
from interviews.core.events import PilotKind
from interviews.core.notes import FATES
from interviews.core.verdicts import REASONS, VERDICTS
from interviews.observing import MOVES, SIGNS
from tui.names import FATE_NAMES, PILOT_KIND_NAMES, REASON_NAMES, STATE_NAMES, VERDICT_NAMES
from tui.observer.observer_controller import OBSERVER_TITLES
from tui.translator import Translator

_TABLES: Mapping[str, tuple[Mapping[str, str], Iterable[str]]] = {
    "Types of questions (moves)": (OBSERVER_TITLES, MOVES),
    "What an observer notices (signs)": (OBSERVER_TITLES, SIGNS),
    "Verdicts on a question": (VERDICT_NAMES, VERDICTS),
    "Where a question went wrong": (REASON_NAMES, REASONS),
    "Kinds of pilots": (PILOT_KIND_NAMES, (kind for kind in get_args(PilotKind) if kind)),
    "States of a question": (STATE_NAMES, get_args(QuestionState)),
    "What became of a follow-up": (FATE_NAMES, FATES),
}


def value_tables() -> str:
    """Every fixed value of the files with its words in bokmål and English, in Markdown."""
    norwegian, english = Translator("nb"), Translator("en")
    parts = []
    for title, (names, values) in _TABLES.items():
        rows = [f"| `{one}` | {norwegian(names[one])} | {english(names[one])} |" for one in values]
        parts.append("\n".join([f"### {title}", "", "| in files | bokmål | English |", "|---|---|---|", *rows]))
    return "\n\n".join(parts)
