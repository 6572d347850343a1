"""Words for transcripts: what cannot be read, by its code."""

TRANSCRIPTS: dict[str, tuple[str, str]] = {
    "transcript_too_big": (
        "{file} er større enn {limit}. Så lang er ingen transkripsjon; er det kanskje lydfila?",
        "{file} is larger than {limit}. No transcript is as long as that; is it the recording, perhaps?",
    ),
    "transcript_empty": ("{file} er tom.", "{file} is empty."),
    "transcript_no_text": (
        "{file} er ikke tekst. Lagre transkripsjonen som .vtt, .srt, .json, .docx eller .txt.",
        "{file} is no text. Save the transcript as .vtt, .srt, .json, .docx or .txt.",
    ),
    "transcript_no_words": (
        "{file} ser ut som {layout}, men det står ingen ord i den.",
        "{file} looks like {layout}, but there are no words in it.",
    ),
    "transcript_unknown": (
        "{file}, linje {line}: fant ikke ut hvem som snakker, eller når: «{text}». Dette kan leses:\n{known}",
        "{file}, line {line}: could not tell who speaks, or when: “{text}”. What can be read:\n{known}",
    ),
    "transcript_word_broken": (
        "{file} kan ikke leses som Word-dokument. Åpne den i Word og lagre den på nytt som .docx.",
        "{file} cannot be read as a Word document. Open it in Word and save it anew as .docx.",
    ),
    "transcript_needs_documents": (
        "{file}: Word-dokumenter leses med python-docx. Installer intervjuguide[documents], eller lagre som tekst.",
        "{file}: Word documents are read with python-docx. Install intervjuguide[documents], or save as text.",
    ),
    "transcript_other_kind": (
        "{file}: {kind} leses ikke. Lagre transkripsjonen som .docx, .vtt, .srt, .json eller .txt.",
        "{file}: {kind} is not read. Save the transcript as .docx, .vtt, .srt, .json or .txt.",
    ),
    "transcript_kept_already": (
        "{file} finnes allerede og sier noe annet; den kan være rettet for hånd. Flytt den unna først.",
        "{file} is there already and says something else; it may have been corrected by hand. Move it away first.",
    ),
    "transcript_line": (
        "ikke en replikk; linja er ikke lest",
        "no turn; the line was not read",
    ),
}
"""Sentences by the codes of ``interviews.transcripts``."""
