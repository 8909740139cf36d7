"""Judges candidates: runs them afresh, makes independent checks, and says how much was shown."""
