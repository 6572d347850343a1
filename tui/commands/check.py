"""``intervjuguide check``: what is wrong in a guide, each fault with its place."""

from argparse import Namespace
from pathlib import Path

from guide.reading import Reading, read_guide_file
from tui.commands.common import complain_of, problem_json, say_json
from tui.exits import DATA, OK
from tui.saying import say
from tui.settings import Settings
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Check a guide file; exit 1 when it has errors."""
    path: Path = arguments.guide or arguments.study / "guide.yaml"
    if path.is_dir():
        path /= "guide.yaml"
    reading = read_guide_file(path, str(path) if arguments.guide else path.name)
    words = Words(settings.language_for(reading.guide.language if reading.guide else None))
    if arguments.json:
        say_json(_as_json(reading, words))
    else:
        _print(reading, words)
    return OK if reading.ok else DATA


def _as_json(reading: Reading, words: Words) -> dict[str, object]:
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    others = [problem for problem in reading.problems if problem.severity != "error"]
    return {
        "ok": reading.ok,
        "errors": [problem_json(problem, words) for problem in errors],
        "warnings": [problem_json(problem, words) for problem in others],
        "advice": [],
        "counts": _counts(reading),
    }


def _counts(reading: Reading) -> dict[str, int]:
    guide = reading.guide
    questions = guide.questions if guide is not None else ()
    return {
        "research_questions": len(guide.research_questions) if guide is not None else 0,
        "questions": len(questions),
        "probes": sum(len(question.probes) for question in questions),
    }


def _print(reading: Reading, words: Words) -> None:
    complain_of(reading.problems, words)
    if reading.ok:
        say(words("check_ok", **_counts(reading)))
