"""An interview: its events, its state, its rules."""
