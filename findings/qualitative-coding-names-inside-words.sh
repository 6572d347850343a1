#!/usr/bin/env bash
# qualitative-coding 1.7.8 (PyPI, the command qc): `qc corpus anonymize` puts placeholders for the names in its key, and
# puts them inside longer words too. With the Norwegian names Liv, Bo and Mai in the key, `Livet` (life) becomes
# `Person_1et`, `Bodil` `Person_2dil` and `Maibrass` `Person_3brass`: a second person is half masked and half named, and
# words that nobody is called by are gone. Back with --reverse all is as before, so a look at that shows nothing.
#
# Expected: names as whole words.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check qualitative-coding==1.7.8
mkdir "$here/study"
cd "$here/study"
export HOME="$here"
qc="$here/venv/bin/qc"
"$qc" init > /dev/null 2>&1
echo 'Livet her er rolig, sa Liv. Bo er broren til Bodil, og Mai spiller i Maibrass.' > "$here/i1.txt"
"$qc" corpus import "$here/i1.txt" --importer verbatim > /dev/null 2>&1
printf 'Liv: Person_1\nBo: Person_2\nMai: Person_3\n' > key.yaml
"$qc" version 2> /dev/null | head -1
"$qc" corpus anonymize > /dev/null 2>&1
cat "$here/i1.txt" anonymized/i1.txt
[ "$(cat anonymized/i1.txt)" = \
    'Person_1et her er rolig, sa Person_1. Person_2 er broren til Person_2dil, og Person_3 spiller i Person_3brass.' ] ||
    { echo CHANGED; exit 1; }
