"""Feedback on practice, told as facts, without a grade."""

from collections.abc import Iterator, Sequence

from guide.advice.error_rates import ERROR_RATES
from guide.frozen import Value
from interviews.core.events import Asked
from interviews.core.state import Interview
from interviews.observing import MOVES
from interviews.practice.error_rates import TYPES_RIGHT
from interviews.practice.feedback import Care, ConceptTiming, Feedback, OpeningFate, UtteranceFeedback, feed_back
from interviews.practice.informant import Debrief, Informant, debrief
from interviews.practice.utterances import FAULTS
from tui.documents.model import Block, Bullets, Cell, Facts, ListItem, Paragraph, Row, Section, Span, table_of
from tui.sentences.code_names import OBSERVER_TITLES
from tui.time_format import format_time
from tui.translator import N_, Translator

RULE_WORDS = {
    "dots": N_("you kept silent"),
    "nod": N_("a nod, which lets the informant go on"),
    "topic": N_("leads from one thing to the next"),
    "care": N_("looks after the informant, or the course of the talk"),
    "summary": N_("a summary, for the informant to correct"),
    "meaning": N_("says what you understood, for the informant to correct"),
    "mention": N_("names what the informant said"),
    "echo": N_("says a word of the informant's again"),
    "more": N_("asks for more without saying of what"),
    "others": N_("asks how others see it"),
    "concrete": N_("asks what happened, when, who, or for an example"),
    "tell": N_("invites to tell"),
    "question": N_("brings its own topic"),
    "clarifying": N_("says what a concept means"),
    "words": N_("no question"),
}
"""What told an utterance's type."""

FAULT_NAMES = {
    "double-barrelled": N_("two things at once"),
    "stacked": N_("several in one breath"),
    "closed": N_("closed"),
    "leading": N_("leading"),
    "why": N_("why"),
    "jargon": N_("a term of your own"),
    "assessing": N_("assessing the answer"),
    "counselling": N_("giving advice"),
}

FAULT_WORDS = {
    "double-barrelled": N_(
        "“{evidence}” asks about two things at once, and often only one of them is answered. Ask about the one, wait, then the other: “What was it like at first?” … “And later on?” (IASA, Ten interviewing sins)"
    ),
    "stacked": N_(
        "Several questions came in one breath (“{evidence}”), and the informant has to choose. Ask one, then keep silent: “What did you do then?” (Interviewer training intensive tool: one at a time)"
    ),
    "closed": N_(
        "“{evidence} …” can be answered with yes or no. Ask for the telling: “How do you usually go about it?”, “What happened then?” (IASA, Ten interviewing sins)"
    ),
    "leading": N_(
        "“{evidence}” shows which answer is expected. Ask without the answer in it: “What was that like for you?” (qualitativemind.com, a secondary source)"
    ),
    "why": N_(
        "“{evidence}” asks for reasons, and can be heard as a reproach. Ask what led there: “How did it come about that you did it like that?” (Roller 2017; a convention on which sources disagree)"
    ),
    "jargon": N_(
        "“{evidence}” is a term that the informant may not share. Ask in the informant's own words, or ask first: “What comes to mind when I say {evidence}?” (Patton 2015)"
    ),
    "assessing": N_(
        "“{evidence}” assesses the answer, and the informant may go on so as to please. Show that you listen instead: “Mm”, or “What happened then?” (Roulston and others 2003)"
    ),
    "counselling": N_(
        "“{evidence}” gives advice, and you are there to learn. Ask what the informant does: “What have you tried yourself?” (Interviewer training intensive tool: no counselling)"
    ),
}
"""What was found in the wording, its source, and a sentence that shows another way."""

_FATES = {
    "followed": N_("followed at {then}"),
    "noted": N_("written down at {then}, not asked about"),
    "missed": N_("not followed"),
}

_TIMINGS = {
    "planned": N_("clarified at {clarified}, before the first question, as the guide's opening has it"),
    "early": N_(
        "clarified at {clarified}, before the informant had spoken of it: the answers may have become narrower"
    ),
    "in_time": N_("clarified at {clarified}, after the informant had spoken of it"),
    "late": N_("clarified at {clarified}, though it was confused from {mixed} on: one question at least came between"),
    "missed": N_("confused at {mixed}, and never clarified"),
}


class Go(Value):
    """One practice interview by its code, with all that is told of it."""

    code: str
    feedback: Feedback
    debrief: Debrief
    asked: int
    trains: str = ""
    watch: tuple[str, ...] = ()
    title: str = ""

    @classmethod
    def of(cls, code: str, informant: Informant, interview: Interview, pace: float) -> "Go":
        """What a practice interview with this informant showed."""
        asked = sum(1 for act in interview.events() if isinstance(act, Asked))
        found = feed_back(informant, interview, pace)
        told = debrief(informant, interview, pace)
        return cls(code, found, told, asked, informant.trains, informant.watch, informant.title)


def feedback_blocks(go: Go, debrief_lines: Sequence[str], _: Translator, before: Go | None = None) -> tuple[Block, ...]:
    """One practice interview; a second go stands beside the one ``before``."""
    blocks: list[Block] = [Paragraph(_("Facts to talk about: no grade, and nothing of it counts."))]
    if go.title:
        blocks.append(Paragraph(_("The informant: {title}", title=go.title)))
    if before is None:
        blocks.append(Section(_("In short"), (Facts(tuple(_rows(go, _))),)))
    else:
        blocks.append(_side_by_side(before, go, _))
    blocks += [
        Section(_said_title(one, before, _), tuple(_said(one, _)))
        for one in (before, go)
        if one is not None and (before is None or one.feedback.told)
    ]
    blocks.append(Section(_("Besides"), (Bullets(tuple(debrief_lines)),)))
    if go.trains or go.watch:
        about: list[Block] = [Paragraph(go.trains)] if go.trains else []
        about += [Bullets(go.watch)] if go.watch else []
        blocks.append(Section(_("What can be learnt from this informant"), tuple(about)))
    blocks.append(Section(_("How sure this is"), tuple(_how_sure((before, go), _))))
    return tuple(blocks)


def _said_title(go: Go, before: Go | None, _: Translator) -> str:
    return _("What you said") if before is None else _("What you said in {code}", code=go.code)


def _rows(go: Go, _: Translator) -> Iterator[tuple[str, str]]:
    """Names and what they come to: what was done, then openings, concepts, and what this informant needed."""
    found = go.feedback
    yield _("asked from the guide"), f"{go.asked}"
    yield (
        _("said besides"),
        _counted({kind: _(OBSERVER_TITLES[kind]) for kind in MOVES}, found.kinds, _, len(found.told)),
    )
    opened = [one.utterance.is_open for one in found.told]
    if any(one is not None for one in opened):
        yield (
            _("open and closed"),
            _("open {open}, closed {closed}", open=opened.count(True), closed=opened.count(False)),
        )
    yield _("in the wording"), _counted({rule: _(FAULT_NAMES[rule]) for rule in FAULTS}, found.faults, _, 0)
    yield _("silences of 3 s or more"), _silences(found, _)
    yield (
        _("broke into an answer"),
        "; ".join(
            _("{t}: after {words} of {of} words", t=format_time(one.t), words=one.words, of=one.of)
            for one in found.interruptions
        )
        or _("never"),
    )
    yield from ((_("opening “{words}”", words=one.words), _fate(one, _)) for one in found.openings)
    yield from ((_("concept {concept}", concept=one.concept), _timing(one, _)) for one in found.concepts)
    yield from ((one.what, _care(one, _)) for one in found.care)
    for named in found.named:
        yield named.name, _("stands in what you wrote at {t}: write the role instead", t=format_time(named.t))


def _counted(names: dict[str, str], counts: "dict[str, int]", _: Translator, all_told: int) -> str:
    told = [f"{names[code]} {counts[code]}" for code in names if counts.get(code)]
    if counts.get("remark"):
        told.append(_("remarks {count}", count=counts["remark"]))
    if not told:
        return _("nothing") if not all_told else f"{all_told}"
    return ", ".join(told)


def _silences(found: Feedback, _: Translator) -> str:
    if not found.paced:
        return _("cannot be told: the informant said all at once (--pace 0)")
    if not found.silences:
        return _("none")
    longest = max(one.seconds for one in found.silences)
    broken = [one for one in found.silences if one.spoke == "informant"]
    told = _("{count}, the longest {seconds} s", count=len(found.silences), seconds=f"{longest:.0f}")
    if broken:
        at = ", ".join(format_time(one.t + one.seconds) for one in broken)
        told = _("{told}; the informant went on at {t}", told=told, t=at)
    return told


def _fate(one: OpeningFate, _: Translator) -> str:
    then = "" if one.then is None else format_time(one.then)
    return _("{what} (said at {t})", what=_(_FATES[one.fate], then=then), t=format_time(one.t))


def _timing(one: ConceptTiming, _: Translator) -> str:
    at = ["" if moment is None else format_time(moment) for moment in (one.clarified, one.mixed)]
    return _(_TIMINGS[one.timing], clarified=at[0], mixed=at[1])


def _care(one: Care, _: Translator) -> str:
    return _("was not said") if one.t is None else _("said at {t}", t=format_time(one.t))


def _side_by_side(first: Go, second: Go, _: Translator) -> Section:
    """The rows of two goes beside each other, in the order of whoever has them."""
    told = [dict(_rows(go, _)) for go in (first, second)]
    names = list(dict.fromkeys([*told[0], *told[1]]))
    rows = tuple(Row(name, tuple(Cell(one.get(name, _("did not come up"))) for one in told)) for name in names)
    table = table_of("goes", _("what"), (first.code, second.code), rows)
    return Section(_("The first go and the second"), (table,))


def _said(go: Go, _: Translator) -> Iterator[Block]:
    if not go.feedback.told:
        yield Paragraph(
            _(
                "Nothing was typed after a colon. A line such as “: tell me more about that” is what you say to the informant."
            )
        )
        return
    yield Bullets(tuple(ListItem(_headline(one, _), tuple(_below(one, _))) for one in go.feedback.told), bulleted=False)


def _headline(one: UtteranceFeedback, _: Translator) -> tuple[Span, ...]:
    where = (Span(one.question, "ours"),) if one.question is not None else ()
    return (Span(format_time(one.t), "ours"), *where, Span(_("“{said}”", said=one.text)))


def _below(one: UtteranceFeedback, _: Translator) -> Iterator[tuple[Span, ...]]:
    """The type and what told it, then each thing in the wording."""
    what = one.utterance
    kind = _(OBSERVER_TITLES[what.kind]) if what.kind in MOVES else _("remark")
    told = _("{kind}: {why}", kind=kind, why=_(RULE_WORDS[what.rule]))
    if what.is_open is not None:
        told = _(N_("{told}; open") if what.is_open else N_("{told}; closed"), told=told)
    yield (Span(told, "ours"),)
    if one.opening:
        yield (Span(_("follows the opening “{words}”", words=one.opening), "ours"),)
    for fault in what.faults:
        yield (Span(_(FAULT_WORDS[fault.rule], evidence=fault.evidence), "ours"),)


def _how_sure(goes: Sequence[Go | None], _: Translator) -> Iterator[Block]:
    """How often the rules that were used err, as it was counted."""
    right, of = TYPES_RIGHT
    told = [
        _(
            "Types are told by words alone. Of {of} utterances written for a test {right} were told rightly.",
            of=of,
            right=right,
        )
    ]
    used = {rule for go in goes if go is not None for rule in go.feedback.faults}
    for rule in FAULTS:
        if rule in used and rule in ERROR_RATES:
            hit, faulty, false, sound = ERROR_RATES[rule]
            told.append(
                _(
                    "{rule}: finds {hit} of {faulty} such wordings, and is wrong about {false} of {sound} sound ones.",
                    rule=_(FAULT_NAMES[rule]),
                    hit=hit,
                    faulty=faulty,
                    false=false,
                    sound=sound,
                )
            )
        elif rule in used:
            told.append(_("{rule}: how often this rule errs was not counted.", rule=_(FAULT_NAMES[rule])))
    told.append(
        _(
            "Sources: the types of questions Kvale 1996, ch. 7, and Brinkmann and Kvale 2015, ch. 7; three seconds Rowe 1986, in classrooms; what stands in brackets, as said there."
        )
    )
    yield Bullets(tuple(told))
