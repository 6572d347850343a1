"""Keys, fixed choices and rules of ``guide.yaml``.

The rules are the advice that an author may overrule.
"""

GUIDE_KEYS = (
    "title",
    "language",
    "minutes",
    "problem",
    "research_questions",
    "concepts",
    "opening",
    "sections",
    "closing",
    "after",
    "bridges",
    "on_withdrawal",
    "anonymous",
    "recorder",
    "data",
    "accepted",
)
RESEARCH_QUESTION_KEYS = ("text", "short", "parts")
PART_KEYS = ("text", "short")
CONCEPT_KEYS = ("short", "say", "full")
POINT_KEYS = ("id", "point", "gate")
SECTION_KEYS = ("title", "serves", "minutes", "questions")
QUESTION_KEYS = (
    "id",
    "ask",
    "short",
    "serves",
    "probes",
    "optional",
    "minutes",
    "concepts",
    "listen_for",
    "priority",
    "examples",
    "leans_on",
    "alone",
    "two_sided",
    "sensitive",
    "aim",
    "accepted",
)
PROBE_KEYS = ("ask", "if")
RECORDER_KEYS = ("name", "limit")
DATA_LIMITS = ("recording", "transcripts", "key", "end")
"""What a date is set for: until then it is deleted, made anonymous, or ended."""
DATA_KEYS = ("class", *DATA_LIMITS)
NOT_ANONYMOUS = ("recording", "transcripts", "key")
"""Dates that promise what an anonymous study has not: a voice, what was written down of one, a key to names."""
ALL_KEYS = frozenset(
    (
        *GUIDE_KEYS,
        *RESEARCH_QUESTION_KEYS,
        *CONCEPT_KEYS,
        *POINT_KEYS,
        *SECTION_KEYS,
        *QUESTION_KEYS,
        *PROBE_KEYS,
        *RECORDER_KEYS,
        *DATA_KEYS,
    )
)

KEY_EXAMPLES = {
    "research_questions": "A: …",
    "parts": "Aa: …",
    "concepts": "mentor: …",
    "sections": "title: …",
    "accepted": "long: …",
    "recorder": "name: …",
    "data": "end: 2027-06-15",
}

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
