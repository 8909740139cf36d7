"""The corpus outside: JSON Lines files, and a receiver that records are posted to."""
