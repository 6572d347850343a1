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
