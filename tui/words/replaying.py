"""Words for the replay."""

REPLAYING: dict[str, tuple[str, str]] = {
    "replay_mark": ("AVSPILLING {speed}×", "REPLAY {speed}×"),
    "replay_place": (
        "hendelse {place} av {of} · avspilling: her skrives ingenting",
        "event {place} of {of} · a replay: nothing is written here",
    ),
    "replay_skips_minutes": ("… hopper over {minutes} min", "… skipping {minutes} min"),
    "replay_skips_seconds": ("… hopper over {seconds} s", "… skipping {seconds} s"),
    "replay_over": (
        "slutten av loggen · mellomrom spiller av fra begynnelsen",
        "the end of the log · space plays from the beginning",
    ),
    "replay_pause": ("mellomrom pause", "space pause"),
    "replay_play": ("mellomrom spill", "space play"),
    "replay_next": ("→ neste", "→ next"),
    "replay_previous": ("← forrige", "← previous"),
    "replay_speeds": ("+ - fart", "+ - speed"),
    "replay_curtain": ("Ctrl+L skjul", "Ctrl+L hide"),
    "replay_leave": ("q gå ut", "q leave"),
    "replay_no_speed": (
        "«{given}» er ikke en av hastighetene; velg en av {speeds}",
        "“{given}” is no speed here; choose one of {speeds}",
    ),
}
