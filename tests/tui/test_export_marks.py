"""``export marks``: files beside a recording, as a user meets them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.study.entries import Exported
from interviews.study.facts import read_study_facts
from tests.modes import is_private
from tests.tui.studies import hold, study_with
from tests.tui.test_cli import refusal, run

Captured = pytest.CaptureFixture[str]
REC = do.ToggleRecording(confirmed=True)
TALK = (REC, do.AskQuestion("B1"), do.TakeNote("en\nto"), do.TakeNote("", "bookmark"), REC, REC, do.TakeNote("sist"))


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = study_with(tmp_path / "s")
    hold(folder, "I1", TALK)
    return folder


def export(study: Path, *more: object) -> int:
    return run("export", "marks", "--study", study, *more)


def test_each_recording_gets_a_file_in_its_own_time_and_what_changed_is_named(capsys: Captured, study: Path) -> None:
    assert export(study, "--participant", "i1", "--as", "vtt") == 0
    said = capsys.readouterr().out
    first, second = study / "I1-rec1.vtt", study / "I1-rec2.vtt"
    assert str(first) in said
    assert "4 merker: Spørsmål 1 · Notat 2 · Bokmerke 1\n" in said, "a question lasts on into the next recording"
    assert "Linjeskift står som ¬ i I1:3." in said
    assert "telt én gang: I1:2." in said, "the question was asked before the second recording"
    assert "ikke tatt opp" not in said
    assert is_private(first)
    text = first.read_text(encoding="utf-8")
    assert "00:00:20.000 --> 00:00:22.000\n<v Notat B1>en¬to</v>" in text
    assert "<v Merke>Bokmerke B1</v>" in text
    assert "00:00:10.000 --> 00:00:12.000\n<v Notat B1>sist</v>" in second.read_text(encoding="utf-8")
    assert [one.interviews for one in read_study_facts(study).entries if isinstance(one, Exported)] == [("I1",)] * 2
    assert "[fortsetter] Spørsmål B1" in second.read_text(encoding="utf-8")
    second.unlink()
    assert export(study, "--participant", "I1", "--as", "vtt", "--rec", 2) == 0
    assert second.exists()
    assert not (study / "I1.vtt").exists()
    assert "2 merker: Spørsmål 1 · Notat 1" in capsys.readouterr().out


def test_what_is_in_the_file_besides_the_marks_and_what_is_not_is_told(capsys: Captured, study: Path) -> None:
    off = do.ToggleTranscribing()
    talk = (REC, do.TakeNote("mitt", "reflexive"), off, do.TakeNote("utenfor"), off, do.TakeNote("", "bookmark"))
    hold(study, "I2", (do.TakeNote("før"), *talk))
    capsys.readouterr()
    assert export(study, "--participant", "I2", "--as", "chapters") == 0
    said = capsys.readouterr().out
    assert "3 merker: Notat 1 · Bokmerke 1 · Ikke transkriber 1\n" in said
    assert "I tillegg står det ett sted at det kan transkriberes igjen." in said
    assert "1 refleksjonsnotat er utelatt" in said
    assert "1 notat er utelatt" in said
    assert "Det ble ikke tatt opp ved I2:1" in said
    assert (study / "I2-chapters.ffmetadata").read_text(encoding="utf-8").count("[CHAPTER]") == 4
    assert export(study, "--participant", "I2", "--as", "srt") == 0
    assert "to sekunder" in capsys.readouterr().out


def test_it_replaces_its_own_file_and_no_other(capsys: Captured, study: Path) -> None:
    given = ("--participant", "I1", "--as", "srt", "--rec", 2, "-o", study / "x.srt")
    assert export(study, *given) == 0
    assert export(study, *given) == 0
    (study / "x.srt").write_text("mitt eget", encoding="utf-8")
    capsys.readouterr()
    assert export(study, *given) == 2
    assert "x.srt" in refusal(capsys)
    assert (study / "x.srt").read_text(encoding="utf-8") == "mitt eget"


def test_who_leaves_takes_the_files_along(capsys: Captured, study: Path) -> None:
    export(study, "--participant", "I1", "--as", "audacity")
    run("forget", "I1", "--yes", "--study", study)
    assert not list(study.glob("*.txt"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--as", "vtt"), "--participant"),
        (("--participant", "I1"), "--as"),
        (("--participant", "I1", "--as", "vt"), "vtt"),
        (("--participant", "I9", "--as", "vtt"), "I9"),
        (("--participant", "I1", "--as", "srt", "--into", "a.mp3"), "--into"),
        (("--participant", "I1", "--rec", "1", "--into", "a.wav"), ".mka"),
        (("--participant", "I1", "--rec", "1", "--into", "a.mp3"), "a.mp3"),
        (("--participant", "I1", "--as", "vtt", "--json"), "--json"),
    ],
)
def test_a_wrong_wish_is_told_in_one_line(capsys: Captured, study: Path, given: tuple[str, ...], said: str) -> None:
    assert export(study, *given) == 2
    assert said in refusal(capsys)


def test_without_a_recording_nothing_is_written_and_that_is_said(capsys: Captured, study: Path) -> None:
    hold(study, "I2", (do.AskQuestion("B1"),))
    capsys.readouterr()
    assert export(study, "--participant", "I2", "--as", "vtt") == 1
    assert "I2" in refusal(capsys)
    assert export(study, "--participant", "I1", "--as", "vtt", "--rec", 7) == 1
    assert "1, 2" in refusal(capsys)


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
@pytest.mark.parametrize("suffix", [".m4a", ".mp3", ".opus", ".mka"])
def test_chapters_go_into_a_copy_and_are_read_back(capsys: Captured, study: Path, suffix: str) -> None:
    sound, copy = study / f"opptak{suffix}", study / f"opptak-chapters{suffix}"
    silence = "ffmpeg -loglevel error -f lavfi -i anullsrc=r=48000:cl=mono -t 40"
    subprocess.run([*silence.split(), str(sound)], check=True, timeout=60)
    before = sound.read_bytes()
    assert export(study, "--participant", "I1", "--rec", 1, "--into", sound) == 0
    assert "4 kapitler" in (said := capsys.readouterr().out)
    assert "3 merker" in said
    assert "helt i begynnelsen" in said
    assert sound.read_bytes() == before
    told = subprocess.run(
        ["ffprobe", "-loglevel", "error", "-show_chapters", "-of", "json", str(copy)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    starts = [float(one["start_time"]) for one in json.loads(told.stdout)["chapters"]]
    assert starts == pytest.approx([0, 10, 20, 30], abs=0.001)
    assert export(study, "--participant", "I1", "--rec", 1, "--into", sound) == 0
    assert not list(study.glob(".chapters-*"))
