"""Guides as tables in Word: research questions left, questions right, and tables with more columns."""

from tests.guide.documents.word import LEFT, Sheet

DOT = "\N{MIDDLE DOT}"
HARD = "\N{NO-BREAK SPACE}"
SOFT = "\N{SOFT HYPHEN}"


def sykehjem_natt() -> bytes:
    """Two columns; one row per question, the research question on the left merged down over its rows."""
    sheet = Sheet(norwegian=True)
    dots = sheet.list(("bullet", DOT))
    sheet.header("Masteroppgave i klinisk sykepleie", "Side 2 av 3")
    sheet.heading("Vedlegg 3: Intervjuguide")
    sheet.say(
        "**Problemstilling:** Hvordan opplever sykepleiere på sykehjem ansvaret de har alene på natt, "
        "og hva gjør de for å ivareta pasientenes trygghet?"
    )
    sheet.say()
    sheet.table(
        [
            ["**Forskningsspørsmål**", "**Spørsmål til informanten**"],
            [
                "Innledning",
                [
                    ("Presentere meg selv og prosjektet", dots, 0),
                    ("Informere om taushetsplikt, lydopptak og retten til å trekke seg", dots, 0),
                    ("Skrive under samtykkeskjema", dots, 0),
                ],
            ],
            ["Oppvarming", ("Kan du fortelle litt om deg selv og hvor lenge du har jobbet natt?", dots, 0)],
            [
                "F1: Hvordan opplever sykepleiere å være alene med ansvaret om natten?",
                ("Kan du beskrive en vanlig natt på jobb, fra du kommer til du går?", dots, 0),
            ],
            [None, ("Hvordan er det for deg å være den eneste sykepleieren på huset?", dots, 0)],
            [None, ("Når kjenner du ansvaret sterkest?", dots, 0)],
            [None, ("Hva gjør du når du er i tvil om en pasient bør legges inn på syke" + SOFT + "hus?", dots, 0)],
            [
                "F2: Hva gjør de for å ivareta pasientenes trygghet?",
                ("Hva legger du i at en pasient er trygg om natten?", dots, 0),
            ],
            [None, ("Fortell om en natt da du lyktes med å trygge en urolig pasient.", dots, 0)],
            [None, ("Fortell om en natt da det ikke gikk så bra.", dots, 0)],
            [None, (f"Hvordan bruker du velferds{SOFT}teknologi,{HARD}f.eks. sensorer, på natt?", dots, 0)],
            [
                "F3: Hvilke rammer hemmer eller fremmer dette arbeidet?",
                ("Hvordan opplever du bemanningen på natt?", dots, 0),
            ],
            [None, ("Hva slags støtte får du fra dagvakter, leder og legevakt?", dots, 0)],
            [None, ("(Hvis du kunne endret én ting ved nattarbeidet, hva ville det vært?)", dots, 0)],
            ["Avslutning", ("Er det noe jeg burde ha spurt om som jeg ikke har spurt om?", dots, 0)],
            [None, ("Hvordan har det vært å bli intervjuet?", dots, 0)],
        ]
    )
    return sheet.bytes()


def barnehage_overgang() -> bytes:
    """Nynorsk, four columns, the first two merged down; follow-ups and keywords in the last."""
    sheet = Sheet(norwegian=True)
    dots = sheet.list(("bullet", DOT), ("bullet", "o"))
    sheet.heading("Intervjuguide – overgangen frå barnehage til skule", 0)
    sheet.say("Problemstilling: Korleis samarbeider barnehage og skule om å gje barn ein god skulestart?")
    sheet.table(
        [
            ["**Tema**", "**Forskingsspørsmål**", "**Spørsmål**", "**Oppfølging**"],
            [
                "Bakgrunn (5 min)",
                "",
                ["Kor lenge har du arbeidd i barnehagen?", "Kva utdanning har du?"],
                "",
            ],
            [
                "Samarbeid (15 min)",
                "Korleis samarbeider barnehagelærarar og lærarar på 1. trinn?",
                "Korleis er samarbeidet mellom barnehagen din og skulen lagt opp?",
                [("Kven tek initiativet?", dots, 0), ("Kor ofte møtest de?", dots, 0)],
            ],
            [
                None,
                None,
                "Kva for informasjon om barna gjev de vidare til skulen?",
                "Kva blir ikkje sagt vidare? Kvifor?",
            ],
            [
                None,
                None,
                "Kan du fortelje om ein gong samarbeidet fungerte særleg godt, eller dårleg?",
                [("Kva skjedde?", dots, 0), ("Kva gjorde du?", dots, 0)],
            ],
            [
                "Skulestart (20 min)",
                "Kva legg dei vekt på for at barn skal få ein god skulestart?",
                "Kva er ein god skulestart for deg?",
                "",
            ],
            [
                None,
                None,
                "Korleis arbeider de med dei eldste barna det siste året?",
                "Stikkord: leik, bokstavar, sjølvstende",
            ],
            [
                None,
                None,
                "Korleis blir barna sjølve høyrde i overgangen?",
                "Viss dei blir høyrde: Kan du gje eit døme?",
            ],
            ["Avslutning", "", "Er det noko du vil leggje til?", ""],
        ]
    )
    sheet.say()
    sheet.say("Takk for at du tok deg tid!")
    return sheet.bytes()


def migrant_mothers() -> bytes:
    """Three columns, sections in rows that run across the whole table, consent in prose above."""
    sheet = Sheet()
    dots = sheet.list(("bullet", DOT))
    sheet.heading("Appendix B. Interview guide: Mothers who moved while raising small children")
    sheet.say("**Research questions**")
    numbers = sheet.list(("decimal", "RQ%1"))
    sheet.item("How do migrant mothers build support networks in the first years after arrival?", numbers)
    sheet.item("What role do public health nurses play in these networks?", numbers)
    sheet.say("**Introduction (read aloud)**")
    sheet.say(
        "Thank you for meeting me today. I am interested in your own experience, so there are no right or wrong "
        "answers. You can skip any question, and you can stop at any time. With your permission I would like to "
        "record our conversation."
    )
    sheet.table(
        [
            ["**Topic**", "**Main question**", "**Probes**"],
            ["**Part 1: Arriving (about 10 minutes)**", LEFT, LEFT],
            [
                "The move",
                "Tell me about how you came to live here.",
                [("Who came with you?", dots, 0), ("What did you expect?", dots, 0)],
            ],
            ["First weeks", "What do you remember from the first weeks?", "Who helped you?"],
            ["**Part 2: People around you (RQ1)**", LEFT, LEFT],
            [
                "Network",
                "Who are the people you turn to when you need help with the children?",
                [("How did you get to know them?", dots, 0), ("What kind of help do you ask for?", dots, 0)],
            ],
            [
                "Distance",
                "How do you keep in touch with family in the country you left?",
                "Has this changed over time?",
            ],
            ["Loneliness", "Have there been times when you felt alone with it all?", "If yes: What did you do then?"],
            ["**Part 3: The public health nurse (RQ2)**", LEFT, LEFT],
            ["First visit", "Can you describe your first meeting with the public health nurse?", ""],
            [
                "Trust",
                "What kinds of things do you talk with the nurse about, and what do you keep to yourself?",
                [("Why these?", dots, 0)],
            ],
            [
                "Advice",
                "(Optional) Has advice from the nurse ever clashed with advice from your family?",
                "How did you handle it?",
            ],
            ["**Closing**", LEFT, LEFT],
            ["", "Is there anything you would like to add?", ""],
            ["", "What advice would you give to a mother who arrives today?", ""],
        ]
    )
    return sheet.bytes()


def eldreomsorg_teknologi() -> bytes:
    """Sections as headings, a table with the number of the research question beside each question."""
    sheet = Sheet(norwegian=True)
    sheet.say("**INTERVJUGUIDE ANSATTE I HJEMMETJENESTEN**")
    sheet.say("Forskningsspørsmål:")
    sheet.say("FS1 Hvordan endrer velferdsteknologi arbeidet i hjemmetjenesten?")
    sheet.say("FS2 Hvordan opplever de ansatte at relasjonen til brukerne påvirkes?")
    sheet.say("FS3 Hvilke etiske dilemmaer står de ansatte i?")
    sheet.heading("Om informanten", 2)
    sheet.table(
        [
            ["Nr.", "Spørsmål", "FS"],
            ["1", "Hva er din stilling, og hvor lenge har du hatt den?", ""],
            ["2", "Hvilke typer velferdsteknologi bruker dere hos dere?", ""],
        ]
    )
    sheet.heading("Arbeidet", 2)
    sheet.table(
        [
            ["Nr.", "Spørsmål", "FS"],
            ["3", "Hvordan var en arbeidsdag før dere fikk trygghetssensorer, og hvordan er den nå?", "FS1"],
            ["4", "Hva har blitt enklere? Hva har blitt vanskeligere?", "FS1"],
            [
                "5",
                [
                    "Hvem får opplæring, og hvordan foregår den?",
                    "[Intervjuer: spør om vikarer hvis det ikke kommer opp]",
                ],
                "FS1",
            ],
        ]
    )
    sheet.heading("Relasjonen til brukerne", 2)
    sheet.table(
        [
            ["Nr.", "Spørsmål", "FS"],
            ["6", "Kan du fortelle om en bruker der teknologien gjorde en forskjell?", "FS2"],
            ["7", "Hvordan merker du på brukerne at dere kommer sjeldnere innom?", "FS2, FS3"],
        ]
    )
    sheet.heading("Etikk", 2)
    sheet.table(
        [
            ["Nr.", "Spørsmål", "FS"],
            [
                "8",
                "Har du vært i situasjoner der du var usikker på om det var riktig å bruke sensor eller kamera?",
                "FS3",
            ],
            ["9", "Hvordan snakker dere om samtykke med brukere som har demens?", "FS3"],
            ["10", "Hva ville du sagt nei til? (valgfritt)", "FS3"],
        ]
    )
    sheet.heading("Til slutt", 2)
    sheet.say("Er det noe mer du har lyst til å si?")
    return sheet.bytes()
