"""What the interviews must hold: the log, the state it tells of, coverage, and a study of many."""
