"""An interview played again; nothing is written."""
