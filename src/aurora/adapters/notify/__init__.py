"""Tells the person at this machine: a file of alerts, a message on the desktop."""
