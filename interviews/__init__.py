"""What happened: the events of an interview, its log on disk, its state, its coverage, and a study of many."""
