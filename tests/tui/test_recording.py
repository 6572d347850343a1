"""The README's recording is what the program draws: two minutes of an interview, key by key."""

import re
from pathlib import Path

from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.pictures import Pictures
from tests.recording import Recording
from tests.tui.sittings import KEYS, MID, app_for, hold, session_in, settled

SCRIPT = (
    (8, "", "The whole guide is in sight; this question was asked a moment ago"),
    (41, "kommer an på dagen⏎", "Type and press Enter: a note, stamped with its first key, on disk at once"),
    (35, "uformelt, i bandet på [by] #b8⏎", "#b8: the note is about that question, too"),
    (25, "+2⏎", "+ says that the question is covered; 2: that it was described"),
    (4, "⏎", "Enter on an empty line asks the suggested question"),
    (60, " ", "Space: a bookmark, when there is no time for words"),
    (12, "/arenar delt", "/ finds a question by half-remembered words, typing errors and all"),
    (2, "⏎", "Enter asks it, whatever the order of the guide"),
    (33, "!kulturendring? hva mente hun⏎", "! keeps a question for later; its number is the key back to it"),
    (20, '"man må høre før man spiller⏎', '" keeps the words as they were said'),
    (5, "+3⏎", "Covered, with an example; the coverage stands at the top"),
)
"""Seconds that pass, what is typed, and what is said of it."""

LABEL = (
    "An interview under way: the guide on the left, the conversation on the right. Notes, marks, a question "
    "found by half-remembered words: one key each."
)


async def test_the_recording_of_the_readme(tmp_path: Path, picture: Pictures) -> None:
    clock, recording = StandingClock(), Recording()
    session = session_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await hold(app, clock, MID[:8])
        for seconds, keys, caption in SCRIPT:
            clock.go_on(seconds)
            for number, key in enumerate(keys):
                await hold(app, clock, ((0, key),))
                await settled(app, pilot)
                last = number == len(keys) - 1
                if last or key not in KEYS:
                    recording.take(app, 0.5 if last else 0.09, caption)
            if not keys:
                await settled(app, pilot)
            recording.take(app, 2.2, caption)
        recording.take(app, 2.0, caption)
    session.close()
    drawn = recording.svg(LABEL)
    assert len(drawn.encode()) < 300_000
    assert "<script" not in drawn
    assert set(re.findall(r"\w+://[^\s\"')]+", drawn)) == {"http://www.w3.org/2000/svg"}
    picture.compare(drawn, "interview")
