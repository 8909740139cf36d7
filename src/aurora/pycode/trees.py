"""`ast.parse` for a process with threads."""

import ast
from collections.abc import Callable
from typing import TypeVar

from aurora.pycode.spans import BOM

Tree = TypeVar("Tree")
_TRIES = 100  # of which each would have to meet another thread


def tree_of(text: str, path: str = "<unknown>") -> ast.Module:
    """The tree of a module, a byte order mark allowed as in a file; raises what `ast.parse` raises."""
    return undisturbed(lambda: ast.parse(text.removeprefix(BOM), path))


def expression_of(text: str) -> ast.Expression:
    """The tree of one expression; raises what `ast.parse` raises."""
    return undisturbed(lambda: ast.parse(text, mode="eval"))


def undisturbed(parse: Callable[[], Tree]) -> Tree:
    """What `parse` returns; it is called again when another thread got in between.

    Before Python 3.13 all threads share one count of the depth, and one that parses while the garbage collector has
    stopped another in the middle of it (a finaliser runs, threads change) makes that one fail with SystemError:
    https://github.com/python/cpython/issues/106905.
    """
    for _ in range(_TRIES):
        try:
            return parse()
        except SystemError as error:
            if "recursion depth mismatch" not in str(error):
                raise
    return parse()
