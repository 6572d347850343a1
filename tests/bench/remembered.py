"""How often a question is found by words that somebody remembers of it, or by other words for the same thing."""

from collections import Counter
from functools import cache
from pathlib import Path

from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.search import QuestionIndex

HERE = Path(__file__).parent
QUERIES = HERE / "finding" / "queries.tsv"


@cache
def _finder(name: str) -> QuestionIndex:
    text = thesis_guide_text() if name == "musikkterapi" else (HERE / "offers" / f"{name}.yaml").read_text("utf-8")
    guide = read_guide(text, "guide.yaml").guide
    if guide is None:
        raise ValueError(f"the bench's guide {name} is broken")
    return QuestionIndex(guide)


def count_placings() -> dict[str, Counter[str]]:
    """For each kind of query: how many, and how many have the meant question first or in three, or find nothing."""
    counts: dict[str, Counter[str]] = {}
    for line in QUERIES.read_text("utf-8").splitlines():
        name, meant, kind, typed = line.split("\t")
        ids = [hit.id for hit in _finder(name).find(typed)]
        count = counts.setdefault(kind, Counter())
        count.update(
            {"queries": 1, "first": ids[:1] == [meant], "first_three": meant in ids[:3], "nothing": not ids},
        )
    return counts
