"""Transcripts read in, and which question was asked when."""
