"""Which language a document is written in, by its commonest words."""

import re
from collections.abc import Iterable

_WORDS = {
    "nb": "og i jeg det at en et den til er som på de med han av ikke der var meg seg men hva hvordan hvilke hvor "
    "hvorfor noe noen dere deg du din mellom også etter ved fra gjennom ditt vil kan har dette om hvis",
    "nn": "og i eg det at ein eit den til er som på dei med han av ikkje der var meg seg men kva korleis kvifor "
    "kven kvar noko nokon dykk deg du din mellom også etter ved frå gjennom ditt vil kan har dette om viss",
    "en": "the of and to in you your is that it was for on are with as they be this have from or had by what how "
    "do about can would which when could tell if any me we",
    "sv": "och i jag det att en ett den till är som på de med han av inte där var mig sig men vad hur vilka varför "
    "något någon ni dig du din mellan också efter vid från genom ditt vill kan har detta om",
    "da": "og i jeg det at en et den til er som på de med han af ikke der var mig sig men hvad hvordan hvilke hvor "
    "hvorfor noget nogen jer dig du din mellem også efter ved fra gennem dit vil kan har dette om hvis",
    "de": "und der die das in ich sie zu den von mit ist nicht ein eine es auf für als auch wie was welche warum "
    "haben sind werden dem des im bei oder ihre ihr",
    "fr": "le la les de des et en un une que qui dans pour pas vous votre est sur avec ce plus par quel quelle "
    "comment pourquoi",
    "es": "el la los las de y en un una que por con para su es lo como más qué cómo cuál usted tu se",
    "nl": "de het een en van in is dat op te voor met zijn niet je wat hoe welke waarom kunt u uw om er",
    "fi": "ja on ei se että hän mitä miten miksi oli ovat kun mikä sinun sinä voit",
}
_SPOKEN = ("nb", "nn", "en")
_NEAREST = {"sv": "nb", "da": "nb"}
_MOST_WORDS = 4_000
_SURE = 1.08


def language_of_texts(texts: Iterable[str]) -> tuple[str, str]:
    """The guide's language (nb, nn or en), and the one that was recognised ("" for none that is known here)."""
    words: list[str] = []
    for text in texts:
        words += re.findall(r"[^\W\d_]+", text.casefold())
        if len(words) > _MOST_WORDS:
            break
    counts = {code: sum(word in common for word in words) for code, common in _sets().items()}
    best = max(counts, key=lambda code: counts[code])
    if not counts[best] or counts[best] * 8 < len(words):
        return "en", ""
    if best == "nn" and counts["nn"] < _SURE * counts["nb"]:
        best = "nb"
    return (best if best in _SPOKEN else _NEAREST.get(best, "en")), best


def _sets() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _WORDS.items()}
