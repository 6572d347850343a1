"""Guides in Word without lists: questions as headings, levels by indents alone, tables with a column to write in."""

from docx.shared import Cm

from tests.guide.documents.word import Sheet

DOT = "\N{MIDDLE DOT}"


def prison_teachers() -> bytes:
    """Each question is a heading of the third level, and its probes are plain text below it."""
    sheet = Sheet()
    sheet.heading("Interview guide: Teaching in prison", 1)
    sheet.heading("Theme 1: The classroom", 2)
    sheet.heading("Can you describe your classroom?", 3)
    sheet.say("What is on the walls?")
    sheet.heading("What does an ordinary lesson look like?", 3)
    sheet.say("How does it begin?")
    sheet.say("What makes it stop?")
    sheet.heading("Theme 2: The pupils", 2)
    sheet.heading("What do you know about your pupils before they come?", 3)
    sheet.heading("Tell me about a pupil you remember well.", 3)
    sheet.say("Why this one?")
    sheet.heading("Theme 3: The prison", 2)
    sheet.heading("How do the officers see your work?", 3)
    sheet.heading("Final question", 2)
    sheet.heading("What have I forgotten to ask?", 3)
    return sheet.bytes()


def avlastning() -> bytes:
    """No lists at all: follow-ups are paragraphs with a wider indent, sections are underlined bold lines."""
    sheet = Sheet(norwegian=True)
    sheet.say("**Intervjuguide foreldre med avlastningstilbud**")
    sheet.say("**Om familien**")
    sheet.say("Kan dere fortelle litt om familien deres?")
    _indented(sheet, "Hvem bor hjemme?")
    sheet.say("Hvordan ser en vanlig uke ut?")
    sheet.say("**Avlastningen**")
    sheet.say("Hvordan fikk dere avlastning?")
    _indented(sheet, "Hvem fortalte dere om tilbudet?")
    _indented(sheet, "Hvor lang tid tok det?")
    sheet.say("Hva bruker dere tiden til når barnet er på avlastning?")
    sheet.say("Hva tror dere barnet ville sagt om avlastningen?")
    sheet.say("**Samarbeid**")
    sheet.say("Hvordan er samarbeidet med kommunen?")
    _indented(sheet, "Be om eksempler")
    sheet.say("Hva skulle dere ønske var annerledes?")
    sheet.say("**Avslutning**")
    sheet.say("Er det noe dere vil legge til?")
    return sheet.bytes()


def _indented(sheet: Sheet, text: str) -> None:
    sheet.say(text).paragraph_format.left_indent = Cm(1.5)


def ambulanse() -> bytes:
    """Time, theme, questions, and an empty column for notes; several questions in a cell, with follow-ups."""
    sheet = Sheet(norwegian=True)
    dots = sheet.list(("bullet", "-"))
    sheet.heading("Intervjuguide ambulansearbeidere", 1)
    sheet.say("Varighet ca. 60 min")
    sheet.table(
        [
            ["Tid", "Tema", "Spørsmål", "Notater"],
            ["5 min", "Innledning", ["Presentasjon", "Samtykke og opptak"], ""],
            [
                "10 min",
                "Bakgrunn",
                ["Hvor lenge har du kjørt ambulanse?", "Hvordan er laget ditt satt sammen?"],
                "",
            ],
            [
                "25 min",
                "Oppdrag med barn",
                [
                    "Fortell om et oppdrag med et barn som du husker godt.",
                    ("hva skjedde", dots, 0),
                    ("hvem var der", dots, 0),
                    "Hvordan forbereder dere dere på vei ut?",
                    "Hvordan tar dere vare på foreldrene?",
                ],
                "",
            ],
            [
                "15 min",
                "Etterpå",
                ["Hva gjør dere når oppdraget er over?", "Hvem snakker du med?", "Hva tar du med deg hjem?"],
                "",
            ],
            ["5 min", "Avslutning", "Noe du vil legge til?", ""],
        ]
    )
    return sheet.bytes()
