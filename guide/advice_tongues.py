"""The languages that the advice on wording knows; a guide loads the patterns of its own alone."""

from guide.advice_tongue import Tongue


def tongue_of(language: str) -> Tongue | None:
    """The patterns for a guide's language; None for one in which nobody has written any."""
    code = language.casefold().replace("_", "-").partition("-")[0]
    if code in ("nb", "nn", "no"):
        from guide.advice_norwegian import NORWEGIAN

        return NORWEGIAN
    if code == "en":
        from guide.advice_english import ENGLISH

        return ENGLISH
    return None
