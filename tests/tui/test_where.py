"""``where`` says what it found against the material's colour, sends to the storage guide, and never says safe."""

import json
import re
from pathlib import Path

import pytest

from guide.schema import COLOURS
from interviews.os_support import system
from interviews.study.entries import Exported
from interviews.study.facts import add
from tests.tui.studies import study_with
from tui.commands.export import FORMATS
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]


def coloured(folder: Path, colour: str) -> Path:
    folder.mkdir(parents=True)
    guide = study_with(folder, "I1") / "guide.yaml"
    data = f"\ndata: {{class: {colour}}}\n" if colour else ""
    guide.write_text(guide.read_text(encoding="utf-8") + data, encoding="utf-8")
    guide.chmod(0o600)
    folder.chmod(0o700)
    return folder


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("colour", [*COLOURS, ""])
def test_every_colour_is_sent_to_the_storage_guide_and_none_is_called_safe(
    colour: str, language: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    study = coloured(tmp_path / "OneDrive - UiB" / "studien", colour)
    assert main(["where", "--study", str(study)]) == 0
    said = capsys.readouterr().out
    assert "OneDrive" in said
    assert ("lagringsguiden" if language == "nb" else "storage guide") in said
    assert re.search(r"\b(safe|secure|trygg|trygt|sikker|sikkert)\b", said, re.IGNORECASE) is None
    alone = Translator("nb" if language == "nb" else "en")(
        "The files can be read by you alone, and by whoever administers the machine."
    )
    assert (alone in said) == (system().lets_others_in(study) is False), "Windows does not tell"


def test_programs_get_the_same(tmp_path: Path, capsys: Captured) -> None:
    study = coloured(tmp_path / "Nextcloud" / "studien", "rød")
    (tmp_path / ".git").mkdir()
    (study / "interviews" / "I1.jsonl").chmod(0o644)
    (study / "interviews").chmod(0o755)
    study.chmod(0o755)
    assert main(["where", "--json", "--study", str(study)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["class"], found["folder"], found["versioned"]) == ("red", str(study), str(tmp_path))
    assert [one["service"] for one in found["synchronised"]] == ["Nextcloud"]
    assert found["readable_by_others"] == [".", "interviews", "interviews/I1.jsonl"]
    assert {"encrypted", "removable", "network", "file_system"} <= set(found)


def test_a_guide_with_errors_hides_nothing_of_where_it_lies(tmp_path: Path, capsys: Captured) -> None:
    study = coloured(tmp_path / "Dropbox" / "studien", "green")
    (study / "guide.yaml").write_text("titel: [", encoding="utf-8")
    assert main(["where", "--study", str(study)]) == 0
    assert "Dropbox" in capsys.readouterr().out
    assert main(["where", "--study", str(tmp_path)]) == 2


def test_what_was_written_out_is_named_in_words_whatever_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    formats = ("html", "markdown", *FORMATS, "give", "backup", "newer-than-this")
    folder = coloured(tmp_path / "study", "green")
    add(folder, [Exported(date="2026-11-20", path=f"{one}/x", sha256="0", format=one) for one in formats])
    for one in formats:
        (folder / one).mkdir()
        (folder / one / "x").write_bytes(b"")
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "nb")
    capsys.readouterr()
    assert main(["where", "--study", str(folder)]) == 0
    told = [line.split(": ")[1].split(", ")[0] for line in capsys.readouterr().out.splitlines() if "20.11.2026" in line]
    assert told[:2] == ["rapport", "rapport"]
    assert [one for one in told if one in formats] == ["newer-than-this"]
    assert "kopi til deltakeren" in told
    assert "sikkerhetskopi" in told


def test_what_has_no_date_is_named_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    folder = coloured(tmp_path / "study", "green")
    file = folder / "guide.md"
    file.write_bytes(b"")
    add(folder, [Exported(date="", path=str(file), sha256="0", format="guide")])
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    capsys.readouterr()
    assert main(["where", "--study", str(folder)]) == 0
    assert ": interview guide for an appendix, changed since\n" in capsys.readouterr().out
