"""An hour of an interview, held on the real screen in a real terminal."""
