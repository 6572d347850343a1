"""Texts in which people could have written a guide: short and long forms, every style of YAML, comments anywhere."""

from collections.abc import Iterable, Mapping
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from guide.ids import CLOSING, SERVING_NONE, automatic_id, automatic_ids, is_question_id
from guide.labels import label_of
from guide.model import Guide, Point, Question, Section
from guide.problems import fold_case
from guide.schema import POINT_KEYS, PROBE_KEYS, QUESTION_KEYS
from guide.write import guide_block, is_bare, minutes_text
from guide.yaml_shapes import KeyShape, entry_lines, is_folded, is_plain, quote, scalar, wrap_text
from tests.guide.strategies import guides


class Written(NamedTuple):
    """A guide, its text, and whom each comment belongs to: a question's id, or "" for nobody in particular."""

    guide: Guide
    text: str
    comments: Mapping[str, str]


CLOSING_KEY = "closing:"
"""The owner of a comment that goes when nothing is left of the closing."""


class _Author:
    """Somebody with habits, who writes one guide."""

    def __init__(self, guide: Guide, random: Random) -> None:
        self.guide = guide
        self.random = random
        self.comments: dict[str, str] = {}
        self.dash = random.choice([0, 2, 2, 2, 4])
        self.step = random.choice([2, 2, 2, 3, 4])
        self.blank = random.random() < 0.5
        self.lines: list[str] = []
        self.counts: dict[str, int] = {}

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def comment(self, owner: str) -> str:
        text = (
            f"# c{len(self.comments)} {self.random.choice(['husk: dette', 'til veileder', '- ikke et punkt', '«æøå»'])}"
        )
        self.comments[text] = owner
        return text

    def above(self, indent: int, owner: str = "", chance: float = 0.25) -> None:
        while self.maybe(chance):
            self.lines.append(f"{' ' * indent}{self.comment(owner)}")

    def behind(self, owner: str = "", chance: float = 0.2) -> str:
        return f"  {self.comment(owner)}" if self.maybe(chance) else ""

    def apart(self, indent: int, chance: float = 0.1) -> None:
        """A blank line, and perhaps a comment between blank lines that belongs to nothing."""
        if self.blank:
            self.lines.append("")
        if self.maybe(chance):
            if not self.blank:
                self.lines.append("")
            self.lines.append(f"{' ' * indent}{self.comment('')}")
            self.lines.append("")

    def inline(self, text: str, *, flow: bool) -> str:
        style = self.random.choice(["", "", "", "'", '"'])
        return quote(text, style) if style else scalar(text, flow=flow)

    def text(self, head: str, text: str, indent: int, owner: str) -> None:
        if is_folded(text) and self.maybe(0.3):
            sign = self.random.choice([">-", ">", "|"])
            self.lines.append(f"{head} {sign}{self.behind(owner)}")
            width = self.random.choice([20, 60, 200])
            parts = wrap_text(text, width) if sign != "|" else [text]
            self.lines += [f"{' ' * (indent + self.step)}{part}" for part in parts]
            return
        if is_folded(text) and is_plain(text) and " " in text and self.maybe(0.1):
            first, *rest = wrap_text(text, 15)
            self.lines.append(f"{head} {first}")
            self.lines += [f"{' ' * (indent + self.step)}{part}" for part in rest]
            return
        self.lines.append(f"{head} {self.inline(text, flow=False)}{self.behind(owner)}")

    def words(self, head: str, words: Iterable[str], indent: int) -> None:
        words = list(words)
        if len(words) == 1 and self.maybe(0.3) and "," not in words[0] and is_plain(words[0]) and words[0].isalnum():
            self.lines.append(f"{head} {words[0]}")
        elif words and self.maybe(0.3):
            self.lines.append(head)
            self.lines += [f"{' ' * (indent + self.dash)}- {self.inline(word, flow=False)}" for word in words]
        else:
            self.lines.append(f"{head} [{', '.join(self.inline(word, flow=True) for word in words)}]")

    def automatic(self, question: Question, *, closing: bool) -> bool:
        owner = self.guide.owner(question.serves[0]) if question.serves else None
        series = owner or (CLOSING if closing else SERVING_NONE)
        counted = series if owner else f"{series} "
        self.counts[counted] = self.counts.get(counted, 0) + 1
        return automatic_id(series, self.counts[counted]) == question.id

    def question_keys(self, question: Question, usual: tuple[str, ...], *, closing: bool) -> list[str]:
        automatic = self.automatic(question, closing=closing)
        keys = ["ask"]
        if not automatic or self.maybe(0.3):
            keys.insert(0, "id")
        if question.label != label_of(question.ask) or self.maybe(0.1):
            keys.append("short")
        if not closing and (question.serves != usual or self.maybe(0.1)):
            keys.append("serves")
        keys += [key for key in list(QUESTION_KEYS)[4:] if getattr(question, key)]
        if self.maybe(0.2):
            self.random.shuffle(keys)
        return keys

    def question(self, question: Question, usual: tuple[str, ...], indent: int, *, closing: bool) -> None:
        keys = self.question_keys(question, usual, closing=closing)
        self.above(indent, question.id)
        head = f"{' ' * indent}-"
        if keys == ["ask"] and is_bare(question.ask, QUESTION_KEYS) and self.maybe(0.8):
            self.text(head, question.ask, indent, question.id)
        elif self.maybe(0.2):
            self.lines.append(f"{head} {self.flow(question, keys)}{self.behind(question.id)}")
        else:
            column = indent + self.random.choice([2, 2, 4])
            start = len(self.lines)
            for number, key in enumerate(keys):
                if number and key in ("ask", "short"):
                    self.above(column, question.id, 0.1)
                self.key(question, key, column)
            self.lines[start] = f"{head}{' ' * (column - indent - 1)}{self.lines[start][column:]}"

    def flow(self, question: Question, keys: Iterable[str]) -> str:
        return f"{{{', '.join(f'{key}: {self.flow_value(question, key)}' for key in keys)}}}"

    def flow_value(self, question: Question, key: str) -> str:
        value = getattr(question, "label" if key == "short" else key)
        if key == "probes":
            shown = (
                f"{{ask: {self.inline(probe.ask, flow=True)}"
                + (f", if: {self.inline(probe.condition, flow=True)}" if probe.condition else "")
                + "}"
                for probe in value
            )
            return f"[{', '.join(shown)}]"
        if key == "accepted":
            return f"{{{', '.join(f'{rule}: {self.inline(why, flow=True)}' for rule, why in value.items())}}}"
        if isinstance(value, tuple):
            return f"[{', '.join(self.inline(word, flow=True) for word in value)}]"
        if key == "minutes":
            return minutes_text(value)
        if key in ("examples", "priority"):
            return str(value)
        return self.random.choice(["true", "yes", "ja"]) if value is True else self.inline(value, flow=True)

    def key(self, question: Question, key: str, column: int) -> None:
        head = f"{' ' * column}{key}:"
        value = getattr(question, "label" if key == "short" else key)
        if key == "probes" and self.maybe(0.7):
            self.lines.append(f"{head}{self.behind('', 0)}")
            for probe in value:
                if probe.condition is None and is_bare(probe.ask, PROBE_KEYS):
                    self.text(f"{' ' * (column + self.dash)}-", probe.ask, column + self.dash, "?")
                else:
                    own = column + self.dash + 2
                    self.lines.append(f"{' ' * (own - 2)}- ask: {self.inline(probe.ask, flow=False)}")
                    if probe.condition is not None:
                        self.text(f"{' ' * own}if:", probe.condition, own, "?")
        elif key in ("probes", "accepted", "minutes", "priority", "examples", "optional", "two_sided", "sensitive"):
            self.lines.append(f"{head} {self.flow_value(question, key)}")
        elif isinstance(value, tuple):
            self.words(head, value, column)
        else:
            self.text(head, value, column, question.id if key in ("ask", "short", "aim") else "?")

    def questions(self, questions: Iterable[Question], usual: tuple[str, ...], key: int, *, closing: bool) -> None:
        name = "closing" if closing else "questions"
        questions = tuple(questions)
        head = f"{' ' * key}{name}:"
        owner = CLOSING_KEY if closing else ""
        if not questions:
            self.lines.append(f"{head} []{self.behind()}")
        elif self.maybe(0.15):
            shown = [
                self.flow(question, self.question_keys(question, usual, closing=closing)) for question in questions
            ]
            if self.maybe(0.5):
                self.lines.append(f"{head} [{', '.join(shown)}]{self.behind(owner)}")
            else:
                self.broken(head, key + 2, list(zip(questions, shown, strict=True)), owner)
        else:
            self.lines.append(f"{head}{self.behind(owner)}")
            for number, question in enumerate(questions):
                if number:
                    self.apart(key + self.dash)
                self.question(question, usual, key + self.dash, closing=closing)

    def broken(self, head: str, indent: int, shown: list[tuple[Question, str]], owner: str) -> None:
        """A list in brackets with one item a line."""
        self.lines.append(f"{head} [")
        for question, text in shown:
            self.above(indent, question.id)
            self.lines.append(f"{' ' * indent}{text},{self.behind(question.id)}")
        self.lines.append(f"{' ' * indent}]{self.behind(owner)}")

    def section(self, section: Section, indent: int) -> None:
        column = indent + 2
        start = len(self.lines)
        if section.title:
            self.text(f"{' ' * column}title:", section.title, column, "")
        if section.serves:
            self.words(f"{' ' * column}serves:", section.serves, column)
        if section.minutes is not None:
            self.lines.append(f"{' ' * column}minutes: {minutes_text(section.minutes)}")
        self.questions(section.questions, section.serves, column, closing=False)
        self.lines[start] = f"{' ' * indent}- {self.lines[start][column:]}"

    def points(self, key: str, points: Iterable[Point]) -> None:
        self.lines.append(f"{key}:{self.behind()}")
        for number, point in enumerate(points, 1):
            head = f"{' ' * self.dash}-"
            if point.id == str(number) and not point.gate and is_bare(point.text, POINT_KEYS):
                self.text(head, point.text, self.dash, "")
            else:
                words = {"id": point.id, "point": point.text}
                shown = ", ".join(f"{name}: {self.inline(word, flow=True)}" for name, word in words.items())
                if point.gate:
                    gate = ", ".join(point.gate)
                    shown += f", gate: {gate if len(point.gate) == 1 else f'[{gate}]'}"
                self.lines.append(f"{head} {{{shown}}}{self.behind()}")

    def written(self) -> str:
        for entry in guide_block(self.guide).entries:
            if self.lines:
                self.apart(0)
            self.above(0, CLOSING_KEY if entry.key == "closing" else "")
            self.entry(entry)
        if self.maybe(0.2):
            self.lines += ["", self.comment("")]
        text = "\n".join(self.lines) + ("\n" if self.maybe(0.9) else "")
        mark = "\ufeff" if self.maybe(0.1) else ""
        return mark + (text.replace("\n", "\r\n") if self.maybe(0.2) else text)

    def entry(self, entry: KeyShape) -> None:
        if entry.key in ("opening", "after"):
            self.points(entry.key, getattr(self.guide, entry.key))
        elif entry.key == "closing":
            self.questions(self.guide.closing, (), 0, closing=True)
        elif entry.key == "sections":
            self.lines.append(f"sections:{self.behind()}")
            for number, section in enumerate(self.guide.sections):
                if number:
                    self.apart(self.dash)
                self.above(self.dash)
                self.section(section, self.dash)
        elif isinstance(entry.value, str) and entry.key in ("title", "problem"):
            self.text(f"{entry.key}:", entry.value, 0, "")
        else:
            self.lines += entry_lines(entry, 0)


def numbered(guide: Guide, random: Random) -> Guide:
    """The guide with automatic ids wherever no other name is in the way."""
    given = automatic_ids(guide)
    names = {fold_case(target.id) for target in guide.targets} | {
        fold_case(question.id) for question in guide.questions
    }
    new: dict[str, str] = {}
    for question in guide.questions:
        name = given[fold_case(question.id)]
        if fold_case(name) not in names and is_question_id(name) and random.random() < 0.8:
            names.add(fold_case(name))
            new[question.id] = name

    def renamed(question: Question) -> Question:
        leans = tuple(new.get(name, name) for name in question.leans_on)
        return question.but(id=new.get(question.id, question.id), leans_on=leans)

    sections = (s.but(questions=tuple(map(renamed, s.questions))) for s in guide.sections)
    return guide.but(sections=tuple(sections), closing=tuple(map(renamed, guide.closing)))


@st.composite
def written_guides(draw: DrawFn) -> Written:
    """A guide and a text that reads as it."""
    random = Random(draw(st.integers(0, 2**32)))
    guide = numbered(draw(guides()), random)
    author = _Author(guide, random)
    text = author.written()
    return Written(guide, text, author.comments)
