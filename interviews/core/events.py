"""Events: what happened in an interview.

One small frozen value an act, in the vocabulary that ``docs/log.md`` is made from.

Names of types and fields never change once a log may hold them; fields may be added with a default.
"""

from __future__ import annotations  # evaluated of the types that a log has, not of each at the start

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from guide.frozen import NOTHING, Value


class Event(Value, kw_only=True):
    """What every event has; order is ``seq``, since a note's ``t`` may precede its neighbours'.

    ``does``, ``undone_by`` and ``refused_for`` are its rules in ``docs/spec.md``: what follows from it, what takes that
    back, and the codes of the refusals that a command meets instead of becoming it.
    """

    type: ClassVar[str] = ""
    does: ClassVar[str]
    undone_by: ClassVar[str]
    refused_for: ClassVar[tuple[str, ...]]
    seq: Annotated[int, "place in the log: 0, 1, 2 …"]
    t: Annotated[float, "seconds into the interview; 0 is the key press that began the first act"]
    by: Annotated[str, "whose act it is, where note-takers' logs were combined into this one; else left out"] = ""


BESIDE = 2**52
"""Seqs from here on are no places in a log: a record whose seq another one has is read beside it, under its line."""


class RecordingStarted(Event, kw_only=True):
    """The separate recorder was started."""

    type: ClassVar[str] = "recording_started"
    does = "From here moments lie in file `number`, `offset` seconds into it."
    undone_by = "`undone`; `recording_stopped` ends it"
    refused_for = ("gate_first", "recorder_runs", "no_recording", "recorder_afterwards", "anonymous_unrecorded")
    number: Annotated[int, "which recording of this interview, from 1"]
    missing: Annotated[
        tuple[str, ...], "opening points wanted before recording and not ticked; confirmed by the person"
    ] = ()
    offset: Annotated[float, "seconds into its file where it goes on; 0 for a new file"] = 0.0


class RecordingStopped(Event, kw_only=True):
    """The separate recorder was stopped."""

    type: ClassVar[str] = "recording_stopped"
    does = "Ends the recording; notes until another begins wait for `cleared`."
    undone_by = "`undone`"
    refused_for = ("no_recorder_runs", "recorder_afterwards")
    number: Annotated[int, "which recording of this interview, from 1"]


class RecordingDeclined(Event, kw_only=True):
    """The informant declined to be recorded; a recorder that was running is stopped by it."""

    type: ClassVar[str] = "recording_declined"
    does = "Ends a recording that runs; nothing asks for a recorder any more."
    undone_by = "`undone`; a later `recording_started`"
    refused_for = ("recording_declined_already",)


class RecordingShifted(Event, kw_only=True):
    """A recording's file was found to lie otherwise against the log; the last shift in force counts."""

    type: ClassVar[str] = "recording_shifted"
    does = "Every moment in that file lies so much later or earlier; no other event changes."
    undone_by = "`undone`; a later shift of the same recording"
    refused_for = ("nothing_recorded", "unknown_recording", "recorder_afterwards")
    number: Annotated[int, "which recording of this interview, from 1"]
    later: Annotated[float, "seconds by which a moment lies later in the file than the marks say"] = 0.0
    earlier: Annotated[float, "seconds by which it lies earlier; one of the two is 0"] = 0.0
    note: Annotated[int | None, "seq of the note whose place in the file was found, where it was found by one"] = None


class Withheld(Event, kw_only=True):
    """From here on nothing is to be transcribed, until `released`."""

    type: ClassVar[str] = "withheld"
    does = "Begins a span that is not to be transcribed; notes in it wait for `cleared`."
    undone_by = "`undone`; `released` ends it"
    refused_for = ("already_withheld", "recorder_afterwards")
    back: Annotated[float, "seconds before t at which it begins"] = 0.0


class Released(Event, kw_only=True):
    """From here on the talk may be transcribed again."""

    type: ClassVar[str] = "released"
    does = "Ends that span."
    undone_by = "`undone`"
    refused_for = ("recorder_afterwards",)


PilotKind = Literal["", "self", "desk", "peer", "field"]
VerdictKind = Literal["keep", "reword", "earlier", "later", "split", "merge", "add_probe", "drop"]
ReasonCode = Literal["", "comprehension", "recall", "judgement", "response", "sensitive", "long", "overlap"]
Prompt = Literal["", "think_aloud", "paraphrase", "confidence"]


class Judged(Event, kw_only=True):
    """A verdict on a question of the guide; the last one in force counts."""

    type: ClassVar[str] = "judged"
    does = "The question's verdict; proposals for another verdict fall away."
    undone_by = "`undone`; a later `judged`"
    refused_for = ("not_a_pilot", "judge_which", "unknown_question")
    question: Annotated[str, "id of the question, asked or not"]
    verdict: Annotated[VerdictKind, "what is to become of it; `add_probe`: it needs one more probe"]
    reason: Annotated[ReasonCode, "where it went wrong, after Willis; left out where none was given"] = ""


class Proposed(Event, kw_only=True):
    """What the verdict on a question is to lead to: a wording, a probe, or a place."""

    type: ClassVar[str] = "proposed"
    does = "What the verdict leads to: of `split` and `add_probe` each one counts, else the last."
    undone_by = "`undone`; a later `judged` with another verdict"
    refused_for = ("not_a_pilot", "unknown_question", "itself_proposed", "empty_proposal")
    question: Annotated[str, "id of the question"]
    text: Annotated[str, "the proposed wording or probe exactly as written; left out where only a place is meant"] = ""
    other: Annotated[str, "id of the question before, after or with which; left out where none is meant"] = ""


class Commented(Event, kw_only=True):
    """What was said about a question, or about the guide: with a `prompt` the peer's answer, else anybody's remark.

    `t` is the moment of its first key press.
    """

    type: ClassVar[str] = "commented"
    does = "Words for the pilot's table; no state changes."
    undone_by = "`undone`"
    refused_for = ("not_a_pilot", "unknown_question", "empty_comment")
    question: Annotated[str | None, "id of the question; left out where it is about no single one"] = None
    text: Annotated[str, "the words exactly as written"]
    prompt: Annotated[Prompt, "what the peer was asked, after Willis; left out where nothing was"] = ""
    late: Annotated[bool, "whether it was said after the end, when going through the questions again"] = False


class WentThrough(Event, kw_only=True):
    """The round after the end was closed with questions left that have no verdict: it is not offered again."""

    type: ClassVar[str] = "went_through"
    does = "The round through questions without a verdict is closed."
    undone_by = "nothing; an end after it opens the round again"
    refused_for = ("not_a_pilot",)


class Said(Event, kw_only=True):
    """In a practice interview: what one says to the informant, or said, perhaps in a few words.

    `t` is the moment when it was said, which is the Enter; `typed` tells when its line was begun.
    """

    type: ClassVar[str] = "said"
    does = "The informant hears it, and breaks off where an answer was still coming; no state changes."
    undone_by = "`undone`"
    refused_for = ("not_practice", "empty_utterance")
    text: Annotated[str, "the words exactly as written; dots alone are a silence that was kept"]
    question: Annotated[str | None, "the question in hand, none before the first"] = None
    typed: Annotated[float, "seconds from the first key of its line to t"] = 0.0


class Handled(Event, kw_only=True):
    """How the program was handled in a pilot since the last of these: counts and durations alone, never a key.

    `t` is that of the record before: it adds nothing to the length.
    """

    type: ClassVar[str] = "handled"
    does = "Tells what the program asked of the hands; no state changes."
    undone_by = "nothing"
    refused_for = ("not_a_pilot",)
    acts: Annotated[tuple[int, ...], "seqs of the acts that keys did, in their order"]
    keys: Annotated[tuple[int, ...], "for each of them how many keys were pressed since the act before"]
    millis: Annotated[
        tuple[int, ...], "for each the thousandths of a second from its line's first key to Enter; 0 where it had none"
    ]
    rest: Annotated[int, "keys after the last of them, which became no act"] = 0


class LoadRated(Event, kw_only=True):
    """How demanding it was to hold a pilot with the program: the six scales of NASA-TLX (Hart & Staveland 1988)."""

    type: ClassVar[str] = "load_rated"
    does = "Six numbers from 0 to 20, low to high, beside the pilot; the last ones count, and in no coverage."
    undone_by = "nothing; a later `load_rated`"
    refused_for = ("not_a_pilot", "load_numbers")
    mental: Annotated[int, "how much had to be thought and decided"]
    physical: Annotated[int, "how much had to be done with the hands"]
    temporal: Annotated[int, "how hurried it was"]
    performance: Annotated[int, "how it went: 0 perfect, 20 a failure"]
    effort: Annotated[int, "how hard one had to work for that"]
    frustration: Annotated[int, "how insecure, irritated or stressed one was"]


FORMAT = 1
"""The version of the log's format that this program writes."""

Mode = Literal["live", "pilot", "practice"]
NoteKind = Literal["note", "quote", "follow_up", "bookmark", "reflexive", "topic"]
Wording = Literal["ask", "alone", "stub"]
Level = Literal["short", "say", "full"]
CardName = Literal["opening", "probes", "after"]
TickMark = Literal["done", "not_needed", "open"]
Side = Literal["positive", "negative"]
OffsetSource = Literal["main", "said", "recorder", "wall", "asked"]


class Sitting(Event, kw_only=True):
    """The start of a stretch at the keyboard, the only place where the wall clock stands.

    In an anonymous study none of the three stands anywhere.
    """

    wall: Annotated[str, "wall clock at t, ISO 8601 with offset; may be made coarser without touching the rest"] = ""
    boot: Annotated[str, "names the computer's running since it was last started; opaque, left out where unknown"] = ""
    clock: Annotated[float, "seconds on the suspend-proof clock of that running, at t; 0 where it is not known"] = 0.0


class Started(Sitting, kw_only=True):
    """The interview began; always the first line."""

    type: ClassVar[str] = "started"
    does = "Begins the log and gives `t` its zero; says who, in which mode, with which guide."
    undone_by = "nothing"
    refused_for = ()
    format: Annotated[int, "version of the log's format"]
    participant: Annotated[str, "the participant's code, such as I3; never a name"]
    mode: Annotated[Mode, "live, pilot or practice; only live interviews are counted"]
    guide: Annotated[
        Mapping[str, Any],
        "a copy of the guide as it was, `data` left out, in guide.yaml's own keys, every id written out",
    ]
    program: Annotated[str, "version of the program that wrote the log"] = ""
    afterwards: Annotated[
        bool, "held without the program and entered from paper afterwards: `t` and `wall` tell of the entering alone"
    ] = False
    date: Annotated[str, "when such an interview was held, as far as it was said: 2026-11-20, 2026-11 or 2026"] = ""
    pilot: Annotated[
        PilotKind, "a pilot's kind: self, desk (a reading), peer or field; left out where none was said"
    ] = ""
    informant: Annotated[str, "a practice interview's informant: a name that came with the program, or a file's"] = ""
    pace: Annotated[float | None, "words a second in which that informant spoke; 0 is all at once"] = None
    again: Annotated[str, "the practice interview of which this is the second go, such as T1"] = ""
    nonce: Annotated[str, "random: tells this log from another in an anonymous study, where no clock does"] = ""
    interviewer: Annotated[
        str, "initials of who held it, as their settings have them; left out in an anonymous study"
    ] = ""
    combined: Annotated[
        tuple[str, ...], "names of the logs that this one was combined of, and that do not count beside it"
    ] = ()


class Resumed(Sitting, kw_only=True):
    """An interview that had not ended was taken up again."""

    type: ClassVar[str] = "resumed"
    does = "Goes on; the gap counts in no duration."
    undone_by = "nothing"
    refused_for = ()
    gap: Annotated[float | None, "seconds from the last event before to t, in no duration; absent where unknown"] = None
    torn: Annotated[str, "bytes of an unfinished last line, moved here, base64, when there were any"] = ""
    date: Annotated[str, "when one entered afterwards was held, where that was said only now"] = ""


class Reopened(Sitting, kw_only=True):
    """Something is added after the end (words for a bookmark, a reflexive note); counts in no duration."""

    type: ClassVar[str] = "reopened"
    does = "What follows was added after the end, and no `undone` reaches back across it."
    undone_by = "nothing"
    refused_for = ()
    torn: Annotated[str, "bytes of an unfinished last line, moved here, base64, when there were any"] = ""


class Ended(Event, kw_only=True):
    """The debriefing was closed; the interview's time stops here."""

    type: ClassVar[str] = "ended"
    does = "Ends the interview's time, and a recording that still runs."
    undone_by = "`undone`, in the same sitting; what is added later begins with `reopened`"
    refused_for = ("already_ended",)


class Asked(Event, kw_only=True):
    """A question was asked and is the question in hand until another is asked."""

    type: ClassVar[str] = "asked"
    does = "Puts the question in hand and lifts a skip of it; without a judgement its state is `asked`."
    undone_by = "`undone`"
    refused_for = ("nothing_next", "stopped_next", "unknown_question", "start_gate")
    question: Annotated[str, "id of the question"]
    wording: Annotated[Wording, "shown: the guide's `ask`, its `alone`, or `stub` where it leans and has none"] = "ask"
    missing: Annotated[
        tuple[str, ...], "opening points wanted before the first question and not ticked; confirmed by the person"
    ] = ()


class Covered(Event, kw_only=True):
    """Questions were marked as covered, asked or not."""

    type: ClassVar[str] = "covered"
    does = "State `covered`; of covers in a row the last depth that was said counts."
    undone_by = "`undone`; `unmarked`; a later `skipped` or `declined` counts instead"
    refused_for = ("nothing_in_hand", "unknown_question")
    questions: Annotated[tuple[str, ...], "ids of the questions"]
    depth: Annotated[int | None, "1 mentioned, 2 described, 3 with an example; left out when not said"] = None


class Skipped(Event, kw_only=True):
    """The interviewer left questions out."""

    type: ClassVar[str] = "skipped"
    does = "State `skipped`."
    undone_by = (
        "`undone`; `unmarked`; asking the question, or a note with it in hand; a later `covered` or `declined` counts "
        "instead"
    )
    refused_for = ("nothing_in_hand", "unknown_question")
    questions: Annotated[tuple[str, ...], "ids of the questions"]
    reason: Annotated[str, "as written; may be left out"] = ""


class Declined(Event, kw_only=True):
    """The informant would rather not answer; never counted as a gap."""

    type: ClassVar[str] = "declined"
    does = "State `declined`; told beside whatever is judged later."
    undone_by = "`undone` alone; a later `covered` or `skipped` counts, and the refusal is told beside it"
    refused_for = ("nothing_in_hand", "unknown_question")
    questions: Annotated[tuple[str, ...], "ids of the questions"]
    reason: Annotated[str, "as written; may be left out"] = ""


class Unmarked(Event, kw_only=True):
    """Covers or skips were taken off again; a refusal is lifted by nothing."""

    type: ClassVar[str] = "unmarked"
    does = "Takes the judgement off; where the informant had declined, the state is `declined` again."
    undone_by = "`undone`; a later judgement"
    refused_for = ("nothing_in_hand", "unknown_question", "nothing_marked", "refusal_stays")
    questions: Annotated[tuple[str, ...], "ids of the questions"]


class Noted(Event, kw_only=True):
    """A note of any kind; `t` is the moment of its first key press."""

    type: ClassVar[str] = "noted"
    does = "A note; the questions it is about are `touched` and count it, but for reflexive notes and empty bookmarks."
    undone_by = "`undone`; `edited` changes its words"
    refused_for = ("empty_note", "time_at_the_table", "ago_afterwards")
    kind: Annotated[NoteKind, "note, quote (the informant's words), follow_up, bookmark, reflexive or topic"]
    text: Annotated[str, "the words exactly as written; none for a bookmark"] = ""
    about: Annotated[
        tuple[str, ...], "ids of the questions it is about: the one in hand, then those linked with #"
    ] = ()
    tags: Annotated[tuple[str, ...], "tags written with #, as typed, without the #"] = ()
    follow_up: Annotated[int | None, "the follow-up's number when the kind is follow_up"] = None
    back: Annotated[float, "seconds by which the interviewer dated it back"] = 0.0
    at: Annotated[float | None, "about when in an interview entered afterwards, in seconds, where said"] = None
    quoted: Annotated[bool | None, "true where a follow-up holds the informant's words; else left out"] = None


class Edited(Event, kw_only=True):
    """A note got other words; the earlier ones stay in the log."""

    type: ClassVar[str] = "edited"
    does = "The note has these words, links and tags."
    undone_by = "`undone`; a later `edited`"
    refused_for = ("no_note", "empty_note", "unchanged_note")
    note: Annotated[int, "seq of the note"]
    text: Annotated[str, "the words exactly as written"]
    about: Annotated[tuple[str, ...], "ids of the questions it is about now"] = ()
    tags: Annotated[tuple[str, ...], "its tags now"] = ()


class Filled(Event, kw_only=True):
    """A bookmark got its words; it stays a bookmark and counts as a note."""

    type: ClassVar[str] = "filled"
    does = "The bookmark has these words, links and tags, and counts."
    undone_by = "`undone`; a later `edited`"
    refused_for = ("no_note", "empty_note", "unchanged_note")
    note: Annotated[int, "seq of the bookmark"]
    text: Annotated[str, "the words exactly as written"]
    about: Annotated[tuple[str, ...], "ids of the questions it is about now"] = ()
    tags: Annotated[tuple[str, ...], "its tags now"] = ()


class Retimed(Event, kw_only=True):
    """A note, or a bookmark, was moved to another moment; the one before stays in the log."""

    type: ClassVar[str] = "retimed"
    does = (
        "The note stands at this moment, about the question in hand then, and still about those that its words link "
        "or that were accepted."
    )
    undone_by = "`undone`; a later `retimed`"
    refused_for = ("no_note", "unchanged_time", "not_yet")
    note: Annotated[int, "seq of the note"]
    at: Annotated[float, "the moment that it is about now, in seconds, as `t` counts"]
    about: Annotated[
        tuple[str, ...], "ids of the questions it is about now, where another one was in hand then; else left out"
    ] = ()


class Linked(Event, kw_only=True):
    """A note was said to be about one more question, as the program had offered."""

    type: ClassVar[str] = "linked"
    does = "The note is about this question too."
    undone_by = "`undone`; an `edited` or `filled` that names others"
    refused_for = ("no_note", "unknown_question", "already_linked")
    note: Annotated[int, "seq of the note"]
    question: Annotated[str, "id of the question"]


class Tagged(Event, kw_only=True):
    """A note got a tag without a change of its words."""

    type: ClassVar[str] = "tagged"
    does = "The note has this tag too."
    undone_by = "`undone`; an `edited` or `filled` that names others"
    refused_for = ("no_note", "no_tag", "already_tagged")
    note: Annotated[int, "seq of the note"]
    tag: Annotated[str, "the tag as typed, without the #"]


class Cleared(Event, kw_only=True):
    """It was answered whether notes from when nothing was recorded any more, or off the record, may be used."""

    type: ClassVar[str] = "cleared"
    does = "The notes' words may leave the program, or may not."
    undone_by = "`undone`; a later `cleared`"
    refused_for = ("nothing_to_clear",)
    notes: Annotated[tuple[int, ...], "seqs of the notes"]
    usable: Annotated[bool, "whether they may be used; until it is answered they stand in no export"]


class Raised(Event, kw_only=True):
    """A note already taken was marked as a follow-up; it keeps its kind."""

    type: ClassVar[str] = "raised"
    does = "The note is a follow-up too, and open."
    undone_by = "`undone`"
    refused_for = ("no_note", "already_follow_up")
    note: Annotated[int, "seq of the note"]
    follow_up: Annotated[int, "the follow-up's number: counted as raised, never given twice"]


class Returned(Event, kw_only=True):
    """A follow-up was returned to."""

    type: ClassVar[str] = "returned"
    does = "The follow-up's fate is `returned`."
    undone_by = "`undone`"
    refused_for = ("unknown_follow_up", "follow_up_closed")
    follow_up: Annotated[int, "the follow-up's number"]


class Met(Event, kw_only=True):
    """A follow-up was answered meanwhile, without being asked."""

    type: ClassVar[str] = "met"
    does = "The follow-up's fate is `met`."
    undone_by = "`undone`"
    refused_for = ("unknown_follow_up", "follow_up_closed")
    follow_up: Annotated[int, "the follow-up's number"]


class Dropped(Event, kw_only=True):
    """A follow-up was let go."""

    type: ClassVar[str] = "dropped"
    does = "The follow-up's fate is `dropped`."
    undone_by = "`undone`"
    refused_for = ("unknown_follow_up", "follow_up_closed")
    follow_up: Annotated[int, "the follow-up's number"]
    reason: Annotated[str, "as written; may be left out"] = ""


class Ticked(Event, kw_only=True):
    """A point of a card was ticked, or its tick changed; the last one in force counts."""

    type: ClassVar[str] = "ticked"
    does = (
        "The point has this mark; a condition that is ticked brings up the probes it is for; a `not_needed` of an "
        "opening's point with a `gate` is no tick."
    )
    undone_by = "`undone`; a later `ticked` of the same point"
    refused_for = ("unknown_point",)
    card: Annotated[CardName, "opening, probes or after"]
    point: Annotated[str, "id of the point; a probe's place among its question's probes, from 1; `if 2`: its condition"]
    question: Annotated[str | None, "the probes' question; none for the other cards"] = None
    mark: Annotated[
        TickMark,
        "done; not_needed, which at a point that gates something is read as no tick; or open (the tick taken away)",
    ] = "done"


class Sided(Event, kw_only=True):
    """The informant gave an experience or example on one side of a question that asks for both; counted, not judged."""

    type: ClassVar[str] = "sided"
    does = "One more experience on that side, and one more example."
    undone_by = "`undone`"
    refused_for = ("nothing_in_hand", "unknown_question", "not_two_sided")
    question: Annotated[str, "id of the question"]
    side: Annotated[Side, "positive or negative"]


class Explained(Event, kw_only=True):
    """A concept's agreed clarification was given."""

    type: ClassVar[str] = "explained"
    does = "Tells that, and after which question, the concept was explained; no state changes."
    undone_by = "`undone`"
    refused_for = ("unknown_concept",)
    concept: Annotated[str, "the concept's name in the guide"]
    level: Annotated[Level, "the form that was shown: short, say or full"]
    after: Annotated[str | None, "the question in hand, none before the first"] = None


class Stopped(Event, kw_only=True):
    """The informant wished to stop; nothing more is asked, and what is left is no gap of the interviewer's."""

    type: ClassVar[str] = "stopped"
    does = "The closing questions are left out and the debriefing comes next; no state changes."
    undone_by = "`undone`"
    refused_for = ("already_ended", "already_stopped")


class Paused(Event, kw_only=True):
    """The interview was paused; the time until `continued` counts in no duration."""

    type: ClassVar[str] = "paused"
    does = "From here time counts in no duration."
    undone_by = "`undone`; `continued` ends it"
    refused_for = ("pause_afterwards",)


class Continued(Event, kw_only=True):
    """The pause was over."""

    type: ClassVar[str] = "continued"
    does = "From here time counts again."
    undone_by = "`undone`"
    refused_for = ("pause_afterwards",)


class Corrected(Event, kw_only=True):
    """The informant had a note corrected after reading it; the words before are shown and exported no more."""

    type: ClassVar[str] = "corrected"
    does = (
        "The note has these words, links and tags; what it said before it stands in the log alone, and is neither "
        "shown nor exported, nor where the interview is played again."
    )
    undone_by = "`undone`; a later `corrected` or `edited`"
    refused_for = ("no_such_note", "empty_note", "unchanged_note")
    note: Annotated[int, "seq of the note"]
    text: Annotated[str, "the words as the informant wants them, exactly as written"]
    about: Annotated[tuple[str, ...], "ids of the questions it is about now"] = ()
    tags: Annotated[tuple[str, ...], "its tags now"] = ()
    bracketed: Annotated[
        bool, "true where the informant wished nothing, but what may tell who somebody is was replaced, as by `[town]`"
    ] = False


class WordsCorrected(Event, kw_only=True):
    """The informant had other words corrected than a note's: a reason, or what was said or proposed in a pilot."""

    type: ClassVar[str] = "words_corrected"
    does = (
        "That act has these words, a reason none where they are empty; what it said before is neither shown nor "
        "exported."
    )
    undone_by = "`undone`; a later `words_corrected`"
    refused_for = ("no_such_note", "empty_note", "unchanged_note")
    act: Annotated[int, "seq of the act: `skipped`, `declined`, `dropped`, `commented`, `proposed` or `said`"]
    text: Annotated[str, "the words as the informant wants them, exactly as written"] = ""
    bracketed: Annotated[
        bool, "true where the informant wished nothing, but what may tell who somebody is was replaced, as by `[town]`"
    ] = False


class LeftOut(Event, kw_only=True):
    """The informant had words left out: they were taken out of the log, and their place is empty."""

    type: ClassVar[str] = "left_out"
    does = "The note, or the act's words, are an empty place; a copy of the log that still has them gives none back."
    undone_by = "nothing: the words are gone"
    refused_for = ("no_such_note", "left_out_already")
    note: Annotated[int | None, "seq of the note; left out where an act had the words"] = None
    act: Annotated[int | None, "seq of the act that had the words, as in `words_corrected`"] = None


class Heard(Event, kw_only=True):
    """Somebody said of a turn of the transcript which questions it asks, or that it asks none; the last one counts."""

    type: ClassVar[str] = "heard"
    does = (
        "Without a judgement the questions' state is `asked`, though that was marked nowhere; none is put in hand, and "
        "no time of the interview's comes of it."
    )
    undone_by = "`undone`; a later `heard` of the same turn"
    refused_for = ("unknown_question", "no_such_turn")
    turn: Annotated[int, "the turn, from 0: its line in the transcript that is kept under the interview's name"]
    questions: Annotated[tuple[str, ...], "ids of the questions; left out where the turn asks none of the guide's"] = ()
    at: Annotated[float | None, "seconds into the recording, where the transcript has them"] = None
    score: Annotated[float | None, "how sure the program was, 0 to 1, where it had proposed this; else left out"] = None


class Draft(Event, kw_only=True):
    """What stood on the input line when the program was told to end; taking the interview up again puts it back."""

    type: ClassVar[str] = "draft"
    does = "Puts the line back where the interview is taken up; nothing else."
    undone_by = "any event after it but `resumed` and `reopened`"
    refused_for = ()
    text: Annotated[str, "the line exactly as it stood; `t` is its first key press"]
    literal: Annotated[bool, "whether its first character was meant as a plain one"] = False
    note: Annotated[int | None, "seq of the note that it was to become the words of"] = None


class Undone(Event, kw_only=True):
    """An earlier act was taken out of force; the act itself stays in the log."""

    type: ClassVar[str] = "undone"
    does = "The act counts in nothing any more. By the program the last act in force, or a correction."
    undone_by = "nothing: an undo is not undone"
    refused_for = ("nothing_to_undo", "not_corrected", "words_before_gone")
    act: Annotated[int, "seq of the act"]


class Merged(Event, kw_only=True):
    """What only a copy of this log had was taken over, each of its records once; `t` is that record's.

    Where the copy's first record taken over has a `seq` as high as its place here, the copy had merely gone on: all
    counts as in the copy. Else both had gone on: acts count at their moments, and pauses, sittings and the end stay
    those of this log.
    """

    type: ClassVar[str] = "merged"
    does = (
        "The record counts as if it stood in this log, its references resolved; one that is here already counts once."
    )
    undone_by = "`undone`, where the record is an act"
    refused_for = ()
    file: Annotated[str, "name of the copy; numbers of notes, acts and follow-ups in `event` are those of that file"]
    event: Annotated[Mapping[str, Any], "the record as it stands in the copy"]
    torn: Annotated[str, "bytes of an unfinished last line, moved here, base64, when there were any"] = ""


class Combined(Event, kw_only=True):
    """One of the logs that this one was combined of; `t` is where it began, `by` whose it is."""

    type: ClassVar[str] = "combined"
    does = (
        "The log of that name counts no more, as long as it began at that `wall` and with that `nonce`: all of it is "
        "here, each act with its hand."
    )
    undone_by = "nothing; where this log is taken away, the one it names counts again"
    refused_for = ()
    log: Annotated[str, "its name, such as I3-2"]
    records: Annotated[int, "how many records it had: what it has more than these is not here"]
    how: Annotated[
        OffsetSource,
        "how it was known where it lies: main (it gave the axis), said, recorder (both had marked its start), wall "
        "(the computers' clocks), asked (questions that both had marked)",
    ]
    wall: Annotated[str, "the wall clock at its beginning, as far as it told that"] = ""
    nonce: Annotated[str, "its nonce, in an anonymous study"] = ""


class Seconded(Event, kw_only=True):
    """Another hand marked the same: that counts once, and both are told."""

    type: ClassVar[str] = "seconded"
    does = "Tells that this hand has the act too; no state changes."
    undone_by = "nothing; where the act is undone it tells of nothing"
    refused_for = ()
    act: Annotated[int, "seq of the act that counts"]


class Aside(Event, kw_only=True):
    """A record of one hand's own log that is told by another one: its sittings, pauses, recorder or end."""

    type: ClassVar[str] = "aside"
    does = "No duration comes of it; whether a note of that hand may be used is asked by its own recorder's marks too."
    undone_by = "nothing"
    refused_for = ()
    event: Annotated[Mapping[str, Any], "the record as it stands in that log"]


EVENT_TYPES: Mapping[str, type[Event]] = {
    event.type: event
    for event in (
        Started,
        Resumed,
        Reopened,
        Stopped,
        Ended,
        Asked,
        Covered,
        Skipped,
        Declined,
        Unmarked,
        Noted,
        Edited,
        Filled,
        Retimed,
        Linked,
        Tagged,
        Cleared,
        Raised,
        Returned,
        Met,
        Dropped,
        Ticked,
        Sided,
        Explained,
        RecordingStarted,
        RecordingStopped,
        RecordingDeclined,
        RecordingShifted,
        Withheld,
        Released,
        Paused,
        Continued,
        Judged,
        Proposed,
        Commented,
        WentThrough,
        Said,
        Corrected,
        WordsCorrected,
        LeftOut,
        Heard,
        Draft,
        Undone,
        Merged,
        Combined,
        Seconded,
        Aside,
        Handled,
        LoadRated,
    )
}
"""Every type of event by the name that stands in the log."""

NO_ACTS = (
    Started,
    Resumed,
    Reopened,
    Draft,
    WentThrough,
    LeftOut,
    Undone,
    Merged,
    Combined,
    Seconded,
    Aside,
    Handled,
    LoadRated,
)
"""Events that are no act of the interviewer's, and so cannot be undone."""


class Refusal(Value):
    """Why a command changes nothing; ``code`` is spoken by ``tui``, ``facts`` fill its sentence."""

    code: str
    facts: Mapping[str, str] = NOTHING


def ids_named(events: Iterable[Event]) -> list[str]:
    """The ids of questions that acts are about, each as often as it is named."""
    found: list[str] = []
    for event in events:
        kind: Any = type(event)
        for name in _naming(kind):
            named = getattr(event, name)
            if type(named) is tuple:
                found += named
            elif named:
                found.append(named)
    return found


@cache
def _naming(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a type of event that hold ids of questions."""
    return tuple(name for name in ("question", "questions", "about") if name in kind.field_names())
