"""What a run leaves out is told by its last line."""

from pathlib import Path

from tests.left_out import left_out
from tests.windows.left_out import LEFT_OUT

ROOT = Path(__file__).parent.parent


def test_reasons_are_counted_the_most_first() -> None:
    reasons = ["Skipped: there is no axe-core here", *["Skipped: there is no Chromium here"] * 2]
    told = "Not run here: 2 tests: there is no Chromium here; 1 test: there is no axe-core here."
    assert left_out(reasons) == told


def test_when_everything_was_run_that_is_said() -> None:
    assert left_out([]) == "Nothing was left out."


def test_what_windows_leaves_out_is_there_elsewhere() -> None:
    """A test that has got another name would be left out by nothing, or by mistake."""
    for start in LEFT_OUT:
        file, _, test = start.partition("::")
        place = ROOT / file
        assert place.exists(), start
        assert not test or f"def {test.partition('[')[0]}" in place.read_text(encoding="utf-8"), start
