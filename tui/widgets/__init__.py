"""Widgets of our own.

Each is usable alone: they know nothing of guides and interviews.
"""
