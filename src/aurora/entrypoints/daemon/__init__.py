"""The supervisor as a process of its own, small, and what it answers to programs."""
