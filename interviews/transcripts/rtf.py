"""RTF, as f4 and older programs write it: its paragraphs as lines of text."""

import re
from codecs import lookup

from interviews.transcripts.turns import Apart

_BESIDE = {"footnote": "footnote", "annotation": "comment"} | dict.fromkeys(
    "header footer headerl headerr headerf footerl footerr footerf".split(), "page_edge"
)
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_BREAKS = {"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "tab": "\t", "cell": "\t"}
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_UNSEEN = frozenset(
    "fonttbl colortbl stylesheet info pict listtable revtbl rsidtbl atnid atnauthor atntime atndate atnref "
    "generator themedata colorschememapping latentstyles datastore xmlnstbl listoverridetable fldinst deleted".split()
)


def text_of_rtf(data: bytes) -> tuple[str, tuple[Apart, ...]]:
    """The text of an RTF file, and what stands beside it: footnotes, comments, the edges of pages.

    What is no text of it (fonts, colours, pictures, instructions) is left out.
    """
    source = data.decode("latin-1")
    found = re.search(r"\\ansicpg(\d{1,5})", source)
    encoding = _known(f"cp{found[1]}") if found is not None else "cp1252"
    text: list[str] = []
    beside: list[tuple[str, list[str]]] = []
    into: list[str] | None = text  # None: nobody reads it
    stack: list[tuple[list[str] | None, int]] = []
    after_sign, skip = 1, 0
    fresh = starred = False
    for token in _TOKEN.finditer(source):
        word = token["word"]
        if token["brace"] == "{":
            stack.append((into, after_sign))
            fresh, starred, skip = True, False, 0
            continue
        if token["brace"] == "}":
            into, after_sign = stack.pop() if stack else (text, 1)
            fresh = starred = False
            skip = 0
            continue
        if (fresh or starred) and word in _BESIDE and into is not None:
            into = []
            beside.append((_BESIDE[word], into))
        elif word in _UNSEEN or word == "bin" or starred:
            into = None
        starred = fresh and token["sign"] == "*"
        fresh = False
        if word == "uc":
            after_sign = int(token["number"] or 1)
        said = _said(token, encoding)
        if word == "u" and token["number"]:
            said, skip = _unicode(int(token["number"])), after_sign
        elif skip and said:
            cut = min(skip, len(said))
            said, skip = said[cut:], skip - cut
        if into is not None and not starred:
            into.append(said)
    apart = (Apart(kind, " ".join(_paired("".join(words)).split())) for kind, words in beside)
    return _paired("".join(text)), tuple(one for one in apart if one.text)


def _said(token: re.Match[str], encoding: str) -> str:
    if token["text"] is not None:
        return token["text"]
    if token["byte"] is not None:
        return bytes([int(token["byte"], 16)]).decode(encoding, errors="replace")
    if token["sign"] is not None:
        return {"~": "\xa0", "_": "\u2011", "-": "", "\n": "\n", "\r": "\n"}.get(
            token["sign"], token["sign"] if token["sign"] in "\\{}" else ""
        )
    return _BREAKS.get(token["word"] or "", _SIGNS.get(token["word"] or "", ""))


def _unicode(number: int) -> str:
    return chr(number % 65536)


def _paired(text: str) -> str:
    """Letters outside of the plane that two numbers stand for, put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(encoding: str) -> str:
    try:
        return lookup(encoding).name
    except LookupError:
        return "cp1252"
