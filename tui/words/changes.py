"""Words for the difference between guides."""

CHANGES: dict[str, tuple[str, str]] = {
    # what changed, in a sentence for the history
    "change_reworded": ("{id} fikk ny ordlyd: «{before}» → «{after}»", "{id} was reworded: “{before}” → “{after}”"),
    "change_added": ("Nytt spørsmål, {id}: «{text}»", "New question, {id}: “{text}”"),
    "change_dropped": ("{id} ble strøket: «{text}»", "{id} was dropped: “{text}”"),
    "change_split": ("{id} ble delt: «{before}» → {after}", "{id} was split: “{before}” → {after}"),
    "change_merged": (
        "{other} ble slått sammen med {id}: «{before}» og «{too}» → «{after}»",
        "{other} was merged into {id}: “{before}” and “{too}” → “{after}”",
    ),
    "change_probe_added": ("{id} fikk oppfølgingsspørsmålet «{text}»", "{id} got the probe “{text}”"),
    "change_probe_dropped": (
        "Oppfølgingsspørsmålet «{text}» til {id} ble strøket",
        "The probe “{text}” of {id} was dropped",
    ),
    "change_probe_reworded": (
        "Et oppfølgingsspørsmål til {id} fikk ny ordlyd: «{before}» → «{after}»",
        "A probe of {id} was reworded: “{before}” → “{after}”",
    ),
    "change_moved_only": ("{id} ble flyttet", "{id} was moved"),
    "change_accepted_only": ("{id} ble beholdt tross råd", "{id} was left as it is despite advice"),
    "change_whole": ("Guiden", "The guide"),
    "change_yes": ("ja", "yes"),
    "change_no": ("nei", "no"),
    # the same in a word, at the head of a line
    # diff
    "diff_head": ("Fra {a} til {b}", "From {a} to {b}"),
    "diff_revision": ("versjon {number}", "revision {number}"),
    "diff_revision_when": ("versjon {number} ({when})", "revision {number} ({when})"),
    "diff_after": ("etter {interview}", "after {interview}"),
    "diff_now": ("guide.yaml nå", "guide.yaml now"),
    "diff_interview": ("guiden i {name}", "the guide of {name}"),
    "diff_moved": (
        "Flyttet for hånd i en guide uten id-er; samme ordlyd er samme spørsmål: {moved}.",
        "Moved by hand in a guide without ids; the same wording is the same question: {moved}.",
    ),
    "diff_none": ("Ingenting er endret.", "Nothing has changed."),
    "diff_hint": (
        "Hva siste versjon endret: intervjuguide diff {a} {b}{in_study}",
        "What the last revision changed: intervjuguide diff {a} {b}{in_study}",
    ),
    "diff_no_revisions": (
        "Guiden er ikke endret ennå, og ingen intervjuer har en kopi å sammenligne med.",
        "The guide has not been revised yet, and no interview has a copy to compare with.",
    ),
    "diff_before": ("før", "before"),
    "diff_after_text": ("etter", "after"),
    "diff_words": ("ord", "words"),
    "diff_why": ("fordi:", "because:"),
    "diff_unknown": (
        "det finnes verken en versjon eller et intervju som heter {name}: skriv et nummer, now, eller en kode som P1",
        "there is no revision and no interview {name}: write a number, now, or a code like P1",
    ),
    "diff_unread": (
        "versjon {number} kan ikke leses som en guide: se {file}",
        "revision {number} cannot be read as a guide: see {file}",
    ),
    "diff_one_kind": ("velg --markdown eller --json, ikke begge", "choose --markdown or --json, not both"),
    "diff_table_title": ("Endringer i intervjuguiden", "Changes of the interview guide"),
    "diff_column_date": ("Dato", "Date"),
    "diff_column_after": ("Etter", "After"),
    "diff_column_question": ("Spørsmål", "Question"),
    "diff_column_what": ("Hva", "What"),
    "diff_column_why": ("Hvorfor", "Why"),
    "diff_column_evidence": ("Grunnlag", "Evidence"),
}
