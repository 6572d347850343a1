"""What is not run on Windows, with its reason: folders, files, or tests by their names' beginning."""

LEFT_OUT = {
    "tests/bench": "measures with Linux's own clocks and limits",
    "tests/browser": "a browser is tried on Linux",
    "tests/faults": "mounts, limits and signals are Linux's; tests/windows has the kills",
    "tests/hour": "is held in a pseudo-terminal",
    "tests/test_terminal.py": "is about pseudo-terminals",
    "tests/guide/importing/test_hostile.py": "runs under Linux's limits of memory and time",
    "tests/interviews/test_whereabouts.py": "is about how Linux tells of disks",
}
