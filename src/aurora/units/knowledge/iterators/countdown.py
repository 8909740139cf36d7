"""The integers from a start down to 0; none for a negative start."""

from aurora.contracts.component import Example, component


@component(
    words="descending range backwards reverse count down",
    examples=[Example((3,), [3, 2, 1, 0]), Example((0,), [0]), Example((-2,), [])],
    holds=lambda start, ret: len(ret) == max(start + 1, 0) and ret == sorted(ret, reverse=True),
)
def countdown(start: int) -> list[int]:
    """The integers from a start down to 0; none for a negative start."""
    return list(range(start, -1, -1))
