"""Starts living parts in the order of their needs, asks and heals them, breaks them in drills, stops them."""
