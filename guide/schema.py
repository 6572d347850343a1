"""Schema of ``guide.yaml``: one row for each key.

A row says what the key is called, what kind of value it holds, which field of the model that is, where it may stand,
what people call it instead, and what it means. Reading, writing, JSON, differences, suggestions for a misspelt key and
the tables of the specification go by these rows. What a kind of value needs is said once each: ``READERS``
(``guide/builder.py``), ``SHAPES`` (``guide/write.py``), ``VALUES`` (``guide/serialize.py``). The fixed choices and
limits that a guide knows stand here too.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

# Fixed choices and limits.

LANGUAGES = {"nb": "nb", "nn": "nn", "no": "nb", "en": "en", "sv": "sv", "da": "da", "de": "de"}
"""What a guide may say of its language, and the catalogue that the interface then speaks; another code gets English.

One line here registers a language.
"""
IN_PART = ("sv", "da", "de")
"""Languages that are begun: they say the live screen, opening, closing and help, and the rest in English."""
GATES = ("start", "recording")
"""What a point of the opening may be wanted before: the first question, the recorder's mark."""
WITHDRAWALS = ("anonymise", "delete")
COLOURS = ("green", "yellow", "red", "black")
"""Classes of confidentiality, as the storage guides of institutions colour them."""
COLOUR_WORDS = {colour: colour for colour in COLOURS} | {
    "grønn": "green",
    "grøn": "green",
    "gul": "yellow",
    "rød": "red",
    "raud": "red",
    "svart": "black",
    "sort": "black",
}
"""The words that each class may be written in."""
RULES = (
    "double-barrelled",
    "stacked",
    "closed",
    "leading",
    "degree",
    "why",
    "jargon",
    "leans",
    "long",
    "two-sided",
    "no-example",
    "missing-role",
    "abstract-first",
)
"""The pieces of advice that ``accepted`` may overrule, by the names that ``check --json`` gives them."""

SHORT_LIMIT = 28
"""Characters in a label: as many as the guide's half of a screen has room for."""

MAX_QUESTIONS = 1_000

# Rows.

Kind = Literal[
    "text",
    "line",
    "wording",
    "label",
    "yes or no",
    "minutes",
    "count",
    "date",
    "language",
    "colour",
    "choice",
    "choices",
    "words",
    "sentences",
    "reasons",
    "anonymity",
    "id",
    "targets",
    "names",
    "points",
    "questions",
    "sections",
    "research questions",
    "parts",
    "concepts",
    "probes",
    "recorder",
    "data",
]
"""What a key holds.

Four hold a text whose ends are trimmed:

- ``text`` keeps its lines;
- ``line`` is folded to one;
- ``wording`` is asked aloud: the mapping says nothing without it, and ``guide/diff.py`` compares it for itself;
- ``label`` is a line of at most ``SHORT_LIMIT`` characters, made from the wording or text where it is left out.
"""


class Key:
    """One key of one mapping in a guide; no ``Value``, for every start makes all of them.

    ``field`` is its name in the model. ``called`` are words that people write instead of it. ``choices`` are the fixed
    words of a choice, ``example`` shows what a mapping under the key looks like. ``not_in`` is where it may not stand:
    in a question of the closing, or in a study that stays anonymous.
    """

    __slots__ = ("called", "choices", "example", "field", "kind", "name", "not_in", "says")

    def __init__(
        self,
        name: str,
        kind: Kind,
        says: str,
        *,
        field: str = "",
        called: str = "",
        choices: tuple[str, ...] = (),
        example: str = "A: …",
        not_in: Literal["closing", "anonymous", ""] = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.says = says
        self.field = field or name
        self.called = called
        self.choices = choices
        self.example = example
        self.not_in = not_in


class KeyTable(dict[str, Key]):
    """The keys of one mapping by their names, in the order in which they are written.

    The mapping says nothing without the one that is ``required``.
    """

    def __init__(self, *keys: Key, required: str = "") -> None:
        super().__init__([(key.name, key) for key in keys])
        self.required = required


def join_choices(words: Iterable[str]) -> str:
    """Fixed words as documentation shows them."""
    return " · ".join(f"`{word}`" for word in words)


_LENGTH = "minutter tid varighet duration time"
_HEADING = "tittel tema overskrift navn name heading topic theme"
_SERVES = "dekker tjener gjelder rq forskningsspørsmål covers"
_ASK = "spørsmål spør ordlyd question wording text tekst q"
_TEXT = "tekst spørsmål question ordlyd"
_CONCEPTS = "begrep begreper konsept konsepter"
_LABEL = f"its label, at most {SHORT_LIMIT} characters; made from `{{}}` where left out"
_SHORT = Key("short", "label", _LABEL.format("text"), called="kort etikett label")
_ACCEPTED = Key(
    "accepted",
    "reasons",
    f"advice that the author overrules, each with the reason. Rules: {join_choices(RULES)}",
    called="godtatt",
    example="long: …",
)

GUIDE_KEYS = KeyTable(
    Key("title", "line", "what the study is called; missing: a warning", called=_HEADING),
    Key(
        "language",
        "language",
        "of the interface, advice and exports; `nb` where left out;"
        f" {join_choices(IN_PART)} say a part, the rest is English",
        called="språk lang",
        choices=tuple(LANGUAGES),
    ),
    Key("minutes", "minutes", "planned length of the interview, with a point or a comma", called=_LENGTH),
    Key("problem", "text", "the problem statement", called="problemstilling"),
    Key(
        "research_questions",
        "research questions",
        "what the researcher wants to know, in the terms of the field",
        called="forskningsspørsmål fs rq rqs",
    ),
    Key(
        "concepts",
        "concepts",
        "key concepts with their agreed explanations; a text is the `short`",
        called=_CONCEPTS,
        example="mentor: …",
    ),
    Key(
        "opening",
        "points",
        "what is to be said before the first question; ticked, not read aloud",
        called="åpning innledning intro introduction",
    ),
    Key(
        "sections",
        "sections",
        "the questions, as the author laid them out and means to ask them",
        called="seksjoner bolk bolker deler temaer themes topics parts",
        example="title: …",
    ),
    Key(
        "closing",
        "questions",
        "asked last; required, and serving no research question",
        called="avslutning slutt ending",
    ),
    Key(
        "after",
        "points",
        "the debriefing, ticked once the closing questions are done",
        called="etter etterpå etterarbeid",
    ),
    Key(
        "bridges",
        "sentences",
        "sentences that lead back to the guide when the talk drifts",
        called="broer bruer overganger bro bru bridge bridging",
    ),
    Key(
        "on_withdrawal",
        "choice",
        "what was promised to somebody who withdraws",
        called="ved_trekk withdrawal",
        choices=WITHDRAWALS,
    ),
    Key(
        "anonymous",
        "anonymity",
        "whether nothing written may tell when, on which machine and of whom; not together with a recording or a key",
        called="anonym anonymt anonymisert anonymised anonymized",
    ),
    Key(
        "recorder",
        "recorder",
        "the recorder on the table; a text is its name",
        called="opptaker lydopptaker diktafon dictaphone voice_recorder",
        example="name: …",
        not_in="anonymous",
    ),
    Key(
        "data",
        "data",
        "how confidential the material is, and until when what was promised holds",
        called="datahåndtering materiale frister storage",
        example="end: 2027-06-15",
    ),
    _ACCEPTED,
)

RESEARCH_QUESTION_KEYS = KeyTable(
    Key("text", "text", "the research question", called=_TEXT),
    _SHORT,
    Key("parts", "parts", "parts that coverage is told for separately", called="deler", example="Aa: …"),
    required="text",
)

PART_KEYS = KeyTable(Key("text", "text", "the part", called=_TEXT), _SHORT, required="text")

CONCEPT_KEYS = KeyTable(
    Key("short", "text", "a reminder in a few words, for the interviewer", called="kort etikett label"),
    Key("say", "text", "a sentence to say aloud", called="si"),
    Key("full", "text", "the whole definition", called="definisjon definition"),
)

POINT_KEYS = KeyTable(
    Key("id", "id", "how the log names the point; its place from 1 where left out"),
    Key("point", "text", "what is to be said or done; required", field="text", called="punkt text tekst"),
    Key(
        "gate",
        "choices",
        "wanted before the first question, before the recorder, or before both",
        called="port",
        choices=GATES,
    ),
    required="point",
)

SECTION_KEYS = KeyTable(
    Key("title", "line", "its heading", called=_HEADING),
    Key("serves", "targets", "research questions or parts; a question may say otherwise", called=_SERVES),
    Key("minutes", "minutes", "planned for the section", called=_LENGTH),
    Key("questions", "questions", "a text is the `ask`", called="spørsmål intervjuspørsmål"),
    required="questions",
)

QUESTION_KEYS = KeyTable(
    Key("id", "id", "how logs refer to it; given from what it serves where left out, and then it moves with its place"),
    Key("ask", "wording", "the question in the informant's own kind of words; required", called=_ASK),
    Key("short", "label", _LABEL.format("ask"), field="label", called="kort etikett label"),
    Key(
        "serves",
        "targets",
        "what it is asked for; the first decides where it stands in tables",
        called=_SERVES,
        not_in="closing",
    ),
    Key(
        "probes",
        "probes",
        "prepared follow-up questions",
        called="oppfølging oppfølgingsspørsmål oppfølgere follow_up follow_ups followup followups prompts",
    ),
    Key(
        "optional",
        "yes or no",
        "whether a research question can be covered without it",
        called="valgfri valgfritt frivillig",
        not_in="closing",
    ),
    Key("minutes", "minutes", "planned for it", called=_LENGTH),
    Key("concepts", "names", "concepts that it speaks of", called=_CONCEPTS),
    Key(
        "listen_for", "words", "words in a note that point to this question", called="lytt_etter stikkord cues keywords"
    ),
    Key(
        "priority",
        "count",
        "told first when time runs out; 1 before 2, none last",
        called="prioritet prioritering viktig viktighet importance",
    ),
    Key("examples", "count", "how many concrete examples are wanted", called="eksempel eksempler example"),
    Key(
        "leans_on",
        "targets",
        "what must have been talked about for `ask` to make sense",
        called="bygger_på depends_on builds_on",
    ),
    Key("alone", "text", "how it is asked where that has not been talked about", called="alene frittstående"),
    Key("two_sided", "yes or no", "whether it asks for positive and negative experiences alike", called="tosidig"),
    Key("sensitive", "yes or no", "whether it asks for care", called="følsom følsomt sensitiv sensitivt"),
    Key("aim", "text", "what it is after, for the interviewer's eyes", called="mål hensikt formål purpose goal"),
    _ACCEPTED,
    required="ask",
)

PROBE_KEYS = KeyTable(
    Key("ask", "wording", "the probe; required", called=_ASK),
    Key("if", "text", "the condition on which it is asked", field="condition", called="hvis dersom when"),
    required="ask",
)

RECORDER_KEYS = KeyTable(
    Key("name", "line", "what it is called"),
    Key("limit", "minutes", "how long one recording may last", called="grense maks max"),
)

DATA_KEYS = KeyTable(
    Key(
        "class",
        "colour",
        "class of the material in the institution's storage guide; `grønn`, `gul`, `rød`, `svart` are read too",
        field="colour",
        called="klasse klassifisering farge colour color",
        choices=COLOURS,
    ),
    Key(
        "recording",
        "date",
        "when the recordings are to be deleted, as `2027-01-31` or `31.1.2027`",
        called="opptak lydopptak recordings",
        not_in="anonymous",
    ),
    Key(
        "transcripts",
        "date",
        "when the transcripts are to be deleted or made anonymous",
        called="transkripsjon transkripsjoner transcript",
        not_in="anonymous",
    ),
    Key(
        "key",
        "date",
        "when the linking key is to be destroyed",
        called="nøkkel koblingsnøkkel",
        not_in="anonymous",
    ),
    Key(
        "end",
        "date",
        "when the project ends: what the program keeps is made coarser then (`finish`)",
        called="slutt prosjektslutt project_end",
    ),
)

MAPPINGS: Mapping[str, KeyTable] = {
    "the guide": GUIDE_KEYS,
    "a research question": RESEARCH_QUESTION_KEYS,
    "a part": PART_KEYS,
    "a concept": CONCEPT_KEYS,
    "a point of `opening` or `after`": POINT_KEYS,
    "a section": SECTION_KEYS,
    "a question": QUESTION_KEYS,
    "a probe": PROBE_KEYS,
    "`recorder`": RECORDER_KEYS,
    "`data`": DATA_KEYS,
}
"""The keys of each mapping in a guide, by what the mapping is."""

ALL_KEYS = frozenset(key for keys in MAPPINGS.values() for key in keys)

DATA_LIMITS = tuple(key.name for key in DATA_KEYS.values() if key.kind == "date")
"""What a date is set for: until then it is deleted, made anonymous, or ended."""
