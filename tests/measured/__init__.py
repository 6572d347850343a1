"""What measures the tests themselves; a folder of its own, so that it serves other checkouts too."""
