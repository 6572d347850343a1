"""``intervjuguide export``: what others can use of a study: the guide on paper, and facts for a method chapter."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from guide.faults import nearest
from guide.model import Guide
from interviews.codec import to_json
from interviews.facts import fact_json
from interviews.guides_used import read_revisions
from interviews.method import method_facts
from interviews.numbering import RevisionNumbers
from interviews.placement import Placements
from interviews.state import Interview
from interviews.study import Study
from interviews.study_facts import read_study_facts
from tui.commands.common import complain_of, need_study, problem_json, say_json
from tui.exits import DATA, OK, UsageError
from tui.method_text import method_text
from tui.output_files import save_output
from tui.saying import say
from tui.settings import Settings
from tui.signature import SIGNED, signed_json, signed_markdown
from tui.words import Words

FORMATS = ("guide", "paper", "method", "reflexive")
"""What can be exported."""

_BELONGING = {
    "guide": ("ids", "output"),
    "paper": ("output",),
    "reflexive": ("participant", "json", "output", "anyway"),
    "method": ("participant", "fact", "json", "output", "anyway"),
}
"""The options that each format takes."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Export a study in one format, or write down a fact about it; exit 1 when a file has errors."""
    study = Study(arguments.study)
    words = Words(settings.language_for(study.guide().language))
    if arguments.format not in FORMATS:
        near = nearest(arguments.format, FORMATS)
        key = "export_unknown_near" if near else "export_unknown"
        raise UsageError(words(key, name=arguments.format, near=near, formats=", ".join(FORMATS)))
    _need_fitting(arguments, words)
    need_study(arguments.study, words)
    if arguments.format == "reflexive":
        from tui.commands.export_reflexive import export_reflexive

        return export_reflexive(study, arguments, words)
    if arguments.format != "method":
        from tui.commands.export_guide import export_guide

        return export_guide(study, arguments, words)
    if arguments.fact:
        from tui.commands.study_fact import keep_facts

        return keep_facts(study, arguments, words)
    if arguments.participant is not None:
        raise UsageError(words("export_participant"))
    return _method(study, arguments, words)


def _method(study: Study, arguments: Namespace, words: Words) -> int:
    said, revisions = read_study_facts(study.folder), read_revisions(study.folder)
    sitting = _Sitting(study)
    facts = method_facts(sitting.interviews(), said, revisions, sitting.guide, RevisionNumbers(study))
    problems = (*sitting.problems, *said.problems, *revisions.problems)
    guide = sitting.guide or sitting.latest
    if guide is None:
        complain_of(problems, words)
        return DATA
    file = None if arguments.output in (None, "-") else Path(arguments.output)
    written = OK
    if arguments.json:
        document = {
            "title": guide.title,
            "facts": [fact_json(fact) for fact in facts],
            "problems": [problem_json(problem, words) for problem in problems],
        }
        if file is None:
            say_json(document)
        else:
            made = signed_json(to_json(document, indent=1))
            written = save_output(file, made, SIGNED, words, problems, anyway=arguments.anyway)
    else:
        text = method_text(guide.title, facts, words)
        if file is None:
            say(text)
        else:
            made = signed_markdown(text)
            written = save_output(file, made, SIGNED, words, problems, anyway=arguments.anyway)
        complain_of(problems, words)
    return DATA if any(problem.severity == "error" for problem in problems) else written


def _need_fitting(arguments: Namespace, words: Words) -> None:
    """Refuse an option that another format takes.

    Raises:
        UsageError: there is one.
    """
    for option in ("participant", "fact", "json", "ids", "anyway"):
        if getattr(arguments, option) and option not in _BELONGING[arguments.format]:
            raise UsageError(words("export_not_for", option=f"--{option}", format=arguments.format))


class _Sitting:
    """Goes through a study's interviews once, and gathers what is wrong on the way."""

    def __init__(self, study: Study) -> None:
        reading = study.guide()
        self.guide = reading.guide
        self._placements = Placements.of_study(study.folder, reading)
        self.latest: Guide | None = None
        self.problems = [problem for problem in reading.problems if problem.severity == "error"]
        self._study = study

    def interviews(self) -> Iterator[tuple[str, Interview]]:
        """Each interview that can be read, with its log's name."""
        for told in self._study.told():
            self.problems += told.problems
            if told.interview is not None:
                self.latest = told.interview.guide
                yield told.file.name, self._placements.of(told.interview.guide).view(told.interview)
        self.problems += self._study.strays()
