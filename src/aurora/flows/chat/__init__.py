"""A conversation in plain English that acts: what was asked, what is done about it, and what is remembered."""
