"""Data management: what becomes of the material of a study."""
