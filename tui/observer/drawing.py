"""What each part of the observer's screen shows, worked out from the desk."""

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import Static

from interviews.observing import Turn
from tui.keytable import key_name
from tui.observer.acts import Group, ObserverAct, acts_of
from tui.observer.desk import ObserverDesk
from tui.observer.panels import Latest, Rows, Speakers, TickRow
from tui.stamps import stamp
from tui.verbatim import visible
from tui.widgets.bars import Bar, Piece
from tui.words import Words

_MOST = 60
"""More of the latest ticks than any screen has rows for."""


def key_of(act: ObserverAct, words: Words) -> str:
    """An act's key as people call it."""
    return key_name(act.key, words)


def header(bar: Bar, desk: ObserverDesk) -> None:
    """The clock's row: whose interview, how long it has lasted, and whether the last tick is on disk."""
    words, interview = desk.words, desk.window.interview
    now = desk.window.now(desk.clock)
    saved = Piece(f"{words('saved')} ") if desk.saved else Piece(f" {words('unsaved')} ", "alarm")
    right = [Piece(f" {stamp(now)}")] if now is not None else []
    if desk.curtain:
        bar.show([Piece(" Ctrl+L ", "dim", "curtain")], [*right, Piece(" · " if right else " "), saved])
        return
    left = [Piece(" ≡ ", "dim", "palette"), Piece(words("observing_mark"), "strong"), Piece(f" · {desk.name}")]
    if interview is not None and interview.started.mode == "pilot":
        left.append(Piece(f" · {words(f'pilot_{interview.started.pilot}')}"))
    if interview is not None:
        left.append(Piece(f" · {interview.guide.title}", "dim"))
    if interview is not None and interview.ended is not None:
        right.append(Piece(f" · {words('ended')}"))
    bar.show(left, [*right, Piece(" · " if right else " "), saved])


def question(row: Static, desk: ObserverDesk) -> None:
    """The question in hand as it is worded, or why there is none."""
    words, interview = desk.words, desk.window.interview
    if interview is None:
        text = words("observing_waiting", name=desk.name)
    elif interview.ended is not None:
        text = words("observing_over")
    elif (hand := interview.hand) is None:
        text = words("observing_no_question")
    else:
        asked = interview.guide.question(hand)
        text = f"{hand}  {asked.ask}" if asked is not None else hand
    lines = [visible(text)]
    if interview is not None and interview.ended is None and not desk.window.held:
        lines.insert(0, words("observing_elsewhere", name=desk.name, when=interview.last_wall))
    row.update(Content("\n".join(lines)))


def turns(boxes: Speakers, desk: ObserverDesk) -> None:
    """Who speaks now, and how often each has begun to."""
    speaker, counts = desk.seat.speaker, desk.seat.observation.turns
    boxes.show([_row(act, counts.get(act.name, 0), desk, lit=act.name == speaker) for act in acts_of("turn")])


def moves(rows: Rows, desk: ObserverDesk) -> None:
    """The nine moves with their counts."""
    _counted(rows, "move", desk.seat.observation.moves, desk)


def signs(rows: Rows, desk: ObserverDesk) -> None:
    """What else can be noticed, with its counts."""
    _counted(rows, "sign", desk.seat.observation.signs, desk)


def _counted(rows: Rows, group: Group, counts: Mapping[str, int], desk: ObserverDesk) -> None:
    last = desk.seat.observation.ticks[-1:]
    lit = "" if not last or isinstance(last[0], Turn) else desk.name_of(last[0])
    rows.show(
        [
            _row(act, counts.get(act.name, 0), desk, lit=desk.words(f"observing_act_{act.name}") == lit)
            for act in acts_of(group)
        ]
    )


def _row(act: ObserverAct, count: int, desk: ObserverDesk, *, lit: bool) -> TickRow:
    words = desk.words
    return TickRow(act.name, key_of(act, words), words(f"observing_act_{act.name}"), count, lit)


def latest(rows: Latest, desk: ObserverDesk) -> None:
    """The latest ticks, newest first, by the interview's time, or by the observation's own before it has begun."""
    shift = desk.window.shift(desk.seat.observation)
    ticks = desk.seat.observation.ticks[:-_MOST:-1]
    shown = [
        TickRow("", stamp(max(tick.t + shift, 0.0)), desk.name_of(tick), 0, place == 0)
        for place, tick in enumerate(ticks)
    ]
    rows.show(shown or [TickRow("", "", desk.words("observing_nothing"), 0)])


def hints(bar: Bar, desk: ObserverDesk) -> None:
    """What there is to say, else the keys."""
    words = desk.words
    if desk.curtain:
        bar.show([])
    elif desk.said.text:
        note = [] if desk.writing else [Piece(f"{words('observing_note_hint')} ", "dim", "remark")]
        bar.show([Piece(f" {desk.said.text} ", "alarm" if desk.said.alarm else "strong")], note)
    else:
        bar.show([Piece(f" {words('observing_writing' if desk.writing else 'observing_hints')}", "dim")])
