"""One file a revision; each topic is a branch of its own."""
