"""What each key of ``guide.yaml`` means.

Whoever adds a key in ``guide.keys`` says here what it means; a test asks for it.
"""

from collections.abc import Iterable, Mapping

from guide.keys import COLOURS, GATES, IN_PART, LANGUAGES, RULES, SHORT_LIMIT, WITHDRAWALS

Meaning = tuple[str, str]
"""What a key holds, and what it says."""


def _or(words: Iterable[str]) -> str:
    return " · ".join(f"`{word}`" for word in words)


_ACCEPTED = (
    "mapping of rule to reason",
    f"advice that the author overrules, each with the reason. Rules: {_or(RULES)}",
)

OF_THE_GUIDE: Mapping[str, Meaning] = {
    "title": ("text", "what the study is called; missing: a warning"),
    "language": (
        _or(LANGUAGES),
        f"of the interface, advice and exports; `nb` where left out; {_or(IN_PART)} say a part, the rest is English",
    ),
    "minutes": ("minutes", "planned length of the interview, with a point or a comma"),
    "problem": ("text", "the problem statement"),
    "research_questions": (
        "mapping of id to text or keys",
        "what the researcher wants to know, in the terms of the field",
    ),
    "concepts": (
        "mapping of name to text or keys",
        "key concepts with their agreed explanations; a text is the `short`",
    ),
    "opening": ("list of texts or points", "what is to be said before the first question; ticked, not read aloud"),
    "sections": ("list of sections", "the questions, as the author laid them out and means to ask them"),
    "closing": ("list of texts or questions", "asked last; required, and serving no research question"),
    "after": ("list of texts or points", "the debriefing, ticked once the closing questions are done"),
    "bridges": ("text or list of texts", "sentences that lead back to the guide when the talk drifts"),
    "on_withdrawal": (_or(WITHDRAWALS), "what was promised to somebody who withdraws"),
    "anonymous": (
        "yes or no",
        "whether nothing written may tell when, on which machine and of whom; not together with a recording or a key",
    ),
    "recorder": ("text or keys", "the recorder on the table; a text is its name"),
    "data": ("keys", "how confidential the material is, and until when what was promised holds"),
    "accepted": _ACCEPTED,
}

OF_A_RESEARCH_QUESTION: Mapping[str, Meaning] = {
    "text": ("text", "the research question"),
    "short": ("text", f"its label, at most {SHORT_LIMIT} characters; made from `text` where left out"),
    "parts": ("mapping of id to text or keys", "parts that coverage is told for separately"),
}

OF_A_PART: Mapping[str, Meaning] = {
    "text": ("text", "the part"),
    "short": ("text", f"its label, at most {SHORT_LIMIT} characters; made from `text` where left out"),
}

OF_A_CONCEPT: Mapping[str, Meaning] = {
    "short": ("text", "a reminder in a few words, for the interviewer"),
    "say": ("text", "a sentence to say aloud"),
    "full": ("text", "the whole definition"),
}

OF_A_POINT: Mapping[str, Meaning] = {
    "id": ("id", "how the log names the point; its place from 1 where left out"),
    "point": ("text", "what is to be said or done; required"),
    "gate": (f"one or a list of {_or(GATES)}", "wanted before the first question, before the recorder, or before both"),
}

OF_A_SECTION: Mapping[str, Meaning] = {
    "title": ("text", "its heading"),
    "serves": ("id or list of ids", "research questions or parts; a question may say otherwise"),
    "minutes": ("minutes", "planned for the section"),
    "questions": ("list of texts or questions", "a text is the `ask`"),
}

OF_A_QUESTION: Mapping[str, Meaning] = {
    "id": ("id", "how logs refer to it; given from what it serves where left out, and then it moves with its place"),
    "ask": ("text", "the question in the informant's own kind of words; required"),
    "short": ("text", f"its label, at most {SHORT_LIMIT} characters; made from `ask` where left out"),
    "serves": ("id or list of ids", "what it is asked for; the first decides where it stands in tables"),
    "probes": ("text, or list of texts or probes", "prepared follow-up questions"),
    "optional": ("yes or no", "whether a research question can be covered without it"),
    "minutes": ("minutes", "planned for it"),
    "concepts": ("name or list of names", "concepts that it speaks of"),
    "listen_for": ("text or list of texts", "words in a note that point to this question"),
    "priority": ("whole number from 1", "told first when time runs out; 1 before 2, none last"),
    "examples": ("whole number from 1", "how many concrete examples are wanted"),
    "leans_on": ("id or list of ids", "what must have been talked about for `ask` to make sense"),
    "alone": ("text", "how it is asked where that has not been talked about"),
    "two_sided": ("yes or no", "whether it asks for positive and negative experiences alike"),
    "sensitive": ("yes or no", "whether it asks for care"),
    "aim": ("text", "what it is after, for the interviewer's eyes"),
    "accepted": _ACCEPTED,
}

OF_A_PROBE: Mapping[str, Meaning] = {
    "ask": ("text", "the probe; required"),
    "if": ("text", "the condition on which it is asked"),
}

OF_THE_RECORDER: Mapping[str, Meaning] = {
    "name": ("text", "what it is called"),
    "limit": ("minutes", "how long one recording may last"),
}

_DATE = "date"

OF_THE_DATA: Mapping[str, Meaning] = {
    "class": (
        _or(COLOURS),
        "class of the material in the institution's storage guide; `grønn`, `gul`, `rød`, `svart` are read too",
    ),
    "recording": (_DATE, "when the recordings are to be deleted, as `2027-01-31` or `31.1.2027`"),
    "transcripts": (_DATE, "when the transcripts are to be deleted or made anonymous"),
    "key": (_DATE, "when the linking key is to be destroyed"),
    "end": (_DATE, "when the project ends: what the program keeps is made coarser then (`finish`)"),
}

MEANINGS: Mapping[str, Mapping[str, Meaning]] = {
    "the guide": OF_THE_GUIDE,
    "a research question": OF_A_RESEARCH_QUESTION,
    "a part": OF_A_PART,
    "a concept": OF_A_CONCEPT,
    "a point of `opening` or `after`": OF_A_POINT,
    "a section": OF_A_SECTION,
    "a question": OF_A_QUESTION,
    "a probe": OF_A_PROBE,
    "`recorder`": OF_THE_RECORDER,
    "`data`": OF_THE_DATA,
}
"""The keys of each mapping in a guide, by what the mapping is."""
