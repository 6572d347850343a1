"""A debrief: how an interview was led, as far as somebody measured it.

What nobody measured is said to be so.
"""

from collections.abc import Iterable, Iterator, Mapping

from interviews.observing.debrief import Debrief, Waits
from interviews.study.interview_summary import InterviewSummary
from tui.documents.data import ReportData
from tui.documents.model import Block, Bullets, Cell, Column, Facts, Paragraph, Row, RowGroup, Section, Table
from tui.time_format import format_time
from tui.translator import Translator


def debrief_section(one: InterviewSummary, material: ReportData) -> Section | Facts:
    """Tables where somebody watched, else one line that nobody did. Remarks stand where notes may."""
    _, found = material._, one.reviewed.debrief
    if not found.watched:
        return Facts(((_("debrief_observed"), _("debrief_not_measured")),))
    blocks: list[Block] = [Facts(((_("debrief_observed"), _observed(found, _)),))]
    blocks += [Paragraph(caution, "aside") for caution in _cautions(found, _)]
    blocks += _waits(found, one.name, _)
    blocks += _talk(found, one.name, _)
    blocks += _ticks("moves", found.moves, one.name, _)
    blocks += _ticks("signs", found.signs, one.name, _)
    if found.remarks and material.notes:
        blocks.append(Section(_("debrief_remarks"), (Bullets(_remarks(found)),)))
    return Section(_("debrief_title"), tuple(blocks))


def _observed(found: Debrief, _: Translator) -> str:
    """How much of the interview somebody watched."""
    if found.observed is None:
        return _("debrief_not_measured")
    seconds = format_time(found.observed)
    return (
        seconds if found.length is None else _("debrief_observed_of", seconds=seconds, length=format_time(found.length))
    )


def _cautions(found: Debrief, _: Translator) -> list[str]:
    """What to know of how the two logs were put together, and of the time in which no key came."""
    by = [] if found.aligned == "clock" else ["debrief_not_aligned" if found.aligned is None else "debrief_by_wall"]
    said = [_(key) for key in by]
    said += [_("debrief_keyless", seconds=format_time(found.keyless))] if found.keyless else []
    return [*said, *([_("debrief_forgotten", seconds=format_time(found.forgotten))] if found.forgotten else [])]


def _remarks(found: Debrief) -> tuple[str, ...]:
    """What the observer wrote, each with its moment."""
    return tuple(remark.text if remark.t is None else f"{_moment(remark.t)}  {remark.text}" for remark in found.remarks)


def _moment(t: float) -> str:
    return format_time(t) if t >= 0 else f"-{format_time(-t)}"


def _table(
    name: str, title: str, heads: Iterable[str], rows: Iterable[tuple[str, tuple[str, ...]]], aside: str = ""
) -> Iterator[Block]:
    """A table, and what a reader should know of its figures."""
    told = tuple(Row(lead, tuple(map(Cell, cells))) for lead, cells in rows)
    yield Table(name, "", (Cell(title),), tuple(map(Column, heads)), (RowGroup("", told),))
    if aside:
        yield Paragraph(aside, "aside")


def _waits(found: Debrief, name: str, _: Translator) -> Iterator[Block]:
    heads = (_("debrief_n"), _("debrief_median"), _("debrief_long"))
    rows = ((_("debrief_wait1"), _wait_cells(found.wait1, _)), (_("debrief_wait2"), _wait_cells(found.wait2, _)))
    aside = _("debrief_rowe") if found.wait1 or found.wait2 else ""
    return _table(f"waits-{name}", _("debrief_waits"), heads, rows, aside)


def _wait_cells(waits: Waits | None, _: Translator) -> tuple[str, ...]:
    if waits is None:
        return (_("debrief_not_measured"),) * 3
    median = f"{_decimal(waits.median, _)} s"
    if waits.few:
        return (_("debrief_few", n=waits.n), median, _("debrief_long_of", long=waits.long, n=waits.n))
    return (str(waits.n), median, _("debrief_long_cell", long=waits.long, share=waits.share))


def _talk(found: Debrief, name: str, _: Translator) -> Iterator[Block]:
    heads, title, talk = (_("debrief_share"), _("debrief_time")), _("debrief_talk"), found.talk
    names = [_(f"observing_act_{speaker}") for speaker in ("interviewer", "informant", "nobody")]
    if talk is None:
        unknown = (_("debrief_not_measured"),) * 2
        return _table(f"talk-{name}", title, heads, ((one, unknown) for one in names))
    rows = (
        (names[0], (f"{talk.interviewer_share} %", format_time(talk.interviewer))),
        (names[1], (f"{talk.informant_share} %", format_time(talk.informant))),
        (names[2], ("–", format_time(talk.silence))),
    )
    return _table(f"talk-{name}", title, heads, rows, _("debrief_talk_aside"))


def _ticks(group: str, counts: Mapping[str, int] | None, name: str, _: Translator) -> Iterator[Block]:
    title = _(f"debrief_{group}")
    if counts is None or not any(counts.values()):
        yield Facts(((title, _("debrief_not_measured" if counts is None else "debrief_none_ticked")),))
        return
    rows = ((_(f"observing_act_{act}"), (str(count),)) for act, count in counts.items())
    aside = _("debrief_profile_aside") if group == "moves" else ""
    yield from _table(f"{group}-{name}", title, (_("debrief_ticks"),), rows, aside)


def _decimal(seconds: float, _: Translator) -> str:
    text = f"{seconds:.1f}"
    return text.replace(".", ",") if _.language == "nb" else text
