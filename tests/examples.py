"""How many examples a property is tried with: few in ``make test``, many in ``make faults``."""

from hypothesis import settings

SLOW = settings(max_examples=max(10, settings().max_examples // 5))
"""For properties whose every example is a whole guide, or a whole study."""
