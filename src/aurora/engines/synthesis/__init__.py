"""The synthesis engine: finds functions that keep the examples and fit the words."""
