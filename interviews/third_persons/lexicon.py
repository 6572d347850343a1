"""Words the search for third persons knows, in bokmål, nynorsk and English.

Small lists of our own: what is on none of them is still found where it is written with a capital inside a sentence.
They hold no person: a first name is thousands of people's.
"""

FIRST_NAMES = frozenset(
    """
    adam adele agnes agnieszka ahmed aileen aisha alan albert alex alexander alexandra alf alfred ali alice
    alison amalie amanda amina amir amy anders andre andrea andreas andrew andrzej angela anita anja ann anna
    anne annie anniken anton arild arne arnfinn arthur arve arvid asbjørn astrid atle aud audun august barbara
    bard beate ben benedicte benjamin bente berit birgit birgitte birte bjarne bjørg bob bodil brian brita britt
    børge bård camilla carl carol caroline catherine cathrine cecilie charles charlotte chloe chris christian
    christina christine christopher claire claudia colin connor craig dagfinn dagny daniel david deborah dennis
    diana diane donna dorothy ebba edvard edward egil eileen einar eirik eivind elena eli elias elin elisabeth
    elise elizabeth ella ellen ellinor elsa else emil emilie emily emma endre eric erica erik erlend erling
    espen esther ethan eva eve evelyn eyvind fatima felix filip finn fiona frances frank fred fredrik frida
    fritjof frode gareth gary geir george gerd gerda gillian gina gisle gjertrud glenn gordon graham greg greta
    grete gudrun gunn gunnar gunnhild gunvor guro gustav guttorm halvor hamza hanna hannah hanne hans harald
    harry hassan heather hedda hege heidi helen helena helene helga helge henning henriette henrik henry herman
    hilde hildegunn håkon håvard ian ibrahim ida ina inga ingebjørg ingeborg inger ingrid ingunn ingvild irene
    iris isabel isabella isak iselin ivar iver jack jacob jakob james jan jane janet jannicke jarle jason jean
    jeanette jennifer jenny jens jeremy jessica jill jim joachim joakim joan joar jody joe johan johanna
    johannes john jonas jonathan jonny jorun jorunn joseph josh joshua judith julia julian julie june jørgen
    jørn karen kari karianne karim karin karina karl karoline kaspar kate katherine kathleen kathrine katrine
    kay keith kelly ken kenneth kerry kevin khalid kim kirsten kirsti kjartan kjell kjersti kjetil klara knut
    konrad kristian kristin kristina kristine kristoffer kåre laila lars lasse laura lauren leah leif lena leo
    leon lewis liam lillian linda linn lisa lisbeth liv lloyd lotte louise lucas lucy ludvig luke lydia lynn
    magne magnhild magnus maja malin marcus marek margaret margit margrete margrethe mari maria mariam marianne
    marie marit marius marta martha marthe martin mary mathias mathilde matilda matt matthew maureen megan
    melissa mette mia michael michelle mike mikkel mina mira miriam mohamed mohammad mohammed molly mona monica
    morten moses muhammad nadia nancy natalie nathan neil nicholas nicole nigel nils nina noah nora odd oddbjørn
    oddvar odin ola olaf olav ole olena olga oliver olivia omar oscar oskar otto owen patricia patrick patrik
    paul paula paulina pauline per pernille peter petter philip pia piotr rachel ragna ragnar ragnhild rakel
    randi rebecca rebekka reidar reidun renate richard rikke rita robert robin roger rolf ronald ronny rosie
    ross roy runar rune ruth ryan sally sam samantha samuel sandra sara sarah sebastian selma sharon shaun
    sheila sigmund signe sigrid sigrun sigurd sigve silje simen simon sindre siri siv siw sofia sofie solfrid
    solveig sondre sonja sophie stella stephen steve steven stian stig stine stuart sue sunniva susan susanne
    svein sverre synne synnøve sølvi søren tamara tanja tanya terje thea therese thomas thor thorbjørn tim tina
    tiril tobias tom tommy tone tony tor tora torbjørn tore torfinn torgeir torhild toril torill torkel torleif
    torstein torunn tove tracy trevor trine trond trude truls trygve turid tuva ulf ulrik unni vegard vera
    veronica vibeke victor victoria vidar vigdis viktor vilde vincent walter wenche wendy wilhelm william yasmin
    yngve yusuf yvonne ørjan øystein øyvind ådne åge ågot åse åshild åsmund zahra zoe
    """.split()
)
"""Given names that are frequent in Norway and in English-speaking countries."""

ALSO_WORDS = frozenset(
    """
    alf anna art ask aud august bard ben bob børge bård carol dag day dean else endre eve even faith finn frank
    gina glenn grace gro gunn hans helge hope iris ivar jack jean jo joe joy june kay ken lasse leo line linn
    liv magne mai mari mark martin matt may mia mike mira moses noah odd ole otto pat per pia ray rita robin
    rose ross ruth sam stein stella stig stine sue tim tom tone tor tore unn unni vera vilde will ørjan
    """.split()
)
"""Names that are words too, or too short to be one where they are written small."""

SURNAMES = frozenset(
    """
    aas ahmed andersen andreassen bakke bakken berg berge berntsen brekke brown christensen clark clarke dahl
    davies eide eriksen evans fredriksen gundersen haaland hagen halvorsen hansen hauge haugen hughes hussain
    iversen jacobsen jakobsen jensen johannessen johansen johnsen johnson jones jørgensen karlsen khan knutsen
    kristensen kristiansen kristoffersen larsen lewis lie lund løken martinsen mathisen miller moe moen myhre
    myklebust nguyen nilsen nygård olsen patel paulsen pedersen pettersen rasmussen roberts robinson ruud
    sivertsen smith solberg solheim strand strøm svendsen sæther sørensen taylor thompson thomsen torgersen
    tveit vik walker watson williams wilson wright ødegård
    """.split()
)
""""""

TITLES = frozenset(
    """
    doktor dr fru frøken herr miss mr mrs ms prof professor
    """.split()
)
"""What stands before a name and belongs to it."""

ROLES = frozenset(
    """
    brukar brukaren bruker brukeren client deltakar deltaker elev informant klient klienten mor participant pas
    pasient pasienten patient pt pupil
    """.split()
)
"""Who is meant by a single letter after it: "pasient K"."""

PLACES = frozenset(
    """
    afghanistan alta arendal asker askøy aurland belfast bergen birmingham bodø bosnia brann bristol bryne bærum
    cambridge cardiff chile copenhagen dale danmark denmark dover drammen dublin edinburgh eidsvoll elverum
    england eritrea etiopia fana finland flekkefjord florø france frankrike førde gambia germany gjøvik glasgow
    grimstad halden hamar hammerfest harstad haugesund hell hønefoss india irak iran iraq ireland irland island
    italia italy jessheim kenya kina kirkenes klepp kongsberg kongsvinger kosovo kragerø kristiansand
    kristiansund kvam københavn larvik leeds leirvik levanger lillehammer lillestrøm litauen lithuania liverpool
    lofoten london lyngdal manchester mandal mo molde moss namsos narvik nesttun newcastle nigeria norfolk
    nottingham odda os oslo oxford pakistan palestina poland polen porsgrunn risør romania rosendal russland
    sandefjord sandnes sarpsborg scotland sheffield ski skien skottland sogndal somalia sotra spain spania
    stavanger stord stryn sudan svelvik sverige sweden syria thailand tromsø trondheim turkey tyrkia tyskland
    tønsberg ukraina ukraine ullensvang ulsteinvik vadsø valdres vardø verdal vietnam volda voss wales york
    ørsta ålesund årdal åsane
    """.split()
)
"""Towns of Norway and of the British Isles, and countries that people come from."""

PLACE_ENDINGS = tuple(
    """
    allmenningen bryggen bygd bygda dalen eidet fjord fjorden gata gate gaten havn havna heimsbygda nes neset
    odden plassen stranda sund sundet torget tunet vegen veien vik vika viken våg vågen øy øya øyane åsen
    """.split()
)
"""What names of places end in: with a capital inside a sentence they are places unless a first name stands before."""

STREETS = frozenset(
    """
    avenue lane road square street terrace
    """.split()
)
"""What a street's name ends in, in English."""

INSTITUTIONS = frozenset(
    """
    academy asylmottak avlastningssenter barnehage barnehagen barnevern barneverntjeneste bofellesskap
    bokollektiv bup bymisjon care center centre church clinic college community council district dps fengsel
    folkehøgskole folkehøgskule foundation frivilligsentral føretak health helseforetak helseføretak helsesenter
    helsestasjon hospice hospital høgskole høgskule infirmary institutt kirke kirkelyd klinikk klinikken kommune
    kulturhus kulturskole kulturskule kyrkje legekontor legesenter legevakt library menighet museum nursery
    omsorgssenter poliklinikk prison psykiatrisenter residence school senter sentralsjukehus sentralsykehus
    sjukeheim sjukehus skole skule surgery sykehjem sykehus teater theatre treningssenter trust ungdomsskole
    ungdomsskule universitet universitetssjukehus universitetssykehus university vgs vidaregåande videregående
    """.split()
)
"""Words for institutions; with a name in front they are a workplace."""

COMPOUND_INSTITUTIONS = tuple(
    """
    barnehage barnehagen heimen hjemmet huset kirka kirken klinikken kommune kulturskole kyrkja sanatoriet
    senter senteret sjukehus sjukehuset skole skolen skule skulen sykehjem sykehus sykehuset teateret tunet
    """.split()
)
"""What an institution's name in one word ends in: "Fanaskolen"."""

BETWEEN = frozenset(
    """
    and distriktspsykiatriske kommunale og psykiatriske ungdoms vidaregåande videregående
    """.split()
)
"""Small words that may stand inside an institution's name."""

WARDS = frozenset(
    """
    avd avdeling avdelinga avdelingen eining enhet post seksjon sengepost unit ward
    """.split()
)
"""What has a number or a letter instead of a name."""

NO_PERSONS = frozenset(
    """
    aa abba ableton adhd advent africa afrika allah alvin america amerika analytical asia bach bach's bartók
    beatles beethoven bibelen bible bonny brahms bruscia buddha bup cd chopin christmas corona covid dalcroze
    debussy dj djembe dps dvd easter elvis eu europa europe evt excel facebook fender garageband gibson gim
    god's google grieg gud halleluja hallelujah hvl händel id imagine instagram internet internett ipad iphone
    jesus jf jul kl kodály koranen kristus logic messenger midt-norge mob mozart mp3 nav nb nord-norge norden
    nordnorge nordoff noreg norge norway nrk nsd ntnu nvivo obs ok orff pc pdf ppt ps ptsd påske ramadan robbins
    scandinavia schubert sikt skandinavia skype snapchat spotify steinway sørlandet teams tiktok tlf trøndelag
    tv uib uio uk usa vestlandet vivaldi wifi word yamaha youtube østlandet zoom
    """.split()
)
"""Names that are nobody's: methods, instruments, programs, composers, feasts, large regions, short forms."""

ENGLISH_CAPITALS = frozenset(
    """
    african american april arabic asian august british chinese christian danish december dvd eastern english
    european february french friday fridays german god i i'd i'll i'm i've indian irish italian january jewish
    july june march may monday mondays muslim northern norwegian november october pakistani polish saturday
    saturdays scottish september somali southern spanish sunday sundays swedish syrian thursday thursdays
    tuesday tuesdays tv ukrainian wednesday wednesdays welsh western
    """.split()
)
"""Words that English writes with a capital."""

NORWEGIAN_TIMES = frozenset(
    """
    april august de dem deres desember dykk dykkar engelsk februar fredag januar juli juni laurdag lørdag mandag
    mars måndag norsk november oktober onsdag september sundag søndag tirsdag torsdag tysdag
    """.split()
)
"""Words that Norwegian writes small, and that some write with a capital all the same."""

SPEAKING = frozenset(
    """
    asked asks called cried fortalde fortalte fortel forteller gråt laughed ler lo meiner meinte mener mente
    played plays ringer ringte sa said sang says seier sier sings speler spelte spiller spilte spurde spurte
    spør svara svarte synes synest syng synger syntes tells tenkte thinks thought told vil ville wanted wants
    """.split()
)
"""What only somebody does: a word at a sentence's start that no list knows, and that does this, may be a name."""

BEING = frozenset(
    """
    begynner begynte ble blei byrja came comes died døde døydde er feels fekk felt fikk flytta flyttet had hadde
    har has is joined kjem kom kommer left moved slutta sluttet started stopped var vart was
    """.split()
)
"""What things do too: a name that is a word as well may be one at a sentence's start where this follows."""

NO_NAME_AT_START = frozenset(
    """
    a after again aldri all alle alltid an and andre another anybody anyone at barna because before begge
    belonging both bror broren brother brukarane brukaren brukeren brukerne but clients da dad de dei den denne
    der dere deretter derfor dermed det dette difor drumming du då eg ei ein en endeleg endelig et etterpå
    everybody everyone everything far faren father fellesskap fleire flere folk fordi foreldra foreldre før
    først group gruppa gruppen han he hen her his ho how hun husband hva hvem if ikke ikkje in ingen it its ja
    jeg jo kanskje kollega kollegaen kona kva kven later lederen legen leiaren læraren lærer mamma manager mange
    mannen many medlem members mest mor mora moren mother mum music musikk musikken my mye mykje nei no nobody
    noe noen noko nokon nokre not nothing now nurse ny nå når ofte og også om one other our pappa parents
    participation pasient pasienten patient patients people playing plutselig samboer seinare senere she singing
    sist sister sjefen so som some somebody someone something staff stundom søster søsteren så teacher that the
    their then therapist there these they this those til trust venn vennen vi viktig we what when where which
    who why wife yes you your
    """.split()
)
"""Words that begin sentences and are nobody's name."""
