"""Documents that break programs: each is read rightly or refused with a code, in bounded memory, and opens nothing."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from guide.importing import Imported, import_document
from tests.guide.documents import hostile_packages
from tests.guide.documents.comparing import fold, holds
from tests.guide.documents.hostile import CASES
from tests.guide.documents.limited import PATIENCE
from tests.warm import run_module

ROOT = Path(__file__).parents[3]
TOGETHER = 16
"""Documents for one program: enough to share its start, few enough to run on two processors."""

GROUPS = [tuple(CASES)[first : first + TOGETHER] for first in range(0, len(CASES), TOGETHER)]


def imported(names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What each document became in a program of bounded memory; a program that a document ended is begun anew."""
    found: dict[str, dict[str, Any]] = {}
    left = list(names)
    while left:
        done = run_module("tests.guide.documents.limited", *left, patience=PATIENCE * (len(left) + 1))
        told = [json.loads(line) for line in done.stdout.splitlines()]
        found |= {each["name"]: each for each in told}
        left = left[len(told) :]
        if left:
            last = done.stderr.strip().splitlines() or [""]
            found[left.pop(0)] = {"ended": f"{done.returncode} {last[-1]}"}
    return found


def wrong(name: str, became: dict[str, Any]) -> list[str]:
    """What is not as it should be with one document."""
    case = CASES[name]
    if "ended" in became:
        return [f"ended the program: {became['ended']}"]
    if "code" in became:
        return [] if case.refused and became["code"] else [f"refused: {became['code']} {became['facts']}"]
    if not case.read:
        return [f"was read: {became['title']!r} {became['questions'][:5]}"]
    if not became["back"]:
        return ["the guide that was made cannot be read back"]
    asked = [fold(text) for text in became["questions"]]
    said = [*became["questions"], *became["probes"], *became["points"], became["title"]]
    everything = " \n ".join((*said, *(text for text, _ in became["lines"])))
    return [
        *(f"not asked: {text}" for text in case.asked if fold(text) not in asked),
        *(f"asked twice: {text}" for text in case.asked if asked.count(fold(text)) > 1),
        *(f"in the guide: {text}" for text in case.never if any(holds(each, text) for each in said)),
        *(f"lost: {text}" for text in case.listed if not holds(everything, text)),
    ]


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: f"{names[0]} and on")
def test_hostile_documents_are_read_or_refused(names: tuple[str, ...]) -> None:
    became = imported(names)
    found = {name: faults for name in names if (faults := wrong(name, became[name]))}
    assert not found, "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


@pytest.mark.parametrize("build", [hostile_packages.external_entity, hostile_packages.external_subset])
def test_a_document_cannot_read_another_file(tmp_path: Path, build: Any) -> None:
    lure = tmp_path / "hemmelig.txt"
    lure.write_text("kodenøkkel P1 er Aud")
    made = import_document(build(lure.as_uri()), "guide.docx")
    assert "kodenøkkel" not in repr(made)


def test_a_document_opens_no_connection() -> None:
    """The audit hook hears of every socket and every file; what imports need was opened before."""
    program = (
        "import sys\n"
        "from guide.importing import import_document\n"
        "from tests.guide.documents import hostile_scripts as s, packages\n"
        "import_document(packages.plain(), 'guide.docx')\n"
        "files = [s.outside(), s.template_elsewhere()]\n"
        "def heard(event, arguments):\n"
        "    if event.startswith(('socket', 'urllib', 'subprocess', 'os.system', 'open')):\n"
        "        print(event, arguments)\n"
        "sys.addaudithook(heard)\n"
        "for data in files:\n"
        "    import_document(data, 'guide.docx')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_what_is_left_out_of_a_hostile_document_is_said() -> None:
    """Every line that did not become part of the guide is listed with a reason."""
    made = import_document(CASES["text boxes"].build(), "guide.docx")
    assert isinstance(made, Imported)
    assert all(line.became for line in made.lines)
