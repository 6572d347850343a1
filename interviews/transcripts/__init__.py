"""Transcripts read in, and which of the guide's questions was asked when."""
