#!/usr/bin/env bash
# qualitative-coding 1.7.8 (PyPI, the command qc), which codes transcripts line by line: `qc corpus update`, "Update the
# content of corpus files", takes a corrected transcript and is to move each code along with its line. No code is moved.
# When two lines are put in at the top, the codes of two answers stand on the interviewer's two questions; status 0, and
# `qc check` finds nothing.
#
# Expected: the codes on the lines they were given to, which is what its own description of the step says.
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
printf 'Int: What does singing do?\n\nI1: Singing gathers us.\n\nInt: And the guitar?\n\nI1: The guitar is a tool.\n' > "$here/i1.txt"
"$qc" corpus import "$here/i1.txt" --importer verbatim > /dev/null 2>&1
"$here/venv/bin/python" - <<'PY' > /dev/null
from qualitative_coding.corpus import QCCorpus

corpus = QCCorpus("settings.yaml")
with corpus.session():
    corpus.update_coded_lines("i1.txt", "kai", [{"line": 2, "code_id": "singing"}, {"line": 6, "code_id": "guitar"}])
PY
coded() { "$qc" codes find singing guitar --unit line --before 0 --after 0 2> /dev/null | grep '|' | sed 's/  *|/ |/'; }
"$qc" version 2> /dev/null | head -1
before=$(coded)
(printf 'Recorded in the music room.\n\n'; cat "$here/i1.txt") > "$here/corrected.txt"
"$qc" corpus update corpus/i1.txt --new "$here/corrected.txt" > /dev/null 2>&1
echo "update: exit status $?"
"$qc" check > /dev/null 2>&1
echo "check: exit status $?"
after=$(coded)
printf 'before:\n%s\nafter two lines were put in at the top:\n%s\n' "$before" "$after"
[ "$before" = "$(printf 'I1: Singing gathers us. | singing\nI1: The guitar is a tool. | guitar')" ] &&
    [ "$after" = "$(printf 'Int: What does singing do? | singing\nInt: And the guitar? | guitar')" ] || { echo CHANGED; exit 1; }
