"""Growth: when a value on the way of a search is larger than what examples have, and is not made any larger."""

from typing import Any

_LARGEST = 10**40  # of a number
MOST = 2000  # of the elements and characters of a collection, all the way down


def too_large(value: Any) -> bool:
    """Whether a number or a collection is too large (see `extent`)."""
    if isinstance(value, int | float):
        return not -_LARGEST < value < _LARGEST
    return extent(value) > MOST


def extent(value: Any) -> int:
    """How many elements and characters a value has, and itself as one; above all that is wanted when it is too large.

    What a collection holds twice, at any depth, counts twice: a list of lists that share their elements is small in
    memory and may be exponentially large when it is read.
    """
    waiting, seen = [value], 1
    while waiting and seen <= MOST:
        part = waiting.pop()
        if isinstance(part, list | tuple | set | frozenset | dict):
            seen += len(part)
            waiting += (*part, *part.values()) if isinstance(part, dict) else part
        elif isinstance(part, str):
            seen += len(part)
        elif isinstance(part, int | float) and not -_LARGEST < part < _LARGEST:
            return MOST + 1
    return seen
