"""Messages to programs of others, and a small receiver of them."""
