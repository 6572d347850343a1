"""Structure of a document: parts, levels, frame."""
