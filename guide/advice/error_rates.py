"""How often each rule is right; ``make advice-score`` writes this."""

ERROR_RATES: dict[str, tuple[int, int, int, int]] = {
    "double-barrelled": (12, 12, 0, 103),
    "stacked": (10, 10, 0, 103),
    "closed": (12, 12, 0, 103),
    "leading": (12, 12, 0, 103),
    "degree": (11, 11, 0, 103),
    "why": (9, 9, 0, 103),
    "jargon": (10, 10, 0, 103),
    "leans": (11, 11, 0, 103),
    "long": (6, 6, 0, 103),
    "two-sided": (10, 10, 0, 103),
    "no-example": (3, 3, 0, 3),
    "missing-role": (9, 9, 0, 9),
    "abstract-first": (3, 3, 0, 3),
}
"""Found, of so many wordings with that fault; false alarms, of so many sound ones."""
