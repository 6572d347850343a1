"""Parser of informant files.

Headings in brackets say when the words below them are said.

::

    # a comment
    [opening]                 when the interview begins
    [A1]                      the answer to A1 the first time; [A1 covers B8, B9] where it answers those too
    [A1 clarified]            the same, if a concept of A1 has been clarified before
    [A1 again]                the answer when A1 is asked once more; several are used in turn
    [A1 probe 2]              when the second probe of A1 is ticked as done; [A1 probe] for any other, in turn
    [concept name]            after a clarification of that concept; several in turn
    [follow-up]               when a follow-up is returned to; several in turn
    [closing]                 the answer to closing questions that have none of their own; several in turn
    [otherwise]               whenever a question finds no other words; several in turn, and then from the first again
"""

import re
from collections.abc import Iterator, Sequence

from guide.frozen import Value
from guide.model import Guide, Question
from guide.problems import Problem, Severity, fold_case, nearest, one_line
from interviews.practice.informant import Cue, CueKind, Informant, Words

MOST_SIGNS = 1_000_000
MOST_PROBLEMS = 1_000
_MOST_SUGGESTIONS = 100

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BRACKETS = re.compile(r"\[([^\]]*)\](.*)", re.DOTALL)
_TOKEN = re.compile(r"[^\s,]+")

_FIXED: dict[str, CueKind] = {
    "opening": "opening",
    "follow-up": "follow_up",
    "otherwise": "otherwise",
    "closing": "closing",
}
_WHEN = ("again", "clarified", "probe", "covers")
_IN_TURN: tuple[CueKind, ...] = ("again", "concept", "follow_up", "otherwise", "closing")
_ENDS = (".", "!", "?", "…")
_OPENERS, _CLOSERS = "«“„‘\"'([–—-", "»”’\"')]"


class InformantReading(Value):
    """What came of reading: the informant where there are no errors, and all problems in the file's order."""

    informant: Informant | None
    problems: tuple[Problem, ...] = ()


class _Wrong(Value):
    """A fault in a heading, ``column`` from the heading's own start; ``tries`` are words and what each may have meant.

    The nearest word is looked for only when the fault is told, because a file can hold more faults than anyone mends.
    """

    column: int
    code: str
    facts: dict[str, str]
    tries: tuple[tuple[str, Sequence[str]], ...] = ()


class _Heading(Value):
    """A heading understood, or what is wrong with it; ``text`` as written."""

    text: str
    cue: Cue | None
    covers: tuple[str, ...] = ()
    wrong: tuple[_Wrong, ...] = ()


def read_informant(text: str, guide: Guide, file: str) -> InformantReading:
    """The informant that ``text`` holds for a guide; ``file`` is how problems name it. Never raises for any text."""
    if len(text) > MOST_SIGNS:
        return InformantReading(None, (Problem(file, 1, 1, "informant_too_big", {"limit": "1 MB"}),))
    reader = _InformantParser(guide, file)
    for number, line in enumerate(_LINE_BREAK.split(text.removeprefix("\ufeff")), 1):
        reader.line(number, line)
    return reader.result()


class _InformantParser:
    """Reads line by line and keeps the words under each heading, and what was wrong."""

    def __init__(self, guide: Guide, file: str) -> None:
        self._guide = guide
        self._file = file
        self._problems: list[Problem] = []
        self._words: dict[Cue, tuple[Words, ...]] = {}
        self._lines: dict[Cue, int] = {}
        self._heading: _Heading | None = None
        self._at = (1, 1)
        self._paragraphs: list[list[str]] = [[]]
        self._stray = False

    def line(self, number: int, line: str) -> None:
        written = line.strip()
        column = len(line) - len(line.lstrip()) + 1
        if written.startswith("#"):
            return
        if not written:
            self._paragraphs.append([])
        elif not (written.startswith("[") and self._begins_block(written, number, column)):
            if self._heading is None and not self._stray:
                self._problem((number, column), "informant_words_before_heading", {})
                self._stray = True
            self._paragraphs[-1].append(written)

    def result(self) -> InformantReading:
        self._close()
        if not self._errors:
            if not any(cue.kind in ("answer", "clarified", "otherwise") for cue in self._words):
                self._problem((1, 1), "informant_no_answers", {})
            elif silent := ", ".join(self._silent()):
                self._problem((1, 1), "informant_silent", {"ids": silent}, "warning")
        problems = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
        if more := problems[MOST_PROBLEMS:]:
            at = (more[0].line, more[0].column)
            problems[MOST_PROBLEMS:] = [Problem(self._file, *at, "informant_more", {"count": str(len(more))})]
        return InformantReading(None if self._errors else Informant(self._words), tuple(problems))

    @property
    def _errors(self) -> bool:
        return any(problem.severity == "error" for problem in self._problems)

    def _begins_block(self, written: str, number: int, column: int) -> bool:
        """Whether a line that begins with a bracket is a heading, perhaps a broken one, and not words in brackets."""
        found = _BRACKETS.match(written)
        if found is None:
            self._problem((number, column), "informant_open_bracket", {})
            self._open(_Heading(written, None), (number, column))
            return True
        heading = _parse_heading(found[1], self._guide)
        if found[2].strip():
            if heading.cue is None:
                return False
            after = column + found.start(2) + len(found[2]) - len(found[2].lstrip())
            self._problem((number, after), "informant_words_after_heading", {"heading": heading.text})
            heading = heading.but(cue=None)
        for wrong in heading.wrong:
            self._tell(wrong, number, column + 1)
        self._open(heading, (number, column))
        return True

    def _open(self, heading: _Heading, at: tuple[int, int]) -> None:
        self._close()
        self._heading, self._at = heading, at
        first = None if heading.cue is None or _in_turn(heading.cue) else self._lines.get(heading.cue)
        if first is not None:
            self._problem(at, "informant_heading_again", {"heading": heading.text, "first_line": str(first)})
        elif heading.cue is not None:
            self._lines[heading.cue] = at[0]

    def _close(self) -> None:
        """Keep the words under the heading so far; those under one that was not understood are let go."""
        paragraphs, self._paragraphs = self._paragraphs, [[]]
        if self._heading is None or self._heading.cue is None:
            return
        cue = self._heading.cue
        sentences = tuple(_sentences(" ".join(lines).split() for lines in paragraphs))
        if sentences:
            self._words[cue] = (*self._words.get(cue, ()), Words(sentences, self._heading.covers))
        else:
            self._problem(self._at, "informant_no_words", {"heading": self._heading.text}, "warning")

    def _silent(self) -> Iterator[str]:
        """The questions that would be met with silence."""
        if Cue("otherwise") in self._words:
            return
        for question in self._guide.questions:
            spoken = Cue("answer", question.id) in self._words
            closed = question in self._guide.closing and Cue("closing") in self._words
            if not (spoken or closed):
                yield question.id

    def _tell(self, wrong: _Wrong, number: int, column: int) -> None:
        near = ""
        if len(self._problems) < _MOST_SUGGESTIONS:
            near = next((found for word, known in wrong.tries if (found := nearest(word, known))), "")
        code = f"{wrong.code}_near" if near else wrong.code
        facts = {**wrong.facts, "nearest": near} if near else wrong.facts
        self._problem((number, column + wrong.column), code, facts)

    def _problem(self, at: tuple[int, int], code: str, facts: dict[str, str], severity: Severity = "error") -> None:
        shown = {name: one_line(fact) for name, fact in facts.items()}
        self._problems.append(Problem(self._file, *at, code, shown, severity))


def _in_turn(cue: Cue) -> bool:
    return cue.kind in _IN_TURN or (cue.kind == "probe" and not cue.point)


def _parse_heading(text: str, guide: Guide) -> _Heading:
    """What a heading says, without its brackets; columns from 0 at its start."""
    tokens = [(found[0], found.start()) for found in _TOKEN.finditer(text)]
    words = [fold_case(word) for word, _ in tokens]
    shown = text.strip()
    if words and words[0] == "concept":
        return _concept(shown, shown[len(tokens[0][0]) :], guide, tokens[0][1])
    cut = words.index("covers") if "covers" in words else len(words)
    found = _cue(shown, tokens[:cut], guide)
    wrong = [found] if isinstance(found, _Wrong) else []
    covers, lost = _parse_covered(tokens[cut + 1 :], guide)
    if cut < len(words) and not tokens[cut + 1 :]:
        wrong.append(_Wrong(tokens[cut][1], "informant_covers_nothing", {"heading": shown}))
    wrong += lost
    cue = None if isinstance(found, _Wrong) or wrong else found
    return _Heading(shown, cue, covers, tuple(wrong))


def _concept(shown: str, rest: str, guide: Guide, column: int) -> _Heading:
    wanted = fold_case(" ".join(rest.split()))
    names = [concept.name for concept in guide.concepts]
    name = next((name for name in names if fold_case(" ".join(name.split())) == wanted), None)
    if name is not None:
        return _Heading(shown, Cue("concept", name))
    facts = {"name": rest.strip(), "names": ", ".join(names)}
    return _Heading(shown, None, (), (_Wrong(column, "informant_unknown_concept", facts, ((rest.strip(), names),)),))


def _parse_covered(tokens: list[tuple[str, int]], guide: Guide) -> tuple[tuple[str, ...], list[_Wrong]]:
    """The questions that a heading says are answered too, as the guide spells them, and those that it doesn't have."""
    covers: dict[str, None] = {}
    lost = []
    ids = [one.id for one in guide.questions]
    known = ", ".join(ids)
    for word, column in tokens:
        question = guide.question(fold_case(word))
        if question is None:
            facts = {"id": word, "ids": known}
            lost.append(_Wrong(column, "informant_unknown_covers", facts, ((word, ids),)))
        else:
            covers[question.id] = None
    return tuple(covers), lost


def _cue(shown: str, tokens: list[tuple[str, int]], guide: Guide) -> Cue | _Wrong:
    words = [fold_case(word) for word, _ in tokens]
    if len(words) == 1 and words[0] in _FIXED:
        return Cue(_FIXED[words[0]])
    question = guide.question(words[0]) if words else None
    if question is not None:
        return _question_cue(question, tokens[1:])
    column = tokens[0][1] if tokens else 0
    ids = ["concept", *(one.id for one in guide.questions)]
    tries = ((" ".join(words), tuple(_FIXED)), (words[0], ids)) if words else ()
    return _Wrong(column, "informant_unknown_heading", {"heading": shown}, tries)


def _question_cue(question: Question, tokens: list[tuple[str, int]]) -> Cue | _Wrong:
    """When in the talk about a question: at its answer, once more, or at a probe."""
    match [fold_case(word) for word, _ in tokens]:
        case []:
            return Cue("answer", question.id)
        case ["again"]:
            return Cue("again", question.id)
        case ["clarified"]:
            return Cue("clarified", question.id)
        case ["probe", *_] if not question.probes:
            return _Wrong(tokens[0][1], "informant_no_probes", {"id": question.id})
        case ["probe"]:
            return Cue("probe", question.id)
        case ["probe", point]:
            if point in {str(place) for place, _ in enumerate(question.probes, 1)}:
                return Cue("probe", question.id, point)
            facts = {"id": question.id, "probe": point, "count": str(len(question.probes))}
            return _Wrong(tokens[1][1], "informant_unknown_probe", facts)
        case words:
            place = next((at for at, word in enumerate(words) if word not in _WHEN), 1)
            word, column = tokens[min(place, len(tokens) - 1)]
            return _Wrong(column, "informant_unknown_when", {"id": question.id, "word": word}, ((word, _WHEN),))


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text, each with the blank or the empty line before it."""
    whole = text.strip()  # YAML folds lines, and leaves one line break between paragraphs
    return _sentences(part.split() for part in re.split(r"\n\s*\n" if "\n\n" in whole else "\n", whole))


def _sentences(paragraphs: Iterator[list[str]]) -> Iterator[str]:
    """The sentences one by one, each with a blank or an empty line before it, except the first."""
    before = ""
    for words in paragraphs:
        begin = 0
        for place in range(1, len(words) + 1):
            if place == len(words) or _ends(words[place - 1], words[place]):
                yield before + " ".join(words[begin:place])
                begin, before = place, " "
        before = "\n\n" if before else ""


def _ends(word: str, following: str) -> bool:
    """Whether a sentence ends between two words: not after ``f.eks.``, where the next one is small, or ``ca. 20``."""
    if not word.rstrip(_CLOSERS).endswith(_ENDS):
        return False
    first = following.lstrip(_OPENERS)[:1]
    return not (first.islower() or first.isdigit())
