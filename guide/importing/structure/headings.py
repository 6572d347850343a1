"""Headings: what they announce below them.

So does the label at a line's beginning.
"""

import re
from typing import Literal

Zone = Literal[
    "title", "problem", "research", "opening", "warm_up", "main", "closing", "after", "about", "probes", "notes", ""
]

_GUIDE = re.compile(
    r"\b(?:intervjuguiden?|intervju[- ]?guide|intervjumal|intervjuskjema|temaguide|samtaleguide|spørreguide"
    r"|interview ?guide|interviewguide|interviewleitfaden"
    r"|interview (?:guide|protocol|schedule|script|questions|plan|template)|discussion guide|topic guide"
    r"|moderator(?:'s)? guide|focus group guide"
    r"|fokusgruppeguide|fokusgruppe|intervjuspørsmål|intervjuplan|spørsmål til intervju|test script)\b",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?P<lead>(?:vedlegg|appendiks|appendix|annex|attachment|bilaga?|anhang|supplement(?:ary (?:file"
    r"|material))?)\s*(?:nr\.?\s*)?(?:[0-9]{1,2}|[A-Z]|[IVX]{1,4})?(?:[.]\d)?)\s*"
    r"(?:[.:–—-]+\s*|\s+|$)",
    re.IGNORECASE,
)
_ZONES: tuple[tuple[Zone, str], ...] = (
    (
        "problem",
        (
            r"(?:(?:over(?:ordnet|ordna)|hoved|main|central|primary|overarching|overall"
            r"|general)\s?(?:problemstilling(?:en)?|forskningsspørsmål(?:et)?|forskingsspørsmål|research question)"
            r"|(?:overall|overarching|central) question"
            r"|hovedproblemstilling(?:en)?|problemstilling(?:en|a)?(?:(?: min| vår| mi)? er)?|studiens problemstilling"
            r"|problem statement|research problem|problem formulation|problemformulering|problem)"
        ),
    ),
    (
        "research",
        (
            r"(?:(?:studiens|delproblem|under|våre|mine|the|our|study)?\s?(?:forskningsspørsmål(?:ene)?"
            r"|forskingsspørsmål(?:a)?|problemstillinger|delproblemstillinger|underproblemstillinger"
            r"|delspørsmål|underspørsmål|research questions?(?: addressed)?"
            r"|(?:specific )?research sub-?questions?|sub-?questions|forskningsspørgsmål"
            r"|forskningsfrågor|frågeställningar|forschungsfragen?|rqs?|research (?:objectives|goals"
            r"|aims)|delmål|målsettinger?|målsetjingar?|forskn?ingsmål|studiens mål|syften|delsyften|forschungsziele"
            r"|(?:specific |study |project )?(?:aims|goals)|(?:specific |study )objectives"
            r"|(?:my|our|the)(?: main| overall)? research question (?:is|was)"
            r"|forskn?ingsspørsmålet(?: mitt| vårt)? er)(?: (?:in|for|i) (?:the|this|studien).*)?)"
        ),
    ),
    (
        "about",
        (
            r"(?:(?:general |interview(?:ing)? )?tips.*|gode råd.*|råd (?:til|for|om) .*|huskeliste.*"
            r"|do(?:'?s|'s)? (?:and|&|/|or) don['’]?ts?.*|gjør og (?:ikke gjør|unngå).*"
            r"|(?:interview(?:ing|er)? )?(?:techniques?|skills|reminders)|things to (?:avoid|remember|keep in mind).*"
            r"|analys(?:is|en|ere|ing) .*|analyse (?:av|of) .*|(?:data )?coding|koding(?: av .*)?"
            r"|intervjuteknikk.*|oppfølgingsteknikk.*|teknikker.*"
            r"|background (?:for|to|of) (?:the )?(?:interview|study|project)|bakgrunn for (?:studien"
            r"|intervjuet|prosjektet|guiden)|om (?:studien|prosjektet|guiden|intervjuet|intervjuguiden)"
            r"|(?:study )?background and (?:purpose|aims?)|about (?:the|this) (?:study|project|guide|document)"
            r"|formål(?:et)?(?: med .*)?|hensikt(?:en)?(?: med .*)?|purpose(?: of .*)?|aims?(?: of .*)?"
            r"|objectives?|overview|research goals?|metode|method(?:ology)?|utvalg|participants?|sample"
            r"|deltakere|informanter|målgruppe|target group"
            r"|analyse|analysis|data analysis|references|referanser|litteratur(?:liste)?|kilder|materials"
            r"|utstyr|equipment|logistics|metadata|document history|endringslogg|changelog|version history"
            r"|license|contents|table of contents|innhold(?:sfortegnelse)?"
            r"|acknowledge?ments?|abstract|sammendrag|theoretical framework|teori|notater|notes"
            r"|observations?|observasjoner|templates? for notes|notatmal|post-?session.*|debrief notes"
            r"|how to use(?: .*)?|bruk av guiden|instructions for use|recruit(?:ment|ing).*|screener.*"
            r"|tolkning.*|tolkning og analyse.*|acronyms?.*|abbreviations?.*|glossary.*|forkortelser|ordliste"
            r"|begrepsavklaring(?:er)?|definitions?|definisjoner"
            r"|(?:(?:post|pre)[- ]?interview |interview |quality |after the interview )?check ?lists?.*|sjekklister?.*"
            r"|note[- ]?taking.*|notatark.*|quality (?:assurance|control)|kvalitetssikring|scoring.*|red flags.*"
            r"|(?:after|post|etter)[- ](?:[\w-]+ ){0,2}(?:interviews?|intervju\w*|sessions?"
            r"|calls?|conversations?|samtale\w*)\b.*"
            r"|(?:what |things |hva )?(?:you(?:['’]re| are)?|we(?:['’]re| are)?|to|vi|du|jeg)? ?"
            r"(?:look|listen|watch|ser|lytter)(?:ing)? (?:for|etter)\b.*"
            r"|handling difficult.*|håndtering av vanskelige.*|interview tips.*|sources?|kilder"
            r"|(?:interview |sample |participant |the )?(?:responses|answers)|svar(?:ene)?|transcripts?"
            r"|(?:user )?findings|interview[- ]?(?:ablauf|set[- ]?up|procedure)|vorbereitung|förberedelser?"
            r"|notes to self)"
        ),
    ),
    (
        "closing",
        (
            r"(?:avslutning(?:en)?|avsluttende(?: (?:spørsmål|kommentarer|del|fase|refleksjoner?))?|avslutt(?:ing)?"
            r"|avrunding|avrundende spørsmål|til slutt|slutt|oppsummering(?: og avslutning)?|oppsummerende spørsmål"
            r"|avslutning og oppsummering|sluttspørsmål"
            r"|closing(?: (?:questions?|remarks|statement|section|thoughts|comments|the interview))?"
            r"|conclusion|concluding(?: (?:questions?|remarks))?|wrap[- ]?up(?: (?:questions?|and close"
            r"|& close))?|wrapping up|ending(?: questions?)?|end of (?:the )?interview"
            r"|final (?:questions?|thoughts|remarks|comments)"
            r"|cool[- ]?down|exit questions?|last questions?|finish(?:ing)?(?: up)?|summary and clos(?:e"
            r"|ing)|afslutning|avslutande frågor|abschluss|outro|close|end)"
        ),
    ),
    (
        "after",
        (
            r"(?:etter intervjuet|etter opptaket?|debrief(?:ing)?|after the interview|post[- ]interview|etterarbeid"
            r"|thank you(?: and next steps)?|takk|next steps|follow[- ]up after the interview|takk for deltakelsen)"
        ),
    ),
    (
        "opening",
        (
            r"(?:åpning(?:en)?|opning|først|aller først|innledning(?:en)?|innleiing|introduksjon(?:en)?"
            r"|intro(?:duction)?(?: script| and consent| & consent| to the (?:interview|study)"
            r"| and informed consent)?|introductory (?:script|statement|remarks)|velkommen|velkomst"
            r"|welcome(?: and (?:introductions?|consent|overview))?|opening(?: (?:script|statement|remarks))?"
            r"|rammesetting|informasjon(?: (?:til|om|før) .*)?|information(?: (?:to|for) .*)?"
            r"|praktisk(?: informasjon)?|(?:before|prior to|pre|før)[- ](?:[\w-]+ ){0,2}(?:interviews?|intervju\w*"
            r"|sessions?|calls?|conversations?|samtale\w*|start\w*|begin\w*|begynn\w*)|briefing|brief|forberedelser?|preparation"
            r"|samtykke(?:erklæring)?|(?:informed )?consent(?: form| script)?|ethics and consent"
            r"|confidentiality|konfidensialitet|taushetsplikt|presentasjon(?: av .*)?"
            r"|indledning|inledning|einleitung|einführung|begrüßung|housekeeping(?: .*)?"
            r"|avklaringer(?: og informasjon)?|ground rules|kjøreregler|set[- ]?up|logistics and consent"
            r"|interview instructions|read aloud)"
        ),
    ),
    (
        "warm_up",
        (
            r"(?:oppvarming(?:sspørsmål|en)?|warm[- ]?up(?: questions?)?|ice ?breakers?|innledende spørsmål"
            r"|introduksjonsspørsmål|introductory questions?|opening questions?|åpningsspørsmål|bakgrunn(?:sspørsmål"
            r"|sinformasjon)?|background(?: questions?| information)?|demographics?|demografi|om informanten"
            r"|about you|om deg)"
        ),
    ),
)
_COMPILED = tuple((zone, re.compile(rf"(?:{pattern})", re.IGNORECASE)) for zone, pattern in _ZONES)
_LED = re.compile(
    r"^(?:(?:del|part|section|seksjon|fase|phase|tema|theme|topic|bolk|block|step|steg|trinn|kategori|category"
    r"|module|modul|emne)\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-h]|[ivx]{1,4})\b\s*[.:–—)-]*\s*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[\s:.–—-]*(?:[(\[][^)\]]*[)\]])?[\s:.–—-]*$")
_SECTION_WORD = re.compile(
    r"^(?:del|part|section|seksjon|fase|phase|tema|theme|topic|bolk|block|kategori|category|module|modul|emne"
    r"|hovedtema|område|area)\b\s*(?:nr\.?\s*)?(?:\d{1,2}\b|(?-i:[A-H]|[IVX]{1,4})\b|:)",
    re.IGNORECASE,
)
_ABOUT_ONLY = frozenset({"about", "notes"})


_AND_CLOSING = re.compile(
    r"\b(?:and|og|&|und|och)\s+(?:closing|close|wrap[- ]?up|avslutning|avrunding|avslutt|abschluss|afslutning)$",
    re.IGNORECASE,
)

_LONGEST = 200  # characters of a heading


def zone_of(text: str) -> Zone:
    """What a heading announces, or "" where it is the name of a theme."""
    if len(text) > _LONGEST:
        return ""
    bare = _ENDS.sub("", _LED.sub("", text.strip()))
    if not bare:
        return ""
    for zone, pattern in _COMPILED:
        if pattern.fullmatch(bare):
            return zone
    if _AND_CLOSING.search(bare) is not None and len(bare.split()) <= 6:
        return "closing"
    pieces = [piece for piece in re.split(r"\s*(?:[/&–—,+|]|\s-\s|\bog\b|\band\b)\s*", bare) if piece]
    if 1 < len(pieces) <= 4:
        zones = [zone for zone in map(_zone_of_piece, pieces) if zone]
        if zones and len(zones) == len(pieces):
            return zones[0]
        if zones and zones[0] in ("closing", "opening") and _zone_of_piece(pieces[0]) == zones[0]:
            return zones[0]
    return ""


def _zone_of_piece(piece: str) -> Zone:
    for zone, pattern in _COMPILED:
        if pattern.fullmatch(piece.strip()):
            return zone
    return ""


def inline_zone(text: str) -> tuple[Zone, str, str]:
    """A heading word with a colon at a line's beginning: its zone, the words as they stand, and the rest."""
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and len(head.split()) <= 6:
        zone = zone_of(head)
        if zone:
            return zone, head + colon, rest.strip()
    return "", "", text


_ANNOUNCED = re.compile(
    r"\b(?:research (?:sub-?)?questions?|forskn?ingsspørsmål(?:ene|a)?|problemstillinge(?:r|ne))\b.*(?::$"
    r"|\bas follows\b|\bfollowing\b|\bfølgende\b|\bfølgjande\b|\bbelow\b|\bnedenfor\b)",
    re.IGNORECASE,
)


def announces_research(text: str) -> bool:
    """Whether a sentence says that the research questions come next."""
    return len(text.split()) <= 40 and _ANNOUNCED.search(text) is not None


def is_guide_title(text: str) -> bool:
    """Whether a line says that what follows is an interview guide."""
    return _GUIDE.search(text) is not None and len(text.split()) <= 25


def bare_of_guide(text: str) -> str | None:
    """A title without the words that say that it is an interview guide; None where there are none."""
    return _GUIDE.sub(" ", text) if _GUIDE.search(text) is not None else None


def without_appendix(text: str) -> tuple[str, str]:
    """An appendix's number before a title, and the title: ``("Vedlegg 1:", "Intervjuguide")``."""
    found = _APPENDIX.match(text)
    if found is None or not found["lead"].strip():
        return "", text
    rest = text[found.end() :]
    if rest and rest[0].islower():
        return "", text
    return found[0].strip(), rest.strip()


def names_section(text: str) -> bool:
    """Whether a line begins as sections are numbered: "Tema 2", "Part B"."""
    found = _SECTION_WORD.match(text.strip())
    return found is not None and not text.strip().endswith("?")
