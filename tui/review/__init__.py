"""The review: tables, screens, texts."""
