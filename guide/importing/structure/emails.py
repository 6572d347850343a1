"""E-mails around a guide: greeting, signature, replies.

Who wrote to whom is no part of the guide.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from guide.importing.document_blocks import Block, from_offset
from guide.importing.structure.headings import zone_of
from guide.importing.words.line_kinds import asks
from guide.importing.words.sentences import ends_sentence

HEADER = re.compile(
    r"\W{0,3}(?:from|to|cc|bcc|sent|date|subject|reply-to|attachments?|fra|frå|til|kopi|sendt|dato|emne|svar til"
    r"|vedlegg)\s?:(?:\s|$)",
    re.IGNORECASE,
)
"""A field of an e-mail's head, where a line begins with one."""

_SENT = re.compile(r"\W*(?:from|fra|frå)\s?:|.*@", re.IGNORECASE)
_ADDRESSED = re.compile(r"\W*(?:to|til)\s?:", re.IGNORECASE)
_ABOUT = re.compile(r"\W*(?:subject|emne)\s?:", re.IGNORECASE)

QUOTES = re.compile(
    r"(?:on|den|le|am|op)\b.{4,90}\b(?:wrote|skrev|skreiv|schrieb|schreef)\b.{0,40}:$"
    r"|(?:-{2,}\s?)?(?:original message|opprinnelig melding|opphavleg melding|forwarded message|videresendt melding)"
    r"\b.*",
    re.IGNORECASE,
)
"""The line above an e-mail that is answered."""

_GREETING = re.compile(
    r"(?:hi|hello|hallo|hei|hey|dear|kjære|god (?:dag|morgen|kveld)|good (?:morning|afternoon|evening))"
    r"(?:\s+[^\s,!.:?]+){0,4}\s*[,!.]?",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:all |my )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)"
    r"|(?:regards|best|cheers)(?=\s*,)|yours(?: sincerely| faithfully| truly)|sincerely(?: yours)?"
    r"|(?:med )?(?:vennlig|venleg|beste|mange)? ?"
    r"(?:hilsen|hilsing|helsing|hilsener)|mvh|m\.v\.h\.?|vh"
    r"|sent from my .{2,30}|sendt fra min .{2,30}|--+)\s*[,!.]?(?:\s.{0,60})?",
    re.IGNORECASE,
)
_TOLD = (
    r"(?:(?:my|our|the)(?: main| overall)? research question (?:is|was)"
    r"|(?:forskn?ingsspørsmålet|problemstillingen|problemstillinga)(?: mitt| vårt| min| vår| mi)? er)\s*:?"
)
TOLD_LEAD = re.compile(_TOLD, re.IGNORECASE)
_ASKED_IN_PROSE = re.compile(rf"\b{_TOLD}\s+(?P<asked>[^.?!]{{12,400}}\?)", re.IGNORECASE)
"""A research question that is told in a sentence: "My research question is: how do …?"."""

_THANKS = re.compile(r"(?:tusen )?(?:takk|thank)", re.IGNORECASE)
_NEAR_TOP, _SHORT, _TAIL = 8, 7, 14  # lines, words, lines


def without_letter(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those of an e-mail marked as such; a research question told in a sentence stands by itself."""
    kept = list(_prose_asked(blocks))
    if any(block.cell is not None for block in kept[:_NEAR_TOP]):
        return tuple(kept)
    head = _header(kept)
    body = _greeting_end(kept, head)
    begun = body > 0
    end = _signature_start(kept, told=begun)
    quoted = _reply(kept[:end], told=begun or end < len(kept))
    if begun and end < len(kept):
        end = _last_words(kept, body, end)
    for place, block in enumerate(kept):
        research = TOLD_LEAD.fullmatch(block.text) or (place and TOLD_LEAD.fullmatch(kept[place - 1].text))
        if not block.aside and not research and (place < body or place >= end or place in quoted):
            kept[place] = block.but(aside="letter")
    return tuple(kept)


def _header(blocks: Sequence[Block]) -> int:
    """How many blocks at the top are an e-mail's head: its fields, at least two one below the other."""
    found = [at for at, block in enumerate(blocks[:_NEAR_TOP]) if HEADER.match(block.labelled)]
    fields = [blocks[at].labelled for at in found]
    sent = any(map(_SENT.match, fields)) or (any(map(_ADDRESSED.match, fields)) and any(map(_ABOUT.match, fields)))
    return found[-1] + 1 if len(found) > 1 and found[0] <= 1 and sent else 0


def _greeting_end(blocks: Sequence[Block], head: int) -> int:
    """Where the words end that accompany the guide: a greeting and sentences, up to the first heading or number."""
    at = head
    while at < len(blocks) and blocks[at].kind != "heading" and not head and at < 2 and not _greets(blocks[at]):
        at += 1
    if at >= len(blocks) or not _greets(blocks[at]):
        return head
    at += 1
    start = at
    while at < len(blocks) and (_accompanies(blocks[at]) or _breaks_off(blocks[at : at + 2])):
        at += 1
    if not head and (at == start or not any(_signs(block) for block in blocks[at:])):
        return 0
    return at


def _greets(block: Block) -> bool:
    text = block.labelled
    return len(text.split()) <= 5 and _GREETING.fullmatch(text) is not None


def _accompanies(block: Block) -> bool:
    text = block.text
    heads = bool(zone_of(text)) or (text.endswith(":") and len(text.split()) < 4)
    if block.label or block.kind != "paragraph" or block.bold or heads:
        return False
    return ends_sentence(text) or text.endswith(",") or len(text.split()) > 12


def _breaks_off(blocks: Sequence[Block]) -> bool:
    """Whether a sentence is told in two blocks, because a line or a research question in it was taken by itself."""
    first, *others = blocks
    if first.label or first.kind != "paragraph" or first.bold:
        return False
    return TOLD_LEAD.fullmatch(first.text) is not None or (bool(others) and others[0].text[:1].islower())


def _signature_start(blocks: Sequence[Block], *, told: bool) -> int:
    """Where the signature begins; without a greeting or a head, only one below which nothing is asked."""
    for at, block in enumerate(blocks):
        if not _signs(block) or at == 0:
            continue
        below = [later for later in blocks[at:] if not _is_quoted(later) and not later.aside]
        if any(asks(later.text) for later in below) or len(below) > _TAIL:
            continue
        if told or (at >= 0.5 * len(blocks) and len(below) <= _SHORT and not block.labelled.startswith("-")):
            return at
    return len(blocks)


def _signs(block: Block) -> bool:
    text = block.labelled
    return len(text.split()) <= _SHORT and block.kind != "heading" and _SIGN_OFF.fullmatch(text) is not None


def _reply(blocks: Sequence[Block], *, told: bool) -> frozenset[int]:
    """The places of an older e-mail quoted here, where the guide itself stands outside it."""
    quoted = [at for at, block in enumerate(blocks) if _is_quoted(block)]
    heads = [at for at, block in enumerate(blocks) if QUOTES.fullmatch(block.text)]
    if not heads and not told:
        return frozenset()
    outside = sum(asks(block.text) for at, block in enumerate(blocks) if at not in quoted)
    inside = sum(asks(blocks[at].text) for at in quoted)
    return frozenset({*quoted, *heads}) if outside > inside else frozenset()


def _is_quoted(block: Block) -> bool:
    return block.quoted or block.label.startswith(">")


def _last_words(blocks: Sequence[Block], body: int, end: int) -> int:
    """Where the words before a signature begin: whole sentences below the last of the numbered questions."""
    labelled = [at for at in range(body, end) if blocks[at].label]
    if len(labelled) < 3:
        return end
    at = end
    while at - 1 > labelled[-1] and _accompanies(blocks[at - 1]) and not _THANKS.match(blocks[at - 1].text):
        at -= 1
    return at


def _prose_asked(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs cut where a sentence tells the research question."""
    done: list[Block] = []
    for block in blocks:
        prose = block.kind == "paragraph" and not block.aside and block.cell is None and not block.label
        found = _ASKED_IN_PROSE.search(block.text) if prose else None
        if found is None:
            done.append(block)
            continue
        cuts = (0, found.start(), found.start("asked"), found.end(), len(block.text))
        for start, stop in pairwise(cuts):
            runs = from_offset(block.runs, start, stop)
            if runs and any(map(str.isalnum, "".join(run.text for run in runs))):
                done.append(block.but(runs=runs))
    return done
