"""The review in words."""

REVIEW: dict[str, tuple[str, str]] = {
    "review_hint": ("↑ ↓ blar · Esc tilbake", "↑ ↓ scroll · Esc back"),
    "review_none": ("Ingen intervjuer ennå.", "No interviews yet."),
    "review_apart": ("Prøveintervjuer, ikke talt med:", "Pilots, not counted:"),
    "review_minutes": ("lengde", "length"),
    "review_follow_ups": ("åpne oppfølginger", "open follow-ups"),
    "review_closing_mark": ("Z", "Z"),
    "review_target": (
        "dekket i {covered} av {of} · {minutes} · notater: {notes}",
        "covered in {covered} of {of} · {minutes} · notes: {notes}",
    ),
    "review_legend": (
        "□ urørt  ▪ omtalt  ◪ stilt  ■ dekket  ▣ dekket uspurt\n– utelatt  × ønsket ikke å svare  1 nevnt  2 beskrevet  3 med eksempel",
        "□ untouched  ▪ touched  ◪ asked  ■ covered  ▣ covered unasked\n– skipped  × declined  1 mentioned  2 described  3 with an example",
    ),
    "review_caution": (
        "Dekning viser hva det er snakket om, ikke hva som er funnet.",
        "Coverage shows what was talked about, not what was found.",
    ),
    "review_ended": ("avsluttet", "ended"),
    "review_not_ended": ("ikke avsluttet", "not ended"),
    "review_notes": ("Notater", "Notes"),
    "review_no_notes": ("ingen", "none"),
    "review_empty_bookmark": ("(bokmerke uten ord)", "(bookmark without words)"),
    "review_no_interview": ("det er ikke noe intervju med {code}", "there is no interview with {code}"),
    "review_state_open": ("gjenstår, {covered} av {of} dekket", "open, {covered} of {of} covered"),
    "review_state_covered": ("dekket {covered} av {of}", "covered {covered} of {of}"),
    "review_state_closed": ("utelatt, {covered} av {of} dekket", "closed, {covered} of {of} covered"),
    "review_asked_at": ("stilt {t}", "asked {t}"),
    "review_covered_at": ("dekket {t}", "covered {t}"),
    "review_in_hand": ("{t} på spørsmålet", "{t} on it"),
    "review_fate_open": ("åpen", "open"),
    "review_fate_returned": ("fulgt opp", "returned to"),
    "review_fate_met": ("besvart underveis", "answered meanwhile"),
    "review_fate_dropped": ("latt ligge", "let go"),
}
