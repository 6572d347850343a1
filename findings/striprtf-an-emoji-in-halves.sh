#!/usr/bin/env bash
# striprtf 0.0.35 (PyPI), which takes the text out of RTF: an emoji, which stands in RTF as two numbers
# (\u-10180?\u-8374?), comes back as two halves that no file can hold. The text looks right until it is saved or
# printed: then UnicodeEncodeError, often for a document of hours because of one sign in it; counted in letters it is
# one too long, so that positions after it are off by one. Letters within the first 65,536, å and dashes among them, are
# right, which is why few notice.
#
# Expected: one character, since the two numbers are the halves of one. The cure outside of it:
# text.encode("utf-16", "surrogatepass").decode("utf-16").
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check striprtf==0.0.35
"$here/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

print("striprtf", version("striprtf"))


def read(words):
    return rtf_to_text(r"{\rtf1\ansi\ansicpg1252\uc1 " + words + r"\par}").rstrip("\n")


def saved(text):
    try:
        return text.encode("utf-8").decode("utf-8")
    except UnicodeEncodeError:
        return "UnicodeEncodeError"


signed, unsigned = r"sang \u-10180?\u-8374? i dag", r"sang \u55356?\u57162? i dag"  # both are met with
found = read(signed)
seen = {
    "an å and a dash": read(r"p\u229? \u8211? jo"),
    "an emoji, letters": len(found),
    "halves among them": [hex(ord(sign)) for sign in found if 0xD800 <= ord(sign) <= 0xDFFF],
    "the same by numbers without a minus": read(unsigned) == found,
    "saved as UTF-8": saved(found),
    "put together by hand": found.encode("utf-16", "surrogatepass").decode("utf-16"),
}
wanted = dict(zip(seen, ("på – jo", 13, ["0xd83c", "0xdf4a"], True, "UnicodeEncodeError", "sang 🍊 i dag")))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
