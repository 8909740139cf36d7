"""The least multiple of a positive step that is not below an integer; raises ValueError for a step below 1."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="round up to nearest multiple smallest divisible at least",
    examples=[Example((13, 5), 15), Example((15, 5), 15), Example((-3, 2), -2)],
    holds=lambda number, step, ret: ret % step == 0 and 0 <= ret - number < step,
)
def next_multiple(number: int, step: Positive) -> int:
    """The least multiple of a positive step that is not below an integer; raises ValueError for a step below 1."""
    if step < 1:
        raise ValueError("the step must be at least 1")
    return -(-number // step) * step
