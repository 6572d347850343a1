"""How large hostile files are: a twentieth of what is refused in earnest, with limits as much lower.

``WHOLE_SIZES=1``, as in ``make faults``, tries them at their full size.
"""

import os
from contextlib import suppress
from importlib import import_module

SMALLER = 1 if os.environ.get("WHOLE_SIZES") else 20

LIMITS = {
    "guide.importing.reading.xml_package": ("MAX_PARTS", "MAX_UNPACKED", "MAX_XML"),
    "guide.importing.reading": ("MAX_BLOCKS",),
    "guide.importing.reading.html_reader": ("MAX_TAGS",),
    "guide.importing.reading.sheet_reader": ("MAX_ROWS", "MAX_CELLS"),
    "guide.importing.reading.pdf_letters": ("MAX_UNPACKED", "MAX_LETTERS"),
}


def limit_memory() -> None:
    """Let this program have a gigabyte of memory and no more; macOS refuses to set it, Windows has no such limit."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def lower_limits() -> None:
    """Lower the importer's limits in this program, which imports hostile documents and nothing else."""
    for module, names in LIMITS.items():
        for name in names:
            known = import_module(module)
            setattr(known, name, getattr(known, name) // SMALLER)
