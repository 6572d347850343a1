"""Times as transcripts have them, in seconds."""

import re

STAMP = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,7})?"
"""Minutes and seconds, perhaps hours before and parts of a second behind: 0:07, 12:05, 1:02:03.5"""

_STAMP = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{1,2})(?:[.,](?P<parts>\d{1,7}))?$")


def seconds_of(stamp: str) -> float | None:
    """A stamp in seconds, to the millisecond; None where it is none."""
    found = _STAMP.match(stamp.strip())
    if found is None:
        return None
    whole = int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60 + int(found["seconds"])
    return round(whole + float(f"0.{found['parts'] or 0}"), 3)
