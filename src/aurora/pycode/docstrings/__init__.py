"""Docstrings: what code shows of itself, how docstrings are read, written, compared with the code."""
