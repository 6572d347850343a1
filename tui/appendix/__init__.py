"""The guide on paper: appendix and sheet."""
