"""The linear mode's desk: keys in, lines out.

What a line means and what is done is the controller's to say, as on the screen; here is only what is told of it, once,
in the order in which it happened.
"""

import re
from collections.abc import Callable, Iterator
from math import ceil

from interviews.core.events import Asked
from interviews.core.notes import notes
from interviews.core.recorder import limit_at, recording
from interviews.session import Session
from tui.input.actions import ACTS, key_of, slash_of
from tui.input.cards import Card
from tui.linear.telling import tell_act, tell_card, tell_keys, tell_note, tell_question
from tui.linear.voice import Voice
from tui.live.action_runner import Call
from tui.live.first_run import HINTS, SIX
from tui.live.line_words import card_as_shown, enter_says, prompt_for_begun, prompt_words
from tui.live.live_controller import LiveController
from tui.live.options import LiveOptions
from tui.live.practice import speech_entries
from tui.live.time_messages import NEAR_LIMIT, standing_words, time_that_counts
from tui.live.transcript import beforehand, wording_to_say
from tui.sentences.code_names import MODE_NAMES, PILOT_NAMES
from tui.translator import N_, Translator
from tui.widgets.line_model import TypedLine

PROMPT = "> "
"""Where words are typed."""

_LOOKED = "looked"
"""What a whole line counts as before it is taken: whoever sends one has had the time to read."""

_AGAIN = 10
"""Acts that PgUp tells once more."""

_STILL = ("left", "right", "home", "end", "delete", "ctrl+a", "ctrl+e", "ctrl+left", "ctrl+right")
"""Keys that move the cursor, which stands at the end of the line here."""

_DIGITS = re.compile("[1-9](?: ?[1-9])*")


class LinearDesk:
    """One interview, held line by line."""

    def __init__(
        self,
        session: Session,
        _: Translator,
        now: Callable[[], float],
        voice: Voice,
        leave: Callable[[], None],
        helps: LiveOptions | None = None,
    ) -> None:
        _ = Translator(_.language, in_words=True)
        self._, self.voice, self._leave = _, voice, leave
        self.line = TypedLine(now)
        self.desk = LiveController(session, _, self.line, self._answer_call, helps)
        self.table = self.desk.table
        self.rows = 24
        """How many blank lines push what was said out of sight."""
        self._told_until = self.table.interview.next_seq
        self._hand = self.table.interview.hand
        self._card: Card | None = None
        self._cards: dict[str, Card] = {}
        self._lasting = ""
        self._limit = 0
        self._chosen = -1
        self._hidden = False
        self._heard: dict[str, str] = {}
        self._offered: tuple[int, str] | None = None
        self._masked: int | None = None
        self._before_tab = ""
        self._begun = PROMPT
        self._left = False
        self._brought = ""
        self._whole = False
        """Whether lines come whole: then none goes on with one that was refused, and that one is not shown again."""

    # ------------------------------------------------------------------ what comes in

    def begin(self) -> None:
        """Say whose interview it is and how it stands, then what lies open."""
        _, table, interview = self._, self.table, self.table.interview
        started = interview.started
        kind = _(MODE_NAMES[started.mode]) if started.mode in MODE_NAMES else ""
        if started.mode == "pilot":
            kind = _(PILOT_NAMES[started.pilot])
        elif started.afterwards:
            kind = _("entered afterwards")
        self._say(", ".join(part for part in (interview.guide.title, interview.code, kind) if part))
        self._say(self._standing())
        if table.helps.first:
            self._say(_("Six keys are enough to begin:"), *(f"  {_(HINTS[name])}" for name in SIX))
        self._say(*(entry.text for entry in beforehand(table)))
        self._say(*self._in_hand())
        if interview.ended is None:
            self._say(_("? tells all keys, /guide the guide, /time the time; Ctrl+R says the line again."))
        self.desk.take_up_draft()
        self._tell()
        if self.line.text:
            self._say(_("This stood on the line when you left; Enter takes it:"))
            self._brought = self.line.text
        self._show_row()

    def press(self, key: str, character: str | None, ago: float = 0.0) -> None:
        """Take a key, pressed ``ago`` seconds ago, and say what came of it."""
        self._whole = False
        if key == "ctrl+r":
            self._say_row()
            return
        if key in _STILL:
            self.line.select(on=False)
            self._show_row()
            return
        self._before_tab = self.line.text
        self._act(lambda: self._press("ctrl+q" if key == "ctrl+d" else key, character, ago), key)

    def paste(self, text: str) -> None:
        """Take a paste whole; nothing in it is a key."""
        self._act(lambda: self.line.insert(text, pasted=True), "")

    def take_line(self, text: str, *, piped: bool = False) -> None:
        """Take a whole line at once, as another program sends it, or a terminal that has lines: one act.

        A digit answers the open card, a blank is a bookmark, nothing is Enter.
        """
        self._whole = True
        self.desk.hands.attention.hear(_LOOKED)
        if self.line.text and self.table.notice is not None and self.table.notice.alarm:
            self._act(lambda: self._press("enter", None, 0.0), "enter")  # what could not be saved comes first
            if self.line.text:
                self.line.insert(f"\n{text}")
                self.desk.take_typed()
                self._show_row()
                return
        if self.line.text and self.line.text == self._brought:
            self._brought = ""
            self._act(lambda: self._press("enter", None, 0.0), "enter")  # no line that comes whole goes on with it
            if not text:
                return
        if self.line.text and text != self.line.text:
            self.line.clear()  # what was refused gives way to the next whole line
            self.desk.take_typed()
        keys = self._keys_in(text)
        if keys:
            self.voice.show(self._begun, text)  # to be read in its place, as what is typed is
            for key in keys:
                self.desk.hands.attention.hear(_LOOKED)
                self._press(key, " " if key == "space" else key, 0.0)
                self._tell(key)
            self._show_row()
            return
        if text and text != self.line.text:
            self._act(lambda: self._write(text), "")
        elif piped and self.table.masked is not None:
            self.table.masked = self.table.masked.but(fresh=False)  # a pipe is always at once, and unmasks no name
        self._act(lambda: self._press("enter", None, 0.0), "enter")

    def tick(self) -> None:
        """Time goes on: in a practice interview the informant may have said something, unless somebody writes."""
        if not self.line.text and not self.table.curtain and any(self._speeches()):
            self._say(*self._speeches(said=True))
            self._show_row()

    def end(self) -> None:
        """The program is told to end, or nobody is there any more: the line goes into the log."""
        if not self._left:
            self._left = True
            self.desk.keep_draft()
            self.voice.again()

    def let_go(self) -> None:
        """Nothing more comes of a pipe: what was refused was said; words that could not be saved are kept."""
        unsaved = self.table.notice is not None and self.table.notice.alarm
        if self.line.text and not unsaved and not self.desk.writes:
            self.line.clear()

    def read_on(self, seconds: float) -> bool:
        """Read for so long on what earlier interviews tell, for what is offered; whether there is more."""
        return self.desk.hands.offers.read_on(seconds)

    @property
    def has_left(self) -> bool:
        """Whether it is over."""
        return self._left

    # ------------------------------------------------------------------ how it is taken

    def _press(self, key: str, character: str | None, ago: float) -> None:
        if self.desk.press(key, character, ago):
            return
        if not self.line.edit(key) and character is not None:
            self.line.insert(character)

    def _keys_in(self, text: str) -> list[str]:
        """The keys that a whole line is, where it is nothing but such as act on an empty line."""
        card = self.table.card
        if text.isspace():
            return ["space"]
        if self.line.text or card is None or not card.points or self.table.curtain or _DIGITS.fullmatch(text) is None:
            return []
        digits = [sign for sign in text if sign != " "]
        together = card.name is not None or card.marks or bool(card.clears)
        return digits if together or len(digits) == 1 else []

    def _write(self, text: str) -> None:
        """Put a whole line where one is typed."""
        context, literal = self.desk.context, self.table.mode.writes
        if self.desk.hands.walk.jury is not None:
            self.desk.hands.walk.jury.begin_typing(text[0])
        self.table.notice = None
        doubled = text[:1] == text[1:2] and context.is_prefix(text[0]) and not literal
        if doubled:
            self.line.put(text[1:], literal=True)
        else:
            self.line.insert(text)

    def _act(self, act: Callable[[], object], key: str) -> None:
        before = self.line.text
        act()
        if self.line.text != before:
            self.desk.take_typed()
        if self.desk.hands.offers.is_due and not self.line.text:  # nothing is said into what somebody writes
            self.desk.work_out_offer()
        if self._left:
            return
        self._tell(key)
        self._show_row()

    def _answer_call(self, call: Call) -> None:
        match call:
            case "help" | "palette":
                self._say(*self._help())
            case "scroll_up" | "scroll_down":
                self._say(*self._last_acts())
            case "quit":
                self._left = True
                self.voice.again()
                self._leave()

    # ------------------------------------------------------------------ what is said

    def _tell(self, key: str = "") -> None:
        """Say what has changed since: acts, what there is to say, the card that has come."""
        if self._behind_a_curtain():
            return
        self._tell_completed(key)
        acts = [act for act in self.table.interview.events() if act.seq >= self._told_until]
        moved = self.table.interview.next_seq > self._told_until
        self._told_until = self.table.interview.next_seq
        hand, self._hand = self._hand, self.table.interview.hand
        notice = self.table.notice
        by_line = notice is not None and not notice.lasting and self.table.card is None
        said = [
            line
            for act in acts
            if not (by_line and act.type == "ticked")
            for line in tell_act(act, self.table.interview, self._)
        ]
        said += list(self._notice(saved=moved and not said))
        said += list(self._masks())
        said += list(self._offer())
        said += list(self._hits(key))
        said += list(self._card_lines(quiet=bool(said)))
        if moved and not said:
            said.append(self._("Saved."))
        if self.table.interview.hand != hand and not any(isinstance(act, Asked) for act in acts):  # undone, that is
            said += self._in_hand()
        self._say(*said)
        if not self.line.text:
            self._say(*self._limit_line(), *self._speeches(said=True))

    def _tell_completed(self, key: str) -> None:
        """Which question it is whose id Tab has written out."""
        written = re.search(r"#([\w.\-]+) ?\Z", self.line.text) if key == "tab" else None
        question = self.table.interview.guide.question(written[1]) if written is not None else None
        if question is not None and self.line.text != self._before_tab:
            self._say(f"{question.id} {question.label}")

    def _behind_a_curtain(self) -> bool:
        """Behind a curtain only that something was saved, or was not; what it hides is said once it is lifted."""
        table = self.table
        if not table.curtain:
            if self._hidden:
                self._hidden = False
                self._say(self._("Shown again."))
            return False
        if not self._hidden:
            self._hidden = True
            self.voice.push_away(self.rows)
            self._say(self._("Hidden. Ctrl+L shows it again."))
        elif table.behind is not None and table.behind.alarm and not table.saved:
            self._say(self._(N_("NOT SAVED ×")).rstrip(" ×"))
        elif table.interview.next_seq > self._told_until:
            self._say(self._("Saved."))
        return True

    def _notice(self, *, saved: bool) -> Iterator[str]:
        """What there is to say; the line near the end once, until it says something else."""
        notice = self.table.notice
        if notice is None:
            return
        if notice.lasting:
            left = notice.text.partition(" ")[2]  # the minutes, which come first, are other ones every minute
            if left == self._lasting or self.line.text:
                return
            self._lasting = left
        yield self._("Saved: {what}", what=notice.text) if saved and not notice.alarm else notice.text

    def _masks(self) -> Iterator[str]:
        """What was masked in the last act, once: it was typed, and is saved otherwise."""
        offer = self.table.masked
        if offer is not None and offer.seq != self._masked:
            yield self._(
                N_("Saved masked: {words}. Tab, /link, or Enter at once on an empty line: as typed.")
                if self.table.puts_back
                else N_("Saved masked: {words}. Tab or /link: as typed."),
                words=offer.words,
            )
        self._masked = None if offer is None else offer.seq

    def _offer(self) -> Iterator[str]:
        offer, interview = self.table.offer, self.table.interview
        question = None if offer is None else interview.guide.question(offer.question)
        if question is None or offer is None:
            self._offered = None
        elif (offer.note, offer.question) != self._offered:
            self._offered = (offer.note, offer.question)
            yield self._(
                "Also about {id} {label}? Tab links it, and so does /link.", id=question.id, label=question.label
            )

    def _hits(self, key: str) -> Iterator[str]:
        """The questions found, where Enter could not tell which was meant; the one that the arrows choose."""
        table = self.table
        guide = table.interview.guide
        if not table.listed:
            self._chosen = -1
            return
        found = [question for hit in table.listed if (question := guide.question(hit.id)) is not None]
        if key in ("up", "down") and 0 <= table.chosen < len(found):
            yield tell_question(found[table.chosen])
        elif key == "enter":
            yield from (f"  {tell_question(question)}" for question in found)

    def _card_lines(self, *, quiet: bool) -> Iterator[str]:
        """The card that has come, whole; of one that stays, what Enter does by now; that one was closed."""
        before, card = self._card, card_as_shown(self.table)
        self._card = card
        if card is None:
            if before is not None and not quiet and not before.overview:
                yield self._("Closed: {title}", title=before.title)
            return
        if before is None or _is_another(before, card):
            if before is not None and self._cards.get(card.title) == card.but(under=None):
                yield self._("{title} is open again.", title=card.title)
                return
            self._cards[card.title] = card.but(under=None)
            yield from tell_card(card, self._)
            keys = tell_keys(self.desk)
            if card.overview:
                self.desk.press("escape", None)  # it was said, and nothing on it waits for an answer
                self._card = card_as_shown(self.table)
            elif keys:
                yield keys
        elif card != before:
            self._cards[card.title] = card.but(under=None)
            if card.foot != before.foot:
                yield card.foot

    def _limit_line(self) -> list[str]:
        """That the recorder comes near its limit, and that it has come there, each once."""
        interview, limit = self.table.interview, limit_at(self.table.interview)
        number = recording(interview)
        left = None if limit is None or number is None else limit - self.table.session.now
        stage = 0 if left is None or left > NEAR_LIMIT else 1 if left > 0 else 2
        come, self._limit = stage > self._limit, stage
        if not come or left is None:
            return []
        if stage == 1:
            return [self._("Recording {number} has {minutes} min left.", number=number, minutes=ceil(left / 60))]
        return [self._("Recording {number} has come to its limit.", number=number)]

    def _speeches(self, *, said: bool = False) -> list[str]:
        """What a practice interview's informant has said and was not told; from now on it was, where it is ``said``.

        An answer grows sentence by sentence, and what of it was heard is not told again.
        """
        if self.table.helps.informant is None:
            return []
        lines = []
        for entry in (one for entries in speech_entries(self.table).values() for one in entries):
            heard = self._heard.get(entry.key, "")
            first, *rest = [part for part in entry.text.removeprefix(heard).split("\n") if part.strip()] or [""]
            if first:
                lines += [self._("The informant: {text}", text=first.strip()), *(f"  {part.strip()}" for part in rest)]
            if said:
                self._heard[entry.key] = entry.text
        return lines

    def _in_hand(self) -> list[str]:
        """Which question is in hand, as it was asked, while the interview goes on."""
        interview = self.table.interview
        asked = interview.last(Asked)
        hand = None if asked is None else interview.guide.question(asked.question)
        if asked is None or hand is None or interview.ended is not None:
            return []
        return [self._("In hand: {question}", question=f"{hand.id}: {wording_to_say(hand, asked.wording)}")]

    def _standing(self) -> str:
        """The time and what matters now, in one line."""
        table, _ = self.table, self._
        minutes = table.interview.guide.minutes
        time = time_that_counts(table)
        if minutes:
            time = _("{now} of {minutes} min", now=time, minutes=f"{minutes:g}")
        begun = () if table.saved is not None else (_("not begun"),)
        told = [] if table.interview.started.afterwards else [time]
        return ", ".join((*told, *(one.text for one in standing_words(table)), *begun))

    def _help(self) -> Iterator[str]:
        for act in ACTS:
            names = ", ".join(part for part in (key_of(act, self._), slash_of(act, self._)) if part)
            yield f"{names}: {self._(act.help)}"
        yield self._("The same character twice gives a note that begins with it.")

    def _last_acts(self) -> Iterator[str]:
        """The last acts once more, with the words of notes; none is told as saved just now."""
        interview = self.table.interview
        yield self._("The last acts:")
        standing = {note.seq: note for note in notes(interview)}
        for act in list(interview.events())[-_AGAIN:]:
            if act.seq in standing:
                yield tell_note(standing[act.seq], self._)
            else:
                yield from tell_act(act, interview, self._, again=True)

    def _say(self, *lines: str) -> None:
        self.voice.say(lines)

    # ------------------------------------------------------------------ the row that is typed on

    def _show_row(self) -> None:
        begun = "" if self.table.curtain else prompt_for_begun(self.desk) if not self.line.text or self._waits else ""
        prompt = f"{begun.replace(' · ', ', ')} {PROMPT}" if begun else PROMPT
        hides = self._gone or (self.table.veiled and self.table.curtain)
        self.voice.show(self._prompt_for(prompt), "" if hides else self.line.text)

    def _prompt_for(self, prompt: str) -> str:
        """The prompt stays as it was begun while a line is typed on it."""
        if not self.line.text or self._gone:
            self._begun = prompt
        return self._begun

    @property
    def _gone(self) -> bool:
        """Whether the refused line gives way to the next one, which comes whole."""
        return self.line.selected and self._whole

    @property
    def _waits(self) -> bool:
        return self.table.mode.writes

    def _say_row(self) -> None:
        """Say what Enter would do with the line, which questions its `#` may mean, and the line once more.

        On an empty line: which question is in hand, and the card that lies open, or what Enter would do.
        """
        if not self.line.text and not self.table.curtain:
            card = card_as_shown(self.table)
            told = self._in_hand()
            if card is not None:
                told += [*tell_card(card, self._), *filter(None, (tell_keys(self.desk),))]
            elif not self._waits:
                does = re.sub("^enter:? ", "", said := enter_says(self.table), flags=re.IGNORECASE)
                told.append(self._("Enter: {what}", what=does) if does != said else said[0].upper() + said[1:])
            self._say(*told)
            self._show_row()
            return
        if "#" in self.line.text:
            self.desk.work_out_completions()
            found = [self.table.interview.guide.question(id) for id in self.table.completions]
            self._say(*(f"  #{one.id} {one.label}" for one in found if one is not None))
        said = prompt_words(self.desk) if self.line.text and not self.table.curtain else ""
        if said:
            self._say(self._("Enter: {what}", what=said))
        else:
            self.voice.again()
        self._show_row()


def _is_another(before: Card, card: Card) -> bool:
    """Whether it is another card, and not the same one with something ticked."""
    ids = [tuple(point.id for point in one.points) for one in (before, card)]
    same = (before.title, before.name, before.question, before.level, before.bridge, before.bookmark)
    return same != (card.title, card.name, card.question, card.level, card.bridge, card.bookmark) or ids[0] != ids[1]
