"""How well the importer reads labelled guides: ``make import-score``.

It prints main questions whole, levels, false mains and sections, worst documents first, of the documents in the tree
or, with FOLDER=<folder>, of others: each document there beside a file ``<its name>.labels`` with a line for each of
its lines, a letter and a stroke before it: q question, s sub-question, c closing question, h heading, r research
question, + what goes on from the line above it, anything else for what is none of them. BEFORE=<commit> sets what
another commit makes of the same documents beside them.

What is no guide has no line marked q, and is to be refused. A main question's section is right where its heading is
kept in one of the places that a guide has for it: the title of its section, the research question that it serves, its
own label (a heading over one question, shortened as labels are), or, where its section has no title, the guide's. A
title may begin with the heading above it, where it is told apart from another so. What a heading says in brackets may
stand elsewhere, and a question may leave out what it has in brackets at its end, or before a colon as its label. Its
heading is the nearest above it: a line marked h, or a research question that stands alone over questions, as one does
in a table's left column; over a list of research questions no heading is one of what follows the list. "Questions"
alone is as good as the heading above it. Where a question has no heading, its section must have no title either.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from guide.frozen import Value
from guide.importing.words.typed_labels import find_label
from guide.labels import label_of
from tests.bench.versions import unpacked

LABELLED = Path(__file__).parent / "guide" / "importing" / "labelled"
FIXTURES = LABELLED.parent / "fixtures"
_CLOSING = "closing"
_PART = r"^\w+ \d+[:.] "  # "Part 2: "
_BRACKETS = r"[(\[][^()\[\]]*[)\]]"
_ONLY_QUESTIONS = re.compile(
    r"\W*(?:(?:core|main|key|final|interview|sample)[- ]|hoved|nøkkel)?"
    r"(?:questions?|spørsmål(?:ene)?|spørgsmål|frågor|fragen|vragen|preguntas)(?: list| til \w+| for \w+)?\W*",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:clos(?:e|ing)|conclusion|ending|final|wrap[- ]?up|a[fv]slut|a[fv]rund|afsluit|abschluss|oppsummering)"
    r"|^(?:\W|\w\b)*(?:til )?slutt\b|: slutt\b",
    re.IGNORECASE,
)
"""Headings that say no more than that questions come, and of a closing: never the importer's own rules for them."""

_SHARE = 0.7  # of a question's letters that must be there; notes in brackets go elsewhere
_READ = """
import json, sys
from pathlib import Path
from guide.importing import import_document
done = {}
for path in sys.argv[1:]:
    made = import_document(Path(path).read_bytes(), Path(path).name)
    guide = getattr(made, "guide", None)
    doubts = getattr(made, "doubts", {})
    lines = [] if guide is None else made.lines
    targets = {} if guide is None else {one.id: one.text for one in guide.targets}
    alarm = any(doubt.code == "asked_left_out" for doubt in doubts.get("head", ()))
    marked = [line.text for line in lines if doubts.get(line.became)]
    marked += [doubt.facts["text"] for found in doubts.values() for doubt in found if "text" in doubt.facts]
    marked += [line.text for line in lines if alarm and line.became == "left_out" and "?" in line.text]
    done[Path(path).name] = None if guide is None else {
        "title": guide.title,
        "sections": [[[s.title, *(targets[one] for one in s.serves)],
                      [[q.ask, [p.ask for p in q.probes], q.label] for q in s.questions]] for s in guide.sections],
        "closing": [[q.ask, [p.ask for p in q.probes]] for q in guide.closing], "marked": marked}
print(json.dumps(done))
"""


class LabelledGuide(Value):
    """A document's bytes under its name, and its lines, each with its label."""

    name: str
    data: bytes
    lines: tuple[tuple[str, str], ...]


class ImportScore(Value):
    """Pairs of right and all: main questions whole, levels, false mains of all made, sections; and what is wrong."""

    mains: tuple[int, int]
    levels: tuple[int, int]
    false: tuple[int, int]
    sections: tuple[int, int]
    wrong: tuple[str, ...] = ()

    @property
    def row(self) -> str:
        """The four shares in percent."""
        pairs = (self.mains, self.levels, self.false, self.sections)
        return "  ".join(f"{100 * right / of:5.1f}" if of else "    -" for right, of in pairs)


def of_the_tree() -> Iterator[LabelledGuide]:
    """The labelled guides in the tree: written for it, and the documents that other tests read."""
    from tests.guide.documents.library import NAMES, document

    for path in sorted(LABELLED.rglob("*.txt")):
        yield _written(path)
    for labels in sorted((LABELLED / "of_fixtures").glob("*.labels")):
        name = labels.name.removesuffix(".labels")
        data = document(name) if name in NAMES else (FIXTURES / name).read_bytes()
        yield LabelledGuide(name, data, _rows(labels))


def of_folder(folder: Path) -> Iterator[LabelledGuide]:
    """The labelled guides in a folder."""
    for labels in sorted(folder.rglob("*.labels")):
        source = labels.with_suffix("")
        if source.is_file():
            yield LabelledGuide(source.name, source.read_bytes(), _rows(labels))


def _rows(labels: Path) -> tuple[tuple[str, str], ...]:
    rows = labels.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return _joined((row[0], row[2:]) for row in rows if row[1:2] == "|")


def _joined(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Labelled lines, each with those that go on from it."""
    done: list[tuple[str, str]] = []
    for label, text in rows:
        if label == "+" and done:
            done[-1] = (done[-1][0], f"{done[-1][1]} {text.strip()}")
        else:
            done.append((label, text))
    return tuple(done)


def _written(path: Path) -> LabelledGuide:
    """A guide with its labels in one file: each line has its own before a stroke, each cell of a table its own."""
    head, *rows = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    told: list[tuple[str, str]] = []
    for row in rows:
        mark, _, words = row.partition("|")
        if words.startswith("|"):
            cells = [cell.strip() for cell in words.strip().strip("|").split("|")]
            told += [(label, cell) for label, cell in zip(mark, cells, strict=False) if label != " " and cell]
        elif mark.strip():
            told.append((mark.strip(), words))
    text = "\n".join(row.partition("|")[2] for row in rows)
    return LabelledGuide(f"{path.stem}.{head.split()[0]}", text.encode(), _joined(told))


def _letters(text: str) -> str:
    """A line's letters and digits without its number, so that no hyphen and no line end matters."""
    bare = re.sub(r"[*_#\\]", "", text).strip()
    found = find_label(bare)
    return "".join(re.findall(r"[^\W_]+", (bare[found.start :] if found is not None else bare).casefold()))


def _whole(made: str, wanted: str, label: str = "") -> bool:
    own = _letters(made)
    lead, _, rest = wanted.partition(": ")
    if _letters(lead) and _letters(lead) == _letters(label) and own and own == _letters(rest):
        return True
    for text in (wanted, re.sub(rf"{_BRACKETS}\W*$", "", wanted), _without_brackets(wanted)):
        whole = _letters(text)
        if own and len(own) >= _SHARE * len(whole) and own in whole:
            return True
    return False


def _headings(lines: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each line's label and text, and its heading: two where either will do.

    A column's header and a number of its own between them count for nothing.
    """
    rows = [row for row in lines if row[0] != "k"]
    labels = ["", *(label for label, _ in rows), "", ""]
    heads: tuple[str, ...] = ("",)
    for place, (label, text) in enumerate(rows, 1):
        before, after = labels[place - 1], labels[place + 1]
        listed = after == "r" and labels[place + 2] == "r"
        if label == "h":
            heads = ("",) if listed else (*heads, text) if _ONLY_QUESTIONS.fullmatch(text) else (text,)
        elif label == "r" and before != "r" and after in ("q", "s", "c"):
            heads = (*heads, text) if before == "h" else (text,)
        yield label, text, heads


def _stands_under(head: str, names: Sequence[str]) -> bool:
    """Whether a question stands under its heading; ``names`` are where it may be kept, the section's title first."""
    if names == [_CLOSING]:
        return not head or _CLOSES.search(head) is not None
    title, *others = map(_letters, names)
    if not head:
        return not title
    for own in {_letters(head), _letters(_without_brackets(head))}:
        if own == title or own in others or (own and title and (own in title or title in own)):
            return True
    numbered = find_label(head)
    bare = {_letters(head), _letters(head[numbered.start :] if numbered is not None else re.sub(_PART, "", head))}
    return _letters(label_of(head)) in others or _letters(names[0].rpartition(": ")[2]) in bare


def _without_brackets(text: str) -> str:
    return re.sub(_BRACKETS, "", text)


def score(guide: LabelledGuide, made: Mapping[str, Any] | None) -> ImportScore:
    """How well a document was read."""
    sections = [] if made is None else made["sections"]
    free = [([*names, label], ask, probes) for names, asked in sections for ask, probes, label in asked]
    free += [([_CLOSING], ask, probes) for ask, probes in ([] if made is None else made["closing"])]
    count = len(free)
    asked = any(label == "q" for label, _ in guide.lines)
    wrong = ["refused"] if made is None and asked else []
    mains, levels, titled = [0, 0], [0, 0], [0, 0]
    whole = [] if made is None else [made["title"]]
    parent: tuple[list[str], str, list[str]] | None = None
    for label, text, heads in _headings(guide.lines):
        if label == "q" or (label == "c" and "?" in text):
            mains[1], levels[1] = mains[1] + 1, levels[1] + 1
            parent = next((one for one in free if _whole(one[1], text, one[0][-1])), None)
            if parent is None:
                wrong.append(f"no question: {text}")
                continue
            free.remove(parent)
            mains[0], levels[0] = mains[0] + 1, levels[0] + 1
            if label == "q":
                names = parent[0] if parent[0] == [_CLOSING] else [*parent[0], *([] if parent[0][0] else whole)]
                right = any(_stands_under(head, names) for head in heads)
                titled[0], titled[1] = titled[0] + right, titled[1] + 1
                if not right:
                    wrong.append(f"section {parent[0][0]!r}, not {heads[-1]!r}: {text}")
        elif label == "s":
            own = _letters(text)
            probes = [] if parent is None else [_letters(probe) for probe in parent[2]]
            right = bool(own) and any(probe and (probe in own or own in probe) for probe in probes)
            levels[0], levels[1] = levels[0] + right, levels[1] + 1
            if not right:
                wrong.append(f"no probe of its question: {text}")
    wrong += [f"false main: {ask}" for _, ask, _ in free]
    pairs = [(pair[0], pair[1]) for pair in (mains, levels, [len(free), count], titled)]
    return ImportScore(pairs[0], pairs[1], pairs[2], pairs[3], tuple(wrong))


def read_by(guides: Sequence[LabelledGuide], folder: Path) -> Mapping[str, Any]:
    """What the program in a folder makes of the documents."""
    with tempfile.TemporaryDirectory() as room:
        paths = []
        for guide in guides:
            path = Path(room, guide.name)
            path.write_bytes(guide.data)
            paths.append(str(path))
        done = subprocess.run(
            [sys.executable, "-c", _READ, *paths], cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)},
            capture_output=True, check=True, text=True,
        )  # fmt: skip
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def together(scores: Sequence[ImportScore]) -> ImportScore:
    """All scores as one."""

    def pair(name: str) -> tuple[int, int]:
        return sum(getattr(one, name)[0] for one in scores), sum(getattr(one, name)[1] for one in scores)

    return ImportScore(pair("mains"), pair("levels"), pair("false"), pair("sections"))


def marked(made: Mapping[str, Any] | None, found: ImportScore) -> bool:
    """Whether a document that was not read right says so at one of the lines where it was not, or as a whole."""
    if made is None:
        return True
    said = [letters for text in made.get("marked", ()) if (letters := _letters(text))]
    wrong = [_letters(one.partition(": ")[2]) for one in found.wrong]
    return any(one and (one in other or other in one) for one in wrong for other in said)


def report(guides: Sequence[LabelledGuide], before: Path | None, *, wrongs: int) -> None:
    """Print the figures, worst documents first."""
    now = read_by(guides, Path(__file__).parents[1])
    then = read_by(guides, before) if before is not None else {}
    rows = [(score(guide, now[guide.name]), guide) for guide in guides]
    for found, guide in sorted(rows, key=lambda row: (row[0].mains[0] / max(1, row[0].mains[1]), row[1].name)):
        beside = f"   {score(guide, then[guide.name]).row}" if before is not None else ""
        print(f"{guide.name:34} {found.row}{beside}")
        for one in found.wrong[:wrongs]:
            print(f"      {one[:120]}")
    faulty = [(found, guide) for found, guide in rows if found.wrong]
    said = sum(marked(now[guide.name], found) for found, guide in faulty)
    beside = f"   {together([score(guide, then[guide.name]) for guide in guides]).row}" if before is not None else ""
    print(f"{'':34} whole levels  false sections{'   before' if before else ''}")
    print(f"{len(rows):3} documents {'':20} {together([found for found, _ in rows]).row}{beside}")
    print(f"{said} of {len(faulty)} documents with an error carry a mark at it")


def main() -> None:
    """Measure the tree's documents, or those of FOLDER."""
    commit, folder = os.environ.get("BEFORE", ""), os.environ.get("FOLDER", "")
    wrongs = int(os.environ.get("WRONG", "0") or 0)
    before = unpacked(commit) if commit else None
    guides = list(of_folder(Path(folder))) if folder else list(of_the_tree())
    report(guides, before, wrongs=wrongs)


if __name__ == "__main__":
    main()
