"""Knowledge packs: one folder each, one component a file."""
