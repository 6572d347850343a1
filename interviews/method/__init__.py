"""Facts for a method chapter."""
