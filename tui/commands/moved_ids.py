"""Questions moved by hand, and writing ids out."""

from pathlib import Path

from guide.frozen import Value
from guide.reading import read_guide_file
from interviews.study.folder import Study
from interviews.study.guide_drift import MOVED
from interviews.study.placement import Placements
from interviews.study.write_ids import NotNamedError, naming_in, write_names
from tui.console import DATA, OK, print_error, print_out
from tui.translator import N_, Translator


class Written(Value):
    """What became of it, in sentences; ``ok`` says that every id stands there now."""

    ok: bool
    lines: tuple[str, ...]

    def tell(self, *, beside_json: bool = False) -> int:
        """Print the sentences, beside JSON to standard error; the exit code."""
        for line in self.lines:
            (print_out if self.ok and not beside_json else print_error)(line)
        return OK if self.ok else DATA


def write_ids(path: Path, _: Translator) -> Written:
    """Write every id into a guide's file, those by which the interviews beside it know its questions."""
    study = Study(path.parent)
    reading = read_guide_file(path, path.name)
    if reading.guide is None:
        return Written(ok=False, lines=tuple(f"{one.where}: {_.problem(one)}" for one in reading.errors))
    held = [one.interview for one in study.load_interviews() if one.interview is not None]
    naming = naming_in(study.folder, reading, held, Placements.of_study(study.folder, reading))
    if not naming.names:
        return Written(ok=True, lines=(_("Every question has its id already; nothing is written."),))
    try:
        whole = write_names(path, reading, naming)
    except NotNamedError as failure:
        return Written(ok=False, lines=(_.failure(failure),))
    changed = ", ".join(f"{own} → {new}" for own, new in naming.names.items() if own != new)
    said = _(
        N_("The ids are written into {file}, the same as the interviews have ({changed}).")
        if changed
        else N_("The ids are written into {file}: questions can be moved now, and nothing shifts."),
        file=path.name,
        changed=changed,
    )
    return Written(
        ok=True, lines=(said, *(() if whole else (_("guide.yaml was written anew; its comments stand at the top."),)))
    )


def describe_moves(study: Study, _: Translator) -> list[str]:
    """What is to be said of questions that moved by hand, a line for each guide that interviews had before."""
    return [
        _("Moved since {participant}: {moved}. Coverage follows the wording.", **one.facts)
        for one in study.find_guide_changes()
        if one.code == MOVED
    ]
