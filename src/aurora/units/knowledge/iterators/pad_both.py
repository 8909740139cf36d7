"""A list with n fill values before it and n after it; raises ValueError for a negative n."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="border surround pad both sides",
    examples=[Example(([1, 2], 1, 0), [0, 1, 2, 0]), Example(([], 1, "x"), ["x", "x"]), Example(([1], 0, 0), [1])],
    holds=lambda values, n, _fill, ret: len(ret) == len(values) + 2 * n and ret[n : n + len(values)] == values,
)
def pad_both(values: list[T], n: Nat, fill: T) -> list[T]:
    """A list with n fill values before it and n after it; raises ValueError for a negative n."""
    if n < 0:
        raise ValueError("n must not be negative")
    return [fill] * n + values + [fill] * n
