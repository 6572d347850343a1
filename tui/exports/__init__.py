"""Files that leave the program, and what is said of them."""
