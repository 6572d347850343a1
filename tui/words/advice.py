"""Words for advice on wording.

The sources are those of the method literature that the rules were taken from; where a rule is a convention or rests on
judgement, the brackets say so.
"""

ADVICE: dict[str, tuple[str, str]] = {
    "advice_head": (
        "Råd om ordlyden. De stopper ingenting; er du uenig i et råd, kan du godta ordlyden med en grunn under accepted.",
        "Advice on wording. It stops nothing; where you disagree, accept the wording with a reason under accepted.",
    ),
    "advice_labels": (
        "Etiketter som sier lite eller er lette å misforstå på skjermen. Skriv egne under short, høyst {limit} tegn:",
        "Labels that say little or are easily misread on the screen. Write your own under short, at most {limit} characters:",
    ),
    "advice_accepted": ("Godtatt med grunn: {count}", "Accepted with a reason: {count}"),
    "advice_whole": ("Hele guiden", "The whole guide"),
    "advice_double-barrelled": (
        "«{evidence}» spør om to ting på en gang, og da blir gjerne bare den ene besvart. Spør om den ene, og la den andre bli et spørsmål for seg eller et oppfølgingsspørsmål. (IASA, Ten interviewing sins)",
        "“{evidence}” asks about two things at once, and often only one of them is answered. Ask about the one, and make the other a question of its own or a probe. (IASA, Ten interviewing sins)",
    ),
    "advice_double-barrelled_sides": (
        "«{evidence}» spør om to sider på en gang, og den ene kan bli ubesvart. Er det med vilje, så godta det med en grunn; ellers spør om den ene først: «Hva …?», og så om den andre. (IASA, Ten interviewing sins; å be om begge sider kan være et valg)",
        "“{evidence}” asks about two sides at once, and one may stay unanswered. If that is on purpose, accept it with a reason; else ask about the one first: “What …?”, and then about the other. (IASA, Ten interviewing sins; asking for both sides can be a choice)",
    ),
    "advice_stacked": (
        "Flere spørsmål kommer i ett åndedrag («{evidence}»), og informanten må velge eller huske. Still det første alene, og skriv de andre under probes. (Interviewer training intensive tool: ett om gangen; IASA, Ten interviewing sins)",
        "Several questions come in one breath (“{evidence}”), and the informant has to choose or to remember. Ask the first alone, and write the others under probes. (Interviewer training intensive tool: one at a time; IASA, Ten interviewing sins)",
    ),
    "advice_stacked_probe": (
        "Et løst «{evidence}» blir lett hengende på hovedspørsmålet i samme åndedrag. Vent til svaret er gitt, og gjør det til et helt spørsmål: «Hva gjorde at …?» (Interviewer training intensive tool: ett om gangen; at løse ledd regnes med, er skjønn)",
        "A bare “{evidence}” is easily hung on the main question in the same breath. Wait for the answer, and make it a whole question: “What made …?” (Interviewer training intensive tool: one at a time; counting bare tails is judgement)",
    ),
    "advice_closed": (
        "«{evidence} …» kan besvares med ja eller nei. Åpne det: «Hva …?», «Hvordan …?» eller «Kan du fortelle om …?» (IASA, Ten interviewing sins)",
        "“{evidence} …” can be answered with yes or no. Open it: “What …?”, “How …?” or “Can you tell me about …?” (IASA, Ten interviewing sins)",
    ),
    "advice_leading": (
        "«{evidence}» viser hvilket svar som er ventet. Spør uten at svaret ligger i spørsmålet: «Hva tenker du om …?» (qualitativemind.com, en sekundær kilde)",
        "“{evidence}” shows which answer is expected. Ask without the answer in it: “What do you think about …?” (qualitativemind.com, a secondary source)",
    ),
    "advice_degree": (
        "«{evidence} …» tar egenskapen for gitt og spør bare hvor mye, så det frister til et pent svar. Spør etter det som skjer: «Hva gjør du når …?» (skjønn, ingen regel; om forutsetninger i spørsmål: bandcdesigns.com, en sekundær kilde)",
        "“{evidence} …” takes the quality for granted and asks only how much, which invites a flattering answer. Ask for what happens: “What do you do when …?” (judgement, not a rule; on presuppositions: bandcdesigns.com, a secondary source)",
    ),
    "advice_why": (
        "«{evidence}» ber om begrunnelser og kan låse fortellingen. Prøv «Hva gjorde at …?» eller «Fortell om sist …». (Roller 2017; en konvensjon som kildene er uenige om)",
        "“{evidence}” asks for justification and can stop the telling. Try “What made …?” or “Tell me about the last time …”. (Roller 2017; a convention on which sources disagree)",
    ),
    "advice_why_probe": (
        "Oppfølgingsspørsmålet «{evidence}» ber om begrunnelser; etter en beskrivelse er det vanlig praksis. Alternativ: «Hva gjorde at …?» eller «Fortell om sist …». (Roller 2017; en konvensjon som kildene er uenige om)",
        "The probe “{evidence}” asks for justification; after a description that is common practice. Alternatives: “What made …?” or “Tell me about the last time …”. (Roller 2017; a convention on which sources disagree)",
    ),
    "advice_jargon": (
        "«{evidence}» er et fagord som informanten kanskje ikke deler. Si det med hverdagsord, eller spør først: «Hva tenker du på når jeg sier {evidence}?» (Patton 2015)",
        "“{evidence}” is a term that the informant may not share. Say it in everyday words, or ask first: “What comes to mind when I say {evidence}?” (Patton 2015)",
    ),
    "advice_jargon_concept": (
        "«{evidence}» er et av guidens begreper, og informanten kan legge noe annet i det. Si det med hverdagsord, eller avklar det først: «Med {evidence} mener jeg …» (Patton 2015)",
        "“{evidence}” is one of the guide's concepts, and the informant may take it otherwise. Say it in everyday words, or clarify it first: “By {evidence} I mean …” (Patton 2015)",
    ),
    "advice_jargon_research": (
        "«{evidence}» går igjen i forskningsspørsmålene, og er kanskje forskerens ord, ikke informantens. Si det med hverdagsord, eller spør først: «Hva tenker du på når jeg sier {evidence}?» (Patton 2015; at ord som går igjen, regnes som fagord, er skjønn)",
        "“{evidence}” recurs in the research questions, and may be the researcher's term, not the informant's. Say it in everyday words, or ask first: “What comes to mind when I say {evidence}?” (Patton 2015; counting what recurs as a term is judgement)",
    ),
    "advice_leans": (
        "«{evidence}» viser til noe som er sagt før, og rekkefølgen varierer fra intervju til intervju. Skriv under alone hvordan spørsmålet lyder alene, der det du viser til, er sagt rett ut: «Når du tenker på …, …?» (skjønn, etter erfaringer i en masteroppgave, UiB 2017)",
        "“{evidence}” points at something said before, and the order of an interview shifts. Write under alone how it sounds by itself, with what it points at said outright: “When you think of …, …?” (judgement, after the experience of a master's thesis, UiB 2017)",
    ),
    "advice_leans_alone": (
        "«{evidence}» viser til noe som er sagt før. Ordlyden under alone vises når det ikke er nevnt ennå; pass på at den sier rett ut hva det vises til. (skjønn, etter erfaringer i en masteroppgave, UiB 2017)",
        "“{evidence}” points at something said before. The wording under alone is shown while that has not come up; see that it says outright what is pointed at. (judgement, after the experience of a master's thesis, UiB 2017)",
    ),
    "advice_leans_listed": (
        "Spørsmålet bygger på {evidence}, og rekkefølgen varierer fra intervju til intervju. Skriv under alone hvordan det lyder alene: «Når du tenker på …, …?» (skjønn, etter erfaringer i en masteroppgave, UiB 2017)",
        "The question builds on {evidence}, and the order of an interview shifts. Write under alone how it sounds by itself: “When you think of …, …?” (judgement, after the experience of a master's thesis, UiB 2017)",
    ),
    "advice_leans_alone_listed": (
        "Spørsmålet bygger på {evidence}. Ordlyden under alone vises når det ikke er nevnt ennå; pass på at den kan forstås uten. (skjønn, etter erfaringer i en masteroppgave, UiB 2017)",
        "The question builds on {evidence}. The wording under alone is shown while that has not come up; see that it can be understood without. (judgement, after the experience of a master's thesis, UiB 2017)",
    ),
    "advice_long": (
        "{evidence} ord er mye å holde fast ved for den som hører dem én gang. Del spørsmålet: først «Kan du fortelle om …?», og resten under probes. (IASA, Ten interviewing sins; at grensen går ved 20 ord, er en konvensjon)",
        "{evidence} words are much to keep in mind for someone who hears them once. Divide it: first “Can you tell me about …?”, and the rest under probes. (IASA, Ten interviewing sins; the limit of 20 words is a convention)",
    ),
    "advice_two-sided": (
        "«{evidence}» ber om begge sider. Er det med vilje, så skriv two_sided: true, og gjennomgangen teller begge; ellers: «Hvordan opplever du …?» (en konvensjon, ikke en feil; fra en masteroppgave, UiB 2017)",
        "“{evidence}” asks for both sides. If that is on purpose, write two_sided: true, and the review counts both; else: “How do you experience …?” (a convention, not a fault; from a master's thesis, UiB 2017)",
    ),
    "advice_two-sided_marked": (
        "«{evidence}» ber om begge sider, og guiden sier at det er med vilje: gjennomgangen teller begge. Kommer bare den ene, så spør «Og den andre siden, …?» (en konvensjon, ikke en feil; fra en masteroppgave, UiB 2017)",
        "“{evidence}” asks for both sides, and the guide says that this is on purpose: the review counts both. If only one comes, ask “And the other side, …?” (a convention, not a fault; from a master's thesis, UiB 2017)",
    ),
    "advice_two-sided_only_marked": (
        "Guiden sier two_sided, men ordlyden nevner ikke to sider. Gjør det hørbart, for eksempel med et oppfølgingsspørsmål: «Og den andre siden, …?» (en konvensjon, ikke en feil; fra en masteroppgave, UiB 2017)",
        "The guide says two_sided, but the wording names no two sides. Make it heard, for instance with a probe: “And the other side, …?” (a convention, not a fault; from a master's thesis, UiB 2017)",
    ),
    "advice_no-example": (
        "Ingen spørsmål til {evidence} ({about}) ber om noe konkret, så svarene kan bli generelle. Legg til et oppfølgingsspørsmål under probes, for eksempel «Kan du gi et eksempel på …?» eller «Fortell om sist …». (IASA, Ten interviewing sins)",
        "No question for {evidence} ({about}) asks for anything concrete, so answers may stay general. Add a probe under probes, for instance “Can you give an example of …?” or “Tell me about the last time …”. (IASA, Ten interviewing sins)",
    ),
    "advice_missing-role_warm-up": (
        "Guiden har ingen oppvarming, et lett spørsmål som får fortellingen i gang. Begynn for eksempel med «Kan du fortelle litt om …?» (en konvensjon; fasene i Tolkeportalens mal)",
        "The guide has no warm-up, an easy question that gets the telling under way. Begin for instance with “Can you tell me a little about …?” (a convention; the phases in Tolkeportalen's template)",
    ),
    "advice_missing-role_transition": (
        "Guiden har ingen overgang som leder fra ett tema til det neste. Si den når temaet skifter: «Nå har vi snakket om …; jeg vil gjerne høre om …» (en konvensjon; fasene i Tolkeportalens mal)",
        "The guide has no transition that leads from one topic to the next. Say it where the topic changes: “We have talked about …; now I would like to hear about …” (a convention; the phases in Tolkeportalen's template)",
    ),
    "advice_missing-role_closing": (
        "Guiden har ingen avslutning der informanten kan si det du ikke spurte om. Skriv den under closing: «Hva vil du legge til?» (Tracy om avsluttende spørsmål; en konvensjon)",
        "The guide has no closing where the informant can say what you did not ask. Write it under closing: “What would you like to add?” (Tracy on closing questions; a convention)",
    ),
    "advice_abstract-first": (
        "Guiden åpner med «{evidence} …», som krever et standpunkt før noe er fortalt. Begynn med det som skjer, som i {about}, og la dette komme etterpå. (Patton 1996, rekkefølgen av spørsmål; en konvensjon)",
        "The guide opens with “{evidence} …”, which wants a position before anything has been told. Begin with what happens, as in {about}, and let this come after. (Patton 1996, the sequence of questions; a convention)",
    ),
    "advice_balance": ("Fordelingen, til ettertanke", "The balance, to think over"),
    "advice_counts": ("Spørsmål til hver del: {counts}.", "Questions for each part: {counts}."),
    "advice_few": (
        "{target} har få spørsmål sammenlignet med de andre. Er det nok, eller venter du at de andre spørsmålene gir svar?",
        "{target} has few questions beside the others. Is that enough, or do you expect the other questions to answer it?",
    ),
    "advice_uneven": (
        "{target} spør ujevnt om begrepene hver for seg: {alone}; om flere sammen: {together}. Er det meningen?",
        "{target} asks unevenly about the concepts one by one: {alone}; about several together: {together}. Is that meant?",
    ),
    "advice_load": (
        "{questions} spørsmål og {probes} oppfølgingsspørsmål på {minutes} minutter gir {each} minutter til hvert spørsmål. Kildene spriker fra 5 til 20 spørsmål i timen, alt etter hvor strukturert intervjuet er; et prøveintervju måler det. (OERL, QualiQ)",
        "{questions} questions and {probes} probes in {minutes} minutes leave {each} minutes for each question. Sources range from 5 to 20 questions an hour, after how structured the interview is; a pilot measures it. (OERL, QualiQ)",
    ),
    "advice_estimated": (
        "Spørsmålenes egne minutter er {estimated} til sammen; intervjuet er planlagt til {minutes}.",
        "The questions' own minutes are {estimated} together; the interview is planned for {minutes}.",
    ),
}
