"""The notes behind a cell of the review."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import Literal

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from guide.frozen import Value
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.coverage import coverage
from interviews.core.events import Refusal
from interviews.core.notes import Note, NoteUse, hash_words
from interviews.core.state import Interview
from interviews.study.review import WANTED, InterviewReview, as_it_stands, evidence
from tui import signs
from tui.documents.matrix_rows import facts_line, heading
from tui.documents.notes import note_line
from tui.escape import escape_controls
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.actions import ACTS, Action
from tui.input.grammar import Context, asks_for_more, is_prefix, parse
from tui.keymap import KEYS
from tui.live.card_panel import CardPanel
from tui.live.prompt_preview import act_prefix, prompt_for
from tui.review.late_edits import LateEditSession
from tui.review.review_model import ReviewModel
from tui.review.study_pages import PageScreen, help_and_back
from tui.translator import N_, Translator
from tui.widgets.bars import Bar, Piece
from tui.widgets.line_editor import LineEditor, character_of

_HINTS_LATER = {
    "covered": N_("+ covered"),
    "skip": N_("- skip"),
    "probes": N_("p probes"),
}


_WANTED = {
    "all": N_("all"),
    "notes": N_("notes"),
    "quotes": N_("quotations"),
    "follow_ups": N_("follow-ups"),
    "open": N_("open follow-ups"),
    "bookmarks": N_("bookmarks"),
    "topics": N_("topics"),
}


class NotesList(Screen[bool], inherit_bindings=False):
    """Lists the notes and carries out commands; ends with whether anything was added."""

    CSS = """
    #notes-title { height: 1; background: $panel; }
    #notes { height: 1fr; border: none; background: $background; padding: 0; }
    #words { height: 1; display: none; }
    #card { height: auto; max-height: 60%; display: none; border: solid $accent; border-title-color: $text; }
    #card > .card-panel--done { text-style: dim; }
    #state { height: 1; }
    #notice { height: 1; }
    #hints { height: 1; }
    """

    def __init__(self, desk: ReviewModel, question: str | None, shown: Sequence[InterviewReview]) -> None:
        super().__init__()
        self.desk, self.question, self.shown = desk, question, shown
        self._changed = False
        self._refused = ""
        self._last: LateEditSession | None = None
        self._together: list[tuple[LateEditSession, set[int]]] = []
        self._wanted = 0
        self._listed: list[tuple[LateEditSession, Note]] = []

    def compose(self) -> ComposeResult:
        """The list, and the line on which words are written when they are wanted."""
        yield Bar(id="notes-title")
        yield OptionList(id="notes")
        yield CardPanel(id="card")
        yield Bar(id="state")
        yield LineEditor(monotonic, id="words", highlights=False)
        yield Bar(id="notice")
        yield Bar(id="hints")

    def fill(self) -> None:
        """List the notes anew, the cursor where it was."""
        _, listing = self.desk._, self.query_one("#notes", OptionList)
        at = listing.highlighted or 0
        self._listed, lines = [], []
        for one in self.shown:
            evening = self.desk.evening(one)
            if evening is None:
                continue
            code = f"{one.name:<5}" if len(self.shown) > 1 else ""
            for note in evidence(evening.interview, self.question, WANTED[self._wanted]):
                self._listed.append((evening, note))
                lines.append(code + note_line(note, evening.interview, _))
        listing.clear_options()
        listing.add_options([Option(Content(escape_controls(line))) for line in lines or [_("no notes here")]])
        listing.highlighted = min(at, max(len(lines) - 1, 0))
        self._say_title()
        self._say_state()

    def _say_title(self) -> None:
        _, result = self.desk._, self.desk.result
        known = (*result.guide.questions, *result.gone)
        question = next((one for one in known if one.id == self.question), None)
        what = f"{question.id} {question.label}" if question is not None else _("all questions")
        names = f" · {heading(self.shown[0])}" if len(self.shown) == 1 else ""
        theme = "" if question is None else result.guide.theme_of(question.id)
        names = f" · {theme}{names}" if theme else names
        wanted = _("showing: {wanted}", wanted=_(_WANTED[WANTED[self._wanted]]))
        self.query_one("#notes-title", Bar).show(
            [Piece(f" {_('Notes about {what}', what=what)}{names} · {wanted}", "strong")]
        )

    def _say_state(self) -> None:
        """Where the question stands in that interview now; nothing where several are shown."""
        evening = self.desk.evening(self.shown[0]) if len(self.shown) == 1 else None
        line = ""
        if evening is not None and self.question is not None:
            line = facts_line(self.question, as_it_stands(self.shown[0], evening.interview), self.desk._)
        self.query_one("#state", Bar).show([Piece(f" {line}", "dim")])

    def _filter(self) -> None:
        self._wanted = (self._wanted + 1) % len(WANTED)
        self.fill()

    def _current(self) -> tuple[LateEditSession, Note] | None:
        at = self.query_one("#notes", OptionList).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    def _target(self) -> LateEditSession | None:
        """The interview that an act is about: the highlighted note's, else the only one that is shown."""
        chosen = self._current()
        if chosen is not None:
            return chosen[0]
        if len(self.shown) == 1:
            return self.desk.evening(self.shown[0])
        self._say(self.desk._("In which interview? Choose a note, or go back and open one interview's cell."))
        return None

    def _do(self, evening: LateEditSession, note: Note | None, *commands: Command) -> bool:
        """Carry out commands until one is refused; whether all are on disk. One undo takes them back together."""
        seqs: set[int] = set()
        if len(commands) > 1:
            self._together.append((evening, seqs))
        for command in commands:
            outcome = evening.do(command, note)
            note = None  # the first act has looked whether it is still what is shown
            self._say(outcome.said)
            self._refused = outcome.code
            self._changed = self._changed or outcome.done
            self._last = evening if outcome.done else self._last
            act = evening.interview.last_act()
            if outcome.done and act is not None:
                seqs.add(act.seq)
            if not outcome.done:
                self.fill()
                return False
        self.fill()
        return True

    def _say(self, text: str) -> None:
        self.query_one("#notice", Bar).show([Piece(f" {text}", "strong")])


Correction = Command | show.ShowCard
"""What can be done afterwards: a command for the interview, or the card of probes."""

BEGINNINGS = "+-/"
"""The characters that begin a correction."""


def context_of(interview: Interview, question: str | None) -> Context:
    """What a line means in this interview's cell: the cell's question stands where the one in hand stands live."""
    known = interview.guide.question(question) if question is not None else None
    return Context(interview.guide, None if known is None else known.id, states=lambda: coverage(interview).questions)


def meaning(line: str, context: Context) -> Correction | Refusal:
    """What Enter would do with this line; whatever belongs to the hour itself is refused."""
    meant = parse(line, context)
    hand = () if context.hand is None else (context.hand,)
    match meant:
        case Refusal(code="nothing_in_hand"):
            return Refusal("correct_which")
        case Refusal(
            code="nothing_found" | "nothing_meant" | "weak_hits" | "near_command" | "empty_search" | "take_back_how"
        ):
            return Refusal("not_later")
        case Refusal():
            return meant
        case do.MarkCovered() | do.Skip() | do.Decline() | do.Unmark():
            return meant.but(questions=meant.questions or hand)
        case do.MarkSide():
            return meant.but(question=context.hand) if context.hand is not None else Refusal("correct_which")
        case show.ShowCard(card="probes"):
            return meant if context.hand is not None else Refusal("correct_which")
        case do.RetimeNote() | do.Undo() | do.ReturnTo() | do.CallMet() | do.Drop():
            return meant
        case _:
            return Refusal("not_later")


def preview(line: str, context: Context, _: Translator) -> str:
    """What Enter would do, said before it does it."""
    meant = meaning(line, context)
    if line in BEGINNINGS and context.hand is None:
        return ""
    match meant:
        case Refusal(code="not_later"):
            return ""  # said once Enter is pressed: while a word is being written it would be noise
        case Refusal():
            return _.refusal(meant)
        case _:
            return prompt_for(line, context, _)


NOTES_KEYS = N_(
    "The notes:\n"
    "  enter  words for a bookmark, other words for a note\n"
    "  c      the words as the informant wants them; those before are shown no more\n"
    "  l      link to a question (#b8), give a tag (#word)\n"
    "  1 2 3  a follow-up: returned to, met meanwhile, let go\n"
    "  a      a note from when the recorder was stopped: may be used, again: not\n"
    "  f      show only quotations, follow-ups, bookmarks …\n"
    "  p      the probes and both sides, to be ticked\n"
    "  tab    what was masked (anonymous study), as typed\n"
    "  u esc  undo what was done here; close what is open, then back"
)


def help_lines(_: Translator) -> list[str]:
    """The keys of the notes, then the corrections, each from the one registry of acts."""
    acts = [(_key(act, _.language), _(act.help)) for act in ACTS if act.later]
    width = max(cell_len(key) for key, _help in acts) + 2
    told = [f"  {key}{' ' * (width - cell_len(key))}{said}" for key, said in acts]
    return [
        KEYS.name_in(_(NOTES_KEYS), "notes"),
        "",
        _("Each correction is added to the interview's log with its own time; the last one counts."),
        _("Correct what was marked in the interview; about the cell's question, or those you name:"),
        *told,
    ]


def _key(act: Action, language: str) -> str:
    """The key as it works here: the arrows move in the list, so the probes have their word."""
    return f"/{act.word(language)}" if act.binding == "down" else KEYS.say(act.key_in(language))


_LIKE_AN_ID = re.compile(r"[a-zæøå]{1,3}\d+(?:\.\d+)*", re.IGNORECASE)
_EDITING = {"backspace", "delete", "left", "right", "home", "end", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+u"}


class Writing(Value):
    """A line that is open: for a note's words, the researcher's or the informant's, its links, or to correct a mark.

    ``before`` is what stood there first.
    """

    evening: LateEditSession
    note: Note | None
    purpose: Literal["words", "informant", "links", "correction"]
    before: str


class Open(Value):
    """The card of a question's probes, open for one interview."""

    evening: LateEditSession
    card: cards.Card


class NotesScreen(NotesList, inherit_bindings=False):
    """Each act becomes an event in that interview's log; ends with whether anything was added."""

    def __init__(
        self, desk: ReviewModel, question: str | None, shown: Sequence[InterviewReview], first: NoteUse | None = None
    ) -> None:
        """``first``: begin at a note of which this is said."""
        super().__init__(desk, question, shown)
        self._first = first
        self._writing: Writing | None = None
        self._open: Open | None = None
        self._asked = False
        self._keys: dict[str, Callable[[], None]] = {
            "escape": self._back,
            "q": self._back,
            "ctrl+q": self._back,
            "f": self._filter,
            "c": self._correct_words,
            "l": self._link,
            "a": self._clear,
            "p": self._show_probes,
            "question_mark": self._help,
            "u": self._undo,
            "ctrl+z": self._undo,
            "tab": self._put_back,
            **{f"{place}": partial(self._digit, place) for place in range(1, 10)},
        }

    def on_mount(self) -> None:
        """List the notes as they are on disk now."""
        for one in self.shown:
            evening = self.desk.evening(one)
            if evening is not None:
                evening.renew()
        self.query_one("#words", LineEditor).before_key = self._on_words
        self.fill()
        if self._first is not None:
            places = (place for place, (_, note) in enumerate(self._listed) if note.use == self._first)
            self.query_one("#notes", OptionList).highlighted = next(places, 0)
        self._rest()

    def fill(self) -> None:
        """List the notes anew; the card that is open shows its ticks as they are now."""
        super().fill()
        if self._open is not None:
            evening, card = self._open.evening, self._open.card
            self._lay(self._open.but(card=cards.refresh_card(card, evening.interview, self.desk._)))

    def on_key(self, event: events.Key) -> None:
        """What a letter does while the list has the keys."""
        if self._writing is not None:
            return
        act = self._keys.get(KEYS.own(event.key, "notes"))
        if event.character is not None and event.character in BEGINNINGS:
            act = partial(self._correct, event.character)
        moved = KEYS.tell_moved(event.key, self.desk._, "notes")
        if act is not None or moved:
            event.stop()
            self._say(moved)
        if act is not None:
            act()

    def on_option_list_option_highlighted(self) -> None:
        """What the keys do depends on the note."""
        if self._writing is None:
            self._hint()

    @on(Bar.Picked)
    def _hint_picked(self, picked: Bar.Picked) -> None:
        """A click on a key in the row of hints."""
        if self._writing is None:
            self._say("")
            self._show_probes() if picked.act == "probes" else self._correct(act_prefix(picked.act).strip())

    @on(CardPanel.PlacePicked)
    def _point_picked(self, picked: CardPanel.PlacePicked) -> None:
        if self._writing is None:
            self._digit(picked.place + 1)

    def on_option_list_option_selected(self) -> None:
        """Words for a bookmark, or other words for a note."""
        chosen = self._current()
        if chosen is not None and self._writing is None:
            self._write(Writing(*chosen, purpose="words", before=chosen[1].text))

    def _correct_words(self) -> None:
        """The words that the informant wants for a note, after reading it."""
        chosen = self._current()
        if chosen is not None and self._writing is None:
            self._write(Writing(*chosen, purpose="informant", before=chosen[1].text))

    def _correctable(self) -> LateEditSession | None:
        """The interview that an act is about, unless nothing can be added to it: then that is said, and what to do."""
        target = self._target()
        if target is not None and target.refusal:
            self._say(target.refusal)
            return None
        return target

    def _correct(self, beginning: str) -> None:
        target = self._correctable()
        if target is not None:
            self._close_card()
            self._write(Writing(evening=target, note=None, purpose="correction", before=beginning))

    def _show_probes(self) -> None:
        target = self._correctable()
        if target is not None:
            self._open_probes(target)

    def _open_probes(self, target: LateEditSession) -> bool:
        question = target.interview.guide.question(self.question or "")
        if question is None or not (question.probes or question.two_sided):
            code = "correct_which" if question is None else "no_probes"
            self._say(self.desk._.refusal(Refusal(code, {"id": self.question or ""})))
            return False
        self._lay(Open(evening=target, card=cards.probes_card(target.interview, question, self.desk._)))
        return True

    def _lay(self, opened: Open | None) -> None:
        self._open = opened
        self.query_one("#card", CardPanel).show(None if opened is None else opened.card, (), "")
        self._hint()

    def _close_card(self) -> None:
        if self._open is not None:
            self._lay(None)

    def _digit(self, place: int) -> None:
        """A digit ticks a point of the open card; without one it says what became of a follow-up."""
        if self._open is None:
            if place <= 3:
                self._settle(place)
            return
        card, panel = self._open.card, self.query_one("#card", CardPanel)
        if not panel.sees(place - 1):
            panel.bring(place - 1)
            self._say(self.desk._("Point {point} was out of sight; {point} again ticks it.", point=place))
            return
        if place > len(card.points):
            self._say(self.desk._("There is no point {point} on the card.", point=place))
            return
        self._do(self._open.evening, None, cards.command_of(card, card.points[place - 1]))

    def _help(self) -> None:
        self.app.push_screen(PageScreen(self.desk._("Help"), "\n".join(help_lines(self.desk._)), self.desk._))

    def _link(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self._write(Writing(*chosen, purpose="links", before="#"))

    def _settle(self, place: int) -> None:
        chosen = self._current()
        if chosen is None or chosen[1].follow_up is None:
            self._say(self.desk._("This is no follow-up."))
            return
        number = chosen[1].follow_up
        fates: tuple[Command, ...] = (do.ReturnTo(number), do.CallMet(number), do.Drop(number))
        self._do(chosen[0], chosen[1], fates[place - 1])

    def _clear(self) -> None:
        """Whether the note may be used: yes, then no."""
        chosen = self._current()
        if chosen is None or chosen[1].use is None:
            self._say(self.desk._("There is nothing to ask: the note is not from when the recorder was stopped."))
            return
        self._do(*chosen, do.ClearNotes((chosen[1].seq,), usable=chosen[1].use != "usable"))

    def _undo(self) -> None:
        """Take back what was done here last, in whichever interview that was: all that one Enter did."""
        target = self._last or self._target()
        if target is None:
            return
        groups = [seqs for of, seqs in self._together if of is target]
        act = target.interview.last_act()
        group = next((seqs for seqs in groups if act is not None and act.seq in seqs), set())
        told = []
        while True:
            outcome = target.do(do.Undo())
            told.append(outcome.said)
            self._changed = self._changed or outcome.done
            act = target.interview.last_act()
            if not outcome.done or act is None or act.seq not in group:
                break
        self._say(" · ".join(told))
        self.fill()

    def _put_back(self) -> None:
        """Put back as typed what was masked in what was done here last."""
        outcome = None if self._last is None else self._last.put_back()
        if outcome is not None and outcome.said:
            self._say(outcome.said)
            self.fill()

    def _back(self) -> None:
        if self._open is not None:
            self._close_card()
        else:
            self.dismiss(self._changed)

    def _write(self, writing: Writing) -> None:
        line = self.query_one("#words", LineEditor)
        self._writing, self._asked = writing, False
        prefixes = {
            "links": N_("link #b8 or tag #word › "),
            "words": N_("words › "),
            "informant": N_("the informant's words › "),
        }
        line.prefix = (
            f" {self.desk._(prefixes[writing.purpose])}" if writing.purpose in prefixes else f" {signs.PROMPT} "
        )
        line.put(writing.before)
        line.display = True
        self.query_one("#notes", OptionList).disabled = True
        self.query_one("#hints", Bar).show([Piece(f" {self.desk._('enter saves · esc leaves it')}", "dim")])
        line.focus()

    def _rest(self) -> None:
        """The list has the keys again."""
        line, listing = self.query_one("#words", LineEditor), self.query_one("#notes", OptionList)
        self._writing = None
        line.clear()
        line.display = False
        listing.disabled = False
        self._hint()
        listing.focus()

    def _hint(self) -> None:
        """The keys that matter now: those of a follow-up only where one is chosen."""
        _, chosen = self.desk._, self._current()
        if self._open is not None:
            pieces = [Piece(f" {_('1…9 tick; again: not needed · u undo · esc close')}", "dim")]
        elif chosen is not None and chosen[1].follow_up is not None:
            pieces = [
                Piece(f" {_('!: 1 returned 2 met 3 let go · + - correct · enter words · l link · u undo')}", "dim")
            ]
        else:
            pieces = [Piece(f" {_(_HINTS_LATER[act])} ·", "dim", act) for act in ("covered", "skip", "probes")]
            pieces.append(Piece(f" {_('enter words · c fix · l link · f filter')}", "dim"))
        if self._open is None and chosen is not None and chosen[1].use is not None:
            pieces.insert(0, Piece(f" {_('a may be used, again: not')} ·", "strong"))
        named = [piece.but(text=KEYS.name_in(piece.text, "notes")) for piece in pieces]
        self.query_one("#hints", Bar).show(named, help_and_back("notes") if self._open is None else [])

    @on(LineEditor.Changed)
    def _preview(self) -> None:
        """What Enter would do with a correction, before it does it."""
        writing = self._writing
        if writing is None or writing.purpose != "correction":
            return
        line = self.query_one("#words", LineEditor)
        said = preview(line.text, context_of(writing.evening.interview, self.question), self.desk._)
        code = f"{writing.evening.file.path.stem}: " if said and len(self.shown) > 1 else ""
        line.prefix = f" {code}{said} {signs.PROMPT} " if said else f" {signs.PROMPT} "

    def _on_words(self, event: events.Key) -> bool:
        """Enter saves, Esc gives up, asking once where words would be lost; only what edits goes to the line."""
        line, writing = self.query_one("#words", LineEditor), self._writing
        if writing is None:
            return True
        if event.key == "enter":
            if self._take_written(writing, line.text):
                self._rest()
            return True
        if KEYS.own(event.key, "notes") in ("escape", "ctrl+q"):
            if line.text.strip() in ("", writing.before.strip()) or self._asked:
                self._say("")
                self._rest()
            else:
                self._asked = True
                self._say(self.desk._("Not saved: Enter saves, Esc again leaves it."))
            return True
        self._asked = False
        if event.key == "up":
            line.bring_back()
            return True
        begins = event.character is not None and is_prefix(event.character)
        if not begins and (character_of(event) is not None or event.key in _EDITING):
            line.select(on=False)  # what was refused is gone on with
        return character_of(event) is None and event.key not in _EDITING

    def _take_written(self, writing: Writing, text: str) -> bool:
        note = writing.note
        if note is None:
            return self._take_correction(writing, text)
        if writing.purpose == "words":
            return self._do(writing.evening, note, do.EditNote(text, note.seq))
        if writing.purpose == "informant":
            return self._take_informants(writing, note, text)
        seq, had = note.seq, {tag.casefold() for tag in note.tags}
        text = re.sub("#{2,}", "#", text)  # one stood there already for whoever types it
        links, tags = hash_words(text, writing.evening.interview.guide)
        slip = next((tag for tag in tags if _LIKE_AN_ID.fullmatch(tag)), None)
        if slip is not None:
            self._say(self.desk._("There is no question {id}.", id=slip))
            return False
        commands: list[Command] = [do.LinkNote(seq, link) for link in links if link not in note.about]
        commands += [do.TagNote(seq, tag) for tag in tags if tag.casefold() not in had]
        if not commands:
            self._say(self.desk._("Write #b8 for a question, #word for a tag."))
            return bool(links or tags)
        return self._do(writing.evening, note, *commands)

    def _take_informants(self, writing: Writing, note: Note, text: str) -> bool:
        """The informant's words; without any it is said how a note is left out."""
        if not text.strip():
            code = writing.evening.file.path.stem
            self._say(
                self.desk._(
                    "Does the informant want the note out? Run correct {code} --note {seq} --leave-out.",
                    code=code,
                    seq=note.seq,
                )
            )
            return False
        return self._do(writing.evening, note, do.CorrectNote(text, note.seq))

    def _take_correction(self, writing: Writing, text: str) -> bool:
        """Carry out the line of a correction; whether it is done with."""
        meant = meaning(text, context_of(writing.evening.interview, self.question))
        match meant:
            case Refusal():
                self.query_one("#words", LineEditor).prefix = f" {signs.PROMPT} "  # why not: once is enough
                self._say(self.desk._.refusal(meant))
                self.query_one("#words", LineEditor).select(on=not asks_for_more(text, meant.code))
                return False
            case show.ShowCard():
                return self._open_probes(writing.evening)
            case do.RetimeNote():
                chosen = self._current()
                if chosen is None:
                    self._say(self.desk._("There is no note yet."))
                    return False
                return self._do(*chosen, meant.but(note=chosen[1].seq))
            case _:
                done = self._do(writing.evening, None, meant)
                if self._refused:
                    self.query_one("#words", LineEditor).select(on=not asks_for_more(text, self._refused))
                return done
