"""Guides in Word by people in a hurry: leads in bold, prompts under a word of their own, questions on one line each."""

from tests.guide.documents.word import LEFT, Sheet

DOT = "\N{MIDDLE DOT}"


def foster_parents() -> bytes:
    """A bold "Question 1:" before each, and "Prompts:" alone on a line above bullets."""
    sheet = Sheet()
    dots = sheet.list(("bullet", DOT))
    sheet.say("**Appendix 2 – Interview schedule (foster parents)**")
    sheet.say(
        "__Thank you for agreeing to talk to me. I will ask about your own experience as a foster parent. "
        "Please do not mention the name of the child.__"
    )
    sheet.say("**Question 1:** Can you tell me how you became foster parents?")
    sheet.say("Prompts:")
    sheet.item("Whose idea was it?", dots)
    sheet.item("What did you know beforehand?", dots)
    sheet.say("**Question 2:** What was the first month like?")
    sheet.say("**Question 3:** How would you describe the contact with the child’s parents?")
    sheet.say("Prompts:")
    sheet.item("visits", dots)
    sheet.item("phone and social media", dots)
    sheet.say("**Question 4:** What kind of support do you get from child welfare services?")
    sheet.say("Prompts:")
    sheet.item("Is it enough?", dots)
    sheet.say("**Question 5:** When have you thought about giving up?")
    sheet.say("**Question 6:** Is there anything we have not talked about that you think is important?")
    return sheet.bytes()


def kirkemusikere() -> bytes:
    """A table with research questions left; the questions are parted by line breaks and have typed letters."""
    sheet = Sheet(norwegian=True)
    sheet.heading("Intervjuguide", 1)
    sheet.say("Hovedproblemstilling: Hvordan arbeider kirkemusikere med barn som ikke kommer fra kirkevante hjem?")
    sheet.table(
        [
            ["FORSKNINGSSPØRSMÅL", "INTERVJUSPØRSMÅL"],
            [
                "1) Hvordan rekrutterer kirkemusikere barn til korene?",
                (
                    "a) Hvordan finner barna veien til koret?\nb) Hva sier du til foreldrene første gang?\n"
                    "c) Hva har du prøvd som ikke virket?"
                ),
            ],
            [
                "2) Hvordan velger de repertoar?",
                "a) Fortell om en sang dere har sunget mye.\nb) Hva tenker du om sanger med tydelig kristent innhold?",
            ],
            [
                "3) Hva mener de at barna får ut av det?",
                "a) Hva tror du barna husker om ti år?\nb) (Hvis tid:) Hva får du selv ut av det?",
            ],
            ["Til slutt", "Har du noe du vil legge til?"],
        ]
    )
    return sheet.bytes()


def language_cafe() -> bytes:
    """A table of numbers and questions; the research questions are rows that run across."""
    sheet = Sheet()
    sheet.heading("Interview guide, language café volunteers and learners", 1)
    sheet.table(
        [
            ["No.", "Question"],
            ["Introductory questions", LEFT],
            ["1", "How did you hear about the café?"],
            ["2", "How often do you come?"],
            ["RQ1: How is language learned in informal settings?", LEFT],
            ["3", "What happens at your table on an ordinary evening?"],
            ["4", "Can you give an example of something you learned here?"],
            ["5", "When do you switch to another language?"],
            ["RQ2: What kinds of relationships develop?", LEFT],
            ["6", "Who do you know because of the café?"],
            ["7", "Do you meet outside the café? How?"],
            ["Closing", LEFT],
            ["8", "Would you like to add something?"],
        ]
    )
    return sheet.bytes()


def klimaengasjement() -> bytes:
    """Numbered headings, numbers that begin anew in every section, a star at what may be left out."""
    sheet = Sheet(norwegian=True)
    sheet.heading("Intervjuguide: Unge og klimaengasjement", 0)
    sheet.say("Spørsmål merket med * er valgfrie.")
    sheet.heading("1. Innledende spørsmål", 2)
    first = sheet.list(("decimal", "%1."))
    sheet.item("Kan du si litt om hvem du er?", first)
    sheet.item("Hvordan ble du interessert i klima?", first)
    sheet.heading("2. Engasjement", 2)
    second = sheet.list(("decimal", "%1."))
    dots = sheet.list(("bullet", DOT))
    sheet.item("Hva gjør du, helt konkret?", second)
    sheet.item("Hvem gjør du det sammen med?", dots)
    sheet.item("Når føles det nyttig, og når føles det nytteløst?", second)
    sheet.item("Hva sier vennene dine som ikke er engasjert?*", second)
    sheet.heading("3. Følelser", 2)
    third = sheet.list(("decimal", "%1."))
    sheet.item("Hva tenker du på når du hører ordet framtid?", third)
    sheet.item("NB! Gi tid, ikke fyll stillheten.", dots)
    sheet.item("Hva gjør du når det blir for mye?", third)
    sheet.heading("4. Avslutning", 2)
    fourth = sheet.list(("decimal", "%1."))
    sheet.item("Hva ville du sagt til statsministeren?*", fourth)
    sheet.item("Er det noe du vil føye til?", fourth)
    return sheet.bytes()
