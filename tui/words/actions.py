"""Words for actions: titles and help."""

_ACTS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "next": (("Still neste", "Ask next"), ("still det foreslåtte spørsmålet", "ask the suggested question")),
    "find": (
        ("Finn og still", "Find and ask"),
        ("finn et spørsmål med ord eller id; Enter stiller det første, et usikkert treff velges med ↓", "find a question by words or id; Enter asks the first, an unsure one is chosen with ↓"),
    ),
    "probes": (
        ("Planlagte oppfølgingsspørsmål", "Probes"),
        ("oppfølgingsspørsmålene til spørsmålet, til å krysse av", "the question's probes, to be ticked"),
    ),
    "concept": (
        ("Begrep", "Concept"),
        ("den avtalte forklaringen av et begrep; igjen gir en lengre", "the agreed explanation of a concept; again, a longer one"),
    ),
    "covered": (
        ("Dekket", "Covered"),
        ("dekket: +  ·  +b1 b2  ·  +b1 3 (1 nevnt, 2 beskrevet, 3 med eksempel, 0 tar bort)", "covered: +  ·  +b1 b2  ·  +b1 3 (1 mentioned, 2 described, 3 with an example, 0 off)"),
    ),
    "skip": (("Utelat", "Skip"), ("du utelater det, gjerne med grunn", "you leave it out, perhaps with a reason")),
    "decline": (
        ("Ønsket ikke å svare", "Declined"),
        ("informanten ønsker ikke å svare", "the informant would rather not answer"),
    ),
    "positive": (
        ("Positivt", "Positive"),
        ("en positiv erfaring ble fortalt, der det spørres om begge sider", "a positive experience was told, where both sides are asked for"),
    ),
    "negative": (
        ("Negativt", "Negative"),
        ("en negativ erfaring ble fortalt, der det spørres om begge sider", "a negative experience was told, where both sides are asked for"),
    ),
    "tick": (
        ("Kryss av et punkt", "Tick a point"),
        ("kryss av på et åpent kort, ellers oppfølginger med enter; igjen: ikke nødvendig", "tick on an open card, else probes at Enter; again: not needed"),
    ),
    "note": (("Notat", "Note"), ("et notat, tidsstemplet ved første tastetrykk; #b8 lenker, #ord gir merkelapp", "a note, stamped at its first key; #b8 links, #word tags")),
    "bookmark": (("Bokmerke", "Bookmark"), ("dette øyeblikket, uten ord", "this moment, no words")),
    "ago": (("Litt siden", "A while ago"), ("et notat eller bokmerke for 20 s eller 2 m siden", "a note or bookmark about 20 s or 2 m ago")),
    "retime": (
        ("Flytt et notat", "Move a note"),
        ("flytt det siste notatet, eller det som er åpent, til 12:30 i samtalen", "move the last note, or the open one, to 12:30 in the conversation"),
    ),
    "quote": (("Sitat", "Quotation"), ("informantens egne ord", "the informant's own words")),
    "topic": (("Nytt tema", "Topic"), ("et tema som guiden ikke har", "a topic that the guide does not have")),
    "accept": (
        ("Ta imot det som tilbys", "Accept the offer"),
        ("ta imot lenken som tilbys; etter # i et notat: det første forslaget", "accept the link that is offered; after # in a note: the first one named"),
    ),
    "edit": (("Endre siste notat", "Edit last note"), ("endre det siste notatet", "change the last note")),
    "fill": (("Fyll bokmerker", "Fill bookmarks"), ("sett ord på tomme bokmerker", "add words to empty bookmarks")),
    "reflect": (("Refleksjonsnotat", "Reflexive note"), ("et refleksjonsnotat; ordene kommer etter, på samme linje", "a reflexive note; its words follow on the same line")),
    "followup": (
        ("Følg opp", "Follow up"),
        ('parker til oppfølging; !" informantens egne ord; alene: det siste notatet', "park to follow up; !\" the informant's own words; alone: the last note"),
    ),
    "parked": (("Parkerte oppfølginger", "Parked follow-ups"), ("det som er parkert; et siffer tar det opp igjen", "what is parked; a digit takes it up again")),
    "back": (("Fulgt opp", "Returned to"), ("oppfølging 2 er tatt opp igjen", "follow-up 2 was returned to")),
    "met": (("Besvart underveis", "Answered meanwhile"), ("oppfølging 2 ble besvart underveis", "follow-up 2 was answered meanwhile")),
    "drop": (("La ligge", "Let go"), ("la oppfølging 2 ligge, gjerne med grunn", "let follow-up 2 go, perhaps with a reason")),
    "left": (
        ("Gjenstår fra tidligere", "Left over"),
        ("det som gjenstår fra tidligere intervjuer", "what earlier interviews left open"),
    ),
    "verdict": (
        ("Vurder spørsmålet", "Verdict on the question"),
        ("i prøveintervju: vurder spørsmålet; =b5 et annet; så et siffer, og ett for hvorfor", "in a pilot: the question's verdict; =b5 another's; then a digit, and one for why"),
    ),
    "think": (
        ("Tenk høyt", "Think aloud"),
        ("i prøveintervju: hva tenkte du, med egne ord, hvor sikker; så svaret", "in a pilot: what did you think, in your own words, how sure; then the answer"),
    ),
    "comment": (
        ("Kommentar", "Comment"),
        ("i prøveintervju: det som sies om spørsmålet", "in a pilot: what is said about the question"),
    ),
    "bridge": (
        ("Tilbake til guiden", "Back to the guide"),
        ("en setning tilbake til guiden når praten flyter utover; igjen: en annen", "a sentence back to the guide when the talk drifts; again: another"),
    ),
    "help": (("Hjelp", "Help"), ("alle taster", "all keys")),
    "palette": (("Handlinger", "Commands"), ("alle handlinger, med søk", "all commands, searchable")),
    "curtain": (("Skjul skjermen", "Curtain"), ("skjul guide og notater; igjen viser dem", "hide guide and notes; again shows them")),
    "scroll_up": (("Bla oppover", "Scroll up"), ("bla tilbake i samtalen", "scroll the conversation back")),
    "scroll_down": (("Bla nedover", "Scroll down"), ("bla framover i samtalen", "scroll the conversation on")),
    "close": (("Lukk", "Close"), ("lukk det som er åpent, eller ett steg tilbake; så tøm linja", "close what is open, or one step back; then clear the line")),
    "undo": (("Angre", "Undo"), ("angre siste handling, en om gangen", "undo the last act, one at a time")),
    "time": (
        ("Tida", "Time"),
        ("tida: hva som gjenstår, og hvordan du ligger an", "the time: what is left, and how you stand"),
    ),
    "shift": (
        ("Forskyv opptak", "Shift a recording"),
        ("opptak 1 viste seg å ligge 3 s tidligere enn merkene", "recording 1 turned out to lie 3 s earlier than the marks"),
    ),
    "transcribe": (
        ("Ikke transkriber", "Do not transcribe"),
        ("herfra (eller /fortrolig 90s: fra for 90 s siden) skal det ikke transkriberes; igjen: transkriberes igjen herfra", "from here (or /offrecord 90s: from 90 s ago) nothing is to be transcribed; again: it may be again"),
    ),
    "stop": (
        ("Informanten ønsker å stoppe", "The informant wishes to stop"),
        ("informanten ønsker å stoppe: rett til avslutningen", "the informant wishes to stop: straight to the closing"),
    ),
    "rec": (("Opptak", "Recorder"), ("merk at opptakeren er startet eller stoppet; /opptak samme: samme fil; /opptak nei: ikke ønsket", "mark that the recorder was started or stopped; /rec same: the same file; /rec no: declined")),
    "opening": (("Åpning", "Opening"), ("åpningens punkter", "the opening's points")),
    "pause": (("Pause", "Pause"), ("pause, eller fortsett", "pause, or go on")),
    "go_on": (("Fortsett", "Go on"), ("pausen (også med Enter), eller det fortrolige, er over", "the pause (Enter does it too), or what is off the record, is over")),
    "end": (("Avslutt intervjuet", "Close the interview"), ("avslutt: det som ikke er dekket, avslutningen, etterpå", "close: what is uncovered, the closing, after")),
    "quit": (("Gå ut", "Leave"), ("gå ut; intervjuet kan tas opp igjen", "leave; the interview can be taken up again")),
}  # fmt: skip

ACTS: dict[str, tuple[str, str]] = {
    **{f"act_{name}": title for name, (title, _) in _ACTS.items()},
    **{f"help_{name}": line for name, (_, line) in _ACTS.items()},
    "key_table_head": ("| tast | eller | på engelsk | hva den gjør |", "| key | or | in Norwegian | what it does |"),
}
"""Titles and help lines by their keys."""
