"""The address that everything listens on; a module of its own, so that asking there loads nothing else."""

HOST = "127.0.0.1"
