"""What a program raises because it is not given something from outside, which is no fault of its code."""

import re

_GIVEN = re.compile(r"\b(?:argv|ArgumentParser|environ|getenv|stdin|input)\b")
_ALWAYS = ("EOFError", "FileNotFoundError", "KeyboardInterrupt", "SystemExit")
_OF_ASKING = ("AttributeError", "IndexError", "KeyError", "TypeError", "ValueError")  # of a thing that was not given


def asks(text: str) -> bool:
    """Whether a program asks for something from outside: arguments, the environment, an input."""
    return _GIVEN.search(text) is not None


def lacking(kind: str, text: str) -> bool:
    """Whether an exception of this kind, raised in this text, tells of what is missing from outside."""
    return kind in _ALWAYS or (kind in _OF_ASKING and asks(text))
