"""``intervjuguide export guide`` and ``export paper``: the guide as an appendix, and as a sheet for the table."""

from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path

from guide.model import Guide
from interviews.study import Study
from tui.commands.common import complain_of
from tui.exits import DATA, OK, UsageError
from tui.output_files import save_output
from tui.saying import complain, say
from tui.signature import SIGNED, signed_markdown, signed_word
from tui.words import Words

_WORD = ".docx"
_SUFFIXES = {"guide": (_WORD, ".md", ".markdown"), "paper": (".html", ".htm", _WORD)}
_NAMED = {"guide": ".docx / .md", "paper": ".html / .docx"}


def export_guide(study: Study, arguments: Namespace, words: Words) -> int:
    """Write the study's guide in one of the two forms, by the file's suffix; exit 1 when the guide has errors.

    Raises:
        UsageError: no such file can be made.
    """
    file = None if arguments.output in (None, "-") else Path(arguments.output)
    suffix = "" if file is None else file.suffix.lower()
    if file is not None:
        _need_suffix(file, suffix, arguments.format, words)
    reading = study.guide()
    complain_of((problem for problem in reading.problems if problem.severity == "error"), words)
    if reading.guide is None:
        return DATA
    if arguments.format == "paper":
        made, pages = _paper(reading.guide, word=suffix == _WORD)
    else:
        made, pages = _appendix(reading.guide, word=suffix == _WORD, ids=arguments.ids), 1
    if file is None:
        say(str(made))
        written = OK
    else:
        written = save_output(file, signed_markdown(made) if isinstance(made, str) else made, SIGNED, words)
    if pages > 1 and written == OK:
        (complain if file is None else say)(words("export_pages", pages=pages))
    return written


def _need_suffix(file: Path, suffix: str, form: str, words: Words) -> None:
    if suffix not in _SUFFIXES[form]:
        raise UsageError(words("export_suffix", format=form, file=file, suffixes=_NAMED[form]))
    if suffix == _WORD and find_spec("docx") is None:
        raise UsageError(words("export_needs_documents"))


def _appendix(guide: Guide, *, word: bool, ids: bool) -> str | bytes:
    """The appendix as a signed Word file or as Markdown."""
    from tui.appendix.shaping import appendix_of

    appendix = appendix_of(guide, ids=ids)
    if word:
        from tui.appendix.word import word_of

        return signed_word(word_of(appendix))
    from tui.appendix.markdown import markdown_of

    return markdown_of(appendix)


def _paper(guide: Guide, *, word: bool) -> tuple[str | bytes, int]:
    """The sheet as a signed Word file or as HTML, and about how many pages it takes."""
    from tui.appendix.layout import laid_out

    layout = laid_out(guide)
    if word:
        from tui.appendix.sheet_word import sheet_word_of

        return signed_word(sheet_word_of(layout)), layout.pages
    from tui.appendix.sheet_html import html_of

    return html_of(layout), layout.pages
