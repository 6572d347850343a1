"""The observer's screen, beside an interview."""
