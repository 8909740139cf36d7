"""Declare, discover, look up and grade parts."""
