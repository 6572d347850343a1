"""The informant's corrections after reading: given in a command or in the review, and obeyed by every output."""

import io
import json
import sys
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.os_support import quote
from tests.interviewer import records
from tests.tui.studies import hold, study_with
from tests.tui.test_correcting import Cell, cell_app
from tui.main import main

OLD = "Kari på Lade var syk"
NEW = "[en kollega] var borte #b8"
ACTS = (
    do.AskNext(confirmed=True),
    do.TakeNote(f"{OLD} #lade"),
    do.EditNote(f"{OLD} igjen #lade"),
    do.TakeNote(OLD, "topic"),
    do.TakeNote(OLD, "follow_up", quoted=True),
    do.Decline(("C1",), OLD),
    do.MarkCovered(),
)
NOTE, TOPIC, FOLLOW_UP, REASON = 2, 4, 5, 6


class Desk:
    """A study, and the program called from outside in it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._monkeypatch, self._capsys = folder, monkeypatch, capsys
        self.log = folder / "interviews" / "I1.jsonl"

    def run(self, *arguments: str, given: str = "") -> tuple[int, str, str]:
        """Exit code, standard output and standard error of a command."""
        stream = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
        self._monkeypatch.setattr(sys, "stdin", stream)
        code = main([*arguments, "--study", str(self.folder)])
        return (code, *self._capsys.readouterr())

    def correct(self, seq: int, text: str) -> None:
        """Correct one note, from standard input."""
        code, _, err = self.run("correct", "I1", "--note", str(seq), given=f"{text}\n")
        assert (code, err) == (0, "")

    def outputs(self) -> str:
        """All that the program says of the study, and every file that it makes of it."""
        told = [
            "".join(self.run(*arguments)[1:])
            for arguments in (
                ("review",),
                ("review", "--json", "--with-reflexive"),
                ("review", "--participant", "I1", "--with-reflexive"),
                ("review", "--html", "-", "--with-reflexive"),
                ("review", "--markdown", "-", "--with-reflexive"),
                ("export", "reflexive"),
                ("export", "method"),
                ("export", "method", "--json"),
                ("export", "guide"),
                ("correct", "I1"),
                ("diff",),
            )
        ]
        return "\n".join(told)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    study_with(tmp_path)
    hold(tmp_path, "I1", ACTS)
    return Desk(tmp_path, monkeypatch, capsys)


def test_the_list_names_everything_that_has_words_with_its_number(desk: Desk) -> None:
    code, out, err = desk.run("correct", "I1")
    assert (code, err) == (0, "")
    told = {line.split()[0]: line for line in out.splitlines()[1:-1]}
    assert set(told) == {str(seq) for seq in (NOTE, TOPIC, FOLLOW_UP, REASON)}
    assert "begrunnelse" in told[str(REASON)]


def test_after_a_correction_no_output_has_the_words_before(desk: Desk) -> None:
    assert "Lade" in desk.outputs()
    desk.correct(NOTE, NEW)
    for seq in (TOPIC, FOLLOW_UP, REASON):
        desk.correct(seq, "noe annet")
    told = desk.outputs()
    assert "lade" not in told.casefold()
    assert "en kollega" in told
    assert "rettet etter informantens ønske" in told
    notes = json.loads(desk.run("review", "--json")[1])["interviews"][0]["notes"]
    assert [(one["seq"], one["text"], one.get("corrected")) for one in notes] == [
        (NOTE, NEW, True),
        (TOPIC, "noe annet", True),
        (FOLLOW_UP, "noe annet", True),
    ]
    assert [one["type"] for one in records(desk.log)][-2:] == ["reopened", "words_corrected"]


def test_the_words_come_from_a_file_too_and_never_stand_on_the_line(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "rettet.txt"
    file.write_bytes(b"\xef\xbb\xbfto\r\nlinjer\r\n")  # as an editor on Windows writes it
    assert desk.run("correct", "I1", "--note", str(NOTE), "--text-file", str(file))[0] == 0
    assert [one["text"] for one in records(desk.log) if one["type"] == "corrected"] == ["to\nlinjer"]


@pytest.mark.parametrize(
    ("arguments", "given", "code"),
    [
        (("correct", "I1", "--note", "1"), "x", 2),
        (("correct", "I1", "--note", "2"), " \n", 2),
        (("correct", "I1", "--note", "2", "--text-file", "nowhere.txt"), "", 2),
        (("correct", "I9"), "", 2),
        (("correct", "I1", "--text-file", "x"), "", 2),
        (("rett", "I1"), "", 2),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    desk: Desk, arguments: tuple[str, ...], given: str, code: int
) -> None:
    before = desk.log.read_bytes()
    answer, _, err = desk.run(*arguments, given=given)
    assert (answer, len(err.splitlines()), desk.log.read_bytes()) == (code, 1, before)


def test_tags_go_where_that_is_said_and_the_words_stand(desk: Desk) -> None:
    assert desk.run("correct", "I1", "--note", str(NOTE), "--drop-tags")[0] == 0
    desk.correct(NOTE, "noe annet #b8")
    assert desk.run("correct", "I1", "--note", str(NOTE), "--drop-tags")[0] == 0
    note = json.loads(desk.run("review", "--json")[1])["interviews"][0]["notes"][0]
    assert (note["text"], note["tags"]) == ("noe annet #b8", [])


def test_a_correction_is_taken_back_days_later_and_only_that(desk: Desk) -> None:
    desk.correct(NOTE, NEW)
    desk.correct(REASON, "noe annet")
    for seq in (NOTE, REASON):
        code, out, err = desk.run("correct", "I1", "--note", str(seq), "--undo")
        assert (code, "rettelse" in out, err) == (0, True, "")
    assert f"{OLD} igjen" in desk.run("review", "--participant", "I1")[1]
    before = desk.log.read_bytes()
    code, _, err = desk.run("correct", "I1", "--note", str(NOTE), "--undo")
    assert (code, "ikke rettet" in err, desk.log.read_bytes()) == (1, True, before)


def test_words_that_stand_already_change_nothing(desk: Desk) -> None:
    desk.correct(NOTE, NEW)
    before = desk.log.read_bytes()
    assert desk.run("correct", "I1", "--note", str(NOTE), given=NEW)[0] == 0
    assert desk.log.read_bytes() == before


async def test_in_the_review_c_takes_the_informants_words_and_u_takes_them_back(desk: Desk) -> None:
    app = cell_app(desk.folder)
    async with app.run_test(size=(80, 24)) as pilot:
        cell = Cell(app, pilot, desk.log)
        await cell.press("enter", "c")
        assert "informantens ord" in "\n".join(cell.rows)
        await cell.press("ctrl+u", "enter")
        assert "--note 2 --leave-out" in "\n".join(cell.rows)
        await cell.type("noe annet⏎")
        assert "noe annet" in "\n".join(cell.rows)
        assert records(desk.log)[-1]["type"] == "corrected"
        assert "Lade var syk igjen" not in "\n".join(cell.rows)
        await cell.press("u")
        assert "igjen" in "\n".join(cell.rows)


def everything_in(folder: Path) -> str:
    """All that stands in a folder, as text."""
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("*") if path.is_file())


def test_what_is_left_out_is_in_no_file_of_the_study_and_its_place_is_empty(desk: Desk) -> None:
    desk.correct(NOTE, "Kari sa noe")
    for seq in (NOTE, TOPIC, FOLLOW_UP, REASON):
        code, out, _ = desk.run("correct", "I1", "--note", str(seq), "--leave-out")
        assert (code, f"nummer {seq}" in out) == (0, True)
    assert "kari" not in everything_in(desk.folder).casefold()
    assert "lade" not in everything_in(desk.folder).casefold()
    code, out, err = desk.run("review", "--json")
    assert (code, err) == (0, "")
    (interview,) = json.loads(out)["interviews"]
    assert [(one["seq"], one["text"], one["tags"], one["left_out"]) for one in interview["notes"]] == [
        (seq, "", [], True) for seq in (NOTE, TOPIC, FOLLOW_UP)
    ]
    assert interview["questions"]["A1"]["notes"] == 2
    assert interview["questions"]["C1"]["declined"]
    assert "utelatt etter informantens ønske" in desk.run("review", "--participant", "I1")[1]
    assert desk.run("correct", "I1", "--note", str(NOTE), "--leave-out")[0] == 2
    assert "kari" not in desk.outputs().casefold()


def test_what_changes_words_takes_the_interview_of_that_very_code_and_no_other(desk: Desk, tmp_path: Path) -> None:
    second = hold(tmp_path, "I1-2", (do.AskNext(confirmed=True), do.TakeNote("a second talk")))
    desk.log.unlink()
    before = second.read_bytes()
    for options in (("--leave-out",), ("--undo",), ("--drop-tags",), ()):
        code, _, err = desk.run("correct", "I1", "--note", str(NOTE), *options, given="x")
        assert (code, "I1-2" in err, second.read_bytes()) == (2, True, before)
    assert "I1-2" in desk.run("correct", "I1")[1]
    assert desk.run("correct", "I1-2", "--note", str(NOTE), "--leave-out")[0] == 0


def test_leaving_out_touches_no_other_file_and_names_where_the_words_stand_too(desk: Desk, tmp_path: Path) -> None:
    hold(tmp_path, "I2", (do.AskNext(confirmed=True), do.TakeNote(f"minner om at {OLD}")))
    report, copy = tmp_path / "rapport.html", tmp_path / "interviews" / "I1 (1).jsonl"
    assert desk.run("review", "--html", str(report))[0] == 0
    copy.write_bytes(desk.log.read_bytes())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path != desk.log}
    code, out, err = desk.run("correct", "I1", "--note", str(NOTE), "--leave-out")
    assert (code, len(out.splitlines())) == (0, 1)
    assert {path: path.read_bytes() for path in before} == before
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {*before, desk.log}
    for place in ("rapport.html", quote("interviews/I1 (1).jsonl:3"), "interviews/I2.jsonl:3", "interviews/I1.jsonl:5"):
        assert place in err
    told = json.loads(desk.run("review", "--json")[1])
    assert {one["file"]: "mangler" in one["message"] for one in told["problems"]} == {"interviews/I1 (1).jsonl": False}
    assert desk.run("merge", "I1", str(copy))[0] == 0
    assert "igjen" not in desk.log.read_text(encoding="utf-8")


def test_words_that_were_undone_are_told_apart_from_those_that_are_left_out(desk: Desk, tmp_path: Path) -> None:
    hold(
        tmp_path,
        "I3",
        (
            do.AskNext(confirmed=True),
            do.TakeNote("hun ler"),
            do.EditNote("bestemor bor på gården ennå", 2),
            do.Undo(),
            do.TakeNote("bestemor bor på gården ennå, sier hun"),
        ),
    )
    code, _, err = desk.run("correct", "I3", "--note", "2", "--leave-out")
    assert code == 0
    assert "De samme ordene, eller noen av dem, står også her:" not in err
    assert "Ord som var angret, eller aldri ble skrevet ferdig, ble også tatt ut." in " ".join(err.split())
    assert "interviews/I3.jsonl:6" in err


def test_a_backup_that_has_the_words_is_named_and_so_is_one_that_is_not_there(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path.parent / f"{tmp_path.name}-stick"
    stick.mkdir()
    assert desk.run("backup", str(stick))[0] == 0
    (backup,) = (path for path in stick.iterdir() if path.is_dir())
    _, _, err = desk.run("correct", "I1", "--note", str(TOPIC), given="noe annet\n")
    assert quote(f"{backup / 'interviews' / 'I1.jsonl'}:5") in err
    backup.rename(stick / "elsewhere")
    _, _, err = desk.run("correct", "I1", "--note", str(NOTE), "--leave-out")
    assert str(backup) in err


def test_a_log_that_is_no_interview_is_told_and_is_no_wrong_command(desk: Desk) -> None:
    desk.log.write_text("{}\n", encoding="utf-8")
    for arguments in (("correct", "I1"), ("correct", "I1", "--note", "2", "--leave-out"), ("give", "I1")):
        code, _, err = desk.run(*arguments)
        assert (code, "I1.jsonl" in err) == (1, True)
    assert desk.log.read_text(encoding="utf-8") == "{}\n"


def test_a_log_that_cannot_be_read_whole_is_left_alone(desk: Desk) -> None:
    data = desk.log.read_bytes() + b'{"seq": 99, "text": "Kari p\n{"seq": 100}\n'
    desk.log.write_bytes(data)
    code, _, err = desk.run("correct", "I1", "--note", str(NOTE), "--leave-out")
    assert (code, desk.log.read_bytes()) == (1, data)
    assert "I1.jsonl:10" in err
