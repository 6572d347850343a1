"""Counting keys while a pilot is held, not which ones."""

from interviews.core import commands as do


class KeyCount:
    """How many keys were pressed since the last act, and what each act took; in memory until a sitting ends."""

    def __init__(self) -> None:
        self.keys = 0
        self._acts: list[tuple[int, int, int]] = []

    def acted(self, seq: int, seconds: float) -> None:
        """An act was done by these keys; ``seconds`` from its line's first key to Enter, 0 where there was none."""
        if self.keys:  # a line that came whole, from another program, took none
            self._acts.append((seq, self.keys, round(seconds * 1000)))
        self.keys = 0

    def taken(self) -> do.TellHandling | None:
        """What was counted since this was last asked; None where nothing was done."""
        if not self._acts:
            return None
        acts, keys, millis = zip(*self._acts, strict=True)
        told = do.TellHandling(acts, keys, millis, self.keys)
        self._acts, self.keys = [], 0
        return told
