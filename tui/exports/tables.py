"""``export tables``: a study for a spreadsheet or query engine.

Interviews, questions, notes and events.
"""

import sys
from argparse import Namespace
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from guide.problems import Problem, nearest
from interviews.core.state import Interview
from interviews.study.folder import Study
from interviews.study.outputs import Outward
from interviews.study.review import InterviewReview, StudyWalk
from interviews.tables.rows import Table, like_formulas, make_tables, whole_signs
from tui.console import DATA, OK, UsageError, complain_of, print_error, say_folded
from tui.exports.export_words import count_kept_back, some_of, tell_left_out
from tui.exports.leaving import may_leave
from tui.exports.output_files import name_file, save_files
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
    held = list(walk)
    if not held:
        complain_of(walk.problems, _)
        print_error(_("There is no interview to export yet."))
        return DATA
    if not may_leave(study, _, code, with_marks=arguments.with_marks):
        return DATA
    return _write(study, form, held, walk.problems, arguments, _)


def _write(
    study: Study,
    form: str,
    held: list[tuple[InterviewReview, Interview]],
    problems: tuple[Problem, ...],
    arguments: Namespace,
    _: Translator,
) -> int:
    tables, halves = whole_signs(make_tables(held))
    names = tuple(one.name for one, _interview in held)
    sentences: list[str] = []
    if form == "xlsx":
        from interviews.tables.table_files import write_workbook

        book = write_workbook(tables)
        files = {name_file(arguments.output or str(study.folder), "tables.xlsx"): book.data}
        if book.split:
            sentences.append(
                _(
                    "A cell holds 32 767 characters; the words go on in the next row in {which}.",
                    which=some_of(book.split),
                )
            )
        halves = tuple(dict.fromkeys((*halves, *book.changed)))
    else:
        folder = Path(arguments.output or study.folder / "tables")
        files = {folder / f"{table.name}.{form}": _bytes_of(table, form) for table in tables}
    if halves:
        sentences.append(
            _("Characters that no cell can hold stand as their numbers in {which}.", which=some_of(halves))
        )
    formulas = like_formulas(tables) if form == "csv" else ()
    if formulas:
        sentences.append(
            _(
                "A spreadsheet would take words for a formula in {which}; --as xlsx writes them so that it does not.",
                which=some_of(formulas),
            )
        )
    options = [f"--as={form}"]
    options += [] if arguments.participant is None else [f"--participant={arguments.participant}"]
    outward = Outward(study.folder, "tables", tuple(options), names)
    saved = save_files(files, outward, _, problems, anyway=arguments.anyway)
    complain_of(problems, _)
    if saved != OK:
        return saved
    say_folded(", ".join(f"{table.name}: {len(table.rows)}" for table in tables))
    left_out: Counter[str] = Counter()
    for _one, interview in held:
        left_out.update(count_kept_back(interview))
    for sentence in (*sentences, *tell_left_out(left_out, _)):
        say_folded(sentence)
    return DATA if any(problem.severity == "error" for problem in problems) else OK


def _bytes_of(table: Table, form: str) -> bytes:
    if form == "parquet":
        from interviews.tables.table_files import write_parquet

        return write_parquet(table)
    from interviews.tables.table_files import write_csv, write_json

    return write_csv(table) if form == "csv" else write_json(table)
