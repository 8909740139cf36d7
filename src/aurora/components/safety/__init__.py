"""What keeps changes and callers in bounds."""
