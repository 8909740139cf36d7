"""Routing: which execution mode a request in plain English asks for, how sure that is, and why."""
