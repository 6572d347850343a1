"""A report's section of notes, people's own words."""

from collections.abc import Iterable, Mapping, Sequence

from guide.model import Group, Guide
from interviews.core.notes import Note
from interviews.core.recorder import place_of, segments
from interviews.core.state import Interview
from interviews.study.interview_summary import InterviewSummary, PlacedNote
from tui import signs
from tui.documents.data import ReportData
from tui.documents.model import Block, Entries, Entry, Made, Paragraph, Section
from tui.sentences.code_names import FATE_NAMES, MARK_NAMES, USE_NAMES
from tui.time_format import format_time, note_stamp
from tui.translator import N_, Translator

Placed = tuple[InterviewSummary, PlacedNote]


def notes_sections(material: ReportData) -> tuple[Section, ...]:
    """Notes of the interviews proper, what is open and new in them, and apart from them the pilots' notes."""
    if not material.notes:
        return ()
    _ = material._
    aside = Paragraph(
        _(
            "The words stand as they were written. The time is in the interview, then in the recording: 1·34:12 is 34:12 in recording 1. Quotations are written by ear."
        ),
        "aside",
    )
    sections = []
    if material.counted or not material.apart:
        blocks = _by_question(material.counted, material) or (Paragraph(_("No notes.")),)
        sections.append(Section(_("Notes by research question"), (aside, *blocks), "notes", new_page=True, long=True))
        proper = [(account, one) for account in material.counted for one in account.notes]
        parked = [placed for placed in proper if placed[1].note.state == "open"]
        topics = [placed for placed in proper if placed[1].note.kind == "topic"]
        for title, name, found in (
            (_("Open follow-ups"), "follow-ups", parked),
            (_("Topics outside the guide"), "topics", topics),
        ):
            sections.append(Section(title, (_entries(found, _) if found else Paragraph(_("None.")),), name, long=True))
    if any(account.notes for account in material.apart):
        apart = _by_question(material.apart, material)
        sections.append(Section(_("Notes from pilots and practice"), apart, "apart-notes", new_page=True, long=True))
    return tuple(sections)


def _by_question(accounts: Iterable[InterviewSummary], material: ReportData) -> tuple[Block, ...]:
    """Research questions as they stand on the screen, in each its questions; then what is about none of them.

    A note that is about several questions stands at each.
    """
    guide, _ = material.guide, material._
    known = {question.id for question in guide.questions}
    about: dict[str, list[Placed]] = {}
    gone, free, reflexive = list[Placed](), list[Placed](), list[Placed]()
    for account in accounts:
        for one in account.notes:
            placed, ids = (account, one), one.note.about
            for id in dict.fromkeys(ids):
                about.setdefault(id, []).append(placed)
            if not known.issuperset(ids) and any(guide.question(id) is None for id in ids):
                gone.append(placed)
            if not ids:
                (reflexive if one.note.kind == "reflexive" else free).append(placed)
    blocks = [block for group in guide.groups if (block := _group(group, about, guide, _)) is not None]
    rest = (
        (_("Questions that the guide no longer has"), gone),
        (_("About no question"), free),
        (_("Reflexive notes"), reflexive),
    )
    return (*blocks, *(Section(title, (_entries(found, _),)) for title, found in rest if found))


def _group(group: Group, about: Mapping[str, Sequence[Placed]], guide: Guide, _: Translator) -> Section | None:
    blocks: list[Block] = [
        Section(f"{question.id} {question.ask}", (_entries(about[question.id], _),))
        for question in group.questions
        if question.id in about
    ]
    elsewhere = [one.id for one in guide.serving(group.id) if group.id in one.serves and one not in group.questions]
    if not blocks and not elsewhere:
        return None
    if elsewhere:
        blocks.insert(
            0, Paragraph(_("See also {ids}, about this research question too.", ids=" ".join(elsewhere)), "aside")
        )
    title = f"{group.id} {group.title}" if group.id else _(N_("Closing") if group.closing else N_("Other questions"))
    return Section(title, tuple(blocks))


def _entries(found: Sequence[Placed], _: Translator) -> Entries:
    """Entries that are made while they are written: there may be tens of thousands of them."""
    return Entries(Made(lambda: (entry_of(account.name, one, _) for account, one in found)))


def entry_of(code: str, placed: PlacedNote, _: Translator) -> Entry:
    """A note after ``code``, the name of its interview: when, where in the recording, of what kind, about what."""
    note, place, withheld = placed
    head = [note_stamp(note)] if note.when is not None else []
    if place is not None:
        head.append(f"{place.number}·{format_time(place.seconds)}")
    head += [note.by] if note.by else []
    head.append(_(MARK_NAMES[note.kind]))
    if note.quoted:
        head.append(_("quotation"))
    if note.about:
        head.append(" ".join(note.about))
    if withheld:
        head.append(_("not to be transcribed"))
    tail = [f"#{tag}" for tag in note.tags if f"#{tag}".casefold() not in note.text.casefold()]
    if note.follow_up is not None:
        tail.append(_("follow-up {number}: {fate}", number=note.follow_up, fate=_(FATE_NAMES[note.state or "open"])))
    if note.reason:
        tail.append(note.reason)
    if note.corrected:
        tail.append(_("corrected as the informant wished"))
    return Entry(code, tuple(head), note.text, note.kind, "" if note.text else words_or_why(note, _), tuple(tail))


MARKS = {"bookmark": signs.FILLED, "quote": signs.QUOTE, "topic": signs.TOPIC, "reflexive": signs.REFLEXIVE}
"""Shapes of the kinds of notes."""


def format_place_heard(note: Note, interview: Interview) -> str:
    """Where the note lies in the recording, such as ``1·34:12``; a column only where something was recorded."""
    if not segments(interview):
        return ""
    place = place_of(interview, note.t)
    return f"{f'{place.number}·{format_time(place.seconds)}' if place is not None else '':>10}"


def mark_of(note: Note, _: Translator) -> str:
    """The note's shape, with the fate of a follow-up in words."""
    if note.follow_up is not None:
        said = MARKS["quote"] if note.quoted else ""
        return f"{signs.FOLLOW_UP}{note.follow_up}{said} {_(FATE_NAMES[note.state or 'open'])}:"
    return MARKS.get(note.kind, " ") if note.counts else signs.BOOKMARK


def words_or_why(note: Note, _: Translator) -> str:
    """The note's words as they were written; where it has none, what it is."""
    if note.left_out and not note.text:
        return _("(left out as the informant wished)")
    return note.text if note.counts else _("(bookmark without words)")


def note_line(note: Note, interview: Interview, _: Translator) -> str:
    """The whole line; people's words as they were written."""
    text = words_or_why(note, _)
    tags = [f"#{tag}" for tag in note.tags if f"#{tag}".casefold() not in note.text.casefold()]
    about = " ".join(note.about)
    by = f"{note.by} " if note.by else ""
    line = f"{note_stamp(note):>7}{format_place_heard(note, interview)}  {by}{about:<7}{mark_of(note, _)} {text}"
    use = [f"({_(USE_NAMES[note.use])})"] if note.use is not None else []
    corrected = [f"({_('corrected as the informant wished')})"] if note.corrected else []
    return " ".join([line, *tags, *([f"({note.reason})"] if note.reason else []), *corrected, *use])
