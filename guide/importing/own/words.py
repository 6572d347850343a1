"""The words around a guide in the appendices that the program itself writes, in each of its languages."""

from guide.values import Value


class OwnWords(Value):
    """What an appendix in one language calls its parts; ``when`` is the word that a probe's condition follows.

    ``theme`` stands over the left column, and ``no_theme`` in it, where no question serves a research question.
    """

    language: str
    problem: str
    targets: str
    time: str
    opening: str
    after: str
    concepts: str
    heads: tuple[str, str]
    theme: str
    no_target: str
    no_theme: str
    closing: str
    gate_start: str
    gate_recording: str
    gate_start_recording: str
    optional: str
    required: str
    also: str
    minutes: str
    when: str
    say: str
    full: str


_BOKMAAL = OwnWords(
    language="nb",
    problem="Problemstilling:",
    targets="Forskningsspørsmål:",
    time="Planlagt tid:",
    opening="Åpning:",
    after="Etter intervjuet:",
    concepts="Begreper:",
    heads=("Forskningsspørsmål", "Spørsmål til deltager"),
    theme="Tema",
    no_target="Uten forskningsspørsmål",
    no_theme="Uten tema",
    closing="Avslutning",
    gate_start="(før første spørsmål)",
    gate_recording="(før opptaket)",
    gate_start_recording="(før første spørsmål og opptaket)",
    optional="Spørsmål i parentes er valgfrie.",
    required="skal stilles",
    also="også",
    minutes="min",
    when="Dersom",
    say="Sies:",
    full="I sin helhet:",
)
_NYNORSK = _BOKMAAL.but(
    language="nn",
    targets="Forskingsspørsmål:",
    opening="Opning:",
    concepts="Omgrep:",
    heads=("Forskingsspørsmål", "Spørsmål til deltakar"),
    no_target="Utan forskingsspørsmål",
    no_theme="Utan tema",
    optional="Spørsmål i parentes er valfrie.",
    required="skal stillast",
    say="Blir sagt:",
    full="I full form:",
)
_ENGLISH = OwnWords(
    language="en",
    problem="Problem statement:",
    targets="Research questions:",
    time="Planned time:",
    opening="Opening:",
    after="After the interview:",
    concepts="Concepts:",
    heads=("Research question", "Questions for the participant"),
    theme="Theme",
    no_target="No research question",
    no_theme="No theme",
    closing="Closing",
    gate_start="(before the first question)",
    gate_recording="(before recording)",
    gate_start_recording="(before the first question and recording)",
    optional="Questions in parentheses are optional.",
    required="required",
    also="also",
    minutes="min",
    when="If",
    say="Said:",
    full="In full:",
)
LANGUAGES = (_BOKMAAL, _NYNORSK, _ENGLISH)
"""The languages in which appendices are written."""
