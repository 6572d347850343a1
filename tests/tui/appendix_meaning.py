"""What an appendix means, by the rules of its form: the guide that it was made from, as far as it tells."""

import re
from collections.abc import Iterable, Iterator

from guide.frozen import Value
from tests.tui.appendix_form import (
    Appendix,
    AppendixParagraph,
    AppendixRow,
    AppendixTable,
    Item,
    Line,
    Listing,
    Look,
    Span,
)
from tui.documents.sheet import words_of
from tui.translator import Translator


class Told(Value):
    """What an appendix tells of a question."""

    ask: str
    serves: tuple[str, ...]
    optional: bool
    minutes: str
    probes: tuple[tuple[str, str | None], ...]


class Meant(Value):
    """What an appendix tells of a guide."""

    title: str
    problem: str | None = None
    minutes: str | None = None
    targets: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()
    opening: tuple[tuple[str, bool], ...] = ()
    after: tuple[tuple[str, bool], ...] = ()
    questions: tuple[Told, ...] = ()
    closing: tuple[Told, ...] = ()
    concepts: tuple[tuple[str, str, str, str], ...] = ()


def meant_by(appendix: Appendix) -> Meant:
    """Read an appendix by its form alone."""
    return _Reader(appendix).meant


class _Reader:
    def __init__(self, appendix: Appendix) -> None:
        self._: Translator = words_of(appendix.language.partition("-")[0])
        self.meant = Meant(appendix.title)
        lead = ""
        for block in appendix.blocks:
            match block:
                case AppendixParagraph(line=(Span(text=lead, look="name"),)):
                    pass
                case AppendixParagraph(line=(Span(look="ours"),)):
                    pass
                case AppendixParagraph(line=(Span(text=text), Span(text=said))):
                    self._fact(text, said)
                case Listing():
                    self._listing(lead, block.items)
                case AppendixTable():
                    self._table(block)

    def _fact(self, lead: str, said: str) -> None:
        if lead == self._("Problem statement:"):
            self.meant = self.meant.but(problem=said)
        else:
            assert lead == self._("Planned time:")
            self.meant = self.meant.but(minutes=said)

    def _listing(self, lead: str, items: Iterable[Item]) -> None:
        if lead == self._("Research questions:"):
            found = ((*_named(item.line), tuple(_named(line) for line in item.below)) for item in items)
            self.meant = self.meant.but(targets=tuple(found))
        elif lead == self._("Concepts:"):
            self.meant = self.meant.but(concepts=tuple(self._concept(item) for item in items))
        else:
            points = tuple((item.line[0].text, len(item.line) > 1) for item in items)
            key = "opening" if lead == self._("Opening:") else "after"
            self.meant = self.meant.but(**{key: points})

    def _concept(self, item: Item) -> tuple[str, str, str, str]:
        longer = {line[0].text: line[1].text for line in item.below}
        short = item.line[1].text if len(item.line) > 1 else ""
        say, full = (longer.get(self._(key), "") for key in ("Said:", "In full:"))
        return item.line[0].text.removesuffix(":"), short, say, full

    def _table(self, table: AppendixTable) -> None:
        looks = {line[0].look for row in table.rows for line in row.head if not self._is_closing(row)}
        first = "Theme" if "name" in looks and "words" not in looks else "Research question"
        assert table.heads == (self._(first), self._("Questions for the participant"))
        for row in table.rows:
            closing = self._is_closing(row)
            told = tuple(self._question(item, () if closing else tuple(self._served(row))) for item in row.items)
            key = "closing" if closing else "questions"
            self.meant = self.meant.but(**{key: (*getattr(self.meant, key), *told)})

    def _is_closing(self, row: AppendixRow) -> bool:
        return row.head == ((Span(self._("Closing")),),)

    def _served(self, row: AppendixRow) -> Iterator[str]:
        flat = [named for id, text, parts in self.meant.targets for named in ((id, text), *parts)]
        for line in row.head:
            if line[0].look == "words":
                text = line[0].text
                plain = [id for id, own in flat if own == text]
                yield plain[0] if len(plain) == 1 else next(id for id, own in flat if f"{id}) {own}" == text)

    def _question(self, item: Item, served: tuple[str, ...]) -> Told:
        looks: dict[Look, list[str]] = {"words": [], "ours": [], "name": []}
        for span in item.line:
            looks[span.look].append(span.text)
        (ask,) = looks["words"]
        marks = looks["ours"][0][1:-1].split("; ") if looks["ours"] else []
        required = self._("required") in marks
        optional = not required and ask.startswith("(") and ask.endswith(")")
        also = self._("also {ids}", ids="")
        more = tuple(id for mark in marks if mark.startswith(also) for id in mark.removeprefix(also).split(", "))
        minutes = next((mark.removesuffix(" min") for mark in marks if mark.endswith(" min")), "")
        probes = tuple(self._probe(line) for line in item.below)
        return Told(ask[1:-1] if optional else ask, served + more, optional, minutes, probes)

    def _probe(self, line: Line) -> tuple[str, str | None]:
        *leads, ask = line
        if not leads:
            return ask.text, None
        found = re.fullmatch(r"\w+ (.*):", leads[0].text, re.DOTALL)
        assert found is not None
        return ask.text, found[1]


def _named(line: Line) -> tuple[str, str]:
    id, _, text = line[0].text.partition(") ")
    return id, text
