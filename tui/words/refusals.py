"""Words for refusals."""

REFUSALS: dict[str, tuple[str, str]] = {
    # a line that changes nothing
    "nothing_in_hand": (
        "Ingen spørsmål er stilt ennå: skriv hvilket, som +A1.",
        "No question has been asked yet: say which, as in +A1.",
    ),
    "correct_which": ("Skriv hvilket spørsmål, som +A1.", "Say which question, as in +A1."),
    "not_later": (
        "Etterpå kan du rette med + - -x /positiv /negativ /stikkord. ? viser alt.",
        "Afterwards you can correct with + - -x /positive /negative /probes. ? shows all.",
    ),
    "unknown_question": ("Det er ikke noe spørsmål {id}.", "There is no question {id}."),
    "unchanged_note": ("Notatet er uendret.", "The note is unchanged."),
    "left_out_already": ("Ordene i {seq} er tatt ut allerede.", "The words of {seq} were taken out already."),
    "no_note": ("Det er ikke noe notat ennå.", "There is no note yet."),
    "take_back_how": (
        "Ingenting slettes her: Ctrl+Z på tom linje (eller /angre) tar tilbake det siste.",
        "Nothing is deleted here: Ctrl+Z on an empty line (or /undo) takes back the last act.",
    ),
    "unknown_point": ("Det er ikke noe punkt {point} på kortet.", "There is no point {point} on the card."),
    "no_probes": ("{id} har ingen planlagte oppfølgingsspørsmål.", "{id} has no prepared probes."),
    "empty_search": ("Skriv ord eller id etter /.", "Write words or an id after /."),
    "nothing_meant": (
        "Fant verken kommando eller spørsmål for «{words}».",
        "Found neither a command nor a question for “{words}”.",
    ),
    "nothing_found": ("Fant ingen spørsmål for «{words}».", "Found no question for “{words}”."),
    "weak_hits": (
        "Usikkert hva «{words}» treffer: velg med ↓, eller skriv noe annet.",
        "“{words}” finds nothing for sure: choose with ↓, or write something else.",
    ),
    "near_command": ("Mente du {line}? Enter skriver det.", "Did you mean {line}? Enter writes it."),
    # a log that could not be written
    "not_saved": (
        "IKKE LAGRET: {reason} Teksten blir stående; Enter prøver igjen.",
        "NOT SAVED: {reason} The text stays; Enter tries again.",
    ),
    # what is wrong in a log
    "log_damaged": (
        "Linja er skadet og hoppes over; resten er lest.",
        "The line is damaged and passed over; the rest is read.",
    ),
}
