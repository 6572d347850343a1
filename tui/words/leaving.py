"""Words for a participant who leaves the study."""

_UNREACHED = (
    (
        "koblingsnøkkelen (stryk deltakeren der), lydopptak og transkripsjoner utenfor studiemappa, versjonshistorikk "
        "(git, skytjenester), papirkurv, øyeblikksbilder og sikkerhetskopier, kopier i skyen, på minnepinne, på papir eller "
        "hos andre, og det som er skrevet ut eller limt inn et annet sted"
    ),
    (
        "the key that links codes to names (strike the participant there), recordings and transcripts outside the study's "
        "folder, version history (git, cloud services), trash, snapshots and backups, copies in the cloud, on a stick, on "
        "paper or with others, and what was printed or pasted elsewhere"
    ),
)

LEAVING: dict[str, tuple[str, str]] = {
    "forget_head_delete": (
        "Dette finnes her om {code}, og alt slettes, slik det ble lovet:",
        "This is here about {code}, and all of it will be deleted, as was promised:",
    ),
    "forget_head_anonymise": (
        (
            "Dette finnes her om {code}. Det fjernes, slik det ble lovet; igjen blir et forløp uten ord, tider, kode og "
            "dato, som ikke regnes med:"
        ),
        (
            "This is here about {code}. It will go, as was promised; what remains is a course of events without words, "
            "times, code and date, and is not counted:"
        ),
    ),
    "forget_lines": ("study.jsonl: linjer {count}", "study.jsonl: lines {count}"),
    "forget_damaged": (
        "study.jsonl, linje {line}: kan ikke leses, nevner deltakeren, og slettes hel. Se på den først.",
        "study.jsonl, line {line}: cannot be read, names the participant, and goes whole. Look at it first.",
    ),
    "forget_away": (
        "Filer som ikke er her nå (på en minnepinne, flyttet, slettet); se etter selv, og slett dem:",
        "Files that are not here now (on a stick, moved, deleted); look for them yourself, and delete them:",
    ),
    "forget_named": (
        "Filer med koden i navnet eller bak en lenke, som kan være dine egne; de røres ikke, se på dem selv:",
        "Files with the code in their name or behind a link, which may be your own; they are left alone, look yourself:",
    ),
    "forget_unmade": (
        "Filer som ikke kunne lages på nytt uten deltakeren; de er som før, slett eller rett dem selv:",
        "Files that could not be made again without the participant; they are as before, delete or mend them yourself:",
    ),
    "forget_deleted": ("Filer som er laget herfra og slettes:", "Files that were made here and will be deleted:"),
    "forget_remade": (
        "Filer om andre også, som lages på nytt uten deltakeren:",
        "Files about others too, which will be made again without the participant:",
    ),
    "forget_edited": (
        "Filer som er endret etterpå, eller som ikke kan lages på nytt eller skrives herfra; se på dem selv:",
        "Files that were changed since, or that cannot be made again or written here; look at them yourself:",
    ),
    "forget_backups": (
        "Sikkerhetskopier der deltakeren også er. Lag en ny etterpå (backup), og slett disse:",
        "Backups in which the participant is too. Make a new one afterwards (backup), and delete these:",
    ),
    "forget_traces": (
        "Spor i andre filer, og filer som det ikke kan ses inn i. Ingenting av dette endres; avgjør hvert sted selv:",
        "Traces in other files, and files that cannot be looked into. Nothing of this is changed; decide about each yourself:",
    ),
    "forget_trace_words": (
        "{file}, linje {line}: deltakerens ord",
        "{file}, line {line}: the participant's words",
    ),
    "forget_trace_name": ("{file}: {code} står i navnet", "{file}: {code} stands in its name"),
    "forget_trace_closed": ("{file}: kan ikke ses inn i herfra", "{file}: cannot be looked into from here"),
    "forget_trace_more": (
        "Mappa har flere filer enn det ses etter i; resten må du se etter i selv",
        "The folder has more files than are looked into; the rest you must look into yourself",
    ),
    "forget_trace_code": ("{file}, linje {line}: nevner {code}", "{file}, line {line}: names {code}"),
    "forget_unreached": (
        f"Programmet når ikke: {_UNREACHED[0]}.",
        f"The program cannot reach: {_UNREACHED[1]}.",
    ),
    "forget_ask_delete": (
        "Slette alt om {code}? Det kan ikke gjøres om. (ja/nei) ",
        "Delete everything about {code}? It cannot be undone. (yes/no) ",
    ),
    "forget_ask_anonymise": (
        "Anonymisere alt om {code}? Det kan ikke gjøres om. (ja/nei) ",
        "Make everything about {code} anonymous? It cannot be undone. (yes/no) ",
    ),
    "forget_nobody_asked": (
        "Ingenting er endret. Uten terminal kan ingen svare: forget {code} --yes gjør det som står over.",
        "Nothing was changed. Without a terminal nobody can answer: forget {code} --yes does what stands above.",
    ),
    "forget_left": ("Ingenting er endret.", "Nothing was changed."),
    "forget_no_promise": (
        (
            "guide.yaml sier ikke hva som ble lovet den som trekker seg. Skriv on_withdrawal: anonymise eller "
            "on_withdrawal: delete der, slik det står i informasjonsskrivet, og prøv igjen."
        ),
        (
            "guide.yaml does not say what was promised to somebody who withdraws. Write on_withdrawal: anonymise or "
            "on_withdrawal: delete there, as the information letter has it, and try again."
        ),
    ),
    "forget_whole": (
        "{given} er ett intervju; en deltaker trekker seg med alle: forget {code}.",
        "{given} is one interview; a participant leaves with all of them: forget {code}.",
    ),
    "forget_nothing": ("Det finnes ingenting om {code} her.", "There is nothing about {code} here."),
    "forget_retired": (
        "Det finnes ingenting om {code} her. Noen har trukket seg fra studien; hvem vet ingen her.",
        "There is nothing about {code} here. Somebody has left the study; who it was nothing here knows.",
    ),
    "forget_other_code": (
        "{file} er etter innholdet {said} sin. Gi fila riktig navn først, og prøv igjen. Ingenting er endret.",
        "{file} is {said}'s by what is in it. Give the file its right name first, and try again. Nothing was changed.",
    ),
    "forget_held": (
        "{file} er åpen i et annet vindu; lukk det, og prøv igjen. Ingenting er endret.",
        "{file} is open in another window; close it, and try again. Nothing was changed.",
    ),
    "forget_untouched": (
        "Ingenting er endret: {reason} Prøv igjen når det er ordnet.",
        "Nothing was changed: {reason} Try again when that is mended.",
    ),
    "forget_not_taken_back": (
        "Det gikk ikke, og alt kunne ikke settes tilbake: {reason} Neste kommando i studien setter det tilbake.",
        "It failed, and not all could be put back: {reason} The next command in the study puts it back.",
    ),
    "forget_done_delete": (
        "Alt om deltakeren er slettet. Kvittering, som ikke nevner noen: {ref}.",
        "Everything about the participant is deleted. A receipt that names nobody: {ref}.",
    ),
    "forget_done_anonymise": (
        "Alt om deltakeren er anonymisert. Kvittering, som ikke nevner noen: {ref}.",
        "Everything about the participant is anonymous now. A receipt that names nobody: {ref}.",
    ),
    "forget_still_delete": (
        (
            "Det programmet kan slette om deltakeren, er slettet. Igjen er steder som du må avgjøre selv, som vist over: "
            "{count}. Kvittering, som ikke nevner noen: {ref}."
        ),
        (
            "What the program can delete about the participant is deleted. Left are places that you must decide about, "
            "as shown above: {count}. A receipt that names nobody: {ref}."
        ),
    ),
    "forget_still_anonymise": (
        (
            "Det programmet kan anonymisere om deltakeren, er anonymisert. Igjen er steder som du må avgjøre selv, som vist "
            "over: {count}. Kvittering, som ikke nevner noen: {ref}."
        ),
        (
            "What the program can make anonymous about the participant is anonymous now. Left are places that you must "
            "decide about, as shown above: {count}. A receipt that names nobody: {ref}."
        ),
    ),
    "receipt_places": (
        "Se etter selv, om noe om deltakeren fortsatt er der: {places}.",
        "Look yourself whether something about the participant is still there: {places}.",
    ),
    "forget_uncleared": (
        "Det som ble lagt til side, kunne ikke slettes ennå (mappa .unfinished); neste kommando i studien prøver igjen.",
        "What had been set aside could not be deleted yet (the folder .unfinished); the next command here tries again.",
    ),
    "receipt_delete": (
        (
            "En deltaker trakk seg. Det programmet når, er slettet (intervjuer {interviews}, prøveintervjuer {pilots}). "
            f"Ikke nådd herfra: {_UNREACHED[0]}."
        ),
        (
            "A participant withdrew. What the program reaches is deleted (interviews {interviews}, pilots "
            f"{{pilots}}). Not reached from here: {_UNREACHED[1]}."
        ),
    ),
    "receipt_anonymise": (
        (
            "En deltaker trakk seg. Det programmet når, er anonymisert (intervjuer {interviews}, prøveintervjuer {pilots}). "
            f"Ikke nådd herfra: {_UNREACHED[0]}."
        ),
        (
            "A participant withdrew. What the program reaches is made anonymous (interviews {interviews}, "
            f"pilots {{pilots}}). Not reached from here: {_UNREACHED[1]}."
        ),
    ),
    "withdrawn_told": (
        "{shown} av {of} intervjuer; resten er ikke med, fordi noen har trukket seg.",
        "{shown} of {of} interviews; the rest is left out, because somebody has withdrawn.",
    ),
    "withdrawn_head": ("Trukket seg", "Withdrawn"),
}
