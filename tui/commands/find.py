"""``find``: questions and notes, by a few words."""

from argparse import Namespace
from pathlib import Path

from guide.reading import read_guide_file
from guide.search import QuestionIndex
from tui.console import DATA, OK, UsageError, complain_folded, complain_of, print_out
from tui.input.lookup import LEAST, filter_sure
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Find questions, or notes; exit 1 when the guide cannot be read."""
    if arguments.notes:
        return _find_notes(arguments, settings)
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


def _find_notes(arguments: Namespace, settings: Settings) -> int:
    """Every note of the study that has all the words, or words that begin so; what was left out has none.

    As JSON they leave the program, so reflexive notes and those that may not be used stay, and are counted.
    """
    from guide.normalize import words_of
    from interviews.core.notes import notes, outward_notes
    from interviews.study.coarse import OutwardStudy
    from interviews.study.placement import Placements
    from tui.commands.common import find_study
    from tui.documents.notes import note_line

    study, _ = find_study(arguments, settings)
    if arguments.guide:
        raise UsageError(_("--notes looks into the study's interviews: leave --guide out"))
    wanted = words_of(" ".join(arguments.words))
    if not wanted:
        raise UsageError(_("there is no word to look for: write letters or digits that the notes have"))
    if arguments.json:
        study = OutwardStudy(study.folder)
    placements = Placements.of_study(study.folder, study.guide())
    told, found, kept_back = list(study.load_interviews()), [], 0
    for one in told:
        if one.interview is not None:
            interview = placements.of(one.interview.guide).view(one.interview)
            outward = {note.seq for note in outward_notes(interview)} if arguments.json else set()
            for note in notes(interview):
                words = words_of(note.text)
                if not all(any(word.startswith(begun) for word in words) for begun in wanted):
                    continue
                if arguments.json and note.seq not in outward:
                    kept_back += 1
                else:
                    found.append((one.file.code, note, note_line(note, interview, _)))
    if arguments.json:
        from tui.commands.json_output import say_json

        say_json(
            [
                {
                    "interview": code,
                    "seq": note.seq,
                    "t": note.when,
                    "kind": note.kind,
                    "about": [*note.about],
                    "text": note.text,
                }
                for code, note, _line in found
            ]
        )
    else:
        print_out("\n".join(f"{code:<5}{line}" for code, _note, line in found) or _("Found no note."))
    if kept_back:
        complain_folded(
            _.ngettext(
                "1 note with these words is left out: it is reflexive, or may not be used, or nobody has said that it may.",
                "{count} notes with these words are left out: they are reflexive, or may not be used, or nobody has said that they may.",
                kept_back,
            )
        )
    complain_of((problem for one in told for problem in one.problems), _)
    return OK
