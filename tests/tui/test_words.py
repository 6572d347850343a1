"""Every sentence that the code asks for is there in both languages, with the same fields, and none is left over."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from guide.diff import GUIDE_FIELDS, PART_FIELDS, QUESTION_FIELDS, Part
from guide.importing.document_blocks import SPOTS
from guide.importing.guide_draft import DOUBTS
from guide.importing.guide_draft import Reason as Drop
from guide.problems import Fault, Problem
from guide.revise import Refused
from guide.schema import COLOURS, DATA_LIMITS, LANGUAGES, RULES
from interviews.core.checklists import STEPS
from interviews.core.coverage import Judgement, QuestionState, TargetState
from interviews.core.events import Mode, NoteKind, PilotKind, Refusal, Side, TickMark, Wording
from interviews.core.notes import FollowUpState, NoteUse
from interviews.core.verdicts import PLACED, PROMPTS, REASONS, VERDICTS, WORDED, Place
from interviews.data_management.traces import TraceKind
from interviews.data_management.unfinished import JobName
from interviews.log.writer import News
from interviews.method.collect import STANDINGS
from interviews.method.facts import ChangeKind, Reason
from interviews.revisions.proposals import ActKind, ProposalKind
from interviews.study.entries import Policy
from interviews.study.facts import OF_INTERVIEW, OF_STUDY, SCALES, YES_OR_NO
from interviews.study.interview_summary import BreakKind, MarkKind
from interviews.study.review import WANTED
from interviews.third_persons.find import KINDS
from interviews.third_persons.study_scan import PassageKind
from tests.sentences import every_text, sentences
from tests.sources import ROOT, SOURCES, nodes
from tui.catalogue import read_catalogue
from tui.commands import COMMANDS
from tui.commands.command_help import COMMAND_HELP, EXPORT_HELP, OVERVIEW
from tui.commands.import_preview import NUMBERED, PLACES
from tui.documents.method_text import COREQ, SRQR
from tui.input.actions import BY_NAME, Group
from tui.live.first_run import SIX
from tui.observer.observer_controller import OBSERVER_ACTS
from tui.revise.act_form import Stage
from tui.revise.revision_session import State
from tui.sentences.problems import PROBLEMS
from tui.sentences.refusals import REFUSALS
from tui.translator import Translator, language_of

GATED = ("start", "recording", "start_recording")
BY_CODE: tuple[tuple[str, str, tuple[object, ...]], ...] = (
    ("tui.commands.common", "_JOBS", get_args(JobName)),
    ("tui.commands.home", "_TICK", DATA_LIMITS),
    ("tui.commands.import_preview", "_ABOUT", (*PLACES, *NUMBERED)),
    ("tui.commands.import_preview", "_DOUBTS", DOUBTS),
    ("tui.commands.import_preview", "_GATES", GATED),
    ("tui.commands.import_preview", "_LEFT_OUT", get_args(Drop)),
    ("tui.commands.import_preview", "_SPOTS", SPOTS),
    ("tui.commands.scan", "_BRACKETS", KINDS),
    ("tui.commands.scan", "_PASSAGES", get_args(PassageKind)),
    ("tui.commands.scan", "_TRACES", KINDS),
    ("tui.commands.where", "_COLOURS", (*COLOURS, "unclassed")),
    ("tui.live.first_run", "HINTS", (*SIX, "verdict")),
    ("tui.commands.due", "_LIMITS", DATA_LIMITS),
    ("tui.commands.due", "_TICKED", DATA_LIMITS),
    ("tui.input.cards", "_GATES", GATED),
    ("tui.input.cards", "_SETTLED", tuple(fate for fate in get_args(FollowUpState) if fate != "open")),
    ("tui.live.help", "_GROUPS", get_args(Group)),
    ("tui.live.pilot_flow", "_BECAUSE", REASONS),
    ("tui.live.pilot_flow", "_PLACE_CARDS", PLACED),
    ("tui.live.pilot_flow", "_REASON_FEET", ("wording", "place", "remark")),
    ("tui.live.pilot_flow", "_TOLD", get_args(Place)),
    ("tui.live.pilot_flow", "_UNSAID", ("wording", "place")),
    ("tui.live.pilot_flow", "_WHOLE", ("given", "wording", "place")),
    ("tui.live.pilot_flow", "_WORDING_CARDS", WORDED),
    ("tui.input.acts.mark", "_TAKE_OFF", ("covered", "skipped")),
    ("tui.input.acts.mark", "_TICK", get_args(TickMark)),
    ("tui.input.acts.mark", "_WAS", get_args(Judgement)),
    ("tui.live.pilot_flow", "_PLACE_PROMPTS", get_args(Place)),
    ("tui.live.transcript", "_WORDINGS", tuple(wording for wording in get_args(Wording) if wording != "ask")),
    ("tui.commands.command_help", "COMMAND_HELP", tuple(COMMANDS)),
    ("tui.sentences.code_names", "DEPTH_NAMES", (1, 2, 3)),
    ("tui.sentences.code_names", "LIMIT_NAMES", DATA_LIMITS),
    ("tui.sentences.code_names", "PILOT_NAMES", get_args(PilotKind)),
    ("tui.sentences.code_names", "PROMPT_NAMES", PROMPTS),
    ("tui.sentences.code_names", "REASON_NAMES", REASONS),
    ("tui.sentences.code_names", "RULE_NAMES", RULES),
    ("tui.sentences.code_names", "SIDE_NAMES", get_args(Side)),
    ("tui.sentences.code_names", "VERDICT_NAMES", VERDICTS),
    ("tui.observer.observer_controller", "OBSERVER_HELP", tuple(act.name for act in OBSERVER_ACTS)),
    ("tui.sentences.code_names", "OBSERVER_TITLES", tuple(act.name for act in OBSERVER_ACTS)),
    ("tui.changes.reasons", "_REASONS", REASONS),
    (
        "tui.changes.describe_change",
        "KEY_NAMES",
        (*GUIDE_FIELDS, *QUESTION_FIELDS, *(key for keys in PART_FIELDS.values() for key in keys)),
    ),
    ("tui.changes.describe_change", "_COLOURS", COLOURS),
    ("tui.changes.describe_change", "PART_NAMES", get_args(Part)),
    ("tui.revise.act_form", "REVISE_ACTS", get_args(ActKind)),
    ("tui.revise.page", "_APART", ("topic", "comment")),
    ("tui.revise.page", "_HEADS", get_args(ProposalKind)),
    ("tui.revise.page", "_LACKS", ("warm-up", "transition", "closing")),
    ("tui.revise.revise_screen", "_HINTS", ("part", "why", "reason", "place", "placed", "found", "unfound")),
    ("tui.revise.revise_screen", "_HINTS_NONE", get_args(State)),
    ("tui.revise.revise_screen", "_LINES", tuple(stage for stage in get_args(Stage) if stage != "none")),
    ("tui.revise.revision_session", "_REFUSED", tuple(Refused)),
    ("tui.where_kept", "_KEPT", get_args(News)),
    ("tui.documents.method_text", "_STANDINGS", STANDINGS),
    ("tui.documents.method_text", "_STEPS", STEPS),
    ("tui.review.study_pages", "_STEPS", STEPS),
    ("tui.documents.own_copy", "_TICKS", get_args(TickMark)),
    ("tui.documents.own_copy", "_FACTS", OF_INTERVIEW),
    ("tui.documents.own_copy", "_YES_OR_NO", ("yes", "no")),
    ("tui.review.study_pages", "_CLOSING", ("yes", "no")),
    ("tui.review.notes_screen", "_HINTS_LATER", ("covered", "skip", "probes")),
    ("tui.review.notes_screen", "_WANTED", WANTED),
    (
        "tui.documents.matrix_rows",
        "_STATES",
        tuple(state for state in get_args(QuestionState) if state not in ("asked", "covered")),
    ),
    ("tui.documents.method_text", "_KEYS", (*OF_STUDY, *(key for key in OF_INTERVIEW if key not in YES_OR_NO))),
    ("tui.documents.method_text", "_CHANGES", get_args(ChangeKind)),
    ("tui.documents.method_text", "_REASONS", get_args(Reason)),
    ("tui.documents.method_text", "_COREQ_ITEMS", tuple(COREQ)),
    ("tui.documents.method_text", "_SRQR_ITEMS", tuple(SRQR)),
    ("tui.documents.method_text", "_SCALE_NAMES", SCALES),
    ("tui.sentences.code_names", "TARGET_STATES", get_args(TargetState)),
    ("tui.sentences.code_names", "FATE_NAMES", get_args(FollowUpState)),
    ("tui.sentences.code_names", "STATE_NAMES", (*get_args(QuestionState), "unasked", "absent")),
    ("tui.documents.study", "_TARGETS", get_args(TargetState)),
    ("tui.documents.study", "_TARGET_NAMES", get_args(TargetState)),
    ("tui.documents.interview", "_MODES", get_args(Mode)),
    ("tui.sentences.code_names", "MARK_NAMES", get_args(MarkKind)),
    ("tui.documents.interview", "_BREAKS", get_args(BreakKind)),
    ("tui.documents.sheet", "GATES", GATED),
    ("tui.sentences.code_names", "USE_NAMES", get_args(NoteUse)),
    ("tui.documents.interview", "_LEFT_OUT", tuple(use for use in get_args(NoteUse) if use != "usable")),
    ("tui.documents.observation", "_GROUPS", ("moves", "signs")),
    ("tui.commands.forget", "_ASK", get_args(Policy)),
    ("tui.commands.forget", "_DONE", get_args(Policy)),
    ("tui.commands.forget", "_HEADS", get_args(Policy)),
    ("tui.commands.forget", "_STILL", get_args(Policy)),
    ("tui.commands.forget", "_TRACES", get_args(TraceKind)),
    ("tui.commands.forget", "_RECEIPTS", get_args(Policy)),
    ("tui.commands.give", "_WHY_LEFT_OUT", ("reflexive", "held_back")),
    ("tui.sentences.code_names", "PILOT_KIND_NAMES", get_args(PilotKind)[1:]),
    ("tui.sentences.code_names", "PLACE_NAMES", get_args(Place)),
)
"""Tables of sentences by code: where, and the codes that each must have."""

KEY = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")

MIXED: set[str] = set()
"""Sentences that may be the same in both languages."""


@dataclass(frozen=True)
class Use:
    """A key in the code with the fields it comes with; ``fields`` is None where they are passed on from elsewhere."""

    key: str
    fields: frozenset[str] | None
    where: str
    coded: bool


def constants(node: ast.AST, path: Path) -> Iterator[str]:
    """The texts that an expression may come to."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Call(func=ast.Name(id="N_" | "NP_"), args=[*_, told]):
            yield from constants(told, path)
        case ast.IfExp(body=body, orelse=orelse):
            yield from constants(body, path)
            yield from constants(orelse, path)
        case ast.Subscript(value=ast.Name(id=name)):
            yield from named(name, path)
        case _:
            pass


def named(name: str, path: Path) -> Iterator[str]:
    """The texts in the tables of this name, wherever in the sources they are."""
    return (
        text for value in tables().get((name, path), tables().get((name, None), ())) for text in constants(value, path)
    )


@cache
def tables() -> dict[tuple[str, Path | None], list[ast.expr]]:
    """The values of every dictionary in the sources that has a name."""
    found: dict[tuple[str, Path | None], list[ast.expr]] = {}
    for path in SOURCES:
        for node in nodes(path):
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(values=values))
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict(values=values))
                ):
                    found.setdefault((name, path), []).extend(values)
                    found.setdefault((name, None), []).extend(values)
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
            return (facts_of(call, path),)
        case _:
            return None


def facts_of(refusal: ast.Call, path: Path) -> frozenset[str] | None:
    match refusal.args:
        case [_]:
            return frozenset()
        case [_, ast.Dict(keys=keys)]:
            return frozenset(text for key in keys if key is not None for text in constants(key, path))
        case _:
            return None


def coded(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in ("LogFailure", "BadRecord", "Refusal")


@cache
def uses() -> tuple[Use, ...]:
    """Every key that the code names outright, as an argument."""
    found: list[Use] = []
    for path in SOURCES:
        for node in nodes(path):
            asked = asked_of(node, path) if isinstance(node, ast.Call) and node.args else None
            if isinstance(node, ast.Call) and asked is not None:
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                found += [Use(key, asked[0], where, coded(node)) for key in constants(node.args[0], path)]
    return tuple(found)


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_reader_of_the_code_finds_what_it_looks_for() -> None:
    """Otherwise the tests below would hold for an empty list."""
    found = {use.key for use in uses()}
    assert {"unknown_question", "disk_full", "log_damaged", "The recorder", "Opening"} <= found
    assert len(found) > 600


def test_every_sentence_comes_with_its_facts() -> None:
    lacking = [
        use
        for use in uses()
        if use.fields is not None and not fields(in_english(use.key)) <= use.fields | {"in_study", "count"}
    ]
    assert lacking == []


def in_english(key: str) -> str:
    return PROBLEMS.get(key) or REFUSALS.get(key, key)


def test_every_code_in_the_code_has_its_sentence() -> None:
    codes = [use for use in uses() if use.coded]
    assert len(codes) > 150
    assert [use for use in codes if use.key not in PROBLEMS and use.key not in REFUSALS] == []
    assert sorted(fault for fault in Fault if fault not in PROBLEMS) == []


@pytest.mark.parametrize(("module", "name", "codes"), BY_CODE)
def test_a_table_has_a_sentence_for_every_code(module: str, name: str, codes: tuple[object, ...]) -> None:
    assert set(codes) - set(getattr(import_module(module), name)) == set()


@pytest.mark.parametrize("language", sorted({*LANGUAGES.values()} - {"en"}))
def test_every_language_says_it_with_the_same_facts(language: str) -> None:
    known = read_catalogue(language)
    for context, message in sentences():
        match message:
            case (one, many):
                pairs = [(many, known.ngettext(one, many, count)) for count in (1, 2)]
                assert all(fields(told) | {"count"} == fields(many) | {"count"} for _, told in pairs), message
            case text:
                told = known.gettext(text) if context is None else known.pgettext(context, text)
                pairs = [(text, told)]
                assert fields(told) == fields(text), message
        assert all(name.isidentifier() for text, _ in pairs for name in fields(text)), message
        assert all(text.strip() and told.strip() for text, told in pairs), message
        assert all((text[-1] == " ") == (told[-1] == " ") for text, told in pairs), message


def test_whatever_is_counted_has_a_form_for_one_and_for_several() -> None:
    """Both tell of the same, and the one for several tells how many."""
    counted = [message for _, message in sentences() if isinstance(message, tuple)]
    assert len(counted) > 30
    for one, many in counted:
        assert fields(many), f"it is not told how many: {many}"
        assert fields(one) <= fields(many) <= fields(one) | {"count"}, (one, many)


def test_a_number_chooses_its_form_by_the_languages_rule() -> None:
    """Never by being one: Polish has three forms, and Japanese one."""
    chosen = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        if path.is_relative_to(ROOT / "tui")
        for node in nodes(path)
        if isinstance(node, ast.IfExp)
        and isinstance(node.test, ast.Compare)
        and isinstance(node.test.comparators[0], ast.Constant)
        and node.test.comparators[0].value == 1
        and any(
            isinstance(part, ast.Call) and getattr(part.func, "id", "") == "N_" for part in (node.body, node.orelse)
        )
        and not ast.unparse(node.test).endswith(
            ".minutes == 1"
        )  # 4.5 minutes: gettext has forms for whole numbers only
    ]
    assert chosen == []


def test_no_sentence_is_put_together_from_pieces() -> None:
    """Another language has another order of words: what is told is one sentence, or parts of a list."""
    glued = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        if path.is_relative_to(ROOT / "tui")
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr | ast.BinOp) and is_glued(node, path)
    ]
    assert glued == []
    for _context, message in sentences():
        for text in (message,) if isinstance(message, str) else message:
            assert text == text.lstrip(), text
            assert text.rstrip() == text or text.rstrip()[-1] in ":›?)]", f"something is to follow: {text}"
            assert not re.search(r"(?:,|\b(?:and|or|the|of|a|an))$", text), f"something is to follow: {text}"


def is_glued(node: ast.JoinedStr | ast.BinOp, path: Path) -> bool:
    """Whether sentence stands on sentence, with nothing but a space between them."""
    match node:
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return is_said(left, path) and is_said(right, path)
        case ast.JoinedStr(values=values):
            parts = [part for part in values if not (isinstance(part, ast.Constant) and part.value == " ")]
            said = [isinstance(part, ast.FormattedValue) and is_said(part.value, path) for part in parts]
            return any(one and other for one, other in pairwise(said))
        case _:
            return False


def is_said(node: ast.expr, path: Path) -> bool:
    """Whether it is a sentence in somebody's language."""
    return isinstance(node, ast.Call) and bool(node.args) and asked_of(node, path) is not None


def test_the_reader_finds_what_is_glued() -> None:
    def glued(code: str) -> bool:
        told = ast.parse(code, mode="eval").body
        return isinstance(told, ast.JoinedStr | ast.BinOp) and is_glued(told, ROOT / "tui" / "x.py")

    assert glued("f'{_(1)} {_(2)}'")
    assert glued('_("a") + _("b", x=1)')
    assert not glued("f'{_(1)} · {_(2)}'")
    assert not glued("f'{_(1)} {x}'")


def test_a_command_that_a_sentence_names_can_be_typed_from_where_one_stands() -> None:
    """It says which study it is about; help says it of all, and what makes a study is about none."""
    about_a_study = "|".join([*(set(COMMANDS) - {"new", "demo"}), "trekk"])
    named = re.compile(rf"\bintervjuguide (?:{about_a_study})\b(?!\S* ?--help)")
    languages = ("nb", "nn", "en")
    of_help = {Translator(language)(COMMAND_HELP[name]) for language in languages for name in COMMAND_HELP}
    of_help |= {Translator(language)(text) for language in languages for text in EXPORT_HELP.values()}
    of_help |= {Translator(language)(OVERVIEW) for language in languages}
    for language in languages:
        for sentence in set(every_text(language)) - of_help:
            assert len(named.findall(sentence)) == sentence.count("{in_study}"), sentence


def test_the_languages_differ() -> None:
    """Where they agree the sentence has no words of its own, or the word is the same."""
    for known in map(read_catalogue, ("nb", "nn")):
        for context, text in sentences():
            if isinstance(text, str) and (known.pgettext(context, text) if context else known.gettext(text)) == text:
                bare = "".join(part for part, *_ in Formatter().parse(text))
                assert len(bare.split()) <= 2 or text in MIXED, text


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_facts_are_shown_as_they_are_whatever_they_hold(language: str) -> None:
    _ = Translator(language_of(language))
    assert "{x} {0} %s" in _.refusal(Refusal("nothing_found", {"words": "{x} {0} %s"}))
    assert "nøkkel" in _.problem(Problem("guide.yaml", 1, 1, Fault.WANTED_TEXT, {"key": "nøkkel"}))


@pytest.mark.parametrize("kind", get_args(NoteKind))
def test_an_act_may_be_named_after_what_it_is(kind: str) -> None:
    """The words for the kinds of notes are those of the acts that take them."""
    names = {"follow_up": "followup", "reflexive": "reflect"}
    assert Translator("nb")(BY_NAME[names.get(kind, kind)].title)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nb", "nb"),
        ("nn", "nn"),
        ("nn-NO", "nn"),
        ("no", "nb"),
        ("nb_NO", "nb"),
        ("NB-no", "nb"),
        ("en", "en"),
        ("de", "de"),
        ("sv_SE", "sv"),
        ("fr", "en"),
        ("", "en"),
        ("C", "en"),
    ],
)
def test_a_language_in_all_its_forms(code: str, language: str) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_of_keys_fits_a_window_of_80_columns(language: str) -> None:
    said_in = str if language == "en" else read_catalogue(language_of(language)).gettext
    at_enter = {"": said_in("enter asks {id}").format(id="B10"), "masked": said_in("enter or Tab: as typed")}
    rows = {
        said_in(said)
        .replace("{most}", "9")
        .replace("{numbers}", "1 2 3 4 5 6 7 8 9")
        .replace("{enter}", at_enter["masked" if "masked" in said else ""])
        for context, said in sentences()
        if context is None and isinstance(said, str) and re.search(r"\S {3}\S", said) and "\n" not in said
    }
    rows.add(said_in("!: 1 returned 2 met 3 let go · + - correct · enter words · l link · u undo · ?"))
    legend = {row for row in rows if "□" in row}  # it wraps
    assert len(rows) > 20
    assert [row for row in rows - legend if len(row) > 79] == []
