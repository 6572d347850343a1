"""How often the guide's question is found that a turn of an interviewer's asks, and what a turn takes."""

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import yaml
from rapidfuzz import fuzz

from guide.normalize import plain
from guide.reading import read_guide
from interviews.transcripts import matching
from interviews.transcripts.matching import QuestionMatcher
from tests.bench.figures import seconds_a_piece

HERE = Path(__file__).parent / "questions"
_TURN = re.compile(r"\[(?P<labels>[^\]]*)\] I: (?P<text>.*)")


@dataclass(frozen=True)
class Turn:
    """One turn of the interviewer's: the question that it asks, or None, and others that it may be said to ask."""

    text: str
    asks: str | None
    also: frozenset[str]


@dataclass(frozen=True)
class Dialogue:
    """A guide's questions, and an interview whose turns somebody has labelled."""

    name: str
    wordings: Mapping[str, tuple[str, ...]]
    turns: tuple[Turn, ...]

    @property
    def asking(self) -> int:
        """How many of the turns ask a question of the guide."""
        return sum(turn.asks is not None for turn in self.turns)


Scores = Sequence[tuple[str, float]]
"""For each turn the likeliest question and how likely it is."""


def dialogues(folder: Path = HERE) -> list[Dialogue]:
    """Every labelled interview below a folder."""
    return [_published(one) if (one / "guide_questions.yaml").exists() else _own(one) for one in _folders(folder)]


def _folders(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.is_dir())


def _own(folder: Path) -> Dialogue:
    guide = read_guide((folder / "guide.yaml").read_text(encoding="utf-8"), "guide.yaml").guide
    if guide is None:
        raise ValueError(f"{folder.name}: the guide is broken")
    wordings = {question.id: (question.ask, question.alone or "") for question in guide.questions}
    turns = []
    for found in _TURN.finditer((folder / "dialogue.txt").read_text(encoding="utf-8")):
        asks, *also = found["labels"].split()
        turns.append(Turn(found["text"], None if asks == "-" else asks, frozenset(one.lstrip("+") for one in also)))
    return Dialogue(folder.name, wordings, tuple(turns))


def _published(folder: Path) -> Dialogue:
    """A study whose turns lie one a line, with labels as objects."""
    told = yaml.safe_load((folder / "guide_questions.yaml").read_text(encoding="utf-8"))
    wordings = {question["id"]: (question["text"],) for question in told["questions"]}
    lines = next(iter(sorted(folder.glob("*.turns.jsonl")))).read_text(encoding="utf-8").split("\n")
    turns = [json.loads(line) for line in lines if line]
    return Dialogue(
        folder.name,
        wordings,
        tuple(
            Turn(one["turn_text"], None if one["label"] == "none" else one["label"], frozenset(one["also"]))
            for one in turns
        ),
    )


@dataclass(frozen=True)
class Tally:
    """Of the turns that ask, and of the hits: right ones, false ones, and the two shares put together."""

    right: int
    false: int
    asking: int

    @property
    def f1(self) -> float:
        """Precision and recall in one; a hit on a turn that asks nothing is false."""
        return 2 * self.right / (self.right + self.false + self.asking)


def tally(dialogue: Dialogue, scores: Scores, least: float) -> Tally:
    """How a way of matching does when only scores of at least so much are hits."""
    right = false = 0
    for turn, (id, score) in zip(dialogue.turns, scores, strict=True):
        if id and score >= least:
            right += (hit := turn.asks is not None and (id == turn.asks or id in turn.also))
            false += not hit
    return Tally(right, false, dialogue.asking)


def least_on(others: Sequence[tuple[Dialogue, Scores]]) -> float:
    """The threshold with the best mean F1 on these; the middle of where it is best."""
    steps = sorted({score for _, scores in others for _, score in scores})
    means = [sum(tally(one, scores, step).f1 for one, scores in others) / len(others) for step in steps]
    best = [step for step, mean in zip(steps, means, strict=True) if mean >= max(means) - 1e-9]
    return (best[0] + best[-1]) / 2


def by_matcher(dialogue: Dialogue) -> Scores:
    """The program's own."""
    found = QuestionMatcher(dialogue.wordings).match([turn.text for turn in dialogue.turns])
    return [(one.question, one.score) for one in found]


def by_tfidf(dialogue: Dialogue) -> Scores:
    """Characters TF-IDF alone: no weighing against the best of a question."""
    matcher = QuestionMatcher(dialogue.wordings)
    rows = [matcher._cosines(turn.text) for turn in dialogue.turns]
    return [max(zip(dialogue.wordings, row, strict=True), key=lambda one: one[1]) for row in rows]


def by_scorer(scorer: Callable[..., float]) -> Callable[[Dialogue], Scores]:
    """One of RapidFuzz's scorers, case folded."""

    def scores(dialogue: Dialogue) -> Scores:
        asked = {id: plain(texts[0]) for id, texts in dialogue.wordings.items()}
        return [
            max(((id, scorer(plain(turn.text), text) / 100) for id, text in asked.items()), key=lambda one: one[1])
            for turn in dialogue.turns
        ]

    return scores


WAYS: Mapping[str, Callable[[Dialogue], Scores]] = {
    "our matcher": by_matcher,
    "TF-IDF": by_tfidf,
    "token_set_ratio": by_scorer(fuzz.token_set_ratio),
    "WRatio": by_scorer(fuzz.WRatio),
}


def print_questions() -> None:
    """A table: F1 of each way on each interview, its threshold chosen on all the others; false hits beside it."""
    every = dialogues()
    lines = ["which question was that? F1 over turns that ask (false hits); thresholds chosen on the other interviews"]
    lines += [_row("", [one.name[:13] for one in every]), _row("turns, asking", [_size(one) for one in every])]
    for name, way in WAYS.items():
        told = [(one, way(one)) for one in every]
        found = [tally(one, scores, least_on([pair for pair in told if pair[0] is not one])) for one, scores in told]
        lines.append(_row(name, [_said(one) for one in found]) + f"{fmean(one.f1 for one in found):8.2f}")
    found = [tally(one, by_matcher(one), matching.ENOUGH) for one in every]
    lines.append(_row("as the program", [_said(one) for one in found]) + f"{fmean(one.f1 for one in found):8.2f}")
    turns = [turn.text for one in every for turn in one.turns]
    matcher = QuestionMatcher(every[0].wordings)
    once = seconds_a_piece(lambda: matcher.match(turns), len(turns))
    took = min(once() for _ in range(3))
    lines.append(f"  a turn takes {took * 1000:.2f} ms (wanted ≤ 1{'' if took <= 0.001 else ' !'})")
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _row(name: str, cells: Sequence[str]) -> str:
    return f"  {name:16}" + "".join(f"{cell:>15}" for cell in cells)


def _size(dialogue: Dialogue) -> str:
    return f"{len(dialogue.turns)}, {dialogue.asking}"


def _said(found: Tally) -> str:
    return f"{found.f1:.2f} ({found.false})"
