"""Mapping reader: one mapping, key by key.

Each value is read in the shape that its key wants, and every fault noted at its place; for a key that the guide does
not know, the reader suggests the one that was meant.
"""

import re
from collections.abc import Iterable

from guide.nodes import ListNode, MapEntry, MapNode, Node, Place, TextNode
from guide.problems import Fault, ProblemList, fold_case
from guide.schema import COLOUR_WORDS, RULES, SHORT_LIMIT, KeyTable

_MINUTES = r"[0-9]{1,4}(?:[.,][0-9]{1,20})?"
_ISO_DATE = "([0-9]{4})-([0-9]{2})-([0-9]{2})"
_NORWEGIAN_DATE = r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})"
_COUNT = r"[1-9][0-9]{0,2}"
_BETWEEN_IDS = " ?[,;&+/] ?| (?:og|and) "
_BETWEEN_TEXTS = " ?, ?"
_UNSPACED = r"(\w+):(?=\S)"
_YES = frozenset({"true", "yes", "ja"})
_NO = frozenset({"false", "no", "nei"})


class MappingReader:
    """The entries of one mapping; unknown keys are faults as soon as it is made.

    ``known`` are the rows of the mapping in the schema. ``wording`` says that a bare text could have stood here, so
    that an unknown key is likelier a sentence with a colon in it. A misspelt key is read as the one that it was meant
    to be, so that one slip is one fault. ``guessed`` holds these keys, "" for such a sentence.
    """

    def __init__(self, node: MapNode, known: KeyTable, faults: ProblemList, *, wording: bool = False) -> None:
        self.place = node.place
        self.known = known
        self.faults = faults
        self._entries = {entry.key.text: entry for entry in node.entries if entry.key.text in known}
        self.guessed: set[str] = set()
        for entry in node.entries:
            if entry.key.text not in known:
                self._unknown(entry, wording=wording and not self._entries)
        missing = known.required
        if missing and missing not in self._entries and not self.guessed & {missing, ""}:
            faults.error(node, Fault.MISSING_KEY, key=missing)

    def _unknown(self, entry: MapEntry, *, wording: bool) -> None:
        key = entry.key
        near = suggest_key(self.faults, key.text, self.known)
        if near:
            self.guessed.add(near)
            self._entries.setdefault(near, MapEntry(TextNode(key.place, near), entry.value))
            self.faults.error(key, Fault.UNKNOWN_KEY_NEAR, key=key.text, nearest=near)
        elif wording:
            self.guessed.add("")
            self.faults.error(key, Fault.COLON_IN_TEXT, key=key.text)
        else:
            self.faults.error(key, Fault.UNKNOWN_KEY, key=key.text, keys=", ".join(self.known))

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    @property
    def names(self) -> Iterable[str]:
        """The keys that it has, in the schema's order."""
        return filter(self._entries.__contains__, self.known)

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
        return None if entry is None else nonempty_text(entry, self.faults)

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
            self.faults.error(where, Fault.LONG_SHORT, length=str(len(label)), limit=str(SHORT_LIMIT))
        return label

    def flag(self, key: str) -> bool:
        """Yes or no in Norwegian or English; no when it is missing."""
        node = self.text_node(key)
        value = "no" if node is None else node.text.casefold()
        if node is not None and value not in _YES | _NO:
            self.faults.error(node, Fault.NOT_YES_OR_NO, key=key, value=node.text)
        return value in _YES

    def minutes(self, key: str) -> float | None:
        """A positive number of minutes, with a point or a comma."""
        node = self.text_node(key)
        if node is None:
            return None
        value = float(node.text.replace(",", ".")) if re.fullmatch(_MINUTES, node.text) else 0.0
        if value <= 0:
            self.faults.error(node, Fault.NOT_MINUTES, value=node.text)
            return None
        return value

    def count(self, key: str) -> int:
        """A whole number from 1; 0 when the key is missing or at fault."""
        node = self.text_node(key)
        if node is None:
            return 0
        if re.fullmatch(_COUNT, node.text) is None:
            self.faults.error(node, Fault.NOT_A_COUNT, key=key, value=node.text)
            return 0
        return int(node.text)

    def date(self, key: str) -> str | None:
        """A day of the calendar, as 2027-01-31 or 31.1.2027; always the former in what is returned."""
        node = self.text_node(key)
        if node is None:
            return None
        from datetime import date  # most guides name no day

        iso, norwegian = re.fullmatch(_ISO_DATE, node.text), re.fullmatch(_NORWEGIAN_DATE, node.text)
        parts = iso.groups() if iso else norwegian.groups()[::-1] if norwegian else ("0", "0", "0")
        try:
            return date(*map(int, parts)).isoformat()
        except ValueError:
            self.faults.error(node, Fault.NOT_A_DATE, key=key, value=node.text)
            return None

    def language(self, key: str) -> str:
        """A language by its code; another is taken as it is written."""
        node = self.text_node(key)
        if node is None:
            return "nb"
        language = node.text.casefold()
        if language not in self.known[key].choices:
            self.faults.warning(node, Fault.UNKNOWN_LANGUAGE, value=node.text)
            return node.text
        return language

    def colour(self, key: str) -> str | None:
        """A class of confidentiality, by its colour in Norwegian or English."""
        node = self.text_node(key)
        if node is None:
            return None
        colour = COLOUR_WORDS.get(fold_case(node.text))
        if colour is None:
            self.faults.error(
                node, Fault.UNKNOWN_CHOICE, key=key, value=node.text, choices=", ".join(self.known[key].choices)
            )
        return colour

    def choice(self, key: str) -> str | None:
        """One of a few fixed words, in any case."""
        node = self.text_node(key)
        if node is None:
            return None
        choices = self.known[key].choices
        value = node.text.casefold()
        if value in choices:
            return value
        self.faults.error(node, Fault.UNKNOWN_CHOICE, key=key, value=node.text, choices=", ".join(choices))
        return None

    def choices(self, key: str) -> tuple[str, ...]:
        """One or more of a few fixed words, in any case; as ordered in the schema."""
        choices = self.known[key].choices
        found = set()
        for node in self.words(key) or ():
            if node.text.casefold() in choices:
                found.add(node.text.casefold())
            else:
                self.faults.error(node, Fault.UNKNOWN_CHOICE, key=key, value=node.text, choices=", ".join(choices))
        return tuple(choice for choice in choices if choice in found)

    def words(self, key: str) -> tuple[TextNode, ...] | None:
        """A text or a list of texts; None when the key is missing."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if isinstance(entry.value, MapNode):
            self.faults.error(entry.value, Fault.WANTED_TEXT_OR_LIST, key=key)
            return ()
        if isinstance(entry.value, TextNode):
            return self._one_or_commas(entry)
        texts = (nonempty_text(MapEntry(entry.key, item), self.faults, item=True) for item in entry.value.items)
        return tuple(text for text in texts if text is not None)

    def _one_or_commas(self, entry: MapEntry) -> tuple[TextNode, ...]:
        text = nonempty_text(entry, self.faults)
        if text is None:
            return ()
        separators = _BETWEEN_IDS if self.known[entry.key.text].kind == "targets" else _BETWEEN_TEXTS
        parts = [part for part in re.split(separators, " ".join(text.text.split())) if part]
        if len(parts) < 2 and "," not in text.text:
            return (text,)
        right = f"[{', '.join(parts)}]"
        self.faults.error(text, Fault.COMMA_LIST, key=entry.key.text, value=text.text, right=right)
        return tuple(TextNode(text.place, part) for part in parts)

    def sentences(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts, in which a comma is a comma; none when the key is missing."""
        entry = self._entries.get(key)
        if entry is None:
            return ()
        if isinstance(entry.value, MapNode):
            self.faults.error(entry.value, Fault.WANTED_TEXT_OR_LIST, key=key)
            return ()
        nodes = entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)
        read = (nonempty_text(MapEntry(entry.key, node), self.faults, item=True) for node in nodes)
        return tuple(text.text for text in read if text is not None)

    def items(self, key: str) -> tuple[Node, ...]:
        """The items of a list; none when the key is missing."""
        entry = self._entries.get(key)
        if entry is None:
            return ()
        if isinstance(entry.value, ListNode):
            return entry.value.items
        if isinstance(entry.value, MapNode) or nonempty_text(entry, self.faults) is not None:
            self.faults.error(entry.value, Fault.WANTED_LIST, key=key)
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
                self.faults.error(entry.value, Fault.WANTED_KEYS, key=key, example=self.known[key].example)
        elif nonempty_text(entry, self.faults) is not None:
            self.faults.error(entry.value, Fault.WANTED_KEYS, key=key, example=self.known[key].example)
        return ()

    def reasons(self, key: str) -> dict[str, str]:
        """The advice that the author overrules, each with the reason."""
        reasons = {}
        for entry in self.entries(key):
            rule = entry.key.text.strip().casefold()
            if rule not in RULES:
                near = self.faults.nearest(entry.key.text, RULES)
                if near:
                    self.faults.error(entry.key, Fault.UNKNOWN_RULE_NEAR, rule=entry.key.text, nearest=near)
                else:
                    self.faults.error(entry.key, Fault.UNKNOWN_RULE, rule=entry.key.text, rules=", ".join(RULES))
            reason = nonempty_text(entry, self.faults)
            if reason is not None:
                reasons[rule] = reason.text
        return reasons


def lacks_space(node: TextNode, known: KeyTable, faults: ProblemList) -> bool:
    """Whether a text is a key whose colon touches what follows; that is a fault, for YAML takes it for one text."""
    found = re.match(_UNSPACED, node.text) if ":" in node.text else None
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


def suggest_key(faults: ProblemList, key: str, known: KeyTable) -> str:
    """The one of the known keys that this was most likely meant to be, or "" where none is near."""
    word = re.sub(r"[\s-]+", "_", key.strip().casefold())
    called = next((row.name for row in known.values() if word in row.called.split()), "")
    return called or faults.nearest(key, known)
