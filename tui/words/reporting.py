"""The report in words: the page for a browser, its Markdown, and what is said when it cannot be written."""

_COMMAND: dict[str, tuple[str, str]] = {
    "report_made": ("Rapporten ligger i {file}.", "The report is in {file}."),
    "report_in_the_way": (
        "{file} finnes og er ingen rapport herfra av det slaget; den er ikke rørt. Velg et annet navn.",
        "{file} is there and is no report of that kind from here; it was left alone. Choose another name.",
    ),
    "report_no_file": (
        "{file} er ingen vanlig fil; velg et annet navn, eller - for standard ut.",
        "{file} is no ordinary file; choose another name, or - for standard output.",
    ),
    "report_one_kind": (
        "velg én av --json, --html og --markdown",
        "choose one of --json, --html and --markdown",
    ),
    "report_reflexive_where": (
        "--with-reflexive hører sammen med --participant, --json, --html eller --markdown, og ikke med --without-notes",
        "--with-reflexive goes with --participant, --json, --html or --markdown, and not with --without-notes",
    ),
    "report_notes_where": (
        "--without-notes hører sammen med --html eller --markdown",
        "--without-notes goes with --html or --markdown",
    ),
}

_HEAD: dict[str, tuple[str, str]] = {
    "report_contents": ("Innhold", "Contents"),
    "report_last": ("Siste intervju", "Last interview"),
    "report_no_date": ("ingen dato i loggene", "no date in the logs"),
    "report_counted": ("Intervjuer", "Interviews"),
    "report_apart": ("Prøveintervjuer og øving, ikke talt med", "Pilots and practice, not counted"),
    "report_not_ended": ("Ikke avsluttet", "Not ended"),
    "report_only": (
        "Denne rapporten handler bare om {code}.",
        "This report is about {code} only.",
    ),
    "report_without": (
        "Uten notater: ingens ord står her, bare guidens. Notater, sitater, begrunnelser, temaer og oppfølginger er utelatt.",
        "Without notes: nobody's words stand here but the guide's. Notes, quotations, reasons, topics and follow-ups are left out.",
    ),
    "report_pilot_limits": (
        "Et prøveintervju prøver ordlyd og framgangsmåte, ikke informantenes verden.",
        "A pilot tries wording and procedure, not the informants' world.",
    ),
    "report_names": ("{count} ({names})", "{count} ({names})"),
    "report_problem": ("Problemstilling", "Research problem"),
}

_MATRIX: dict[str, tuple[str, str]] = {
    "report_matrix": ("Dekning", "Coverage"),
    "report_matrix_caption": (
        "Spørsmål i rader, intervjuer i kolonner. Spørsmål i parentes er valgfrie.",
        "Questions in rows, interviews in columns. Questions in brackets are optional.",
    ),
    "report_small": ("Matrisen i liten utgave", "The matrix in small"),
    "report_small_shows": (
        "{rows} spørsmål i rader og {columns} intervjuer i kolonner, med de samme formene som i tabellen over.",
        "{rows} questions in rows and {columns} interviews in columns, with the same shapes as in the table above.",
    ),
    "report_rq": ("F", "RQ"),
    "report_question": ("Spørsmål", "Question"),
    "report_state_untouched": ("urørt", "untouched"),
    "report_state_touched": ("omtalt", "touched"),
    "report_state_asked": ("stilt", "asked"),
    "report_state_skipped": ("utelatt", "skipped"),
    "report_state_declined": ("ønsket ikke å svare", "declined"),
    "report_state_covered": ("dekket", "covered"),
    "report_state_unasked": ("dekket uspurt", "covered unasked"),
    "report_state_absent": ("ikke i den versjonen av guiden", "not in that revision of the guide"),
    "report_state_refused": ("ønsket først ikke å svare", "declined at first"),
    "report_targets": ("Forskningsspørsmålene", "The research questions"),
    "report_targets_caption": (
        "Dekkede av nødvendige spørsmål i hvert intervju. Valgfrie spørsmål holder ingenting åpent.",
        "Covered of required questions in each interview. Optional questions keep nothing open.",
    ),
    "report_target": ("Forskningsspørsmål", "Research question"),
    "report_covered_in": ("dekket i", "covered in"),
    "report_of": ("{covered} av {of}", "{covered} of {of}"),
    "report_notes_count": ("notater", "notes"),
    "report_in_full": ("Spørsmålene i sin helhet", "The questions in full"),
    "report_target_open": ("gjenstår", "open"),
    "report_target_covered": ("dekket", "covered"),
    "report_target_closed": ("bare utelatt", "all left out"),
    "report_not_counted": ("ikke talt med", "not counted"),
    "report_also": ("også {ids}", "also {ids}"),
}

_MINUTES: dict[str, tuple[str, str]] = {
    "report_minutes": ("Tid", "Time"),
    "report_minutes_caption": (
        "Tid på spørsmålene, uten pauser og avbrudd. Et spørsmål som tjener flere, regnes med hos hver; en del regnes med i helheten.",
        "Time on the questions, pauses and gaps off. A question that serves several counts in each; a part counts in the whole.",
    ),
    "report_total": ("i alt", "in all"),
    "report_bars": ("Tid per forskningsspørsmål og del", "Time per research question and part"),
    "report_bars_shows": (
        "En søyle for hvert, delt etter intervju i tabellens rekkefølge; tallene står i tabellen over.",
        "A bar for each, divided by interview in the table's order; the numbers stand in the table above.",
    ),
    "report_concepts": ("Forskningsspørsmål og begreper", "Research questions and concepts"),
    "report_concepts_caption": (
        "Hvilke spørsmål som handler om hvert begrep, og dekkede av nødvendige i hvert intervju.",
        "Which questions are about each concept, and covered of required ones in each interview.",
    ),
    "report_concept": ("Begrep", "Concept"),
    "report_alone": ("alene", "alone"),
    "report_together": ("med andre", "with others"),
}

_INTERVIEWS: dict[str, tuple[str, str]] = {
    "report_interviews": ("Intervju for intervju", "Interview by interview"),
    "report_no_interviews": ("Ingen intervjuer å vise.", "No interviews to show."),
    "report_date": ("Dato", "Date"),
    "report_date_gone": ("står ikke i loggen", "not kept in the log"),
    "report_length": ("Lengde", "Length"),
    "report_briefing": ("Innledning", "Briefing"),
    "report_mode": ("Slag", "Kind"),
    "report_mode_live": ("intervju", "interview"),
    "report_mode_pilot": ("prøveintervju, ikke talt med", "pilot, not counted"),
    "report_mode_practice": ("øving, ikke talt med", "practice, not counted"),
    "report_opening": ("Åpning", "Opening"),
    "report_after": ("Etterpå", "After"),
    "report_recordings": ("Opptak", "Recordings"),
    "report_off": ("Pauser og avbrudd", "Pauses and gaps"),
    "report_stopped": ("Stanset", "Stopped"),
    "report_stopped_by": ("informanten ville stanse", "the informant wished to stop"),
    "report_withheld": ("Ikke transkriber", "Do not transcribe"),
    "report_follow_ups": ("Oppfølginger", "Follow-ups"),
    "report_order": ("Samtalens rekkefølge", "Order of the talk"),
    "report_guide_order": ("Guidens rekkefølge", "The guide's order"),
    "report_order_aside": (
        "Rekkefølgen er fri og vurderes ikke.",
        "The order is free and is not graded.",
    ),
    "report_sides": ("Begge sider", "Both sides"),
    "report_clarified": ("Avklaringer", "Clarifications"),
    "report_times": ("{what} ×{count}", "{what} ×{count}"),
    "report_before_first": ("før første spørsmål", "before the first question"),
    "report_refused": ("Ønsket først ikke å svare", "Declined at first"),
    "report_reasons": ("Begrunnelser", "Reasons"),
    "report_topics": ("Temaer utenfor guiden", "Topics outside the guide"),
    "report_file_problems": ("Feil i fila", "Faults in the file"),
    "report_at_line": ("linje {line}: {said}", "line {line}: {said}"),
    "report_timeline": ("{name} langs tida", "{name} along its time"),
    "report_timeline_shows": (
        "{length} langs tida. Spørsmålene i rekkefølge: {order}. Tidspunktene står i tabellen under.",
        "{length} along its time. The questions in order: {order}. The times stand in the table below.",
    ),
    "report_lane_notes": ("Notater", "Notes"),
    "report_lane_marks": ("Merker", "Marks"),
    "report_later": ("Tatt etter slutten: {count}", "Taken after the end: {count}"),
    "report_course": ("{name}: spørsmålene slik de kom", "{name}: the questions as they came"),
    "report_at": ("Tid", "Time"),
    "report_in_hand": ("på spørsmålet", "on it"),
    "report_break_pause": ("pause", "pause"),
    "report_break_gap": ("avbrudd", "gap"),
    "report_break_withheld": ("ikke transkriber", "do not transcribe"),
    "report_mark_note": ("notat", "note"),
    "report_mark_quote": ("sitat", "quotation"),
    "report_mark_follow_up": ("oppfølging", "follow-up"),
    "report_mark_bookmark": ("bokmerke", "bookmark"),
    "report_mark_empty_bookmark": ("bokmerke uten ord", "bookmark without words"),
    "report_mark_reflexive": ("refleksivt notat", "reflexive note"),
    "report_mark_topic": ("tema", "topic"),
    "report_mark_covered": ("dekket", "covered"),
    "report_mark_skipped": ("utelatt", "skipped"),
    "report_mark_declined": ("ønsket ikke å svare", "declined"),
    "report_mark_positive": ("positiv erfaring", "positive experience"),
    "report_mark_negative": ("negativ erfaring", "negative experience"),
    "report_mark_explained": ("avklaring", "clarification"),
}

_NOTES: dict[str, tuple[str, str]] = {
    "report_notes": ("Notater etter forskningsspørsmål", "Notes by research question"),
    "report_notes_aside": (
        "Ordene står som de ble skrevet. Tidspunktet er i intervjuet, så i opptaket: 1·34:12 er 34:12 i opptak 1. Sitater er skrevet etter øret.",
        "The words stand as they were written. The time is in the interview, then in the recording: 1·34:12 is 34:12 in recording 1. Quotations are written by ear.",
    ),
    "report_no_notes": ("Ingen notater.", "No notes."),
    "report_see_also": ("Se også {ids}, som tjener dette.", "See also {ids}, which serves this."),
    "report_gone": ("Spørsmål som guiden ikke har lenger", "Questions that the guide no longer has"),
    "report_free": ("Ikke om noe spørsmål", "About no question"),
    "report_reflexive": ("Refleksive notater", "Reflexive notes"),
    "report_open_follow_ups": ("Åpne oppfølginger", "Open follow-ups"),
    "report_apart_notes": ("Notater fra prøveintervjuer og øving", "Notes from pilots and practice"),
    "report_none": ("Ingen.", "None."),
    "report_not_transcribed": ("ikke transkriber", "do not transcribe"),
    "report_raised": ("oppfølging {number}: {fate}", "follow-up {number}: {fate}"),
}

_GUIDE: dict[str, tuple[str, str]] = {
    "report_refinements": ("Endringer i guiden", "Refinements of the guide"),
    "report_no_refinements": (
        "Guiden er ordlyd for ordlyd den samme som i intervjuene.",
        "The guide is word for word the same as in the interviews.",
    ),
    "report_wording": ("Spørsmål med en annen ordlyd nå", "Questions that are worded otherwise now"),
    "report_then": ("i intervjuet", "in the interview"),
    "report_now": ("nå", "now"),
    "report_wording_now": ("Ordlyd", "Wording"),
    "report_file_line": ("Fil og linje", "File and line"),
    "report_what": ("Hva", "What"),
    "report_first_in": ("{id}, i {participant}", "{id}, in {participant}"),
    "report_only_in": ("{id}, bare i {names}: {ask}", "{id}, only in {names}: {ask}"),
    "report_problems": ("Feil i filene", "Problems in the files"),
    "report_no_problems": ("Ingen feil i filene.", "No problems in the files."),
}

REPORT: dict[str, tuple[str, str]] = {**_COMMAND, **_HEAD, **_MATRIX, **_MINUTES, **_INTERVIEWS, **_NOTES, **_GUIDE}
