"""The nouns of Aurora as frozen values; nothing here runs, reads or writes."""
