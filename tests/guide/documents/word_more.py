"""More guides in Word: themes with all their questions in one cell, sections as list levels, plain paragraphs."""

from tests.guide.documents.word import Sheet

DOT = "\N{MIDDLE DOT}"


def hospice_volunteers() -> bytes:
    """Two columns without research questions: a theme left, all its questions with their probes in one cell."""
    sheet = Sheet()
    dots = sheet.list(("bullet", DOT), ("bullet", "o"))
    sheet.heading("Interview guide: Volunteers in hospice care", 1)
    sheet.say("Aim of the study: To explore how volunteers talk about death with patients and relatives.")
    sheet.table(
        [
            ["**Theme**", "**Questions**"],
            [
                "Introduction",
                [
                    ("Thank the participant, repeat the purpose, check consent", dots, 0),
                    ("Switch on the recorder", dots, 0),
                ],
            ],
            [
                "Becoming a volunteer",
                [
                    ("How did you become a volunteer at the hospice?", dots, 0),
                    ("What did your family say?", dots, 1),
                    ("What had you expected, and what did you meet?", dots, 0),
                ],
            ],
            [
                "Talking about death",
                [
                    ("Tell me about a conversation about death that has stayed with you.", dots, 0),
                    ("Who brought it up?", dots, 1),
                    ("What did you say?", dots, 1),
                    ("When do you choose not to talk about it?", dots, 0),
                    ("How do you talk with relatives, compared to patients?", dots, 0),
                ],
            ],
            [
                "Being affected",
                [
                    ("How does it affect you to lose somebody you have got to know?", dots, 0),
                    ("Where do you go with your own feelings?", dots, 0),
                    ("colleagues, family, faith", dots, 1),
                ],
            ],
            ["Ending", [("Is there something important that we have not touched on?", dots, 0)]],
        ]
    )
    return sheet.bytes()


def rusomsorg_brukere() -> bytes:
    """Headings of Word's own; questions are plain paragraphs, follow-ups begin with a typed hyphen."""
    sheet = Sheet(norwegian=True)
    sheet.heading("Intervjuguide – brukere av lavterskeltilbud", 1)
    sheet.say("Forskningsspørsmål 1: Hva betyr lavterskeltilbudet i hverdagen til brukerne?")
    sheet.say("Forskningsspørsmål 2: Hva skal til for at de søker annen hjelp?")
    sheet.heading("Før intervjuet", 2)
    sheet.say("Gi kaffe. Forklar at det er lov å ta pauser, og at ingen andre får vite hva som blir sagt.")
    sheet.heading("Del 1: Hverdagen (ca. 10 min)", 2)
    sheet.say("Hvordan ser en vanlig dag ut for deg?")
    sheet.say("- Hva er det første du gjør?")
    sheet.say("- Hvem møter du?")
    sheet.say("Hvor lenge har du kommet hit?")
    sheet.heading("Del 2: Tilbudet (ca. 15 min)", 2)
    sheet.say("Hva var det som gjorde at du kom hit den første gangen?")
    sheet.say("Hva betyr det for deg å ha et sted å gå?")
    sheet.say("- Evt.: Hva ville du gjort hvis det ikke fantes?")
    sheet.say("Fortell om noen som jobber her.")
    sheet.say("Hva er det som ikke er så bra med dette stedet?")
    sheet.heading("Del 3: Annen hjelp (ca. 15 min)", 2)
    sheet.say("Hvilken annen hjelp har du prøvd?")
    sheet.say("(Vær forsiktig her, mange har dårlige erfaringer.)")
    sheet.say("Hva skulle til for at du ville prøve igjen?")
    sheet.heading("Avslutning", 2)
    sheet.say("Hva vil du at de som bestemmer skal vite?")
    sheet.say("Er det noe du angrer på at du sa?")
    return sheet.bytes()


def museum_guides() -> bytes:
    """One list: its first level are the sections, its second the questions, its third the probes."""
    sheet = Sheet()
    levels = sheet.list(("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"))
    sheet.say("**Semi-structured interview guide, museum educators**")
    sheet.say("RQ1: How do museum educators plan for visitors with dementia?")
    sheet.say("RQ2: How do they adapt during a visit?")
    sheet.item("Background", levels)
    sheet.item("What is your role at the museum?", levels, 1)
    sheet.item("What made you start with visits for people with dementia?", levels, 1)
    sheet.item("Planning (RQ1)", levels)
    sheet.item("How do you choose objects for a visit?", levels, 1)
    sheet.item("Which objects never work?", levels, 2)
    sheet.item("What do you need to know about the group beforehand?", levels, 1)
    sheet.item("During the visit (RQ2)", levels)
    sheet.item("Describe a visit that took another turn than you had planned.", levels, 1)
    sheet.item("What did you notice first?", levels, 2)
    sheet.item("What did you change?", levels, 2)
    sheet.item("How do you involve the carers?", levels, 1)
    sheet.item("What do you do when somebody becomes restless?", levels, 1)
    sheet.item("Ending", levels)
    sheet.item("What would you tell a museum that wants to start?", levels, 1)
    sheet.item("Anything you would like to add?", levels, 1)
    return sheet.bytes()


def science_teachers() -> bytes:
    """Three columns with the purpose of each question at the right, which nobody asks."""
    sheet = Sheet()
    sheet.heading("Interview Protocol", 0)
    sheet.say("Title of study: Outdoor science lessons in primary school")
    sheet.table(
        [
            ["Research question", "Interview question", "Purpose"],
            ["", "1. How long have you been teaching science?", "Background"],
            [
                "RQ1. What do teachers want to achieve with outdoor lessons?",
                "2. Why do you take your class outdoors?",
                "Open start, see what the teacher puts first",
            ],
            [None, "3. What can pupils learn outdoors that they cannot learn inside?", "Contrast"],
            [None, "4. Please tell me about your best outdoor lesson.", "Concrete example"],
            [
                "RQ2. What keeps them from doing it more often?",
                "5. What makes it difficult to teach outdoors?",
                "Barriers",
            ],
            [None, "6. How do parents and colleagues react?", "Social context"],
            ["", "7. Is there anything else you would like to say?", "Closing"],
        ]
    )
    return sheet.bytes()
