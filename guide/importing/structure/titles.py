"""Titles: what the study is called rather than what kind of paper it is; what a section is about, unnumbered."""

import re
from collections.abc import Sequence

from guide.importing.drafts import Doubt, GuideDraft, Piece
from guide.importing.structure.headings import bare_of_guide, is_guide_title, zone_of
from guide.importing.structure.lines import Line
from guide.importing.structure.parts import Part
from guide.importing.structure.research import MENTION, Targets
from guide.importing.words.leads import minutes_in

_BELOW = 8  # lines under a title that are searched for a better one
_MOST_WORDS = 30
_KIND_WORDS = frozenset(
    "semi structured semistructured semistrukturert semistrukturerte strukturert veiledende rettleiande draft utkast "
    "final version versjon the a an of for to med til og and in i individual individuelle individuelt kvalitativ "
    "kvalitative qualitative interview interviews intervju intervjuer guide mal template my min vår our eksempel "
    "example v v1 v2 v3 1 2 3 questions spørsmål".split()
)
_NAMED = re.compile(
    r"(?P<lead>(?:(?:research|forsknings)?(?:project|study|prosjekt|studie|oppgave|oppgåve|thesis|dissertation|master)"
    r"(?:ns|ts|ets|ens|oppgaven?s?)?[- ]?(?:title|tittel|name|navn)?|(?:working |arbeids|foreløpig )?(?:title|tittel)"
    r"|tema|topic|theme|emne)\s*:\s*)(?P<rest>\S.*)",
    re.IGNORECASE,
)
_COURSE = re.compile(r"\b[A-ZÆØÅ]{2,}[- ]?\d{2,}")
"""A course's code, as students write above their papers."""

_TOPIC = re.compile(r"(?:tema|topic|theme|emne)\s*:", re.IGNORECASE)
_SECTION = (
    r"(?:del|part|section|seksjon|fase|phase|tema|theme|topic|bolk|block|step|steg|trinn|kategori|category|module|modul"
    r"|emne|hovedtema|hovudtema|spørsmålsbolk)"
)
_NUMBERED = re.compile(
    rf"{_SECTION}\s*(?:nr\.?\s*)?(?:(?:\d{{1,2}}|(?-i:[A-H]|[IVX]{{1,4}}))\s*(?:[.:)]|[–—-](?=\s))+|\d{{1,2}}(?=\s+(?-i:[A-ZÆØÅ]))|:)"
    r"\s*[–—-]?\s*(?=\w)",
    re.IGNORECASE,
)
_SERVED = re.compile(rf"\s*[–—:,-]*\s*[(\[]?\s*{MENTION}\s*[)\]]?\s*$", re.IGNORECASE)


def settle_title(lines: Sequence[Line], draft: GuideDraft) -> tuple[int, ...]:
    """Where the title only says what kind of document it is, take what the study is called; the lines used up by it."""
    old = draft.title
    if old is None or not is_kind(old.text):
        return ()
    running = [line for line in lines if not line.block.aside]
    places = [place for place, line in enumerate(running) if line.number == old.line.number]
    for line in running[places[0] + 1 : places[0] + 1 + _BELOW] if places else ():
        if line.asks or line.hint not in ("", "break"):
            break
        found = _called(line, running)
        if found:
            draft.title = Piece(line, found)
            draft.leave(old.line, "kind", old.text)
            draft.leave(line, "structure", line.text[: len(line.text) - len(found)])
            return (line.number,)
        if zone_of(line.text):
            break
    return ()


def is_kind(title: str) -> bool:
    """Whether a title says no more than that this is an interview guide."""
    rest = bare_of_guide(title)
    return rest is not None and all(word in _KIND_WORDS for word in re.findall(r"\w+", rest.casefold()))


def _called(line: Line, lines: Sequence[Line]) -> str:
    """What a line says that the study is called, or ""."""
    text = line.text
    named = _NAMED.fullmatch(text)
    if (
        named is not None
        and not _COURSE.search(named["rest"])
        and 2 <= len(named["rest"].split()) <= _MOST_WORDS
        and not named["rest"].endswith("?")
    ):
        topics = sum(_TOPIC.match(other.text) is not None for other in lines)
        if topics <= 1 or _TOPIC.match(text) is None:
            return named["rest"].strip()
    if line.block.kind == "heading" and line.block.level <= 1 and is_guide_title(text) and not is_kind(text):
        return text
    return ""


def section_title(head: Line, title: str, draft: GuideDraft, targets: Targets) -> str:
    """What a section is called without "Part 2:", and without the research questions that it serves."""
    numbered = _NUMBERED.match(title)
    if numbered is not None:
        draft.leave(head, "structure", numbered[0].strip())
        title = title[numbered.end() :]
    served = _SERVED.search(title)
    if served is not None and title[: served.start()].strip() and targets.mentioned(served[0]):
        draft.leave(head, "served", served[0].strip(" –—:,-"))
        title = title[: served.start()]
    return title.strip(" :")


def summed_minutes(parts: Sequence[Part], draft: GuideDraft) -> None:
    """Say what the times of a document's parts add up to, where it says nothing of the whole."""
    if draft.minutes is not None:
        return
    times: list[float] = []
    timed: list[Line] = []
    for part in parts:
        found = minutes_in(part.head.text) if part.head is not None else None
        if part.head is not None and found is not None and not any(line in timed for line in part.above):
            times.append(found[1])
            timed.append(part.head)
    if len(times) > 1:
        draft.doubts.append(Doubt("minutes_sum", {"minutes": f"{sum(times):g}"}))
