"""Readers: Word, Markdown and text into blocks."""
