"""Words for third persons found in people's words."""

SCANNING: dict[str, tuple[str, str]] = {
    "trace_name": ("navn", "name"),
    "trace_place": ("sted", "place"),
    "trace_workplace": ("arbeidsplass", "workplace"),
    "trace_age": ("alder", "age"),
    "trace_date": ("dato", "date"),
    "trace_phone": ("telefon", "phone"),
    "trace_email": ("e-post", "e-mail"),
    "trace_id": ("fødselsnummer", "national id"),
    "trace_number": ("nummer", "number"),
    # what stands instead, as in the thesis: a town is [by]
    "bracket_name": ("[navn]", "[name]"),
    "bracket_place": ("[by]", "[town]"),
    "bracket_workplace": ("[arbeidsplass]", "[workplace]"),
    "bracket_age": ("[alder]", "[age]"),
    "bracket_date": ("[dato]", "[date]"),
    "bracket_phone": ("[telefon]", "[phone]"),
    "bracket_email": ("[e-post]", "[e-mail]"),
    "bracket_id": ("[fødselsnummer]", "[national id]"),
    "bracket_number": ("[nummer]", "[number]"),
    # where it stands
    "passage_note": ("notat", "note"),
    "passage_quote": ("sitat", "quotation"),
    "passage_follow_up": ("oppfølging", "follow-up"),
    "passage_bookmark": ("bokmerke", "bookmark"),
    "passage_reflexive": ("refleksjonsnotat", "reflexive note"),
    "passage_topic": ("nytt tema", "new topic"),
    "passage_reason": ("begrunnelse", "reason"),
    "passage_tag": ("merkelapp", "tag"),
    "passage_comment": ("kommentar i prøveintervju", "remark in a pilot"),
    "passage_proposal": ("forslag i prøveintervju", "proposal in a pilot"),
    "passage_remark": ("observatørens notat", "observer's note"),
    "passage_transcript": ("replikk", "turn"),
    "passage_fact": ("opplysning om intervjuet", "fact about the interview"),
    "passage_rating": ("informasjonsstyrke", "information power"),
    "scan_study": ("studien", "study"),
    "scan_none": (
        "Fant ingenting som kan si hvem noen er. Skanningen finner ikke alt: les gjennom selv også.",
        "Found nothing that may tell who somebody is. The scan does not find everything: read through it too.",
    ),
    "scan_all_fine": (
        "Alt som ble funnet, er sett på. Skanningen finner ikke alt: les gjennom selv også.",
        "All that was found has been looked at. The scan does not find everything: read through it too.",
    ),
    "scan_fine": ("greit", "fine"),
    "scan_terms": ("Ingen personer, sier du: {terms}", "No persons, you said: {terms}"),
    "scan_open_one": (
        "1 sted kan si hvem noen er. I en terminal går intervjuguide scan{in_study} gjennom det.",
        "1 place may tell who somebody is. In a terminal intervjuguide scan{in_study} goes through it.",
    ),
    "scan_open": (
        "{count} steder kan si hvem noen er. I en terminal går intervjuguide scan{in_study} gjennom dem.",
        "{count} places may tell who somebody is. In a terminal intervjuguide scan{in_study} goes through them.",
    ),
    "scan_begin": (
        "{count} å se på. Skriv et tall, eller det som skal stå i stedet ([kollega]), og Enter. Ingenting endres uten at du sier ja.",
        "{count} to look at. Type a number, or what is to stand instead ([colleague]), and Enter. Nothing changes unless you say yes.",
    ),
    "scan_choices": (
        "1 greit her · 2 {bracket} · 3 ingen person noe sted · Enter senere · q stopp",
        "1 fine here · 2 {bracket} · 3 no person anywhere · Enter later · q stop",
    ),
    "scan_choices_fixed": (
        "1 greit her · 3 ingen person noe sted · Enter senere · q stopp",
        "1 fine here · 3 no person anywhere · Enter later · q stop",
    ),
    "scan_own": (
        "Tallet 1, 2 eller 3, noe i hakeparentes som [kollega], eller bare Enter.",
        "The number 1, 2 or 3, something in brackets such as [colleague], or Enter alone.",
    ),
    "scan_own_fixed": (
        "Denne teksten rettes ikke herfra: tallet 1 eller 3, eller bare Enter.",
        "This text is not corrected from here: the number 1 or 3, or Enter alone.",
    ),
    "scan_taken": (
        "{bracket}; teksten vises når alt i den er sett på.",
        "{bracket}; the text is shown once all of it was looked at.",
    ),
    "scan_unchanged": ("Ikke endret.", "Not changed."),
    "scan_yes_or_no": ("Svar j eller n.", "Answer y or n."),
    "scan_written_study": (
        "Rettet. Ordene fra før vises og eksporteres ikke mer; correct study --leave-out fjerner dem fra study.jsonl.",
        "Corrected. The words before are shown and exported no more; correct study --leave-out takes them out of study.jsonl.",
    ),
    "scan_fixed_tag": (
        "En merkelapp rettes ikke her: velg notatet i gjennomgangen.",
        "A tag is not corrected here: choose the note in the review.",
    ),
    "scan_fixed_remark": (
        "Observatørens notat rettes ikke her; det står i {file}.",
        "The observer's note is not corrected here; it is in {file}.",
    ),
    "scan_term_clear": (
        "«{term}» skrives i klartekst i study.jsonl og merkes ikke mer.",
        "“{term}” is written in clear in study.jsonl, and marked no more.",
    ),
    "scan_term_ask": ("Er det sikkert ingen person? (ja/nei) ", "Is it surely no person? (yes/no) "),
    "scan_write_ask": ("Skrive det? (ja/nei) ", "Write that? (yes/no) "),
    "scan_becomes": ("Blir: {text}", "Becomes: {text}"),
    "scan_written": (
        "Rettet. Ordene fra før vises og eksporteres ikke mer; i loggen står de til studien avsluttes (finish).",
        "Corrected. The words before are shown and exported no more; in the log they stand until the study ends (finish).",
    ),
    "scan_left": ("Igjen: {count}", "Left: {count}"),
    "scan_term_kept": (
        "«{term}» er ingen person i denne studien; ta det tilbake med scan --person.",
        "“{term}” is no person in this study; take it back with scan --person.",
    ),
    "scan_term_back": ("«{term}» merkes igjen.", "“{term}” is marked again."),
    "scan_term_unknown": (
        "«{term}» er ikke blant dem du har kalt ingen person: {terms}",
        "“{term}” is not among those that you called no person: {terms}",
    ),
    "scan_terms_alone": (
        "--no-person og --person står alene, uten kode og --json",
        "--no-person and --person stand alone, without a code and --json",
    ),
    "told_bracketed": ("erstattet i hakeparentes", "replaced in brackets"),
    # leaving
    "leaving_marks_one": (
        "1 sted i det som eksporteres ({where}), kan si hvem noen er. Se på det: intervjuguide scan{in_study}",
        "1 place in what is exported ({where}) may tell who somebody is. Look at it: intervjuguide scan{in_study}",
    ),
    "leaving_marks": (
        "{count} steder i det som eksporteres ({where}), kan si hvem noen er. Se på dem: intervjuguide scan{in_study}",
        "{count} places in what is exported ({where}) may tell who somebody is. Look at them: intervjuguide scan{in_study}",
    ),
    "leaving_ask": ("Eksportere likevel? (ja/nei) ", "Export all the same? (yes/no) "),
    "leaving_refused": (
        "Ingenting er skrevet. Med --with-marks eksporteres det likevel.",
        "Nothing is written. With --with-marks it is exported all the same.",
    ),
    "leaving_report_one": (
        "Rapporten har 1 sted som kan si hvem noen er ({where}). Se på det med intervjuguide scan{in_study} før du gir den videre.",
        "The report has 1 place that may tell who somebody is ({where}). Look at it with intervjuguide scan{in_study} before you hand it on.",
    ),
    "leaving_report": (
        "Rapporten har {count} steder som kan si hvem noen er ({where}). Se på dem med intervjuguide scan{in_study} før du gir den videre.",
        "The report has {count} places that may tell who somebody is ({where}). Look at them with intervjuguide scan{in_study} before you hand it on.",
    ),
    # a key in the study's folder
    "name_list_found": (
        "{files} ser ut som en liste med navn. Hold koblingsnøkkelen et annet sted enn studien: den som finner mappa, skal ikke finne begge.",
        "{files} looks like a list of names. Keep the linking key elsewhere than the study: whoever finds the folder should not find both.",
    ),
    "help_command_scan": (
        "intervjuguide scan [I3] [--all] [--json] [--study MAPPE]\nintervjuguide scan --no-person ORD | --person ORD\n\nSer etter det som kan si hvem noen er: navn, steder, arbeidsplasser, alder,\ndatoer, nummer. I en terminal går du gjennom funnene ett for ett: greit her, noe\ni hakeparentes i stedet ([by]), ingen person noe sted, eller senere. Ellers\nlistes de; slutter med 1 når noe gjenstår. --all tar med det som er sett på.\n--no-person er for navn som ingen har (Nordoff), --person tar det tilbake.\nSkanningen finner ikke alt: les gjennom selv også.\n\n  intervjuguide scan I3",
        "intervjuguide scan [I3] [--all] [--json] [--study DIR]\nintervjuguide scan --no-person WORD | --person WORD\n\nLooks for what may tell who somebody is: names, places, workplaces, ages, dates,\nnumbers. In a terminal you go through what was found one by one: fine here,\nsomething in brackets instead ([town]), no person anywhere, or later. Else it is\nlisted; exits 1 when something is left. --all has what was looked at too.\n--no-person is for names that nobody has (Nordoff), --person takes it back.\nThe scan does not find everything: read through it yourself too.\n\n  intervjuguide scan I3",
    ),
}
