"""The tests on a Windows Python, and what only they show."""
