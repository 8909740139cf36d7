"""A list cut into lists of one size; what is left over at the end is dropped."""

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="chunks equal groups drop remainder incomplete",
    examples=[Example(([1, 2, 3], 2), [[1, 2]]), Example((["a"], 2), []), Example(([], 1), [])],
    holds=lambda values, size, ret: len(ret) == len(values) // size and all(len(part) == size for part in ret),
)
def batched_full(values: list[T], size: Positive) -> list[list[T]]:
    """A list cut into lists of one size; what is left over at the end is dropped.

    Raises ValueError for a size below 1.
    """
    if size < 1:
        raise ValueError("the size must be at least 1")
    return [values[start : start + size] for start in range(0, len(values) - size + 1, size)]
