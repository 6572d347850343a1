"""How often types of questions are told rightly, as ``tests/interviews/test_utterances.py`` counts it."""

TYPES_RIGHT = (54, 61)
"""Right, of so many utterances."""
