"""What only a real browser can tell about the report; skipped where there is none."""
