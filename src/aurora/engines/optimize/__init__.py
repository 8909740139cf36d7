"""Makes code quicker: rewrites are proposed, proved on inputs and tests, measured, and kept only when they gain."""
