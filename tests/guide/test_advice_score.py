"""How often the advice is right: the figures in the tree are those that are counted, and the material is whole."""

from collections import Counter

import pytest

from guide.advice.error_rates import ERROR_RATES
from guide.keys import RULES
from tests.advice_score import HALVES, LANGUAGES, RATES, Case, Piece, count, count_sound, of_half, rates, rates_source


@pytest.fixture(scope="module")
def halves() -> dict[str, list[Case]]:
    return {half: of_half(half) for half in HALVES}


def test_the_figures_in_the_tree_are_those_counted(halves: dict[str, list[Case]]) -> None:
    counted = rates([one for cases in halves.values() for one in cases])
    assert counted == ERROR_RATES, "make advice-score writes them"
    assert tuple(ERROR_RATES) == RULES
    assert RATES.read_text(encoding="utf-8") == rates_source(counted)


def test_the_material_tries_every_rule_in_every_language(halves: dict[str, list[Case]]) -> None:
    own = halves["own"]
    faulty = Counter((one.rule, one.language) for one in own if one.rule is not None)
    assert all(faulty[rule, code] for rule in RULES for code in LANGUAGES)
    assert sum(faulty.values()) == sum(one.rule is None for one in own) >= 80


def test_what_is_found_and_what_is_a_false_alarm() -> None:
    said = (Piece("closed", "Q1", "Har du"),)
    cases = [
        Case("closed", "nb", "Har du fri?", "closed", said),
        Case("closed", "nn", "Har du fri?", "closed", ()),
        Case("why", "nb", "Kan du fortelle?", None, said),
        Case("why", "en", "How was it?", None, ()),
        Case("no-example", "nb", "Hva gjør du?", None, ()),
    ]
    assert count(cases, "closed") == (1, 2, 1, 2)
    assert count(cases, "closed", "nb") == (1, 1, 1, 1)
    assert count(cases, "why") == (0, 0, 0, 2)
    assert count(cases, "no-example") == (0, 0, 0, 1)
    assert count_sound(cases) == (1, 2)
