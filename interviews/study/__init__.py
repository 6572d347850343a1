"""A study of many interviews: folder, review, placement."""
