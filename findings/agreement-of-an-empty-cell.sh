#!/usr/bin/env bash
# One table of codes, one coefficient, two libraries: an empty cell ("") is a code of its own to krippendorff 0.9.0
# (PyPI), so that alpha falls, and a missing value to irrCAC 0.4.4 (PyPI). Both give the same alpha once the cell is
# NaN. Neither says anything.
#
# Expected: the same alpha. A passage that one coder left uncoded is an empty cell in every CSV that the csv module or a
# spreadsheet gives.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check krippendorff==0.9.0 irrCAC==0.4.4
"$here/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC

print("krippendorff", version("krippendorff"), "irrCAC", version("irrCAC"))
passages = [["a", "a", ""], ["b", "", "b"], ["a", "b", "a"], ["", "c", "c"], ["b", "b", "b"], ["c", "", ""]]
missing = [[code or np.nan for code in row] for row in passages]


def of_krippendorff(rows):
    return round(krippendorff.alpha(reliability_data=list(zip(*rows)), level_of_measurement="nominal"), 4)


def of_irrcac(rows):
    return round(float(CAC(pd.DataFrame(rows)).krippendorff()["est"]["coefficient_value"]), 4)


seen = {
    "krippendorff, empty cells": of_krippendorff(passages),
    "irrCAC, empty cells": of_irrcac(passages),
    "krippendorff, NaN": of_krippendorff(missing),
    "irrCAC, NaN": of_irrcac(missing),
}
wanted = dict(zip(seen, (0.2857, 0.75, 0.75, 0.75)))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
