"""How often types of questions are told rightly.

``tests/interviews/test_utterances.py`` counts it.
"""

TYPES_RIGHT = (54, 61)
"""Right, of so many utterances."""
