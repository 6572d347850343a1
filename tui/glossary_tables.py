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
from tui.translator import Translator

_KEYS: Mapping[str, tuple[str, Iterable[str]]] = {
    "Types of questions (moves)": ("observing_act_{}", MOVES),
    "What an observer notices (signs)": ("observing_act_{}", SIGNS),
    "Verdicts on a question": ("verdict_{}", VERDICTS),
    "Where a question went wrong": ("reason_{}", REASONS),
    "Kinds of pilots": ("pilot_kind_{}", (kind for kind in get_args(PilotKind) if kind)),
    "States of a question": ("report_state_{}", get_args(QuestionState)),
    "What became of a follow-up": ("review_fate_{}", FATES),
}


def value_tables() -> str:
    """Every fixed value of the files with its words in bokmål and English, in Markdown."""
    norwegian, english = Translator("nb"), Translator("en")
    parts = []
    for title, (key, values) in _KEYS.items():
        rows = [f"| `{one}` | {norwegian(key.format(one))} | {english(key.format(one))} |" for one in values]
        parts.append("\n".join([f"### {title}", "", "| in files | bokmål | English |", "|---|---|---|", *rows]))
    return "\n\n".join(parts)
