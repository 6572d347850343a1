"""Corrections of an imported document, one key each.

What each line was taken for, and what to call it instead.
"""

import re
from collections.abc import Mapping

from guide.importing import Imported
from guide.importing.structure.corrections import labels_of
from guide.importing.structure.document_lines import LABELS
from tui.console import ask, print_out, say_folded
from tui.signs import PROMPT
from tui.translator import N_, Translator

_NAMES: Mapping[str, str] = {
    "t": N_("title"),
    "p": N_("problem statement"),
    "r": N_("research question"),
    "h": N_("heading"),
    "q": N_("question"),
    "s": N_("probe"),
    "i": N_("condition"),
    "n": N_("note"),
    "c": N_("closing"),
    "o": N_("opening"),
    "a": N_("answer option"),
    "k": N_("column header"),
    "x": N_("left out"),
}
"""What each of ``LABELS`` stands for."""

_ONE = re.compile(rf"(?P<number>\d{{1,4}})\s*(?P<label>[{LABELS}])")
_WIDTH = 78


def lines_with_labels(imported: Imported, _: Translator) -> str:
    """Every line of the document with its number and its label; what is uncertain has a question mark."""
    labels = labels_of(imported.lines)
    words: dict[int, str] = {}
    doubted = set()
    for line in imported.lines:
        if len(line.text) > len(words.get(line.number, "")):
            words[line.number] = line.text
        if imported.doubts.get(line.became):
            doubted.add(line.number)
    shown = []
    for number, text in words.items():
        lead = f"{number + 1:>4} {labels[number]}{'?' if number in doubted else ' '} "
        shown.append(f"{lead}{text}" if len(lead + text) <= _WIDTH else f"{lead}{text[: _WIDTH - len(lead) - 1]}…")
    return "\n".join(shown)


def ask_for_labels(imported: Imported, _: Translator) -> dict[int, str]:
    """The labels that somebody gives, by the lines' numbers; none where nothing is to be changed."""
    keys = " · ".join(f"{label} {_(name)}" for label, name in _NAMES.items())
    print_out(f"{lines_with_labels(imported, _)}\n")
    say_folded(keys)
    numbers = {line.number + 1 for line in imported.lines}
    while True:
        said = ask(_("Line and key, as 12q; what looks alike further down follows. Enter: done") + f" {PROMPT} ")
        if not said:
            return {}
        found = [_ONE.fullmatch(one) for one in re.findall(rf"\d+\s*[{LABELS}]|\S+", said.casefold())]
        given = {int(one["number"]) - 1: one["label"] for one in found if one is not None}
        if None in found or not {number + 1 for number in given} <= numbers:
            print_out(_("A line's number and one of the keys, as 12q or 12q 15x."))
            continue
        return given
