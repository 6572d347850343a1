"""Files that no person writes: each ends with a sentence, in bounded memory, and long before anyone would wait."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.problems import Fault
from guide.reading import MOST_PROBLEMS
from tui.words import Words

T = "title: t\n"
PATIENCE = 120  # seconds: only so that a test that hangs ends at all


def _filled(line: str) -> str:
    return T + "closing:\n" + line * (980_000 // len(line.encode()))


def _leaning() -> str:
    everyone = ", ".join(f"Z{number}" for number in range(1, 301))
    return T + "closing:\n" + f"- {{ask: a, leans_on: [{everyone}]}}\n" * 300


def _concepts() -> str:
    names = "".join(f"  b{number}: x\n" for number in range(60_000))
    return f"{T}concepts:\n{names}closing:\n" + "- {ask: a, concepts: b1x}\n" * 900


def _references(value: str, item: str, count: int) -> str:
    return f"{T}a: &a {value}\nopening: [{item * count}]"


MONSTERS: dict[str, tuple[Callable[[], str], int, Fault]] = {
    "ten thousand questions": (lambda: T + "closing:\n" + "- Hva da?\n" * 10_000, 1003, Fault.TOO_MANY_QUESTIONS),
    "ten thousand sections": (
        lambda: T + "sections:\n" + "- questions:\n  - Hva da?\n" * 10_000,
        2004,
        Fault.TOO_MANY_QUESTIONS,
    ),
    "empty sections": (lambda: T + "sections: [" + "{}," * 190_000 + "]", 2, Fault.MISSING_KEY),
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
    "a comma a word": (lambda: T + "closing: [{ask: a, listen_for: '" + "a, " * 300_000 + "'}]", 2, Fault.COMMA_LIST),
    "everyone leans on everyone": (_leaning, 3, Fault.CIRCULAR),
    "sixty thousand concepts": (_concepts, 60_004, Fault.UNKNOWN_CONCEPT_NEAR),
    "colons": (lambda: _filled("- a: b: c\n"), 3, Fault.COLON),
    "quotes": (lambda: _filled("- ' a\n"), 3, Fault.OPEN_QUOTE),
    "tabs": (lambda: _filled("\t- a\n"), 3, Fault.TAB),
    "tabs and spaces": (lambda: T + "\t " * 400_000 + "x", 2, Fault.TAB),
    "hard spaces": (lambda: _filled("\xa0- a\n"), 3, Fault.HARD_SPACE),
    "control characters": (lambda: T + "\x07" * 900_000, 2, Fault.BAD_CHARACTER),
    "unclosed brackets": (lambda: _filled("- [a\n"), 3, Fault.OPEN_BRACKET),
    "names that stand for nothing": (lambda: _filled("- *b\n"), 3, Fault.UNKNOWN_ALIAS),
    "the same key": (lambda: T + "a: b\n" * 190_000, 3, Fault.DUPLICATE_KEY),
    "unknown keys": (lambda: T + "".join(f"key{n}: x\n" for n in range(70_000)), 2, Fault.UNKNOWN_KEY),
    "nothing": (lambda: "\n" * 990_000, 1, Fault.NOTHING_WRITTEN),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_ends_with_a_sentence(tmp_path: Path, name: str) -> None:
    make, line, fault = MONSTERS[name]
    path = tmp_path / "guide.yaml"
    path.write_text(make(), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.guide.limited", str(path)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    said = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, ""), said[-1:]
    assert len(said) <= MOST_PROBLEMS + 1
    assert all(one.startswith(f"{path}:") for one in said)
    beginning = Words("en")._tables[fault][1].partition("{")[0]
    here = [one for one in said if one.startswith(f"{path}:{line}:")]
    assert any(one.partition(": ")[2].startswith(beginning) for one in here), said[:3]


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "guide.yaml"
    with path.open("wb") as file:
        file.truncate(5 << 30)
    done = subprocess.run(
        [sys.executable, "-m", "tests.guide.limited", str(path)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"{path}:1:1: ")
