"""Who does what, and how it is told."""
