"""Import hostile documents with a gigabyte of memory and no more: ``python -m tests.guide.documents.limited NAME…``.

One line of JSON for each: what it became. A document that takes longer than ``PATIENCE`` ends the program, and so does
one that wants more memory than there is.
"""

import json
import signal
import sys
from typing import Any

from guide.importing import ImportRefusal, import_document
from guide.reading import read_guide
from guide.write import write_guide
from tests.guide.documents.hostile import CASES
from tests.guide.sizes import limit_memory, lower_limits

PATIENCE = 90
"""Seconds for one document, so that one that never ends is found; nobody is measured by it."""


def told(data: bytes, file: str) -> dict[str, Any]:
    """What a document became, as plain values."""
    made = import_document(data, file)
    if isinstance(made, ImportRefusal):
        return {"code": made.code, "facts": dict(made.facts)}
    questions = made.guide.questions
    return {
        "back": read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide,
        "title": made.guide.title,
        "questions": [question.ask for question in questions],
        "probes": [f"{probe.condition or ''} {probe.ask}" for question in questions for probe in question.probes],
        "points": [point.text for point in (*made.guide.opening, *made.guide.after)],
        "lines": [(line.text, line.became) for line in made.lines] if len(made.lines) < 5_000 else [],
    }


def main(names: list[str]) -> None:
    """Import each, and say so at once: whoever reads sees how far it came."""
    limit_memory()
    lower_limits()
    for name in names:
        data = CASES[name].build()
        if sys.platform != "win32":  # which has no such clock
            signal.alarm(PATIENCE)
        found = told(data, CASES[name].file)
        if sys.platform != "win32":
            signal.alarm(0)
        print(json.dumps({"name": name, **found}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
