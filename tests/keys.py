"""The bytes that terminals send for keys, in the form that all of them can send."""

PASTE = (b"\x1b[200~", b"\x1b[201~")

ALONE = {
    "backspace": "\x7f",
    "backtab": "\x1b[Z",
    "enter": "\r",
    "esc": "\x1b",
    "escape": "\x1b",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "tab": "\t",
}
LETTERED = {"up": "A", "down": "B", "right": "C", "left": "D", "end": "F", "home": "H"}
LETTERED_FUNCTIONS = {"f1": "P", "f2": "Q", "f3": "R", "f4": "S"}
NUMBERED = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6} | dict(
    zip([f"f{number}" for number in range(5, 13)], [15, 17, 18, 19, 20, 21, 23, 24], strict=True)
)
MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4}


def bytes_of(key: str) -> bytes:
    """The bytes for a key by name: ``enter``, ``ctrl+z``, ``shift+up``, ``alt+x``, ``f1``, ``å``."""
    if key in ALONE or len(key) == 1:
        return ALONE.get(key, key).encode()
    *held, name = key.split("+")
    code = 1 + sum(MODIFIERS[modifier] for modifier in held)
    if name in NUMBERED:
        return f"\x1b[{NUMBERED[name]}{f';{code}' if held else ''}~".encode()
    if name in LETTERED:
        return f"\x1b[{f'1;{code}' if held else ''}{LETTERED[name]}".encode()
    if name in LETTERED_FUNCTIONS:
        return f"\x1b{f'[1;{code}' if held else 'O'}{LETTERED_FUNCTIONS[name]}".encode()
    if held == ["ctrl"] and len(name) == 1 and name.isascii():
        return bytes([ord(name.upper()) & 0x1F])
    if held == ["alt"]:
        return b"\x1b" + bytes_of(name)
    raise ValueError(f"no terminal is sure to send {key}")
