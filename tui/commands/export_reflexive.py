"""``intervjuguide export reflexive``: the chain of the researcher's reflexive notes, for the researcher."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from guide.problems import Problem
from interviews.codec import to_json
from interviews.placement import Placements
from interviews.reflexive import Link, reflexive_chain
from interviews.state import Interview
from interviews.study import Study
from interviews.study_facts import read_study_facts
from tui.commands.common import complain_of, interview_code, problem_json, say_json
from tui.exits import DATA, OK, UsageError
from tui.output_files import save_output
from tui.report.markdown_text import broken, inline
from tui.saying import say
from tui.signature import SIGNED, signed_json, signed_markdown
from tui.stamps import stamp
from tui.words import Words


def export_reflexive(study: Study, arguments: Namespace, words: Words) -> int:
    """Write the whole chain, or one participant's or interview's part of it; exit 1 when a file has errors.

    Raises:
        UsageError: there is no interview with that code.
    """
    said = read_study_facts(study.folder)
    code = None if arguments.participant is None else interview_code(arguments.participant, words)
    if code is not None and code not in {name for file in study.logs() for name in (file.participant, file.path.stem)}:
        raise UsageError(words("review_no_interview", code=code))
    problems = list(said.problems)
    chain = reflexive_chain(_interviews(study, code, problems), () if code is not None else said.reflections())
    file = None if arguments.output in (None, "-") else Path(arguments.output)
    written = OK
    if arguments.json:
        listed = [{name: getattr(link, name) for name in link.field_names()} for link in chain]
        document = {"reflexive": listed, "problems": [problem_json(problem, words) for problem in problems]}
        if file is None:
            say_json(document)
        else:
            made = signed_json(to_json(document, indent=1))
            written = save_output(file, made, SIGNED, words, problems, anyway=arguments.anyway)
    else:
        text = chain_text(chain, words)
        if file is None:
            say(text)
        else:
            made = signed_markdown(text)
            written = save_output(file, made, SIGNED, words, problems, anyway=arguments.anyway)
        complain_of(problems, words)
    return DATA if any(problem.severity == "error" for problem in problems) else written


def _interviews(study: Study, code: str | None, problems: list[Problem]) -> Iterator[tuple[str, Interview]]:
    placements = Placements.of_study(study.folder, study.guide())
    for told in study.told(code):
        problems += told.problems
        if told.interview is not None:
            yield told.file.path.stem, placements.of(told.interview.guide).view(told.interview)
    problems += study.strays(code)


def chain_text(chain: tuple[Link, ...], words: Words) -> str:
    """The chain as Markdown: a heading for each note, and its words as they were written."""
    blocks = [f"# {words('reflexive_title')}", words("reflexive_own")]
    for link in chain:
        where = [
            words.date(link.when) or words("report_date_gone"),
            link.interview or words("reflexive_between"),
        ]
        where += [stamp(link.t)] if link.t is not None else []
        where += [" ".join(link.about)] if link.about else []
        blocks.append(f"## {inline(' · '.join(where), ' ')}")
        blocks.append(broken(link.text))
    if not chain:
        blocks.append(words("reflexive_none"))
    return "\n\n".join(blocks)
