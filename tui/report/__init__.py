"""The report: a study's review as one page for a browser or for paper, or as Markdown; the same content in both."""
