"""The actions of the live screen.

A file for each group of the help.
"""
