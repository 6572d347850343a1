"""Guides without ids, as their authors type them, and interviews in which some of their questions were covered."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from guide.model import Guide
from guide.reading import Reading, read_guide
from interviews.core import commands as do
from interviews.study.folder import Study
from tests.interviews.choir import Talk, start

NIGHT = {
    "A": ["How did you come to work at night?", "What did your family say about it?", "What was the first night like?"],
    "B": ["How do you sleep after a night?", "What do you miss by sleeping in the daytime?"],
}
"""Wordings by the research question that they serve."""

TEXTS = {
    "A": "How do people come to night work?",
    "B": "What does it do to their days?",
    "C": "What keeps them there?",
}


def text_of(
    questions: Mapping[str, Sequence[str]],
    texts: Mapping[str, str] = TEXTS,
    ids: Mapping[str, str] | None = None,
) -> str:
    """A guide as it is typed: bare wordings, but for those that have an id in ``ids``."""
    lines = ["title: Night work", "language: en", "minutes: 45", "research_questions:"]
    lines += [f"  {id}: {texts[id]}" for id in questions]
    lines.append("sections:")
    for id, asks in questions.items():
        lines += [f"  - title: Section {id}", f"    serves: {id}", f"    questions:{'' if asks else ' []'}"]
        for ask in asks:
            own = (ids or {}).get(ask)
            lines += [f"      - id: {own}", f"        ask: {ask}"] if own else [f"      - {ask}"]
    lines += ["closing:", "  - Is there anything you would like to add?"]
    return "\n".join(lines) + "\n"


def reading_of(text: str) -> Reading:
    """The guide in a text."""
    reading = read_guide(text, "guide.yaml")
    assert reading.guide is not None, reading.problems
    return reading


def guide_of(text: str) -> Guide:
    """The same without its places."""
    guide = reading_of(text).guide
    assert guide is not None
    return guide


def held(guide: Guide, covered: Iterable[str], code: str = "I1", wall: str = "2026-11-20T10:00:00+01:00") -> Talk:
    """An interview in which these wordings were asked and covered, with a note at each, ten seconds an act."""
    talk, t = Talk(start(code, guide=guide, wall=wall)), 0.0
    ids = {question.ask: question.id for question in guide.questions}
    for ask in covered:
        for act in (do.AskQuestion(ids[ask]), do.TakeNote(f"said of {ask}"), do.MarkCovered(depth=2)):
            talk.at(t, act)
            t += 10
    talk.at(t, do.End())
    return talk


def study_of(folder: Path, now: str, **talks: Talk) -> Study:
    """A study with this guide and these interviews, by their codes."""
    (folder / "interviews").mkdir()
    (folder / "guide.yaml").write_text(now, encoding="utf-8")
    for code, talk in talks.items():
        (folder / "interviews" / f"{code}.jsonl").write_bytes(talk.log)
    return Study(folder)
