#!/usr/bin/env bash
# pyreadstat 1.3.7 (PyPI), which writes and reads the files of SPSS and Stata: a question that is given as the label of
# a column, or an answer option that is given as the label of a value, is cut in the .sav without an error or a warning:
# the question at 255 bytes (246 of 364 letters here, in the middle of the sentence), the option at 120 bytes (a
# sentence of 130 letters "ø" keeps 60). The same labels for Stata (.dta) are refused aloud, so one looks for no loss.
#
# Expected: the label whole, or an error as for Stata.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==2.3.3
cd "$here"
"$here/venv/bin/python" -W error - <<'PY'
import sys
from importlib.metadata import version

import pandas
import pyreadstat

print("pyreadstat", version("pyreadstat"), "pandas", version("pandas"))
HALF = (
    "Hvordan opplever du at musikkterapi påvirker trivselen på skolen, og hva tenker du at det gjør med elevenes "
    "mestring, tilhørighet og arbeidsro over tid, også når de får en ny lærer? "
)
question, option = HALF * 2, "ø" * 130
rows = pandas.DataFrame({"q1": [1, 2]})
pyreadstat.write_sav(rows, "a.sav", column_labels={"q1": question}, variable_value_labels={"q1": {1: option, 2: "nei"}})
_, read = pyreadstat.read_sav("a.sav")
came_back = len(read.column_names_to_labels["q1"]), len(read.variable_value_labels["q1"][1])
print(f"SPSS: of {len(question)} letters of the question {came_back[0]}, of {len(option)} of the option {came_back[1]}")
try:
    pyreadstat.write_dta(rows, "a.dta", column_labels={"q1": question})
    stata = "written"
except pyreadstat.ReadstatError as error:
    stata = str(error)
print("Stata:", stata)
wanted = (came_back, "too long" in stata) == ((246, 60), True)
print("as stated" if wanted else "CHANGED")
sys.exit(not wanted)
PY
