"""``touches``: which question a note would be offered for."""

from argparse import Namespace
from pathlib import Path

from guide.reading import read_guide_file
from interviews.linking.suggestions import LinkSuggester, Offer
from interviews.study.folder import Study
from interviews.study.placement import Placements
from interviews.study.previous_interviews import earlier
from tui.commands.json_output import say_json
from tui.console import DATA, OK, complain_of, print_out, read_input
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Say what each note touches; exit 1 when the guide, or an interview that would be evidence, has errors."""
    given: Path | None = arguments.guide
    study = Study(arguments.study)
    reading = read_guide_file(given, str(given)) if given else study.guide()
    guide = reading.guide
    if guide is None:
        complain_of(reading.problems, Translator(settings.language_for(reading.language)))
        return DATA
    told = [] if given else list(study.load_interviews())
    placements = Placements.of_study(study.folder, reading)
    held = (one.interview for one in told if one.interview is not None)
    links = earlier(placements.of(one.guide).view(one) for one in held).links
    offerer = LinkSuggester(guide, links)
    lines = _lines()
    bests = [offerer.best(line) for line in lines]
    if arguments.json:
        answers = zip(lines, bests, strict=True)
        say_json(
            [
                {"line": line, "id": _sure_question(best), "score": round(best.score, 4) if best is not None else 0.0}
                for line, best in answers
            ]
        )
    elif lines:
        print_out(
            "\n".join(f"{_sure_question(best) or '-':<3} {line}" for line, best in zip(lines, bests, strict=True))
        )
    errors = [problem for one in told for problem in one.problems if problem.severity == "error"]
    complain_of(errors, Translator(settings.language_for(guide.language)))
    return DATA if errors else OK


def _lines() -> list[str]:
    r"""The lines of standard input, parted by ``"\n"`` alone; a byte that is no UTF-8 is replaced."""
    lines = read_input().decode("utf-8", "replace").split("\n")
    return lines if lines[-1] else lines[:-1]


def _sure_question(best: Offer | None) -> str | None:
    return best.question if best is not None and best.sure else None
