"""Marks: what the interviewer marked, as it lies in a recording.

``model.py`` works it out once; each other file writes it in one format that some program reads beside the sound.
"""
