"""Seconds as people read them."""

from interviews.notes import Note


def stamp(seconds: float) -> str:
    """Minutes and seconds, with hours once there are any: 2:07, 23:41, 1:02:03."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def ago(seconds: float) -> str:
    """A span as it is typed on the input line: 20s, 2m, 1m30s."""
    minutes, left = divmod(int(seconds), 60)
    return (f"{minutes}m" if minutes else "") + (f"{left}s" if left or not minutes else "")


def note_stamp(note: Note) -> str:
    """When a note was taken; about when, in an interview entered afterwards, and nothing where nobody said."""
    if note.when is None:
        return ""
    return f"~{stamp(note.when)}" if note.afterwards else stamp(note.when)
