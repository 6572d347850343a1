"""How often each rule of the advice is right, counted and written by ``make advice-score``."""

ERROR_RATES: dict[str, tuple[int, int, int, int]] = {
    "double-barrelled": (11, 12, 5, 103),
    "stacked": (4, 10, 0, 103),
    "closed": (7, 12, 1, 103),
    "leading": (0, 12, 0, 103),
    "degree": (6, 11, 0, 103),
    "why": (8, 9, 3, 103),
    "jargon": (0, 10, 0, 103),
    "leans": (7, 11, 1, 103),
    "long": (6, 6, 0, 103),
    "two-sided": (4, 10, 0, 103),
    "no-example": (3, 3, 1, 3),
    "missing-role": (6, 9, 5, 9),
    "abstract-first": (2, 3, 0, 3),
}
"""Found, of so many wordings with that fault; false alarms, of so many sound ones."""
