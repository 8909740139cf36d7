"""A list cut into a number of parts whose sizes differ by one at most, the longer first."""

import itertools

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="divide split into n parts evenly balanced halves thirds",
    examples=[
        Example(([1, 2, 3, 4, 5], 2), [[1, 2, 3], [4, 5]]),
        Example(([1], 3), [[1], [], []]),
        Example(([], 1), [[]]),
    ],
    holds=lambda values, parts, ret: (
        len(ret) == parts and [value for part in ret for value in part] == values and len(ret[0]) - len(ret[-1]) <= 1
    ),
)
def equal_parts(values: list[T], parts: Positive) -> list[list[T]]:
    """A list cut into a number of parts whose sizes differ by one at most, the longer first.

    Raises ValueError below 1 part.
    """
    if parts < 1:
        raise ValueError("there must be at least 1 part")
    size, longer = divmod(len(values), parts)
    starts = [part * size + min(part, longer) for part in range(parts + 1)]
    return [values[start:stop] for start, stop in itertools.pairwise(starts)]
