"""How one interview went, in lines of text: order, cards, recordings, clarifications, both sides, topics."""

from collections import Counter

from interviews.course import begun_before, clarified, order, recordings, seconds_off, ticked
from interviews.events import Stopped
from interviews.notes import outward_notes
from interviews.pace import briefing_seconds
from interviews.points import sides
from interviews.recorder import segments, withheld, withheld_in_files
from interviews.state import Interview
from tui.stamps import stamp
from tui.withheld_text import withheld_text
from tui.words import Words


def course_lines(interview: Interview, words: Words) -> list[str]:
    """What the talk's course was, a line for each kind of fact that there is."""
    cards = _cards(interview, words)
    lines = [" · ".join(cards)] if cards else []
    if order(interview):
        taken = order(interview)
        key = "review_order_entered" if interview.started.afterwards else "review_order"
        lines.append(words(key, ids=" ".join(taken)))
        planned = [question.id for question in interview.guide.questions if question.id in taken]
        lines.append(words("review_guide_order", ids=" ".join(planned)))
    lines += _sides(interview, words)
    lines += _clarifications(interview, words)
    spans = withheld(interview)
    if spans:
        in_files = withheld_in_files(interview) if segments(interview) else ()
        lines.append(words("review_withheld", spans=withheld_text(spans, in_files, words)))
    topics = [note.text for note in outward_notes(interview) if note.kind == "topic"]
    if topics:
        lines += [words("topics_raised"), *(f"  > {topic}" for topic in topics)]
    return lines


def _cards(interview: Interview, words: Words) -> list[str]:
    parts = []
    opened, of_opening = ticked(interview, "opening")
    after, of_after = ticked(interview, "after")
    if of_opening:
        parts.append(words("review_opening", done=opened, of=of_opening))
    if missing := begun_before(interview):
        parts.append(words("review_begun_before", points=", ".join(missing)))
    if of_after:
        parts.append(words("review_after", done=after, of=of_after))
    if order(interview) and briefing_seconds(interview) >= 1:
        parts.append(words("review_briefing", t=stamp(briefing_seconds(interview))))
    if not interview.started.afterwards:
        parts.append(words("review_recordings", count=recordings(interview)))
    if seconds_off(interview) >= 1:
        parts.append(words("review_off", t=stamp(seconds_off(interview))))
    if interview.last(Stopped) is not None:
        parts.append(words("quiet_stopped"))
    return parts


def _sides(interview: Interview, words: Words) -> list[str]:
    """Positive beside negative for each question that asks for both, where anything was counted."""
    return [
        words("review_sides", id=id, positive=counted["positive"], negative=counted["negative"])
        for id, counted in sides(interview).items()
        if any(counted.values())
    ]


def _clarifications(interview: Interview, words: Words) -> list[str]:
    """How often each concept was clarified, and after which questions."""
    after: dict[str, Counter[str]] = {}
    for act in clarified(interview):
        after.setdefault(act.concept, Counter())[act.after or "–"] += 1
    return [words("review_explained", concept=concept, ids=_times(found)) for concept, found in after.items()]


def _times(found: Counter[str]) -> str:
    return " ".join(f"{id}×{count}" if count > 1 else id for id, count in found.items())
