"""Interviews: events, log, state, coverage, studies."""
