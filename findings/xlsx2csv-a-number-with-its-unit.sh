#!/usr/bin/env bash
# xlsx2csv 0.8.6 (PyPI), which makes CSV of Excel workbooks. A number shown with a word after it (format `0" years"`,
# for who has been in a choir for 5 years) is not in the CSV: the format itself is, `0" years"`, the same in every row.
# It is so whenever the word has a d, h, m, s or y, for then the number is read as a date of that pattern: `0"
# minutes"` becomes `0" 01inutes"`, `0" dager"` (days) `0" 04ager"`, and the 04 is no number of the sheet. Words
# without these letters (`0" kr"`) are right, and so are numbers alone. Status 0 and no word of it.
#
# Expected: 5, or "5 years" as on the screen. openpyxl 3.1.5, which also wrote the workbook here, reads 5. Ages, years
# of practice and lengths of answers are lost from a table of informants, and nothing but the numbers themselves is
# missing.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
cd "$here"
"$here/venv/bin/python" - <<'PY'
import csv
import io
import sys
from importlib.metadata import version

import openpyxl
from xlsx2csv import Xlsx2csv

print("xlsx2csv", version("xlsx2csv"), "openpyxl", version("openpyxl"))
formats = ("0", '0" kr"', '0" years"', '0\\ "years"', '0" minutes"', '0" dager"')
book = openpyxl.Workbook()
book.active.append(["informant", *formats])
for code, number in (("I1", 5), ("I2", 31)):
    book.active.append([code, *[number] * len(formats)])
    for place, form in enumerate(formats, 2):
        book.active.cell(book.active.max_row, place).number_format = form
book.save("informants.xlsx")
made = io.StringIO()
Xlsx2csv("informants.xlsx").convert(made)
read = openpyxl.load_workbook("informants.xlsx").active.iter_rows(min_row=2, values_only=True)
seen = {
    "openpyxl": [list(row) for row in read],
    "xlsx2csv": list(csv.reader(io.StringIO(made.getvalue())))[1:],
}
years = ['0" years"', '0 "years"']
wanted = {
    "openpyxl": [["I1", *[5] * 6], ["I2", *[31] * 6]],
    "xlsx2csv": [
        ["I1", "5", "5", *years, '0" 01inutes"', '0" 04ager"'],
        ["I2", "31", "31", *years, '0" 01inutes"', '0" 30ager"'],
    ],
}
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
