"""A pilot of the program itself: keys, seconds, load."""

from interviews.core.handling import Handling, middle, numbers_of, raw_load
from interviews.study.review import InterviewReview
from tui.documents.model import Block, Facts, Paragraph, Section
from tui.translator import N_, Translator

LOAD_NAMES = {
    "mental": N_("mental demand"),
    "physical": N_("physical demand"),
    "temporal": N_("time pressure"),
    "performance": N_("how it went (0 is perfect)"),
    "effort": N_("effort"),
    "frustration": N_("frustration"),
}
"""The scales of NASA-TLX."""


def handling_section(one: InterviewReview, _: Translator) -> Section | None:
    """What it took to hold the pilot with the program; None where nothing of it is known."""
    if one.handling is None and one.load is None:
        return None
    blocks: list[Block] = []
    if one.handling is not None:
        blocks += [
            Facts(tuple(_facts(one.handling, one.during_answers, _))),
            Paragraph(
                _(
                    "Keys are counted, and not which. The screen counts as used while a line is typed and at the moment of a key; when somebody only looked, nobody knows."
                ),
                "aside",
            ),
        ]
    if one.load is not None:
        rated = zip(LOAD_NAMES.values(), numbers_of(one.load), strict=True)
        told = " · ".join(f"{_(name)} {number}" for name, number in rated)
        mean = _("{mean} of 100, the mean of the six", mean=_.decimal(f"{raw_load(one.load):g}"))
        blocks += [
            Facts(((_("NASA-TLX"), told), (_("Load"), mean))),
            Paragraph(_("Each from 0, low, to 20 (Hart & Staveland 1988). There is no figure that is right."), "aside"),
        ]
    return Section(_("The program in the pilot"), tuple(blocks), f"handling-{one.name}")


def _facts(found: Handling, during: int | None, _: Translator) -> list[tuple[str, str]]:
    acts = len(found.acts)
    keys = _("{keys} for {acts} acts; {rest} of these keys became nothing", keys=found.keys, acts=acts, rest=found.rest)
    facts = [(_("Keys"), keys)]
    for name, words in ((_("Keys for a mark"), False), (_("Keys for a note"), True)):
        counts = found.keys_of(words=words)
        if counts:
            facts.append((name, _middle_of(counts, N_("{middle} (median), {most} at most ({count})"), _)))
    if found.seconds:
        key = N_("{middle} s (median), {most} s at most ({count} lines)")
        facts.append((_("From first key to Enter"), _middle_of(found.seconds, key, _)))
    spoken = (
        _("not known: nobody ticked who spoke")
        if during is None
        else _("{during} of {acts} acts", during=during, acts=acts)
    )
    facts.append((_("While the informant spoke"), spoken))
    return facts


def _middle_of(numbers: tuple[float, ...], key: str, _: Translator) -> str:
    told = {"middle": f"{middle(numbers):g}", "most": f"{round(numbers[-1], 1):g}"}
    return _(key, **{name: _.decimal(number) for name, number in told.items()}, count=len(numbers))
