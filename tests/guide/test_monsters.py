"""Files that no person writes: each ends with a sentence, in bounded memory, and long before anyone would wait."""

import json
from collections.abc import Callable
from pathlib import Path

from guide.problems import Fault
from guide.reading import MOST_PROBLEMS
from tests.guide.sizes import SMALLER
from tests.warm import run_module
from tui.sentences.problems import PROBLEMS

T = "title: t\n"
CONCEPTS = 60_000 // SMALLER
PATIENCE = 120  # seconds: only so that a test that hangs ends at all


def _filled(line: str) -> str:
    return T + "closing:\n" + line * (980_000 // SMALLER // len(line.encode()))


def _leaning() -> str:
    count = 300 if SMALLER == 1 else 100
    everyone = ", ".join(f"Z{number}" for number in range(1, count + 1))
    return T + "closing:\n" + f"- {{ask: a, leans_on: [{everyone}]}}\n" * count


def _concepts() -> str:
    names = "".join(f"  b{number}: x\n" for number in range(CONCEPTS))
    return f"{T}concepts:\n{names}closing:\n" + "- {ask: a, concepts: b1x}\n" * 900


def _references(value: str, item: str, count: int) -> str:
    return f"{T}a: &a {value}\nopening: [{item * count}]"


MONSTERS: dict[str, tuple[Callable[[], str], int, Fault]] = {
    "ten thousand questions": (lambda: T + "closing:\n" + "- Hva da?\n" * 10_000, 1003, Fault.TOO_MANY_QUESTIONS),
    "ten thousand sections": (
        lambda: T + "sections:\n" + "- questions:\n  - Hva da?\n" * max(2_000, 10_000 // SMALLER),
        2004,
        Fault.TOO_MANY_QUESTIONS,
    ),
    "empty sections": (lambda: T + "sections: [" + "{}," * (190_000 // SMALLER) + "]", 2, Fault.MISSING_KEY),
    "a million aliases": (lambda: _references("x", "*a,", 1_000_000), 1, Fault.TOO_BIG),
    "aliases as many as fit": (lambda: _references("x", "*a,", 300_000), 3, Fault.TOO_LARGE),
    "aliases of a long text": (lambda: _references("x" * 500_000, "{id: *a, point: *a},", 20_000), 3, Fault.TOO_LARGE),
    "five megabytes": (lambda: T + "problem: " + "a" * 5_000_000, 1, Fault.TOO_BIG),
    "nested brackets": (lambda: "[" * 100_000, 1, Fault.TOO_DEEP),
    "nested braces": (lambda: T + "closing: " + "{a: " * 100_000, 2, Fault.TOO_DEEP),
    "nested dashes": (lambda: "- " * 490_000, 1, Fault.TOO_DEEP),
    "a line of a million characters": (lambda: "a" * 1_000_000, 1, Fault.NOT_A_GUIDE),
    "a key of nearly a million": (lambda: "a" * 990_000 + ": b", 1, Fault.COLON),
    "an id between a million spaces": (
        lambda: T + "closing: [{ask: a, leans_on: 'a" + " " * 900_000 + "b'}]",
        2,
        Fault.UNKNOWN_LEAN,
    ),
    "a comma a word": (
        lambda: T + "closing: [{ask: a, listen_for: '" + "a, " * (300_000 // SMALLER) + "'}]",
        2,
        Fault.COMMA_LIST,
    ),
    "everyone leans on everyone": (_leaning, 3, Fault.CIRCULAR),
    "sixty thousand concepts": (_concepts, CONCEPTS + 4, Fault.UNKNOWN_CONCEPT_NEAR),
    "colons": (lambda: _filled("- a: b: c\n"), 3, Fault.COLON),
    "quotes": (lambda: _filled("- ' a\n"), 3, Fault.OPEN_QUOTE),
    "tabs": (lambda: _filled("\t- a\n"), 3, Fault.TAB),
    "tabs and spaces": (lambda: T + "\t " * 400_000 + "x", 2, Fault.TAB),
    "hard spaces": (lambda: _filled("\xa0- a\n"), 3, Fault.HARD_SPACE),
    "control characters": (lambda: T + "\x07" * 900_000, 2, Fault.BAD_CHARACTER),
    "unclosed brackets": (lambda: _filled("- [a\n"), 3, Fault.OPEN_BRACKET),
    "names that stand for nothing": (lambda: _filled("- *b\n"), 3, Fault.UNKNOWN_ALIAS),
    "the same key": (lambda: T + "a: b\n" * (190_000 // SMALLER), 3, Fault.DUPLICATE_KEY),
    "unknown keys": (lambda: T + "".join(f"key{n}: x\n" for n in range(70_000 // SMALLER)), 2, Fault.UNKNOWN_KEY),
    "nothing": (lambda: "\n" * 990_000, 1, Fault.NOTHING_WRITTEN),
}


def checked(*paths: Path) -> dict[str, tuple[int, str, str]]:
    """How ``check`` ended for each file, and what it said; those before one that ended the program are told."""
    done = run_module("tests.guide.limited", *paths, patience=PATIENCE * len(paths))
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(paths), (paths[len(told)].name, done.returncode, done.stderr[-300:])
    return {file: (code, out, err) for file, code, out, err in told}


def test_a_monster_ends_with_a_sentence(tmp_path: Path) -> None:
    paths = {name: tmp_path / f"{place}.yaml" for place, name in enumerate(MONSTERS)}
    for name, path in paths.items():
        path.write_bytes(MONSTERS[name][0]().encode())
    found = checked(*paths.values())
    for name, path in paths.items():
        _, line, fault = MONSTERS[name]
        code, out, err = found[str(path)]
        said = err.splitlines()
        assert (code, out) == (1, ""), (name, said[-1:])
        assert len(said) <= MOST_PROBLEMS + 1, name
        assert all(one.startswith(f"{path}:") for one in said), name
        beginning = PROBLEMS[fault].partition("{")[0]
        here = [one for one in said if one.startswith(f"{path}:{line}:")]
        assert any(one.partition(": ")[2].startswith(beginning) for one in here), (name, said[:3])


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "guide.yaml"
    with path.open("wb") as file:
        file.truncate(5 << 30)
    code, _, err = checked(path)[str(path)]
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith(f"{path}:1:1: ")
