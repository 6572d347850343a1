"""A review keeps numbers and not events: longer interviews take no more room."""

import gc
import tracemalloc
from pathlib import Path

from interviews.core import commands as do
from interviews.study.folder import Study
from interviews.study.review import review
from tests.interviews.choir import CHOIR, Talk, start

INTERVIEWS = 12


def kept(folder: Path, notes: int) -> int:
    """The bytes that a review of interviews with so many notes keeps."""
    (folder / "interviews").mkdir(parents=True)
    (folder / "guide.yaml").write_bytes(CHOIR.read_bytes())
    for number in range(1, INTERVIEWS + 1):
        talk = Talk(start(f"I{number}"))
        talk.at(1, do.AskQuestion("A1"))
        for place in range(notes):
            talk.at(2 + place, do.TakeNote(f"notat {place} om øving i bandet"))
        (folder / "interviews" / f"I{number}.jsonl").write_bytes(talk.log)
    study = Study(folder)
    tracemalloc.start()
    try:
        result = review(study)
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result is not None
    assert len(result.counted) == INTERVIEWS
    return held


def size_of(folder: Path) -> int:
    """The bytes of a study's logs."""
    return sum(path.stat().st_size for path in (folder / "interviews").iterdir())


def test_what_a_review_keeps_does_not_grow_with_the_number_of_events(tmp_path: Path) -> None:
    kept(tmp_path / "first", 1)
    more = kept(tmp_path / "long", 400) - kept(tmp_path / "short", 4)
    assert more < 0.1 * size_of(tmp_path / "long")
