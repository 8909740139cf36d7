"""Repair operators: small changes of one place that are tried against failing tests."""
