"""What a function of two gives for the elements at the same places of two lists, up to the end of the shorter."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="combine two lists elementwise zip map with function",
    examples=[
        Example(([1, 2], [3, 4], lambda a, b: a * b), [3, 8]),
        Example((["a"], [1, 2], lambda a, b: a * b), ["a"]),
        Example(([], [1], max), []),
    ],
    holds=lambda one, other, _f, ret: len(ret) == min(len(one), len(other)),
)
def zip_with(one: list[T], other: list[U], f: Callable[[T, U], V]) -> list[V]:
    """What a function of two gives for the elements at the same places of two lists, up to the end of the shorter."""
    return [f(a, b) for a, b in zip(one, other, strict=False)]
