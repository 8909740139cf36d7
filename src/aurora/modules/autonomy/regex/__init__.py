"""Regular expressions from words and from example texts: trees, matching, printing, reading, repair."""
