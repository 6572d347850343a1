"""Kept numbers: a start with them comes to the same as without, whatever stands in the file, and it holds no words."""

import errno
import json
import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.log.copies import twin_key
from interviews.log.log_files import LogFile, digest_of
from interviews.study import kept
from interviews.study.folder import GuideCache, LoadedInterview, Study, StudyStatus
from interviews.study.kept import FEWEST, KeptNumbers, find_kept_files, key_of, numbers_folder, purge
from interviews.study.previous_interviews import PreviousInterviews, earlier
from interviews.study.review import review
from interviews.study.review_numbers import review_kept
from interviews.study.survey import PURPOSE, Glances, numbers_of, so_far, survey
from tests.tui.lines import GUIDE
from tests.tui.studies import SHORT, hold, study_with
from tui import VERSION
from tui.commands.home import _look_at
from tui.live.options import EarlierWords
from tui.main import main
from tui.translator import Translator

_HELD: tuple[tuple[str, tuple[Command, ...], bool], ...] = (
    ("I1", SHORT, True),
    ("I2", (do.AskQuestion("B1"), do.TakeNote("hemmelig øvingsrom #a2"), do.Undo(), do.TakeNote("koret")), True),
    ("I3", (do.AskQuestion("A1"), do.TakeNote("noe helt annet", "topic"), do.AskQuestion("A2")), True),
    ("I4", (do.AskQuestion("B2"), do.TakeNote("hvem da?", "follow_up"), do.Drop(1, "uvesentlig")), True),
    ("I5", (do.AskQuestion("B3"), do.TakeNote("blir ikke ferdig")), False),
    ("I5-2", (do.AskQuestion("C1"), do.TogglePause(), do.TogglePause(), do.AskQuestion("C2")), True),
    ("I6", (), True),
    ("I7", (do.AskQuestion("A3"), do.Skip((), "tida gikk"), do.AskQuestion("A3")), True),
    ("P1", SHORT, True),
    ("P2", (do.AskQuestion("A1"), do.TakeNote("uklart spørsmål")), True),
    ("I8", (do.ToggleRecording(confirmed=True), do.ToggleRecording(), do.TakeNote("etter opptaket")), True),
    ("I9", (do.AskQuestion("Z1"), do.TakeNote("takk for praten #b8")), True),
)
_PROBED = do.Tick("probes", "1", question=next(one.id for one in GUIDE.questions if one.probes))
_WORDS = ("hemmelig", "øvingsrom", "koret", "annet", "hvem da", "uvesentlig", "ferdig", "tida gikk", "uklart", "bandet")


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(kept, "SETTLED", -(10**18))
    folder = study_with(tmp_path / "study")
    for name, acts, ended in _HELD:
        hold(folder, name, acts, ended=ended)
    return Study(folder)


def _survey(study: Study, program: str = "1") -> StudyStatus:
    return survey(study, study.logs(), study.guide(), program)


def _keep(study: Study, program: str = "1") -> Path:
    found = _survey(study, program).kept
    assert found is not None
    found.write()
    (file,) = find_kept_files(study.folder)
    return file


def _known(study: Study, found: StudyStatus) -> PreviousInterviews:
    """What the next interview knows of the earlier ones once their words were read."""
    known = so_far(found, study, None, GUIDE)
    assert known.to_come is not None
    parts = list(known.to_come())
    links, left = (one for part in parts for one in part.links), tuple(one for part in parts for one in part.left)
    assert len(left) == known.awaited
    return known.but(links=tuple(links), left=left, awaited=0, to_come=None)


def _assert_as_read(study: Study, found: StudyStatus) -> None:
    whole = study.survey()
    interviews = (one.interview for one in whole.told if one.interview is not None)
    assert _known(study, found) == earlier(whole.placements.as_in(one, GUIDE) for one in interviews)
    assert (found.unfinished, found.guide_changes, found.strays) == (
        whole.unfinished,
        whole.guide_changes,
        whole.strays,
    )


def test_a_start_comes_to_the_same_without_numbers_and_with_them_and_with_one_log_changed(study: Study) -> None:
    _assert_as_read(study, _survey(study))
    _keep(study)
    again = _survey(study)
    assert again.kept is not None
    assert not again.kept.changed
    _assert_as_read(study, again)
    (study.folder / "interviews" / "I3.jsonl").unlink()
    hold(study.folder, "I3", (do.AskQuestion("C1"), do.TakeNote("sagt på nytt", "topic")))
    _assert_as_read(study, _survey(study))


def test_a_first_start_looks_at_beginnings_and_ends_and_comes_to_the_same(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    load = Study.load

    def noting(self: Study, file: LogFile, shelf: GuideCache | None = None) -> LoadedInterview:
        read.append(file.code)
        return load(self, file, shelf)

    monkeypatch.setattr("interviews.study.survey.AT_ONCE", 0)
    monkeypatch.setattr(Study, "load", noting)
    found = _survey(study)
    assert {*read} == {"I5", "P1", "P2"}, "only what has not ended, and pilots, whose verdicts may be missing"
    whole = study.survey()
    seen = found.unfinished, found.guide_changes, found.strays
    assert seen == (whole.unfinished, whole.guide_changes, whole.strays)
    words = EarlierWords(so_far(found, study, None, GUIDE))
    assert not words.earlier.courses, "what only some interviews tell is not told"
    words.find_leftovers()
    interviews = (one.interview for one in whole.told if one.interview is not None)
    assert words.earlier == earlier(whole.placements.as_in(one, GUIDE) for one in interviews)
    assert found.kept is not None
    assert found.kept.unwritten == len(_HELD)
    found.kept.write()
    assert not found.kept.changed
    read.clear()
    _assert_as_read(study, _survey(study))


def test_numbers_kept_anew_of_a_log_are_written_though_there_are_no_more_of_them(study: Study) -> None:
    found = _survey(study).kept
    assert found is not None
    found.write()
    file = study.logs()[0]
    found.keep(file, key_of(file.path), ["other numbers"])
    assert (found.unwritten, found.changed) == (1, True)


_Lines = list[bytes]
_UNDONE = b'{"seq":9000,"t":9000.0,"type":"undone","act":%d}\n'
_ENDINGS: dict[str, Callable[[_Lines], _Lines]] = {
    "as it is": lambda lines: lines,
    "end undone": lambda lines: [*lines, _UNDONE % (len(lines) - 1)],
    "another act undone": lambda lines: [*lines, _UNDONE % 2],
    "torn": lambda lines: [*lines[:-1], lines[-1][:-4]],
    "no newline": lambda lines: [*lines[:-1], lines[-1].rstrip(b"\n")],
    "an end that is none": lambda lines: [*lines[:-1], lines[-1].replace(b'"t":', b'"u":')],
    "a damaged line behind": lambda lines: [*lines, b'{"seq":\n'],
    "long ago": lambda lines: [*lines, b'{"seq":9000,"t":9000.0,"type":"reopened","torn":"%s"}\n' % (b"A" * 40_000)],
    "reopened": lambda lines: [*lines, b'{"seq":9000,"t":9000.0,"type":"reopened"}\n'],
    "said, not done": lambda lines: [
        *lines[:-1],
        b'{"seq":9000,"t":9000.0,"type":"noted","text":"{\\"type\\":\\"ended\\"}","kind":"note"}\n',
    ],
    "no start": lambda lines: lines[1:],
    "a guide that is none": lambda lines: [lines[0].replace(b'"guide":{', b'"guide":{"no":1},"was":{'), *lines[1:]],
    "of a later form": lambda lines: [lines[0].replace(b'"format":', b'"format":9'), *lines[1:]],
    "of an earlier program": lambda lines: [lines[0].replace(b'"program":"', b'"program":"0.1.0 '), *lines[1:]],
    "empty": lambda _: [],
}


@pytest.mark.parametrize("ending", _ENDINGS)
def test_what_a_glance_tells_is_what_the_whole_log_tells(study: Study, ending: str) -> None:
    path = study.folder / "interviews" / "I2.jsonl"
    path.write_bytes(b"".join(_ENDINGS[ending](path.read_bytes().splitlines(keepends=True))))
    file = next(one for one in study.logs() if one.code == "I2")
    glance, whole = Glances().at(file), numbers_of(study.load(file), digest_of(twin_key(path) or b""))
    if glance is None:
        assert ending not in ("as it is", "reopened"), "it tells all that is wanted"
    else:
        assert whole is not None
        assert glance == whole.but(order=(), seconds={}, left=(), unread=True)


def test_a_guide_changed_since_is_told_of_and_questions_moved_by_hand_are_followed(study: Study) -> None:
    _keep(study)
    text = study.guide_path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if "B2" in line or "samhandlingen" in line)
    study.guide_path.write_text(
        "".join((*lines[:place], lines[place].replace("samhandlingen", "samspillet"), *lines[place + 1 :]))
    )
    _assert_as_read(study, _survey(study))


def test_no_words_are_kept_and_nobody_else_can_read_the_numbers(study: Study) -> None:
    file = _keep(study)
    said = file.read_text().casefold()
    assert not [word for word in _WORDS if word in said or json.dumps(word)[1:-1] in said]
    assert not [word for question in GUIDE.questions for word in question.ask.split() if len(word) > 8 and word in said]
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_study_of_few_interviews_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.commands.open_interview import survey_of

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    study = Study(study_with(tmp_path / "study", *(f"I{number}" for number in range(1, FEWEST))))
    found = survey_of(study, study.guide(), Translator("en"))
    assert found.kept is None
    assert len(found.told) == FEWEST - 1


def _renumbered(data: bytes) -> bytes:
    return data.replace(b"168.0", b"999.0").replace(b'"B1"', b'"A1"')


def _with_check(change: Callable[[str], str], data: bytes) -> bytes:
    """The same with another content, and a seal that is to fit it: somebody means us harm who has the user's key."""
    head, _, body = data.partition(b"\n")
    return json.dumps(json.loads(head) | {"check": _SEAL}).encode() + b"\n" + change(body.decode()).encode()


_SEAL = "here the seal is to stand"


def _seal(study: Study, purpose: str, data: bytes, program: str = "1") -> bytes:
    head, newline, body = data.partition(b"\n")
    if _SEAL.encode() in head:
        head = json.dumps(KeptNumbers(study.folder, purpose, program)._head(body)).encode()
    return head + newline + body


_SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "torn": lambda data: data[: len(data) // 2],
    "other numbers": _renumbered,
    "no head": lambda data: data.partition(b"\n")[2],
    "not JSON": lambda _: b"\0\xff" * 40,
    "deep": lambda _: b"[" * 100_000,
    "of another form": lambda data: data.replace(b'"form": 2', b'"form": 3'),
    "no records": partial(_with_check, lambda _: "5\n"),
    "of other types": partial(_with_check, lambda body: body.replace("true", "1").replace('"live"', "null")),
    "with a letter for ids": partial(_with_check, lambda body: body.replace('"B1"', '"et helt annet ord"')),
    "with endless numbers": partial(_with_check, lambda body: body.replace(".0", "e999")),
    "of a guide that is nowhere": partial(
        _with_check, lambda body: body.replace('"live",', '"live",', 1).replace("a", "f")
    ),
}


@pytest.mark.parametrize("how", _SPOILT)
def test_whatever_stands_in_the_file_is_never_believed(study: Study, how: str) -> None:
    file = _keep(study)
    file.write_bytes(_seal(study, PURPOSE, _SPOILT[how](file.read_bytes())))
    _assert_as_read(study, _survey(study))
    _keep(study)
    _assert_as_read(study, _survey(study))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(st.data())
def test_a_byte_changed_anywhere_changes_nothing(study: Study, data: st.DataObject) -> None:
    file = _keep(study)
    whole = bytearray(file.read_bytes())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    file.write_bytes(whole)
    numbers = {one.file.name: one for one in _survey(study).numbers}
    purge(study.folder)
    assert numbers == {one.file.name: one for one in _survey(study).numbers}


def test_numbers_of_another_version_or_another_study_are_not_taken(study: Study, tmp_path: Path) -> None:
    file = _keep(study)
    file_2 = study.logs()[0]
    assert KeptNumbers(study.folder, PURPOSE, "1").of(file_2) is not None
    assert KeptNumbers(study.folder, PURPOSE, "2").of(file_2) is None
    other = Study(study_with(tmp_path / "other", "I1"))
    file.rename(KeptNumbers(other.folder, PURPOSE, "1")._path())
    assert KeptNumbers(other.folder, PURPOSE, "1").of(other.logs()[0]) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
@pytest.mark.parametrize("how", ["readable", "linked", "somebody else's", "a pipe"])
def test_a_file_that_others_may_have_written_is_not_taken(
    study: Study, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _keep(study)
    if how == "readable":
        file.chmod(0o644)
    elif how == "linked":
        os.link(file, file.with_name("other"))
    elif how == "a pipe":
        file.unlink()
        os.mkfifo(file)
    else:
        monkeypatch.setattr("interviews.os_support.posix.is_own", lambda _: False)
    assert KeptNumbers(study.folder, PURPOSE, "1").of(study.logs()[0]) is None


def test_where_nothing_can_be_kept_the_start_is_as_without(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers_folder().parent.mkdir(parents=True)
    numbers_folder().write_bytes(b"a file where a folder should be")
    found = _survey(study)
    assert found.kept is not None
    found.kept.write()
    _assert_as_read(study, found)
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "expanduser", lambda _self: (_ for _ in ()).throw(RuntimeError))
    assert find_kept_files(study.folder) == ()
    _survey(study)


def test_a_log_that_changed_just_now_is_not_kept(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SETTLED", 3600 * 10**9)
    numbers = KeptNumbers(study.folder, PURPOSE, "1")
    file = study.logs()[0]
    numbers.keep(file, key_of(file.path), [1])
    assert not numbers.changed


def test_what_has_gone_while_the_program_ran_is_not_written_down(study: Study) -> None:
    found = _survey(study)
    (study.folder / "interviews" / "I4.jsonl").unlink()
    assert found.kept is not None
    found.kept.write()
    (file,) = find_kept_files(study.folder)
    assert "I4.jsonl" not in file.read_text()
    assert "I3.jsonl" in file.read_text()


def test_whoever_leaves_is_in_no_kept_numbers(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    file = _keep(study)
    assert main(["where", "--study", str(study.folder)]) == 0
    assert str(file) in "".join(capsys.readouterr().out.split())
    assert main(["where", "--json", "--study", str(study.folder)]) == 0
    assert json.loads(capsys.readouterr().out)["kept"] == [str(file)]
    assert main(["forget", "I3", "--yes", "--study", str(study.folder)]) == 0
    assert find_kept_files(study.folder) == ()
    assert list(numbers_folder().iterdir()) == []


def test_the_screen_reads_the_words_of_earlier_interviews_later(study: Study) -> None:
    known = so_far(_survey(study), study, None, GUIDE)
    whole = study.survey()
    all_left = earlier(one.interview for one in whole.told if one.interview is not None).left
    words = EarlierWords(known)
    assert (words.to_come, list(words.links), known.awaited) == (True, [], len(all_left))
    found = words.read_on(0.0)
    assert words.to_come
    assert list(words.links) == list(found)
    assert {(one.code, one.text) for one in words.find_leftovers()} == {(one.code, one.text) for one in all_left}
    assert not words.to_come


def _assert_as_reviewed(study: Study) -> KeptNumbers:
    found, numbers = review_kept(study, "1")
    whole = review(study)
    assert found is not None
    assert whole is not None
    assert found.interviews == whole.interviews
    assert found == whole
    assert numbers is not None
    return numbers


def test_a_review_comes_to_the_same_without_numbers_and_with_them_and_with_one_log_changed(study: Study) -> None:
    _assert_as_reviewed(study).write()
    assert not _assert_as_reviewed(study).changed
    (study.folder / "interviews" / "I7.jsonl").unlink()
    hold(study.folder, "I7", (do.AskQuestion("A1"), do.MarkCovered((), 3), _PROBED))
    numbers = _assert_as_reviewed(study)
    assert numbers.changed
    numbers.write()
    file = KeptNumbers(study.folder, "review", "1")
    assert all(file.of(log) is not None for log in study.logs())
    said = "".join(one.read_text().casefold() for one in find_kept_files(study.folder))
    assert not [word for word in _WORDS if word in said]
    moved = study.guide_path.read_text(encoding="utf-8").replace("id: B2", "id: B22")
    study.guide_path.write_text(moved, encoding="utf-8")
    _assert_as_reviewed(study)
    (study.folder / "observations").mkdir()
    (study.folder / "observations" / "I1.jsonl").write_bytes(b"{}\n")
    _assert_as_reviewed(study)


def test_what_a_review_read_no_start_reads_again_but_for_what_is_not_done(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, read, load = KeptNumbers(study.folder, PURPOSE, "1"), list[str](), Study.load
    review_kept(study, "1", start)

    def load_and_tell(self: Study, file: LogFile, shelf: GuideCache | None = None) -> LoadedInterview:
        read.append(file.code)
        return load(self, file, shelf)

    monkeypatch.setattr(Study, "load", load_and_tell)
    found = survey(study, study.logs(), study.guide(), "1", start)
    unfinished = [one.file.code for one in found.unfinished]
    assert read == unfinished
    _assert_as_read(study, found)
    start.write()
    read.clear()
    assert not _survey(study).kept.changed  # type: ignore[union-attr]
    assert read == unfinished


def _hold_anew(study: Study, _: pytest.MonkeyPatch) -> None:
    (study.folder / "interviews" / "I3.jsonl").unlink()
    hold(study.folder, "I3", (do.AskQuestion("C1"), do.MarkCovered((), 3)))


def _let_nobody_write(study: Study, patch: pytest.MonkeyPatch) -> None:
    _hold_anew(study, patch)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    patch.setattr("interviews.save.save", refuse)
    patch.setattr(Path, "unlink", refuse)


def _change_all(change: Callable[[bytes], bytes], study: Study, _: pytest.MonkeyPatch) -> None:
    for file in find_kept_files(study.folder):
        file.write_bytes(_seal(study, file.stem.rpartition("-")[2], change(file.read_bytes()), VERSION))


_BAD: dict[str, Callable[[Study, pytest.MonkeyPatch], None]] = {
    "wrong": partial(_change_all, _renumbered),
    "old": _hold_anew,
    "an older program's": partial(_change_all, lambda data: data.replace(VERSION.encode(), b"0.1.9", 1)),
    "truncated": partial(_change_all, lambda data: data[: len(data) // 2]),
    "hostile": partial(_change_all, partial(_with_check, lambda body: body.replace("0", '{"x": [[1e999]]}'))),
    "on a read-only folder": _let_nobody_write,
    "another user's": lambda _, patch: patch.setattr("interviews.os_support.posix.is_own", lambda _: False),
}


@pytest.mark.parametrize("how", _BAD)
def test_the_program_begins_and_reviews_as_without(
    study: Study, how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def told() -> tuple[str, str, list[str]]:
        code = main(["review", "--study", str(study.folder)])
        printed = capsys.readouterr()
        unfinished, result, numbers = _look_at(study)
        for one in numbers:
            one.write()
        assert result == review(study)
        return f"{code}", printed.out + printed.err, [one.file.code for one in unfinished]

    assert told() == told()
    assert len(find_kept_files(study.folder)) == 2
    with monkeypatch.context() as patch:
        _BAD[how](study, patch)
        first, second = told(), told()
    purge(study.folder)
    assert first == second == told()


_SPOILT_REVIEWS: dict[str, Callable[[bytes], bytes]] = {
    **{how: _SPOILT[how] for how in ("torn", "other numbers", "deep", "no records")},
    "unknown states": partial(_with_check, lambda body: body.replace('"covered"', '"found"')),
    "fewer fields": partial(_with_check, lambda body: body.replace(",null,false,", ",null,")),
    "others' codes": partial(_with_check, lambda body: body.replace('["I1"', '["I2"')),
    "words for numbers": partial(_with_check, lambda body: body.replace("0.0", '"ord"')),
    "other ids": partial(_with_check, lambda body: body.replace('"B1":[', '"B1x":[')),
    "no probes": partial(_with_check, lambda body: body.replace('"done"', '"gjort"').replace('[["1",', '[["99",')),
}


@pytest.mark.parametrize("how", _SPOILT_REVIEWS)
def test_whatever_stands_in_the_file_a_review_is_as_without(study: Study, how: str) -> None:
    hold(study.folder, "I10", (do.AskQuestion("A1"), _PROBED))
    _assert_as_reviewed(study).write()
    (file,) = find_kept_files(study.folder)
    file.write_bytes(_seal(study, "review", _SPOILT_REVIEWS[how](file.read_bytes())))
    _assert_as_reviewed(study)
