"""Words for pilots."""

PILOTING: dict[str, tuple[str, str]] = {
    # kinds of pilots: in the header, and in full
    "pilot_": ("prøveintervju", "pilot"),
    "pilot_self": ("prøveintervju: selv", "pilot: self"),
    "pilot_desk": ("prøveintervju: lesing", "pilot: desk review"),
    "pilot_peer": ("prøveintervju: medstudent", "pilot: peer"),
    "pilot_field": ("prøveintervju: felt", "pilot: field"),
    "pilot_kind_self": ("selvintervju", "self-interview"),
    "pilot_kind_desk": ("lesing", "desk review"),
    "pilot_kind_peer": ("med medstudent", "with a peer"),
    "pilot_kind_field": ("feltprøve", "field test"),
    "pilot_unknown": (
        "«{given}» er ikke en type prøveintervju: selv, lesing, medstudent eller felt",
        "“{given}” is no kind of pilot: self, desk, peer or field",
    ),
    "pilot_unknown_near": (
        "«{given}» er ikke en type prøveintervju; mente du {near}? (selv, lesing, medstudent, felt)",
        "“{given}” is no kind of pilot; did you mean {near}? (self, desk, peer, field)",
    ),
    # verdicts
    "verdict_keep": ("behold", "keep"),
    "verdict_reword": ("omformuler", "reword"),
    "verdict_earlier": ("tidligere", "earlier"),
    "verdict_later": ("senere", "later"),
    "verdict_split": ("del opp", "split"),
    "verdict_merge": ("slå sammen", "merge"),
    "verdict_add_probe": ("nytt oppfølgingsspørsmål", "new probe"),
    "verdict_drop": ("stryk", "drop"),
    # reasons, and what each means
    "reason_comprehension": ("forståelse", "comprehension"),
    "reason_recall": ("hukommelse", "recall"),
    "reason_judgement": ("vurdering", "judgement"),
    "reason_response": ("svarform", "response"),
    "reason_sensitive": ("følsomt tema", "sensitive topic"),
    "reason_long": ("for langt", "too long"),
    "reason_overlap": ("overlapper", "overlaps"),
    # the card
    "reason_foot_wording": ("Enter: ingen grunn · eller skriv ny ordlyd", "Enter: no reason · or write a new wording"),
    "reason_foot_place": ("Enter: ingen grunn · eller skriv hvor", "Enter: no reason · or write where"),
    "reason_foot_remark": ("Enter: ingen grunn · eller skriv en kommentar", "Enter: no reason · or write a comment"),
    "place_foot": ("Skriv id eller noen ord, og Enter · bare Enter: la stå", "An id or some words, and Enter · Enter alone: leave it"),
    "think_think_aloud": ("Hva tenkte du at jeg spurte om?", "What did you think I was asking?"),
    "think_paraphrase": ("Si det med egne ord.", "Say it in your own words."),
    "think_confidence": ("Hvor sikker er du?", "How sure are you?"),
    "commented_so_far": ("kommentar: {text}", "comment: {text}"),
    # the line under the input: what a verdict's last digit has come to
    # what Enter would do
    # quiet lines, tables
    "place_before": ("før {other}", "before {other}"),
    "place_after": ("etter {other}", "after {other}"),
    "place_with": ("sammen med {other}", "with {other}"),
    "verdicts_title": ("Vurdering av spørsmålene", "Verdicts on the questions"),
    "verdicts_none": ("Ingen spørsmål er stilt eller vurdert.", "No question was asked or judged."),
    "verdicts_open": ("uten vurdering", "undecided"),
    "verdicts_not_asked": ("ikke stilt", "not asked"),
    "verdicts_general": ("Om guiden", "On the guide"),
    "report_verdict": ("Vurdering", "Verdict"),
    "report_reason": ("Grunn", "Reason"),
    "report_proposal": ("Forslag", "Proposal"),
    "report_comments": ("Kommentarer og svar", "Comments and answers"),
    "verdicts_remark": ("kommentar", "comment"),
    "report_verdict_counts": ("Vurderinger", "Verdicts"),
    "report_reason_counts": ("Grunner", "Reasons"),
    "report_undecided": ("Uten vurdering", "Undecided"),
    "report_never_asked": ("Aldri stilt", "Never asked"),
    # refusals
    "verdict_words": ("Etter = kommer et siffer eller en id (=b5 21); kommentarer skrives med /kommentar.", "After = comes a digit or an id (=b5 21); words go with /comment."),
}  # fmt: skip
"""Everything about pilots, by its key."""
