"""Coding: what an interview holds, as analysis programs take it with its codes.

``model.py`` works it out once; each other file writes it for one program, or as one exchange format.
"""
