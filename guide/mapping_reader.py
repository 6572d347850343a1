"""Mapping reader: one mapping, key by key.

Each value is read in the shape that its key wants, and every fault noted at its place; for a key that the guide does
not know, the reader suggests the one that was meant.
"""

import re
from collections.abc import Sequence
from datetime import date

from guide.keys import COLOUR_WORDS, COLOURS, KEY_EXAMPLES, RULES, SHORT_LIMIT
from guide.nodes import ListNode, MapEntry, MapNode, Node, Place, TextNode
from guide.problems import Fault, ProblemList, fold_case

_MINUTES = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,20})?")
_ISO_DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NORWEGIAN_DATE = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_COUNT = re.compile(r"[1-9][0-9]{0,2}")
_OF_IDS = frozenset({"serves", "leans_on"})
_BETWEEN_IDS = re.compile(" ?[,;&+/] ?| (?:og|and) ")
_BETWEEN_TEXTS = re.compile(" ?, ?")
_UNSPACED = re.compile(r"(\w+):(?=\S)")
_YES = frozenset({"true", "yes", "ja"})
_NO = frozenset({"false", "no", "nei"})


class MappingReader:
    """The entries of one mapping; unknown keys are faults as soon as it is made.

    ``name`` is the key under which the mapping stands. ``wording`` says that a bare text could have stood here, so that
    an unknown key is likelier a sentence with a colon in it. A misspelt key is read as the one that it was meant to be,
    so that one slip is one fault. ``guessed`` holds these keys, "" for such a sentence.
    """

    def __init__(
        self, node: MapNode, known: Sequence[str], faults: ProblemList, *, wording: bool = False, missing: str = ""
    ) -> None:
        self.place = node.place
        self._faults = faults
        self._entries = {entry.key.text: entry for entry in node.entries if entry.key.text in known}
        self.guessed: set[str] = set()
        for entry in node.entries:
            if entry.key.text not in known:
                self._unknown(entry, known, wording=wording and not self._entries)
        if missing and missing not in self._entries and not self.guessed & {missing, ""}:
            faults.error(node, Fault.MISSING_KEY, key=missing)

    def _unknown(self, entry: MapEntry, known: Sequence[str], *, wording: bool) -> None:
        key = entry.key
        near = suggest_key(self._faults, key.text, known)
        if near:
            self.guessed.add(near)
            self._entries.setdefault(near, MapEntry(TextNode(key.place, near), entry.value))
            self._faults.error(key, Fault.UNKNOWN_KEY_NEAR, key=key.text, nearest=near)
        elif wording:
            self.guessed.add("")
            self._faults.error(key, Fault.COLON_IN_TEXT, key=key.text)
        else:
            self._faults.error(key, Fault.UNKNOWN_KEY, key=key.text, keys=", ".join(known))

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def place_of(self, key: str) -> Place:
        """Where the key stands, or the mapping itself when it lacks the key."""
        entry = self._entries.get(key)
        return self.place if entry is None else entry.key.place

    def node(self, key: str) -> Node | None:
        """The value as it is, for a caller that knows its shapes."""
        entry = self._entries.get(key)
        return None if entry is None else entry.value

    def text_node(self, key: str) -> TextNode | None:
        """A text with its place, its ends trimmed; None when it is missing or at fault."""
        entry = self._entries.get(key)
        return None if entry is None else nonempty_text(entry, self._faults)

    def text(self, key: str) -> str | None:
        """A text, its ends trimmed; None when it is missing or at fault."""
        node = self.text_node(key)
        return None if node is None else node.text

    def line(self, key: str) -> str | None:
        """A text on one line."""
        text = self.text(key)
        return None if text is None else " ".join(text.split())

    def short(self) -> str | None:
        """The label under ``short``, a fault when it is too long for the screen."""
        label = self.line("short")
        if label is not None and len(label) > SHORT_LIMIT:
            where = self._entries["short"].value
            self._faults.error(where, Fault.LONG_SHORT, length=str(len(label)), limit=str(SHORT_LIMIT))
        return label

    def flag(self, key: str) -> bool:
        """Yes or no in Norwegian or English; no when it is missing."""
        node = self.text_node(key)
        value = "no" if node is None else node.text.casefold()
        if node is not None and value not in _YES | _NO:
            self._faults.error(node, Fault.NOT_YES_OR_NO, key=key, value=node.text)
        return value in _YES

    def minutes(self, key: str = "minutes") -> float | None:
        """A positive number of minutes, with a point or a comma."""
        node = self.text_node(key)
        if node is None:
            return None
        value = float(node.text.replace(",", ".")) if _MINUTES.fullmatch(node.text) else 0.0
        if value <= 0:
            self._faults.error(node, Fault.NOT_MINUTES, value=node.text)
            return None
        return value

    def count(self, key: str) -> int:
        """A whole number from 1; 0 when the key is missing or at fault."""
        node = self.text_node(key)
        if node is None:
            return 0
        if _COUNT.fullmatch(node.text) is None:
            self._faults.error(node, Fault.NOT_A_COUNT, key=key, value=node.text)
            return 0
        return int(node.text)

    def date(self, key: str) -> str | None:
        """A day of the calendar, as 2027-01-31 or 31.1.2027; always the former in what is returned."""
        node = self.text_node(key)
        if node is None:
            return None
        iso, norwegian = _ISO_DATE.fullmatch(node.text), _NORWEGIAN_DATE.fullmatch(node.text)
        parts = iso.groups() if iso else norwegian.groups()[::-1] if norwegian else ("0", "0", "0")
        try:
            return date(*map(int, parts)).isoformat()
        except ValueError:
            self._faults.error(node, Fault.NOT_A_DATE, key=key, value=node.text)
            return None

    def colour(self, key: str) -> str | None:
        """A class of confidentiality, by its colour in Norwegian or English."""
        node = self.text_node(key)
        if node is None:
            return None
        colour = COLOUR_WORDS.get(fold_case(node.text))
        if colour is None:
            self._faults.error(node, Fault.UNKNOWN_CHOICE, key=key, value=node.text, choices=", ".join(COLOURS))
        return colour

    def choice(self, key: str, choices: Sequence[str]) -> str | None:
        """One of a few fixed words, in any case."""
        node = self.text_node(key)
        if node is None:
            return None
        value = node.text.casefold()
        if value in choices:
            return value
        self._faults.error(node, Fault.UNKNOWN_CHOICE, key=key, value=node.text, choices=", ".join(choices))
        return None

    def choices(self, key: str, choices: Sequence[str]) -> tuple[str, ...]:
        """One or more of a few fixed words, in any case; as ordered in ``choices``."""
        found = set()
        for node in self.words(key) or ():
            if node.text.casefold() in choices:
                found.add(node.text.casefold())
            else:
                self._faults.error(node, Fault.UNKNOWN_CHOICE, key=key, value=node.text, choices=", ".join(choices))
        return tuple(choice for choice in choices if choice in found)

    def words(self, key: str) -> tuple[TextNode, ...] | None:
        """A text or a list of texts; None when the key is missing."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if isinstance(entry.value, MapNode):
            self._faults.error(entry.value, Fault.WANTED_TEXT_OR_LIST, key=key)
            return ()
        if isinstance(entry.value, TextNode):
            return self._one_or_commas(entry)
        texts = (nonempty_text(MapEntry(entry.key, item), self._faults, item=True) for item in entry.value.items)
        return tuple(text for text in texts if text is not None)

    def _one_or_commas(self, entry: MapEntry) -> tuple[TextNode, ...]:
        text = nonempty_text(entry, self._faults)
        if text is None:
            return ()
        separators = _BETWEEN_IDS if entry.key.text in _OF_IDS else _BETWEEN_TEXTS
        parts = [part for part in separators.split(" ".join(text.text.split())) if part]
        if len(parts) < 2 and "," not in text.text:
            return (text,)
        right = f"[{', '.join(parts)}]"
        self._faults.error(text, Fault.COMMA_LIST, key=entry.key.text, value=text.text, right=right)
        return tuple(TextNode(text.place, part) for part in parts)

    def sentences(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts, in which a comma is a comma; none when the key is missing."""
        entry = self._entries.get(key)
        if entry is None:
            return ()
        if isinstance(entry.value, MapNode):
            self._faults.error(entry.value, Fault.WANTED_TEXT_OR_LIST, key=key)
            return ()
        nodes = entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)
        read = (nonempty_text(MapEntry(entry.key, node), self._faults, item=True) for node in nodes)
        return tuple(text.text for text in read if text is not None)

    def items(self, key: str) -> tuple[Node, ...]:
        """The items of a list; none when the key is missing."""
        entry = self._entries.get(key)
        if entry is None:
            return ()
        if isinstance(entry.value, ListNode):
            return entry.value.items
        if isinstance(entry.value, MapNode) or nonempty_text(entry, self._faults) is not None:
            self._faults.error(entry.value, Fault.WANTED_LIST, key=key)
        return ()

    def entries(self, key: str) -> tuple[MapEntry, ...]:
        """The entries of a mapping that the author names freely; none when the key is missing."""
        entry = self._entries.get(key)
        if entry is None:
            return ()
        if isinstance(entry.value, MapNode):
            return entry.value.entries
        if isinstance(entry.value, ListNode):
            if entry.value.items:
                self._faults.error(entry.value, Fault.WANTED_KEYS, key=key, example=KEY_EXAMPLES.get(key, "A: …"))
        elif nonempty_text(entry, self._faults) is not None:
            self._faults.error(entry.value, Fault.WANTED_KEYS, key=key, example=KEY_EXAMPLES.get(key, "A: …"))
        return ()

    def read_accepted(self) -> dict[str, str]:
        """The advice that the author overrules, each with the reason."""
        reasons = {}
        for entry in self.entries("accepted"):
            rule = entry.key.text.strip().casefold()
            if rule not in RULES:
                near = self._faults.nearest(entry.key.text, RULES)
                if near:
                    self._faults.error(entry.key, Fault.UNKNOWN_RULE_NEAR, rule=entry.key.text, nearest=near)
                else:
                    self._faults.error(entry.key, Fault.UNKNOWN_RULE, rule=entry.key.text, rules=", ".join(RULES))
            reason = nonempty_text(entry, self._faults)
            if reason is not None:
                reasons[rule] = reason.text
        return reasons


def lacks_space(node: TextNode, known: Sequence[str], faults: ProblemList) -> bool:
    """Whether a text is a key whose colon touches what follows; that is a fault, for YAML takes it for one text."""
    found = _UNSPACED.match(node.text)
    if found is None or found[1] not in known:
        return False
    faults.error(node, Fault.NO_SPACE, key=found[1])
    return True


def nonempty_text(entry: MapEntry, faults: ProblemList, *, item: bool = False) -> TextNode | None:
    """An entry's value as a text that says something, its ends trimmed; else a fault and None."""
    if not isinstance(entry.value, TextNode):
        faults.error(entry.value, Fault.WANTED_TEXT, key=entry.key.text)
        return None
    text = entry.value.text.strip()
    if text:
        return entry.value if text == entry.value.text else TextNode(entry.value.place, text)
    if item:
        faults.error(entry.value, Fault.EMPTY_ITEM, key=entry.key.text)
    elif entry.key.text == "ask":
        faults.error(entry.key, Fault.EMPTY_WORDING)
    else:
        faults.error(entry.key, Fault.EMPTY_TEXT, key=entry.key.text)
    return None


_ALSO_CALLED = {
    "title": "tittel tema overskrift navn name heading topic theme",
    "language": "språk lang",
    "minutes": "minutter tid varighet duration time",
    "problem": "problemstilling",
    "research_questions": "forskningsspørsmål fs rq rqs",
    "concepts": "begrep begreper konsept konsepter",
    "opening": "åpning innledning intro introduction",
    "sections": "seksjoner bolk bolker deler temaer themes topics parts",
    "closing": "avslutning slutt ending",
    "after": "etter etterpå etterarbeid",
    "bridges": "broer bruer overganger bro bru bridge bridging",
    "on_withdrawal": "ved_trekk withdrawal",
    "accepted": "godtatt",
    "questions": "spørsmål intervjuspørsmål",
    "serves": "dekker tjener gjelder rq forskningsspørsmål covers",
    "ask": "spørsmål spør ordlyd question wording text tekst q",
    "text": "tekst spørsmål question ordlyd",
    "point": "punkt text tekst",
    "parts": "deler",
    "short": "kort etikett label",
    "probes": "oppfølging oppfølgingsspørsmål oppfølgere follow_up follow_ups followup followups prompts",
    "if": "hvis dersom when",
    "optional": "valgfri valgfritt frivillig",
    "listen_for": "lytt_etter stikkord cues keywords",
    "priority": "prioritet prioritering viktig viktighet importance",
    "examples": "eksempel eksempler example",
    "leans_on": "bygger_på depends_on builds_on",
    "alone": "alene frittstående",
    "two_sided": "tosidig",
    "sensitive": "følsom følsomt sensitiv sensitivt",
    "aim": "mål hensikt formål purpose goal",
    "gate": "port",
    "anonymous": "anonym anonymt anonymisert anonymised anonymized",
    "recorder": "opptaker lydopptaker diktafon dictaphone voice_recorder",
    "limit": "grense maks max",
    "data": "datahåndtering materiale frister storage",
    "class": "klasse klassifisering farge colour color",
    "recording": "opptak lydopptak recordings",
    "transcripts": "transkripsjon transkripsjoner transcript",
    "key": "nøkkel koblingsnøkkel",
    "end": "slutt prosjektslutt project_end",
    "say": "si",
    "full": "definisjon definition",
}
_SEPARATORS = re.compile(r"[\s-]+")


def suggest_key(faults: ProblemList, key: str, known: Sequence[str]) -> str:
    """The one of the known keys that this was most likely meant to be, or "" where none is near."""
    word = _SEPARATORS.sub("_", key.strip().casefold())
    called = [name for name in known if word in _ALSO_CALLED.get(name, "").split()]
    return called[0] if called else faults.nearest(key, known)
