"""Finds what happened before: words and likeness, fused into one ranking."""
