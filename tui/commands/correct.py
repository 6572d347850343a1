"""``correct``: what the informant wants changed after reading.

``correct study`` is about the study's own notes.
"""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from guide.problems import one_line
from interviews.core.checklists import key_of
from interviews.core.clock import SystemClock
from interviews.core.commands import CorrectNote, TakeBackCorrection
from interviews.core.corrections import words_of
from interviews.core.events import Commented, Proposed, Refusal, Said
from interviews.core.notes import notes
from interviews.core.state import Interview
from interviews.data_management.leaving_out import (
    LeftWords,
    StudyWords,
    leave_out,
    leave_out_of_study,
    reword,
    words_of_study,
)
from interviews.data_management.traces import find_traces
from interviews.data_management.unfinished import FOLDER, NotTakenBackError
from interviews.failures import LogFailure
from interviews.os_support import end_of_input, quote
from interviews.study.facts import FILE as STUDY_FILE
from interviews.study.facts import read_study_facts
from interviews.study.folder import LoadedInterview, Study
from interviews.study.placement import Placements
from tui.commands.common import find_study, interview_code, read_words, tell_cut_short
from tui.console import (
    DATA,
    OK,
    UsageError,
    agrees,
    at_terminal,
    complain_folded,
    complain_of,
    print_error,
    print_out,
    say_folded,
    types,
)
from tui.documents.notes import note_line
from tui.escape import visible_lines
from tui.review.late_edits import LateEditSession
from tui.settings import Settings
from tui.time_format import format_time
from tui.translator import N_, Translator

_MOST = 1_000_000
_Left = LeftWords | Refusal | None
_STUDY = ("study", "studien")
"""What stands instead of a code where the words are those of ``study.jsonl``."""


def run(arguments: Namespace, settings: Settings) -> int:
    """List what has words, or give one of them other words; exit 1 where that cannot be."""
    study, _ = find_study(arguments, settings)
    if arguments.code.casefold() in _STUDY:
        return _of_study(study, arguments, _)
    code = interview_code(arguments.code, _)
    told = list(study.load_interviews(code, sources=True))
    found = [one for one in told if one.interview is not None]
    if not told:
        raise UsageError(_("there is no interview with {code}", code=code))
    if not found:
        complain_of((problem for one in told for problem in one.problems), _)
        return DATA
    if arguments.note is None:
        if arguments.leave_out or arguments.drop_tags or arguments.undo or arguments.text_file is not None:
            raise UsageError(
                _("say which note with --note NUMBER; intervjuguide correct {code}{in_study} lists them", code=code)
            )
        return _list(study, found, _)
    if arguments.undo:
        if arguments.leave_out or arguments.drop_tags or arguments.text_file is not None:
            raise UsageError(_("--undo takes the last correction back, and needs --note alone"))
        return _take_back(study, _the_one(told, code, _), arguments.note, _)
    if arguments.leave_out:
        if arguments.drop_tags or arguments.text_file is not None:
            raise UsageError(_("--leave-out takes all out, words and tags: use it without --text-file and --drop-tags"))
        return _leave_out(study, _the_one(told, code, _), arguments.note, _)
    return _correct(study, _the_one(told, code, _), arguments, _)


def _the_one(told: list[LoadedInterview], code: str, _: Translator) -> LoadedInterview:
    """The interview of this very code, never another one of the participant: I1 is the first, I1-2 the second.

    Raises:
        UsageError: it is not there, or cannot be read.
    """
    one = next((one for one in told if one.file.code == code and one.interview is not None), None)
    if one is None:
        others = ", ".join(one.file.code for one in told if one.interview is not None)
        raise UsageError(
            _(
                "interview {code} is not here, or cannot be read; {others} is. Write the code of the interview that has the words",
                code=code,
                others=others,
            )
        )
    return one


def _list(study: Study, found: list[LoadedInterview], _: Translator) -> int:
    placements = Placements.of_study(study.folder, study.guide())
    for one in found:
        if one.interview is None:
            continue
        interview = placements.of(one.interview.guide).view(one.interview)
        lines = dict(sorted(_list_words(interview, _)))
        print_out(one.file.code if lines else _("{code} has no words to correct.", code=one.file.code))
        for seq, line in lines.items():
            first, *rest = visible_lines(line)
            print_out(f"{seq:>5} {first}")
            for more in rest:
                print_out(f"{'':18}{more}")
        if lines:
            say_folded(
                _("Correct one of them: intervjuguide correct {code} --note NUMBER{in_study}", code=one.file.code)
            )
    return OK


def _list_words(interview: Interview, _: Translator) -> Iterator[tuple[int, str]]:
    """Everything that has words, by its number."""
    yield from ((note.seq, note_line(note, interview, _)) for note in notes(interview))
    for act in interview.events():
        text = words_of(act)
        if text is not None:
            kind = _(
                N_("said in practice")
                if isinstance(act, Said)
                else N_("said in the pilot")
                if isinstance(act, Commented | Proposed)
                else N_("reason")
            )
            yield act.seq, f"{format_time(act.t):>7}  {kind}: {text}"


def _correct(study: Study, one: LoadedInterview, arguments: Namespace, _: Translator) -> int:
    code, interview = one.file.code, one.interview
    assert interview is not None  # noqa: S101  only such are chosen
    said = _words_of(interview, arguments.note)
    if said is None:
        raise UsageError(_("Number {seq} is no note, and no reason.", seq=arguments.note))
    if arguments.drop_tags and arguments.text_file is None:
        text = said
    else:
        if arguments.text_file is None and types() and said:
            print_error(_("Number {seq} is now: {text}", seq=arguments.note, text=said))
        text = _read(arguments.text_file, _)
    evening = _evening(study, one, _)
    try:
        outcome = evening.do(CorrectNote(text, arguments.note, drop_tags=arguments.drop_tags))
    finally:
        evening.close()
    if outcome.said:
        (print_out if outcome.done else print_error)(outcome.said)
    if not outcome.done or outcome.code:
        return OK if outcome.code == "unchanged_note" else DATA
    say_folded(
        _(
            "{code}: number {seq} is corrected. The words before are shown and exported no more; --leave-out takes them out of the log.",
            code=code,
            seq=arguments.note,
        )
    )
    _tell_traces(study, one.file.path, (said,), _, besides=one.file.name)
    if code not in read_study_facts(study.folder).of_interviews(key_of("comments")):
        say_folded(
            _(
                "Say that the comments have come with:\n"
                "  intervjuguide export method --participant {code} --fact transcript_comments=yes{in_study}",
                code=code,
            )
        )
    return OK


def _take_back(study: Study, one: LoadedInterview, seq: int, _: Translator) -> int:
    """Take the last correction back: the words before it stand again."""
    evening = _evening(study, one, _)
    try:
        outcome = evening.do(TakeBackCorrection(seq))
    finally:
        evening.close()
    (print_out if outcome.done else print_error)(outcome.said)
    return OK if outcome.done else DATA


def _evening(study: Study, one: LoadedInterview, _: Translator) -> LateEditSession:
    assert one.interview is not None  # noqa: S101  only such are chosen
    placement = Placements.of_study(study.folder, study.guide()).of(one.interview.guide)
    return LateEditSession(study, one.file, one.interview, placement, SystemClock(), _)


def _leave_out(study: Study, one: LoadedInterview, seq: int, _: Translator) -> int:
    """Take the words out of the log; at a terminal they are shown, and it is asked once."""
    interview = one.interview
    assert interview is not None  # noqa: S101  only such are chosen
    said = _words_of(interview, seq)
    shown = _("{code}, number {seq}: {text}", code=one.file.code, seq=seq, text=said) if said else ""
    left = _carry_out(study, shown, lambda: leave_out(study.folder, one.file.path, seq), _)
    if left is None:
        return DATA
    if isinstance(left, Refusal):
        raise UsageError(_.refusal(left))
    _say_left(study, left, one.file.code, seq, _)
    _tell_traces(study, one.file.path, left.texts, _, undone=left.undone)
    return OK


def _carry_out(study: Study, shown: str, leave: Callable[[], _Left], _: Translator) -> _Left:
    """What leaving out has come to, asked about at a terminal first; None where nothing was done, and that was said."""
    if shown and at_terminal():
        print_out(shown)
        if not agrees(_("The words are taken out of the log now, and cannot be brought back. Go on? (yes/no) ")):
            print_out(_("Nothing was changed."))
            return None
    try:
        return leave()
    except LogFailure as failure:
        complain_folded(_.failure(failure))
    except NotTakenBackError as broken:
        tell_cut_short("correct", broken.failure, study.folder, _)
    return None


def _say_left(study: Study, left: LeftWords, code: str, seq: int, _: Translator) -> None:
    say_folded(
        _("{code}: the words of number {seq} were taken out of the log; an empty place is left.", code=code, seq=seq)
    )
    for path in left.removed:
        print_out(_("{file} had only what the log has, and was taken away.", file=path.name))
    if not left.cleared:
        print_error(
            _(
                "What stood there before still lies in {folder}: run the command again, or delete that folder.",
                folder=study.folder / FOLDER,
            )
        )


def _of_study(study: Study, arguments: Namespace, _: Translator) -> int:
    """List or correct what ``study.jsonl`` has in words: reflexive notes between interviews, facts, ratings."""
    told, seq = words_of_study(read_study_facts(study.folder).entries), arguments.note
    if arguments.drop_tags or arguments.undo:
        raise UsageError(_("study.jsonl has no tags and no undo: write the words anew instead"))
    if seq is None:
        if arguments.leave_out or arguments.text_file is not None:
            raise UsageError(
                _("say which note with --note NUMBER; intervjuguide correct {code}{in_study} lists them", code="study")
            )
        for one in told:
            print_out(f"{one.seq:>5} {_study_line(one, _)}")
        say_folded(
            _(
                N_("Correct one of them: intervjuguide correct {code} --note NUMBER{in_study}")
                if told
                else N_("{code} has no words to correct."),
                code="study",
            )
        )
        return OK
    said = next((one.text for one in told if one.seq == seq), None)
    if said is None:
        raise UsageError(_("Number {seq} is no note, and no reason.", seq=seq))
    file = study.folder / STUDY_FILE
    if arguments.leave_out:
        if arguments.text_file is not None:
            raise UsageError(_("--leave-out takes all out, words and tags: use it without --text-file and --drop-tags"))
        shown = _("{code}, number {seq}: {text}", code=STUDY_FILE, seq=seq, text=said) if said else ""
        left = _carry_out(study, shown, lambda: leave_out_of_study(study.folder, seq), _)
        if not isinstance(left, LeftWords):
            return DATA
        _say_left(study, left, STUDY_FILE, seq, _)
        _tell_traces(study, file, left.texts, _)
        return OK
    if arguments.text_file is None and types():
        print_error(_("Number {seq} is now: {text}", seq=seq, text=said))
    try:
        reword(study.folder, seq, _read(arguments.text_file, _), SystemClock())
    except LogFailure as failure:
        print_error(_.failure(failure))
        return DATA
    say_folded(
        _(
            "{code}: number {seq} is corrected. The words before are shown and exported no more; --leave-out takes them out of the log.",
            code=STUDY_FILE,
            seq=seq,
        )
    )
    _tell_traces(study, file, (said,), _, besides=STUDY_FILE)
    return OK


def _study_line(one: StudyWords, _: Translator) -> str:
    """The words, after what they are: a date, an interview and a key, or a key alone."""
    what = " ".join(part for part in (one.interview, one.key) if part) or _("reflexive note")
    return f"{_.date(one.date)}  {what}: {one_line(one.text)}"


def _tell_traces(
    study: Study, log: Path, texts: Sequence[str], _: Translator, besides: str | None = None, undone: Sequence[str] = ()
) -> None:
    """Where else the words stand, and those undone that went with them; ``besides`` is a log in which they are to stand."""
    found = find_traces(study.folder, log, texts)
    places = [place for place in found if besides is None or place.rpartition(":")[0] != besides]
    if places:
        complain_folded("\n  ".join((_("The same words, or some, also stand here:"), *map(quote, places))))
    also = [place for place in find_traces(study.folder, log, undone) if place not in found] if undone else []
    if also:
        said = _("Words that had been undone, or never finished, went too. The same, or some, stand here:")
        complain_folded("\n  ".join((said, *map(quote, also))))
    if places or also:
        complain_folded(_("Look at each place; reports made before must be made again."))


def _words_of(interview: Interview, seq: int) -> str | None:
    """The words of a note, or of an act that has some; None where there is no such one."""
    note = next((note for note in notes(interview) if note.seq == seq), None)
    return note.text if note is not None else words_of(interview.acts.get(seq))


def _read(file: str | None, _: Translator) -> str:
    r"""The informant's words: those in the file, or on standard input, without the last line break.

    Raises:
        UsageError: they cannot be read, are no text in UTF-8, or there are none.
    """
    if file in (None, "-") and types():
        print_error(
            _("Write the words as the informant wants them; {end} on an empty line ends it.", end=end_of_input())
        )
    text = read_words(str(file or "-"), _MOST, _).removesuffix("\n").removesuffix("\r")
    if not text.strip():
        raise UsageError(_("no words came; are they to be left out, use --leave-out"))
    return text
