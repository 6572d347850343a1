"""``export``: what others can use of a study.

The guide on paper, facts for a method chapter, reflexive notes.
"""

import os
import platform
import re
from argparse import Namespace
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from guide.frozen import Value
from guide.model import DataLimits, Guide
from guide.problems import Problem, nearest
from interviews.core.clock import Clock, SystemClock
from interviews.core.codec import to_json
from interviews.core.notes import notes
from interviews.core.state import Interview
from interviews.data_management.backup import last_backup
from interviews.data_management.outputs import Outward
from interviews.data_management.whereabouts import look_at, readable_by_others
from interviews.failures import LogFailure
from interviews.locked.names import ending_in, is_locked_study
from interviews.log.log_files import from_home
from interviews.method.collect import method_facts
from interviews.method.facts import fact_json
from interviews.method.guide_versions import read_revisions
from interviews.os_support import end_of_input
from interviews.reflexive import Link, reflexive_chain
from interviews.study.coarse import OutwardStudy
from interviews.study.facts import (
    NAME,
    OF_INTERVIEW,
    OF_STUDY,
    SCALES,
    YES_OR_NO,
    PowerRating,
    StudyFact,
    add,
    answer,
    read_study_facts,
)
from interviews.study.folder import Study
from interviews.study.placement import Placements
from interviews.study.revision_numbers import RevisionNumbers
from tui import VERSION
from tui.commands.common import interview_code, need_study, read_words
from tui.commands.json_output import problem_json, say_json
from tui.console import DATA, OK, UsageError, complain_of, print_error, print_out, types
from tui.documents.method_text import method_document
from tui.documents.model import Document, Paragraph, Section
from tui.documents.to_markdown import markdown_of
from tui.exports.data_plan import DataplanFacts, dataplan
from tui.exports.leaving import may_leave
from tui.exports.output_files import SIGNED, save_output, sign_json, sign_markdown, sign_word
from tui.progress import tell_reading
from tui.settings import Settings
from tui.time_format import format_time
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.documents.sheet import Layout

FORMATS = ("guide", "paper", "method", "reflexive", "dataplan", "marks", "coded", "qdpx", "qdc", "tables")
"""What can be exported."""

_FOR_PROGRAMS = {
    "marks": ("tui.exports.marks", "export_marks"),
    "coded": ("tui.exports.coded_text", "export_coded"),
    "qdpx": ("tui.exports.coded_text", "export_qdpx"),
    "qdc": ("tui.exports.coded_text", "export_qdc"),
    "tables": ("tui.exports.tables", "export_tables"),
}
"""Exports for other programs, each in a module of its own."""

_BELONGING = {
    "guide": ("ids", "output"),
    "paper": ("output",),
    "dataplan": ("output",),
    "reflexive": ("participant", "json", "output", "anyway", "with_marks"),
    "method": ("participant", "fact", "json", "output", "anyway", "with_marks"),
    "marks": ("participant", "as", "rec", "into", "wav", "output", "anyway", "with_marks"),
    "coded": ("participant", "for", "output", "anyway", "with_marks"),
    "qdpx": ("participant", "profile", "output", "anyway", "with_marks"),
    "qdc": ("output", "anyway", "with_marks"),
    "tables": ("participant", "as", "output", "anyway", "with_marks"),
}
"""The options that each format takes."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Export a study in one format, or write down a fact about it; exit 1 when a file has errors."""
    study = OutwardStudy(arguments.study)
    _ = Translator(settings.language_for(study.guide().language))
    if arguments.format not in FORMATS:
        near = nearest(arguments.format, FORMATS)
        key = (
            N_("export cannot make “{name}”; did you mean {near}? See intervjuguide export --help")
            if near
            else N_("export cannot make “{name}”, only {formats}; see intervjuguide export --help")
        )
        raise UsageError(_(key, name=arguments.format, near=near, formats=", ".join(FORMATS)))
    _need_fitting(arguments, _)
    _need_fitting_name(arguments, _)
    need_study(arguments.study, _)
    if arguments.format == "reflexive":
        return export_reflexive(study, arguments, _)
    if arguments.format in _FOR_PROGRAMS:
        if arguments.output == "-":
            raise UsageError(
                _(
                    "export {format} writes files for another program: give -o a name, not -",
                    format=arguments.format,
                )
            )
        if arguments.participant is not None:
            arguments.participant = interview_code(arguments.participant, _)
        module, name = _FOR_PROGRAMS[arguments.format]
        made: int = getattr(import_module(module), name)(study, arguments, _)
        return made
    if arguments.format != "method":
        return export_of_guide(study, arguments, _)
    if arguments.fact:
        return keep_facts(study, arguments, _)
    if arguments.participant is not None:
        raise UsageError(_("the method's facts are the whole study's; --participant belongs with --fact"))
    if not may_leave(study, _, what="facts", with_marks=arguments.with_marks):
        return DATA
    with tell_reading(study, _, _("Stopped; nothing was written.")):
        method = make_method(study, _, as_json=arguments.json)
    return _put_out(study, method, (), arguments, _)


class Made(Value):
    """An export: a document, a sheet, or what becomes JSON; None where there is not even a guide to make it from.

    ``interviews`` names the logs that it holds something of.
    """

    content: "Document | Layout | Mapping[str, object] | None"
    problems: tuple[Problem, ...]
    interviews: tuple[str, ...] = ()


def _text_of(content: "Document | Layout") -> str:
    if isinstance(content, Document):
        return markdown_of(content).rstrip("\n")
    from tui.documents.sheet import sheet_html_of

    return sheet_html_of(content)


def sign(content: "Document | Layout | Mapping[str, object]", suffix: str) -> str | bytes:
    """An export as it is saved under a name with this suffix, with the signature of what was made here."""
    if isinstance(content, Mapping):
        return sign_json(to_json(content, indent=1))
    if suffix != _WORD:
        return sign_markdown(_text_of(content))
    from tui.documents.sheet_word import sheet_word_of
    from tui.documents.to_docx import word_of

    return sign_word(word_of(content) if isinstance(content, Document) else sheet_word_of(content))


def make_method(study: Study, _: Translator, *, as_json: bool) -> Made:
    """The facts for a method chapter, as a document or as a text."""
    said, revisions = read_study_facts(study.folder), read_revisions(study.folder)
    sitting = _StudyReading(study)
    facts = method_facts(sitting.interviews(), said, revisions, sitting.guide, RevisionNumbers(study))
    problems = (*sitting.problems, *said.problems, *revisions.problems)
    guide = sitting.guide or sitting.latest
    if guide is None:
        return Made(None, problems)
    if not as_json:
        return Made(method_document(guide.title, facts, _), problems, tuple(sitting.names))
    listed = [fact_json(fact) for fact in facts]
    named = [problem_json(problem, _) for problem in problems]
    return Made({"title": guide.title, "facts": listed, "problems": named}, problems, tuple(sitting.names))


def _put_out(study: Study, made: Made, options: tuple[str, ...], arguments: Namespace, _: Translator) -> int:
    """Print what was made, or save it; exit 1 when a file has errors."""
    if made.content is None:
        complain_of(made.problems, _)
        return DATA
    written = OK
    if arguments.output not in (None, "-"):
        json_option = ("--json",) if arguments.json else ()
        outward = Outward(study.folder, arguments.format, (*options, *json_option), made.interviews)
        file = Path(arguments.output)
        written = save_output(
            file, sign(made.content, file.suffix.lower()), SIGNED, outward, _, made.problems, anyway=arguments.anyway
        )
    elif isinstance(made.content, Mapping):
        say_json(made.content)
    else:
        print_out(_text_of(made.content))
    if not arguments.json:
        complain_of(made.problems, _)
    return DATA if any(problem.severity == "error" for problem in made.problems) else written


def _need_fitting(arguments: Namespace, _: Translator) -> None:
    """Refuse an option that another format takes.

    Raises:
        UsageError: there is one.
    """
    for option in (
        "participant",
        "fact",
        "json",
        "ids",
        "anyway",
        "with_marks",
        "as",
        "rec",
        "into",
        "wav",
        "for",
        "profile",
    ):
        if getattr(arguments, option) and option not in _BELONGING[arguments.format]:
            named = f"--{option.replace('_', '-')}"
            raise UsageError(
                _(
                    "{option} does not belong with export {format}; see intervjuguide export --help",
                    option=named,
                    format=arguments.format,
                )
            )


def _need_fitting_name(arguments: Namespace, _: Translator) -> None:
    """Refuse a name by which another program would open the file for what it is not, and Word without its library.

    Raises:
        UsageError: it is such a name, or the library is not installed.
    """
    form, file = arguments.format, arguments.output
    if form not in _NAMED or file in (None, "-"):
        return
    suffix, named = Path(file).suffix.casefold(), ".json" if arguments.json else _NAMED[form]
    fits = suffix in _SUFFIXES[form] if form in _SUFFIXES else suffix not in _NOT_TEXT
    if not fits and not (suffix == _WORD and _WORD in named):
        raise UsageError(
            _(
                "export {format} cannot make “{file}”; give -o a name that ends in {suffixes}",
                format=form,
                file=file,
                suffixes=named,
            )
        )
    if suffix == _WORD and find_spec("docx") is None:
        raise UsageError(
            _("Word files need a library that is not installed here: pip install 'intervjuguide[documents]'")
        )


class _StudyReading:
    """Goes through a study's interviews once, and gathers what is wrong on the way."""

    def __init__(self, study: Study) -> None:
        reading = study.guide()
        self.guide = reading.guide
        self._placements = Placements.of_study(study.folder, reading)
        self.latest: Guide | None = None
        self.problems = [problem for problem in reading.problems if problem.severity == "error"]
        self.names: list[str] = []
        self._study = study

    def interviews(self) -> Iterator[tuple[str, Interview]]:
        """Each interview that can be read, with its log's name."""
        for told in self._study.load_interviews():
            self.problems += told.problems
            if told.interview is not None:
                self.latest = told.interview.guide
                self.names.append(told.file.code)
                yield told.file.name, self._placements.of(told.interview.guide).view(told.interview)
        self.problems += self._study.strays()


_WORD = ".docx"
_SUFFIXES = {"guide": (_WORD, ".md", ".markdown"), "paper": (".html", ".htm", _WORD)}
_NOT_TEXT = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf", ".xlsx", ".html", ".htm"})
_NAMED = {
    "guide": ".docx / .md",
    "paper": ".html / .docx",
    "dataplan": ".md / .txt / .docx",
    "method": ".md / .docx",
    "reflexive": ".md / .docx",
}
"""What a file of each format may be called."""


def export_of_guide(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write what the study's guide says in one of three forms; exit 1 when the guide has errors."""
    reading = study.guide()
    complain_of((problem for problem in reading.problems if problem.severity == "error"), _)
    guide = reading.guide
    if guide is None:
        return DATA
    if arguments.format == "dataplan":
        return _put_out(study, Made(dataplan(_dataplan_facts(study, guide), _), ()), (), arguments, _)
    if arguments.format == "guide":
        from tui.documents.research_table import appendix_of

        options = ("--ids",) if arguments.ids else ()
        return _put_out(study, Made(appendix_of(guide, ids=arguments.ids), ()), options, arguments, _)
    from tui.documents.sheet import fit_on_page

    layout = fit_on_page(guide)
    written = _put_out(study, Made(layout, ()), (), arguments, _)
    if layout.pages > 1 and written == OK:
        (print_error if arguments.output in (None, "-") else print_out)(
            _(
                "The guide is long: the sheet takes about {pages} pages, with the table's headings on each.",
                pages=layout.pages,
            )
        )
    return written


def export_reflexive(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write the whole chain, or one participant's or interview's part of it; exit 1 when a file has errors.

    Raises:
        UsageError: there is no interview with that code.
    """
    code = None if arguments.participant is None else interview_code(arguments.participant, _)
    if code is not None and code not in {name for file in study.logs() for name in (file.participant, file.path.stem)}:
        raise UsageError(_("there is no interview with {code}", code=code))
    if not may_leave(study, _, code, what="reflexive", with_marks=arguments.with_marks):
        return DATA
    with tell_reading(study, _, _("Stopped; nothing was written.")):
        made = make_reflexive(study, code, _, as_json=arguments.json)
    return _put_out(study, made, () if code is None else (f"--participant={code}",), arguments, _)


def make_reflexive(study: Study, code: str | None, _: Translator, *, as_json: bool) -> Made:
    """The chain of reflexive notes, or one participant's or interview's part of it, as a document or as a text."""
    said = read_study_facts(study.folder)
    problems = list(said.problems)
    chain = reflexive_chain(_interviews(study, code, problems), () if code is not None else said.reflections())
    names = tuple(link.interview for link in chain if link.interview)
    if not as_json:
        return Made(chain_document(chain, _), tuple(problems), names)
    listed = [{name: getattr(link, name) for name in link.field_names()} for link in chain]
    named = [problem_json(problem, _) for problem in problems]
    return Made({"reflexive": listed, "problems": named}, tuple(problems), names)


def _dataplan_facts(study: Study, guide: Guide) -> DataplanFacts:
    """What this machine and this study's files say."""
    systems = {"Darwin": "macOS", "Linux": "Linux", "Windows": "Windows"}
    place, copied = look_at(study.folder), last_backup(study.folder)
    return DataplanFacts(
        version=VERSION,
        system=systems.get(platform.system(), platform.system()),
        folder=from_home(study.folder.absolute()),
        owner_alone=None if os.name == "nt" else not readable_by_others(study.folder),
        synchronised=", ".join(dict.fromkeys(one.name for one in place.services)),
        disk_encrypted=place.disk.encrypted,
        locked=is_locked_study(study.folder),
        limits=guide.data or DataLimits(),
        recorder=(guide.recorder.name or "") if guide.recorder is not None else "",
        policy=guide.on_withdrawal,
        anonymous=guide.anonymous,
        backup=from_home(Path(copied.folder).parent) if copied is not None else "",
        observed=any((study.folder / "observations").glob(f"*{ending_in(study.folder)}")),
        reflexive=bool(read_study_facts(study.folder).reflections()) or _has_reflexive(study),
    )


def _has_reflexive(study: Study) -> bool:
    told = (one.interview for one in study.load_interviews())
    return any(note.kind == "reflexive" for interview in told if interview is not None for note in notes(interview))


def _interviews(study: Study, code: str | None, problems: list[Problem]) -> Iterator[tuple[str, Interview]]:
    placements = Placements.of_study(study.folder, study.guide())
    for told in study.load_interviews(code):
        problems += told.problems
        if told.interview is not None:
            yield told.file.path.stem, placements.of(told.interview.guide).view(told.interview)
    problems += study.strays(code)


def chain_document(chain: tuple[Link, ...], _: Translator) -> Document:
    """The chain: a heading for each note, and its words as they were written."""
    lead = [
        _(
            "The researcher's own. They leave the program only when that is said: export reflexive, --with-reflexive (review, give), backup."
        )
    ]
    if not chain:
        lead.append(_("There are no reflexive notes yet."))
    sections = []
    for link in chain:
        where = [
            _.date(link.when) or _("not kept in the log"),
            link.interview or _("between the interviews"),
        ]
        where += [format_time(link.t)] if link.t is not None else []
        where += [" ".join(link.about)] if link.about else []
        sections.append(Section(" · ".join(where), (Paragraph(link.text),)))
    return Document(_("Reflexive notes"), _.language, _.language, tuple(map(Paragraph, lead)), tuple(sections))


KEYS = (*OF_STUDY, *OF_INTERVIEW, *SCALES)
"""What can be said of a study."""

_RATED = re.compile(r"([1-5])(?::\s*(.*))?", re.DOTALL)


def keep_facts(study: Study, arguments: Namespace, _: Translator, clock: Clock | None = None) -> int:
    """Write down each fact that was given, all or none, and say where each is now.

    Raises:
        UsageError: one of them cannot be written as it was given.
    """
    if arguments.output is not None or arguments.json:
        raise UsageError(_("--fact writes a fact and makes no export; leave out -o and --json"))
    interview = _interview(study, arguments.participant, _)
    date = (clock or SystemClock()).wall().date().isoformat()
    entries = [_entry(given, interview, date, _) for given in arguments.fact]
    try:
        places = add(study.folder, entries)
    except LogFailure as failure:
        print_error(_.failure(failure))
        return DATA
    for entry, seq in zip(entries, places, strict=True):
        key = entry.scale if isinstance(entry, PowerRating) else entry.key
        print_out(_("{key} is saved: {ref}", key=key, ref=f"{NAME}:{seq}"))
    return OK


def _entry(given: str, interview: str | None, date: str, _: Translator) -> StudyFact | PowerRating:
    key, equals, text = given.partition("=")
    key = key.strip().casefold().replace("-", "_")
    if not equals:
        raise UsageError(_("write the fact as KEY=TEXT, such as sampling=purposeful; see intervjuguide export --help"))
    if key not in KEYS:
        near = nearest(key, KEYS)
        raise UsageError(
            _(
                N_("there is no fact “{key}”; did you mean {near}?")
                if near
                else N_("there is no fact “{key}”; see intervjuguide export --help"),
                key=key,
                near=near,
            )
        )
    if key in OF_INTERVIEW and interview is None:
        raise UsageError(_("“{key}” is about one interview: say which with --participant I1", key=key))
    if key not in OF_INTERVIEW and interview is not None:
        raise UsageError(_("“{key}” is about the whole study: leave out --participant", key=key))
    text = _words_of(text, _)
    if key in SCALES:
        rated = _RATED.fullmatch(text)
        value, text = (int(rated[1]), rated[2] or "") if rated is not None else (None, text)
        return PowerRating(date=date, scale=key, value=value, text=text)
    if key in YES_OR_NO:
        said = answer(text)
        if said is None:
            raise UsageError(_("“{key}” is yes or no", key=key))
        text = said
    return StudyFact(date=date, key=key, value=text, interview=interview)


def _words_of(text: str, _: Translator) -> str:
    """What was given, or what stands in the file or on standard input that it names: others can see a command's words.

    Raises:
        UsageError: the file cannot be read, or is no text.
    """
    if text != "-" and not text.startswith("@"):
        return text
    if text.startswith("@@"):
        return text[1:]
    if text == "@":
        raise UsageError(_("a file's name must follow @, as in @sampling.txt"))
    if text == "-" and types():
        print_error(_("Write the note; {end} on an empty line ends it.", end=end_of_input()))
    said = read_words("-" if text == "-" else text[1:], _MOST, _).strip("\n")
    if text == "-" and not said.strip():
        raise UsageError(_("no words came on standard input: write them there, or --fact KEY=TEXT"))
    return said


_MOST = 1_000_000


def _interview(study: Study, given: str | None, _: Translator) -> str | None:
    """The name of the log that is meant: I1, or I1-2 for a second interview with the same participant.

    Raises:
        UsageError: there is no such interview.
    """
    if given is None:
        return None
    name = interview_code(given, _)
    if name not in {file.path.stem for file in study.logs()}:
        raise UsageError(_("there is no interview with {code}", code=name))
    return name
