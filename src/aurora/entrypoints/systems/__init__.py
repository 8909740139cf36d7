"""The autonomous systems as processes of their own."""
