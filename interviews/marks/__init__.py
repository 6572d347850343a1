"""Marks: what the interviewer marked, as a recording has it.

``recording_marks.py`` works it out once; ``formats.py`` writes it for each program that shows it beside the sound.
"""
