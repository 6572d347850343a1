#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI), which reads dates in 200 languages as people write them. In Norwegian, Danish and Swedish an
# appointment has "kl." before the hour, and a full hour is written without minutes.
# - nb "3. mars kl. 14" is 3 March of the year 2014; "kl. 14" and "tirsdag kl. 14" are the 14th of this month. With
#   minutes ("3. mars kl. 14.30") it is right. With the year written as well nothing is found.
# - nb "i morgen kl. 14.30" is tomorrow at the hour it is now: the hour that was written is gone, minutes or not.
# - sv "3 mars 2026 kl. 14.30" is not read at all, which says at least that something is wrong.
#
# Expected: 14:00, or nothing. English "tomorrow at 14:30" is right. So: no appointment from here without asking back.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check dateparser==1.5.0
"$here/venv/bin/python" - <<'PY'
import sys
from datetime import datetime
from importlib.metadata import version

import dateparser

print("dateparser", version("dateparser"))
NOW = datetime(2026, 3, 2, 9, 0)  # a Monday
wanted = {
    ("nb", "3. mars kl. 14.30"): "2026-03-03 14:30",
    ("nb", "3. mars kl. 14"): "2014-03-03 00:00",
    ("nb", "3. mars 2026 kl. 14"): None,
    ("nb", "kl. 14"): "2026-03-14 00:00",
    ("nb", "tirsdag kl. 14"): "2026-03-14 00:00",
    ("nb", "i morgen kl. 14"): "2026-03-03 09:00",
    ("nb", "i morgen kl. 14.30"): "2026-03-03 09:00",
    ("da", "3. marts 2026 kl. 14.30"): "2026-03-03 14:30",
    ("da", "kl. 14"): "2026-03-14 00:00",
    ("sv", "3 mars 2026 kl. 14.30"): None,
    ("en", "tomorrow at 14:30"): "2026-03-03 14:30",
}
changed = False
for (language, text), right in wanted.items():
    found = dateparser.parse(text, languages=[language], settings={"RELATIVE_BASE": NOW})
    told = None if found is None else f"{found:%Y-%m-%d %H:%M}"
    changed |= told != right
    print(f"{language} {text!r}: {told}" + ("" if told == right else f"   CHANGED, was {right}"))
sys.exit(changed)
PY
