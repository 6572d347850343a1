"""The report: a review as page or Markdown."""
