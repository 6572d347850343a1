"""Lines of a text as it was copied out of pages: page numbers and running headers taken away, and listed."""

import re
from collections import Counter

from guide.importing.blocks import Aside, Block, Run, Spot, folded
from guide.values import Value

_TAB = 4
_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:(?:side|page|s\.|p\.|pg\.?)\s*)?(\d{1,4})(?:\s*(?:av|of|/)\s*\d{1,4})?(?:\s*[-–—|])?\s*",
    re.IGNORECASE,
)
_FEWEST = 3  # times that a running header stands there
_WINDOW = 3  # lines around a page break


class Row(Value):
    """One line of the text: its number from 1, how far in it begins, its words; ``broken`` says that a page ended
    before it and ``apart`` that a blank line stands before it.
    """

    number: int
    indent: int
    text: str
    apart: bool = False
    broken: bool = False


def without_page_edges(text: str) -> tuple[tuple[Row, ...], tuple[Block, ...]]:
    """The lines of the text, and those that belong to the page rather than to what it says."""
    rows: list[Row] = []
    edges: list[Block] = []
    lines = text.split("\n")
    repeated = _repeated(lines)
    apart = broken = False
    for number, raw in enumerate(lines, 1):
        line = raw.expandtabs(_TAB)
        if "\f" in line:
            broken = True
            line = line.replace("\f", " ")
        words = line.strip()
        if not words:
            apart = True
            continue
        edge = _edge(words, lines, number, repeated, broken=broken)
        if edge:
            edges.append(Block(folded([Run(words)]), Spot("line", {"number": f"{number}"}), aside=edge))
            broken = True
            continue
        rows.append(Row(number, len(line) - len(line.lstrip()), words, apart, broken))
        apart = broken = False
    return tuple(rows), tuple(edges)


def _edge(words: str, lines: list[str], number: int, repeated: frozenset[str], *, broken: bool) -> Aside:
    if _as_header(words) in repeated:
        return "running_header"
    found = _NUMBER.fullmatch(words)
    if found is None:
        return ""
    alone = words.strip().isdecimal()
    before = lines[number - 2].strip() if number > 1 else ""
    after = lines[number].strip() if number < len(lines) else ""
    if alone and before and after and not broken and "\f" not in lines[number]:
        return "page_number" if len(words) > 1 and not before.endswith(":") else ""
    return "page_number"


def _as_header(words: str) -> str:
    return re.sub(r"\d+", "#", " ".join(words.split())).casefold()


def _repeated(lines: list[str]) -> frozenset[str]:
    """Lines that come again beside page numbers or page breaks: headers and footers."""
    near: Counter[str] = Counter()
    for place, raw in enumerate(lines):
        if "\f" in raw or (_NUMBER.fullmatch(raw) and raw.strip()):
            around = {
                _as_header(line.replace("\f", "")) for line in lines[max(0, place - _WINDOW) : place + _WINDOW + 1]
            }
            near.update(
                header for header in around if any(map(str.isalpha, header)) and "?" not in header and len(header) < 100
            )
    times = Counter(map(_as_header, lines))
    set_apart = {_as_header(line) for line in lines if re.search(r"\S\s{4,}\S", line)}
    set_apart |= {_as_header(line) for line in [line for line in lines if line.strip()][:1]}
    return frozenset(
        header
        for header in near
        if times[header] >= _FEWEST or (times[header] == 2 and (near[header] == 2 or header in set_apart))
    )
