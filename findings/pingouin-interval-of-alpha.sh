#!/usr/bin/env bash
# pingouin 0.7.0 (PyPI), statistics for Python. `cronbach_alpha` tells how well the items of a questionnaire belong
# together, with a confidence interval after Feldt, in which its documentation lets "n" be "the number of subjects".
# People who left an item open are taken out (nan_policy="listwise") after n was counted: alpha is that of the people
# who are left, the interval that of all who were asked. 10 of 30 answered every item here: the same alpha, and an
# interval half as wide as the same function gives for those 10 alone.
#
# Expected: the interval of the table without those people, [0.49, 0.95] here and not [0.68, 0.91]. Small samples with
# open answers are the rule where interviews are held, and an interval too narrow is believed: nothing else looks wrong.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check pingouin==0.7.0
"$here/venv/bin/python" -W ignore - <<'PY'
import sys
from importlib.metadata import version

import pandas
import pingouin
from scipy.stats import f

print("pingouin", version("pingouin"))
whole = [(1, 2, 1), (2, 2, 3), (3, 3, 2), (4, 3, 4), (5, 4, 4), (2, 1, 3), (4, 5, 3), (3, 4, 5), (1, 2, 2), (5, 3, 4)]
opened = [(3, 4, None), (2, None, 3), (None, 5, 4), (4, None, None)] * 5
asked = pandas.DataFrame(whole + opened, columns=["q1", "q2", "q3"], dtype=float)
answered = asked.dropna()


def feldt(alpha, people, items):
    return tuple(
        round(float(1 - (1 - alpha) * f.isf(tail, people - 1, (people - 1) * (items - 1))), 3) for tail in (0.025, 0.975)
    )


def told(table, policy):
    alpha, interval = pingouin.cronbach_alpha(table, nan_policy=policy)
    return round(float(alpha), 4), tuple(float(end) for end in interval)


listwise, alone = told(asked, "listwise"), told(answered, "listwise")
print(f"{len(asked)} people, listwise: alpha {listwise[0]}, 95 % {listwise[1]}")
print(f"the {len(answered)} who answered all: alpha {alone[0]}, 95 % {alone[1]}")
print("by Feldt's formula:", {n: feldt(pingouin.cronbach_alpha(answered)[0], n, 3) for n in (len(asked), len(answered))})
same = listwise[0] == alone[0]
counted_all = listwise[1] == feldt(pingouin.cronbach_alpha(answered)[0], len(asked), 3)
right_alone = alone[1] == feldt(pingouin.cronbach_alpha(answered)[0], len(answered), 3)
as_stated = same and counted_all and right_alone
print("as stated" if as_stated else "CHANGED")
sys.exit(not as_stated)
PY
