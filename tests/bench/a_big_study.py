"""A study of a thousand long interviews, reviewed, beside the floor of just parsing its lines."""

import json
import shutil
import tempfile
import time
from pathlib import Path

from interviews.review import review
from interviews.study import Study
from tests.bench.at_the_terminal import study_with
from tests.bench.figures import Figure

INTERVIEWS = 1000
EVENTS = 1000


def reviewing() -> Figure:
    """The review of every interview, once; the floor is each of their lines through ``json.loads``."""
    study = _study()
    try:
        begun = time.perf_counter()
        result = review(study)
        ours = time.perf_counter() - begun
        if result is None or len(result.counted) < INTERVIEWS:
            raise ValueError("the bench's own study is not read whole")
        begun = time.perf_counter()
        for file in study.logs():
            for line in file.path.read_bytes().splitlines():
                json.loads(line)
        floor = time.perf_counter() - begun
    finally:
        shutil.rmtree(study.folder)
    return Figure(f"review of {INTERVIEWS:,} x {EVENTS:,} events", "json.loads of each line", ours, floor, 3.0)


def _study() -> Study:
    source = study_with(18, EVENTS - 2)
    log = (source / "interviews" / "I1.jsonl").read_text(encoding="utf-8")
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    (folder / "interviews").mkdir()
    shutil.copy(source / "guide.yaml", folder)
    for number in range(1, INTERVIEWS + 1):
        letters, digits = ("I", number) if number < INTERVIEWS else ("J", 1)
        text = log.replace('"participant":"I1"', f'"participant":"{letters}{digits}"', 1)
        (folder / "interviews" / f"{letters}{digits}.jsonl").write_text(text, encoding="utf-8")
    return Study(folder)
