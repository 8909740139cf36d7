"""A list in which each element stands several times in a row; none for a number below 1."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="duplicate every element n times replicate stretch",
    examples=[Example(([1, 2], 2), [1, 1, 2, 2]), Example(([1], 0), []), Example(([], 3), [])],
    holds=lambda values, times, ret: len(ret) == len(values) * max(times, 0),
)
def repeat_each(values: list[T], times: Nat) -> list[T]:
    """A list in which each element stands several times in a row; none for a number below 1."""
    return [value for value in values for _ in range(times)]
