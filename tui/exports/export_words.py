"""What exports for other programs say.

Names of tiers and codes, and what a format cannot hold.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from interviews.coding.coded_interview import CodingLabels
from interviews.core.notes import count_left_out, notes
from interviews.core.state import Interview
from interviews.marks.mark_writing import Labels
from interviews.marks.recording_marks import MarkKind, RecordingMarks
from tui.signs import LINE_BREAK
from tui.translator import N_, Translator

_KINDS: dict[MarkKind, str] = {
    "question": N_("Question"),
    "note": N_("Note"),
    "quote": N_("Quotation"),
    "follow_up": N_("Follow-up"),
    "bookmark": N_("Bookmark"),
    "topic": N_("New topic"),
    "reflexive": N_("Reflexive note"),
    "withheld": N_("Do not transcribe"),
    "recorder": N_("Recorder's mark"),
}
"""What each kind of mark is called in a file for others: the name of its tier, its voice, its code."""

_CHANGED = {
    "line_breaks": N_("Line breaks stand as {sign} in {which}."),
    "controls": N_("Control characters stand as their numbers in {which}."),
    "tabs": N_("Tabs are blanks in {which}."),
    "arrows": N_("What this format would take for a time was parted by a blank in {which}."),
    "tags": N_("Some programs take signs for tags or styles and hide them in {which}; they stand there as written."),
    "stamps": N_("A time stamp stands in the words of {which}, and may be taken for one of the recording."),
    "away": N_("Nothing was recorded at {which}: it stands at the nearest moment, and in front how far off it was."),
    "goes_on": N_("Still in hand from the recording before, and so in both, counted once: {which}."),
    "moved": N_("Two marks at one moment: one was moved by a thousandth of a second in {which}."),
}
_OF_CODED_TEXT = {
    "line_breaks": _CHANGED["line_breaks"],
    "controls": _CHANGED["controls"],
    "repeated": N_("About several questions, and so once under each: {which}."),
    "like_a_code": N_("The words hold something like a code of their own, and stand unchanged; look at {which}."),
    "like_a_time": N_("A time of day in the words is cut out of what is coded; look at {which}."),
    "codes_cut": N_("More codes than there is room for; the last are left out at {which}."),
    "keyword": N_("The words hold a word of the format's own, and stand unchanged; look at {which}."),
    "wide_signs": N_("Signs such as emoji may shift what is coded after them in some programs: {which}."),
}
_LACKS = {
    "tenths": N_("This format has tenths of a second; times are rounded to them."),
    "seconds": N_("This format has whole seconds; times are rounded to them."),
    "ends": N_("This format does not hold when a question was over; the next one tells."),
    "moments": N_("This format knows no moments: what has no length lasts two seconds."),
}


def labels_of(_: Translator) -> Labels:
    """The words that a file of marks is made with."""
    return Labels(
        {kind: _(name) for kind, name in _KINDS.items()},
        _("Beginning"),
        _("May be transcribed again"),
        LINE_BREAK,
        _.pgettext("in a recording", "Mark"),
        _("goes on"),
    )


def coding_labels(_: Translator) -> CodingLabels:
    """The words that coded text is made with."""
    kinds: dict[str, str] = {kind: _(name) for kind, name in _KINDS.items()}
    kinds |= {"said_by_informant": _("Informant"), "said_by_interviewer": _("Interviewer"), "said": _("Transcript")}
    return CodingLabels(kinds, _("About no question"), _.pgettext("word with #", "Tag"), LINE_BREAK)


def tell_changed(changed: Mapping[str, Iterable[str]], lacks: Iterable[str], _: Translator) -> list[str]:
    """A sentence for each thing that is otherwise in the file, with the events it is about."""
    sentences = [_(_CHANGED[code], sign=LINE_BREAK, which=some_of(list(refs))) for code, refs in changed.items()]
    return sentences + [_(_LACKS[code]) for code in lacks]


def tell_marks(recordings: Iterable[RecordingMarks], added: Mapping[str, int], _: Translator) -> list[str]:
    """How many marks there are, of which kinds, and what the file has besides; one in two recordings is one."""
    counted: Counter[MarkKind] = Counter()
    seen: set[tuple[str, int]] = set()
    for one in recordings:
        for mark in one.marks:
            if mark.seq and (one.interview, mark.seq) in seen:
                continue
            seen.add((one.interview, mark.seq))
            counted[mark.kind] += 1
    each = " · ".join(f"{_(name)} {counted[kind]}" for kind, name in _KINDS.items() if counted[kind])
    count = counted.total()
    told = [_.ngettext("1 mark: {each}", "{count} marks: {each}", count, each=each) if count else _("No marks.")]
    if added.get("begin"):
        told.append(_("Besides them there is a chapter at the very beginning, where some programs look for the first."))
    if added.get("resume"):
        told.append(
            _.ngettext(
                "Besides them it says once where transcribing may go on.",
                "Besides them it says {count} times where transcribing may go on.",
                added["resume"],
            )
        )
    return told


def tell_named(named: Mapping[str, Iterable[str]], _: Translator) -> list[str]:
    """A sentence for each thing that must be said of coded text, with the places."""
    return [_(_OF_CODED_TEXT[code], sign=LINE_BREAK, which=some_of(list(places))) for code, places in named.items()]


def some_of(refs: Sequence[str]) -> str:
    """The places that something is about; the first eight of many."""
    return ", ".join(refs) if len(refs) <= 8 else f"{', '.join(refs[:8])} … ({len(refs)})"


def count_kept_back(interview: Interview) -> Counter[str]:
    """How many notes are in no file for others: reflexive, not to be used, or nobody has said so yet."""
    counted = Counter(count_left_out(interview))
    counted["reflexive"] = sum(note.kind == "reflexive" for note in notes(interview))
    return counted


def tell_left_out(left_out: Counter[str], _: Translator) -> list[str]:
    """How many notes are not in the file, and why (``count_kept_back``)."""
    told = []
    if left_out["reflexive"]:
        told.append(
            _.ngettext(
                "1 reflexive note is left out: export reflexive writes it.",
                "{count} reflexive notes are left out: export reflexive writes them.",
                left_out["reflexive"],
            )
        )
    if left_out["unanswered"]:
        told.append(
            _.ngettext(
                "1 note is left out: it has not been answered whether it may be used.",
                "{count} notes are left out: it has not been answered whether they may be used.",
                left_out["unanswered"],
            )
        )
    if left_out["unusable"]:
        told.append(
            _.ngettext(
                "1 note is left out: it is not to be used.",
                "{count} notes are left out: they are not to be used.",
                left_out["unusable"],
            )
        )
    return told
