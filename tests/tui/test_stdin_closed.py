"""No command falls over where standard input, or another end, is closed, empty, or no terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from interviews.core import commands as do
from tests.tui.studies import hold, study_with
from tui.documents.to_html import MARKER


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study with one interview, and a report made of it."""
    study_with(tmp_path)
    hold(tmp_path, "I1", (do.AskQuestion("A1"),))
    return tmp_path


def _shell(command: str, study: Path) -> subprocess.CompletedProcess[str]:
    program = f"'{sys.executable}' -m tui"
    return subprocess.run(
        ["bash", "-c", command.replace("intervjuguide", program)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
        env={"PATH": "/usr/bin:/bin", "HOME": str(study), "S": str(study), "INTERVJUGUIDE_LANGUAGE": "en"},
    )


COMMANDS = {
    "run": (2, "needs a terminal"),
    "reflect": (2, "reflect needs words"),
    "export method --fact sampling=-": (2, "no words came on standard input"),
    "touches": (0, ""),
    "revise": (2, "terminal"),
}


def test_what_asks_says_what_is_missing(study: Path) -> None:
    lines = [f'intervjuguide {command} --study "$S" <&-; echo "== $?"' for command in COMMANDS]
    done = _shell(f"exec 2>&1; {'; '.join(lines)}", study)
    told = done.stdout.split("== ")
    assert "Traceback" not in done.stdout
    assert "fault" not in done.stdout
    codes = [int(part.split("\n", 1)[0]) for part in told[1:]]
    said = [told[0], *(part.partition("\n")[2] for part in told[1:])]
    for (command, (code, sentence)), became, text in zip(COMMANDS.items(), codes, said, strict=False):
        assert (command, became, sentence in text) == (command, code, True), text


def test_an_earlier_report_is_kept_and_said_to_be_once(study: Path) -> None:
    (study / "interviews" / "I1.jsonl").rename(study / "interviews" / "I1.keep")
    earlier = f"<!doctype html>\n{MARKER}\n<p>mine\n"
    (study / "r.html").write_text(earlier, encoding="utf-8")
    done = _shell(
        'exec 2>&1; mkdir "$S/interviews/I1.jsonl";'
        ' intervjuguide review --html "$S/r.html" --study "$S" <&-; echo "== $?"; cat "$S/r.html"',
        study,
    )
    assert "Traceback" not in done.stdout
    assert done.stdout.count("was not written") == 1
    assert done.stdout.index("may tell more") < done.stdout.index("was not written")
    assert done.stdout.endswith(f"== 1\n{earlier}")


def test_a_guide_is_imported_without_asking(study: Path) -> None:
    (study / "guide.md").write_text("# Guide\n\n1. How was it?\n2. What then?\n", encoding="utf-8")
    done = _shell('intervjuguide new "$S/new" --from "$S/guide.md" <&-', study)
    assert (done.returncode, done.stderr) == (0, "")
    assert (study / "new" / "guide.yaml").exists()


@pytest.mark.parametrize("command", ["reflect <&- 2>&-", "check nowhere.yaml 2>&-"])
def test_nothing_is_said_where_nobody_listens(study: Path, command: str) -> None:
    done = _shell(f'intervjuguide {command} --study "$S"', study)
    assert done.returncode in (1, 2)
    assert done.stderr == ""
