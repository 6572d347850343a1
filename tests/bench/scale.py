"""A study of 10,000 interviews opened, reviewed and exported beside one of 1,000.

Seconds of the clock and of the processor, and peak memory; all of it lies in a temporary folder and is taken away.
``python -P -m tests.bench.scale [INTERVIEWS] [EVENTS] [ONLY]``, where ONLY is how steps' names begin, as ``json,open``.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.large_study import make_large_study
from tests.bench.programs import Watch
from tests.bench.versions import TODAY

FRAME = "I1"
"""What is on the first frame of a study's screen."""

PATIENCE = 7200.0
"""Seconds for a frame: the machine may be busy, and what is said of it is how long it took."""


def steps(study: Path, out: Path) -> dict[str, tuple[list[str], bool]]:
    """What is done with a study, and whether it is on a terminal; a second ``open`` and ``review`` has numbers kept."""
    tables = ["export", "tables", "--with-marks", "-o"]
    return {
        "json": (["review", "--json"], False),
        "open": ([], True),
        "open again": ([], True),
        "review": (["review"], False),
        "review again": (["review"], False),
        "tables csv": ([*tables, str(out / "csv"), "--as", "csv"], False),
        "tables parquet": ([*tables, str(out / "parquet"), "--as", "parquet"], False),
        "coded atlas": (["export", "coded", "--for", "atlas", "--with-marks", "-o", str(out / "coded")], False),
    }


def main(interviews: int = 10_000, events: int = 600, only: str = "") -> None:
    """Do it for a tenth of the interviews first, and print what each took."""
    place = Path(tempfile.mkdtemp(prefix="scale-"))
    try:
        peaks: dict[str, int] = {}
        for count in (interviews // 10, interviews):
            room = shutil.disk_usage(place).free
            if room < 12 * count * events * 150:
                print(f"{count} interviews: not enough room in {place}")
                return
            study = make_large_study(place / f"s{count}", count, events)
            cache, out = place / f"cache-{count}", place / f"out-{count}"
            out.mkdir()
            for name, (given, terminal) in steps(study, out).items():
                if only and not name.startswith(tuple(only.split(","))):
                    continue
                command = [*TODAY.command, *given, "--study", str(study)]
                with Watch(command, TODAY.root, cache, terminal=terminal) as watch:
                    seconds = watch.does("until", FRAME, PATIENCE) if terminal else 0.0
                    if terminal:
                        watch.does("send", "\x11")  # what is kept is written when somebody leaves
                        watch.does("settle", PATIENCE, PATIENCE)  # until it has ended
                    whole, peak, code, cpu = watch.end()
                grown = f", {peak / peaks[name]:.2f} of a tenth's" if name in peaks else ""
                peaks[name] = peak
                told = f"{seconds or whole:8.1f} s  cpu {cpu:7.1f} s  {peak / 2**20:6.0f} MiB{grown}"
                ended = "" if terminal or not code else f"  ended with {code}"
                print(f"{count:>6} x {events}  {name:<15}{told}{ended}")
                sys.stdout.flush()
            shutil.rmtree(out)
            shutil.rmtree(study)
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(*map(int, given[:2]), *given[2:3])  # type: ignore[arg-type]
