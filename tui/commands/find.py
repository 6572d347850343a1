"""``find``: questions that a few words find."""

from argparse import Namespace
from pathlib import Path

from guide.reading import read_guide_file
from guide.search import QuestionIndex
from tui.console import DATA, OK, complain_of, print_out
from tui.input.lookup import LEAST, filter_sure
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Find questions; exit 1 when the guide cannot be read."""
    path: Path = arguments.guide or arguments.study / "guide.yaml"
    reading = read_guide_file(path, str(path) if arguments.guide else path.name)
    guide = reading.guide
    if guide is None:
        complain_of(reading.problems, Translator(settings.language_for(reading.language)))
        return DATA
    words = " ".join(arguments.words)
    hits = filter_sure(QuestionIndex(guide).find(words), words, guide, LEAST)
    texts = {question.id: question.ask for question in guide.questions}
    if arguments.json:
        from tui.commands.json_output import say_json

        say_json([{"id": hit.id, "score": round(hit.score, 4), "text": texts[hit.id]} for hit in hits])
    else:
        _ = Translator(settings.language_for(guide.language))
        print_out("\n".join(f"{hit.id:<5} {texts[hit.id]}" for hit in hits) or _("Found no question."))
    return OK
