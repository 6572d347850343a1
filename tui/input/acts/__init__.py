"""The actions of the live screen, a file for each group of the help."""
