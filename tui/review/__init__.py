"""The review: tables, screens and reports of what the study has."""
