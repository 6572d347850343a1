"""Exports read back by independent readers.

``make.py`` holds an interview with hostile words and exports it by the program's own command, in the program's own
environment; the files ``read_*.py`` are tests that run in an environment of their own, with other people's readers and
without the program. ``make interop`` does both.
"""
