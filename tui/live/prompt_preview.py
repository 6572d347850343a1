"""What the prompt says before Enter, or why not.

So that nothing is done by surprise.
"""

from interviews.core import commands as do
from interviews.core.events import Level, Refusal
from interviews.core.handlers import is_paused
from interviews.core.notes import empty_bookmarks, notes
from interviews.core.recorder import is_withheld
from interviews.core.state import Interview
from interviews.practice import is_kept_silence
from tui.input import screen_commands as show
from tui.input.actions import ACTS
from tui.input.grammar import Context, may_be_its_number, parse
from tui.input.screen_commands import Intent
from tui.live.cards import next_mark
from tui.live.view_state import ViewState
from tui.sentences.code_names import DEPTH_NAMES, REASON_NAMES, SIDE_NAMES, VERDICT_NAMES
from tui.time_format import ago, format_time
from tui.translator import N_, Translator

_TAKE_OFF = {
    "covered": N_("take covered off: {ids}"),
    "skipped": N_("take skipped off: {ids}"),
}


_WAS = {
    "skipped": N_("was skipped"),
    "declined": N_("was declined"),
    "covered": N_("was covered"),
}


_TICK = {
    "done": N_("tick {places}"),
    "not_needed": N_("not needed {places}"),
    "open": N_("take the tick off {places}"),
}


_ACT_OF: dict[type, str] = {
    do.Undo: "undo",
    do.TogglePause: "pause",
    show.GoOn: "go_on",
    do.ToggleTranscribing: "transcribe",
    show.AcceptOffer: "accept",
    show.TellTime: "time",
    show.ToggleCurtain: "curtain",
    show.FillBookmarks: "fill",
    show.BeginClosing: "end",
    show.EditLast: "edit",
    show.ShowHelp: "help",
    show.ShowPalette: "palette",
    show.CloseOpen: "close",
    show.Quit: "quit",
    show.TickPlace: "tick",
}
_UNFINISHED = {
    "empty_search": N_("find"),
    "empty_utterance": N_("say to the informant"),
    "empty_quote": N_("quotation"),
    "empty_topic": N_("topic"),
    "empty_reflexive": N_("reflexive note"),
    "empty_said": N_("follow up, the informant's words"),
    "weak_hits": N_("↓ chooses"),
}


def prompt_for(line: str, context: Context, _: Translator) -> str:
    """The prompt for a line as it stands: what Enter would do with it, or why it would do nothing."""
    return describe_meaning(parse(line, context), context, _) if line else ""


def describe_meaning(meaning: Intent | Refusal, context: Context, _: Translator) -> str:
    """What it would do, whatever made a line mean it; or why it would do nothing."""
    if isinstance(meaning, Refusal):
        return _(_UNFINISHED[meaning.code]) if meaning.code in _UNFINISHED else _.refusal(meaning)
    return _means(meaning, context, _)


def _means(meaning: Intent, context: Context, _: Translator) -> str:
    hand = context.hand or ""
    match meaning:
        case do.TakeNote():
            return _note(meaning, context, _)
        case do.RetimeNote(at=seconds):
            return _("move to {stamp}", stamp=format_time(seconds))
        case do.RaiseFollowUp():
            return _("follow up the last note")
        case do.AskQuestion() | do.AskNext():
            return _ask(meaning, context, _)
        case do.MarkCovered() | do.Skip() | do.Decline() | do.Unmark():
            return _judgement(meaning, context, _)
        case do.MarkSide(side=side, question=id):
            return _("mark {side}: {id}", side=_(SIDE_NAMES[side]), id=id or hand)
        case show.TickProbes(places=places):
            return _ticks(places, context, _)
        case do.ToggleRecording() | do.StopRecording() | do.DeclineRecording() | do.ShiftRecording():
            return _recorder(meaning, context, _)
        case show.ShowConcept(concept=name):
            return _("concept {name}", name=name)
        case do.ReturnTo(follow_up=number):
            return _("return to !{number}", number=number)
        case do.CallMet(follow_up=number):
            return _("mark !{number} answered meanwhile", number=number)
        case do.Drop(follow_up=number):
            return _("let !{number} go", number=number)
        case show.OpenVerdict(question=id):
            return _("verdict on {id} …", id=id or hand) if id or hand else _.title("verdict")
        case do.Judge(question=id, verdict=verdict, reason=reason):
            said = _(VERDICT_NAMES[verdict])
            if not reason:
                return _("{id}: {verdict}", id=id or hand, verdict=said)
            return _("{id}: {verdict}, {reason}", id=id or hand, verdict=said, reason=_(REASON_NAMES[reason]))
        case do.Say(text=text):
            return _(N_("keep silent") if is_kept_silence(text) else N_("say to the informant"))
        case do.TakeComment():
            about = context.question_of("note")
            return _("comment on {id}", id=about) if about else _("comment")
        case _:
            return _act(meaning, context, _)


def _ask(meaning: do.AskQuestion | do.AskNext, context: Context, _: Translator) -> str:
    """Which question would be asked; a pause that is on would end by it."""
    asks = _.title("next") if isinstance(meaning, do.AskNext) else _("ask {id}", id=meaning.question)
    return _("go on after the pause: {what}", what=asks) if context.paused else asks


def _act(meaning: Intent, context: Context, _: Translator) -> str:
    """What is called by its own name in the registry, and the little that says more."""
    match meaning:
        case do.ToggleTranscribing(back=0.0) | show.GoOn(off_record=True) if context.withheld:
            return _("transcribe again from here")
        case do.TogglePause() | show.GoOn(off_record=False) if context.paused:
            return _("go on after the pause")
        case show.GoOn(off_record=False) if context.withheld:
            return _("transcribe again from here")
        case do.Stop():
            return _("mark that the informant wishes to stop")
        case do.ToggleTranscribing(back=back) if back:
            return _("{ago} ago: {what}", ago=ago(back), what=_.title("transcribe"))
        case show.ClearAll(usable=usable):
            return _(N_("let all be used") if usable else N_("let none be used"))
        case show.ShowCard(card=card):
            return _.title(card)
        case show.Scroll(pages=pages):
            return _.title("scroll_up" if pages < 0 else "scroll_down")
        case _:
            return _.title(_ACT_OF[type(meaning)])


def _judgement(meaning: do.MarkCovered | do.Skip | do.Decline | do.Unmark, context: Context, _: Translator) -> str:
    """What would be judged, and what that would take the place of."""
    match meaning:
        case do.MarkCovered(questions=ids, depth=depth):
            was = _was("covered", ids, context, _)
            if depth is None:
                return _("mark covered: {ids}{was}", ids=_ids(ids, context), was=was)
            return _("mark covered: {ids}, {depth}{was}", ids=_ids(ids, context), depth=_(DEPTH_NAMES[depth]), was=was)
        case do.Skip(questions=ids):
            return _("skip {ids}{was}, reason …", ids=_ids(ids, context), was=_was("skipped", ids, context, _))
        case do.Decline(questions=ids):
            return _("mark declined: {ids}{was}", ids=_ids(ids, context), was=_was("declined", ids, context, _))
        case do.Unmark(questions=ids):
            return _take_off(ids, context, _)


def _recorder(
    meaning: do.ToggleRecording | do.StopRecording | do.DeclineRecording | do.ShiftRecording,
    context: Context,
    _: Translator,
) -> str:
    """What would be marked of the recorder; past its limit that the next recording begins."""
    recorder, number = context.guide.recorder, context.past_limit
    match meaning:
        case do.ToggleRecording(same=False) if number is not None and recorder is not None:
            return _(
                "begin recording {number}; recording {before} is ended at {minutes} min",
                number=number + 1,
                before=number,
                minutes=f"{recorder.limit:g}",
            )
        case do.ToggleRecording(same=False) if context.recording is not None:
            return _("mark that the recorder is stopped")
        case do.ToggleRecording() if context.unrecorded:
            return _("record all the same, after the informant declined")
        case do.ToggleRecording():
            return _("mark that the recorder runs")
        case do.StopRecording():
            return _("mark that the recorder is stopped")
        case do.DeclineRecording():
            return _("mark that the informant declines recording")
        case do.ShiftRecording(seconds=seconds, number=shifted):
            return _("shift recording {number} by {seconds} s", number=shifted or "", seconds=f"{seconds:+g}")


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


def _ticks(places: tuple[int, ...], context: Context, _: Translator) -> str:
    """Which probes would be ticked, which would be not needed, and whose tick would be taken away."""
    marked: dict[str, list[str]] = {}
    for place in places:
        marked.setdefault(next_mark(context.probes()[place]), []).append(f"{place}")
    told = ", ".join(_(_TICK[mark], places=" ".join(those)) for mark, those in marked.items())
    return f"{context.hand}: {told}"


def _ids(ids: tuple[str, ...], context: Context) -> str:
    return " ".join(_ids_meant(ids, context))


def _ids_meant(ids: tuple[str, ...], context: Context) -> list[str]:
    named = [context.guide.question(id) for id in ids]
    return [question.id for question in named if question] or ([context.hand] if context.hand else [])


def _was(judgement: str, ids: tuple[str, ...], context: Context, _: Translator) -> str:
    """What the judgement would take the place of: a question judged otherwise until now."""
    named = _ids_meant(ids, context)
    found: dict[str, list[str]] = {}
    for id in named:
        state = context.states[id].state if id in context.states else "untouched"
        if state in ("covered", "skipped", "declined") and state != judgement:
            found.setdefault(state, []).append(id)
    told = [_(_WAS[state]) + ("" if len(named) == 1 else f": {' '.join(those)}") for state, those in found.items()]
    return "".join(f", {one}" for one in told)


def _take_off(ids: tuple[str, ...], context: Context, _: Translator) -> str:
    """Which marks would be taken off, or why none would."""
    marked: dict[str, list[str]] = {}
    for id in _ids_meant(ids, context):
        state = context.states[id].state if id in context.states else "untouched"
        if state in ("covered", "skipped"):
            marked.setdefault(state, []).append(id)
    if marked:
        return ", ".join(_(_TAKE_OFF[state], ids=" ".join(those)) for state, those in marked.items())
    refused = [
        id for id in _ids_meant(ids, context) if id in context.states and context.states[id].declined_at is not None
    ]
    code = "refusal_stays" if refused else "nothing_marked"
    return _.refusal(Refusal(code, {"id": " ".join(refused or _ids_meant(ids, context))}))


def act_prefix(name: str, language: str = "en") -> str:
    """What the palette puts on the line for an act that takes words."""
    act = next(act for act in ACTS if act.name == name)
    if act.prefix is None:
        return f"/{act.word(language)} "
    return act.prefix if len(act.prefix) == 1 else f"{act.prefix} "


_ASKED_ONCE = ("start_gate", "gate_first", "unchanged_note")
"""What is said at Enter alone: the same again does it, or it is as good as done."""


def refusal_of(intent: Intent, table: ViewState, began: float | None) -> Refusal | None:
    """Why it would not be done now, None where it would; ``began`` is the running clock at the line's first key."""
    if isinstance(intent, show.TickPlace):
        return _of_a_place(intent.place, table, began)
    if not isinstance(intent, do.Command):
        return _of_the_screen(intent, table)
    if isinstance(intent, do.TakeNote | do.EditNote):
        return None  # words are taken
    refused = table.session.refusal_of(intent, began)
    return None if refused is None or refused.code in _ASKED_ONCE else refused


def _of_the_screen(intent: Intent, table: ViewState) -> Refusal | None:
    interview = table.interview
    question = interview.guide.question(interview.hand or "")
    match intent:
        case show.ShowCard(card="opening") if not interview.guide.opening:
            return Refusal("no_opening")
        case show.ShowCard(card="probes") if question is None:
            return Refusal("nothing_in_hand")
        case show.ShowCard(card="probes") if question is not None and not (question.probes or question.two_sided):
            return Refusal("no_probes", {"id": question.id})
        case show.ShowCard(card="think") | show.OpenVerdict() if interview.started.mode != "pilot":
            return Refusal("not_a_pilot")
        case show.OpenVerdict(question=None) if question is None:
            return Refusal("judge_which")
        case show.AcceptOffer() if table.offer is None and table.masked is None:
            return Refusal("nothing_offered")
        case show.FillBookmarks() if not empty_bookmarks(interview):
            return Refusal("no_bookmarks")
        case show.EditLast() if not notes(interview):
            return Refusal("nothing_to_edit")
        case show.GoOn() if going_on(intent, interview) is None:
            return Refusal("not_off_record" if intent.off_record else "nothing_paused")
        case show.ShowConcept(concept=name) if not forms_of(name, interview):
            return Refusal("empty_concept", {"name": name})
        case _:
            return None


def going_on(intent: show.GoOn, interview: Interview) -> do.Command | None:
    """What goes on: a pause that is on, else what is off the record, which alone may be asked for; None for nothing."""
    if is_paused(interview) and not intent.off_record:
        return do.TogglePause()
    return do.ToggleTranscribing() if is_withheld(interview) else None


def forms_of(concept: str, interview: Interview) -> tuple[Level, ...]:
    """The forms of a concept's clarification, the shortest first."""
    return next(tuple(dict(one.forms)) for one in interview.guide.concepts if one.name == concept)


def _of_a_place(place: int, table: ViewState, began: float | None) -> Refusal | None:
    """Why what stands in this place of what is open, or of the probes, cannot be taken."""
    card = table.card
    if card is None:
        return None if place in table.probes() else Refusal("no_card")
    if card.picks and not card.pilots:  # a follow-up keeps its number, whatever else is parked
        return table.session.refusal_of(do.ReturnTo(place), began)
    settles = table.mode.sorts and bool(card.points)
    if not (settles or card.name is not None or card.marks or card.pilots or card.clears):
        return Refusal("no_card")
    return None if 1 <= place <= len(card.points) else Refusal("unknown_point", {"point": str(place)})
