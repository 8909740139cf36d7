"""The greatest multiple of a step that is not above an integer; raises ValueError for a step below 1."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="round down to multiple largest divisible at most",
    examples=[Example((13, 5), 10), Example((15, 5), 15), Example((-3, 2), -4)],
    holds=lambda number, step, ret: ret % step == 0 and 0 <= number - ret < step,
)
def floor_to_multiple(number: int, step: Positive) -> int:
    """The greatest multiple of a step that is not above an integer; raises ValueError for a step below 1."""
    if step < 1:
        raise ValueError("the step must be at least 1")
    return number // step * step
