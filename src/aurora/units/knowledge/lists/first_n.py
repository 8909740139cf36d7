"""The first elements of a list, as many as wanted or as there are; raises ValueError for a negative number."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="take head leading elements beginning prefix",
    examples=[Example(([1, 2, 3], 2), [1, 2]), Example(([1], 5), [1]), Example(([], 1), [])],
    holds=lambda values, n, ret: len(ret) == min(n, len(values)) and ret == values[: len(ret)],
)
def first_n(values: list[T], n: Nat) -> list[T]:
    """The first elements of a list, as many as wanted or as there are; raises ValueError for a negative number."""
    if n < 0:
        raise ValueError("n must not be negative")
    return values[:n]
