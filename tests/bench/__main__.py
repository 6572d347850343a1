"""``make bench``: every figure beside its floor, and where the meant question ends up."""

import sys

from tests.bench.a_big_study import reviewing
from tests.bench.at_the_terminal import keys, start
from tests.bench.completions import completing, print_completions
from tests.bench.figures import print_table
from tests.bench.in_the_core import ALL
from tests.bench.offers import offering, print_offers
from tests.bench.remembered import count_placings
from tests.bench.scorers import QUERIES, placings

print_table([start(), *keys(), *(measure() for measure in ALL), offering(), completing(), reviewing()])
sys.stdout.write(f"\nthe meant question among sixty near-twins, {QUERIES} hurried queries      first   first three\n")
for placing in placings():
    sys.stdout.write(f"{placing.name:<66} {placing.first:>6.0%} {placing.first_three:>11.0%}\n")
sys.stdout.write(
    "\nthe meant question by words remembered of it, and by synonyms                      first   first three\n"
)
for kind, count in count_placings().items():
    first, first_three = (count[name] / count["queries"] for name in ("first", "first_three"))
    sys.stdout.write(f"{kind:<66} {first:>6.0%} {first_three:>11.0%}\n")
print_offers()
print_completions()
