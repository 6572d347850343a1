"""The guide on paper: as the appendix of a thesis, and as a sheet for the table when the computer fails."""
