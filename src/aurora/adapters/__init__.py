"""The outside world: every process, file format and tool, each with an in-memory twin for tests."""
