"""The tests on a Windows Python, and what is left out there."""
