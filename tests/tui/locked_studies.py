"""A study with words in every kind of file that has some, locked and unlocked by commands."""

import json
import shutil
from pathlib import Path

from interviews.core import commands as do
from interviews.study.facts import Reflection, StudyFact, add
from interviews.study.folder import Study
from tests.faults.stepwise import bytes_in
from tests.tui.lines import GUIDE
from tests.tui.studies import hold, study_with
from tui.main import main

WORD = "kvernstein"
ACTS = (do.AskQuestion("B1"), do.TakeNote(f"som en {WORD} rundt halsen"))
SAID = "fem ord på rad her"
OTHER = "seks andre ord på rad her"
CHEAP = {"memory": 64, "passes": 1, "lanes": 1}
"""What Argon2id costs here: next to nothing."""


def make_place(place: Path) -> Path:
    """The study, in a folder of its own."""
    study = study_with(place / "study")
    hold(study, "I1", ACTS)
    log = hold(study, "I3", ACTS, guide=GUIDE.but(on_withdrawal="anonymise"))
    hold(study, "P1", ACTS, ended=False)
    assert Study(study).remember_codes() is None
    shutil.copy(log, log.with_name("I3.rescued-1.jsonl"))
    shutil.copy(log, log.with_name("I3 (1).jsonl"))
    for folder, name in (("observations", "I1"), ("transcripts", "I1"), ("practice", "T1")):
        (study / folder).mkdir()
        (study / folder / f"{name}.jsonl").write_text(f'{{"text":"{WORD}"}}\n', encoding="utf-8")
    (study / "revisions").mkdir()
    (study / "revisions" / "2.yaml").write_text(f"date: 2026-11-01\nchanges:\n  - why: {WORD}\n", encoding="utf-8")
    (study / "revisions" / ".draft.json").write_text(f'{{"line": "{WORD}"}}\n', encoding="utf-8")
    add(study, [StudyFact(date="2026-11-28", key="setting", value=WORD, interview="I3")])
    add(study, [Reflection(date="2026-11-28", text=WORD)])
    return place


def run(place: Path, command: str, *arguments: object, say: str = SAID) -> int:
    """Give a command, and the passphrase through a descriptor."""
    said = place.parent / "said"
    said.write_text(say + "\n", encoding="utf-8")
    with said.open("rb") as reading:
        fd = str(reading.fileno())
        return main([command, *map(str, arguments), "--study", str(place / "study"), "--passphrase-fd", fd])


def files(place: Path) -> dict[str, bytes | str]:
    """All files but the program's own empty ones."""
    return {name: data for name, data in bytes_in(place).items() if data}


def with_words(place: Path) -> list[str]:
    return [name for name, data in files(place).items() if isinstance(data, bytes) and WORD.encode() in data]


def whose_keys(place: Path) -> list[str]:
    """The files whose keys are there, as the key files say."""
    keys = [path for path in (place / "study" / "keys").iterdir() if path.name != "study.json"]
    return sorted(json.loads(path.read_bytes())["file"] for path in keys)


def put_back(place: Path, kept: Path) -> None:
    shutil.rmtree(place)
    shutil.copytree(kept, place)
