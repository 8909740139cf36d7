"""The living parts of the running system: each owns one start, health, metrics, stop, and its own failure drill."""
