"""Words by which interviewers ask for the same thing: what is hard, what was expected, how it began.

A guide says "challenges", the interviewer "what do you struggle with". These are words of asking, Norwegian and
English, and none of any subject; each line is one sense. A word may stand in several.
"""

from guide.normalize import plain

_SENSES = """
hard difficult difficulty difficulties challenge challenges challenging struggle struggles struggled problem problems \
obstacle obstacles barrier barriers tough worst weakness weaknesses limitation limitations drawback drawbacks downside \
frustrating frustration frustrations annoying headache headaches
best rewarding enjoy enjoyed enjoyable favourite favorite like liked positive benefit benefits advantage advantages \
strength strengths
useful helpful help helped helps valuable
describe tell walk talk explain share
typical typically usual usually normal normally ordinary everyday daily
start started starting begin began beginning initially initial originally join joined
decide decided decision decisions choose chose chosen choice pick picked settle
why reason reasons motivate motivated motivates motivation drive drives
change changed changes affect affected affects effect effects impact impacted influence influenced influences \
different difference differently
expect expected expectation expectations imagine imagined picture pictured anticipate hope hoped
future years ahead later forward plan plans
advice advise recommend recommendation suggest suggestion tell
add else missed important touched covered
improve improved improvement improvements better wish missing
conflict conflicts disagreement disagreements disagree disagreed argue argument arguments tension tensions
share shared divide divided split distribute distributed role roles responsible responsibility responsibilities task \
tasks job jobs
feedback comment comments criticism praise
relationship relationships relation relations relate together
use used uses using usage utilise utilize
often frequency frequent frequently times
background experience experienced experiences before previously prior
concern concerns concerned worry worries worried afraid fear
learn learned learnt learning teach taught
trust trusted reliable rely confident confidence
solve solved resolve resolved sort deal handle handled cope manage
feel felt feeling feelings emotion emotions
compare compared comparison versus than
opinion opinions think view views thoughts
vanskelig vanskeleg vanskeligheter utfordring utfordringer utfordringar utfordrende utfordrande krevende krevjande \
tung tungt tyngste tyngst slitsom slitsomt problem problemer hardt verst verste hinder hindringer svakhet svakheter \
ulempe ulemper frustrerende
best beste beste givende givande gøy liker likte likt glede gleder positivt fordel fordeler styrke styrker
nyttig hjelp hjelpe hjalp hjelper støtte støtter støtta
fortelle fortell fortel beskrive beskriv forklare forklar skildre
vanlig vanligvis vanleg vanlegvis typisk normal normalt pleier dag hverdag hverdagen kvardag
starte startet starten start begynne begynte begynnelsen byrja første førsten først
velge valgte valgt valg vel valde bestemme bestemte bestemt avgjøre
hvorfor kvifor grunn grunnen årsak årsaken motivasjon motivere motiverer driver
endre endret endra endring endringer endringar påvirke påvirker påvirket påverkar påvirkning virkning annerledes \
annleis forandre forandret forandring forskjell innvirkning
forvente forventet forventning forventninger forventningar tenkt trodde forestilte forestille håpet håp
framtid framtida framtiden fremtid fremtiden fremover framover planer plan år
råd anbefale anbefaling anbefaler tips
tilføye legge tillegg snakket glemt
bedre forbedre forbedring forbedringer ønske ønsker ønsket savne savner savnet mangle mangler
konflikt konflikter uenig uenighet uenigheter usemje krangel krangle
dele deler fordele fordeler fordelt ansvar oppgave oppgaver oppgåver rolle roller
tilbakemelding tilbakemeldinger tilbakemeldingar ros kritikk
forhold forholdet relasjon relasjonen relasjoner samarbeid samarbeide
bruke bruker brukte brukt bruk brukar
ofte gang ganger sjelden
erfaring erfaringer erfaringar bakgrunn tidligere tidlegare
bekymre bekymring bekymringer bekymret redd frykt engstelig
lære lærer lærte lært læring
håndtere håndterer takle takler mestre mestrer mestring løse løser handtere
føle føler følte følelse følelser kjenne kjenner oppleve opplever opplevde opplevelse opplevelser opplevd
synes syns mener mening meninger tanker oppfatning
situasjon situasjonen episode hendelse hendelser eksempel
"""


def _senses() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_SENSES.strip().split("\n")):
        for word in {plain(one) for one in line.split()}:
            found[word] = (*found.get(word, ()), number)
    return found


SENSES = _senses()
"""For each word, as ``plain`` has it, the numbers of its senses."""
