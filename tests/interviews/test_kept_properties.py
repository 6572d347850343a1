"""Kept numbers over generated studies: whatever is done to files between reviews, they say the same as without."""

import json
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import Refusal
from interviews.os_support import system
from interviews.study import kept, review_numbers
from interviews.study.folder import Study
from interviews.study.kept import KeptNumbers, find_kept_files, numbers_folder
from interviews.study.review import review
from interviews.study.review_numbers import review_kept
from interviews.study.survey import survey
from tests.interviews.choir import CHOIR, Talk, start

IDS = ("A1", "A2", "A3", "B1", "B2", "B4", "Z1")
ID = st.sampled_from(IDS)
ACT: st.SearchStrategy[Command] = st.one_of(
    st.builds(do.AskQuestion, ID, confirmed=st.just(value=True)),
    st.builds(do.TakeNote, st.sampled_from(("sangen", "noe annet #b1", "hva da?")), st.sampled_from(("note", "quote"))),
    st.builds(do.TakeNote, st.just("hva mente hen?"), st.just("follow_up")),
    st.builds(do.MarkCovered, ID.map(lambda id: (id,)), st.sampled_from((None, 1, 2, 3))),
    st.builds(do.Skip, ID.map(lambda id: (id,)), st.just("tid")),
    st.builds(do.Decline, ID.map(lambda id: (id,))),
    st.builds(do.ReturnTo, st.integers(1, 2)),
    st.just(do.TogglePause()),
    st.just(do.Undo()),
)
TALK = st.lists(ACT, max_size=12)
NAMES = ("I1", "I2", "I2-2", "P1", "J7")


def log_of(name: str, acts: list[Command], *, ended: bool) -> bytes:
    """An interview with these acts, as the bytes of its log; what is refused is left out."""
    code, _, number = name.partition("-")
    wall = f"2026-0{2 + int(code[1:]) % 7}-{int(number or 1):02}T10:00:00+01:00"
    first = start(code, "pilot" if code.startswith("P") else "live", wall=wall).but(program="0.2.0")
    talk = Talk(first)
    for place, act in enumerate([*acts, *([do.End()] if ended else [])], 1):
        decided = talk.decide(act, 10.0 * place)
        if not isinstance(decided, Refusal):
            talk.add(decided)
    return talk.log


@contextmanager
def study_of(talks: list[list[Command]]) -> Iterator[Study]:
    """A study of these interviews, in a folder that goes again; numbers are kept at once, and of any study."""
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", f"{place}/cache")
        patch.setenv("XDG_DATA_HOME", f"{place}/data")
        patch.setattr(kept, "SETTLED", -(10**18))
        patch.setattr(review_numbers, "FEWEST", 1)
        patch.setattr(system(), "sync", lambda _: None)  # no power fails here
        patch.setattr(system(), "sync_name", lambda _: None)
        folder = Path(place) / "study"
        (folder / "interviews").mkdir(parents=True)
        (folder / "guide.yaml").write_bytes(CHOIR.read_bytes())
        for name, acts in zip(NAMES, talks, strict=False):
            (folder / "interviews" / f"{name}.jsonl").write_bytes(log_of(name, acts, ended=len(acts) % 3 > 0))
        yield Study(folder)


def assert_as_without(study: Study) -> None:
    """A review and a survey with what is kept say what they say without, and write down what is new."""
    found, numbers = review_kept(study, "1")
    whole = review(study)
    assert found == whole
    assert found is None or whole is None or found.problems == whole.problems
    surveyed, plain = survey(study, study.logs(), study.guide(), "1"), study.survey()
    assert [one.file for one in surveyed.unfinished] == [one.file for one in plain.unfinished]
    assert (surveyed.guide_changes, surveyed.strays) == (plain.guide_changes, plain.strays)
    assert [one.file for one in surveyed.numbers] == [one.file for one in plain.told]
    for one in (numbers, surveyed.kept):
        if one is not None and one.changed:
            one.write()


def _changed(path: Path, change: Callable[[bytes], bytes], *, anew: bool) -> None:
    """Another content: in the same file, or in a new one that takes its name."""
    if not path.exists():
        return
    data = change(path.read_bytes())
    if anew:
        beside = path.with_name("beside")
        beside.write_bytes(data)
        beside.replace(path)
    else:
        before = path.stat()
        path.write_bytes(data)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))


def _observe(folder: Path, log: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / log.name).write_bytes(b"{}\n")


def _alike(data: bytes) -> bytes:
    """As long as before, and another question."""
    return data.replace(b'"question":"A1"', b'"question":"B1"').replace(b'"depth":1', b'"depth":3')


EDITS: dict[str, Callable[[Study, Path, list[Command]], object]] = {
    "held anew": lambda _, log, acts: _changed(log, lambda _: log_of(log.stem, acts, ended=True), anew=True),
    "goes on": lambda _, log, acts: _changed(log, lambda _: log_of(log.stem, [*acts, *acts], ended=False), anew=False),
    "as long as before": lambda _, log, __: _changed(log, _alike, anew=True),
    "as long, and the same file": lambda _, log, __: _changed(log, _alike, anew=False),
    "torn": lambda _, log, acts: _changed(log, lambda data: data[: len(data) - 7 - len(acts)], anew=False),
    "damaged": lambda _, log, __: _changed(log, lambda data: data.replace(b'"t":', b'"T":', 2), anew=True),
    "empty": lambda _, log, __: _changed(log, lambda _: b"", anew=False),
    "gone": lambda _, log, __: log.unlink() if log.is_file() else None,
    "copied": lambda _, log, __: shutil.copy(log, log.with_name("J9.jsonl")) if log.is_file() else None,
    "beside": lambda _, log, __: shutil.copy(log, log.with_name(f"{log.stem} (1).jsonl")) if log.is_file() else None,
    "renamed": lambda _, log, __: log.rename(log.with_name("K1.jsonl")) if log.exists() else None,
    "went on elsewhere": lambda _, log, acts: log.with_name(f"{log.stem}.rescued-1.jsonl").write_bytes(
        log_of(log.stem, acts, ended=True)
    ),
    "a folder": lambda _, log, __: log.exists() or [log.mkdir()],  # type: ignore[func-returns-value]
    "worded otherwise": lambda study, *_: _changed(
        study.guide_path, lambda text: text.replace(b"dagen", b"natta"), anew=True
    ),
    "ids moved": lambda study, *_: _changed(
        study.guide_path, lambda text: text.replace(b"id: B2", b"id: B9"), anew=False
    ),
    "no guide": lambda study, *_: _changed(study.guide_path, lambda _: b"title: [", anew=True),
    "the guide again": lambda study, *_: study.guide_path.write_bytes(CHOIR.read_bytes()),
    "observed": lambda study, log, _: _observe(study.folder / "observations", log),
    "anonymous": lambda study, *_: _changed(study.guide_path, lambda text: text + b"\nanonymous: yes\n", anew=True),
    "numbers gone": lambda *_: shutil.rmtree(numbers_folder(), ignore_errors=True),
    "nothing": lambda *_: None,
}
EDIT = st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(NAMES), TALK)
MOST_EDITS = 6 if settings.default is not None and settings.default.max_examples > 100 else 3


@settings(phases=(Phase.explicit, Phase.reuse, Phase.generate))  # to make one of these smaller takes minutes
@given(st.lists(TALK, min_size=2, max_size=len(NAMES)), st.lists(EDIT, min_size=1, max_size=MOST_EDITS))
def test_whatever_is_done_to_the_files_between_two_reviews(
    talks: list[list[Command]], edits: list[tuple[str, str, list[Command]]]
) -> None:
    with study_of(talks) as study:
        assert_as_without(study)
        assert_as_without(study)
        for how, name, acts in edits:
            EDITS[how](study, study.folder / "interviews" / f"{name}.jsonl", acts)
            assert_as_without(study)
            assert_as_without(study)


SOME: list[list[Command]] = [
    [do.AskQuestion("A1"), do.TakeNote("sangen"), do.MarkCovered((), 2)],
    [do.AskQuestion("B1"), do.Decline(("B2",))],
    [do.AskQuestion("A2")],
]


def test_what_a_log_went_on_in_since_its_numbers_were_kept_is_read() -> None:
    with study_of(SOME) as study:
        assert_as_without(study)
        more = log_of("I1", [*SOME[0], do.AskQuestion("B4")], ended=True)
        (study.folder / "interviews" / "I1.rescued-1.jsonl").write_bytes(more)
        assert_as_without(study)
        found, _ = review_kept(study, "1")
        assert found is not None
        assert "B4" in found.interviews[0].order


JUNK = st.sampled_from(["ukjent", -1, 10**30, {"x": []}, [[]], "hemmelig ord"])


def _spoil(value: Any, chance: random.Random, junk: object) -> Any:
    """The same with something else in one place, whichever that is."""
    if isinstance(value, list) and value and chance.random() < 0.9:
        place = chance.randrange(len(value))
        return [*value[:place], _spoil(value[place], chance, junk), *value[place + 1 :]]
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        if chance.random() < 0.2:
            return {other: one for other, one in value.items() if other != key} | {"ukjent": value[key]}
        return value | {key: _spoil(value[key], chance, junk)}
    return junk


@settings(phases=(Phase.explicit, Phase.reuse, Phase.generate))  # to make one of these smaller takes minutes
@given(
    st.lists(TALK, min_size=2, max_size=4),
    st.randoms(use_true_random=False),
    JUNK,
    st.sampled_from(("right", "as it was")),
)
def test_whatever_stands_in_the_file_with_the_right_seal_or_without(
    talks: list[list[Command]], chance: random.Random, junk: object, seal: str
) -> None:
    with study_of(talks) as study:
        assert_as_without(study)
        for file in find_kept_files(study.folder):
            head, _, body = file.read_bytes().partition(b"\n")
            lines = [json.loads(line) for line in body.splitlines()]
            if lines and chance.random() < 0.8:
                place = chance.randrange(len(lines))
                lines[place] = _spoil(lines[place], chance, junk)
                body = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
            else:
                cut = chance.randrange(len(body) + 1)
                body = body[:cut] + bytes(chance.randrange(256) for _ in range(chance.randrange(9))) + body[cut + 3 :]
            if seal == "right":
                purpose = file.stem.rpartition("-")[2]
                head = json.dumps(KeptNumbers(study.folder, purpose, "1")._head(body)).encode()
            file.write_bytes(head + b"\n" + body)
        assert_as_without(study)
        assert_as_without(study)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for this user")
def test_a_folder_that_can_only_be_read() -> None:
    with study_of(SOME) as study:
        assert_as_without(study)
        (study.folder / "interviews" / "I1.jsonl").unlink()
        numbers_folder().chmod(0o500)
        try:
            assert_as_without(study)
            assert_as_without(study)
        finally:
            numbers_folder().chmod(0o700)


def test_a_disk_on_which_nothing_can_be_written_and_a_home_without_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    with study_of(SOME) as study:
        monkeypatch.setattr("interviews.save.save", full)
        assert_as_without(study)
        assert find_kept_files(study.folder) == ()
        monkeypatch.undo()
        with study_of(SOME) as other:
            assert_as_without(other)
            (Path(os.environ["XDG_DATA_HOME"]) / "intervjuguide" / "key").write_text("another key")
            assert KeptNumbers(other.folder, "review", "1").of(other.logs()[0]) is None
            assert_as_without(other)
            shutil.rmtree(os.environ["XDG_DATA_HOME"])
            Path(os.environ["XDG_DATA_HOME"]).write_bytes(b"no folder")
            assert_as_without(other)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such owners")
@pytest.mark.parametrize("how", ["another's file", "another's folder", "a folder for a group", "a link"])
def test_a_cache_folder_that_two_users_share(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with study_of(SOME) as study:
        assert_as_without(study)
        (file, *_) = find_kept_files(study.folder)
        if how == "another's file":  # whose numbers are whole, and of another study of that user
            monkeypatch.setattr("interviews.os_support.posix.is_own", lambda _: False)
        elif how == "another's folder":
            monkeypatch.setattr("interviews.save.Draft.put", lambda *_, **__: (_ for _ in ()).throw(PermissionError))
        elif how == "a folder for a group":
            numbers_folder().chmod(0o770)
            for path in find_kept_files(study.folder):
                data = path.read_bytes().replace(b"10.0", b"20.0")
                path.unlink()  # whoever may write there puts another one in its place
                path.write_bytes(data)
        else:
            elsewhere = file.with_name("elsewhere")
            file.rename(elsewhere)
            file.symlink_to(elsewhere)
        assert_as_without(study)
        assert_as_without(study)


def test_two_programs_at_once_each_write_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    with study_of(SOME) as study:
        _, one = review_kept(study, "1")
        _, two = review_kept(study, "1")
        assert one is not None
        assert two is not None
        one.write()
        (study.folder / "interviews" / "I2.jsonl").unlink()
        two.write()
        told = b"".join(path.read_bytes() for path in find_kept_files(study.folder))
        assert b"I2.jsonl" not in told
        one.write()
        told = b"".join(path.read_bytes() for path in find_kept_files(study.folder))
        assert b"I2.jsonl" not in told, "who has left is in no numbers, whichever program writes last"
        assert_as_without(study)
        _, older = review_kept(study, "0")
        assert older is not None
        older.write()
        assert_as_without(study)


def test_who_leaves_while_numbers_are_written_is_in_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with study_of(SOME) as study:
        _, numbers = review_kept(study, "1")
        assert numbers is not None
        log = study.folder / "interviews" / "I2.jsonl"
        from interviews import save as saving

        write = saving.save

        def meanwhile(path: Path, data: bytes, **how: Any) -> None:
            write(path, data, **how)
            if path.parent == numbers_folder():
                log.unlink()

        monkeypatch.setattr(saving, "save", meanwhile)
        numbers.write()
        assert find_kept_files(study.folder) == ()


def test_a_study_that_is_locked_or_anonymous_meanwhile_keeps_nothing_of_before() -> None:
    with study_of(SOME) as study:
        assert_as_without(study)
        assert find_kept_files(study.folder)
        guide = study.guide_path.read_bytes()
        study.guide_path.write_bytes(guide + b"\nanonymous: yes\n")
        assert_as_without(study)
        assert find_kept_files(study.folder) == ()
        study.guide_path.write_bytes(guide)
        _, numbers = review_kept(study, "1")
        assert numbers is not None
        (study.folder / "keys").mkdir()
        (study.folder / "keys" / "study.json").write_bytes(b"{}")
        numbers.write()
        assert find_kept_files(study.folder) == ()


def test_numbers_of_a_study_that_is_no_more_go_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    with study_of(SOME) as study:
        assert_as_without(study)
        old = numbers_folder() / f"{'0' * 64}-review.json"
        other = numbers_folder() / "somebody's own"
        for path in (old, other):
            path.write_bytes(b"")
            os.utime(path, (0, 0))
        (study.folder / "interviews" / "I1.jsonl").unlink()
        assert_as_without(study)
        assert not old.exists()
        assert other.exists()
        assert find_kept_files(study.folder)
