"""The interview in the field's own measures, as facts."""

from collections.abc import Sequence

from interviews.core.handling import middle
from interviews.study.interview_summary import InterviewSummary
from tui.documents.matrix_rows import total_of
from tui.documents.model import Facts, Paragraph, Section
from tui.time_format import format_time
from tui.translator import Translator


def measures_section(one: InterviewSummary, _: Translator) -> Section:
    """Coverage, topics, questions, turns, answers and share of talk; who measured it stands beside each."""
    found, spoken = one.reviewed.debrief, one.spoken
    covered, _slash, of = total_of(one.reviewed).partition("/")
    signs = found.signs
    leading = [] if signs is None else [_observed(str(signs["leading"]), _)]
    unclear = [] if signs is None else [_observed(str(signs["double"]), _)]
    turns, answers, share = list[str](), list[str](), list[str]()
    if found.answers is not None:
        turns.append(_observed(_turns(found.interviewer_turns or 0, len(found.answers), _), _))
        if found.answers:
            longest = format_time(found.answers[-1])
            told = _("{middle} (median), {most} the longest", middle=_time(found.answers), most=longest)
            answers.append(_observed(told, _))
    if found.talk is not None:
        told = _("the informant {share} % of the time", share=found.talk.informant_share)
        share.append(_observed(told, _))
    if spoken is not None:
        leading.append(_transcribed(_("{count} of {of}", count=spoken.leading, of=spoken.asked), _))
        unclear.append(_transcribed(_("{count} of {of}", count=spoken.unclear, of=spoken.asked), _))
        turns.append(_transcribed(_turns(spoken.interviewer_turns, len(spoken.answers), _), _))
        words = {"middle": _.decimal(f"{middle(spoken.answers):g}"), "most": spoken.answers[-1]}
        answers.append(_transcribed(_("{middle} words (median), {most} the longest", **words), _))
        share.append(_transcribed(_("the informant {share} % of the words", share=spoken.informant_share), _))
    facts = (
        (_("Required questions covered"), _("{covered} of {of}", covered=covered, of=of)),
        (_("Topics outside the guide"), str(one.topics)),
        (_("Leading questions"), _known(leading, _)),
        (_("Two questions at once"), _known(unclear, _)),
        (_("Turns"), _known(turns, _)),
        (_("Length of answers"), _known(answers, _)),
        (_("Share of the talk"), _known(share, _)),
    )
    aside = _(
        "Facts, and no figure of them is the right one. What neither an observer nor a transcript has is not known."
    )
    rules = _("In a transcript leading and double questions are found by the rules of check, which err now and then.")
    paragraphs = [Paragraph(aside, "aside"), *([Paragraph(rules, "aside")] if spoken is not None else [])]
    return Section(_("In the field's measures"), (Facts(facts), *paragraphs), f"measures-{one.name}")


def _observed(told: str, _: Translator) -> str:
    return _("{told} (observer)", told=told)


def _transcribed(told: str, _: Translator) -> str:
    return _("{told} (transcript)", told=told)


def _known(told: Sequence[str], _: Translator) -> str:
    return " · ".join(told) or _("not known")


def _turns(interviewer: int, informant: int, _: Translator) -> str:
    return _("interviewer {mine}, informant {theirs}", mine=interviewer, theirs=informant)


def _time(seconds: Sequence[float]) -> str:
    return format_time(middle(seconds))
