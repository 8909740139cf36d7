"""The integers from one to another, both included, upwards or downwards."""

from aurora.contracts.component import Example, component


@component(
    words="inclusive range ascending or descending between two numbers",
    examples=[Example((2, 5), [2, 3, 4, 5]), Example((3, 1), [3, 2, 1]), Example((4, 4), [4])],
    holds=lambda first, last, ret: len(ret) == abs(last - first) + 1 and ret[0] == first and ret[-1] == last,
)
def numbers_between(first: int, last: int) -> list[int]:
    """The integers from one to another, both included, upwards or downwards."""
    return list(range(first, last + 1)) if first <= last else list(range(first, last - 1, -1))
