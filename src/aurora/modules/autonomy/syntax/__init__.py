"""What the static fixers share: the place of a syntax error and the tokens around it."""
