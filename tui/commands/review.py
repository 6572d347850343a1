"""``intervjuguide review``: coverage across the study, or one interview with its notes and times."""

from argparse import Namespace
from shutil import get_terminal_size

from interviews.review import Review, review
from interviews.review_json import as_json
from interviews.study import Study
from tui.commands.common import complain_of, need_study, participant_code, problem_json, say_json
from tui.exits import DATA, OK, UsageError
from tui.review_text import interview_text, study_text
from tui.saying import say
from tui.settings import Settings
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Review a study, or one participant's interviews; exit 1 when a file has errors."""
    study = Study(arguments.study)
    reading = study.guide()
    words = Words(settings.language_for(reading.guide.language if reading.guide else None))
    need_study(arguments.study, words)
    code = participant_code(arguments.participant, words) if arguments.participant is not None else None
    if not arguments.json:
        return show_review(study, code, words)
    result = review(study, code)
    if result is None:
        complain_of(reading.problems, words)
        return DATA
    _need_interview(result, code, words)
    document = as_json(result)
    document["problems"] = [problem_json(problem, words) for problem in result.problems]
    say_json(document)
    return DATA if any(problem.severity == "error" for problem in result.problems) else OK


def _need_interview(result: Review, code: str | None, words: Words) -> None:
    """Refuse a code that no log has; one whose log cannot be read is told as a problem instead."""
    if (
        code is not None
        and not result.interviews
        and not any(problem.file != "guide.yaml" for problem in result.problems)
    ):
        raise UsageError(words("review_no_interview", code=code))


def show_review(study: Study, code: str | None, words: Words) -> int:
    """Print the review for reading."""
    result = review(study, code)
    if result is None:
        complain_of(study.guide().problems, words)
        return DATA
    _need_interview(result, code, words)
    if code is None:
        say(study_text(result, words, get_terminal_size().columns))
    else:
        say("\n\n".join(interview_text(one, words) for one in result.interviews))
    complain_of(result.problems, words)
    return DATA if any(problem.severity == "error" for problem in result.problems) else OK
