"""Quotation marks around the informant's words.

The closing one is left away where it pairs with the opening one.
"""

_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“"}
_BEFORE = " \t\n([{«“„\"'–—-"
"""What stands before a straight mark that opens; after anything else it closes."""


def without_closing(said: str, opening: str = '"') -> str:
    """What follows an opening mark, without the mark at its end that closes it; any other mark stays as written."""
    bare, closing = said.rstrip(), _CLOSING[opening]
    if not bare.endswith(closing):
        return said
    depth, last = 1, len(bare) - 1
    for place, sign in enumerate(bare):
        if sign not in (opening, closing):
            continue
        straight = opening == closing and place < last and (place == 0 or bare[place - 1] in _BEFORE)
        depth += 1 if straight or (opening != closing and sign == opening) else -1
        if depth == 0 and place < last:
            return said  # closed before: the mark at the end belongs to something else
    return bare[:-1] if depth == 0 else said


def whole_quote(text: str) -> str | None:
    """What stands between two marks that enclose all of a text; None where there are no such two."""
    if text[:1] not in _CLOSING:
        return None
    said = without_closing(text[1:], text[0])
    return said if said != text[1:] else None
