"""The report in a browser: it opens offline, asks for nothing, runs nothing, prints, and can be read by everyone.

Skipped without a Chromium; the check of accessibility also without an axe-core, looked for where ``.ci/run`` puts it,
where npm does, and in the folder that ``AXE_CORE`` names.
"""

import os
import re
import struct
import subprocess
from pathlib import Path

import pytest

from interviews.core import commands as do
from tests.browser.browser import FLAGS, PROGRAM, Browser, opened
from tests.tui.pages import HOSTILE
from tests.tui.studies import SHORT, hold, study_with
from tui.main import main

ROOT = Path(__file__).parent.parent.parent
SCRIPT = (
    '<script src="https://nowhere.invalid/x.js"></script><img src="https://nowhere.invalid/x.png"/><script>x()</script>'
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium here")


def axe() -> Path | None:
    """The script of axe-core, where it is installed."""
    folders = [os.environ.get("AXE_CORE"), *os.environ.get("NODE_PATH", "").split(os.pathsep)]
    folders += [
        str(ROOT / ".cache" / "node_modules"),
        str(ROOT / "node_modules"),
        "/usr/lib/node_modules",
        "/usr/local/lib/node_modules",
    ]
    places = [Path(folder) / end for folder in folders if folder for end in ("axe.min.js", "axe-core/axe.min.js")]
    return next((place for place in places if place.exists()), None)


@pytest.fixture
def page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A report with four interviews, a pilot and hostile words."""
    study = tmp_path / "study"
    study.mkdir()
    study_with(study, "P1", "I1", "I2", "I3")
    hold(study, "I4", (*SHORT, do.TakeNote(HOSTILE, "quote"), do.TogglePause(), do.TogglePause()))
    file = tmp_path / "rapport.html"
    assert main(["review", "--study", str(study), "--html", str(file)]) == 0
    capsys.readouterr()
    return file


def browse(page: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Open a page in a browser of its own, which writes down all that it does."""
    assert PROGRAM is not None
    home = page.parent / "browser"
    return subprocess.run(
        [PROGRAM, *FLAGS, f"--user-data-dir={home}", *flags, page.as_uri()],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
        check=True,
    )


def said_on_the_console(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What the page's console says."""
    return [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def asked_for(log: Path) -> set[str]:
    """The addresses that were asked for, but for the browser's own inner pages."""
    found = set(re.findall(r'"url":"([^"]+)"', log.read_text(encoding="utf-8", errors="replace")))
    return {url for url in found if not url.startswith(("chrome:", "chrome-", "devtools:", "data:"))}


@pytest.mark.parametrize("width", [400, 1400])
def test_it_opens_at_any_width_and_nothing_is_said_or_asked_for(page: Path, width: int) -> None:
    picture, log = page.parent / "shot.png", page.parent / "net.json"
    done = browse(
        page,
        f"--screenshot={picture}",
        f"--window-size={width},3000",
        f"--log-net-log={log}",
        "--net-log-capture-mode=Everything",
        "--enable-logging=stderr",
    )
    assert struct.unpack(">II", picture.read_bytes()[16:24])[0] == width
    assert said_on_the_console(done) == []
    assert {url for url in asked_for(log) if "rapport" in url or "nowhere" in url} <= {page.as_uri()}


def test_whatever_got_into_it_would_be_refused(page: Path) -> None:
    """Without its policy the page would ask, which shows that the tests above would see it."""
    text = page.read_text(encoding="utf-8").replace("<main>", f"<main>{SCRIPT}")
    for policy in (True, False):
        page.write_text(text if policy else POLICY.sub("", text), encoding="utf-8")
        log = page.parent / f"net-{policy}.json"
        done = browse(page, "--dump-dom", "--enable-logging=stderr", f"--log-net-log={log}")
        assert any("Content Security Policy" in line for line in said_on_the_console(done)) == policy
        assert bool([url for url in asked_for(log) if "nowhere" in url]) != policy


def test_it_prints(page: Path, browser: Browser) -> None:
    with opened(browser, page) as report:
        data = report.printed()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) >= 6, "each interview begins a page"


@pytest.mark.skipif(axe() is None, reason="there is no axe-core here")
@pytest.mark.parametrize("width", [400, 1400])
def test_it_can_be_read_by_everyone(page: Path, browser: Browser, width: int) -> None:
    script = axe()
    assert script is not None
    with opened(browser, page, width) as report:
        report.worked_out(f"{script.read_text(encoding='utf-8')}\n0")
        assert report.worked_out("axe.run(document).then(found => found.violations.map(wrong => wrong.id))") == []
