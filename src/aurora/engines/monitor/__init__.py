"""Watching figures: rules that are broken, and those that will be."""
