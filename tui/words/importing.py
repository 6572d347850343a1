"""Words for imported documents."""

IMPORTING: dict[str, tuple[str, str]] = {
    # what was made of it
    "import_made_of": ("{file}, slik programmet har lest det", "{file}, as the program has read it"),
    "import_problem": ("Problemstilling", "Problem statement"),
    "import_research": ("Forskningsspørsmål", "Research questions"),
    "import_opening": ("Åpning", "Opening"),
    "import_closing": ("Avslutning", "Closing"),
    "import_after": ("Etter intervjuet", "After the interview"),
    "import_untitled": ("(uten tittel)", "(without a title)"),
    "import_serves": ("hører til {ids}", "serves {ids}"),
    "import_optional": ("valgfritt", "optional"),
    "import_one_minute": ("{minutes} min", "{minutes} min."),
    "import_if": ("hvis {condition}:", "if {condition}:"),
    "import_note": ("merknad:", "note:"),
    "import_counts": (
        "Forskningsspørsmål: {research} · spørsmål: {questions} (valgfrie: {optional}) · oppfølgingsspørsmål: {probes}",
        "Research questions: {research} · questions: {questions} (optional: {optional}) · probes: {probes}",
    ),
    "import_concepts": ("Begreper", "Concepts"),
    "import_gate_start": ("før første spørsmål", "before the first question"),
    "import_gate_recording": ("før opptaket", "before recording"),
    "import_gate_start_recording": (
        "før første spørsmål og opptaket",
        "before the first question and recording",
    ),
    "about_title": ("tittelen", "the title"),
    "about_opening": ("åpningens punkt {place}", "opening point {place}"),
    "about_section": ("del {place}", "section {place}"),
    "about_problem": ("problemstillingen", "the problem statement"),
    "about_research_questions": ("forskningsspørsmålene", "the research questions"),
    "import_planned": ("Planlagt tid: {minutes} minutter", "Planned time: {minutes} minutes"),
    "import_unsure": ("Usikkert (blir merknader i guide.yaml)", "Uncertain (becomes remarks in guide.yaml)"),
    "import_left_out": ("Ikke tatt med", "Left out"),
    "import_labels_left": (
        "Dessuten nummer, merker og ledeord som guidens form erstatter ({count} steder).",
        "Besides, numbers, marks and lead words that the guide's form stands for ({count} places).",
    ),
    "import_nothing_left": ("Alt i dokumentet er med.", "Everything in the document is in the guide."),
    "import_ask": ("Skal dette bli {file}? [J/n] ", "Write this to {file}? [Y/n] "),
    "import_answer": ("Svar j eller n.", "Answer y or n."),
    "import_not_written": ("Ingenting er skrevet.", "Nothing was written."),
    "import_made": (
        "Studien ligger i {folder}.\nLes gjennom guide.yaml (det usikre er merket med #), så:\n  {program} check --study {folder}",
        "The study is in {folder}.\nRead through guide.yaml (what is uncertain is marked with #), then:\n  {program} check --study {folder}",
    ),
    "import_head": (
        "Laget av {file}. Linjer som begynner med # er merknader og kan slettes.",
        "Made of {file}. Lines that begin with # are remarks and can be deleted.",
    ),
    "import_head_left": (
        "Fra dokumentet, men ikke med i guiden:",
        "In the document, but not in the guide:",
    ),
    "import_unreadable_back": (
        "intervjuguide: {file} kan ikke gjøres om til en guide som kan leses igjen; meld gjerne fra om dokumentet. Ingenting er skrevet.",
        "intervjuguide: {file} cannot become a guide that reads back; please report the document. Nothing was written.",
    ),
    # where
    "spot_paragraph": ("avsnitt {number}", "paragraph {number}"),
    "spot_line": ("linje {number}", "line {number}"),
    "spot_table_row": ("tabell {table}, rad {row}", "table {table}, row {row}"),
    "spot_page_edge": ("topp- eller bunntekst", "header or footer"),
    "spot_comment": ("kommentar", "comment"),
    # why it is left out
    "left_structure": ("ledetekst; guidens form sier det samme", "a lead; the form of the guide says the same"),
    "left_about": ("om studien eller dokumentet", "about the study or the document"),
    "left_form": ("felt til utfylling", "a field to fill in"),
    "left_contents": ("innholdsfortegnelse", "table of contents"),
    "left_page_number": ("sidetall", "page number"),
    "left_running_header": ("topp- eller bunntekst", "running header"),
    "left_page_header": ("topp- eller bunntekst", "header or footer"),
    "left_footnote": ("fotnote", "footnote"),
    "left_text_box": ("tekstboks", "text box"),
    "left_comment": ("kommentar i dokumentet", "a comment in the document"),
    "left_deleted": ("strøket med sporede endringer", "deleted with tracked changes"),
    "left_hidden": ("skjult tekst", "hidden text"),
    "left_placeholder": ("en plassholder, ingen tekst ennå", "a placeholder, no text yet"),
    "left_prose": ("verken spørsmål eller noe som sies", "neither a question nor something to say"),
    "left_table": ("tabell uten spørsmål", "a table without questions"),
    "left_heading": ("overskrift uten egne spørsmål", "a heading without questions of its own"),
    "left_code": ("kode eller opplysninger om fila", "code, or facts about the file"),
    "left_appendix": ("vedleggets nummer", "the appendix's number"),
    "left_minutes": ("står som minutter i guiden", "stands as minutes in the guide"),
    "left_topic": ("står som etikett på spørsmålet", "stands as the question's label"),
    "left_mark": ("merke ved spørsmålet", "a mark beside the question"),
    "left_condition": ("står som vilkår (if:) i guiden", "stands as a condition (if:) in the guide"),
    "left_served": ("står som serves: i guiden", "stands as serves: in the guide"),
    "left_letter": ("hører til e-posten, ikke til guiden", "part of the e-mail, not of the guide"),
    "left_kind": ("sier bare at dette er en intervjuguide", "only says that this is an interview guide"),
    "left_source": ("kilden guiden bygger på", "the source that the guide builds on"),
    # what is uncertain
    "doubt_title_from_name": (
        "dokumentet har ingen tydelig tittel; dette er filnavnet",
        "the document has no clear title; this is the file's name",
    ),
    "doubt_minutes_from": ("planlagt tid er hentet fra «{text}»", "the planned time is taken from “{text}”"),
    "doubt_language": (
        "språket er ikke gjenkjent som norsk eller engelsk",
        "the language was not recognised as Norwegian or English",
    ),
    "doubt_few_questions": (
        "lite av dokumentet er spørsmål ({share} prosent); er dette hele guiden, og bare guiden?",
        "little of the document is questions ({share} per cent); is this the whole guide, and only the guide?",
    ),
    "doubt_target_no_question": (
        "er ikke formulert som et spørsmål i dokumentet",
        "does not stand as a question in the document",
    ),
    "doubt_target_near": (
        "står litt annerledes et annet sted: «{text}»",
        "stands slightly differently elsewhere: “{text}”",
    ),
    "doubt_unserved": (
        "dokumentet sier ikke hvilke spørsmål som hører til hvilket forskningsspørsmål; fyll inn serves:",
        "the document does not say which questions serve which research question; fill in serves:",
    ),
    "doubt_no_question": (
        "er kanskje et stikkord: det er ikke formulert som et spørsmål",
        "is perhaps a keyword: it is not written as a question",
    ),
    "doubt_topic_as_label": (
        "«{text}» foran spørsmålet er blitt etiketten på skjermen (short)",
        "“{text}” before the question has become its label on the screen (short)",
    ),
    "doubt_inner_probes": (
        "kan romme oppfølgingsspørsmål; under probes: kan de krysses av hver for seg",
        "may hold probes; under probes: each can be ticked by itself",
    ),
    "doubt_optional_brackets": (
        "står i parentes i dokumentet, og er derfor valgfritt her",
        "stands in brackets in the document, and so is optional here",
    ),
    "doubt_closing_optional": (
        "er merket som valgfritt, men avslutningen har ingen valgfrie spørsmål",
        "is marked as optional, but the closing has no optional questions",
    ),
    "doubt_closing_by_words": (
        "er regnet som avslutning på grunn av ordlyden; dokumentet sier det ikke",
        "is taken for the closing by its wording; the document does not say so",
    ),
    "doubt_afterthought": (
        "«{text}» er regnet som et oppfølgingsspørsmål her; det sto på linje med spørsmålene",
        "“{text}” is taken for a probe here; it stood level with the questions",
    ),
    "doubt_no_research": (
        "ingen forskningsspørsmål er funnet; skriv dem under research_questions:, og skriv i serves: hvilke av dem hver del svarer på",
        "no research question was found; write them under research_questions:, and what each section serves in serves:",
    ),
    "doubt_may_gate": (
        "gjelder samtykke eller opptak; med gate: recording blir du minnet om det før opptaket",
        "concerns consent or recording; with gate: recording it is asked for before the recorder starts",
    ),
    "doubt_numbering": (
        "dokumentets egne numre kunne ikke beholdes på alle spørsmål: «{own}» heter {given} her",
        "the document's own numbers could not be kept for every question: “{own}” is {given} here",
    ),
    "doubt_minutes_sum": (
        "delenes egne tider blir {minutes} minutter til sammen; skriv minutes: {minutes} hvis det er hele intervjuet",
        "the parts' own times add up to {minutes} minutes; write minutes: {minutes} if that is the whole interview",
    ),
    "doubt_several_in_probe": (
        "kan være flere oppfølgingsspørsmål i ett; på hver sin linje kan de krysses av hver for seg",
        "may be several probes in one; on a line each they can be ticked by themselves",
    ),
    "doubt_slot": ("har en plass som skal fylles ut: «{text}»", "has a place to be filled in: “{text}”"),
    "doubt_answered": (
        "{count} av spørsmålene har svaret rett etter seg i dokumentet; er dette en intervjuguide?",
        "{count} of the questions have their answer right after them in the document; is this an interview guide?",
    ),
    "doubt_questionnaire": (
        "{count} linjer har ruter eller en skala til avkryssing, som i et spørreskjema; er dette en intervjuguide?",
        "{count} lines have boxes or a scale to tick, as in a questionnaire; is this an interview guide?",
    ),
    # why it cannot be a guide
    "import_too_big": (
        "fila er større enn {limit}; ta bare med guiden, uten bilder, i et eget dokument",
        "the file is larger than {limit}; put the guide alone, without pictures, in a document of its own",
    ),
    "import_too_long": (
        "dokumentet har over {limit} linjer; ta bare med guiden i et eget dokument",
        "the document has more than {limit} lines; put the guide alone in a document of its own",
    ),
    "import_too_many": (
        "dokumentet har over {limit} spørsmål; ta bare med guiden i et eget dokument",
        "the document has more than {limit} questions; put the guide alone in a document of its own",
    ),
    "import_too_deep": (
        "dokumentet har lister eller sitater inni hverandre i mer enn {limit} lag; det er neppe en intervjuguide",
        "the document has lists or quotations inside one another, more than {limit} deep; it is hardly an interview guide",
    ),
    "import_long_line": (
        "dokumentet har en linje på over {limit} tegn; det er neppe en intervjuguide",
        "the document has a line of more than {limit} characters; it is hardly an interview guide",
    ),
    "import_too_large_inside": (
        "fila er liten, men svært stor når den pakkes ut, og blir derfor ikke åpnet; lagre guiden på nytt i Word",
        "the file is small but very large when unpacked, and so is not opened; save the guide anew in Word",
    ),
    "import_empty": ("fila er tom", "the file is empty"),
    "import_no_words": (
        "dokumentet er tomt: det står ingen tekst i det",
        "the document is empty: there is no text in it",
    ),
    "import_locked": (
        "dokumentet er låst med passord; lagre en kopi uten passord",
        "the document is locked with a password; save a copy without one",
    ),
    "import_broken_zip": (
        "Word-fila er skadet; åpne den i Word og lagre den på nytt",
        "the Word file is damaged; open it in Word and save it anew",
    ),
    "import_no_word": (
        "fila er ikke et Word-dokument, selv om navnet tyder på det; lagre guiden som .docx, .md eller .txt",
        "the file is no Word document, though its name says so; save the guide as .docx, .md or .txt",
    ),
    "import_macros": (
        "dokumentet har makroer; lagre det som .docx (Word-dokument uten makroer)",
        "the document has macros; save it as .docx (a Word document without macros)",
    ),
    "import_old_word": (
        "fila er et gammelt Word-dokument (.doc) eller låst med passord; lagre det som .docx uten passord",
        "the file is an old Word document (.doc), or locked with a password; save it as .docx without one",
    ),
    "import_word_inside": (
        "fila er pakket (som et Word-dokument), selv om navnet ender på {suffix}; gi den endelsen .docx",
        "the file is packed (like a Word document), though its name ends in {suffix}; give it the ending .docx",
    ),
    "import_pdf": (
        "PDF kan ikke leses; kopier teksten over i en .txt-fil, eller bruk Word-fila guiden ble laget i",
        "PDF cannot be read; copy the text into a .txt file, or use the Word file the guide was made in",
    ),
    "import_odt": (
        "OpenDocument kan ikke leses; lagre guiden som .docx",
        "OpenDocument cannot be read; save the guide as .docx",
    ),
    "import_rtf": ("RTF kan ikke leses; lagre guiden som .docx", "RTF cannot be read; save the guide as .docx"),
    "import_html": (
        "HTML kan ikke leses; kopier teksten over i en .txt-fil",
        "HTML cannot be read; copy the text into a .txt file",
    ),
    "import_unknown_kind": (
        "filer av typen {suffix} kan ikke leses; lagre guiden som .docx, .md, .txt eller .yaml",
        "files of the kind {suffix} cannot be read; save the guide as .docx, .md, .txt or .yaml",
    ),
    "import_no_text": (
        "fila er ikke tekst; lagre guiden som .docx, .md eller .txt",
        "the file is no text; save the guide as .docx, .md or .txt",
    ),
    "import_lacks_documents": (
        "for å lese dokumenter trengs noe mer: pip install 'intervjuguide[documents]'",
        "reading documents needs something more: pip install 'intervjuguide[documents]'",
    ),
    "import_no_questions": (
        "det er ingen spørsmål i dokumentet; er det riktig fil?",
        "there are no questions in the document; is it the right file?",
    ),
    "import_placeholders": (
        "dokumentet har plass til spørsmål, men ingen spørsmålstekst: {count} steder står det bare en plassholder; skriv spørsmålene først",
        "the document has room for questions, but no question text: {count} places hold only a placeholder; write the questions first",
    ),
    "import_transcript": (
        "dokumentet ser ut som en transkripsjon, med {count} svar; en guide har bare spørsmålene",
        "the document looks like a transcript, with {count} answers; a guide has the questions alone",
    ),
    "import_answered": (
        "dokumentet svarer på spørsmålene sine ({count} av {of}), som et informasjonsskriv gjør; en guide har bare spørsmålene",
        "the document answers its questions ({count} of {of}), as an information sheet does; a guide has the questions alone",
    ),
    "import_questionnaire": (
        "dokumentet ser ut som et spørreskjema: {count} linjer har ruter eller en skala til avkryssing",
        "the document looks like a questionnaire: {count} lines have boxes or a scale to tick",
    ),
    "import_prose": (
        "spørsmålene i dokumentet står inne i løpende tekst, som i en oppgave eller artikkel; kopier intervjuspørsmålene over i et eget dokument",
        "the questions in the document stand in running text, as in an essay or article; copy the interview questions into a document of their own",
    ),
    "import_not_a_guide": (
        "dokumentet ser ikke ut som en intervjuguide: {share} prosent av ordene står i spørsmål, resten er annen tekst; kopier intervjuspørsmålene over i et eget dokument",
        "the document does not look like an interview guide: {share} per cent of its words are in questions, the rest is other text; copy the interview questions into a document of their own",
    ),
    "import_refused": (
        "intervjuguide: kan ikke bruke {file}: {reason}",
        "intervjuguide: cannot use {file}: {reason}",
    ),
}
