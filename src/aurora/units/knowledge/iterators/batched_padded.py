"""A list cut into lists of one size, the last one filled up with a value; raises ValueError for a size below 1."""

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="chunks equal groups pad last grouper fill",
    examples=[Example(([1, 2, 3], 2, 0), [[1, 2], [3, 0]]), Example((["a"], 1, "x"), [["a"]]), Example(([], 2, 0), [])],
    holds=lambda values, size, _fill, ret: (
        all(len(part) == size for part in ret) and [value for part in ret for value in part][: len(values)] == values
    ),
)
def batched_padded(values: list[T], size: Positive, fill: T) -> list[list[T]]:
    """A list cut into lists of one size, the last one filled up with a value; raises ValueError for a size below 1."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    padded = values + [fill] * (-len(values) % size)
    return [padded[start : start + size] for start in range(0, len(padded), size)]
