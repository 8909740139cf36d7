"""Whether the elements of one list stand in a row somewhere in the other."""

from aurora.contracts.component import Example, T, component


@component(
    words="sublist contiguous consecutive contained subarray inside",
    examples=[Example(([1, 2, 3, 4], [2, 3]), True), Example(([1, 2, 3], [1, 3]), False), Example(([1], []), True)],
    holds=lambda values, part, ret: not ret or (len(part) <= len(values) and all(value in values for value in part)),
)
def contains_sublist(values: list[T], part: list[T]) -> bool:
    """Whether the elements of one list stand in a row somewhere in the other."""
    return any(values[start : start + len(part)] == part for start in range(len(values) - len(part) + 1))
