"""All sequences of `length` items, each item as often as wanted."""

import itertools

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="all sequences strings words of length with repetition product repeat",
    examples=[
        Example(([0, 1], 2), [[0, 0], [0, 1], [1, 0], [1, 1]]),
        Example(([1], 3), [[1, 1, 1]]),
        Example(([1, 2], 0), [[]]),
    ],
    holds=lambda items, length, ret: len(ret) == len(items) ** length,
    cost=2.0,
)
def sequences_of(items: list[T], length: Nat) -> list[list[T]]:
    """All sequences of `length` items, each item as often as wanted."""
    return [list(choice) for choice in itertools.product(items, repeat=length)]
