"""The tests: they mirror the three packages, and use the program as a person would."""
