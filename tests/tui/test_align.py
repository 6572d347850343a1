"""``align``: a recording's shift from one known moment, and the recorder's own marks beside ours."""

import io
import json
import struct
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.marks.recording_marks import CuePoint, NoWavError, read_cue_points
from tests.interviewer import records
from tests.tui.studies import hold, study_with
from tests.tui.test_cli import refusal, run

Captured = pytest.CaptureFixture[str]
REC = do.ToggleRecording(confirmed=True)
TALK = (do.AskQuestion("B1"), REC, do.TakeNote("først"), do.TakeNote("", "bookmark"), REC, do.TakeNote("etter"))
"""Recording 1 runs from 10 to 40; the note ``seq`` 3 lies 10 seconds into it."""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = study_with(tmp_path / "s")
    hold(folder, "I1", TALK)
    return folder


def align(study: Path, *given: object) -> int:
    return run("align", "I1", "--study", study, *given)


def wav(*marks: tuple[float, bytes], rate: int = 8000) -> bytes:
    """A second of silence with a recorder's marks, as one writes them."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)

    points = [struct.pack("<II4sIII", id, 0, b"data", 0, 0, round(at * rate)) for id, (at, _) in enumerate(marks, 1)]
    labels = [chunk(b"labl", struct.pack("<I", id) + label + b"\0") for id, (_, label) in enumerate(marks, 1) if label]
    body = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, rate, rate, 1, 8)) + chunk(b"odd ", b"x")
    body += chunk(b"data", b"\x80" * rate)
    body += chunk(b"cue ", struct.pack("<I", len(points)) + b"".join(points)) + chunk(
        b"LIST", b"adtl" + b"".join(labels)
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def note_at(study: Path, capsys: Captured, seq: int) -> float:
    capsys.readouterr()
    assert run("review", "--json", "--study", study) == 0
    (one,) = json.loads(capsys.readouterr().out)["interviews"]
    (note,) = [note for note in one["notes"] if note["seq"] == seq]
    found: float = note["offset"]
    return found


def test_a_known_moment_moves_every_mark_by_an_event_of_its_own(capsys: Captured, study: Path) -> None:
    before = records(study / "interviews" / "I1.jsonl")
    assert align(study, "--rec", 1, "--note", 3, "--at", "0:13.5") == 0
    assert "+3.5 s" in capsys.readouterr().out
    after = records(study / "interviews" / "I1.jsonl")
    assert after[: len(before)] == before
    assert (after[-1]["type"], after[-1]["number"], after[-1]["later"], after[-1]["note"]) == (
        "recording_shifted",
        1,
        3.5,
        3,
    )
    assert (note_at(study, capsys, 3), note_at(study, capsys, 4)) == (13.5, 23.5)
    assert align(study, "--note", 4, "--at", "0:00:19,25") == 0, "the shift before does not add up"
    assert (note_at(study, capsys, 3), note_at(study, capsys, 4)) == (9.25, 19.25)


@pytest.mark.parametrize("at", ["12:03", "0:00:45"])
def test_a_moment_far_outside_the_recording_is_asked_about_first(
    capsys: Captured, study: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    before = records(study / "interviews" / "I1.jsonl")
    assert align(study, "--note", 3, "--at", at) == 1
    said = capsys.readouterr().err
    assert "12:03 er 12 minutter" in said
    assert "--yes" in said
    monkeypatch.setattr("tui.commands.align.agrees", lambda _question: False)
    assert align(study, "--note", 3, "--at", at) == 1
    assert records(study / "interviews" / "I1.jsonl") == before
    monkeypatch.setattr("tui.commands.align.agrees", lambda _question: True)
    assert align(study, "--note", 3, "--at", at) == 0
    monkeypatch.undo()
    assert align(study, "--note", 3, "--at", at, "--yes") == 0
    assert align(study, "--note", 3, "--at", "0:13") == 0, "the way back, to where it was, is no slip"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "--note"),
        (("--note", 3), "--at"),
        (("--note", 3, "--at", "snart"), "snart"),
        (("--note", 99, "--at", "1:00"), "99"),
        (("--note", 6, "--at", "1:00"), "6"),
        (("--rec", 2, "--note", 3, "--at", "1:00"), "2"),
        (("--wav", "nei.wav"), "nei.wav"),
        (("--wav", "nei.wav", "--note", 3), "--wav"),
    ],
)
def test_a_wrong_wish_is_told_in_one_line(capsys: Captured, study: Path, given: tuple[object, ...], said: str) -> None:
    assert align(study, *given) == 2
    assert said in refusal(capsys)


def test_without_a_recording_there_is_nothing_to_align(capsys: Captured, study: Path) -> None:
    hold(study, "I2", (do.AskQuestion("B1"),))
    assert run("align", "I2", "--note", 1, "--at", "1:00", "--study", study) == 2
    assert refusal(capsys)


def test_the_recorders_marks_stand_beside_the_nearest_of_ours(capsys: Captured, study: Path) -> None:
    file = study / "REC001.WAV"
    file.write_bytes(wav((20.4, "hør på".encode()), (9.0, b"MARK 1")))
    assert align(study, "--wav", file) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("00:00:09.000 MARK 1   +1.0 s: 3 Notat B1: først")
    assert second.startswith("00:00:20.400 hør på   -0.4 s: 4 Bokmerke B1")
    assert run("export", "marks", "--study", study, "--participant", "I1", "--as", "audacity", "--wav", file) == 0
    assert "9.000000\t9.000000\tOpptakerens merke: MARK 1\n" in (study / "I1-audacity.txt").read_text(encoding="utf-8")


def test_cue_points_are_read_by_their_rate_in_order_with_labels_of_either_kind() -> None:
    made = wav((0.5, b""), (0.25, "å".encode()), (0.125, "å".encode("cp1252")), rate=44_100)
    assert read_cue_points(io.BytesIO(made)) == (CuePoint(0.125, "å"), CuePoint(0.25, "å"), CuePoint(0.5, ""))
    assert read_cue_points(io.BytesIO(wav())) == ()


@pytest.mark.parametrize("cut", [0, 11, 20])
def test_what_is_no_wav_file_is_refused_and_a_cut_one_has_what_it_has(cut: int) -> None:
    with pytest.raises(NoWavError):
        read_cue_points(io.BytesIO(wav((0.5, b"x"))[:cut]))
    assert read_cue_points(io.BytesIO(wav((0.5, b"x"))[:-30])) in ((CuePoint(0.5, ""),), ())
