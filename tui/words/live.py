"""Words for the live screen."""

from tui.signs import (
    SAVED,
)

SCREEN: dict[str, tuple[str, str]] = {
    "clock": ("{now} av {minutes} min", "{now} of {minutes} min"),
    "saved": (f"lagret {SAVED}", f"saved {SAVED}"),
    "practice": ("øving", "practice"),
    "withheld": ("IKKE TRANSKRIBER", "DO NOT TRANSCRIBE"),
    "other_questions": ("Andre spørsmål", "Other questions"),
    "closing": ("Avslutning", "Closing"),
    "afterwards": ("ført inn etterpå", "entered afterwards"),
    # the prompt before Enter
    "prompt_reflect": ("refleksjonsnotat", "reflexive note"),
    "depth_1": ("nevnt", "mentioned"),
    "depth_2": ("beskrevet", "described"),
    "depth_3": ("med eksempel", "with an example"),
    # quiet lines in the conversation
    "quiet_stopped": ("informanten ønsket å stoppe", "the informant wished to stop"),
    # an act in a few words
    # the hour
    # back to the guide, when the talk drifts
    # notices under the input line
    "undone": ("angret: {what}", "undone: {what}"),
    # cards
    "out_of_sight": (
        "Punkt {point} sto utenfor bildet; {point} igjen krysser av.",
        "Point {point} was out of sight; {point} again ticks it.",
    ),
    "topics_raised": ("Temaer utenfor guiden:", "Topics outside the guide:"),
    "probe_if": ("hvis {condition}", "if {condition}"),
    "reflect_prompts": (
        "Hva overrasket meg?\nHva styrte jeg?\nHva gjorde forforståelsen min med samtalen?\nHva vil jeg gjøre annerledes neste gang?",
        "What surprised me?\nWhat did I steer?\nWhat did my pre-understanding do?\nWhat will I change next time?",
    ),
    "help_title": ("Hjelp", "Help"),
    # the choice at the start
    "home_reflect": ("Skriv et refleksjonsnotat", "Write a reflexive note"),
    "reflect_hints": (
        "enter lagrer notatet   esc, eller enter på tom linje, går tilbake",
        "enter saves the note   esc, or enter on an empty line, back",
    ),
    "transcripts_title": ("Gjennomlesning av transkripsjoner", "Read-through of transcripts"),
    "transcripts_hints": (
        "enter: ja, så nei, så ingenting, med dagens dato   piltaster   esc tilbake",
        "enter yes, then no, then nothing, dated today   arrows   esc back",
    ),
    "transcripts_offered": ("tilbudt", "offered"),
    "transcripts_wanted": ("ønsket", "wanted"),
    "transcripts_sent": ("sendt", "sent"),
    "transcripts_comments": ("kommentert", "commented on"),
    "transcripts_done": ("ferdig", "done"),
    "transcripts_closing_yes": ("ja, til slutt", "yes, closing"),
    "transcripts_closing_no": ("nei, til slutt", "no, closing"),
}
