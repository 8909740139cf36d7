"""The sandbox: runs untrusted Python; a warm fork server, a fresh interpreter, an in-memory twin."""
