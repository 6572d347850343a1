"""The method chapter's text."""
