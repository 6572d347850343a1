"""Revising a guide: the screen, its notices and refusals, and what is wrong with revisions."""

REVISING: dict[str, tuple[str, str]] = {
    # what is wrong with revisions
    "revision_no_guide": (
        "Her mangler guiden (guide:); versjonen kan ikke sammenlignes med noe.",
        "The guide is missing here (guide:); the revision cannot be compared with anything.",
    ),
    "revision_not_read": ("Kan ikke leses ({reason}).", "Cannot be read ({reason})."),
    "revision_guide_changed": (
        "{file} er endret mens du reviderte. Ingenting er skrevet: begynn på nytt, endringene dine ligger klare.",
        "{file} was changed while you revised. Nothing is written: begin again, your changes are kept.",
    ),
    "revision_history_changed": (
        "Noe er endret i {file}/ mens du reviderte. Ingenting er skrevet: begynn på nytt, endringene dine ligger klare.",
        "Something in {file}/ was changed while you revised. Nothing is written: begin again, your changes are kept.",
    ),
    "revision_not_kept": (
        "{file} kan ikke skrives slik at den leses likt tilbake. Ingenting er skrevet.",
        "{file} cannot be written so that it reads back the same. Nothing is written.",
    ),
    "revision_locked": (
        "Et annet vindu skriver i {file}/ akkurat nå. Prøv igjen.",
        "Another window is writing in {file}/ right now. Try again.",
    ),
    "revision_half_done": (
        "Forrige revisjon ble avbrutt før guiden var på plass: intervjuguide revise gjør den ferdig.",
        "The last revision was interrupted before the guide was in place: intervjuguide revise finishes it.",
    ),
    "revision_finished": (
        "Forrige revisjon ble avbrutt. Den er satt på plass nå: guiden er den i {revision}.",
        "The last revision was interrupted. It is in place now: the guide is that of {revision}.",
    ),
    "revision_and_hand": (
        "Forrige revisjon ({revision}) ble avbrutt, og guiden er endret for hånd siden. Ta det du vil ha fra {revision}, og slett så {file}.",
        "The last revision ({revision}) was interrupted, and the guide was changed by hand since. Take what you want from {revision}, then delete {file}.",
    ),
    "home_revise": ("Revider guiden", "Revise the guide"),
    # the screen
    "revise_no_terminal": (
        "intervjuguide: revise åpner en skjerm og trenger en terminal; diff klarer seg uten.",
        "intervjuguide: revise opens a screen and needs a terminal; diff does without.",
    ),
    "revise_title": ("versjon {number}", "revision {number}"),
    "revise_title_after": ("versjon {number} etter {after}", "revision {number} after {after}"),
    "revise_count": ("{taken} tatt · {open} åpne", "{taken} taken · {open} open"),
    "revise_list": ("Forslag", "Proposals"),
    "revise_head_verdict": ("Fra prøveintervju", "From pilots"),
    "revise_head_follow_up": ("Oppfølging som oppsto", "Probes that arose"),
    "revise_head_topic": ("Utenfor guiden", "Outside the guide"),
    "revise_head_probe": ("Aldri brukt", "Never used"),
    "revise_head_advice": ("Råd om ordlyden", "Advice on wording"),
    "revise_head_rest": ("Resten av guiden", "The rest of the guide"),
    "revise_whole": ("guiden", "guide"),
    "revise_topic": ("tema", "topic"),
    # acts: in the list, and before the line
    "revise_act_keep": ("behold", "keep"),
    "revise_act_reword": ("ny ordlyd", "reword"),
    "revise_act_earlier": ("tidligere", "earlier"),
    "revise_act_later": ("senere", "later"),
    "revise_act_split": ("del opp", "split"),
    "revise_act_merge": ("slå sammen", "merge"),
    "revise_act_add_probe": ("ny oppfølging", "new probe"),
    "revise_act_drop": ("stryk", "drop"),
    "revise_act_accept": ("behold tross råd", "keep despite advice"),
    "revise_act_drop_probe": ("stryk oppfølging", "drop probe"),
    "revise_act_add_question": ("nytt spørsmål", "new question"),
    "revise_line_text": ("{act}: ", "{act}: "),
    "revise_line_part": ("del {count}: ", "part {count}: "),
    "revise_line_before": ("før: ", "before: "),
    "revise_line_after": ("etter: ", "after: "),
    "revise_line_with": ("sammen med: ", "with: "),
    "revise_line_beside": ("etter: ", "after: "),
    "revise_line_why": ("{act}, fordi: ", "{act}, because: "),
    "revise_line_reason": ("behold tross «{rule}», fordi: ", "keep despite “{rule}”, because: "),
    "revise_line_none": ("velg: ", "choose: "),
    "revise_reason_comprehension": ("vanskelig å forstå", "hard to understand"),
    "revise_reason_recall": ("vanskelig å huske", "hard to remember"),
    "revise_reason_judgement": ("vanskelig å ta stilling til", "hard to weigh up"),
    "revise_reason_response": ("svaret passet ikke til spørsmålet", "the answer did not fit the question"),
    "revise_reason_sensitive": ("kom for nær", "came too close"),
    "revise_reason_long": ("for langt", "too long"),
    "revise_reason_overlap": ("overlappet et annet spørsmål", "overlapped another question"),
    "revise_arose": ("kom opp i {interview}", "came up in {interview}"),
    "revise_not_used": ("ikke brukt i {interviews}", "not used in {interviews}"),
    "revise_said": ("«{said}»", "“{said}”"),
    # the page on the right
    "revise_probe": ("oppfølging: {text}", "probe: {text}"),
    "revise_alone": ("alene: {text}", "alone: {text}"),
    "revise_alone_too": (
        "har også en frittstående ordlyd; se om den fortsatt passer",
        "also has a stand-alone wording; see whether it still fits",
    ),
    "revise_heard": ("{interview}: {verdict}", "{interview}: {verdict}"),
    "revise_heard_why": ("{interview}: {verdict} ({reason})", "{interview}: {verdict} ({reason})"),
    "revise_undecided": ("uten vurdering", "no verdict"),
    "revise_proposed": ("forslag: {text}", "proposal: {text}"),
    "revise_advice": ("Råd: {message}", "Advice: {message}"),
    "revise_never_used": (
        "«{text}» ble aldri huket av i {interviews}, der spørsmålet ble stilt.",
        "“{text}” was never ticked in {interviews}, where the question was asked.",
    ),
    "revise_follow_up": ("Fra {interview}: «{text}»", "From {interview}: “{text}”"),
    "revise_done": ("Tatt: {what}", "Taken: {what}"),
    "revise_done_why": ("fordi {why}", "because {why}"),
    "revise_left": ("Latt stå.", "Left as it is."),
    "revise_acts": ("{digit}\N{NO-BREAK SPACE}{act}", "{digit}\N{NO-BREAK SPACE}{act}"),
    # what the last row says
    "revise_hints_text": (
        "enter videre   1…{most} noe annet   - la stå   ↑ ↓ bla   Tab se alt   esc ut",
        "enter go on   1…{most} something else   - leave   ↑ ↓ browse   Tab see all   esc out",
    ),
    "revise_hints_none": (
        "1…{most} velg   - la stå   ↑ ↓ bla   Ctrl+Z angre   Tab se alt   esc ut",
        "1…{most} choose   - leave   ↑ ↓ browse   Ctrl+Z undo   Tab see all   esc out",
    ),
    "revise_hints_writing": (
        "enter videre   esc tilbake   ↑ ↓ bla, teksten blir stående",
        "enter go on   esc back   ↑ ↓ browse, the text stays",
    ),
    "revise_hints_place": (
        "id eller noen ord   enter tar det merkede   esc tilbake",
        "an id or some words   enter takes the marked one   esc back",
    ),
    "revise_hints_part": (
        "enter videre   tom linje: ikke flere deler   esc tilbake",
        "enter go on   empty line: no more parts   esc back",
    ),
    "revise_hints_why": ("enter tar forslaget   esc tilbake", "enter takes the proposal   esc back"),
    "revise_hints_reason": (
        "enter videre   tom linje: rådet gjelder fortsatt   esc tilbake",
        "enter go on   empty line: the advice still stands   esc back",
    ),
    # notices
    "revise_taken": ("tatt: {what}", "taken: {what}"),
    "revise_undone": ("angret: {what}", "undone: {what}"),
    "revise_nothing_to_undo": ("Ingenting å angre.", "Nothing to undo."),
    "revise_same": ("Det er slik det står nå.", "That is how it stands now."),
    "revise_no_such": ("Fant ikke noe spørsmål med «{words}».", "Found no question with “{words}”."),
    "revise_which": ("Skriv hvilket spørsmål, med id eller noen ord.", "Say which question, by its id or some words."),
    "revise_need_reason": ("Skriv hvorfor det skal stå tross rådet.", "Write why it stays despite the advice."),
    "revise_builds_on": (
        "En senere endring bygger på denne: angre den først (Ctrl+Z).",
        "A later change builds on this one: undo that first (Ctrl+Z).",
    ),
    "revise_gone": ("{id} er ikke i guiden lenger.", "{id} is no longer in the guide."),
    "revise_leave": (
        "Endringer som ikke er skrevet: {count}. De ligger her neste gang. Esc igjen går ut.",
        "Changes not written: {count}. They will be here next time. Esc again leaves.",
    ),
    "revise_taken_up": ("Du hadde begynt: {count} ligger klare.", "You had begun: {count} are ready."),
    "revise_taken_up_less": (
        "Du hadde begynt: {count} ligger klare, {lost} passer ikke lenger.",
        "You had begun: {count} are ready, {lost} no longer fit.",
    ),
    # refusals of guide.revising
    "refused_unknown_question": ("Det er ikke noe spørsmål {id}.", "There is no question {id}."),
    "refused_unknown_section": ("Det er ingen del {section}.", "There is no section {section}."),
    "refused_unknown_probe": ("{id} har ikke noe oppfølgingsspørsmål {place}.", "{id} has no probe {place}."),
    "refused_unknown_rule": ("Det er ikke noe råd som heter {rule}.", "There is no advice called {rule}."),
    "refused_empty_wording": ("Skriv en ordlyd.", "Write a wording."),
    "refused_empty_reason": ("Skriv en grunn.", "Write a reason."),
    "refused_not_writable": (
        "Her er et tegn som ingen fil kan ta vare på.",
        "There is a character here that no file can keep.",
    ),
    "refused_same_question": ("Velg et annet spørsmål enn {id} selv.", "Choose another question than {id} itself."),
    "refused_one_place": ("Velg én plass for {id}.", "Choose one place for {id}."),
    "refused_into_closing": (
        "{id} kan ikke stå i avslutningen: det tjener et forskningsspørsmål eller er valgfritt.",
        "{id} cannot stand in the closing: it serves a research question or is optional.",
    ),
    "refused_too_few_wordings": ("{id} deles i minst to.", "{id} is split into two at least."),
    "refused_probe_there": ("{id} har det oppfølgingsspørsmålet alt.", "{id} has that probe already."),
    "refused_last_question": ("En guide må ha minst ett spørsmål.", "A guide needs at least one question."),
    "refused_too_many_questions": ("En guide kan ha {limit} spørsmål.", "A guide can have {limit} questions."),
    # before and after
    "revise_before_after": ("Guiden før og etter", "The guide before and after"),
    "revise_closing": ("Avslutning", "Closing"),
    "revise_write": (
        "Skriv versjon {number}? enter skriver   esc tilbake   ↑ ↓ bla",
        "Write revision {number}? enter writes   esc back   ↑ ↓ browse",
    ),
    "revise_by_hand": (
        "guide.yaml er endret for hånd siden versjon {number}; det blir en egen versjon:",
        "guide.yaml was changed by hand since revision {number}; that becomes a revision of its own:",
    ),
    "revise_by_hand_first": (
        "guide.yaml er endret for hånd siden det første intervjuet; det blir også skrevet opp:",
        "guide.yaml was changed by hand since the first interview; that is recorded too:",
    ),
    "revise_nothing_yet": (
        "Ingenting er tatt, så guiden blir som den er.",
        "Nothing is taken, so the guide stays as it is.",
    ),
    "revise_written": ("Versjon {number} er skrevet: {file}.", "Revision {number} is written: {file}."),
    "revise_written_next": (
        "Se hva som ble endret: intervjuguide diff {a} {b}",
        "See what changed: intervjuguide diff {a} {b}",
    ),
    "revise_not_written": (
        "Ingenting er skrevet. Det du valgte, ligger klart til neste gang.",
        "Nothing is written. What you chose is kept for next time.",
    ),
    "revise_layout": (
        "guide.yaml er skrevet på nytt; kommentarene står øverst.",
        "guide.yaml was written anew; its comments stand at the top.",
    ),
}
