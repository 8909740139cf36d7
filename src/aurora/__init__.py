"""Aurora: an autonomous engineer for Python code that works offline and never claims what it did not do."""

__version__ = "0.1.0"
