"""Reading ``guide.yaml``: a guide, or all its problems.

Each problem has its line and column.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from guide.builder import build_guide
from guide.files import OddFileError, cause_of, read_file
from guide.frozen import NOTHING, Value
from guide.model import Guide
from guide.nodes import MapNode, Place
from guide.problems import Fault, Problem, ProblemList, Severity
from guide.yaml_recovery import certain_problems
from guide.yaml_tree import MAX_BYTES, YamlTree, parse

MOST_PROBLEMS = 1_000

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NAMED = r"""["']?language["']?[ \t]*:[ \t]*["']?([A-Za-z]{2})(?![A-Za-z])"""
_LANGUAGE = (re.compile(rf"^[ \t]*{_NAMED}", re.MULTILINE), re.compile(rf"[{{,][ \t]*{_NAMED}"))


class Reading(Value):
    """What came of reading a guide: the guide when there are no errors, and all problems in the file's order.

    ``places`` says where each question, research question and part stands, by its id, so that advice about it can point
    at its line.
    ``counted`` are the ids that reading gave: the author wrote none there. ``written_language`` is what the file says
    of its language, where it has errors.
    """

    guide: Guide | None
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, Place] = NOTHING
    counted: frozenset[str] = frozenset()
    written_language: str | None = None

    @property
    def language(self) -> str | None:
        """The guide's language, also where the guide has errors and its language can be read all the same."""
        return self.guide.language if self.guide is not None else self.written_language

    @property
    def ok(self) -> bool:
        """Whether the guide can be used; warnings don't hinder that."""
        return self.guide is not None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the guide from being used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that the author should look at, and that hinder nothing."""
        return tuple(problem for problem in self.problems if problem.severity != "error")


@lru_cache(maxsize=16)  # one command reads the same text several times
def read_guide(text: str | bytes, file: str) -> Reading:
    """The guide that ``text`` holds; ``file`` is the name that its problems carry. Never raises for any text."""
    reading = read_tree(parse(text, file), file)
    return reading if reading.ok else reading.but(written_language=_language_in(text))


def read_guide_file(path: Path, name: str) -> Reading:
    """The guide in a file; one that is missing, a folder or unreadable is a problem and not an exception."""
    try:
        data = read_file(path, MAX_BYTES + 1)
    except FileNotFoundError:
        return _unread(name, Fault.NOT_FOUND)
    except IsADirectoryError:
        return _unread(name, Fault.IS_FOLDER)
    except OddFileError:
        return _unread(name, Fault.IS_ODD)
    except (OSError, ValueError) as error:
        return _unread(name, Fault.UNREADABLE, reason=cause_of(error))
    return read_guide(data, name)


def read_tree(tree: YamlTree, file: str) -> Reading:
    """The guide that a tree of nodes holds, from a file or from the copy in a log."""
    if tree.root is None:
        return _of_all(file, tree.problems) if tree.problems else _unread(file, Fault.NOTHING_WRITTEN)
    faults = ProblemList(file)
    if not isinstance(tree.root, MapNode):
        if not tree.mended:
            faults.error(tree.root, Fault.NOT_A_GUIDE)
        return _of_all(file, (*tree.problems, *faults.problems))
    guide, places, counted = build_guide(tree.root, faults)
    found = certain_problems(faults.problems, tree.mended, whole=tree.whole)
    problems = ProblemList(file, (*tree.problems, *found)).problems
    broken = any(problem.severity == "error" for problem in problems)
    return Reading(None if broken else guide, _first(file, problems), places, counted)


def salvage(tree: YamlTree) -> Guide | None:
    """The guide in a tree with everything of it that can be used, broken rules or not; None without a question."""
    if not isinstance(tree.root, MapNode):
        return None
    guide, _, _ = build_guide(tree.root, ProblemList(""), most=sys.maxsize)
    known = {question.id for question in guide.questions}
    return guide if known else None


def _language_in(text: str | bytes) -> str | None:
    """The language that a line of a text names, however broken the rest is."""
    whole = text if isinstance(text, str) else text.decode("utf-16" if text[:2] in _UTF16 else "utf-8", "replace")
    found = next((found for form in _LANGUAGE if (found := form.search(whole))), None)
    return found[1].casefold() if found else None


def _of_all(file: str, problems: Iterable[Problem]) -> Reading:
    return Reading(None, _first(file, ProblemList(file, problems).problems))


def _first(file: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """As many problems as a person could mend, and how many more there are."""
    left = problems[MOST_PROBLEMS:]
    if not left:
        return problems
    severity: Severity = "error" if any(problem.severity == "error" for problem in left) else "warning"
    more = Problem(file, left[0].line, left[0].column, Fault.MORE, {"count": f"{len(left)}"}, severity)
    return (*problems[:MOST_PROBLEMS], more)


def _unread(name: str, fault: Fault, **facts: str) -> Reading:
    return Reading(None, (Problem(name, 1, 1, fault, facts),))
