"""What tells who somebody is by its form.

Ages, dates, numbers, addresses in the net.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import Match

_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|"
    "july|october|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|des|dec"
)
_TENS = "tjue|tju|tretti|tredve|førti|førr|femti|seksti|sytti|søtti|åtti|nitti"
_ONES = "ein|en|to|tre|fire|fem|seks|sju|syv|åtte|ni"
_TEENS = "ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten"
_ENGLISH = (
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|two|three|four|five|six|seven|eight|nine"
)
_NUMBER = rf"(?:(?:{_TENS})(?:{_ONES})?|{_TEENS}|{_ONES})"
_LOOKED_AT = 60  # characters before a word that say what it is
_YEAR = r"(?:19|20)[0-9]{2}"


_SOMEBODY = (
    r"(?:pasient|bruker|brukar|beboer|bebuar|klient|dame|kvinne|mann|kar|fyr|herre|gutt|gut|jente|barn|unge|ungdom|sønn|son|"
    r"datter|dotter|elev|student|lærer|lærar|kollega|mor|far|bestemor|bestefar|mormor|morfar|farmor|farfar|søster|syster|"
    r"bror|tante|onkel|enke|enkje|enkemann|nabo|venninne|venn|ven|kone|person|informant|deltaker|deltakar|pensjonist)"
    r"(?:en|et|a|ar|er|e|n)?"
)
_SOMEBODY_ENGLISH = (
    r"(?:patient|resident|client|lady|gentleman|boy|girl|man|woman|son|daughter|child|lad|widow|widower|pupil|student|"
    r"mother|father|sister|brother|person|pensioner)"
)
_NO_UNIT = r"(?=$|[.;!?)\n]|,(?![0-9])| (?:som|og|med|frå|fra|begynte|hadde|kom|who|and|with|from|had)\b)"
_DECADES = r"(?:[2-9]0[-– ]?|(?:tjue|tretti|førti|femti|seksti|sytti|søtti|åtti|nitti))"


class _Choices:
    """A pattern of many choices, each with what a text must have somewhere for it; 0 is any digit.

    Few texts have anything of most of them, and a choice that is not looked for costs nothing.
    """

    def __init__(self, *choices: tuple[str, str]) -> None:
        self._choices = tuple((needs.split("|"), pattern) for needs, pattern in choices)

    def finditer(self, text: str, low: str) -> Iterator[Match[str]]:
        """Where the pattern is in a text, which is ``low`` in small letters and with 0 for every digit."""
        wanted = [pattern for needs, pattern in self._choices if any(map(low.__contains__, needs))]
        place = 0
        while wanted:
            found = [one for pattern in wanted if (one := _compile(pattern).search(text, place))]
            if not found:
                return
            first = min(found, key=Match.start)
            yield first
            place = first.end()


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")
_ON = "på 0|snart 0|over 0|rundt 0|nesten 0|nær 0"
_AGE = _Choices(
    ("åring", r"(?<![\w,.])[0-9]{1,3}[ -]?åring(?:en|ar|er|ane|ene)?\b"),
    ("åring", rf"\b{_NUMBER}åring(?:en|ar|er|ane|ene)?\b"),
    ("0 år|0år", r"(?<![\w,.–-])[0-9]{1,3} ?års? (?:gammel|gamal|gammal|gamle|gammelt|alder)\b"),
    ("år gam", rf"\b{_NUMBER} år (?:gammel|gamal|gammal|gamle|gammelt)\b"),
    (
        "fyl|rund",
        r"\b(?:fylte|fylde|fyller|fyljer|rundet|runda|runder)(?: akkurat| nettopp)? [0-9]{2,3}(?: år)?\b",
    ),
    (
        "er 0|var 0|ble 0|blei 0|vart 0|blir 0",
        (
            r"\b(?:jeg|eg|han|hun|ho|hen) (?:er|var|ble|blei|vart|blir) [0-9]{2}\b"
            r"(?! ?(?:[%.:,–-]?[0-9]|år|min|tim|gang|stk|prosent|uker|veker|måneder))"
        ),
    ),
    ("alder av 0|age of 0", r"\b(?:i en alder av|i ein alder av|at the age of) [0-9]{1,3}\b"),
    (" år", rf"\b{_SOMEBODY} på (?:snart |over |rundt |nesten |nær )?(?:[0-9]{{1,3}}|{_NUMBER}) år\b"),
    (_ON, rf"\b{_SOMEBODY} på (?:snart |over |rundt |nesten |nær )?[1-9][0-9]\b{_NO_UNIT}"),
    (_ON, r"(?<=\w )på (?:snart |over |rundt |nesten |nær )?(?:[6-9][0-9]|10[0-9]) år\b"),
    ("(0", rf"\b{_SOMEBODY} \([1-9][0-9]?\)"),
    ("årig", rf"(?<![\w,.–-])[0-9]{{1,3}}[ -]?årige? {_SOMEBODY}\b"),
    ("årsalder", r"(?<![\w,.–-])[0-9]{1,3}[ -]?årsalder(?:en)?\b"),
    (
        "årene|åra|åri",
        rf"\bi (?:(?:begynnelsen|byrjinga|starten|midten|slutten) av )?{_DECADES}(?:årene|åra|åri)\b",
    ),
    (
        "in my|in his|in her|in their|in your",
        (
            r"\bin (?:my|his|her|their|your) (?:early |mid |mid-|late )?"
            r"(?:[2-9]0[’']?s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
        ),
    ),
    ("years of age", rf"(?<![\w,.–-])(?:[0-9]{{1,3}}|(?:{_ENGLISH})) years of age\b"),
    ("of 0", rf"\b{_SOMEBODY_ENGLISH} of [1-9][0-9]\b{_NO_UNIT}"),
    ("age 0|aged 0", r"\baged? [0-9]{1,3}\b(?! ?[-–] ?[0-9]| to [0-9])"),
    ("old", r"(?<![\w,.–-])[0-9]{1,3}[- ]?years?[- ]olds?\b"),
    ("old", rf"\b(?:{_ENGLISH})[- ]years?[- ]olds?\b"),
    ("0 y|0y", r"(?<![\w,.–-])[0-9]{1,3} ?(?:y/?o|yrs? old)\b"),
    ("turned 0|turning 0|turns 0", r"\b(?:turned|turning|turns) [0-9]{2}\b(?! ?(?:per|%))"),
    (
        "s 0|m 0",
        (
            r"\b(?:(?:he|she)(?:'s|’s| is| was)|I(?:'m|’m| am| was)) [0-9]{2}\b"
            r"(?! ?(?:[%.:,]?[0-9]|years?\b|min|hours?|times|per|weeks|months|days))"
        ),
    ),
    ("of 0", r"\b(?:boy|girl|man|woman|son|daughter|child|lad) of [0-9]{1,2}\b"),
    ("på 0", r"\b(?:sønn|datter|son|dotter|gutt|gut|jente|barn) på [0-9]{1,2}\b(?! ?(?:år|prosent|%))"),
)
_YEARS = re.compile(r"(?<![\w,.–-])[0-9]{1,3} år\b", re.IGNORECASE)
_NO_AGE_BEFORE = re.compile(
    r"(?:(?<!sønn )(?<!datter )(?<!son )(?<!dotter )(?<!mann )(?<!kvinne )(?<!gutt )(?<!gut )(?<!jente )(?<!barn )"
    r"(?<!dame )(?<!fyr )\b"
    r"(?:i|for|etter|om|over|under|siste|neste|første|fyrste|hvert|kvart|tok|tek|tar|på|av|enn|minst|gått|gikk|gjekk|"
    r"nesten|omtrent|cirka|ca\.?|rundt|bare|berre)|[0-9] ?[-–]|[0-9] til|eller) *$",
    re.IGNORECASE,
)
_NO_AGE_AFTER = re.compile(
    r"(?:s\b| ?(?:siden|sidan|sia|senere|seinare|etter|før|med|som|i|på|til|fram|framover|tilbake|uten|utan|erfaring|"
    r"hos|ved|gikk|gjekk|tok|tek|tar|kontrakt|avstand|uten|mellom)\b)",
    re.IGNORECASE,
)
_MONTH = "jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec"
_DATE = _Choices(
    (
        _MONTH,
        (
            rf"(?<![\w.])(?:[0-9]{{1,2}}\.?(?: ?[-–] ?[0-9]{{1,2}}\.?)?(?:st|nd|rd|th)?) ?(?:of )?(?:{_MONTHS})\b\.?"
            rf"(?:,? (?:{_YEAR}|'[0-9]{{2}}))?"
        ),
    ),
    (_MONTH, rf"\b(?:{_MONTHS})\.? [0-9]{{1,2}}(?:st|nd|rd|th)?\b(?![.:]?[0-9])(?:,? {_YEAR})?"),
    (_MONTH, rf"\b(?:{_MONTHS})\.?,?(?: of| i| in)? {_YEAR}\b"),
    ("0.0|0/0", r"(?<![\w.])[0-9]{1,2}[./][0-9]{1,2}[./](?:(?:19|20)[0-9]{2}|[0-9]{2})(?![\w])"),
    ("0-0", r"\b(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\b"),
    ("den 0", r"(?<=\bden )[0-9]{1,2}\.[0-9]{1,2}\b\.?|(?<=\bden )[0-9]{1,2}/[0-9]{1,2}\b"),
    (
        "født|fødd|born|årgang",
        (
            rf"(?:(?<=\bfødt )|(?<=\bfødd )|(?<=\bfødt i )|(?<=\bfødd i )|(?<=\bborn in )|(?<=\bborn )|(?<=\bårgang ))"
            rf"{_YEAR}\b"
        ),
    ),
    ("0-modell", rf"\b{_YEAR}-modell\b"),
)
_FEASTS = re.compile(r"(?:17\.? ?mai|1\.? ?mai|8\.? ?mars|22\.? ?juli|24\.? ?desember|first of may)", re.IGNORECASE)
_DIGITS = re.compile(
    r"(?<![\w.,:+/-])(?:\+|00)?\(?[0-9](?:[0-9() ./-]*[0-9])?(?![\w]|[:.,][0-9])",
)
_CALLED = re.compile(
    r"(?:tlf|telefon|telefonnummer|mob|mobil|mobilnummer|nummer|nummeret|ringe?|ringer|sms|phone|call|text|mobile|number|tel)"
    r"\.?(?: (?:henne|han|him|her|meg|me|på|on|is|er|to|nr\.?|no\.?))*:? *$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}\b")
_DIGIT = re.compile("[0-9]")
_FEWEST_OF_A_NUMBER = 5
_WORTH_A_LOOK = re.compile(r"[0-9@]|åring|år|gam|old|age|ties", re.IGNORECASE)
_PLATE = re.compile(r"\b[A-Z]{2} ?[0-9]{5}\b(?! ?[0-9])")


def lead_up(text: str, at: int) -> str:
    """What stands before a place, as far as it is looked at; a text's start alone looks like one."""
    return text[:at] if at <= _LOOKED_AT else "x" + text[at - _LOOKED_AT : at]


def figures(text: str) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of each, as they are found; what overlaps an earlier one is left out by who asks."""
    if _WORTH_A_LOOK.search(text) is None:
        return
    low = _DIGIT.sub("0", text.casefold())
    if "@" in low:
        yield from (("email", *found.span()) for found in _EMAIL.finditer(text))
    if low.count("0") >= _FEWEST_OF_A_NUMBER:
        yield from _numbers(text)
    for found in _DATE.finditer(text, low):
        if not _FEASTS.fullmatch(found[0]):
            yield "date", found.start(), found.start() + len(found[0].rstrip(". "))
    yield from (("age", *found.span()) for found in _AGE.finditer(text, low))
    if "0" not in low:
        return
    for found in _YEARS.finditer(text) if "år" in low else ():
        if not _NO_AGE_BEFORE.search(lead_up(text, found.start())) and not _NO_AGE_AFTER.match(text, found.end()):
            yield "age", *found.span()
    if not text.islower():
        yield from (("place", *found.span()) for found in _POSTCODE.finditer(text))
        yield from (("number", *found.span()) for found in _PLATE.finditer(text))


def _numbers(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _DIGITS.finditer(text):
        written = found[0]
        digits = re.sub(r"[^0-9]", "", written)
        if is_identity_number(digits) and re.fullmatch(r"[0-9]{6} ?[0-9]{5}", written):
            yield "id", *found.span()
        elif is_account_number(digits) and re.fullmatch(r"[0-9]{4}[. ][0-9]{2}[. ][0-9]{5}", written):
            yield "number", *found.span()
        elif _is_phone(written, digits, called=bool(_CALLED.search(lead_up(text, found.start())))):
            yield "phone", *found.span()


def _is_phone(written: str, digits: str, *, called: bool) -> bool:
    if re.fullmatch(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return False  # a date
    if written.startswith(("+", "00")):
        return 8 <= len(digits) <= 15
    if called and "." not in written and "/" not in written:
        return 5 <= len(digits) <= 12 and not re.fullmatch(rf"{_YEAR}(?: ?[-–] ?{_YEAR})?", written)
    norwegian = r"[2-9][0-9]{7}|[2-9][0-9] [0-9]{2} [0-9]{2} [0-9]{2}|[489][0-9]{2} [0-9]{2} [0-9]{3}"
    british = r"\(?0[0-9]{2,4}\)? ?[0-9]{3,4}[ -]?[0-9]{3,4}|0[0-9]{10}|07[0-9]{3} [0-9]{6}"
    american = r"\(?[2-9][0-9]{2}\)?[ -][0-9]{3}-[0-9]{4}"
    return re.fullmatch(f"(?:{norwegian})|(?:{british})|(?:{american})", written) is not None


def is_identity_number(digits: str) -> bool:
    """Whether eleven digits are a Norwegian national identity number, or one of the kinds made like it.

    D numbers have 40 added to the day, help numbers 40 to the month, numbers invented for tests 65 or 80.
    """
    if len(digits) != 11 or not digits.isdecimal():
        return False
    day, month = int(digits[:2]), int(digits[2:4])
    day = day - 40 if day > 40 else day
    month -= next((added for added in (80, 65, 40) if month > added), 0)
    return (
        1 <= day <= 31 and 1 <= month <= 12 and _checks(digits, "376189452", 10) and _checks(digits, "5432765432", 11)
    )


def is_account_number(digits: str) -> bool:
    """Whether eleven digits are a Norwegian bank account's: the last one checks the others."""
    return len(digits) == 11 and digits.isdecimal() and _checks(digits, "5432765432", 11)


def _checks(digits: str, weights: str, length: int) -> bool:
    weighed = sum(int(digit) * int(weight) for digit, weight in zip(digits, weights, strict=False))
    return (weighed + int(digits[length - 1])) % 11 == 0
