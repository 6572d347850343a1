"""What a code of the domain says, in sentences."""


def N_(message: str) -> str:  # noqa: N802 - the name by which every program for translators knows it
    """A sentence that stands in a table: said as it is here, translated where it is used."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802 - see N_
    """A sentence that stands in a table where English says two things with one word, with what tells them apart."""
    return f"{context}\4{message}"


def NN_(one: str, many: str) -> str:  # noqa: N802 - see N_
    """A sentence that stands in a table in two forms: the second is for several, which are its fact ``count``."""
    return f"{one}\0{many}"
