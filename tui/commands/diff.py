"""``diff``: what changed between two guides."""

from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path

from guide.model import Guide
from guide.problems import Problem
from interviews.core.clock import moment_of
from interviews.revisions import History, Revision, file_of, read_history
from interviews.revisions.writing import half_done
from interviews.study.folder import Study
from interviews.study.placement import may_be_counted
from tui import signs
from tui.changes.reasons import retell_why
from tui.changes.retell import retell_change
from tui.commands.common import need_study
from tui.commands.json_output import say_json
from tui.console import DATA, OK, UsageError, complain_of, print_error, print_out
from tui.documents.model import Block, Cell, Document, Outline, OutlineItem, Paragraph, Row, Span, plain, table_of
from tui.documents.to_markdown import markdown_of, markdown_text
from tui.documents.to_text import document_text
from tui.revise.annotated_diff import Difference, Side, changes_since, differences, place_questions, word_spans
from tui.settings import Settings
from tui.translator import N_, NP_, Translator

_NOW = "now"
_DIGITS = 9
"""Of a revision's number; Python refuses to read numbers of thousands of digits."""

_PAGES = (".html", ".htm")
_FORMS = (".docx", *_PAGES, ".md", ".markdown")

_BELOW = (N_("before"), N_("after"), N_("words"), N_("because:"))
_COLUMNS = (
    N_("Date"),
    NP_("revision", "After"),
    N_("Question"),
    N_("What"),
    N_("Why"),
    N_("Evidence"),
)


def run(arguments: Namespace, settings: Settings) -> int:
    """Tell the difference; exit 1 when the guide or its history has errors."""
    study = Study(arguments.study)
    reading = study.guide()
    _ = Translator(settings.language_for(reading.language))
    need_study(arguments.study, _)
    if arguments.json and arguments.markdown:
        raise UsageError(_("choose --markdown or --json, not both"))
    file = None if arguments.output in (None, "-") else Path(arguments.output)
    if file is not None:
        _need_document(file, _, as_json=arguments.json)
    finder = _Finder(study, _)
    a, b = finder.sides(arguments.a, arguments.b, whole=arguments.markdown)
    if a is None or b is None:
        complain_of(finder.problems, _)
        if arguments.json and not finder.problems:
            say_json({"from": None, "to": None, "changes": []})
        if not finder.problems:
            (print_error if arguments.json else print_out)(
                _("The guide has not been revised yet, and no interview has a copy to compare with.")
            )
        return DATA if finder.problems else OK
    if file is not None:
        if _save(file, a, b, finder, arguments, _) != OK:
            return DATA
    elif arguments.markdown:
        print_out(markdown_text(_history(a, b, finder.history, _)))
    else:
        found = differences(a, b, finder.history, _)
        if arguments.json:
            say_json(_as_json(a, b, found, finder.history))
        else:
            print_out(document_text(_document(a, b, found, finder.history, _), apart=True))
    complain_of(finder.problems, _)
    return DATA if any(problem.severity == "error" for problem in finder.problems) else OK


def _need_document(file: Path, _: Translator, *, as_json: bool) -> None:
    """Refuse a name that says no form of a document, before anything is read.

    Raises:
        UsageError: it says none, or what makes it is not installed.
    """
    if as_json:
        raise UsageError(_("choose -o or --json, not both"))
    if file.suffix.lower() not in _FORMS:
        raise UsageError(
            _("the changes become a Word file (.docx), a page (.html) or Markdown (.md), not {file}", file=file)
        )
    if file.suffix.lower() == ".docx" and find_spec("docx") is None:
        raise UsageError(
            _("Word files need a library that is not installed here: pip install 'intervjuguide[documents]'")
        )


def _save(file: Path, a: Side, b: Side, finder: "_Finder", arguments: Namespace, _: Translator) -> int:
    """Save the difference, or the history's table, as a document in the form that the name says."""
    from interviews.data_management.outputs import Outward
    from tui.exports.output_files import SIGNED, save_output, sign_markdown, sign_word

    if arguments.markdown:
        lead, *rest = _history(a, b, finder.history, _)
        title = plain(lead.text) if isinstance(lead, Paragraph) else ""
        made = Document(title, _.language, _.language, tuple(rest), ())
        changes = [change for _one, change in changes_since(a, b, finder.history, _)]
    else:
        found = differences(a, b, finder.history, _)
        made = _document(a, b, found, finder.history, _)
        changes = [one.record for one in found if one.record is not None]
    suffix = file.suffix.lower()
    data: str | bytes
    if suffix == ".docx":
        from tui.documents.to_docx import word_of

        data = sign_word(word_of(made))
    elif suffix in _PAGES:
        from tui.documents.to_html import html_of

        data = sign_markdown(html_of(made))
    else:
        data = sign_markdown(markdown_of(made).rstrip("\n"))
    held = dict.fromkeys(ref.partition(":")[0] for change in changes for ref in change.evidence)
    options = tuple(name for name in (arguments.a, arguments.b) if name is not None)
    options += ("--markdown",) if arguments.markdown else ()
    outward = Outward(arguments.study, "diff", options, tuple(held))
    return save_output(file, data, SIGNED, outward, _, finder.problems, anyway=arguments.anyway)


class _Finder:
    """Finds the guides that are meant, and gathers what is wrong on the way."""

    def __init__(self, study: Study, _: Translator) -> None:
        self.history = read_history(study.folder)
        self.problems: list[Problem] = [*self.history.problems, *half_done(study.folder)]
        self._study, self._ = study, _
        self._as_held = False
        """Whether a side is an interview's own copy, which has none of the project's dates."""

    def sides(self, a: str | None, b: str | None, *, whole: bool) -> tuple[Side | None, Side | None]:
        """The two that are meant: without words the last revision and now, for a table the first one and now."""
        if a is None:
            first = self.history.revisions[0] if whole and self.history.revisions else self.history.last
            before = self._revision(first.number) if first is not None else self._latest_copy()
        else:
            before = self._side_of(a)
        after = self._now() if b is None else self._side_of(b)
        if before is None or after is None or not self._as_held:
            return before, after
        return before.but(guide=before.guide.as_held), after.but(guide=after.guide.as_held)

    def _side_of(self, name: str) -> Side | None:
        """The guide of this name.

        Raises:
            UsageError: there is none.
        """
        if name.casefold() == _NOW:
            return self._now()
        if name.isascii() and name.isdecimal() and len(name) <= _DIGITS:
            return self._revision(int(name))
        return self._interview(name)

    def _now(self) -> Side | None:
        reading = self._study.guide()
        if reading.guide is None:
            self.problems += [error for error in reading.errors if error not in self.problems]
            return None
        last = self.history.last
        number = last.number if last is not None and last.guide == reading.guide else None
        return Side(reading.guide, self._("guide.yaml now"), number, reading.counted)

    def _revision(self, number: int) -> Side | None:
        found = self.history.revision(number)
        if found is None:
            raise UsageError(
                self._(
                    "there is no revision and no interview {name}: write a number, now, or a code like P1", name=number
                )
            )
        if found.guide is None:
            raise UsageError(
                self._("revision {number} cannot be read as a guide: see {file}", number=number, file=file_of(number))
            )
        return Side(found.guide, _when(found, self._), number, may_be_counted(found.guide))

    def _interview(self, name: str) -> Side | None:
        code = name.upper()
        files = [file for file in self._study.logs() if code in (file.path.stem, file.participant)]
        exact = [file for file in files if file.path.stem == code]
        for file in (exact or files)[-1:]:
            told = self._study.load(file)
            if told.interview is None:
                self.problems += told.problems
                return None
            return self._copy(told.interview.guide, file.path.stem)
        raise UsageError(
            self._("there is no revision and no interview {name}: write a number, now, or a code like P1", name=name)
        )

    def _latest_copy(self) -> Side | None:
        held = [
            (told.file.path.stem, told.interview)
            for told in self._study.load_interviews()
            if told.interview is not None
        ]
        if not held:
            return None
        name, interview = max(reversed(held), key=lambda one: moment_of(one[1].started.wall))
        return self._copy(interview.guide, name)

    def _copy(self, guide: Guide, name: str) -> Side:
        revision = self.history.of(guide)
        number = None if revision is None else revision.number
        self._as_held = True
        return Side(guide, self._("the guide of {name}", name=name), number, may_be_counted(guide))


def _when(revision: Revision, _: Translator) -> str:
    after = _("after {interview}", interview=revision.after) if revision.after else ""
    when = ", ".join(part for part in (_.date(revision.date), after) if part)
    key = N_("revision {number} ({when})") if when else N_("revision {number}")
    return _(key, number=revision.number, when=when)


def _document(a: Side, b: Side, found: tuple[Difference, ...], history: History, _: Translator) -> Document:
    """Each change with both wordings and what is recorded of it."""
    blocks: list[Block] = []
    moved = place_questions(a, b, history).moved
    if moved:
        pairs = ", ".join(f"{own} → {now}" for own, now in moved)
        told = _("Moved by hand in a guide without ids; the same wording is the same question: {moved}.", moved=pairs)
        blocks.append(Paragraph(told))
    if found:
        items = tuple(OutlineItem(one.told.question, _head(one, _), _below(one, _)) for one in found)
        blocks.append(Outline(items, (4, max(len(_(name)) for name in _BELOW))))
    elif not moved:
        blocks.append(Paragraph(_("Nothing has changed.")))
        last = history.last
        if last is not None and last.number > 1 and a.number == last.number:
            key = N_("What the last revision changed: intervjuguide diff {a} {b}{in_study}")
            blocks.append(Paragraph(_(key, a=last.number - 1, b=last.number)))
    return Document(_("From {a} to {b}", a=a.name, b=b.name), _.language, _.language, tuple(blocks), ())


def _head(one: Difference, _: Translator) -> str:
    """The change in a word where its wordings follow, else in its sentence; the question's id stands before it."""
    told = one.told
    if told.kind in ("added", "dropped"):
        return f"{told.short}: {_('“{said}”', said=told.after or told.before)}"
    is_short = told.kind in ("reworded", "probe_reworded", "moved", "split", "merged")
    return told.short if is_short else told.behind_id or told.what


def _below(one: Difference, _: Translator) -> tuple[OutlineItem, ...]:
    """Both wordings, the words that make the difference, and the reason."""
    told, items = one.told, list[OutlineItem]()
    if told.kind in ("reworded", "probe_reworded", "split", "merged"):
        items += [OutlineItem(_("before"), told.before), OutlineItem(_("after"), told.after)]
    if told.kind in ("reworded", "probe_reworded"):
        marks = {"gone": signs.GONE, "new": signs.NEW}
        found = word_spans(told.before, told.after)
        pieces = [f"{marks[span.mark]}{span.text.strip()}" for span in found if span.mark in marks]
        if len(pieces) < len(found):  # else it is another wording altogether
            items.append(OutlineItem(_("words"), "  ".join(pieces)))
    if one.record is not None and one.record.why:
        evidence = f"  [{', '.join(one.record.evidence)}]" if one.record.evidence else ""
        items.append(OutlineItem(_("because:"), retell_why(one.record.why, _) + evidence))
    return tuple(items)


def _history(a: Side, b: Side, history: History, _: Translator) -> tuple[Block, ...]:
    """The history as a table for an appendix."""
    rows = []
    for revision, change in changes_since(a, b, history, _):
        when = ("", "") if revision is None else (_.date(revision.date), revision.after)
        row = (*when, change.question, retell_change(change, _), retell_why(change.why, _), ", ".join(change.evidence))
        rows.append(Row("", tuple(map(Cell, row))))
    table = table_of("history", "", map(_, _COLUMNS), rows)
    return (Paragraph((Span(_("Changes of the interview guide"), "name"),), "lead"), table)


def _as_json(a: Side, b: Side, found: tuple[Difference, ...], history: History) -> dict[str, object]:
    return {
        "from": {"name": a.name, "revision": a.number},
        "to": {"name": b.name, "revision": b.number},
        **({"moved": dict(moved)} if (moved := place_questions(a, b, history).moved) else {}),
        "changes": [_change_json(one) for one in found],
    }


def _change_json(one: Difference) -> dict[str, object]:
    record, revision, told = one.record, one.revision, one.told
    return {
        "question": told.question or None,
        "kind": told.kind,
        "what": told.what,
        "before": told.before,
        "after": told.after,
        "why": "" if record is None else record.why,
        "evidence": [] if record is None else list(record.evidence),
        "others": [] if record is None else list(record.others),
        "revision": None if revision is None else revision.number,
        "date": "" if revision is None else revision.date,
        "interview": "" if revision is None else revision.after,
    }
