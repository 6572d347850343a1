"""A report's section of notes, people's own words."""

from collections.abc import Callable, Sequence

from guide.model import Group, Guide
from interviews.study.interview_summary import InterviewSummary, PlacedNote
from tui.report.blocks import Block, Entries, Entry, Paragraph, Section
from tui.report.data import ReportData
from tui.review.interview_text import words_or_why
from tui.time_format import format_time, note_stamp
from tui.translator import Translator

Placed = tuple[InterviewSummary, PlacedNote]


def notes_sections(material: ReportData) -> tuple[Section, ...]:
    """Notes of the interviews proper, what is open and new in them, and apart from them the pilots' notes."""
    _ = material._
    proper, apart = _all(material.counted), _all(material.apart)
    aside = Paragraph(_("report_notes_aside"), "aside")
    sections = []
    if material.counted or not material.apart:
        blocks = _by_question(proper, material) or (Paragraph(_("report_no_notes")),)
        sections.append(Section(_("report_notes"), (aside, *blocks), "notes", new_page=True))
        sections.append(_list("report_open_follow_ups", "follow-ups", proper, _, lambda one: one.note.state == "open"))
        sections.append(_list("report_topics", "topics", proper, _, lambda one: one.note.kind == "topic"))
    if apart:
        sections.append(Section(_("report_apart_notes"), _by_question(apart, material), "apart-notes", new_page=True))
    return tuple(sections)


def _all(accounts: Sequence[InterviewSummary]) -> list[Placed]:
    return [(account, one) for account in accounts for one in account.notes]


def _list(
    title: str, name: str, found: Sequence[Placed], _: Translator, wanted: Callable[[PlacedNote], bool]
) -> Section:
    entries = [_entry(one, _) for one in found if wanted(one[1])]
    return Section(_(title), (_entries(entries) if entries else Paragraph(_("report_none")),), name)


def _by_question(found: Sequence[Placed], material: ReportData) -> tuple[Block, ...]:
    """Research questions as they stand on the screen, in each its questions; then what is about none of them.

    A note that is about several questions stands at each.
    """
    guide, _ = material.guide, material._
    blocks = [block for group in guide.groups if (block := _group(group, found, guide, _)) is not None]
    gone = [one for one in found if any(guide.question(id) is None for id in one[1].note.about)]
    free = [one for one in found if not one[1].note.about and one[1].note.kind != "reflexive"]
    reflexive = [one for one in found if not one[1].note.about and one[1].note.kind == "reflexive"]
    for title, rest in (("report_gone", gone), ("report_free", free), ("report_reflexive", reflexive)):
        if rest:
            blocks.append(Section(_(title), (_entries([_entry(one, _) for one in rest]),)))
    return tuple(blocks)


def _group(group: Group, found: Sequence[Placed], guide: Guide, _: Translator) -> Section | None:
    blocks: list[Block] = []
    for question in group.questions:
        own = [_entry(one, _) for one in found if question.id in one[1].note.about]
        if own:
            blocks.append(Section(f"{question.id} {question.ask}", (_entries(own),)))
    elsewhere = [one.id for one in guide.serving(group.id) if group.id in one.serves and one not in group.questions]
    if not blocks and not elsewhere:
        return None
    if elsewhere:
        blocks.insert(0, Paragraph(_("report_see_also", ids=" ".join(elsewhere)), "aside"))
    title = f"{group.id} {group.title}" if group.id else _("closing" if group.closing else "other_questions")
    return Section(title, tuple(blocks))


def _entries(entries: Sequence[Entry]) -> Entries:
    return Entries(tuple(entries))


def _entry(placed: Placed, _: Translator) -> Entry:
    account, one = placed
    note = one.note
    head = [note_stamp(note)] if note.when is not None else []
    if one.place is not None:
        head.append(f"{one.place.number}·{format_time(one.place.seconds)}")
    head.append(_(f"report_mark_{note.kind}"))
    if note.quoted:
        head.append(_("report_mark_quote"))
    if note.about:
        head.append(" ".join(note.about))
    if one.withheld:
        head.append(_("report_not_transcribed"))
    tail = [f"#{tag}" for tag in note.tags if f"#{tag}".casefold() not in note.text.casefold()]
    if note.follow_up is not None:
        tail.append(_("report_raised", number=note.follow_up, fate=_(f"review_fate_{note.state}")))
    if note.reason:
        tail.append(note.reason)
    if note.corrected:
        tail.append(_("note_corrected"))
    return Entry(
        account.name,
        tuple(head),
        note.text,
        kind=note.kind,
        instead="" if note.text else words_or_why(note, _),
        tail=tuple(tail),
    )
