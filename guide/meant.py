"""Which key was meant by one that a guide does not know: a misspelt one, or what people call it in their own words."""

import re
from collections.abc import Sequence

from guide.faults import Faults

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
    "recorder": "opptaker lydopptaker diktafon dictaphone voice_recorder",
    "limit": "grense maks max",
    "say": "si",
    "full": "definisjon definition",
}
_SEPARATORS = re.compile(r"[\s-]+")


def meant(faults: Faults, key: str, known: Sequence[str]) -> str:
    """The one of the known keys that this was most likely meant to be, or "" where none is near."""
    word = _SEPARATORS.sub("_", key.strip().casefold())
    called = [name for name in known if word in _ALSO_CALLED.get(name, "").split()]
    return called[0] if called else faults.nearest(key, known)
