"""One browser for many pages, told what to do along two pipes in Chromium's DevTools protocol.

A start of Chromium costs a second of processor time, a page in it a tenth of that.
"""

import base64
import fcntl
import json
import os
import select
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 120.0  # seconds until something hangs
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PROGRAM = next((found for name in NAMES if (found := shutil.which(name))), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-features=MediaRouter,OptimizationHints,Translate",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
"""It knows nobody and finds no host."""


class Browser:
    """A browser that opens one page after the other."""

    def __init__(self, home: Path) -> None:
        assert PROGRAM is not None
        heard, self._ask = os.pipe()
        self._answers, said = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (heard, said)]  # clear of the two it looks for
        actions: list[tuple[Any, ...]] = [(os.POSIX_SPAWN_DUP2, end, number) for number, end in enumerate(ends, 3)]
        actions += [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (1, 2)]
        command = [PROGRAM, *FLAGS, "--remote-debugging-pipe", f"--user-data-dir={home}"]
        self.pid = os.posix_spawn(PROGRAM, command, os.environ, file_actions=actions)
        for end in (heard, said, *ends):
            os.close(end)
        self._number = 0
        self._unread = b""
        self.events: list[dict[str, Any]] = []

    def close(self) -> None:
        """End it."""
        self.do("Browser.close")
        os.waitpid(self.pid, 0)
        os.close(self._ask)
        os.close(self._answers)

    def do(self, method: str, session: str = "", **parameters: object) -> dict[str, Any]:
        """Have something done, and return what is answered; what is told meanwhile is kept in ``events``."""
        self._number += 1
        where = {"sessionId": session} if session else {}
        asked = json.dumps({"id": self._number, "method": method, "params": parameters, **where}).encode() + b"\0"
        while asked:
            asked = asked[os.write(self._ask, asked) :]
        while (told := self._hear()).get("id") != self._number:
            self.events.append(told)
        assert "error" not in told, (method, told)
        answer: dict[str, Any] = told["result"]
        return answer

    def wait_for(self, event: str) -> None:
        """Wait until something has come about."""
        while not any(told["method"] == event for told in self.events):
            self.events.append(self._hear())

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            assert select.select([self._answers], [], [], PATIENCE)[0], "the browser does not answer"
            part = os.read(self._answers, 1 << 20)
            assert part, "the browser is gone"
            self._unread += part
        message, _, self._unread = self._unread.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told


class Page:
    """A page in it."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser = browser
        self.session = session

    def said_on_the_console(self) -> list[str]:
        """What is said there, by the page or by the browser about it."""
        told = [event["params"] for event in self.browser.events if event.get("sessionId") == self.session]
        return [json.dumps(one) for one in told if "entry" in one or "args" in one or "exceptionDetails" in one]

    def printed(self) -> bytes:
        """The page as PDF, with the margins that it asks for itself."""
        how = {"printBackground": True, "preferCSSPageSize": True}
        return base64.b64decode(self.browser.do("Page.printToPDF", self.session, **how)["data"])

    def worked_out(self, script: str) -> Any:
        """What a script that runs in the page comes to, if need be after a while."""
        how = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = self.browser.do("Runtime.evaluate", self.session, **how)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")


@contextmanager
def opened(browser: Browser, file: Path, width: int = 0) -> Iterator[Page]:
    """A file in a tab of its own, as wide as is said, when all of it is there."""
    browser.events.clear()
    tab = browser.do("Target.createTarget", url="about:blank")["targetId"]
    session = browser.do("Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log"):
        browser.do(f"{domain}.enable", session)
    if width:
        size = {"width": width, "height": 2000, "deviceScaleFactor": 1, "mobile": False}
        browser.do("Emulation.setDeviceMetricsOverride", session, **size)
    browser.do("Page.navigate", session, url=file.as_uri())
    browser.wait_for("Page.loadEventFired")
    yield Page(browser, session)
    browser.do("Target.closeTarget", targetId=tab)
