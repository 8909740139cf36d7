"""Work that waits, runs and flows."""
