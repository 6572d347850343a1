"""RTF, as little of it as plain paragraphs take."""

from collections.abc import Iterable

_HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\uc1\\f0\\fs22\n"


def rtf_document(paragraphs: Iterable[str]) -> bytes:
    """A document of paragraphs that are escaped already."""
    return (_HEAD + "".join(f"{paragraph}\\par\n" for paragraph in paragraphs) + "}\n").encode("ascii")


def escape_rtf(text: str) -> str:
    """Words as RTF has them: in ASCII, line breaks and tabs as its own words."""
    signs = []
    for sign in text:
        if sign in "\\{}":
            signs.append(f"\\{sign}")
        elif sign == "\n":
            signs.append("\\line ")
        elif sign == "\t":
            signs.append("\\tab ")
        elif sign.isascii():
            signs.append(sign)
        else:
            units = sign.encode("utf-16-le")
            numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
            signs += [f"\\u{number}?" for number in numbers]
    return "".join(signs)
