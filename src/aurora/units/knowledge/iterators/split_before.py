"""A list cut before every element that meets a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="start new group at header marker sections",
    examples=[
        Example(([0, 1, 2, 0, 3], lambda n: n == 0), [[0, 1, 2], [0, 3]]),
        Example(([1], lambda n: n == 0), [[1]]),
        Example(([], lambda n: n == 0), []),
    ],
    holds=lambda values, starts, ret: (
        [value for part in ret for value in part] == values
        and not any(map(starts, [v for part in ret for v in part[1:]]))
    ),
)
def split_before(values: list[T], starts: Callable[[T], bool]) -> list[list[T]]:
    """A list cut before every element that meets a condition."""
    parts: list[list[T]] = []
    for value in values:
        if not parts or starts(value):
            parts.append([])
        parts[-1].append(value)
    return parts
