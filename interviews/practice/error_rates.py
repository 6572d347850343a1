"""How often types of questions are told rightly, as ``tests/interviews/test_utterances.py`` counts it."""

TYPES_RIGHT = (0, 0)
"""Right, of so many utterances."""
