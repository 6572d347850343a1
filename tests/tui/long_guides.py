"""Guides of any length, with wordings, probes and points as long as people's are."""

from guide.labels import label_of
from guide.model import Concept, Guide, Point, Probe, Question, ResearchQuestion, Section

_ASKED = (
    "Kan du fortelle om den første uka di som lærer på denne skolen, fra du kom inn døra?",
    "Hva var annerledes enn du hadde tenkt på forhånd?",
    "Hvordan ble du tatt imot av kollegene dine, og hva betydde det for deg i de første månedene på skolen?",
    "Hva husker du best?",
    "Hvem gikk du til når noe var vanskelig i klasserommet eller på lærerværelset?",
)
_OPENING = (
    "Samtykket er underskrevet",
    "Bruk og lagring av lydopptaket",
    "Du kan trekke deg når som helst, uten å oppgi grunn",
    "Formålet med studien",
    "Ingen navn på elever og kolleger, bare generell informasjon om andre",
    "Kort avklaring av hva vi mener med mentor",
)
_AFTER = ("Hvordan var det å bli intervjuet?", "Har du spørsmål om studien?", "Du kan få lese transkripsjonen")


def guide_of(count: int) -> Guide:
    """A guide of so many questions under five research questions: every third with a probe, nine points in all."""
    owners = tuple(ResearchQuestion(id, f"Hva betyr {id} for nye lærere?", f"tema {id}") for id in "ABCDE")
    closing = (Question("Z1", "Er det noe du vil legge til?", "noe mer"),) if count > 1 else ()
    asked = [_question(place, owners[place * 5 // count].id) for place in range(count - len(closing))]
    sections = tuple(
        Section("", (owner.id,), own)
        for owner in owners
        if (own := tuple(one for one in asked if one.serves == (owner.id,)))
    )
    return Guide(
        title="Nye lærere",
        minutes=60.0,
        problem="Hvordan opplever nye lærere det første året?",
        research_questions=owners,
        concepts=(Concept("mentor", "en som følger deg det første året"), Concept("støtte", "hjelp fra andre lærere")),
        opening=tuple(Point(f"o{place}", text) for place, text in enumerate(_OPENING)),
        sections=sections,
        closing=closing,
        after=tuple(Point(f"e{place}", text) for place, text in enumerate(_AFTER)),
    )


def _question(place: int, serves: str) -> Question:
    ask = _ASKED[place % len(_ASKED)]
    probes = (Probe("Hvordan?"), Probe("Kan du gi et eksempel?", "det skjedde noe")) if place % 3 == 0 else ()
    return Question(f"{serves}{place + 1}", ask, label_of(ask), (serves,), probes, optional=place % 8 == 7)
