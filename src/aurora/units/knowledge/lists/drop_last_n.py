"""A list without its last elements; raises ValueError for a negative number."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="skip drop remove trailing elements all but",
    examples=[Example(([1, 2, 3], 2), [1]), Example(([1, 2], 0), [1, 2]), Example(([], 1), [])],
    holds=lambda values, n, ret: len(ret) == max(len(values) - n, 0) and ret == values[: len(ret)],
)
def drop_last_n(values: list[T], n: Nat) -> list[T]:
    """A list without its last elements; raises ValueError for a negative number."""
    if n < 0:
        raise ValueError("n must not be negative")
    return values[: max(len(values) - n, 0)]
