"""Modes that act on their own within bounds: repair, test, roll back, learn."""
