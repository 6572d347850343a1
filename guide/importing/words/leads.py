"""What a line says of itself by its beginning or its end: a note, a probe, a condition, optional, minutes."""

import re

from guide.importing.words.texts import plain, unbracketed

_NOTE_LEAD = re.compile(
    r"(?:n\.?b\.?!?|merk(?:nad)?|obs!?|notat(?:er)?|hugs|husk(?: å)?|note(?:s)?(?: to (?:self|interviewer"
    r"|the interviewer|moderator))?"
    r"|interviewer(?: note| instruction)?s?|intervjuer(?:en)?|til intervjuer(?:en)?|(?:til|for) deg som intervjuer"
    r"|instruks(?:jon)?"
    r"|instructions?(?: (?:to|for) (?:the )?interviewer)?|moderator(?: note)?|tips?|reminder|remember|påminnelse"
    r"|hint|kommentar|comment"
    r"|formål|hensikt(?:en)?|mål|målet|bakgrunn for spørsmålet|purpose|aim|objective|goal|rationale|intent"
    r"|intention|why we ask"
    r"|hvorfor (?:vi|jeg) spør|syfte|look for|listen for|lytt etter|se etter|script|manus|materials?|utstyr)\s*[:!–-]",
    re.IGNORECASE,
)
NOTE_START = re.compile(
    r"(?:husk å|hugs å|pass på|la (?:informanten|deltakeren|intervjuobjektet|respondenten)|gi (?:informanten"
    r"|deltakeren)"
    r"|vis (?:bilde|kort|informanten)|hvis (?:informanten|deltakeren|respondenten) (?:ikke )?(?:nevner|svarer|trenger)"
    r"|(?:allow|let|give|ask|show|remind|invite|hand|encourage|thank) (?:(?:the |each |your )(?:participant"
    r"|interviewee|informant|respondent|user)s?|(?:participants|interviewees|informants|respondents))\b"
    r"|make sure|be sure to|remember to|do not (?:ask|prompt|read)|don't (?:ask|prompt|read)|only ask|skip (?:this"
    r"|if|to)"
    r"|start (?:the )?record(?:ing|er)|stop (?:the )?record(?:ing|er)|turn on|turn off|start (?:opptak|lydopptak)"
    r"|slå på|spør (?:bare|kun|ikke)"
    r"|let them|give them|ask them|probe (?:for|on|about|further|if)|prompt (?:for|if|with)|listen for|look for"
    r"|follow up (?:on|if|with))\b",
    re.IGNORECASE,
)
_PROBE_WORD = (
    r"(?:mulige? |eventuelle? |evt\.? |possible |potential |suggested |optional |additional |general )*"
    r"(?:oppfølgings?(?:spørsmål(?:ene)?|spm\.?)?|oppfylgings?(?:spørsmål)?|oppfølgende spørsmål|opfølgning"
    r"|følgespørsmål|hjelpespørsmål|støttespørsmål|tilleggsspørsmål"
    r"|underspørsmål|delspørsmål|utdypende(?: spørsmål)?|utdypning(?:sspørsmål)?|utdyping|stikkord|prober?|probes?"
    r"|probing(?: questions?)?|prompts?"
    r"|prompting questions?|follow[- ]?ups?(?: questions?| probes?| prompts?)?|sub[- ]?questions?|keywords?|cues?"
    r"|följdfrågor?|uppföljning(?:sfrågor)?"
    r"|nachfragen?|evt|eventuelt|if needed|if necessary|ved behov|om nødvendig|f\.?eks\.?|for eksempel|e\.g\.?"
    r"|examples?|eksempel|eksempler|temaer? å komme innom)"
)
_PROBE_LEAD = re.compile(rf"[(\[]?{_PROBE_WORD}\s*(?:\d{{1,2}}\s*)?(?:\([^)]*\))?\s*(?::|–\s|-\s|$)\s*", re.IGNORECASE)
_SHORT_PROBE = re.compile(r"(?:evt\.|op{1,2}f|fu|f/u|p|oppf)\.?\s?\d{0,2}\s*:\s*", re.IGNORECASE)
_ARROW = re.compile(r"(?:->|=>|→|⇒|➔|➜|↳)\s*")
_YES_NO = (
    r"(?:ja|nei|ikke|så|yes|no|not|so|jo|nej|applicable|relevant|aktuelt|nødvendig|needed|positive|negative"
    r"|positivt|negativt)"
)
_WHEN = r"(?:hvis|dersom|viss|om|ved|if|falls|wenn|hvor)"
_CONDITION = re.compile(
    rf"[(\[]?(?P<word>{_WHEN})\s+(?P<what>{_YES_NO}(?:\s*(?:/|eller|or|,)\s*{_YES_NO})?)[)\]]?\s*(?P<end>->|→|=>"
    rf"|[:,;–—?.…-]|$)\s*",
    re.IGNORECASE,
)
_CONDITION_LONG = re.compile(
    rf"[(\[]?(?:(?:probe|prompt|ask|spør|følg opp|follow up)\s+)?(?P<word>{_WHEN})\s+(?P<what>[^?:→]{{2,90}}?)[)\]]?"
    r"\s*(?::|->|→|=>)\s*",
    re.IGNORECASE,
)
_BRANCH = re.compile(r"(?P<what>ja|nei|yes|no)\s*(?::|->|→|=>|–\s|-\s)\s*", re.IGNORECASE)
_OPTIONAL = re.compile(
    r"(?P<mark>[(\[]\s*(?:valgfri(?:tt)?|frivillig|optional|valfri(?:tt)?|(?:hvis|om|dersom|ved) (?:vi har |det er "
    r"|tid)?\s?(?:god )?tid(?:en strekker til)?"
    r"|(?:hvis|om|dersom) tid(?:en)? (?:tillater|strekker til)|if (?:there is |there's "
    r"|we have )?(?:enough )?time(?: permits| allows| permitting| left| remains)?|time permitting|bonus|ekstra|extra"
    r"|kan (?:utelates|droppes|hoppes over)|may be skipped|nice to have)\s*:?\s*[)\]]|(?:valgfri(?:tt)?|optional"
    r"|ekstra|bonus|(?:if|hvis|om|dersom|viss) (?:(?:there is|there's|we have|vi har|det er|me har"
    r"|vi får) )?(?:enough |nok |god )?(?:time|tid)(?: (?:permits|allows|til det|igjen))?|ved god tid)\s*:)",
    re.IGNORECASE,
)
_OPTIONAL_TITLE = re.compile(
    r"\b(?:if|as|where) (?:there is |there's |we have |you have )?(?:enough |any )?time\b"
    r"|\btime (?:permitting|allowing)\b"
    r"|\b(?:hvis|dersom|om|viss|når|ved) (?:det er |det blir |vi har |vi får |me har )?(?:nok |god |mer )?tid\b"
    r"|^\W*(?:optional|valgfri(?:e|tt)?|valfrie?|frivillige?)\b(?:$|\W*$|:|\W+(?:questions?|spørsmål|topics?|tema(?:er)?"
    r"|section|part|del|probes?)\b)|[(\[](?:optional|valgfri(?:e|tt)?|valfri(?:e|tt)?)[)\]]",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"[(\[]?\s*(?:[–-]\s+)?(?:ca\.?|cirka|omtrent|rundt|about|approx(?:imately|\.)?|~|estimated(?: time)?:?|tid:?"
    r"|time:?|varighet:?|duration:?|max\.?|maks\.?|up to|inntil)*\s*"
    r"(?P<from>\d{1,3}(?:[.,]\d)?)\s*(?:(?:[–—-]|til|to)\s*(?P<to>\d{1,3}(?:[.,]\d)?)\s*)?"
    r"(?P<unit>min(?:utter|utt|utes|ute|uter|s|\.)?|m|timer|time|hours?|hrs?|t|['′’](?=\s*[)\]]))(?:\s?(?:each|hver"
    r"|total|totalt|i alt))?(?:\b|(?<=['′’]))\.?\s*[)\]]?",
    re.IGNORECASE,
)


def note_lead(text: str) -> bool:
    """Whether a line says by its beginning that it is meant for the interviewer."""
    inner = plain(unbracketed(text) or text)
    return _NOTE_LEAD.match(inner) is not None or NOTE_START.match(inner) is not None


def probe_lead(text: str) -> tuple[str, str] | None:
    """A label that announces probes, and what follows it on the line ("" where nothing does); None without one."""
    found = _PROBE_LEAD.match(text) or _SHORT_PROBE.match(text)
    if found is None or not found[0].strip():
        return None
    return found[0].strip(), text[found.end() :].strip()


def arrow(text: str) -> int:
    """How many characters of an arrow the line begins with; 0 without one."""
    found = _ARROW.match(text)
    return found.end() if found else 0


def condition(text: str) -> tuple[str, str, str] | None:
    """A condition at a line's beginning: the words as they stand, what they say, and the rest of the line."""
    found = _CONDITION.match(text)
    if found is None:
        found = _CONDITION_LONG.match(text)
        if found is not None and len(found["what"].split()) > 14:
            found = None
    if found is not None:
        return found[0].strip(), " ".join(found["what"].split()).strip(" ,;"), text[found.end() :].strip(" )]")
    branch = _BRANCH.match(text)
    if branch is not None:
        return branch[0].strip(), branch["what"], text[branch.end() :].strip()
    return None


def optional_mark(text: str) -> str:
    """The words that say that a question is asked only if there is time, or ""."""
    found = _OPTIONAL.search(text)
    return found["mark"] if found else ""


def optional_title(text: str) -> bool:
    """Whether a section's title says that its questions are asked only if there is time."""
    return _OPTIONAL_TITLE.search(text) is not None


def minutes_in(text: str, *, alone: bool = False) -> tuple[str, float] | None:
    """A time in a line, as it stands there and in minutes, the longer of a span; ``alone`` wants nothing else there."""
    for found in _MINUTES.finditer(text):
        if alone and found[0].strip(" .:") != text.strip(" .:"):
            continue
        unit = found["unit"].casefold()
        bracketed = found[0].strip().startswith(("(", "["))
        if unit in ("m", "t", "time") and not (bracketed or alone):
            continue
        number = float((found["to"] or found["from"]).replace(",", "."))
        minutes = number * 60 if unit.startswith(("t", "h")) else number
        if 0 < minutes <= 600:
            return found[0].strip(), minutes
    return None
