"""What the program says, in the reader's language.

The English sentence stands in the code where it is said; ``tui.catalogue`` has it in other languages. People's own
words never come from here, and are never formatted into a sentence that would read them as markup.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from guide.files import Cause
from guide.schema import LANGUAGES
from interviews.locked.names import OPEN
from tui.keymap import KEYS
from tui.sentences import N_, NN_, NP_

if TYPE_CHECKING:
    from gettext import NullTranslations

    from guide.advice import Advice
    from guide.problems import Problem
    from interviews.core.events import Refusal

__all__ = ("NN_", "NP_", "N_")

Language = str
"""A language of the interface: ``en``, or one that has a catalogue in ``tui/locale``."""

NORWEGIAN = ("nb", "nn")
"""Languages that name acts after ``/`` in Norwegian."""

_DAY_FIRST = (*NORWEGIAN, "da", "de")
"""Languages that write a date as 28.11.2026."""

_DATE = r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2})\S*)?)?$"


def language_of(code: str) -> Language:
    """The interface's language for a language code, as nb_NO or nn."""
    return LANGUAGES.get(code.lower().replace("_", "-").split("-")[0], "en")


class InStudy:
    """What sentences say otherwise of another study than the open one in this folder; chosen as the program starts.

    ``option`` tells a command that a sentence names which study it is about; ``ending`` is how names of logs end there.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Be about no study any more."""
        self.option, self.ending = "", OPEN


IN_STUDY = InStudy()
"""What ``{in_study}`` becomes behind a command in a sentence, and ``.jsonl`` in one that names a file."""


class Coded(Protocol):
    """What the domain says about something that went wrong."""

    @property
    def code(self) -> str:
        """Which sentence it is."""

    @property
    def facts(self) -> Mapping[str, object]:
        """What fills it."""


def sentence_of(code: str) -> str:
    """The English sentence for a code of the domain."""
    from tui.sentences.problems import PROBLEMS
    from tui.sentences.refusals import REFUSALS

    return PROBLEMS.get(code) or REFUSALS[code]


class Translator:
    """Sentences in one language, by the English one; ``_`` is its name wherever something is said.

    The facts fill the sentence's fields, and behind a command ``in_study`` says which study it is about.
    """

    def __init__(self, language: Language, *, in_words: bool = False) -> None:
        """``in_words``: what it says is heard or felt, and a sign that stands for something is said in words."""
        self.language: Language = language
        self.in_words = in_words
        self._said = dict[str, str]()

    def __call__(self, message: str, /, **facts: object) -> str:
        """The sentence; one that nothing fills is known by heart, as a long report says few of them very often."""
        if not facts and message in self._said:
            return KEYS.say(self._said[message])
        one, apart, many = message.partition("\0")
        if apart:
            return self.ngettext(one, many, int(str(facts["count"])), **facts)
        context, apart, sentence = message.rpartition("\4")
        if apart:
            return self.pgettext(context, sentence, **facts)
        said = message if self.language == "en" else self._catalogue.gettext(message)
        if not facts and "{" not in said and "}" not in said and OPEN not in said:
            self._said[message] = said
        return _fill(said, self._say_facts(facts))

    def ngettext(self, one: str, many: str, count: int, /, **facts: object) -> str:
        """The sentence for so many, which are its fact ``count``."""
        return _fill(self._catalogue.ngettext(one, many, count), {"count": count, **self._say_facts(facts)})

    def pgettext(self, context: str, message: str, /, **facts: object) -> str:
        """The sentence where English says two things with one word; the context tells the translator which."""
        return _fill(self._catalogue.pgettext(context, message), self._say_facts(facts))

    def problem(self, problem: "Problem", *, commands: bool = True) -> str:
        """What is wrong in a file, as a sentence; what became of several questions stands in it as a list.

        Without ``commands`` it is for others, who have no use for the command that tells more about the guide's changes.
        """
        from tui.sentences.refusals import CHANGES, COMMANDS

        lists = [(key, ids) for name, key in CHANGES.items() if (ids := problem.facts.get(name))]
        changes = " · ".join(self(key, ids=ids, count=ids.count(",") + 1) for key, ids in lists)
        said = self(sentence_of(problem.code), **{"changes": changes, **problem.facts})
        command = COMMANDS.get(problem.code) if commands else None
        return f"{said} {self(command, **problem.facts)}" if command else said

    def refusal(self, refusal: "Refusal") -> str:
        """Why nothing was done, as a sentence."""
        return self.failure(refusal)

    def failure(self, failure: "Coded") -> str:
        """What went wrong, as a sentence: the domain tells a code and the facts."""
        return self(sentence_of(failure.code), **failure.facts)

    def advice(self, advice: "Advice") -> str:
        """A piece of advice, as a sentence; a concept stands in it as it would inside one, in lower case."""
        evidence = advice.evidence
        if advice.form == "concept" and evidence[1:2].islower():
            evidence = evidence[0].lower() + evidence[1:]
        from tui.sentences.advice import ADVICE

        return self(ADVICE[advice.name], evidence=evidence, about=advice.about)

    def date(self, when: str) -> str:
        """A date as people write it: 28.11.2026 in Norwegian, Danish and German, 2026-11-28 in English and Swedish.

        A time of day that follows keeps its minutes; whatever is no such date stays as it stands.
        """
        found = re.match(_DATE, when)
        if found is None:
            return when
        year, month, day, time = found.groups()
        parts = [part for part in (year, month, day) if part]
        date = ".".join(reversed(parts)) if self.language in _DAY_FIRST else "-".join(parts)
        return f"{date} {time}" if time else date

    def sign(self, sign: str) -> str:
        """A sign as it is drawn, or what it stands for."""
        if not self.in_words:
            return sign
        from tui.sentences.code_names import SIGN_NAMES

        return self(SIGN_NAMES[sign])

    def decimal(self, number: str) -> str:
        """A number as people write it: 4,5, and 4.5 in English."""
        return number if self.language == "en" else number.replace(".", ",")

    def _say_facts(self, facts: dict[str, object]) -> dict[str, object]:
        """The facts, with what the system says of a file in this language."""
        if not any(isinstance(value, Cause) for value in facts.values()):
            return facts
        from tui.sentences.problems import sentence_of_cause

        return {
            name: self._catalogue.gettext(sentence_of_cause(value)) if isinstance(value, Cause) else value
            for name, value in facts.items()
        }

    @cached_property
    def _catalogue(self) -> "NullTranslations":
        if self.language == "en":
            from gettext import NullTranslations  # most of what is said in English needs none

            return NullTranslations()
        from tui.catalogue import read_catalogue

        return read_catalogue(self.language)


def _fill(sentence: str, facts: dict[str, object]) -> str:
    sentence = KEYS.say(sentence)
    if IN_STUDY.ending != OPEN:
        sentence = sentence.replace(OPEN, IN_STUDY.ending)
    if "{" not in sentence and "}" not in sentence:
        return sentence
    return sentence.format(**{"in_study": IN_STUDY.option, **facts})
