"""Specification files: Markdown that says what functions are wanted."""
