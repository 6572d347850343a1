"""Guides and logs of any size, with words that repeat as they do in real ones."""

import random

_ASK = ("Hvordan øver", "Hva gjør", "Når synger", "Hvem spiller", "Hvor møter", "Hvorfor hører")
_WHO = ("du sammen med klienten", "gruppen", "de andre musikkterapeutene", "dere i bandet", "en ny deltager", "koret")
_WHAT = (
    "i samspill og samhandling",
    "på arenaer utenfor institusjonen",
    "når noe er vanskelig",
    "for å skape kontakt",
    "gjennom uka på øvingsrommet",
    "når målet er deltagelse i nærmiljøet",
    "etter at behandlingen er over",
)


def guide_text(questions: int) -> str:
    """A guide of so many questions under four research questions."""
    chance = random.Random(questions)
    lines = ["title: Målestokk", "language: nb", "minutes: 60", "research_questions:"]
    lines += [f"  {letter}: {{text: Hva handler {letter} om?, short: Emne {letter}}}" for letter in "ABCD"]
    lines.append("sections:")
    for place, letter in enumerate("ABCD"):
        share = questions // 4 + (1 if place < questions % 4 else 0)
        lines += [f"  - title: Del {letter}", f"    serves: {letter}", "    questions:"]
        for number in range(share):
            ask = "Hvordan øver" if place == number == 0 else chance.choice(_ASK)
            lines.append(f"      - ask: {ask} {chance.choice(_WHO)} {chance.choice(_WHAT)}, del {number + 1}?")
            if number % 3 == 0:
                lines.append("        probes: [Hvorfor?, Kan du gi et eksempel?]")
    return "\n".join([*lines, "closing:", "  - Er det noe du vil legge til?", ""])
