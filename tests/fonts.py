"""Which characters a font has, read from the file: one table, ``cmap``, in the two forms that fonts here use."""

from pathlib import Path
from struct import unpack_from

FONTS = {
    "DejaVu Sans Mono": Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
    "Liberation Mono": Path("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"),
}
"""Where Debian's fonts-dejavu-core (or -mono) and fonts-liberation put them."""


def characters(font: Path) -> set[str]:
    """The characters that a TrueType font draws."""
    data = font.read_bytes()
    (tables,) = unpack_from(">H", data, 4)
    found = (unpack_from(">4sII", data, 12 + 16 * place) for place in range(tables))
    cmap = next(offset for tag, _, offset in found if tag == b"cmap")
    (count,) = unpack_from(">H", data, cmap + 2)
    codes: set[int] = set()
    for place in range(count):
        (offset,) = unpack_from(">I", data, cmap + 8 + 8 * place)
        codes |= _codes(data, cmap + offset)
    return {chr(code) for code in codes if not 0xD800 <= code < 0xE000}


def _codes(data: bytes, at: int) -> set[int]:
    """The codes of one encoding: form 4, ranges of 16 bits with a glyph for each, or form 12, ranges of 32 bits."""
    (form,) = unpack_from(">H", data, at)
    if form == 12:
        (groups,) = unpack_from(">I", data, at + 12)
        ranges = (unpack_from(">II", data, at + 16 + 12 * place) for place in range(groups))
        return {code for first, last in ranges for code in range(first, last + 1)}
    if form != 4:
        return set()
    count = unpack_from(">H", data, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        unpack_from(f">{count}H", data, at + 14 + 2 * count * part + (2 if part else 0)) for part in range(4)
    )
    return {
        code
        for place, (first, last) in enumerate(zip(starts, ends, strict=True))
        for code in range(first, last + 1)
        if _glyph(data, at + 16 + 6 * count + 2 * place, offsets[place], deltas[place], code - first, code)
    }


def _glyph(data: bytes, at: int, offset: int, delta: int, beyond: int, code: int) -> int:
    """The number of the glyph in form 4: 0 is the box that stands for what a font lacks."""
    if not offset:
        return (code + delta) % 0x10000
    (glyph,) = unpack_from(">H", data, at + offset + 2 * beyond) if at + offset + 2 * beyond + 2 <= len(data) else (0,)
    return (glyph + delta) % 0x10000 if glyph else 0
