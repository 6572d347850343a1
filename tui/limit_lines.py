"""What is due, one quiet line each, and ticked off."""

from collections.abc import Iterable
from datetime import date

from guide.keys import DATA_LIMITS
from guide.model import DataLimits
from guide.problems import fold_case
from interviews.core.clock import SystemClock
from interviews.log.writer import LogFailure
from interviews.study.entries import LimitMet
from interviews.study.facts import add, read_study_facts
from interviews.study.folder import Study
from interviews.study.limits import Limit, limits_of
from tui.console import DATA, OK, complain_folded, say_folded
from tui.translator import Translator


def today() -> date:
    """Today, by the computer's clock."""
    return SystemClock().wall().date()


def study_limits(study: Study, data: DataLimits | None, held: Iterable[tuple[str, str]]) -> tuple[Limit, ...]:
    """All limits of a study as they stand; ``held`` has each interview's code and its day, pilots too."""
    return () if data is None else limits_of(data, read_study_facts(study.folder).entries, held, today())


def describe_limit(limit: Limit, _: Translator) -> str:
    """One limit in a line: what, by when, and how many days are left, or since when it is past."""
    what = _(f"limit_{limit.name}", date=_.date(limit.until))
    if not limit.open:
        return _("limit_met", what=what, met=_.date(limit.met))
    near = {1: "limit_tomorrow", 0: "limit_today", -1: "limit_yesterday"}
    key = near.get(limit.days, "limit_days_left" if limit.days > 0 else "limit_days_over")
    line = _(key, what=what, days=abs(limit.days))
    if limit.since:
        return _("limit_since", line=line, met=_.date(limit.met), code=limit.since)
    return line


def complain_of_limits(limits: Iterable[Limit], _: Translator) -> None:
    """Say what is due, one line each, and how it is ticked off."""
    for limit in limits:
        key = "limit_end_with" if limit.name == "end" else "limit_done_with"
        complain_folded(_(key, line=describe_limit(limit, _), name=_(f"limit_name_{limit.name}")))


def limit_named(given: str) -> str | None:
    """The limit that a word means, in either language; None where it means none."""
    for name in DATA_LIMITS:
        if fold_case(given) in (name, *(Translator(one)(f"limit_name_{name}") for one in ("nb", "en"))):
            return name
    return None


def tick_off(study: Study, name: str, _: Translator, *, met: bool = True) -> tuple[int, str]:
    """Write down that it was done, or that it was not after all; an exit code and what to tell."""
    now = SystemClock().wall()
    day = now.date().isoformat()
    try:
        add(study.folder, [LimitMet(date=now.isoformat(timespec="seconds"), limit=name, met=met)])
    except LogFailure as failure:
        return DATA, _("limit_not_kept", reason=_(failure.code, **failure.facts))
    named = _(f"limit_name_{name}")
    if not met:
        return OK, _("limit_unticked", name=named)
    return OK, _("limit_ticked", date=_.date(day), what=_(f"limit_ticked_{name}"), name=named)


def tell(code: int, line: str) -> int:
    """Say what came of it where it belongs; the exit code."""
    (say_folded if code == OK else complain_folded)(line)
    return code
