"""``review --html``, ``--markdown`` and ``--word``: the report."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from guide.files import read_file
from interviews.data_management.outputs import Outward
from interviews.study.folder import Study
from interviews.study.review import StudyWalk
from tui.commands.common import need_log, without_collector
from tui.console import DATA, OK, UsageError, complain_of
from tui.documents.data import ReportData, collect_report_data
from tui.documents.study import report_of
from tui.exports.leaving import tell_marks
from tui.exports.output_files import SIGNED, OutputKind, save_output, sign_word
from tui.progress import tell_progress, tell_reading
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from interviews.third_persons.study_scan import StudyScan


@without_collector()
def report(study: Study, code: str | None, arguments: Namespace, _: Translator) -> int:
    """Make the report of a study, or of one participant's interviews; exit 1 when a file has errors."""
    given = {"html": arguments.html, "markdown": arguments.markdown, "word": arguments.word}
    form, file = next((form, file) for form, file in given.items() if file is not None)
    if form == "word":
        if Path(file).suffix.lower() != ".docx":
            raise UsageError(_("--word writes a Word file: give it a name that ends in .docx, not {file}", file=file))
        if find_spec("docx") is None:
            raise UsageError(
                _("Word files need a library that is not installed here: pip install 'intervjuguide[documents]'")
            )
    notes, reflexive = not arguments.without_notes, arguments.with_reflexive
    with tell_reading(study, _, _("Stopped; nothing was written.")):
        material, rounds, scan = _collect(study, code, _, notes=notes, reflexive=reflexive)
    if code is not None and (material is None or not material.accounts):
        need_log(rounds.problems, code, _)
    if material is None:
        complain_of(rounds.problems, _)
        return DATA
    made, kind = render(material, form)
    if file == "-" and not isinstance(made, bytes):
        sys.stdout.flush()
        for piece in made:
            sys.stdout.buffer.write(piece.encode())
    else:
        held = tuple(one.reviewed.name for one in material.accounts)
        options: tuple[str, ...] = () if code is None else (f"--participant={code}",)
        options += ("--with-reflexive",) if reflexive else ()
        options += () if notes else ("--without-notes",)
        outward = Outward(study.folder, form, options, held)
        if save_output(file, _in_pieces(made, _), kind, outward, _, rounds.problems, anyway=arguments.anyway) != OK:
            return DATA
    if scan is not None:
        tell_marks(scan, _, what="notes and reflexive" if reflexive else "notes")
    complain_of(rounds.problems, _)
    return DATA if any(problem.severity == "error" for problem in rounds.problems) else OK


def _collect(
    study: Study, code: str | None, _: Translator, *, notes: bool, reflexive: bool
) -> tuple[ReportData | None, StudyWalk, "StudyScan | None"]:
    """What the report is made from, and what is found in its words; of a whole study each log is read once."""
    if not notes:
        return *collect_report_data(study, _, code=code, notes=False, reflexive=reflexive), None
    from interviews.third_persons.study_scan import StudyScanner, scan_study

    scanner = StudyScanner(study) if code is None else None
    beside = None if scanner is None else scanner.look_at
    material, rounds = collect_report_data(study, _, code=code, notes=True, reflexive=reflexive, beside=beside)
    return material, rounds, scan_study(study, code) if scanner is None else scanner.search()


def _in_pieces(made: bytes | Iterable[str], _: Translator) -> bytes | Iterable[str]:
    """The same; where pieces are made while they are written, that is told."""
    return made if isinstance(made, bytes) else _told_pieces(made, _)


def _told_pieces(made: Iterable[str], _: Translator) -> Iterator[str]:
    with tell_progress(_("Writing the report"), _, _("Stopped; nothing was written.")):
        yield from made


def render(material: ReportData, form: str) -> tuple[bytes | Iterable[str], OutputKind]:
    """The report as HTML or as Markdown, piece by piece, or as a Word file; and what such a file is known by."""
    made = report_of(material)
    if form == "word":
        from tui.documents.to_docx import word_of

        return sign_word(word_of(made)), SIGNED
    if form == "html":
        from tui.documents.to_html import MARKER, html_pieces

        return html_pieces(made), _kind(MARKER)
    from tui.documents.to_markdown import MARKER as MARKDOWN_MARKER
    from tui.documents.to_markdown import markdown_pieces

    return markdown_pieces(made, MARKDOWN_MARKER), _kind(MARKDOWN_MARKER)


def _kind(marker: str) -> OutputKind:
    """Reports that have this marker in one of their first two lines; an empty file is nothing."""

    def is_ours(path: Path) -> bool:
        start = read_file(path, 256)
        return not start or marker.encode() in start.split(b"\n")[:2]

    return OutputKind(
        is_ours,
        through_links=True,
        saved=N_("The report is in {file}."),
        in_the_way=N_(
            "{file} is there and is no report of that kind from here; it was left alone. Choose another name."
        ),
        no_file=N_("{file} is no ordinary file; choose another name, or - for standard output."),
    )
