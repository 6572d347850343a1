"""Numbers, letters and bullets typed before a line."""

import re
from collections.abc import Iterable
from functools import lru_cache

from guide.frozen import Value
from guide.importing.document_blocks import Block, Form, from_offset
from guide.importing.words.lists import compiled

BULLETS = "-–—‐‑−•∗*·‧∙●○◦◯■□▪▫◆◇❖➢➤►▸‣→>✓✔☐☑☒❏❑❒⬜⬚\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0e0"
_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?=\s+[^a-zæøå\s]|\t|\s\s))+(?:\s+|$)")
_BULLET_TIGHT = re.compile(r"(?:[•●○◦■□▪▫❖➢➤►‣\uf0b7\uf0a7\uf0d8](?=\S)|[-–—*](?=[A-ZÆØÅ][a-zæøå]))")
_TASK = re.compile(r"\[[ xX]?\]\s+")
_NAMED = re.compile(
    r"\(?(?:q|oq|kq|s|f|p|sp|spm|spørsmål|spørgsmål|question|fråga|rq|fs|iq|hq|sq|mq|hovedspørsmål|main question)"
    r"\s?\.?\s?\d{1,2}(?:\.\d{1,2}){0,4}[a-z]?\s?(?:[.:)]\)?|[-–—](?=\s)|(?=\s+\S))[\s]*",
    re.IGNORECASE,
)
_PATH = re.compile(r"\(?(\d{1,3}(?:\.\d{1,2}){1,3})[a-z]?[.):]?(?:\s+|(?=[^\W\d_]))")
_DECIMAL = re.compile(r"(?:[(\[](\d{1,2})[)\]]|(\d{1,3})(?:[.):]|\.\))(?!\d))\s*(?=\D|$)")
_DASHED = re.compile(r"(\d{1,2})\s?[-–]\s?(?=[A-ZÆØÅ][^?]*\?)")
_BARE = re.compile(r"(\d{1,2})\s+(?=[A-ZÆØÅ][^\W\d_]+)")
_MIXED = re.compile(r"(\d{1,2}[a-z])[.):]?\s+")
_COUNTED = re.compile(r"[A-ZÆØÅ]\d{1,2}(?:\.\d{1,2})?(?:[.:)]\s*|\s+(?=[A-ZÆØÅ]))(?=\D)")
_DATE = compiled(r"\d{1,2}\.?\s+(?:de\s+)?", "month", after=r"(?:\s+(?:de\s+)?\d{4})?\W*$")
_LETTER = re.compile(r"(?:\(([a-zæøåA-ZÆØÅ])\)|([a-zæøåA-ZÆØÅ])[.)](?!\w))\s*")
_PART = re.compile(r"([A-ZÆØÅ][a-z])\)\s+")
_ROMAN = re.compile(r"(?:\(([ivx]{1,5})\)|([ivx]{1,5}|[IVX]{1,5})[.)])\s+")


class TypedLabel(Value):
    """A label at a line's beginning, as typed and without its signs, and where the words begin."""

    shown: str
    form: Form
    start: int


def bare(label: str) -> str:
    """A label's number or letter, without brackets, stops and blanks."""
    return re.sub(r"[^\w.]", "", label).strip(".")


def find_label(text: str) -> TypedLabel | None:
    """The label that somebody typed at the beginning of a line, or None."""
    if _DATE.match(text):
        return None
    for pattern, form in _LABELS:
        found = pattern.match(text)
        if found is not None:
            return TypedLabel(found[0].strip(), form, found.end())
    return None


_LABELS: tuple[tuple[re.Pattern[str], Form], ...] = (
    (_BULLET, "bullet"),
    (_BULLET_TIGHT, "bullet"),
    (_TASK, "bullet"),
    (_NAMED, "named"),
    (_COUNTED, "named"),
    (_PATH, "decimal"),
    (_MIXED, "letter"),
    (_DECIMAL, "decimal"),
    (_DASHED, "decimal"),
    (_ROMAN, "roman"),
    (_LETTER, "letter"),
    (_PART, "letter"),
    (_BARE, "decimal"),
)


@lru_cache(maxsize=1024)  # a line's label is compared with many others
def steps(label: str, form: Form) -> int:
    """How many numbers a label has: 2 for ``1.1``; 0 where it has none."""
    if form not in ("decimal", "named"):
        return 0
    return len(re.findall(r"\d+", label))


_LONGEST_BULLET = 3  # signs


def with_label(block: Block) -> Block:
    """The block with what is typed before its words taken for its label; a bullet gives way to a number or box."""
    made = _labelled(block)
    return block if made is block else made.but(typed=block)


def _labelled(block: Block) -> Block:
    text = block.text
    found = find_label(text)
    if found is None:
        return block
    rest = from_offset(block.runs, found.start)
    if not rest or not any(map(str.isalnum, text[found.start :])):
        return block
    if found.form == "bullet" and len(found.shown) > _LONGEST_BULLET:
        return block.but(runs=rest, label=found.shown)  # a rule drawn over it
    if block.kind == "heading":
        # A heading keeps its kind; a bullet is no number of its.
        return block if found.form == "bullet" else block.but(runs=rest, label=found.shown, form=found.form)
    kept = block.but(runs=rest, label=found.shown, form=found.form, kind="item")
    if found.form == "bullet":
        again = find_label(kept.text)
        below = again is not None and (again.form != "bullet" or _TASK.match(kept.text))
        if again is not None and below and from_offset(kept.runs, again.start):
            return _labelled(kept)
        if block.form not in ("", "bullet"):
            return block.but(runs=rest)
    return kept


def in_sequence(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in which an ``i.`` after an ``h.`` is a letter, not a Roman number."""
    done: list[Block] = []
    last = ""
    for block in blocks:
        own = bare(block.label)
        follows = len(own) == 1 and last and ord(own.casefold()) == ord(last.casefold()) + 1
        kept = block.but(form="letter") if block.form == "roman" and follows else block
        if kept.form == "letter" and len(own) == 1:
            last = own
        done.append(kept)
    return tuple(done)
