"""Programs of others that Aurora asks: each behind a contract, with an in-memory twin."""
