"""A text cut into groups of a size counted from its end, put together with a separator."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="digit grouping group digits from the right phone card number separator",
    examples=[Example(("1234567", 3, ","), "1,234,567"), Example(("abcd", 2, " "), "ab cd"), Example(("", 3, ","), "")],
    holds=lambda text, size, separator, ret: sorted(ret) == sorted(text + separator * (max(len(text) - 1, 0) // size)),
)
def group_from_right(text: str, size: Positive, separator: str) -> str:
    """A text cut into groups of a size counted from its end, put together with a separator.

    Raises ValueError for a size below 1.
    """
    if size < 1:
        raise ValueError("the size must be at least 1")
    first = len(text) % size
    groups = [text[:first], *(text[start : start + size] for start in range(first, len(text), size))]
    return separator.join(filter(None, groups))
