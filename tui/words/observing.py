"""Words for observer and debrief.

Each act has a short name for the screen and the debrief (``observing_act_…``) and a line for help (``observing_help_…``).
The Norwegian names of the moves are those of Kvale and Brinkmann in translation.
"""

_ACTS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "interviewer": (
        ("intervjueren", "interviewer"),
        ("intervjueren begynner å snakke", "the interviewer begins to speak"),
    ),
    "nobody": (
        ("stillhet", "silence"),
        ("ingen snakker: slutten på spørsmålet, eller på svaret", "nobody speaks: the end of the question, or of the answer"),
    ),
    "informant": (
        ("informanten", "informant"),
        ("informanten begynner å snakke", "the informant begins to speak"),
    ),
    "introducing": (
        ("introduserende", "introducing"),
        ("«Kan du fortelle om …?»", "“Can you tell me about …?”"),
    ),
    "follow_up": (
        ("oppfølgende", "follow-up"),
        ("gjentar informantens eget ord: «… struktur?»", "repeats the informant's own word: “… structure?”"),
    ),
    "probing": (
        ("inngående", "probing"),
        ("«Kan du si mer om det?»", "“Can you say more about that?”"),
    ),
    "specifying": (
        ("spesifiserende", "specifying"),
        ("«Hva gjorde du da?» «Kan du gi et eksempel?»", "“What did you do then?” “Can you give an example?”"),
    ),
    "direct": (
        ("direkte", "direct"),
        ("innfører selv et tema, helst sent i intervjuet", "brings in a topic of their own, best late in the interview"),
    ),
    "indirect": (
        ("indirekte", "indirect"),
        ("«Hvordan tror du andre ser på det?»", "“How do you think others see it?”"),
    ),
    "structuring": (
        ("strukturerende", "structuring"),
        ("«Nå vil jeg gjerne gå over til …»", "“I would now like to move on to …”"),
    ),
    "silence": (
        ("taushet", "chosen silence"),
        ("tier med vilje og lar informanten fortsette", "keeps silent on purpose and lets the informant go on"),
    ),
    "interpreting": (
        ("fortolkende", "interpreting"),
        ("«Forstår jeg deg riktig når du sier at …?»", "“Do I understand you rightly when you say …?”"),
    ),
    "assessed": (
        ("vurderte svaret", "assessed the answer"),
        ("«Så bra!», «Godt svar»", "“How good!”, “Good answer”"),
    ),
    "counselled": (
        ("ga råd", "counselled"),
        ("ga råd eller trøst i stedet for å spørre", "advised or comforted instead of asking"),
    ),
    "missed": (
        ("åpning ikke fulgt", "opening not followed"),
        ("informanten åpnet for noe som ikke ble fulgt opp", "the informant opened a door, and it was left"),
    ),
    "double": (
        ("to spørsmål på én gang", "two questions at once"),
        ("informanten måtte velge hva som skulle besvares", "the informant had to choose which to answer"),
    ),
    "leading": (
        ("ledende", "leading"),
        ("spørsmålet la svaret i munnen på informanten", "the question put the answer into the informant's mouth"),
    ),
    "steered": (
        ("styrte mye", "steered a lot"),
        ("intervjueren tok samtalen dit den selv ville", "the interviewer took the talk where they wished"),
    ),
    "narrowed": (
        ("avklaring snevret inn", "clarifying narrowed"),
        ("avklaringen snevret inn hva informanten kunne svare", "clarifying narrowed what the informant could answer"),
    ),
    "abrupt": (
        ("brå overgang", "abrupt change"),
        ("nytt tema uten overgang", "a new topic without a transition"),
    ),
    "drifted": (
        ("fløt utover", "drifted"),
        ("samtalen fløt utover uten at intervjueren hentet den inn", "the talk drifted and was not brought back"),
    ),
    "remark": (("notat", "note"), ("skriv et notat (også en stor bokstav begynner et); Enter igjen lagrer det", "write a note (a capital letter begins one too); Enter again saves it")),
    "undo": (("angre", "undo"), ("angre det siste, ett om gangen (også Backspace)", "undo the last, one at a time (Backspace too)")),
    "palette": (("handlinger", "acts"), ("alle handlinger, med søk", "all acts, searchable")),
    "curtain": (("skjul", "hide"), ("skjul skjermen; igjen viser den", "hide the screen; again shows it")),
    "quit": (("gå ut", "leave"), ("gå ut; observasjonen kan tas opp igjen", "leave; the observation can be taken up again")),
}  # fmt: skip

OBSERVING: dict[str, tuple[str, str]] = {
    **{f"observing_act_{name}": short for name, (short, _) in _ACTS.items()},
    **{f"observing_help_{name}": line for name, (_, line) in _ACTS.items()},
    # the screen
    # the command
    # the debrief
    "debrief_title": ("Observasjonen", "Debrief"),
    "debrief_not_measured": ("ikke målt", "not measured"),
    "debrief_none_ticked": ("ingen avkryssinger", "no ticks"),
    "debrief_observed": ("Observert", "Observed"),
    "debrief_observed_of": ("{seconds} av {length}", "{seconds} of {length}"),
    "debrief_by_wall": (
        "Loggene er lagt sammen etter klokkeslett: fratrekket for pauser kan være ett sekund feil.",
        "The logs were put together by the time of day: pauses may be taken out a second off.",
    ),
    "debrief_not_aligned": (
        "Loggene kunne ikke legges på samme tidslinje: pauser er ikke trukket fra.",
        "The logs could not be put on one time: pauses are not taken out.",
    ),
    "debrief_waits": ("Betenkningstid", "Wait time"),
    "debrief_wait1": ("1 fra spørsmål til svar", "1 from question to answer"),
    "debrief_wait2": ("2 fra svar til neste ord", "2 from answer to next words"),
    "debrief_n": ("antall", "n"),
    "debrief_median": ("median", "median"),
    "debrief_long": ("3 s eller mer", "3 s or more"),
    "debrief_few": ("{n}, få", "{n}, few"),
    "debrief_long_of": ("{long} av {n}", "{long} of {n}"),
    "debrief_keyless": (
        "Uten tastetrykk i mer enn ett minutt om gangen: {seconds} til sammen. Da kan noen ha glemt å trykke.",
        "Without any key for more than a minute at a time: {seconds} in all. Keys may have been forgotten then.",
    ),
    "debrief_forgotten": (
        "Av dette sto {seconds} som stillhet over ett minutt; det er ikke regnet med noe sted.",
        "Of this {seconds} stood as silence of more than a minute, which is counted nowhere.",
    ),
    "debrief_long_cell": ("{long} ({share} %)", "{long} ({share} %)"),
    "debrief_rowe": (
        "Tre sekunder er en øvingsregel fra klasserom (Rowe 1986), ikke en norm for intervjuer. Tidene er tatt for hånd.",
        "Three seconds is a rule to train by, from classrooms (Rowe 1986), no norm for interviews. Times are taken by hand.",
    ),
    "debrief_talk": ("Taletid", "Talk"),
    "debrief_share": ("andel", "share"),
    "debrief_time": ("tid", "time"),
    "debrief_talk_aside": (
        "Andel av målt tale. Ingen kilde gir et måltall, så her står det ingen fasit.",
        "Share of the speech that was measured. No source gives a target, so none is given here.",
    ),
    "debrief_moves": ("Grep", "Moves"),
    "debrief_moves_aside": ("Kvales ni typer", "Kvale's nine types"),
    "debrief_profile_aside": (
        "Kvales ni typer spørsmål. Ingen fordeling er fasit.",
        "Kvale's nine types of questions. No profile is the right one.",
    ),
    "debrief_signs": ("La merke til", "Noticed"),
    "debrief_ticks": ("avkryssinger", "ticks"),
    "debrief_remarks": ("Observatørens notater", "The observer's notes"),
}
"""Every sentence of the seat and of the debrief by its key."""
