"""Coding: interviews as analysis programs take them, with codes.

``coded_interview.py`` works it out once; ``formats.py`` writes it for each program, ``refi.py`` as an exchange format.
"""
