"""Reads `aurora.toml`: the services that Luminar keeps alive."""
