"""Task files (JSON Lines) that score an engine, and the rows that scoring writes."""
