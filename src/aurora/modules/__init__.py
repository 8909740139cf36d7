"""The modules: the smallest pluggable parts, in four families."""
