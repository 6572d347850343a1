"""Reader of ``informant.yaml``: an informant, or all that is wrong.

The file is read as the guide is, by the same reader: comments, short forms, and each fault with its line and column.
"""

from collections.abc import Iterable, Sequence

from guide.mapping_reader import MappingReader, nonempty_text
from guide.model import Guide, Question
from guide.nodes import START, ListNode, MapEntry, MapNode, Node, TextNode
from guide.normalize import plain
from guide.problems import Fault, ProblemList, fold_case
from guide.schema import Key, KeyTable
from guide.yaml_tree import parse
from interviews.practice.informant import Cue, Informant, Listening, Opening, Words
from interviews.practice.informant_parser import InformantReading, sentences_of
from interviews.practice.utterances import FAULTS, content_words

_SAYS = Key("says", "text", "what is said", called="sier svar answer svarer")
_LISTEN = Key(
    "listen_for", "words", "beginnings of words by which it is known in what one says", called="lytt_etter stikkord"
)
_SAID = (
    _SAYS,
    Key("covers", "words", "ids of other questions that are answered here too", called="dekker"),
    Key("mixes", "words", "concepts that are confused here", called="blander"),
    Key(
        "third_person",
        "yes or no",
        "whether a third person is talked about who may be recognised",
        called="tredjeperson",
    ),
    Key("openings", "words", "what may be followed: words of the answer", called="åpninger", example="words: …"),
)
SAID_KEYS = KeyTable(*_SAID, required="says")
ANSWER_KEYS = KeyTable(
    *_SAID,
    Key("clarified", "text", "what is said instead, once a concept of the question was clarified", called="avklart"),
    Key("again", "sentences", "what is said where it is asked once more, in turn", called="igjen"),
    Key("more", "sentences", "what is said to open follow-ups, in turn", called="mer"),
    Key("silence", "sentences", "what is said where one keeps silent, in turn", called="stillhet taushet"),
    Key(
        "probes", "sentences", "what is said to the question's probes, by their number or in turn", called="oppfølging"
    ),
)
OPENING_KEYS = KeyTable(
    Key("words", "text", "the opening, word for word as in the answer", called="ord"), _LISTEN, _SAYS, required="words"
)
LISTENING_KEYS = KeyTable(
    _LISTEN, _SAYS, Key("care", "line", "what it is, where it should be said; told afterwards", called="omsorg"),
    required="listen_for",
)  # fmt: skip
INFORMANT_KEYS = KeyTable(
    Key("informant", "line", "who that is, for people", called="navn name tittel title"),
    Key("language", "line", "of what is said; the guide's where left out", called="språk"),
    Key("trains", "line", "what can be learnt", called="øver lærer"),
    Key("watch", "sentences", "what to look for afterwards", called="se_etter"),
    Key("names", "sentences", "third persons who belong in nobody's notes", called="navnene"),
    Key("greeting", "text", "what is said first", called="hilsen"),
    Key("answers", "questions", "what is said to each question, by its id", called="svar", example="A1: …"),
    Key("concepts", "concepts", "what is said where a concept is clarified, in turn", called="begreper",
        example="mentor: …"),
    Key("hears", "sections", "what is waited for, and said to it", called="hører", example="listen_for: [pause]"),
    Key("replies", "sentences", "what is said to what one says: to its fault, its type, or any", called="replikker",
        example="closed: …"),
    Key("follow_up", "sentences", "what is said where a follow-up is returned to, in turn", called="oppfølging"),
    Key("closing", "sentences", "what is said to the closing questions, in turn", called="avslutning"),
    Key("otherwise", "sentences", "what is said to whatever has no other words, in turn", called="ellers"),
)  # fmt: skip
REPLY_KEYS = (
    *FAULTS, "introducing", "follow_up", "probing", "specifying", "direct", "indirect", "structuring", "interpreting",
    "remark", "any",
)  # fmt: skip


def read_informant_yaml(text: str | bytes, guide: Guide, file: str) -> InformantReading:
    """The informant that a YAML text holds for a guide; ``file`` is how problems name it. Never raises."""
    tree = parse(text, file)
    faults = ProblemList(file, tree.problems)
    if isinstance(tree.root, MapNode):
        informant = _InformantTree(guide, faults).informant(tree.root)
    else:
        informant = None
        if not faults.count:
            faults.error(tree.root or TextNode(START, ""), Fault.NOT_AN_INFORMANT)
    problems = tuple(
        problem.but(code="informant_unknown_key") if problem.code == Fault.UNKNOWN_KEY else problem
        for problem in faults.problems
    )
    broken = any(problem.severity == "error" for problem in faults.problems)
    return InformantReading(None if broken else informant, problems)


class _InformantTree:
    """One file, read part by part; what was wrong is noted."""

    def __init__(self, guide: Guide, faults: ProblemList) -> None:
        self._guide, self._faults = guide, faults
        self._words: dict[Cue, tuple[Words, ...]] = {}
        self._language = guide.language

    def informant(self, root: MapNode) -> Informant:
        fields = MappingReader(root, INFORMANT_KEYS, self._faults)
        self._language = fields.line("language") or self._guide.language
        self._turns(Cue("opening"), fields, "greeting")
        for entry in fields.entries("answers"):
            question = self._question(entry.key)
            if question is not None:
                self._answer(question, entry)
        for entry in fields.entries("concepts"):
            name = self._concept(entry.key)
            if name is not None:
                self._add(Cue("concept", name), self._several(entry))
        hears = tuple(one for place, node in enumerate(fields.items("hears")) if (one := self._hears(node, place)))
        for entry in fields.entries("replies"):
            cue = self._known(entry.key, REPLY_KEYS)
            if cue:
                self._add(Cue("reply", cue), self._several(entry))
        self._turns(Cue("follow_up"), fields, "follow_up")
        self._turns(Cue("closing"), fields, "closing")
        self._turns(Cue("otherwise"), fields, "otherwise")
        if not self._faults.count:
            self._look_at_the_whole(root)
        return Informant(
            self._words,
            title=fields.line("informant") or "",
            language=self._language,
            trains=fields.line("trains") or "",
            watch=fields.sentences("watch"),
            hears=hears,
            names=fields.sentences("names"),
        )

    def _look_at_the_whole(self, root: MapNode) -> None:
        """Somebody must answer, and whoever asks should not be met with silence."""
        if not any(cue.kind in ("answer", "clarified", "otherwise") for cue in self._words):
            self._faults.error(root, Fault.NO_ANSWERS)
        elif Cue("otherwise") not in self._words:
            closed = self._guide.closing if Cue("closing") in self._words else ()
            silent = [
                one.id
                for one in self._guide.questions
                if Cue("answer", one.id) not in self._words and one not in closed
            ]
            if silent:
                self._faults.warning(root, Fault.NOTHING_TO_SAY, ids=", ".join(silent))

    def _answer(self, question: Question, entry: MapEntry) -> None:
        """What is said to one question: the words alone, or by their keys."""
        id, node = question.id, entry.value
        if not isinstance(node, MapNode):
            self._add(Cue("answer", id), self._several(entry)[:1])
            return
        fields = MappingReader(node, ANSWER_KEYS, self._faults)
        if "says" in fields:
            self._add(Cue("answer", id), self._said(fields))
        self._turns(Cue("clarified", id), fields, "clarified")
        self._turns(Cue("again", id), fields, "again")
        self._turns(Cue("more", id), fields, "more")
        self._turns(Cue("silence", id), fields, "silence")
        if "probes" in fields:
            self._probes(question, MapEntry(TextNode(fields.place_of("probes"), "probes"), _of(fields, "probes")))

    def _probes(self, question: Question, entry: MapEntry) -> None:
        """By the probe's place, ``1: …``, or in turn for whichever is ticked."""
        if not question.probes:
            self._faults.error(entry.key, Fault.NO_PROBES, id=question.id)
            return
        if not isinstance(entry.value, MapNode):
            self._add(Cue("probe", question.id), self._several(entry))
            return
        places = {str(place) for place, _ in enumerate(question.probes, 1)}
        for one in entry.value.entries:
            if one.key.text in places:
                self._add(Cue("probe", question.id, one.key.text), self._several(one))
            else:
                count = str(len(question.probes))
                self._faults.error(one.key, Fault.UNKNOWN_PROBE, id=question.id, probe=one.key.text, count=count)

    def _turns(self, cue: Cue, fields: MappingReader, key: str) -> None:
        if key in fields:
            self._add(cue, self._several(MapEntry(TextNode(fields.place_of(key), key), _of(fields, key))))

    def _add(self, cue: Cue, words: Sequence[Words]) -> None:
        if words:
            self._words[cue] = (*self._words.get(cue, ()), *words)

    def _several(self, entry: MapEntry) -> list[Words]:
        """What is said at one cue: a text, keys, or a list of those that are used in turn."""
        nodes = entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)
        found: list[Words] = []
        for node in nodes:
            if isinstance(node, MapNode):
                found += self._said(MappingReader(node, SAID_KEYS, self._faults))
            else:
                text = nonempty_text(MapEntry(entry.key, node), self._faults, item=isinstance(entry.value, ListNode))
                found += self._spoken(text)
        return found

    def _said(self, fields: MappingReader) -> list[Words]:
        """Words with what is known of them."""
        spoken = self._spoken(fields.text_node("says"))
        covers = tuple(one.id for node in fields.words("covers") or () if (one := self._question(node)))
        mixes = tuple(name for node in fields.words("mixes") or () if (name := self._concept(node)))
        third = fields.flag("third_person")
        openings = tuple(
            found
            for node in fields.items("openings")
            if spoken and (found := self._opening(node, spoken[0].sentences)) is not None
        )
        return [one.but(covers=covers, mixes=mixes, openings=openings, third=third) for one in spoken]

    def _spoken(self, node: TextNode | None) -> list[Words]:
        sentences = () if node is None else tuple(sentences_of(node.text))
        return [Words(sentences)] if sentences else []

    def _opening(self, node: Node, sentences: tuple[str, ...]) -> Opening | None:
        """Something that may be followed; it must stand in the answer, word for word."""
        if isinstance(node, MapNode):
            fields = MappingReader(node, OPENING_KEYS, self._faults)
            written = fields.text_node("words")
        else:
            fields = None
            written = nonempty_text(MapEntry(TextNode(node.place, "openings"), node), self._faults, item=True)
        if written is None:
            return None
        words = " ".join(written.text.split())
        place = next((at for at, one in enumerate(sentences) if plain(words) in plain(one)), None)
        if place is None:
            self._faults.error(written, Fault.OPENING_NOT_SAID, words=words)
            return None
        listen_for = () if fields is None else tuple(plain(one.text) for one in fields.words("listen_for") or ())
        if fields is not None:
            self._turns(Cue("thread", words), fields, "says")
        known = listen_for or tuple(content_words(words, self._language)) or (plain(words),)
        return Opening(words, place, known)

    def _hears(self, node: Node, place: int) -> Listening | None:
        if not isinstance(node, MapNode):
            self._faults.error(node, Fault.WANTED_KEYS, key="hears", example="listen_for: [pause]")
            return None
        fields = MappingReader(node, LISTENING_KEYS, self._faults)
        self._turns(Cue("hears", str(place)), fields, "says")
        listen_for = tuple(plain(one.text) for one in fields.words("listen_for") or ())
        return Listening(listen_for, fields.line("care") or "")

    def _question(self, node: TextNode) -> Question | None:
        found = self._guide.question(fold_case(node.text.strip()))
        if found is None:
            ids = [one.id for one in self._guide.questions]
            if near := self._faults.nearest(node.text, ids):
                self._faults.error(node, Fault.UNKNOWN_ANSWER_NEAR, id=node.text, nearest=near)
            else:
                self._faults.error(node, Fault.UNKNOWN_ANSWER, id=node.text, ids=", ".join(ids))
        return found

    def _concept(self, node: TextNode) -> str | None:
        wanted = fold_case(" ".join(node.text.split()))
        names = [concept.name for concept in self._guide.concepts]
        name = next((name for name in names if fold_case(" ".join(name.split())) == wanted), None)
        if name is None:
            if near := self._faults.nearest(node.text, names):
                self._faults.error(node, Fault.UNKNOWN_CONCEPT_NEAR, name=node.text, nearest=near)
            else:
                self._faults.error(node, Fault.UNKNOWN_CONCEPT, name=node.text)
        return name

    def _known(self, node: TextNode, known: Iterable[str]) -> str:
        word = node.text.strip().casefold()
        names = tuple(known)
        if word in names:
            return word
        if near := self._faults.nearest(node.text, names):
            self._faults.error(node, Fault.UNKNOWN_KEY_NEAR, key=node.text, nearest=near)
        else:
            self._faults.error(node, Fault.UNKNOWN_KEY, key=node.text, keys=", ".join(names))
        return ""


def _of(fields: MappingReader, key: str) -> Node:
    node = fields.node(key)
    assert node is not None  # noqa: S101  the key is there
    return node
