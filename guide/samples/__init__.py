"""Sample guides and practice informants that come with the program.

They are for a first look, for the demo and to train with.
"""

from importlib.resources import files

INFORMANTS = {
    "talkative": "pratsom",
    "monosyllabic": "ordknapp",
    "distressed": "fortvilet",
    "mixing": "blander",
    "wandering": "vandrer",
}
"""Practice informants for the sample guide, by their names in English and in bokmål; each is there in both."""


def thesis_guide_text() -> str:
    """The text of the thesis's guide as YAML, its comments included, so that a demo study is a file worth reading."""
    return files(__name__).joinpath("musikkterapi.yaml").read_text(encoding="utf-8")


def english_guide_text() -> str:
    """The same guide in English, for practice and teaching."""
    return files(__name__).joinpath("music-therapy.yaml").read_text(encoding="utf-8")


def practice_informant_text() -> str:
    """The text of an invented informant for the thesis's guide, to train with."""
    return files(__name__).joinpath("musikkterapi-informant.txt").read_text(encoding="utf-8")


def informant_named(word: str) -> str | None:
    """The English name of a practice informant, from its name in either language; None where there is none."""
    wanted = word.strip().casefold()
    return next((name for name, norwegian in INFORMANTS.items() if wanted in (name, norwegian)), None)


def informant_text(name: str, language: str) -> str:
    """The text of a practice informant, by its English name; in bokmål for both forms of Norwegian, else in English."""
    norwegian = language in ("nb", "nn", "no")
    file = f"{INFORMANTS[name] if norwegian else name}.yaml"
    folder = files(__name__).joinpath("informants").joinpath("nb" if norwegian else "en")
    return folder.joinpath(file).read_text(encoding="utf-8")
