"""Words for copies of logs and merging."""

COPYING: dict[str, tuple[str, str]] = {
    "copy_same": (
        "Ser ut som en kopi av {log} og leses ikke. Alt i den står også i {log}.",
        "Looks like a copy of {log} and is not read. All that is in it is in {log} too.",
    ),
    "copy_more": (
        "Ser ut som en kopi av {log} og leses ikke. Hendelser i den som {log} mangler: {count}. Ta dem med: intervjuguide merge {code} {file}{in_study}",
        "Looks like a copy of {log} and is not read. Events in it that {log} lacks: {count}. Take them over: intervjuguide merge {code} {file}{in_study}",
    ),
    "copy_other": (
        "Ser ut som en logg og leses ikke; den hører til et annet intervju enn {own}. Hendelser i den: {count}. Gi den navnet {log}, så leses den.",
        "Looks like a log and is not read; it is of another interview than {own}. Events in it: {count}. Call it {log} to have it read.",
    ),
    "copy_alone": (
        "Ser ut som en logg og leses ikke; ingen annen logg har noe av det som står i den. Hendelser i den: {count}. Gi den navnet {log}, så leses den.",
        "Looks like a log and is not read; no log has any of it. Events in it: {count}. Call it {log} to have it read.",
    ),
    "copy_empty": (
        "Ser ut som en logg, men ingenting i den kan leses.",
        "Looks like a log, but nothing in it can be read.",
    ),
    "copy_unread": (
        "Ser ut som en logg, men kan ikke leses nå ({reason}).",
        "Looks like a log, but cannot be read now ({reason}).",
    ),
    "log_copy": (
        "Er en kopi av {log} og regnes ikke med for seg. Alt i den står også i {log}.",
        "Is a copy of {log} and does not count by itself. All that is in it is in {log} too.",
    ),
    "log_copy_more": (
        "Er en kopi av {log} og regnes ikke med for seg. Hendelser i den som {log} mangler: {count}. Ta dem med: intervjuguide merge {code} {file}{in_study}",
        "Is a copy of {log} and does not count by itself. Events in it that {log} lacks: {count}. Take them over: intervjuguide merge {code} {file}{in_study}",
    ),
    "log_in_cloud": (
        "Loggen ligger bare i skyen og kan ikke leses nå. Last den ned og prøv igjen.",
        "The log lies in the cloud only and cannot be read now. Download it and try again.",
    ),
    "folder_unreadable": (
        "Mappa kan ikke leses nå ({reason}); ingen intervjuer i den er med.",
        "The folder cannot be read now ({reason}); no interview in it is counted.",
    ),
    "replace_unread": (
        "{file}: fila som ligger der, kan fortelle mer enn en ny ville gjort, for noe kan ikke leses nå ({names}).",
        "{file}: the file that is there may tell more than a new one would, for something cannot be read now ({names}).",
    ),
    "replace_ask": ("Skrive over den likevel? ja/NEI: ", "Write over it anyway? yes/NO: "),
    "replace_kept": (
        "{file} er ikke skrevet. Gi den et annet navn, eller skriv over den med --anyway.",
        "{file} was not written. Give another name, or write over it with --anyway.",
    ),
    "merge_other": (
        "{file} hører til et annet intervju enn {log}. Ingenting er gjort.",
        "{file} is of another interview than {log}. Nothing was done.",
    ),
    "merge_unread": (
        "{file} kan ikke leses nå. Ingenting er gjort.",
        "{file} cannot be read now. Nothing was done.",
    ),
    "merge_no_log": (
        "{file} er ikke en intervjulogg. Ingenting er gjort.",
        "{file} is no log of an interview. Nothing was done.",
    ),
    "merge_no_file": ("{file}: fila finnes ikke", "{file}: there is no such file"),
    "merge_odd_file": ("{file} er ikke en vanlig fil", "{file} is no ordinary file"),
    "merge_itself": ("{file} er loggen selv. Oppgi en kopi av den.", "{file} is the log itself. Name a copy of it."),
    "merge_taken": (
        "{log} har tatt med hendelser som bare sto i {file}: {count}. {file} er som før.",
        "{log} has taken over events that only {file} had: {count}. {file} is as it was.",
    ),
    "merge_nothing": (
        "Alt i {file} står allerede i {log}. Ingenting er gjort.",
        "All that is in {file} is in {log} already. Nothing was done.",
    ),
    "merge_left": (
        "Hendelser i {file} som gjelder en skadet linje og ikke er tatt med: {count}.",
        "Events in {file} that concern a damaged line and were not taken over: {count}.",
    ),
    "home_more_strays": (
        "og {count} filer til; se «intervjuguide review{in_study}»",
        "and {count} more files; see “intervjuguide review{in_study}”",
    ),
    "help_command_merge": (
        "intervjuguide merge KODE FIL [--study MAPPE]\n\nTar med i loggen det som bare en kopi av den har: en «conflicted copy» fra en\nsky, en nedlasting, en fil fra en annen maskin. Det legges til i loggen; kopien\nblir som den er. Kjøres kommandoen én gang til, skjer det ingenting.\n\n  intervjuguide merge I1 'interviews/I1 (1).jsonl'",
        """intervjuguide merge CODE FILE [--study DIR]

Take over into the log what only a copy of it has: a conflicted copy made by a
cloud, a download, a file from another machine. It is added to the log; the copy
stays as it is. Once more does nothing.

  intervjuguide merge I1 'interviews/I1 (1).jsonl'""",
    ),
}
"""Each key's sentence in Norwegian (bokmål) and English."""
