"""A catalogue compiled: what gettext reads, made of the text that a translator wrote."""

import json
import re
from itertools import accumulate
from struct import pack

_MAGIC = 0x950412DE


def compile_catalogue(text: str) -> bytes:
    """A catalogue as gettext reads it, of the text that a translator wrote; fuzzy sentences are left out.

    It is all of the format that the common programs write, so that neither set-up nor start needs another package.
    """
    entries: dict[bytes, bytes] = {}
    for entry in re.split(r"\n\s*\n", text):
        fields: dict[str, str] = {}
        fuzzy, name = False, ""
        for line in entry.splitlines():
            keyword, quote, rest = line.partition('"')
            if line.startswith("#"):
                fuzzy |= line.startswith("#,") and "fuzzy" in line
            elif quote:
                name = keyword.strip() or name
                fields[name] = fields.get(name, "") + json.loads(f'"{rest}')
        told = [told for name, told in fields.items() if name.startswith("msgstr")]
        if "msgid" in fields and all(told) and not (fuzzy and fields["msgid"]):
            source = "\0".join(fields[name] for name in ("msgid", "msgid_plural") if name in fields)
            key = f"{fields['msgctxt']}\4{source}" if "msgctxt" in fields else source
            entries[key.encode()] = "\0".join(told).encode()
    keys = sorted(entries)
    texts = [*keys, *(entries[key] for key in keys)]
    head = 7 * 4
    places = accumulate((len(one) + 1 for one in texts), initial=head + 8 * len(texts))
    index = b"".join(pack("<2I", len(one), place) for one, place in zip(texts, places, strict=False))
    header = pack("<7I", _MAGIC, 0, len(keys), head, head + 8 * len(keys), 0, 0)
    return header + index + b"".join(one + b"\0" for one in texts)
