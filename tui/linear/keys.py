"""Keys of a terminal by name; no screen needed."""

from collections.abc import Iterator

from tui.terminal.keystream import Alt, Escape, Keys, Piece, Sequence

_SEQUENCES = {
    **{f"\x1b{lead}{end}": name for lead in ("[", "O") for end, name in zip(
        "ABCDHF", ("up", "down", "right", "left", "home", "end"), strict=True)},
    "\x1b[1~": "home", "\x1b[4~": "end", "\x1b[7~": "home", "\x1b[8~": "end",
    **{f"\x1bO{end}": f"f{number}" for number, end in enumerate("PQRS", 1)},
    **{f"\x1b[{code}~": f"f{number}" for number, code in enumerate(
        (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), 1)},
    "\x1b[2~": "insert", "\x1b[3~": "delete", "\x1b[5~": "pageup", "\x1b[6~": "pagedown", "\x1b[Z": "shift+tab",
}  # fmt: skip
_CONTROLS = {"\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace", "\x08": "backspace", "\x1b": "escape"}
_SPACE = " "

Key = tuple[str, str | None]
"""A key's name, and the character that it writes, if it writes one."""


def keys_of(piece: Piece) -> Iterator[Key]:
    """The keys of a piece of the stream, by the names that a screen has for them; a paste is none."""
    match piece:
        case Keys(text):
            yield from map(_key, text)
        case Escape():
            yield "escape", None
        case Alt(char):
            yield f"alt+{_CONTROLS.get(char, char.lower())}", None
        case Sequence(text) if text in _SEQUENCES:
            yield _SEQUENCES[text], None


def _key(char: str) -> Key:
    if char in _CONTROLS:
        return _CONTROLS[char], None
    if char < _SPACE:
        return f"ctrl+{chr(ord(char) + 96)}", None
    if "\x80" <= char < "\xa0" or "\ud800" <= char <= "\udfff":
        return "unknown", None
    return ("space" if char == _SPACE else char), char
