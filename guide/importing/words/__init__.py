"""What a single line says by its own words."""
