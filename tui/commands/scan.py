"""``scan``: what may tell who somebody is.

Listed, or gone through one by one.
"""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from itertools import groupby

from guide.frozen import Value
from interviews.core.clock import SystemClock
from interviews.core.commands import CorrectNote
from interviews.data_management.leaving_out import reword
from interviews.failures import LogFailure
from interviews.study.entries import Entry, NoPerson
from interviews.study.facts import add, read_study_facts
from interviews.study.folder import Study
from interviews.study.placement import Placements
from interviews.third_persons.study_scan import Finding, Passage, StudyScan, found_fine, no_persons, scan_study
from interviews.transcripts.kept import FOLDER
from tui.commands.common import find_study, interview_code
from tui.commands.json_output import problem_json, say_json
from tui.console import (
    DATA,
    OK,
    UsageError,
    answer_to,
    ask,
    at_terminal,
    complain_of,
    print_error,
    print_out,
    say_folded,
)
from tui.progress import tell_reading
from tui.review.late_edits import LateEditSession
from tui.settings import Settings
from tui.signs import PROMPT
from tui.time_format import format_time
from tui.translator import IN_STUDY, N_, Translator

_PASSAGES = {
    "note": N_("note"),
    "quote": N_("quotation"),
    "follow_up": N_("follow-up"),
    "bookmark": N_("bookmark"),
    "reflexive": N_("reflexive note"),
    "topic": N_("new topic"),
    "reason": N_("reason"),
    "tag": N_("tag"),
    "comment": N_("remark in a pilot"),
    "proposal": N_("proposal in a pilot"),
    "utterance": N_("said in practice"),
    "remark": N_("observer's note"),
    "fact": N_("fact about the interview"),
    "rating": N_("information power"),
    "transcript": N_("turn"),
}


_BRACKETS = {
    "name": N_("[name]"),
    "place": N_("[town]"),
    "workplace": N_("[workplace]"),
    "age": N_("[age]"),
    "date": N_("[date]"),
    "phone": N_("[phone]"),
    "email": N_("[e-mail]"),
    "id": N_("[national id]"),
    "number": N_("[number]"),
}


_TRACES = {
    "name": N_("name"),
    "place": N_("place"),
    "workplace": N_("workplace"),
    "age": N_("age"),
    "date": N_("date"),
    "phone": N_("phone"),
    "email": N_("e-mail"),
    "id": N_("national id"),
    "number": N_("number"),
}


_AROUND = 40  # characters of a text on either side of what was found
_CORRECTABLE = frozenset(
    {"note", "quote", "follow_up", "bookmark", "reflexive", "topic", "reason", "comment", "proposal", "utterance"}
)


def run(arguments: Namespace, settings: Settings) -> int:
    """List what was found, or go through it at a terminal; exit 1 when something is left to look at."""
    study, _ = find_study(arguments, settings)
    if arguments.no_person is not None or arguments.person is not None:
        return _keep_term(study, arguments, _)
    code = None if arguments.participant is None else interview_code(arguments.participant, _)
    with tell_reading(study, _):
        scan = scan_study(study, code)
    if code is not None and not scan.logs and not scan.found:
        if scan.problems:
            complain_of(scan.problems, _)
            return DATA
        raise UsageError(_("there is no interview with {code}", code=code))
    if arguments.json:
        say_json(_as_json(scan, _))
    else:
        if at_terminal() and scan.open:
            _Walk(study, scan, _).go()
            scan = scan_study(study, code)
            print_out(
                _("Left: {count}", count=len(scan.open))
                if scan.open
                else _("All that was found has been looked at. The scan does not find everything: read through it too.")
            )
        else:
            _list(scan, _, every=arguments.all)
        complain_of(scan.problems, _)
    return DATA if scan.open or scan.problems else OK


def _keep_term(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write down that a term is no person, or take that back."""
    if arguments.participant is not None or arguments.json or arguments.all:
        raise UsageError(_("--no-person and --person stand alone, without a code and --json"))
    date = SystemClock().wall().date().isoformat()
    terms = no_persons(read_study_facts(study.folder).entries)
    new = [NoPerson(date=date, term=term.strip()) for term in arguments.no_person or () if term.strip()]
    back = [NoPerson(date=date, term=term.strip(), taken_back=True) for term in arguments.person or () if term.strip()]
    for one in back:
        if one.term.casefold() not in {term.casefold() for term in terms}:
            print_error(
                _(
                    "“{term}” is not among those that you called no person: {terms}",
                    term=one.term,
                    terms=", ".join(terms) or "–",
                )
            )
            return DATA
    if not _remember(study, [*new, *back], _):
        return DATA
    for one in (*new, *back):
        print_out(
            _(
                N_("“{term}” is marked again.")
                if one.taken_back
                else N_("“{term}” is no person in this study; take it back with scan --person."),
                term=one.term,
            )
        )
    return OK


def _remember(study: Study, entries: Sequence[Entry], _: Translator) -> bool:
    try:
        if entries:
            add(study.folder, entries)
    except LogFailure as failure:
        print_error(_.failure(failure))
        return False
    return True


# --- listed


def _as_json(scan: StudyScan, _: Translator) -> dict[str, object]:
    return {
        "marks": [
            {
                "interview": one.passage.interview or None,
                "where": one.passage.where,
                "seq": one.passage.seq,
                "t": one.passage.t,
                "in": one.passage.kind,
                "kind": one.trace.kind,
                "words": one.words,
                "start": one.trace.start,
                "end": one.trace.end,
                "text": one.passage.text,
                "open": not one.fine,
            }
            for one in scan.found
        ],
        "open": len(scan.open),
        "no_persons": list(scan.terms),
        "problems": [problem_json(problem, _) for problem in scan.problems],
    }


def _list(scan: StudyScan, _: Translator, *, every: bool) -> None:
    shown = scan.found if every else scan.open
    for name, found in groupby(shown, key=lambda one: one.passage.interview):
        print_out(name or _("study"))
        for one in found:
            print_out("  " + _line(one, _))
    if scan.terms and every:
        print_out(_("No persons, you said: {terms}", terms=", ".join(scan.terms)))
    count = len(scan.open)
    if count:
        say_folded(
            _.ngettext(
                "1 place may tell who somebody is. In a terminal intervjuguide scan{in_study} goes through it.",
                "{count} places may tell who somebody is. In a terminal intervjuguide scan{in_study} goes through them.",
                count,
            )
        )
    else:
        say_folded(
            _(
                N_("All that was found has been looked at. The scan does not find everything: read through it too.")
                if scan.found
                else N_(
                    "Found nothing that may tell who somebody is. The scan does not find everything: read through it too."
                )
            )
        )


def _line(one: Finding, _: Translator) -> str:
    """Its place, its kind, the words, and what stands around them."""
    where = f"{_place(one.passage):<14}"
    fine = f" ({_('fine')})" if one.fine else ""
    return f"{where} {_(_TRACES[one.trace.kind]):<12} {one.words}{fine} · {_context(one)}"


def _place(passage: Passage) -> str:
    """How a note is named to ``correct --note``, and when it was."""
    seq = f"{passage.seq}" if passage.where == "interview" else f"{passage.where}:{passage.seq}"
    return f"{seq} {format_time(passage.t)}" if passage.t is not None else seq


def _context(one: Finding) -> str:
    """The words with some of what stands around them, on one line."""
    text, start, end = one.passage.text, one.trace.start, one.trace.end
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return " ".join((before + text[start:end] + after).split())


# --- gone through


class _Replacement(Value):
    """What is to stand instead of what was found."""

    found: Finding
    by: str


class _LeaveScan(Exception):
    """Somebody wants to stop here."""


class _Walk:
    """Goes through what is open, text by text: what was said of one text is carried out before the next is shown."""

    def __init__(self, study: Study, scan: StudyScan, _: Translator) -> None:
        self._study = study
        self._scan = scan
        self._ = _
        self._date = SystemClock().wall().date().isoformat()
        self._terms = {term.casefold() for term in scan.terms}
        self._sessions: dict[str, LateEditSession] = {}
        self._brackets: dict[str, str] = {}
        self._stopped = False

    def go(self) -> None:
        """Ask about everything that is open, until all was shown or somebody stops."""
        _ = self._
        say_folded(
            _(
                "{count} to look at. Type a number, or what is to stand instead ([colleague]), and Enter. Nothing changes unless you say yes.",
                count=len(self._scan.open),
            )
        )
        try:
            for passage, found in groupby(self._scan.found, key=lambda one: one.passage):
                self._passage(passage, tuple(found))
                if self._stopped:
                    break
        except _LeaveScan:
            pass
        finally:
            for session in self._sessions.values():
                session.close()

    def _passage(self, passage: Passage, found: tuple[Finding, ...]) -> None:
        if not any(self._is_open(one) for one in found):
            return
        _ = self._
        print_out()
        name = passage.interview or _("study")
        print_out(f"{name} · {_(_PASSAGES[passage.kind])} {_place(passage)}")
        fine, instead = [one for one in found if one.fine], list[_Replacement]()
        news = list[Finding]()
        try:
            for place, one in enumerate(found):
                if self._is_open(one):
                    said = self._ask(one)
                    if said == "1":
                        news.append(one)
                    elif said.startswith("["):
                        instead.append(_Replacement(one, said))
                        if any(map(self._is_open, found[place + 1 :])):
                            say_folded(
                                "  " + _("{bracket}; the text is shown once all of it was looked at.", bracket=said)
                            )
        finally:  # what was said before somebody stopped is carried out
            self._carry_out(passage, fine, news, instead)

    def _is_open(self, one: Finding) -> bool:
        return not one.fine and one.words.casefold() not in self._terms

    def _ask(self, one: Finding) -> str:
        """What is wanted: 1, something in brackets, or nothing; a term is kept at once."""
        _ = self._
        fixed = self._why_fixed(one.passage)
        bracket = self._brackets.get(one.words.casefold(), _(_BRACKETS[one.trace.kind]))
        print_out(f"  {_(_TRACES[one.trace.kind])}: {one.words} · {_context(one)}")
        if fixed:
            say_folded(fixed)
        print_out(
            "  "
            + _(
                N_("1 fine here · 3 no person anywhere · Enter later · q stop")
                if fixed
                else N_("1 fine here · 2 {bracket} · 3 no person anywhere · Enter later · q stop"),
                bracket=bracket,
            )
        )
        while True:
            said = ask(f"  {PROMPT} ")
            if said is None or said.casefold() == "q":
                raise _LeaveScan
            if said in ("", "1"):
                return said
            if said == "2" and not fixed:
                return bracket
            if said == "3":
                if self._keep(one.words):
                    return ""
                if self._stopped:
                    raise _LeaveScan
                return self._ask(one)
            if said.startswith("[") and said.endswith("]") and len(said) > 2 and not fixed:
                self._brackets[one.words.casefold()] = said  # offered where the same words come again
                return said
            say_folded(
                _(
                    N_("This text is not corrected from here: the number 1 or 3, or Enter alone.")
                    if fixed
                    else N_("The number 1, 2 or 3, something in brackets such as [colleague], or Enter alone.")
                )
            )

    def _why_fixed(self, passage: Passage) -> str:
        """Why a text cannot be corrected from here, and where it can; empty where it can."""
        _ = self._
        if passage.where == "observation":
            return _(
                "The observer's note is not corrected here; it is in {file}.",
                file=f"observations/{passage.interview}{IN_STUDY.ending}",
            )
        if passage.where == "transcript":
            return _(
                "What was said is corrected in {file} itself.", file=f"{FOLDER}/{passage.interview}{IN_STUDY.ending}"
            )
        if passage.where == "study":
            return ""
        if passage.kind not in _CORRECTABLE:
            return _("A tag is not corrected here: choose the note in the review.")
        session = self._session(passage.interview)
        return session.refusal if session is not None else ""

    def _keep(self, term: str) -> bool:
        """Whether somebody says that the term is no person, and it is written down."""
        say_folded(self._("“{term}” is written in clear in study.jsonl, and marked no more.", term=term))
        if not self._agrees(N_("Is it surely no person? (yes/no) ")):
            return False
        if not _remember(self._study, [NoPerson(date=self._date, term=term)], self._):
            return False
        self._terms.add(term.casefold())
        return True

    def _carry_out(
        self, passage: Passage, fine: Iterable[Finding], news: Sequence[Finding], instead: Sequence[_Replacement]
    ) -> None:
        """Write down what is fine, and correct the text where that was wanted; then its places are others."""
        after, moved = passage, {one.trace.start: one.trace.start for one in (*fine, *news)}
        remembered = list(news)
        if instead and self._correct(passage, instead):
            after = passage._replace(text=replace_words(passage.text, instead))
            remembered = [*fine, *news]
            moved = {
                one.trace.start: one.trace.start
                + sum(
                    len(other.by) - len(other.found.words)
                    for other in instead
                    if other.found.trace.start < one.trace.start
                )
                for one in remembered
            }
        entries = [
            found_fine(after, moved[one.trace.start], moved[one.trace.start] + len(one.words), self._date)
            for one in remembered
        ]
        _remember(self._study, entries, self._)

    def _correct(self, passage: Passage, instead: Sequence[_Replacement]) -> bool:
        _ = self._
        text = replace_words(passage.text, instead)
        print_out("  " + _("Becomes: {text}", text=text))
        if not self._agrees(N_("Write that? (yes/no) ")):
            return False
        if passage.where == "study":
            return self._reword(passage.seq, text)
        session = self._session(passage.interview)
        if session is None:
            return False
        outcome = session.do(CorrectNote(text, passage.seq, bracketed=True))
        if outcome.said:
            print_out("  " + outcome.said)
        if outcome.done:
            say_folded(
                _(
                    "Corrected. The words before are shown and exported no more; in the log they stand until the study ends (finish)."
                )
            )
        return outcome.done

    def _agrees(self, question: str) -> bool:
        """Yes or no; q is a no, and stops when what was said so far is carried out."""
        _ = self._
        agreed = answer_to("  " + _(question), "  " + _("Answer yes or no; Enter is no."))
        if not agreed:
            print_out("  " + _("Not changed."))
        self._stopped = self._stopped or agreed is None
        return bool(agreed)

    def _reword(self, seq: int, text: str) -> bool:
        _ = self._
        try:
            done = reword(self._study.folder, seq, text, SystemClock())
        except LogFailure as failure:
            print_error(_.failure(failure))
            return False
        if done:
            say_folded(
                _(
                    "Corrected. The words before are shown and exported no more; correct study --leave-out takes them out of study.jsonl."
                )
            )
        return done

    def _session(self, name: str) -> LateEditSession | None:
        if name not in self._sessions:
            file = next((log for log in self._scan.logs if log.code == name), None)
            interview = None if file is None else self._study.load(file).interview
            if file is None or interview is None:
                return None
            placement = Placements.of_study(self._study.folder, self._study.guide()).of(interview.guide)
            self._sessions[name] = LateEditSession(self._study, file, interview, placement, SystemClock(), self._)
        return self._sessions[name]


def replace_words(text: str, instead: Sequence[_Replacement]) -> str:
    """The text with something else in the place of what was found."""
    for one in sorted(instead, key=lambda one: -one.found.trace.start):
        trace = one.found.trace
        text = text[: trace.start] + one.by + text[trace.end :]
    return text
