"""What is tried against the program: kills, bad days. They print what they tried and what was lost."""
