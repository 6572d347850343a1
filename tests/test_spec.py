"""The specification says all that the code does: rules of events, keys of the guide, paths of the JSON."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide import model
from guide.frozen import Value
from guide.model import Guide
from guide.reading import read_guide
from guide.schema import ALL_KEYS, MAPPINGS
from interviews import observing
from interviews.core import commands as do
from interviews.core.events import (  # fmt: skip
    EVENT_TYPES,
    FORMAT,
    NO_ACTS,
    Asked,
    Cleared,
    Commented,
    Continued,
    Corrected,
    Covered,
    Declined,
    Dropped,
    Edited,
    Ended,
    Event,
    Explained,
    Filled,
    Handled,
    Heard,
    Judged,
    Linked,
    LoadRated,
    Merged,
    Met,
    Noted,
    Paused,
    Proposed,
    Raised,
    RecordingDeclined,
    RecordingShifted,
    RecordingStarted,
    RecordingStopped,
    Refusal,
    Released,
    Retimed,
    Returned,
    Said,
    Sided,
    Skipped,
    Stopped,
    Tagged,
    Ticked,
    Undone,
    Unmarked,
    WentThrough,
    Withheld,
    WordsCorrected,
)
from interviews.data_management.leaving_out import leave_out
from interviews.observer_session import Seat
from interviews.observing import OBSERVED_TYPES, Left, Sat, SatAgain, Speaker
from interviews.observing.state import read_observation_file
from interviews.revisions import read_revision
from interviews.session import Session
from interviews.study.facts import Withdrawn, add, read_study_facts
from tests.clocks import StandingClock
from tests.interviews.choir import Talk, start
from tests.interviews.holding import ALL
from tests.interviews.strategies import COMMANDS_BY_KIND
from tests.spec_tables import REFUSED_WHEN
from tests.tui.studies import hold, study_with
from tui.main import main

ROOT = Path(__file__).parent.parent
SPEC = (ROOT / "docs" / "spec.md").read_text(encoding="utf-8")
EVENTS = {**OBSERVED_TYPES, **EVENT_TYPES}.values()

BECOMES: Mapping[type[do.Command], tuple[type[Event], ...]] = {
    do.AskQuestion: (Asked,), do.AskNext: (Asked,), do.MarkCovered: (Covered,), do.Skip: (Skipped,),
    do.Decline: (Declined,), do.Unmark: (Unmarked,), do.TakeNote: (Noted,), do.EditNote: (Edited, Filled),
    do.CorrectNote: (Corrected, WordsCorrected), do.TakeBackCorrection: (Undone,),
    do.RaiseFollowUp: (Raised,), do.ReturnTo: (Returned,), do.CallMet: (Met,), do.Drop: (Dropped,), do.Tick: (Ticked,),
    do.Explain: (Explained,), do.LinkNote: (Linked,), do.TagNote: (Tagged,), do.RetimeNote: (Retimed,),
    do.ClearNotes: (Cleared,), do.StopRecording: (RecordingStopped,), do.DeclineRecording: (RecordingDeclined,),
    do.MarkSide: (Sided,), do.ToggleRecording: (RecordingStarted, RecordingStopped),
    do.ShiftRecording: (RecordingShifted,), do.ToggleTranscribing: (Withheld, Released), do.Judge: (Judged,),
    do.Propose: (Proposed,), do.TakeComment: (Commented,), do.CloseRound: (WentThrough,), do.TellHandling: (Handled,),
    do.RateLoad: (LoadRated,), do.Hear: (Heard,), do.Say: (Said,), do.Stop: (Stopped,),
    do.TogglePause: (Paused, Continued), do.Undo: (Undone,), do.End: (Ended,),
}  # fmt: skip
"""What each command becomes."""

GUIDE = """\
title: Invented
language: en
research_questions: {A: What?, B: {text: Who?, parts: {Ba: Who?}}}
concepts: {mentor: someone who follows you}
opening: [{id: consent, point: Consent is signed, gate: [start, recording]}]
sections:
  - serves: A
    questions:
      - Tell me about a week.
      - {ask: "Good and bad?", two_sided: true, examples: 1, probes: [How?], leans_on: [A1]}
      - {ask: "And then?", serves: Ba}
"""


def test_every_event_says_what_it_does_what_undoes_it_and_when_it_is_refused() -> None:
    for event in EVENTS:
        own = event.__dict__
        assert {"does", "undone_by", "refused_for"} <= own.keys(), f"say it in {event.__name__}, as its neighbours do"
        assert event.does.endswith(".")
        assert event.undone_by


def test_acts_are_undone_by_an_undo_and_nothing_else_is() -> None:
    assert {event.type for event in EVENTS if "`undone`" not in event.undone_by} == {
        *(event.type for event in NO_ACTS if event is not Merged),
        *(Sat.type, SatAgain.type, Left.type),
    }


def test_the_property_tests_try_every_command_there_is() -> None:
    lacking = [kind.__name__ for kind in get_args(do.Command) if kind not in COMMANDS_BY_KIND]
    assert lacking == [], "add them to COMMANDS_BY_KIND in tests/interviews/strategies.py"


@given(st.lists(ALL, max_size=20))
def test_a_command_becomes_an_event_or_one_of_the_refusals_that_are_said_there(commands: list[do.Command]) -> None:
    talk = Talk(start(mode="pilot"))
    for place, command in enumerate(commands, 1):
        outcome = talk.decide(command, 10.0 * place)
        assert type(command) in BECOMES, f"say in BECOMES what {type(command).__name__} becomes"
        kinds = BECOMES[type(command)]
        if isinstance(outcome, Refusal):
            assert outcome.code in {code for kind in kinds for code in kind.refused_for}
        else:
            assert isinstance(outcome, kinds)
            talk.add(outcome)


def test_every_refusal_of_the_code_is_said_at_an_event() -> None:
    raised = {code for file in sorted((ROOT / "interviews").rglob("*.py")) for code in refusals(file)}
    said = {code for event in EVENTS for code in event.refused_for}
    assert raised == said == REFUSED_WHEN.keys()


def refusals(file: Path) -> Iterator[str]:
    """The codes in ``Refusal("…")``, in both branches where one is chosen."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
            branches = [node.args[0]]
            if isinstance(node.args[0], ast.IfExp):
                branches = [node.args[0].body, node.args[0].orelse]
            yield from (one.value for one in branches if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_the_specification_names_the_versions_that_are_written() -> None:
    assert f"(`format`, now {FORMAT})" in SPEC
    assert f"with a format of its own ({observing.FORMAT})" in " ".join(SPEC.split())


OF_MODEL: Mapping[str, type[Value]] = {
    "the guide": model.Guide,
    "a research question": model.ResearchQuestion,
    "a part": model.Part,
    "a concept": model.Concept,
    "a point of `opening` or `after`": model.Point,
    "a section": model.Section,
    "a question": model.Question,
    "a probe": model.Probe,
    "`recorder`": model.Recorder,
    "`data`": model.DataLimits,
}


@pytest.mark.parametrize("name", MAPPINGS)
def test_every_key_of_a_guide_is_a_field_of_the_model_and_has_its_meaning(name: str) -> None:
    fields = set(OF_MODEL[name].field_names())
    if name in ("a research question", "a part", "a concept"):
        fields -= {"id", "name"}  # the key under which the mapping stands
    assert {key.field for key in MAPPINGS[name].values()} == fields
    assert all(key.says for key in MAPPINGS[name].values())


def test_the_guide_in_the_specification_is_in_order_and_has_every_key() -> None:
    shown, _ = re.findall(r"```yaml\n(.*?)```", SPEC, re.DOTALL)
    reading = read_guide(shown, "guide.yaml")
    assert reading.problems == ()
    assert {key for key in ALL_KEYS if not re.search(rf"(?:^|[\s{{,]){key}:", shown, re.MULTILINE)} == set()


def test_the_examples_in_the_specification_are_read_without_a_remark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log, observation, facts = re.findall(r"```jsonl\n(.*?)```", SPEC, re.DOTALL)
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "I1.jsonl").write_text(log, encoding="utf-8")
    (tmp_path / "study.jsonl").write_text(facts, encoding="utf-8")
    (tmp_path / "P1.jsonl").write_text(observation, encoding="utf-8")
    main(["review", "--json", "--participant", "I1", "--study", str(tmp_path)])
    found = json.loads(capsys.readouterr().out)
    (interview,) = found["interviews"]
    assert [one["file"] for one in found["problems"]] == ["guide.yaml"]  # there is none
    assert (interview["seconds"], interview["ended"]) == (50.0, True)
    assert {id: (one["state"], one["depth"]) for id, one in interview["questions"].items()} == {
        "A1": ("covered", 2),
        "A2": ("touched", None),
    }
    read = read_observation_file(tmp_path / "P1.jsonl")
    assert (len(read.events), read.problems) == (6, ())
    assert len(read_study_facts(tmp_path).entries) == 8
    assert read_study_facts(tmp_path).problems == ()
    revision, problems = read_revision(re.findall(r"```yaml\n(.*?)```", SPEC, re.DOTALL)[1].encode(), 2)
    assert revision is not None
    assert revision.guide is not None
    assert (problems, revision.changes[0].evidence) == ((), ("P1:12", "P1:13"))


def guide_of(text: str) -> Guide:
    guide = read_guide(text, "guide.yaml").guide
    assert guide is not None
    return guide


def full_study(folder: Path) -> Path:
    """A study in which everything happened that the JSON can tell of."""
    first = guide_of(GUIDE.replace('      - {ask: "And then?", serves: Ba}\n', "      - Once more?\n"))
    moved = "      - New?\n      - Tell me about a week.\n"
    (folder / "guide.yaml").write_text(GUIDE.replace("      - Tell me about a week.\n", moved), encoding="utf-8")
    hold(folder, "I1", (do.AskQuestion("A1", confirmed=True), do.MarkCovered()), guide=first)
    clock = StandingClock()
    log = folder / "interviews" / "P1.jsonl"
    session = Session.new(log, guide_of(GUIDE), "P1", "pilot", clock, "0.2.0", pilot="peer")
    for act in (
        do.ToggleRecording(confirmed=True), do.AskQuestion("A2", confirmed=True), do.Tick("probes", "1", "done", "A2"),
        do.MarkSide("positive"), do.Explain("mentor", "short"), do.TakeNote("a word #tag", "follow_up", quoted=True),
        do.TakeNote("else", "topic"),
        do.ToggleTranscribing(), do.TakeNote("off the record"), do.ToggleTranscribing(), do.ToggleRecording(),
        do.TakeNote("nobody heard"), do.ClearNotes((12,), usable=False),
        do.Judge("reword", reason="recall"), do.Propose("A2", "Other words?"), do.TakeComment("hm", "paraphrase"),
        do.MarkCovered(depth=3), do.CorrectNote("less #tag", 6),
    ):  # fmt: skip
        session.do(act)
        clock.go_on(5)
        if isinstance(act, do.AskQuestion):
            watch(folder, clock)
    gone = session.interview.next_seq
    session.do(do.TakeNote("gone"))
    session.do(do.End())
    session.close()
    leave_out(folder, log, gone)
    (folder / "interviews" / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    add(folder, [Withdrawn(date="2026-03-02", how="delete", interviews=1, pilots=0)])
    return folder


def watch(folder: Path, clock: StandingClock) -> None:
    (folder / "observations").mkdir()
    seat = Seat.take(folder / "observations" / "P1.jsonl", clock)
    seat.move("probing")
    seat.sign("leading")
    seat.remark("calm")
    speakers: tuple[Speaker, ...] = ("interviewer", "nobody", "informant", "nobody")
    for _ in range(2):
        for speaker in speakers:
            seat.turn(speaker)
            clock.go_on(2)
    seat.leave()


def paths(value: object, at: str = "") -> Iterator[str]:
    """The paths of a JSON value as the specification writes them: ``[]`` for a place, ``{…}`` for a free key."""
    match value:
        case dict():
            for key, inner in value.items():
                name = "{kind}" if at.endswith(("moves", "signs")) else str(key)
                if re.fullmatch(r"[A-Z][a-z]?[0-9]*†?", name):
                    name = "{id}"
                yield from paths(inner, f"{at}.{name}" if at else name)
        case list():
            for inner in value:
                yield from paths(inner, f"{at}[]")
        case None if at.rpartition(".")[2] in ("wait1", "wait2", "talk", "answers", "moves", "signs", "remarks"):
            pass  # nobody observed
        case _:
            yield at


def test_the_json_of_a_review_is_the_one_that_is_specified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["review", "--json", "--study", str(full_study(tmp_path))])
    found = json.loads(capsys.readouterr().out)
    told = set(paths(found))
    specified = re.findall(
        r"^\| `([^`]+)` \|", SPEC.partition("## The JSON of `review")[2].partition("\n## ")[0], re.MULTILINE
    )
    assert told == set(specified)
    assert len(specified) == len(set(specified))


@pytest.mark.parametrize("command", ["find WORDS", "find --notes WORDS", "touches", "transcript FILE"])
def test_the_json_of_other_commands_is_the_one_that_is_specified(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    study = study_with(tmp_path, "I1")
    talk = tmp_path / "talk.txt"
    talk.write_text("Intervjuer: Hva vektlegger du i samhandlingen?\nI1: Kor, mest.\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"barrierene for dem er store\n")))
    meant = {"WORDS": "kulturendring" if "--notes" in command else "samhandling", "FILE": str(talk)}
    assert main([*(meant.get(word, word) for word in command.split()), "--json", "--study", str(study)]) == 0
    told = SPEC.partition(f"\n`{command} --json`:")[2].partition("--json`:")[0]
    specified = re.findall(r"^\| `\[\]\.(\w+)", told, re.MULTILINE)
    found = json.loads(capsys.readouterr().out)
    assert found
    assert all([*one] == specified for one in found)
