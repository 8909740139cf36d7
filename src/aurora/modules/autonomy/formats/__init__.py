"""Formats of numbers and dates, read from examples."""
