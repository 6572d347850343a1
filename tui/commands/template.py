"""The guide that a new study begins with, by language.

Those of IN_PART have no speaker's blessing yet.
"""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "nb": """# Intervjuguide. Se intervjuguide check for feil; en feilskrevet nøkkel blir nevnt.
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
# Bare notater, uten opptak og uten nøkkel? Skriv anonymous: yes, og ta bort recording over.
""",
    "nn": """# Intervjuguide. Sjå intervjuguide check for feil; ein feilskriven nøkkel blir nemnd.
title: Tittelen på studien
language: nn
minutes: 60
problem: Kva vil du finne ut?
research_questions:
  A: {text: "Kva er det første forskingsspørsmålet?", short: Første}
opening:
  - Du kan trekkje deg når som helst, utan å oppgi grunn
  - {id: consent, point: Samtykket er underskrive, gate: [start, recording]}
sections:
  - title: Start
    serves: A
    questions:
      - Kan du fortelje om ein vanleg dag?
closing:
  - Er det noko du vil leggje til?
after:
  - Korleis var det å bli intervjua?
# Det du har lova: fargen i lagringsguiden (grøn, gul, raud), og til når. Ta bort # og skriv datoene.
# data: {class: gul, recording: 2027-01-31, transcripts: 2027-05-31, key: 2027-05-31, end: 2027-06-15}
# Berre notat, utan opptak og utan nøkkel? Skriv anonymous: yes, og ta bort recording over.
""",
    "en": """# Interview guide. See intervjuguide check for errors; a misspelt key is named.
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
# Notes alone, without a recording and a key? Write anonymous: yes, and take out recording above.
""",
    "sv": """# Intervjuguide. Se intervjuguide check för fel; en felstavad nyckel nämns.
title: Studiens titel
language: sv
minutes: 60
problem: Vad vill du ta reda på?
research_questions:
  A: {text: "Vilken är den första forskningsfrågan?", short: Första}
opening:
  - Du kan avbryta din medverkan när som helst, utan att ange skäl
  - {id: consent, point: Samtycket är undertecknat, gate: [start, recording]}
sections:
  - title: Start
    serves: A
    questions:
      - Kan du berätta om en vanlig dag?
closing:
  - Är det något du vill tillägga?
after:
  - Hur var det att bli intervjuad?
# Det du har lovat: färgen i lagringsguiden (green, yellow, red), och till när. Ta bort # och skriv datumen.
# data: {class: yellow, recording: 2027-01-31, transcripts: 2027-05-31, key: 2027-05-31, end: 2027-06-15}
# Bara anteckningar, utan inspelning och nyckel? Skriv anonymous: yes, och ta bort recording ovan.
""",
    "da": """# Interviewguide. Se intervjuguide check for fejl; en fejlstavet nøgle bliver nævnt.
title: Studiets titel
language: da
minutes: 60
problem: Hvad vil du finde ud af?
research_questions:
  A: {text: "Hvad er det første forskningsspørgsmål?", short: Første}
opening:
  - Du kan trække dig når som helst, uden at give en grund
  - {id: consent, point: Samtykket er underskrevet, gate: [start, recording]}
sections:
  - title: Start
    serves: A
    questions:
      - Kan du fortælle om en almindelig dag?
closing:
  - Er der noget, du vil tilføje?
after:
  - Hvordan var det at blive interviewet?
# Det, du har lovet: farven i lagringsguiden (green, yellow, red), og indtil hvornår. Fjern # og skriv datoerne.
# data: {class: yellow, recording: 2027-01-31, transcripts: 2027-05-31, key: 2027-05-31, end: 2027-06-15}
# Kun noter, uden optagelse og nøgle? Skriv anonymous: yes, og fjern recording ovenfor.
""",
    "de": """# Interviewleitfaden. Fehler zeigt intervjuguide check; ein falsch geschriebener Schlüssel wird genannt.
title: Titel der Studie
language: de
minutes: 60
problem: Was möchten Sie herausfinden?
research_questions:
  A: {text: "Wie lautet die erste Forschungsfrage?", short: Erste}
opening:
  - Sie können jederzeit ohne Angabe von Gründen zurücktreten
  - {id: consent, point: Die Einwilligung ist unterschrieben, gate: [start, recording]}
sections:
  - title: Start
    serves: A
    questions:
      - Können Sie mir von einem gewöhnlichen Tag erzählen?
closing:
  - Möchten Sie noch etwas hinzufügen?
after:
  - Wie war es, interviewt zu werden?
# Was Sie zugesagt haben: die Farbe im Speicherleitfaden (green, yellow, red), und bis wann. Nehmen Sie # weg und tragen Sie die Daten ein.
# data: {class: yellow, recording: 2027-01-31, transcripts: 2027-05-31, key: 2027-05-31, end: 2027-06-15}
# Nur Notizen, ohne Aufnahme und Schlüssel? Schreib anonymous: yes und nimm recording oben heraus.
""",
}
