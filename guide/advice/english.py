"""English patterns for advice on wording."""

from guide.advice.patterns import LanguagePatterns, pairs, pattern

_Q = r"(?:what|who|whom|where|when|how|why|which)"
_AUX = (
    r"(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|shall|may|might|must|am|don't|doesn't|"
    r"didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't)"
)
_NEGATIVE = r"(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|can't|won't|wouldn't|shouldn't)"
_THEY = r"(?:you|it|they|he|she|we|that|there|people|this)"
_SMALL = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
_NOT_DEGREE = (
    "much|many|long|often|old|far|soon|else|exactly|come|big|large|tall|high|wide|early|late|frequently|recently|regularly|"
    "quickly|specifically|precisely|typically|generally|usually|normally|currently|actually|first|ever|then|now|best|"
    "do|does|did|is|are|was|were|will|would|can|could|should|have|has|had|might|may|you|your|about|to|people|they|we"
)
_FIXED = (
    r"\bs?he (?:or|and) s?he\b|\b(?:him|her) (?:or|and) (?:him|her)\b|\b(?:his|hers?) or (?:his|hers?|theirs?)\b",
    r"\bfor (?:and|or) against\b|\bwith (?:and|or) without\b|\bbefore and after\b",
    r"\bfor better (?:and|or) (?:for )?worse\b",
    r"\bsimilarities and differences\b|\bdifferences and similarities\b",
    r"\band (?:what|who) (?:do|does|did|is|was|were|has|have)(?: not|n't)\b(?=\W*$)",
    r"\b(?:one|an?(?: \w+)?) or (?:two|more|so|another|other)\b",
    rf"\b(?:one|{_SMALL}) (?:or|and) {_SMALL}\b",
    r"\bmore or less|\bsooner or later|\bonce or twice|\bone or the other",
    r"\bor (?:not|so|less|similar|others?|any other)\b",
    r"\bor (?:something|anything|anyone|someone|somewhere|anywhere|whatever|whoever)\b(?! (?:that|you|i|we)\b)",
    r"\band (?:so (?:on|forth)|others?|the like|such)\b",
    r"\b(\w+) and \1\b|\bup and down|\bups and downs|\bback and forth|\bto and fro|\bday and night|\bnight and day",
    r"\bnow and (?:then|again)|\bhere and (?:now|there)|\bmen and women|\bwomen and men|\bboys and girls",
    r"\bgirls and boys",
    r"\bm[uo]m and dad|\bmothers? and fathers?|\bhusband and wife|\bbrothers? and sisters?",
    r"\bchildren and young people",
    r"\bladies and gentlemen|\bfriends and family|\bfamily and friends|\bhealth and safety",
    r"\bresearch and development",
    r"\bfirst and foremost|\beach and every|\bby and large|\bblack and white|\btrial and error",
    r"\bpeace and quiet|\bodds and ends",
    r"\blife and death|\bbody and mind|\bmind and body|\bbread and butter|\bterms and conditions|\barts and crafts",
    r"\bquestions? and answers?|\bsupply and demand|\bstep by step and|\bnice and|\baccident and emergency",
    r"\b(?:go|goes|went|come|comes|came|try|wait|stop|sit|sat|stay) and (?!who|what|how|why|where|when)",
    r"\byourself and (?:your|a (?:little|bit))\b",
    r"\w+- and \w+|\bwhy or why not",
)
_HERE = (
    r"(?:interview|project|study|school|year|semester|term|job|role|profession|field|country|place|building|"
    r"house|course|"
    r"conversation|room|hospital|ward|company|team|community|city|town|organi[sz]ation|work|area|life|days|"
    r"department|"
    r"university|programme|program|week|month|morning|afternoon|evening|time|research|neighbou?rhood|three|two|four)"
)
_ASKED_TO = (
    r"(?:tell|describe(?! \w+ as)|explain|give|share|walk|take (?:me|us)|talk|expand|elaborate|show|"
    r"think (?:back|of)|recall|"
    r"remember|begin|start|introduce|outline|help (?:me|us)|paint|name|list|summari[sz]e|illustrate|provide|"
    r"reflect|speak|"
    r"say (?:something|a (?:bit|little)|more|how|what|some))"
)
_INSTANCE = (
    r"(?:time|situation|moment|occasion|event|incident|episode|experience|day|night|shift|case|story|meeting|lesson)"
)
_USUAL = r"(?:typical|usual|normal|ordinary|regular|average|good)\b"
_TELL = (
    r"(?:(?:tell|telling) (?:me|us)(?: \w+){0,3} about|describ(?:e|ing)|"
    r"think(?:ing)?(?: back)? (?:of|to|about)|recall|remember)"
)

ENGLISH = LanguagePatterns(
    conjunction=pattern(r"\b(?:and|or)\b"),
    fixed=pattern(*_FIXED),
    between=pattern(r"\bbetween\b[^,;.?!]{1,60}?\band\b"),
    asks_again=pattern(
        rf"{_Q}\b", rf"(?:that|whether|if)\b|{_AUX} (?:you|they|it|there|we)\b", rf"\w+ {_Q}\b", start=True
    ),
    both=pattern(r"\b(?:either|both|neither)\b"),
    while_clause=pattern(
        r"\b(?:when|while|if|whenever|once|after you|before you|as soon as)\b",
        r"\ba (?:time|day|night|situation|moment)\b(?= (?:you|that|where)\b)",
        r"\b(?:last|first|most recent) (?:time|occasion)\b(?= (?:you|that|when|some(?:one|body)|they)\b)",
    ),
    side_by_side=pattern(rf"\b{_Q}(?:, {_Q})*,? ?(?:and|or|/|and/or) ?(?:if so,? )?{_Q}\b(?! not\b)"),
    tail=pattern(r"[,–-] ?(?:and |if so,? |and if so,? )?(?:why|how)(?: so)?\?"),
    bare_why=pattern(r"(?:and )?why\W*$", start=True),
    intro=pattern(
        r"(?:when|if|as|since|in|on|for|from|to|at|with|looking|thinking|think|after|before|during|given|based|"
        r"considering|"
        r"overall|while|once|over|regarding|about|by|through|throughout|compared|finally|lastly|"
        r"now that)\b[^,?]{0,160}, ",
        r"(?:so|and|but|now|also|then|well|ok|okay|first|finally|overall|lastly|generally|please),? (?!far)",
        start=True,
    ),
    closed=pattern(rf"{_AUX} \w", start=True),
    invites=pattern(
        rf"(?:can|could|would|will|may|might|shall) (?:you|we|i)\b[^?]{{0,40}}?\b{_ASKED_TO}\b",
        r"would you mind (?:telling|describing|sharing|explaining|giving|talking|walking)",
        r"(?:do|have) you (?:have|got)?(?: an?| any| some)?(?: \w+)? ?examples?\b",
        start=True,
    ),
    answered=pattern(
        r"(?:(?:the answer is|(?:they|he|she|(?:the )?(?:participant|informant|interviewee)) "
        r"(?:say|answer)s?) )?"
        r"(?:yes|no|not)\W*$",
        start=True,
    ),
    leading=pattern(
        rf", (?:{_NEGATIVE} {_THEY}|right|correct|no|wouldn't you (?:say|agree)|don't you (?:think|agree))\?",
        r"\b(?:obviously|of course|needless to say|surely)\b",
        r"\b(?:don't|wouldn't) you (?:think|agree|say)\b",
    ),
    leading_start=pattern(
        rf"{_NEGATIVE} (?:{_THEY}|the|your)\b",
        r"(?:do|would|did) you (?:also |not )?agree\b(?! or)",
        r"(?:is|are|was|were|do|does|did|have|has) (?:it|you|they|there|we) not\b",
        r"should(?:n't)? ",
        r"(?:do|would) you (?:not )?(?:think|feel|believe|say)(?: that)? [^?,]{0,80}\b(?:should|ought)\b",
        r"why (?:should|shouldn't)\b|clearly,",
        start=True,
    ),
    degree=pattern(
        rf"how (?:very )?(?!(?:{_NOT_DEGREE})\b)\w+ (?=(?:is|are|was|were|do|does|did|would|will|have|has|had)\b)",
        r"how (?:much|big|large|great|strong) (?:of )?(?:an? )?(?:influence|impact|importance|trust|role|"
        r"pleasure|difference)\b",
        r"to what (?:extent|degree)\b",
        start=True,
    ),
    why=pattern(r"\bwhy\b"),
    theory=pattern(
        r"\b(?:discourse|paradigm|epistemolog|ontolog|phenomenolog|hermeneutic|operationali[sz]|conceptuali[sz])\w*",
        r"\b(?:internali[sz]|intersubjectiv|intersectional|sociocultural|psychosocial|positionality|habitus|"
        r"praxis)\w*",
        r"\bself-efficacy\b|\bcoping strateg\w+|\bcontextual factors?\b",
    ),
    term=pattern(
        r"\b(?!(?:medical|local|general|special|final|normal|public|digital|initial|clinical|basic|actual|real|total|"
        r"typical|positive|negative|electric|economic|electronic|legal|manual|annual|personal|financial|several|"
        r"hospital|technical|practical|physical)\b)\w+(?:al|ive|ic) "
        r"\w{3,}(?:tion|sion|ment|ity|ism|ness|ance|ence|acy|ship|labou?r|capital)s?\b"
    ),
    endings=r"(?:s|es|'s|ed|ing)?",
    leans=pattern(
        rf"\b(?:this|these)\b(?!:)(?! (?:\w+ )?{_HERE})",
        r"\bthose\b(?! (?:of|who|that|with|in|you|around|close)\b)",
        r"\bsuch\b(?! (?:as|an?)\b)",
        r"\b(?:like|about|of|with|for|from|by) that(?=\?)",
    ),
    sides=pairs(
        (r"positiv\w*", r"negativ\w*"),
        (r"opportunit\w*", r"(?:challenge|barrier|limitation|obstacle|threat)\w*"),
        (r"possibilit\w*", r"(?:challenge|barrier|limitation|obstacle)\w*"),
        (r"barriers?\b", r"(?:facilitator|enabler|resource|opportunit)\w*"),
        (r"advantages?\b", r"disadvantages?\b"),
        (r"benefits?\b", r"(?:drawback|challenge|risk|cost|disadvantage|limitation)\w*"),
        (r"strengths?\b", r"(?:weakness|limitation|challenge)\w*"),
        (r"pros\b", r"cons\b"),
        (r"help\w*", r"(?:hinder|hamper|hindrance)\w*"),
        (r"joys?\b", r"(?:challenge|sorrow|burden)\w*"),
        (r"good\b", r"(?:bad|difficult|less good|not so good|hard)\b"),
        (r"best\b", r"(?:worst|hardest)\b"),
        (r"easy\b", r"(?:difficult|hard)\b"),
        (r"(?:successes|success)\b", r"failures?\b"),
        (r"highs\b", r"lows\b"),
        (r"rewards?\b|rewarding\b", r"(?:challeng|frustrat)\w*"),
        conjunctions="and|or|as well as|versus|vs|but also",
    ),
    instance=pattern(
        r"(?<!for )\bexamples?\b",
        rf"\b(?:an?|one|the|some|particular|specific|recent)(?: (?!{_USUAL})\w+)? {_INSTANCE}s?,? "
        r"(?:when|where|in which|you|that|from|at)\b",
        rf"\b(?:specific|particular|concrete|recent|memorable) {_INSTANCE}s?\b",
        r"\b(?:the )?(?:last|first|most recent) (?:time|day|week|month|night|shift|meeting|lesson|case|occasion)\b",
        rf"\b{_TELL} (?:an?|one|some) (?!{_USUAL})\w+(?: \w+){{0,4}} (?:that|which|when|where|in which|who)\b",
        rf"\b{_TELL} (?:a|one|another) (?:time|situation|moment|occasion|incident|episode)\b",
        rf"\b{_TELL} (?:the|your|an?) (?!(?:for|inter|harv|requ|prot|cont|arr|conqu)est\b)"
        r"(?:(?:very )?(?:last|first|best|worst|\w{3,}est)|most \w+)\b(?! things?\b)",
        r"\b(?:walk|walked|talk|take|lead|guide) (?:me|us) (?:\w+ )?through\b",
    ),
    warm_up=pattern(
        r"(?:can|could|would|will) you\b[^?]{0,40}\b(?:tell|describe|introduce|start|begin|share|walk|take me|"
        r"say (?:a|some))",
        r"(?:please |to (?:start|begin)[^?]{0,40}|let's start)?,? ?(?:tell|describe|introduce|walk)\b",
        r"how long (?:have|has|did)|where (?:do|did|are) you|what (?:do|did) you do\b|what does your|"
        r"how did you (?:get|come|become)",
        r"what is (?:your (?:job|role|position|background|occupation|work|title|current)|it (?:you|that you) do)",
        r"what(?: kind| sort| type)? (?:of )?(?:work|job|role)|when did you|what is an? (?:\w+ )?(?:day|morning|"
        r"night|week|shift)",
        start=True,
    ),
    warm_title=pattern(
        r"\b(?:warm-?\s?up|introduction|introductory|background|ice-?breakers?|about you|getting to know)\b"
    ),
    transition=pattern(
        r"^(?:now|next|let's|let us|moving|turning|so far|i(?:'d| would) (?:now |next )?like to (?:talk|ask|"
        r"move|turn|hear))\b",
        r"^(?:you (?:mentioned|have told|told|talked)|we(?:'ve| have) (?:talked|spoken|discussed)|if we (?:turn|"
        r"move|look))\b",
        r"\b(?:move|moving|turn|turning) (?:on )?(?:now )?to\b|\bwe(?:'ve| have) (?:\w+ )?(?:talked|"
        r"spoken) about|\bchange topics?",
    ),
    transition_title=pattern(r"transitions?$", start=True),
    anything_else=pattern(
        r"\banything (?:else|more)|\b(?:like|want|wish) to add|\bshould have asked|\bhaven't (?:asked|covered)"
    ),
    floor=pattern(
        r"(?:is|was) there (?:perhaps |maybe )?(?:(?:any|some)thing|any(?: other)? (?:topics?|questions?|comments?))"
        r"(?: else| more| further)?(?: that)?(?: (?:you|we|i))?"
        r"(?:(?: would|'d| might| may)?(?: still| also)? ?(?:like|want|wish|care)?(?: me)? ?(?:to )?"
        r"(?:add|say|mention|share|bring up|raise|talk about|discuss|tell (?:me|us)|ask|wonder(?:ing)? about)"
        r"|(?: have|'ve)(?: not|n't)? (?:forgotten|missed|left out|talked about|covered|asked|discussed|touched on|"
        r"mentioned)|(?: have not|haven't|did not|didn't|forgot|missed|should have (?:asked|covered|talked))\b)",
        r"is there anything else\?",
        r"(?:do|have) you (?:have |got )?(?:any(?: other| more| further)? (?:questions|comments|thoughts to add)|"
        r"anything(?: else)? (?:(?:that )?you(?:'d| would)? (?:like|want|wish) )?to (?:add|say|ask))",
        r"(?:have|did) (?:we|i) (?:missed?|forgot(?:ten)?|left out) anything",
        start=True,
    ),
    opinion=pattern(
        r"what (?:do|did) you (?:think|believe|feel|understand|mean)|what does [^?]{1,60} mean|what (?:is|"
        r"are) your (?:view|opinion|"
        r"thought|attitude|understanding|definition)",
        r"how (?:do|would) you (?:define|understand|view|see|feel about|conceptuali[sz]e)\b",
        r"(?:do|would|did) you (?:think|believe|feel|agree|say|consider)\b",
        start=True,
    ),
    behaviour=pattern(
        r"what (?:do|did) you do\b|what (?:happens|happened)\b|how (?:do|did) you (?:go about|work|use|handle|"
        r"deal|plan|prepare|"
        r"decide|get|start|organi[sz]e|solve|manage|make|teach|approach|become|come)\b",
        r"(?:please )?(?:tell|walk) me\b|(?:can|could|would) you [^?]{0,30}\b(?:tell|walk|take me|give)\b",
        start=True,
    ),
)
