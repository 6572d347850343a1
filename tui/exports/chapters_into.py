"""Chapters in a copy of a recording, by ffmpeg.

The copy is read back before it is given its name: ffmpeg says that it is done where it has written no chapter at all.
"""

import json
import os
import tempfile
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from guide.files import read_file
from interviews.data_management.outputs import Outward
from interviews.marks.formats import CHAPTERS, Chapter, chapters_of, escape_metadata
from interviews.marks.mark_writing import Pen, clock
from interviews.marks.recording_marks import RecordingMarks
from interviews.os_support.programs import is_installed, run_program
from interviews.save import save
from interviews.study.folder import Study
from tui.console import DATA, OK, UsageError, print_error, print_out, say_folded
from tui.exports.export_words import labels_of, tell_changed, tell_left_out, tell_marks
from tui.exports.output_files import kind_in_record, record
from tui.translator import Translator

HOLDS_CHAPTERS = (".m4a", ".mp3", ".opus", ".mka")
"""Kinds of files in which chapters stay as they were put; .wav, .flac and .ogg have none."""

_LOCAL = ("-protocol_whitelist", "file,pipe")
"""Nothing is fetched from anywhere, whatever a file names."""

_AS_CHAPTERS = ("-map_metadata", "0", "-map_chapters", "1")
_HOW = {
    ".mp3": (*_AS_CHAPTERS, "-id3v2_version", "3"),
    ".opus": ("-map_chapters", "-1", "-map_metadata:s:a:0", "0:s:a:0", "-map_metadata:s:a:0", "1:g"),
}
"""Where ffmpeg's own way loses some: of version 4 it reads no long title, and in .opus half of the starts are a second
late, so there they are written as the comments that they are."""

_SLACK = 1
"""By how many milliseconds a chapter's start may differ: files count in units of their own."""


def put_chapters(
    study: Study, recording: RecordingMarks, left_out: Counter[str], arguments: Namespace, _: Translator
) -> int:
    """Make the copy, read it back, compare; exit 1 where that could not be done, and then there is no copy.

    Raises:
        UsageError: the recording, or the name for its copy, cannot be used.
    """
    source: Path = arguments.into
    copy = _place_of_copy(source, arguments.output, _)
    if not (is_installed("ffmpeg") and is_installed("ffprobe")):
        print_error(
            _("ffmpeg, which puts chapters in, is not installed here; export marks --as chapters writes them alone.")
        )
        return DATA
    if copy.exists() and not kind_in_record(study.folder).is_ours(copy):
        raise UsageError(
            _("{file} is there and was not made here, or was changed since; choose another name", file=copy)
        )
    earlier = _read_chapters(source)
    pen = Pen(labels_of(_))
    chapters = chapters_of(recording, pen)
    written = CHAPTERS.write(recording, labels_of(_))
    with tempfile.TemporaryDirectory(dir=copy.parent, prefix=".chapters-") as folder:
        made = Path(folder, f"copy{copy.suffix}")
        how = _HOW.get(copy.suffix.casefold(), _AS_CHAPTERS)
        done = run_program(
            *("ffmpeg", "-nostdin", "-loglevel", "error", *_LOCAL, "-i", str(source)),
            *(*_LOCAL, "-f", "ffmetadata", "-i", "pipe:0", "-map", "0", *how, "-codec", "copy", str(made)),
            given=_as_comments(chapters) if copy.suffix.casefold() == ".opus" else written.data,
        )
        differing = _compare(chapters, _read_chapters(made) if made.exists() else None)
        if differing:
            print_error(
                _(
                    "No copy was made: of {count} chapters {differing} could not be read back. {said}",
                    count=len(chapters),
                    differing=differing,
                    said=done.complaint,
                ).rstrip()
            )
            return DATA
        data = read_file(made)
        outward = Outward(
            study.folder,
            "marks",
            (f"--participant={arguments.participant}", f"--into={source.name}"),
            (recording.interview,),
        )
        record({copy: data}, outward, {copy: outward.interviews}, _)
    save(copy, data)
    print_out(_("Written: {file}", file=copy))
    say_folded(
        _.ngettext(
            "1 chapter, read back and found as written.",
            "{count} chapters, read back and found as written.",
            len(chapters),
        )
    )
    if earlier:
        say_folded(
            _.ngettext(
                "{file} had 1 chapter of its own, which the copy does not have.",
                "{file} had {count} chapters of its own, which the copy does not have.",
                len(earlier),
                file=source,
            )
        )
    refs = {code: [f"{recording.interview}:{seq}" for seq in seqs] for code, seqs in written.changed.items()}
    for sentence in (
        *tell_marks([recording], written.added, _),
        *tell_changed(refs, CHAPTERS.lacks, _),
        *tell_left_out(left_out, _),
    ):
        say_folded(sentence)
    return OK


def _place_of_copy(source: Path, output: str | None, _: Translator) -> Path:
    suffix = source.suffix.casefold()
    if suffix not in HOLDS_CHAPTERS:
        kinds = " ".join(HOLDS_CHAPTERS)
        raise UsageError(
            _(
                "Chapters do not stay in {file}, but in {kinds}: change the recording into one of them first.",
                file=source,
                kinds=kinds,
            )
        )
    if not source.is_file():
        raise UsageError(_("There is no file {file}.", file=source))
    copy = source.with_name(f"{source.stem}-chapters{source.suffix}") if output is None else Path(output)
    if copy.suffix.casefold() != suffix:
        raise UsageError(_("The copy of {file} is a {suffix}, too: give -o such a name.", file=source, suffix=suffix))
    if os.path.realpath(copy) == os.path.realpath(source):
        raise UsageError(_("The recording itself is never changed: give -o another name than {file}.", file=source))
    return copy


def _read_chapters(file: Path) -> list[tuple[int, str]] | None:
    """The chapters of a file, each with its start in milliseconds; None where it cannot be read."""
    told = run_program("ffprobe", "-loglevel", "error", *_LOCAL, "-show_chapters", "-of", "json", str(file))
    try:
        chapters = json.loads(told.printed)["chapters"]
        return [(round(float(one["start_time"]) * 1000), one.get("tags", {}).get("title", "")) for one in chapters]
    except (ValueError, KeyError, TypeError):
        return None


def _as_comments(chapters: Sequence[Chapter]) -> bytes:
    """The chapters as comments of an Ogg stream, in ffmpeg's metadata text."""
    lines = [";FFMETADATA1"]
    for place, one in enumerate(chapters):
        lines.append(f"CHAPTER{place:03}={clock(one.start / 1000)}")
        lines.append(f"CHAPTER{place:03}NAME={escape_metadata(one.title)}")
    return ("\n".join(lines) + "\n").encode()


def _compare(wanted: Sequence[Chapter], read: list[tuple[int, str]] | None) -> int:
    """How many chapters are otherwise than was wanted, or are not there."""
    if read is None:
        return len(wanted)
    pairs = zip(wanted, read, strict=False)
    same = sum(
        abs(one.start - start) <= _SLACK and bool(title) and one.title.startswith(title[:200])
        for one, (start, title) in pairs
    )
    return max(len(wanted), len(read)) - same
