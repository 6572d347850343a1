"""Style sheets parsed once in a process, not once for each app.

A twentieth of all time goes into that otherwise, and a third of an app's start.
"""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


def share() -> None:
    """Let apps have in common what is made of the same sheet with the same colours; nothing changes it afterwards."""
    parse = Stylesheet._parse_rules
    parsed: dict[tuple[Any, ...], list[RuleSet]] = {}

    def parse_once(sheet: Stylesheet, css: str, *where: Any, **which: Any) -> list[RuleSet]:
        key = (css, where, *which.items(), *sheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(sheet, css, *where, **which)
        return parsed[key]

    Stylesheet._parse_rules = parse_once  # type: ignore[method-assign, assignment]
