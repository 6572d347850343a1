"""The interface's signs, which terminals' fonts have.

A sign that a font lacks is taken from another one, with another width or as a coloured picture, and the row goes out of
step. So there are no signs but these (``tests/tui/test_signs.py`` looks at all that is drawn and said): what is in
Windows-1252 and Mac Roman alike, and what Cascadia, Consolas, Menlo, SF Mono, DejaVu, Liberation, Noto and JetBrains
have in common.
"""

import re

UNTOUCHED, TOUCHED, ASKED, COVERED, UNASKED, SKIPPED, DECLINED = "□", "▪", "▄", "■", "•", "–", "×"
"""How a question stands: asked is half of covered, and covered without having been asked is small."""

STATES = {
    "untouched": UNTOUCHED,
    "touched": TOUCHED,
    "asked": ASKED,
    "skipped": SKIPPED,
    "declined": DECLINED,
    "covered": COVERED,
}
"""The shapes of a question's states; ``UNASKED`` for one that is covered and was never asked."""

TICKS = {"open": UNTOUCHED, "done": COVERED, "not_needed": SKIPPED}
"""The shapes of points to tick."""

FOLLOW_UP, QUOTE, TOPIC, REFLEXIVE = "!", "”", ">", "¶"
"""Kinds of notes; a follow-up's number stands behind its sign, which is the key that makes one."""

BOOKMARK, FILLED = "◊", "▲"
"""A moment without words, and one that got words since."""

DONE, CLOSED = "√", SKIPPED
"""A research question that is covered; one of which nothing is open and something was left out."""

IN_HAND, FOLDED = "→", "»"
"""The question in hand, or what is chosen; a group of which only the heading is shown."""

OUT_OF_GUIDE = "†"
"""Before questions that only earlier guides had."""

LINK = "→"
"""A note's question that is offered."""

PROMPT, FIND = "›", "/"
"""Where words are typed, and where they are looked for."""

HALVES = "▄", "▌"
"""Of a scrollbar's cell, the lower and the left."""

BAR, BREAK, WITHHELD = "█", "░", "▒"
"""In a timeline: a question in hand, a break, what is not to be transcribed."""

SAVED, UNSAVED = DONE, "×"
"""Whether the last act is on disk."""

MENU, DRIFTING = "▼", "◦"
"""The way to all acts, at the left end of the header; its sign where nothing was marked for long."""

PLAYING, PAUSED = "→", "="
"""What a replay does, at the same place."""

NEW, GONE, MOVED = "+", "-", "→"
"""Beside a question of a changed guide."""

LIT = "•"
"""Who speaks, at the observer's seat."""

LINE_BREAK, CARRIER = "¬", "◦"
"""What stands for a line break in words on one line; what carries an accent that stands alone."""

OLD_SF_MONO_LACKS = UNTOUCHED + COVERED + TOUCHED
"""The declared exception: an older SF Mono takes these from Menlo, at the same width."""

_ASCII = {
    **dict(zip("□▪▄■•–×", "o:?#*-x", strict=True)),
    **dict(zip("◊▲√→¶†▼◦¬", "@^v>&+=o\\", strict=True)),
    **dict(zip("░▒▓█▀▌▐", ".:%#'||", strict=True)),
    **dict(zip("‹›←↑↓∙·…—", "<><^v..~-", strict=True)),
    **dict(zip("«»“”‘’°±§\N{NO-BREAK SPACE}", '""""\'\'o+S ', strict=True)),
    **dict(zip("─│┌┐└┘", "-|++++", strict=True)),
}
IN_ASCII = str.maketrans(_ASCII)
"""What each sign is drawn as in ASCII, in one cell as before; letters are nobody's to change."""
_FROM_TO = "(?<=[0-9])…(?=[0-9])"


class Drawing:
    """How signs reach the terminal; chosen once, when the program starts."""

    def __init__(self) -> None:
        self.in_ascii = False
        self.in_lines = False
        """Nothing that was written changes, for the ear and for terminals that only write."""

    def draw(self, text: str) -> str:
        """A text as the terminal gets it, every sign in one cell: 1-9 for the digits from 1 to 9.

        At the beginning of a row » is what is folded, else a quotation mark.
        """
        if not self.in_ascii or text.isascii():
            return text
        text = re.sub(_FROM_TO, "-", text)
        return (f"+ {text[2:]}" if text.startswith(f"{FOLDED} ") else text).translate(IN_ASCII)

    def draw_line(self, line: str) -> str:
        """A line of which nothing stands in columns beside others: what goes on has its three points."""
        return self.draw(re.sub(_FROM_TO, "-", line).replace("…", "...")) if self.in_ascii else line


DRAWING = Drawing()
"""The one terminal that this program draws on."""
