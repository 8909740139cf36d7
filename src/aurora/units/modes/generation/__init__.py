"""Modes that write something new: code, tests, documentation, reports."""
