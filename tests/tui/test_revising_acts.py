"""Any acts of revising on any text that somebody wrote: what an act leaves alone, takes back, and says of itself."""

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guide.editing import edit_text
from guide.ids import automatic_ids
from guide.model import Guide
from guide.problems import fold_case
from guide.reading import read_guide
from guide.revise import RevisionError
from interviews.revisions import read_history
from interviews.revisions.acts import Decision, Done, carry_out
from interviews.revisions.proposals import ActKind, Proposal
from interviews.revisions.writing import OnDisk, read_on_disk
from tests.clocks import StandingClock
from tests.examples import SLOW
from tests.guide.authors import Written, written_guides
from tests.guide.strategies import TEXTS
from tui.changes.describe_change import record_change
from tui.commands.revise import write
from tui.revise.revision_session import RevisionSession, gather
from tui.translator import Translator

EN = Translator("en")
KINDS: dict[ActKind, str] = {
    "reword": "reworded",
    "earlier": "moved",
    "later": "moved",
    "split": "split",
    "merge": "merged",
    "drop": "dropped",
    "add_probe": "probe_added",
    "drop_probe": "probe_dropped",
    "add_question": "added",
    "accept": "accepted",
}
"""What the history calls each act."""

Step = tuple[ActKind, int, int, tuple[str, str]]
STEPS = st.tuples(
    st.sampled_from(list(KINDS)), st.integers(0, 40), st.integers(0, 40), st.tuples(TEXTS, TEXTS)
)  # fmt: skip


def decide(guide: Guide, step: Step) -> Decision:
    """An act on this guide; its questions are numbers that wrap around."""
    act, first, second, texts = step
    one, other = guide.questions[first % len(guide.questions)], guide.questions[second % len(guide.questions)]
    probes = tuple(probe.ask for probe in one.probes[:1]) if act == "drop_probe" else ()
    rules = ("long",) if act == "accept" else ()
    about = "" if act == "add_question" else one.id
    return Decision(act, about, probes or (texts if act == "split" else texts[:1]), other.id, 1, rules, why="x")


def after_all(guide: Guide, steps: Sequence[Step]) -> tuple[Done, ...]:
    """The acts that the guide allows, one after the other."""
    done: list[Done] = []
    taken = [question.id for question in guide.questions]
    for step in steps:
        decision = decide(guide, step)
        try:
            after = carry_out(guide, decision, taken)
        except RevisionError:
            continue
        done.append(Done(decision, guide, after))
        guide, taken = after, [*taken, *(question.id for question in after.questions)]
    return tuple(done)


def touched(text: str, before: Guide, after: Guide) -> Counter[str]:
    """The lines of a text that belong to a question which is another one now, or stands or is named otherwise."""
    lines, places = text.splitlines(), read_guide(text, "").places
    homes = {question.id: place for place, one in enumerate(after.sections) for question in one.questions}
    numbered = automatic_ids(after)
    found: list[str] = []
    for place, questions in enumerate((*(section.questions for section in before.sections), before.closing)):
        for question in questions:
            home = homes.get(question.id, len(before.sections) if after.question(question.id) else -1)
            named = numbered.get(fold_case(question.id)) == question.id
            if home != place or not named or after.question(question.id) != question:
                start = places[question.id]
                end = start.line
                while end < len(lines) and not lines[end][: start.column - 1].strip():
                    end += 1
                found += lines[start.line - 1 : end]
    return Counter(found)


@given(written_guides(), STEPS)
def test_lines_of_what_an_act_is_not_about_stay_to_the_byte(written: Written, step: Step) -> None:
    """But for lists in brackets, which stand on one line, for comments, and for blank lines between questions."""
    guide = written.guide
    for done in after_all(guide, [step]):
        new = edit_text(written.text, done.after)
        assert read_guide(new.text, "").guide == done.after
        assert new.whole
        if any(
            line.rstrip().endswith("[") or "[{" in line or "questions: [" in line for line in written.text.splitlines()
        ):
            continue
        old = Counter(line for line in written.text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
        gone = old - Counter(new.text.splitlines()) - touched(written.text, guide, done.after)
        assert not [
            line for line in gone if not line.startswith(("accepted:", "closing:")) and "questions:" not in line
        ]


@SLOW
@given(written_guides(), st.lists(STEPS, min_size=1, max_size=3))
def test_an_act_that_is_taken_back_leaves_no_byte(written: Written, steps: list[Step]) -> None:
    done = after_all(written.guide, steps)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        undone, never = seat(Path(one), written), seat(Path(other), written)
        refused = "nothing was decided"
        for place, each in enumerate(done):
            refused = undone.take(place, each.decision)
            if place < len(done) - 1:
                never.take(place, each.decision)
        if not refused:
            undone.undo()
        for session in (undone, never):
            assert write(session, EN, StandingClock()).failed == ""
        texts = [Path(folder, "guide.yaml").read_bytes() for folder in (one, other)]
    assert texts[0] == texts[1]
    if len(done) < 2:
        assert texts[0] == written.text.encode()


def seat(folder: Path, written: Written) -> RevisionSession:
    """Somebody who revises a guide, with three proposals to decide on."""
    (folder / "guide.yaml").write_bytes(written.text.encode())
    now = read_on_disk(folder)
    assert isinstance(now, OnDisk)
    material = gather(folder, now, read_history(folder), (), None, EN)
    free = tuple(Proposal("rest", str(place), "keep") for place in range(3))
    return RevisionSession(material.but(proposals=free), EN, lambda _: None)


@given(written_guides(), st.lists(STEPS, min_size=1, max_size=4))
def test_the_history_calls_an_act_by_its_name(written: Written, steps: list[Step]) -> None:
    for done in after_all(written.guide, steps):
        told = record_change(done, EN)
        if told is None:
            assert done.before == done.after
            continue
        gone = {one.id for one in done.before.questions} - {one.id for one in done.after.questions}
        come = {one.id for one in done.after.questions} - {one.id for one in done.before.questions}
        assert told.kind == KINDS[done.decision.act]
        assert told.why == "x"
        match done.decision.act:
            case "split":
                assert (told.question, set(told.others)) == (done.decision.question, come)
            case "merge":
                assert set(told.others) == gone
            case "add_question":
                assert {told.question} == come
            case _:
                assert told.question == done.decision.question
        assert told.question in told.what
        assert all(id in told.what for id in told.others)
