"""Files into blocks: Word, Markdown and plain text, each by its own reader."""
