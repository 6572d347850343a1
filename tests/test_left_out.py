"""What a run leaves out is told by its last line."""

from tests.left_out import left_out


def test_reasons_are_counted_the_most_first() -> None:
    reasons = ["Skipped: there is no axe-core here", *["Skipped: there is no Chromium here"] * 2]
    told = "Not run here: 2 tests: there is no Chromium here; 1 test: there is no axe-core here."
    assert left_out(reasons) == told


def test_when_everything_was_run_that_is_said() -> None:
    assert left_out([]) == "Nothing was left out."
