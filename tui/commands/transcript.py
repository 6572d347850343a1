"""``transcript FILE``: its turns, and the questions that they ask."""

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from guide.files import cause_of, read_file, wrong_letters
from guide.model import Guide
from guide.reading import read_guide_file
from interviews.core.state import Interview
from interviews.study.anonymity import is_anonymous
from interviews.study.folder import LogFile, Study
from interviews.study.placement import Placements
from interviews.transcripts.kept import FOLDER, read_kept, transcript_path
from interviews.transcripts.matching import QuestionMatcher, TurnProposal, find_unasked, propose
from interviews.transcripts.reading import LAYOUTS, MAX_BYTES, read_transcript
from interviews.transcripts.turns import Transcript, Unread, find_interviewers, fold, likely_interviewer
from tui.commands.common import interview_code, need_study
from tui.commands.json_output import say_json
from tui.commands.transcript_lines import keep_as, say_kept, sure, when
from tui.console import DATA, OK, UsageError, ask, at_terminal, complain_of, print_error, print_out, say_folded
from tui.progress import tell_progress
from tui.settings import Settings
from tui.signs import PROMPT
from tui.translator import IN_STUDY, N_, Translator, sentence_of

_WIDTH = 50  # characters of a turn in the list, so that a line of it fits into 80
_KEPT = "kept"
_MOST_LINES = 8  # lines that are named of what was left out


def run(arguments: Namespace, settings: Settings) -> int:
    """Read, match, keep where that is wanted, and list or go through; exit 1 where the file cannot be read whole."""
    study = Study(arguments.study)
    given: Path | None = arguments.guide
    reading = read_guide_file(given, str(given)) if given else study.guide()
    _ = Translator(settings.language_for(reading.language))
    code = _code(arguments, _)
    if code:
        need_study(arguments.study, _)
    if reading.guide is None and (given or (arguments.study / "guide.yaml").exists()):
        complain_of(reading.problems, _)
        return DATA
    if (arguments.keep or code) and arguments.file is not None and is_anonymous(arguments.study):
        raise UsageError(
            _(
                "the study is anonymous (anonymous: yes): what was recorded and written down of a voice is not kept in it"
            )
        )
    log = next((file for file in study.logs() if file.code == code), None) if code else None
    interview = _interview(study, log, reading.guide)
    guide = reading.guide if interview is None else interview.guide
    try:
        transcript = _read(arguments, study, code, guide, _)
    except Unread as unread:
        print_error(_why_unread(unread, _))
        return DATA
    proposals = propose(guide, transcript.turns, interview)
    keeping = arguments.keep and bool(code)
    asks = keeping and log is None and at_terminal() and not arguments.json  # whether to keep it, and under this code
    if keeping and log is None:
        from tui.commands.open_interview import need_free  # it knows the screen

        need_free(study, code.partition("-")[0], "live", _)
    if keeping and not asks and not keep_as(study, code, transcript, _):
        return DATA
    if arguments.json:
        say_json(_as_json(proposals, guide))
        return DATA if transcript.missing else OK
    for one in proposals:
        if one.match.sure:
            ids = " ".join((one.match.question, *one.match.also))
            print_out(f"{when(one):>8}  {ids:<6} {sure(one)}  {_short(one.turn.text)}")
    _tell(transcript, proposals, guide, code, _)
    if keeping and not asks:
        say_kept(code, _)
    if code and at_terminal():
        from tui.commands.transcript_walk import walk  # scripts do without

        return walk(study, code, log, guide, proposals, _, keeping=transcript if asks else None)
    if code and log is None and arguments.file is not None and not arguments.keep:
        say_folded(_("There is no interview {code} here; nothing was kept or logged. --keep keeps it.", code=code))
    return DATA if transcript.missing else OK


_LOOKS = {
    "json": N_("JSON of Whisper, whisperx, Teams and others; JSON lines"),
    "vtt": N_("WebVTT of Zoom, Teams, Whisper and noScribe"),
    "srt": N_("SRT"),
    "noscribe": N_("noScribe's HTML"),
    "html": N_("HTML whose paragraphs are laid out as one of the texts below"),
    "colon": N_("Name: words · [00:12:05] Name: words · Name (00:12:05): words"),
    "name_time": N_("Name 0:07, and the words below"),
    "time_name": N_("00:00:07 Name, and the words below"),
    "alone": N_("a code or a name alone on its line, and the words below"),
    "tabs": N_("Name, a tab, words"),
    "label_track": N_("start, end, words, with tabs between"),
    "times": N_("[00:12:05] words, without speakers"),
}
"""What each layout looks like, by its name."""


def _why_unread(unread: Unread, _: Translator) -> str:
    """Why a file is not read; where its layout is not known, which are, and where the closest of them stopped."""
    facts: dict[str, object] = dict(unread.facts)
    if "layout" in facts:
        facts["layout"] = _(_LOOKS.get(unread.facts["layout"], unread.facts["layout"]))
    known = [_(_LOOKS[layout.name]) for layout in LAYOUTS]
    known.append(_("Word (.docx), RTF and PDF whose lines, or rows of a table, are laid out as one of these texts"))
    return _(sentence_of(unread.code), **{**facts, "known": "\n".join(f"  {looks}" for looks in known)})


def _code(arguments: Namespace, _: Translator) -> str:
    """The interview's code, or nothing.

    Raises:
        UsageError: it is none, or something is asked for that needs one.
    """
    if arguments.participant is not None:
        if arguments.guide is not None:
            raise UsageError(_("--guide and --participant: an interview has a guide of its own. Give one of them."))
        return interview_code(arguments.participant, _)
    if arguments.keep:
        raise UsageError(_("--keep: whose transcript is it? Add --participant I3."))
    if arguments.file is None:
        raise UsageError(_("Which file? For example: intervjuguide transcript meeting.vtt --participant I3{in_study}"))
    return ""


def _interview(study: Study, log: LogFile | None, guide: Guide | None) -> Interview | None:
    """The interview that the transcript is of, in the ids of today; None where it has no log that can be read."""
    told = None if log is None else study.load(log).interview
    if told is None or guide is None:
        return told
    return Placements.of_study(study.folder, study.guide()).of(told.guide).view(told)


def _read(arguments: Namespace, study: Study, code: str, guide: Guide | None, _: Translator) -> Transcript:
    """The transcript of the file, or the one that is kept, with its interviewers told apart.

    Raises:
        Unread: the file is no transcript that is known.
        UsageError: there is no file, or it cannot be known who asks.
    """
    if arguments.file is None:
        path = transcript_path(study.folder, code)
        turns, problems = read_kept(path) if path.exists() else ((), ())
        complain_of(problems, _)
        if not turns:
            raise UsageError(_("There is no transcript of {code} here yet. Name the file that it is in.", code=code))
        transcript = Transcript(turns, _KEPT, "utf-8")
        transcript = transcript.but(words_in=transcript.words_out)
    else:
        transcript = _read_file(arguments.file, _)
    if any(turn.role for turn in transcript.turns) and not arguments.interviewer:
        return transcript
    asking = _interviewers(arguments, transcript, code.partition("-")[0], guide, _)
    if not asking and transcript.speakers and arguments.json:
        print_error(_unknown_interviewer(transcript, _))
    return transcript.with_interviewers(asking) if asking else transcript


def _read_file(path: Path, _: Translator) -> Transcript:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unread("transcript_too_big", file=path.name, limit=f"{MAX_BYTES // 1_000_000} MB")
        data = read_file(path)
    except (OSError, ValueError) as error:
        reason = cause_of(error)
        raise UsageError(_("{file} cannot be read: {reason}", file=path, reason=reason)) from None
    with tell_progress(_("Reading the document"), _, _("Stopped; nothing was written.")):
        return read_transcript(data, path.name)


def _interviewers(
    arguments: Namespace, transcript: Transcript, participant: str, guide: Guide | None, _: Translator
) -> tuple[str, ...]:
    """Who asks: as was said, as the labels say, as is plain from the questions, as is answered; else nobody."""
    speakers = transcript.speakers
    if arguments.interviewer:
        known = {fold(name) for name in speakers}
        for name in arguments.interviewer:
            if fold(name) not in known:
                raise UsageError(
                    _(
                        "Nobody called {name} speaks in it. Those who speak: {names}",
                        name=name,
                        names=", ".join(speakers),
                    )
                )
        return tuple(arguments.interviewer)
    if not speakers:
        return ()
    asking = find_interviewers(list(speakers), participant)
    if asking:
        return asking
    likely = likely_interviewer(transcript.turns, _count_questions(transcript, guide))
    if at_terminal() and not arguments.json:
        return _ask_who(transcript, likely, _)
    return (likely,) if likely else ()


def _unknown_interviewer(transcript: Transcript, _: Translator) -> str:
    return _(
        "Who the interviewer is could not be told, so every turn was looked at. Add --interviewer and one of: {names}",
        names=", ".join(transcript.speakers),
    )


def _count_questions(transcript: Transcript, guide: Guide | None) -> dict[str, int]:
    """How many of the guide's questions each speaker's turns are found to ask."""
    found: Counter[str] = Counter()
    if guide is not None:
        named = [turn for turn in transcript.turns if turn.speaker]
        matches = QuestionMatcher.of_guide(guide).match([turn.text for turn in named])
        found.update(turn.speaker for turn, match in zip(named, matches, strict=True) if match.sure)
    return dict(found)


def _ask_who(transcript: Transcript, likely: str, _: Translator) -> tuple[str, ...]:
    names = list(transcript.speakers)
    print_out(_("Who is the interviewer?"))
    for number, name in enumerate(names, 1):
        said = next(turn.text for turn in transcript.turns if turn.speaker == name)
        print_out(f"  {number}  {name}: {_short(said)}")
    default = names.index(likely) + 1 if likely else 0
    while True:
        hint = (
            _("a number, or several; 0 none of them; Enter: {number}", number=default)
            if default
            else _("a number, or several; Enter none of them")
        )
        said_now = ask(f"  ({hint}) {PROMPT} ")
        if said_now is None:
            return ()
        chosen = said_now.replace(",", " ").split() or [str(default)]
        if chosen == ["0"]:
            return ()
        if all(one.isdecimal() and 0 < int(one) <= len(names) for one in chosen):
            return tuple(names[int(one) - 1] for one in chosen)
        say_folded(_("“{answer}” is none of these: the numbers are 1 to {count}.", answer=said_now, count=len(names)))


def _as_json(proposals: Sequence[TurnProposal], guide: Guide | None) -> list[dict[str, object]]:
    asked = {one.match.question for one in proposals if one.match.sure}
    offers = find_unasked(guide, [one.turn for one in proposals], asked) if guide is not None else ()
    offered: dict[int, list[str]] = {}
    for one in offers:
        offered.setdefault(one.turn, []).append(one.question)
    return [
        {
            "turn": one.number,
            "t": one.turn.start,
            "end": one.turn.end,
            "speaker": one.turn.speaker,
            "interviewer": one.turn.role == "interviewer" if one.turn.role else None,
            "text": one.turn.text,
            "id": one.match.question if one.match.sure else None,
            "score": one.match.score,
            "asked_at": one.at if one.match.sure else None,
            "likeliest": one.match.question or None,
            "also": list(one.match.also),
            "may_answer": offered.get(one.number, []),
        }
        for one in proposals
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else line[:_WIDTH].rpartition(" ")[0] + " …"


def _describe_left_out(transcript: Transcript, more: int, _: Translator) -> list[str]:
    """What is no talk and is not shown, each kind with how many there are of it."""
    count = Counter(one.kind for one in transcript.apart)
    found = []
    if more > 0:
        found.append(_.ngettext("{count} more line", "{count} more lines", more))
    if count["footnote"]:
        found.append(_.ngettext("{count} footnote", "{count} footnotes", count["footnote"]))
    if count["comment"]:
        found.append(_.ngettext("{count} comment in the margin", "{count} comments in the margin", count["comment"]))
    if count["page_edge"]:
        lines = count["page_edge"]
        found.append(_.ngettext("{count} line at the edge of a page", "{count} lines at the edges of pages", lines))
    return found


def _tell(
    transcript: Transcript, proposals: Sequence[TurnProposal], guide: Guide | None, code: str, _: Translator
) -> None:
    """What was read, word for word counted; who spoke; which questions were found, and which were not."""
    asking = sorted({turn.speaker for turn in transcript.turns if turn.role == "interviewer"})
    print_out()
    counted = {"turns": len(transcript.turns), "out": transcript.words_out}
    if transcript.layout == _KEPT:  # names, times and headings were not kept, so they cannot be counted again
        say_folded(
            _(
                "{turns} turns; {out} words said, as kept in {file}.",
                file=f"{FOLDER}/{code}{IN_STUDY.ending}",
                **counted,
            )
        )
    else:
        say_folded(
            _(
                "{turns} turns; {words} words in the file, {out} of them said, {apart} in names, times and headings.",
                words=transcript.words_in,
                apart=transcript.words_apart,
                **counted,
            )
        )
    if transcript.missing:
        say_folded(
            _.ngettext(
                "{count} word of the file is in none of these: look at it beside the list.",
                "{count} words of the file are in none of these: look at it beside the list.",
                transcript.missing,
            )
        )
    wrong = len(wrong_letters(" ".join(turn.text for turn in transcript.turns)))
    if wrong:
        say_folded(
            _.ngettext(
                "Letters may be wrong in {count} word: save the file again with the encoding UTF-8, and read it again.",
                "Letters may be wrong in {count} words: save the file again with the encoding UTF-8, and read it again.",
                wrong,
            )
        )
    empty = [str(one.line) for one in transcript.apart if one.kind == "empty"]
    if empty:
        shown = ", ".join(empty[:_MOST_LINES]) + (" …" if len(empty) > _MOST_LINES else "")
        say_folded(_("Captions without words, by their lines: {lines}.", lines=shown))
    before = [one for one in transcript.apart if one.kind in ("before", "hidden", "box", "table")]
    for one in before[:_MOST_LINES]:
        say_folded(_("Not read as talk, line {line}: {text}", line=one.line, text=_short(one.text)))
    left_out = _describe_left_out(transcript, len(before) - _MOST_LINES, _)
    if left_out:
        say_folded(_("Not read as talk either: {what}.", what=", ".join(left_out)))
    if asking:
        say_folded(_("Interviewer: {names}. Another? --interviewer NAME says so.", names=", ".join(asking)))
    elif transcript.speakers:
        say_folded(_unknown_interviewer(transcript, _))
    elif transcript.turns:
        say_folded(_("The file says nothing of who speaks, so every turn was looked at."))
    if guide is None:
        say_folded(_("There is no guide here, so nothing was matched. Name one with --guide."))
        return
    found = {id for one in proposals if one.match.sure for id in (one.match.question, *one.match.also)}
    missing = [question.id for question in guide.questions if question.id not in found]
    say_folded(
        _("Found {found} of {of} questions.", found=len(guide.questions) - len(missing), of=len(guide.questions))
        + (" " + _("Not found: {ids}.", ids=" ".join(missing)) if missing else "")
    )
