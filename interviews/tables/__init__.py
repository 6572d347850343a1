"""Tables: interviews as rows, for spreadsheets and statistics."""
