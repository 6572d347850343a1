"""How often an offered question is the right one, with more and with less evidence; and how long an offer takes."""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import cycle
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from guide.model import Guide
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from interviews.linking.suggestions import LinkSuggester
from interviews.study.previous_interviews import Link
from tests.bench.figures import seconds_a_piece
from tests.bench.material import guide_text

HERE = Path(__file__).parent / "offers"
THESIS = "musikkterapi"
OTHERS = ("nye-laerere", "night-shift")
SETTINGS = (
    ("the guide alone", False, False),
    ("with cues", True, False),
    ("with three earlier interviews", False, True),
    ("with both", True, True),
)


@dataclass(frozen=True)
class Tally:
    """Offers that were made on notes with an answer and on notes without, and how many of them were right."""

    notes: int
    nulls: int
    offers: int
    right: int
    on_nulls: int

    @property
    def precision(self) -> tuple[float, float, float]:
        """The share of offers that were right, with Wilson's 95 % interval; of no offers nothing is known."""
        if not self.offers:
            return 0.0, 0.0, 1.0
        n, share, z = self.offers, self.right / self.offers, 1.96
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return share, max(0.0, middle - half), min(1.0, middle + half)


def rows(name: str) -> list[dict[str, Any]]:
    """The records of one of the files."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").split("\n") if line]


def guides(*, cues: bool) -> dict[str, Guide]:
    """The three guides, as they are or with the cues that somebody wrote for them without the notes."""
    listed = yaml.load((HERE / "cues.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    texts = {name: (HERE / f"{name}.yaml").read_text(encoding="utf-8") for name in OTHERS}
    found: dict[str, Guide] = {}
    for name, text in {THESIS: thesis_guide_text(), **texts}.items():
        guide = read_guide(text, f"{name}.yaml").guide
        if guide is None:
            raise ValueError(f"the bench's guide {name} is broken")
        found[name] = with_cues(guide, listed[name]) if cues else guide
    return found


def with_cues(guide: Guide, cues: dict[str, list[str]]) -> Guide:
    """The guide with other cues."""
    return guide.but(
        sections=tuple(
            section.but(
                questions=tuple(one.but(listen_for=tuple(cues.get(one.id, ()))) for one in section.questions),
            )
            for section in guide.sections
        )
    )


def links(earlier: Iterable[dict[str, Any]]) -> list[Link]:
    """What earlier interviews leave behind: their notes with links."""
    return [Link(row["text"], tuple(row["about"])) for row in earlier if row["about"]]


def tally(offered: Iterable[tuple[str | None, tuple[str, ...]]]) -> Tally:
    """Count offers beside the answers that are right."""
    pairs = list(offered)
    made = [(offer, right) for offer, right in pairs if offer is not None]
    return Tally(
        notes=sum(1 for _, right in pairs if right),
        nulls=sum(1 for _, right in pairs if not right),
        offers=len(made),
        right=sum(1 for offer, right in made if offer in right),
        on_nulls=sum(1 for _, right in made if not right),
    )


def answer(offerer: LinkSuggester, text: str) -> str | None:
    """The id that is offered for a text."""
    offer = offerer.offer(text)
    return offer.question if offer is not None else None


def on_notes(*, cues: bool, notes: bool, without: str = "") -> Tally:
    """The labelled notes, those of one guide perhaps left out."""
    earlier = rows("earlier.jsonl") if notes else []
    offerers = {
        name: LinkSuggester(guide, links(row for row in earlier if row["guide"] == name))
        for name, guide in guides(cues=cues).items()
    }
    asked = [row for row in rows("notes.jsonl") if row["guide"] != without]
    return tally(
        (answer(offerers[row["guide"]], row["text"]), (row["id"],) if row["id"] is not None else ()) for row in asked
    )


def on_earlier(*, cues: bool, notes: bool) -> Tally:
    """Each note of the earlier interviews, by all the others."""
    found = []
    for name, guide in guides(cues=cues).items():
        own = [row for row in rows("earlier.jsonl") if row["guide"] == name]
        for place, row in enumerate(own):
            offerer = LinkSuggester(guide, links(own[:place] + own[place + 1 :]) if notes else ())
            found.append((answer(offerer, row["text"]), tuple(row["about"])))
    return tally(found)


def print_offers() -> None:
    """One line for each kind of evidence; then the same without each guide, and on the earlier notes themselves."""
    write = sys.stdout.write
    write(f"\n{'offers on labelled notes':<48} {'offers':>6} {'right':>6}   95 % interval  answered  on null notes\n")
    for name, cues, notes in SETTINGS:
        write(_line(name, on_notes(cues=cues, notes=notes)))
        for left_out in (THESIS, *OTHERS):
            write(_line(f"  without {left_out}", on_notes(cues=cues, notes=notes, without=left_out)))
    for name, cues, notes in SETTINGS:
        write(_line(f"earlier notes, each by the others: {name}"[:48], on_earlier(cues=cues, notes=notes)))


def _line(name: str, counted: Tally) -> str:
    share, low, high = counted.precision
    right = f"{share:.0%}" if counted.offers else "-"
    answered = counted.right / counted.notes if counted.notes else 0.0
    null = f"{counted.on_nulls} of {counted.nulls}"
    return f"{name:<48} {counted.offers:>6} {right:>6} {low:>7.0%} to {high:>4.0%} {answered:>9.0%} {null:>14}\n"


def offering() -> Callable[[], float]:
    """Seconds for the offer for a note in a study with 200 questions and 2,000 linked notes."""
    guide = read_guide(guide_text(200), "guide.yaml").guide
    if guide is None:
        raise ValueError("the bench's own guide is broken")
    texts = [row["text"] for row in rows("earlier.jsonl")]
    about = cycle(question.id for question in guide.questions)
    numbered = (f"{text} {texts[(7 * place) % len(texts)]}x{place % 9}" for place, text in enumerate(texts * 9))
    known = [Link(text, (next(about),)) for text in list(numbered)[:2000]]
    offerer = LinkSuggester(guide, known)
    notes = [row["text"] for row in rows("notes.jsonl")]
    return seconds_a_piece(lambda: [offerer.offer(note) for note in notes], len(notes))
