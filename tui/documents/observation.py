"""What an observer saw of how an interview was led.

What nobody measured is said to be so.
"""

from collections.abc import Iterable, Iterator, Mapping

from interviews.observing.debrief import Debrief, Waits
from interviews.study.interview_summary import InterviewSummary
from tui.documents.data import ReportData
from tui.documents.model import Block, Bullets, Cell, Facts, Paragraph, Row, Section, table_of
from tui.sentences.code_names import OBSERVER_TITLES
from tui.time_format import format_time
from tui.translator import N_, Translator

_GROUPS = {
    "moves": N_("Moves"),
    "signs": N_("Noticed"),
}


def debrief_section(one: InterviewSummary, material: ReportData) -> Section | Facts:
    """Tables where somebody watched, else one line that nobody did. Remarks stand where notes may."""
    _, found = material._, one.reviewed.debrief
    if not found.watched:
        return Facts(((_("Observed"), _("not measured")),))
    blocks: list[Block] = [Facts(((_("Observed"), _describe_observer(found, _)),))]
    blocks += [Paragraph(caution, "aside") for caution in _cautions(found, _)]
    blocks += _waits(found, one.name, _)
    blocks += _talk(found, one.name, _)
    blocks += _ticks("moves", found.moves, one.name, _)
    blocks += _ticks("signs", found.signs, one.name, _)
    if found.remarks and material.notes:
        blocks.append(Section(_("The observer's notes"), (Bullets(_remarks(found)),)))
    return Section(_("Debrief"), tuple(blocks))


def _describe_observer(found: Debrief, _: Translator) -> str:
    """How much of the interview somebody watched."""
    if found.observed is None:
        return _("not measured")
    seconds = format_time(found.observed)
    return (
        seconds
        if found.length is None
        else _("{seconds} of {length}", seconds=seconds, length=format_time(found.length))
    )


def _cautions(found: Debrief, _: Translator) -> list[str]:
    """What to know of how the two logs were put together, and of the time in which no key came."""
    by = (
        []
        if found.aligned == "clock"
        else [
            N_("The logs could not be put on one time: pauses are not taken out.")
            if found.aligned is None
            else N_(
                "The study is anonymous: the observer's time was taken from the interview's log while it was held, and may be seconds off."
            )
            if found.aligned == "log"
            else N_("The logs were put together by the time of day: pauses may be taken out a second off.")
        ]
    )
    said = [_(key) for key in by]
    said += (
        [
            _(
                "Without any key for more than a minute at a time: {seconds} in all. Keys may have been forgotten then.",
                seconds=format_time(found.keyless),
            )
        ]
        if found.keyless
        else []
    )
    return [
        *said,
        *(
            [
                _(
                    "Of this {seconds} stood as silence of more than a minute, which is counted nowhere.",
                    seconds=format_time(found.forgotten),
                )
            ]
            if found.forgotten
            else []
        ),
    ]


def _remarks(found: Debrief) -> tuple[str, ...]:
    """What the observer wrote, each with its moment."""
    return tuple(remark.text if remark.t is None else f"{_moment(remark.t)}  {remark.text}" for remark in found.remarks)


def _moment(t: float) -> str:
    return format_time(t) if t >= 0 else f"-{format_time(-t)}"


def _table(
    name: str, title: str, heads: Iterable[str], rows: Iterable[tuple[str, tuple[str, ...]]], aside: str = ""
) -> Iterator[Block]:
    """A table, and what a reader should know of its figures."""
    yield table_of(name, title, heads, (Row(lead, tuple(map(Cell, cells))) for lead, cells in rows))
    if aside:
        yield Paragraph(aside, "aside")


def _waits(found: Debrief, name: str, _: Translator) -> Iterator[Block]:
    heads = (_("n"), _("median"), _("3 s or more"))
    rows = (
        (_("1 from question to answer"), _wait_cells(found.wait1, _)),
        (_("2 from answer to next words"), _wait_cells(found.wait2, _)),
    )
    aside = (
        _(
            "Three seconds is a rule to train by, from classrooms (Rowe 1986), no norm for interviews. Times are taken by hand."
        )
        if found.wait1 or found.wait2
        else ""
    )
    return _table(f"waits-{name}", _("Wait time"), heads, rows, aside)


def _wait_cells(waits: Waits | None, _: Translator) -> tuple[str, ...]:
    if waits is None:
        return (_("not measured"),) * 3
    median = _("{seconds} s", seconds=_.decimal(f"{waits.median:.1f}"))
    if waits.few:
        return (_("{n}, few", n=waits.n), median, _("{long} of {n}", long=waits.long, n=waits.n))
    return (str(waits.n), median, _("{long} ({share} %)", long=waits.long, share=waits.share))


def _talk(found: Debrief, name: str, _: Translator) -> Iterator[Block]:
    heads, title, talk = (_("share"), _("time")), _("Talk"), found.talk
    names = [_(OBSERVER_TITLES[speaker]) for speaker in ("interviewer", "informant", "nobody")]
    if talk is None:
        unknown = (_("not measured"),) * 2
        return _table(f"talk-{name}", title, heads, ((one, unknown) for one in names))
    rows = (
        (names[0], (f"{talk.interviewer_share} %", format_time(talk.interviewer))),
        (names[1], (f"{talk.informant_share} %", format_time(talk.informant))),
        (names[2], ("–", format_time(talk.silence))),
    )
    return _table(
        f"talk-{name}",
        title,
        heads,
        rows,
        _("Share of the speech that was measured. No source gives a target, so none is given here."),
    )


def _ticks(group: str, counts: Mapping[str, int] | None, name: str, _: Translator) -> Iterator[Block]:
    title = _(_GROUPS[group])
    if counts is None or not any(counts.values()):
        yield Facts(((title, _(N_("not measured") if counts is None else N_("no ticks"))),))
        return
    rows = ((_(OBSERVER_TITLES[act]), (str(count),)) for act, count in counts.items())
    aside = _("Kvale's nine types of questions. No profile is the right one.") if group == "moves" else ""
    yield from _table(f"{group}-{name}", title, (_("ticks"),), rows, aside)
