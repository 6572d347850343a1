"""What ``doctor`` looks at: the terminal, the program, the study's folder."""
