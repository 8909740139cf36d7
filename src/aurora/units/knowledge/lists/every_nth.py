"""The elements of a list at the places start, start + step, ..."""

from aurora.contracts.component import Example, Nat, Positive, T, component


@component(
    words="every second third other alternate elements stride step",
    examples=[Example(([1, 2, 3, 4, 5], 0, 2), [1, 3, 5]), Example(([1, 2, 3], 1, 5), [2]), Example(([], 0, 1), [])],
    holds=lambda values, start, step, ret: len(ret) == len(range(start, len(values), step)),
)
def every_nth(values: list[T], start: Nat, step: Positive) -> list[T]:
    """The elements of a list at the places start, start + step, ...

    Raises ValueError for a step below 1 or a start below 0.
    """
    if step < 1 or start < 0:
        raise ValueError("the step must be at least 1 and the start not negative")
    return values[start::step]
