"""Times and durations as people type and read them."""

import re

from guide.frozen import Value
from interviews.core.notes import Note


def format_time(seconds: float) -> str:
    """Minutes and seconds, with hours once there are any: 2:07, 23:41, 1:02:03."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def ago(seconds: float) -> str:
    """A span as it is typed on the input line: 20s, 2m, 1m30s."""
    minutes, left = divmod(int(seconds), 60)
    return (f"{minutes}m" if minutes else "") + (f"{left}s" if left or not minutes else "")


def note_stamp(note: Note) -> str:
    """When a note was taken; about when, in an interview entered afterwards, and nothing where nobody said."""
    if note.when is None:
        return ""
    return f"~{format_time(note.when)}" if note.afterwards else format_time(note.when)


_MINUTES = r"(?P<minutes>\d{1,4}(?:[.,]\d{1,2})?) ?m(?:in(?:ut(?:t(?:er|ar)?|es?))?)?"
_SECONDS = r"(?P<seconds>\d{1,5}(?:[.,]\d{1,2})?)"
_S = r"s(?:e[kc](?:und(?:er|ar)?|onds?)?)?"
_END = r"(?:\.?\s+|$)"
# Patterns as text: each is compiled when a line first asks for it, and the first frame does not wait for them.
_AGO = rf"(?:{_MINUTES}(?: ?{_SECONDS}(?: ?{_S})?)?|{_SECONDS.replace('seconds', 'alone')} ?{_S}){_END}"
_CLOCK = rf"(?:(?P<hours>\d{{1,2}}):(?=[0-5]\d:))?(?P<minutes>\d{{1,3}}):(?P<seconds>[0-5]\d){_END}"
_UNITS = (
    rf"{_S}|m(?:in(?:ut(?:t(?:er|ar|et|a)?|es?)?)?)?|timer?|timen|t|hours?|h|kvarter(?:et)?|"
    r"quarters?|stund|øyeblikk\w*|augeblikk\w*|while|moments?|dag(?:er)?|days?"
)
_PLAIN_UNITS = (
    r"(?:\w+-)?(?:halv\w*)?(?:sekund(?:er|ar|et|a|ene)?s?|minutt(?:er|ar|et|a|ene)?s?|minutes?)|seconds|hours|"
    r"halv(?:annen)?times?|halvtimen|half-hour"
)
"""Units of time that are hardly ever anything else, whatever is said before them."""
_SINCE = frozenset("siden sia sidan ago earlier tidligere back".split())
_ABOUT = frozenset(
    (
        "ca cirka circa sirka omtrent omkring rundt om lag nesten knapt snaut snautt godt vel drøyt drøye for i på "
        "kl klokka klokken klokkeslett over under mer enn minst siste forrige de den det der "
        "about approx approximately around roughly nearly almost just some in the last past over under at o'clock "
        "less more than least only ago"
    ).split()
)
"""What may stand before a number that is a time."""
_COUNTS = frozenset(
    (
        "en ein ei et eit ett halv halvannen halvannet halvt halvtannet noen nokre par få "
        "a an half few couple of several"
    ).split()
)
_ONES = "en|ein|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni"
_ENGLISH_ONES = "one|two|three|four|five|six|seven|eight|nine"
_NUMERALS = (
    rf"(?:(?:tjue|tyve|tretti|tredve|førti|femti|seksti|sytti|åtti|nitti)(?:og)?)?(?:{_ONES})?|"
    rf"(?:{_ONES})og(?:tyve|tredve|førti|femti|seksti|sytti|åtti|nitti)|"
    r"ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|hundre|"
    rf"(?:(?:twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)-?)?(?:{_ENGLISH_ONES})?|"
    r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundred"
)
"""Words that count units of time: in letters too, `tjuefem`, `femogtyve`, `twenty-five`."""
_SHIFT = (
    r"(?:(?P<number>\d{1,3})\s+)?(?P<sign>[+\N{MINUS SIGN}-]?)\s?(?=\d)"
    r"(?:(?P<minutes>\d{1,4}) ?m(?:in)?)? ?(?:(?P<seconds>\d{1,6}(?:[.,]\d{1,3})?) ?(?:s(?:e[kc])?)?)?"
)


class Ago(Value):
    """So many seconds ago, or into the talk, and what was written about it."""

    seconds: float
    text: str


class Shift(Value):
    """Seconds later in the file (earlier, below 0), and which recording, None for the last."""

    seconds: float
    number: int | None


def clock_of(text: str) -> Ago | None:
    """The time that a text begins with as a clock has it, ``1:30`` or ``1:02:03``, in seconds; else None."""
    clock = re.match(_CLOCK, text)
    if clock is None:
        return None
    seconds = 3600.0 * int(clock["hours"] or 0) + 60.0 * int(clock["minutes"]) + int(clock["seconds"])
    return Ago(seconds, text[clock.end() :])


def ago_of(rest: str) -> Ago | None:
    """The span of time that a text begins with, such as ``2m``, ``20 s``, ``1,5m`` or ``1:30``; else None."""
    clock = clock_of(rest)
    if clock is not None:
        return clock
    found = re.match(_AGO, rest, re.IGNORECASE)
    if found is None:
        return None
    seconds = 60.0 * _number(found["minutes"]) + _number(found["seconds"]) + _number(found["alone"])
    return Ago(round(seconds, 3), rest[found.end() :])


def _number(typed: str | None) -> float:
    return float((typed or "0").replace(",", "."))


def reads_as_time(rest: str) -> bool:
    """Whether a text begins like a time, however it is written: ``30``, ``ca 1:5``, ``<30s``, ``nitti sekunder siden``.

    A number comes first, but for signs and words such as "about"; or a unit of time that words count; or, after one to
    three words of any kind, a unit that is hardly ever anything else, or one of which it is said that it is past.
    """
    said = [_bare(word) for word in rest.split()[:_FIRST]]
    return _is_counted(said) or _is_unit_soon(said)


_FIRST = 6
"""Words among which a time is looked for."""
_BEFORE = 3
"""Words of any kind that may stand before a unit."""


def _bare(word: str) -> str:
    bare = word.lstrip("".join(sign for sign in word if not sign.isalnum()))
    return bare.rstrip(".,:;!?)]}»”\"'’").casefold()


def _is_counted(said: list[str]) -> bool:
    """Whether a number stands first, or a unit of time after words that count."""
    counted = False
    for place, word in enumerate(said):
        if word[:1].isnumeric():
            return True
        if counted and re.fullmatch(_UNITS, word, re.IGNORECASE):
            return True
        number = _is_number(word)
        counted = counted or number
        if (word and not number and word not in _ABOUT) or (not word and place):
            return False
    return False


def _is_unit_soon(said: list[str]) -> bool:
    """Whether a unit of time stands among the first words, whatever stands before it."""
    for place, word in enumerate(said[: _BEFORE + 1]):
        if re.fullmatch(_PLAIN_UNITS, word, re.IGNORECASE):
            return True
        after = said[place + 1 : place + 2]
        if re.fullmatch(_UNITS, word, re.IGNORECASE) and after and after[0] in _SINCE:
            return True
        if re.fullmatch(_UNITS, word.removesuffix("s"), re.IGNORECASE) and after == ["tid"]:
            return True  # "en times tid"
    return False


def _is_number(word: str) -> bool:
    return bool(word) and (word in _COUNTS or re.fullmatch(_NUMERALS, word, re.IGNORECASE) is not None)


def shift_of(text: str) -> Shift | None:
    """``-3s``, ``+1m 2s``, ``2 4.5``: by how much a recording lies otherwise, the recording's number first."""
    found = re.fullmatch(_SHIFT, text.strip(), re.IGNORECASE)
    if found is None:
        return None
    seconds = 60.0 * int(found["minutes"] or 0) + float((found["seconds"] or "0").replace(",", "."))
    sign = -1.0 if found["sign"] in ("-", "\N{MINUS SIGN}") else 1.0
    return Shift(sign * seconds, int(found["number"]) if found["number"] else None)
