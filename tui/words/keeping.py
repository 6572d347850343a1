"""Words for what became of a log."""

KEEPING: dict[str, tuple[str, str]] = {
    "code_not_kept": ("Koden {code} er ikke notert som brukt: {reason}", "Code {code} was not noted as used: {reason}"),
    "output_not_recorded": (
        (
            "{file} ble ikke notert i study.jsonl, så forget finner den ikke senere: {reason} "
            "Lag den en gang til når det er ordnet."
        ),
        (
            "{file} was not noted in study.jsonl, so that forget will not find it later: {reason} "
            "Make it once more when that is mended."
        ),
    ),
    # a job of several steps that was cut short
    "unfinished_job_forget": ("Å glemme en deltaker", "Forgetting a participant"),
    "unfinished_job_correct": ("En rettelse", "A correction"),
    "unfinished_job_finish": ("Avslutningen av studien", "Finishing the study"),
    "unfinished_job": ("En jobb", "A job"),
    "unfinished_taken_back": (
        "{job} ble avbrutt. Alt er satt tilbake, og ingenting er endret. Gjør det en gang til.",
        "{job} was cut short. All was put back, and nothing is changed. Do it once more.",
    ),
    "unfinished_done": (
        "{job} ble avbrutt etter at alt var gjort; det som var lagt til side, er nå slettet.",
        "{job} was cut short after everything was done; what had been set aside is deleted now.",
    ),
    "unfinished_left": (
        "{job} ble avbrutt og kan ikke settes tilbake nå: {reason} Neste kommando prøver igjen. Rør ikke mappa {folder}.",
        "{job} was cut short and cannot be put back now: {reason} The next command tries again. Leave the folder {folder}.",
    ),
    "unfinished_uncleared": (
        "{job} er gjort, men det som var lagt til side, kan ikke slettes nå: {reason} Neste kommando prøver igjen.",
        "{job} is done, but what had been set aside cannot be deleted now: {reason} The next command tries again.",
    ),
    "job_under_way": (
        "Et annet vindu endrer studien; vent til det er ferdig, og prøv igjen.",
        "Another window is changing the study; wait until it is done, and try again.",
    ),
    "job_folder_foreign": (
        "{folder} er ikke laget av programmet, som trenger det navnet en stund. Flytt det, og prøv igjen.",
        "{folder} was not made by the program, which needs that name for a while. Move it, and try again.",
    ),
    "job_note_damaged": (
        "{file} er skadet.",
        "{file} is damaged.",
    ),
    "job_not_cleared": (
        "noe i mappa {folder} lar seg ikke slette.",
        "something in the folder {folder} cannot be deleted.",
    ),
    # on the screen, once
    "kept_rewritten": (
        "{log} var borte; alt er skrevet på nytt i {file}.",
        "{log} was gone; everything is written anew in {file}.",
    ),
    "kept_rescued": (
        "{log} er borte eller endret; alt ligger nå i {file}.",
        "{log} is gone or was changed; all is in {file} now.",
    ),
    "kept_rescued_away": (
        "{log} er borte; alt ligger nå i {file}.",
        "{log} is gone; all is in {file} now.",
    ),
    "kept_unguarded": (
        "Disken støtter ikke låsing: ikke åpne {log} på en annen maskin samtidig.",
        "The drive has no locks: do not open {log} on another computer meanwhile.",
    ),
    # on leaving
    "farewell_rewritten": (
        "{log} ble borte underveis; alt er skrevet på nytt i {file}.",
        "{log} went away meanwhile; everything is written anew in {file}.",
    ),
    "farewell_rescued": (
        "{log} ble borte eller endret underveis. Alt ligger i {file}, som leses som fortsettelsen.",
        "{log} went away or was changed meanwhile. All is in {file}, which is read as its continuation.",
    ),
    "farewell_lacking": (
        "IKKE LAGRET: {file} har {kept} av {count} handlinger, og resten kunne ikke skrives noe sted.",
        "NOT SAVED: {file} has {kept} of {count} acts, and the rest could not be written anywhere.",
    ),
    "farewell_draft_lost": (
        "Teksten på linja kunne ikke lagres og er borte.",
        "The text on the line could not be saved and is lost.",
    ),
    "farewell_crashed": (
        "Alt som sto som lagret, ligger i {file}.",
        "All that was shown as saved is in {file}.",
    ),
    # when files are read
    "log_rescued": (
        "Fortsettelsen av {log}, lest som ett med den ({count} handlinger står bare her).",
        "The continuation of {log}, read as one with it ({count} acts are only here).",
    ),
    "log_rescued_alone": (
        "{log} er borte; intervjuet er lest herfra.",
        "{log} is gone; the interview is read from here.",
    ),
    "log_rescued_copy": (
        "Alt herfra står også i {log}; fila kan slettes.",
        "All of this is in {log} too; the file can be deleted.",
    ),
    "log_rescued_unmerged": (
        (
            "{count} handlinger, fra seq {seq}, står bare her og regnes ikke med; fila som sist ble skrevet videre, gjelder. "
            "Ta dem med: intervjuguide merge {code} {file}{in_study}"
        ),
        (
            "{count} acts, from seq {seq} on, are only here and not counted; the file that was gone on with last counts. "
            "Take them over: intervjuguide merge {code} {file}{in_study}"
        ),
    ),
    "log_rescued_otherwise": (
        "{count} handlinger, fra seq {seq}, står annerledes i fila som sist ble skrevet videre, og som gjelder.",
        "{count} acts, from seq {seq} on, stand otherwise in the file that was gone on with last, which counts.",
    ),
}
