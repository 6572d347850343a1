"""The linear mode: an interview as plain lines, for ears, fingers and logs."""
