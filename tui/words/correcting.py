"""Sentences about corrections, omissions and the informant's copy."""

from collections.abc import Mapping

CORRECTING: Mapping[str, tuple[str, str]] = {
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
}
"""Each key's sentence in Norwegian (bokmål) and English."""
