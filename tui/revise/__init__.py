"""Revising a guide on the screen: proposal by proposal, then the guide before and after."""
