"""Words that the search for third persons knows.

In bokmål, nynorsk and English.

Small lists of our own: what is on none of them is still found where it is written with a capital inside a sentence.
They hold no person: a first name is thousands of people's.
"""

FIRST_NAMES = frozenset(
    """
    aaron abdi abdul abigail adam adele adrian agnes agnieszka ahmed aidan aileen aisha aisling aksel alan
    alasdair alastair albert alex alexander alexandra alexis alf alfred ali alice alicia alison alistair alma
    alva alvilde amal amalie amanda amber ambjørg amina amir amund amy anders andre andrea andreas andrew
    andrine andrzej andy ane anette angela angus anikken anita anja anjali ann anna annabel annbjørg anne
    anne-lise annie anniken anny ansgar anthony anton antonia antonio april are arild arjun arlo arnbjørg arne
    arnfinn arnhild arnstein arthur arve arvid asbjørn ashley astri astrid atle aud audun august ava ayesha
    bahar barbara bard beate beathe bella ben benedicte benjamin bente bergljot berit bernadette bernhard bernt
    beth bethany bianca billy birgit birgitte birk birte bjarne bjarte bjørg blake bob bodil borghild botolf
    bradley brage brandon brede brenda brian bridget brit brita britt britta bronagh bronwyn bryan brynhild
    brynjar børge bård caitlin callum cameron camilla carl carla carly carmen carol caroline cassie catherine
    cathrine cato catriona cecilia cecilie celine charles charlie charlotte chelsea cheryl chloe chloé chris
    christian christina christine christopher ciara claire clara claude claudia clive colin connor conor
    courtney craig dagfinn dagmar dagny dagrun daisy damian dan daniel danuta daphne dara darcy darren dave
    david debbie deborah deirdre denise dennis derek desmond diana diane dina ditte dominic donna doreen
    dorothea dorothy dorte dorthe douglas duncan dylan eamon ebba edel edith edna edvard edvin edward egil
    eileen eileif eilidh eilif einar einride eirik eivind eldbjørg eldrid eleanor elena eli elias elida elin
    elisabeth elise eliza elizabeth ella ellen ellie elling ellinor elliot ellis elsa else elspeth elvira embla
    emil emilie emily emine emma endre enid enok eric erica erik erlend erling erna ernest ernst espen ester
    esther ethan ethel euan eugene eva eve evelyn even evie ewan eyvind fadima farah fatima fatou felix fergus
    filip finlay finn fiona fionnuala florence frances frank frankie fred freddie fredrik fredrikke freya frida
    fritjof frode gareth gary gaute gavin geir gemma geoffrey georg george georgia georgina gerald geraldine
    gerd gerda gerhard gillian gina gisela gisle gjermund gjertrud gladys glenn gordon graham greg greta grete
    grethe gro gry gudmund gudny gudrun gunn gunnar gunnhild gunnlaug gunvor guri gurli guro gustav gustava
    guttorm gwen gwyneth gøran haakon haldor halgeir halldis hallgeir halvor hamid hamish hamza hanna hannah
    hanne hans harald harriet harry harvey hassan hattie hazel heather hedda hedvig hege heidi heine helen
    helena helene helga helge henning henriette henrik henry herman hilary hilde hildegunn hildur hjalmar
    hjørdis holly hugh hussein håkon håvar håvard ian ibrahim ida idun ilse imani imogen imran ina ine inga
    ingebjørg ingeborg ingelin inger inghild ingolf ingri ingrid ingunn ingvild iona irene iris isa isaac isabel
    isabella isak iselin ishaan isla ismail ivan ivar iver ivy izabela jack jackie jacob jade jake jakob james
    jan jane janet jannicke jarl jarle jasmine jason jasper jean jeanette jeanne jeff jen jenna jenni jennifer
    jenny jens jeremiah jeremy jerome jesper jess jesse jessica jill jim jimmy jo joachim joakim joan joanna
    joanne joar jodie jody joe joel johan johanna johannes john johnny jon jonas jonathan jone jonny jordan
    jorid jorun jorunn josef joseph josh joshua jostein jovana joyce juan judith judy julia julian juliane julie
    june justin jørgen jørn jørund kaia kaja kamala kamil karen kari karianne karim karin karina karl karoline
    karsten kaspar katarina katarzyna kate katherine kathleen kathrine katie katrine kay keira keith kelly
    kelvin ken kenneth kenny kerry kevin keziah khalid kim kine kiran kirsten kirsti kirsty kjartan kjell
    kjellaug kjellfrid kjersti kjetil klara klaus knut kofi kolbjørn konrad kornelia kristen krister kristian
    kristin kristina kristine kristoffer krzysztof kwame kyle kåre laila lara lars lasse laura lauren leah
    leander leanne leif leila leiv lena lene leo leon leroy leslie lewis liam lillian lina linda linn linnea
    lisa lisbeth lise liv liva liz lloyd loke lola lorna lorraine lotte louis louise luca lucas lucy ludvig luis
    lukas luke lydia lynn lynne mabel maddie magda magnar magne magnhild magnus maja malcolm malene malgorzata
    malin mandy marcia marcin marcus marek margaret margit margot margrete margrethe mari maria mariam marian
    mariann marianne marie marielle marilyn marina marit marius marjorie marlene marlon marta marte martha
    marthe martin mary mathea mathias mathilda mathilde matias matilda matt matthew maud maureen maurice mavis
    max maya meera megan meghan mehmet mei melina melissa merete mette mia michael michelle mikael mikal mike
    mikkel milad mildrid miles millie mina mira miriam mirjam mitchell mohamad mohamed mohammad mohammed mohan
    moira mollie molly mona monica monika mons morag morgan morten moses muhammad muriel mustafa målfrid nadia
    naeem nahid nancy naomi narve nasreen natalia natalie nataliia natalya natasha nathan neha neil nell niamh
    nicholas nick nicky nicole nigel nikolai nikoline nils nina nisha njål noah noor nora norman norunn norvald
    odd oddbjørn oddlaug oddny oddrun oddvar odin odrun oisin ola ola-henrik olaf olaug olav ole olena olga
    oliver olivia oliwia ollie omar omid oona orla oscar oskar osman othilie ottar otto ove owen pamela parveen
    patricia patrick patrik patryk paul paula paulina pauline peder peggy penny per pernille peter petter phil
    philip phillipa phoebe pia piotr poppy pranav priya pål queenie rabia rachael rachel rafael ragna ragnar
    ragnfrid ragnhild raj rajesh rakel ralph randi rasmus ravi raymond rebecca rebekka reggie reidar reidun
    renate reza rhian rhys richard rikke rita roald roar rob robbie robert robin robyn rodney roger roisin
    roland rolf ronald ronnie ronny rory rosa rosalind rosemary rosie ross roxanne roy ruben rufus runar rune
    rupert russell rut ruth ryan sadia safia saga said sally sam samantha samira samuel sander sandra sanne
    saoirse sara sarah sean sebastian selina selja selma sevrin shanice shannon sharon shaun sheena sheila
    shirin shirley sian sid sigbjørn sigmund signe signy sigrid sigrun sigurd sigve silja silje simen simon
    simran sina sindre siobhan siri sissel siv sivert siw sjur snorre sofia sofie solbjørg solfrid solvei
    solveig solvor sondre sonja sophia sophie stacey stan stanley stein-erik steinar stella sten steph stephen
    steve steven stewart stian stig stine storm stuart sue sunita sunniva suresh susan susanne susie svanhild
    svein sverre svetlana sylvia synne synneva synnøve sølve sølvi søren tamara tamsin tanisha tanja tanya tariq
    tarjei ted teresa terese terje terry tess tharald thea theo theodor therese thomas thor thorbjørn thorvald
    tilde tilla tilly tim tina tiril tobias toby todd tom tomasz tomine tommy tone tony tor tora toralf toralv
    torbjørg torbjørn tordis tore torfinn torgeir torgrim torgunn torhild toril torill torjus torkel torlaug
    torleif tormod torstein torunn torveig tov tove tracey tracy trevor trine trish trond troy trude truls trygg
    trygve trym tuan turi turid tuva tyra ulf ulla ulrik ulrikke una unni urszula valborg valerie valter vebjørn
    vegard vera verna veronica vetle vibecke vibeke vicky victor victoria vidar vigdis viggo vigleik vijay
    viktor vilde vilfred viljar villem vincent violet vivian walter wanda wayne wenche wendy werner wes wilhelm
    william winston xenia yasmin ylva yngve yousef yusuf yvette yvonne ørjan øystein øyvind øyvor ådne åge ågot
    åsa åse åshild åslaug åsmund åsne åste zac zahra zainab zara zaynab zlatan zoe
    """.split()
)
"""Given names that are frequent in Norway and in English-speaking countries."""

ALSO_WORDS = frozenset(
    """
    alf amber anna april are art ask aud august bard ben bob børge bård carol dag dan day dean dina ellis else
    endre eve even faith finn frank gina glenn grace gro gry gunn guri hans hazel helge hope ida ine iris isa
    ivar ivy jack jade jean jeff jen jess jo joe jon jone jordan joy june kay ken lasse leo line linn lise liv
    liva liz magne mai mari mark martin matt max may maya mia mike miles mira mons moses nick noah noor norman
    odd ole otto ove pat penny per pia poppy pål ravi ray rita rob robin rod rory rosa rose ross ruben rut ruth
    saga said sam sid sol stan stein stella stig stine storm sue ted tess theo tilla tim todd tom tone tor tore
    tov turi una unn unni vera verna vilde violet will ørjan
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
    academy aldersheim aldershjem ambulanse apotek association asylmottak avlastningssenter barnehage barnehagen
    barnevern barnevernet barneverntjeneste behandlingssenter bibliotek bofellesskap bokollektiv botilbud
    bufetat bup bymisjon care center centre church clinic club college community council dagsenter dagsenteret
    dagtilbud district distriktspsykiatrisk dps fengsel folkehøgskole folkehøgskule foundation frivilligsentral
    føretak gard grammar gård health heimeteneste helseforetak helseføretak helsehus helsesenter helsestasjon
    hjemmetjeneste hospice hospital hostel hotell høgskole høgskule høyskole idrettslag infirmary institusjon
    institute institutt internat kirke kirkelyd klinikk klinikken klubb kommune korps kulturhus kulturskole
    kulturskule kyrkje legekontor legesenter legevakt library menighet museum nursery nursing nærmiljøsenter
    omsorgssenter poliklinikk practice primary prison psykiatrisenter refuge rehabiliteringssenter residence
    rusklinikk samvirkelag sanitetsforening school secondary senter sentralsjukehus sentralsykehus shelter
    sjukeheim sjukehus skole skule skulekorps society station stiftelse surgery sykehjem sykehus teater theatre
    treningssenter trust ungdomsklubb ungdomssenter ungdomsskole ungdomsskule universitet universitetssjukehus
    universitetssykehus university verkstad verksted vgs vidaregåande videregående
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
    aa abba ableton adhd advent africa afrika allah alvin america amerika analytical antonovsky ap
    arbeiderpartiet art asia auntie bach bach's bandura bartók beatles beethoven bestefar bestemor bibelen bible
    bmw bonny bourdieu bowlby brahms brinkmann bronfenbrenner bruscia buddha bup cd chatgpt chopin christmas
    copilot corona cos-p covid dad daddy dalcroze debussy dewey discord disney dj djembe dps duolingo dvd easter
    elvis erikson eu europa europe evt excel facebook farfar farmor fender fitbit fn fortnite foucault freire
    freud frp gadamer garageband garmin gibson gim god's goffman google gps gran grandad grandma grandpa granny
    grieg gud habermas halleluja hallelujah halloween heidegger husserl hvl høgre høyre händel ibsen icdp id
    ikea imagine instagram internet internett ipad iphone jesus jf jul julaften jung kl kodály koranen krf
    kristus kvale lego logic løgstrup malterud mamma marte maslow mdg meo messenger midt-norge minecraft mob mom
    morfar mormor mozart mp3 mum mummy nan nato nav nb netflix nintendo nord-norge norden nordnorge nordoff
    noreg norge norway nrk nsd ntnu nvivo nyttår obs ok orff pappa pc pdf piaget pinse playstation ppt pride ps
    ptsd påske ramadan ricoeur robbins romjul rødekors scandinavia schubert senterpartiet shakespeare sikt
    skandinavia skjervheim skype sms snapchat spotify steinway stortinget strava sv sørlandet teams terapi tesla
    tiktok tlf toyota trøndelag tv uib uio uk usa venstre vestlandet vivaldi volkswagen volvo vygotskij vygotsky
    whatsapp who wifi winnicott word xbox yalom yamaha youtube østlandet zoom
    """.split()
)
"""Names that are nobody's: methods, instruments, programs, composers, feasts, large regions, short forms."""

ENGLISH_CAPITALS = frozenset(
    """
    african american april arabic asian august block bollywood brexit british cbt chinese christian christmas
    council's dance danish december drama dvd easter eastern english european february french friday fridays
    german god government head i i'd i'll i'm i've indian internet irish italian january jewish july june key
    lockdown march maths may monday mondays muslim new nhs northern norwegian november october ofsted pakistani
    parliament pilates polish saturday saturdays science scottish september somali southern spanish stage sunday
    sundays swedish syrian thursday thursdays tuesday tuesdays tv ukrainian wednesday wednesdays welsh western
    year yoga zumba
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
    asked asks called cooked cooks cried danced dances dansa dansar danser danset draws drew drives drove elsker
    elsket fortalde fortalte fortel forteller gifta giftet gjekk gråt gråter hated hater hates hatet henter
    hentet hjelpte knew knows køyrde køyrer las laughed ler les leser leste ligger lo loved loves lurer lurte lå
    maler malte meiner meinte mener mente måla nekter nektet nodded painted paints phoned played plays rang
    refused refuses retired ringer ringte ropar ropte sa said sang sat satt says seier shouted si sier sin sine
    sings sit sits sitt sitter skreiv skrev skriv skriver sleeps slept smiled song sov sover speler spelte
    spiller spilte spurde spurte spør stood svara svarte synes synest syng synger syntes søv tegner tegnet
    teikna teiknar tells tenkte thinks thought told veit vet vil ville visste wanted wants waved writes wrote
    ynskjer ynskte ønsker ønsket
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
    a after again aldri all alle alltid alt an and andre another ansatte anybody anyone at barn barna because
    before begge belonging besteforeldre bestemora both boys bror broren brother brukarane brukaren brukeren
    brukerne but children clients da dad de dei den denne der dere deretter derfor dermed det dette difor
    drumming du då eg ei ein ektemannen elevane eleven elevene en endeleg endelig et etterpå everybody everyone
    everything familie familien family far faren father fellesskap fleire flere folk folka fordi foreldra
    foreldre friend fysioterapeuten før først girls group gruppa gruppen guttene gutter han he hen her his ho
    how hun husband hva hvem if ikke ikkje in ingen ingenting it its ja jeg jentene jenter jo kameraten kanskje
    kids kjærasten kjæresten kollega kollegaen kollegaer kollegene kona korleis kva kven kvifor kvinner later
    lederen legen leger leiaren læraren lærer mamma management manager mange mannen many medlem members men menn
    mentor mest mor mora moren mother mum music musikk musikken musikkterapeut my mye mykje naboen nei no nobody
    noe noen noko nokon nokre not nothing now nurse nurses ny nå når ofte og også om one onkel other our pappa
    parents participation pasient pasienten patient patients people playing plutselig psykologen pupils samboer
    samboeren seinare senere she singing sist sister sjefen sjukepleiaren so som some somebody someone something
    staff students stundom svigermor sykepleieren søster søsteren så tante teacher teachers terapeuten that the
    their then therapist there these they this those til trust ungdom veninna venn vennen venninna vi viktig we
    what when where which who why wife women yes you your
    """.split()
)
"""Words that begin sentences and are nobody's name."""
