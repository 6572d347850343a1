"""``export tables``: a study for a spreadsheet or query engine.

Interviews, questions, notes and events.
"""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from guide.problems import Problem, nearest
from interviews.data_management.outputs import Outward
from interviews.save import Draft
from interviews.study.folder import Study
from interviews.study.review import StudyWalk
from interviews.tables.rows import SCHEMA, Cell, Held, Table, like_formulas, make_tables, whole_signs
from interviews.tables.table_files import MOST_ROWS
from tui.console import DATA, OK, UsageError, complain_of, print_error, say_folded
from tui.exports.export_words import count_kept_back, some_of, tell_left_out
from tui.exports.leaving import may_leave
from tui.exports.output_files import make_folders, name_file, save_files, tell_unwritten
from tui.progress import tell_reading
from tui.translator import Translator

FORMS = ("csv", "json", "parquet", "xlsx")
"""What tables can be written as; the last in one file, the others in a file a table."""

_NEEDED = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}


def export_tables(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write the tables; exit 1 where there is no interview, or a file has errors.

    Raises:
        UsageError: there is no such form, or its library is not installed.
    """
    form = vars(arguments)["as"]
    if form not in FORMS:
        near = nearest(form or "", FORMS)
        forms = ", ".join(FORMS)
        if near:
            raise UsageError(_("export tables does not know “{name}”; did you mean {near}?", name=form, near=near))
        raise UsageError(_("As what? Say --as with one of {forms}", forms=forms))
    if form in _NEEDED and find_spec(_NEEDED[form]) is None:
        if getattr(sys, "frozen", False):
            raise UsageError(_("the program as one file does not write {form}; choose csv, json or xlsx", form=form))
        raise UsageError(
            _("--as {form} needs a library that is not installed here: pip install 'intervjuguide[tables]'", form=form)
        )
    named = Path(arguments.output or "")
    if form != "xlsx" and named.suffix.casefold() == f".{form}" and not named.is_dir():
        raise UsageError(
            _(
                "--as {form} writes a file for each table: give -o the name of a folder, not “{file}”",
                form=form,
                file=named,
            )
        )
    code: str | None = arguments.participant
    walk = StudyWalk(study, code)
    held = iter(walk)
    first = next(held, None)
    if first is None:
        complain_of(walk.problems, _)
        print_error(_("There is no interview to export yet."))
        return DATA
    if not may_leave(study, _, code, with_marks=arguments.with_marks):
        return DATA
    gathered = _Gathered(chain([first], held))
    with ExitStack() as drafts:
        try:
            with tell_reading(study, _, stopped=_("Stopped; nothing was written.")):
                files = _write(study, form, gathered, arguments, drafts)
        except OSError as error:
            tell_unwritten(error.filename or arguments.output or study.folder, error, _)
            return DATA
        except _TooLongError as long:
            print_error(
                _(
                    "A sheet holds {most} rows, and {table} has more: choose csv, json or parquet. Nothing was written.",
                    most=MOST_ROWS,
                    table=long.table,
                )
            )
            return DATA
        return _save(study, form, gathered, files, walk.problems, arguments, _)


class _TooLongError(Exception):
    """A table has more rows than a sheet has room for."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class _Gathered:
    """Goes through interviews and makes their rows, one interview at a time; what must be said of them is counted."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._held = held
        self.names: list[str] = []
        self.rows: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.halves: list[str] = []
        self.formulas: list[str] = []
        self.split: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[tuple[Table, ...]]:
        for one, interview in self._held:
            self.names.append(one.name)
            self.left_out.update(count_kept_back(interview))
            tables, halves = whole_signs(make_tables([(one, interview)]))
            self.halves += halves
            self.formulas += like_formulas(tables)
            self.rows.update({table.name: len(table.rows) for table in tables})
            yield tables


def _write(
    study: Study, form: str, gathered: _Gathered, arguments: Namespace, drafts: ExitStack
) -> Mapping[Path, bytes | Draft]:
    """The files as they are to be, none of which has its name yet.

    Raises:
        OSError: there is no room for them, or no folder.
        _TooLongError: one sheet is too small.
    """
    if form == "xlsx":
        from interviews.tables.table_files import write_workbook

        rows: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in SCHEMA}
        for tables in gathered:
            for table in tables:
                rows[table.name] += table.rows
                if len(rows[table.name]) > MOST_ROWS:
                    raise _TooLongError(table.name)
        book = write_workbook([Table(name, columns, tuple(rows[name])) for name, columns in SCHEMA.items()])
        gathered.split = book.split
        gathered.halves = [*dict.fromkeys((*gathered.halves, *book.changed))]
        return {name_file(arguments.output or str(study.folder), "tables.xlsx"): book.data}
    from interviews.tables.table_files import WRITERS

    folder = Path(arguments.output or study.folder / "tables")
    paths = {name: folder / f"{name}.{form}" for name in SCHEMA}
    if not folder.exists():
        drafts.callback(lambda: _remove_if_empty(folder))
    make_folders(paths.values())
    made = {path: drafts.enter_context(Draft(path)) for path in paths.values()}
    writers = {name: WRITERS[form](Table(name, SCHEMA[name], ()), made[path].write) for name, path in paths.items()}
    for writer in writers.values():
        writer.begin()
    for tables in gathered:
        for table in tables:
            writers[table.name].add(table.rows)
    for writer in writers.values():
        writer.end()
    return made


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _save(
    study: Study,
    form: str,
    gathered: _Gathered,
    files: Mapping[Path, bytes | Draft],
    problems: tuple[Problem, ...],
    arguments: Namespace,
    _: Translator,
) -> int:
    options = [f"--as={form}"]
    options += [] if arguments.participant is None else [f"--participant={arguments.participant}"]
    outward = Outward(study.folder, "tables", tuple(options), tuple(gathered.names))
    saved = save_files(files, outward, _, problems, anyway=arguments.anyway)
    complain_of(problems, _)
    if saved != OK:
        return saved
    say_folded(", ".join(f"{name}: {gathered.rows[name]}" for name in SCHEMA))
    if gathered.split:
        say_folded(
            _(
                "A cell holds 32 767 characters; the words go on in the next row in {which}.",
                which=some_of(gathered.split),
            )
        )
    if gathered.halves:
        say_folded(
            _("Characters that no cell can hold stand as their numbers in {which}.", which=some_of(gathered.halves))
        )
    if form == "csv" and gathered.formulas:
        say_folded(
            _(
                "A spreadsheet would take words for a formula in {which}; --as xlsx writes them so that it does not.",
                which=some_of(gathered.formulas),
            )
        )
    for sentence in tell_left_out(gathered.left_out, _):
        say_folded(sentence)
    return DATA if any(problem.severity == "error" for problem in problems) else OK
