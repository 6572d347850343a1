"""Names of codes: kinds, states and reasons."""

from tui import signs
from tui.sentences import N_, NP_

PLACE_NAMES = {
    "before": N_("before {other}"),
    "after": N_("after {other}"),
    "with": N_("with {other}"),
}


USE_NAMES = {
    "unanswered": N_("may this be used?"),
    "usable": N_("may be used"),
    "unusable": N_("not to be used"),
}


FATE_NAMES = {
    "open": N_("open"),
    "returned": N_("returned to"),
    "met": N_("answered meanwhile"),
    "dropped": N_("let go"),
}


MARK_NAMES = {
    "note": N_("note"),
    "quote": N_("quotation"),
    "follow_up": N_("follow-up"),
    "bookmark": N_("bookmark"),
    "reflexive": N_("reflexive note"),
    "topic": NP_("report", "topic"),
    "empty_bookmark": N_("bookmark without words"),
    "covered": N_("covered"),
    "skipped": N_("skipped"),
    "declined": N_("declined"),
    "positive": N_("positive experience"),
    "negative": N_("negative experience"),
    "explained": N_("clarification"),
}


SIGN_NAMES = {
    signs.BOOKMARK: N_("bookmark without words"),
    signs.TOPIC: NP_("report", "topic"),
    signs.FOLLOW_UP: N_("follow-up"),
}


STATE_NAMES = {
    "untouched": N_("untouched"),
    "touched": N_("touched"),
    "asked": N_("asked"),
    "skipped": N_("skipped"),
    "declined": N_("declined"),
    "covered": N_("covered"),
    "unasked": N_("covered unasked"),
    "absent": N_("not in that revision of the guide"),
}


TARGET_STATES = {
    "open": N_("open, {covered} of {of} covered"),
    "covered": N_("covered {covered} of {of}"),
    "closed": N_("closed, {covered} of {of} covered"),
}


PILOT_KIND_NAMES = {
    "self": N_("self-interview"),
    "desk": N_("desk review"),
    "peer": N_("with a peer"),
    "field": N_("field test"),
}


PILOT_NAMES = {
    "": NP_("kind of pilot", "pilot"),
    "self": N_("pilot: self"),
    "desk": N_("pilot: desk review"),
    "peer": N_("pilot: peer"),
    "field": N_("pilot: field"),
}


DEPTH_NAMES = {
    1: N_("mentioned"),
    2: N_("described"),
    3: N_("with an example"),
}


REASON_NAMES = {
    "comprehension": N_("comprehension"),
    "recall": N_("recall"),
    "judgement": N_("judgement"),
    "response": N_("response"),
    "sensitive": N_("sensitive topic"),
    "long": N_("too long"),
    "overlap": N_("overlaps"),
}


PROMPT_NAMES = {
    "think_aloud": N_("What did you think I was asking?"),
    "paraphrase": N_("Say it in your own words."),
    "confidence": N_("How sure are you?"),
}


VERDICT_NAMES = {
    "keep": N_("keep"),
    "reword": N_("reword"),
    "earlier": N_("earlier"),
    "later": N_("later"),
    "split": N_("split"),
    "merge": N_("merge"),
    "add_probe": N_("new probe"),
    "drop": N_("drop"),
}


SIDE_NAMES = {
    "positive": N_("positive"),
    "negative": N_("negative"),
}


LIMIT_NAMES = {
    "recording": N_("recording"),
    "transcripts": N_("transcripts"),
    "key": N_("key"),
    "end": N_("end"),
}


RULE_NAMES = {
    "double-barrelled": N_("double-barrelled"),
    "stacked": N_("stacked"),
    "closed": N_("closed"),
    "leading": NP_("advice", "leading"),
    "degree": N_("question of degree"),
    "why": N_("why"),
    "jargon": N_("jargon"),
    "leans": N_("leans on earlier talk"),
    "long": N_("long"),
    "two-sided": N_("two-sided"),
    "no-example": N_("asks for no example"),
    "missing-role": N_("lacks warm-up, transition or closing"),
    "abstract-first": N_("abstract before concrete"),
}

MODE_NAMES = {"pilot": N_("pilot"), "practice": N_("practice")}


OBSERVER_TITLES = {
    "interviewer": N_("interviewer"),
    "nobody": N_("silence"),
    "informant": N_("informant"),
    "introducing": N_("introducing"),
    "follow_up": NP_("question", "follow-up"),
    "probing": N_("probing"),
    "specifying": N_("specifying"),
    "direct": N_("direct"),
    "indirect": N_("indirect"),
    "structuring": N_("structuring"),
    "silence": N_("chosen silence"),
    "interpreting": N_("interpreting"),
    "assessed": N_("assessed the answer"),
    "counselled": N_("counselled"),
    "missed": N_("opening not followed"),
    "double": N_("two questions at once"),
    "leading": N_("leading"),
    "steered": N_("steered a lot"),
    "narrowed": N_("clarifying narrowed"),
    "abrupt": N_("abrupt change"),
    "drifted": N_("drifted"),
    "remark": N_("note"),
    "undo": N_("undo"),
    "help": N_("help"),
    "palette": N_("acts"),
    "curtain": N_("hide"),
    "quit": N_("leave"),
}


IN_PART_SAID = N_("Not everything is translated into this language yet: the rest is said in English.")
"""Said where a language of ``IN_PART`` is chosen."""
