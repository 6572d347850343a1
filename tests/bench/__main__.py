"""``make bench``: every figure beside its floor."""

from tests.bench.at_the_terminal import keys, start
from tests.bench.figures import print_table
from tests.bench.in_the_core import ALL

print_table([start(), *keys(), *(measure() for measure in ALL)])
