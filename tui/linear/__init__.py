"""The linear mode: an interview as plain lines.

For ears, fingers and logs.
"""
