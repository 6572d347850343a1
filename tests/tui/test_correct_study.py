"""What stands in ``study.jsonl`` in words can be said otherwise, and left out, as an interview's notes can."""

import json
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.study.facts import FILE, PowerRating, Reflection, StudyFact, add, read_study_facts
from tests.tui.studies import hold, study_with
from tests.tui.test_correct import Desk
from tests.tui.test_scan import Somebody
from tui.commands import correct as correct_command

DAY = "2026-11-28"
NOTE, SETTING, POWER = 0, 1, 2


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    folder = study_with(tmp_path)
    hold(folder, "I1", (do.AskQuestion("B1"), do.TakeNote("han lo")))
    add(
        folder,
        [
            Reflection(date=DAY, text="Marit Solheim lo da Ketil Brekke kom"),
            StudyFact(date=DAY, key="setting", value="hjemme hos Ketil Brekke", interview="I1"),
            PowerRating(date=DAY, scale="dialogue", value=4, text="Ketil Brekke er rolig"),
            StudyFact(date=DAY, key="transcript_wanted", value="yes", interview="I1"),
        ],
    )
    return Desk(folder, monkeypatch, capsys)


def kept(desk: Desk) -> str:
    return (desk.folder / FILE).read_text("utf-8")


def test_they_are_listed_with_their_numbers_but_for_answers(desk: Desk) -> None:
    code, out, _ = desk.run("correct", "study")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()[:3]] == ["0", "1", "2"]
    assert "I1 setting: hjemme hos Ketil Brekke" in out
    assert "correct study --note" in out
    assert "yes" not in out


def test_other_words_count_instead_in_every_output(desk: Desk) -> None:
    for seq in (NOTE, SETTING, POWER):
        code, out, err = desk.run("correct", "study", "--note", str(seq), given=f"[kollega] {seq}\n")
        assert (code, err) == (0, ""), err
        assert f"nummer {seq} er rettet" in out
    said = read_study_facts(desk.folder)
    assert [one.text for one in said.reflections()] == ["[kollega] 0"]
    assert said.of_interviews("setting")["I1"].value == "[kollega] 1"
    assert (said.power()["dialogue"].value, said.power()["dialogue"].text) == (4, "[kollega] 2")
    assert "[kollega] 0" in desk.run("export", "reflexive")[1].replace("\\", "")
    assert "Brekke" not in desk.outputs()
    assert "Brekke" in kept(desk)  # as an interview's log has what was said before


def test_left_out_they_are_gone_with_all_that_stood_in_their_place(desk: Desk) -> None:
    desk.run("correct", "study", "--note", str(NOTE), given="Marit S. lo\n")
    add(desk.folder, [StudyFact(date=DAY, key="setting", value="hos Brekke igjen", interview="I1")])
    with (desk.folder / FILE).open("ab") as stream:
        stream.write(b'{"seq":9,"type":"reflection","text":"Marit')
    assert desk.run("correct", "study", "--note", str(NOTE), "--leave-out")[0] == 0
    assert "Marit" not in kept(desk)
    assert desk.run("correct", "study", "--note", str(POWER), "--leave-out")[0] == 0
    assert desk.run("correct", "study", "--note", "5", "--leave-out")[0] == 0
    assert "Brekke" not in kept(desk)
    said = read_study_facts(desk.folder)
    assert not said.problems
    assert not said.reflections()
    assert said.power()["dialogue"].value == 4
    assert said.of_interviews("transcript_wanted")["I1"].value == "yes"
    assert desk.run("correct", "study", "--note", str(NOTE), "--leave-out")[0] == 2
    assert desk.run("scan")[0] == 0


def test_what_an_unfinished_line_left_behind_goes_too(desk: Desk) -> None:
    with (desk.folder / FILE).open("ab") as stream:
        stream.write(b'{"seq":9,"type":"reflection","text":"Marit')
    desk.run("reflect", "ord")
    assert '"torn"' in kept(desk)
    assert desk.run("correct", "study", "--note", str(NOTE), "--leave-out")[0] == 0
    assert '"torn"' not in kept(desk)
    assert [one.text for one in read_study_facts(desk.folder).reflections()] == ["ord"]


def test_a_line_that_cannot_be_read_is_named_and_nothing_changes(desk: Desk) -> None:
    with (desk.folder / FILE).open("ab") as stream:
        stream.write(b"{broken\n")
    before = kept(desk)
    code, _, err = desk.run("correct", "study", "--note", str(NOTE), "--leave-out")
    assert (code, kept(desk)) == (1, before)
    assert "study.jsonl:5" in err


def test_at_a_terminal_leaving_out_is_asked_about(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correct_command, "at_terminal", lambda: True)
    monkeypatch.setattr(correct_command, "agrees", lambda _: False)
    before = kept(desk)
    code, out, _ = desk.run("correct", "study", "--note", str(NOTE), "--leave-out")
    assert (code, kept(desk)) == (1, before)
    assert "Marit Solheim" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--note", "3"),
        ("--note", "77"),
        ("--leave-out",),
        ("--note", "0", "--undo"),
        ("--note", "0", "--drop-tags"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_refused_and_changes_nothing(desk: Desk, arguments: tuple[str, ...]) -> None:
    before = kept(desk)
    assert desk.run("correct", "study", *arguments, given="ord\n")[0] == 2
    assert kept(desk) == before


def test_scan_puts_brackets_there_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = Somebody(monkeypatch, "2", "[kollega]", "j", "2", "j", "2", "j")
    code, out, _ = desk.run("scan")
    assert code == 0, out
    assert not somebody.answers
    assert "Brekke" not in "".join(one.text for one in read_study_facts(desk.folder).reflections())
    assert "[kollega] kom" in desk.run("export", "reflexive")[1].replace("\\", "")
    assert "correct study --leave-out" in " ".join(out.split())


def test_who_leaves_takes_the_other_words_along(desk: Desk) -> None:
    hold(desk.folder, "I2", (do.AskQuestion("B1"),))
    desk.run("correct", "study", "--note", str(SETTING), given="hjemme hos informanten\n")
    assert desk.run("forget", "I1", "--yes")[0] == 0
    assert "informanten" not in "".join(
        str(record) for record in map(json.loads, kept(desk).splitlines()) if record["type"] in ("fact", "reworded")
    )


def test_when_the_study_ends_only_the_words_that_count_are_kept(desk: Desk) -> None:
    for text in ("Marit S. lo", "[kollega] lo"):
        desk.run("correct", "study", "--note", str(NOTE), given=f"{text}\n")
    desk.run("correct", "study", "--note", str(SETTING), given="hos Brekke igjen\n")
    code, _, err = desk.run("finish", "--yes")
    assert code == 0, err
    assert "Marit" not in kept(desk)
    assert "hos Brekke" not in kept(desk)
    said = read_study_facts(desk.folder)
    assert [one.text for one in said.reflections()] == ["[kollega] lo"]
    assert said.of_interviews("transcript_wanted")["I1"].value == "yes"
