"""``check``: faults in a guide, and advice."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from guide.advice import Advice, advise, judge
from guide.advice.guide_rules import Balance, balance
from guide.labels import label_of, leaves_words_out, says_little
from guide.model import Guide
from guide.nodes import START
from guide.problems import Problem
from guide.reading import Reading, read_guide_file
from guide.schema import SHORT_LIMIT
from tui.console import DATA, OK, complain_of, print_out, told_in_part
from tui.sentences.code_names import RULE_NAMES
from tui.settings import Settings
from tui.translator import Translator

_WIDTH = 80
_INDENT = "      "


def run(arguments: Namespace, settings: Settings) -> int:
    """Check a guide file; exit 1 when it has errors, 0 when there is only advice."""
    path: Path = arguments.guide or arguments.study / "guide.yaml"
    if path.is_dir():
        path /= "guide.yaml"
    written = OK
    if arguments.write_ids:
        from tui.commands.moved_ids import write_ids

        _ = Translator(settings.language_for(read_guide_file(path, path.name).language))
        written = write_ids(path, _).tell(beside_json=arguments.json)
        if not arguments.json:
            return written
    reading = read_guide_file(path, str(path) if arguments.guide else path.name)
    _ = Translator(settings.language_for(reading.language))
    reading = reading.but(
        problems=(*reading.problems, *find_shadowed_ids(reading, path.name if not arguments.guide else str(path)))
    )
    if arguments.json:
        from tui.commands.json_output import say_json

        say_json(_as_json(reading, _) | _anonymity_json(reading, path.parent, _))
    else:
        _print(reading, _)
        _print_anonymity(reading, path.parent, _)
        if not arguments.guide:
            from interviews.log.combined_logs import name_doubled_codes
            from interviews.study.folder import Study

            complain_of(name_doubled_codes(Study(path.parent).logs()), _)
    return written if reading.ok else DATA


def find_shadowed_ids(reading: Reading, file: str) -> Iterator[Problem]:
    """The ids that ``/`` never reaches, since they are commands in one of the languages."""
    guide = reading.guide
    ids = [] if guide is None else [one.id for one in (*guide.questions, *guide.targets)]
    words = [id for id in ids if len(id) > 1 and id.isalpha()]
    if not words:
        return
    from tui.input.actions import act_of  # most guides' ids have a digit, and need not wait for it

    for id in words:
        if act_of(id) is not None:
            line, column = reading.places.get(id, START)
            yield Problem(file, line, column, "guide_id_is_command", {"id": id, "word": id.lower()}, "warning")


def _as_json(reading: Reading, _: Translator) -> dict[str, object]:
    from tui.commands.json_output import problem_json

    errors = [problem for problem in reading.problems if problem.severity == "error"]
    others = [problem for problem in reading.problems if problem.severity != "error"]
    advice = advise(reading.guide) if reading.guide is not None else ()
    return {
        "ok": reading.ok,
        "errors": [problem_json(problem, _) for problem in errors],
        "warnings": [problem_json(problem, _) for problem in others],
        "advice": [{"question": one.question, "rule": one.rule, "message": _.advice(one)} for one in advice],
        "counts": _counts(reading),
    }


def _anonymity_json(reading: Reading, folder: Path, _: Translator) -> dict[str, object]:
    """What an anonymous study does not reach, and the conditions, where the guide says that the study is one."""
    if reading.guide is None or not reading.guide.anonymous:
        return {}
    from tui.commands.conditions import anonymity_lines

    (_reach, not_reached), (_when, conditions) = anonymity_lines(folder, _)
    return {"anonymous": {"not_reached": list(not_reached), "conditions": list(conditions)}}


def _print_anonymity(reading: Reading, folder: Path, _: Translator) -> None:
    if reading.guide is None or not reading.guide.anonymous:
        return
    from tui.commands.conditions import anonymity_lines

    for head, points in anonymity_lines(folder, _):
        print_out()
        _say_wrapped(head)
        for point in points:
            _say_wrapped(f"    - {point}", _INDENT)


def _counts(reading: Reading) -> dict[str, int]:
    guide = reading.guide
    questions = guide.questions if guide is not None else ()
    return {
        "research_questions": len(guide.research_questions) if guide is not None else 0,
        "questions": len(questions),
        "probes": sum(len(question.probes) for question in questions),
    }


def _print(reading: Reading, _: Translator) -> None:
    complain_of(reading.problems, _)
    if reading.guide is None:
        return
    warned = len(reading.warnings)
    counts = _counts(reading)
    print_out(
        _.ngettext(
            "The guide can be used, but has {count} warning (above). Research questions: {research_questions}, questions: {questions}, probes: {probes}.",
            "The guide can be used, but has {count} warnings (above). Research questions: {research_questions}, questions: {questions}, probes: {probes}.",
            warned,
            **counts,
        )
        if warned
        else _(
            "The guide is in order. Research questions: {research_questions}, questions: {questions}, probes: {probes}.",
            **counts,
        )
    )
    if in_part := told_in_part(_):
        _say_wrapped(in_part)
    _print_advice(reading.guide, _)
    _print_labels(reading.guide, _)
    lines = list(_balance_lines(balance(reading.guide), _))
    if lines:
        print_out(f"\n{_('The balance, to think over')}")
    for line in lines:
        _say_wrapped(f"    - {line}", _INDENT)


def vague_labels(guide: Guide) -> tuple[tuple[str, str], ...]:
    """The questions whose automatic label says little, skips words or is another's too: id, label as it is shown."""
    shown = guide.labels
    alike = Counter(label.casefold() for label in shown.values())
    return tuple(
        (question.id, shown[question.id])
        for question in guide.questions
        if question.label == label_of(question.ask)
        and (
            says_little(question.ask)
            or leaves_words_out(question.ask, shown[question.id])
            or alike[shown[question.id].casefold()] > 1
        )
    )


def _print_labels(guide: Guide, _: Translator) -> None:
    vague = vague_labels(guide)
    if vague:
        print_out()
        _say_wrapped(
            _(
                "Labels that say little or are easily misread on the screen. Write your own under short, at most {limit} characters:",
                limit=SHORT_LIMIT,
            )
        )
    for id, label in vague:
        print_out(f"    - {id}: {label}")


def _rule(advice: Advice, _: Translator) -> str:
    """What a rule is called, with its key in brackets: that is what stands under accepted."""
    name = _(RULE_NAMES[advice.rule])
    return name if name == advice.rule else f"{name} ({advice.rule})"


def _print_advice(guide: Guide, _: Translator) -> None:
    judged = judge(guide)
    advice, overruled = judged.stands, judged.overruled
    if advice:
        _say_wrapped(
            f"\n{_('Advice on wording. It stops nothing; where you disagree, accept the wording with a reason under accepted.')}"
        )
    for id, group in groupby(advice, key=lambda one: one.question):
        question = None if id is None else guide.question(id)
        title = _("The whole guide") if question is None else f"{id:<5} {' '.join(question.ask.split())}"
        print_out()
        _say_wrapped(title, _INDENT)
        for one in group:
            _say_wrapped(f"    - {_rule(one, _)}: {_.advice(one)}", _INDENT)
    if overruled:
        print_out(f"\n{_('Accepted with a reason: {count}', count=len(overruled))}")


def _balance_lines(found: Balance, _: Translator) -> Iterator[str]:
    if found.few or found.uneven:
        yield _(
            "Questions for each part: {counts}.", counts=", ".join(f"{name} {count}" for name, count in found.counts)
        )
    for target in found.few:
        yield _(
            "{target} has few questions beside the others. Is that enough, or do you expect the other questions to answer it?",
            target=target,
        )
    for one in found.uneven:
        alone = ", ".join(f"{name} {count}" for name, count in one.alone)
        yield _(
            "{target} asks unevenly about the concepts one by one: {alone}; about several together: {together}. Is that meant?",
            target=one.target,
            alone=alone,
            together=one.together,
        )
    load = found.load
    if load is None:
        return
    if load.estimated is not None:
        yield _(
            "The questions' own minutes are {estimated} together; the interview is planned for {minutes}.",
            estimated=_.decimal(f"{load.estimated:g}"),
            minutes=_.decimal(f"{load.minutes:g}"),
        )
    yield _(
        "{questions} questions and {probes} probes in {minutes} minutes leave {each} minutes for each question. Sources range from 5 to 20 questions an hour, after how structured the interview is; a pilot measures it. (OERL, QualiQ)",
        questions=load.questions,
        probes=load.probes,
        minutes=_.decimal(f"{load.minutes:g}"),
        each=_.decimal(f"{load.each:.1f}"),
    )


def _say_wrapped(text: str, indent: str = "") -> None:
    """Say a text at the width of a terminal, its own line breaks kept."""
    for line in text.split("\n"):
        if len(line) <= _WIDTH and line.isprintable():
            print_out(line.rstrip())
        else:
            print_out(_wrapped(line, indent))


@cache
def _wrapped(line: str, indent: str) -> str:
    """A line at the width of a terminal; of many questions the same is said."""
    return "\n".join(wrap(line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))
