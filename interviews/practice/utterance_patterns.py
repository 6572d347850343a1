"""Patterns of what an interviewer says, a language each.

They tell Kvale's types of questions apart by words alone, so they err; how often is measured.
"""

import re
from collections.abc import Mapping
from re import Pattern

from guide.frozen import Value


class UtterancePatterns(Value):
    """The patterns of one language; ``nod`` must fit the whole of an utterance, the others a part of it.

    ``little`` are words that carry no meaning of their own when an informant's word is looked for.
    """

    nod: Pattern[str]
    structuring: Pattern[str]
    care: Pattern[str]
    summary: Pattern[str]
    interpreting: Pattern[str]
    mentions: Pattern[str]
    probing: Pattern[str]
    indirect: Pattern[str]
    specifying: Pattern[str]
    introducing: Pattern[str]
    asks: Pattern[str]
    leading: Pattern[str]
    assessing: Pattern[str]
    counselling: Pattern[str]
    clarifies: Pattern[str]
    little: frozenset[str]


def pattern(*choices: str) -> Pattern[str]:
    """Any of the choices; case does not matter."""
    return re.compile("|".join(f"(?:{choice})" for choice in choices), re.IGNORECASE)


_OTHERS = (
    r"(?:andre|de andre|dei andre|folk|kolleg\w+|klient\w+|pasient\w+|elev\w+|foreldre\w*|pårørende\w*|brukerne?\w*|"
    r"ledelsen|leiinga|avdelinga|miljøet)"
)
_THOUGHT = r"(?:tror|trur|tenker|tenkjer)"

NORWEGIAN = UtterancePatterns(
    nod=pattern(
        r"(?:(?:m+[- ]?h?m+|hm+|ja+h?a?|jo+|nei|nettopp|akkurat|riktig|ok(?:ei|ay)?|javel|aha|å ja|ja vel|ikke sant|"
        r"ikkje sant|"
        r"(?:(?:jeg|eg) )?(?:skjønner|skjønar|forstår|ser|hører|høyrer)(?: det)?)(?:[.,! …]+|$))+",
    ),
    structuring=pattern(
        r"\b(?:gå|går|gjekk|snakke|snakker|snakka|bevege oss|bytte|skifte) (?:nå |no |litt |så |vi )*"
        r"(?:over til|videre|vidare|tilbake til|tema)\b",
        r"\b(?:jeg|eg|vi) (?:vil|skulle|skal|kan|har lyst til å) (?:nå |no |også |gjerne )*(?:tilbake|over|"
        r"videre|vidare)"
        r" (?:til|med)\b",
        r"\b(?:kommer|kjem|vender) (?:vi |jeg |eg )?(?:straks |snart |nok )?tilbake til\b",
        r"\b(?:neste|siste|første) (?:tema|del|spørsmål)\b|\bdet var det (?:første|siste)\b",
        r"\bfør vi (?:går|begynner|slutter|avslutter|runder)\b",
    ),
    care=pattern(
        r"\bpause\b|\b(?:stoppe?|slutte|avslutte|avbryte) (?:her|nå|no|intervjuet|samtalen|når|helt)\b|"
        r"\btrekke deg\b",
        r"\b(?:hoppe|hopper|gå) over (?:det|spørsmålet|dette)\b|\b(?:trenger|treng|behøver|må) (?:du "
        r")?(?:ikke|ikkje) "
        r"(?:å )?(?:svare|fortelle|si)\b",
        r"\b(?:noen|nokon) (?:du kan |å )(?:snakke|ringe|prate)\b|\bhjelpetelefon\w*|\bveilederen min kan\b",
    ),
    summary=pattern(
        r"\boppsummer\w*|\bfor å samle\b|\bså langt har du\b|\bhittil har du\b|\bdu har (?:nå |no )?fortalt "
        r"(?:meg )?(?:at|om)"
        r"\b|\bdet (?:jeg|eg) (?:har hørt|hører|har høyrt) (?:så langt )?er\b",
    ),
    interpreting=pattern(
        r"\b(?:forstår|forsto|oppfatter|oppfattet|skjønner|tolker|hører|høyrer) (?:jeg|eg) deg (?:rett|riktig|"
        r"sånn|slik|som)",
        r"\bhar (?:jeg|eg) (?:forstått|skjønt|oppfattet)\b|\bmener du (?:da |altså )?at\b|\bmeiner du (?:då )?at\b",
        r"\bbetyr (?:det|dette) (?:da |då |altså )?at\b|\bvil det (?:da |altså )?si at\b|\bså du (?:mener|"
        r"meiner|tenker|sier|seier)",
        r"\ber det (?:riktig|rett|slik|sånn)(?: forstått)? (?:å forstå )?at\b|\bdu mener (?:altså|da)\b|"
        r"\bhandler det (?:da )?om at\b",
    ),
    mentions=pattern(
        r"\bdu (?:nevnte|nemnte|sa|brukte ordet|kalte|kalla|var inne på|fortalte at|snakka om|snakket om)\b",
        r"\b(?:det|noe|noko) du (?:sa|nevnte|nemnte|kalte|kalla)\b|\bnår du (?:sier|seier)\b|\bdet der med\b|"
        r"\bdet med\b",
    ),
    probing=pattern(
        r"\b(?:si|seie|fortelle?|fortell|fortel|fortelje|beskrive?|skildre?|forklare?|snakke)\b[^?.]{0,30}"
        r"\b(?:mer|meir|nærmere|nærare|litt til)\b",
        r"\butdyp\w*|\butdjup\w*|\b(?:hva|kva) (?:mener|meiner|tenker|legger|legg) du (?:med|i|på) (?:det|dette)\b",
        r"\b(?:flere|fleire|andre) (?:eksempler|døme)\b|\b(?:hvordan|korleis) da\b|\bpå (?:hvilken|kva) "
        r"måte\b|\bfortsett\b",
        r"\bog (?:så|hva så)\W*$|\bmer om\b|\bmeir om\b|\b(?:hvordan|korleis) (?:tenker|tenkjer) du (?:da|då|"
        r"om det)\b",
        r"^(?:og |men )?(?:hvorfor|kvifor) (?:(?:sa|sier|seier) du )?(?:det|dette)\W*$",
    ),
    indirect=pattern(
        rf"\b(?:hvordan|korleis|hva|kva) {_THOUGHT} du (?:at )?{_OTHERS}\b",
        rf"\b(?:hvordan|korleis|hva|kva) (?:ser|ville|vil|sier|seier|mener|meiner|tenker|synes|opplever) {_OTHERS}\b",
    ),
    specifying=pattern(
        r"\b(?:hva|kva) (?:gjorde|tenkte|følte|sa|skjedde|svarte|hendte|hende|skjer|gjør|gjer) (?:du|dere|han|"
        r"hun|de|dei|så|da|då|"
        r"der|egentlig|konkret|som|for|når)?\b",
        r"^(?:og )?(?:når|hvor|kor|hvem|kven|hvor mange|hvor lenge|hvor ofte) (?:var|er|skjedde|foregikk|"
        r"gjorde|mange|lenge|ofte)\b",
        r"\b(?:hvordan|korleis) (?:reagerte|merket|merka|gjorde|gikk|gjekk|svarte|så det ut|ser det ut|begynte)\b",
        r"\b(?:eksempel|døme)\b|\bkonkret\b|\b(?:sist|siste|forrige|første) (?:gang|gong|du|uke|veke|time)\w*",
    ),
    introducing=pattern(
        r"\b(?:kan|kunne|vil) (?:du|dere)\b[^?]{0,30}\b(?:fortelle|fortelje|beskrive|skildre|ta meg|si litt|"
        r"seie litt)\b",
        r"^(?:fortell|fortel|beskriv|skildr)\b|\b(?:husker|hugsar|minnes) du (?:en|ein|noen|nokon)\b|^tenk "
        r"(?:tilbake )?på\b",
    ),
    asks=pattern(
        r"\?|^(?:og |men |så )?(?:hva|kva|hvem|kven|hvor|kor|hvordan|korleis|hvorfor|kvifor|hvilke\w*|når)\b|"
        r"^(?:fortell|fortel|beskriv|skildr|si|tenk)\b",
    ),
    leading=pattern(
        r"\bvel\b[^?.]*\?|\b(?:da|så|det) må (?:jo )?(?:ha|ha vært|være)\b[^.]*\?|\bdu (?:er|ble|var|føler|"
        r"synes) (?:jo|nok) \w",
    ),
    assessing=pattern(
        r"^(?:ja,? |å,? |oi,? )?(?:(?:det|dette) (?:var|er|høres|høyrest) )?(?:jo |virkelig |så |veldig |"
        r"kjempe|et |eit )*"
        r"(?:bra|flott|flink\w*|supert|godt (?:svar|sagt|jobba|jobbet)|imponerende|klokt|riktig svar|feil|dumt av)\b",
    ),
    counselling=pattern(
        r"\b(?:du|dere) (?:bør|burde|skulle (?:heller )?ha|kan jo|må (?!gjerne|bare|ikke|ikkje|si fra|få))\b",
        r"\bhar du (?:prøvd|prøvt|forsøkt|vurdert|tenkt på) å\b|\b(?:jeg|eg) (?:ville|hadde) (?:heller |nok "
        r")?(?:ha )?(?:gjort|"
        r"prøvd|tatt|snakket|sagt)\b|\bmitt råd\b",
    ),
    clarifies=pattern(
        r"\b(?:med|ved) .{3,60}? (?:mener|meiner|tenker|tenkjer) (?:jeg|eg|vi)\b|\bmener (?:jeg|vi) (?:det|alt) som\b"
    ),
    little=frozenset(
        (
            "alle alltid altså andre annet anna bare bedre begge ble blei blir bruker både da denne der dere "
            "deres det dette disse "
            "eller enn er etter for fordi fra fått før gang ganske gikk gjerne gjør gjøre gjorde går hadde "
            "han hans har "
            "helt hele henne her hos hun hvem hva hver hverandre hvis hvordan hvor hvorfor ikke ikkje ingen "
            "inn inne jeg jobb jobbe "
            "jobber kan kanskje kom komme kommer kunne lenge litt man mange med meg mellom men mens mer mest "
            "mot mye må måtte måte nei nesten "
            "noe noen noko nokon når ofte også over på selv sa seg si sier sin sine sitt skal skulle slik "
            "som sted synes så sånn ta "
            "tar tenker tenke ting til tror under ut uten vant var vel veldig vi vil ville være vært å åpen"
        ).split()
    ),
)

_PEOPLE = (
    r"(?:(?:your|the|their) )?(?:other\w*|people|colleagues?|clients?|patients?|pupils|students|parents|"
    r"relatives|management|staff|"
    r"your team|the ward)"
)

ENGLISH = UtterancePatterns(
    nod=pattern(
        r"(?:(?:m+[- ]?h?m+|hm+|uh[- ]?huh|yes|yeah|no|right|exactly|ok(?:ay)?|sure|aha|i (?:see|understand|hear "
        r"you))(?:[.,! …]+|$))+"
    ),
    structuring=pattern(
        r"\bi (?:would|want to|should) (?:like to )?(?:now |also )?(?:like to )?(?:now )?(?:introduce|turn to|"
        r"take up)\b",
        r"\b(?:move|moving|go|going|turn|get|come|coming) (?:now |on )?(?:on|over|back|now) to\b|\b(?:let's|"
        r"let us) (?:move|go|turn)\b",
        r"\b(?:change|changing) (?:the )?(?:topic|subject)\b|\b(?:next|last|first) (?:topic|part|question)\b",
        r"\bbefore we (?:move|go|begin|start|finish|end|close)\b|\bcome back to (?:that|this) later\b|\bmove on\b",
    ),
    care=pattern(
        r"\b(?:a|take|short) break\b|\b(?:stop|end|finish) (?:here|now|the interview|at any|whenever|there|"
        r"altogether)\b|\bwithdraw\b",
        r"\bskip (?:it|that|this|the question)\b|\b(?:don't|do not|needn't) (?:have to|need to)? ?(?:answer|"
        r"tell|talk)\b",
        r"\b(?:someone|somebody) (?:you can |to )(?:talk|call|ring)\b|\bhelpline\b|\bmy supervisor can\b",
    ),
    summary=pattern(
        r"\bto sum up\b|\bsummari[sz]\w*|\bso far you(?:'ve| have)\b|\byou(?:'ve| have) (?:now )?told me "
        r"(?:that|about)\b|"
        r"\bwhat i(?:'ve| have) heard (?:so far )?is\b",
    ),
    interpreting=pattern(
        r"\b(?:do|did|have) i (?:understand|understood|get|hear|heard)\b|\bam i right (?:in|that)\b|\bdo you "
        r"mean (?:that|to)\b",
        r"\bdoes (?:that|this|it) mean\b|\bso (?:what )?you(?:'re| are)? (?:mean|saying|say|think)\b|\bis it "
        r"(?:correct|right|true) that\b",
        r"\bwould it be (?:right|fair|correct) to say\b|\byou mean that\b",
    ),
    mentions=pattern(
        r"\byou (?:mentioned|said|called|used the word|spoke of|spoke about|talked about|told me that)\b|"
        r"\bwhen you say\b",
        r"\b(?:what|something|the \w+) you (?:said|mentioned|called)\b",
    ),
    probing=pattern(
        r"\b(?:tell|say|describe|explain|talk)\b[^?.]{0,30}\b(?:more|further|in (?:more|greater) detail|a "
        r"little more)\b",
        r"\belaborate\b|\bexpand\b|\bwhat do you mean (?:by|with) (?:that|this|it)\b|\b(?:more|other|further) "
        r"examples\b|\bhow so\b|"
        r"\bin what way\b|\bgo on\b|\band then\W*$|\bmore about\b",
        r"^(?:and |but )?why (?:(?:do|did) you say )?(?:so|that|this)\W*$",
    ),
    indirect=pattern(
        rf"\b(?:how|what) do you (?:think|believe|suppose) (?:that )?{_PEOPLE}\b|\b(?:how|what) (?:do|would|"
        rf"did) {_PEOPLE} "
        r"(?:have )?(?:think|thought|see|seen|say|said|feel|felt|regard|experienced?)\b",
    ),
    specifying=pattern(
        r"\bwhat (?:did|do|does) (?:you|they|he|she) (?:actually )?(?:do|think|say|feel|answer)\b|\bwhat happen\w*\b",
        r"^(?:and )?(?:when|where|who) (?:was|were|did|is)\b|^(?:and )?how (?:many|long|often)\b|\bhow did "
        r"(?:you|they|he|she|it|that|the \w+) "
        r"(?:react|respond|notice|go|begin|start|end|feel)\b",
        r"\b(?:an|one|any) example\b|\bconcrete\w*\b|\bthe (?:last|first|most recent) (?:time|week|session|day)\b",
    ),
    introducing=pattern(
        r"\b(?:can|could|would|will) you\b[^?]{0,30}\b(?:tell|describe|walk me|talk me|take me)\b|^(?:tell|"
        r"describe|walk)\b",
        r"\bdo you remember (?:a|an|any|one)\b|^think (?:back )?(?:of|to)\b",
    ),
    asks=pattern(r"\?|^(?:and |but |so )?(?:what|who|where|when|how|why|which)\b|^(?:tell|describe|walk|think|say)\b"),
    leading=pattern(
        r"\b(?:that|it|you) must (?:have|be)\b[^.]*\?|\bi (?:suppose|guess|take it) (?:that )?you\b|^(?:so "
        r")?you (?:are|were|felt|"
        r"feel|think) (?:really |surely |obviously )\w",
    ),
    assessing=pattern(
        r"^(?:oh,? |yes,? |wow,? )?(?:(?:that|this)(?:'s| is| was| sounds) )?(?:really |so |very |a )*"
        r"(?:great|brilliant|excellent|wonderful|amazing|impressive|good (?:answer|job|for you)|well (?:done|"
        r"said)|clever|"
        r"the right answer|wrong|fantastic)\b",
    ),
    counselling=pattern(
        r"\byou (?:should|ought to|could just|had better|need to (?!answer|worry))\b|\bhave you (?:tried|"
        r"considered|thought of)\b|"
        r"\bi would(?:'ve| have)? (?:rather )?(?:done|tried|taken|said|gone|talked)\b|\bif i were you\b|\bmy "
        r"advice\b",
    ),
    clarifies=pattern(r"\bby .{3,60}? (?:i|we) mean\b|\bi mean (?:what|all that|everything)\b"),
    little=frozenset(
        (
            "about after again all almost also always and another any are around because been before being "
            "both but can "
            "come could did does doing done down each even every few for from get goes going got had has "
            "have having her here him "
            "his how into its just know like little long made make many maybe more most much must never not "
            "now often "
            "one only other our out over own people place quite really said same say see she should some something "
            "such take than that the their them then there these they thing things think this those time too "
            "under until up use used very want "
            "was way well were what when where which while who why will with without work would yes you your"
        ).split()
    ),
)


def utterance_patterns(language: str) -> UtterancePatterns:
    """The patterns for a language; another than Norwegian is read as English."""
    return _BY_LANGUAGE.get(language.casefold().replace("_", "-").partition("-")[0], ENGLISH)


_BY_LANGUAGE: Mapping[str, UtterancePatterns] = {"nb": NORWEGIAN, "nn": NORWEGIAN, "no": NORWEGIAN}
