"""Open marks are asked about before words leave.

In one place for whatever writes people's words outward.

A command that shows words to the researcher alone (``review``) does not ask; what holds no words has nothing to ask.
"""

from collections import Counter
from typing import TYPE_CHECKING, Literal

from interviews.study.folder import Study
from tui.console import agrees, complain_folded
from tui.progress import tell_reading
from tui.translator import Translator

if TYPE_CHECKING:
    from interviews.third_persons.study_scan import StudyScan

Leaving = Literal["notes", "notes and reflexive", "reflexive", "facts"]
"""What leaves: notes without or with the reflexive ones, those alone, or what was said of the interviews as facts."""

_FACTS = frozenset({"fact", "rating"})


def may_leave(
    study: Study, _: Translator, code: str | None = None, *, what: Leaving = "notes", with_marks: bool
) -> bool:
    """Whether words may be written outward; where marks are open somebody is asked, and without a terminal told how.

    Every command that writes people's words calls it before it writes; it has the option ``--with-marks``.
    """
    if with_marks:
        return True
    from interviews.third_persons.study_scan import scan_study  # nobody pays for it but who exports words

    with tell_reading(study, _, _("Stopped; nothing was written.")):
        told = _open_marks(scan_study(study, code), what)
    if not told:
        return True
    complain_folded(
        _.ngettext(
            "1 place in what is exported ({where}) may tell who somebody is. Look at it: intervjuguide scan{in_study}",
            "{count} places in what is exported ({where}) may tell who somebody is. Look at them: intervjuguide scan{in_study}",
            told.total(),
            where=_where(told, _),
        )
    )
    if agrees(_("Export all the same? (yes/no) ")):
        return True
    complain_folded(_("Nothing is written. With --with-marks it is exported all the same."))
    return False


def tell_marks(scan: "StudyScan", _: Translator, *, what: Leaving = "notes") -> None:
    """Say of a report, which is never asked about, that marks are open in it."""
    told = _open_marks(scan, what)
    if told:
        complain_folded(
            _.ngettext(
                "The report has 1 place that may tell who somebody is ({where}). Look at it with intervjuguide scan{in_study} before you hand it on.",
                "The report has {count} places that may tell who somebody is ({where}). Look at them with intervjuguide scan{in_study} before you hand it on.",
                told.total(),
                where=_where(told, _),
            )
        )


def _open_marks(scan: "StudyScan", what: Leaving) -> Counter[str]:
    """How many marks are open in what leaves, by interview."""

    def leaves(kind: str) -> bool:
        if kind == "transcript":  # it is kept, and written out by nothing but the participant's own copy
            return False
        match what:
            case "facts":
                return kind in _FACTS
            case "reflexive":
                return kind == "reflexive"
            case "notes and reflexive":
                return True
            case _:
                return kind != "reflexive"

    return Counter(one.passage.interview for one in scan.open if leaves(one.passage.kind))


def _where(told: Counter[str], _: Translator) -> str:
    return ", ".join(f"{name or _('study')}: {count}" for name, count in told.items())
