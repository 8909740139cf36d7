"""Strategies of synthesis: one way of finding a function each."""
