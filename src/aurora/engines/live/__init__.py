"""Live streams: which channel an event is told on, how it is told, and one reading of the log for all listeners."""
