"""Sample guides that come with the program.

They are for a first look and for the demo.
"""

from importlib.resources import files


def thesis_guide_text() -> str:
    """The text of the thesis's guide as YAML, its comments included, so that a demo study is a file worth reading."""
    return files(__name__).joinpath("musikkterapi.yaml").read_text(encoding="utf-8")


def practice_informant_text() -> str:
    """The text of an invented informant for the thesis's guide, to train with."""
    return files(__name__).joinpath("musikkterapi-informant.txt").read_text(encoding="utf-8")
