"""The user's files: read with limits, changed in one step, undone byte for byte."""
