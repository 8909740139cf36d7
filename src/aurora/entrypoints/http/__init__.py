"""The HTTP API: routes, shapes and errors as they go over the wire; the only place that knows the web framework."""
