"""The house in figures: sizes, helpers with one caller, participles, repeated names, long first lines.

``make house`` prints them; ``python -m tests.house DIR`` those of another checkout. Nothing here is a gate: where a
figure fights with clarity, clarity wins.
"""

import ast
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOMS = ("guide", "interviews", "tui")
SINCE = {
    "guide/advice/error_rates.py": "how often the advice is right",
    "guide/importing/reading/html_reader.py": "guides in HTML, OpenDocument, Excel",
    "guide/importing/reading/odt_reader.py": "guides in HTML, OpenDocument, Excel",
    "guide/importing/reading/pdf_letters.py": "guides in PDF",
    "guide/importing/reading/pdf_reader.py": "guides in PDF",
    "guide/importing/reading/pdf_tables.py": "guides in PDF",
    "guide/importing/reading/sheet_reader.py": "guides in HTML, OpenDocument, Excel",
    "guide/windows_files.py": "Windows",
    "interviews/coding": "coded text for analysis programs",
    "interviews/core/corrections.py": "the informant's corrections",
    "interviews/core/emptied.py": "a participant leaves",
    "interviews/core/handling.py": "how the program was handled",
    "interviews/core/merged_acts.py": "copies of logs",
    "interviews/data_management": "what becomes of the material",
    "interviews/linking/completions.py": "questions offered while a note is written",
    "interviews/locked": "locked studies",
    "interviews/log/combined_logs.py": "two note-takers of one interview",
    "interviews/log/copies.py": "copies of logs",
    "interviews/log/rescued.py": "logs whose disk went away",
    "interviews/log/rewrite.py": "words left out of a log",
    "interviews/log/shelter.py": "logs whose disk went away",
    "interviews/marks": "marks beside a recording",
    "interviews/os_support/windows.py": "Windows",
    "interviews/os_support/programs.py": "marks beside a recording",
    "interviews/own_key.py": "the user's own key",
    "interviews/practice/error_rates.py": "practice that gives feedback",
    "interviews/practice/feedback.py": "practice that gives feedback",
    "interviews/practice/informant_reader.py": "practice that gives feedback",
    "interviews/practice/utterance_patterns.py": "practice that gives feedback",
    "interviews/practice/utterances.py": "practice that gives feedback",
    "interviews/study/anonymity.py": "anonymous studies",
    "interviews/study/coarse.py": "anonymous studies",
    "interviews/study/combining.py": "two note-takers of one interview",
    "interviews/study/kept.py": "a thousand interviews",
    "interviews/study/measures.py": "an interview in the field's measures",
    "interviews/reflexive.py": "reflexive notes",
    "interviews/study/review_numbers.py": "a thousand interviews",
    "interviews/study/survey.py": "a thousand interviews",
    "interviews/tables": "tables for spreadsheets",
    "interviews/third_persons": "third persons",
    "interviews/transcripts": "transcripts read in",
    "tui/arguments.py": "a start that loads less",
    "tui/catalogue.py": "catalogues of sentences",
    "tui/commands/afterwards.py": "interviews from paper",
    "tui/commands/align.py": "marks beside a recording",
    "tui/commands/backup.py": "backups",
    "tui/commands/combine.py": "two note-takers of one interview",
    "tui/commands/conditions.py": "anonymous studies",
    "tui/commands/correct.py": "the informant's corrections",
    "tui/commands/due.py": "time limits and backups",
    "tui/commands/finish.py": "the end of a project",
    "tui/commands/forget.py": "a participant leaves",
    "tui/commands/give.py": "a participant's own copy",
    "tui/commands/json_output.py": "a start that loads less",
    "tui/commands/load.py": "how the program was handled",
    "tui/commands/lock.py": "locked studies",
    "tui/commands/merge.py": "copies of logs",
    "tui/commands/passphrase.py": "locked studies",
    "tui/commands/reflect.py": "reflexive notes",
    "tui/commands/rename.py": "codes given twice",
    "tui/commands/scan.py": "third persons",
    "tui/commands/transcript.py": "transcripts read in",
    "tui/commands/transcript_walk.py": "transcripts read in",
    "tui/commands/unlock.py": "locked studies",
    "tui/commands/where.py": "where a study lies",
    "tui/doctor": "what is wrong on this machine",
    "tui/documents/feedback.py": "practice that gives feedback",
    "tui/documents/handling.py": "how the program was handled",
    "tui/documents/hands.py": "two note-takers of one interview",
    "tui/documents/measures.py": "an interview in the field's measures",
    "tui/documents/own_copy.py": "a participant's own copy",
    "tui/exports/chapters_into.py": "marks beside a recording",
    "tui/exports/coded_text.py": "coded text for analysis programs",
    "tui/exports/data_plan.py": "the data plan",
    "tui/exports/export_words.py": "marks beside a recording",
    "tui/exports/leaving.py": "third persons",
    "tui/exports/marks.py": "marks beside a recording",
    "tui/exports/tables.py": "tables for spreadsheets",
    "tui/linear": "an interview as plain lines",
    "tui/live/suggestions.py": "questions offered while a note is written",
    "tui/review/feedback_screen.py": "practice that gives feedback",
    "tui/review/study_pages.py": "reflexive notes, transcripts read in",
    "tui/terminal/posix_driver.py": "Windows",
    "tui/terminal/windows_driver.py": "Windows",
    "tui/translator.py": "catalogues of sentences",
}
"""Rooms and files that were not there when the house was first counted (7bced08), and what they are for."""

MEANINGS = 2
WORDS = 10
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_NOUNS = frozenset({"feed", "heed", "need", "seed", "speed", "embed", "exceed", "proceed", "succeed", "bed", "red"})
_IRREGULAR = frozenset(
    "begun bound built caught chosen done drawn felt found given gone had heard held hidden kept known laid led left"
    " lent lost made meant met paid said seen sent shown spoken spread stood"
    " struck stuck taken taught thought told torn understood undone won worn written".split()
)


class Module:
    """One source file, parsed."""

    def __init__(self, path: Path, root: Path) -> None:
        text = path.read_text(encoding="utf-8")
        self.name = path.relative_to(root).as_posix()
        self.room = self.name.split("/")[0]
        self.since = next((what for place, what in SINCE.items() if f"{self.name}/".startswith(f"{place}/")), "")
        self.lines = text.count("\n")
        self.tree = ast.parse(text)
        self.functions = [node for node in ast.walk(self.tree) if isinstance(node, _FUNCTIONS)]
        self.classes = [node.name.lstrip("_") for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]
        self.first_line = (ast.get_docstring(self.tree) or "").partition("\n")[0]

    def referenced_once(self) -> list[str]:
        """Private functions and methods that this module names in one place only."""
        named = Counter(
            node.id if isinstance(node, ast.Name) else node.attr
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Name | ast.Attribute)
        )
        private = [node.name for node in self.functions if re.match(r"_[^_]", node.name)]
        return [name for name in private if named[name] == 1]


def modules(root: Path) -> list[Module]:
    """Every source file of the three rooms."""
    return [Module(path, root) for room in ROOMS for path in sorted((root / room).rglob("*.py"))]


def is_participle(name: str) -> bool:
    """Whether a function's name begins with a past participle, and so does not say what the function does."""
    first = name.lstrip("_").split("_")[0]
    return first in _IRREGULAR or (len(first) > 4 and first.endswith("ed") and first not in _NOUNS)


def repeated(found: list[Module]) -> dict[str, list[str]]:
    """Names of classes, and of files, that stand in more than ``MEANINGS`` places."""
    places = defaultdict[str, list[str]](list)
    for module in found:
        stem = Path(module.name).stem
        if not stem.startswith("__"):
            places[f"{stem}.py"].append(module.name)
        for name in module.classes:
            places[name].append(module.name)
    return {name: where for name, where in places.items() if len(where) > MEANINGS}


def report(root: Path) -> Iterator[str]:
    """The figures, line by line."""
    found = modules(root)
    yield f"{'room':<28}{'lines':>8}{'files':>7}{'functions a file':>18}{'once':>9}"
    rooms = defaultdict[str, list[Module]](list)
    for module in found:
        parts = module.name.split("/")
        rooms["/".join(parts[: min(2, len(parts) - 1)])].append(module)
    for room in [*rooms, ""]:
        inside = rooms[room] if room else found
        each = [len(module.functions) for module in inside]
        lines = sum(module.lines for module in inside)
        a_file = f"{sum(each) / len(each):.1f} ({median(each):.0f})"
        yield f"{room or 'all':<28}{lines:>8}{len(inside):>7}{a_file:>18}{_once(inside):>9}"
    before, after = [module for module in found if not module.since], [module for module in found if module.since]
    for what, some in (("  of these, what stood before", before), ("  what came since", after)):
        yield f"{what:<28}{sum(module.lines for module in some):>8}{len(some):>7}{_once(some):>27}"
    brought = Counter(module.since for module in after)
    yield f"  files of it: {', '.join(f'{what} {count}' for what, count in brought.most_common())}"
    gone = [place for place in SINCE if not (root / place).exists()]
    if gone:
        yield f"  no longer there, though SINCE names them: {', '.join(gone)}"
    functions = [node.name for module in found for node in module.functions]
    once = [(module.name, name) for module in found for name in module.referenced_once()]
    participles = [name for name in functions if is_participle(name)]
    long = [(len(module.first_line.split()), module) for module in found]
    yield ""
    yield f"private functions referenced once: {len(once)} of {len(functions)}, {_part(once, functions)}"
    yield f"participle names: {len(participles)} of {len(functions)}, {_part(participles, functions)}"
    yield f"  the commonest: {', '.join(f'{name} {count}' for name, count in Counter(participles).most_common(12))}"
    yield f"names with more than {MEANINGS} meanings:"
    for name, where in sorted(repeated(found).items(), key=lambda one: -len(one[1])):
        yield f"  {name} {len(where)}: {', '.join(where)}"
    words = sorted(count for count, _ in long)
    above = [module.name for count, module in long if count > WORDS]
    yield f"first lines of modules: {median(words):.0f} words in the middle, {len(above)} longer than {WORDS}"
    if "--each" in sys.argv:
        yield from (f"  once: {name}  {module}" for module, name in once)
        yield from (f"  participle: {name}" for name in sorted(set(participles)))
        yield from (f"  long: {name}" for name in above)


def _once(some: list[Module]) -> str:
    """How much of the functions are private ones with one place that names them."""
    functions = sum(len(module.functions) for module in some)
    return f"{100 * sum(len(module.referenced_once()) for module in some) / max(functions, 1):.0f} %"


def _part(some: list[object] | list[str] | list[tuple[str, str]], of: list[str]) -> str:
    return f"{100 * len(some) / len(of):.0f} %"


def main() -> None:
    """Print the figures of this checkout, or of the one named."""
    named = [word for word in sys.argv[1:] if not word.startswith("--")]
    for line in report(Path(named[0]) if named else Path(__file__).parents[1]):
        print(line)


if __name__ == "__main__":
    main()
