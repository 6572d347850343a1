"""Words for refusals."""

REFUSALS: dict[str, tuple[str, str]] = {
    # a line that changes nothing
    "stopped_next": (
        "Informanten ønsket å stoppe: ingen neste stilles. Med id eller søk stilles et spørsmål likevel.",
        "The informant wished to stop: no next one is asked. By id or search a question is asked all the same.",
    ),
    "nothing_next": ("Ingen spørsmål igjen. /slutt avslutter.", "No questions left. /end closes."),
    "nothing_in_hand": (
        "Ingen spørsmål er stilt ennå: skriv hvilket, som +A1.",
        "No question has been asked yet: say which, as in +A1.",
    ),
    "ago_afterwards": (
        "Her går ingen klokke: skriv når det var foran notatet, som 12:30 ord.",
        "No clock runs here: write when it was before the note, as in 12:30 words.",
    ),
    "time_at_the_table": (
        "Under intervjuet får hvert notat sin egen tid.",
        "During the interview every note has its own time.",
    ),
    "time_is_a_notes": (
        "En tid må stå foran et notat, som 12:30 ord.",
        "A time stands before a note, as in 12:30 words.",
    ),
    "recorder_afterwards": (
        "Intervjuet føres inn etterpå: opptaket kan ikke merkes nå.",
        "The interview is entered afterwards: the recorder can't be marked now.",
    ),
    "pause_afterwards": (
        "Intervjuet føres inn etterpå: her er ingen tid å ta pause fra.",
        "The interview is entered afterwards: there is no time to pause.",
    ),
    "correct_which": ("Skriv hvilket spørsmål, som +A1.", "Say which question, as in +A1."),
    "not_later": (
        "Etterpå kan du rette med + - -x /positiv /negativ /stikkord. ? viser alt.",
        "Afterwards you can correct with + - -x /positive /negative /probes. ? shows all.",
    ),
    "unknown_question": ("Det er ikke noe spørsmål {id}.", "There is no question {id}."),
    "research_question_named": (
        "{id} er et forskningsspørsmål: skriv intervjuspørsmålene.",
        "{id} is a research question: name interview questions.",
    ),
    "empty_reflexive": (
        "Skriv refleksjonsnotatet etter /{word}, på samme linje.",
        "Write the reflexive note after /{word}, on the same line.",
    ),
    "empty_note": ("Notatet har ingen ord.", "The note has no words."),
    "unchanged_note": ("Notatet er uendret.", "The note is unchanged."),
    "unchanged_time": ("Notatet har allerede den tiden.", "The note has that time already."),
    "empty_quote": ('Skriv ordene etter ".', 'Write the words after ".'),
    "empty_said": ('Skriv informantens ord etter !".', "Write the informant's words after !\"."),
    "empty_topic": ("Skriv temaet etter >.", "Write the topic after >."),
    "empty_follow_up": ("Skriv hva som skal følges opp, etter !.", "Write what is to be followed up after !."),
    "no_such_turn": ("En replikk har et nummer fra 0 og oppover.", "A turn has a number from 0 up."),
    "no_such_note": (
        "Nummer {seq} er ikke noe notat, og ingen begrunnelse.",
        "Number {seq} is no note, and no reason.",
    ),
    "not_corrected": ("Nummer {seq} er ikke rettet.", "Number {seq} is not corrected."),
    "words_before_gone": (
        "Det som sto der før, er slettet (prosjektet er avsluttet), så dette kan ikke angres. Rett det i stedet.",
        "What stood there before is deleted (the project has ended), so this cannot be undone. Correct it instead.",
    ),
    "left_out_already": ("Ordene i {seq} er tatt ut allerede.", "The words of {seq} were taken out already."),
    "no_note": ("Det er ikke noe notat ennå.", "There is no note yet."),
    "already_follow_up": ("Det er allerede oppfølging {number}.", "That is follow-up {number} already."),
    "unknown_follow_up": ("Det er ingen oppfølging {number}.", "There is no follow-up {number}."),
    "follow_up_closed": ("Oppfølging {number} er allerede lukket.", "Follow-up {number} is closed already."),
    "which_follow_up": ("Hvilken oppfølging? Skriv /{word} 1.", "Which follow-up? Write /{word} 1."),
    "how_long_ago": ("Hvor lenge siden? Skriv /siden 20s eller /siden 2m.", "How long ago? Write /ago 20s or /ago 2m."),
    "at_when": (
        "Når? Skriv /ved 12:30, som tidene i samtalen.",
        "When? Write /at 12:30, as the times in the conversation.",
    ),
    "not_yet": ("Så langt er intervjuet ikke kommet.", "The interview has not come that far."),
    "which_time": (
        "Sekunder eller minutter? Skriv -30s, -2m eller -1:30.",
        "Seconds or minutes? Write -30s, -2m or -1:30.",
    ),
    "which_depth": (
        "Dybden (1, 2 eller 3; 0 tar bort) står sist, som +a1 3.",
        "The depth (1, 2 or 3; 0 takes off) comes last, as in +a1 3.",
    ),
    "nothing_marked": (
        "{id} er verken dekket eller utelatt, så det er ingenting å ta bort.",
        "{id} is neither covered nor skipped: nothing to take off.",
    ),
    "refusal_stays": (
        "Informanten ønsket ikke å svare på {id}, og det blir stående. Ctrl+Z angrer.",
        "That the informant declined {id} stands. Ctrl+Z undoes.",
    ),
    "already_linked": ("Notatet handler allerede om {id}.", "The note is about {id} already."),
    "no_tag": (
        "«{word}» kan ikke være en merkelapp: bruk bokstaver og tall, som #arena.",
        "“{word}” is no tag: letters and digits, as in #arena.",
    ),
    "already_tagged": ("Notatet har allerede #{word}.", "The note has #{word} already."),
    "nothing_offered": ("Ingenting tilbys nå.", "Nothing is offered now."),
    "nothing_left_over": ("Ingenting gjenstår fra tidligere.", "Nothing is left over."),
    "not_two_sided": ("{id} spør ikke etter begge sider.", "{id} does not ask for both sides."),
    "already_stopped": (
        "Det er allerede merket at informanten ønsker å stoppe.",
        "It is marked already that the informant wishes to stop.",
    ),
    "no_recording": ("Det er ingen fil å fortsette i: /opptak begynner en.", "No file to go on in: /rec begins one."),
    "unknown_recording": ("Det er ikke noe opptak {number}.", "There is no recording {number}."),
    "which_shift": (
        "Hvor mye? Skriv /forskyv -3s, eller /forskyv 2 +4s.",
        "By how much? Write /shift -3s, or /shift 2 +4s.",
    ),
    "recorder_runs": (
        "Opptak {number} går allerede: /opptak stopper det.",
        "Recording {number} runs already: /rec stops it.",
    ),
    "nothing_recorded": ("Ingenting er tatt opp ennå.", "Nothing has been recorded yet."),
    "already_withheld": (
        "Det er allerede merket at det ikke skal transkriberes herfra: Ctrl+T avslutter det.",
        "It is marked already as not to be transcribed: Ctrl+T ends it.",
    ),
    "offrecord_how": (
        "/fortrolig begynner nå, 90s bak: for 90 s siden; en gang til, eller /fortrolig slutt, avslutter.",
        "/offrecord begins now, 90s behind it: 90 s ago; once more, or /offrecord end, ends it.",
    ),
    "nothing_follows": (
        "Etter /{word} kan det ikke stå flere ord: skriv dem som et notat.",
        "No words follow /{word}: write them as a note.",
    ),
    "rec_how": (
        "/opptak alene, eller med stopp, samme (fil) eller nei (informanten ønsker ikke).",
        "/rec alone, or with stop, same (file) or no (the informant declines).",
    ),
    "nothing_paused": (
        "Ingen pause er i gang, og ingenting er fortrolig.",
        "No pause is on, and nothing is off the record.",
    ),
    "not_off_record": ("Ingenting er fortrolig nå.", "Nothing is off the record now."),
    "take_back_how": (
        "Ingenting slettes her: Ctrl+Z på tom linje (eller /angre) tar tilbake det siste.",
        "Nothing is deleted here: Ctrl+Z on an empty line (or /undo) takes back the last act.",
    ),
    "none_parked": ("Ingenting er parkert.", "Nothing is parked."),
    "which_point": ("Hvilket punkt? Skriv /kryss 1.", "Which point? Write /tick 1."),
    "unknown_point": ("Det er ikke noe punkt {point} på kortet.", "There is no point {point} on the card."),
    "no_card": ("Ingen kort er åpne.", "No card is open."),
    "no_probes": ("{id} har ingen planlagte oppfølgingsspørsmål.", "{id} has no prepared probes."),
    "no_opening": ("Guiden har ingen åpning.", "The guide has no opening."),
    "unknown_concept": ("Ukjent begrep «{word}».", "Unknown concept “{word}”."),
    "no_such_concept": (
        "Ukjent begrep «{word}». Guiden har: {known}",
        "Unknown concept “{word}”. The guide has: {known}",
    ),
    "which_concept": ("Hvilket begrep? {known}", "Which concept? {known}"),
    "empty_concept": ("Guiden har ingen forklaring av {name}.", "The guide has no explanation of {name}."),
    "no_concepts": ("Guiden har ingen begreper.", "The guide has no concepts."),
    "gate_first": (
        "Ikke krysset av: {points}. Enter en gang til markerer opptak likevel",
        "Not ticked: {points}. Enter once more marks recording all the same",
    ),
    "gate_first_short": (
        "Ikke krysset av: {points}. /opptak igjen: likevel",
        "Not ticked: {points}. /rec again: all the same",
    ),
    "start_gate_short": (
        "Ikke krysset av: {points}. Enter igjen: likevel",
        "Not ticked: {points}. Enter again: all the same",
    ),
    "start_gate": (
        "Ikke krysset av: {points}. Enter en gang til spør likevel",
        "Not ticked: {points}. Enter once more asks all the same",
    ),
    "no_recorder_runs": ("Ingen opptaker er merket som i gang.", "No recorder is marked as running."),
    "recording_declined_already": (
        "Det er allerede merket at informanten ikke ønsker opptak.",
        "It is marked already that the informant declines recording.",
    ),
    "nothing_to_clear": ("Det er svart på alt det.", "All of that has been answered."),
    "nothing_to_undo": ("Det er ingenting å angre.", "Nothing to undo."),
    "already_ended": ("Intervjuet er avsluttet.", "The interview has ended."),
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
    "near_written": ("{line}: Enter gjør det, esc tømmer.", "{line}: Enter does it, esc clears."),
    "no_bookmarks": ("Det er ingen tomme bokmerker.", "No empty bookmarks."),
    "nothing_to_edit": ("Det er ingen notater å endre.", "No note to change."),
    "line_first": (
        "Teksten på linja er ikke lagret: Enter lagrer, Esc tømmer.",
        "The text on the line is not saved: Enter saves, Esc clears.",
    ),
    "quit_twice": (
        "Teksten på linja er ikke lagret. Ctrl+Q igjen går ut likevel.",
        "The text on the line is not saved. Ctrl+Q again leaves all the same.",
    ),
    "leave_how": ("Ctrl+Q går ut; /slutt avslutter intervjuet.", "Ctrl+Q leaves; /end closes the interview."),
    # a log that could not be written
    "not_saved": (
        "IKKE LAGRET: {reason} Teksten blir stående; Enter prøver igjen.",
        "NOT SAVED: {reason} The text stays; Enter tries again.",
    ),
    "act_not_saved": ("IKKE LAGRET: {reason} Gjør det en gang til.", "NOT SAVED: {reason} Do it once more."),
    "disk_full": ("Disken er full.", "The disk is full."),
    "disk_read_only": (
        "{file} kan ikke skrives: mappa er skrivebeskyttet.",
        "{file} cannot be written: the folder is read-only.",
    ),
    "file_in_use": (
        "{file} er åpen i et annet program. Lukk den der, og prøv igjen.",
        "{file} is open in another program. Close it there, and try again.",
    ),
    "name_unfit": (
        "Windows lar ingen fil eller mappe hete {name}. Velg et annet navn.",
        "Windows lets no file or folder be called {name}. Choose another name.",
    ),
    "disk_error": ("{file} kan ikke skrives ({reason}).", "{file} cannot be written ({reason})."),
    "log_gone": ("{file} er borte eller byttet ut.", "{file} is gone or has been replaced."),
    "log_changed": ("Et annet program har skrevet i {file}.", "Another program has written to {file}."),
    "log_exists": ("{file} finnes allerede.", "{file} is there already."),
    "log_locked": ("{file} er åpen i et annet vindu.", "{file} is open in another window."),
    "log_headless_file": (
        "{file} har ingen hel første linje; begynn intervjuet på nytt: intervjuguide run --participant KODE{in_study}.",
        "{file} has no whole first line; begin the interview again: intervjuguide run --participant CODE{in_study}.",
    ),
    "log_newer_file": (
        "{file} er skrevet av en nyere versjon av intervjuguide; oppdater programmet.",
        "{file} was written by a newer intervjuguide; update the program.",
    ),
    # what is wrong in a log
    "log_unreadable": ("Kan ikke lese fila ({reason}).", "Cannot read the file ({reason})."),
    "log_odd": (
        "{file} er et rør, en enhet eller en sokkel, ikke en vanlig fil. Flytt det til et annet sted.",
        "{file} is a pipe, a device or a socket, not an ordinary file. Move it away.",
    ),
    "log_too_big": ("Fila er for stor til å være en intervjulogg.", "The file is too big to be an interview log."),
    "log_damaged": (
        "Linja er skadet og hoppes over; resten er lest.",
        "The line is damaged and passed over; the rest is read.",
    ),
    "log_other_code": (
        "Fila heter noe annet enn deltakeren i den ({code}); er den kopiert?",
        "The file's name is not the participant in it ({code}); was it copied?",
    ),
    "last_word_counts": (
        "Nå gjelder den siste vurderingen av et spørsmål, ikke den høyeste. For intervjuer fra før versjon 0.2.0 vises dette annerledes enn før: {told}.",
        "Now the last judgement of a question counts, not the highest. In interviews from before version 0.2.0 this is told otherwise now: {told}.",
    ),
    "reflexive_left_out": (
        "Refleksjonsnotater er forskerens egne: i intervjuer fra før versjon 0.2.0 er de ikke vist nå uten --with-reflexive, og ikke regnet med. Antall: {told}.",
        "Reflexive notes are the researcher's own: in interviews from before version 0.2.0 they are not shown now without --with-reflexive, and not counted. Number: {told}.",
    ),
    "told_where_wording_is": (
        "Dekning står nå der ordlyden står, ikke der id-en står. Spørsmål fra før versjon 0.2.0 som er vist i en annen rute nå: {told}.",
        "Coverage now stands where the wording stands, not where the id does. Questions from before version 0.2.0 that are shown in another cell now: {told}.",
    ),
    "log_torn": (
        "Siste linje ble ikke skrevet ferdig (strømbrudd?) og hoppes over.",
        "The last line was cut short (a power cut?) and is passed over.",
    ),
    "log_headless": (
        "Ingen hel første linje: neste intervju med denne koden begynner på nytt.",
        "No whole first line: the next interview with this code begins again.",
    ),
    "log_no_start": (
        "Linja står før intervjuets start og hoppes over.",
        "The line stands before the interview's start and is passed over.",
    ),
    "log_missing_seq": (
        "Foran denne linja mangler seq {seq}: noe er borte fra loggen.",
        "Before this line seq {seq} is missing: something is gone from the log.",
    ),
    "log_doubled": (
        "Linja står her én gang til (seq {seq}, først på linje {first}); den telles én gang.",
        "The line stands here once more (seq {seq}, first on line {first}); it counts once.",
    ),
    "log_doubled_seq": (
        "Linja har samme seq ({seq}) som linje {first}, men et annet innhold; begge er lest.",
        "The line has the same seq ({seq}) as line {first}, but says something else; both are read.",
    ),
    "log_swapped": (
        "Linja med seq {seq} står ikke på sin plass; den er lest der den hører til.",
        "The line with seq {seq} is out of its place; it is read where it belongs.",
    ),
    "log_wrong_seq": (
        "Linja sier seq {seq}, men det kan ikke stemme; den er lest som {place}.",
        "The line says seq {seq}, which cannot be right; it is read as {place}.",
    ),
    "log_second_start": (
        "Her begynner loggen til et annet intervju. Den leses ikke: hendelser etter denne linja: {count}. Legg den i en egen fil.",
        "Here the log of another interview begins. It is not read: events after this line: {count}. Put it in a file of its own.",
    ),
    "log_lines_joined": (
        "Linjeskiftet er skadet: flere hendelser står på én linje. De er lest.",
        "The line break is damaged: several events stand on one line. They are read.",
    ),
    "log_start_restored": (
        "Første linje er skadet. Resten er lest, med det som er igjen av den.",
        "The first line is damaged. The rest is read, with what is left of it.",
    ),
    "log_start_study": (
        "Første linje er skadet eller borte. Resten er lest, med guiden i {guide}.",
        "The first line is damaged or gone. The rest is read, with the guide in {guide}.",
    ),
    "log_start_part": (
        "Første linje er skadet. Resten er lest, med den delen av guiden som er igjen i den.",
        "The first line is damaged. The rest is read, with the part of the guide that is left in it.",
    ),
    "log_start_ids": (
        "Første linje er skadet eller borte, og det finnes ingen guide. Resten er lest, med bare id-ene som står i loggen.",
        "The first line is damaged or gone, and there is no guide. The rest is read, with only the ids in the log.",
    ),
    "log_guide_study": (
        "Loggens kopi av guiden har ingen spørsmål. Loggen er lest med guiden i {guide}.",
        "The log's copy of the guide has no questions. The log is read with the guide in {guide}.",
    ),
    "log_guide_ids": (
        "Loggens kopi av guiden har ingen spørsmål, og det finnes ingen guide. Loggen er lest med bare id-ene som står i den.",
        "The log's copy of the guide has no questions, and there is no guide. The log is read with only the ids in it.",
    ),
    "log_guide_rules": (
        "Loggens kopi av guiden følger ikke alle reglene som gjelder nå; alt som kan brukes, er lest.",
        "The log's copy of the guide does not keep all of today's rules; all that can be used is read.",
    ),
    "log_not_an_object": ("Linja er ikke en hendelse og hoppes over.", "The line is no event and is passed over."),
    "log_unknown_type": (
        "Ukjent hendelse «{type}»; linja hoppes over.",
        "Unknown event “{type}”; the line is passed over.",
    ),
    "log_missing_field": ("Linja mangler «{field}» og hoppes over.", "The line lacks “{field}” and is passed over."),
    "log_wrong_value": (
        "«{field}» har en verdi av feil type; linja hoppes over.",
        "“{field}” has the wrong kind of value; the line is passed over.",
    ),
    "log_newer": (
        "Skrevet i et nyere format ({format}); oppdater intervjuguide for å lese det.",
        "Written in a newer format ({format}); update intervjuguide to read it.",
    ),
    "log_guide_unreadable": ("Loggens kopi av guiden kan ikke leses.", "The log's copy of the guide cannot be read."),
    "wording_changed": (
        "{id} har en annen ordlyd enn i {participant}: «{before}».",
        "{id} is worded differently than in {participant}: “{before}”.",
    ),
    "questions_moved": (
        "Spørsmål er flyttet siden {participant} ({moved}); dekningen følger ordlyden. «intervjuguide check --write-ids{in_study}» skriver id-ene inn.",
        "Questions have moved since {participant} ({moved}); coverage follows the wording. “intervjuguide check --write-ids{in_study}” writes the ids out.",
    ),
    "question_unplaced": (
        "{id} er et annet spørsmål enn i {participant} («{before}»), så det som ble dekket der, vises ikke på {id} nå. Hvis det er det samme spørsmålet, skriv «id: {id}» på det.",
        "{id} is another question than in {participant} (“{before}”), so what was covered there does not stand at {id} now. If it is the same one, write “id: {id}” at it.",
    ),
    "wording_revised": (
        "{id} er endret (versjon {revision}); i {participant} var ordlyden «{before}».",
        "{id} was reworded in revision {revision}; in {participant} the wording was “{before}”.",
    ),
    "wordings_revised": (
        "Guiden er endret siden {participant} (versjon {revisions}): ny ordlyd i {ids}. Se «intervjuguide diff {participant}{in_study}».",
        "The guide was revised since {participant} (revision {revisions}): new wording in {ids}. See “intervjuguide diff {participant}{in_study}”.",
    ),
}
