"""Files for other programs, and what is asked first."""
