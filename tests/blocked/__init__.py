"""A folder that the tests put on the path of every Python they start: see ``sitecustomize``."""
