"""How often each rule is right; ``make advice-score`` writes this."""

ERROR_RATES: dict[str, tuple[int, int, int, int]] = {
    "double-barrelled": (9, 9, 1, 90),
    "stacked": (9, 9, 0, 90),
    "closed": (8, 9, 0, 90),
    "leading": (5, 9, 0, 90),
    "degree": (8, 9, 0, 90),
    "why": (9, 9, 2, 90),
    "jargon": (9, 9, 0, 90),
    "leans": (5, 9, 1, 90),
    "long": (9, 9, 3, 90),
    "two-sided": (8, 9, 0, 90),
    "no-example": (9, 9, 2, 9),
    "missing-role": (5, 9, 2, 9),
    "abstract-first": (9, 9, 0, 9),
}
"""Found, of so many wordings with that fault; false alarms, of so many sound ones; none was mended on."""
