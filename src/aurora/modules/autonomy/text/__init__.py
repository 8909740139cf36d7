"""Learning text programs from examples: pieces, concatenation, loops and conditions."""
