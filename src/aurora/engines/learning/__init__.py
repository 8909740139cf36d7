"""Learns from what was verified and from what was taken back: which parts to try first, which rules to trust."""
