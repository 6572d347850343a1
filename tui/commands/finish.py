"""``finish``: what was promised by a date is ticked off, and a project comes to its end."""

from argparse import Namespace

from interviews.study.folder import Study
from interviews.study.review import held_in, review
from tui.commands.common import need_study
from tui.console import DATA, UsageError, print_error, print_out
from tui.limit_lines import describe_limit, limit_named, study_limits, tell, tick_off
from tui.settings import Settings
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Tick a limit off, or end the project; exit 1 where nothing was done."""
    study = Study(arguments.study)
    words = Words(settings.language_for(study.guide().language))
    need_study(arguments.study, words)
    if arguments.done is not None and arguments.not_done is not None:
        raise UsageError(words("limit_one_at_a_time"))
    if arguments.done is not None:
        return tell(*tick_off(study, _named(arguments.done, words), words))
    if arguments.not_done is not None:
        return _untick(study, _named(arguments.not_done, words), words)
    result = review(study)
    held = held_in(result) if result is not None else []
    for limit in study_limits(study, result.guide.data if result is not None else None, held):
        print_out(describe_limit(limit, words))
    return DATA


def _untick(study: Study, name: str, words: Words) -> int:
    from interviews.study.facts import read_study_facts
    from interviews.study.limits import met_on

    if not met_on(read_study_facts(study.folder).entries).get(name):
        print_error(words("limit_not_met", name=words(f"limit_name_{name}")))
        return DATA
    return tell(*tick_off(study, name, words, met=False))


def _named(given: str, words: Words) -> str:
    """The limit that a word means.

    Raises:
        UsageError: it means none.
    """
    from guide.keys import DATA_LIMITS

    name = limit_named(given)
    if name is None:
        names = ", ".join(words(f"limit_name_{one}") for one in DATA_LIMITS)
        raise UsageError(words("limit_unknown", given=given, names=names))
    return name
