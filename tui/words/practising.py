"""Words for practice interviews."""

PRACTISING: dict[str, tuple[str, str]] = {
    "informant_too_big": (
        "Fila er større enn {limit}; det er ikke en informant.",
        "The file is larger than {limit}; that is no informant.",
    ),
    "informant_unknown_heading": (
        "«[{heading}]» er ikke en overskrift her. Skriv et spørsmåls id, opening, concept, follow-up, closing eller otherwise.",
        "“[{heading}]” is no heading here. Write a question's id, opening, concept, follow-up, closing or otherwise.",
    ),
    "informant_unknown_heading_near": (
        "«[{heading}]» er ikke en overskrift her; mente du «{nearest}»?",
        "“[{heading}]” is no heading here; did you mean “{nearest}”?",
    ),
    "informant_unknown_when": (
        "«{word}» kan ikke stå etter {id}; det kan again, clarified, probe og covers.",
        "“{word}” cannot stand after {id}; again, clarified, probe and covers can.",
    ),
    "informant_unknown_when_near": (
        "«{word}» kan ikke stå etter {id}; mente du «{nearest}»?",
        "“{word}” cannot stand after {id}; did you mean “{nearest}”?",
    ),
    "informant_no_probes": (
        "{id} har ingen planlagte oppfølgingsspørsmål i guiden.",
        "{id} has no probes in the guide.",
    ),
    "informant_unknown_probe": (
        "{id} har ikke noe oppfølgingsspørsmål «{probe}»; guiden har {count}.",
        "{id} has no probe “{probe}”; the guide has {count}.",
    ),
    "informant_unknown_concept": (
        "«{name}» er ikke et begrep i guiden. Begrepene er: {names}.",
        "“{name}” is no concept of the guide. Its concepts: {names}.",
    ),
    "informant_unknown_concept_near": (
        "«{name}» er ikke et begrep i guiden; mente du «{nearest}»?",
        "“{name}” is no concept of the guide; did you mean “{nearest}”?",
    ),
    "informant_unknown_covers": (
        "«{id}» er ikke et spørsmål i guiden. Spørsmålene er: {ids}.",
        "“{id}” is no question of the guide. Its questions: {ids}.",
    ),
    "informant_unknown_covers_near": (
        "«{id}» er ikke et spørsmål i guiden; mente du {nearest}?",
        "“{id}” is no question of the guide; did you mean {nearest}?",
    ),
    "informant_covers_nothing": (
        "Etter covers i «[{heading}]» må det stå minst ett spørsmål.",
        "After covers in “[{heading}]” there must be at least one question.",
    ),
    "informant_open_bracket": (
        "Overskriften mangler «]» på samme linje.",
        "The heading lacks its “]” on the same line.",
    ),
    "informant_words_after_heading": (
        "Ordene må stå på linja under «[{heading}]».",
        "The words must stand on the line below “[{heading}]”.",
    ),
    "informant_words_before_heading": (
        "Ordene her står før den første overskriften, så ingen vet når de skal sies.",
        "The words here stand before the first heading, so nobody knows when to say them.",
    ),
    "informant_heading_again": (
        "«[{heading}]» står allerede på linje {first_line}.",
        "“[{heading}]” stands on line {first_line} already.",
    ),
    "informant_no_answers": (
        "Det er ingen svar i fila: skriv for eksempel [A1], og svaret på linja under.",
        "There is no answer in the file: write for instance [A1] and the answer on the line below.",
    ),
    "informant_more": ("… og {count} til.", "… and {count} more."),
    "informant_no_words": ("Det står ingen ord under «[{heading}]».", "There are no words below “[{heading}]”."),
    "informant_silent": (
        "Informanten har ikke noe å si til {ids}. Skriv svar, eller [otherwise] for alt som mangler.",
        "The informant has nothing to say to {ids}. Write answers, or [otherwise] for all that is missing.",
    ),
    "practice_title": (
        "Øving {code} er over. Det du skrev, ligger i {file}.",
        "Practice {code} is over. What you wrote lies in {file}.",
    ),
    "practice_notes": (
        "notater: {notes}, bokmerker: {bookmarks}; det lengste svaret tok {t}",
        "notes: {notes}, bookmarks: {bookmarks}; the longest answer took {t}",
    ),
    "practice_marked": (
        "{id} ble besvart uspurt under {within}, og du merket det",
        "{id} was answered unasked under {within}, and you marked it",
    ),
    "practice_asked": (
        "{id} ble besvart uspurt under {within}; du stilte det likevel",
        "{id} was answered unasked under {within}; you asked it all the same",
    ),
    "practice_missed": (
        "{id} ble besvart uspurt under {within}; det ble ikke merket",
        "{id} was answered unasked under {within}; it was not marked",
    ),
    "practice_cut": (
        "svaret på {within} ved {t} ble avbrutt: {begun} av {of} setninger",
        "the answer to {within} at {t} was cut off: {begun} of {of} sentences",
    ),
    "practice_clarified": ("avklart: {concepts}", "clarified: {concepts}"),
    "practice_not_clarified": ("ingen begreper ble avklart{concepts}", "no concept was clarified{concepts}"),
    "practice_caution": ("Ingenting av dette regnes med.", "Nothing of this counts."),
    "practice_pace": (
        "--pace er ord i sekundet, 0 for alt på en gang, ikke «{given}».",
        "--pace is words a second, 0 for all at once, not “{given}”.",
    ),
    "practice_none": (
        "det finnes ingen øvingsinformant til denne guiden: skriv {file}, eller prøv øvingen i en mappe uten studie",
        "there is no practice informant for this guide: write {file}, or try the practice in a folder without a study",
    ),
}
