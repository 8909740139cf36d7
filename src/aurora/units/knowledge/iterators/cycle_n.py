"""The first n elements of a list that is repeated for ever."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="cycle repeat endlessly around round robin",
    examples=[Example(([1, 2], 5), [1, 2, 1, 2, 1]), Example((["a"], 0), []), Example(([], 0), [])],
    holds=lambda values, n, ret: (
        len(ret) == max(n, 0) and all(value == values[place % len(values)] for place, value in enumerate(ret))
    ),
)
def cycle_n(values: list[T], n: Nat) -> list[T]:
    """The first n elements of a list that is repeated for ever.

    Raises ValueError when the list is empty, unless n is 0.
    """
    if n > 0 and not values:
        raise ValueError("an empty list cannot be repeated to any length")
    return [values[place % len(values)] for place in range(n)]
