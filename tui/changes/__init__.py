"""What was changed in a guide, and why, in words."""
