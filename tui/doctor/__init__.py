"""What ``doctor`` looks at: terminal, program, study."""
