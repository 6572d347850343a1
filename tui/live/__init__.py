"""The live screen, room by room: what is told, what is drawn, what a key does, how an interview closes."""
