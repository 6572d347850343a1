"""Every sentence that the code asks for is there in both languages, with the same fields, and none is left over."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from guide.advice import FORMS as ADVICE_FORMS
from guide.change_kinds import GUIDE_FIELDS, PART_FIELDS, QUESTION_FIELDS, Part
from guide.importing.document_blocks import SPOTS
from guide.importing.guide_draft import DOUBTS
from guide.importing.guide_draft import Reason as Drop
from guide.keys import COLOURS, DATA_LIMITS, RULES
from guide.problems import Fault, Problem
from guide.revise import Refused
from interviews.core.coverage import Judgement, QuestionState, TargetState
from interviews.core.events import Mode, NoteKind, PilotKind, Refusal, Side, TickMark, Wording
from interviews.core.notes import FollowUpState, NoteUse
from interviews.core.verdicts import PLACED, PROMPTS, REASONS, VERDICTS, WORDED, Place
from interviews.log.log_session import News
from interviews.method.collect import STANDINGS
from interviews.method.facts import ChangeKind, Reason
from interviews.method.read_through import STEPS
from interviews.revisions.proposals import ActKind, ProposalKind
from interviews.study.entries import Policy
from interviews.study.facts import OF_INTERVIEW, OF_STUDY, SCALES, YES_OR_NO
from interviews.study.review import WANTED
from interviews.study.timeline import BreakKind, MarkKind
from interviews.study.traces import TraceKind
from interviews.study.unfinished import JobName
from interviews.third_persons.find import KINDS
from interviews.third_persons.passages import PassageKind
from tests.sources import ROOT, SOURCES, nodes
from tui.actions import ACTS, Group
from tui.commands.import_preview import NUMBERED, PLACES
from tui.first_run import SIX
from tui.main import _COMMANDS
from tui.method.sentences import NOUNS
from tui.method.text import COREQ, SRQR
from tui.observer.observer_controller import OBSERVER_ACTS
from tui.revise.act_form import Stage
from tui.revise.revision_session import State
from tui.screen_commands import CardChoice
from tui.translator import Translator, language_of
from tui.words import tables as sentences

TABLES = sentences()
TABLE_FILES = [
    "actions.ACTS",
    "advice.ADVICE",
    "appendix.APPENDIX",
    "changes.CHANGES",
    "commands.COMMANDS",
    "copying.COPYING",
    "correcting.CORRECTING",
    "ending.ENDING",
    "exporting.EXPORTING",
    "importing.IMPORTING",
    "keeping.KEEPING",
    "leaving.LEAVING",
    "method.METHOD",
    "method_document.METHOD_DOCUMENT",
    "observing.OBSERVING",
    "piloting.PILOTING",
    "practising.PRACTISING",
    "problems.PROBLEMS",
    "refusals.REFUSALS",
    "replaying.REPLAYING",
    "reporting.REPORT",
    "reviewing.REVIEW",
    "revising.REVISING",
    "scanning.SCANNING",
    "transcripts.TRANSCRIPTS",
    "live.SCREEN",
]

GATED = ("start", "recording", "start_recording")
COMPOSED: dict[str, tuple[str, ...]] = {
    "trace_": KINDS,
    "bracket_": KINDS,
    "passage_": get_args(PassageKind),
    "doubt_": DOUBTS,
    "left_": get_args(Drop),
    "spot_": SPOTS,
    "method_standing_": STANDINGS,
    "method_step_": STEPS,
    "transcripts_": STEPS,
    "copy_why_": ("reflexive", "held_back"),
    "copy_tick_": get_args(TickMark),
    "copy_fact_": OF_INTERVIEW,
    "copy_": ("yes", "no"),
    "transcripts_closing_": ("yes", "no"),
    "about_": (*PLACES, *NUMBERED),
    "advice_": ADVICE_FORMS,
    "act_": tuple(act.name for act in ACTS),
    "help_": tuple(act.name for act in ACTS),
    "group_": get_args(Group),
    "help_command_": tuple(_COMMANDS),
    "kept_": get_args(News),
    "unfinished_job_": get_args(JobName),
    "forget_head_": get_args(Policy),
    "forget_ask_": get_args(Policy),
    "forget_done_": get_args(Policy),
    "forget_still_": get_args(Policy),
    "forget_trace_": get_args(TraceKind),
    "receipt_": get_args(Policy),
    "hint_": (*SIX, "verdict"),
    "hint_later_": ("covered", "skip", "probes"),
    "wanted_": WANTED,
    "state_": tuple(state for state in get_args(QuestionState) if state not in ("asked", "covered")),
    "prompt_was_": get_args(Judgement),
    "prompt_take_off_": ("covered", "skipped"),
    "prompt_tick_": get_args(TickMark),
    "side_": get_args(Side),
    "settle_": tuple(fate for fate in get_args(FollowUpState) if fate != "open"),
    "depth_": ("1", "2", "3"),
    "empty_": ("quote", "topic", "follow_up"),
    "wording_": tuple(wording for wording in get_args(Wording) if wording != "ask"),
    "method_one_": NOUNS,
    "method_many_": NOUNS,
    "method_key_": (*OF_STUDY, *(key for key in OF_INTERVIEW if key not in YES_OR_NO)),
    "method_change_": get_args(ChangeKind),
    "method_reason_": get_args(Reason),
    "method_rule_": RULES,
    "method_coreq_": tuple(map(str, COREQ)),
    "method_srqr_": tuple(map(str, SRQR)),
    "method_scale_": SCALES,
    "review_state_": get_args(TargetState),
    "review_fate_": get_args(FollowUpState),
    "report_state_": (*get_args(QuestionState), "unasked", "absent"),
    "report_target_": get_args(TargetState),
    "report_mode_": get_args(Mode),
    "report_mark_": get_args(MarkKind),
    "report_break_": get_args(BreakKind),
    "pilot_": get_args(PilotKind),
    "pilot_kind_": get_args(PilotKind)[1:],
    "verdict_": VERDICTS,
    "revise_head_": get_args(ProposalKind),
    "revise_act_": get_args(ActKind),
    "revise_line_": tuple(stage for stage in get_args(Stage) if stage != "none"),
    "revise_line_none_": get_args(State),
    "revise_hints_none_": get_args(State),
    "revise_hints_": ("part", "why", "reason", "place", "placed", "found", "unfound"),
    "revise_apart_": ("topic", "comment"),
    "revise_lacks_": ("warm-up", "transition", "closing"),
    "revise_reason_": REASONS,
    "refused_": tuple(Refused),
    "part_": get_args(Part),
    "key_": (*GUIDE_FIELDS, *QUESTION_FIELDS, *(key for keys in PART_FIELDS.values() for key in keys)),
    "gate_": GATED,
    "appendix_gate_": GATED,
    "import_gate_": GATED,
    "use_": get_args(NoteUse),
    "left_out_": tuple(use for use in get_args(NoteUse) if use != "usable"),
    "reason_": REASONS,
    "reason_foot_": ("wording", "place", "remark"),
    "whole_": ("given", "wording", "place"),
    "unsaid_": ("wording", "place"),
    "because_": REASONS,
    "card_wording_": WORDED,
    "card_place_": PLACED,
    "think_": PROMPTS,
    "prompt_": get_args(Place),
    "told_": get_args(Place),
    "place_": get_args(Place),
    "debrief_": ("moves", "signs"),
    "observing_act_": tuple(act.name for act in OBSERVER_ACTS),
    "limit_": DATA_LIMITS,
    "limit_name_": DATA_LIMITS,
    "limit_tick_": DATA_LIMITS,
    "limit_ticked_": DATA_LIMITS,
    "colour_": COLOURS,
    "where_": (*COLOURS, "unclassed"),
    "observing_help_": tuple(act.name for act in OBSERVER_ACTS),
}
"""Keys that the code puts together, by what they begin with."""

PASSED_ON = {*get_args(Mode), *get_args(CardChoice)} - {"live"}
"""Keys that are themselves a value: an interview's mode, a card."""

MIXED = {
    "appendix_min",
    "review_sides",
    "method_seconds",
    "quiet_sided",
    "prompt_side",
    "usage",
    "quiet_reason",
    "guide",
    "pilot",
    "prompt_fill",
}
"""Sentences that may be the same in both languages."""


@dataclass(frozen=True)
class Use:
    """A key in the code with the fields it comes with; ``fields`` is None where they are passed on from elsewhere."""

    key: str
    fields: frozenset[str] | None
    where: str


def constants(node: ast.AST) -> Iterator[str]:
    """The texts that an expression may come to."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from constants(body)
            yield from constants(orelse)
        case ast.Subscript(value=ast.Name(id=name)):
            yield from named(name)
        case _:
            pass


def named(name: str) -> Iterator[str]:
    """The texts in the tables of this name, wherever in the sources they are."""
    return (text for value in tables().get(name, ()) for text in constants(value))


@cache
def tables() -> dict[str, list[ast.expr]]:
    """The values of every dictionary in the sources that has a name."""
    found: dict[str, list[ast.expr]] = {}
    for path in SOURCES:
        for node in nodes(path):
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(values=values))
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict(values=values))
                ):
                    found.setdefault(name, []).extend(values)
                case _:
                    pass
    return found


def asked_of(call: ast.Call, path: Path) -> tuple[frozenset[str] | None] | None:
    """With which fields a call asks for a sentence (None within: passed on from elsewhere); None where it does not."""
    given = frozenset(word.arg for word in call.keywords if word.arg is not None)
    passed_on = any(word.arg is None for word in call.keywords)
    screens = path.is_relative_to(ROOT / "tui")
    match call.func:
        case ast.Name(id="_") | ast.Attribute(attr="_" | "say") if screens:
            return (None if passed_on else given,)
        case ast.Name(id="LogFailure" | "BadRecord"):
            return (given,)
        case ast.Name(id="Refusal"):
            return (facts_of(call),)
        case _:
            return None


def facts_of(refusal: ast.Call) -> frozenset[str] | None:
    match refusal.args:
        case [_]:
            return frozenset()
        case [_, ast.Dict(keys=keys)]:
            return frozenset(text for key in keys if key is not None for text in constants(key))
        case _:
            return None


@cache
def uses() -> tuple[Use, ...]:
    """Every key that the code names outright, as an argument."""
    found: list[Use] = []
    for path in SOURCES:
        for node in nodes(path):
            asked = asked_of(node, path) if isinstance(node, ast.Call) and node.args else None
            if isinstance(node, ast.Call) and asked is not None:
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                keys = (key for key in constants(node.args[0]) if " " not in key)  # else it is the sentence itself
                found += [Use(key, asked[0], where) for key in keys]
    return tuple(found)


COMPOSED_KEYS = {f"{start}{end}" for start, ends in COMPOSED.items() for end in ends}


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_reader_of_the_code_finds_what_it_looks_for() -> None:
    """Otherwise the tests below would hold for an empty list."""
    found = {use.key for use in uses()}
    assert {
        "card_opening",
        "unknown_question",
        "disk_full",
        "no_terminal",
        "log_damaged",
        "undone",
        "nothing_found",
    } <= found
    assert len(found) > 120


def test_every_key_in_the_code_has_its_sentence_and_its_facts() -> None:
    is_key = re.compile("[a-z0-9]+(_[a-z0-9]+)*").fullmatch  # all else is a sentence of the catalogues
    assert [use for use in uses() if use.key not in TABLES and is_key(use.key)] == []
    lacking = [
        use
        for use in uses()
        if use.key in TABLES and use.fields is not None and not fields(TABLES[use.key][0]) <= use.fields | {"in_study"}
    ]
    assert lacking == []


def test_every_key_that_the_code_puts_together_has_its_sentence() -> None:
    assert (COMPOSED_KEYS | PASSED_ON - set(get_args(CardChoice)) | set(Fault)) - set(TABLES) == set()


def test_no_composed_key_escapes_the_list() -> None:
    """An f-string given as a key must begin with something that is listed above."""
    for path in SOURCES:
        for node in nodes(path):
            if (
                isinstance(node, ast.Call)
                and node.args
                and asked_of(node, path)
                and isinstance(node.args[0], ast.JoinedStr)
            ):
                start = node.args[0].values[0]
                assert isinstance(start, ast.Constant), f"{path}:{node.lineno}"
                assert start.value in COMPOSED, f"{path}:{node.lineno}"


def in_code() -> set[str]:
    """Every text in the code outside the tables: a key may also be named in a table or passed as a value."""
    texts: set[str] = set()
    for path in SOURCES:
        if path.parent.name != "words":
            texts |= {
                node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    return texts


def test_no_sentence_is_left_over() -> None:
    code = in_code()
    known = code | {f"{key}_near" for key in code} | COMPOSED_KEYS | PASSED_ON | set(Fault)
    assert sorted(set(TABLES) - known) == []


def test_no_key_stands_in_two_tables() -> None:
    tables = []
    for place in TABLE_FILES:
        module, name = place.split(".")
        tables.append(getattr(import_module(f"tui.words.{module}"), name))
    assert sum(map(len, tables)) == len(TABLES)


def test_both_languages_say_it_with_the_same_facts() -> None:
    for key, (norwegian, english) in TABLES.items():
        assert fields(norwegian) == fields(english), key
        assert all(name.isidentifier() for name in fields(norwegian)), key
        assert norwegian.strip(), key
        assert english.strip(), key


def test_a_command_that_a_sentence_names_can_be_typed_from_where_one_stands() -> None:
    """It says which study it is about; help says it of all, and what makes a study is about none."""
    about_a_study = "|".join([*(set(_COMMANDS) - {"new", "demo"}), "trekk"])
    named = re.compile(rf"\bintervjuguide (?:{about_a_study})\b(?!\S* ?--help)")
    for key, pair in TABLES.items():
        for sentence in pair if not key.startswith("help") else ():
            assert len(named.findall(sentence)) == sentence.count("{in_study}"), sentence


def test_the_languages_differ() -> None:
    """Where they agree the sentence has no words of its own, or the word is the same."""
    same = {key for key, (norwegian, english) in TABLES.items() if norwegian == english}
    for key in same - MIXED:
        bare = "".join(text for text, *_ in Formatter().parse(TABLES[key][0]))
        assert len(bare.split()) <= 2, TABLES[key]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_facts_are_shown_as_they_are_whatever_they_hold(language: str) -> None:
    _ = Translator(language_of(language))
    assert "{x} {0} %s" in _.refusal(Refusal("nothing_found", {"words": "{x} {0} %s"}))
    assert "nøkkel" in _.problem(Problem("guide.yaml", 1, 1, Fault.WANTED_TEXT, {"key": "nøkkel"}))


@pytest.mark.parametrize("kind", get_args(NoteKind))
def test_an_act_may_be_named_after_what_it_is(kind: str) -> None:
    """The words for the kinds of notes are those of the acts that take them."""
    names = {"follow_up": "followup", "reflexive": "reflect"}
    assert Translator("nb").title(names.get(kind, kind))


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nb", "nb"),
        ("nn", "nb"),
        ("no", "nb"),
        ("nb_NO", "nb"),
        ("NB-no", "nb"),
        ("en", "en"),
        ("de", "en"),
        ("", "en"),
        ("C", "en"),
    ],
)
def test_norwegian_in_all_its_forms(code: str, language: str) -> None:
    assert language_of(code) == language
