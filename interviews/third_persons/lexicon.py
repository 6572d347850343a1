"""Words the search for third persons knows, in bokmål, nynorsk and English.

Small lists of our own: what is on none of them is still found where it is written with a capital inside a sentence.
They hold no person: a first name is thousands of people's.
"""

FIRST_NAMES = frozenset(
    (
        "adam adele agnes agnieszka ahmed aileen aisha alan albert alex alexander alexandra alf alfred ali alice alison "
        "amalie amanda amina amir amy anders andre andrea andreas andrew andrzej angela anita anja ann anna anne "
        "annie anniken anton arild arne arnfinn arthur arve arvid asbjørn astrid atle audun august aud bard barbara "
        "beate ben benedicte benjamin bente berit birgit birgitte birte bjarne bjørg bob bodil brian brita britt bård "
        "børge camilla carl carol caroline catherine cathrine cecilie charles charlotte chloe chris christian "
        "christina christine christopher claire claudia colin connor craig dagfinn dagny daniel david deborah dennis "
        "diana diane donna dorothy ebba edvard edward egil eileen einar eirik eivind elena eli elias elin elisabeth "
        "elise elizabeth ella ellen ellinor elsa else emil emilie emily emma endre ole eric erica erik erlend erling "
        "espen esther ethan eva eve evelyn eyvind fatima felix filip fiona finn frances frank fred fredrik frida "
        "fritjof frode gareth gary geir george gerd gerda gillian gina gisle gjertrud glenn gordon graham greg greta "
        "grete gudrun gunn gunnar gunnhild gunvor guro gustav guttorm halvor hamza hannah hanna hanne hans harald "
        "harry hassan heather hedda hege heidi helen helena helene helga helge henning henriette henrik henry herman "
        "hilde hildegunn håkon håvard ian ibrahim ida ina inga ingeborg ingebjørg inger ingrid ingunn ingvild irene "
        "iris isabel isabella isak iselin ivar iver jack jacob jakob james jan jane janet jannicke jarle jason jean "
        "jeanette jennifer jenny jens jeremy jessica jill jim joachim joakim joan joar jody joe johan johanna johannes "
        "john jonas jonathan jonny jorun jorunn joseph josh joshua judith julia julian julie june jørgen jørn karen "
        "kari karianne karim karin karina karl karoline kaspar kate katherine kathleen kathrine katrine kay keith "
        "kelly ken kenneth kerry kevin khalid kim kirsten kirsti kjartan kjell kjersti kjetil klara knut konrad "
        "kristian kristin kristina kristine kristoffer kåre lars laila lasse laura lauren leah leif lena leo leon "
        "lewis liam lillian linda linn lisa lisbeth liv lloyd lotte louise lucas lucy ludvig luke lydia lynn magne "
        "magnhild magnus maja malin marcus marek margaret margit margrete margrethe mari maria mariam marianne marie "
        "marit marius marta martha marthe martin mary mathias mathilde matilda matt matthew maureen megan melissa mette "
        "mia michael michelle mike mikkel mina mira miriam mohamed mohammad mohammed molly mona monica morten moses "
        "muhammad nadia nancy natalie nathan neil nicholas nicole nigel nils nina nora noah odd oddbjørn oddvar odin "
        "ola olaf olav ole olena olga olivia oliver omar oscar oskar otto owen patricia patrick patrik paul paula "
        "paulina pauline per pernille peter petter philip pia piotr rachel ragna ragnar ragnhild rakel randi rebecca "
        "rebekka reidar reidun renate rikke richard rita robert robin roger rolf ronald ronny rosie ross roy rune "
        "runar ruth ryan sally sam samantha samuel sandra sara sarah sebastian selma shaun sharon sheila sigmund "
        "signe sigrid sigrun sigurd sigve silje simon simen sindre siri siv siw sofia sofie solfrid solveig sondre "
        "sonja sophie stella stephen steve steven stian stig stine stuart sue sunniva susan susanne svein sverre "
        "synne synnøve sølvi søren tamara tanja tanya terje thea therese thomas thor thorbjørn tim tina tiril tobias "
        "tom tommy tone tony tor tora torbjørn tore torfinn torgeir torhild torill toril torkel torleif torstein "
        "torunn tove tracy trevor trine trond trude truls trygve turid tuva ulf ulrik unni vegard vera veronica vibeke "
        "victor victoria vidar vigdis vilde viktor vincent walter wenche wendy wilhelm william yasmin yngve yusuf "
        "yvonne zahra zoe øystein øyvind ørjan ådne åge ågot åse åshild åsmund"
    ).split()
)
"""Given names that are frequent in Norway and in English-speaking countries."""

ALSO_WORDS = frozenset(
    "alf anna art ask august aud bard bård ben bob børge carol dag day dean else endre eve even faith finn frank gina glenn "
    "grace gro gunn hans helge hope iris ivar jack jean jo joe joy june kay ken lasse leo line linn liv "
    "magne mai mari mark martin matt may mia mike mira moses noah odd ole otto pat per pia ray rita robin rose ross ruth "
    "sam stein stella stig stine sue tim tom tone tor tore unn unni vera vilde will ørjan".split()
)
"""Names that are words too, or too short to be one where they are written small."""

SURNAMES = frozenset(
    (
        "aas ahmed andersen andreassen bakke bakken berg berge berntsen brekke brown christensen clark clarke dahl "
        "davies eide eriksen evans fredriksen gundersen haaland hagen halvorsen hansen hauge haugen hughes hussain "
        "iversen jacobsen jakobsen jensen johannessen johansen johnsen johnson jones jørgensen karlsen khan knutsen "
        "kristensen kristiansen kristoffersen larsen lewis lie lund løken martinsen mathisen miller moen moe myhre "
        "myklebust nguyen nilsen nygård olsen patel paulsen pedersen pettersen rasmussen roberts robinson ruud "
        "sivertsen smith solberg solheim strøm strand svendsen sæther sørensen taylor thompson thomsen torgersen "
        "tveit vik walker watson williams wilson wright ødegård"
    ).split()
)

TITLES = frozenset("dr doktor fru frøken herr mr mrs ms miss prof professor".split())
"""What stands before a name and belongs to it."""

ROLES = frozenset(
    "bruker brukar brukeren brukaren client deltaker deltakar elev informant klient klienten mor participant pas pasient "
    "pasienten patient pt pupil".split()
)
"""Who is meant by a single letter after it: "pasient K"."""

PLACES = frozenset(
    (
        "afghanistan alta arendal asker askøy aurland belfast bergen birmingham bodø bosnia brann bristol bryne bærum "
        "cambridge cardiff chile copenhagen danmark dale denmark dover drammen dublin edinburgh eidsvoll elverum "
        "england eritrea etiopia fana finland flekkefjord florø france frankrike førde gambia germany gjøvik glasgow "
        "grimstad halden hamar hammerfest harstad haugesund hell hønefoss india irak iran iraq ireland irland island "
        "italia italy jessheim kenya kina kirkenes klepp kongsberg kongsvinger kosovo kragerø kristiansand "
        "kristiansund kvam københavn larvik leeds leirvik levanger lillehammer lillestrøm lithuania litauen liverpool "
        "london lofoten london lyngdal mandal manchester mo molde moss namsos narvik nesttun newcastle nigeria norfolk "
        "nottingham odda oslo os oxford pakistan palestina poland polen porsgrunn risør romania rosendal russland "
        "sandefjord sandnes sarpsborg scotland sheffield ski skien skottland sogndal somalia sotra spain spania stavanger "
        "stord stryn sudan svelvik sverige sweden syria thailand tromsø trondheim turkey tyrkia tyskland tønsberg "
        "ukraina ukraine ullensvang ulsteinvik vadsø valdres vardø verdal vietnam volda voss wales york ålesund årdal "
        "åsane ørsta"
    ).split()
)
"""Towns of Norway and of the British Isles, and countries that people come from."""

PLACE_ENDINGS = (
    "allmenningen bryggen bygd bygda dalen eidet fjord fjorden gata gate gaten havn havna heimsbygda nes neset odden plassen stranda sund "
    "sundet torget tunet vegen veien vik vika viken våg vågen øy øya øyane åsen"
).split()
"""What names of places end in: with a capital inside a sentence they are places unless a first name stands before."""

STREETS = frozenset("street road avenue lane square terrace".split())

INSTITUTIONS = (
    "academy foundation asylmottak avlastningssenter bymisjon barnehage barnehagen barnevern barneverntjeneste bofellesskap bokollektiv bup "
    "care centre center church clinic college community council district dps folkehøgskole folkehøgskule frivilligsentral "
    "fengsel føretak health helseforetak helseføretak helsesenter helsestasjon hospice hospital høgskole høgskule "
    "infirmary institutt kirke kirkelyd klinikk klinikken kommune kulturhus kulturskole kulturskule kyrkje legekontor legesenter "
    "legevakt library menighet museum nursery omsorgssenter poliklinikk prison psykiatrisenter residence school "
    "sentralsjukehus sentralsykehus senter sjukehus sjukeheim skole skule surgery sykehjem sykehus teater theatre "
    "treningssenter trust ungdomsskole ungdomsskule universitet universitetssjukehus universitetssykehus university vgs "
    "vidaregåande videregående"
).split()
"""Words for institutions; with a name in front they are a workplace."""

COMPOUND_INSTITUTIONS = (
    "barnehage barnehagen heimen hjemmet huset kirka kirken klinikken kommune kulturskole kyrkja sanatoriet "
    "senteret senter sjukehus sjukehuset skole skolen skule skulen sykehjem sykehus sykehuset teateret tunet"
).split()
"""What an institution's name in one word ends in: "Fanaskolen"."""

BETWEEN = frozenset("vidaregåande videregående psykiatriske distriktspsykiatriske ungdoms og and kommunale".split())
"""Small words that may stand inside an institution's name."""

WARDS = frozenset("avd avdeling avdelinga avdelingen eining enhet post sengepost seksjon unit ward".split())

NO_PERSONS = frozenset(
    (
        # methods, instruments, programs, works of music
        "ableton alvin analytical abba bach bach's bartók beatles beethoven bonny brahms bruscia chopin dalcroze "
        "djembe debussy elvis facebook fender garageband gibson gim google grieg händel instagram ipad iphone kodály "
        "logic messenger mozart mp3 nordoff orff robbins schubert skype snapchat spotify steinway teams tiktok vivaldi "
        "yamaha youtube zoom word excel nvivo imagine hallelujah halleluja "
        # faith, feasts, nations at large
        "advent allah bibelen bible buddha christmas covid corona easter gud god's jesus jul kristus koranen påske "
        "ramadan europa europe norge noreg norway norden skandinavia scandinavia vestlandet østlandet sørlandet "
        "nord-norge nordnorge trøndelag midt-norge afrika africa asia amerika america usa uk eu "
        # offices and short forms
        "nav dps bup ppt nrk ntnu uib uio hvl sikt nsd tv cd dvd ptsd adhd aa ok pc pdf id dj nb ps jf obs kl tlf mob evt "
        "internett internet wifi"
    ).split()
)
"""Names that are nobody's: methods, instruments, programs, composers, feasts, large regions, short forms."""

ENGLISH_CAPITALS = frozenset(
    (
        "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays "
        "thursdays fridays saturdays sundays january february march april may june july august september october "
        "november december english norwegian british german polish french spanish swedish danish arabic somali irish "
        "scottish welsh italian american european african asian chinese indian pakistani syrian ukrainian christian "
        "muslim jewish western eastern northern southern tv dvd god"
    ).split()
)
"""Words that English writes with a capital."""

NORWEGIAN_TIMES = frozenset(
    "mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag januar februar mars april juni juli "
    "august september oktober november desember de dem deres dykk dykkar norsk engelsk".split()
)
"""Words that Norwegian writes small, and that some write with a capital all the same."""

SPEAKING = frozenset(
    (
        "sa seier sier meinte meiner mente mener fortalte fortel forteller fortalde spurte spør spurde syntes synes "
        "synest svarte svara tenkte ville vil spelte spilte spiller speler sang synger syng lo ler gråt ringte ringer "
        "said says told tells asked asks thought thinks wanted wants plays played sang sings laughed cried called"
    ).split()
)
"""What only somebody does: a word at a sentence's start that no list knows, and that does this, may be a name."""

BEING = frozenset(
    "er var har hadde ble blei vart kom kjem kommer begynte byrja begynner fekk fikk døde døydde flyttet flytta slutta "
    "sluttet is was has had came comes moved died left felt feels started stopped joined".split()
)
"""What things do too: a name that is a word as well may be one at a sentence's start where this follows."""

NO_NAME_AT_START = frozenset(
    (
        "alle andre barna begge brukerne brukarane brukaren brukeren bror broren den det dette denne de dei der du dere "
        "eg ein ei en et far faren folk fleire flere foreldre foreldra fellesskap før gruppa gruppen han hun ho hen her hva "
        "hvem ikke ikkje ingen ja jeg jo kollega kollegaen kona kven kva lærer læraren lederen leiaren legen mamma pappa "
        "mange mannen medlem mor mora moren musikk musikken mye mykje nå no noen nokon nokre ny nei og også om pasient "
        "pasienten samboer sjefen så som søster søsteren til vi viktig venn vennen noe noko mest dermed derfor difor etterpå "
        "deretter seinare senere først sist endelig endeleg kanskje aldri alltid ofte stundom plutselig da då når fordi "
        "a after again all an and another anyone anybody at because before both but clients everybody everyone father "
        "he her his how husband if in it its later many members mother music my nobody no not now one other our parents "
        "patient patients people she sister so some somebody someone staff that the their then there these they this "
        "those trust we what when where which who why wife yes you your brother group therapist nurse teacher manager "
        "nothing everything something participation belonging singing playing drumming mum dad"
    ).split()
)
"""Words that begin sentences and are nobody's name."""
