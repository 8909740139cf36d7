"""A number kept within limits: the nearest one that is neither below `low` nor above `high`."""

from aurora.contracts.component import Example, N, component


@component(
    words="limit restrict bound range between minimum and maximum clip",
    examples=[Example((5, 0, 10), 5), Example((-3, 0, 10), 0), Example((15, 0, 10), 10)],
    holds=lambda number, low, high, ret: low <= ret <= high and (ret == number or ret in (low, high)),
)
def clamp(number: N, low: N, high: N) -> N:
    """A number kept within limits: the nearest one that is neither below `low` nor above `high`.

    Raises ValueError when low is above high.
    """
    if low > high:
        raise ValueError("the lower limit must not be above the upper one")
    return max(low, min(number, high))
