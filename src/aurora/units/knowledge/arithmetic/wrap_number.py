"""A number brought into low <= x < high by adding or taking away whole lengths of the range."""

from aurora.contracts.component import Example, component


@component(
    words="modular wrap around cyclic angle clock periodic range",
    examples=[Example((370, 0, 360), 10), Example((-1, 0, 7), 6), Example((5, 3, 6), 5)],
    holds=lambda number, low, high, ret: low <= ret < high and (ret - number) % (high - low) == 0,
)
def wrap_number(number: int, low: int, high: int) -> int:
    """A number brought into low <= x < high by adding or taking away whole lengths of the range.

    Raises ValueError for an empty range.
    """
    if low >= high:
        raise ValueError("the range must not be empty")
    return low + (number - low) % (high - low)
