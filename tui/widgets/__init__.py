"""Widgets of our own, each usable alone: they know nothing of guides and interviews."""
