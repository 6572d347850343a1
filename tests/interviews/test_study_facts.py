"""What the researcher says of the study: appended and on disk, read whatever has happened to the file."""

import base64
import json
import os
from pathlib import Path
from typing import Any

import pytest

from interviews.failures import LogFailure
from interviews.log.reader import MAX_BYTES
from interviews.log.writer import Log
from interviews.os_support import system
from interviews.study.facts import (
    FILE,
    OF_INTERVIEW,
    OF_STUDY,
    SCALES,
    PowerRating,
    StudyFact,
    StudyFacts,
    add,
    answer,
    read_study_facts,
)
from tests.modes import is_private

HOSTILE = "[by] *ler* | {x} \x1b[2J \u202e\u2028\r\n 👩‍👩‍👧 \ud800"
SAMPLING = StudyFact(date="2026-03-02", key="sampling", value="strategisk utvalg")
AIM = PowerRating(date="2026-03-02", scale="aim", value=4, text="smalt mål")


def setting(value: str, interview: str | None = "I1") -> StudyFact:
    return StudyFact(date="2026-03-02", key="setting", value=value, interview=interview)


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / FILE).read_bytes().split(b"\n")[:-1]]


def written(folder: Path, *lines: str | bytes) -> StudyFacts:
    """The facts in a file of these lines, the last one without its newline."""
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    (folder / FILE).write_bytes(data)
    return read_study_facts(folder)


def line(seq: int, **fields: object) -> str:
    return json.dumps({"seq": seq, "date": "2026-03-02", "type": "fact", "interview": None, **fields})


def said(facts: StudyFacts) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.code, problem.severity) for problem in facts.problems]


def test_a_study_without_facts_has_none(tmp_path: Path) -> None:
    assert read_study_facts(tmp_path) == StudyFacts()
    assert not (tmp_path / FILE).exists()


def test_facts_are_appended_as_lines_that_only_their_owner_reads(tmp_path: Path) -> None:
    assert add(tmp_path, [SAMPLING, setting("kontor")]) == (0, 1)
    first = (tmp_path / FILE).read_bytes()
    assert add(tmp_path, [AIM]) == (2,)
    assert (tmp_path / FILE).read_bytes().startswith(first)
    assert is_private(tmp_path / FILE)
    assert records(tmp_path) == [
        {
            "seq": 0,
            "date": "2026-03-02",
            "type": "fact",
            "key": "sampling",
            "value": "strategisk utvalg",
        },
        {"seq": 1, "date": "2026-03-02", "type": "fact", "key": "setting", "value": "kontor", "interview": "I1"},
        {
            "seq": 2,
            "date": "2026-03-02",
            "type": "information_power",
            "scale": "aim",
            "value": 4,
            "text": "smalt mål",
        },
    ]


def test_what_is_taken_back_is_a_line_without_it_and_older_lines_read_the_same(tmp_path: Path) -> None:
    add(tmp_path, [SAMPLING, AIM, SAMPLING.but(value=""), AIM.but(value=None, text="")])
    new = read_study_facts(tmp_path)
    assert (new.of_study(), new.power(), new.problems) == ({}, {}, ())
    assert all(value not in (None, "") for record in records(tmp_path) for value in record.values())
    before = {"fact": {"value": "", "interview": None}, "information_power": {"value": None, "text": ""}}
    old = written(tmp_path, *(json.dumps({**before[one["type"]], **one}) for one in records(tmp_path)), "")
    assert old.entries == new.entries


def test_a_file_copied_in_more_openly_is_closed(tmp_path: Path) -> None:
    (tmp_path / FILE).touch(mode=0o644)
    add(tmp_path, [SAMPLING])
    assert is_private(tmp_path / FILE)
    assert is_private(tmp_path)


def test_words_come_back_exactly_as_they_were_written(tmp_path: Path) -> None:
    add(tmp_path, [setting(HOSTILE), AIM.but(text=HOSTILE)])
    facts = read_study_facts(tmp_path)
    assert facts.of_interviews("setting")["I1"].value == HOSTILE
    assert facts.power()["aim"].text == HOSTILE
    assert facts.problems == ()


def test_the_last_fact_for_a_key_and_an_interview_counts(tmp_path: Path) -> None:
    add(tmp_path, [setting("kontor"), setting("hjemme", "I2"), SAMPLING, AIM])
    add(tmp_path, [setting("arbeidsplass"), SAMPLING.but(value="snøball"), AIM.but(value=None, text="bredt")])
    facts = read_study_facts(tmp_path)
    assert {name: one.value for name, one in facts.of_interviews("setting").items()} == {
        "I1": "arbeidsplass",
        "I2": "hjemme",
    }
    assert [(key, one.value, one.seq) for key, one in facts.of_study().items()] == [("sampling", "snøball", 5)]
    assert [(scale, one.value, one.text) for scale, one in facts.power().items()] == [("aim", None, "bredt")]


def test_an_empty_fact_takes_what_was_said_back_and_nothing_is_lost(tmp_path: Path) -> None:
    add(tmp_path, [setting("kontor"), SAMPLING, AIM])
    add(tmp_path, [setting(""), SAMPLING.but(value=""), AIM.but(value=None, text="")])
    facts = read_study_facts(tmp_path)
    assert (facts.of_interviews("setting"), facts.of_study(), facts.power()) == ({}, {}, {})
    assert len(facts.entries) == 6


DAMAGED = [
    ("{", "log_damaged"),
    (b"\xff\xfe", "log_damaged"),
    ("[" * 100_000, "log_damaged"),
    ("7", "log_not_an_object"),
    (line(1, type="of_a_later_version"), "log_unknown_type"),
    (line(1, type=["fact"]), "log_unknown_type"),
    (line(1, value="snøball"), "log_missing_field"),
    (line(1, key="sampling", value=7), "log_wrong_value"),
    (line(-1, key="sampling", value="x"), "log_wrong_value"),
    (line(1, key="sampling", value="x", interview="I1"), "log_wrong_value"),
    (line(1, key="setting", value="x"), "log_wrong_value"),
    (line(1, key="transcript_offered", value="kanskje", interview="I1"), "log_wrong_value"),
    (line(1, type="information_power", scale="depth", value=1, text="x"), "log_wrong_value"),
    (line(1, type="information_power", scale="aim", value=6, text="x"), "log_wrong_value"),
    (line(1, type="information_power", scale="aim", value=True, text="x"), "log_wrong_value"),
    (line(0, key="sampling", value="x"), "log_out_of_order"),
]


@pytest.mark.parametrize(("damaged", "code"), DAMAGED, ids=lambda value: str(value)[:60])
def test_a_damaged_line_is_named_and_the_rest_is_read(tmp_path: Path, damaged: str | bytes, code: str) -> None:
    before, after = line(0, key="sampling", value="først"), line(2, key="approach", value="telefon")
    facts = written(tmp_path, before, damaged, after, "")
    assert said(facts) == [(2, code, "error")]
    assert list(facts.of_study()) == ["sampling", "approach"]
    assert add(tmp_path, [SAMPLING]) == (3,)


def test_an_unknown_key_is_named_with_the_nearest_right_one(tmp_path: Path) -> None:
    facts = written(tmp_path, line(0, key="samling", value="x"), line(1, key="qqqqqqqq", value="x"), "")
    assert [(one.line, one.code, one.facts["near"], one.severity) for one in facts.problems] == [
        (1, "study_unknown_key_near", "sampling", "warning"),
        (2, "study_unknown_key", "", "warning"),
    ]


def test_fields_of_later_versions_are_passed_over(tmp_path: Path) -> None:
    facts = written(tmp_path, line(0, key="sampling", value="x", by="me"), "")
    assert (facts.problems, len(facts.entries)) == ((), 1)


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    facts = written(tmp_path, b"\xef\xbb\xbf" + line(0, key="sampling", value="x").encode(), "")
    assert (facts.problems, len(facts.entries)) == ((), 1)


def test_a_torn_line_moves_into_the_next_one(tmp_path: Path) -> None:
    add(tmp_path, [SAMPLING])
    whole = (tmp_path / FILE).read_bytes()
    for length in range(1, len(whole) - 1):
        (tmp_path / FILE).write_bytes(whole + whole[:length])
        assert said(read_study_facts(tmp_path)) == [(2, "log_torn", "notice")]
        assert add(tmp_path, [setting("kontor"), AIM]) == (1, 2)
        assert (tmp_path / FILE).read_bytes().startswith(whole)
        assert base64.b64decode(records(tmp_path)[1]["torn"]) == whole[:length]
        assert "torn" not in records(tmp_path)[2]
        assert said(read_study_facts(tmp_path)) == []


def test_a_last_line_without_its_newline_is_whole(tmp_path: Path) -> None:
    facts = written(tmp_path, line(0, key="sampling", value="x"))
    assert (facts.problems, facts.of_study()["sampling"].value) == ((), "x")
    assert add(tmp_path, [AIM]) == (1,)
    assert [record["seq"] for record in records(tmp_path)] == [0, 1]


def test_a_second_writer_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    add(tmp_path, [SAMPLING])
    before = (tmp_path / FILE).read_bytes()
    held = Log.open(tmp_path / FILE)
    with pytest.raises(LogFailure) as failure:
        add(tmp_path, [AIM])
    held.close()
    assert failure.value.code == "log_locked"
    assert (tmp_path / FILE).read_bytes() == before
    assert add(tmp_path, [AIM]) == (1,)


def test_a_file_made_by_somebody_else_meanwhile_is_written_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create = Log.create

    def late(path: Path, events: object) -> Log:
        monkeypatch.setattr(Log, "create", create)
        add(tmp_path, [SAMPLING])
        return create(path, ())

    monkeypatch.setattr(Log, "create", late)
    assert add(tmp_path, [AIM]) == (1,)
    assert [record["seq"] for record in records(tmp_path)] == [0, 1]


def test_what_is_acknowledged_was_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    sync = system().sync

    def watched(fd: int) -> None:
        synced.append(os.fstat(fd).st_size)
        sync(fd)

    monkeypatch.setattr(system(), "sync", watched)
    add(tmp_path, [SAMPLING])
    assert synced[-1] == (tmp_path / FILE).stat().st_size


def test_a_failing_disk_is_said_and_leaves_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path, [SAMPLING])
    before = (tmp_path / FILE).read_bytes()

    def fail(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(system(), "sync", fail)
    with pytest.raises(LogFailure) as failure:
        add(tmp_path, [AIM])
    assert failure.value.code == "disk_full"
    assert (tmp_path / FILE).read_bytes() == before


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert said(read_study_facts(tmp_path)) == [(1, "log_unreadable", "error")]
    (tmp_path / FILE).rmdir()
    with (tmp_path / FILE).open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert said(read_study_facts(tmp_path)) == [(1, "log_too_big", "error")]


@pytest.mark.parametrize(
    ("given", "kept"), [("ja", "yes"), ("Yes", "yes"), (" NEI ", "no"), ("no", "no"), ("", ""), ("kanskje", None)]
)
def test_yes_and_no_in_both_languages(given: str, kept: str | None) -> None:
    assert answer(given) == kept


def test_no_key_means_two_things() -> None:
    keys = [*OF_STUDY, *OF_INTERVIEW, *SCALES]
    assert len(keys) == len(set(keys))
