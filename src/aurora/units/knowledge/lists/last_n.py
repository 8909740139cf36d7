"""The last elements of a list, as many as wanted or as there are; raises ValueError for a negative number."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="take tail trailing elements end suffix",
    examples=[Example(([1, 2, 3], 2), [2, 3]), Example(([1, 2], 0), []), Example(([], 1), [])],
    holds=lambda values, n, ret: len(ret) == min(n, len(values)) and ret == values[len(values) - len(ret) :],
)
def last_n(values: list[T], n: Nat) -> list[T]:
    """The last elements of a list, as many as wanted or as there are; raises ValueError for a negative number."""
    if n < 0:
        raise ValueError("n must not be negative")
    return values[max(len(values) - n, 0) :]
