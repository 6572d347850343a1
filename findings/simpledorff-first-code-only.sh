#!/usr/bin/env bash
# simpledorff 0.0.2 (PyPI), Krippendorff's alpha from a table of (passage, coder, code): where a coder gave one passage
# two codes, only the row that comes first counts and the other is dropped without a word. So the same coding has
# another alpha when the rows are sorted otherwise.
#
# Expected: an error, or both codes counted. Two codes on one passage are usual in thematic coding, and exports from
# analysis programs sort their rows by code or by time.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check simpledorff==0.0.2 pandas==2.3.3
"$here/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

import pandas as pd
import simpledorff

print("simpledorff", version("simpledorff"), "with pandas", version("pandas"))


def alpha(rows):
    table = pd.DataFrame(rows, columns=["passage", "coder", "code"])
    return round(
        simpledorff.calculate_krippendorffs_alpha_for_df(
            table, experiment_col="passage", annotator_col="coder", class_col="code"
        ),
        4,
    )


coded = [(1, "K", "a"), (1, "L", "a"), (2, "K", "b"), (2, "L", "b"), (3, "K", "a"), (3, "L", "b")]
second = (1, "K", "b")
seen = {
    "one code a passage": alpha(coded),
    "coder K adds b to passage 1, as the last row": alpha([*coded, second]),
    "the same table, that row first": alpha([second, *coded]),
}
wanted = dict(zip(seen, (0.4444, 0.4444, -0.25)))
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
