"""How often the advice on wording is right: ``make advice-score``.

The material in ``tests/guide/advice`` is pairs of a sound wording and one with a fault put in: ``own.yaml`` by those
who wrote the patterns, ``apart.yaml`` by somebody who had not seen them, and never used to mend them (``doubted.yaml``
names what is no sound wording by the rule's own words). Found is what a rule found of its own faults; a false alarm is
a piece of advice on a sound question, by whichever rule. Whole guides are judged by the rule that they are there for.
Then the thesis's guide and ten others, each piece of advice on them judged one by one in ``judged.yaml``;
FOLDER=<folder> takes other documents, with a ``judged.yaml`` of their own.

It writes ``guide/advice/error_rates.py`` anew. BEFORE=<commit> prints what another commit finds, MISSED=1 what is
not found.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from guide.advice import advise
from guide.frozen import Value
from guide.importing import import_document
from guide.model import Guide, Question, ResearchQuestion, Section
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.schema import RULES
from guide.write import write_guide

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT / "tests" / "guide" / "advice"
LABELLED = ROOT / "tests" / "guide" / "importing" / "labelled"
RATES = ROOT / "guide" / "advice" / "error_rates.py"
HALVES = ("own", "apart")
LANGUAGES = ("nb", "nn", "en")
OF_GUIDES = ("no-example", "missing-role", "abstract-first")


_JUDGE = """
import json, sys
from guide.advice import advise
from guide.reading import read_guide
told = [advise(read_guide(text, "guide.yaml").guide) for text in json.load(sys.stdin)]
print(json.dumps([[(one.rule, one.question, one.evidence) for one in said] for said in told]))
"""


class Piece(Value):
    """A piece of advice as the measure sees it: the rule, the question or None, and the words that made it."""

    rule: str
    question: str | None
    evidence: str


class Case(Value):
    """A wording or a small guide, what is wrong with it (``rule``, None where it is sound), and what is said of it.

    ``about`` is the rule of the pair that it belongs to, ``wording`` what is printed of it.
    """

    about: str
    language: str
    wording: str
    rule: str | None
    said: tuple[Piece, ...]


Counts = tuple[int, int, int, int]
"""Found, of faulty ones; false alarms, of sound ones."""


def judge(texts: Sequence[str]) -> list[tuple[Piece, ...]]:
    """The advice on each guide, from its file's text."""
    found = []
    for text in texts:
        guide = read_guide(text, "guide.yaml").guide
        said = () if guide is None else advise(guide)
        found.append(tuple(Piece(one.rule, one.question, one.evidence) for one in said))
    return found


def judge_by(texts: Sequence[str], folder: Path) -> list[tuple[Piece, ...]]:
    """The advice that the program in a folder gives on each guide."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", _JUDGE], cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)},
        input=json.dumps(texts), capture_output=True, check=True, text=True,
    )  # fmt: skip
    return [tuple(Piece(*one) for one in said) for said in json.loads(done.stdout)]


# What is measured.


def of_half(half: str, before: Path | None = None) -> list[Case]:
    """Every case of one half of the material, judged; none where that half is not there."""
    path = MATERIAL / f"{half}.yaml"
    if not path.exists():
        return []
    material = yaml.safe_load(path.read_text(encoding="utf-8"))
    cases = [(pair, kind) for pair in material["questions"] for kind in ("fault", "sound")]
    small = [(pair, kind) for pair in material["guides"] for kind in ("fault", "sound")]
    texts = [_as_text(_questions_in(code, cases)) for code in LANGUAGES]
    texts += [_as_text(_small_guide(pair["language"], pair[kind])) for pair, kind in small]
    said = judge(texts) if before is None else judge_by(texts, before)
    judged = []
    for code, pieces in zip(LANGUAGES, said, strict=False):
        for number, (pair, kind) in enumerate(cases):
            if pair["language"] == code:
                own = tuple(one for one in pieces if one.question == f"Q{number}" and one.rule not in OF_GUIDES)
                judged.append(Case(pair["rule"], code, pair[kind], pair["rule"] if kind == "fault" else None, own))
    for (pair, kind), pieces in zip(small, said[len(LANGUAGES) :], strict=True):
        role = pair.get("role")
        own = tuple(one for one in pieces if one.rule == pair["rule"] and role in (None, one.evidence))
        wording = " / ".join(question.ask for question in _small_guide(pair["language"], pair[kind]).questions)
        judged.append(Case(pair["rule"], pair["language"], wording, pair["rule"] if kind == "fault" else None, own))
    return judged


def _as_text(guide: Guide) -> str:
    return write_guide(guide)


def _questions_in(code: str, cases: Sequence[tuple[Mapping[str, Any], str]]) -> Guide:
    """All questions of one language in one guide; each is judged by itself."""
    asked = tuple(
        Question(id=f"Q{number}", ask=pair[kind], label="x")
        for number, (pair, kind) in enumerate(cases)
        if pair["language"] == code
    )
    return Guide(title="t", language=code, sections=(Section("x", (), asked),))


def _small_guide(code: str, told: Mapping[str, Any]) -> Guide:
    """A guide of a few lines: a section serves the research question at its place, or all where numbers differ.

    Where research questions have ids, each question says itself which it serves.
    """
    named = [
        one if isinstance(one, dict) else {"id": chr(65 + n), "ask": one} for n, one in enumerate(told["research"])
    ]
    research = tuple(ResearchQuestion(one["id"], one["ask"], f"x{n}") for n, one in enumerate(named))
    everything = tuple(one.id for one in research)
    sections = []
    for place, part in enumerate(told["sections"]):
        serves = (everything[place],) if len(told["sections"]) == len(everything) else everything
        asked = tuple(_question(f"S{place}q{n}", one, serves) for n, one in enumerate(part["questions"]))
        sections.append(Section(part["title"], (), asked))
    closing = tuple(_question(f"Zq{n}", one, ()) for n, one in enumerate(told.get("closing", ())))
    return Guide(title="t", language=code, research_questions=research, sections=tuple(sections), closing=closing)


def _question(id: str, told: Any, serves: tuple[str, ...]) -> Question:
    if isinstance(told, dict):
        return Question(id=id, ask=told["ask"], label="x", serves=tuple(told["serves"]))
    return Question(id=id, ask=told, label="x", serves=serves)


# What comes of it.


def count(cases: Iterable[Case], rule: str, *languages: str) -> Counts:
    """What one rule found and where it gave false alarm, in these languages or in all."""
    cases = [one for one in cases if not languages or one.language in languages]
    faulty = [one for one in cases if one.rule == rule]
    found = sum(_says(one, rule) for one in faulty)
    sound = [one for one in cases if one.rule is None and _is_asked(rule, one)]
    return found, len(faulty), sum(_says(one, rule) for one in sound), len(sound)


def count_sound(cases: Iterable[Case], *languages: str) -> tuple[int, int]:
    """Sound questions that any rule gives advice on, of all."""
    sound = [one for one in cases if one.rule is None and one.about not in OF_GUIDES]
    sound = [one for one in sound if not languages or one.language in languages]
    return sum(bool(one.said) for one in sound), len(sound)


def _says(case: Case, rule: str) -> bool:
    return any(one.rule == rule for one in case.said)


def _is_asked(rule: str, case: Case) -> bool:
    """Whether a sound case tries a rule: every question tries every rule about questions, a guide tries its own."""
    return case.about == rule if rule in OF_GUIDES else case.about not in OF_GUIDES


def rates(cases: Sequence[Case]) -> dict[str, Counts]:
    """Every rule's figures."""
    return {rule: count(cases, rule) for rule in RULES}


def rates_source(found: Mapping[str, Counts]) -> str:
    """The module that holds the figures."""
    rows = "".join(f'    "{rule}": {counts},\n' for rule, counts in found.items())
    return (
        '"""How often each rule is right; ``make advice-score`` writes this."""\n\n'
        "ERROR_RATES: dict[str, tuple[int, int, int, int]] = {\n" + rows + "}\n"
        '"""Found, of so many wordings with that fault; false alarms, of so many sound ones; none was mended on."""\n'
    )


# Whole guides, each piece of advice judged by a person.


def documents(folder: Path | None) -> Iterator[tuple[str, Guide]]:
    """The thesis's guide and ten of the labelled ones, or a folder's documents, as the importer reads them."""
    if folder is None:
        thesis = read_guide(thesis_guide_text(), "guide.yaml").guide
        assert thesis is not None
        yield "thesis", thesis
    for name in _judgements(folder):
        if name == "thesis":
            continue
        if folder is None:
            kind, *rows = LABELLED.joinpath(f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
            data = "\n".join(row.partition("|")[2] for row in rows).encode()
            made = import_document(data, f"{name}.{kind.split()[0]}")
        else:
            made = import_document((folder / name).read_bytes(), name)
        if (guide := getattr(made, "guide", None)) is not None:
            again = read_guide(write_guide(guide), "guide.yaml").guide
            yield name, guide if again is None else again


def _judgements(folder: Path | None) -> dict[str, Any]:
    path = (folder or MATERIAL) / "judged.yaml"
    if path.exists():
        return dict(yaml.safe_load(path.read_text(encoding="utf-8")))
    return {
        one.name: {} for one in sorted((folder or MATERIAL).iterdir()) if one.suffix in (".md", ".docx", ".pdf", ".txt")
    }


def unjudged(name: str, guide: Guide, said: Iterable[Piece], folder: Path | None = None) -> list[str]:
    """Pieces of advice that nobody has judged."""
    told = _judgements(folder).get(name) or {}
    right, wrong = told.get("right") or {}, told.get("wrong") or {}
    return [
        f"{one.rule} {one.question or one.evidence}: “{one.evidence}” {_ask(guide, one)}"
        for one in said
        if (one.question or one.evidence) not in str(right.get(one.rule, "")).split() and one not in _wrong(said, wrong)
    ]


def _wrong(said: Iterable[Piece], wrong: Mapping[str, Mapping[str, str]]) -> dict[Piece, str]:
    """The pieces of advice that were judged to be false alarms, with the reason."""
    return {
        one: reason
        for one in said
        if (reason := (wrong.get(one.rule) or {}).get(one.question or one.evidence)) is not None
    }


def _ask(guide: Guide, piece: Piece) -> str:
    question = None if piece.question is None else guide.question(piece.question)
    return "" if question is None else question.ask


# The report.


def print_half(half: str, cases: Sequence[Case], name: str) -> None:
    """One half's table: found and false alarms, in all and by language."""
    print(f"\n{name}\n{'':17} found      nb       nn       en       false alarms   nb      nn      en")
    for rule in RULES:
        print(f"{rule:17} {_row(count(cases, rule), *(count(cases, rule, code) for code in LANGUAGES))}")
    every = [_sum(count(cases, rule, *codes) for rule in RULES) for codes in ((), *((code,) for code in LANGUAGES))]
    sound = [count_sound(cases, *codes) for codes in ((), *((code,) for code in LANGUAGES))]
    print(f"{'all':17} {_row(*((*one[:2], *two) for one, two in zip(every, sound, strict=True)))}")
    found, of, false, out_of = (*every[0][:2], *sound[0])
    print(f"found {100 * found / of:.1f} %, advice of any rule on {100 * false / out_of:.1f} % of the sound questions")
    doubted = yaml.safe_load((MATERIAL / "doubted.yaml").read_text(encoding="utf-8"))
    left = [one for one in cases if one.rule is not None or one.wording not in doubted]
    if len(left) < len(cases):
        false, out_of = count_sound(left)
        print(f"without the {len(cases) - len(left)} in doubted.yaml: {false}/{out_of}, {100 * false / out_of:.1f} %")
    for one in cases:
        if one.rule is None and one.said:
            told = ", ".join(f"{piece.rule} “{piece.evidence}”" for piece in one.said)
            print(f"   false alarm, {one.language}: {told}: {one.wording}")
        elif one.rule is not None and not _says(one, one.rule) and os.environ.get("MISSED"):
            print(f"   missed, {one.language}: {one.rule}: {one.wording}")


def _row(whole: Counts, *parts: Counts) -> str:
    found = "".join(f"{pair:9}" for pair in (f"{one[0]}/{one[1]}" for one in parts))
    false = "".join(f"{pair:8}" for pair in (f"{one[2]}/{one[3]}" for one in parts))
    return f"{f'{whole[0]}/{whole[1]}':10} {found}{f'{whole[2]}/{whole[3]}':14} {false}".rstrip()


def _sum(counts: Iterable[Counts]) -> Counts:
    found, of, false, out_of = zip(*counts, strict=True)
    return sum(found), sum(of), sum(false), sum(out_of)


def print_guides(folder: Path | None, before: Path | None) -> None:
    """False alarms on whole guides, one by one."""
    told = list(documents(folder))
    texts = [write_guide(guide) for _, guide in told]
    said = judge(texts) if before is None else judge_by(texts, before)
    judged = _judgements(folder)
    print("\nwhole guides: pieces of advice, and those of them judged to be false alarms")
    for (name, guide), pieces in zip(told, said, strict=True):
        false = _wrong(pieces, (judged.get(name) or {}).get("wrong") or {})
        print(f"{name:28} {len(guide.questions):3} questions {len(pieces):3} pieces {len(false):3} false")
        for one, reason in false.items():
            print(f"   {one.rule} {one.question or ''}: “{one.evidence}”: {_ask(guide, one)} ({reason})")
        for line in unjudged(name, guide, pieces, folder):
            print(f"   not judged: {line}")


def main() -> None:
    """Print the tables and write the figures."""
    commit, folder = os.environ.get("BEFORE", ""), os.environ.get("FOLDER", "")
    before = None
    if commit:
        from tests.bench.versions import unpacked

        before = unpacked(commit)
    halves = {half: of_half(half, before) for half in HALVES}
    names = {"own": "own half", "apart": "half kept apart"}
    for half, cases in halves.items():
        if cases:
            print_half(half, cases, names[half] + (f", at {commit}" if commit else ""))
    print_guides(Path(folder) if folder else None, before)
    if before is None:
        RATES.write_text(rates_source(rates(halves["apart"])), encoding="utf-8")


if __name__ == "__main__":
    main()
