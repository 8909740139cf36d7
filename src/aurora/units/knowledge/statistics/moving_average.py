"""The mean of each window of `size` neighbours."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="moving rolling average mean sliding window smooth",
    examples=[Example(([1, 2, 3, 4], 2), [1.5, 2.5, 3.5]), Example(([5], 1), [5.0]), Example(([1], 2), [])],
    holds=lambda numbers, size, ret: len(ret) == max(0, len(numbers) - size + 1),
)
def moving_average(numbers: list[float], size: Positive) -> list[float]:
    """The mean of each window of `size` neighbours."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    return [sum(numbers[start : start + size]) / size for start in range(len(numbers) - size + 1)]
