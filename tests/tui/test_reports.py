"""``check``, ``find`` and ``review``: the promised JSON to the last key, and what a person reads instead."""

import json
from pathlib import Path
from typing import Any

import pytest

from guide.samples import thesis_guide_text
from interviews.core import commands as do
from interviews.study.interview_summary import Bar, Break, Timeline
from tests.clocks import StandingClock
from tests.tui.studies import hold, study_with
from tui.documents.interview import timeline_lines
from tui.escape import escape_controls
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
HOSTILE = "\x1b[2J\x1b]0;x\x07 [by] *ler* \\ {x} \u202egal\u2028ny\r\nto\x9b31m 👩‍👩‍👧 \ud800"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def said(capsys: Captured) -> Any:
    out, err = capsys.readouterr()
    assert err == ""
    return json.loads(out)


def test_check_json_of_a_sound_guide(capsys: Captured, tmp_path: Path) -> None:
    assert run("check", "--json", "--study", study_with(tmp_path)) == 0
    document = said(capsys)
    assert {tuple(one) for one in document.pop("advice")} == {("question", "rule", "message")}
    assert document == {
        "ok": True,
        "errors": [],
        "warnings": [],
        "counts": {"research_questions": 3, "questions": 18, "probes": 7},
    }


BROKEN = """\
title: Nye lærere
language: en
research_questions: {A: Hva?, B: Hvor?}
sections:
  - serves: [A, D]
    questions:
      - {ask: Hvordan?, optinal: true}
"""


def test_check_json_of_a_broken_guide(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "min.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    assert run("check", path, "--json") == 1
    document = said(capsys)
    assert document["ok"] is False
    assert [(one["file"], one["line"], one["column"]) for one in document["errors"]] == [
        (str(path), 5, 17),
        (str(path), 7, 25),
    ]
    assert all(set(one) == {"file", "line", "column", "message"} for one in document["errors"])
    assert "optional" in document["errors"][1]["message"]
    assert list(document) == ["ok", "errors", "warnings", "advice", "counts"]


def test_check_says_every_fault_on_a_line_of_its_own(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "guide.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    assert run("check", tmp_path) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.partition(": ")[0] for line in err.splitlines()] == [f"{path}:3:31", f"{path}:5:17", f"{path}:7:25"]


def test_a_question_that_nobody_asks_is_a_warning(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "guide.yaml"
    path.write_text(BROKEN.replace(", D]", "]").replace(", optinal: true", ""), encoding="utf-8")
    assert run("check", path) == 0
    out, err = capsys.readouterr()
    assert err.startswith(f"{path}:3:31: ")
    counts = {"research_questions": 2, "questions": 1, "probes": 0}
    assert out.startswith(
        f"{Translator('en')('The guide can be used, but has {warnings} warning (above). Research questions: {research_questions}, questions: {questions}, probes: {probes}.', warnings=1, **counts)}\n"  # noqa: E501
    )
    assert "in order" not in out
    assert run("check", path, "--json") == 0
    document = said(capsys)
    assert (document["ok"], document["errors"], len(document["warnings"])) == (True, [], 1)


def test_find_json_and_find(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path)
    assert run("find", "arenaer", "samhandling", "--json", "--study", tmp_path) == 0
    first, *others = said(capsys)
    assert first == {"id": "B8", "score": first["score"], "text": first["text"]}
    assert first["text"].startswith("På hvilke arenaer")
    assert all(first["score"] >= other["score"] for other in others)
    assert run("find", "b8", "--guide", tmp_path / "guide.yaml") == 0
    assert capsys.readouterr().out.splitlines()[0] == f"B8    {first['text']}"


def test_find_looks_into_notes_where_that_is_asked_for(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path, "I1", "I2")
    assert run("find", "--notes", "uformel", "BYEN", "--study", tmp_path) == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in out] == ["I1", "I2"]
    assert all("bandet på byen, uformell møteplass #b8 #arena" in line for line in out)
    assert run("find", "--notes", "--json", "kulturendring", "--study", tmp_path) == 0
    first, _second = said(capsys)
    assert (first["interview"], first["kind"], first["about"]) == ("I1", "follow_up", ["B1"])
    assert run("find", "--notes", "byen", "kulturendring", "--study", tmp_path) == 0
    assert capsys.readouterr().out == "Fant ingen notater.\n"
    assert run("find", "--notes", "byen", "--guide", tmp_path / "guide.yaml", "--study", tmp_path) == 2


@pytest.mark.parametrize(("flags", "out"), [(["--json"], "[]\n"), ([], "Fant ingen spørsmål.\n")])
def test_finding_nothing_is_no_fault(capsys: Captured, tmp_path: Path, flags: list[str], out: str) -> None:
    for words in ("qqqqqqqq", "penger"):  # the latter is like many by some letters
        assert run("find", words, "--study", study_with(tmp_path), *flags) == 0
        assert capsys.readouterr().out == out


def note(
    t: float,
    kind: str,
    text: str,
    about: list[str],
    tags: list[str] | None = None,
    follow_up: str | None = None,
    *,
    seq: int,
) -> dict[str, Any]:
    told = {"t": t, "kind": kind, "text": text, "about": about, "tags": tags or [], "follow_up": follow_up}
    return {**told, "recording": 1, "offset": t, "withheld": False, "seq": seq}


def test_review_json_has_the_promised_shape(capsys: Captured, tmp_path: Path) -> None:
    assert run("review", "--json", "--study", study_with(tmp_path, "I1")) == 0
    document = said(capsys)
    assert list(document) == ["title", "research_questions", "interviews", "problems"]
    assert document["problems"] == []
    b = next(one for one in document["research_questions"] if one["id"] == "B")
    assert (b["parts"], b["questions"][0], len(b["questions"])) == (["Ba", "Bb"], "B1", 10)
    (interview,) = document["interviews"]
    assert {name: interview[name] for name in ("participant", "mode", "file", "started", "seconds", "ended")} == {
        "participant": "I1",
        "mode": "live",
        "file": "interviews/I1.jsonl",
        "started": "2026-03-02T10:00:00+00:00",
        "seconds": 80.0,
        "ended": True,
    }
    assert interview["research_questions"]["B"] == {
        "state": "open",
        "covered": 2,
        "of": 10,
        "notes": 2,
        "seconds": 70.0,
    }
    assert set(interview["research_questions"]) == {"A", "B", "Ba", "Bb", "C"}
    assert interview["questions"]["B1"] == {
        "state": "covered",
        "unasked": False,
        "depth": 3,
        "asked_at": 10.0,
        "covered_at": 40.0,
        "notes": 2,
        "seconds": 70.0,
        "declined": False,
        "declined_at": None,
        "probes": [],
    }
    assert interview["questions"]["B8"]["unasked"] is True
    assert interview["questions"]["C1"]["state"] == "declined"
    assert interview["notes"] == [
        note(20.0, "note", "bandet på byen, uformell møteplass #b8 #arena", ["B1", "B8"], ["arena"], seq=3),
        note(30.0, "bookmark", "", ["B1"], seq=4),
        note(50.0, "follow_up", "kulturendring?", ["B1"], follow_up="open", seq=6),
    ]
    assert interview["follow_ups"] == {"open": 1, "returned": 0, "met": 0, "dropped": 0}


def test_review_tells_of_one_interview_with_its_notes_and_times(capsys: Captured, tmp_path: Path) -> None:
    assert run("review", "--participant", "i1", "--study", study_with(tmp_path, "I1", "I2")) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("I1\nDato: 02.03.2026\nVarighet: 1:20 · avsluttet\n")
    row = next(line for line in out.splitlines() if "beskriv samhandlingen  " in line)
    assert row.split() == ["Ba", "B1", "beskriv", "samhandlingen", "■3", "0:10", "0:40", "1:10", "2"]
    assert "  0:20 · 1·0:20 · notat · B1 B8: bandet på byen, uformell møteplass #b8 #arena\n" in out
    assert "(bokmerke uten ord)" in out
    assert "  0:50 · 1·0:50 · oppfølging · B1: kulturendring? (oppfølging 1: åpen)\n" in out
    assert Translator("nb")("Coverage shows what was talked about, not what was found.") in out
    assert "I2" not in out


def test_review_of_a_participant_who_was_met_twice(capsys: Captured, tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1", "I1-2", "I10")
    assert run("review", "--participant", "I1", "--study", study) == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [lines[place - 1] for place, line in enumerate(lines) if line.startswith("Dato: ")]
    assert heads == ["I1", "I1-2"]
    assert run("review", "--participant", "I1", "--json", "--study", study) == 0
    assert [one["file"] for one in said(capsys)["interviews"]] == ["interviews/I1.jsonl", "interviews/I1-2.jsonl"]


def test_an_interviews_time_and_what_its_signs_mean_fit_eighty_columns() -> None:
    pause = Break(100.0, 200.0, "pause")
    lines = timeline_lines(Timeline(3600.0, (Bar("A1", 0.0, 600.0, 600.0),), (), (pause,), 0), Translator("nb"))
    assert max(map(len, lines)) <= 80
    assert any("░ pause" in line for line in lines)


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_review_of_nobody_is_a_wrong_command(capsys: Captured, tmp_path: Path, flags: list[str]) -> None:
    assert run("review", "--participant", "I9", "--study", study_with(tmp_path, "I1"), *flags) == 2
    assert capsys.readouterr() == ("", "intervjuguide: det er ikke noe intervju med koden I9\n")


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 12])
def test_the_table_fits_eighty_columns_however_many_interviews(capsys: Captured, tmp_path: Path, count: int) -> None:
    names = [f"I{number}" for number in range(1, count + 1)]
    assert run("review", "--study", study_with(tmp_path, *names, "P1")) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    heads = [line.split() for line in out.splitlines() if line.startswith(" " * 20) and line.split()[0][1:].isdigit()]
    shown = [name for head in heads for name in head]
    assert shown[: count + 1] == [*names, "P1"]
    assert set(shown) == {*names, "P1"}, "and the same again for each research question and its time"
    assert f" 0 av {count}  " in out
    assert ("Ingen intervjuer ennå." in out) == (count == 0)


def test_a_long_interview_and_long_ids_have_room(capsys: Captured, tmp_path: Path) -> None:
    guide = thesis_guide_text().replace("- id: B1\n", "- id: samspill\n").replace("[B1]", "[samspill]")
    (tmp_path / "guide.yaml").write_text(guide, encoding="utf-8")
    hold(tmp_path, acts=(do.AskQuestion("A1"), do.TakeNote("", "bookmark")), clock=Slow())
    assert run("review", "--study", tmp_path) == 0
    out = capsys.readouterr().out
    assert " samspill " in out
    assert "1:00:00" in out
    assert "…" not in out.split("varighet")[1].splitlines()[0]


class Slow(StandingClock):
    """Half an hour for every act."""

    def go_on(self, seconds: float) -> None:
        super().go_on(seconds * 180)


def test_pilots_stand_apart_and_are_not_counted(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path, "I1", "P1")
    run("review", "--study", tmp_path)
    lines = capsys.readouterr().out.splitlines()
    apart = next(place for place, line in enumerate(lines) if line.strip() == "regnes ikke med")
    assert not any("P1" in line for line in lines[:apart])
    assert lines[apart].index("regnes") == lines[apart + 1].index("P1")
    assert any(" 0 av 1 " in line for line in lines)


def test_hostile_words_never_reach_the_terminal_raw(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path)
    hold(tmp_path, acts=(do.AskQuestion("B1"), do.TakeNote(HOSTILE, "quote"), do.Skip(("B2",), HOSTILE)))
    run("review", "--participant", "I1", "--study", tmp_path)
    out = capsys.readouterr().out
    assert not [sign for sign in out if sign != "\n" and escape_controls(sign) != sign]
    assert "[by] *ler* \\ {x}" in out
    assert run("review", "--json", "--study", tmp_path) == 0
    raw = capsys.readouterr().out
    assert not [sign for sign in raw if sign != "\n" and escape_controls(sign) != sign]
    assert json.loads(raw)["interviews"][0]["notes"][0]["text"] == HOSTILE


def test_a_damaged_log_is_named_and_the_rest_is_read(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path, "I1", "I2")
    log = tmp_path / "interviews" / "I2.jsonl"
    lines = log.read_bytes().split(b"\n")
    lines[3] = lines[3][:20]
    log.write_bytes(b"\n".join(lines))
    assert run("review", "--study", tmp_path) == 1
    out, err = capsys.readouterr()
    assert "I2" in out
    assert (
        err
        == f"interviews/I2.jsonl:4:1: {Translator('nb')('The line is damaged and passed over; the rest is read.')}\n"
    )
    assert run("review", "--json", "--study", tmp_path) == 1
    (problem,) = said(capsys)["problems"]
    assert problem == {
        "file": "interviews/I2.jsonl",
        "line": 4,
        "column": 1,
        "message": Translator("nb")("The line is damaged and passed over; the rest is read."),
    }


def test_interviews_can_be_reviewed_though_the_guide_is_broken(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path, "I1")
    (tmp_path / "guide.yaml").write_text("title: [\n", encoding="utf-8")
    assert run("review", "--study", tmp_path) == 1
    out, err = capsys.readouterr()
    assert "I1" in out
    assert err.startswith("guide.yaml:")


def test_a_study_without_guide_and_interviews_that_can_be_read(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("", encoding="utf-8")
    assert run("review", "--study", tmp_path) == 1
    assert "\nguide.yaml:1:1: " in capsys.readouterr().err
    assert run("review", "--json", "--study", tmp_path) == 1
    assert "\nguide.yaml:1:1: " in capsys.readouterr().err


def test_a_note_that_was_back_dated_stands_at_its_moment(capsys: Captured, tmp_path: Path) -> None:
    study = study_with(tmp_path)
    hold(study, "I1", (do.AskQuestion("A1"), do.TakeNote("senere"), do.TakeNote("tidligere", back=15)))
    assert run("review", "--participant", "I1", "--study", study) == 0
    out = capsys.readouterr().out
    assert 0 < out.index("tidligere") < out.index("senere")
