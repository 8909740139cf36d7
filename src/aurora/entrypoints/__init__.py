"""Where people and programs come in: command line, editors, HTTP."""
