"""How often one of the three questions named for a `#` is meant; and how long it takes to name them."""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from guide.importing import Imported, import_document
from guide.model import Guide
from guide.reading import read_guide
from interviews.linking.completions import Completer
from interviews.linking.suggestions import LinkSuggester
from interviews.study.previous_interviews import Link
from tests.bench import offers
from tests.bench.figures import seconds_a_piece
from tests.bench.material import guide_text
from tests.guide.documents.library import document

HERE = Path(__file__).parent / "completions"
IMPORTED = "teacher_wellbeing"


@dataclass(frozen=True)
class Rate:
    """Of so many notes, for how many the first question named was meant, one of three, or the single offer."""

    notes: int
    first: int
    three: int
    offered: int

    @property
    def share(self) -> float:
        """How often one of three is right."""
        return self.three / self.notes


def own_notes() -> list[dict[str, Any]]:
    """The notes written for this before it was built."""
    return [json.loads(line) for line in (HERE / "notes.jsonl").read_text(encoding="utf-8").split("\n") if line]


def old_notes() -> list[dict[str, Any]]:
    """The notes on which it was tried out: those of the offers that are about a question."""
    return [
        {"guide": row["guide"], "hand": None, "text": row["text"], "about": [row["id"]]}
        for row in offers.rows("notes.jsonl")
        if row["id"] is not None
    ]


@cache
def _guides() -> dict[str, Guide]:
    imported = import_document(document(f"{IMPORTED}.txt"), f"{IMPORTED}.txt")
    if not isinstance(imported, Imported):
        raise TypeError(imported)
    return {**offers.guides(cues=False), IMPORTED: imported.guide}


def _links(name: str) -> list[Link]:
    return offers.links(row for row in offers.rows("earlier.jsonl") if row["guide"] == name)


def rate(notes: Iterable[dict[str, Any]], *, earlier: bool, only: str = "", typed: int = 0) -> Rate:
    """How often it is right, with the earlier interviews of the guides that have some, or by the guide alone.

    ``typed`` letters of the id stand behind the `#` already; ``only`` the notes of one guide are counted.
    """
    asked = [note for note in notes if only in ("", note["guide"])]
    known = {name: _links(name) if earlier else [] for name in {note["guide"] for note in asked}}
    completers = {name: Completer(_guides()[name], links) for name, links in known.items()}
    offerers = {name: LinkSuggester(_guides()[name], links) for name, links in known.items()}
    first = three = offered = 0
    for note in asked:
        hand = () if note["hand"] is None else (note["hand"],)
        begun = note["about"][0][:typed].lower()
        named = completers[note["guide"]].complete(note["text"], begun, hand)
        first += named[0] in note["about"]
        three += not set(named).isdisjoint(note["about"])
        offer = offerers[note["guide"]].offer(note["text"], hand)
        offered += offer is not None and offer.question in note["about"]
    return Rate(len(asked), first, three, offered)


def print_completions() -> None:
    """One line a setting: the notes written beforehand, each guide's apart, then those on which it was tried out."""
    write = sys.stdout.write
    write(f"\n{'# in a note: the question meant is':<48}  notes   first  one of three  offered unasked\n")
    own, old = own_notes(), old_notes()
    settings: list[tuple[str, Rate]] = [("unseen notes, earlier interviews where any", rate(own, earlier=True))]
    settings += [
        (f"  {name}" + (", imported, none earlier" if name == IMPORTED else ""), rate(own, earlier=True, only=name))
        for name in _guides()
    ]
    settings += [
        ("unseen notes, the guide alone", rate(own, earlier=False)),
        ("unseen notes, a letter of the id typed", rate(own, earlier=True, typed=1)),
        ("tried out on, with earlier interviews", rate(old, earlier=True)),
        ("tried out on, the guide alone", rate(old, earlier=False)),
    ]
    for name, found in settings:
        shares = (found.first / found.notes, found.share, found.offered / found.notes)
        write(f"{name:<48} {found.notes:>6} {shares[0]:>7.0%} {shares[1]:>13.0%} {shares[2]:>16.0%}\n")


def completing() -> Callable[[], float]:
    """Seconds for naming three questions in a study with 200 questions and 2,000 linked notes."""
    guide = read_guide(guide_text(200), "guide.yaml").guide
    if guide is None:
        raise ValueError("the bench's own guide is broken")
    texts = [row["text"] for row in offers.rows("earlier.jsonl")]
    about = cycle(question.id for question in guide.questions)
    said = [f"{text} {texts[(7 * place) % len(texts)]}" for place, text in enumerate(texts * 9)][:2000]
    completer = Completer(guide, [Link(text, (next(about),)) for text in said])
    notes = [row["text"] for row in offers.rows("notes.jsonl")]
    return seconds_a_piece(lambda: [completer.complete(note) for note in notes], len(notes))
