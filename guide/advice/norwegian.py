"""Norwegian patterns for advice on wording.

Bokmål and nynorsk together.
"""

from guide.advice.patterns import LanguagePatterns, pairs, pattern

_Q = r"(?:hva|hvem|hvor|hvordan|hvorfor|hvilke[nt]?|når|kva|kven|kor|korleis|kvifor)"
_YOU = r"(?:du|dere|de|dykk|dokker|det|den|dei|man|noen|nokon|han|hun|ho|vi|jeg|eg|synet|jobben|arbeidet)"
_NUMBER = r"(?:\d+|én|ett|en|ei|et|ein|eit|to|tre|fire|fem|seks|sju|åtte|ti|noen|nokre)"
_MODAL = r"(?:kan|kunne|vil|ville|har (?:du|dere) (?:lyst|mulighet|anledning))"
_HE, _HIM, _HIS = r"(?:han|hun|ho|hen)", r"(?:han|ham|henne|hennar|hen)", r"(?:hans|hennes|hennar|hens)"
_PAIRS = tuple(
    pair.split("/")
    for pair in (
        "ro/orden lov/orden lover/regler rett/galt rett/gale godt/vondt frykt/beven kunst/kultur tid/sted "
        "tid/stad tid/rom hjelp/støtte råd/støtte råd/veiledning råd/vink tips/råd tips/triks ris/ros "
        "krig/fred by/land by/bygd land/strand teori/praksis tanker/følelser tankar/kjensler "
        "rettigheter/plikter rettar/plikter venner/familie vener/familie slekt/venner søsken/foreldre "
        "store/små stor/liten unge/gamle ung/gammel rik/fattig rike/fattige inne/ute hjemme/borte heime/borte "
        "før/nå før/no navn/adresse frisk/rask god/trygg trygg/trygt lyd/lys salt/pepper vett/forstand "
        "søk/redning drift/vedlikehold kost/losji bruk/kast liv/helse helse/omsorg helse/sosial pleie/omsorg "
        "stell/pleie kjøp/salg åpent/ærlig ope/ærleg kort/godt kort/konkret klart/tydelig klar/tydelig "
        "høyt/tydelig høyt/lavt vidt/bredt leve/bo lever/bor levde/bodde lytte/lære tenke/føle håp/tro "
        "tru/håp sang/musikk lek/moro fryd/gammen klipp/lim hånd/fot kropp/helse ansvar/plikter hus/hage "
        "ett/annet alt/alle hist/her smått/stort pro/kontra pluss/minus"
    ).split()
)
"""Two words that name one thing when they are joined, in either order."""
_DOING = r"(?!h?[vk]\w+|\w+(?:en|et|ene|ane)\b)"
"""What follows is done, and is neither asked again nor a thing."""
_FIXED = (
    rf"\b{_HE} (?:eller|og) {_HE}\b|\b{_HIM} (?:eller|og) {_HIM}\b|\b{_HIS} (?:eller|og) {_HIS}\b",
    r"\bfor (?:og|eller) i?mot\b|\bmed (?:og|eller) uten\b|\bmed (?:og|eller) utan\b|\bfør og etter\b",
    r"\bpå godt og vondt\b|\blikheter og (?:ulikheter|forskjeller)\b|\blikskapar og (?:ulikskapar|skilnader)\b",
    r"\bog (?:hva|kva|hvem|kven)(?: \w+)? ikk?j?e\b(?=\W*$)",
    r"\b(?:en|ett|et|én|ei|ein|eit) eller (?:to|flere|fleire|annen|annet|anna|annan|noen)",
    rf"\b{_NUMBER} (?:eller|og) (?:\d+|to|tre|fire|fem|seks|sju|åtte|ni|ti)\b",
    r"\b(?:mer|meir) eller (?:mindre|mindre)|\bfør eller (?:siden|senere)|\bførst og fremst|\bav og til|\btil og med",
    r"\b(?:fra|i|frå) og med|\bnå og da|\bno og då|\bnå og (?:fremover|framover)|\brett og slett|\ben og samme",
    r"\b(?:hver|kvar|en|ein) og (?:en|ein|ei|annen|annan|bidige)|\bhelt og holdent|\btitt og ofte|\bom og om",
    r"\bdag og natt|\bnatt og dag|\bfr[ea]m og tilbake|\bopp og ned|\but og inn|\binn og ut|\bhit og dit",
    r"\bher og (?:nå|no|der)|\bmor og far|\bfar og mor|\bmann og kone|\bmenn og kvinner|\bkvinner og menn",
    r"\bgutter og jenter|\bjenter og gutter|\bbarn og (?:unge|ungdom\w*|foreldre)|\bunge og voksne|\bliv og død",
    r"\bkropp og sinn|\bkropp og sjel|\bskole og hjem|\bhjem og skole|\bhus og hjem|\bmat og drikke|\bbarn og voksne",
    r"\bpsykisk\w* og fysisk\w* helse|\bfysisk\w* og psykisk\w* helse|\bhelse og velferd|\bhus og heim",
    r"\w+- og \w+",
    r"\bog så (?:videre|bortetter)|\bosv",
    r"\b(?:og|eller) (?:lignende|liknende|(?:de |dei )?andres?|annet|anna|ikke|ikkje|ei|noe|noko|sånt|slikt|så)\b",
    r"\b(?:sitt\w*|satt|står|sto|stod|ligg\w*|lå|går|gikk|driv\w*|drev|kom\w*|prøv\w*|dra\w*|reis\w*) og\b",
    rf"\b(?:være|vere|vær|ver|vært|vore|er|var|bli\w*|ble|blei|vart|få\w*|fikk|fekk)(?: \w+){{0,3}} med og {_DOING}",
    rf"\b(?:til ?stede?|i gang|sitt\w* ned|stopp\w* opp|stå\w* på|tar? (?:seg|deg|dere|oss) tid) og {_DOING}",
    rf"\b(?:sett\w*|satte) (?:seg|deg|dere|oss|meg|dykk)(?: ned)? og {_DOING}",
    r"\b(\w+) og \1\b",
    *(rf"\b(?:{one} og {other}|{other} og {one})\b" for one, other in _PAIRS),
    r"\b(?:balanser|kombiner|foren|forein|skill?|skil)\w* (?:\w+ ){0,3}og\b",
    r"\bholde\w* på og|\bholdt på og|\bsnill og",
    r"\b(?:deg|dykk|dere) (?:selv|sjølv|sjøl) og (?:din|ditt|dine|litt|jobben|\w+ (?:din|ditt|dine))\b",
    r"\bMøre og Romsdal|\bSogn og Fjordane|\bTroms og Finnmark|\bVestfold og Telemark",
)
_VERBS = (
    "er|var|synes|syns|synest|syntes|føler|følte|opplever|opplevde|blir|ble|vart|mener|meiner|tror|trur|tenker|har|hadde|"
    "kjenner|kjente|anser|vil|gjør|ser"
)
_NOT_DEGREE = (
    "mye|mange|lenge|lenger|ofte|langt|lang|lange|gammel|gamle|gamal|stor|store|stort|tidlig|sent|seint|mykje|høy|høg|"
    "ellers|raskt|fort|du|dere|de|det|dykk|den|dei|man|folk|først|nær|regelmessig|hyppig"
)
_HERE = (
    r"(?:\w*(?:intervju|prosjekt|studi|semester|yrke|samtale|arbeidssted|arbeidsplass|kommune|avdeling|organisasjon)\w*|"
    r"(?:skole|kalender|studie)?år\w{0,3}|(?:fag|land|felt|sted|stad|bygg|hus|kurs|firma|team|område|skole|skule|rom)(?:et|a)?|"
    r"livet|dager|dagene|dagar|tider|tida)\b"
)
_ASKED_TO = (
    r"(?:fortell\w*|fortelje|beskriv\w*(?! \w+(?: selv)? som)|skildr\w*|komme med|kome med|gi|gje|forklar\w*|"
    r"utdyp\w*|"
    r"utdjup\w*|nevn\w*|nemn\w*|dele|snakke|vise|reflekter\w*|greie ut|gjøre rede|gjere greie|ta (?:meg|oss)|"
    r"begynne|starte|"
    r"presentere|introdusere|huske|hugse|minnes|minnast|tenke (?:på|tilbake|høyt)|komme på|kome på|oppsummer\w*|"
    r"illustrer\w*|sette ord|setje ord|(?:si|seie) (?:noe|litt|mer|meir|kort|noko|hva|kva|hvordan|korleis|meg|"
    r"nærmere))"
)
_ELSE = (
    r"(?:kanskje |eventuelt |ellers |elles )?(?:noe|noko|(?:noen |nokre )?(?:andre|flere|fleire) (?:ting|tema\w*|"
    r"spørsmål)|mer|meir)(?: (?:annet|anna|mer|meir|til))?(?: til slutt)?"
)
_SPEAKER = r"(?:du|dere|de|dykk|jeg|eg|vi)"
_MODALS = (
    r"(?:vil|ville|ønsker å|ønskjer å|har lyst til å|har lyst å|skulle|burde(?: ha)?|bør|har|hadde|kunne|kan|fikk)"
)
_SAYING = (
    r"(?:legge til|leggje til|lagt til|tilføye|føye til|sagt|få sagt|fått sagt|(?:si|seie)\b|spurt|spørre|spørje|"
    r"lurer på|lurar på|lure på|undrer|undrast|ta opp|teke opp|tatt opp|nevne|nevnt|nemne|nemnt|snakke om|snakket om|"
    r"snakka om|utdype|utdjupe|fortelle|fortelje|dele|trekke fr[ae]m|vite|vete|glemt|gløymt|vært inne på|vore inne på)"
)
_INSTANCES = r"(?:situasjon|episode|hendelse|hending|opplevelse|oppleving|gang|gong|historie|time|sak|dag|samtale|økt)"
_USUAL = r"(?:vanlig|vanleg|typisk|normal|ordinær|alminnelig|god)\b"
_TELL = (
    r"(?:(?:fortel\w*|fortalt|snakk\w*)(?: (?:meg|oss|litt|mer|meir|gjerne))* om|beskriv\w*|skildr\w*|hugs\w*(?: på)?|"
    r"husk\w*(?: på)?|komm?e på|kjem du på|ten[kc]\w*(?: tilbake)? på)"
)

NORWEGIAN = LanguagePatterns(
    conjunction=pattern(r"\b(?:og|eller|samt)\b"),
    fixed=pattern(*_FIXED),
    between=pattern(r"\b(?:mellom|imellom)\b[^,;.?!]{1,60}?\bog\b"),
    asks_again=pattern(rf"(?:\w+ )?{_Q}\b", r"som\b", r"om du\b", start=True),
    both=pattern(r"\b(?:enten|både|verken|hverken)\b"),
    while_clause=pattern(
        r"\b(?:når|da|då|hvis|dersom|viss|mens|medan|etter at|før du|(?:en|ein) (?:gang|gong) (?:der|hvor|du)|"
        rf"(?:sist|siste|første|fyrste|forrige|førre)(?: (?:gang|gong)\w*)?(?= {_YOU}\b))\b"
    ),
    side_by_side=pattern(rf"\b{_Q}(?:, {_Q})*,? ?(?:og|eller|/|og/eller) ?(?:eventuelt |evt\.? )?{_Q}\b"),
    tail=pattern(r"[,–-] ?(?:og |i så fall,? |evt\.? |eventuelt )?(?:hvorfor|hvordan|kvifor|korleis)(?: det)?\?"),
    bare_why=pattern(r"(?:og )?(?:hvorfor|kvifor)\W*$", start=True),
    intro=pattern(
        r"(?:når|hvis|dersom|viss|om|da|då|etter|før|siden|sidan|i|på|for|som|med|fra|frå|ut fra|nå|no|ved|"
        r"under|basert|"
        r"til slutt|tilbake|tenk|gjennom|utover|mot|hos|blant)\b[^,?]{0,160}, ",
        r"(?:og|men|så|nå|til slutt|også|først|ok|okei|ja|altså|eventuelt|evt\.),? (?!langt)",
        start=True,
    ),
    closed=pattern(
        r"(?:er|var|har|hadde|vil|ville|kan|kunne|skal|skulle|må|måtte|bør|burde|finnes|fins|finst|blir|ble|"
        r"vart|vert|fikk|fekk)"
        r" (?!du snill)\w",
        r"(?:får|synes|syns|syntes|synest|tror|trodde|trur|trudde|mener|mente|meiner|meinte|opplever|opplevde|"
        r"føler|følte|"
        r"kjenner|kjente|liker|likte|likar|tenker|tenkte|gjør|gjorde|gjer|går|gikk|jobber|jobba|jobbet|jobbar|"
        r"arbeider|"
        r"bruker|brukte|brukar|pleier|pleide|savner|savnet|sakna|saknar|husker|hugsar|ønsker|ønskjer|trenger|"
        r"treng|vet|"
        r"veit|snakker|snakkar|deltar|deltek|deltok|hender|hendte|skjer|skjedde|kommer|kjem|trives|trivst|foretrekker|lærer|"
        r"lærte|tar|tek|tok|"
        r"bor|bur|forventer|merker|merket|merkar|påvirker|påvirket|påverkar|påverka|hjelper|hjalp|passer|passar|stemmer|fungerer|"
        r"fungerte|gir|ga)"
        rf" {_YOU}\b",
        start=True,
    ),
    invites=pattern(
        rf"{_MODAL} (?:du|dere|dykk|dokker|vi|jeg|eg|de)?\b[^?]{{0,40}}?\b{_ASKED_TO}",
        r"har (?:du|dere|dykk) (?:et|noen|eit|nokre|flere|fleire)?(?: konkret\w*)? ?(?:eksempe?l\w*|døme)",
        start=True,
    ),
    answered=pattern(
        r"(?:(?:svaret er|svarer?|(?:hun|han|ho|hen|de|dei|informanten|deltage?ren|deltakar\w*|vedkommende) "
        r"(?:svarer|svarar|sier|seier)) )?(?:ja|nei|ikke|ikkje)\W*$",
        start=True,
    ),
    leading=pattern(
        r"\bikk?j?e sant\b",
        r", (?:eller hva|er det ikke|er det ikkje|synes du ikke|har du ikke|er du ikke|ikkje sant)\?",
        r"\b(?:selvfølgelig|selvsagt|naturligvis|sjølvsagt|sjølvsagd|naturlegvis|som kjent)\b",
    ),
    leading_start=pattern(
        r"er (?:du|dere|dykk) (?:ikke |ikkje |også |òg )?(?:helt |heilt )?(?:enig|enige|einig|einige|samd|samde)\b"
        r"(?! eller| og u)",
        r"(?:synes|syns|synest|mener|meiner|tror|trur|føler|opplever|tenker|ser|vil|er|har|kan|bør|burde|skulle|"
        r"blir|var) "
        r"(?:du|dere|det|vi|dykk|de|man) (?:ikke|ikkje)\b",
        r"(?:burde|bør) ",
        r"(?:synes|syns|synest|mener|meiner|tror|trur) (?:du|dere|dykk) (?:ikke |"
        r"ikkje )?(?:at )?[^?,]{0,80}\b(?:burde|bør)\b",
        r"(?:hvorfor|kvifor) (?:bør|burde)\b",
        start=True,
    ),
    degree=pattern(
        rf"(?:hvor|kor) (?:(?:veldig|svært) )?(?!(?:{_NOT_DEGREE}|{_VERBS})\b)\w+ (?=(?:{_VERBS})\b)",
        r"(?:hvor|kor) (?:stort?|store|mye|mykje|høy|høg|viktig) (?:betydning|betyding|rolle|vekt|glede|verdi|tillit|"
        r"innflytelse|innverknad|grad|nytte)\b",
        r"i (?:hvilken|kva|hvor stor|kor stor|hvor høy) grad\b",
        start=True,
    ),
    why=pattern(r"\b(?:hvorfor|kvifor)\b"),
    theory=pattern(
        r"\bbedringsprosess\w*",
        r"\bkontekst\w*|\bkryss-?kontekst\w*",
        r"\b(?:diskurs|paradigm|epistemolog|ontologi|hermeneuti|fenomenolog|konseptualiser|operasjonaliser)\w*",
        r"\b(?:internaliser|eksternaliser|resiliens|empowerment|intersubjektiv|sosiokultur|psykososial|habitus)\w*",
        r"\bmestringsstrateg\w*|\bself-efficacy\b",
    ),
    term=pattern(
        r"\b(?!(?:fysisk|praktisk|teknisk|norsk|engelsk|typisk|spesiell|aktuell|reell|total|normal|lokal|digital|positiv|"
        r"negativ|medisinsk|økonomisk|juridisk|offentlig)\w*\b)\w+(?:al|ell|isk|iv|ær)(?:e|t|le)? "
        r"\w{3,}(?:ing|else|het|heit|sjon|itet|isme|skap|nad|anse|ens|kapital)(?:en|a|er|ar)?\b"
    ),
    endings=r"(?:en|et|a|e|er|ar|ene|ane|n|s|ens|ets|ets|r|ne|enes|ers|i)?",
    leans=pattern(
        rf"\b(?:dette|disse|desse)\b(?!:)(?! {_HERE})(?! som\b)",
        r"\b(?:slikt|slike|slik|sånt|sånne)\b(?! (?:at|du|de|dere|dykk|det|den|dei|jeg|eg|vi|man|som|han|hun|ho|"
        r"å)\b)",
        r"\bdenne (?:typen|type|måten|formen|prosessen|situasjonen|opplevelsen|erfaringen|endringen|hendelsen)\b",
        r"\b(?:om|med|på|av|til|for) det(?=\?)",
    ),
    sides=pairs(
        (r"positiv\w*", r"negativ\w*"),
        (r"mulighet\w*", r"(?:utfordring|begrensning|hindring|avgrensing|barriere)\w*"),
        (r"moglegheit\w*", r"(?:utfordring|begrensning|hindring|avgrensing|barriere)\w*"),
        (r"barriere\w*", r"(?:ressurs|fremm)\w*"),
        (r"(?:fordel|førem[ou]n)\w*", r"(?:ulempe|bakdel)\w*"),
        (r"styrke\w*", r"(?:svakh?eit?|utfordring)\w*"),
        (r"fremm\w*", r"(?:hemm|hindr)\w*"),
        (r"glede\w*", r"(?:utfordring|sorg|belastning)\w*"),
        (r"(?:gode|godt|god|bra)\b", r"(?:dårlig\w*|dårleg\w*|vanskelig\w*|vond\w*|mindre (?:god|bra)\w*)"),
        (r"beste?\b", r"(?:verste?|vanskeligste?|vanskelegaste?)\b"),
        (r"(?:lett|enkelt)\b", r"(?:vanskelig|vanskeleg|tungt)\b"),
        (r"opp(?:turer)?-?", r"(?:nedturer|nedsider)"),
        (r"nytte\w*", r"(?:risiko|kostnad)\w*"),
        conjunctions="og|eller|samt|kontra|mot|så vel som|men også",
    ),
    instance=pattern(
        r"(?<!for )(?<!til )\b(?:eksempe?l\w*|døme)\b",
        rf"\b(?:en|ei|ein|et|eit|noen|nokre|siste|bestemt|spesiell|konkret\w*)(?: \w+)? {_INSTANCES}(?:er|ar)?,?"
        r" (?:der|hvor|kor|da|då|du|som|når|dere|det|de|noe|noko|noen|fra|frå)\b",
        rf"\bkonkret\w* {_INSTANCES}\w*",
        rf"\b{_TELL} (?:sist|siste|forrige|førre)\b|\b{_TELL} (?:en|ein) (?:annen |annan )?(?:gang|gong)\b(?! til\b)",
        rf"\b{_TELL} (?:den|det|de|dei|din|ditt) (?:aller )?(?:første|fyrste|siste|beste|verste|\w{{3,}}[aei]?ste)\b"
        r"(?! (?:ved|med|i|på)\b)",
        rf"\b{_TELL} (?:en|et|ei|ein|eit) (?!{_USUAL})\w+(?: \w+){{0,4}} (?:som|der|hvor|da|då)\b",
        r"\bta(?:r|tt)? (?:meg|oss) (?:med )?(?:\w+ )?gjennom\b",
        r"\b(?:sist|siste) (?:du|dere|dykk|det|noen|gang|gangen|gong|gongen)\b|\b(?:første|fyrste) (?:gang|gong)\w*",
        r"\bforrige (?:gang|uke|time)|\bførre (?:gong|veke)",
        r"\bden (?:aller )?(?:første|fyrste|siste) (?:dag|uka|uken|veka|time|tid|måned|samtale|vakt|møte)\w*",
    ),
    warm_up=pattern(
        r"(?:kan|kunne|vil|ville) (?:du|dere|dykk)\b[^?]{0,40}\b(?:fortelle|fortelje|beskrive|skildre|"
        r"presentere|starte|"
        r"begynne|introdusere|(?:si|seie) (?:litt|noe|kort|noko))",
        r"(?:fortel+|beskriv|skildr|presenter)\b|(?:hvor|kor) lenge (?:har|er)|(?:hvor|kor) (?:jobber|bor|"
        r"kommer|arbeider)",
        r"(?:hva|kva) (?:jobber|jobbar|arbeider|gjør du til|gjer du til|heter|slags (?:jobb|stilling|arbeid)|"
        r"handler jobben)",
        r"(?:hva|kva) er (?:din|ditt|stillingen|bakgrunnen|rollen|jobben|yrket)\b(?! (?:syn|mening|holdning|"
        r"oppfatning))",
        r"(?:hvordan|korleis) (?:kom|ble|vart|begynte|byrja|startet|starta|havnet|hamna|fikk du|fekk du|ser en|"
        r"er en vanlig)",
        r"(?:når|hva gjorde at du|kva gjorde at du) (?:begynte|byrja|startet|ble|valgte|valde)",
        start=True,
    ),
    warm_title=pattern(
        r"\b(?:oppvarming|innled\w*|innlei\w*|bakgrunn\w*|introduksjon|bli kjent|om deg|presentasjon)\b"
    ),
    transition=pattern(
        r"^(?:nå|no|da|så|då) (?:vil|skal|har|går|over|kommer|tenkte)\b",
        r"^(?:vi har|hvis vi|om vi|når vi|la oss|la meg|over til|for å gå|du (?:nevnte|nemnde|har (?:fortalt|"
        r"snakket|nevnt)))\b",
        r"^(?:så langt|til nå|til no|hittil|videre|vidare|neste tema|jeg vil (?:nå|gjerne)|eg vil|jeg har lyst)\b",
        r"\b(?:gå|går|gått) over til|\b(?:snakket|snakka) (?:\w+ )?om\b|\bbevege oss|\bvende oss|\bko?mm?e inn på",
    ),
    transition_title=pattern(r"overgang(?:er|sspørsmål)?$", start=True),
    anything_else=pattern(
        r"\b(?:legge|leggje|legg) til|\btilføye|\b(?:noe|noko) (?:annet|anna|mer|meir)\b|"
        r"\bikk?j?e (?:har )?spurt|\btil slutt\b"
    ),
    floor=pattern(
        rf"(?:er|var|finnes|finst) det {_ELSE} (?:som )?{_SPEAKER} (?:ikk?j?e )?(?:{_MODALS} )?"
        rf"(?:ikk?j?e )?(?:gjerne |også |òg )?{_SAYING}",
        rf"(?:er|var|finnes|finst) det {_ELSE} (?:som )?{_SPEAKER} (?:tenker|synes|syns|synest|meiner|mener)"
        rf"(?: (?:at )?(?:det|som))? er viktig\w* (?:å|at) (?:få |eg |jeg )?{_SAYING}",
        rf"(?:er|var) det {_ELSE} å {_SAYING}",
        rf"har (?:du|dere|de|dykk) {_ELSE}(?: (?:som )?{_SPEAKER} (?:{_MODALS} )?(?:gjerne )?| å ){_SAYING}",
        r"har (?:du|dere|de|dykk) (?:noen |nokre |flere |fleire |andre )*"
        r"(?:spørsmål|kommentarer|kommentarar|tilføyelser)(?: til (?:meg|oss|slutt|intervjuet|studien|prosjektet))*\?",
        rf"har (?:jeg|eg|vi) glemt (?:noe|noko)|er det {_ELSE}\?",
        start=True,
    ),
    opinion=pattern(
        r"(?:hva|kva) (?:mener|meiner|synes|syns|synest|tenker|tror|trur|forstår|legger du i|legg du i|betyr|"
        r"betydde)\b",
        r"(?:hva|kva) er (?:din|ditt|dine) (?:syn|mening|meining|holdning|oppfatning|forståelse|tanker)\w*",
        r"(?:hvordan|korleis) (?:definerer|forstår|vil du definere|ser du på|stiller du deg)\b",
        r"(?:synes|syns|synest|mener|meiner|tror|trur) (?:du|dere|dykk)\b",
        start=True,
    ),
    behaviour=pattern(
        r"(?:hva|kva) (?:gjør|gjorde|gjer|skjer|skjedde)\b",
        r"(?:hvordan|korleis) (?:jobber|arbeider|jobbar|gjør|gjorde|gjer|går du|gikk du|bruker du|brukar du|"
        r"planlegger|planlegg|"
        r"forbereder|førebur|foregår|foregikk|løser|løste|håndterer|håndterte|samarbeider|kom du|ble du|begynte)\b",
        r"fortel+\b",
        r"(?:kan|kunne|vil) (?:du|dere|dykk) [^?]{0,30}\b(?:fortelle|fortelje|ta meg|komme med|kome med)\b",
        start=True,
    ),
)
