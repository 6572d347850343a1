"""How often the advice is right: the figures in the tree are those that are counted, and the material is whole."""

from collections import Counter, defaultdict

import pytest
import yaml

from guide.advice import advise
from guide.advice.error_rates import ERROR_RATES
from guide.advice.patterns import LanguagePatterns
from guide.schema import RULES
from guide.write import write_guide
from tests.advice_score import (
    HALVES,
    LANGUAGES,
    MATERIAL,
    RATES,
    ROOT,
    Case,
    Piece,
    count,
    count_sound,
    documents,
    judge,
    of_half,
    rates,
    rates_source,
    unjudged,
)
from tests.guide.test_advice import asking


@pytest.fixture(scope="module")
def halves() -> dict[str, list[Case]]:
    """Every case, judged by all patterns, made ready once and not for each of a hundred small guides."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LanguagePatterns, "within", lambda self, _: self)
        return {half: of_half(half) for half in HALVES}


def test_the_figures_in_the_tree_are_those_counted(halves: dict[str, list[Case]]) -> None:
    counted = rates(halves["apart"])
    assert counted == ERROR_RATES, "make advice-score writes them"
    assert tuple(ERROR_RATES) == RULES
    assert RATES.read_text(encoding="utf-8") == rates_source(counted)


def test_the_material_tries_every_rule_in_every_language(halves: dict[str, list[Case]]) -> None:
    own = halves["own"]
    faulty = Counter((one.rule, one.language) for one in own if one.rule is not None)
    assert all(faulty[rule, code] for rule in RULES for code in LANGUAGES)
    assert sum(faulty.values()) == sum(one.rule is None for one in own) >= 80
    every = [one for cases in halves.values() for one in cases]
    assert sum(one.rule is None for one in every) == sum(one.rule is not None for one in every) >= 150


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


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_patterns_were_mended_on_stays_mended(code: str) -> None:
    mended = yaml.safe_load((MATERIAL / "mended.yaml").read_text(encoding="utf-8"))
    pairs = [pair for pair in mended["questions"] if pair["language"] == code]
    sound = [*mended["sound"][code], *(pair["sound"] for pair in pairs)]
    found = defaultdict(set)
    for one in advise(asking(code, *(pair["fault"] for pair in pairs), *sound)):
        found[one.question].add(one.rule)
    missed = [pair for number, pair in enumerate(pairs, 1) if pair["rule"] not in found[f"Q{number}"]]
    false = [(ask, found[id]) for number, ask in enumerate(sound, len(pairs) + 1) if found[id := f"Q{number}"]]
    assert (missed, false) == ([], [])


def test_every_piece_of_advice_on_the_whole_guides_is_judged() -> None:
    told = list(documents(None))
    assert len(told) == 11
    for name, guide in told:
        (said,) = judge([write_guide(guide)])
        assert unjudged(name, guide, said) == []


def test_the_manual_has_the_figures_of_the_half_kept_apart(halves: dict[str, list[Case]]) -> None:
    apart = halves["apart"]
    told = rates(apart)
    found, faulty = (sum(counts[place] for counts in told.values()) for place in (0, 1))
    false, sound = count_sound(apart)
    for folder, of in (("en", "of"), ("nb", "av")):
        manual = " ".join(ROOT.joinpath("docs", "manual", folder, "before.md").read_text(encoding="utf-8").split())
        for told_there in (f"{found} {of} {faulty}", f"{false} {of} {sound}"):
            assert told_there in manual
    assert (told["leans"][:2], told["leading"][:2]) == ((5, 9), (5, 9))
