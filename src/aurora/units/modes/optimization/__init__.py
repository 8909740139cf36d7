"""Optimization modes: the same with less, kept only where it was measured."""
