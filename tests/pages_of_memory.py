"""Large pages of memory for a process that is forked often.

To fork copies the table of its pages and to end takes it down again, which for a hundred megabytes in pages of four
kilobytes costs more than many a command. In pages of two megabytes it costs a tenth, until one is written to.
"""

import ctypes
import sys
from pathlib import Path

HUGE, COLLAPSE = 14, 25
"""What Linux is advised of in <sys/mman.h>: such pages from now on; and at once, which it knows from 6.1 on."""


def make_large() -> None:
    """Ask Linux for large pages for what this process holds now; an older one, or another system, goes on without."""
    if sys.platform != "linux":
        return
    advise = ctypes.CDLL(None).madvise
    advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines():
        where, kind, _, _, _, *name = line.split(maxsplit=5)
        if kind.startswith("rw-p") and (not name or name == ["[heap]"]):
            start, end = (int(number, 16) for number in where.split("-"))
            for advice in (HUGE, COLLAPSE):
                advise(start, end - start, advice)
