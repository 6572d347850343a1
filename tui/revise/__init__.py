"""Revising a guide on the screen."""
