"""A list cut wherever a function of an element and the one after it says so."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="break into groups at change between neighbours consecutive runs",
    examples=[
        Example(([1, 2, 4, 5], lambda a, b: b != a + 1), [[1, 2], [4, 5]]),
        Example((["a"], lambda a, b: a != b), [["a"]]),
        Example(([], lambda a, b: a != b), []),
    ],
    holds=lambda values, _cut, ret: [value for part in ret for value in part] == values and all(ret),
)
def split_when(values: list[T], cut: Callable[[T, T], bool]) -> list[list[T]]:
    """A list cut wherever a function of an element and the one after it says so."""
    parts: list[list[T]] = []
    for place, value in enumerate(values):
        if place == 0 or cut(values[place - 1], value):
            parts.append([])
        parts[-1].append(value)
    return parts
