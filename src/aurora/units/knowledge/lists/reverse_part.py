"""A list with the elements from one place up to before another in reverse order."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="reverse segment sublist first k elements between positions",
    examples=[
        Example(([1, 2, 3, 4], 1, 3), [1, 3, 2, 4]),
        Example(([1, 2, 3], 0, 2), [2, 1, 3]),
        Example(([], 0, 1), []),
    ],
    holds=lambda values, _start, _stop, ret: len(ret) == len(values) and all(value in ret for value in values),
)
def reverse_part(values: list[T], start: Nat, stop: Nat) -> list[T]:
    """A list with the elements from one place up to before another in reverse order."""
    return values[:start] + values[start:stop][::-1] + values[max(start, stop) :]
