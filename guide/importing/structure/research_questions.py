"""Research questions and their parts.

They are listed at the top and met again beside or above the questions that serve them.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from guide.ids import is_id
from guide.importing.document_blocks import RefusedError
from guide.importing.guide_draft import Doubt, PartDraft, TargetDraft
from guide.importing.structure.document_lines import DocumentLine
from guide.importing.structure.headings import RESEARCH_LEAD, zone_of
from guide.importing.structure.tables import column_named
from guide.importing.words.typed_labels import bare
from guide.problems import fold_case

_NEAR = 0.86
_FEWEST = 3  # words that a part of a research question has at least
_MENTION = re.compile(
    r"(?:rq|fs|fsp|fp|f|forskn?ingsspørsmål|problemstilling|research questions?"
    r"|(?:del|under)(?:problemstilling|spørsmål)|sub-?questions?)\s?(?:nr\.?\s?)?(?P<first>\d{1,2}|[A-H])(?![\w])"
    r"(?P<more>(?:\s?(?:,|&|\+|/|og|and)\s?(?:rq|fs|f)?\s?(?:\d{1,2}|[A-H])(?![\w]))*)",
    re.IGNORECASE,
)
MENTION = _MENTION.pattern.replace("?P<first>", "").replace("?P<more>", "")
"""Words that name one research question or several."""

_TAG = re.compile(rf"\s*[(\[]\s*(?P<what>{MENTION})\s*[)\]]\s*[.:]?\s*$", re.IGNORECASE)
_ONLY_LEAD = re.compile(
    r"(?:(?:relevant|addresses|serves|svarer på|knyttet til|hører til)\s)?(?:rqs?|fs|research questions?"
    r"|forskn?ingsspørsmål)(?:\s(?:addressed|nr|no|number)\.?)?\s*:\s*",
    re.IGNORECASE,
)
_ONE = r"(?:(?:rq|fs|f|forskningsspørsmål|research question)\s?)?(?:\d{1,2}|[A-H][a-z]?)"
_ONLY = re.compile(rf"(?:{_ONLY_LEAD.pattern})?{_ONE}(?:\s?(?:,|/|&|;|\+|og|and)\s?{_ONE})*", re.IGNORECASE)
_MOST_NAMES = 12
_LETTERS = "abcdefghijklmnoprstuvwyzæøå"
MAX_TARGETS = 200
"""Research questions and parts that a document may have; nobody's study has a tenth of it."""


def bare_words(text: str) -> list[str]:
    """A text's words in small letters, without their signs."""
    return re.findall(r"[\w-]+", fold_case(text).replace("-", ""))


class Targets:
    """The research questions known so far."""

    def __init__(self) -> None:
        self.all: list[TargetDraft] = []

    def listed(self, line: DocumentLine, text: str | None = None) -> TargetDraft:
        """One of the list at the top, or one that a heading or a table names for the first time."""
        led, words = _without_lead(line, line.text if text is None else text)
        self._need_room()
        found = TargetDraft(self._id(led), words, line)
        self.all.append(found)
        return found

    def part_of_last(self, line: DocumentLine) -> PartDraft:
        """A point below the last research question."""
        return self._part(self.all[-1], line.text, line)

    def match_line(self, line: DocumentLine, *, new: bool) -> str | None:
        """The id of what a line names, as a whole or as a part; with ``new`` an unknown one is taken in."""
        led, text = _without_lead(line, line.text)
        words = bare_words(text)
        for target in self.all:
            if words and words == bare_words(target.text):
                target.lines.append(line)
                return target.id
            for part in target.parts:
                if words and words == bare_words(part.text):
                    part.lines.append(line)
                    return part.id
        for target in self.all:
            if _within(words, bare_words(target.text)):
                return self._part(target, text, line).id
        near = self._nearest(words)
        if near is not None:
            near.doubts.append(Doubt("target_near", {"text": text}))
            return near.id
        known = self.by_label(led) if led else None
        if known is not None and (not words or not new):
            return known
        return self.listed(line).id if new and words else known

    def titled(self, head: DocumentLine) -> tuple[str, str] | None:
        """The known id that a heading's number names, and its other words: "RQ1: Choosing songs".

        None where the number is unknown, or the words are a research question's and so name it by themselves.
        Words that ask something else than the question of that number are uncertain.
        """
        led, text = _without_lead(head, head.text)
        known = self.by_label(led) if led else None
        words = bare_words(text)
        said = any(words == bare_words(one.text) for one in self._everything) or self._nearest(words) is not None
        if known is None or not words or said:
            return None
        if head.asks:
            target = next(one for one in self.all if known in (one.id, *(part.id for part in one.parts)))
            target.doubts.append(Doubt("target_near", {"text": text}))
        return known, text

    def mentioned(self, text: str) -> tuple[str, ...]:
        """The ids that a heading or a remark in brackets names: "(RQ1, RQ3)"."""
        for inner in re.findall(r"[(\[]([^)\]]{1,40})[)\]]", text):
            names = re.split(r"\s*(?:,|&|/|\+|\bog\b|\band\b)\s*", inner.strip())
            known = [self.by_label(name) for name in names]
            if known and all(known) and not all(map(str.isdecimal, names)):
                return tuple(dict.fromkeys(id for id in known if id is not None))
        found = _MENTION.search(text)
        if found is None:
            return ()
        names = [found["first"], *re.findall(r"\d{1,2}|\b[A-H]\b", found["more"] or "")]
        ids = [self.by_label(name) for name in names]
        return tuple(dict.fromkeys(id for id in ids if id is not None))

    def ids_alone(self, text: str) -> tuple[str, ...]:
        """The ids in a line that says nothing else: "RQ1, RQ3", "Research question: 2"."""
        bare_text = text.strip(" .()[]*")
        if not self.all or len(bare_text.split()) > _MOST_NAMES or not _ONLY.fullmatch(bare_text):
            return ()
        names = re.findall(r"\d{1,2}|\b[A-Ha-h][a-z]?\b", _ONLY_LEAD.sub("", bare_text))
        ids = [self.by_label(name) for name in names]
        return tuple(dict.fromkeys(id for id in ids if id is not None)) if all(ids) else ()

    def tag(self, text: str) -> tuple[str, str, tuple[str, ...]]:
        """A wording without the research questions named in brackets at its end, those words, and the ids."""
        found = _TAG.search(text)
        if found is None:
            return text, "", ()
        ids = self.mentioned(found["what"])
        return (text[: found.start()].rstrip(), found[0].strip(), ids) if ids else (text, "", ())

    @property
    def _everything(self) -> list[TargetDraft | PartDraft]:
        found: list[TargetDraft | PartDraft] = []
        for target in self.all:
            found += (target, *target.parts)
        return found

    def by_label(self, label: str) -> str | None:
        """The research question or part with this id, or with this number in its id."""
        wanted = fold_case(label)
        for one in self._everything:
            if fold_case(one.id) == wanted or (wanted.isdecimal() and re.sub(r"\D", "", one.id) == wanted):
                return one.id
        numbered = any(re.search(r"\d", one.id) for one in self.all)
        if wanted.isdecimal() and not numbered and 1 <= int(wanted) <= len(self.all):
            return self.all[int(wanted) - 1].id
        return None

    def _nearest(self, words: list[str]) -> TargetDraft | None:
        for target in self.all:
            if (
                len(words) >= 4
                and SequenceMatcher(None, words, bare_words(target.text), autojunk=False).ratio() >= _NEAR
            ):
                return target
        return None

    def _part(self, target: TargetDraft, text: str, line: DocumentLine) -> PartDraft:
        self._need_room()
        part = PartDraft(self._part_id(target, line), text, line)
        target.parts.append(part)
        target.parts.sort(key=lambda one: _place(bare_words(one.text), bare_words(target.text)))
        return part

    def _part_id(self, target: TargetDraft, line: DocumentLine) -> str:
        own = bare(line.block.label)
        if (
            is_id(own)
            and self._free(own)
            and fold_case(own).startswith(fold_case(target.id))
            and len(own) > len(target.id)
        ):
            return own
        more = (f"{first}{second}" for first in _LETTERS for second in _LETTERS)
        return next(name for letters in (*_LETTERS, *more) if self._free(name := f"{target.id[:6]}{letters}"))

    def _id(self, label: str) -> str:
        own = bare(label)
        if len(own) > 4:
            own = re.sub(r"\D", "", own)
        if own.isdecimal():
            own = f"RQ{own}"  # a bare number reads as a count: "open: 1, 2"
        if (
            own
            and is_id(own)
            and fold_case(own) not in ("x", "q", "z")
            and not re.fullmatch(r"[qz]\d+", fold_case(own))
            and self._free(own)
        ):
            return own
        return next((letter for letter in "ABCDEFGHIJKLMNOPRSTUVWYÆØÅ" if self._free(letter)), f"R{len(self.all)}")

    def _need_room(self) -> None:
        """Refuse a document that lists more than anybody can ask.

        Raises:
            RefusedError: there are too many already.
        """
        if len(self._everything) >= MAX_TARGETS:
            raise RefusedError("import_too_many", limit=f"{MAX_TARGETS}")

    def _free(self, name: str) -> bool:
        return all(fold_case(one.id) != fold_case(name) for one in self._everything)


def _without_lead(line: DocumentLine, text: str) -> tuple[str, str]:
    """A research question's number and its words, whether the number stands in the label or in the text."""
    label = line.block.label if line.block.form != "bullet" else ""
    found = RESEARCH_LEAD.match(text)
    if found is not None:
        return label or found["id"] or "", text[found.end() :].strip()
    return label, text


def _within(words: list[str], whole: list[str]) -> bool:
    """Whether these words are a real part of the whole, at its beginning, its end or between."""
    return _FEWEST <= len(words) < len(whole) and stands_in(words, whole)


def stands_in(words: list[str], whole: list[str]) -> bool:
    """Whether these words stand one after the other in the whole."""
    return _place(words, whole) < len(whole)


def _place(words: list[str], whole: list[str]) -> int:
    """Where these words begin in the whole; its length when they do not stand there."""
    span = len(words)
    for start in range(len(whole) - span + 1):
        if whole[start : start + span] == words:
            return start
    return len(whole)


def again(lines: Sequence[DocumentLine]) -> tuple[DocumentLine, ...]:
    """Lines outside a table that repeat a research question of the list at the top, or a part of it, marked as such.

    So a table's left column is known again in a text that has lost its table, with the heads of its columns.
    """
    known: list[list[str]] = []
    listing = over = False
    done: list[DocumentLine] = []
    for line in lines:
        zone = zone_of(line.text) if len(line.text.split()) < 8 else ""
        if zone == "research" and not known:
            listing = True
        elif listing and (line.asks or line.block.label) and line.hint == "":
            if _repeats(line, known):
                listing, over = False, True
            elif len(known) < MAX_TARGETS:
                known.append(bare_words(_without_lead(line, line.text)[1]))
        elif listing and known:
            listing, over = False, True
        if over and line.hint == "" and not line.told and _repeats(line, known):
            done.append(line.but(hint="research", row=(0, line.number)))
        elif over and line.hint == "" and _two_heads(line.text):
            done.append(line.but(hint="label"))
        else:
            done.append(line)
    return tuple(done)


def _repeats(line: DocumentLine, known: Sequence[list[str]]) -> bool:
    """Whether a line says one of the research questions again, or a part of one."""
    words = bare_words(_without_lead(line, line.text)[1])
    return any(_says_again(words, whole, line.text) for whole in known)


def _says_again(words: list[str], whole: list[str], text: str) -> bool:
    if words == whole:
        return len(words) >= _FEWEST
    if not _within(words, whole):
        return False
    place = _place(words, whole)
    edge = place == 0 or place + len(words) == len(whole)
    return edge and (len(words) >= 5 or "…" in text or "..." in text)


def _two_heads(text: str) -> bool:
    """Whether a line is two column headings run together."""
    words = text.split()
    return len(words) <= 8 and any(
        column_named(" ".join(words[:place])) == "research"
        and column_named(" ".join(words[place:])) == "question"
        and len(words[place:]) > 1
        for place in range(1, len(words))
    )
