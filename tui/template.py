"""The guide that a new study begins with."""

TEMPLATE: tuple[str, str] = (
    """# Intervjuguide. Se intervjuguide check for feil; en feilskrevet nøkkel blir nevnt.
title: Studiens tittel
language: nb
minutes: 60
problem: Hva vil du finne ut?
research_questions:
  A: {text: "Hva er det første forskningsspørsmålet?", short: Første}
opening:
  - Du kan trekke deg når som helst, uten å oppgi grunn
  - {id: consent, point: Samtykke er underskrevet, gate: [start, recording]}
sections:
  - title: Start
    serves: A
    questions:
      - Kan du fortelle om en vanlig dag?
closing:
  - Er det noe du vil legge til?
after:
  - Hvordan var det å bli intervjuet?
# Det du har lovet: fargen i lagringsguiden (grønn, gul, rød), og til når. Ta bort # og skriv datoene.
# data: {class: gul, recording: 2027-01-31, transcripts: 2027-05-31, key: 2027-05-31, end: 2027-06-15}
""",
    """# Interview guide. See intervjuguide check for errors; a misspelt key is named.
title: The study's title
language: en
minutes: 60
problem: What do you want to find out?
research_questions:
  A: {text: "What is the first research question?", short: First}
opening:
  - You may withdraw at any time, without giving a reason
  - {id: consent, point: Consent is signed, gate: [start, recording]}
sections:
  - title: Start
    serves: A
    questions:
      - Can you tell me about an ordinary day?
closing:
  - Is there anything you would like to add?
after:
  - How was it to be interviewed?
# What you promised: the colour in the storage guide (green, yellow, red), and until when. Take # away and write the dates.
# data: {class: yellow, recording: 2027-01-31, transcripts: 2027-05-31, key: 2027-05-31, end: 2027-06-15}
""",
)
