"""Locked studies: the form, the keys, and what stays readable."""
