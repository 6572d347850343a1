"""Sentences about corrections, omissions and the informant's copy."""

from collections.abc import Mapping

CORRECTING: Mapping[str, tuple[str, str]] = {
    "correct_none": ("{code} har ingen ord som kan rettes.", "{code} has no words to correct."),
    "correct_how": (
        "Rett ett av dem: intervjuguide correct {code} --note NR{in_study}",
        "Correct one of them: intervjuguide correct {code} --note NUMBER{in_study}",
    ),
    "correct_which_note": (
        "si hvilket notat med --note NR; intervjuguide correct {code}{in_study} lister dem",
        "say which note with --note NUMBER; intervjuguide correct {code}{in_study} lists them",
    ),
    "correct_no_words": (
        "det kom ingen ord; skal de bort, bruk --leave-out",
        "no words came; are they to be left out, use --leave-out",
    ),
    "correct_now": ("Nummer {seq} er nå: {text}", "Number {seq} is now: {text}"),
    "correct_write": (
        "Skriv ordene slik informanten vil ha dem; {end} på en tom linje avslutter.",
        "Write the words as the informant wants them; {end} on an empty line ends it.",
    ),
    "correct_done": (
        (
            "{code}: nummer {seq} er rettet. Ordene før vises og eksporteres ikke mer; --leave-out "
            "fjerner dem fra loggen."
        ),
        (
            "{code}: number {seq} is corrected. The words before are shown and exported no more; --leave-out takes them "
            "out of the log."
        ),
    ),
    "correct_comments": (
        (
            "Meld fra om at kommentarene er kommet, med:\n"
            "  intervjuguide export method --participant {code} --fact transcript_comments=yes{in_study}"
        ),
        (
            "Say that the comments have come with:\n"
            "  intervjuguide export method --participant {code} --fact transcript_comments=yes{in_study}"
        ),
    ),
    "correct_reason": ("begrunnelse", "reason"),
    "correct_remark": ("sagt i prøveintervjuet", "said in the pilot"),
    "correct_left_out_words": (
        "--leave-out tar alt ut, ord og merkelapper: bruk det uten --text-file og --drop-tags",
        "--leave-out takes all out, words and tags: use it without --text-file and --drop-tags",
    ),
    "correct_study_plain": (
        "i study.jsonl er det ingen merkelapper, og ingenting å angre: skriv ordene på nytt i stedet",
        "study.jsonl has no tags and no undo: write the words anew instead",
    ),
    "leave_out_rescued_study": (
        "{file} har noe {log} mangler: slett den fila først, om den ikke trengs; ingenting er endret",
        "{file} has something that {log} lacks: delete that file first, if it is not needed; nothing was changed",
    ),
    "correct_other_interview": (
        "intervju {code} er ikke her, eller kan ikke leses; {others} er. Skriv koden til det intervjuet ordene står i",
        "interview {code} is not here, or cannot be read; {others} is. Write the code of the interview that has the words",
    ),
    "leave_out_shows": ("{code}, nummer {seq}: {text}", "{code}, number {seq}: {text}"),
    "leave_out_ask": (
        "Ordene tas ut av loggen nå, og kan ikke hentes tilbake. Fortsette? (ja/nei) ",
        "The words are taken out of the log now, and cannot be brought back. Go on? (yes/no) ",
    ),
    "leave_out_kept": ("Ingenting er endret.", "Nothing was changed."),
    "leave_out_done": (
        "{code}: ordene i nummer {seq} er tatt ut av loggen; igjen står en tom plass.",
        "{code}: the words of number {seq} were taken out of the log; an empty place is left.",
    ),
    "leave_out_removed": (
        "{file} hadde bare det loggen har, og er tatt bort.",
        "{file} had only what the log has, and was taken away.",
    ),
    "leave_out_uncleared": (
        "Det som stod der før, ligger ennå i {folder}: kjør kommandoen igjen, eller slett mappa.",
        "What stood there before still lies in {folder}: run the command again, or delete that folder.",
    ),
    "leave_out_damaged": (
        "{file}:{line} kan ikke leses, og kan ha de samme ordene: rett eller slett linja først; ingenting er endret",
        "{file}:{line} cannot be read, and may hold the same words: mend or delete that line first; nothing was changed",
    ),
    "leave_out_rescued": (
        "{file} har noe {log} mangler: kjør intervjuguide merge {participant} {file}{in_study} først; ingenting er endret",
        "{file} has something that {log} lacks: run intervjuguide merge {participant} {file}{in_study} first; nothing was changed",
    ),
    "merge_left_out": (
        "i {file} er ordene i nummer {seq} tatt ut; kjør først: intervjuguide correct {participant} --note {seq} --leave-out{in_study}",
        (
            "in {file} the words of number {seq} were taken out; first run: intervjuguide correct {participant} --note {seq} "
            "--leave-out{in_study}"
        ),
    ),
    "words_also": ("De samme ordene, eller noen av dem, står også her:", "The same words, or some, also stand here:"),
    "words_also_hint": (
        "Se på hvert sted; rapporter som er laget før, må lages på nytt.",
        "Look at each place; reports made before must be made again.",
    ),
    "copy_title": ("Kopi til {code}", "Copy for {code}"),
    "copy_file": ("{code}-kopi.html", "{code}-copy.html"),
    "copy_suffix": (
        "kopien blir en side (.html) eller Markdown (.md), ikke {file}",
        "the copy becomes a page (.html) or Markdown (.md), not {file}",
    ),
    "copy_what": (
        (
            "Dette er alt som denne studien har lagret om deg i programmet intervjuguide: notatene fra intervjuet, hva du "
            "ble spurt om, tidspunkter, og det forskeren har skrevet ned om intervjuet. Et lydopptak og en utskrift av det "
            "ligger for seg."
        ),
        (
            "This is all that this study has stored about you in the program intervjuguide: the notes of the interview, "
            "what you were asked, times, and what the researcher wrote down about the interview. A recording and a "
            "transcript of it lie elsewhere."
        ),
    ),
    "copy_what_but": (
        (
            "Dette er det som denne studien har lagret om deg i programmet intervjuguide, uten det som nevnes nedenfor: notatene fra intervjuet, hva du "
            "ble spurt om, tidspunkter, og det forskeren har skrevet ned om intervjuet. Et lydopptak og en utskrift av det "
            "ligger for seg."
        ),
        (
            "This is what this study has stored about you in the program intervjuguide, without what is named below: the notes of the interview, "
            "what you were asked, times, and what the researcher wrote down about the interview. A recording and a "
            "transcript of it lie elsewhere."
        ),
    ),
    "copy_rights": (
        (
            "Er noe feil, eller vil du ha noe ut, så si nummeret på notatet: det kan rettes eller tas bort. Du kan når som "
            "helst trekke deg, uten å oppgi grunn."
        ),
        (
            "Is something wrong, or do you want something out, then say the number of the note: it can be corrected or "
            "taken away. You may withdraw at any time, without giving a reason."
        ),
    ),
    "copy_study": ("Studien", "The study"),
    "copy_interviews": ("Intervjuer med deg", "Interviews with you"),
    "copy_left_reflexive": (
        "Forskerens egne notater, om seg selv som forsker, står ikke her: {count}.",
        "The researcher's own notes, on themselves as a researcher, do not stand here: {count}.",
    ),
    "copy_left_held_back": (
        "Notater fra da opptakeren var stoppet, eller som ikke skulle tas med, brukes ikke, og står ikke her: {count}.",
        "Notes from when the recorder was stopped, or not to be taken along, are not used and do not stand here: {count}.",
    ),
    "copy_notes": ("Notater", "Notes"),
    "copy_numbers": (
        "Nummeret viser hvilket notat det er. Så kommer hvor langt ut i intervjuet, og spørsmålet det hører til.",
        "The number says which note it is. Then comes how far into the interview, and the question it belongs to.",
    ),
    "copy_number": ("nr. {seq}", "no. {seq}"),
    "copy_asked": ("Hva du ble spurt om", "What you were asked"),
    "copy_wording": ("Slik spørsmålet lød", "How the question was worded"),
    "copy_opening": ("Sagt før første spørsmål", "Said before the first question"),
    "copy_after": ("Sagt etter spørsmålene", "Said after the questions"),
    "copy_tick_done": ("krysset av", "ticked"),
    "copy_tick_not_needed": ("ikke nødvendig", "not needed"),
    "copy_tick_open": ("ikke krysset av", "not ticked"),
    "copy_marked": ("Hva intervjueren merket", "What the interviewer marked"),
    "copy_state": ("Hvor langt", "How far"),
    "copy_reason": ("Begrunnelse", "Reason"),
    "copy_elsewhere": ("Andre steder i studien", "Elsewhere in the study"),
    "copy_revision": (
        "Intervjuguiden, versjon {number} ({date}), ble endret blant annet på grunnlag av intervjuet.",
        "The interview guide, revision {number} ({date}), was changed on the grounds of the interview, among others.",
    ),
    "copy_output": ("{file} ({date}), som er laget av intervjuet", "{file} ({date}), made from the interview"),
    "copy_facts": ("Skrevet ned om intervjuet", "Written down about the interview"),
    "copy_fact_setting": ("Hvor", "Where"),
    "copy_fact_others_present": ("Andre til stede", "Others present"),
    "copy_fact_transcript_offered": ("Utskrift tilbudt til gjennomlesning", "Transcript offered for reading"),
    "copy_fact_transcript_wanted": ("Ønsket å lese den", "Wished to read it"),
    "copy_fact_transcript_sent": ("Sendt", "Sent"),
    "copy_fact_transcript_comments": ("Kommentarer er kommet", "Comments have come"),
    "copy_fact_transcript_done": ("Ferdig", "Done"),
    "copy_yes": ("ja", "yes"),
    "copy_no": ("nei", "no"),
    "copy_course": ("Hvordan intervjuet gikk, i tall", "How the interview went, in figures"),
    "copy_between": ("Forskerens egne notater mellom intervjuene", "The researcher's own notes between interviews"),
    "copy_somebody": ("[en annen deltaker]", "[another participant]"),
    "copy_why_reflexive": (
        (
            "Refleksjonsnotater ({count}) handler om deg som forsker, men kan handle om personen også. Så langt de gjør det, er "
            "de opplysninger om den som ber om kopi, og retten til innsyn kan gjelde dem. Er du i tvil, spør veilederen."
        ),
        (
            "Reflexive notes ({count}) are about you as a researcher, but may be about the person too. As far as they are, "
            "they are data about the one who asks for a copy, and the right of access may hold for them. In doubt, ask "
            "your supervisor."
        ),
    ),
    "copy_why_held_back": (
        (
            "Noe ({count}) er notert da opptakeren var stoppet eller noe var fortrolig, og det er ikke sagt at det kan "
            "brukes. Det er lagret om personen likevel, så retten til innsyn kan gjelde det."
        ),
        (
            "Notes ({count}) are from when the recorder was stopped or something was off the record, and nobody said that "
            "they may be used. They are stored about the person all the same, so the right of access may hold for them."
        ),
    ),
    "copy_ask": ("Skal de være med? (j/N) ", "Are they to be in it? (y/N) "),
    "copy_flag": ("De er ikke med; {flag} tar dem med.", "They are not in it; {flag} takes them in."),
    "copy_codes_out": (
        "Koder for andre deltakere er byttet ut, antall: {count}.",
        "Codes of other participants were replaced, count: {count}.",
    ),
    "copy_look": (
        "Les den før du gir den fra deg: navn på andre kan stå i notatene. Send den ikke ukryptert.",
        "Read it before you hand it over: names of others may stand in the notes. Do not send it unencrypted.",
    ),
    "help_command_give": (
        """intervjuguide give I3 [-o FIL] [--with-reflexive] [--with-held-back]
                    [--anyway] [--study MAPPE]

Kopien en deltaker har rett til: alt om I3 i én fil som åpnes i en nettleser,
også flere intervjuer med samme person. Notatene har nummer, så det kan sies
hvilket som skal rettes (correct) eller ut. Koder for andre deltakere er ikke
med. FIL er .html eller .md; ellers I3-kopi.html i studiens mappe.

  --with-reflexive   også dine egne refleksjonsnotater om I3
  --with-held-back   også det det ikke er svart på om kan brukes

  intervjuguide give I3 -o kopi.html""",
        """intervjuguide give I3 [-o FILE] [--with-reflexive] [--with-held-back]
                    [--anyway] [--study DIR]

The copy that a participant has a right to: everything about I3 in one file that
any browser opens, several interviews with the same person too. Notes have
numbers, so that it can be said which is to be corrected (correct) or left out.
Other participants' codes are not in it. FILE is .html or .md; else I3-copy.html
in the study's folder.

  --with-reflexive   your own reflexive notes about I3 too
  --with-held-back   also what nobody has said may be used

  intervjuguide give I3 -o copy.html""",
    ),
    "correct_undo_alone": (
        "--undo tar siste rettelse tilbake, og trenger bare --note",
        "--undo takes the last correction back, and needs --note alone",
    ),
    "help_command_correct": (
        """intervjuguide correct I3 [--note NR] [--text-file FIL] [--drop-tags]
                       [--undo] [--leave-out] [--study MAPPE]
intervjuguide correct study [--note NR] [--text-file FIL] [--leave-out]

Rett det informanten vil ha endret etter å ha lest. Uten --note listes alt som
har ord, med nummer. Ordene leses fra standard inn, eller fra FIL, så ingen ser
dem i prosesslista. De forrige ordene vises og eksporteres ikke mer. I
gjennomgangen retter c notatet som er valgt, og u angrer. «study» er det som
står i study.jsonl: refleksjonsnotater mellom intervjuene, opplysninger.

  --drop-tags   uten merkelapper, andre enn de i ordene
  --undo        ta siste rettelse av notatet tilbake
  --leave-out   ta ordene ut av loggen, for godt; igjen står en tom plass

  intervjuguide correct I3 --note 12 --text-file rettet.txt""",
        """intervjuguide correct I3 [--note NUMBER] [--text-file FILE] [--drop-tags]
                       [--undo] [--leave-out] [--study DIR]
intervjuguide correct study [--note NUMBER] [--text-file FILE] [--leave-out]

Take in what the informant wants changed after reading. Without --note all that
has words is listed, with its number. The words are read from standard input, or
from FILE, so that nobody sees them among the processes. The words before are
shown and exported no more. In the review c corrects the note that is chosen,
and u undoes. "study" is what stands in study.jsonl: reflexive notes between
interviews, facts.

  --drop-tags   no tags but those in the words
  --undo        take the note's last correction back
  --leave-out   take the words out of the log, for good; an empty place is left

  intervjuguide correct I3 --note 12 --text-file corrected.txt""",
    ),
}
"""Each key's sentence in Norwegian (bokmål) and English."""
