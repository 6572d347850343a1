"""The debrief as tables of words.

The same for screen and report; what nobody measured is said to be so.
"""

from collections.abc import Mapping

from guide.frozen import Value
from interviews.observing.debrief import Debrief, Waits
from tui.time_format import format_time
from tui.translator import Translator


class DebriefTable(Value):
    """A table: what its first column is called, the other heads, and rows that begin with what they are about.

    ``instead`` says all that there is to say where the rows would only repeat it; ``aside`` is what a reader should
    know of the figures.
    """

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    aside: str = ""
    instead: str = ""


def debrief_tables(found: Debrief, _: Translator) -> tuple[DebriefTable, ...]:
    """Wait times, talk, moves, and what else was noticed."""
    return (
        _waits(found, _),
        _talk(found, _),
        _ticks("moves", found.moves, _),
        _ticks("signs", found.signs, _),
    )


def describe_observed(found: Debrief, _: Translator) -> str:
    """How much of the interview somebody watched."""
    if found.observed is None:
        return _("debrief_not_measured")
    seconds = format_time(found.observed)
    return (
        seconds if found.length is None else _("debrief_observed_of", seconds=seconds, length=format_time(found.length))
    )


def cautions(found: Debrief, _: Translator) -> list[str]:
    """What to know of how the two logs were put together, and of the time in which no key came."""
    if not found.watched:
        return []
    by = [] if found.aligned == "clock" else ["debrief_not_aligned" if found.aligned is None else "debrief_by_wall"]
    said = [_(key) for key in by]
    said += [_("debrief_keyless", seconds=format_time(found.keyless))] if found.keyless else []
    return [*said, *([_("debrief_forgotten", seconds=format_time(found.forgotten))] if found.forgotten else [])]


def remarks(found: Debrief) -> tuple[str, ...]:
    """What the observer wrote, each with its moment."""
    return tuple(remark.text if remark.t is None else f"{_moment(remark.t)}  {remark.text}" for remark in found.remarks)


def _moment(t: float) -> str:
    return format_time(t) if t >= 0 else f"-{format_time(-t)}"


def _waits(found: Debrief, _: Translator) -> DebriefTable:
    heads = (_("debrief_n"), _("debrief_median"), _("debrief_long"))
    rows = (
        (_("debrief_wait1"), *_wait_cells(found.wait1, _)),
        (_("debrief_wait2"), *_wait_cells(found.wait2, _)),
    )
    aside = _("debrief_rowe") if found.wait1 or found.wait2 else ""
    return DebriefTable("waits", _("debrief_waits"), heads, rows, aside)


def _wait_cells(waits: Waits | None, _: Translator) -> tuple[str, ...]:
    if waits is None:
        return (_("debrief_not_measured"),) * 3
    median = f"{_decimal(waits.median, _)} s"
    if waits.few:
        return (_("debrief_few", n=waits.n), median, _("debrief_long_of", long=waits.long, n=waits.n))
    return (str(waits.n), median, _("debrief_long_cell", long=waits.long, share=waits.share))


def _talk(found: Debrief, _: Translator) -> DebriefTable:
    heads = (_("debrief_share"), _("debrief_time"))
    names = [_(f"observing_act_{speaker}") for speaker in ("interviewer", "informant", "nobody")]
    talk = found.talk
    if talk is None:
        unknown = _("debrief_not_measured")
        return DebriefTable("talk", _("debrief_talk"), heads, tuple((name, unknown, unknown) for name in names))
    rows = (
        (names[0], f"{talk.interviewer_share} %", format_time(talk.interviewer)),
        (names[1], f"{talk.informant_share} %", format_time(talk.informant)),
        (names[2], "–", format_time(talk.silence)),
    )
    return DebriefTable("talk", _("debrief_talk"), heads, rows, _("debrief_talk_aside"))


def _ticks(group: str, counts: Mapping[str, int] | None, _: Translator) -> DebriefTable:
    title = _(f"debrief_{group}")
    if counts is None:
        return DebriefTable(group, title, (), (), instead=_("debrief_not_measured"))
    if not any(counts.values()):
        return DebriefTable(group, title, (), (), instead=_("debrief_none_ticked"))
    rows = tuple((_(f"observing_act_{name}"), str(count)) for name, count in counts.items())
    aside = _("debrief_profile_aside") if group == "moves" else ""
    return DebriefTable(group, title, (_("debrief_ticks"),), rows, aside)


def _decimal(seconds: float, _: Translator) -> str:
    text = f"{seconds:.1f}"
    return text.replace(".", ",") if _.language == "nb" else text
