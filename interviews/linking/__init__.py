"""Which questions a note is about."""
