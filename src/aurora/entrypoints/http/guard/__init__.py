"""Who may ask what, how often and how much: the only way into the HTTP API."""
