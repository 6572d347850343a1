"""An interview played again on the live screen's own parts; nothing here writes."""
