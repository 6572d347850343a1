"""Actions of notes: taking, dating, quoting, changing, filling, linking them."""

from typing import TYPE_CHECKING, Literal

from interviews.core import commands as do
from interviews.core.events import NoteKind, Refusal
from interviews.core.notes import empty_bookmarks, notes
from tui.input import screen_commands as show
from tui.input.action import Action
from tui.input.context import Context, whole_quote, without_closing
from tui.input.screen_commands import Intent
from tui.time_format import ago, ago_of, format_time
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.live.action_runner import ActionRunner
    from tui.live.view_state import ViewState


_KINDS: dict[str, NoteKind] = {"!": "follow_up", '"': "quote", ">": "topic"}


def follow_up_said(text: str) -> do.TakeNote | do.RaiseFollowUp | Refusal:
    """What is parked: after a quotation mark the informant's words, a closing mark left away; after two, text."""
    words = text.lstrip(" ")
    if not words.strip():
        return do.RaiseFollowUp()
    if words.startswith('""'):
        return do.TakeNote(words[1:], "follow_up")
    said = without_closing(words[1:].lstrip(" ")) if words.startswith('"') else whole_quote(words)
    if said is None:
        return do.TakeNote(words, "follow_up")
    said = said.lstrip(" ")
    return do.TakeNote(said, "follow_up", quoted=True) if said.strip() else Refusal("empty_said")


def _note_of(text: str, kind: Literal["quote", "topic"]) -> do.TakeNote | Refusal:
    """A quotation, without the mark that closes it, or a topic."""
    words = text.lstrip(" ")
    return _note_in_words(without_closing(words) if kind == "quote" else words, kind)


def _note_in_words(words: str, kind: Literal["quote", "topic"]) -> do.TakeNote | Refusal:
    return do.TakeNote(words, kind) if words.strip() else Refusal(f"empty_{kind}")


def ago_said(rest: str) -> do.TakeNote | Refusal | None:
    """A note of any kind, or a bookmark, about a while ago; None where the text begins with no span of time."""
    ago = ago_of(rest)
    if ago is None:
        return None
    taken = note_after_time(ago.text)
    return taken if isinstance(taken, Refusal) else taken.but(back=ago.seconds)


def note_after_time(text: str) -> do.TakeNote | Refusal:
    """What follows a time: `!`, `"` and `>` mean what they mean at a line's start, and typed twice they are text."""
    kind = _KINDS.get(text[:1])
    if kind is None:
        return do.TakeNote(text, "note" if text.strip() else "bookmark")
    if text[1:2] == text[0]:
        return do.TakeNote(text[1:])
    if kind == "follow_up":
        parked = follow_up_said(text[1:])
        return Refusal("empty_follow_up") if isinstance(parked, do.RaiseFollowUp) else parked
    return _note_of(text[1:], "quote" if kind == "quote" else "topic")


def _at(tail: str) -> do.RetimeNote | Refusal:
    """A moment of the conversation, minutes and seconds as its stamps are."""
    moment = ago_of(tail.strip())
    return Refusal("at_when") if moment is None or moment.text else do.RetimeNote(moment.seconds)


def may_be_its_number(note: do.TakeNote) -> bool:
    """Whether a new follow-up would have nothing but a number for its words: the number of one may be meant."""
    words = note.text.strip()
    dated = note.back or note.at is not None
    return note.kind == "follow_up" and not (note.quoted or dated) and words.isdecimal() and len(words) < 4


def _note(note: do.TakeNote, context: Context, _: Translator) -> str:
    about = context.question_of(note.kind, note.back)
    kinds = {
        "follow_up": N_("follow up"),
        "quote": N_("quotation"),
        "topic": N_("topic"),
        "bookmark": N_("bookmark"),
        "reflexive": N_("reflexive note"),
    }
    if note.quoted:
        said = _("follow up, the informant's words")
    elif may_be_its_number(note):
        said = _("new follow-up “{number}”?", number=note.text.strip())
    elif note.kind in kinds:
        said = _(kinds[note.kind])
    else:
        said = _("note {id}", id=about) if about else _("note")
    if note.at is not None:
        return _("{what}, about {at} into the interview", at=format_time(note.at), what=said)
    return _("{ago} ago: {what}", ago=ago(note.back), what=said) if note.back else said


def _reflected(tail: str, _: Context, word: str) -> Intent | Refusal:
    return do.TakeNote(tail.lstrip(" "), "reflexive") if tail.strip() else Refusal("empty_reflexive", {"word": word})


def _quoted(tail: str, _: Context, _word: str) -> Intent | Refusal:
    said = whole_quote(tail.strip())
    return _note_of(tail, "quote") if said is None else _note_in_words(said, "quote")


def _tell_note(meaning: Intent, context: Context, _: Translator) -> str:
    return _note(meaning, context, _) if isinstance(meaning, do.TakeNote) else ""


def _tell_retiming(meaning: Intent, _context: Context, _: Translator) -> str:
    return _("move to {stamp}", stamp=format_time(meaning.at if isinstance(meaning, do.RetimeNote) else 0.0))


def _refuse_offer(_: Intent, table: "ViewState", _began: float | None) -> Refusal | None:
    return Refusal("nothing_offered") if table.offer is None and table.masked is None else None


def _accept(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    offer = runner.table.offer
    if runner.table.masked is not None:
        return runner.put_back()
    return offer is not None and runner.act(do.LinkNote(offer.note, offer.question))


def _edit(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    note = notes(runner.table.interview)[-1]
    if note.counts:
        runner.walk.edit(note.seq)
        runner.put(note.text)
    else:
        runner.walk.fill((note.seq,))
        runner.put("")
    return True


def _fill(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    queue = runner.walk.empty()
    if queue:
        runner.walk.fill(queue)
    return bool(queue)


ACTS: tuple[Action, ...] = (
    Action(
        "note",
        N_("Note"),
        N_("a note, stamped at its first key; #b8 links, #word tags"),
        "note",
        "abc…",
        "note",
        "notat",
        takes=True,
        parse=lambda tail, _context, _word: do.TakeNote(tail.lstrip(" ")) if tail.strip() else Refusal("empty_note"),
        tell=_tell_note,
        makes=(do.TakeNote,),
    ),
    Action(
        "bookmark",
        N_("Bookmark"),
        N_("this moment, no words"),
        "note",
        "Space",
        "mark",
        "bokmerke",
        binding="space",
        means=do.TakeNote("", "bookmark"),
        tell=_tell_note,
    ),
    Action(
        "ago",
        N_("A while ago"),
        N_("a note or bookmark about 20 s or 2 m ago"),
        "note",
        "-20s",
        "ago",
        "siden",
        prefix="-20s",
        takes=True,
        nn="sidan",
        parse=lambda tail, _context, _word: ago_said(tail.strip()) or Refusal("how_long_ago"),
    ),
    Action(
        "retime",
        N_("Move a note"),
        N_("move the last note, or the open one, to 12:30 in the conversation"),
        "note",
        "/at 12:30",
        "at",
        "ved",
        takes=True,
        later=True,
        parse=lambda tail, _context, _word: _at(tail),
        tell=_tell_retiming,
        makes=(do.RetimeNote,),
    ),
    Action(
        "quote",
        N_("Quotation"),
        N_("the informant's own words"),
        "note",
        '"',
        "quote",
        "sitat",
        prefix='"',
        takes=True,
        parse=_quoted,
        sign=lambda rest, _context, _word: _note_of(rest, "quote"),
    ),
    Action(
        "topic",
        N_("Topic"),
        N_("a topic that the guide does not have"),
        "note",
        ">",
        "topic",
        "tema",
        prefix=">",
        takes=True,
        parse=lambda tail, _context, _word: _note_of(tail, "topic"),
        sign=lambda rest, _context, _word: _note_of(rest, "topic"),
    ),
    Action(
        "accept",
        N_("Accept the offer"),
        N_(
            "accept the link that is offered, or put back as typed what was masked; after # in a note: the first one named"
        ),
        "note",
        "Tab",
        "link",
        "lenk",
        binding="tab",
        anywhere=True,
        means=show.AcceptOffer(),
        refuse=_refuse_offer,
        run=_accept,
    ),
    Action(
        "edit",
        N_("Edit last note"),
        N_("change the last note"),
        "note",
        "↑",
        "edit",
        "endre",
        binding="up",
        means=show.EditLast(),
        refuse=lambda _intent, table, _began: None if notes(table.interview) else Refusal("nothing_to_edit"),
        run=_edit,
    ),
    Action(
        "fill",
        N_("Fill bookmarks"),
        N_("add words to empty bookmarks"),
        "note",
        "/fill",
        "fill",
        "fyll",
        means=show.FillBookmarks(),
        refuse=lambda _intent, table, _began: None if empty_bookmarks(table.interview) else Refusal("no_bookmarks"),
        run=_fill,
    ),
    Action(
        "reflect",
        N_("Reflexive note"),
        N_("a reflexive note; its words follow on the same line"),
        "note",
        "/reflect",
        "reflect",
        "refleksjon",
        takes=True,
        parse=_reflected,
    ),
)
"""In the order of the help."""
