"""Cards: points to tick, or words to read."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from guide.frozen import Value
from guide.model import Concept, Group, Guide, Point, Question
from interviews.core.checklists import SIDES, ProbePoint, every_point, missing_at_start, probe_points, sides, ticks
from interviews.core.commands import Command, MarkCovered, MarkSide, Tick, Unmark
from interviews.core.course import find_still_unticked
from interviews.core.coverage import (
    Coverage,
    QuestionCoverage,
    all_covered,
    coverage,
    examples,
    questions_without_mark,
    without_example,
)
from interviews.core.events import CardName, Level, Stopped, TickMark
from interviews.core.next_question import next_question
from interviews.core.notes import Note, follow_ups, notes
from interviews.core.recorder import has_declined, place_of, recording, segments
from interviews.core.state import Interview
from interviews.study.previous_interviews import Left
from tui import signs
from tui.input.lookup import call_of
from tui.sentences.code_names import DEPTH_NAMES, SIDE_NAMES, STATE_NAMES, TARGET_STATES
from tui.time_format import format_time, note_stamp
from tui.translator import N_, Translator

_SETTLED = {
    "returned": N_("returned to"),
    "met": N_("answered meanwhile"),
    "dropped": N_("let go (/drop {number} why gives a reason)"),
}


_GATES = {
    "start": N_("before the first question"),
    "recording": N_("before recording"),
    "start_recording": N_("before the first question and recording"),
}


class Numbered(Value):
    """A line of the probes: its ``point``, how it is ticked, and its number; None while its condition is not ticked."""

    point: ProbePoint
    mark: str
    place: int | None


def number_probes(interview: Interview, question: Question) -> tuple[Numbered, ...]:
    """Every probe and condition of a question, with the numbers that they have on its card now."""
    marks = ticks(interview, "probes", question.id)
    places = {one.point: place for place, one in enumerate(probe_points(interview, question), 1)}
    return tuple(Numbered(one, marks.get(one.point, "open"), places.get(one.point)) for one in every_point(question))


def probes_in_hand(interview: Interview) -> tuple[Numbered, ...]:
    """Those of the question in hand; worked out once between two events, since the prompt asks at every key."""
    return interview.remember("probes in hand", lambda: _in_hand(interview))


def _in_hand(interview: Interview) -> tuple[Numbered, ...]:
    question = interview.guide.question(interview.hand or "")
    return () if question is None else number_probes(interview, question)


_DIGITS = range(1, 10)
_AFTER: dict[str, TickMark] = {"open": "done", "done": "not_needed", "not_needed": "open"}


class CardPoint(Value):
    """One point: ``mark`` is open, done or not_needed; ``aside`` stands dimmed behind it.

    ``number`` is how it is called where that is not its place on the card; its text says it. ``gates`` says that the
    first question or the recorder waits for it.
    """

    id: str
    text: str
    mark: str = "open"
    aside: str = ""
    number: int | None = None
    gates: bool = False


class Card(Value):
    """A card as it is drawn. ``name`` is None where nothing can be ticked; ``foot`` says what Enter does; ``lead``
    stands above the points, ``text`` below them.

    ``under`` is the card that comes back when this one, which was laid over it, is closed.
    ``bridge`` is the place of the sentence that leads back to the guide.
    ``picks`` says that a digit takes a point up rather than ticking it; ``pilots`` that it is about the guide itself;
    ``bookmark`` is the seq of the one that is to get its words; ``marks`` says that the points are questions, which a
    digit marks as covered, and ``+`` all together.
    ``clears`` holds the seqs of notes of which it is asked whether they may be used.
    ``overview`` says that it tells the whole guide.
    """

    title: str
    name: CardName | None = None
    points: tuple[CardPoint, ...] = ()
    text: str = ""
    lead: str = ""
    foot: str = ""
    question: str | None = None
    concept: str | None = None
    level: Level | None = None
    bridge: int | None = None
    closing: bool = False
    picks: bool = False
    pilots: bool = False
    clears: tuple[int, ...] = ()
    under: "Card | None" = None
    bookmark: int | None = None
    marks: bool = False
    overview: bool = False

    @property
    def unmarked(self) -> tuple[str, ...]:
        """The points that are open."""
        return tuple(point.id for point in self.points if point.mark == "open")

    @property
    def passing(self) -> bool:
        """Whether it was called up in passing: probes, a concept, a way back, the guide. The others stand for a stretch."""
        called = self.name == "probes" or self.concept is not None or self.bridge is not None
        return called or self.picks or self.overview


def next_mark(mark: str) -> TickMark:
    """What pressing a point's digit makes of its tick: done, then not needed, then open again."""
    return _AFTER[mark]


def _next_mark_of(point: CardPoint) -> TickMark:
    """The same on a card, where one that gates something is done or is not: there is no doing without it."""
    mark = next_mark(point.mark)
    return "open" if point.gates and mark == "not_needed" else mark


def command_of(card: Card, point: CardPoint) -> Command:
    """What picking a point of a card asks for: a cover, one more experience on a side, or the next mark of a tick."""
    if card.marks:
        return MarkCovered((point.id,)) if point.mark == "open" else Unmark((point.id,))
    side = next((side for side in SIDES if card.name == "probes" and point.id == side), None)
    if side is not None:
        return MarkSide(side, card.question)
    return Tick(card.name or "opening", point.id, _next_mark_of(point), card.question)


def opening_card(interview: Interview, _: Translator) -> Card:
    """The opening's points, and below them the first question's whole wording."""
    marks = ticks(interview, "opening")
    points = tuple(
        CardPoint(
            point.id,
            point.text,
            marks.get(point.id, "open"),
            _before(point, interview, _),
            gates=bool(point.gate),
        )
        for point in interview.guide.opening
    )
    return Card(_("Opening"), "opening", points, foot=_next_line(interview, _))


def _before(point: Point, interview: Interview, _: Translator) -> str:
    """What a point is wanted before, empty where it is before nothing: no recording, once it was declined."""
    gate = [one for one in point.gate if one != "recording" or not has_declined(interview)]
    return _(_GATES["_".join(gate)]) if gate else ""


def after_card(interview: Interview, _: Translator) -> Card:
    """The debriefing's points."""
    marks = ticks(interview, "after")
    points = tuple(CardPoint(point.id, point.text, marks.get(point.id, "open")) for point in interview.guide.after)
    running = running_line(interview, _)
    return Card(_("After"), "after", points, text=running, foot=_("Enter ends the interview."))


def running_line(interview: Interview, _: Translator) -> str:
    """That the recorder still runs, and what to do; empty where none does."""
    number, recorder = recording(interview), interview.guide.recorder
    if number is None:
        return ""
    name = recorder.name if recorder is not None and recorder.name else _("The recorder")
    return _("{recorder} still runs: recording {number}. /rec stop once it is stopped", recorder=name, number=number)


def clear_card(interview: Interview, queue: tuple[int, ...], _: Translator) -> Card:
    """The notes of which it is asked whether they may be used, as they are answered now."""
    standing = {note.seq: note for note in notes(interview)}
    marks = {"usable": "done", "unusable": "not_needed"}
    asked = [standing[seq] for seq in queue if seq in standing]
    points = tuple(
        CardPoint(
            f"{note.seq}", " ".join((format_time(note.t), *note.about, note.text)), marks.get(note.use or "", "open")
        )
        for note in asked
    )
    left = any(note.use == "unanswered" for note in asked)
    foot = _(N_("Enter: later") if left else N_("Enter goes on"))
    return Card(
        _("May this be used?"),
        points=points,
        lead=_("Noted after the recorder stopped, or off the record:"),
        foot=foot,
        clears=queue,
    )


def probes_card(interview: Interview, question: Question, _: Translator) -> Card:
    """A question's prepared probes, conditional ones under their condition, and both sides where it asks for them."""
    marks = ticks(interview, "probes", question.id)
    points = [
        CardPoint(
            one.point,
            _("if {condition}", condition=one.text) if one.is_condition else one.text,
            marks.get(one.point, "open"),
            _("tick it if so") if one.is_condition and one.point not in marks else "",
        )
        for one in probe_points(interview, question)
    ]
    if question.two_sided:
        counted = sides(interview)[question.id]
        points += [CardPoint(side, _(SIDE_NAMES[side]), aside=f"{counted[side]}") for side in SIDES]
    return Card(_("Probes of {id}", id=question.id), "probes", tuple(points), question=question.id)


def guide_card(interview: Interview, _: Translator) -> Card:
    """The whole guide, in words."""
    return Card(_("Guide"), text="\n".join(guide_lines(interview, _)), overview=True)


def guide_lines(interview: Interview, _: Translator) -> list[str]:
    """The research questions' coverage, then each group and its questions, a line each."""
    states = coverage(interview)
    lines = []
    for target in interview.guide.told:
        found = states.targets[target.id]
        told = _(TARGET_STATES[found.state], covered=found.covered, of=found.of)
        lines.append(_("Research question {id}: {told}", id=target.id, told=told))
    for group in interview.guide.layout:
        lines.append(_group_words(group, states, _))
        lines += [f"  {question_line(question, interview, _)}" for question in group.questions]
    return lines


def _group_words(group: Group, states: Coverage, _: Translator) -> str:
    title = group.title or _(N_("Closing") if group.closing else N_("Other questions"))
    required = [states.questions[one.id].state for one in group.questions if not one.optional]
    count = {"covered": required.count("covered"), "of": len(required)}
    return _("{title}: {covered} of {of} covered", title=f"{group.id} {title}".lstrip(), **count)


def question_line(question: Question, interview: Interview, _: Translator) -> str:
    """A question by its id and label, and how it stands."""
    return f"{question.id} {question.label}: {', '.join(_standing_words(question, interview, _))}"


def _standing_words(question: Question, interview: Interview, _: Translator) -> Iterator[str]:
    one = coverage(interview).questions[question.id]
    yield _(STATE_NAMES["unasked" if one.unasked else one.state])
    if one.depth:
        yield _(DEPTH_NAMES[one.depth])
    if one.refused_before:
        yield _("declined at first")
    if question.id == interview.hand:
        yield _("the one in hand")
    if question.optional:
        yield _("optional")
    if question.two_sided:
        for side, count in sides(interview)[question.id].items():
            yield f"{_(SIDE_NAMES[side])} {count}"
    if question.examples:
        yield _("{told}/{wanted} examples", told=examples(interview)[question.id], wanted=question.examples)


def concept_card(concept: Concept, level: Level, guide: Guide, _: Translator) -> Card:
    """A concept's clarification in one of its forms."""
    forms = dict(concept.forms)
    levels = list(forms)
    longer = levels.index(level) + 1 < len(levels)
    foot = _("?{word} again: longer", word=call_of(concept.name, guide)) if longer else ""
    return Card(
        _("Concept: {name}", name=concept.name), text=forms[level], foot=foot, concept=concept.name, level=level
    )


def closing_card(interview: Interview, _: Translator, offered: Sequence[str] = ()) -> Card:
    """What is still uncovered and parked, shown before the closing question; what lacks nothing but a mark is offered.

    ``offered`` stays on the card once it is marked.
    """
    lines = [*_list_unmet(interview, _), *_list_uncovered(interview, _), *_list_bare(interview, _)]
    bare = without_example(interview)
    if bare:
        lines.append(_("Without an example: {ids}", ids=" ".join(bare)))
    parked = [note for note in follow_ups(interview) if note.state == "open"]
    if parked:
        lines.append(_("To follow up:"))
        lines += [f"  {signs.FOLLOW_UP}{note.follow_up} {note.text or _.sign(signs.BOOKMARK)}" for note in parked]
    ahead = next_closing(interview)
    foot = _("Enter: {id} {ask}", id=ahead.id, ask=ahead.ask) if ahead else _("Enter: after")
    return _offering(Card(_("Before you close"), text="\n".join(lines), foot=foot, closing=True), interview, _, offered)


def _list_unmet(interview: Interview, _: Translator) -> list[str]:
    """What the opening wanted and never got: a point begun without, a recording that nobody started or declined."""
    if interview.started.afterwards or interview.started.mode == "practice":
        return []
    without = find_still_unticked(interview)
    lines = (
        [_("Begun without, and not ticked since: {points} (/opening)", points=" · ".join(without))] if without else []
    )
    awaited = interview.guide.gating("recording") and not has_declined(interview)
    return [*lines, *([_("No recording was started.")] if awaited and not segments(interview) else [])]


def _list_uncovered(interview: Interview, _: Translator) -> list[str]:
    """What was not asked and must be, apart from what was asked, of which nothing is known."""
    states = coverage(interview).questions
    planned = [question for section in interview.guide.sections for question in section.questions]
    open_ones = [one.id for one in planned if not one.optional and not states[one.id].settled]
    if not open_ones:
        if all_covered(interview, required=True):
            return [_("Every required question is covered.")]
        left_out = [one.id for one in planned if not one.optional and states[one.id].state == "skipped"]
        refused = [one.id for one in planned if not one.optional and states[one.id].declined_at is not None]
        refused = [id for id in refused if id not in left_out and states[id].state != "covered"]
        told = [(N_("Skipped: {ids}"), left_out), (N_("Would rather not answer: {ids}"), refused)]
        return [_("No required question remains."), *(_(key, ids=" ".join(ids)) for key, ids in told if ids)]
    untold = [id for id in open_ones if states[id].is_new]
    return [_("Not covered: {ids}", ids=" ".join(untold))] if untold else []


def _list_bare(interview: Interview, _: Translator) -> list[str]:
    """What was asked, required or not, of which nothing is known: no note, no mark; never covered but by its id."""
    states = coverage(interview).questions
    planned = [one.id for section in interview.guide.sections for one in section.questions]
    bare = [id for id in planned if states[id].state == "asked" and not states[id].notes and not states[id].settled]
    if not bare:
        return []
    return [_("Asked, without a note or a mark: {ids} (marked by id: +{id})", ids=" ".join(bare), id=bare[0])]


def _offering(card: Card, interview: Interview, _: Translator, offered: Sequence[str]) -> Card:
    """The card with what was asked and has notes but no mark, below its words; without any, as it is."""
    open_ones = questions_without_mark(interview)
    if not open_ones and not offered:
        return card
    states = coverage(interview).questions
    points = tuple(
        CardPoint(one.id, f"{one.id}  {one.label}", _mark_of(one.id, open_ones, states))
        for one in interview.guide.questions
        if one.id in open_ones or one.id in offered
    )
    asked = (
        N_("Asked, with notes, without a mark (+ marks these):")
        if any(point.mark == "open" for point in points)
        else N_("Asked, with notes, without a mark:")
    )
    lead = "\n".join([*([card.text] if card.text else []), _(asked)])
    return card.but(points=points, lead=lead, text="", marks=True)


def _mark_of(id: str, open_ones: Collection[str], states: Mapping[str, QuestionCoverage]) -> str:
    """Open while it still lacks a mark; left out or declined since, it is none of those that `+` covers."""
    if id in open_ones:
        return "open"
    return "done" if states[id].state == "covered" else "not_needed"


def marking_card(interview: Interview, _: Translator, offered: Sequence[str]) -> Card:
    """After the end: what was asked and has notes but no mark, where it was not offered before."""
    card = _offering(Card(_("Was this covered?")), interview, _, offered)
    points = tuple(point for point in card.points if point.id in offered)
    left = any(point.mark == "open" for point in points)
    return card.but(points=points, foot=_(N_("Enter: leave them") if left else N_("Enter goes on")))


def card_after_stop(interview: Interview, _: Translator, offered: Sequence[str] = ()) -> Card:
    """The informant wished to stop: nothing more is asked, and the debriefing comes next."""
    parked = [f"{signs.FOLLOW_UP}{note.follow_up}" for note in follow_ups(interview) if note.state == "open"]
    lines = [
        _("Ask no more questions."),
        _(
            "Does the informant leave the study: intervjuguide forget {code}{in_study} afterwards.",
            code=interview.started.participant,
        ),
        *_list_unmet(interview, _),
        *_list_bare(interview, _),
        *([_("{numbers} to follow up", numbers=" ".join(parked))] if parked else []),
    ]
    card = Card(_("The informant wished to stop"), text="\n".join(lines), foot=_("Enter: after"), closing=True)
    return _offering(card, interview, _, offered)


def leftovers_card(left: Sequence[Left], _: Translator) -> Card:
    """What earlier interviews left over, in the words of then."""
    kinds = {"topic": signs.TOPIC, "follow_up": signs.FOLLOW_UP}
    lines = [
        " ".join((one.code, _.sign(kinds[one.kind]), *one.about, one.text or _.sign(signs.BOOKMARK))) for one in left
    ]
    return Card(_("Left over from earlier interviews"), text="\n".join(lines))


def settle_card(note: Note, _: Translator) -> Card:
    """One follow-up that is still open when the interview has ended, and what may have become of it."""
    number = note.follow_up or ""
    fates = [CardPoint(fate, _(_SETTLED[fate], number=number)) for fate in ("returned", "met", "dropped")]
    text = _("“{said}”", said=note.text) if note.text else _.sign(signs.BOOKMARK)
    title = _("!{number} is open", number=number)
    return Card(
        title,
        points=tuple(fates),
        text=text,
        foot=_("Enter: taken on to the next interview · or write a reflexive note"),
    )


def parked_card(interview: Interview, _: Translator, now: float) -> Card | None:
    """The open follow-ups with their age at ``now`` (seconds) and the questions they came up under, or None."""
    parked = [note for note in follow_ups(interview) if note.state == "open"]
    if not parked:
        return None
    points = tuple(
        CardPoint(
            f"{note.follow_up}",
            " ".join((f"{signs.FOLLOW_UP}{note.follow_up}", *_age(note, now, _), *note.about))
            + f"  {_words_of_parked(note, _)}",
            number=note.follow_up,
        )
        for note in parked
    )
    first = parked[0].follow_up or 0
    key = (
        N_("/met {number} answered meanwhile · /drop {number} let go")
        if first in _DIGITS
        else N_("/back {number} takes it up again · /met {number} answered meanwhile · /drop {number} let go")
    )
    return Card(_("To follow up"), points=points, foot=_(key, number=first), picks=True)


def _words_of_parked(note: Note, _: Translator) -> str:
    return (_("“{said}”", said=note.text) if note.is_said else note.text) or _.sign(signs.BOOKMARK)


def _age(note: Note, now: float, _: Translator) -> tuple[str, ...]:
    """How long ago it was; nobody knows that of what is entered afterwards."""
    return () if note.afterwards else (_("{minutes} min ago", minutes=_minutes(now - note.t)),)


def _minutes(seconds: float) -> int:
    return int(max(seconds, 0) // 60)


def next_closing(interview: Interview) -> Question | None:
    """The closing question that has not been asked; None when there is none, or the informant wished to stop."""
    if interview.last(Stopped) is not None:
        return None
    states = coverage(interview).questions
    open_ones = (one for one in interview.guide.closing if states[one.id].is_new)
    return next(open_ones, None)


def fill_card(interview: Interview, bookmark: int, _: Translator) -> Card:
    """A bookmark that has no words: its place in the recording, and the note before it."""
    taken = notes(interview)
    note = next(one for one in taken if one.seq == bookmark)
    place = place_of(interview, note.t)
    lines = [_("What happened here?")]
    if place is not None:
        lines.append(_("Recording {number}, {stamp}", number=place.number, stamp=format_time(place.seconds)))
    elif segments(interview):
        lines.append(_("Not in the recording"))
    before = [one for one in taken if one.counts and (one.t, one.seq) < (note.t, note.seq)]
    if before:
        last = max(before, key=lambda one: (one.t, one.seq))
        lines.append(_("Before: {stamp} “{text}”", stamp=note_stamp(last), text=last.text))
    return Card(_("Fill bookmarks"), text="\n".join(lines), bookmark=bookmark)


def reflect_card(interview: Interview, _: Translator) -> Card:
    """The four reflexive prompts after an interview, below the topics that the guide does not have."""
    topics = [note.text for note in notes(interview) if note.kind == "topic" and note.text]
    lines = (
        [_("Topics outside the guide:"), *(f"  {_.sign(signs.TOPIC)} {topic}" for topic in topics), ""]
        if topics
        else []
    )
    return Card(
        _("Reflexive note"),
        text="\n".join(
            [
                *lines,
                *_tell_handling(interview, _),
                _(
                    "What surprised me?\n"
                    "What did I steer?\n"
                    "What did my pre-understanding do?\n"
                    "What will I change next time?"
                ),
            ]
        ),
    )


def _tell_handling(interview: Interview, _: Translator) -> list[str]:
    """After a pilot: what the program asked of the hands."""
    if interview.started.mode != "pilot":
        return []
    from interviews.core.handling import handling, middle  # interviews do without

    found = handling(interview)
    if found is None:
        return []
    told = _("The program: {keys} keys for {acts} acts", keys=found.keys, acts=len(found.acts))
    if found.seconds:
        seconds = _.decimal(f"{middle(found.seconds):g}")
        told = _("{told}; {seconds} s from a line's first key to Enter (median)", told=told, seconds=seconds)
    return [told, ""]


def refresh_card(card: Card, interview: Interview, _: Translator) -> Card:
    """The same card after an act: its ticks, what is open and its next question as they are now."""
    return _anew(card, interview, _).but(under=card.under)


def lay_over(card: Card, here: Card | None) -> Card:
    """The card laid over the one that is open, which comes back afterwards unless it too was called up in passing."""
    if here is None or (card.name is not None and here.name == card.name):
        return card
    return card.but(under=here.under if here.passing else here)


def _anew(card: Card, interview: Interview, _: Translator) -> Card:
    question = interview.guide.question(card.question) if card.question is not None else None
    if card.bookmark is not None:
        return fill_card(interview, card.bookmark, _)
    match card.name:
        case "opening":
            return opening_card(interview, _)
        case "after":
            return after_card(interview, _)
        case "probes" if question is not None:
            return probes_card(interview, question, _)
        case _ if card.overview:
            return guide_card(interview, _)
        case _ if card.clears:
            return clear_card(interview, card.clears, _)
        case _:
            offered = [point.id for point in card.points] if card.marks else []
            if card.marks and not card.closing:
                return marking_card(interview, _, offered)
            return _closing(interview, _, offered) if card.closing else card


def _closing(interview: Interview, _: Translator, offered: Sequence[str]) -> Card:
    stopped = interview.last(Stopped) is not None
    return card_after_stop(interview, _, offered) if stopped else closing_card(interview, _, offered)


def _next_line(interview: Interview, _: Translator) -> str:
    """The question that Enter asks, and what is wanted before it; none once no more is to be asked."""
    over = interview.ended is not None or interview.last(Stopped) is not None
    ahead = None if over else next_question(interview.guide, coverage(interview).questions, interview.hand)
    if ahead is None:
        return ""
    gated = missing_at_start(interview)
    return _(
        N_("First tick what is marked “before the first question”. Then Enter: {id} {ask}")
        if gated
        else N_("Enter: {id} {ask}"),
        id=ahead.id,
        ask=ahead.ask,
    )


def bridge_card(interview: Interview, _: Translator, here: Card | None, ahead: Question | None) -> Card:
    """The guide's own sentences one after the other, else a plain one, and the question that comes next.

    It begins with the informant's words that were marked last, where there are any; never with what was said about a
    question that was declined. ``here`` is the card that is open, ``ahead`` the question.
    """
    sentences = interview.guide.bridges or (
        _("That is useful to hear. I would like to come back to something we touched on …"),
    )
    place = 0 if here is None or here.bridge is None else (here.bridge + 1) % len(sentences)
    states = coverage(interview).questions
    refused = {id for id, one in states.items() if one.declined_at is not None}
    said = [one for one in notes(interview) if one.is_said and one.usable]
    marked = [one.text for one in said if refused.isdisjoint(one.about)]
    text = (
        _("You said “{text}”. {sentence}", text=marked[-1], sentence=sentences[place]) if marked else sentences[place]
    )
    foot = _("enter asks {id}: {ask}", id=ahead.id, ask=ahead.ask) if ahead is not None else ""
    return Card(_("Back to the guide"), text=text, foot=foot, bridge=place)
