"""Documents of many kinds becoming guides, and what is said of those that cannot."""
