"""Transcripts: every layout with a file of its own, and what is asked in them."""
