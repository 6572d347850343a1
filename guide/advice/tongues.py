"""The languages that the advice on wording knows; a guide loads the patterns of its own alone."""

from guide.advice.tongue import Tongue


def tongue_of(language: str) -> Tongue | None:
    """The patterns for a guide's language; None for one in which nobody has written any."""
    code = language.casefold().replace("_", "-").partition("-")[0]
    if code in ("nb", "nn", "no"):
        from guide.advice.norwegian import NORWEGIAN

        return NORWEGIAN
    if code == "en":
        from guide.advice.english import ENGLISH

        return ENGLISH
    return None
