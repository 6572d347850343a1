"""Third persons in people's words.

What may tell who somebody is, where it stands, and what was found fine.
"""
