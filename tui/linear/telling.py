"""What was done, a card, keys: a line each."""

import re
from collections.abc import Iterator

from guide.model import Point, Question
from interviews.core.checklists import probe_points
from interviews.core.events import (
    Asked,
    Commented,
    Edited,
    Event,
    Filled,
    Judged,
    Noted,
    Proposed,
    Raised,
    Reopened,
    Retimed,
    Said,
    Ticked,
)
from interviews.core.notes import Note, notes
from interviews.core.recorder import moment_of
from interviews.core.state import Interview
from interviews.practice import is_kept_silence
from tui.input.cards import Card, probes_in_hand
from tui.live.line_words import enter_says, row_of_keys, row_said
from tui.live.live_controller import LiveController
from tui.live.transcript import act_line, quiet_line, tell_asked, wording_to_say
from tui.sentences.code_names import MARK_NAMES
from tui.time_format import format_time, note_stamp
from tui.translator import N_, Translator

_TICKED = {
    "open": N_("not ticked: {point}"),
    "done": N_("ticked: {point}"),
    "not_needed": N_("not needed: {point}"),
}


_MARKED = {
    "open": "",
    "done": N_("ticked"),
    "not_needed": N_("not needed"),
}


def tell_act(act: Event, interview: Interview, _: Translator, *, again: bool = False) -> list[str]:
    """What an act has become, in one line; below a question its aim and its probes, a line each.

    ``again``: it was told before, and no probes are.
    """
    what = _what(act, interview, _)
    if not what:
        return []
    stamp = "" if interview.started.afterwards else format_time(moment_of(act))
    if isinstance(act, Noted):
        stamp = next((note_stamp(note) for note in notes(interview) if note.seq == act.seq), "").lstrip("~")
    if again:
        return [", ".join(filter(None, (stamp, what)))]
    line = _("Saved {stamp}: {what}", stamp=stamp, what=what) if stamp else _("Saved: {what}", what=what)
    return [line, *(_below_question(act, interview, _) if isinstance(act, Asked) else ())]


def _what(act: Event, interview: Interview, _: Translator) -> str:
    standing = {note.seq: note for note in notes(interview)}
    match act:
        case Asked(question=id) if (question := interview.guide.question(id)) is not None:
            return _("{id} is asked. {ask}", id=id, ask=wording_to_say(question, act.wording))
        case Noted():
            return ", ".join(describe_note(standing[act.seq], _)) if act.seq in standing else ""
        case Edited(note=seq) | Filled(note=seq) if seq in standing:
            note = standing[seq]
            key = N_("changed: {what}, {stamp}") if isinstance(act, Edited) else N_("filled: {what}, {stamp}")
            return _(key, what=", ".join(describe_note(note, _)), stamp=note_stamp(note))
        case Retimed():
            return act_line(act, interview, _)
        case Raised(note=seq, follow_up=number):
            about = standing[seq].about if seq in standing else ()
            return ", ".join((_("follow-up {number}", number=number), *about))
        case Ticked(mark=mark):
            return _(_TICKED[mark], point=_point_text(act, interview, _))
        case Commented(question=id, prompt=prompt):
            if prompt:
                return ", ".join((_("The answer"), *filter(None, (id,))))
            return _("comment on {id}", id=id) if id else _("comment")
        case Said(text=text):
            return _(N_("silence kept") if is_kept_silence(text) else N_("said to the informant"))
        case Proposed(question=id, other=other) if not other:
            return _("proposal for {id}", id=id)
        case Judged() | Proposed():
            return act_line(act, interview, _).removeprefix("= ")
        case Reopened():
            return ""
        case _:
            return quiet_line(act, interview, _)


def describe_note(note: Note, _: Translator) -> Iterator[str]:
    """A note's kind, questions and tags; its words were just typed, so they are not said again."""
    if note.by:
        yield note.by
    if note.follow_up is not None:
        yield _("follow-up {number}", number=note.follow_up)
    if note.follow_up is None or note.kind != "follow_up":
        yield _(MARK_NAMES["bookmark" if note.kind == "bookmark" else note.kind])
    if note.quoted:
        yield _("the informant's words")
    yield from note.about
    yield from (f"#{tag}" for tag in note.tags)
    lines = note.text.count("\n") + 1
    if lines > 1:
        yield _.ngettext("{count} line", "{count} lines", lines)


def tell_note(note: Note, _: Translator) -> str:
    """A note with its words, for whoever asks what was written."""
    said = ", ".join((*filter(None, (note_stamp(note),)), *describe_note(note, _)))
    return f"{said}: {note.text}" if note.text else said


def _point_text(act: Ticked, interview: Interview, _: Translator) -> str:
    """The point's words with the number that it has on its card."""
    if act.card == "probes":
        told = [one for one in probes_in_hand(interview) if one.point.point == act.point]
        if told and act.question == interview.hand:
            return f"{told[0].place or ''} {told[0].point.text}".lstrip()
        question = interview.guide.question(act.question or "")
        points_there = () if question is None else probe_points(interview, question)
        return next((one.text for one in points_there if one.point == act.point), act.point)
    points: tuple[Point, ...] = interview.guide.opening if act.card == "opening" else interview.guide.after
    place = next((at for at, point in enumerate(points, 1) if point.id == act.point), None)
    return act.point if place is None else f"{place} {points[place - 1].text}"


def _below_question(act: Asked, interview: Interview, _: Translator) -> Iterator[str]:
    yield from (f"  {entry.text}" for entry in tell_asked(act, interview, _) if entry.side == "quiet")
    if act.question == interview.hand:
        for one in probes_in_hand(interview):
            text = _("if {condition}", condition=one.point.text) if one.point.is_condition else one.point.text
            marked = f", {_(_MARKED[one.mark])}" if _MARKED[one.mark] else ""
            yield f"  {one.place or ''} {text}{marked}"


def tell_card(card: Card, _: Translator) -> list[str]:
    """A card: its title, its words, a line a point with its number and how it is ticked, what Enter does."""
    lines = [f"{card.title}{'' if card.title.endswith(('?', '.')) else '.'}"]
    lines += _paragraphs(card.lead)
    for place, point in enumerate(card.points, 1):
        marked = _MARKED.get(point.mark, "")
        if card.marks and point.mark == "done":
            marked = N_("covered")
        told = [part for part in (point.aside, _(marked) if marked else "") if part]
        aside = f" ({', '.join(told)})" if told else ""
        lines.append(f"  {place if point.number is None else ''} {point.text}{aside}".replace("   ", "  "))
    lines += _paragraphs(card.text)
    return [*lines, *([card.foot] if card.foot else [])]


def _paragraphs(text: str) -> list[str]:
    return [f"  {line.rstrip()}" for line in text.split("\n") if line.strip()]


def tell_keys(desk: LiveController) -> str:
    """The keys that matter on the card that has come, as a sentence; empty where they are the usual ones."""
    key = row_of_keys(desk)
    if key == "hints":
        return ""
    enter, card = enter_says(desk.table), desk.table.card
    parts = re.split(r" {2,}| · ", row_said(desk).strip())
    told = [part for part in parts if part != enter or card is None or not card.foot]
    return re.sub(r"(?<=\d)…(?=\d)", "-", ", ".join(told))


def tell_question(question: Question) -> str:
    """A question by its id and wording."""
    return f"{question.id}: {question.ask}"
