"""Writes tests of code that is there: searches inputs, records what they do, finds properties, measures by mutants."""
