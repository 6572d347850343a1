"""An interview's entries, with the codes they arrive with.

Names of codes are the same in every interview and stay over revisions: a question that got another wording, or another
label, keeps the name that it had where it was first asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from guide.frozen import Value
from guide.model import Guide
from interviews.core.clock import moment_of
from interviews.core.events import BESIDE, Heard, NoteKind
from interviews.core.notes import FollowUpState, hash_words, outward_notes
from interviews.core.recorder import place_of, segments, withheld_in_files
from interviews.core.state import Interview
from interviews.marks.mark_writing import clock, fit_text, is_unfit, on_one_line
from interviews.transcripts.turns import Turn

EntryKind = NoteKind | Literal["said_by_informant", "said_by_interviewer", "said"]
"""What an entry is: a kind of note, or a turn of a transcript."""

LONGEST_NAME = 63
"""How many characters a code's name may have: more is cut by MAXQDA and not found by QualCoder."""

_RESERVED = re.compile(r'[\\/:*?"<>|\[\]{};@#~,\x00-\x1f]')


class CodedEntry(Value):
    """A note, or a turn: its words exactly as written, and what it is about.

    ``seq`` is the event's; ``turn`` is a turn's place in the transcript, which has no event. ``at`` is when, in seconds
    of the recording where there is exactly one, else of the interview; None where nobody knows. ``tags`` are all that
    it has; ``added`` those that do not stand in its words.
    """

    seq: int
    at: float | None
    kind: EntryKind
    text: str
    about: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    follow_up: int | None = None
    state: FollowUpState | None = None
    turn: int | None = None

    @property
    def ref(self) -> str:
        """How it is named within its interview: the event's seq, or the turn's place."""
        return str(self.seq) if self.turn is None else f"t{self.turn}"


class CodedInterview(Value):
    """An interview: its code, its participant's, when it began as far as the log tells it, and its entries in order."""

    code: str
    participant: str
    started: str
    entries: tuple[CodedEntry, ...]


class Code(Value):
    """A question as a code: ``folder`` is the id of what it serves first, empty where it serves nothing."""

    id: str
    name: str
    meaning: str
    folder: str


class Folder(Value):
    """A research question, or a part, under which codes stand; its name is no code's."""

    id: str
    name: str
    meaning: str


class Codebook(Value):
    """Every question that a guide of the study has or had, under what it serves, in the guide's order."""

    title: str
    folders: tuple[Folder, ...]
    codes: tuple[Code, ...]

    def code(self, id: str) -> Code | None:
        """The code of a question."""
        return next((code for code in self.codes if code.id == id), None)

    def under(self, folder: str) -> tuple[Code, ...]:
        """The codes that stand under a research question or part, or under none."""
        return tuple(code for code in self.codes if code.folder == folder)

    def targets(self, about: Sequence[str]) -> tuple[Folder, ...]:
        """What the questions serve first, each once."""
        codes = (self.code(id) for id in about)
        ids = dict.fromkeys(code.folder for code in codes if code is not None)
        return tuple(folder for folder in self.folders if folder.id in ids)


def name_code(id: str, label: str) -> str:
    """A code's name: the id and the label, without the signs that some program takes for its own."""
    name = " ".join(f"{id} {_RESERVED.sub(' ', label)}".split())
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


class HeldWith(Value):
    """With which guide, in today's ids (``Placements.view``), an interview was held, and when."""

    wall: str
    code: str
    guide: Guide


def held_with(interview: Interview) -> HeldWith:
    """What the codebook needs to know of an interview."""
    return HeldWith(interview.started.wall, interview.code, interview.guide)


def codebook_of(now: Guide, interviews: Iterable[Interview | HeldWith]) -> Codebook:
    """The codes of a study: today's questions, then those that only earlier guides had."""
    every = (one if isinstance(one, HeldWith) else held_with(one) for one in interviews)
    held = sorted(every, key=lambda one: (moment_of(one.wall), one.code))
    guides = [now, *{id(one.guide): one.guide for one in held}.values()]
    first_labels: dict[str, str] = {}
    for guide in (*guides[1:], now):
        for question in guide.questions:
            first_labels.setdefault(question.id, guide.labels[question.id])
        for target in guide.targets:
            first_labels.setdefault(f"{target.id}:", target.short)
    folders: dict[str, Folder] = {}
    codes: dict[str, Code] = {}
    for guide in guides:
        for target in guide.targets:
            name = name_code(target.id, first_labels[f"{target.id}:"])
            folders.setdefault(target.id, Folder(target.id, name, target.text))
        ids = {target.id.casefold(): target.id for target in guide.targets}
        for question in guide.questions:
            serves = ids.get(question.serves[0].casefold(), "") if question.serves else ""
            name = name_code(question.id, first_labels[question.id])
            codes.setdefault(question.id, Code(question.id, name, question.ask, serves))
    title = next((guide.title for guide in guides[1:]), now.title)
    used = {code.folder for code in codes.values()}
    return Codebook(title, tuple(one for one in folders.values() if one.id in used), tuple(codes.values()))


def code_interview(interview: Interview, turns: Sequence[Turn] = ()) -> CodedInterview:
    """An interview's notes, and the turns of its transcript, in the order of their moments.

    Held back words, what was said while nothing was to be transcribed, and reflexive notes are not there.
    """
    alone = len({one.number for one in segments(interview)}) == 1
    entries = []
    for note in outward_notes(interview):
        if note.left_out or not (note.text or note.kind == "bookmark"):
            continue
        place = place_of(interview, note.t) if alone and note.when is not None else None
        said = {tag.casefold() for tag in hash_words(note.text, interview.guide)[1]}
        by = (note.by,) if note.by else ()  # whose it is, where logs were combined
        added = (*by, *(tag for tag in note.tags if tag.casefold() not in said))
        at = note.when if place is None else place.seconds
        kind: EntryKind = "quote" if note.is_said and note.kind != "bookmark" else note.kind
        entries.append(
            CodedEntry(note.seq, at, kind, note.text, note.about, (*by, *note.tags), added, note.follow_up, note.state)
        )
    entries += _turns(interview, turns)
    entries.sort(key=lambda one: (one.at is None, one.at or 0.0, one.seq))
    return CodedInterview(interview.code, interview.started.participant, interview.started.wall, tuple(entries))


def _turns(interview: Interview, turns: Sequence[Turn]) -> Iterator[CodedEntry]:
    """What was said, each turn about the questions that were last heard to be asked."""
    heard = {act.turn: act.questions for act in interview.events() if isinstance(act, Heard)}
    off = [stretch for span in withheld_in_files(interview) for stretch in span]
    said_by: Mapping[str, EntryKind] = {"interviewer": "said_by_interviewer", "participant": "said_by_informant"}
    about: tuple[str, ...] = ()
    for place, turn in enumerate(turns):
        about = heard.get(place) or about
        if not turn.text or any(one.start <= turn.start < one.end for one in off if turn.start is not None):
            continue
        kind = said_by.get(turn.role, "said")
        yield CodedEntry(BESIDE + place, turn.start, kind, turn.text, about, turn=place)


# Coded files: words that are said, an outline, stamps.
#
# A form of coded text is one ``CodedFormat`` in ``formats.py``. Where somebody's words would break a rule of the
# program that they are for, the words stay as they are, and the line is named. Programs that code by headings know
# one place for a paragraph, so in the outline an entry about several questions stands under each.


class CodingLabels(Value):
    """The words that are said: what each kind of entry is called, and where an entry is about no question.

    ``line_break`` is the sign for a line break in words that must stand in one paragraph.
    """

    kinds: Mapping[str, str]
    no_question: str
    tag: str
    line_break: str


class CodedFiles(Value):
    """Files by name, and what must be said: by a code, the places it is about (``I1.txt:12``, ``I1:23``)."""

    files: Mapping[str, bytes]
    named: Mapping[str, tuple[str, ...]]


class FileCollector:
    """Collects files, and what there is to say of them."""

    def __init__(self, labels: CodingLabels) -> None:
        self.labels = labels
        self.files: dict[str, bytes] = {}
        self._named: dict[str, dict[str, None]] = {}

    def name(self, code: str, place: str) -> None:
        """Remember a place of which something must be said."""
        self._named.setdefault(code, {})[place] = None

    def fit(self, entry: CodedEntry, ref: str) -> str:
        """An entry's words as a file carries them."""
        if is_unfit(entry.text):
            self.name("controls", ref)
        return fit_text(entry.text)

    def one_line(self, entry: CodedEntry, ref: str) -> str:
        """An entry's words in one paragraph."""
        fitting = self.fit(entry, ref)
        line = on_one_line(fitting, self.labels.line_break)
        if line != fitting:
            self.name("line_breaks", ref)
        return line

    def kinds(self, entry: CodedEntry) -> tuple[str, ...]:
        """What an entry is called: its kind, and follow-up too where it is one."""
        also = ("follow_up",) if entry.follow_up is not None and entry.kind != "follow_up" else ()
        return tuple(self.labels.kinds[kind] for kind in (entry.kind, *also))

    def finish(self) -> CodedFiles:
        """Everything, finished."""
        return CodedFiles(self.files, {code: tuple(places) for code, places in self._named.items()})


class CodedFormat(Value):
    """A form of coded text: for which program, how it is written, and whether each interview has a file of its own."""

    name: str
    write: Callable[[Sequence[CodedInterview], Codebook, CodingLabels], CodedFiles]
    apart: bool = True


def stamp(entry: CodedEntry) -> str:
    """When an entry was, in brackets, with a blank behind; nothing where nobody knows."""
    return "" if entry.at is None else f"[{clock(entry.at, places=0)}] "


Style = Literal["folder", "question", "wording", "kind", "entry"]


class OutlineParagraph(Value):
    """A paragraph of the outline: its style, its text, and the entry where it is one."""

    style: Style
    text: str
    entry: CodedEntry | None = None


def outline_of(interview: CodedInterview, codebook: Codebook, collector: FileCollector) -> Iterator[OutlineParagraph]:
    """The blocks in the guide's order; what is about no question comes last."""
    labels = collector.labels
    for entry in interview.entries:
        if len(entry.about) > 1:
            collector.name("repeated", f"{interview.code}:{entry.ref}")
    for folder_id in (*(folder.id for folder in codebook.folders), ""):
        inside: list[OutlineParagraph] = []
        for code in codebook.under(folder_id):
            entries = [entry for entry in interview.entries if code.id in entry.about]
            if entries:
                inside += [
                    OutlineParagraph("question", code.name),
                    OutlineParagraph("wording", code.meaning),
                    *_by_kind(entries, labels),
                ]
        if inside:
            names = (folder.name for folder in codebook.folders if folder.id == folder_id)
            yield OutlineParagraph("folder", next(names, labels.no_question))
            yield from inside
    loose = [entry for entry in interview.entries if not any(map(codebook.code, entry.about))]
    if loose:
        yield OutlineParagraph("folder", labels.no_question)
        yield from _by_kind(loose, labels)


def _by_kind(entries: list[CodedEntry], labels: CodingLabels) -> Iterator[OutlineParagraph]:
    for kind in dict.fromkeys(entry.kind for entry in entries):
        yield OutlineParagraph("kind", labels.kinds[kind])
        yield from (OutlineParagraph("entry", entry.text, entry) for entry in entries if entry.kind == kind)
