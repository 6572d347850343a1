"""The live screen's behaviour, without a screen.

Here keys become actions.

A key comes in, a command goes to the interview, and what came of it lies on the table to be drawn. Nothing here draws.
"""

from collections.abc import Callable

from guide.frozen import Value
from interviews.core import commands as do
from interviews.core.clock import Moment
from interviews.core.coverage import coverage
from interviews.core.events import NoteKind, Refusal, Stopped
from interviews.core.handlers import question_noted
from interviews.core.notes import follow_ups
from interviews.session import Session
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.actions import ACTS, BY_NAME, Action, act_of, word_of
from tui.input.acts.mark import tick_probes
from tui.input.grammar import Context, asks_for_more, may_be_its_number, parse, search_words
from tui.input.screen_commands import Intent
from tui.keymap import KEYS
from tui.live.action_runner import ActionRunner, Call, is_unseen, speak
from tui.live.attention import MOMENT, MOUSE
from tui.live.closing_flow import ClosingFlow
from tui.live.modes import Mode
from tui.live.options import LiveOptions
from tui.live.prompt_preview import act_prefix, prompt_for, refusal_of
from tui.live.suggestions import Completions
from tui.live.view_state import ViewState
from tui.translator import N_, Translator
from tui.widgets.line_model import TypedLine

WalkPlace = tuple[Mode, str, str | None]
"""A mode, its card's title, and in the closing the question in hand."""

_NOT_SAVED = N_("The text on the line is not saved: Enter saves, Esc clears.")


class LiveController:
    """The interviewer's desk: a table, an input line, and hands."""

    def __init__(
        self,
        session: Session,
        _: Translator,
        line: TypedLine,
        call: Callable[[Call], None],
        helps: LiveOptions | None = None,
    ) -> None:
        self.table = ViewState(session, _, saved=True if session.begun else None, helps=helps or LiveOptions())
        self.line = line
        self.hands = ActionRunner(self.table, lambda text: self._put(text, literal=True), call)
        self.completions = Completions(self.table, line, self.hands.offers)
        self._cleared: Cleared | None = None
        self._ticked: Ticked | None = None
        self._limit_told: int | None = None
        self._searched: tuple[str, bool, Mode] | None = None
        self._open_at_start()

    @property
    def context(self) -> Context:
        """What the meaning of the line depends on now."""
        table, line, session = self.table, self.line, self.table.session
        here, began = session.interview, line.begun_at

        def noted(kind: NoteKind, back: float) -> str | None:
            now = session.now
            at = Moment(began=now if began is None else began - session.running_at(0.0), now=now)
            return question_noted(here, kind, at, back)

        started = here.started
        return Context(
            here.guide,
            here.hand,
            line.literal,
            table.find,
            started.mode == "pilot",
            started.mode == "practice",
            lambda: coverage(here).questions,
            noted,
            started.afterwards,
            table.probes,
            () if table.card is None or not table.card.marks else table.card.unmarked,
            table.standing,
            table.has_word,
        )

    def press(self, key: str, character: str | None, ago: float = 0.0) -> bool:
        """Take a key, pressed ``ago`` seconds ago, before the line does; True when the line must not see it."""
        if self.hands.keys is not None:
            self.hands.keys.keys += 1
        if not KEYS.given:
            return self._take_key(key, character, ago)
        asked = KEYS.asks(key)
        if asked is not None:
            if asked == "next" and not self.line.text:
                return self._take_key("enter", None, ago)
            return self._take_key(key, character, ago, BY_NAME[asked])
        taken, moved = self._take_key(KEYS.own(key, "live"), character, ago), KEYS.tell_moved(key, self.table._, "live")
        if moved and not self.table.curtain:
            self.table.tell(moved)
        return taken or bool(moved)

    def _take_key(self, key: str, character: str | None, ago: float = 0.0, asked: Action | None = None) -> bool:
        """The same for the program's own key, whatever the settings say, or for one that they give to ``asked``."""
        self.hands.attention.hear(key if character is None or not character.isprintable() else character, ago)
        if self.table.veiled:
            self.table.veiled = bool(self.line.text)
        told = self.table.notice
        stands = told is not None and told.lasting
        idle = stands and not self.line.text and self.table.card is None
        taken = self._handle_key(key, character, asked)
        if stands or (taken and not self.line.text) or self.table.curtain:  # it never comes while somebody writes
            speak(self.table, answered=stands and idle and key == "escape")
        return taken

    def work_out_offer(self) -> bool:
        """Work out what to offer for the last note, once it is on the screen; True when there is something to show.

        While Tab would put back what was masked in it, nothing else is offered.
        """
        return self.table.masked is None and self.hands.offers.work_out()

    def work_out_completions(self) -> bool:
        """Work out what a `#` on the line may mean, once it is on the screen; True when there is something to show."""
        return self.completions.work_out(self.context, self.meaning)

    def complete(self, question: str) -> None:
        """Write out the id of one of the questions named for a `#`, as the mouse asks for it."""
        if question in self.table.completions:
            self.completions.take(self.table.completions.index(question))

    def _handle_key(self, key: str, character: str | None, asked: Action | None = None) -> bool:
        cleared, self._cleared = self._cleared, None
        ticked, self._ticked = self._ticked, None
        self.table.notice = None
        replaced = self.line.replaced
        refused, veiled = self.line.selected, self.table.veiled
        if refused and self._types_over(key, character):
            return True
        before = self._walk_place
        if asked is None:
            taken = self._handle_key_at_table(key, character, cleared, ticked)
        else:
            taken = True
            self._do_action(asked)
        if refused and self.table.veiled and not veiled:
            self.line.select()  # what is typed blind must not go on with a line that would be refused again
        self._notice_came(before)
        if taken and not self.line.text and self.line.replaced is replaced:
            self.line.replaced = None  # something else was done since
        return taken

    @property
    def _walk_place(self) -> WalkPlace:
        """Where the walk is, and what its card asks: a key may bring one that nobody has read yet."""
        table = self.table
        closing = table.interview.hand if table.mode.talks and table.mode.closes else None
        return table.mode, table.card.title if table.card is not None else "", closing

    def _notice_came(self, before: WalkPlace) -> None:
        """What stands there now came by this key, if it is another than before."""
        now = self._walk_place
        if now != before and (now[1] or now[2] != before[2]):
            self.hands.attention.came(called=now[0].is_called(before[0], self.table.card))

    def _is_too_soon(self, key: str, character: str | None) -> bool:
        """Whether a key on an empty line answers a card that came up only now: that is said, and nothing done."""
        table = self.table
        card, answers = table.card, key == "enter"
        if card is not None and character is not None:
            signs = "+-" if card.clears else "+" if card.marks else ""
            answers = answers or (bool(card.points) and character in "123456789") or character in signs
        if not answers or self.line.text or table.curtain or not self.hands.attention.is_unread():
            return False
        self._say_unread()
        return True

    def _say_unread(self) -> None:
        table = self.table
        if table.card is None:
            table.say(N_("{id} was asked just now. Enter once more goes on."), id=table.interview.hand)
        else:
            table.say(N_("A new card has come, “{title}”: look at it, and press once more."), title=table.card.title)

    def _types_over(self, key: str, character: str | None) -> bool:
        """A key on a refused line goes on editing it; a sign that begins a command, or a digit for a card, begins anew.

        So does whatever is typed where a curtain hides the line itself, since the program put it there.
        """
        ticks = (
            character is not None and character.isdecimal() and self.table.card is not None and not self.table.curtain
        )
        unseen = self.table.veiled
        if character is not None and character.isprintable() and (unseen or ticks or self.context.is_prefix(character)):
            self.line.type_over()
            self.take_typed()
        elif key in ("up", "down"):
            made_room, self.table.aside = self.table.aside, False
            self.line.select(on=False)
            return made_room or self._on_text(key, character)
        elif not unseen:
            self.line.select(on=False)
        return False

    def _handle_key_at_table(
        self, key: str, character: str | None, cleared: "Cleared | None", ticked: "Ticked | None"
    ) -> bool:
        if self.table.masked is not None and self._puts_back(key):
            return True
        jury = self.hands.walk.jury
        goes_on = character is not None and (character == " " or character.isdecimal()) and not self.line.text
        if jury is not None and goes_on and (begun := jury.take_back_digit()):
            self._put(f"{begun}{character}", literal=True)
            self.take_typed()
            return True
        if jury is not None and jury.keeps(key, character, self.line.text):
            return True
        if key == "ctrl+q":
            self._leave()
            return True
        if self.hands.attention.asked is not None and self.leaving:
            self.hands.attention.forget()
        if self._is_too_soon(key, character):
            return True
        if key in ("tab", "escape") and "#" in self.line.text:
            self.work_out_completions()  # for the line as it stands now, however quickly the key came
            if self.completions.take() if key == "tab" else self.completions.put_away():
                return True
        if key in _ANYWHERE:
            self._carry_out(_ANYWHERE[key])
            return True
        match key:
            case "enter":
                self._enter()
            case "escape":
                self._escape()
            case "shift+tab":
                pass
            case "ctrl+c":
                self.table.say(N_("Ctrl+Q leaves; /end closes the interview."))
            case "ctrl+z" if ticked is not None and not self.line.text and ticked.is_last(self.table):
                self._note_instead(ticked)
            case "up" if self.line.replaced is not None and self.table.picked is None:
                self.line.bring_back()
                self.take_typed()
            case _ if self.line.text:
                return self._on_text(key, character)
            case "up" | "ctrl+z" if cleared is not None:
                self.table.mode = cleared.mode
                self._put(cleared.text, cleared.begun_at, literal=cleared.literal)
                self.take_typed()
            case _:
                return self._on_empty(key, character)
        return True

    def _puts_back(self, key: str) -> bool:
        """Whether a key puts back what was masked: Tab until something else is done, Enter on an empty line at once."""
        table, offer = self.table, self.table.masked
        if offer is None or table.curtain:
            return False
        if key == "tab" and "#" not in self.line.text:
            self._carry_out(show.AcceptOffer())
            return True
        if key == "enter" and not self.line.text and table.puts_back:
            if self.hands.attention.is_unread():
                table.say(N_("Saved, masked: {words}. Enter once more puts it back as typed."), words=offer.words)
            else:
                self._carry_out(show.AcceptOffer())
            return True
        if key != "tab":
            table.masked = offer.but(fresh=False)
        return False

    def take_typed(self) -> None:
        """The line's text has changed: what it would find changes with it."""
        if self.line.pasted and self.hands.walk.jury is not None:
            begun = self.line.text[0]
            self.hands.walk.jury.begin_typing(begun if begun.isdecimal() else "")
        self._limit_told = self.table.past_limit
        if "#" not in self.line.text:
            self.completions.forget()
        self._search()

    def _search(self) -> None:
        """What the line finds, worked out once for each text that stands on it."""
        text, table = self.line.text, self.table
        literal = self.line.literal or table.mode.writes
        if self._searched == (text, literal, table.mode):
            return
        self._searched = (text, literal, table.mode)
        table.hits, table.aside = [], False
        jury = self.hands.walk.jury
        table.leaf = jury.leaf(text) if jury is not None and not literal and not table.curtain else None
        if text and jury is not None and jury.seeks is not None and self.context.is_words(text):
            table.hits = jury.find_others(text)
        elif text.startswith("/") and not literal and _is_search(parse(text, self.context)):
            table.hits = table.find(search_words(text))
        table.chosen = 0 if table.sure else -1

    def _put(self, text: str, begun_at: float | None = None, *, literal: bool = False) -> None:
        """Put words on the line that were not typed just now; a curtain hides them."""
        self.line.put(text, begun_at, literal=literal)
        self.table.veiled = self.table.curtain and bool(text)

    def take_up_draft(self) -> None:
        """Put back what stood on the line when the program was told to end."""
        take_up(self.table, self.line, self.hands.walk)
        refused, word = self.meaning() if self.line.text else None, self.line.text[1:].partition(" ")[0]
        told = isinstance(refused, Refusal) and not asks_for_more(self.line.text, refused.code)
        if self.line.text[:1] == "/" and (self.refused is not None or (told and act_of(word) is not None)):
            self.line.select(on=self._is_command())

    def keep_draft(self) -> None:
        """The program is told to end: what stands on the line goes into the log, if that can be written."""
        keep(self.table, self.line, writes=bool(self.line.text) and self.writes)

    def carry_out(self, intent: Intent) -> bool:
        """Do what the palette or the mouse asks; True when it was done."""
        return self._click(lambda: self._carry_out(intent))

    def _click(self, act: Callable[[], bool]) -> bool:
        self.hands.attention.hear(MOUSE)
        before = self._walk_place
        done = act()
        self._notice_came(before)
        return done

    def _carry_out(self, intent: Intent, began: float | None = None) -> bool:
        self.table.notice = None
        if self.table.curtain and is_unseen(intent, self.table, "" if began is None else self.line.text):
            self.table.say(N_("Nothing was done while the screen was hidden: nobody saw what it was about."))
            return False
        return self.hands.carry_out(intent, began)

    def do_action(self, name: str) -> bool:
        """Do an action by its name, as palette and mouse ask; text on the line is never in the way of it.

        Where words must follow, what they follow is put on the line.
        """
        if name == "next" and not self.line.text:
            return self._take_key("enter", None)
        self._cleared = self._ticked = None
        return self._click(lambda: self._do_action(BY_NAME[name]))

    def _do_action(self, action: Action) -> bool:
        if not action.takes:
            return self._do_slash(action.slash)
        if self.line.text:
            self.table.say(_NOT_SAVED)
            return False
        self.line.put("" if action.name == "note" else act_prefix(action.name, self.table._.language))
        return True

    def _do_slash(self, word: str) -> bool:
        intent = parse(f"/{word}", self.context.as_if_clicked())
        match intent:
            case Refusal():
                return self.table.refuse(intent)
            case show.Quit():
                return self._leave()
            case show.CloseOpen():
                self._escape()
                return True
            case do.ToggleRecording(same=False) if self.table.past_limit is not None:
                if self.line.text:
                    self.table.say(_NOT_SAVED)
                    return False
                self._put(f"/{word_of('rec', self.table._.language)}")  # what it would begin, the prompt asks
                self.take_typed()
                return True
            case show.EditLast() | show.FillBookmarks() | show.BeginClosing() | show.OpenVerdict() if self.line.text:
                self.table.say(_NOT_SAVED)
                return False
            case do.ToggleRecording() if not self.line.text:
                done = self._carry_out(intent)
                if self.table.notice is not None and self.table.notice.code == "gate_first":
                    self._put(
                        f"/{word_of('rec', self.table._.language)}{' same' if intent.same else ''}"
                    )  # for Enter to do all the same
                    self.take_typed()
                    self.line.select()
                return done
            case _:
                return self._carry_out(intent)

    def _on_empty(self, key: str, character: str | None) -> bool:
        card = self.table.card
        if key in ("up", "down") and self.hands.sight.scroll_card(1 if key == "down" else -1):
            return True
        if self.table.mode.writes:
            if key in self.table.mode.keys:
                self._carry_out(self.table.mode.keys[key])
            return key in ("space", "up", "down", "ctrl+z")
        if key == "space":
            interview = self.table.interview
            if card is None or (card.name != "opening" and interview.hand is not None and interview.ended is None):
                self._carry_out(do.TakeNote("", "bookmark"))
            return True
        if character is not None and character in "123456789" and card is not None and card.points:
            if self.table.curtain:
                return False  # what it would tick, nobody sees: it is the first character of a line
            self._carry_out(show.TickPlace(int(character)))
            refused, jury = self.table.notice, self.hands.walk.jury
            if jury is not None and refused is not None and refused.code == "unknown_point":
                jury.took_none(character)
            return True
        if key in _ON_EMPTY:
            self._carry_out(_ON_EMPTY[key])
            return True
        if character is not None and self.hands.walk.jury is not None:
            self.hands.walk.jury.begin_typing(character)
        return False

    def pick(self, place: int) -> None:
        """Click what stands in this place, from 1, of what is shown: a question found, a verdict, a card's point."""
        self._click(lambda: self._pick(place))

    def _pick(self, place: int) -> bool:
        table, jury = self.table, self.hands.walk.jury
        here = table.card.points[place - 1] if table.card is not None and place <= len(table.card.points) else None
        intent: Intent = show.TickPlace(place if here is None or here.number is None else here.number)
        if table.listed:
            hit = table.listed[place - 1].id
            seeks = None if jury is None else jury.seeks
            intent = do.AskQuestion(hit) if seeks is None else do.Propose(seeks, other=hit)
        elif table.leaf is not None and jury is not None and table.interview.hand is not None:
            jury.open(table.interview.hand, unnamed=True)
        if isinstance(intent, show.TickPlace) and table.leaf is None and self.hands.attention.is_unread():
            self._say_unread()
            return False
        done = self._carry_out(intent)
        if done and (table.hits or table.leaf is not None):
            self.line.clear()
            table.hits, table.leaf = [], None
        return done

    def _on_text(self, key: str, character: str | None) -> bool:
        table = self.table
        if key in ("up", "down"):
            self._search()
            table.aside = False
            if table.hits:
                table.chosen = (table.chosen + 1 if key == "down" else max(table.chosen, 0) - 1) % len(table.hits)
            return True
        if key == "ctrl+z":
            table.say(_NOT_SAVED)
            return True
        self._search()
        if table.leaf is not None and character is not None and character in "123456789":
            self._pick(int(character))
            return True
        again = character == self.line.text and not (self.line.literal or table.mode.writes)
        if again and character is not None and self.context.is_prefix(character):
            self.line.literal = True
            self.take_typed()
            return True
        return False

    def _enter(self) -> None:
        if not self.line.text:
            if self.table.curtain:
                self.table.say(
                    N_("Enter did nothing while the screen was hidden: nobody saw what it would have asked.")
                )  # which question it would be, nobody sees
            else:
                self.hands.walk.go_on()
            return
        meant = self.meaning()
        if isinstance(meant, do.ToggleRecording) and self._limit_passed(meant):
            return
        self._carry_out_line(meant)
        notice, line = self.table.notice, self.line
        stays = notice is not None and not notice.alarm and line.text and not asks_for_more(line.text, notice.code)
        line.select(on=bool(stays) and self._is_command() and not isinstance(self.meaning(), do.TakeNote))

    def _limit_passed(self, meant: do.ToggleRecording) -> bool:
        """Whether the recorder's limit came while the line stood there: what it would do is another thing then."""
        if meant.same or self.table.curtain:
            return False
        number = self.table.past_limit
        if number == self._limit_told:
            return False
        if self.hands.attention.confirms("limit_passed", number):
            return False
        self.table.say(
            N_("Recording {number} has come to its limit: see what Enter does now, and press it once more."),
            number=number,
        )
        return True

    def _is_command(self) -> bool:
        """Whether the line asks for an act, and is no words of a note."""
        return not self.writes

    def _carry_out_line(self, intent: Intent | Refusal) -> None:
        if self.hands.attention.asked is not None and self._was_rewritten():
            return
        if isinstance(intent, Refusal) and intent.code == "near_command":
            self._write_meant(intent.facts["line"])
        elif isinstance(intent, Refusal):
            self._make_room_for_words(intent)
            self.table.refuse(intent)
        elif isinstance(intent, show.TickProbes) and not self.table.curtain:
            self._tick(intent.places)
        elif isinstance(intent, do.TakeNote) and intent.kind == "follow_up" and self._may_be_its_number(intent):
            self._ask_which(intent.text.strip())
        elif isinstance(intent, do.EditNote) and self._may_be_digits():
            self.table.say(
                N_("Nothing was done while the screen was hidden: nobody saw what it was about.")
                if self.table.curtain
                else N_("“{text}” as the bookmark's words? Enter once more saves it, Esc clears."),
                text=self.line.text,
            )
        else:
            self._carry_out_as_typed(intent)

    def _carry_out_as_typed(self, intent: Intent) -> None:
        text = self.line.text
        beyond = self._beyond_the_probes(text) if isinstance(intent, do.TakeNote) and text[:1].isdecimal() else None
        if self._carry_out(intent, self.line.begun_at) and not isinstance(intent, show.EditLast):
            self.line.clear()
            self.table.hits, self.table.leaf = [], None
            if beyond is not None:
                self.table.say(
                    N_("{id} has only {count}: “{text}” is a note (Ctrl+Z takes it back)")
                    if beyond
                    else N_("{id} has no probes: “{text}” is a note (Ctrl+Z takes it back)"),
                    id=self.table.interview.hand,
                    count=beyond,
                    text=text,
                )

    def _beyond_the_probes(self, text: str) -> int | None:
        """How many probes can be ticked, where the line is nothing but numbers and some of them are no probe's."""
        numbers = [one for one in text.split() if one.isdecimal() and len(one) < 3]
        if self.line.literal or len(numbers) < len(text.split()) or self.table.interview.hand is None:
            return None
        return len(self.table.probes())

    def _may_be_digits(self) -> bool:
        """Whether a bookmark would get a digit as its words that was meant for a card; the same again is meant."""
        mode, text = self.table.mode, self.line.text
        return mode.doubts(text) and (
            self.table.curtain or not self.hands.attention.confirms("digits_as_words", (mode, text))
        )

    def _may_be_its_number(self, note: do.TakeNote) -> bool:
        """Whether a new follow-up's words may be an old one's number; the same again is meant, and behind a curtain."""
        number = note.text.strip()
        bare = may_be_its_number(note) and not self.table.curtain
        return bare and not self.hands.attention.confirms("number_as_words", number)

    def _ask_which(self, number: str) -> None:
        """Ask whether a new follow-up is meant or the one that has this number; the line stays as it is."""
        table, word = self.table, word_of("back", self.table._.language)
        known = any(f"{note.follow_up}" == number for note in follow_ups(table.interview))
        table.say(
            N_("“{number}” as a new follow-up? Enter again saves it. /{word} {number} returns to yours.")
            if known
            else N_("“{number}” as a new follow-up? Enter again saves it, Esc clears."),
            number=number,
            word=word,
        )

    def _tick(self, places: tuple[int, ...]) -> None:
        """Tick probes by a line of numbers; those that could not be saved stay on the line."""
        table, text, began = self.table, self.line.text, self.line.begun_at
        told = prompt_for(text, self.context, table._)
        done = tick_probes(self.hands, places)
        if done < len(places):
            self._put(" ".join(map(str, places[done:])), began)
            return
        act = table.interview.last_act()
        self._ticked = Ticked(text, began, len(places), -1 if act is None else act.seq)
        self.line.clear()
        table.say(N_("{told} · Ctrl+Z: the note “{text}”"), told=told, text=text)

    def _note_instead(self, ticked: "Ticked") -> None:
        """The numbers were meant as a note: the ticks are taken back, and the note has the moment of its first key."""
        for _ in range(ticked.count):
            if not self.hands.act(do.Undo()):
                return
        if self.hands.act(do.TakeNote(ticked.text), ticked.began):
            self.table.say(N_("a note instead: “{text}”"), text=ticked.text)
        else:
            self.line.put(ticked.text, ticked.began, literal=True)

    def _make_room_for_words(self, refusal: Refusal) -> None:
        """A slash command that lacks its words waits for them: what is typed next goes on behind a space."""
        line = self.line.text
        if line[:1] == "/" and act_of(line[1:]) is not None and refusal.code.startswith("empty_"):
            self._put(f"{line} ", self.line.begun_at)
            self.take_typed()

    def _write_meant(self, line: str) -> None:
        """A command with a slip in it is written as it was meant, and not yet done."""
        self._put(line, self.line.begun_at)
        self.hands.attention.confirms("near_written", line)
        self.table.say(N_("{line}: Enter does it, esc clears."), line=line)
        self.take_typed()

    def _was_rewritten(self) -> bool:
        """Whether the command on the line was written as it was meant only now: that is to be read first."""
        line, attention = self.line.text, self.hands.attention
        if not attention.awaits("near_written", line) or attention.confirms("near_written", line):
            return False
        self.table.say(N_("{line}: Enter does it, esc clears."), line=line)
        return True

    @property
    def writes(self) -> bool:
        """Whether the line, which is not empty, is words, for whatever they are wanted just now."""
        if self.table.mode.writes:
            return isinstance(self.meaning(), do.EditNote | do.TakeNote)
        return self.context.is_words(self.line.text)

    def meaning(self) -> Intent | Refusal:
        """What Enter would do with the line as it stands; prompt, hints and Enter all ask this."""
        text, table = self.line.text, self.table
        self._search()
        context = self.context
        meant = table.mode.words(text, context, self.hands.walk)
        if meant is not None:
            return meant
        if table.hits and table.picked is not None:
            return do.AskQuestion(table.picked.id)
        return parse(text, context)

    @property
    def refused(self) -> Refusal | None:
        """Why Enter would do nothing with a line that means something."""
        return self.refusal_of(self.meaning()) if self.line.text else None

    def refusal_of(self, meaning: Intent | Refusal) -> Refusal | None:
        """Why Enter would do nothing with a line of this meaning; where it has none, that is all there is to say."""
        return None if isinstance(meaning, Refusal) else refusal_of(meaning, self.table, self.line.begun_at)

    def _escape(self) -> None:
        """What is open closes first, then the line; only where closing is an act of its own the line comes first."""
        table = self.table
        if table.leaf is not None:
            self.line.clear()
            table.leaf = None
            return
        if table.curtain and not self.line.text:
            table.say(N_("Nothing was done while the screen was hidden: nobody saw what it was about."))
            return
        closes_card = table.card is not None and not table.curtain and not table.listed and table.mode.talks
        self.hands.attention.forget()
        if not self.line.text or closes_card:
            self.hands.walk.go_back()
            return
        self._cleared = Cleared(self.line.text, self.line.begun_at, self.line.literal, table.mode)
        table.mode = table.mode.unwritten
        self.line.clear()
        table.hits = []
        table.say(N_("line cleared · ↑ brings the text back"))

    @property
    def leaving(self) -> bool:
        """Whether it was said that the line would be lost, and leaving is one key away."""
        return bool(self.line.text) and self.hands.attention.awaits("quit_twice", self.line.text)

    def _leave(self) -> bool:
        """With text on the line, leaving asks once; who wants to leave need not read it twice, but holds no key."""
        asked = self.leaving
        if self.line.text and not self.hands.attention.confirms("quit_twice", self.line.text, after=MOMENT):
            self.table.say(
                N_("The text on the line is not saved. Wait a moment, then Ctrl+Q leaves.")
                if asked
                else N_("The text on the line is not saved. Ctrl+Q again leaves all the same.")
            )
            return False
        return self._carry_out(show.Quit())

    def _open_at_start(self) -> None:
        interview = self.table.interview
        if interview.ended is not None:
            self.hands.walk.afterwards()
        elif interview.last(Stopped) is not None:
            self.hands.walk.begin_closing()
        elif interview.hand is None and interview.guide.opening:
            self.table.card = cards.opening_card(interview, self.table._)


def _is_search(meaning: Intent | Refusal) -> bool:
    """Whether a line finds questions, surely or not."""
    return isinstance(meaning, do.AskQuestion) or (isinstance(meaning, Refusal) and meaning.code == "weak_hits")


class Ticked(Value):
    """A line of numbers that ticked probes: as typed, when it was begun, how many, and the seq of the last tick."""

    text: str
    began: float | None
    count: int
    seq: int

    def is_last(self, table: ViewState) -> bool:
        """Whether nothing has been done since."""
        act = table.interview.last_act()
        return act is not None and act.seq == self.seq


_OWN_WAY = ("enter", "space", "escape", "ctrl+q")
"""Keys whose meaning depends on line, card and mode; ``LiveController`` has a method for each."""

_BOUND = [(act, act.binding) for act in ACTS if act.binding is not None and act.binding not in _OWN_WAY]
_ANYWHERE: dict[str, Intent] = {key: act.means for act, key in _BOUND if act.anywhere and act.means is not None}
_ON_EMPTY: dict[str, Intent] = {key: act.means for act, key in _BOUND if not act.anywhere and act.means is not None}


class Cleared(Value):
    """A line that Esc cleared, for the very next key to bring back."""

    text: str
    begun_at: float | None
    literal: bool
    mode: Mode


def take_up(table: ViewState, line: TypedLine, walk: ClosingFlow) -> None:
    """Put back what stood on the line, and what it was for; a line that was begun since is not written over."""
    draft = table.interview.draft
    if draft is not None and not line.text:
        walk.write_on(draft.note)
        line.put(draft.text, table.session.running_at(draft.t), literal=draft.literal)


def keep(table: ViewState, line: TypedLine, *, writes: bool) -> None:
    """Put what stands on the line into the log; where nothing can be written, the session knows that it was lost.

    ``writes`` says that it is words; a command is one again when it is put back, where lines are words too.
    """
    if not line.text:
        return
    literal = line.literal or (writes and table.mode.writes)
    table.session.keep_draft(line.text, line.begun_at, literal=literal, note=table.mode.note)
