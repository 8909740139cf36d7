"""A list without its first elements; raises ValueError for a negative number."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="skip drop remove leading elements rest after",
    examples=[Example(([1, 2, 3], 2), [3]), Example(([1], 5), []), Example(([], 1), [])],
    holds=lambda values, n, ret: len(ret) == max(len(values) - n, 0) and ret == values[len(values) - len(ret) :],
)
def drop_first_n(values: list[T], n: Nat) -> list[T]:
    """A list without its first elements; raises ValueError for a negative number."""
    if n < 0:
        raise ValueError("n must not be negative")
    return values[n:]
