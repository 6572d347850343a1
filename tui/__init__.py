"""What people see: the command line, the live screen, the words of the interface."""
