"""A practice interview on the live screen."""

from itertools import accumulate
from typing import TYPE_CHECKING

from tui.live.view_state import ViewState
from tui.time_format import format_time
from tui.translator import N_, Translator
from tui.widgets.entry_rows import Entry

if TYPE_CHECKING:
    from interviews.practice.informant import Debrief


def speech_entries(table: ViewState) -> dict[int, list[Entry]]:
    """What the informant has said so far, by the seq of the act after which it was said; none in a real interview."""
    informant = table.helps.informant
    if informant is None:
        return {}
    from interviews.practice.informant import speeches_until

    interview = table.interview
    acts = list(interview.events())
    latest = accumulate((act.t for act in acts), max)  # a note may be dated back; it was written all the same by then
    moments = [(t, act.seq) for t, act in zip(latest, acts, strict=True)]
    pieces: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for speech in speeches_until(informant, interview, table.session.now, table.helps.pace):
        for moment, sentence in zip(speech.moments, speech.words.sentences, strict=False):
            since = (seq for t, seq in moments if t < moment and seq > speech.act.seq)
            after = max(since, default=speech.act.seq)
            said = pieces.setdefault((after, speech.act.seq), [])
            blank = " " if said and not sentence[:1].isspace() else ""  # after a silence it goes on with words anew
            said.append((moment, f"{blank}{sentence}"))
    found: dict[int, list[Entry]] = {}
    for (after, to), said in pieces.items():
        text = "".join(sentence for _, sentence in said).strip()
        key = f"{to} said after {after}"
        entry = Entry(key=key, side="left", stamp=format_time(said[0][0]), head="", text=text, kind="said")
        found.setdefault(after, []).append(entry)
    return found


def debrief_lines(debrief: "Debrief", _: Translator) -> list[str]:
    """What the practice showed, in facts; how long answers took, only where they took time."""
    lines = [
        _(
            N_("notes: {notes}, bookmarks: {bookmarks}; the longest answer took {t}")
            if debrief.longest
            else N_("notes: {notes}, bookmarks: {bookmarks}"),
            notes=debrief.notes,
            bookmarks=debrief.bookmarks,
            t=format_time(debrief.longest),
        )
    ]
    for early in debrief.early:
        key = (
            N_("{id} was answered unasked under {within}, and you marked it")
            if early.marked
            else N_("{id} was answered unasked under {within}; it was not marked")
        )
        if not early.marked and early.asked_at is not None:
            key = N_("{id} was answered unasked under {within}; you asked it all the same")
        lines.append(_(key, id=early.question, within=early.within or _("the opening")))
    lines += [
        _(
            "the answer to {within} at {t} was cut off: {begun} of {of} sentences",
            within=cut.within or _("the opening"),
            t=format_time(cut.t),
            begun=cut.begun,
            of=cut.sentences,
        )
        for cut in debrief.cut_off
    ]
    key = N_("clarified: {concepts}") if debrief.clarified else N_("no concept was clarified{concepts}")
    return [*lines, _(key, concepts=" · ".join(debrief.clarified)), _("Nothing of this counts.")]
