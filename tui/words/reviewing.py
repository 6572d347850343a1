"""The review in words."""

from tui.signs import (
    ASKED,
    BREAK,
    COVERED,
    DECLINED,
    FOLLOW_UP,
    OUT_OF_GUIDE,
    PROMPT,
    SKIPPED,
    TOUCHED,
    UNASKED,
    UNTOUCHED,
    WITHHELD,
)

REVIEW: dict[str, tuple[str, str]] = {
    "review_hint": ("↑ ↓ blar · Esc tilbake", "↑ ↓ scroll · Esc back"),
    "study_guide": (
        "Guiden: {questions} spørsmål under {research_questions} forskningsspørsmål",
        "The guide: {questions} questions under {research_questions} research questions",
    ),
    "study_earlier": ("… og {count} tidligere", "… and {count} earlier ones"),
    "study_next": ("Neste gang: {what}", "Next time: {what}"),
    "study_parked": ("til oppfølging: {count}", "to follow up: {count}"),
    "study_open": ("{count} til oppfølging", "{count} to follow up"),
    "study_thin": ("lite dekket så langt: {ids}", "little covered so far: {ids}"),
    "timeline_breaks": (
        f"{BREAK} pause, avbrudd  {WITHHELD} skal ikke transkriberes",
        f"{BREAK} pause, break  {WITHHELD} not to be transcribed",
    ),
    "concepts_title": ("Forskningsspørsmål og begreper", "Research questions and concepts"),
    "concepts_none": ("Ingen spørsmål nevner begreper.", "No question names a concept."),
    "matrix_total": ("dekket i alt", "covered in all"),
    "matrix_margin": (
        "under et forskningsspørsmål: hvor mange av de obligatoriske spørsmålene som er dekket, eller i hvor mange intervjuer det er dekket",
        "below a research question: how many of the required questions are covered, or in how many interviews it is covered",
    ),
    "matrix_counted": (
        "{name} · {id}: {count} av de obligatoriske er dekket",
        "{name} · {id}: {count} of the required are covered",
    ),
    "matrix_count_also": ("dekket (også {ids})", "covered (also {ids})"),
    "matrix_count": ("obligatoriske som er dekket", "required that are covered"),
    "matrix_title": ("Dekning · intervjuer: {count}", "Coverage · interviews: {count}"),
    "matrix_title_of": ("Dekning · {count} av {of} intervjuer", "Coverage · {count} of {of} interviews"),
    "matrix_apart": ("Prøveintervjuer: {count}", "Pilots: {count}"),
    "matrix_hints": (
        "enter grunnlag · i intervju · b begreper · n neste · p prøveintervju · ? · esc",
        "enter evidence · i interview · b concepts · n next time · p pilots · ? · esc",
    ),
    "review_keys": (
        "t gjennomlesning av transkripsjoner · r refleksjonsnotat · a notater fra da opptakeren var stoppet",
        "t read-through of transcripts · r reflexive note · a notes from when the recorder was stopped",
    ),
    "review_all_answered": (
        "a: ingen notater fra da opptakeren var stoppet, venter på svar.",
        "a: no notes from when the recorder was stopped wait for an answer.",
    ),
    "matrix_not_in_revision": ("ikke i den guiden", "not in that guide"),
    "matrix_gone": ("{id} er ikke i guiden lenger", "{id} is in the guide no more"),
    "matrix_notes": ("notater: {count}", "notes: {count}"),
    "state_untouched": ("urørt", "untouched"),
    "state_touched": ("omtalt", "touched"),
    "state_unasked_at": ("dekket uspurt {t}", "covered unasked {t}"),
    "state_skipped": ("utelatt", "skipped"),
    "state_declined": ("ønsket ikke å svare", "declined"),
    "notes_title": ("Notater om {what}", "Notes about {what}"),
    "notes_none": ("ingen notater her", "no notes here"),
    "use_unanswered": ("kan dette brukes?", "may this be used?"),
    "use_usable": ("kan brukes", "may be used"),
    "use_unusable": ("skal ikke brukes", "not to be used"),
    "notes_hints_use": ("a kan brukes, igjen: ikke", "a may be used, again: not"),
    "notes_no_question": (
        "Det er ikke noe å spørre om: notatet er ikke fra da opptakeren var stoppet.",
        "There is nothing to ask: the note is not from when the recorder was stopped.",
    ),
    "left_out_unanswered": (
        "{count} (ikke svart på om de kan brukes)",
        "{count} (not answered whether they may be used)",
    ),
    "left_out_unusable": ("{count} (skal ikke brukes)", "{count} (not to be used)"),
    "notes_hints": (
        "enter ord · c rett · l lenk · f filter · u angre · ? · esc",
        "enter words · c correct · l link · f filter · u undo · ? · esc",
    ),
    "notes_hints_follow_up": (
        f"{FOLLOW_UP}: 1 fulgt opp 2 besvart 3 får ligge · + - rett · enter ord · l lenk · u angre · ?",
        f"{FOLLOW_UP}: 1 returned 2 met 3 let go · + - correct · enter words · l link · u undo · ?",
    ),
    "notes_hints_card": (
        "1…9 krysser av; igjen: ikke nødvendig · u angre · esc lukk",
        "1…9 tick; again: not needed · u undo · esc close",
    ),
    "hint_later_covered": ("+ dekket", "+ covered"),
    "hint_later_skip": ("- utelat", "- skip"),
    "hint_later_probes": ("p kryss", "p probes"),
    "notes_help": (
        (
            "Notatene:\n"
            "  enter  ord til et bokmerke, andre ord til et notat\n"
            "  c      ordene slik informanten vil ha dem; de før vises ikke mer\n"
            "  l      lenk til et spørsmål (#b8), gi merkelapp (#ord)\n"
            "  1 2 3  en oppfølging: fulgt opp, besvart underveis, får ligge\n"
            "  a      et notat fra da opptakeren var stoppet: kan brukes, igjen: ikke\n"
            "  f      vis bare sitater, oppfølginger, bokmerker …\n"
            "  p      oppfølgingsspørsmålene og begge sider, til å krysse av\n"
            "  u esc  angre det som ble gjort her; lukk det som er åpent, så tilbake"
        ),
        (
            "The notes:\n"
            "  enter  words for a bookmark, other words for a note\n"
            "  c      the words as the informant wants them; those before are shown no more\n"
            "  l      link to a question (#b8), give a tag (#word)\n"
            "  1 2 3  a follow-up: returned to, met meanwhile, let go\n"
            "  a      a note from when the recorder was stopped: may be used, again: not\n"
            "  f      show only quotations, follow-ups, bookmarks …\n"
            "  p      the probes and both sides, to be ticked\n"
            "  u esc  undo what was done here; close what is open, then back"
        ),
    ),
    "correct_help": (
        "Rett det som ble merket under intervjuet; det gjelder spørsmålet i cella, eller de du nevner:",
        "Correct what was marked in the interview; about the cell's question, or those you name:",
    ),
    "correct_last": (
        "Hver rettelse legges til i intervjuets logg med sin egen tid; den siste gjelder.",
        "Each correction is added to the interview's log with its own time; the last one counts.",
    ),
    "correct_where": (
        "I hvilket intervju? Velg et notat, eller gå tilbake og åpne cella til ett intervju.",
        "In which interview? Choose a note, or go back and open one interview's cell.",
    ),
    "notes_writing": ("enter lagrer · esc avbryter", "enter saves · esc leaves it"),
    "notes_unsaved": ("Ikke lagret: Enter lagrer, Esc igjen avbryter.", "Not saved: Enter saves, Esc again leaves it."),
    "notes_no_follow_up": ("Dette er ikke en oppfølging.", "This is no follow-up."),
    "notes_link_how": (
        "Skriv #b8 for et spørsmål, #ord for en merkelapp.",
        "Write #b8 for a question, #word for a tag.",
    ),
    "evening_changed": (
        "Notatet er endret i et annet vindu; her står det slik det er nå.",
        "The note was changed in another window: here it stands as it is now.",
    ),
    "matrix_problems": ("feil i filene: {count} (n)", "faults in files: {count} (n)"),
    "next_wordings": ("Endret siden tidligere intervjuer:", "Changed since earlier interviews:"),
    "next_problems": ("Feil i filene:", "Faults in the files:"),
    "notes_filter": ("viser: {wanted}", "showing: {wanted}"),
    "wanted_all": ("alt", "all"),
    "wanted_notes": ("notater", "notes"),
    "wanted_quotes": ("sitater", "quotations"),
    "wanted_follow_ups": ("oppfølginger", "follow-ups"),
    "wanted_open": ("åpne oppfølginger", "open follow-ups"),
    "wanted_bookmarks": ("bokmerker", "bookmarks"),
    "wanted_topics": ("temaer", "topics"),
    "notes_words": (f"ord {PROMPT} ", f"words {PROMPT} "),
    "notes_correct": (f"informantens ord {PROMPT} ", f"the informant's words {PROMPT} "),
    "notes_leave_out": (
        "Vil informanten ha notatet ut? Kjør correct {code} --note {seq} --leave-out.",
        "Does the informant want the note out? Run correct {code} --note {seq} --leave-out.",
    ),
    "notes_link": (f"lenk #b8 eller merk #ord {PROMPT} ", f"link #b8 or tag #word {PROMPT} "),
    "notes_all_questions": ("alle spørsmål", "all questions"),
    "evening_not_ended": (
        "{code} er ikke avsluttet. Kjør run --resume --participant {participant}, og skriv /slutt.",
        "{code} was not ended. Run run --resume --participant {participant}, and write /end.",
    ),
    "next_title": ("Neste gang", "Next time"),
    "next_open": ("Åpne oppfølginger:", "Open follow-ups:"),
    "next_topics": ("Temaer utenfor guiden:", "Topics outside the guide:"),
    "next_thin": ("Lite dekket så langt:", "Little covered so far:"),
    "next_nothing": ("Ingenting gjenstår.", "Nothing is left over."),
    "review_none": ("Ingen intervjuer ennå.", "No interviews yet."),
    "review_minutes": ("varighet", "length"),
    "review_follow_ups": ("åpne oppfølginger", "open follow-ups"),
    "review_closing_mark": ("Z", "Z"),
    "review_legend": (
        f"{UNTOUCHED} urørt  {TOUCHED} omtalt  {ASKED} stilt  {COVERED} dekket  {UNASKED} dekket uspurt\n{SKIPPED} utelatt  {DECLINED} ønsket ikke å svare  · ikke i den guiden  {OUT_OF_GUIDE} ute av guiden\n1 nevnt  2 beskrevet  3 med eksempel  {DECLINED} bakerst: ønsket først ikke å svare",
        f"{UNTOUCHED} untouched  {TOUCHED} touched  {ASKED} asked  {COVERED} covered  {UNASKED} covered unasked\n{SKIPPED} skipped  {DECLINED} declined  · not in that guide  {OUT_OF_GUIDE} out of the guide\n1 mentioned  2 described  3 with an example  {DECLINED} last: declined at first",
    ),
    "review_caution": (
        "Dekning viser hva det er snakket om, ikke hva som er funnet.",
        "Coverage shows what was talked about, not what was found.",
    ),
    "review_ended": ("avsluttet", "ended"),
    "review_under_way": ("pågår nå", "under way now"),
    "review_so_far": ("{t} så langt", "{t} so far"),
    "review_not_ended": ("ikke avsluttet", "not ended"),
    "review_sides": (
        "{id}: positiv side {positive}, negativ side {negative}",
        "{id}: {positive} positive, {negative} negative",
    ),
    "review_both_sides": ("+{positive} -{negative}", "+{positive} -{negative}"),
    "review_examples": ("eksempler {told}, ønsket {wanted}", "examples {told}, wanted {wanted}"),
    "review_revisions": ("guidens versjon", "the guide's revision"),
    "study_revision": ("v. {number}", "rev. {number}"),
    "probes_short_done": ("oppf. nr. {points}", "probes no. {points}"),
    "probes_short_not_needed": ("ikke nødv.: nr. {points}", "not needed: no. {points}"),
    "withheld_heard": ("opptak {number}: {start}–{end}", "recording {number}: {start}–{end}"),
    "withheld_unheard": ("ikke i opptaket", "not in the recording"),
    "legend_afterwards": (
        "* holdt uten programmet og ført inn etterpå: uten tider; om noe ble dekket uspurt, er ukjent",
        "* held without the program and entered afterwards: no times, and what went unasked is not known",
    ),
    "review_skipped": ("utelatt {t}", "skipped {t}"),
    "review_first_skipped": ("først utelatt {t}", "first skipped {t}"),
    "review_declined": ("ønsket ikke å svare {t}", "declined {t}"),
    "review_notes": ("Notater", "Notes"),
    "review_no_notes": ("ingen", "none"),
    "note_left_out": ("(utelatt etter informantens ønske)", "(left out as the informant wished)"),
    "note_corrected": ("rettet etter informantens ønske", "corrected as the informant wished"),
    "review_empty_bookmark": ("(bokmerke uten ord)", "(bookmark without words)"),
    "review_no_interview": ("det er ikke noe intervju med koden {code}", "there is no interview with {code}"),
    "review_state_open": ("gjenstår, {covered} av {of} dekket", "open, {covered} of {of} covered"),
    "review_state_covered": ("dekket {covered} av {of}", "covered {covered} of {of}"),
    "review_state_closed": ("utelatt, {covered} av {of} dekket", "closed, {covered} of {of} covered"),
    "review_asked_at": ("stilt {t}", "asked {t}"),
    "review_covered_at": ("dekket {t}", "covered {t}"),
    "review_in_hand": ("varte {t}", "took {t}"),
    "review_fate_open": ("åpen", "open"),
    "review_fate_returned": ("fulgt opp", "returned to"),
    "review_fate_met": ("besvart underveis", "answered meanwhile"),
    "review_fate_dropped": ("får ligge", "let go"),
}
