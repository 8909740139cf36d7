"""The machinery: the loops around the steps; engines do not know each other."""
