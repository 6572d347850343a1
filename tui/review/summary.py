"""A study at a glance: its guide, its interviews with their coverage, what is still open."""

from interviews.evidence import thin
from interviews.review import Review, Reviewed
from tui.review.cells import length
from tui.review.question_facts import number_of_revision
from tui.words import Words

_MOST = 9
_MOST_THIN = 8


def summary_lines(result: Review, words: Words) -> list[str]:
    """The guide, a line for each of the latest interviews, and what to look after next."""
    guide = result.guide
    pilots = sum(1 for one in result.apart if one.mode == "pilot")
    lines = [
        words("study_guide", questions=len(guide.questions), research_questions=len(guide.research_questions)),
        words("home_summary", interviews=len(result.counted), pilots=pilots),
    ]
    if result.interviews:
        lines.append("")
    if len(result.interviews) > _MOST:
        lines.append(words("study_earlier", count=len(result.interviews) - _MOST))
    differ = len({one.revision for one in result.interviews}) > 1
    lines += [_line(one, words, revision=differ) for one in result.interviews[-_MOST:]]
    return [*lines, *_next(result, words)]


def _line(one: Reviewed, words: Words, *, revision: bool) -> str:
    """Code, date, length, what each research question or part stands at, open follow-ups, and perhaps the revision."""
    targets = [
        f"{target.id} {one.coverage.targets[target.id].covered}/{one.coverage.targets[target.id].of}"
        for target in one.guide.told
        if target.id in one.coverage.targets
    ]
    parked = [f"⚑{one.fates['open']}"] if one.fates["open"] else []
    unended = [] if one.ended else [words("review_not_ended")]
    head = f"{one.name:<6}{words.date(one.started[:10]):<11}{length(one):>7}  "
    entered = [words("afterwards")] if one.afterwards else []
    held_with = [words("study_revision", number=number_of_revision(one))] if revision else []
    return head + "  ".join([*targets, *parked, *entered, *held_with, *unended])


def _next(result: Review, words: Words) -> list[str]:
    """The line that says what to look after, where there is anything."""
    parked = sum(one.fates["open"] for one in result.counted)
    wanting = [question.id for question in thin(result.guide, result.counted)]
    parts = [words("study_parked", count=parked)] if parked else []
    if wanting:
        more = " …" if len(wanting) > _MOST_THIN else ""
        parts.append(words("study_thin", ids=" ".join(wanting[:_MOST_THIN]) + more))
    return ["", words("study_next", what=" · ".join(parts))] if parts else []
