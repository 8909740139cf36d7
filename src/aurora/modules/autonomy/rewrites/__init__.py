"""Rewrites: the same answers by quicker code, each kept only where it was proved and measured."""
