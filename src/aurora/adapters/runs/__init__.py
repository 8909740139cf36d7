"""Run folders: formats.md, section 6."""
