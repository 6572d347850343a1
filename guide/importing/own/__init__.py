"""The appendix that the program itself writes, read back exactly."""
