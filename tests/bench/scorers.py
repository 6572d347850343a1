"""Which way of finding puts the meant question first: half-typed, misspelt and reordered words, near-twins all."""

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from guide.normalize import words_of
from guide.reading import read_guide
from guide.search import QuestionIndex
from tests.bench.figures import seconds_a_piece
from tests.bench.material import guide_text
from tests.bench.remembered import count_placings

_START = ("Hvordan tilrettelegger du for", "Hva gjør du for å fremme", "Hvorfor er du opptatt av", "Når merker du")
_THING = ("sosial samhandling", "sosial deltagelse", "godt samspill", "trygg kontakt", "felles musikkbruk")
_PLACE = ("i timene?", "i hverdagslivet?", "på avdelingen?")
QUERIES = 300


@dataclass(frozen=True)
class Placing:
    """How often the meant question came first, and among the first three, out of all queries."""

    name: str
    first: float
    first_three: float


def near_twins() -> dict[str, str]:
    """Sixty questions that differ from one another by a word or two, by their ids."""
    wordings = [f"{start} {thing} {place}" for start in _START for thing in _THING for place in _PLACE]
    return {f"A{number}": wording for number, wording in enumerate(wordings, 1)}


def typed(wording: str, chance: random.Random) -> str:
    """A few words of it as a hurried person types them: some half, one misspelt, in any order."""
    words = [word for word in words_of(wording) if len(word) > 3]
    chosen = chance.sample(words, min(3, len(words)))
    chosen = [word if chance.random() < 0.5 else word[: max(3, len(word) * 2 // 3)] for word in chosen]
    place = chance.randrange(len(chosen))
    word = chosen[place]
    at = chance.randrange(len(word))
    chosen[place] = word[:at] + chance.choice("abdefgiklmnoprstuvy") + word[at + 1 :]
    return " ".join(chosen)


def placings() -> list[Placing]:
    """Our finder and RapidFuzz's own scorers, on the same queries."""
    questions = near_twins()
    asks = "".join(f"      - {wording}\n" for wording in questions.values())
    head = "title: t\nresearch_questions: {A: Hva?}\nsections:\n  - title: s\n    serves: A\n    questions:\n"
    guide = read_guide(head + asks, "guide.yaml").guide
    if guide is None:
        raise ValueError("the bench's own guide is broken")
    finder = QuestionIndex(guide)
    ways: dict[str, Callable[[str], list[str]]] = {
        "our finder": lambda query: [hit.id for hit in finder.find(query, 3)],
        "WRatio": lambda query: _best(query, questions, fuzz.WRatio),
        "token_set_ratio": lambda query: _best(query, questions, fuzz.token_set_ratio),
        "token_sort_ratio": lambda query: _best(query, questions, fuzz.token_sort_ratio),
    }
    chance = random.Random(60)
    tried = [(id, typed(questions[id], chance)) for id in chance.choices(list(questions), k=QUERIES)]
    return [_placing(name, way, tried) for name, way in ways.items()]


def _best(query: str, questions: dict[str, str], scorer: Callable[..., float]) -> list[str]:
    found = process.extract(query, questions, scorer=scorer, processor=str.casefold, limit=3)
    return [id for _, _, id in found]


def _placing(name: str, way: Callable[[str], list[str]], tried: list[tuple[str, str]]) -> Placing:
    found = [(id, way(query)) for id, query in tried]
    first = sum(1 for id, ids in found if ids[:1] == [id])
    first_three = sum(1 for id, ids in found if id in ids)
    return Placing(name, first / len(tried), first_three / len(tried))


def finding() -> Callable[[], float]:
    """Seconds for what a key costs while finding in 200 questions."""
    guide = read_guide(guide_text(200), "guide.yaml").guide
    if guide is None:
        raise ValueError("the bench's own guide is broken")
    finder = QuestionIndex(guide)
    whole = "samspil ovingsrommet klienten"
    queries = [whole[:end] for end in range(1, len(whole) + 1)]
    return seconds_a_piece(lambda: [finder.find(query, 7) for query in queries], len(queries))


def print_finding() -> None:
    """Where the meant question ends up: one line a way of finding, then one a kind of query."""
    write = sys.stdout.write
    write(f"\nthe meant question among sixty near-twins, {QUERIES} hurried queries      first   first three\n")
    for placing in placings():
        write(f"{placing.name:<66} {placing.first:>6.0%} {placing.first_three:>11.0%}\n")
    write("\nthe meant question by words remembered of it, and by synonyms                      first   first three\n")
    for kind, count in count_placings().items():
        first, first_three = (count[name] / count["queries"] for name in ("first", "first_three"))
        write(f"{kind:<66} {first:>6.0%} {first_three:>11.0%}\n")
