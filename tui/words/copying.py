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
}
"""Each key's sentence in Norwegian (bokmål) and English."""
