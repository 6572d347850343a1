"""Tables: interviews, questions, notes and events with one schema, in every file the same."""
