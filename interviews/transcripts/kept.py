"""Transcripts that a study keeps: ``transcripts/I3.jsonl``, one turn a line.

A line says what is known: ``start`` and ``end`` in seconds into the recording, ``speaker`` as the file named them,
``role``, ``text`` exactly as it was written, and of several captions put together where each begins. Only its owner
can read it.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from guide.files import cause_of
from guide.problems import Problem
from interviews.core.codec import BadRecord, to_json
from interviews.failures import LogFailure, failure_of
from interviews.locked.names import ENDING, OPEN, ending_in
from interviews.locked.plain import as_kept, read_plain
from interviews.log.reader import parse_line
from interviews.os_support import make_folder
from interviews.save import save
from interviews.transcripts.turns import Role, Transcript, Turn

FOLDER = "transcripts"


def transcript_path(study: Path, code: str) -> Path:
    """Where the transcript of an interview is kept; I3 and I3-2 have one each."""
    return study / FOLDER / f"{code}{ending_in(study)}"


def find_transcript(study: Path, code: str, combined: Iterable[str] = ()) -> Path | None:
    """The transcript of an interview, or of one of the logs that it was ``combined`` of; None where none is kept."""
    paths = (transcript_path(study, name) for name in (code, *combined))
    return next((path for path in paths if path.exists()), None)


def as_lines(transcript: Transcript) -> bytes:
    """The turns as they are kept."""
    return b"".join(f"{to_json(_record(turn))}\n".encode("utf-8", "surrogatepass") for turn in transcript.turns)


def keep(study: Path, code: str, transcript: Transcript) -> Path:
    """Write the transcript of an interview; one that is there already and says the same is left as it is.

    Raises:
        LogFailure: another one is there, which may have been corrected by hand, or it could not be written.
    """
    path, data = transcript_path(study, code), as_lines(transcript)
    try:
        if os.path.lexists(path):
            if read_plain(path) == data:
                return path
            raise LogFailure("transcript_kept_already", file=f"{FOLDER}/{path.name}")
        make_folder(path.parent)
        save(path, as_kept(study, path, data), new=True)
    except (OSError, ValueError) as error:
        raise (
            failure_of(error, path)
            if isinstance(error, OSError)
            else LogFailure("disk_error", file=path.name, reason=cause_of(error))
        ) from None
    return path


def list_transcripts(study: Path) -> tuple[Path, ...]:
    """The transcripts that a study keeps."""
    try:
        found = sorted((study / FOLDER).iterdir())
    except OSError:
        return ()
    return tuple(path for path in found if path.suffix in (OPEN, ENDING) and path.is_file())


def read_kept(path: Path) -> tuple[tuple[Turn, ...], tuple[Problem, ...]]:
    """The turns of a transcript that is kept; a line that is none is named, and has an empty turn in its place.

    So each line keeps its number, by which logs speak of it.
    """
    name = f"{FOLDER}/{path.name}"
    try:
        text = read_plain(path)
    except (OSError, ValueError) as error:
        return (), (Problem(name, 1, 1, "disk_error", {"file": path.name, "reason": cause_of(error)}),)
    turns: list[Turn] = []
    problems: list[Problem] = []
    lines = text.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate(lines[:-1] if not lines[-1].strip() else lines, 1):
        try:
            turns.append(_turn(parse_line(line)))
        except BadRecord:
            turns.append(Turn(""))
            problems.append(Problem(name, number, 1, "transcript_line"))
    return tuple(turns), tuple(problems)


def _record(turn: Turn) -> dict[str, object]:
    told = {"start": turn.start, "end": turn.end, "speaker": turn.speaker, "role": turn.role, "text": turn.text}
    record: dict[str, object] = {name: value for name, value in told.items() if value is not None and value != ""}
    if turn.cues:
        record["cues"] = [{"letter": at, "start": start} for at, start in turn.cues]
    return record


def _turn(record: object) -> Turn:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise BadRecord("transcript_line")
    times = [record.get(name) for name in ("start", "end")]
    start, end = (float(one) if isinstance(one, int | float) and not isinstance(one, bool) else None for one in times)
    speaker = record.get("speaker")
    role: Role = "interviewer" if record.get("role") == "interviewer" else ""
    role = "participant" if record.get("role") == "participant" else role
    cues = _cues(record.get("cues"))
    return Turn(record["text"], speaker if isinstance(speaker, str) else "", start, end, role, cues)


def _cues(told: object) -> tuple[tuple[int, float], ...]:
    found = [
        (at, float(start))
        for one in (told if isinstance(told, list) else ())
        if isinstance(one, dict)
        and isinstance(at := one.get("letter"), int)
        and isinstance(start := one.get("start"), int | float)
    ]
    return tuple(sorted(found))
