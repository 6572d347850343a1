"""What the lines of a document are to each other: its parts, its levels, what stands around the questions."""
