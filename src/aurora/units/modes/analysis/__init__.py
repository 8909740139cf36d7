"""Modes that look at code and report what they find."""
