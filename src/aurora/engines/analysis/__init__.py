"""Watches code while it runs in the sandbox: what its tests reach and notice, where its time goes."""
