"""Practice interviews with an informant written beforehand."""
