"""A list moved n places to the right, with a default in front; raises ValueError for a negative n."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="lag delay previous values shift remember last default",
    examples=[Example(([1, 2, 3], 1, 0), [0, 1, 2]), Example(([1], 3, 0), [0]), Example(([], 1, 0), [])],
    holds=lambda values, n, _default, ret: len(ret) == len(values) and ret[n:] == values[: max(len(values) - n, 0)],
)
def lag_values(values: list[T], n: Nat, default: T) -> list[T]:
    """A list moved n places to the right, with a default in front; raises ValueError for a negative n."""
    if n < 0:
        raise ValueError("n must not be negative")
    return ([default] * n + values)[: len(values)]
