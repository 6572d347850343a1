#!/usr/bin/env bash
# scikit-learn 1.9.1 (PyPI). `cohen_kappa_score(..., weights="linear")`, or "quadratic", is for codes with an order, where
# two that are far apart weigh more. How far apart is counted in places, in the sorted list of those codes that were used:
# - Of a scale from 1 to 5 on which nobody chose 3 or 4, 2 and 5 lie as near each other as 1 and 2: 0.71 and not 0.68.
# - Words are sorted by the alphabet: always, never, often, sometimes. The same codes have 0.75 as numbers, 0.50 as words.
#   Numbers in text are words, too: 10 comes after 1.
# It warns of nothing. With `labels`, the whole scale in its order, all are right; the description says of it only that it
# "may be used to select a subset".
#
# Expected: the distance of the numbers as given, as worked out beside; for words an error, or a sentence saying that
# their order is the alphabet's. The agreement in the paper depends on what nobody answered, and on the language in which
# the steps have their names.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile scikit-learn==1.9.1
"$here/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

from sklearn.metrics import cohen_kappa_score

print("scikit-learn", version("scikit-learn"))


def kappa(one, other, weights, **options):
    return round(float(cohen_kappa_score(one, other, weights=weights, **options)), 2)


def by_hand(one, other, power):
    """Weighted kappa by its definition, with the distance of the numbers themselves."""
    seen = sum(abs(a - b) ** power for a, b in zip(one, other)) / len(one)
    by_chance = sum(abs(a - b) ** power for a in one for b in other) / len(one) / len(other)
    return round(1 - seen / by_chance, 2)


one, other = [1, 1, 2, 2, 5, 5, 5, 1, 2, 5], [1, 2, 2, 5, 5, 2, 5, 1, 1, 5]
scale = ["never", "sometimes", "often", "always"]
first, second = [0, 1, 2, 3, 2, 0, 1, 3, 0, 2], [0, 1, 3, 3, 2, 1, 1, 2, 0, 2]
words = [scale[step] for step in first], [scale[step] for step in second]
seen = {
    "1 to 5 without 3 and 4, quadratic": kappa(one, other, "quadratic"),
    "the same with labels": kappa(one, other, "quadratic", labels=[1, 2, 3, 4, 5]),
    "the same by hand": by_hand(one, other, 2),
    "1 to 5 without 3 and 4, linear": kappa(one, other, "linear"),
    "the same, linear, with labels": kappa(one, other, "linear", labels=[1, 2, 3, 4, 5]),
    "the same, linear, by hand": by_hand(one, other, 1),
    "never to always as words, linear": kappa(*words, "linear"),
    "the same words with labels": kappa(*words, "linear", labels=scale),
    "the same as numbers": kappa(first, second, "linear"),
    "the same as numbers by hand": by_hand(first, second, 1),
}
wanted = dict(zip(seen, (0.71, 0.68, 0.68, 0.56, 0.57, 0.57, 0.5, 0.75, 0.75, 0.75)))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
