"""A guide of four themes that serve two research questions crosswise, as its author laid it out."""

from guide.reading import read_guide

CROSSWISE_TEXT = """\
title: Ettervern
language: nb
minutes: 60
research_questions:
  K: {text: Hvordan beskriver unge voksne overgangen fra barnevernet?, short: Overgangen}
  L: {text: Hva slags hjelp og støtte opplever de at de får?, short: Hjelp}
sections:
  - title: Bakgrunn
    serves: K
    minutes: 10
    questions:
      - {id: Q1, ask: Kan du fortelle litt om deg selv?, short: om deg selv}
      - id: Q2
        ask: Hvordan vil du beskrive tiden din i barnevernet, fra du kom dit og til du flyttet ut igjen?
        short: tiden i barnevernet
        serves: [K, L]
        probes: [Hvor bodde du?, Hvem var viktige?, {ask: Hva gjorde flyttingen?, if: flyttet ofte}, Noe annet?]
      - {id: Q3, ask: Hva forbinder du med ordet ettervern?, short: ordet ettervern, serves: L}
  - title: Overgangen
    serves: K
    minutes: 20
    questions:
      - {id: Q4, ask: Kan du fortelle om da du fylte 18?, short: fylte 18, probes: [Hvem snakket du med?]}
      - {id: Q5, ask: Hvordan ble du involvert i planleggingen?, short: planleggingen}
      - {id: Q6, ask: Hvordan var det å bo for deg selv?, short: bo for deg selv}
  - title: Hjelp og støtte
    serves: L
    questions:
      - {id: Q7, ask: Hva slags hjelp har du fått?, short: hva slags hjelp}
      - {id: Q8, ask: Hvem har vært viktig for deg?, short: hvem var viktig, serves: [L, K]}
  - title: Veien videre
    serves: K
    questions:
      - {id: Q10, ask: Hvordan ser du for deg livet om fem år?, short: om fem år}
      - {id: Q11, ask: Hvilke råd ville du gitt til andre?, short: råd til andre, serves: L, optional: true}
closing:
  - {id: Z1, ask: Er det noe du vil legge til?, short: noe mer}
"""
_READ = read_guide(CROSSWISE_TEXT, "guide.yaml").guide
assert _READ is not None
CROSSWISE = _READ
