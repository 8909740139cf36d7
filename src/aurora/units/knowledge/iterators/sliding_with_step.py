"""The parts of a list of one size that start at each step-th place."""

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="sliding window stride overlapping chunks hop",
    examples=[
        Example(([1, 2, 3, 4, 5], 3, 2), [[1, 2, 3], [3, 4, 5]]),
        Example(([1, 2], 3, 1), []),
        Example(([], 1, 1), []),
    ],
    holds=lambda values, size, step, ret: (
        all(len(part) == size for part in ret) and all(part == values[k * step :][:size] for k, part in enumerate(ret))
    ),
)
def sliding_with_step(values: list[T], size: Positive, step: Positive) -> list[list[T]]:
    """The parts of a list of one size that start at each step-th place.

    Raises ValueError for a size or step below 1.
    """
    if size < 1 or step < 1:
        raise ValueError("the size and the step must be at least 1")
    return [values[start : start + size] for start in range(0, len(values) - size + 1, step)]
