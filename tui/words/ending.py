"""Words for time limits, for the end of a project, for where a study lies and for copies of it."""

ENDING: dict[str, tuple[str, str]] = {
    # what was promised, by when
    "limit_recording": ("Opptakene skal være slettet innen {date}", "The recordings are to be deleted by {date}"),
    "limit_transcripts": (
        "Transkripsjonene skal være borte innen {date}",
        "The transcripts are to be gone by {date}",
    ),
    "limit_key": (
        "Koblingsnøkkelen skal være slettet innen {date}",
        "The linking key is to be destroyed by {date}",
    ),
    "limit_end": ("Prosjektet slutter {date}", "The project ends on {date}"),
    "limit_days_left": ("{what}: {days} dager igjen", "{what}: {days} days left"),
    "limit_tomorrow": ("{what}: i morgen", "{what}: tomorrow"),
    "limit_today": ("{what}: i dag", "{what}: today"),
    "limit_yesterday": ("{what}: i går", "{what}: yesterday"),
    "limit_days_over": ("{what}: {days} dager siden", "{what}: {days} days ago"),
    "limit_since": (
        "{line} (krysset av {met}; {code} er holdt siden)",
        "{line} (ticked off {met}; {code} was held since)",
    ),
    "limit_met": ("{what}: gjort {met}", "{what}: done {met}"),
    "limit_done_with": (
        "{line}. Gjort? intervjuguide finish --done {name}",
        "{line}. Done? intervjuguide finish --done {name}",
    ),
    "limit_end_with": ("{line}. Avslutt det: intervjuguide finish", "{line}. End it: intervjuguide finish"),
    "limit_name_recording": ("opptak", "recording"),
    "limit_name_transcripts": ("transkripsjoner", "transcripts"),
    "limit_name_key": ("nøkkel", "key"),
    "limit_name_end": ("slutt", "end"),
    "help_command_finish": (
        """intervjuguide finish [--done HVA | --not-done HVA] [--yes] [--study MAPPE]

Frister og slutt. --done krysser av at noe er gjort: opptak (slettet),
transkripsjoner (slettet eller anonymisert), nøkkel (slettet), slutt. Hva og når
noteres, ikke av hvem; --not-done tar det tilbake. Fristene står i guiden
(data:). Uten valg avsluttes prosjektet: du ser først hva som blir gjort.

  intervjuguide finish --done opptak""",
        """intervjuguide finish [--done WHAT | --not-done WHAT] [--yes] [--study DIR]

Time limits and the end. --done ticks off that something was done: recording
(deleted), transcripts (deleted or made anonymous), key (destroyed), end. What
and when is noted, not by whom; --not-done takes it back. The dates stand in the
guide (data:). Without either the project is ended: you see first what is done.

  intervjuguide finish --done recording""",
    ),
    # ticking off
    "limit_tick_recording": ("Kryss av: opptakene er slettet", "Tick off: the recordings are deleted"),
    "limit_tick_transcripts": (
        "Kryss av: transkripsjonene er slettet eller anonymisert",
        "Tick off: the transcripts are deleted or made anonymous",
    ),
    "limit_tick_key": ("Kryss av: koblingsnøkkelen er slettet", "Tick off: the linking key is destroyed"),
    "limit_tick_end": ("Avslutt prosjektet …", "End the project …"),
    "limit_ticked": (
        "Notert {date}: {what}. Feil? intervjuguide finish --not-done {name}",
        "Noted {date}: {what}. A mistake? intervjuguide finish --not-done {name}",
    ),
    "limit_ticked_recording": ("opptakene er slettet", "the recordings are deleted"),
    "limit_ticked_transcripts": (
        "transkripsjonene er slettet eller anonymisert",
        "the transcripts are deleted or made anonymous",
    ),
    "limit_ticked_key": ("koblingsnøkkelen er slettet", "the linking key is destroyed"),
    "limit_ticked_end": ("prosjektet er avsluttet", "the project has ended"),
    "limit_unticked": ("Ikke gjort likevel: {name}.", "Not done after all: {name}."),
    "limit_one_at_a_time": (
        "--done og --not-done hører ikke sammen; skriv én av dem",
        "--done and --not-done do not go together; write one of them",
    ),
    "limit_unknown": (
        "«{given}» er ingen frist; skriv {names}",
        "“{given}” is no time limit; write {names}",
    ),
    "limit_not_met": ("{name} er ikke krysset av; ingenting er gjort.", "{name} is not ticked off; nothing was done."),
    "limit_not_kept": ("Ikke notert ({reason}).", "Not noted ({reason})."),
}
