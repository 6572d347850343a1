#!/usr/bin/env bash
# yamlfix 1.19.1 (PyPI) rewrites words of a guide that are no values to it: a lone No, Yes, on or Off becomes false or
# true, inside a literal block of text too; a quoted "No" loses its quotes; and a list becomes one in brackets that
# PyYAML's own loader (6.0.4) refuses when an item ends in a question mark.
#
# Expected by its name and its README: that it changes the form of a file and not what is in it. Who keeps an interview
# guide in YAML has probes such as "No", "Off" or "Kor ofte?", and `language: no` for Norwegian.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check yamlfix==1.19.1 PyYAML==6.0.4
cat >"$here/guide.yaml" <<'YAML'
---
title: Night work
language: no
probes:
  - No
  - "No"
  - Off
  - Kor ofte?
short: on
text: |
  - No
  language: no
YAML
cp "$here/guide.yaml" "$here/before.yaml"
"$here/venv/bin/yamlfix" "$here/guide.yaml" >/dev/null 2>&1
echo "yamlfix $("$here/venv/bin/python" -c 'from importlib.metadata import version as v; print(v("yamlfix"), "with PyYAML", v("PyYAML"))')"
echo "--- before"; cat "$here/before.yaml"
echo "--- after"; cat "$here/guide.yaml"
seen=0
check() { # what, and a line that must stand in the file now
    if grep -qxF -- "$2" "$here/guide.yaml"; then echo "as seen: $1"; else echo "CHANGED: $1"; seen=1; fi
}
check "the code for Norwegian is a truth value" "language: false"
check "items of a list are truth values, in brackets, and the quoted one is bare" "probes: [false, No, false, Kor ofte?]"
check "a short name is a truth value" "short: true"
check "a line inside a block of text is rewritten" "  - false"
check "so is one that looks like a key" "  language: false"
if "$here/venv/bin/python" -c 'import sys, yaml; yaml.load(open(sys.argv[1]), Loader=yaml.SafeLoader)' "$here/guide.yaml" 2>"$here/error"; then
    echo "CHANGED: PyYAML's own loader reads the file"; seen=1
else
    echo "as seen: PyYAML's own loader refuses it: $(grep -m1 expected "$here/error")"
fi
exit "$seen"
