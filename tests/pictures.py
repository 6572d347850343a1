"""Pictures of the screen that are tests: what the README shows is what the program draws today."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"


class Pictures:
    """Compares a running app with the picture of that name, or draws the picture anew."""

    def __init__(self, folder: Path, *, update: bool) -> None:
        self.folder = folder
        self.update = update

    def __call__(self, app: App[Any], name: str) -> None:
        """Call it inside ``run_test``, when the screen shows what the picture should."""
        self.compare(offline(app.export_screenshot(), name), name)

    def compare(self, drawn: str, name: str) -> None:
        """The same with what was drawn in another way."""
        file = self.folder / f"{name}.svg"
        if self.update:
            self.folder.mkdir(parents=True, exist_ok=True)
            file.write_text(drawn, encoding="utf-8", newline="\n")
        elif not file.is_file():
            pytest.fail(f"there is no picture {file}: `make pictures` draws it; then look at it", pytrace=False)
        elif file.read_text(encoding="utf-8") != drawn:
            pytest.fail(
                f"the screen is no longer as in {file}: if it is meant, `make pictures`, and look", pytrace=False
            )


def offline(svg: str, name: str) -> str:
    """The same picture without fonts from other hosts, and with identifiers that depend on its name alone."""
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    if found := re.search(r"\.(terminal-\d+)-matrix", svg):
        svg = svg.replace(found[1], f"picture-{name}")
    return "\n".join(line.rstrip() for line in svg.splitlines()).strip() + "\n"
