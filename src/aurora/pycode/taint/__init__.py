"""Where outside input goes: taint analysis across the functions and files of a project, without running it."""
