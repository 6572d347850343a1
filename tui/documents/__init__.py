"""What is told, made once as blocks, and its writers."""
