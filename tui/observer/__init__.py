"""The observer's seat: a second terminal beside an interview."""
