"""The interface's words, Norwegian and English side by side.

People's own words never come from here, and are never formatted into a sentence that would read them as markup.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from guide.problems import Problem
from interviews.core.events import Refusal

if TYPE_CHECKING:
    from guide.advice import Advice

Language = Literal["nb", "en"]
Pair = tuple[str, str]

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2})\S*)?)?$")
_NORWEGIAN = ("nb", "nn", "no")


def language_of(code: str) -> Language:
    """The interface's language for a language code: Norwegian for nb, nn and no, else English."""
    return "nb" if code.lower().replace("_", "-").split("-")[0] in _NORWEGIAN else "en"


class InStudy:
    """How a command that a sentence names is told which study it is about; chosen once, when the program starts."""

    def __init__(self) -> None:
        self.option = ""


IN_STUDY = InStudy()
"""What ``{in_study}`` becomes behind a command in a sentence: nothing where the study is the current folder."""


class Words:
    """Sentences in one language, by their key."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._index = 0 if language == "nb" else 1
        self._tables = _tables()

    def __call__(self, key: str, /, **facts: object) -> str:
        """The sentence for a key, its fields filled in; behind a command ``in_study`` says which study it is about.

        Raises:
            KeyError: there is no such key; a test reads the code for keys, so that people never meet this.
        """
        return self._tables[key][self._index].format(**{"in_study": IN_STUDY.option, **facts})

    def problem(self, problem: Problem) -> str:
        """What is wrong in a file, as a sentence."""
        return self(problem.code, **problem.facts)

    def advice(self, advice: "Advice") -> str:
        """A piece of advice, as a sentence; a concept stands in it as it would inside one, in lower case."""
        evidence = advice.evidence
        if advice.form == "concept" and evidence[1:2].islower():
            evidence = evidence[0].lower() + evidence[1:]
        return self(f"advice_{advice.name}", evidence=evidence, about=advice.about)

    def refusal(self, refusal: Refusal) -> str:
        """Why nothing was done, as a sentence."""
        return self(refusal.code, **refusal.facts)

    def date(self, when: str) -> str:
        """A date as people write it: 28.11.2026 in Norwegian, 2026-11-28 in English.

        A time of day that follows keeps its minutes; whatever is no such date stays as it stands.
        """
        found = _DATE.match(when)
        if found is None:
            return when
        year, month, day, time = found.groups()
        parts = [part for part in (year, month, day) if part]
        date = ".".join(reversed(parts)) if self.language == "nb" else "-".join(parts)
        return f"{date} {time}" if time else date

    @property
    def template(self) -> str:
        """The guide that a new study begins with; it is a file, not a sentence, so nothing is filled in."""
        from tui.words.template import TEMPLATE

        return TEMPLATE[self._index]

    def title(self, act: str) -> str:
        """An act's short name, for palette and help."""
        return self(f"act_{act}")

    def help(self, act: str) -> str:
        """An act in one line, for help and the manual."""
        return self(f"help_{act}")


def _tables() -> Mapping[str, Pair]:
    from tui.words.actions import ACTS
    from tui.words.advice import ADVICE
    from tui.words.appendix import APPENDIX
    from tui.words.changes import CHANGES
    from tui.words.commands import COMMANDS
    from tui.words.copying import COPYING
    from tui.words.correcting import CORRECTING
    from tui.words.ending import ENDING
    from tui.words.exporting import EXPORTING
    from tui.words.importing import IMPORTING
    from tui.words.keeping import KEEPING
    from tui.words.leaving import LEAVING
    from tui.words.live import SCREEN
    from tui.words.method import METHOD
    from tui.words.method_document import METHOD_DOCUMENT
    from tui.words.observing import OBSERVING
    from tui.words.piloting import PILOTING
    from tui.words.practising import PRACTISING
    from tui.words.problems import PROBLEMS
    from tui.words.refusals import REFUSALS
    from tui.words.replaying import REPLAYING
    from tui.words.reporting import REPORT
    from tui.words.reviewing import REVIEW
    from tui.words.revising import REVISING
    from tui.words.scanning import SCANNING

    return {
        **PROBLEMS,
        **REFUSALS,
        **KEEPING,
        **LEAVING,
        **ACTS,
        **SCREEN,
        **COMMANDS,
        **COPYING,
        **REVIEW,
        **CHANGES,
        **REVISING,
        **PRACTISING,
        **OBSERVING,
        **REPLAYING,
        **REPORT,
        **METHOD,
        **METHOD_DOCUMENT,
        **ADVICE,
        **PILOTING,
        **APPENDIX,
        **EXPORTING,
        **CORRECTING,
        **ENDING,
        **IMPORTING,
        **SCANNING,
    }
