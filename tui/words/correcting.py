"""Sentences about what the informant had corrected or left out, and the copy that the informant gets."""

from collections.abc import Mapping

CORRECTING: Mapping[str, tuple[str, str]] = {
    "correct_none": ("{code} har ingen ord som kan rettes.", "{code} has no words to correct."),
    "correct_how": (
        "Rett ett av dem: intervjuguide correct {code} --note NR",
        "Correct one of them: intervjuguide correct {code} --note NUMBER",
    ),
    "correct_which_note": (
        "si hvilket notat med --note NR; intervjuguide correct {code} lister dem",
        "say which note with --note NUMBER; intervjuguide correct {code} lists them",
    ),
    "correct_several": (
        "{code} har flere intervjuer: si hvilket, som {names}",
        "{code} has several interviews: say which one, such as {names}",
    ),
    "correct_no_words": (
        "det kom ingen ord; skal de bort, bruk --leave-out",
        "no words came; are they to be left out, use --leave-out",
    ),
    "correct_now": ("Nummer {seq} er nå: {text}", "Number {seq} is now: {text}"),
    "correct_write": (
        "Skriv ordene slik informanten vil ha dem; Ctrl+D på en tom linje avslutter.",
        "Write the words as the informant wants them; Ctrl+D on an empty line ends it.",
    ),
    "correct_done": (
        (
            "{code}: nummer {seq} er rettet. Ordene før vises og eksporteres ikke mer; ut av loggen kommer de med "
            "--leave-out."
        ),
        (
            "{code}: number {seq} is corrected. The words before are shown and exported no more; --leave-out takes them "
            "out of the log."
        ),
    ),
    "correct_comments": (
        (
            "At kommentarene er kommet, sier du med: intervjuguide export method --participant {code} --fact "
            "transcript_comments=yes"
        ),
        (
            "That the comments have come is said with: intervjuguide export method --participant {code} --fact "
            "transcript_comments=yes"
        ),
    ),
    "correct_reason": ("begrunnelse", "reason"),
    "correct_remark": ("sagt i prøveintervjuet", "said in the pilot"),
    "correct_left_out_words": (
        "--leave-out tar ordene ut og trenger ingen nye: bruk det uten --text-file",
        "--leave-out takes the words out and needs no new ones: use it without --text-file",
    ),
    "leave_out_shows": ("Nummer {seq}: {text}", "Number {seq}: {text}"),
    "leave_out_ask": (
        "Ordene tas ut av loggen nå, og kan ikke hentes tilbake. Fortsette? (j/N) ",
        "The words are taken out of the log now, and cannot be brought back. Go on? (y/N) ",
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
        "{file} har noe {log} mangler: kjør intervjuguide merge {participant} {file} først; ingenting er endret",
        "{file} has something that {log} lacks: run intervjuguide merge {participant} {file} first; nothing was changed",
    ),
    "merge_left_out": (
        "i {file} er ordene i nummer {seq} tatt ut; kjør først: intervjuguide correct {participant} --note {seq} --leave-out",
        (
            "in {file} the words of number {seq} were taken out; first run: intervjuguide correct {participant} --note {seq} "
            "--leave-out"
        ),
    ),
    "words_also": ("De samme ordene, eller noen av dem, står også her:", "The same words, or some, also stand here:"),
    "words_also_hint": (
        "Se på hvert sted; rapporter som er laget før, må lages på nytt.",
        "Look at each place; reports made before must be made again.",
    ),
    "help_command_correct": (
        """intervjuguide correct I3 [--note NR] [--text-file FIL] [--leave-out]
                       [--study MAPPE]

Rett det informanten vil ha endret etter å ha lest. Uten --note listes alt som
har ord, med nummer. Ordene leses fra standard inn, eller fra FIL, så ingen ser
dem i prosesslista. De forrige ordene vises og eksporteres ikke mer; rettelsen
kan angres med u i gjennomgangen, der c retter notatet som er valgt.

  --leave-out   ta ordene ut av loggen, for godt; igjen står en tom plass

  intervjuguide correct I3 --note 12 --text-file rettet.txt""",
        """intervjuguide correct I3 [--note NUMBER] [--text-file FILE] [--leave-out]
                       [--study DIR]

Take in what the informant wants changed after reading. Without --note all that
has words is listed, with its number. The words are read from standard input, or
from FILE, so that nobody sees them among the processes. The words before are
shown and exported no more; a correction is undone with u in the review, where c
corrects the note that is chosen.

  --leave-out   take the words out of the log, for good; an empty place is left

  intervjuguide correct I3 --note 12 --text-file corrected.txt""",
    ),
}
"""Each key's sentence in Norwegian (bokmål) and English."""
