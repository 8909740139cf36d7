"""One request, one file, one story."""
