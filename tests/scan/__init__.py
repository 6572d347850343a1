"""The scan for third persons, measured."""
