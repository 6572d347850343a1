"""A backup: whole, read back and private, or none; a damaged study takes no good copy's place."""

import errno
import shutil
import sys
from pathlib import Path

import pytest

from interviews.data_management import backup
from interviews.data_management.backup import MANIFEST, Backup, days_since, last_backup, make_backup, read_manifest
from interviews.data_management.outputs import list_outputs
from interviews.failures import LogFailure
from interviews.log.shelter import Shelter
from interviews.log.writer import Log
from interviews.os_support import system
from interviews.study.entries import BackedUp
from interviews.study.facts import FILE, StudyFact, add
from interviews.study.folder import Study
from tests.faults.stepwise import bytes_in, counted, failing, kill_at
from tests.modes import is_private
from tests.tui.studies import hold, study_with

MONDAY, FRIDAY = "2026-11-23", "2026-11-27"


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "stick").mkdir()
    (tmp_path / "home").mkdir()
    return Study(study_with(tmp_path / "home" / "studien", "I1"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def in_study(study: Study) -> dict[str, bytes | str]:
    return bytes_in(study.folder)


def but_lines(files: dict[str, bytes | str]) -> dict[str, bytes | str]:
    return {name: data for name, data in files.items() if name != FILE}


def test_a_copy_is_a_study_of_its_own_that_only_its_owner_reads(study: Study, stick: Path) -> None:
    add(study.folder, [StudyFact(date=MONDAY, key="sample", value="invented")])
    (study.folder / "recording.m4a").write_bytes(b"sound")
    (study.folder / "interviews" / "I1.wav").write_bytes(b"sound")
    before = in_study(study)
    made = make_backup(study, stick, MONDAY)
    assert made == Backup(stick / "studien backup 1", 3, ("I1",), left_out=("interviews/I1.wav", "recording.m4a"))
    copied = bytes_in(made.folder)
    assert {name: data for name, data in copied.items() if name != MANIFEST} == {
        name: before[name] for name in ("guide.yaml", "interviews/I1.jsonl", FILE)
    }
    for path in (made.folder, *made.folder.rglob("*")):
        assert is_private(path), path
    assert [told.interview is not None for told in Study(made.folder).load_interviews()] == [True]
    assert but_lines(in_study(study)) == but_lines(before)


def test_it_is_known_to_the_study_before_it_has_its_name_and_its_age_is_told(study: Study, stick: Path) -> None:
    assert last_backup(study.folder) is None
    made = make_backup(study, stick, MONDAY)
    (output,) = list_outputs(study.folder)
    assert (output.path, output.last.format, output.state, output.interviews) == (
        made.folder / MANIFEST,
        "backup",
        "as_made",
        ("I1",),
    )
    last = last_backup(study.folder)
    assert last is not None
    assert (last.date, last.folder, last.interviews) == (MONDAY, str(made.folder), ("I1",))
    from datetime import date

    assert [days_since(last, date(2026, 11, day)) for day in (22, 23, 27)] == [0, 0, 4]
    assert days_since(BackedUp(date="2026-11", folder="x"), date(2026, 11, 27)) is None


def test_the_former_copy_goes_once_the_new_one_is_there_and_nothing_else_does(study: Study, stick: Path) -> None:
    first = make_backup(study, stick, MONDAY)
    other = Study(study_with(study.folder.parent.parent / "other" / "studien", "I1"))
    theirs = make_backup(other, stick, MONDAY)
    assert theirs.folder == stick / "studien backup 2"
    hold(study.folder, "I2")
    made = make_backup(study, stick, FRIDAY)
    assert made.removed == (first.folder,)
    assert sorted(path.name for path in stick.iterdir()) == [theirs.folder.name, made.folder.name]
    again = make_backup(study, stick, FRIDAY)
    assert (again.folder.name, again.removed) == ("studien backup 4", (made.folder,))


def test_what_somebody_put_into_a_former_copy_stays(study: Study, stick: Path) -> None:
    first = make_backup(study, stick, MONDAY)
    (first.folder / "mine.txt").write_text("words", encoding="utf-8")
    (first.folder / "guide.yaml").write_text("title: mine", encoding="utf-8")
    made = make_backup(study, stick, FRIDAY)
    assert made.unremoved == (first.folder,)
    assert sorted(bytes_in(first.folder)) == [MANIFEST, "guide.yaml", "mine.txt"]


def test_a_copy_whose_folder_was_made_a_link_takes_nothing_from_where_that_leads(study: Study, stick: Path) -> None:
    first = make_backup(study, stick, MONDAY)
    before = bytes_in(study.folder / "interviews")
    shutil.rmtree(first.folder / "interviews")
    (first.folder / "interviews").symlink_to(study.folder / "interviews")
    (first.folder / "guide.yaml").unlink()
    (first.folder / "guide.yaml").symlink_to(study.guide_path)
    assert make_backup(study, stick, FRIDAY).unremoved == (first.folder,)
    assert bytes_in(study.folder / "interviews") == before
    assert study.guide_path.exists()


@pytest.mark.parametrize("damage", ["gone", "shorter", "other"])
def test_a_study_that_lacks_what_the_former_copy_has_leaves_that_alone(study: Study, stick: Path, damage: str) -> None:
    first = make_backup(study, stick, MONDAY)
    before = bytes_in(first.folder)
    log = study.folder / "interviews" / "I1.jsonl"
    whole = log.read_bytes()
    if damage == "gone":
        log.unlink()
    else:
        log.write_bytes(whole[:-40] if damage == "shorter" else whole.replace(b"uformell", b"formell "))
    made = make_backup(study, stick, FRIDAY)
    assert (made.kept, made.lacking, made.removed) == ((first.folder,), ("interviews/I1.jsonl",), ())
    assert bytes_in(first.folder) == before
    assert make_backup(study, stick, FRIDAY, sound=False).kept == (first.folder, made.folder)


@pytest.mark.skipif(sys.platform == "win32", reason="a link takes an administrator there")
def test_folders_that_are_links_are_copied_as_what_the_study_reads(study: Study, stick: Path, tmp_path: Path) -> None:
    first = make_backup(study, stick, MONDAY)
    shutil.move(study.folder / "interviews", tmp_path / "volume" / "notes")
    (study.folder / "interviews").symlink_to(tmp_path / "volume" / "notes")
    (study.folder / "elsewhere").symlink_to(tmp_path / "gone")
    (study.folder / "interviews" / "older").symlink_to(tmp_path / "home")
    made = make_backup(study, stick, FRIDAY)
    assert (made.interviews, made.removed, made.lacking) == (("I1",), (first.folder,), ())
    assert made.left_out == ("elsewhere", "interviews/older/")
    assert [told.interview is not None for told in Study(made.folder).load_interviews()] == [True]
    with pytest.raises(LogFailure, match="backup_inside"):
        make_backup(study, tmp_path / "volume" / "notes", FRIDAY)
    (tmp_path / "volume").rename(tmp_path / "locked")
    with pytest.raises(LogFailure, match="folder_unreached"):
        make_backup(study, stick, FRIDAY)
    assert list(stick.iterdir()) == [made.folder]


def test_a_log_that_the_walk_missed_makes_it_no_copy(
    study: Study, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, well = make_backup(study, stick, MONDAY), backup._every
    monkeypatch.setattr(backup, "_every", lambda *at: (path for path in well(*at) if path.name != "I1.jsonl"))
    with pytest.raises(LogFailure, match="backup_changed"):
        make_backup(study, stick, FRIDAY)
    assert list(stick.iterdir()) == [first.folder]


def test_what_an_interview_went_on_in_elsewhere_is_copied_too(study: Study, stick: Path) -> None:
    log = study.folder / "interviews" / "I1.jsonl"
    whole = log.read_bytes()
    cut = whole[: whole.index(b"\n", len(whole) // 2) + 1]
    (away,) = Shelter(log, None, whole).places()
    away.parent.mkdir(parents=True)
    away.write_bytes(whole)
    log.write_bytes(cut)
    (study.folder / "interviews" / "I1.rescued-1.jsonl").write_bytes(cut)
    acts = [len(told.interview.acts) for told in study.load_interviews() if told.interview is not None]
    made = make_backup(study, stick, MONDAY)
    shutil.rmtree(away.parent.parent)
    copy = Study(made.folder)
    assert (copy.folder / "interviews" / "I1.rescued-2.jsonl").read_bytes() == whole
    assert [len(told.interview.acts) for told in copy.load_interviews() if told.interview is not None] == acts
    assert made.interviews == ("I1",)
    log.write_bytes(whole)  # taken up again
    (study.folder / "interviews" / "I1.rescued-1.jsonl").unlink()
    again = make_backup(study, stick, FRIDAY)
    assert (again.lacking, again.removed) == ((), (made.folder,))


def test_an_interview_of_which_only_that_is_left_is_copied(study: Study, stick: Path) -> None:
    log = study.folder / "interviews" / "I1.jsonl"
    (away,) = Shelter(log, None, log.read_bytes()).places()
    away.parent.mkdir(parents=True)
    log.rename(away)
    made = make_backup(study, stick, MONDAY)
    assert made.interviews == ("I1",)
    assert [told.interview is not None for told in Study(made.folder).load_interviews()] == [True]


def test_nothing_is_copied_into_the_study_or_from_an_interview_under_way(study: Study, stick: Path) -> None:
    for target in (study.folder, study.folder / "interviews"):
        with pytest.raises(LogFailure, match="backup_inside"):
            make_backup(study, target, MONDAY)
    held = Log.open(study.folder / "interviews" / "I1.jsonl")
    with pytest.raises(LogFailure, match="log_locked"):
        make_backup(study, stick, MONDAY)
    held.close()
    assert (list(stick.iterdir()), list_outputs(study.folder)) == ([], ())


def test_a_medium_that_does_not_give_back_what_it_was_given_holds_no_copy(
    study: Study, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    well = system().read_anew
    monkeypatch.setattr(system(), "read_anew", lambda path: well(path)[:-1] if path.name == "I1.jsonl" else well(path))
    with pytest.raises(LogFailure, match="backup_differs"):
        make_backup(study, stick, MONDAY)
    monkeypatch.setattr(system(), "read_anew", lambda path: (study.guide_path.write_text("title: x"), well(path))[1])
    with pytest.raises(LogFailure, match="backup_changed"):
        make_backup(study, stick, MONDAY)
    assert list(stick.iterdir()) == []


def test_each_step_that_fails_leaves_a_whole_copy_or_none_and_says_which(study: Study, stick: Path) -> None:
    first = make_backup(study, stick, MONDAY)
    hold(study.folder, "I2")
    facts = (study.folder / FILE).read_bytes()
    here, former = but_lines(in_study(study)), bytes_in(first.folder)
    with counted() as calls:
        make_backup(study, stick, FRIDAY)
    outcomes = set()
    for at in range(1, calls.count + 1):
        reset(study, stick, facts, {first.folder.name: former})
        try:
            with failing(at, errno.EIO if at % 2 else errno.ENOSPC):
                made = make_backup(study, stick, FRIDAY)
        except LogFailure:
            outcomes.add("untouched")
            assert {path.name: bytes_in(path) for path in stick.iterdir() if not path.name.startswith(".")} == {
                first.folder.name: former
            }, at
        else:
            outcomes.add("done")
            assert is_whole(made.folder), at
            assert set(made.removed + made.unremoved) == {first.folder}
        assert but_lines(in_study(study)) == here, at
    assert outcomes == {"untouched", "done"}


def test_killed_at_any_moment_there_is_a_whole_copy_and_the_next_one_tidies_up(
    study: Study, stick: Path, stride: int
) -> None:
    first = make_backup(study, stick, MONDAY)
    hold(study.folder, "I2")
    facts = (study.folder / FILE).read_bytes()
    here, former = but_lines(in_study(study)), bytes_in(first.folder)
    at, swept = 1, False
    while kill_at(at, lambda: make_backup(study, stick, FRIDAY)):
        named = [path for path in stick.iterdir() if not path.name.startswith(".")]
        whole = [path for path in named if is_whole(path)]
        assert whole, at
        assert [path for path in named if path not in whole] in ([], [first.folder]), at
        assert but_lines(in_study(study)) == here, at
        if at % 7 == 0:
            made = make_backup(study, stick, "2026-11-28")
            swept = swept or made.swept
            assert list(stick.iterdir()) == [made.folder], at
        reset(study, stick, facts, {first.folder.name: former})
        at += stride
    assert swept


def is_whole(folder: Path) -> bool:
    files = read_manifest(folder)
    return files is not None and all((folder / name).is_file() for name in files)


def reset(study: Study, stick: Path, facts: bytes, copies: dict[str, dict[str, bytes | str]]) -> None:
    """The study's lines and the stick as they were."""
    (study.folder / FILE).write_bytes(facts)
    shutil.rmtree(stick)
    for name, files in copies.items():
        for file, data in files.items():
            assert isinstance(data, bytes)
            path = stick / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


@pytest.mark.parametrize(
    "manifest",
    [b"", b"[]", b'{"intervjuguide":"backup","files":{"../x":"0"}}', b'{"intervjuguide":"backup","files":3}', b"\xff"],
)
def test_a_folder_that_is_no_copy_is_none(tmp_path: Path, manifest: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(manifest)
    assert read_manifest(tmp_path) is None
