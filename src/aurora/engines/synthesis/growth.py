"""Growth: when a value on the way of a search is larger than what examples have, and is not made any larger."""

from typing import Any

_LARGEST, _MOST = 10**40, 2000  # of a number, and of the elements and characters of a collection all the way down


def too_large(value: Any) -> bool:
    """Whether a number or a collection is too large; what a collection holds twice, at any depth, counts twice.

    A list of lists that share their elements is small in memory and may be exponentially large when it is read.
    """
    if isinstance(value, int | float):
        return not -_LARGEST < value < _LARGEST
    waiting, seen = [value], 0
    while waiting and seen <= _MOST:
        part = waiting.pop()
        if isinstance(part, list | tuple | set | frozenset | dict):
            seen += len(part)
            waiting += (*part, *part.values()) if isinstance(part, dict) else part
        elif isinstance(part, str):
            seen += len(part)
        elif isinstance(part, int | float) and not -_LARGEST < part < _LARGEST:
            return True
    return seen > _MOST
