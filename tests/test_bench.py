"""The arithmetic of the bench, on made-up numbers; nothing is timed here."""

import pytest

from tests.bench.figures import Sample, Spread, cpu_ratio, in_turn, per_piece, per_tenfold, ratio, spread_of
from tests.bench.inside import NAMES, product
from tests.bench.rows import Row
from tests.bench.table import MIB, Measured, Promise, growth, promises, verdict


def spread(least: float, peak: int | None = None) -> Spread:
    return Spread(least, least, least, least, 1, peak)


def row(size: int = 0, at_most: float | None = None) -> Row:
    def never(*_: object) -> None:
        raise AssertionError("nothing is run here")

    return Row("a row", never, never, "a floor", at_most, peak_at_most=80, size=size)  # type: ignore[arg-type]


def test_runs_go_in_turn() -> None:
    order: list[str] = []

    def work(name: str, seconds: float) -> list[Sample]:
        order.append(name)
        return [Sample(seconds)]

    found = in_turn({"floor": lambda: work("floor", 1.0), "today": lambda: work("today", 2.0)}, 3)
    assert order == ["floor", "today"] * 3
    assert found == {"floor": [Sample(1.0)] * 3, "today": [Sample(2.0)] * 3}


def test_a_spread_has_the_least_the_median_and_the_middle_half() -> None:
    found = spread_of(
        [Sample(seconds, peak) for seconds, peak in [(5.0, 70), (1.0, 90), (3.0, 80), (2.0, 75), (4.0, 95)]]
    )
    assert found == Spread(1.0, 3.0, 2.0, 4.0, 5, 70)
    assert spread_of([Sample(2.0)]) == Spread(2.0, 2.0, 2.0, 2.0, 1, None)
    with pytest.raises(ValueError, match="nothing"):
        spread_of([])


def test_the_least_of_the_processors_time_is_kept_beside() -> None:
    busy, calm = spread_of([Sample(9.0, cpu=3.0), Sample(2.0, cpu=4.0)]), spread_of([Sample(2.0, cpu=1.5)])
    assert (busy.least, busy.cpu, cpu_ratio(busy, calm)) == (2.0, 3.0, 2.0)
    assert cpu_ratio(busy, spread_of([Sample(1.0)])) is None


def test_a_ratio_is_of_least_times_whatever_the_medians_are() -> None:
    calm = spread_of([Sample(1.0), Sample(1.0), Sample(1.0)])
    busy = spread_of([Sample(2.0), Sample(90.0), Sample(90.0)])
    assert ratio(busy, calm) == 2.0


def test_growth_is_told_per_tenfold() -> None:
    assert per_tenfold([(10, 1.0), (10_000, 1.0)]) == [pytest.approx(1.0)]
    assert per_tenfold([(1000, 50.0), (10, 0.5), (100, 5.0)]) == [pytest.approx(10.0), pytest.approx(10.0)]
    assert per_tenfold([(1, 1.0), (100, 10_000.0)]) == [pytest.approx(100.0)]
    assert per_piece((18, 2.0), (418, 6.0)) == pytest.approx(0.01)


def test_a_row_says_what_is_wanted_and_marks_what_is_not_met() -> None:
    measured = {"today": spread(3.0, 100 * MIB), "before": spread(6.0, 200 * MIB), "floor": spread(2.0)}
    assert verdict(row(at_most=1.6), measured) == (
        "1.50 x floor (wanted ≤ 1.6) · 0.50 x before · before 3.00 x floor · 100 MiB (wanted ≤ 80 !)"
        " · 0.50 x before's memory"
    )
    assert verdict(row(at_most=1.3), {"today": spread(3.0), "floor": spread(2.0)}) == "1.50 x floor (wanted ≤ 1.3 !)"
    assert verdict(row(), {"today": "it ended with 1", "floor": spread(2.0)}) == "-"


def test_what_was_not_measured_is_in_no_slope() -> None:
    rows: list[tuple[Row, Measured]] = [
        (row(10), {"today": spread(1.0), "before": "gone"}),
        (row(100), {"today": spread(4.0), "before": spread(1.0)}),
    ]
    assert growth(rows) == ["for ten times as much (10 → 100), today: x 4.00"]


@pytest.mark.parametrize("name", NAMES)
def test_what_the_bench_uses_of_the_product_is_found_in_this_version(name: str) -> None:
    assert product(name) is not None


def test_the_table_says_of_each_promise_what_came_of_it() -> None:
    measured: Measured = {"today": spread(3.0, 100 * MIB), "before": "gone", "floor": spread(2.0)}
    kept, broken = promises(row(at_most=1.6), measured)
    assert kept == Promise("a row", "a floor", "1.60 x", "1.50 x", "", met=True)
    assert broken == Promise("a row", "", "80 MiB", "100 MiB", "", met=False)
    assert [line.met for line in promises(row(at_most=1.6), {"today": "it ended with 1"})] == [False, False]
