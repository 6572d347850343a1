"""The guide's history on disk: every revision whole, nothing lost at any moment of writing, ids for ever."""

import errno
import os
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.diff import diff
from guide.editing import edit_text
from guide.model import Guide
from guide.problems import fold_case
from guide.reading import read_guide
from guide.revise import RevisionError
from guide.samples import thesis_guide_text
from guide.serialize import guide_from_dict, guide_to_dict
from guide.write import write_guide
from interviews import save as save_module
from interviews.core import commands as do
from interviews.method.guide_versions import read_revisions
from interviews.os_support import system
from interviews.revisions import RecordedChange, Revision, collect_ids, read_history, read_revision
from interviews.revisions import writing as revision_writing
from interviews.revisions.acts import Decision, carry_out
from interviews.revisions.writing import (
    OnDisk,
    RevisionFailure,
    WritingStep,
    finish,
    half_done,
    leading_to,
    read_on_disk,
    revision_text,
    write_steps,
)
from interviews.save import save
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.examples import SLOW
from tests.guide.changed import is_told_in_full
from tests.guide.strategies import TEXTS, guides
from tests.interviewer import thesis_study
from tests.interviews.choir import CHOIR
from tests.modes import is_private

DATE = "2026-03-09"
REWORDED = Decision("reword", "A1", ("Kan du fortelle om sist time?",), why="for lukket", evidence=("P1:4", "P1:7"))


SMALL = """\
title: Kort guide
research_questions: {A: Hva er læring?}
sections:
  - serves: A
    questions:
      - id: A1 # den første
        ask: Var det en god time?
      - Hva skjedde da?
      - Hvem var med?
      - Hva lærte du?
"""


def small_study(folder: Path) -> Path:
    """A study with a guide of four questions: read many times in one test, it costs a tenth of the thesis's."""
    (folder / "guide.yaml").write_text(SMALL, encoding="utf-8")
    return folder


def on_disk(folder: Path) -> OnDisk:
    """The guide as it is now."""
    now = read_on_disk(folder)
    assert isinstance(now, OnDisk)
    return now


def record(decision: Decision) -> RecordedChange:
    """What the history says of it."""
    said = " ".join((decision.question, decision.act, *decision.texts))
    return RecordedChange(decision.question, decision.act, said, why=decision.why, evidence=decision.evidence)


def revised(folder: Path, *decisions: Decision, after: str = "P1") -> tuple[Revision, ...]:
    """Carry out decisions and write the revision, as the program does."""
    now, history = on_disk(folder), read_history(folder)
    guide = now.guide
    for decision in decisions:
        guide = carry_out(guide, decision, collect_ids(history, (guide,)))
    changes = tuple(record(decision) for decision in decisions)
    copies = [told.interview.guide for told in Study(folder).load_interviews() if told.interview is not None]
    leading = leading_to(now, history, copies, hand_made)
    step = WritingStep(edit_text(now.text, guide).text, guide, after, changes)
    return write_steps(folder, now, history, [*leading, step], DATE)


def hand_made(old: Guide, new: Guide) -> tuple[RecordedChange, ...]:
    """What somebody changed in the file itself."""
    return tuple(RecordedChange(change.question, change.kind, change.kind) for change in diff(old, new))


def texts(folder: Path) -> dict[str, bytes]:
    """Every file of the study that a person would care about."""
    found = [folder / "guide.yaml", *(folder / "revisions").glob("[0-9]*.yaml")]
    return {path.name: path.read_bytes() for path in found}


def test_the_first_revision_keeps_the_guide_as_it_was_and_says_what_why_after_what(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    before = (folder / "guide.yaml").read_bytes().decode()
    revised(folder, REWORDED)
    first, second = read_history(folder).revisions
    assert (first.number, first.text, first.changes, first.after) == (1, before, (), "")
    assert (second.number, second.date, second.after) == (2, DATE, "P1")
    [change] = second.changes
    assert (change.question, change.why, change.evidence) == ("A1", "for lukket", ("P1:4", "P1:7"))
    assert second.text.encode() == (folder / "guide.yaml").read_bytes()
    assert second.guide is not None
    assert second.guide.questions[0].ask == "Kan du fortelle om sist time?"
    assert [one.id for one in second.guide.questions] == [one.id for one in on_disk(folder).guide.questions]


def test_a_revision_of_an_anonymous_study_keeps_no_date(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text(f"anonymous: yes\n{SMALL}", encoding="utf-8")
    revised(tmp_path, REWORDED)
    assert [one.date for one in read_history(tmp_path).revisions] == ["", ""]
    assert read_history(tmp_path).problems == ()
    assert all(b"2026" not in text and b"\ndate:" not in text for text in texts(tmp_path).values())


def test_what_people_wrote_in_confidence_is_their_own(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    (folder / "guide.yaml").chmod(0o600)
    revised(folder, REWORDED)
    assert is_private(folder / "revisions")
    for path in ((folder / "guide.yaml"), *(folder / "revisions").iterdir()):
        assert is_private(path), path


def test_a_revision_that_changed_nothing_at_first_is_no_fact_for_the_method_chapter(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED)
    found = read_revisions(folder)
    assert [one.name for one in found.revisions] == ["2"]
    assert found.revisions[0].changes[0].why == "for lukket"
    assert found.problems == ()


def test_a_guide_changed_by_hand_becomes_a_revision_of_its_own(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED)
    path = folder / "guide.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 60", "minutes: 45"), encoding="utf-8")
    revised(folder, Decision("drop", "A4"), after="I1")
    _, _, by_hand, last = read_history(folder).revisions
    assert [change.kind for change in by_hand.changes] == ["changed"]
    assert (by_hand.after, by_hand.changes[0].why) == ("", "")
    assert by_hand.guide is not None
    assert by_hand.guide.minutes == 45
    assert by_hand.guide.question("A4") is not None
    assert (last.after, last.guide) == ("I1", on_disk(folder).guide)


def test_a_new_comment_alone_is_no_revision(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED)
    with (folder / "guide.yaml").open("a", encoding="utf-8") as file:
        file.write("# husk: spør veileder\n")
    revised(folder, Decision("drop", "A4"))
    assert [one.number for one in read_history(folder).revisions] == [1, 2, 3]
    assert "husk: spør veileder" in (folder / "guide.yaml").read_text(encoding="utf-8")


def test_nothing_is_written_over_what_somebody_changed_meanwhile(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    now, history = on_disk(folder), read_history(folder)
    guide = carry_out(now.guide, REWORDED, ())
    step = WritingStep(edit_text(now.text, guide).text, guide)
    with (folder / "guide.yaml").open("a", encoding="utf-8") as file:
        file.write("# et annet vindu\n")
    with pytest.raises(RevisionFailure, match="revision_guide_changed"):
        write_steps(folder, now, history, [step], DATE)
    assert list(texts(folder)) == ["guide.yaml"]
    now = on_disk(folder)
    revised(folder, Decision("drop", "A4"))
    with pytest.raises(RevisionFailure):
        write_steps(folder, now, history, [step], DATE)
    assert on_disk(folder).guide.question("A4") is None


def test_two_windows_do_not_write_at_once(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED)
    before = texts(folder)
    fd = system().open_folder(folder / "revisions")
    system().lock(fd)
    try:
        with pytest.raises(RevisionFailure, match="revision_locked"):
            revised(folder, Decision("drop", "A4"))
    finally:
        os.close(fd)
    assert texts(folder) == before


def test_a_link_to_a_guide_elsewhere_stays_a_link(tmp_path: Path) -> None:
    elsewhere = thesis_study(tmp_path / "felles")
    folder = tmp_path / "studie"
    folder.mkdir()
    (folder / "guide.yaml").symlink_to(elsewhere / "guide.yaml")
    revised(folder, REWORDED)
    assert (folder / "guide.yaml").is_symlink()
    assert on_disk(elsewhere).guide == on_disk(folder).guide
    assert on_disk(folder).guide.questions[0].ask == REWORDED.texts[0]


# --- a crash, or a failing disk, at every step of writing


class Killed(BaseException):
    """The program is gone: nothing after it happens, no tidying either."""


Step_ = tuple[Any, str]
STEPS: tuple[Step_, ...] = (
    (revision_writing, "save"),
    (os, "link"),
    (system(), "replace"),
    (save_module, "sync_folder"),
    (system(), "sync"),
)


FAILING = STEPS[:3] + STEPS[4:]
"""Where a folder cannot be made durable, that is no failure."""


def breaking(
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    problem: Callable[[], BaseException],
    *,
    after: bool,
    steps: Sequence[Step_] = STEPS,
) -> list[str]:
    """Let the ``at``-th step of writing fail, before it happens or right after; the steps that were reached."""
    reached: list[str] = []

    def broken(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            number = len(reached)
            reached.append(name)
            if number == at and not after:
                raise problem()
            done = real(*arguments, **named)
            if number == at:
                raise problem()
            return done

        return step

    for owner, name in steps:
        monkeypatch.setattr(owner, name, broken(name, getattr(owner, name)))
    return reached


MOMENTS = [(at, after) for at in range(18) for after in (False, True)]
"""Each step of the first revision, and one more, which is never reached; a later revision has half as many."""


@pytest.mark.parametrize(("at", "after"), MOMENTS)
def test_killed_at_any_moment_of_writing_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, *, after: bool
) -> None:
    """Either the old guide stands and no new revision tells of it, or the next start puts the new one in place."""
    folder = small_study(tmp_path)
    old = on_disk(folder)
    with monkeypatch.context() as patched:
        reached = breaking(patched, at, Killed, after=after)
        try:
            revised(folder, REWORDED)
        except Killed:
            pass
        else:
            assert len(reached) <= at
            assert at == MOMENTS[-1][0] or not hasattr(system(), "NAMELESS")  # which takes more steps
    warned = half_done(folder)
    left = finish(folder)
    assert left is None or (left.code, left.severity) == ("revision_finished", "notice")
    assert warned or left is None
    history = read_history(folder)
    assert history.problems == ()
    now = on_disk(folder)
    if now.data == old.data:
        assert [one.number for one in history.revisions] in ([], [1])
        revised(folder, REWORDED)
    assert on_disk(folder).guide.questions[0].ask == REWORDED.texts[0]
    assert texts(folder).keys() == {"guide.yaml", "1.yaml", "2.yaml"}
    first, second = read_history(folder).revisions
    assert (first.text.encode(), second.text.encode()) == (old.data, on_disk(folder).data)
    assert half_done(folder) == ()


@pytest.mark.parametrize(("at", "after"), MOMENTS[:20])
def test_a_disk_that_fails_at_any_moment_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, *, after: bool
) -> None:
    folder = small_study(tmp_path)
    revised(folder, REWORDED)
    before = texts(folder)

    def full() -> OSError:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        breaking(patched, at, full, after=after, steps=FAILING)
        try:
            revised(folder, Decision("drop", "A4"))
        except RevisionFailure as failure:
            assert failure.code == "disk_full"  # noqa: PT017  it need not be raised: the last step may be over
            assert texts(folder) == before
    assert half_done(folder) == ()
    assert read_history(folder).problems == ()
    assert texts(folder)["guide.yaml"] == read_history(folder).revisions[-1].text.encode()


def test_an_interrupted_revision_is_not_put_over_what_was_changed_by_hand_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = thesis_study(tmp_path)
    with monkeypatch.context() as patched:
        breaking(patched, 10_000, Killed, after=False)
        real = system().replace

        def killed_last(path: Path, target: Path) -> None:
            if path.name.startswith(".guide"):
                raise Killed
            real(path, target)

        patched.setattr(system(), "replace", killed_last)
        with pytest.raises(Killed):
            revised(folder, REWORDED)
    with (folder / "guide.yaml").open("a", encoding="utf-8") as file:
        file.write("# for hånd\n")
    mine = (folder / "guide.yaml").read_bytes()
    left = finish(folder)
    assert left is not None
    assert (left.code, left.severity) == ("revision_and_hand", "error")
    assert (folder / "guide.yaml").read_bytes() == mine
    kept = read_history(folder).revisions[-1]
    assert kept.guide is not None
    assert kept.guide.questions[0].ask == REWORDED.texts[0]


# --- files that people, programs and disks have touched


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (b"revision: 1\nchanges: [\n\nguide: x", 2, "guide_open_bracket"),
        (b"- 1\n", 1, "revision_unreadable"),
        (b"revision: 1\ndate: 2026-03-01\n", 1, "revision_no_guide"),
        (b"revision: 1\nguide: |\n  title: Kor\n  sektions: []\n", 4, "guide_unknown_key_near"),
        (b"\xff\xfe\x00", 1, "guide_utf16"),
    ],
)
def test_what_is_wrong_in_a_revision_is_named_with_its_line(tmp_path: Path, text: bytes, line: int, code: str) -> None:
    (tmp_path / "revisions").mkdir()
    (tmp_path / "revisions" / "1.yaml").write_bytes(text)
    found = read_history(tmp_path).problems
    assert ("revisions/1.yaml", line, code) in [(one.file, one.line, one.code) for one in found]


def test_other_files_among_the_revisions_are_left_alone(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED)
    for name in ("notat.yaml", "02.yaml", "2.yaml~", ".3.part", "٣.yaml"):
        (folder / "revisions" / name).write_text("[", encoding="utf-8")
    history = read_history(folder)
    assert [one.number for one in history.revisions] == [1, 2]
    assert history.problems == ()


ODD = [
    "title: Kor\r\nsections:\r\n  - questions: [Hva?]\r\n",
    "title: Kor   \nsections:\n  - questions: [Hva?]\n\n\n",
    "\n  \n# før alt\ntitle: Kor\nsections:\n  - questions: [Hva?]",
    "title: Kor\nproblem: |\n  en\n\n\n    to\n\t\nsections:\n  - questions: ['Hva \x85 nå? \u2028 ja 🎵']\n",
    "---\ntitle: 'Kor: \"fest\" #1'\nsections:\n- questions: [Hva?]\n...\n",
]


@pytest.mark.parametrize("text", ODD)
def test_a_guides_own_text_comes_back_to_the_byte(text: str) -> None:
    guide = read_guide(text, "guide.yaml").guide
    revision = Revision(3, DATE, "", (), text, guide)
    read, _ = read_revision(revision_text(revision).encode(), 3)
    assert read == revision


LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)


@given(
    texts=st.lists(TEXTS | st.sampled_from(["[by]: nå", "- a", "#x", "a\n\n b \n", "«…» → “…”", "null", "", "1:30"])),
    why=TEXTS,
    after=st.sampled_from(["", "P1", "I12-2"]),
)
def test_every_word_of_a_record_comes_back(texts: list[str], why: str, after: str) -> None:
    changes = tuple(
        RecordedChange("B3", "reworded", text, before=text, after=f"{text} {text}", why=why, evidence=("P1:31", "P1:4"))
        for text in texts
    )
    guide_text = "title: Kor\nsections: [{questions: [Hva?]}]\n"
    left = ("P1:7",) * len(after)
    revision = Revision(2, DATE, after, changes, guide_text, read_guide(guide_text, "").guide, left)
    read, problems = read_revision(revision_text(revision).encode(), 2)
    assert problems == ()
    assert read == revision


def test_half_a_character_is_no_reason_to_lose_a_revision(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED.but(why="hva \ud83c nå", evidence=("P1:4", "\udc80")))
    change = read_history(folder).revisions[-1].changes[0]
    assert (change.why, change.evidence) == ("hva \ufffd nå", ("P1:4", "\ufffd"))


# --- any sequence of revisions


DECISIONS = st.tuples(
    st.sampled_from(
        ["reword", "earlier", "later", "split", "merge", "add_probe", "drop", "drop_probe", "add_question", "accept"]
    ),
    st.integers(0, 40),
    st.integers(0, 40),
    TEXTS | st.sampled_from(["Hvordan da?", "Kan du fortelle om «det»: [ler]?"]),
)
ROUNDS = st.lists(st.tuples(st.lists(DECISIONS, min_size=1, max_size=4), st.booleans()), min_size=1, max_size=3)
GUIDES = st.one_of(guides().filter(lambda guide: bool(guide.questions)), st.just(None))


def decision_of(act: Any, one: int, other: int, text: str, guide: Guide) -> Decision:
    """A decision about questions that the guide has."""
    ids = [question.id for question in guide.questions]
    return Decision(
        act,
        ids[one % len(ids)],
        texts=(text, f"{text} 2"),
        other=ids[other % len(ids)],
        place=other % 3,
        rules=("long",),
        why=text,
    )


def held(folder: Path, code: str, guide: Guide) -> None:
    """Hold a short interview with the guide as it is."""
    clock = StandingClock()
    session = Session.new(Study(folder).path_of(code), guide, code, "live", clock)
    session.do(do.AskQuestion(guide.questions[0].id))
    session.do(do.MarkCovered((guide.questions[-1].id,), 2))
    session.do(do.End())
    session.close()


def begun(folder: Path, guide: Guide | None) -> None:
    """A study with this guide as the program writes it, or with the choir's as its author did."""
    text = CHOIR.read_text(encoding="utf-8") if guide is None else write_guide(guide)
    (folder / "guide.yaml").write_text(text, encoding="utf-8", newline="")


@SLOW
@given(guide=GUIDES, rounds=ROUNDS)
def test_any_sequence_of_revisions_keeps_ids_interviews_texts_and_differences(
    guide: Guide | None, rounds: list[tuple[list[tuple[Any, int, int, str]], bool]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun(folder, guide)
        interviewed: dict[str, Guide] = {}
        for place, (acts, by_hand) in enumerate(rounds, 1):
            now = on_disk(folder)
            held(folder, f"I{place}", now.guide)
            interviewed[f"I{place}"] = now.guide
            if by_hand:
                changed = now.guide.but(minutes=float(place))
                (folder / "guide.yaml").write_text(write_guide(changed), encoding="utf-8", newline="")
            revised(folder, *possible(folder, acts), after=f"I{place}")
        holds(folder, interviewed)


def possible(folder: Path, acts: Sequence[tuple[Any, int, int, str]]) -> list[Decision]:
    """The decisions that the guide allows, one after the other."""
    guide, history = on_disk(folder).guide, read_history(folder)
    taken = collect_ids(history, (guide,))
    kept = []
    for act in acts:
        decision = decision_of(*act, guide)
        try:
            guide = carry_out(guide, decision, (*taken, *(question.id for question in guide.questions)))
        except RevisionError:
            continue
        kept.append(decision)
    return kept


def holds(folder: Path, interviewed: dict[str, Guide]) -> None:
    """What must be true after any revisions."""
    history = read_history(folder)
    assert history.problems == ()
    assert [one.number for one in history.revisions] == list(range(1, len(history.revisions) + 1))
    assert history.revisions[-1].text.encode() == (folder / "guide.yaml").read_bytes()
    gone: set[str] = set()
    known = [one.guide for one in history.revisions if one.guide is not None]
    assert len(known) == len(history.revisions)
    for one, guide in zip(history.revisions, known, strict=True):
        assert read_guide(one.text, one.file).guide == guide
        ids = [fold_case(question.id) for question in guide.questions]
        assert len(set(ids)) == len(ids)
        assert not gone & set(ids), "an id was given twice"
    for old, new in pairwise(known):
        changes = diff(old, new)
        assert is_told_in_full(old, new, changes)
        gone |= {fold_case(change.question) for change in changes if change.kind == "dropped"}
        assert not gone & {fold_case(change.question) for change in changes if change.kind == "added"}
    for told in Study(folder).load_interviews():
        assert told.problems == ()
        assert told.interview is not None
        copy = interviewed[told.file.path.stem]
        assert told.interview.guide == copy.as_held
        assert guide_from_dict(guide_to_dict(copy)).guide == copy
        assert history.of(copy) is not None


def test_the_sample_has_comments_that_a_revision_keeps(tmp_path: Path) -> None:
    """Lines of the guide that nothing changed in are those that were there, whole."""
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED)
    before = thesis_guide_text().splitlines()
    after = (folder / "guide.yaml").read_text(encoding="utf-8").splitlines()
    changed = [line for line in before if line not in after]
    assert len(changed) <= 3, changed


def test_a_revision_that_another_program_wrote_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = thesis_study(tmp_path)
    revised(folder, REWORDED)
    other = b"revision: 3\n# theirs\n"

    def write(path: Path, data: bytes, *, new: bool = False, mode: int = 0o600) -> None:
        if path.name == "3.yaml":
            path.write_bytes(other)
        save(path, data, new=new, mode=mode)

    monkeypatch.setattr(revision_writing, "save", write)
    with pytest.raises(RevisionFailure):
        revised(folder, Decision("drop", "A4"))
    assert (folder / "revisions" / "3.yaml").read_bytes() == other
