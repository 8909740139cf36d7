"""Supervision: decides, as a pure function of what happened, what is done to keep services alive."""
