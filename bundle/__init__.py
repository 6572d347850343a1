"""The program as one file, for people who have no Python."""
