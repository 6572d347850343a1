"""Guides as lists in Word, Norwegian: numbered lists, sub-levels in other lists, bold lines as headings."""

from tests.guide.documents.word import Sheet

DOT = "\N{MIDDLE DOT}"
HARD = "\N{NO-BREAK SPACE}"


def barnevern_samtaler() -> bytes:
    """Numbered questions, their follow-ups in another list at level 0; bold paragraphs with a colon as headings."""
    sheet = Sheet(norwegian=True)
    numbers = sheet.list(("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))
    dots = sheet.list(("bullet", DOT))
    sheet.say("**Intervjuguide kontaktpersoner i barnevernet**")
    sheet.say("Masteroppgave i sosialt arbeid, våren 2024\nKari Nordmann og Ola Hansen")
    sheet.say(
        "**Problemstilling**: Hvordan snakker kontaktpersoner i barneverntjenesten med barn "
        "om omsorgssituasjonen deres?"
    )
    sheet.say("**Innledning:**")
    sheet.item("Fortelle om prosjektet og hva intervjuet skal brukes til", dots)
    sheet.item("Minne om taushetsplikten – ingen navn eller detaljer som kan gjenkjennes", dots)
    sheet.item("Spørre om det er greit med båndopptak", dots)
    sheet.say("**Bakgrunn:**")
    sheet.item("Hva er din faglige bakgrunn?", numbers)
    sheet.item("Hvor lenge har du jobbet i barnevernet?", numbers)
    sheet.say("**Samtaler med barn:**")
    sheet.item("Kan du fortelle om den siste samtalen du hadde med et barn?", numbers)
    for probe in ("Hvor foregikk den?", "Hvem andre var til stede?", "Hvordan forberedte du deg?"):
        sheet.item(probe, dots)
    sheet.item("Hva synes du er en god samtale med et barn?", numbers)
    sheet.item("Hvordan går du fram når barnet ikke vil snakke?", numbers)
    sheet.item("Evt. be om et eksempel", dots)
    sheet.say("**Å snakke om det vanskelige:**")
    sheet.item("Hvordan snakker du med barn om vold eller rus i familien?", numbers)
    sheet.item("Hvis informanten sier at hun unngår det: Hva gjør at du lar det ligge?", dots)
    sheet.item("Hva tenker du om at barnets ord blir skrevet ned i journalen?", numbers)
    sheet.item("Kan barna få lese det?", dots)
    sheet.item("Hvordan forklarer du dem det?", dots)
    sheet.item("Hva gjør slike samtaler med deg?", numbers)
    sheet.say("**Rammer:**")
    sheet.item("Hvilke føringer har dere for samtaler med barn, og hvordan bruker du dem?", numbers)
    sheet.item("Hva trenger du for å bli tryggere i disse samtalene?", numbers)
    sheet.say("**Avslutning:**")
    sheet.item("Er det noe du har lyst til å legge til?", numbers)
    sheet.item("Kan jeg ta kontakt igjen hvis det er noe jeg lurer på?", numbers)
    return sheet.bytes()


def eldre_frivillige() -> bytes:
    """Headings of Word's own, bullets at two levels of one list, several questions in one bullet, a note in italics."""
    sheet = Sheet(norwegian=True)
    dots = sheet.list(("bullet", DOT), ("bullet", "o"))
    sheet.heading("Samtaleguide: Frivillige besøksvenner for eldre", 0)
    sheet.say("__Semistrukturert intervju, ca. 45 minutter__")
    sheet.heading("Forskningsspørsmål", 1)
    letters = sheet.list(("lowerLetter", "%1)"))
    sheet.item("Hva motiverer frivillige til å være besøksvenn over lang tid?", letters)
    sheet.item("Hvordan forstår de forholdet til den eldre?", letters)
    sheet.heading("Oppstart (5 min)", 1)
    sheet.say("Takk for at du stiller opp. Jeg tar opp samtalen, og opptaket slettes når oppgaven er levert.")
    sheet.item("Hvordan ble du besøksvenn?", dots)
    sheet.heading("Motivasjon (15 min)", 1)
    sheet.say("__Husk å gi god tid. Ikke foreslå grunner selv.__")
    sheet.item("Hva var det som gjorde at du meldte deg? Hva tenkte du da, og hva tenker du nå?", dots)
    sheet.item("Fortell om et besøk som har betydd noe spesielt for deg.", dots)
    sheet.item("Hva skjedde?", dots, 1)
    sheet.item("Hva var det som gjorde det spesielt?", dots, 1)
    sheet.item("Har du noen gang tenkt på å slutte?", dots)
    sheet.item("Hvis ja: Hva fikk deg til å fortsette?", dots, 1)
    sheet.heading(f"Forholdet til den eldre (20{HARD}min)", 1)
    sheet.item("Hvordan vil du beskrive forholdet deres? Er dere venner?", dots)
    sheet.item("Hva snakker dere om, og hva snakker dere ikke om?", dots)
    sheet.item("Hvordan setter du grenser?", dots)
    sheet.item("for eksempel for tid, penger, telefoner om kvelden", dots, 1)
    sheet.item("Dersom vi har tid: Hva vet familien om deg?", dots)
    sheet.heading("Avrunding (5 min)", 1)
    sheet.item("Hva ville du sagt til en som vurderer å bli besøksvenn?", dots)
    sheet.item("Er det noe annet du vil ha sagt?", dots)
    sheet.say("Skru av opptakeren. Takk, og avtal om informanten vil lese sitatene sine.")
    return sheet.bytes()
